"""The number half, end to end: a sentence becomes its mentions."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from claims_pipeline.quantities import bounds, kinds, ranges, unit_shared, units
from claims_pipeline.quantities.fold import Folded, fold
from claims_pipeline.quantities.kind_cues import kinds as kinds_of
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, trie, words
from claims_pipeline.quantities.mention import Draft, Mention
from claims_pipeline.quantities.per import per_number
from claims_pipeline.quantities.scan import numbers
from claims_pipeline.quantities.scanner import ROUND, scanner
from claims_pipeline.quantities.sentences import Sentence


def candidates(folded: Folded, language: Language) -> list[int]:
    """Positions in the text as given where a number may begin, in order; one pass over the whole field."""
    return [folded.back(m.start()) for m in scanner(language).trigger.finditer(folded.low)]


def find_mentions(sentence: Sentence, language: Language, folded: Folded | None = None) -> list[Mention]:
    """Every numeric expression of ``sentence`` in order, read as far as numbers go. Never raises on any text.

    ``folded`` is the sentence folded already, where the whole field was.
    """
    folded = fold(sentence.text) if folded is None else folded
    found = numbers(folded, language, lambda position: units.money_before(folded, position, language))
    if not found:
        return []
    found = _repeated(_ones(found), folded)
    if not found:
        return []
    found = _attach(found, folded, language)
    found = ranges.merge(found, folded, language)
    unit_shared.share(found, folded, language)
    found = _fractions_of(found, folded, language)
    for mention in found:
        if "word.one" in mention.rules and mention.bound == "about" and mention.unit is None and not mention.kind:
            mention.bound, mention.hedge_start, mention.hedge_end = (
                "exact",
                None,
                None,
            )  # "pushed around one defender", "talk about one thing"
    found = kinds.settle(found, folded, language)
    ranges.group([m for m in found if m.kind not in ("date", "identifier", "ordinal")], folded, language)
    found = _thousands(found, folded)
    _converted(found, folded)
    for mention in found:
        _separator(mention, folded, language)
        bounds.interval(mention)
        _place(mention, folded, sentence)
    return list(found)


_SPACED = re.compile(r"[1-9]\d{0,2} \d{3}")
_COUNTED = re.compile(r" [^\W\d_]")


def _thousands(found: list[Draft], folded: Folded) -> list[Draft]:
    """ "1 610 houses were destroyed" in a language that writes no such space: two bare counts have nothing between them.

    What is no count stays apart: "on day 1 200 people came", "Boeing 737 189 dead".
    """
    out: list[Draft] = []
    for mention in found:
        before = out[-1] if out else None
        if before is not None and _is_first_group(before, mention, folded):
            before.value = (before.value or 0.0) * 1000 + (mention.value or 0.0)
            before.end, before.tail = mention.end, mention.tail
            before.rules.append("digits.spaced")
        else:
            out.append(mention)
    return out


def _is_first_group(first: Draft, second: Draft, folded: Folded) -> bool:
    if second.bound != "exact" or any(m.kind != "count" or not m.is_claim or m.unit or m.factor != 1.0 for m in (first, second)):
        return False
    return bool(_SPACED.fullmatch(folded.low, first.start, second.end) and _COUNTED.match(folded.low, second.end))


def _ones(found: list[Draft]) -> list[Draft]:
    """Without an article that could be a one where no other number stands beside it: "a man was arrested" counts nobody."""
    others = any("word.person" not in mention.rules and mention.kind in ("", "count") for mention in found)
    return found if others else [mention for mention in found if "word.person" not in mention.rules]


def _repeated(found: list[Draft], folded: Folded) -> list[Draft]:
    """ "5 (lima) tahun", "five (5) days": a number that a bracket repeats is one number."""
    out: list[Draft] = []
    for mention in found:
        a = out[-1] if out else None
        if (
            a is not None
            and a.value is not None
            and a.value == mention.value
            and ("words" in a.rules) != ("words" in mention.rules)
            and folded.low[a.end : mention.start] in (" (", "(")
            and folded.low[mention.end : mention.end + 1] == ")"
        ):
            a.tail += mention.end + 1 - a.end
            a.end = mention.end + 1
            a.kind, a.is_claim = a.kind or mention.kind, a.is_claim or mention.is_claim
            continue
        out.append(mention)
    return out


def _attach(found: list[Draft], folded: Folded, language: Language) -> list[Draft]:
    floor, last = 0, len(folded.low)
    taken: list[Draft] = []
    for i, mention in enumerate(found):
        if mention.start < floor:  # the "million" of "1200 parts per million" belongs to the unit
            continue
        taken.append(mention)
        limit = found[i + 1].start if i + 1 < len(found) else last
        if mention.kind == "fraction" and mention.value is not None:
            units.attach_part(mention, folded, language)
        if not mention.kind:
            units.attach(mention, folded, language, limit)
            _sign(mention, folded, language)
            if i + 1 < len(found):
                behind = found[i + 2].start if i + 2 < len(found) else last
                per_number(mention, found[i + 1], folded, units.units(language).per, behind)
        if mention.kind in ("", "rate", "fraction"):
            bounds.attach(mention, folded, language, floor, limit)
        if "word.article" not in mention.rules or mention.unit is not None:  # "een kleine 300 man"
            floor = ranges.right_of(mention)
    return taken


def _sign(mention: Draft, folded: Folded, language: Language) -> None:
    """A minus glued to the digits, where a unit says that it is none of a list or a range: "-5 yards", "$-50.8bn"."""
    at = mention.start
    worded = scanner(language).negative.search(folded.low, max(0, at - 10), at)
    if worded is not None and mention.value is not None and not bounds.reaches(folded, worded.start(1), at, language):
        mention.value, mention.start = -mention.value, worded.start(1)
        mention.text = folded.raw[mention.start : mention.end]
        return
    if mention.unit is None or mention.value is None or at == 0 or folded.raw[at - 1] != "-":
        return
    before = folded.raw[at - 2 : at - 1]
    if before in ("", " ", "(") or (mention.dimension == "money" and mention.unit_start is not None and mention.unit_start < at):
        mention.value = -mention.value
        mention.start = at - 1
        mention.text = folded.raw[mention.start : mention.end]


def _fractions_of(found: list[Draft], folded: Folded, language: Language) -> list[Draft]:
    """ "nine in ten Americans": two small whole numbers around the language's word for it are one fraction."""
    between = _between(language)
    out: list[Draft] = []
    for mention in found:
        a = out[-1] if out else None
        if (
            a is not None
            and not a.kind
            and not mention.kind
            and a.value is not None
            and mention.value is not None
            and 0 < a.value < mention.value
            and a.value < 20
            and mention.value in ROUND
            and a.unit is None
            and mention.unit is None
            and (
                folded.low[a.end : mention.start].strip() in between or _between_noun(language).fullmatch(folded.low, a.end, mention.start)
            )
        ):
            joined = Draft(a.start, mention.end, folded.raw[a.start : mention.end], a.value / mention.value, kind="fraction")
            joined.bound, joined.hedge_start, joined.hedge_end = a.bound, a.hedge_start, a.hedge_end
            joined.rules = [*a.rules, "fraction.in"]
            joined.rules = [rule for rule in joined.rules if rule != "word.one"]
            out[-1] = joined
            continue
        out.append(mention)
    return out


@lru_cache(maxsize=64)
def _between_noun(language: Language) -> re.Pattern[str]:
    """ "un enfant sur quatre": the counted noun stands inside."""
    return re.compile(rf"(?: {LETTER}+){{1,2}} (?:{trie(words(language.section('fractions').get('between_noun')))}) ")


def _between(language: Language) -> frozenset[str]:
    return frozenset(str(word) for word in language.section("fractions").get("between", []))


_CONVERSION = re.compile(r" ?[(\[] ?$| ?[/,;] ?$")
_CONVERTED = ("at_least", "more_than", "at_most", "less_than")
"""Not "about": readers leave the second of "about 7 miles (11 km)" exact."""


def _converted(found: list[Draft], folded: Folded) -> None:
    """ "more than 100 kilometres (60 miles)": the same amount in another unit or currency has the same bound."""
    for a, b in pairwise(found):
        if b.bound != "exact" or "bound.stated" in b.rules or a.bound not in _CONVERTED or a.unit is None or a.unit == b.unit:
            continue
        if a.dimension != b.dimension or a.dimension in (None, "time", "percent", "age"):
            continue
        opened = folded.low.rfind("(", ranges.right_of(a), ranges.left_of(b)) >= 0 or "bound.converted" in a.rules
        if opened and _CONVERSION.fullmatch(folded.low, ranges.right_of(a), ranges.left_of(b)):
            b.bound = a.bound
            b.rules.append("bound.converted")


def _separator(mention: Draft, folded: Folded, language: Language) -> None:
    """ "1.400 people" in an English text is 1,400: people come whole. Other counts and measures keep the language's reading."""
    if mention.other is None or mention.kind != "count" or mention.factor != 1 or mention.bound == "range":
        return
    counted = kinds_of(language).count_after.match(folded.low, mention.end)
    # "1,000 người" where a comma is decimal is a thousand too
    if counted and mention.value is not None and mention.other > mention.value and mention.other.is_integer():
        mention.value = mention.other
        mention.rules.append("separator.foreign")


_EDGE = re.compile(r"\s+$")


def _place(mention: Draft, folded: Folded, sentence: Sentence) -> None:
    """From folded positions to offsets of the field."""
    base = sentence.start
    start, end = folded.back(mention.start), folded.back_end(mention.end - mention.tail)
    mention.tail = folded.back_end(mention.end) - end if mention.tail else 0
    mention.text = sentence.text[start:end]
    mention.start, mention.end = base + start, base + end
    if mention.unit_start is not None and mention.unit_end is not None:
        mention.unit_start, mention.unit_end = base + folded.back(mention.unit_start), base + folded.back_end(mention.unit_end)
    if mention.hedge_start is not None and mention.hedge_end is not None:
        mention.hedge_start, mention.hedge_end = base + folded.back(mention.hedge_start), base + folded.back_end(mention.hedge_end)
