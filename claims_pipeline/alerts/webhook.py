"""Alerts to a webhook: one HTTP POST with JSON an alert, tried again with growing pauses."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from typing import IO, Any
from urllib.parse import urlsplit

from claims_pipeline.alerts.entry import Entry
from claims_pipeline.alerts.settings import Webhook

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that another try may change (RFC 9110, RFC 6585)."""
LONGEST = 60.0
"""Seconds that a receiver may ask to be left alone within one run (Retry-After)."""


class Refused(Exception):
    """The receiver did not take an alert. ``down``: it would take no other one either, so this run asks it no more."""

    def __init__(self, error: str, *, down: bool) -> None:
        self.down = down
        super().__init__(error)


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirected POST would be sent on as a GET without its body, and seem to have arrived."""

    def redirect_request(self, *_: Any) -> None:
        return None


def post(own: Webhook, entry: Entry, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """POST one alert until it is taken or ``own.tries`` are spent; then :class:`Refused`.

    The header Idempotency-Key is the alert's id, the same in every try and run: a receiver that knows it may drop a repeat.
    """
    opener = urllib.request.build_opener(_Stay())
    request = _request(own, entry)
    for turn in range(own.tries):
        wait = own.pause * 2**turn
        try:
            with opener.open(request, timeout=own.timeout) as answer:
                answer.read(1024)
            return
        except urllib.error.HTTPError as error:
            said, again = f"answered {error.code} {_reason(error)}".rstrip(), error.code in AGAIN
            wait = max(wait, _asked(error.headers))
            error.close()
        except (OSError, http.client.HTTPException) as error:
            cause = getattr(error, "reason", error)
            said, again = f"{type(cause).__name__}: {cause}", True
        if not again or turn + 1 == own.tries or wait > LONGEST:
            # the host alone: the rest of the address may be a secret
            raise Refused(f"{urlsplit(own.url).hostname}: {said}", down=again)
        sleep(wait)


def _request(own: Webhook, entry: Entry) -> urllib.request.Request:
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": entry["alert_id"],
        "User-Agent": "claims_pipeline",
    }
    if own.token:
        headers["Authorization"] = f"Bearer {own.token}"
    return urllib.request.Request(own.url, json.dumps(entry, ensure_ascii=False).encode(), headers, method="POST")


def _reason(error: urllib.error.HTTPError) -> str:
    moved = error.headers.get("Location") if 300 <= error.code < 400 else None
    if moved:
        return f"(moved to {urlsplit(moved).hostname or 'another path'}: correct the url)"
    body: IO[bytes] | None = error.fp
    try:
        told = body.read(200).decode("utf8", "replace") if body else ""
    except (OSError, http.client.HTTPException):
        told = ""
    return " ".join((str(error.reason) + (f": {told}" if told.strip() else "")).split())


def _asked(headers: Message) -> float:
    """Seconds of a Retry-After; a date is left to the next run's clock."""
    value = headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else 0.0
