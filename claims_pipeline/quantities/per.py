"""Rates: what a figure is told per ("$350 a day", "45 deaths per 1,000 births")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, right_edge, spaced, table, trie, words
from claims_pipeline.quantities.mention import Draft

_BASES = frozenset({10.0, 100.0, 1e3, 1e4, 1e5, 1e6})


@dataclass(frozen=True, slots=True, eq=False)
class Per:
    """The compiled rate words of one language."""

    open: re.Pattern[str]
    """Words behind which any noun may stand: "per pupil"."""
    stroke: re.Pattern[str]
    """A symbol with its case behind a stroke: "/MWh"."""
    article: re.Pattern[str]
    """Words that are a rate only in front of a unit: "a day", "each week"."""
    words: dict[str, str]
    word: re.Pattern[str]
    """One word that holds both: "daily"."""
    noun: re.Pattern[str]
    number: re.Pattern[str]
    """The counted noun between a figure and the number that it is told per."""
    behind: re.Pattern[str]
    function: frozenset[str]
    """Words that no counted noun holds: in "three seeds from each region" nothing is counted per region."""
    months: frozenset[str]
    """Names of months: "per September" is a date, no rate."""
    around: frozenset[str]
    persons: frozenset[str]
    names: dict[str, tuple[str, str]]
    symbols: dict[str, tuple[str, str]]
    weights: dict[str, str]
    """Units that are money or mass: one pays per pound of weight."""


def compile_per(language: Language, names: dict[str, tuple[str, str]], symbols: dict[str, tuple[str, str]]) -> Per:
    """``names`` are the unit words of the language, ``symbols`` those of all: (name, dimension) by form."""
    section = language.section("units")
    right = right_edge(language)
    gap = "[ -]" if spaced(language) else " ?"
    opening = [w for w in words(section.get("per", ["/"])) if w != "/"]
    article = words(section.get("per_article"))
    whole = rf"(?:(?:{trie(words(section.get('per_whole')))}) )?" if section.get("per_whole") else ""  # "for every full year"
    not_before = trie(words(section.get("per_article_not_before")))
    things = trie({*names, *words(section.get("per_things"))})
    either = {w: v for w, v in table(section.get("either")).items() if isinstance(v, list) and w != "weight_words"}
    return Per(
        re.compile(rf"(?: ?/ ?|{gap}(?:{trie(opening)}){gap}{whole})((?:{trie(names)}){right}|{LETTER}{{2,30}})"),
        re.compile(rf" ?/ ?({trie(s for s, unit in symbols.items() if unit[1] not in ('money', 'percent'))})(?![\w/])"),
        re.compile(rf"{gap}(?:{trie(article)}){gap}{whole}((?:{things}){right})(?! (?:{not_before}){right})")
        if article
        else re.compile("(?!)"),
        {w: str(name) for w, name in table(section.get("per_words")).items()},
        re.compile(rf"{gap}({trie(table(section.get('per_words')))}){right}"),
        re.compile(rf"((?: {LETTER}[\w'-]{{0,30}}){{1,3}}?)(?={gap}(?:{trie([*opening, *article])}){gap})"),
        re.compile(rf"((?: {LETTER}[\w'-]{{0,30}}){{0,4}}?)(?: (?:{trie(opening)}) | ?/ ?)"),
        re.compile(rf"(?: {LETTER}[\w'-]{{0,30}}){{1,2}}"),
        frozenset(words(language.section("kinds").get("count", {}).get("function"))),
        frozenset(words(language.section("dates").get("months"))),
        frozenset((*opening, *article, *words(language.section("ranges").get("middle")))),
        frozenset(words(language.section("nouns").get("persons"))) | frozenset(words(language.section("nouns").get("generic"))),
        names,
        symbols,
        {w: str(options[1]) for w, options in either.items()},
    )


def per(mention: Draft, folded: Folded, rules: Per, at: int, limit: int) -> None:
    """ "$350 a day", "5 million barrels per day", "20 per week", "three thousand tests per day": looks from ``at`` to ``limit``."""
    if mention.kind or (mention.bound == "vague" and mention.unit is None):
        return
    low = folded.low
    stroke = rules.stroke.match(folded.raw, at)
    m = stroke or rules.open.match(low, at) or rules.article.match(low, at) or rules.word.match(low, at)
    noun = ""
    if m is None and (mention.unit is None or mention.dimension not in ("percent", "time")):
        between = rules.noun.match(low, at)
        if between is not None and between.end() < limit:
            m = rules.open.match(low, between.end()) or rules.article.match(low, between.end())
            noun = between.group(1).strip()
            if m is not None and (mention.unit is not None and not noun.startswith("of ")):
                return
            if m is not None and mention.unit is None and not rules.function.isdisjoint(noun.split()):
                return
            noun = "" if mention.unit is not None else noun
    if m is None or m.start() >= limit or m.group(1) in rules.months:
        return
    if mention.unit is None and not noun and mention.rules and "words" in mention.rules:
        return
    written = folded.raw[m.start(1) : m.end(1)]
    symbol = stroke is not None or (len(written) > 1 and written in rules.symbols and written not in rules.names)  # "per mmBTU"
    base = rules.symbols[written][0] if symbol else _base(m.group(1), rules)
    head = mention.unit or noun
    mention.unit = f"{head} per {base}".strip()
    mention.kind = "rate"
    mention.unit_start = min(mention.unit_start, m.start()) if mention.unit_start is not None else at
    mention.unit_end = m.end()
    again = rules.open.match(low, m.end())  # "$40,000 per pupil per year"
    if again is not None and again.end() <= limit and again.group(1) in rules.names:
        mention.unit, mention.unit_end = f"{mention.unit} per {_base(again.group(1), rules)}", again.end()
    mention.rules.append("unit.per")


def _base(word: str, rules: Per) -> str:
    if word in rules.words:
        return rules.words[word]
    if word in rules.weights:
        return rules.weights[word]
    return rules.names[word][0] if word in rules.names else word


def per_number(a: Draft, b: Draft, folded: Folded, rules: Per, limit: int) -> bool:
    """ "45 deaths per 1,000 births", "6.5 per 100,000 people": whether ``b`` is what ``a`` is told per, and counts nothing itself."""
    if a.value is None or b.value not in _BASES or a.kind or a.dimension in ("time", "age", "money"):
        return False
    at = max(a.end, a.unit_end or 0)
    m = rules.number.fullmatch(folded.low, at, b.start)
    if m is None or not rules.function.isdisjoint(m.group(1).split()):
        return False
    behind = rules.behind.match(folded.low, b.end, limit)
    listed = behind.group().split() if behind is not None else []
    if b.value < 1000 and listed and listed[0] in rules.around and b.end + len(listed[0]) + 2 == limit:
        return False  # "one for every 10 to 20 removals"
    kept = next((i for i, word in enumerate(listed) if word in rules.function or word in rules.around), len(listed))
    if kept and (listed[0].endswith("s") or listed[0] in rules.persons):
        kept = 1  # "3,500 guns per 100,000 people correlated with", but "live births"
    of = " ".join(listed[:kept])
    a.unit = f"{a.unit or m.group(1).strip()} per {b.value:.0f} {of}".strip()
    a.kind, a.unit_start = "rate", a.unit_start if a.unit_start is not None else at
    a.unit_end = b.end + len(" ".join(["", *listed[:kept]]))
    a.rules.append("unit.per_number")
    return True
