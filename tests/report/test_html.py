"""The page: what it says, that it is safe, and that it stays small."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.html import FACTS, MATTERS, link, severity_word, write_report

NOW = datetime(2023, 11, 8, 6, 0)
VOID = {"meta", "link", "br", "path", "rect", "circle", "line", "img"}


class Reader(HTMLParser):
    """Checks that tags nest, and collects text, marks and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.marks: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "br":
            self.text.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)
        if "mark" in self.open:
            self.marks.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(scope="session")
def page(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_report(ledger, tmp_path_factory.mktemp("report"), now=NOW).read_text(encoding="utf8")


def test_head_says_what_was_seen_and_when(page: str) -> None:
    words = Reader(page).words
    assert "Figures in the news, 9 Sep – 7 Nov 2023" in words
    assert "Made 8 Nov 2023, 06:00 UTC" in words
    counts = dict(re.findall(r"<dt><a[^>]*>([^<]+)</a></dt><dd>([^<]+)</dd>", page))
    assert counts == {"articles": "22", "outlets": "11", "languages": "5", "claims": "26", "facts": "5", "open flags": "8", "not read": "4"}


def test_flags_come_by_gravity_with_both_figures_marked(page: str) -> None:
    flags = page[page.index('id="flags"') : page.index('id="facts"')]
    severities = [float(s) for s in re.findall(r"</span>(?:grave|serious|minor) <b>([\d.]+)</b>", flags)]
    assert severities == [0.91, 0.84, 0.72, 0.66, 0.77, 0.69, 0.48]  # matters of one fact stay together
    assert Reader("<div>" + page[page.index("<main") : page.index('<section id="facts"')].split(">", 1)[1] + "</div>").marks == [
        *("200", "20", "240", "2,400", "240", "299", "229", "199"),
        *("2,901", "2,091", "2,901", "2,012", "eight", "Eight"),
    ]


def test_a_second_outlet_in_the_same_matter_is_a_line_and_not_a_card(page: str) -> None:
    others = re.findall(r'<ul class="others">(.*?)</ul>', page, re.DOTALL)
    assert len(others) == 1
    assert "Coastal Observer" in others[0]


def test_decided_and_closed_flags_are_not_shown_as_open(page: str) -> None:
    flags = page[page.index('id="flags"') : page.index('id="facts"')]
    assert "million became billion" not in flags
    assert "has put it right" not in flags


def test_moving_facts_have_range_recommendation_and_chart(page: str) -> None:
    cards = re.findall(r'<article class="fact">(.*?)</article>', page, re.DOTALL)
    quake = next(c for c in cards if "High Atlas" in c and "killed" in c)
    words = Reader(quake).words
    assert "2,901 recommended 2,901 (latest official) 8 claims, 7 outlets, 7 independent sources, 2 open flags" in words
    assert 'aria-label="8 claims from 9 Sep 2023 to 13 Sep 2023: first 632, last 2,091"' in quake
    assert quake.count('class="dot"') == 8
    assert "at least 8" in next(c for c in cards if "<code>f-russians</code>" in c)


def test_nothing_of_the_input_becomes_markup_or_script(page: str) -> None:
    read = Reader(page)
    assert "script" not in read.tags
    assert 'alert("x")' in read.words
    assert [x for x in read.links if not x.startswith(("https://", "#", "data:"))] == []


def test_page_needs_no_network(page: str) -> None:
    assert re.findall(r"url\(|@import|<script|<iframe|<object|srcset", page) == []
    assert set(re.findall(r"<(?:link|img)[^>]*(?:href|src)=\"([^\"]*)", page)) == {"data:,"}


def test_other_scripts_carry_language_and_direction(page: str) -> None:
    assert '<bdi dir="auto" lang="ar">' in page
    assert "Indonesian (id)" in page


def test_tags_nest(page: str) -> None:
    assert {"mark", "svg", "table", "time", "figure"} <= Reader(page).tags


def test_empty_ledger_says_so(empty_ledger: Path, tmp_path: Path) -> None:
    words = Reader(write_report(empty_ledger, tmp_path / "a" / "b", now=NOW).read_text(encoding="utf8")).words
    assert "No open flag." in words
    assert "Everything that was given could be read." in words


def test_missing_snapshot_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"none\.duckdb"):
        write_report(tmp_path / "none.duckdb", tmp_path, now=NOW)


def test_second_report_replaces_the_first_and_leaves_nothing_else(ledger: Path, tmp_path: Path) -> None:
    first = write_report(ledger, tmp_path, now=NOW)
    second = write_report(ledger, tmp_path, now=datetime(2023, 11, 9))
    assert first == second
    assert [f.name for f in tmp_path.iterdir()] == [first.name]
    assert "Made 9 Nov 2023" in Reader(second.read_text(encoding="utf8")).words


def test_sixty_thousand_claims_stay_under_two_megabytes(own_ledger: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        _multiply(con, 2400)
    file = write_report(own_ledger, tmp_path, now=NOW)
    page = file.read_text(encoding="utf8")
    assert file.stat().st_size < 2_000_000
    assert page.count('<article class="fact">') == FACTS
    assert len(re.findall(r'<div class="cause', page)) == MATTERS
    read = Reader(page)
    assert "62,426" in read.words
    assert "more matters, see SQL: FROM v_flag_groups WHERE state = 'open'" in read.words
    assert re.search(r"and [\d,]+ more facts, see SQL", read.words)


def _multiply(con: duckdb.DuckDBPyConnection, times: int) -> None:
    """Every claim, link, fact and flag of the fixture again under new ids; sentences grow to thousands of characters."""
    con.execute(f"CREATE TEMP TABLE copies AS SELECT '-' || i AS tail FROM range({times}) AS r(i)")
    ids = {
        "claims": "claim_id",
        "facts": "fact_id",
        "fact_claims": "fact_id claim_id",
        "fact_timeline": "fact_id claim_id",
        "verdicts": "claim_id",
        "drift": "drift_id fact_id claim_id against_claim_id matter",
    }
    for table, columns in ids.items():
        new = ", ".join(f"{c} || tail AS {c}" for c in columns.split())
        con.execute(f"INSERT INTO {table} BY NAME SELECT t.* REPLACE ({new}) FROM {table} AS t, copies")
    con.execute("UPDATE claims SET sentence = repeat('So it went. ', 300) || sentence || repeat(' And on it went.', 300)")
    con.execute("UPDATE claims SET start_char = start_char + 3600, end_char = end_char + 3600")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        *((bad, False) for bad in ("javascript:alert(1)", "data:text/html,x", "", None, "http://[")),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert link(url) == (url if safe else None)


def test_severity_words() -> None:
    assert [severity_word(s) for s in (1.0, 0.75, 0.74, 0.5, 0.49, 0.0)] == ["grave", "grave", "serious", "serious", "minor", "minor"]
