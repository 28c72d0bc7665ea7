"""The feeds: valid, complete, and nothing twice."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import feedparser
import pytest

from claims_pipeline.report.feed import ENTRIES, write_feed

ATOM = "{http://www.w3.org/2005/Atom}"
DAY_1, DAY_2 = datetime(2023, 11, 8, 6), datetime(2023, 11, 9, 6)


def _lines(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "flags.jsonl").read_text(encoding="utf8").splitlines()]


def _ids(folder: Path) -> list[str]:
    return [entry["drift_id"] for entry in _lines(folder)]


def test_only_open_flags_above_the_severity_are_listed(ledger: Path, tmp_path: Path) -> None:
    assert write_feed(ledger, tmp_path, now=DAY_1, min_severity=0.7) == 4
    assert set(_ids(tmp_path)) == {"d-slip20", "d-slip2400", "d-contra", "d-q-swap"}


def test_a_second_run_lists_nothing_and_leaves_the_files_alone(ledger: Path, tmp_path: Path) -> None:
    assert write_feed(ledger, tmp_path, now=DAY_1) == 7
    before = {name: (tmp_path / name).read_bytes() for name in ("flags.jsonl", "flags.atom")}
    assert write_feed(ledger, tmp_path, now=DAY_2) == 0
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_new_flag_is_added_and_the_old_ones_keep_their_entry(own_ledger: Path, tmp_path: Path) -> None:
    write_feed(own_ledger, tmp_path, now=DAY_1)
    first = {e.id: (e.updated, e.title) for e in feedparser.parse((tmp_path / "flags.atom").read_bytes()).entries}
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("UPDATE drift SET severity = 0.6 WHERE drift_id = 'd-hedge'")
        con.execute("UPDATE drift SET state = 'dismissed' WHERE drift_id = 'd-contra'")
    assert write_feed(own_ledger, tmp_path, now=DAY_2) == 1
    entries = feedparser.parse((tmp_path / "flags.atom").read_bytes()).entries
    assert entries[0].title.startswith("hedge lost: Russian citizens")
    assert entries[0].updated == "2023-11-09T06:00:00Z"
    assert {e.id: (e.updated, e.title) for e in entries[1:]} == first


def test_atom_has_what_the_standard_asks_for(ledger: Path, tmp_path: Path) -> None:
    write_feed(ledger, tmp_path, now=DAY_1)
    data = (tmp_path / "flags.atom").read_bytes()
    root = ET.fromstring(data)
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.iter(f"{ATOM}entry")):
        assert part.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert part.findtext(f"{ATOM}title")
        assert datetime.strptime(part.findtext(f"{ATOM}updated", ""), "%Y-%m-%dT%H:%M:%SZ") == DAY_1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [e.findtext(f"{ATOM}id") for e in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 7
    parsed = feedparser.parse(data)
    assert (parsed.bozo, parsed.version) == (False, "atom10")


def test_atom_entry_shows_both_figures_and_no_unsafe_link(ledger: Path, tmp_path: Path) -> None:
    write_feed(ledger, tmp_path, now=DAY_1)
    root = ET.fromstring((tmp_path / "flags.atom").read_bytes())
    blog = next(e for e in root.iter(f"{ATOM}entry") if "A blog wrote" in e.findtext(f"{ATOM}summary", ""))
    content = blog.findtext(f"{ATOM}content", "")
    assert "<mark>240</mark>" in content
    assert "<mark>2,400</mark> hostages &lt;script&gt;" in content
    assert blog.find(f"{ATOM}link") is None
    links = [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    assert links
    assert all(href.startswith("https://") for href in links)


def test_line_holds_the_evidence(ledger: Path, tmp_path: Path) -> None:
    write_feed(ledger, tmp_path, now=DAY_1)
    entry = next(e for e in _lines(tmp_path) if e["drift_id"] == "d-slip20")
    claim = entry["claim"]
    assert claim["sentence"][claim["mark_from"] : claim["mark_to"]] == claim["quote"] == "20"
    assert entry["against"]["published_at"] == "2023-11-05T17:45:00Z"
    assert entry["listed_at"] == "2023-11-08T06:00:00Z"


def test_a_half_written_line_is_listed_anew_and_the_others_are_not(ledger: Path, tmp_path: Path) -> None:
    write_feed(ledger, tmp_path, now=DAY_1)
    file = tmp_path / "flags.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:-40])
    assert write_feed(ledger, tmp_path, now=DAY_2) == 1
    assert len(_ids(tmp_path)) == len(set(_ids(tmp_path))) == 7


def test_control_characters_of_a_scrape_do_not_break_the_feed(own_ledger: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("UPDATE drift SET explanation = explanation || chr(8) || chr(27)")
        con.execute("UPDATE claims SET outlet = outlet || chr(11)")
    write_feed(own_ledger, tmp_path, now=DAY_1)
    assert len(list(ET.fromstring((tmp_path / "flags.atom").read_bytes()).iter(f"{ATOM}entry"))) == 7


def test_the_atom_file_keeps_the_newest_and_the_lines_keep_all(own_ledger: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute(
            "INSERT INTO drift SELECT d.* REPLACE (drift_id || '-' || i AS drift_id)"
            " FROM drift AS d, range(30) AS r(i) WHERE state = 'open'"
        )
        con.execute("UPDATE drift SET severity = 0.9")
    assert write_feed(own_ledger, tmp_path, now=DAY_1) == 8 * 31
    assert len(_ids(tmp_path)) == 8 * 31
    assert len(feedparser.parse((tmp_path / "flags.atom").read_bytes()).entries) == ENTRIES


def test_an_empty_ledger_gives_an_empty_valid_feed(empty_ledger: Path, tmp_path: Path) -> None:
    assert write_feed(empty_ledger, tmp_path, now=DAY_1) == 0
    parsed = feedparser.parse((tmp_path / "flags.atom").read_bytes())
    assert (parsed.bozo, parsed.entries) == (False, [])
    assert (tmp_path / "flags.jsonl").read_bytes() == b""


@pytest.mark.parametrize("junk", [b"[1, 2]\n", b"\xff\xfe\n"])
def test_a_foreign_line_is_dropped(ledger: Path, tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "flags.jsonl").write_bytes(junk)
    assert write_feed(ledger, tmp_path, now=DAY_1) == 7
    assert len(_ids(tmp_path)) == 7
