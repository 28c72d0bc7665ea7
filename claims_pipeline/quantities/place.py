"""Where a figure is of: the nearest place name that the clause gives, else the place of the dateline."""

from __future__ import annotations

from claims_pipeline.quantities.grammar import BIT, TIME
from claims_pipeline.quantities.view import BREAKS, COMMAS, View

_PREPOSITION, _NOT_PLACE = BIT["places.prepositions"], BIT["places.not_places"]
_EVENT = BIT["places.events"]
_NAME, _INSIDE = BIT["places.names"], BIT["places.inside"]
_SMALL_INSIDE = 3
_LONGEST = 4


def places(view: View) -> list[tuple[int, int, bool]]:
    """Token spans of the place names in the sentence, and whether a preposition of place makes sure of them."""
    found: list[tuple[int, int, bool]] = []
    taken = -1
    for k in range(len(view.words)):
        if k <= taken or view.number[k] >= 0:
            continue
        span: tuple[int, int] | None = None
        if view.roles[k] & _PREPOSITION and view.grammar.capitals:
            span = _after_preposition(view, k)
        elif view.roles[k] & _NAME and (not view.grammar.capitals or view.capital(k)):
            span = _listed(view, k)
        if span is not None:
            sure = bool(view.roles[k] & _PREPOSITION) or view.roles[span[1] - 1] & _NAME and _owner(view, span[1] - 1)
            found.append((*span, sure))
            taken = span[1] - 1
    return found


def _owner(view: View, i: int) -> bool:
    """"Gaza's dead"."""
    return view.text(i, i + 1).endswith(view.grammar.enclitics) if view.grammar.enclitics else False


def _listed(view: View, k: int) -> tuple[int, int]:
    for hit in view.hits.get("places.names", ()):
        if hit.first <= k <= hit.last:
            return hit.first, hit.last + 1
    return k, k + 1


def _after_preposition(view: View, k: int) -> tuple[int, int] | None:
    """ "in northern Gaza", "di Desa Merbau": the capitalised words after a preposition of place, with a small word or two before."""
    count = len(view.words)
    i = k + 1
    small = 0
    while i < count and view.number[i] < 0 and not view.capital(i) and small < _SMALL_INSIDE and view.roles[i] & _INSIDE:
        i += 1
        small += 1
    if i >= count or view.number[i] >= 0 or not view.capital(i):
        return None
    first = i
    while i < count and i - first < _LONGEST and view.number[i] < 0 and view.capital(i) and view.is_word(i):
        if view.roles[i] & (TIME | _NOT_PLACE | _EVENT) or (i in view.triggers):
            break
        i += 1
    if i == first or (i < count and view.roles[i] & _NOT_PLACE):
        return None
    return first, i


def place_of(view: View, index: int, spans: list[tuple[int, int, bool]], dateline: str | None) -> tuple[str | None, str]:
    """The place of the claim and the rule that gave it."""
    i = view.at[index]
    best: tuple[float, tuple[int, int]] | None = None
    for first, end, sure in spans:
        low, high = (i, first) if first > i else (end, i)
        cost = float(high - low)
        for k in range(low, high):
            if view.words[k] in BREAKS:
                cost += 100
            elif view.words[k] in COMMAS:
                cost += 2
            elif view.number[k] >= 0 and k != i and view.mentions[view.number[k]].is_claim:
                cost += 3
        if first < i:
            cost += 1
        if not sure:
            cost += 6  # "US journalists killed in Syria"
        if cost < 60 and (best is None or cost < best[0]):
            best = (cost, (first, end))
    if best is not None:
        return _plain(view, *best[1]), "place.sentence"
    return (dateline, "place.dateline") if dateline else (None, "")


def _plain(view: View, first: int, end: int) -> str:
    text = view.text(first, end)
    for clitic in view.grammar.enclitics:
        text = text.removesuffix(clitic)
    return text
