from __future__ import annotations

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from claims_pipeline.articles import roots
from claims_pipeline.articles.sketches import unusual_numbers
from claims_pipeline.articles.step import clean, read
from claims_pipeline.warehouse import Warehouse

NOW = datetime(2024, 3, 1, 6, 0)


def rows(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    with warehouse.read() as con:
        return con.execute(sql).fetchall()


def lines(path: Path, articles: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(a) for a in articles))
    return path


FLOOD = {"id": "flood", "text": "Four bridges fell.", "lang": "en", "published_at": "2023-11-06"}
QUAKE = {"id": "quake", "text": "Nine homes burned.", "lang": "en", "published_at": "2023-11-08"}


def test_reading_twice_changes_nothing_and_reads_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", [FLOOD, QUAKE, {"id": "x"}])
    first = read(warehouse, [str(path)], now=NOW)
    assert first.days == {date(2023, 11, 6), date(2023, 11, 8)}
    assert (first.counts["records"], first.counts["rejected"]) == (2, 1)
    clean(warehouse, first.days)
    before = rows(warehouse, "FROM article_versions ORDER BY ALL")
    second = read(warehouse, [str(path)], now=NOW + timedelta(days=1))
    assert (second.counts["unchanged"], second.days) == (1, set())
    assert clean(warehouse).counts["articles"] == 0
    assert rows(warehouse, "FROM article_versions ORDER BY ALL") == before
    assert len(rows(warehouse, "FROM rejected")) == 1


def test_a_mended_file_replaces_its_rejected_rows_and_a_changed_text_is_a_version(warehouse: Warehouse, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", [FLOOD, {"id": "x"}])
    clean(warehouse, read(warehouse, [str(path)], now=NOW).days)
    lines(path, [{**FLOOD, "text": "Five bridges fell."}])
    result = read(warehouse, [str(path)], now=NOW + timedelta(hours=1))
    assert result.days == {date(2023, 11, 6)}
    clean(warehouse, result.days)
    assert rows(warehouse, "FROM rejected") == []
    assert rows(warehouse, "SELECT text, versions FROM articles") == [("Five bridges fell.", 2)]


def test_a_date_put_right_moves_the_article_to_its_day(warehouse: Warehouse, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", [FLOOD])
    clean(warehouse, read(warehouse, [str(path)], now=NOW).days)
    lines(path, [{**FLOOD, "published_at": "2023-11-07"}])
    result = read(warehouse, [str(path)], now=NOW)
    assert result.days == {date(2023, 11, 6), date(2023, 11, 7)}
    clean(warehouse, result.days)
    assert rows(warehouse, "SELECT article_id, day FROM article_versions") == [("flood", date(2023, 11, 7))]


def test_cleaning_a_day_touches_no_other(warehouse: Warehouse, tmp_path: Path) -> None:
    read(warehouse, [str(lines(tmp_path / "a.jsonl", [FLOOD, QUAKE]))], now=NOW)
    assert clean(warehouse, {date(2023, 11, 6)}).counts["articles"] == 1
    assert rows(warehouse, "SELECT article_id FROM article_versions") == [("flood",)]
    assert clean(warehouse, force=True).counts["articles"] == 2
    assert clean(warehouse, {date(2023, 11, 8)}, force=True).counts["articles"] == 1
    assert len(rows(warehouse, "FROM article_versions")) == 2


def test_a_plain_text_article_whole(warehouse: Warehouse, tmp_path: Path) -> None:
    text = (
        "Suasana pelabuhan setelah badai (dok. pelabuhan)\n"
        "AMBON (RIAUPOS.CO) - Sedikitnya empat kapal tenggelam pada Senin (6/11), kata kepala pelabuhan kepada awak media.\n"
        "Dikutip oleh JawaPos.com dari themoscowtimes.com, pencarian diteruskan.\nSumber: Jawapos.com\nEditor: Tono"
    )
    (tmp_path / "a.txt").write_text(text)
    clean(warehouse, read(warehouse, [str(tmp_path / "a.txt")], now=NOW).days)
    found = rows(warehouse, "SELECT outlet, lang, published_at::DATE, published_from, dateline_place, credits, text FROM articles")
    assert found == [("Riau Pos", "id", date(2023, 11, 6), "weekday", "Ambon", ["JawaPos", "The Moscow Times"], text)]


_WORDS = [
    f"{a}{b}"
    for a in ("ka", "lo", "mi", "ter", "sun", "ba", "ri", "po", "du", "gen")
    for b in ("tan", "rel", "vos", "mik", "dar", "lun", "pex", "sot", "wil", "fam")
]


def prose(seed: int, words: int = 260) -> list[str]:
    return random.Random(seed).choices(_WORDS, k=words)


def story(ident: str, hour: int, outlet: str, words: list[str], title: str, **more: Any) -> dict[str, Any]:
    return {
        "id": ident,
        "outlet": outlet,
        "title": title,
        "text": " ".join(words),
        "lang": "en",
        "published_at": f"2023-11-06T{hour:02}:00:00Z",
    } | more


def _witnesses(warehouse: Warehouse) -> dict[str, tuple[str, str, str]]:
    return {a: (r, v, why) for a, r, v, why in rows(warehouse, "SELECT article_id, root_id, via, reason FROM roots")}


def _newsroom() -> list[dict[str, Any]]:
    copied, wire, other = prose(1), prose(2), prose(3)
    credit = ["according", "to", "Reuters,", "1,481", "houses", "were", "lost."]
    return [
        story("first", 1, "Hill Post", copied, "Bridge falls in the hills"),
        story("copy", 3, "Valley Post", copied[:200] + prose(4, 40), "A bridge has fallen"),
        story("wire-a", 4, "East Paper", wire[:60] + prose(5, 180) + credit, "Fire takes 1,481 houses in Arlen"),
        story("wire-b", 5, "West Paper", prose(6, 180) + wire[:60] + credit, "Arlen fire: 1,481 houses gone"),
        story("wire-c", 6, "West Paper", [*other, "according", "to", "Reuters,", "prices", "rose."], "Markets calm after the storm"),
        story("alone", 7, "Lake Paper", prose(7), "Lake level steady"),
    ]


def test_roots_join_copies_and_one_wire_s_story_and_nothing_else(warehouse: Warehouse, tmp_path: Path) -> None:
    clean(warehouse, read(warehouse, [str(lines(tmp_path / "a.jsonl", _newsroom()))], now=NOW).days)
    assert roots.step(warehouse).counts["articles"] == 6
    found = _witnesses(warehouse)
    assert found["first"][:2] == ("first", "own")
    assert found["copy"][:2] == ("first", "near_copy")
    assert "word triples" in found["copy"][2]
    assert found["wire-a"][0] == found["wire-b"][0]
    assert found["wire-b"][0].startswith("reuters:")
    assert found["wire-b"][1] == "credit"
    assert "Reuters" in found["wire-b"][2]
    assert found["wire-c"][:2] == ("wire-c", "own")
    assert found["alone"][:2] == ("alone", "own")


def test_roots_do_not_depend_on_the_order_of_arrival(warehouse: Warehouse, tmp_path: Path) -> None:
    for number, article in enumerate(reversed(_newsroom())):
        clean(warehouse, read(warehouse, [str(lines(tmp_path / f"{number}.jsonl", [article]))], now=NOW).days)
        roots.step(warehouse)
    whole = Warehouse(tmp_path / "whole.duckdb")
    clean(whole, read(whole, [str(lines(tmp_path / "all.jsonl", _newsroom()))], now=NOW).days)
    roots.step(whole)
    assert _witnesses(warehouse) == _witnesses(whole)


def test_where_the_wire_s_own_article_is_here_it_is_the_root(warehouse: Warehouse, tmp_path: Path) -> None:
    wire = prose(2)
    articles = [
        story("print", 4, "East Paper", ["(Reuters)", "-", *wire], "Fire in Arlen"),
        story("source", 5, "Reuters", wire, "Fire in Arlen"),
    ]
    clean(warehouse, read(warehouse, [str(lines(tmp_path / "a.jsonl", articles))], now=NOW).days)
    roots.step(warehouse)
    assert {r for r, _, _ in _witnesses(warehouse).values()} == {"source"}


def _vouched(warehouse: Warehouse) -> dict[str, str]:
    return dict(rows(warehouse, "SELECT article_id, witness FROM witnesses"))


def test_a_copy_and_the_paper_that_had_the_story_first_are_one_witness(warehouse: Warehouse, tmp_path: Path) -> None:
    clean(warehouse, read(warehouse, [str(lines(tmp_path / "a.jsonl", _newsroom()))], now=NOW).days)
    roots.step(warehouse)
    found = _vouched(warehouse)
    assert found["first"] == found["copy"] == "hill-post"
    assert found["alone"] == "lake-paper"


def test_what_one_agency_alone_is_credited_for_is_the_agency_s(warehouse: Warehouse, tmp_path: Path) -> None:
    """Translations of one agency's story share no words; two agencies leave it open whose the figure is."""
    wire = prose(2)
    articles = [
        story("english", 4, "East Paper", ["(Reuters)", "-", *prose(8)], "Fire in Arlen"),
        story("spanish", 5, "La Plaza", ["(Reuters)", "-", *prose(9)], "Incendio en Arlen", lang="es"),
        story("both", 6, "West Paper", [*prose(10), "according", "to", "Reuters.", "Source:", "AFP"], "A fire"),
        story("source", 7, "Reuters", wire, "Fire in Arlen"),
        story("copy", 8, "North Paper", wire, "Fire in Arlen"),
    ]
    clean(warehouse, read(warehouse, [str(lines(tmp_path / "a.jsonl", articles))], now=NOW).days)
    roots.step(warehouse)
    found = _vouched(warehouse)
    assert {found[a] for a in ("english", "spanish", "source", "copy")} == {"reuters"}
    assert found["both"] == "west-paper"
    roots.step(warehouse)
    assert _vouched(warehouse) == found


def test_figures_in_any_digits_are_one() -> None:
    assert unusual_numbers("احترق ٨٬٩٣٢ هكتارا ، ٣٥٤ بيتا") == unusual_numbers("8,932 hectares and 354 houses burnt") == ["354", "8932"]
