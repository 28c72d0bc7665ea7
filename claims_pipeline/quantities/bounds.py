"""The words that open a number's interval, before it and behind it, and the interval that they leave."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, inverted, left_edge, right_edge, spaced, stems, table, trie, words
from claims_pipeline.quantities.mention import Draft

_WINDOW = 48
"""Characters looked at before a number: longer than any bound phrase with the words that may stand behind it."""


_BRACKET = re.compile(r" ?\([^()]{1,40}\)")
_DEVICES = frozenset({"max", "plus", "mini"})
"""Bounds that makers of devices and aircraft put behind the number of a model."""
_NEXT = 12
"""Characters from a phrase that can stand before a number to the number that it then belongs to."""
_FAR = 60
"""Characters between a verb of change and the level that it reaches."""


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The compiled bound phrases of one language. ``before`` and ``skip`` match reversed text."""

    before: re.Pattern[str]
    before_names: dict[str, str]
    aside: re.Pattern[str]
    """A bound phrase set off by commas."""
    skip: re.Pattern[str]
    after: re.Pattern[str]
    after_names: dict[str, str]
    after_noun: re.Pattern[str]
    after_noun_names: dict[str, str]
    not_after: dict[str, frozenset[str]]
    not_before: dict[str, re.Pattern[str]]
    noun_between: re.Pattern[str] | None
    """A bound phrase, the counted noun, the number, where the noun stands first: "zaidi ya watu 1,000"."""
    needs: dict[str, re.Pattern[str]]
    """Verbs that tell a bound of a figure only: "the toll passes 300", but "the House passes a $15 billion bill"."""
    case: dict[str, tuple[str, re.Pattern[str]]]
    """Phrases behind a noun that are another bound behind one of its cases: Turkish "2 metreye kadar" against "2 metre kadar"."""
    stop: frozenset[str]
    reached: frozenset[str]
    """Phrases that tell a level instead of a bound behind a verb of change: "steeg tot 81 dollar"."""
    reached_percent: bool
    """False where "anjlok hingga 50 persen" tells how far it fell at most."""
    compares: frozenset[str]
    """Phrases that compare where a number stands right in front of them: "two more than the 210"."""
    change: re.Pattern[str]
    word: re.Pattern[str]
    adjective: re.Pattern[str]
    """A hedging adjective, the noun that it stands with, a linking word: "an estimated population of"."""
    adjective_names: dict[str, str]
    doing: re.Pattern[str]
    """A hedge and the verb whose object the number is: "is estimated to have killed"."""
    after_noun_words: int
    touching: bool
    """Words are written without spaces between them."""
    counter: re.Pattern[str]
    """A counter between the number and its bound: "2300人を超える"."""
    bracketed: bool
    """Whether a bracket may stand between a number and the bound behind it."""
    joined: re.Pattern[str]
    """A word for "and", or one that is written onto the next word: Arabic "وأصيب"."""


@lru_cache(maxsize=64)
def bounds(language: Language) -> Bounds:
    section = language.section("bounds")
    before, after = inverted(section.get("before")), inverted(section.get("after"))
    after_noun = inverted(section.get("after_noun"))
    guard = section.get("guard", {})
    right = right_edge(language)
    prefixes = words(language.section("script").get("prefixes"))
    glued = [w[::-1] for w in prefixes]  # Hebrew "ולפחות": and at least
    joins = words(language.section("nouns").get("and"))
    written_on = [w for w in joins if w in prefixes]
    start = (rf"(?:{trie(glued)})?" if glued else "") + rf"(?!{LETTER})" if spaced(language) else ""
    adjective = section.get("adjective", {})
    adjectives = inverted({name: forms for name, forms in adjective.items() if name != "links"})
    return Bounds(
        re.compile(f"[ -]?({trie(p[::-1] for p in before)}){start}"),
        before,
        re.compile(f" , ?({trie(p[::-1] for p in before if ' ' in p)})(?= ?,)"),
        re.compile(f" ?({trie(w[::-1] for w in words(guard.get('skip')))}){start}"),
        re.compile(rf"[ -]?({trie(after)}){right}"),
        after,
        re.compile(rf" ?({trie(after_noun)}){right}"),
        after_noun,
        {p: frozenset(words(w)) for p, w in table(guard.get("not_after")).items()},
        {p: re.compile(rf" ?(?:{trie(words(w))}){right}") for p, w in table(guard.get("not_before")).items()},
        re.compile(rf"{left_edge(language)}({trie(before)})((?: {LETTER}[\w'-]{{0,30}}){{1,3}}) $")
        if section.get("noun_between")
        else None,
        {p: re.compile(rf"{left_edge(language)}(?:{stems(w)}){LETTER}*[^.;!?]*$") for p, w in table(guard.get("needs")).items()},
        {p: (str(bound), re.compile(rf"(?:{trie(words(ends))}) ?$")) for p, (bound, *ends) in table(guard.get("case")).items()},
        frozenset(words(language.section("nouns").get("stop"))) | frozenset(words(language.section("ranges").get("list"))),
        frozenset(words(guard.get("reached"))),
        bool(guard.get("reached_percent", True)),
        frozenset(words(guard.get("compares"))),
        re.compile(rf"{left_edge(language)}(?:{trie(words(language.section('ranges').get('change')))}){right}(?:[^.;!?]|\.(?=[,\d]))*$"),
        re.compile(rf"(?: ?{LETTER}[\w'-]{{0,30}})"),
        re.compile(
            rf"{left_edge(language)}({trie(adjectives)})(?: {LETTER}[\w'-]{{0,30}}){{1,2}} (?:{trie(words(adjective.get('links')))}) $"
        ),
        adjectives,
        re.compile(rf"{left_edge(language)}({trie(words(guard.get('doing')))})(?: {LETTER}[\w'-]{{0,30}}){{1,2}} $"),
        int(guard.get("after_noun_words", 3)),
        not spaced(language),
        re.compile(rf" ?(?:{trie(words(language.section('nouns').get('classifiers')))}){right}"),
        bool(guard.get("bracketed", False)),
        re.compile(rf" ?(?:(?:{trie(joins)}){right}{rf'|(?:{trie(written_on)}){LETTER}{{3}}' if written_on else ''})"),
    )


def attach(mention: Draft, folded: Folded, language: Language, floor: int, limit: int) -> None:
    """Set the bound and the hedge span of ``mention``; looks between ``floor`` and ``limit``, the neighbouring numbers."""
    rules = bounds(language)
    anchor = mention.start if mention.unit_start is None else min(mention.start, mention.unit_start)
    share = mention.dimension == "percent" and not rules.reached_percent
    found = _before(folded, anchor, rules, floor, share)
    if found is None and anchor != mention.start:  # "Rp lebih dari 5 juta"
        found = _before(folded, mention.start, rules, max(floor, anchor), share)
    if found is None and rules.adjective_names:
        m = rules.adjective.search(folded.low, max(floor, anchor - 2 * _WINDOW), anchor)
        found = (rules.adjective_names[m.group(1)], m.start(1), m.end(1)) if m is not None else None
        m = None if found is not None else rules.doing.search(folded.low, max(floor, anchor - 2 * _WINDOW), anchor)
        found = ("about", m.start(1), m.end(1)) if m is not None else found
    if (found is None or found[0] == "exact") and rules.noun_between is not None:
        found = _across_noun(folded, anchor, rules, floor) or found
    behind = _behind(mention, folded, rules, limit) if found is None or found[0] == "exact" else None
    if behind is None and found is not None and mention.unit is None and not mention.tail:
        second = rules.after.match(folded.low, mention.end)  # "an estimated 5,000-plus visitors": the noun follows both
        if second is not None and second.group()[0] in "-+" and second.end() <= limit:
            mention.tail, mention.end = second.end() - mention.end, second.end()
    if behind is not None:
        found = behind
    if found is None:
        if "word.approximate" in mention.rules and mention.bound == "exact":
            mention.bound = "about"
            mention.rules.append("bound.word")
        return
    if found[0] == "exact":
        mention.rules.append("bound.stated")
        if " " in folded.low[found[1] : found[2]].strip():
            mention.rules.append("bound.phrase")
        return
    bound, start, end = found
    mention.hedge_start, mention.hedge_end = start, end
    mention.rules.append(f"bound.{bound}")
    if mention.bound == "exact":
        mention.bound = bound


def reaches(folded: Folded, start: int, anchor: int, language: Language) -> bool:
    """Whether a bound phrase before ``anchor`` begins before ``start``: the "menos" of "al menos 14" is no minus."""
    m = bounds(language).before.match(folded.low[max(0, anchor - _WINDOW) : anchor][::-1])
    return m is not None and anchor - m.end() < start


def _before(folded: Folded, anchor: int, rules: Bounds, floor: int, share: bool) -> tuple[str, int, int] | None:
    at, found = anchor, None
    if at > floor and folded.low[at - 1] == '"' and folded.low[at - 2 : at - 1] == " ":
        at = anchor = at - 1  # around "600 people"
    for _ in range(5):
        window = folded.low[max(floor, at - _WINDOW) : at][::-1]
        m = rules.before.match(window)
        if m is None and at == anchor and window.startswith(" ,"):
            m = rules.aside.match(window)  # "get, at least, 50 votes"
        if m is not None and not _guarded(m, window, rules):
            phrase = m.group(1)[::-1]
            bound = rules.before_names[phrase]
            start = at - m.end()
            if phrase in _DEVICES and folded.raw[start].isupper() and folded.raw[max(0, start - 2) : start - 1].isdigit():
                return None  # "the 737 Max 8"
            needed = rules.needs.get(phrase)
            if needed is not None and needed.search(folded.low, max(0, start - _FAR), start) is None:
                return None
            if phrase in rules.compares and floor and not folded.low[floor:start].strip():
                return None  # "two more than the 210 of a day before", "5% below 300"
            if phrase in rules.reached and not share and rules.change.search(folded.low, max(0, start - _FAR), start):
                bound = "exact"
            outer = found is None or found[0] in ("exact", "about")
            if outer and not (bound == "exact" and found is not None):
                found = (bound, start, found[2] if found is not None and found[0] != "exact" else at - m.start(1))
            elif not outer:
                break
            at = start
            continue
        skipped = rules.skip.match(window)
        if skipped is None:
            break
        at -= skipped.end()
    return found


def _across_noun(folded: Folded, anchor: int, rules: Bounds, floor: int) -> tuple[str, int, int] | None:
    """The nearest bound phrase with nothing but words of the counted noun between it and the number."""
    assert rules.noun_between is not None
    start = max(floor, anchor - 2 * _WINDOW)
    best = None
    while (m := rules.noun_between.search(folded.low, start, anchor)) is not None:
        if not any(word in rules.stop for word in m.group(2).split()):
            best = (rules.before_names[m.group(1)], m.start(1), m.end(1))
        start = m.end(1)
    return best


def _guarded(m: re.Match[str], window: str, rules: Bounds) -> bool:
    barred = rules.not_after.get(m.group(1)[::-1])
    if not barred:
        return False
    previous = re.compile(rf" ?((?:{LETTER}|')+)").match(window, m.end())
    if previous is None:
        return False
    word = previous.group(1)[::-1]
    return word in barred or (rules.touching and word.endswith(tuple(barred)))  # Thai "งบประมาณ" is a budget, "ประมาณ" about


def _behind(mention: Draft, folded: Folded, rules: Bounds, limit: int) -> tuple[str, int, int] | None:
    ends = [mention.end - mention.tail, mention.end] if mention.tail else [mention.end]  # "300'den fazla": the ending is part of the phrase
    if mention.unit_end is not None and mention.unit_end > mention.end:
        ends.append(mention.unit_end)
    if mention.unit is None and (counter := rules.counter.match(folded.low, mention.end)) is not None:
        ends.append(counter.end())
    if rules.bracketed and (bracket := _BRACKET.match(folded.low, ends[-1])) is not None:
        ends.append(bracket.end())  # "300 किलोमीटर (180 मील) से अधिक"
        limit = max(limit, len(folded.low))
    for end in ends:
        m = rules.after.match(folded.low, end)
        if m is not None and m.end() <= limit and not _barred_behind(m, folded, rules, limit) and not _model(m, mention, folded):
            return _cased(m, folded, rules) or rules.after_names[m.group(1)], m.start(1), m.end()
    end = ends[-1]
    for passed in range(rules.after_noun_words if mention.unit is None else rules.after_noun_words - 1):
        word = rules.word.match(folded.low, end)
        if word is None:
            break
        end = word.end()
        m = rules.after_noun.match(folded.low, end)
        if m is not None and (passed or mention.unit is not None) and m.group(1) in rules.case:
            return None  # "300 kişi Ankara'ya kadar yürüdü": up to a town
        if m is not None and m.end() <= limit and not _barred_behind(m, folded, rules, limit):
            return _cased(m, folded, rules) or rules.after_noun_names[m.group(1)], m.start(1), m.end()
    return None


def _cased(m: re.Match[str], folded: Folded, rules: Bounds) -> str:
    bound, ending = rules.case.get(m.group(1), ("", None))
    return bound if ending is not None and ending.search(folded.low, max(0, m.start(1) - _WINDOW), m.start(1)) else ""


_NAMED = re.compile(r"\w*[^\W\d_a-z]\w*[ -]$")
"""A word with a capital right in front of the number."""


def _model(m: re.Match[str], mention: Draft, folded: Folded) -> bool:
    """ "the Boeing 737 Max is", "iPhone 14 Plus": a capital in front of the number and behind it, and none after that as in a headline."""
    if not folded.raw[m.start(1)].isupper() or not _NAMED.search(folded.raw, max(0, mention.start - 24), mention.start):
        return False
    return not folded.raw[m.end() + 1 : m.end() + 2].isupper() and folded.raw[m.start(1) : m.end()].istitle()


def _barred_behind(m: re.Match[str], folded: Folded, rules: Bounds, limit: int) -> bool:
    near = m.group(1) in rules.before_names and limit < len(folded.low) and limit - m.end() <= _NEXT
    if near and not set(",،") & set(folded.low[m.end() : limit]) and rules.joined.match(folded.low, m.end(), limit) is None:
        return True  # "killed 3 people and wounded at least 176" is a bound of the next number, "3 people at least and 176" of this one
    barred = rules.not_before.get(m.group(1))
    return barred is not None and barred.match(folded.low, m.end()) is not None


def interval(mention: Draft) -> None:
    """Set ``low`` and ``high`` from the value and the bound. Ranges and vague words have theirs already."""
    n = mention.value
    if n is None or mention.bound in ("range", "vague"):
        return
    whole = mention.kind == "count" and float(n).is_integer()
    low: float | None = n
    high: float | None = n
    match mention.bound:
        case "at_least":
            high = None
        case "more_than":
            low, high = (n + 1 if whole else n), None
        case "at_most":
            low = None
        case "less_than":
            low, high = None, (n - 1 if whole else n)
        case "nearly":
            low, high = sorted((0.9 * n, n))
        case "about":
            spread = max(_half_step(n), 0.1 * abs(n))
            low, high = n - spread, n + spread
    mention.low, mention.high = low, high


def _half_step(n: float) -> float:
    """Half a unit of the last non-zero digit as written in decimal: 120 -> 5, 5.7e6 -> 5e4, 2 -> 0.5."""
    if n == 0 or not math.isfinite(n):
        return 0.5
    digits = f"{abs(n):.12g}"
    if "e" in digits:
        mantissa, _, exponent = digits.partition("e")
        step = 10.0 ** (int(exponent) - len(mantissa.partition(".")[2]))
    elif "." in digits:
        step = 10.0 ** -len(digits.partition(".")[2])
    else:
        step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return step / 2
