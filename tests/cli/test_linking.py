"""``claims why``, ``pin``, ``cut`` and ``decisions`` on the sample newsroom: accounts in words, and decisions that survive."""

import shutil
from pathlib import Path

import duckdb
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report import naming
from claims_pipeline.report.decisions import must_agree
from claims_pipeline.warehouse import open_snapshot
from tests.conftest import Project


@pytest.fixture(scope="module")
def own(newsroom: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the newsroom that these tests change."""
    copy = Project(tmp_path_factory.mktemp("linking") / "copy")
    shutil.copytree(newsroom.folder, copy.folder)
    return copy


def claim(project: Project, words: str, quote: str) -> str:
    """The id of the claim with this number in a sentence with these words."""
    with duckdb.connect(str(project.ledger), read_only=True) as con:
        found = con.execute(
            "SELECT claim_id FROM claims WHERE carried_from IS NULL AND quote = $quote AND contains(sentence, $words) ORDER BY claim_id",
            {"quote": quote, "words": words},
        ).fetchall()
    assert found, (words, quote)
    return str(found[0][0])


def fact_of(project: Project, *claims: str) -> list[str]:
    with duckdb.connect(str(project.ledger), read_only=True) as con:
        rows = dict(con.execute("SELECT claim_id, fact_id FROM fact_claims").fetchall())
    return [rows[c] for c in claims]


MET = """
    SELECT a.claim_id AS one, b.claim_id AS other, p.score
    FROM claim_pairs AS p
    JOIN claim_links AS x ON x.number = p.owner
    JOIN claim_links AS y ON y.number = p.other
    JOIN claims AS a ON a.claim_id = x.claim_id
    JOIN claims AS b ON b.claim_id = y.claim_id
    JOIN fact_claims AS f ON f.claim_id = a.claim_id
    JOIN fact_claims AS g ON g.claim_id = b.claim_id
    WHERE f.fact_id = g.fact_id AND a.lang <> b.lang AND a.attribute = b.attribute AND a.attribute <> 'other'
    ORDER BY p.score DESC, a.claim_id, b.claim_id
    LIMIT 1
"""
STRANGERS = """
    SELECT min(a.claim_id) AS one, b.claim_id AS other
    FROM claims AS a, claims AS b
    JOIN fact_claims AS f ON f.claim_id = a.claim_id
    JOIN fact_claims AS g ON g.claim_id = b.claim_id
    WHERE contains(a.sentence, 'BNPB') AND a.quote = '384' AND f.fact_id <> g.fact_id AND b.kind = $kind AND NOT EXISTS (
        FROM claim_pairs AS p
        JOIN claim_links AS x ON x.number = p.owner
        JOIN claim_links AS y ON y.number = p.other
        WHERE (x.claim_id = a.claim_id AND y.claim_id = b.claim_id) OR (x.claim_id = b.claim_id AND y.claim_id = a.claim_id)
    )
    GROUP BY b.claim_id, b.known_at
    ORDER BY b.known_at DESC, b.claim_id
    LIMIT 1
"""


def pair(project: Project, question: str, **values: str) -> tuple[str, str]:
    """Two claims: ``MET`` in one fact and two languages, or ``STRANGERS`` that were never compared."""
    with duckdb.connect(str(project.ledger), read_only=True) as con:
        row = con.execute(question, values or None).fetchone()
    assert row is not None
    return str(row[0]), str(row[1])


def refused(project: Project, *arguments: str) -> str:
    result = project.claims(*arguments)
    assert isinstance(result.exception, ClaimsError), result.output
    return str(result.exception)


def test_why_tells_the_parts_the_probability_and_the_search(newsroom: Project) -> None:
    one, other = pair(newsroom, MET)
    said = newsroom.claims("why", one, other)
    assert said.exit_code == 0, said.output + repr(said.exception)
    assert one in said.output and other in said.output and said.output.count("»") == 2
    assert "One fact" in said.output and "Probability of one fact: " in said.output
    assert "the same attribute (+" in said.output and "two languages (" in said.output
    assert "Search: compared: they share " in said.output and "search key" in said.output


def test_why_of_claims_that_never_met_says_what_they_do_not_share(newsroom: Project) -> None:
    said = newsroom.claims("why", *pair(newsroom, STRANGERS, kind="count")).output
    assert "Two facts: one is told as of an earlier event" in said
    assert "others were more alike" in said and "in common (" in said and "counted" in said
    assert "never searched together" in newsroom.claims("why", *pair(newsroom, STRANGERS, kind="money")).output


def test_a_claim_is_named_by_its_place_or_the_beginning_of_its_id(newsroom: Project) -> None:
    ident = claim(newsroom, "BNPB", "384")
    with open_snapshot(newsroom.ledger) as con:
        row = con.execute("SELECT article_id, field, start_char FROM claims WHERE claim_id = ?", [ident]).fetchone()
        assert row is not None
        for name in (ident, ident[:8], f"{row[0]}:{row[2]}", f"{row[0]}:{row[1]}:{row[2]}"):
            assert naming.claim(con, name)["claim_id"] == ident
        with pytest.raises(ClaimsError, match=rf"no claim begins there. Claims of this article: .*{row[0]}:{row[1]}:{row[2]}"):
            naming.claim(con, f"{row[0]}:1")
        for wrong in ("nothing", "zzzzzz:40", "a:b:c"):
            with pytest.raises(ClaimsError, match="no such claim"):
                naming.claim(con, wrong)


def test_a_name_that_means_two_claims_lists_them(tmp_path: Path) -> None:
    from claims_pipeline.warehouse.schema import create_schema

    with duckdb.connect(str(tmp_path / "two.duckdb")) as con:
        create_schema(con)
        for field, ident in (("title", "aaaaaaa1"), ("text", "aaaaaaa2")):
            con.execute(
                "INSERT INTO claims BY NAME SELECT $id AS claim_id, 'x:1' AS article_id, 'h' AS content_hash, $field AS field,"
                " 7 AS start_char, 8 AS end_char, '3' AS quote, 'Storm: 3 dead' AS sentence, 0 AS sentence_start, '' AS masked,"
                " 'exact' AS bound, 'dead' AS noun, 'count' AS kind,"
                " 'total' AS measure, 'asserted' AS modality, 'en' AS lang, now()::TIMESTAMP AS known_at, today() AS day",
                {"id": ident, "field": field},
            )
        with pytest.raises(ClaimsError, match=r"more than one claim.*aaaaaaa1.*aaaaaaa2"):
            naming.claim(con, "x:1:7")
        assert naming.claim(con, "x:1:title:7")["claim_id"] == "aaaaaaa1"
        with pytest.raises(ClaimsError, match="more than one"):
            naming.claim(con, "aaaaaa")


def test_a_cut_and_a_pin_hold_through_a_second_run_and_a_rebuild(own: Project) -> None:
    one, other = pair(own, MET)
    dead = next(c for c in pair(own, STRANGERS, kind="count") if fact_of(own, c) != fact_of(own, one))
    assert len(set(fact_of(own, one, other))) == 1
    cut = own.claims("cut", one, other, "--by", "Ana", "--note", "two counts")
    assert cut.exit_code == 0 and "now 2 facts" in cut.output, cut.output + repr(cut.exception)
    pinned = own.claims("pin", other, dead)
    assert "now one fact" in pinned.output, pinned.output + repr(pinned.exception)
    listed = own.claims("decisions").output
    assert listed.count("in force") == 2 and "by Ana" in listed and "two counts" in listed

    def holds() -> bool:
        a, b, c = fact_of(own, one, other, dead)
        return a != b and b == c

    assert holds()
    assert own.claims("run", "--quiet").exit_code == 0
    assert holds(), "after a second run"
    # a ledger whose derived tables are of another version is made anew from what was read and decided
    own.ledger.with_name("ledger.work.duckdb").unlink()
    with duckdb.connect(str(own.ledger)) as con:
        con.execute("ALTER TABLE fact_claims ADD COLUMN of_old INTEGER")
    again = own.claims("run", "--quiet")
    assert again.exit_code == 0, again.output + repr(again.exception)
    assert holds(), "after a rebuild"
    assert "Two facts: cut apart by Ana" in own.claims("why", one, other).output
    said = own.claims("why", other, dead).output
    assert "One fact: pinned together by an analyst" in said and "in force" in said


def test_a_decision_can_wait_and_be_withdrawn_and_a_contradiction_is_refused(own: Project) -> None:
    with duckdb.connect(str(own.ledger), read_only=True) as con:  # each alone in its fact
        alone = "SELECT min(claim_id) FROM fact_claims GROUP BY fact_id HAVING count(*) = 1 ORDER BY ALL LIMIT 3"
        one, other, third = (str(row[0]) for row in con.execute(alone).fetchall())
    assert own.claims("pin", one, third, "--later").output.endswith("applies it\n")
    assert "waits for the next run" in own.claims("decisions").output
    own.claims("pin", third, other, "--later")
    assert "pinned together through other claims" in refused(own, "cut", one, other, "--later")
    undone = own.claims("decisions", "--undo", third, one)
    assert "left to the rules again" in undone.output and len(set(fact_of(own, one, third))) == 2
    assert "no decision on this pair" in refused(own, "decisions", "--undo", one, third)
    assert "withdrawn" in own.claims("decisions", "--all").output
    assert "withdrawn" not in own.claims("decisions").output
    assert "are one claim" in refused(own, "pin", one)
    assert "no such claim" in refused(own, "cut", one, "nonesuch")


def test_pins_reach_over_third_claims(tmp_path: Path) -> None:
    from claims_pipeline.warehouse.schema import create_schema

    path = tmp_path / "d.duckdb"
    with duckdb.connect(str(path)) as con:
        create_schema(con)
        con.execute("INSERT INTO fact_decisions VALUES ('a', 'b', 'pin', NULL, NULL, now()), ('x', 'y', 'cut', NULL, NULL, now())")
    must_agree(path, pins=[("b", "c")])
    must_agree(path, cuts=[("a", "b")])  # the last word on a pair stands
    with pytest.raises(ClaimsError, match="cut apart and pinned together"):
        must_agree(path, pins=[("b", "c")], cuts=[("a", "c")])
    with pytest.raises(ClaimsError, match="--undo x y"):
        must_agree(path, pins=[("a", "x"), ("y", "b")])
