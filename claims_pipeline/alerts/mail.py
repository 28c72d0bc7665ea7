"""Alerts as mail over SMTP: one connection a run, one message a receiver and digest (or flag)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

from claims_pipeline.alerts.entry import Entry, html, plain, title
from claims_pipeline.alerts.settings import Mail
from claims_pipeline.report.words import plural

IN_FULL = 40
"""Flags that a digest tells in full; the rest in a line each."""


class NotSent(Exception):
    """A message did not get through. ``may_have_arrived``: the connection broke after the server had begun to take it."""

    def __init__(self, error: str, *, may_have_arrived: bool = False) -> None:
        self.may_have_arrived = may_have_arrived
        super().__init__(error)


def message(own: Mail, receiver: str, entries: Sequence[Entry], batch: str, ledger: str, now: datetime) -> EmailMessage:
    """The mail of one batch. Its Message-ID is made from the batch alone, so a receiver can drop a repeat."""
    mail = EmailMessage()
    head = title(entries[0]) if len(entries) == 1 else f"{plural(len(entries), 'figure')} drifted; first: {title(entries[0])}"
    mail["Subject"] = " ".join(f"[{ledger}] {head}".split())[:200]
    mail["From"], mail["To"] = own.sender, receiver
    mail["Date"] = format_datetime(now.replace(tzinfo=UTC))
    mail["Message-ID"] = f"<{batch}@{own.sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    full, rest = entries[:IN_FULL], entries[IN_FULL:]
    lines = [f"{title(e)} [{e['severity']:.2f}], flag {e['drift_id']}" for e in rest]
    text = "\n\n".join(plain(e) for e in full) + ("\n\nAnd:\n" + "\n".join(lines) if lines else "") + "\n"
    mail.set_content("".join(c for c in text if c in "\n\t" or c.isprintable()))
    mail.add_alternative(_page(full, lines), subtype="html")
    return mail


def connect(own: Mail) -> smtplib.SMTP:
    """A connection that is encrypted and logged in as the settings say; :class:`NotSent` where it cannot be made."""
    try:
        context = ssl.create_default_context()
        if own.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(own.host, own.port, timeout=own.timeout, context=context)
        else:
            server = smtplib.SMTP(own.host, own.port, timeout=own.timeout)
        with ExitStack() as unless_logged_in:
            unless_logged_in.callback(server.close)
            if own.security == "starttls":
                server.starttls(context=context)
            if own.user:
                server.login(own.user, own.password)
            unless_logged_in.pop_all()
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"{own.host}:{own.port}: {_said(error)}") from error
    return server


def deliver(server: smtplib.SMTP, mail: EmailMessage) -> None:
    """Hand one message over; :class:`NotSent` where the server did not take it, or broke off while it did."""
    try:
        server.send_message(mail)
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        # SMTPException is an OSError too: what the server said no to did not arrive, a broken line may have carried it
        refused = isinstance(error, smtplib.SMTPException) and not isinstance(error, smtplib.SMTPServerDisconnected)
        raise NotSent(_said(error), may_have_arrived=not refused) from error


def _said(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return f"the server refused the receiver: {code} {_text(text)}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"the server said {error.smtp_code} {_text(error.smtp_error)}"
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _text(said: bytes | str) -> str:
    return (said.decode("utf8", "replace") if isinstance(said, bytes) else said)[:200]


def _page(full: Sequence[Entry], lines: Sequence[str]) -> str:
    from markupsafe import Markup

    parts = [Markup("<h3>{}</h3>{}").format(title(e), Markup(html(e))) for e in full]
    rest = Markup("<h3>And</h3><ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in lines))
    return str(Markup('<!doctype html><meta charset="utf-8">') + Markup("<hr>").join(parts) + (rest if lines else ""))
