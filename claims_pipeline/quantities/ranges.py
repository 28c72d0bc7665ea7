"""Two numbers that are one interval, numbers that form a list, results of games."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, table, trie, words
from claims_pipeline.quantities.mention import Draft


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """The compiled range words of one language."""

    openers: dict[str, frozenset[str]]
    opener: re.Pattern[str]
    connector: re.Pattern[str]
    middle: frozenset[str]
    either_or: frozenset[str]
    listed: re.Pattern[str]
    change: re.Pattern[str]
    change_by: re.Pattern[str]
    change_openers: frozenset[str]
    score_cue: re.Pattern[str]
    score_middle: frozenset[str]
    """Words between the two figures of a result: "3 a 2", "2 x 1"."""


@lru_cache(maxsize=64)
def ranges(language: Language) -> Ranges:
    section = language.section("ranges")
    openers = {opener: frozenset(words(ends)) for opener, ends in table(section.get("between")).items()}
    middle = frozenset(words(section.get("middle", ["-"])))
    either_or = frozenset(words(section.get("or")))
    bound_words = [w for forms in language.section("bounds").get("before", {}).values() for w in words(forms)]
    left, right = left_edge(language), right_edge(language)
    connectors = middle | either_or | {end for ends in openers.values() for end in ends} | {"-"}
    hedge = f"(?: (?:{trie(bound_words)}))?"
    # "kati ya watu 20 na 30": the noun stands between the opener and the first number
    noun = rf"(?P<noun> {LETTER}[\w'-]{{0,30}})?" if language.section("bounds").get("noun_between") else ""
    listing = trie(words(section.get("list")))
    return Ranges(
        openers,
        re.compile(rf"{left}({trie(openers)}){hedge}{noun} ?$"),
        re.compile(rf"(?: ?(?:{trie(words(language.section('nouns').get('classifiers')))}))?[ -]?({trie(connectors)}){hedge}[ -]?"),
        middle,
        either_or,
        re.compile(rf"(?:[ -]{LETTER}[\w'-]{{0,30}}){{0,5}}(?:,| ?(?:{listing})|, ?(?:{listing}))(?: {LETTER}[\w'-]{{0,20}}){{0,2}} ?"),
        re.compile(rf"{left}(?:{trie(words(section.get('change')))}){right}(?: [\d.,]+ ?(?:%|{LETTER}+))?(?:[ ,]+{LETTER}+){{0,3}} ?$"),
        re.compile(rf"{left}(?:{trie(words(section.get('change_by', ['by'])))}) ?$"),
        frozenset(words(section.get("change_openers"))),
        re.compile(rf"{left}(?:{trie(words(language.section('kinds').get('score', {}).get('cues')))}){right}"),
        frozenset(words(language.section("kinds").get("score", {}).get("middle"))),
    )


def left_of(mention: Draft) -> int:
    """Where the mention begins with its unit (a currency sign stands in front)."""
    return mention.start if mention.unit_start is None else min(mention.start, mention.unit_start)


def right_of(mention: Draft) -> int:
    """Where the mention ends with its unit."""
    return mention.end if mention.unit_end is None else max(mention.end, mention.unit_end)


def merge(mentions: list[Draft], folded: Folded, language: Language) -> list[Draft]:
    """Join neighbouring numbers that are one range or one result; the others come back as they are."""
    rules = ranges(language)
    out: list[Draft] = []
    for mention in mentions:
        if out:
            joined = _pair(out[-1], mention, folded, rules)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(mention)
    return out


def _pair(a: Draft, b: Draft, folded: Folded, rules: Ranges) -> Draft | None:
    if a.value is None or b.value is None or a.kind not in ("", "rate") or b.kind not in ("", "rate") or b.bound == "range":
        return None
    gap = folded.low[right_of(a) : left_of(b)]
    if len(gap) > 40:
        return None
    if (gap.strip() in ("-", ":") or gap.strip() in rules.score_middle) and _is_score(a, b, gap, folded, rules):
        return _score(a, b, folded)
    m = rules.connector.fullmatch(gap)
    if m is None:
        return None
    word = m.group(1)
    opener = rules.opener.search(folded.low, max(0, left_of(a) - 40), left_of(a))
    opened = opener is not None and word in rules.openers[opener.group(1)]
    if not opened and word not in rules.middle and word not in rules.either_or and word != "-":
        return None
    if not _comparable(a, b) or is_year(a) != is_year(b):
        return None
    low, high = _shared_scale(a, b)
    scaled = low != a.value and a.factor == 1  # "20 or 30,000 people"
    if word in rules.either_or and not opened and not ((scaled or high - low == max(a.factor, b.factor)) and right_of(a) == a.end):
        return None
    start = opener.start(1) if opener is not None and opened else left_of(a)
    changed = rules.change.search(folded.low, max(0, start - 40), start) is not None
    if word == "-" and gap.strip() == "-" and " " not in gap and low >= high and a.unit is None and b.unit is None:
        return None
    from_to = opener is not None and opened and opener.group(1) in rules.change_openers
    if (
        word != "-"
        and (
            (low >= high and not (opened and not from_to and low < 0))
            or (changed and (from_to or (not opened and _leaps(a, low, high, folded, rules))))
        )
        and not _falls_in_unit(a, b, changed)
    ):
        return None
    inside = opener is not None and opened and word not in rules.middle and not opener.groupdict().get("noun")
    return _joined(a, b, low, high, opener.start(1) if opener is not None and inside else None, folded)


def _falls_in_unit(a: Draft, b: Draft, changed: bool) -> bool:
    """ "144.61 sampai 56.77 mikrogram": a falling series is one range when it has one unit and no verb of change."""
    return not changed and b.dimension not in (None, "percent", "money", "time", "age") and a.unit in (None, b.unit)


def is_year(mention: Draft) -> bool:
    """Whether the number alone, as written, could be a year of our time."""
    value = mention.value or 0.0
    plain = "digits" in mention.rules and not {"grouped", "decimal", "scale", "scale.glued"} & set(mention.rules)
    return plain and mention.unit is None and 1900 <= value <= 2100


def _comparable(a: Draft, b: Draft) -> bool:
    if a.unit == b.unit or a.unit is None:
        return True
    if b.unit is None:
        return a.unit_start is not None and a.unit_start <= a.start  # "$10 to 15 billion"
    # "2 percent to 5 percentage points" are two things; "5 to 10 barrels per day" is one
    if b.unit.startswith("per ") and a.unit_start is not None and a.unit_start < a.start:
        return True  # "£2-3m a year"
    return a.dimension == b.dimension and (a.unit in b.unit or b.unit in a.unit)


def _shared_scale(a: Draft, b: Draft) -> tuple[float, float]:
    """ "2 to 3 million": both are millions, unless the first is too large for it ("$200 to $4 million")."""
    assert a.value is not None and b.value is not None
    if a.factor == 1 and b.factor > 1 and a.value < 1000 and a.value <= b.value / b.factor:
        return a.value * b.factor, b.value
    thousands = b.value / 1000
    if "grouped" in b.rules and a.factor == b.factor == 1 and thousands.is_integer() and thousands / 10 <= a.value < thousands:
        return a.value * 1000, b.value  # "20-30,000 people"
    if b.factor == 1 and a.factor > 1 and b.value < 1000 and b.value > a.value / a.factor and b.unit == a.unit and a.unit is not None:
        return a.value, b.value * a.factor
    return a.value, b.value


def _leaps(a: Draft, low: float, high: float, folded: Folded, rules: Ranges) -> bool:
    """After a verb of change "by 30 to 230" tells the step and the new level; "5 to 10 percent" one uncertain step."""
    by = rules.change_by.search(folded.low, max(0, left_of(a) - 8), left_of(a)) is not None
    return by or a.unit is not None or (low > 0 and high / low > 4)


def _joined(a: Draft, b: Draft, low: float, high: float, opener: int | None, folded: Folded) -> Draft:
    first, last = min(low, high), max(low, high)
    start = a.start if opener is None else opener
    unit_from = b if b.unit is not None else a
    joined = Draft(start, b.end, folded.raw[start : b.end], None, first, last, "range", b.kind or a.kind, a.is_claim and b.is_claim)
    joined.unit, joined.dimension = unit_from.unit, unit_from.dimension
    if a.unit is not None and b.unit is not None and b.unit.startswith("per "):
        joined.unit, joined.dimension = f"{a.unit} {b.unit}", a.dimension
    joined.unit_start, joined.unit_end = unit_from.unit_start, unit_from.unit_end
    if a.unit_start is not None and a.unit_start < a.start and opener is None:
        per = joined.unit is not None and " per " in joined.unit and b.unit_end is not None and b.unit_end > b.end
        joined.unit_start, joined.unit_end = a.unit_start, b.unit_end if per else a.start  # "£4-5m a year in fuel costs"
    if joined.unit_start is not None and joined.unit_end is not None and start < joined.unit_start and joined.unit_end <= b.start:
        joined.unit_start, joined.unit_end = None, None  # the sign stands inside the range
    joined.rules = [*a.rules, *(rule for rule in b.rules if rule not in a.rules), "range"]
    joined.factor, joined.tail = b.factor, b.tail
    return joined


def _is_score(a: Draft, b: Draft, gap: str, folded: Folded, rules: Ranges) -> bool:
    """ "1-0", "96-0", "2 - 1": small whole numbers without unit; rising ones only beside a word of games or votes."""
    if a.unit is not None or b.unit is not None or a.factor != 1 or b.factor != 1:
        return False
    assert a.value is not None and b.value is not None
    if not (a.value.is_integer() and b.value.is_integer() and a.value < 1000 and b.value < 1000):
        return False
    if "words" in a.rules or "words" in b.rules or (a.text.startswith("0") and len(a.text) > 1):
        return False
    worded = gap.strip() in rules.score_middle
    if worded and (a.value > 200 or b.value > 200 or re.match(r"[ -]?(?:%|[$€£])", folded.low[b.end :])):
        return False
    if a.value >= b.value and not worded:
        return True
    window = folded.low[max(0, a.start - 60) : b.end + 40]
    return (b.value <= (200 if worded else 20) and rules.score_cue.search(window) is not None) or gap.strip() == ":"


def _score(a: Draft, b: Draft, folded: Folded) -> Draft:
    return Draft(a.start, b.end, folded.raw[a.start : b.end], None, kind="score", is_claim=False, rules=["score"])


def group(mentions: list[Draft], folded: Folded, language: Language) -> None:
    """Number the coordinated lists: "12 men, five women and three children" share one group."""
    rules = ranges(language)
    current = 0
    for a, b in pairwise(mentions):
        gap = folded.low[a.end : left_of(b)]
        if len(gap) <= 60 and rules.listed.fullmatch(gap):
            if a.group is None:
                current += 1
                a.group = current
            b.group = a.group
