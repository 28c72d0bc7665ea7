"""A unit written once for two figures: "from 4.8 to 4.7 percent", "from 208 pounds to 193", "5 and 12 percent"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import left_edge, right_edge, spaced, trie, words
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.ranges import is_year, left_of, ranges, right_of

_GAP = 40
"""Characters between two figures that may share a unit."""


_COMPARED = 60
"""The same where the second is one of another time."""


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The compiled words of one language between such figures."""

    opener: re.Pattern[str]
    to: re.Pattern[str]
    also: re.Pattern[str]
    comma: re.Pattern[str]
    ends: re.Pattern[str]
    """What stands behind a figure without a noun."""
    compared: re.Pattern[str]
    """Leads to a figure of another time: " in May, compared with ", " from "."""


@lru_cache(maxsize=64)
def shared(language: Language) -> Shared:
    section, rules = language.section("ranges"), ranges(language)
    left, right = left_edge(language), right_edge(language)
    space = " " if spaced(language) else " ?"
    hedge = trie(w for forms in language.section("bounds").get("before", {}).values() for w in words(forms))
    ends = frozenset({end for opener in rules.change_openers for end in rules.openers.get(opener, ())} | (rules.middle - {"-"}))
    to = trie({*ends, *words(section.get("change_to"))})
    also = trie(words(section.get("list")))
    stop = trie(words(language.section("kinds").get("count", {}).get("function")))
    time = rf"(?:,?{space}[\w'-]+){{0,4}},?{space}"
    modality = language.section("modality")
    than = trie({*words(modality.get("past")), *words(modality.get("compared")), *rules.change_openers})
    return Shared(
        re.compile(rf"{left}(?:{trie(rules.change_openers)}){space}(?:(?:{hedge}){space})?$"),
        re.compile(rf",?{space}(?:{to}){space}(?:(?:{hedge}){space})?"),
        re.compile(rf"{space}(?:{also}){space}(?:(?:{hedge}){space})?"),
        re.compile(rf",{space}(?:(?:{hedge}){space})?"),
        re.compile(rf" ?(?:[.,;:!?)]|$)|{space}(?:{stop}){right}" if spaced(language) else r" ?(?:[.,;:!?)]|$)"),
        re.compile(rf"(?:,?{space}|{time})(?:{than}){space}(?:(?:{hedge}){space})?" if spaced(language) else "(?!)"),
    )


def share(mentions: list[Draft], folded: Folded, language: Language) -> None:
    """Give a figure without a unit that of its neighbour where the words make both the same measure."""
    rules = shared(language)
    for a, b in reversed(list(pairwise(mentions))):
        gap = folded.low[right_of(a) : left_of(b)]
        if len(gap) > _GAP or a.value is None:
            continue
        changed = rules.to.fullmatch(gap) is not None and _opened(a, folded, rules)
        if _bare(a) and _gives(b) and not is_year(a):
            if changed:
                _give(b, a, "unit.from_to")
            elif _alike(a, b) and (rules.also.fullmatch(gap) or ("unit.list" in b.rules and rules.comma.fullmatch(gap))):
                _give(b, a, "unit.list")
        elif changed and not a.kind and a.unit is not None and b.kind == "rate" and (b.unit or "").startswith(f"{a.unit} per "):
            a.unit, a.kind = b.unit, b.kind  # "dari Rp 12.000 menjadi Rp 14.500 per kilogram"
            a.rules.append("unit.from_to")
        elif _bare(a) and _bare(b) and changed and _same_scale(a, b):
            a.value, a.factor = a.value * b.factor, b.factor  # "from 1.2 to 3.4 million units"
            a.rules.append("scale.from_to")
    for a, b in pairwise(mentions):
        gap = folded.low[right_of(a) : left_of(b)]
        if len(gap) > _GAP or a.unit is None or b.value is None or not _gives(a) or a.dimension == "percent":
            continue
        if not rules.ends.match(folded.low, right_of(b)) or not rules.to.fullmatch(gap) or not _opened(a, folded, rules):
            continue
        if _bare(b):
            _give(a, b, "unit.from_to")
        elif a.kind == "rate" and not b.kind and b.unit is not None and a.unit.startswith(f"{b.unit} per "):
            b.unit, b.kind = a.unit, a.kind  # "from $12 an hour to $15"
            b.rules.append("unit.from_to")
    for a, b in pairwise([mention for mention in mentions if not is_year(mention)]):
        _compare(a, b, folded, rules)


def _compare(a: Draft, b: Draft, folded: Folded, rules: Shared) -> None:
    """ "5.3% in May, compared with 4.8 a year ago", "rose to 6.7 percent from 6.3": two levels of one thing have one unit."""
    if not _gives(a) or a.value is None or not _bare(b) or "grouped" in b.rules or not a.value or not b.value:
        return
    gap = folded.low[right_of(a) : left_of(b)]
    if len(gap) > _COMPARED or not rules.compared.fullmatch(gap):
        return
    size = a.value / a.factor if b.factor == 1 else a.value
    whole = b.value.is_integer() and a.value.is_integer()
    if 0.1 <= size / b.value <= 10 and rules.ends.match(folded.low, right_of(b)) and not (whole and a.dimension != "percent"):
        _give(a, b, "unit.compared")


def _opened(mention: Draft, folded: Folded, rules: Shared) -> bool:
    """The "from" of a change stands before the figure."""
    start = left_of(mention)
    return rules.opener.search(folded.low, max(0, start - _GAP), start) is not None


def _bare(mention: Draft) -> bool:
    return mention.unit is None and not mention.kind and mention.value is not None and mention.bound != "vague"


def _gives(mention: Draft) -> bool:
    return mention.kind == "rate" or (not mention.kind and mention.unit is not None and mention.dimension not in (None, "time", "age"))


def _alike(a: Draft, b: Draft) -> bool:
    """Figures of one order and no comma: in "6.5 million, or 10 percent" and "down 27.44 or 0.88%" the first is counted itself."""
    if a.value is None or not b.value or a.factor != 1 or "grouped" in a.rules:
        return False
    return 0.1 <= abs(a.value / b.value) <= 10


def _same_scale(a: Draft, b: Draft) -> bool:
    """Figures of one size, of which only the second has its scale word."""
    if a.factor != 1 or b.factor < 1000 or not a.value or not b.value:
        return False
    return "grouped" not in a.rules and 0.1 <= a.value / (b.value / b.factor) <= 10


def _give(source: Draft, target: Draft, rule: str) -> None:
    target.unit, target.dimension, target.kind = source.unit, source.dimension, source.kind
    target.rules.append(rule)
    assert target.value is not None
    if target.factor == 1 and source.factor > 1 and target.value < 1000 and "words" not in target.rules:
        target.value, target.factor = target.value * source.factor, source.factor  # "from 24.2 to 31 billion euros"
