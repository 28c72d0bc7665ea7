"""How sure a flag is of its own link: the model over all tellings, the figures that two articles share, the kinds of event."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from claims_pipeline.drift import step, trust
from claims_pipeline.warehouse import Warehouse, run
from tests.drift import newsroom

NOW = datetime(2022, 1, 1)


def _claim(ident: str, outlet: str, at: str, says: str, **more: Any) -> dict[str, Any]:
    return {"id": ident, "outlet": outlet, "at": at, "says": says, "attribute": "killed", **more}


TWO_FIGURES = [
    _claim("a", "Post", "2021-05-01T08:00", "31"),
    _claim("b", "Echo", "2021-05-01T09:00", "31"),
    _claim("c", "Star", "2021-05-01T10:00", "24"),
]
SAME_INJURED = [
    _claim("ai", "Post", "2021-05-01T08:00", "77", article="article-a", fact="injured", attribute="injured"),
    _claim("ci", "Star", "2021-05-01T10:00", "77", article="article-c", fact="injured", attribute="injured"),
]


def _flagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claims: list[dict[str, Any]], links: dict[str, float], kinds: dict[str, str]
) -> Warehouse:
    """Flags of the claims where the model gives ``links`` (by pair, "a-c"), and articles tell of ``kinds`` (by claim)."""

    def ask(con: duckdb.DuckDBPyConnection, question: str, _: object = None) -> int:
        pairs = run(con, question).fetchall()
        for one, other in pairs:
            chance = links["-".join(sorted((one, other)))]
            con.execute("INSERT INTO pair_links VALUES (?, ?, ?, ?)", [one, other, chance, chance])
        return len(pairs)

    monkeypatch.setattr(trust, "ask", ask)
    warehouse = Warehouse(tmp_path / "ledger.duckdb")
    with warehouse.write() as con:
        newsroom.add(con, claims)
        for claim, kind in kinds.items():
            con.execute(
                "INSERT INTO claim_texts SELECT ?, '', '', '', [], [], [], [], [], [], [], '', '', ?, 0, 0", [claim, kind]
            )  # fmt: skip
    step.track(warehouse)
    step.flag(warehouse, now=NOW)
    return warehouse


def _told(warehouse: Warehouse) -> dict[str, Any]:
    with warehouse.read() as con:
        cursor = con.execute("SELECT * FROM v_flags WHERE claim_id = 'c' AND relation = 'contradicts'")
        row = cursor.fetchone()
        assert row is not None
        return dict(zip([c[0] for c in cursor.description], row, strict=True))


def test_a_sure_link_opens_a_flag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _told(_flagged(tmp_path, monkeypatch, TWO_FIGURES, {"a-c": 0.97, "b-c": 0.97}, {}))
    assert told["state"] == "open"
    assert (told["tellings"], told["shared"], told["one_kind"]) == (2, 0, None)
    assert told["link_mean"] == told["link_best"] == 0.97
    assert told["certainty"] > 0.8


def test_another_telling_that_the_model_denies_keeps_a_flag_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One pair of tellings in two languages deceives the model; the other tellings say what it is."""
    warehouse = _flagged(tmp_path, monkeypatch, TWO_FIGURES, {"a-c": 0.05, "b-c": 0.8}, {})
    told = _told(warehouse)
    assert told["state"] == "possible" and told["certainty"] < 0.4
    with warehouse.read() as con:
        assert con.execute("SELECT relation FROM fact_timeline WHERE claim_id = 'c'").fetchall() == [(None,)]
        assert con.execute("SELECT count(*) FROM v_flag_groups WHERE state = 'open'").fetchall() == [(0,)]


def test_articles_that_share_another_figure_tell_one_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"a-c": 0.75, "b-c": 0.75}
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone = _told(_flagged(tmp_path / "one", monkeypatch, TWO_FIGURES, links, {}))
    beside = _told(_flagged(tmp_path / "two", monkeypatch, [*TWO_FIGURES, *SAME_INJURED], links, {}))
    assert (alone["shared"], alone["state"]) == (0, "possible")
    assert (beside["shared"], beside["state"]) == (1, "open")


def test_a_landslide_and_a_collapse_in_one_town_are_two_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"a-c": 0.93, "b-c": 0.93}
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = _told(_flagged(tmp_path / "one", monkeypatch, TWO_FIGURES, links, {"a": "landslide", "b": "landslide", "c": "landslide"}))
    two = _told(_flagged(tmp_path / "two", monkeypatch, TWO_FIGURES, links, {"a": "collapse", "b": "collapse", "c": "landslide"}))
    assert one["one_kind"] is True and one["state"] == "open"
    assert two["one_kind"] is False and two["state"] == "possible"


@pytest.mark.parametrize(("one", "other", "apart"), [
    ("fire", "road_crash", True), ("fire", "fire explosion", False), ("", "fire", False), ("attack", "war", False),
    ("shooting", "protest", False), ("earthquake", "protest", True),
    ("explosion", "attack", False), ("explosion", "earthquake", True),
    ("fire wildfire", "fire building_fire", True), ("fire wildfire", "fire", False), 
    ("fire wildfire building_fire", "fire wildfire", False),
])  # fmt: skip
def test_kinds_apart(tmp_path: Path, one: str, other: str, apart: bool) -> None:
    with Warehouse(tmp_path / "ledger.duckdb").write() as con:
        assert con.execute("SELECT kinds_apart(?, ?), kinds_apart(?, ?)", [one, other, other, one]).fetchall() == [(apart, apart)]


def test_what_an_analyst_decides_about_a_possible_flag_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = _flagged(tmp_path, monkeypatch, TWO_FIGURES, {"a-c": 0.5, "b-c": 0.55}, {})
    told = _told(warehouse)
    assert told["state"] == "possible"
    step.decide(warehouse, told["drift_id"], "open", "it is one question", now=NOW)
    with warehouse.write() as con:
        con.execute("DELETE FROM fact_ledger")
    step.track(warehouse)
    step.flag(warehouse, now=NOW)
    assert (_told(warehouse)["state"], _told(warehouse)["note"]) == ("open", "it is one question")


HEDGED_LATE = [
    _claim("a", "Post", "2021-05-01T08:00", "31"),
    _claim("b", "Echo", "2021-05-01T09:00", "31"),
    _claim("c", "Star", "2021-05-01T10:00", "at least 31"),
]


@pytest.mark.parametrize(("best", "flagged"), [(0.97, True), (0.4, False)])
def test_a_hedge_is_believed_by_the_telling_that_the_model_reads_best(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, best: float, flagged: bool
) -> None:
    links = {"a-c": best, "b-c": 0.3, "a-b": 0.9}
    with _flagged(tmp_path, monkeypatch, HEDGED_LATE, links, {}).read() as con:
        found = con.execute("SELECT claim_id, against_claim_id FROM v_flags WHERE relation = 'hedge_gained'").fetchall()
    assert found == ([("c", "b")] if flagged else [])
