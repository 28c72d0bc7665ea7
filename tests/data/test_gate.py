"""The labelled sentences of the gate agree with themselves and with the conventions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from closed_lists import ATTRIBUTES, BOUNDS, CLAIM_KINDS, MEASURES, MODALITIES, OTHER_KINDS

DATA = Path(__file__).resolve().parents[2] / "data"
GATE_LANGUAGES = [
    "ar",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "id",
    "it",
    "ja",
    "ko",
    "ms",
    "nl",
    "pl",
    "pt",
    "ru",
    "sw",
    "th",
    "tr",
    "uk",
    "vi",
    "zh",
]
GATE = [("sentences_en", 80), ("sentences_id", 80)] + [(lang, 12) for lang in GATE_LANGUAGES if lang not in ("en", "id")]


@pytest.mark.parametrize(("name", "at_least"), GATE)
def test_gate_sentences_are_well_formed(name: str, at_least: int) -> None:
    rows = [json.loads(line) for line in (DATA / "gate" / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]
    assert len(rows) >= at_least
    assert len({r["id"] for r in rows}) == len({r["sentence"] for r in rows}) == len(rows)
    assert {r["lang"] for r in rows} == {name.removeprefix("sentences_")}
    for row in rows:
        position = 0
        for q in row["quantities"]:
            found = row["sentence"].find(q["text"], position)
            assert found >= 0, f"{row['id']}: {q['text']!r} is not in the sentence, or out of order"
            position = found + len(q["text"])
            _assert_well_formed(q, row["id"])
            assert q["attributed_to"] is None or q["attributed_to"] in row["sentence"], row["id"]


def _assert_well_formed(q: dict[str, Any], name: str) -> None:
    assert q["bound"] in BOUNDS and q["measure"] in MEASURES and q["modality"] in MODALITIES, name
    assert q["kind"] in CLAIM_KINDS | OTHER_KINDS, name
    if q["is_claim"]:
        assert q["kind"] in CLAIM_KINDS and q["attribute"] in ATTRIBUTES, name
        assert q["low"] is not None and q["high"] is not None, name
        assert (q["low"] < q["high"]) == (q["bound"] in ("range", "vague")), name
        assert q["noun"] or q.get("noun_resolved"), f"{name}: {q['text']!r} counts nothing"
    else:
        assert q["attribute"] is None, name
        assert (q["low"] is None) == (q["high"] is None), name


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_long_gates_cover_every_value_of_the_closed_lists(lang: str) -> None:
    rows = [json.loads(line) for line in (DATA / "gate" / f"sentences_{lang}.jsonl").read_text(encoding="utf8").splitlines()]
    quantities = [q for r in rows for q in r["quantities"]]
    assert {q["bound"] for q in quantities} == BOUNDS
    assert {q["kind"] for q in quantities} == CLAIM_KINDS | OTHER_KINDS
    assert ATTRIBUTES - {q["attribute"] for q in quantities} == set()
    assert {q["measure"] for q in quantities} == MEASURES
    assert {q["modality"] for q in quantities} == MODALITIES


@pytest.mark.parametrize("lang", [n for n, _ in GATE if not n.startswith("sentences_")])
def test_the_short_gates_hold_hedges_money_percent_range_vague_and_traps(lang: str) -> None:
    rows = [json.loads(line) for line in (DATA / "gate" / f"{lang}.jsonl").read_text(encoding="utf8").splitlines()]
    quantities = [q for r in rows for q in r["quantities"]]
    assert {"at_least", "more_than", "less_than", "about", "range", "vague", "exact"} <= {q["bound"] for q in quantities} | (
        {"more_than"} if lang == "ko" else set()
    )
    assert {"count", "money", "percent"} <= {q["kind"] for q in quantities}
    assert {"killed", "evacuated"} <= {q["attribute"] for q in quantities}
    assert sum(not q["is_claim"] for q in quantities) >= 3
