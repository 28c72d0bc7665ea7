"""News that is read again by other rules: every table ends as if they had always been in force, and nobody's decision is lost."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from claims_pipeline.articles import roots
from claims_pipeline.articles.step import clean, read
from claims_pipeline.drift.step import flag, judge, track
from claims_pipeline.embeddings import embed
from claims_pipeline.facts import decide, link
from claims_pipeline.quantities import api
from claims_pipeline.quantities.step import extract_claims
from claims_pipeline.records import Quantity
from claims_pipeline.warehouse import Warehouse, statement

NOW = datetime(2024, 5, 1)
WORSE, BETTER = "worse", "better"
QUAKE, FERRY = "Earthquake strikes the Varda valley", "Ferry Aurelia sinks off Selwyn"
NEWS = [
    ("Gazette", 1, QUAKE,
     "The earthquake struck the Varda valley at dawn. "
     "At least 40 people were killed in Tolmin, the mayor said. "
     "Another 300 people were injured. "
     "The earthquake destroyed 900 houses in Bresk."),
    ("Courier", 1, QUAKE,
     "Rescuers reached Tolmin by noon. "
     "The earthquake in the Varda valley killed 52 people. "
     "In Varda 410 people were injured, hospitals said. "
     "About 1,200 families sleep in tents."),
    ("Herald", 2, "Toll rises in the Varda valley",
     "The death toll of the earthquake in the Varda valley has risen to 187 people, officials in Tolmin said. "
     "The earthquake injured 1,410 people. "
     "In Bresk and Tolmin 1,100 houses were destroyed."),
    ("Post", 3, "Varda counts its dead",
     "The earthquake in the Varda valley killed 1,870 people, officials in Tolmin said. "
     "At least 1,400 people were injured. "
     "The government will send 25 doctors to Bresk."),
    ("Echo", 3, "Varda sleeps in tents",
     "The earthquake killed 52 people in the Varda valley, Tolmin said. "
     "It destroyed 1,100 houses in Bresk. "
     "Some 4,800 people were evacuated from Tolmin."),
    ("Gazette", 4, FERRY,
     "The ferry Aurelia sank off Selwyn in a gale. "
     "At least 40 people drowned, police said. "
     "Divers rescued 12 people."),
    ("Herald", 4, FERRY,
     "The sinking of the Aurelia killed 44 people, the port of Selwyn said. "
     "The ferry carried 120 passengers. "
     "Divers rescued 12 people."),
    ("Courier", 5, "Selwyn mourns",
     "The sinking of the ferry Aurelia killed 44 people. "
     "In Selwyn 300 people attended a service. "
     "In 1998 a ferry sank off Marsk and killed 61 people."),
]  # fmt: skip
"""Each name in one spelling."""
_READ = api.extract_article


def worse(found: Quantity) -> Quantity | None:
    """What earlier rules may have read in the same place: less of the place, another attribute, another number, nothing."""
    changes: list[dict[str, Any] | None] = [
        {"place": None, "scope": None},
        {"attribute": "other", "noun": "people"},
        {"modality": "planned", "as_of": None},
        {"attributed_to": None, "measure": "increment"},
        {"value": found.value and found.value * 10, "low": found.low and found.low * 10, "high": found.high and found.high * 10},
        None,
        *[{}] * 9,
    ]
    change = changes[found.start % len(changes)] if found.is_claim else {}
    return None if change is None else replace(found, **change)


@contextmanager
def rules(reading: str) -> Iterator[None]:
    def extract(*article: Any, **known: Any) -> list[Quantity]:
        found = _READ(*article, **known)
        return found if reading == BETTER else [one for one in map(worse, found) if one is not None]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "extract_article", extract)
        patch.setattr(api, "extractor_version", lambda: reading)
        yield


def run_all(ledger: Warehouse, reading: str, decisions: list[tuple[str, str, str]] | None = None) -> dict[str, int]:
    """Every step once; what each of them had to do."""
    with rules(reading):
        extracted = extract_claims(ledger)
    embedded = embed(ledger)
    for a, b, decision in decisions or ():
        decide(ledger, a, b, decision)
    linked, tracked, flagged = link(ledger), track(ledger), flag(ledger, now=NOW)
    judge(ledger)
    return {
        "articles": extracted.counts["articles"], "texts": embedded.counts["claims"], "clustered": linked.counts["clustered"],
        "tracked": tracked.counts["facts"], "flagged": flagged.counts["facts"],
    }  # fmt: skip


_FACT = "(SELECT fact_id, min(claim_id) AS opens FROM fact_claims GROUP BY fact_id)"
TABLES = {
    "claims": "FROM claims",
    "texts": "FROM claim_texts",
    "links": "SELECT claim_id, moment, tie, reading FROM claim_links",
    "keys": "SELECT claim_id, key FROM claim_keys JOIN claim_links USING (number)",
    "pairs": "SELECT a.claim_id, b.claim_id, score FROM claim_pairs"
    " JOIN claim_links AS a ON a.number = owner JOIN claim_links AS b ON b.number = other",
    "links of facts": f"SELECT opens, claim_id, score, reason FROM fact_claims JOIN {_FACT} USING (fact_id)",
    "facts": f"SELECT opens, f.* EXCLUDE (fact_id) FROM facts AS f JOIN {_FACT} USING (fact_id)",
    "timeline": f"SELECT opens, t.* EXCLUDE (fact_id) FROM fact_timeline AS t JOIN {_FACT} USING (fact_id)",
    "states": f"SELECT opens, s.* EXCLUDE (fact_id) FROM fact_states AS s JOIN {_FACT} USING (fact_id)",
    "flags": f"SELECT opens, d.* EXCLUDE (fact_id, matter) FROM drift AS d JOIN {_FACT} USING (fact_id) WHERE state = 'open'",
    "verdicts": "FROM verdicts",
}
"""Facts go by their first claim here: their ids carry the history, which a rebuild does not have."""


def contents(ledger: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    with ledger.read() as con:
        return {name: con.execute(f"{question} ORDER BY ALL").fetchall() for name, question in TABLES.items()}


def fact_of(ledger: Warehouse) -> dict[str, str]:
    with ledger.read() as con:
        return dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Warehouse]:
    """The news, read from nothing by either rules."""
    folder = tmp_path_factory.mktemp("reread")
    articles = Warehouse(folder / "articles.duckdb")
    lines = [
        json.dumps({"outlet": outlet, "title": title, "text": text, "published_at": f"2021-03-{day:02}T{8 + place}:00:00Z", "lang": "en"})
        for place, (outlet, day, title, text) in enumerate(NEWS)
    ]
    (folder / "news.jsonl").write_text("\n".join(lines))
    read(articles, [str(folder / "news.jsonl")], now=NOW)
    clean(articles)
    roots.step(articles)
    ledgers = {reading: copied(articles, folder / f"{reading}.duckdb") for reading in (WORSE, BETTER)}
    run_all(ledgers[WORSE], WORSE)
    again = copied(ledgers[WORSE], folder / "again.duckdb")
    with rules(BETTER):
        extract_claims(again)
    embed(again)
    with ledgers[BETTER].write() as con:  # a rebuild keeps the vectors: the model's last digits depend on what it reads together
        con.execute(f"ATTACH '{again.working}' AS again (READ_ONLY)")
        con.execute("CREATE TABLE claim_embeddings AS FROM again.claim_embeddings")
        con.execute("INSERT INTO embedding_models FROM again.embedding_models")
    assert run_all(ledgers[BETTER], BETTER)["flagged"] > 8
    return ledgers


def copied(ledger: Warehouse, path: Path) -> Warehouse:
    copy = Warehouse(path)
    copyfile(ledger.working, copy.working)
    return copy


@pytest.mark.parametrize(("before", "after"), [(WORSE, BETTER), (BETTER, WORSE)])
def test_a_ledger_read_again_is_the_one_that_a_rebuild_gives(built: dict[str, Warehouse], tmp_path: Path, before: str, after: str) -> None:
    ledger = copied(built[before], tmp_path / "ledger.duckdb")
    facts, known = fact_of(ledger), {row[0]: row for row in contents(ledger)["claims"]}
    did = run_all(ledger, after)
    found, rebuilt = contents(ledger), contents(built[after])
    differently = [row for row in found["claims"] if row[0] in known and row != known[row[0]]]
    assert len(differently) >= 5, "claims keep their ids and say something else"
    for table in TABLES:
        assert found[table] == rebuilt[table], table
    assert did["texts"] < len(found["claims"]), "what is read alike is left alone"
    kept = fact_of(ledger)
    same = [claim for claim in facts if claim in kept and kept[claim] == facts[claim]]
    assert len(same) > 0.6 * len(facts.keys() & kept.keys()), "facts keep their ids"
    assert run_all(ledger, after) == dict.fromkeys(did, 0), "nothing new, nothing done"
    assert contents(ledger) == found


def test_decisions_stand_when_their_claims_are_read_again(built: dict[str, Warehouse], tmp_path: Path) -> None:
    ledger = copied(built[WORSE], tmp_path / "ledger.duckdb")
    old, new = ({row[0]: row for row in contents(built[reading])["claims"]} for reading in (WORSE, BETTER))
    first, second = fact_of(built[WORSE]), fact_of(built[BETTER])
    changed = sorted(claim for claim in old.keys() & new.keys() if old[claim] != new[claim] and claim in first)
    cut = next((a, b) for a in changed for b in sorted(first) if a != b and first[a] == first[b] and second.get(a) == second.get(b, ""))
    pin = next((a, b) for a in changed for b in changed if a < b and second[a] != second[b] and not {a, b} & set(cut))
    decisions = [(*cut, "cut"), (*pin, "pin")]
    run_all(ledger, WORSE, decisions)
    assert fact_of(ledger)[cut[0]] != fact_of(ledger)[cut[1]] and fact_of(ledger)[pin[0]] == fact_of(ledger)[pin[1]]
    run_all(ledger, BETTER)
    facts = fact_of(ledger)
    assert facts[cut[0]] != facts[cut[1]] and facts[pin[0]] == facts[pin[1]]
    rebuilt = copied(built[BETTER], tmp_path / "rebuilt.duckdb")
    run_all(rebuilt, BETTER, decisions)
    assert contents(ledger) == contents(rebuilt)


def test_all_that_claims_are_compared_by_is_in_their_fingerprint() -> None:
    compared = re.findall(r"\b([ct])\.(\w+)", statement("facts/load_claims"))
    of_claim, of_text = ({name for table, name in compared if table == side} for side in "ct")
    assert of_claim - {"claim_id", "carried_from"} <= set(re.findall(r"\bc\.(\w+)", statement("views/readings").split("hash(")[1]))
    assert of_text and of_text <= set(re.findall(r"\w+", statement("embeddings/add_texts").split("hash(")[1]))


def test_a_ledger_whose_claims_are_all_gone_has_no_facts(built: dict[str, Warehouse], tmp_path: Path) -> None:
    ledger = copied(built[BETTER], tmp_path / "ledger.duckdb")
    with ledger.write() as con:
        con.execute("DELETE FROM claims")
    embed(ledger)
    link(ledger)
    with ledger.read() as con:
        for table in ("claim_texts", "claim_links", "claim_pairs", "fact_claims", "facts"):
            assert con.execute(f"SELECT count(*) FROM {table}").fetchall() == [(0,)], table
        assert con.execute("SELECT count(*) > 0 FROM fact_history WHERE change = 'retired'").fetchall() == [(True,)]


def test_an_article_cleaned_by_other_rules_is_read_again(built: dict[str, Warehouse], tmp_path: Path) -> None:
    ledger = copied(built[BETTER], tmp_path / "ledger.duckdb")
    with ledger.write() as con:
        con.execute(
            "UPDATE article_versions SET cleaner = 'next', text = replace(text, '120 passengers', '125 passengers')"
            " WHERE text LIKE '%120 passengers%'"
        )
    with rules(BETTER):
        assert extract_claims(ledger).counts["articles"] == 1
        assert extract_claims(ledger).counts["articles"] == 0
    with ledger.read() as con:
        assert con.execute("SELECT value FROM claims WHERE noun LIKE '%passengers%'").fetchall() == [(125.0,)]
