"""The documented views and macros answer as documented, on the fixture and on an empty ledger."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from claims_pipeline.warehouse import open_snapshot
from claims_pipeline.warehouse.sql import names, statement

DOCS = Path(__file__).parents[2] / "docs" / "sql.md"
BLOCKS = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf8"), re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: re.sub(r"\W+", " ", block)[:50])
def test_every_example_of_the_docs_runs_and_finds_something(
    ledger: Path, block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_snapshot(ledger) as con:
        assert con.execute(block).fetchall()
    if block.startswith("COPY"):
        assert [f for f in tmp_path.iterdir() if f.stat().st_size > 100]


def test_docs_name_every_view_and_macro_for_people() -> None:
    text = DOCS.read_text(encoding="utf8")
    views = [n.removeprefix("views/") for n in names("views") if n.startswith("views/v_")]
    own = ("show_fact", "flags_since", "find_facts", "search_claims", "current_facts", "figure_text", "bounds_text", "amount_text")
    assert [name for name in (*views, *own) if f"`{name}" not in text] == []


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("amount_text(1234567.0, NULL)", "1,234,567"),
        ("amount_text(2.50, '%')", "2.5%"),
        ("amount_text(-1200, 'USD')", "-1,200 USD"),
        ("amount_text(0, NULL)", "0"),
        ("amount_text('inf'::DOUBLE, NULL)", "inf"),
        ("bounds_text(8, NULL, NULL)", "at least 8"),
        ("bounds_text(NULL, 300, NULL)", "up to 300"),
        ("bounds_text(20, 30, 'km')", "20 to 30 km"),
        ("bounds_text(NULL, NULL, 'km')", "not known"),
        ("figure_text(200, 201, NULL, 'more_than', NULL)", "more than 200"),
        ("figure_text(NULL, 20, 30, 'range', NULL)", "20 to 30"),
        ("figure_text(NULL, 24, NULL, 'vague', NULL)", "vaguely at least 24"),
        ("figure_text(57000000, 51300000, 62700000, 'about', 'IDR')", "about 57,000,000 IDR"),
    ],
)
def test_figures_in_words(ledger: Path, expression: str, text: str) -> None:
    with open_snapshot(ledger) as con:
        assert con.execute(f"SELECT {expression}").fetchall() == [(text,)]


def test_overview_counts(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        row = con.execute(
            "SELECT articles, outlets, languages, claims, facts, moving_facts, open_flags, decided_flags, closed_flags, rejected"
            " FROM v_overview"
        ).fetchall()
    assert row == [(22, 11, 5, 26, 5, 2, 8, 1, 1, 4)]


def test_flags_since_takes_a_time_and_none(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        late = con.execute("SELECT count(*) FROM flags_since(TIMESTAMP '2023-11-01')").fetchall()
        every = con.execute("SELECT count(*) FROM v_flags").fetchall()
    assert (late, every) == ([(6,)], [(10,)])


def test_marks_cut_the_figure_out_of_every_sentence(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        wrong = con.execute("SELECT sentence FROM v_timeline WHERE sentence[mark_from + 1 : mark_to] <> quote").fetchall()
    assert wrong == []


def test_one_matter_for_two_outlets_with_the_same_outdated_figure(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        rows = con.execute(
            "SELECT flags, lead_drift_id FROM v_flag_groups WHERE relation = 'outdated_repeat' ORDER BY flags DESC"
        ).fetchall()
    assert rows == [(2, "d-old1"), (1, "d-q-old")]


def test_an_old_id_walks_over_two_merges_and_a_split_stays_with_itself(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        merged = con.execute("SELECT fact_id, by_history FROM current_facts('f-captives-old')").fetchall()
        split = con.execute("SELECT fact_id, by_history FROM current_facts('f-quake')").fetchall()
        story = con.execute("SELECT DISTINCT fact_id FROM show_fact('f-captives-old')").fetchall()
        nothing = con.execute("FROM current_facts('f-never')").fetchall()
    assert merged == [("f-hostages", True)]
    assert split == [("f-quake", False), ("f-hurt", True)]
    assert story == [("f-hostages",)]
    assert nothing == []


def test_a_circle_in_the_history_ends(own_ledger: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("INSERT INTO fact_history VALUES ('2023-11-01', 'merge', 'f-hostages', 'f-captives-old', 1, 'undone')")
        assert con.execute("SELECT fact_id FROM current_facts('f-captives')").fetchall() == [("f-hostages",)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Russian citizens", "f-russians"),
        ("sandera", "f-hostages"),
        *((words, "f-quake") for words in ("死亡", "القتلى", "2.012", "séisme", "SEISME")),
    ],
)
def test_search_by_words_in_any_script(ledger: Path, words: str, first: str) -> None:
    with open_snapshot(ledger) as con:
        assert con.execute("SELECT fact_id FROM search_claims($w) LIMIT 1", {"w": words}).fetchall() == [(first,)]


def test_search_finds_nothing_for_words_that_nobody_said(ledger: Path) -> None:
    with open_snapshot(ledger) as con:
        assert con.execute("FROM search_claims('zzyzx')").fetchall() == []
        assert con.execute("FROM search_claims('  ?! ')").fetchall() == []


@pytest.mark.parametrize("name", [n for n in names("views") if n.startswith("views/v_")])
def test_views_answer_on_an_empty_ledger(empty_ledger: Path, name: str) -> None:
    with open_snapshot(empty_ledger) as con:
        rows = con.execute(f"FROM {name.removeprefix('views/')}").fetchall()
    assert len(rows) == (1 if name == "views/v_overview" else 0)


@pytest.mark.parametrize("name", [*names("report"), *(n for n in names("views") if n.startswith("views/v_"))])
def test_each_file_says_what_it_is_for(name: str) -> None:
    text = statement(name)
    assert all(f"-- {word}:" in text for word in ("Reads", "Writes", "Grain", "Why"))
