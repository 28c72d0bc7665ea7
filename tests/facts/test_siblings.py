"""A claim that has a better partner in the other article: what speaks against a pair though the pair looks alike."""

from pathlib import Path

import numpy as np
import pytest
from told import Told, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.facts.features import NAMES, features
from claims_pipeline.facts.likeness import Likeness
from claims_pipeline.facts.siblings import rivals
from claims_pipeline.facts.step import link, open_claims
from claims_pipeline.warehouse import Warehouse, open_snapshot

KILLED = "The blast killed ## people and injured # in Larkham."
INJURED = "The blast killed # people and injured ## in Larkham."


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, float]]:
    """Features of all pairs of the claims, by article and what is counted."""
    ledger = Warehouse(Path(tmp_path_factory.mktemp("siblings")) / "ledger.duckdb")
    news = [
        Told("a", "Gazette", "Blast in Larkham", KILLED, 3, "people", "killed"),
        Told("a", "Gazette", "Blast in Larkham", INJURED, 264, "people", "injured"),
        Told("b", "Courier", "Larkham blast", "In Larkham ## people died in the blast.", 3, "people", "killed", hours=2),
        Told("b", "Courier", "Larkham blast", "Doctors treated ## injured people after the blast.", 264, "people", "injured", hours=2),
    ]
    tell(ledger, news)
    embed(ledger)
    link(ledger)
    with open_snapshot(ledger.publish()) as con:
        # only one claim is asked for: those beside it must come too
        claims, _ = open_claims(con, [news[0].claim_id, news[2].claim_id])
    assert len(claims) == 4
    name = [f"{article}-{attribute}" for article, attribute in zip(claims.table["article_id"], claims.table["attribute"], strict=True)]
    left, right = (np.array(part) for part in zip(*[(i, j) for i in range(4) for j in range(i + 1, 4)], strict=True))
    rows = features(claims, left, right)
    return {(name[i], name[j]): dict(zip(NAMES, row.tolist(), strict=True)) for i, j, row in zip(left, right, rows, strict=True)}


def test_the_better_partner_speaks_against_the_worse(pairs: dict[tuple[str, str], dict[str, float]]) -> None:
    assert pairs["a-killed", "b-killed"]["rival"] < 0 < pairs["a-killed", "b-injured"]["rival"]
    assert pairs["a-injured", "b-injured"]["rival"] < pairs["a-injured", "b-killed"]["rival"]


def test_the_very_number_elsewhere_counts_where_it_is_no_small_one(pairs: dict[tuple[str, str], dict[str, float]]) -> None:
    assert pairs["a-injured", "b-killed"]["number_elsewhere"] == 1, "264 stands beside b's 3; a 3 is shared by chance"
    assert pairs["a-injured", "b-injured"]["number_elsewhere"] == 0


def test_claims_of_one_article_have_no_rivals(pairs: dict[tuple[str, str], dict[str, float]]) -> None:
    own = pairs["a-killed", "a-injured"]
    assert own["same_article"] == 1 and own["rival"] == own["rival_least"] == own["number_elsewhere"] == 0


def test_in_whatever_pieces_pairs_are_weighed_their_rivals_are_the_same(tmp_path: Path) -> None:
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    news = [
        Told(str(day), f"Outlet {day}", f"Flood in Larkham, day {day}", text, day + number, noun, attribute, hours=day)
        for day in range(8)
        for text, number, noun, attribute in (
            (f"The flood killed ## people by day {day}.", 100, "people", "killed"),
            (f"Some ## people were injured on day {day}.", 200, "people", "injured"),
            (f"About ## houses of Larkham are lost, it was told on day {day}.", 300, "houses", "destroyed"),
        )[: 1 + day % 3]
    ]
    tell(ledger, news)
    embed(ledger)
    link(ledger)
    with open_snapshot(ledger.publish()) as con:
        claims, _ = open_claims(con, [told.claim_id for told in news])
    left, right = np.triu_indices(len(claims), 1)
    whole = rivals(Likeness.of(claims, left, right))
    assert (whole["rival"] > -1).sum() > 50, "most pairs have a claim beside them"
    for cut in (1, 7, 50):
        parts = [rivals(Likeness.of(claims, *ends)) for ends in zip(np.array_split(right, cut), np.array_split(left, cut), strict=True)]
        for name, column in whole.items():
            assert np.array_equal(column, np.concatenate([part[name] for part in parts])), "to the last bit, either end first"
