"""The sample newsroom, its manifest and the reference series agree with themselves.

Read here with the standard library alone, so that the data is judged apart from the readers that it judges.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from closed_lists import ATTRIBUTES, BOUNDS, CLAIM_KINDS, MEASURES, MODALITIES, OTHER_KINDS, RELATIONS

DATA = Path(__file__).resolve().parents[2] / "data"
NEWSROOM = DATA / "newsroom"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"

Article = tuple[str, str]
"""Title and text."""


class _Text(HTMLParser):
    """The headline and the paragraphs of an HTML page or fragment."""

    def __init__(self, within: str | None = None) -> None:
        super().__init__()
        self.title, self.paragraphs, self._within, self._inside, self._tag = "", [], within, within is None, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._inside = self._inside or tag == self._within
        self._tag = tag
        if tag == "p" and self._inside:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != self._within
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._inside and self._tag == "h1":
            self.title += data
        elif self._inside and self._tag == "p":
            self.paragraphs[-1] += data


def _parsed(html: str, within: str | None = None) -> Article:
    reader = _Text(within)
    reader.feed(html)
    return reader.title, "\n\n".join(reader.paragraphs)


def _json_rows(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf8").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:
            continue


def _file_articles(path: Path) -> Iterator[tuple[str, Article]]:
    """Every article that the file holds, under the id that it gives or the name of the file."""
    if path.suffix == ".jsonl":
        for row in _json_rows(path):
            yield row["id"], (row["title"], row["text"])
    elif path.suffix == ".csv":
        with path.open(encoding="utf8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["text"]:
                    yield row["id"], (row["title"], row["text"])
    elif path.suffix == ".rss":
        for item in ElementTree.parse(path).iter("item"):
            link = item.findtext("link", "")
            yield link.rsplit("/", 1)[1], (item.findtext("title", ""), _parsed(item.findtext(CONTENT, ""))[1])
    elif path.suffix == ".xml":
        for entry in ElementTree.parse(path).iter(f"{ATOM}entry"):
            link = entry.findtext(f"{ATOM}id", "")
            yield link.rsplit("/", 1)[1], (entry.findtext(f"{ATOM}title", ""), _parsed(entry.findtext(f"{ATOM}content", ""))[1])
    elif path.suffix == ".html":
        yield path.stem, _parsed(path.read_text(encoding="utf8"), "article")
    elif path.suffix == ".txt" and path.stat().st_size:
        title, _, text = path.read_text(encoding="utf8").partition("\n")
        yield path.stem, (title, text)


@cache
def newsroom() -> dict[tuple[str, int], Article]:
    """All articles by id and version, versions numbered in the order of their file."""
    found: dict[tuple[str, int], Article] = {}
    for path in sorted(p for p in NEWSROOM.rglob("*") if p.is_file()):
        versions: Counter[str] = Counter()
        for name, article in _file_articles(path):
            versions[name] += 1
            found[name, versions[name]] = article
    return found


@cache
def manifest() -> dict[str, Any]:
    return tomllib.loads((DATA / "manifest.toml").read_text(encoding="utf8"))


@cache
def claims() -> dict[str, dict[str, Any]]:
    """The expected claims by id, each with its fact's id and kind."""
    return {c["id"]: {**c, "fact": f["id"], "kind": f["kind"]} for f in manifest()["fact"] for c in f["claim"]}


def key(row: dict[str, Any]) -> tuple[str, int]:
    return row["article"], row.get("version", 1)


def occurrences(number: str, text: str) -> int:
    """How often ``number`` stands in ``text``, not as part of a longer number or word."""
    return len(re.findall(rf"(?<!\w)(?<!\d[.,]){re.escape(number)}(?!\w)(?![.,]\d)", text))


def interval(claim: dict[str, Any]) -> tuple[float, float]:
    return claim.get("low", float("-inf")), claim.get("high", float("inf"))


def meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return max(interval(a)[0], interval(b)[0]) <= min(interval(a)[1], interval(b)[1])


def test_the_counts_that_the_manifest_promises() -> None:
    sample, articles = manifest()["sample"], manifest()["article"]
    assert {(a["id"], a.get("version", 1)) for a in articles} == set(newsroom())
    assert sample["articles"] == len({a["id"] for a in articles})
    assert sample["versions"] == len(articles)
    assert sample["outlets"] == len({a["outlet"] for a in articles}) >= 12
    assert sample["languages"] == sorted({a["lang"] for a in articles})
    assert sample["facts"] == len(manifest()["fact"])
    assert sample["claims"] == len(claims()) == sum(len(f["claim"]) for f in manifest()["fact"])
    assert sample["rejected"] == len(manifest()["rejected"])
    assert {a["format"] for a in articles} == {"txt", "jsonl", "csv", "rss", "atom", "html"}


def test_each_article_lies_in_the_file_that_the_manifest_names() -> None:
    for article in manifest()["article"]:
        title, text = newsroom()[article["id"], article.get("version", 1)]
        assert title == article["title"]
        assert article["id"] in {name for name, _ in _file_articles(NEWSROOM / article["file"])}, article["id"]
        assert 50 <= len(text.split()) <= 220, article["id"]
        assert ("published_at" in article) != ("published_on" in article)


def test_every_quoted_number_stands_in_its_article_exactly_as_often_as_said() -> None:
    for row in [*claims().values(), *manifest()["trap"]]:
        title, text = newsroom()[key(row)]
        both = f"{title}\n{text}"
        assert occurrences(row["quote"], both) == row["times"], row
        assert both.count(row["phrase"]) == 1, row
        assert occurrences(row["quote"], row["phrase"]) == 1, row
        assert row["phrase"] in (title if row["where"] == "title" else text), row


def test_no_two_expected_claims_are_one() -> None:
    places = Counter((key(c), c["phrase"]) for c in claims().values())
    assert [place for place, times in places.items() if times > 1] == []


def test_intervals_are_what_bounds_allow() -> None:
    for claim in claims().values():
        value, bound, low, high = claim.get("value"), claim["bound"], claim.get("low"), claim.get("high")
        step = 1 if claim["kind"] == "count" else 0
        assert bound in BOUNDS and claim.get("modality", "asserted") in MODALITIES
        if bound in ("range", "vague"):
            assert value is None and low < high, claim
        elif bound == "about":
            assert low < value < high and value - low >= 0.0999 * value, claim
        else:
            allowed = {
                "exact": (value, value),
                "at_least": (value, None),
                "more_than": (value + step, None),
                "at_most": (None, value),
                "less_than": (None, value - step),
                "nearly": (pytest.approx(0.9 * value), value),
            }
            assert (low, high) == allowed[bound], claim


def test_facts_use_the_closed_lists() -> None:
    for fact in manifest()["fact"]:
        assert fact["kind"] in CLAIM_KINDS and fact["attribute"] in ATTRIBUTES and fact["measure"] in MEASURES, fact["id"]
        assert fact["description"]
    bounds = {c["bound"] for c in claims().values()}
    assert bounds == BOUNDS
    assert {c.get("modality", "asserted") for c in claims().values()} == MODALITIES
    assert {f["kind"] for f in manifest()["fact"]} == CLAIM_KINDS
    assert {t["kind"] for t in manifest()["trap"]} == OTHER_KINDS


def test_every_relation_is_planted_and_none_is_unknown() -> None:
    assert {r["relation"] for r in manifest()["relation"]} == RELATIONS


def published(claim: dict[str, Any]) -> str:
    """When the claim became known, as text that sorts: to the minute, or the day alone."""
    article = next(a for a in manifest()["article"] if (a["id"], a.get("version", 1)) == key(claim))
    return str(article.get("updated_at") or article.get("published_at") or article["published_on"])


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_planted_relations_hold_between_their_claims(relation: str) -> None:
    for row in (r for r in manifest()["relation"] if r["relation"] == relation):
        a, b = claims()[row["a"]], claims()[row["b"]]
        assert (row["a_phrase"], row["b_phrase"]) == (a["phrase"], b["phrase"])
        assert row["fact"] == b["fact"] and row["why"]
        assert a["fact"] == b["fact"] or relation == "scope_shift", row
        shared = min(len(published(a)), len(published(b)))
        assert published(a)[:shared] <= published(b)[:shared], row
        if relation in ("agrees", "compatible", "circular_sourcing"):
            assert meet(a, b), row
        if relation in ("revised_up", "revised_down", "contradicts", "outdated_repeat", "magnitude_slip"):
            assert not meet(a, b), row
        if relation in ("hedge_lost", "hedge_gained", "scope_shift", "unit_slip"):
            assert a["value"] == b["value"], row
        if relation in ("hedge_lost", "hedge_gained"):
            exact = (a if relation == "hedge_gained" else b)["bound"]
            opened = (b if relation == "hedge_gained" else a)["bound"]
            assert exact == "exact" != opened, row
        if relation in ("revised_up", "revised_down"):
            assert (a["low"] < b["low"]) == (relation == "revised_up"), row


def test_a_magnitude_slip_is_a_power_of_ten_or_swapped_digits() -> None:
    seen = set()
    for row in (r for r in manifest()["relation"] if r["relation"] == "magnitude_slip"):
        a, b = claims()[row["a"]]["value"], claims()[row["b"]]["value"]
        ratio = max(a, b) / min(a, b)
        powers = [p for p in (10, 100, 1000) if abs(ratio / p - 1) < 0.005]
        swapped = sorted(str(a)) == sorted(str(b))
        assert powers or swapped, row
        seen.update(powers or ["swapped"])
    assert seen == {10, 1000, "swapped"}


def test_hedges_are_lost_and_gained_and_figures_agree_across_languages() -> None:
    languages = {a["id"]: a["lang"] for a in manifest()["article"]}
    for relation in ("hedge_lost", "hedge_gained", "agrees"):
        pairs = [(claims()[r["a"]], claims()[r["b"]]) for r in manifest()["relation"] if r["relation"] == relation]
        assert any(languages[a["article"]] != languages[b["article"]] for a, b in pairs), relation


def test_an_outdated_figure_had_been_replaced_by_two_outlets() -> None:
    outlets = {a["id"]: a["outlet"] for a in manifest()["article"]}
    for row in (r for r in manifest()["relation"] if r["relation"] == "outdated_repeat"):
        late = claims()[row["b"]]
        before = [c for c in claims().values() if c["fact"] == late["fact"] and published(c) < published(late)]
        moved_on = {outlets[c["article"]] for c in before if c["bound"] == "exact" and c["value"] > late["value"]}
        assert len(moved_on) >= 2, row
        assert any(c["value"] == late["value"] for c in before if c["bound"] == "exact"), row


def test_increments_explain_their_rise() -> None:
    for row in manifest()["explains"]:
        increment, start, end = (claims()[row[k]]["value"] for k in ("increment", "from", "to"))
        assert start + increment == end, row


def test_the_wire_story_has_one_near_verbatim_copy_and_credits_everywhere() -> None:
    copies = [a for a in manifest()["article"] if "Reuters" in a.get("credits", [])]
    assert len({a["outlet"] for a in copies}) == 4
    words = {a["id"]: set(newsroom()[a["id"], 1][1].split()) for a in copies}
    shared = {(a, b): len(words[a] & words[b]) / len(words[a] | words[b]) for a, b in combinations(words, 2)}
    assert max(shared.values()) > 0.8
    assert sum(s > 0.8 for s in shared.values()) == 1
    counted = {c["article"] for c in claims().values() if c["fact"] == "palu-inmates"}
    assert counted == set(words), "nobody but the wire's customers may give its figure"
    for article in (a for a in manifest()["article"] if a.get("credits")):
        for name in article["credits"]:
            assert name in newsroom()[article["id"], 1][1], article["id"]


def test_the_bad_inputs_are_bad_in_the_way_that_the_manifest_says() -> None:
    rejected = {r["file"]: r for r in manifest()["rejected"]}
    empty = [f for f in rejected if (NEWSROOM / f).stat().st_size == 0]
    assert len(empty) == 1
    broken = []
    for path in NEWSROOM.rglob("*.jsonl"):
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
            try:
                json.loads(line)
            except json.JSONDecodeError:
                broken.append((str(path.relative_to(NEWSROOM)), f"line {number}"))
    textless = []
    for path in NEWSROOM.rglob("*.csv"):
        with path.open(encoding="utf8", newline="") as stream:
            textless += [
                (str(path.relative_to(NEWSROOM)), f"row {n}") for n, row in enumerate(csv.DictReader(stream), 1) if not row["text"]
            ]
    assert {(r["file"], r["position"]) for r in rejected.values()} == {(empty[0], ""), *broken, *textless}
    assert len(broken) == len(textless) == 1


def test_the_corrected_article_keeps_its_id_and_changes_its_figure() -> None:
    twice = [a for a in manifest()["article"] if "version" in a]
    assert [a["version"] for a in twice] == [1, 2] and len({a["id"] for a in twice}) == 1
    assert "updated_at" in twice[1] and twice[1]["updated_at"] > twice[0]["published_at"]
    tolls = [{c["value"] for c in claims().values() if key(c) == (twice[0]["id"], v) and c["fact"] == "cipularang-killed"} for v in (1, 2)]
    assert tolls == [{9}, {8}]


def test_boilerplate_stands_on_the_page_but_in_no_article() -> None:
    for row in manifest()["boilerplate"]:
        page = (NEWSROOM / row["file"]).read_text(encoding="utf8")
        outside = re.sub(r"<[^>]*>", "", re.sub(r"(?s)<article>.*?</article>", "", page))
        title, text = newsroom()[Path(row["file"]).stem, 1]
        assert row["quote"] in outside and row["quote"] not in title + text, row


def test_reference_series_are_dated_counts_that_never_fall_unless_revised() -> None:
    mappings = sorted((DATA / "reference").glob("*.toml"))
    assert len(mappings) == 3
    for path in mappings:
        mapping = tomllib.loads(path.read_text(encoding="utf8"))
        columns, target = mapping["columns"], mapping["speaks_to"]
        assert target["attribute"] in ATTRIBUTES and target["measure"] in MEASURES and target["place"] and mapping["source"]
        with (path.parent / mapping["file"]).open(encoding="utf8", newline="") as stream:
            rows = [
                (r[columns["as_of"]], datetime.fromisoformat(r[columns["known_at"]]), int(r[columns["value"]]))
                for r in csv.DictReader(stream)
            ]
        assert rows == sorted(rows, key=lambda r: r[:2]) and len(set(rows)) == len(rows)
        assert all(known.tzinfo == UTC and known.date().isoformat() >= day for day, known, _ in rows), path
        for (day, _, value), (later, _, next_value) in pairwise(rows):
            assert next_value >= value or day == later, path
