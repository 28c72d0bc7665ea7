"""The table ``[alerts]`` of the settings: what is told, to whom, and how hard it is tried.

Secrets are never in the file: CLAIMS_SMTP_USER and CLAIMS_SMTP_PASSWORD, CLAIMS_WEBHOOK_URL (in place of ``url``, where the
address itself is the secret) and CLAIMS_WEBHOOK_TOKEN (sent as a bearer token).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit

from claims_pipeline.errors import ClaimsError

SECURITY = ("starttls", "tls", "none")
_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Mail:
    """``[alerts.mail]``."""

    host: str
    sender: str
    """``from`` in the file."""
    to: tuple[str, ...]
    port: int = 587
    security: str = "starttls"
    """starttls, tls (from the first byte, usually port 465) or none."""
    each: bool = False
    """One mail a flag; else one digest a run."""
    timeout: float = 30.0
    """Seconds."""
    user: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Webhook:
    """``[alerts.webhook]``."""

    url: str
    timeout: float = 10.0
    """Seconds for one try."""
    tries: int = 3
    """Tries in one run; the next run goes on."""
    pause: float = 2.0
    """Seconds before the second try; doubled before each further one."""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Alerts:
    """``[alerts]``."""

    min_severity: float = 0.5
    """Flags below it are not told, 0 to 1."""
    report_after: int = 3
    """Failed tries after which ``claims doctor`` calls it amiss."""
    mail: Mail | None = None
    webhook: Webhook | None = None


def checked(raw: Mapping[str, Any], where: str = "settings", environment: Mapping[str, str] = os.environ) -> Alerts:
    """The settings of a parsed ``[alerts]`` table; a :class:`ClaimsError` names the wrong key or value."""
    plain = {key: value for key, value in raw.items() if key not in ("mail", "webhook")}
    own = Alerts(**_typed(Alerts, plain, f"{where} [alerts]", {"min_severity": float, "report_after": int}))
    if not 0 <= own.min_severity <= 1:
        raise ClaimsError(f"{where} [alerts]", f"min_severity = {own.min_severity}", "Give a number from 0 to 1.")
    if "mail" in raw:
        own = replace(own, mail=_mail(raw["mail"], f"{where} [alerts.mail]", environment))
    if "webhook" in raw or environment.get("CLAIMS_WEBHOOK_URL"):
        own = replace(own, webhook=_webhook(raw.get("webhook", {}), f"{where} [alerts.webhook]", environment))
    return own


def _mail(raw: Any, where: str, environment: Mapping[str, str]) -> Mail:
    kinds = {"host": str, "from": str, "to": list, "port": int, "security": str, "each": bool, "timeout": float}
    given = _typed(Mail, raw, where, kinds, {"from": "sender"})
    for key, name in (("host", "host"), ("sender", "from"), ("to", "to")):
        if not given.get(key):
            raise ClaimsError(where, f"{name} is missing", f"Give it, for example {name} = {_EXAMPLES[name]}, or leave out the table.")
    user, password = environment.get("CLAIMS_SMTP_USER", ""), environment.get("CLAIMS_SMTP_PASSWORD", "")
    mail = Mail(**(given | {"to": tuple(dict.fromkeys(given["to"]))}), user=user, password=password)
    for address in (mail.sender, *mail.to):
        if not _ADDRESS.fullmatch(address):
            raise ClaimsError(where, f"address {address!r}", 'Give plain addresses like "desk@example.org".')
    if mail.security not in SECURITY:
        raise ClaimsError(where, f"security = {mail.security!r}", f"Choose one of {', '.join(SECURITY)}.")
    if mail.user and mail.security == "none" and mail.host not in _LOCAL:
        raise ClaimsError(where, "a password would travel unencrypted", 'Set security = "starttls" or "tls".')
    _positive(where, timeout=mail.timeout, port=mail.port)
    return mail


def _webhook(raw: Any, where: str, environment: Mapping[str, str]) -> Webhook:
    given = _typed(Webhook, raw, where, {"url": str, "timeout": float, "tries": int, "pause": float})
    given["url"] = environment.get("CLAIMS_WEBHOOK_URL") or given.get("url", "")
    parts = urlsplit(given["url"])
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ClaimsError(where, "url is not an http(s) address", "Give url, or the environment variable CLAIMS_WEBHOOK_URL.")
    hook = Webhook(**given, token=environment.get("CLAIMS_WEBHOOK_TOKEN", ""))
    if hook.token and parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise ClaimsError(where, "the token would travel unencrypted", "Give an https address.")
    _positive(where, timeout=hook.timeout, tries=hook.tries)
    return hook


_EXAMPLES = {"host": '"smtp.example.org"', "from": '"ledger@example.org"', "to": '["desk@example.org"]'}
_SAID = {str: "a string", int: "a whole number", float: "a number", bool: "true or false", list: "a list of strings"}


def _typed(
    kind: type,
    raw: Any,
    where: str,
    kinds: Mapping[str, type],
    renamed: Mapping[str, str] = {},
) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise ClaimsError(where, f"{raw!r}", "Write it as a table.")
    out: dict[str, Any] = {}
    for key, value in raw.items():
        wanted = kinds.get(key)
        if wanted is None:
            raise ClaimsError(where, f"unknown key {key!r}", f"Known keys: {', '.join(kinds)}.")
        right = isinstance(value, int | float) and not isinstance(value, bool) if wanted is float else type(value) is wanted
        if not right or (wanted is list and not all(isinstance(v, str) for v in value)):
            raise ClaimsError(where, f"{key} = {value!r}", f"Give {_SAID[wanted]}.")
        out[renamed.get(key, key)] = float(value) if wanted is float else value
    assert out.keys() <= {f.name for f in fields(kind)}
    return out


def _positive(where: str, **values: float) -> None:
    for name, value in values.items():
        if value <= 0:
            raise ClaimsError(where, f"{name} = {value}", "Give a number above zero.")
