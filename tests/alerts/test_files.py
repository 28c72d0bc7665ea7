"""The feed and the file of JSON lines: valid, complete, only leads, nothing twice."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import feedparser
import pytest

from claims_pipeline.alerts import files
from claims_pipeline.alerts.settings import Alerts
from claims_pipeline.alerts.step import send
from claims_pipeline.warehouse import Warehouse
from claims_pipeline.warehouse.schema import create_schema
from tests.alerts.conftest import LEADS, change, outbox

ATOM = "{http://www.w3.org/2005/Atom}"
DAY_1, DAY_2 = datetime(2023, 11, 8, 6), datetime(2023, 11, 9, 6)


def tell(ledger: Warehouse, folder: Path, now: datetime = DAY_1, min_severity: float = 0.5) -> int:
    return send(ledger, folder, Alerts(min_severity=min_severity), now=now).counts["queued"]


def lines(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "flags.jsonl").read_text(encoding="utf8").splitlines()]


def ids(folder: Path) -> list[str]:
    return [entry["drift_id"] for entry in lines(folder)]


def entries(folder: Path) -> list:
    return feedparser.parse((folder / "flags.atom").read_bytes()).entries


def test_only_open_leads_above_the_severity_are_told(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    assert set(ids(tmp_path)) == LEADS, "d-old2 repeats the matter of d-old1, d-hedge is too small, d-closed and d-aid are not open"
    assert len(entries(tmp_path)) == len(LEADS)


def test_a_second_run_tells_nothing_and_leaves_the_files_alone(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    before = {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_ino) for name in ("flags.jsonl", "flags.atom")}
    assert tell(ledger, tmp_path, DAY_2) == 0
    assert {name: ((tmp_path / name).read_bytes(), (tmp_path / name).stat().st_ino) for name in before} == before


def test_the_lines_are_only_appended_to(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    file = tmp_path / "flags.jsonl"
    before, inode = file.read_bytes(), file.stat().st_ino
    change(ledger, "UPDATE drift SET severity = 0.6 WHERE drift_id = 'd-hedge'")
    assert tell(ledger, tmp_path, DAY_2) == 2
    assert file.read_bytes().startswith(before) and file.stat().st_ino == inode
    assert ids(tmp_path)[-1] == "d-hedge" and lines(tmp_path)[-1]["listed_at"] == "2023-11-09T06:00:00Z"
    assert entries(tmp_path)[0].title.startswith("hedge lost: Russian citizens")


def test_atom_has_what_the_standard_asks_for(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    data = (tmp_path / "flags.atom").read_bytes()
    root = ET.fromstring(data)
    for part in (root, *root.iter(f"{ATOM}entry")):
        assert part.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert part.findtext(f"{ATOM}title")
        assert datetime.strptime(part.findtext(f"{ATOM}updated", ""), "%Y-%m-%dT%H:%M:%SZ") == DAY_1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    found = [e.findtext(f"{ATOM}id") for e in root.iter(f"{ATOM}entry")]
    assert len(set(found)) == len(found) == len(LEADS)
    parsed = feedparser.parse(data)
    assert (parsed.bozo, parsed.version) == (False, "atom10")


def test_atom_entry_shows_both_figures_and_no_unsafe_link(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    root = ET.fromstring((tmp_path / "flags.atom").read_bytes())
    blog = next(e for e in root.iter(f"{ATOM}entry") if "A blog wrote" in e.findtext(f"{ATOM}summary", ""))
    content = blog.findtext(f"{ATOM}content", "")
    assert "<mark>240</mark>" in content and "<mark>2,400</mark> hostages &lt;script&gt;" in content
    assert blog.find(f"{ATOM}link") is None
    links = [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    assert links and all(href.startswith("https://") for href in links)


def test_a_line_holds_the_evidence(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    entry = next(e for e in lines(tmp_path) if e["drift_id"] == "d-slip20")
    claim = entry["claim"]
    assert claim["sentence"][claim["mark_from"] : claim["mark_to"]] == claim["quote"] == "20"
    assert entry["against"]["published_at"] == "2023-11-05T17:45:00Z"
    assert (entry["reason"], entry["listed_at"]) == ("new", "2023-11-08T06:00:00Z")
    assert "a digit is missing" in entry["text"] and "grave" in entry["text"]


def test_a_crash_in_the_middle_of_a_line_or_before_the_note_repeats_nothing(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    file = tmp_path / "flags.jsonl"
    file.write_bytes(file.read_bytes()[:-40])  # the last line is half written, and no line was noted as sent
    change(ledger, "UPDATE alert_outbox SET state = 'pending', sent_at = NULL WHERE channel = 'jsonl'")
    tell(ledger, tmp_path, DAY_2)
    assert sorted(ids(tmp_path)) == sorted(LEADS)
    assert all(row["state"] == "sent" for row in outbox(ledger))


def test_a_rotated_file_is_not_filled_again_and_a_lost_feed_is(ledger: Warehouse, tmp_path: Path) -> None:
    tell(ledger, tmp_path)
    (tmp_path / "flags.jsonl").rename(tmp_path / "flags.jsonl.1")
    (tmp_path / "flags.atom").unlink()
    assert tell(ledger, tmp_path, DAY_2) == 0
    assert not (tmp_path / "flags.jsonl").exists() and len(entries(tmp_path)) == len(LEADS)


def test_control_characters_of_a_scrape_do_not_break_the_feed(ledger: Warehouse, tmp_path: Path) -> None:
    change(ledger, "UPDATE drift SET explanation = explanation || chr(8) || chr(27)")
    change(ledger, "UPDATE claims SET outlet = outlet || chr(11)")
    tell(ledger, tmp_path)
    assert len(list(ET.fromstring((tmp_path / "flags.atom").read_bytes()).iter(f"{ATOM}entry"))) == len(LEADS)


def test_the_feed_keeps_the_newest_and_the_lines_keep_all(ledger: Warehouse, tmp_path: Path) -> None:
    change(
        ledger,
        "INSERT INTO drift SELECT d.* REPLACE (drift_id || '-' || i AS drift_id, matter || '-' || i AS matter)"
        " FROM drift AS d, range(30) AS r(i) WHERE state = 'open' AND lead",
    )
    change(ledger, "UPDATE drift SET severity = 0.9")
    tell(ledger, tmp_path)
    assert len(ids(tmp_path)) == 7 * 31 and len(set(ids(tmp_path))) == 7 * 31
    assert len(entries(tmp_path)) == files.ENTRIES


def test_an_empty_ledger_gives_an_empty_valid_feed(tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    with duckdb.connect(str(path)) as con:
        create_schema(con)
    assert tell(Warehouse(path), tmp_path) == 0
    parsed = feedparser.parse((tmp_path / "flags.atom").read_bytes())
    assert (parsed.bozo, parsed.entries) == (False, [])


@pytest.mark.parametrize("junk", [b"[1, 2]\n", b"\xff\xfe\n"])
def test_a_foreign_line_is_left_alone(ledger: Warehouse, tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "flags.jsonl").write_bytes(junk)
    tell(ledger, tmp_path)
    assert (tmp_path / "flags.jsonl").read_bytes().startswith(junk)
    assert (tmp_path / "flags.jsonl").read_bytes().count(b"\n") == len(LEADS) + 1


def test_a_folder_that_cannot_be_written_holds_up_nothing_and_loses_nothing(ledger: Warehouse, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    result = send(ledger, blocked, Alerts(), now=DAY_1)
    assert result.counts["sent"] == 0 and {row["state"] for row in outbox(ledger)} == {"pending"}
    assert all(row["attempts"] == 1 and "blocked" in row["last_error"] for row in outbox(ledger))
    blocked.unlink()
    assert send(ledger, blocked, Alerts(), now=DAY_2).counts["sent"] == 2 * len(LEADS)
    assert sorted(ids(blocked)) == sorted(LEADS)
