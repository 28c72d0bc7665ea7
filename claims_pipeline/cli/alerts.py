"""``claims alerts``: what was told to whom, what waits and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims_pipeline.cli.reading import with_snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from claims_pipeline.report.rows import Row


@click.command()
@click.option("--state", type=click.Choice(["pending", "sent", "withdrawn", "all"]), default="all", show_default=True, help="Only these.")
@click.option("--limit", default=20, show_default=True, help="Rows at most.")
@click.option("--send", "send_now", is_flag=True, help="Tell now what is new and what waits, then list.")
@click.option("--test", "try_out", is_flag=True, help="Send a test message to every mail address and the webhook; notes nothing.")
@with_snapshot
def alerts(state: str, limit: int, send_now: bool, try_out: bool, warehouse: Path) -> None:
    """List alerts: which flag was told to whom and why, what waits, how often it was tried and what went wrong."""
    from claims_pipeline.report.rows import of_all, rows
    from claims_pipeline.report.words import number
    from claims_pipeline.warehouse import open_snapshot

    if try_out:
        _test()
        return
    if send_now:
        from claims_pipeline.cli.run import bring_up_to_date

        bring_up_to_date(warehouse.resolve(), ["alerts"])
    with open_snapshot(warehouse) as con:
        there = rows(con, "report/has_table", table="alert_outbox")[0]["there"]
        found = rows(con, "alerts/listed", state=None if state == "all" else state, limit=limit) if there else []
    if not found:
        click.echo("No alerts." if there else "No alerts: this ledger was made before there were any. `claims run` tells them.")
        return
    click.echo("\n".join(_line(row) for row in found))
    if of_all(found) > len(found):
        click.echo(f"… and {number(of_all(found) - len(found))} more (--limit)")


def _line(row: Row) -> str:
    from claims_pipeline.report.table import printable
    from claims_pipeline.report.words import moment

    when = moment(row["sent_at"] or row["last_tried_at"] or row["queued_at"])
    tried = f", tried {row['attempts']} times" if row["state"] == "pending" and row["attempts"] else ""
    error = f"\n           {row['last_error']}" if row["last_error"] else ""
    to = f"{row['channel']} {row['receiver']}".rstrip()
    head = f"{row['state']:<9}  {when}  {to}  [{row['severity']:.2f}] {row['what'] or 'flag'}: {row['label']}"
    return printable(f"{head}  ({row['reason']}){tried}  flag {row['drift_id']}{error}")


def _test() -> None:
    """One message to each receiver, with an id of its own; a receiver that fails is named and the command ends with 2."""
    from datetime import UTC, datetime

    from claims_pipeline import settings
    from claims_pipeline.alerts import mail, webhook
    from claims_pipeline.alerts.settings import checked
    from claims_pipeline.errors import ClaimsError

    own = checked(settings.load().alerts)
    if not own.mail and not own.webhook:
        raise ClaimsError("alerts", "neither mail nor a webhook is set", "Add [alerts.mail] or [alerts.webhook] to claims.toml.")
    now = datetime.now(UTC).replace(tzinfo=None)
    told = _sample(now)
    try:
        if own.mail:
            server = mail.connect(own.mail)
            for receiver in own.mail.to:
                mail.deliver(
                    server, mail.message(own.mail, receiver, [told], f"test-{now:%Y%m%d%H%M%S%f}-{abs(hash(receiver))}", "test", now)
                )
                click.echo(f"mail to {receiver}: taken by {own.mail.host}")
            server.close()
        if own.webhook:
            webhook.post(own.webhook, told)
            click.echo("webhook: taken")
    except (mail.NotSent, webhook.Refused) as error:
        raise ClaimsError("alerts", str(error), "Correct the settings or the receiver and try again.") from error


def _sample(now: datetime) -> dict[str, object]:
    side: dict[str, object] = dict.fromkeys(("claim_id", "article_id", "lang", "quote", "mark_from", "mark_to", "url"))
    side |= {"outlet": "no outlet", "figure": "12", "sentence": "This is a test: 12 is no figure of any article.", "published_at": None}
    text = "A test of the alerts: nothing happened."
    return {
        "alert_id": f"test-{now:%Y%m%d%H%M%S%f}", "listed_at": f"{now:%Y-%m-%dT%H:%M:%SZ}", "detected_at": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "drift_id": "test", "fact_id": "test", "label": "a test", "relation": "test", "what": "test", "severity": 0.0, "tags": [],
        "explanation": text, "matter": "test", "reason": "new", "text": text, "claim": side, "against": side,
    }  # fmt: skip
