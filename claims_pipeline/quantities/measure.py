"""Whether a figure is a total, an increment, a change or a rate."""

from __future__ import annotations

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.nouns import Noun, after_units
from claims_pipeline.quantities.view import BREAKS, COMMAS, View

_INCREMENT, _CHANGE, _BY = BIT["measure.increment"], BIT["measure.change"], BIT["measure.by"]
_INCREMENT_COUNTS = BIT["measure.increment_counts"]
_UNCHANGED = BIT["measure.unchanged"]
_PAST_NEAR = BIT["modality.past_near"]
"""French "l'an" is a rate, "l'an dernier" a time."""
_REACHES, _RATE, _RATE_BEFORE = BIT["measure.reaches"], BIT["measure.rate"], BIT["measure.rate_before"]
_POINTS, _TOTAL = BIT["measure.points"], BIT["measure.total"]
_LIST = 9
_APPOSED = 11
_LOOSE = {"rate": 2, "money": 2, "percent": 2, "fraction": 2}
"""Words that may stand between the verb of change and the number: "memangkas produksi 5,7 juta barel per hari". None for a
count or a length ("peningkatan jalan 825 km" improves a road)."""
_LOOSE_BY = 5
"""The same where a word says "by": "mengurangi produksi minyak mentah sebesar 5,7 juta"."""
_DAY = 14
"""Tokens between a figure and the day in which it happened."""
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"})
"""Normalised names of units of time."""
_PASSED = HEDGE | UNIT | BIT["nouns.determiners"]


def measure_of(view: View, index: int, noun: Noun, before: str, attribute: str = "other") -> tuple[str, str]:
    """The measure and the rule that gave it. ``before`` is the measure of the claim before in the sentence."""
    i = view.at[index]
    mention = view.mentions[index]
    end = max(noun.end if noun.written else 0, after_units(view, i))
    if _changed(view, index, noun, end if mention.kind != "money" else after_units(view, i)):
        return "change", "measure.change"
    if index and before == "change" and _restated(view, index):
        return "change", "measure.list"
    if mention.kind == "rate" and _price(mention.unit):
        return "total", "measure.price"
    if mention.kind == "rate":
        return "rate", "measure.rate_kind"
    if mention.kind == "count" and attribute in view.grammar.human and _during(view, index, noun):
        return "increment", "measure.during"
    if mention.kind in ("count", "measure", "money") and any(view.roles[k] & _RATE_BEFORE for k in _span(view, i - 3, i)):
        return "rate", "measure.rate_before"
    added = _INCREMENT | (_INCREMENT_COUNTS if mention.kind == "count" else 0)
    # "18 percent more likely" compares, "another 18 percent" adds
    last = i + 1 if mention.kind == "percent" else end + 1
    fresh = _INCREMENT_COUNTS if view.grammar.prefixes else 0  # Indonesian "baru dua kali" is only twice so far, "dua kasus baru" adds
    near = _span(view, i - 2, last)
    reached = any(k < i and view.roles[k] & _REACHES and not view.roles[k] & HEDGE for k in near)  # "bertambah menjadi 230"
    if any(view.roles[k] & (added & ~fresh if k < i else added) and not view.roles[k] & HEDGE and not (reached and k < i) for k in near):
        return "increment", "measure.increment"
    if mention.kind in ("count", "measure", "money") and any(
        view.roles[k] & _RATE and not view.roles[k] & (UNIT | _PAST_NEAR) for k in _after(view, i, end + 4)
    ):
        return "rate", "measure.rate_words"
    return "total", "measure.total"


def _during(view: View, index: int, noun: Noun) -> bool:
    """ "241 people were killed in the past 24 hours": a day's part of a figure that grows. The rain of a day is a whole of its own.

    Told behind its figure the day says nothing of the next one: "92 killed in the last 24 hours, the toll climbs to 31,645".
    """
    i = view.at[index]
    if noun.rule == "noun.toll":
        return False
    for hit in view.near("measure.during", i):
        low, high = (i, hit.first) if hit.first > i else (hit.last, i)
        if high - low > _DAY or any(view.words[k] in BREAKS or view.roles[k] & _TOTAL for k in range(low, high)):
            continue
        others = [k for k, at in enumerate(view.at) if (low < at < high or (hit.last < i and at < hit.first)) and view.mentions[k].is_claim]
        if not others or (hit.first > i and all(view.mentions[k].kind == "count" for k in others)):
            return True
    return False


def _apposed_change(view: View, comma: int) -> bool:
    """ "one of the fastest growth rates of the decade, above 6 percent"."""
    for k in range(comma - 1, max(comma - _APPOSED, -1), -1):
        if view.number[k] >= 0 or view.words[k] in BREAKS or view.words[k] in COMMAS:
            return False
        if view.roles[k] & _CHANGE:
            return True
    return False


def _price(unit: str | None) -> bool:
    """ "USD per barrel" is the level of a price; "GBP per week" and "IDR per USD" are rates."""
    numerator, _, denominator = (unit or "").partition(" per ")
    return len(numerator) == 3 and numerator.isupper() and bool(denominator) and not denominator.isupper() and denominator not in _TIMES


def _restated(view: View, index: int) -> bool:
    """ "gained 33 points, or 0.14%": the same change in another unit."""
    a, b = view.at[index - 1], view.at[index]
    k = b - 1
    while k > a and view.roles[k] & _PASSED:
        k -= 1
    apposed = bool(view.roles[k] & BIT["nouns.and"]) or view.words[k] in COMMAS
    return b - a <= _LIST and apposed and view.mentions[index].kind != view.mentions[index - 1].kind


def _after(view: View, i: int, end: int) -> list[int]:
    found: list[int] = []
    for k in range(i + 1, min(end, len(view.words))):
        if view.words[k] in BREAKS or view.words[k] in COMMAS or view.number[k] >= 0:
            break
        found.append(k)
    return found


def _span(view: View, a: int, b: int) -> list[int]:
    """Tokens ``a`` to before ``b`` without crossing the end of a clause, a comma or another number."""
    found: list[int] = []
    for k in range(max(a, 0), min(b, len(view.words))):
        if view.words[k] in BREAKS or view.words[k] in COMMAS:
            if found and any(view.number[j] >= 0 for j in found):
                break
            found.clear()
            continue
        found.append(k)
    return found


def _ending(view: View, index: int) -> str:
    """The case ending glued behind the number."""
    mention, base = view.mentions[index], view.sentence.start
    return fold_word(view.sentence.text[mention.end - base : mention.end + mention.tail - base])


def _departs(view: View, index: int) -> bool:
    """ "slipped from 6.3 to 5.9 percent": the level that a change begins at; a word that joins nouns too needs the other level."""
    i = view.at[index]
    k = i - 1
    while k > 0 and view.roles[k] & UNIT:
        k -= 1
    if k < 0 or view.words[k] not in view.grammar.openers or view.roles[k] & HEDGE:
        return False
    if not view.roles[k] & (BIT["nouns.join"] | BIT["nouns.partitive"] | _BY):
        return True
    if index + 1 >= len(view.at) or view.at[index + 1] - i > _LIST:
        return False
    return any(view.roles[j] & _REACHES for j in range(max(view.at[index + 1] - 3, i), view.at[index + 1]))


def _changed(view: View, index: int, noun: Noun, end: int) -> bool:
    """ "rose by 30", "turun 5 persen", "15% higher"; "rose to 230" tells the level that was reached, not the change."""
    i = view.at[index]
    kind = view.mentions[index].kind
    if view.grammar.change_behind:  # "68人増えた", "0.3% 떨어졌다"
        if _ending(view, index) in view.grammar.reaching or any(view.roles[j] & _REACHES for j in range(i + 1, end)):  # "14명으로 늘었다"
            return False
        behind = [j for j in _after(view, i, end + 2) if j >= end]
        return bool(behind) and next((bool(view.roles[j] & _CHANGE) for j in behind if not view.roles[j] & _PASSED), False)
    if _departs(view, index):
        return False
    k = i - 1
    by = False
    loose = 0
    while k >= 0 and view.number[k] < 0 and view.words[k] not in BREAKS:
        roles = view.roles[k]
        if roles & _CHANGE and not roles & _UNCHANGED:
            points = noun.written and bool(noun.roles & _POINTS)  # "fell 500 points"; but "rising, 12 people" rose by nothing
            return by or points or kind != "count" or not noun.written or not float(view.mentions[index].value or 0).is_integer()
        if roles & _REACHES and not roles & HEDGE:
            return False
        if roles & _BY:
            by = True
        elif not roles & _PASSED:
            loose += 1
            # "memangkas produksi 5,7 juta": the changed thing may stand between; not for people ("rising, with 12 people")
            if kind == "percent" and loose == 1 and view.words[k] == ",":
                return _apposed_change(view, k)
            if loose > (_LOOSE_BY if by else _LOOSE.get(kind, 0)) or view.words[k] in COMMAS:
                break
        k -= 1
    # What follows counts for percentages only ("15% higher"): rain that fell is no change.
    return kind == "percent" and any(view.roles[j] & _CHANGE for j in _after(view, i, end + 2))
