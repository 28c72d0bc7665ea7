"""The webhook against a real HTTP server on this machine, and processes that are killed while they send."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claims_pipeline.alerts.settings import Alerts, Webhook
from claims_pipeline.alerts.step import send
from claims_pipeline.warehouse import Warehouse
from tests.alerts.conftest import LEADS, free_port, outbox, post_office

NOW = datetime(2023, 11, 8, 6)


class Clock:
    """Notes pauses in place of making them."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def tell(ledger: Warehouse, folder: Path, hook: Any, hours: int = 0, **more: Any) -> tuple[dict[str, int], list[float]]:
    clock = Clock()
    own = Alerts(webhook=Webhook(hook if isinstance(hook, str) else hook.address, timeout=2.0, **more))
    return send(ledger, folder, own, now=NOW + timedelta(hours=hours), sleep=clock).counts, clock.slept


def test_one_post_a_flag_and_nothing_twice(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    tell(ledger, tmp_path, hook, token="t0ken")
    tell(ledger, tmp_path, hook, hours=1, token="t0ken")
    assert Counter(body["drift_id"] for _, body in hook.seen) == Counter(LEADS)
    headers, body = hook.seen[0]
    assert headers["Content-Type"].startswith("application/json") and headers["Authorization"] == "Bearer t0ken"
    assert headers["Idempotency-Key"] == body["alert_id"]
    assert {"text", "explanation", "severity", "claim", "against", "reason"} <= body.keys()


def test_an_unwilling_receiver_is_asked_again_with_growing_pauses(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    hook.script = [(503, {}), (429, {"Retry-After": "7"}), (200, {})]
    counts, slept = tell(ledger, tmp_path, hook, pause=2.0)
    assert slept == [2.0, 7.0] and counts["failed"] == 0
    assert len({body["alert_id"] for _, body in hook.seen}) == len(LEADS) and len(hook.seen) == len(LEADS) + 2


def test_a_receiver_that_is_down_is_not_asked_for_every_flag(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    hook.always = lambda _body: (500, {})
    counts, slept = tell(ledger, tmp_path, hook, tries=2)
    assert (len(hook.seen), len(slept), counts["failed"], counts["waiting"]) == (2, 1, 1, len(LEADS))
    tell(ledger, tmp_path, hook, hours=1, tries=1)
    assert sorted(r["attempts"] for r in outbox(ledger, "channel = 'webhook'")) == [0, 0, 0, 0, 1, 1], "another one is tried first"
    hook.always = lambda _body: (200, {})
    counts, _ = tell(ledger, tmp_path, hook, hours=2)
    assert counts["sent"] == len(LEADS) and counts["waiting"] == 0


def test_nobody_there(ledger: Warehouse, tmp_path: Path) -> None:
    counts, _ = tell(ledger, tmp_path, f"http://127.0.0.1:{free_port()}/hush-hush")
    assert counts["failed"] == 1 and counts["waiting"] == len(LEADS)
    error = next(r["last_error"] for r in outbox(ledger, "channel = 'webhook'") if r["attempts"])
    assert error.startswith("127.0.0.1: ConnectionRefusedError") and "hush" not in error


def test_one_refused_flag_holds_up_no_other(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    hook.always = lambda body: (422, {}) if body["drift_id"] == "d-contra" else (200, {})
    counts, slept = tell(ledger, tmp_path, hook)
    assert (counts["failed"], counts["waiting"], slept) == (1, 1, [])
    assert "422" in outbox(ledger, "channel = 'webhook' AND state = 'pending'")[0]["last_error"]


def test_a_redirect_is_not_taken_for_a_delivery(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    hook.always = lambda _body: (302, {"Location": "https://elsewhere.example.org/in"})
    counts, _ = tell(ledger, tmp_path, hook)
    assert counts["waiting"] == len(LEADS)
    assert "moved to elsewhere.example.org" in outbox(ledger, "channel = 'webhook'")[0]["last_error"]


def test_a_receiver_that_hangs_up_without_an_answer(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    def hang_up() -> None:
        raise ConnectionAbortedError

    hook.on_post, hook.handle_error = hang_up, lambda *_: None
    counts, _ = tell(ledger, tmp_path, hook, tries=1)
    assert counts["failed"] == 1
    hook.on_post = None
    tell(ledger, tmp_path, hook, hours=1)
    keys = Counter(headers["Idempotency-Key"] for headers, _ in hook.seen)
    assert len(keys) == len(LEADS) and max(keys.values()) == 2, "the repeat bears the same key"


SENDER = """
import sys
from datetime import datetime
from pathlib import Path
from claims_pipeline.alerts.settings import checked
from claims_pipeline.alerts.step import send
from claims_pipeline.warehouse import Warehouse
print(send(Warehouse(sys.argv[1]), Path(sys.argv[2]), checked(eval(sys.argv[3])), now=datetime(2023, 11, 8, 6)).counts)
"""


def sender(ledger: Warehouse, folder: Path, settings: dict[str, Any]) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-c", SENDER, str(ledger.path), str(folder), repr(settings)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_killed_between_the_receivers_yes_and_the_note(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    first: list[subprocess.Popen[bytes]] = []

    def kill_once() -> None:
        if len(hook.seen) == 3:
            os.kill(first[0].pid, signal.SIGKILL)

    hook.on_post = kill_once
    own = {"webhook": {"url": hook.address, "tries": 1}}
    first.append(sender(ledger, tmp_path, own))
    out, err = first[0].communicate(timeout=60)
    assert first[0].returncode == -signal.SIGKILL, (out, err, hook.seen)
    assert len(hook.seen) == 3
    again = sender(ledger, tmp_path, own)
    out, err = again.communicate(timeout=60)
    assert again.returncode == 0, err.decode()
    keys = Counter(headers["Idempotency-Key"] for headers, _ in hook.seen)
    assert len(keys) == len(LEADS) and sorted(keys.values()) == [1, 1, 1, 1, 1, 2], "one repeat, known by its key; none lost"
    assert {r["state"] for r in outbox(ledger)} == {"sent"} and "'waiting': 0" in out.decode()
    assert (tmp_path / "flags.jsonl").read_bytes().count(b"\n") == len(LEADS)


def test_killed_while_the_mail_is_handed_over(ledger: Warehouse, tmp_path: Path) -> None:
    with post_office() as (post, port):
        first: list[subprocess.Popen[bytes]] = []

        def kill_once() -> None:
            if not post.mails:
                os.kill(first[0].pid, signal.SIGKILL)

        post.on_data = kill_once
        own = {"mail": {"host": "127.0.0.1", "port": port, "security": "none", "from": "l@example.org", "to": ["desk@example.org"]}}
        first.append(sender(ledger, tmp_path, own))
        assert first[0].wait(60) == -signal.SIGKILL
        assert len(post.mails) == 1 and {r["state"] for r in outbox(ledger, "channel = 'mail'")} == {"pending"}
        with ledger.write() as con:  # something new comes before the next run
            con.execute("UPDATE drift SET severity = 0.6 WHERE drift_id = 'd-hedge'")
        again = sender(ledger, tmp_path, own)
        _, err = again.communicate(timeout=60)
        assert again.returncode == 0, err.decode()
        ids = post.ids()
        assert len(ids) == 3 and ids[0] == ids[1] != ids[2], "the repeat has its old name, the new flag a mail of its own"


def test_two_runs_at_once_send_once(ledger: Warehouse, tmp_path: Path, hook: Any) -> None:
    own = {"webhook": {"url": hook.address}}
    runs = [sender(ledger, tmp_path, own) for _ in range(2)]
    for one in runs:
        _, err = one.communicate(timeout=120)
        assert one.returncode == 0, err.decode()
    assert Counter(body["drift_id"] for _, body in hook.seen) == Counter(LEADS)


def test_the_asset_and_its_check(ledger: Warehouse, tmp_path: Path, hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import dagster as dg
    import duckdb

    from claims_pipeline.definitions import defs
    from claims_pipeline.defs.resources import Ledger

    monkeypatch.setenv("CLAIMS_WEBHOOK_URL", hook.address)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.toml").write_text("[alerts.webhook]\ntries = 1\n")
    hook.always = lambda _body: (500, {})
    loaded = defs()

    def run() -> tuple[dict[str, Any], bool]:
        resource = Ledger(warehouse_path=str(ledger.path), report_path=str(tmp_path / "report"))
        job = loaded.get_repository_def().get_job("ledger_job")
        config = {"resources": {"ledger": {"config": resource.model_dump()}}}
        result = job.execute_in_process(run_config=config, asset_selection=[dg.AssetKey("alerts")])
        checks = {e.check_name: e.passed for e in result.get_asset_check_evaluations()}
        metadata = {k: v.value for k, v in result.asset_materializations_for_node("alerts")[0].metadata.items()}
        return metadata, checks["delivered"]

    metadata, delivered = run()
    assert metadata["this run: queued"] == 3 * len(LEADS) and metadata["this run: failed"] == 1 and not delivered
    assert "500" in metadata["notes"]
    hook.always = lambda _body: (200, {})
    metadata, delivered = run()
    assert metadata["this run: sent"] == len(LEADS) and delivered
    with duckdb.connect(str(ledger.path), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM alert_outbox WHERE state = 'sent'").fetchone() == (3 * len(LEADS),)
