"""``claims why-root``: one witness or two, and why, on articles that were cleaned and held against each other for real."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from claims_pipeline.articles import roots, step
from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.why_root import as_text, why_root
from claims_pipeline.warehouse import Warehouse

STORY = (
    "Heavy rain sent a wall of mud through the mining village of Lower Arven before dawn on Sunday, burying 37 homes and the only"
    " school, the provincial rescue service said. Crews with dogs had pulled 1,462 people out of the valley by noon and were digging"
    " by hand where excavators could not pass. The road bridge at the mill is gone, and the army is laying a pontoon upstream of it"
    " so that trucks with food and blankets can reach the far bank before another storm arrives on Tuesday night."
)
OTHER = (
    "Prosecutors in the capital opened the trial of three former bank directors on Sunday, who are accused of moving 88.25 million"
    " crowns abroad through a chain of empty firms. The defence asked for the case to be thrown out because the files had been kept"
    " in a cellar that was flooded twice. The judge refused and called the first of nineteen witnesses, an accountant who had"
    " written four letters of warning to the board and had been sent on leave after the last one of them."
)
TOLD_ANEW = (
    "In Lower Arven rescue workers are still looking for survivors after Sunday's landslide. Officials put the number brought to"
    " safety at 1,462 and say that 37 homes were lost; a storm is forecast for Tuesday. The report is by Reuters, according to Reuters."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roots")
    articles = [
        ("wire", "Reuters", 6, "Landslide buries homes in Lower Arven", STORY),
        ("copy", "Harbour Times", 9, "Landslide buries homes", f"{STORY} (Reuters)"),
        ("copy2", "Valley Post", 12, "Mud buries a village", f"{STORY[:-60]}.\nSource: Reuters"),
        ("anew", "Strait Mail", 14, "Landslide buries homes in Lower Arven", TOLD_ANEW),
        ("bank", "Harbour Times", 10, "Bank directors on trial", OTHER),
        ("trial", "Plains Gazette", 16, "A trial begins", f"(Reuters) - {OTHER}"),
    ]
    lines = [
        {"id": i, "outlet": o, "published_at": f"2024-05-05T{h:02}:00:00Z", "title": t, "text": x, "lang": "en"}
        for i, o, h, t, x in articles
    ]
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    warehouse = Warehouse(folder / "r.duckdb")
    step.read(warehouse, [str(folder / "news.jsonl")], now=datetime(2024, 5, 6))
    with warehouse.read() as con:
        days = [day for (day,) in con.execute("SELECT DISTINCT day FROM source_records").fetchall()]
    step.clean(warehouse, days)
    roots.step(warehouse)
    return warehouse.publish()


def test_a_copied_wire_is_one_witness_with_the_way_between(ledger: Path) -> None:
    found = why_root(ledger, "copy", "copy2")
    assert found.one and found.a["root_id"] == "wire"
    assert (found.path[0]["article_id"], found.path[-1]["article_id"]) == ("copy", "copy2")
    said = as_text(found)
    assert "One witness." in said and "of the shorter text's word triples" in said and "both credit Reuters" in said
    assert "unusual figures, weak evidence alone: 1462" in said.replace("1,462", "1462")


def test_a_story_told_anew_after_one_source(ledger: Path) -> None:
    found = why_root(ledger, "wire", "anew")
    assert found.one and "Strait Mail credits Reuters" in as_text(found)


def test_two_stories_of_one_agency_are_one_witness(ledger: Path) -> None:
    found = why_root(ledger, "copy2", "trial")
    assert not found.one
    assert "Two stories, one witness: reuters." in as_text(found)


def test_two_witnesses_and_what_a_tie_would_have_needed(ledger: Path) -> None:
    found = why_root(ledger, "copy", "bank")
    assert not found.one and not found.path
    said = as_text(found)
    assert "Two witnesses." in said and "A tie between them would have needed:" in said and "35% of the shorter text's word triples" in said


def test_wrong_names(ledger: Path) -> None:
    with pytest.raises(ClaimsError, match="no such article"):
        why_root(ledger, "copy", "absent")
    with pytest.raises(ClaimsError, match="are one article"):
        why_root(ledger, "copy", "copy")
