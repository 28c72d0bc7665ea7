"""The everyday questions, as rows and as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report import reading
from claims_pipeline.report.table import Column, clip, plain_table, width


def test_facts_with_most_independent_sources_first_and_a_limit(ledger: Path) -> None:
    found = reading.facts(ledger, limit=2)
    assert [f["fact_id"] for f in found] == ["f-hostages", "f-quake"]
    text = reading.table(found, 120)
    assert text.splitlines()[0].split() == ["fact", "what", "stands", "at", "status", "claims", "sources", "flags", "last", "claim"]
    assert text.endswith("… and 3 more (--limit)")


def test_facts_by_all_words(ledger: Path) -> None:
    assert [f["fact_id"] for f in reading.facts(ledger, "earthquake killed")] == ["f-quake"]
    assert reading.facts(ledger, "earthquake hostages") == []
    assert reading.table([]) == "Nothing found."


def test_show_tells_the_story_and_the_flags(ledger: Path) -> None:
    told = reading.show(ledger, "f-russians")
    assert [(c["outlet"], c["figure"], c["role"]) for c in told["timeline"]] == [
        ("Moscow Ledger", "at least 8", "opens"),
        ("Kabar Nusantara", "at least 8", "confirms"),
        ("Valley Dispatch", "8", "differs"),
    ]
    assert [f["drift_id"] for f in told["flags"]] == ["d-hedge"]
    text = reading.show_text(ledger, "f-russians", 120)
    assert "\nnow at least 8; recommended 8 (latest official)\n3 claims, 3 outlets, 2 independent sources\n" in text
    assert "At least »eight« Russian citizens" in text


def test_show_answers_an_old_id_and_says_so(ledger: Path) -> None:
    text = reading.show_text(ledger, "f-captives-old", 140)
    assert text.startswith("hostages held in Gaza")
    assert "asked for f-captives-old, which became this fact" in text
    assert "17 Oct 2023, 04:00: merge of f-captives-old into f-captives" in text


def test_show_of_an_unknown_id_offers_close_ones(ledger: Path) -> None:
    with pytest.raises(ClaimsError, match="f-quake"):
        reading.show(ledger, "f-quak")
    with pytest.raises(ClaimsError, match="claims facts WORDS"):
        reading.show(ledger, "nothing-like-it")


def test_drift_filters(ledger: Path) -> None:
    assert [f["severity"] for f in reading.drift(ledger, min_severity=0.7)] == [0.91, 0.84, 0.77, 0.72]
    assert {f["drift_id"] for f in reading.drift(ledger, relation="outdated_repeat")} == {"d-old1", "d-old2", "d-q-old"}
    assert [f["note"] for f in reading.drift(ledger, state="confirmed")] == ["Desk rang the fund: million."]
    assert len(reading.drift(ledger, state=None)) == 10
    assert "confirmed: Desk rang the fund: million." in reading.drift_text(ledger, state="confirmed")


@pytest.mark.parametrize(("name", "value"), [("state", "opened"), ("relation", "slip")])
def test_a_misspelt_filter_names_the_known_ones(ledger: Path, name: str, value: str) -> None:
    with pytest.raises(ClaimsError, match=f"{name}: '{value}'. Known: "):
        reading.drift(ledger, **{name: value})


def test_limits_below_one_are_refused(ledger: Path) -> None:
    for ask in (reading.facts, reading.drift, reading.rejected):
        with pytest.raises(ClaimsError, match="limit: 0"):
            ask(ledger, limit=0)


def test_search_by_words(ledger: Path) -> None:
    found = reading.search(ledger, "families 299")
    assert found[0]["quote"] == "299"
    assert reading.search(ledger, "families 299", limit=1) == found[:1]
    with pytest.raises(ClaimsError, match="no words given"):
        reading.search(ledger, "  ")


def test_search_by_meaning_hands_over_the_question_and_ranks_by_cosine(ledger: Path) -> None:
    asked: list[Sequence[str]] = []

    def embed(texts: Sequence[str]) -> np.ndarray:
        asked.append(texts)
        return np.array([[0.0, 0.95, 0.3]], dtype=np.float32)

    found = reading.search(ledger, "hurt people", embed=embed)
    assert asked == [["hurt people"]]
    assert [f["fact_id"] for f in found[:2]] == ["f-hurt", "f-quake"]
    assert found[0]["score"] == pytest.approx(1.0, abs=1e-3)
    assert reading.search(ledger, "hurt people", embed=embed, model="another") == []


def test_search_by_meaning_with_another_models_vectors_is_refused(ledger: Path) -> None:
    with pytest.raises(ClaimsError, match="vectors are of another model"):
        reading.search(ledger, "x", embed=lambda _: np.ones((1, 5), dtype=np.float32))


def test_search_by_meaning_in_a_ledger_without_vectors_is_refused(own_ledger: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("DROP TABLE claim_embeddings")
    with pytest.raises(ClaimsError, match="holds no vectors"):
        reading.search(own_ledger, "x", embed=lambda _: np.ones((1, 3), dtype=np.float32))


def test_rejected_names_place_and_reason(ledger: Path) -> None:
    found = reading.rejected(ledger)
    assert ("inbox/feed.jsonl", "line 3", "broken JSON line") in {(r["source"], r["position"], r["reason"]) for r in found}
    assert "whole file" in reading.table(found, 120)


def test_text_never_carries_control_characters(own_ledger: Path) -> None:
    with duckdb.connect(str(own_ledger)) as con:
        con.execute("UPDATE drift SET explanation = 'red ' || chr(27) || '[31m alert'")
        con.execute("UPDATE facts SET label = label || chr(7)")
    for text in (reading.drift_text(own_ledger), reading.show_text(own_ledger, "f-quake"), reading.table(reading.facts(own_ledger))):
        assert {c for c in text if unicodedata.category(c) == "Cc"} <= {"\n"}


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("人質200", 7), ("é", 1), ("e\u0301", 1), ("नि", 1), ("\u200b", 0)])
def test_terminal_width(text: str, cells: int) -> None:
    assert width(text) in (cells, cells + 1) if text == "नि" else width(text) == cells


def test_clip_cuts_by_cells() -> None:
    assert clip("人質は二百人", 7) == "人質は…"
    assert clip("a\nb   c", 10) == "a b c"


def test_table_lines_fit_and_numbers_stand_right() -> None:
    lines = plain_table([Column("n", right=True), Column("words", flexible=True)], [["5", "x" * 300], ["1,200", "y"]], 60).splitlines()
    assert max(width(line) for line in lines) <= 60
    assert lines[2].startswith("    5  xxx")
    assert lines[3] == "1,200  y"
