"""The steps around the rules: only changed facts, decisions that survive, verdicts at their time, reference series."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claims_pipeline.drift.step import decide, flag, judge, load_reference, track
from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import Warehouse
from tests.drift import newsroom

NOW = datetime(2022, 1, 1)
FIRE: list[dict[str, Any]] = [
    {"id": "a", "outlet": "Kabar", "at": "2021-09-16T08:00", "says": "185"},
    {"id": "b", "outlet": "Post", "at": "2021-09-17T08:00", "says": "218"},
    {"id": "c", "outlet": "Gazette", "at": "2021-09-18T08:00", "says": "218"},
    {"id": "d", "outlet": "Herald", "at": "2021-09-20T08:00", "says": "185"},
    {"id": "z", "outlet": "Kabar", "at": "2021-09-16T08:00", "says": "12", "fact": "other"},
]


def ledger(path: Path, claims: list[dict[str, Any]]) -> Warehouse:
    warehouse = Warehouse(path / "ledger.duckdb")
    with warehouse.write() as con:
        newsroom.add(con, claims)
    track(warehouse)
    flag(warehouse, now=NOW)
    return warehouse


def answer(warehouse: Warehouse, question: str, *values: Any) -> list[tuple[Any, ...]]:
    with warehouse.read() as con:
        return con.execute(question, list(values)).fetchall()


def test_only_facts_with_new_claims_are_computed(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    assert track(warehouse).counts["facts"] == 0
    assert flag(warehouse, now=NOW).counts["facts"] == 0
    with warehouse.write() as con:
        newsroom.add(con, [{"id": "y", "outlet": "Post", "at": "2021-09-16T10:00", "says": "14", "fact": "other"}])
    assert track(warehouse).counts == {"facts": 1, "claims": 2, "moves": 1}
    assert flag(warehouse, now=NOW).counts["facts"] == 1


def test_a_changed_threshold_computes_all_facts_again(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    assert track(warehouse, settings={"window_hours": 48}).counts["facts"] == 2
    with pytest.raises(ClaimsError, match="no rule has a threshold"):
        track(warehouse, settings={"windows": 48})


def test_a_decision_survives_the_next_run_and_new_evidence(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    drift_id = answer(warehouse, "SELECT drift_id FROM drift WHERE relation = 'outdated_repeat'")[0][0]
    decide(warehouse, drift_id, "confirmed", "told the desk", now=NOW)
    with warehouse.write() as con:
        newsroom.add(con, [{"id": "e", "outlet": "Echo", "at": "2021-09-19T08:00", "says": "230"}])
    track(warehouse)
    flag(warehouse, now=datetime(2022, 2, 1))
    found = answer(warehouse, "SELECT state, note, detected_at, against_claim_id FROM drift WHERE drift_id = ?", drift_id)
    assert found == [("confirmed", "told the desk", NOW, "e")]
    with pytest.raises(ClaimsError, match="no such flag"):
        decide(warehouse, "nothing", "dismissed", now=NOW)
    with pytest.raises(ClaimsError, match="unknown state"):
        decide(warehouse, drift_id, "gone", now=NOW)


def test_an_open_flag_closes_itself_when_the_outlet_corrects(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    with warehouse.write() as con:
        newsroom.add(con, [{"id": "d2", "article": "article-d", "version": 2, "outlet": "Herald", "at": "2021-09-20T10:00", "says": "218"}])
    track(warehouse)
    flag(warehouse, now=NOW)
    state, reason = answer(warehouse, "SELECT state, closed_reason FROM drift WHERE relation = 'outdated_repeat'")[0]
    assert state == "closed"
    assert "Corrected by Herald on 20 September 2021" in reason


def test_what_was_believed_at_a_time(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    belief = "SELECT low, high, claims FROM facts_as_known_at(?::TIMESTAMP) WHERE fact_id = 'fact'"
    assert answer(warehouse, belief, "2021-09-16 07:00") == []
    assert answer(warehouse, belief, "2021-09-16 12:00") == [(185, 185, 1)]
    assert answer(warehouse, belief, "2021-09-30 00:00") == [(218, 218, 4)]


def test_the_flag_that_decides_a_verdict_gives_its_reason(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    more = "'more' AS drift_id, 'scope_shift' AS relation, severity + 1 AS severity, 'Others.' AS explanation, 'a' AS against_claim_id"
    with warehouse.write() as con:
        con.execute(f"INSERT INTO drift BY NAME SELECT * REPLACE ({more}) FROM drift WHERE relation = 'outdated_repeat'")
    judge(warehouse)
    outdated = answer(warehouse, "SELECT explanation, [against_claim_id] FROM drift WHERE relation = 'outdated_repeat'")
    assert answer(warehouse, "SELECT reason, evidence FROM verdicts WHERE verdict = 'outdated'") == outdated


def test_verdicts_do_not_know_the_future(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    judge(warehouse)
    verdicts = dict(answer(warehouse, "SELECT claim_id, verdict FROM verdicts"))
    assert verdicts == {"a": "single_source", "b": "single_source", "c": "supported", "d": "outdated", "z": "single_source"}
    assert answer(warehouse, "SELECT evidence FROM verdicts WHERE claim_id = 'c'") == [(["b"],)]
    assert judge(warehouse).counts == {}


MAPPING = """series = "fire_suspects"
file = "{file}"
source = "police"
[columns]
as_of = "day"
value = "suspects"
{known_at}
[speaks_to]
attribute = "killed"
noun = ["people", "persons"]
place = ""
"""


def mapping(folder: Path, file: str, data: str, known_at: bool = False) -> Path:
    (folder / file).write_text(data)
    path = folder / "series.toml"
    path.write_text(MAPPING.format(file=file, known_at='known_at = "published"' if known_at else ""))
    return path


def test_a_series_judges_claims_in_the_version_known_then(tmp_path: Path) -> None:
    claims = [
        {"id": "a", "outlet": "Kabar", "at": "2021-09-16T18:00", "says": "185"},
        {"id": "b", "outlet": "Post", "at": "2021-09-20T18:00", "says": "185"},
        {"id": "c", "outlet": "Echo", "at": "2021-09-20T19:00", "says": "400"},
        {"id": "d", "outlet": "Gazette", "at": "2021-09-20T20:00", "says": "more than 220"},
    ]
    warehouse = ledger(tmp_path, claims)
    path = mapping(
        tmp_path, "counts.csv",
        "day,published,suspects\n2021-09-16,2021-09-16T09:00:00Z,185\n2021-09-19,2021-09-19T09:00:00Z,230\n"
        "2021-09-20,2021-09-20T09:00:00Z,231\n2021-09-20,2021-12-01T09:00:00Z,400\nsoon,2021-09-20T09:00:00Z,5\n2021-09-21,2021-09-21T09:00:00Z,many\n",
        known_at=True,
    )  # fmt: skip
    assert load_reference(warehouse, [path], now=NOW).counts == {"series": 1, "rows": 4, "rejected": 2}
    assert load_reference(warehouse, [path], now=NOW).counts["rejected"] == 2
    assert answer(warehouse, "SELECT count(*) FROM rejected") == [(2,)]
    judge(warehouse)
    assert dict(answer(warehouse, "SELECT claim_id, verdict FROM verdicts")) == {
        "a": "supported", "b": "outdated", "c": "contradicted", "d": "supported",
    }  # fmt: skip
    assert answer(warehouse, "SELECT evidence FROM verdicts WHERE claim_id = 'a'") == [(["fire_suspects:2021-09-16"],)]


def test_a_series_without_times_of_publication_keeps_its_revisions(tmp_path: Path) -> None:
    warehouse = ledger(tmp_path, FIRE)
    path = mapping(tmp_path, "counts.json", '[{"day": "2021-09-16", "suspects": 185}, {"day": "2021-09-17", "suspects": 218}]')
    load_reference(warehouse, [path], now=NOW)
    mapping(tmp_path, "counts.json", '[{"day": "2021-09-16", "suspects": 185}, {"day": "2021-09-17", "suspects": 217}]')
    assert load_reference(warehouse, [path], now=NOW).counts["rows"] == 1
    assert answer(warehouse, "SELECT as_of::VARCHAR, known_at, value FROM reference_series ORDER BY ALL") == [
        ("2021-09-16", datetime(2021, 9, 16, 12), 185),
        ("2021-09-17", datetime(2021, 9, 17, 12), 218),
        ("2021-09-17", NOW, 217),
    ]


@pytest.mark.parametrize(
    ("broken", "says"),
    [("[speaks_to]", "no speaks_to"), ('value = "suspects"', "no value under"), ('series = "fire_suspects"', "no series")],
)
def test_a_wrong_mapping_names_what_is_missing(tmp_path: Path, broken: str, says: str) -> None:
    warehouse = Warehouse(tmp_path / "ledger.duckdb")
    path = mapping(tmp_path, "counts.csv", "day,suspects\n2021-09-16,185\n")
    path.write_text(path.read_text().replace(broken, ""))
    with pytest.raises(ClaimsError, match=says):
        load_reference(warehouse, [path], now=NOW)


@pytest.mark.parametrize(
    ("rule", "figure", "words"),
    [
        ("most_sources", 218, "most independent sources (2)"),
        ("latest", 225, "latest figure"),
        ("latest_attributed", 210, "latest figure whose source is named"),
        ("lowest", 218, "lowest figure inside the current state"),
        ("middle", 218, "middle of the current state"),
    ],
)
def test_the_rule_of_the_recommended_figure_is_a_setting(tmp_path: Path, rule: str, figure: float, words: str) -> None:
    warehouse = Warehouse(tmp_path / "ledger.duckdb")
    with warehouse.write() as con:
        newsroom.add(con, [
            {"id": "a", "outlet": "Post", "at": "2021-09-17T08:00", "says": "218", "attribute": "voted"},
            {"id": "b", "outlet": "Gazette", "at": "2021-09-17T09:00", "says": "218", "attribute": "voted"},
            {"id": "c", "outlet": "Herald", "at": "2021-09-17T10:00", "says": "210", "attribute": "voted", "attributed_to": "the ministry"},
            {"id": "d", "outlet": "Echo", "at": "2021-09-17T11:00", "says": "225", "attribute": "voted"},
        ])  # fmt: skip
    track(warehouse, settings={"recommended": rule})
    recommended, why = answer(warehouse, "SELECT recommended, recommended_rule FROM facts")[0]
    assert recommended == figure and words in why
    with pytest.raises(ClaimsError, match="is no choice"):
        track(warehouse, settings={"recommended": "loudest"})


def test_a_series_is_silent_on_another_question_and_reads_a_bare_day_to_its_end(tmp_path: Path) -> None:
    claims = [
        {"id": "a", "outlet": "Kabar", "at": "2021-09-16", "says": "230"},
        {"id": "b", "outlet": "Post", "at": "2021-09-16T18:00", "says": "9"},
    ]
    warehouse = ledger(tmp_path, claims)
    data = "day,published,suspects\n2021-09-15,2021-09-15T09:00:00Z,185\n2021-09-17,2021-09-17T09:00:00Z,230\n"
    load_reference(warehouse, [mapping(tmp_path, "counts.csv", data, known_at=True)], now=NOW)
    judge(warehouse)
    found = {
        claim: (verdict, evidence) for claim, verdict, evidence in answer(warehouse, "SELECT claim_id, verdict, evidence FROM verdicts")
    }
    assert found["a"] == ("supported", ["fire_suspects:2021-09-17"])
    assert not any("fire_suspects" in e for e in found["b"][1])


def test_a_series_speaks_to_claims_whose_own_words_fit_it(tmp_path: Path) -> None:
    claims = [
        {"id": "a", "outlet": "Kabar", "at": "2021-09-16T18:00", "says": "230", "noun": "people"},
        {"id": "child", "outlet": "Post", "at": "2021-09-16T18:00", "says": "90", "noun": "children"},
        {"id": "night", "outlet": "Echo", "at": "2021-09-16T18:00", "says": "60", "masked": "## people were killed overnight"},
        {"id": "rest", "outlet": "Herald", "at": "2021-09-16T18:00", "says": "200", "masked": "the mayor and ## others were killed"},
        {"id": "vague", "outlet": "Gazette", "at": "2021-09-16T18:00", "says": "vague 20-99", "noun": "people"},
        {"id": "small", "outlet": "Sun", "at": "2021-09-16T18:00", "says": "7", "noun": "people"},
        {"id": "undated", "outlet": "Moon", "at": "2021-09-16T18:00", "says": "231", "noun": "people", "dated": False},
    ]
    warehouse = ledger(tmp_path, claims)
    data = "day,published,suspects\n2021-09-15,2021-09-15T09:00:00Z,185\n2021-09-16,2021-09-16T09:00:00Z,230\n"
    load_reference(warehouse, [mapping(tmp_path, "counts.csv", data, known_at=True)], now=NOW)
    judge(warehouse)
    found = answer(warehouse, "SELECT claim_id, verdict FROM verdicts WHERE reason LIKE '%series%'")
    assert found == [("a", "supported")]
