"""Linking, end to end on the real model: facts are questions, ids stay, a day added ends where a rebuild ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count, pairwise
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import Told, clusters_of, facts_of, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts import candidates, decide, link, linkage, scope, why, writing
from claims_pipeline.warehouse import Warehouse

QUAKE = "The earthquake struck the Varda valley at dawn. Rescuers reached Tolmin and Bresk by noon. Varda slept in tents. "
FERRY = "The ferry Aurelia sank off Port Selwyn in a gale. Divers from Selwyn searched all night for the Aurelia. "


def quake(article: str, outlet: str, sentence: str, value: float, attribute: str, hours: float, bound: str = "exact") -> Told:
    title = "Earthquake strikes the Varda valley"
    return Told(article, outlet, title, sentence, value, "people", attribute, bound=bound, hours=hours, body=QUAKE)


DEAD = [
    quake("q1", "Gazette", "At least ## people were killed in the Varda valley, the mayor of Tolmin said.", 40, "killed", 1, "at_least"),
    quake("q2", "Courier", "The earthquake in Varda killed ## people, rescuers in Tolmin said.", 52, "killed", 9),
    quake("q3", "Herald", "The death toll in the Varda valley has risen to ##, officials in Tolmin said.", 187, "killed", 30),
]
HURT = [
    quake("q1", "Gazette", "Another ## people were injured in the Varda valley, doctors in Tolmin said.", 300, "injured", 1),
    quake("q2", "Courier", "In Varda ## people were injured, hospitals in Tolmin said.", 410, "injured", 9),
]
HOUSES = [
    replace(quake("q2", "Courier", "The earthquake destroyed ## houses in Bresk and Tolmin.", 900, "destroyed", 9), noun="houses"),
    replace(quake("q3", "Herald", "In Bresk and Tolmin ## houses were destroyed by the earthquake.", 1100, "destroyed", 30), noun="houses"),
]
INDONESIAN = replace(
    quake("q4", "Kabar", "Sedikitnya ## orang tewas akibat gempa di lembah Varda, kata wali kota Tolmin.", 45, "killed", 4, "at_least"),
    title="Gempa bumi mengguncang lembah Varda",
    noun="orang",
    lang="id",
    body="Gempa bumi mengguncang lembah Varda pada pagi hari. Tim penyelamat tiba di Tolmin dan Bresk. ",
)
SUNK = "Ferry Aurelia sinks off Port Selwyn"
DROWNED = [
    Told(
        "f1",
        "Gazette",
        SUNK,
        "At least ## people drowned when the Aurelia sank, Selwyn police said.",
        40,
        "people",
        "killed",
        hours=2,
        body=FERRY,
    ),
    Told(
        "f2",
        "Herald",
        SUNK,
        "The sinking of the Aurelia killed ## people, the port of Selwyn said.",
        44,
        "people",
        "killed",
        hours=20,
        body=FERRY,
    ),
]
ALL = [*DEAD, *HURT, *HOUSES, INDONESIAN, *DROWNED]


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[..., Warehouse]:
    made = count()

    def make(*days: list[Told]) -> Warehouse:
        ledger = Warehouse(tmp_path / f"ledger{next(made)}.duckdb")
        for day in days:
            tell(ledger, day)
            embed(ledger)
            link(ledger)
        return ledger

    return make


def together(ledger: Warehouse, *claims: Told) -> bool:
    facts = facts_of(ledger)
    return len({facts[claim.claim_id] for claim in claims}) == 1


def test_a_fact_is_the_question_whatever_the_number(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    assert together(told, *DEAD), "40, 52 and 187 answer one question"
    assert together(told, *HURT)
    assert together(told, *HOUSES)
    assert together(told, DEAD[0], INDONESIAN), "in two languages too"
    assert together(told, *DROWNED)


def test_nothing_else_may_differ(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    assert not together(told, DEAD[0], HURT[0]), "the injured are not the dead"
    assert not together(told, DEAD[0], DROWNED[0]), "40 died in each of two events"
    assert not together(told, HURT[0], HOUSES[0])


@pytest.mark.parametrize("large", [scope.LARGE, 0], ids=["whole components", "touched facts"])
def test_days_added_one_by_one_end_where_a_rebuild_ends(
    ledger: Callable[..., Warehouse], monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(scope, "LARGE", large)
    articles = ["q1", "f1", "q4", "q2", "f2", "q3"]
    by_article = [[one for one in ALL if one.article == article] for article in articles]
    rebuilt = clusters_of(ledger(ALL))
    assert clusters_of(ledger(*by_article)) == rebuilt
    assert clusters_of(ledger(*by_article[::-1])) == rebuilt


def test_ids_stay_when_articles_come(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(DEAD[:2], DROWNED)
    before = facts_of(told)
    tell(told, [DEAD[2], *HURT])
    embed(told)
    result = link(told)
    after = facts_of(told)
    assert result.counts["claims"] == 3
    assert {claim: after[claim] for claim in before} == before
    assert link(told).counts["clustered"] == 0, "nothing new, nothing done"


def test_a_new_claim_clusters_only_what_it_touches(ledger: Callable[..., Warehouse]) -> None:
    told = ledger([*DEAD, *HURT, *HOUSES])
    tell(told, DROWNED[:1])
    embed(told)
    assert link(told).counts["clustered"] < len(DEAD) + len(HURT) + len(HOUSES)


def test_pins_and_cuts_survive_every_later_run(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    decide(told, DEAD[0].claim_id, DEAD[1].claim_id, "cut", by="desk")
    decide(told, HURT[0].claim_id, HOUSES[0].claim_id, "pin")
    link(told)
    assert not together(told, DEAD[0], DEAD[1])
    assert together(told, HURT[0], HOUSES[0])
    tell(told, [quake("q9", "Post", "The earthquake killed ## people in the Varda valley, Tolmin said.", 190, "killed", 40)])
    embed(told)
    link(told)
    assert not together(told, DEAD[0], DEAD[1])
    assert together(told, HURT[0], HOUSES[0])
    decide(told, DEAD[0].claim_id, DEAD[1].claim_id, "none")
    decide(told, HURT[0].claim_id, HOUSES[0].claim_id, "none")
    link(told)
    assert together(told, *DEAD)
    assert not together(told, HURT[0], HOUSES[0])
    with told.read() as con:
        history = con.execute("SELECT change, old_fact_id, new_fact_id FROM fact_history").fetchall()
        now = dict(con.execute("SELECT asked, fact_id FROM v_fact_ids").fetchall())
    merged = {old for change, old, _ in history if change == "merge"}
    assert merged and merged <= now.keys(), "every id that was merged away answers with the new one"


@pytest.mark.parametrize(
    ("decision", "other", "match"),
    [("join", DEAD[1].claim_id, "pin, cut, none"), ("pin", "nobody", "nobody"), ("cut", DEAD[0].claim_id, "itself")],
)
def test_a_wrong_decision_is_refused(ledger: Callable[..., Warehouse], decision: str, other: str, match: str) -> None:
    told = ledger(DEAD)
    with pytest.raises(ClaimsError, match=match):
        decide(told, DEAD[0].claim_id, other, decision)


def test_a_claim_that_is_gone_leaves_its_fact(ledger: Callable[..., Warehouse]) -> None:
    told = ledger([*DEAD, *DROWNED])
    with told.write() as con:
        con.execute("DELETE FROM claims WHERE article_id IN ('f1', 'f2', 'q3')")
    embed(told)
    link(told)
    assert set(facts_of(told)) == {DEAD[0].claim_id, DEAD[1].claim_id}
    with told.read() as con:
        assert con.execute("SELECT claims FROM facts").fetchall() == [(2,)]
        assert ("retired",) in con.execute("SELECT change FROM fact_history").fetchall()


def test_a_claim_carried_over_from_an_older_version_is_not_linked_again(ledger: Callable[..., Warehouse]) -> None:
    told = ledger()
    tell(told, DEAD)
    with told.write() as con:
        con.execute("UPDATE claims SET carried_from = ? WHERE claim_id = ?", [DEAD[0].claim_id, DEAD[2].claim_id])
    embed(told)
    link(told)
    assert set(facts_of(told)) == {DEAD[0].claim_id, DEAD[1].claim_id}


def test_witnesses_are_counted_by_root(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(DEAD)
    with told.write() as con:
        con.execute(
            "INSERT INTO roots (article_id, root_id, via, reason) "
            "VALUES ('q1', 'Wire', 'credit', 'credits Wire'), ('q2', 'Wire', 'credit', 'credits Wire')"
        )
    link(told)
    with told.read() as con:
        assert con.execute("SELECT claims, outlets, roots FROM facts").fetchall() == [(3, 3, 2)]


def test_every_link_has_its_reason_and_every_fact_its_name(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    with told.read() as con:
        reasons = dict(con.execute("SELECT claim_id, reason FROM fact_claims").fetchall())
        labels = dict(con.execute("SELECT f.claim_id, label FROM fact_claims f JOIN facts USING (fact_id)").fetchall())
    assert "for: " in reasons[DEAD[1].claim_id] and "same attribute" in reasons[DEAD[1].claim_id]
    assert "Varda" in labels[DEAD[0].claim_id] and "killed" in labels[DEAD[0].claim_id] and "March 2021" in labels[DEAD[0].claim_id]
    assert "earthquake" in labels[DEAD[0].claim_id]


def test_the_whole_account_of_a_pair(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    path = str(told.publish())
    one_fact = why(path, DEAD[0].claim_id, DEAD[1].claim_id)
    two_facts = why(path, DEAD[0].claim_id, HURT[1].claim_id)
    assert one_fact.probability > 0.5 > two_facts.probability
    against = {part.name for part in two_facts.parts if part.says < 0}
    assert "attribute_differs" in against
    assert abs(sum(part.says for part in one_fact.parts)) > 0
    with pytest.raises(ClaimsError, match="nobody"):
        why(path, DEAD[0].claim_id, "nobody")


def test_an_empty_ledger_has_no_facts(ledger: Callable[..., Warehouse]) -> None:
    assert link(ledger()).counts == {"claims": 0, "clustered": 0, "facts": 0, "changes": 0}


def test_an_earlier_event_told_for_comparison_is_another_fact(ledger: Callable[..., Warehouse]) -> None:
    old = replace(
        quake("q5", "Post", "In 1998 an earthquake in Lower Marsk killed ## people.", 61, "killed", 12),
        modality="past_event_comparison",
        as_of=date(1998, 5, 2),
    )
    told = ledger([*DEAD, old])
    assert not together(told, DEAD[1], old)


@pytest.fixture
def short_views(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows so short that in a ledger of ten claims a late one already pushes others out of view."""
    short = tuple(replace(kind, window=3, kept=2) for kind in candidates.KINDS)
    monkeypatch.setattr(candidates, "KINDS", short)


@pytest.mark.usefixtures("short_views")
def test_in_whatever_batches_news_comes_the_facts_are_those_of_a_rebuild(ledger: Callable[..., Warehouse], tmp_path: Path) -> None:
    """Late articles, articles in pieces, lost ones: all end where reading everything at once ends."""
    told = ledger()
    tell(told, ALL)
    embed(told)
    names, made = sorted(claim.claim_id for claim in ALL), count()

    def linked(batches: list[list[str]], lost: list[str]) -> Warehouse:
        """Claims without texts are not linked yet, so holding texts back is holding claims back."""
        one = Warehouse(tmp_path / f"copy{next(made)}.duckdb")
        copyfile(told.working, one.working)
        with one.write() as con:
            con.execute("CREATE TABLE held AS SELECT * FROM claim_texts")
            con.execute("DELETE FROM claim_texts")
        for batch in batches:
            with one.write() as con:
                con.execute("INSERT INTO claim_texts SELECT * FROM held WHERE claim_id IN (SELECT unnest(?))", [batch])
            link(one)
        with one.write() as con:
            con.execute("DELETE FROM claims WHERE claim_id IN (SELECT unnest(?))", [lost])
        link(one)
        return one

    @settings(max_examples=8, deadline=None)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        order = data.draw(st.permutations(names))
        cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), min_size=1, max_size=3)))
        lost = data.draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        grown = linked([list(order[a:b]) for a, b in pairwise([0, *cuts, len(order)])], lost)
        rebuilt = linked([[name for name in names if name not in lost]], lost)
        assert pairs_of(grown) == pairs_of(rebuilt)
        assert clusters_of(grown) == clusters_of(rebuilt)

    holds()


def pairs_of(told: Warehouse) -> set[tuple[str, str, int]]:
    """The compared pairs and their scores, by claim."""
    with told.read() as con:
        return set(
            con.execute(
                "SELECT a.claim_id, b.claim_id, score FROM claim_pairs"
                " JOIN claim_links a ON a.number = owner JOIN claim_links b ON b.number = other"
            ).fetchall()
        )


def test_claims_that_only_a_pin_joins_are_clustered(ledger: Callable[..., Warehouse]) -> None:
    far = Told("x", "Ledger", "Budget vote", "Parliament approved ## schools for the north.", 340, "schools", "other", hours=200)
    told = ledger([DEAD[0], far])
    assert not together(told, DEAD[0], far)
    decide(told, DEAD[0].claim_id, far.claim_id, "pin")
    link(told)
    assert together(told, DEAD[0], far)
    decide(told, DEAD[0].claim_id, far.claim_id, "none")
    link(told)
    assert not together(told, DEAD[0], far)


@pytest.mark.parametrize("owners", [50_000, 2])
def test_claims_that_are_not_all_at_hand_are_linked_alike(
    ledger: Callable[..., Warehouse], monkeypatch: pytest.MonkeyPatch, owners: int
) -> None:
    at_hand = ledger(ALL)
    monkeypatch.setattr(linkage, "AT_HAND", 0)
    monkeypatch.setattr(linkage, "_OWNERS", owners)
    piece_by_piece = ledger(ALL)
    assert pairs_of(piece_by_piece) == pairs_of(at_hand)
    assert facts_of(piece_by_piece) == facts_of(at_hand)


@pytest.mark.parametrize("hand", [1_000_000, 0])
def test_facts_are_written_alike_in_whatever_batches(ledger: Callable[..., Warehouse], monkeypatch: pytest.MonkeyPatch, hand: int) -> None:
    asked = "SELECT COLUMNS(c -> c NOT LIKE '%\\_at' ESCAPE '\\') FROM {} ORDER BY ALL"

    def written(told: Warehouse) -> list[list[tuple[object, ...]]]:
        with told.read() as con:
            return [con.execute(asked.format(table)).fetchall() for table in ("facts", "fact_claims")]

    at_once = ledger(ALL)
    monkeypatch.setattr(linkage, "AT_HAND", hand)
    monkeypatch.setattr(writing, "BATCH", 8)
    few_at_a_time = ledger(ALL)
    assert written(few_at_a_time) == written(at_once)
    assert len(written(at_once)[0]) > 3, "some of them were named in copies of this process"


def test_a_ledger_linked_without_sketches_is_linked_anew(ledger: Callable[..., Warehouse]) -> None:
    told = ledger(ALL)
    facts, pairs = facts_of(told), pairs_of(told)
    with told.write() as con:
        con.execute("DELETE FROM claim_sketches")
    assert link(told).counts["claims"] == len(ALL), "later claims would have nothing to look back at"
    assert pairs_of(told) == pairs
    assert facts_of(told) == facts
    assert link(told).counts["claims"] == 0
