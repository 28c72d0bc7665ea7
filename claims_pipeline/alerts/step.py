"""The step: queue what is new for each receiver, then hand it over, noting every try.

What is queued is written before anything is sent, and a try before it is made. Files are told exactly once: they say
themselves what they hold. Mail and webhook are told at least once: a crash between the receiver's "yes" and the note of it
sends again, under the same Message-ID or Idempotency-Key, by which the receiver can drop the repeat. The other choice,
noting first and sending after, would lose the alert in that crash.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from claims_pipeline.alerts import files, mail, webhook
from claims_pipeline.alerts.entry import entry
from claims_pipeline.alerts.settings import Alerts, Mail, Webhook
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.report.rows import Row, rows
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb

Receiver = tuple[str, str]
"""channel, receiver"""


def send(
    warehouse: Warehouse,
    folder: Path,
    settings: Alerts,
    *,
    now: datetime | None = None,
    progress: Progress = silent,
    sleep: Callable[[float], None] = time.sleep,
) -> StepResult:
    """Tell every receiver of ``settings``, and the two files in ``folder``, what they have not been told. ``now``: UTC.

    A receiver that cannot be reached stops nothing: its alerts wait in ``alert_outbox`` with the number of tries and the
    last error, and are tried again by the next call. The result counts ``queued``, ``sent``, ``failed`` and ``waiting``.
    """
    began, when = time.monotonic(), now or datetime.now(UTC).replace(tzinfo=None)
    outbox = _Outbox(warehouse, when)
    receivers = [("jsonl", ""), ("atom", "")]
    receivers += [("mail", address) for address in settings.mail.to] if settings.mail else []
    receivers += [("webhook", "")] if settings.webhook else []
    with warehouse.write() as con:
        queued = _queue(con, receivers, settings.min_severity, warehouse.path.stem, when)
    try:
        # two runs at once would both send what waits
        with FileLock(warehouse.path.with_name(f"{warehouse.path.stem}.alerts.lock"), timeout=30):
            _files(outbox, folder, warehouse.path.stem)
            progress("alerts", 2, len(receivers))
            if settings.mail:
                _mails(outbox, settings.mail, warehouse.path.stem)
            if settings.webhook:
                _posts(outbox, settings.webhook, sleep)
    except Timeout:
        outbox.notes.append("another run is sending; what waits is left to it and to the next run")
    progress("alerts", len(receivers), len(receivers))
    with warehouse.read() as con:
        waiting = sum(int(r["alerts"]) for r in rows(con, "alerts/state_counts") if r["state"] == "pending")
    counts = {"queued": queued, "sent": outbox.sent_count, "failed": outbox.failed_count, "waiting": waiting}
    return StepResult("alerts", counts, time.monotonic() - began, outbox.notes)


def _queue(con: duckdb.DuckDBPyConnection, receivers: Sequence[Receiver], min_severity: float, ledger: str, now: datetime) -> int:
    import pyarrow as pa

    run(con, "alerts/leads")
    queued = 0
    for channel, receiver in receivers:
        found = rows(con, "alerts/news", channel=channel, receiver=receiver, min_severity=min_severity)
        for flag in found:
            flag["alert_id"] = _hash(ledger, channel, receiver, flag["drift_id"], str(flag["turn"]))
        if found:
            kept = ("alert_id", "drift_id", "matter", "reason", "figures", "severity", "grade")
            columns = {name: [flag[name] for flag in found] for name in kept}
            columns |= {"channel": [channel] * len(found), "receiver": [receiver] * len(found)}
            columns["entry"] = [json.dumps(entry(flag, now), ensure_ascii=False) for flag in found]
            con.register("incoming_alerts", pa.table(columns))
            run(con, "alerts/queue", now=now)
            con.unregister("incoming_alerts")
            queued += len(found)
    con.register("wanted_receivers", pa.table({"channel": [c for c, _ in receivers], "receiver": [r for _, r in receivers]}))
    run(con, "alerts/replace")
    run(con, "alerts/follow", now=now)
    run(con, "alerts/withdraw")
    con.unregister("wanted_receivers")
    return queued


class _Outbox:
    """The table, and what this run did with it."""

    def __init__(self, warehouse: Warehouse, now: datetime) -> None:
        self.warehouse, self.now = warehouse, now
        self.sent_count = self.failed_count = 0
        self.notes: list[str] = []

    def pending(self, channel: str, receiver: str = "") -> list[Row]:
        with self.warehouse.read() as con:
            return rows(con, "alerts/pending", channel=channel, receiver=receiver)

    def latest(self, channel: str, limit: int) -> list[Row]:
        with self.warehouse.read() as con:
            return rows(con, "alerts/latest", channel=channel, limit=limit)

    def tried(self, alerts: Sequence[Row], batch: str | None = None) -> None:
        self._mark("alerts/tried", alerts, batch=batch)

    def sent(self, alerts: Sequence[Row]) -> None:
        self._mark("alerts/sent", alerts)
        self.sent_count += len(alerts)

    def failed(self, alerts: Sequence[Row], error: str, *, may_have_arrived: bool = False) -> None:
        self._mark("alerts/failed", alerts, error=error, may_have_arrived=may_have_arrived)
        self.failed_count += len(alerts)
        self.notes.append(f"{len(alerts)} not sent: {error}")

    def _mark(self, statement: str, alerts: Sequence[Row], **values: Any) -> None:
        import pyarrow as pa

        with self.warehouse.write() as con:
            con.register("given_alerts", pa.table({"alert_id": pa.array([a["alert_id"] for a in alerts], pa.string())}))
            run(con, statement, now=self.now, **values)
            con.unregister("given_alerts")


def _files(outbox: _Outbox, folder: Path, ledger: str) -> None:
    try:
        if waiting := outbox.pending("jsonl"):
            files.append(folder, _entries(waiting))
            outbox.sent(waiting)
        waiting = outbox.pending("atom")
        if waiting or not (folder / files.FEED).exists():
            files.write_atom(folder, _entries(outbox.latest("atom", files.ENTRIES)), ledger, outbox.now)
            if waiting:
                outbox.sent(waiting)
    except OSError as error:  # a full or read-only disk: mail and webhook are told all the same
        stuck = [*outbox.pending("jsonl"), *outbox.pending("atom")]
        outbox.tried(stuck)
        outbox.failed(stuck, f"{folder}: {error.strerror or error}")


def _mails(outbox: _Outbox, own: Mail, ledger: str) -> None:
    work = [(receiver, batch, alerts) for receiver in own.to for batch, alerts in _batches(outbox.pending("mail", receiver), own.each)]
    server = None
    for at, (receiver, batch, alerts) in enumerate(work):
        outbox.tried(alerts, batch)
        try:
            server = server or mail.connect(own)
        except mail.NotSent as error:
            outbox.failed(alerts, str(error), may_have_arrived=alerts[0]["batch"] is not None)
            for _, other, rest in work[at + 1 :]:  # the server would take none of them
                outbox.tried(rest, other)
                outbox.failed(rest, str(error), may_have_arrived=rest[0]["batch"] is not None)
            return
        try:
            mail.deliver(server, mail.message(own, receiver, _entries(alerts), batch, ledger, outbox.now))
        except mail.NotSent as error:
            outbox.failed(alerts, str(error), may_have_arrived=error.may_have_arrived or alerts[0]["batch"] is not None)
            server.close()
            server = None
        else:
            outbox.sent(alerts)
    if server:
        with suppress(OSError):
            server.quit()


def _batches(waiting: Sequence[Row], each: bool) -> Iterable[tuple[str, list[Row]]]:
    """Messages to send: first those that may have arrived before, under their old names, then what is new."""
    old: dict[str, list[Row]] = {}
    for alert in waiting:
        if alert["batch"]:
            old.setdefault(alert["batch"], []).append(alert)
    new = [alert for alert in waiting if not alert["batch"]]
    groups = [[alert] for alert in new] if each else [new] if new else []
    return [*old.items(), *((_hash(*sorted(a["alert_id"] for a in group)), group) for group in groups)]


def _posts(outbox: _Outbox, own: Webhook, sleep: Callable[[float], None]) -> None:
    for alert in outbox.pending("webhook"):
        outbox.tried([alert], alert["alert_id"])
        try:
            webhook.post(own, json.loads(alert["entry"]), sleep=sleep)
        except webhook.Refused as error:
            outbox.failed([alert], str(error), may_have_arrived=True)
            if error.down:
                return
        else:
            outbox.sent([alert])


def _entries(alerts: Sequence[Row]) -> list[dict[str, Any]]:
    return [json.loads(alert["entry"]) for alert in alerts]


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=10).hexdigest()
