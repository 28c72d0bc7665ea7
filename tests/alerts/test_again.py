"""When a flag is told again, and when it is not."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims_pipeline.alerts.settings import Alerts, Webhook
from claims_pipeline.alerts.step import send
from claims_pipeline.warehouse import Warehouse
from tests.alerts.conftest import LEADS, change, free_port, outbox

START = datetime(2023, 11, 8, 6)


class Desk:
    """Runs the step hour by hour and says what was told in each."""

    def __init__(self, ledger: Warehouse, folder: Path) -> None:
        self.ledger, self.folder, self.hour = ledger, folder, 0

    def told(self) -> dict[str, str]:
        """Flags told by this run with the reason."""
        self.hour += 1
        now = START + timedelta(hours=self.hour)
        send(self.ledger, self.folder, Alerts(), now=now)
        return {row["drift_id"]: row["reason"] for row in outbox(self.ledger, f"channel = 'jsonl' AND sent_at = TIMESTAMP '{now}'")}


@pytest.fixture
def desk(ledger: Warehouse, tmp_path: Path) -> Desk:
    found = Desk(ledger, tmp_path)
    assert found.told() == dict.fromkeys(LEADS, "new")
    return found


@pytest.mark.parametrize("state", ["closed", "dismissed"])
def test_open_again(desk: Desk, state: str) -> None:
    change(desk.ledger, f"UPDATE drift SET state = '{state}' WHERE drift_id = 'd-contra'")
    assert desk.told() == {}
    change(desk.ledger, "UPDATE drift SET state = 'open' WHERE drift_id = 'd-contra'")
    assert desk.told() == {"d-contra": f"open again: it was {state}"}
    assert desk.told() == {}


def test_another_figure(desk: Desk) -> None:
    change(desk.ledger, "UPDATE claims SET value = 250, low = 250, high = 250 WHERE claim_id = 'c08'")
    again = desk.told()
    assert set(again) == {"d-contra", "d-slip2400"} and again["d-contra"].startswith("changed: it was 299 against 240")
    assert desk.told() == {}


def test_graver_but_not_milder_and_not_for_a_hair(desk: Desk) -> None:
    change(desk.ledger, "UPDATE drift SET severity = 0.73 WHERE drift_id = 'd-contra'")
    assert desk.told() == {}
    change(desk.ledger, "UPDATE drift SET severity = 0.8 WHERE drift_id = 'd-contra'")
    assert desk.told() == {"d-contra": "graver: it was serious"}
    for severity in (0.6, 0.8, 0.6):
        change(desk.ledger, f"UPDATE drift SET severity = {severity} WHERE drift_id = 'd-contra'")
        assert desk.told() == {}, "it was told as grave before"


def test_another_flag_that_takes_the_lead_of_a_matter_is_no_news(desk: Desk) -> None:
    change(desk.ledger, "UPDATE drift SET lead = NOT lead WHERE matter = (SELECT matter FROM drift WHERE drift_id = 'd-old1')")
    assert desk.told() == {}
    change(desk.ledger, "UPDATE drift SET state = 'closed', lead = false WHERE drift_id = 'd-old1'")
    assert desk.told() == {}


def test_a_matter_that_had_closed_and_is_found_anew_is_told(desk: Desk) -> None:
    change(desk.ledger, "UPDATE drift SET state = 'closed' WHERE drift_id IN ('d-old1', 'd-old2')")
    assert desk.told() == {}
    change(desk.ledger, "UPDATE drift SET state = 'open', lead = true, detected_at = '2023-12-01' WHERE drift_id = 'd-old2'")
    assert desk.told() == {"d-old2": "open again: the matter had closed, and a new flag found it"}


def test_a_flag_that_vanishes_and_comes_back_is_no_news(desk: Desk) -> None:
    change(desk.ledger, "CREATE TABLE kept AS FROM drift")
    change(desk.ledger, "DELETE FROM drift WHERE drift_id = 'd-contra'")
    assert desk.told() == {}
    change(desk.ledger, "INSERT INTO drift BY NAME FROM kept WHERE drift_id = 'd-contra'")
    assert desk.told() == {}


def test_a_rebuild_of_the_ledger_tells_nothing_again(desk: Desk) -> None:
    from claims_pipeline.warehouse.schema import KEPT, create_schema
    from tests.report.conftest import fill

    assert "alert_outbox" in KEPT
    with desk.ledger.write() as con:
        con.execute("ALTER TABLE facts ADD COLUMN of_old INTEGER")
        create_schema(con)
        assert con.execute("SELECT count(*) FROM drift").fetchone() == (0,)
        con.execute("DELETE FROM rejected; DROP TABLE claim_embeddings")
        fill(con)
    assert desk.told() == {}


def test_what_is_closed_before_it_was_sent_is_withdrawn_and_told_when_it_opens_again(ledger: Warehouse, tmp_path: Path) -> None:
    own = Alerts(webhook=Webhook(f"http://127.0.0.1:{free_port()}/", tries=1))
    send(ledger, tmp_path, own, now=START)
    change(ledger, "UPDATE drift SET state = 'dismissed' WHERE drift_id = 'd-contra'")
    send(ledger, tmp_path, own, now=START + timedelta(hours=1))
    row = outbox(ledger, "channel = 'webhook' AND drift_id = 'd-contra'")[0]
    assert (row["state"], row["last_error"]) == ("withdrawn", "its flag is no longer open")
    change(ledger, "UPDATE drift SET state = 'open' WHERE drift_id = 'd-contra'")
    send(ledger, tmp_path, own, now=START + timedelta(hours=2))
    states = [r["state"] for r in outbox(ledger, "channel = 'webhook' AND drift_id = 'd-contra'")]
    assert states == ["withdrawn", "pending"]


def test_a_receiver_that_left_the_settings_is_dropped(ledger: Warehouse, tmp_path: Path) -> None:
    send(ledger, tmp_path, Alerts(webhook=Webhook(f"http://127.0.0.1:{free_port()}/", tries=1)), now=START)
    send(ledger, tmp_path, Alerts(), now=START + timedelta(hours=1))
    rows = outbox(ledger, "channel = 'webhook'")
    assert len(rows) == len(LEADS)
    assert {(r["state"], r["last_error"]) for r in rows} == {("withdrawn", "the receiver is not in the settings any more")}
