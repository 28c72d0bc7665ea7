"""Where a figure is of: the nearest place name that the clause gives, else the place of the dateline."""

from __future__ import annotations

import re
from bisect import bisect_left

from claims_pipeline.quantities import phrases
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, TIME, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, REACH, View

_PREPOSITION, _NOT_PLACE = BIT["places.prepositions"], BIT["places.not_places"]
_EVENT = BIT["places.events"]
_BEFORE_NAMES = BIT["places.before_names"] | _PREPOSITION
_DEMONYM = BIT["nouns.persons"]
_VERBS = (
    BIT["attribution.verbs"] | BIT["attribution.speakers"] | BIT["nouns.verbs"] | BIT["attributes.passive"]
    | BIT["modality.planned"] | BIT["modality.hypothetical"]
)  # fmt: skip
_NOT_AFTER = BIT["places.not_after"]
_NO_NAME = BIT["nouns.stop"] | BIT["nouns.verbs"] | BIT["attribution.verbs"]
_NAME, _INSIDE = BIT["places.names"], BIT["places.inside"]
_STOP, _OBLIQUE = BIT["nouns.stop"], BIT["attributes.oblique"] | BIT["nouns.and"]
_ATTRIBUTED = BIT["attribution.verbs"] | BIT["attribution.verbs_first"]
_SMALL_INSIDE = 3
_LONGEST = 4
_COMPOUND = re.compile(r"-[a-z]{3,}$")
""" "the New Delhi-based group"."""
_FEW = 12
"""Names that are looked at on each side of a number."""


def places(view: View) -> list[tuple[int, int, bool]]:
    """Token spans of the place names in the sentence, and whether a preposition of place makes sure of them."""
    found: list[tuple[int, int, bool]] = []
    taken = -1
    for k in range(len(view.words)):
        if k <= taken or view.number[k] >= 0:
            continue
        span: tuple[int, int] | None = None
        sure = False
        if view.roles[k] & _PREPOSITION and view.grammar.capitals:
            span, sure = _after_preposition(view, k), True
        elif view.roles[k] & _NAME and (not view.grammar.capitals or view.capital(k)) and not view.roles[k] & _DEMONYM:
            span = _listed(view, k)
            if view.grammar.capitals and not view.capital(span[1] - 1):
                continue  # "New coronavirus cases" are in no New York
            behind = not view.grammar.capitals and span[1] < len(view.words) and bool(view.roles[span[1]] & _PREPOSITION)
            sure = behind or (k > 0 and bool(view.roles[k - 1] & _BEFORE_NAMES))  # Hindi "गुजरात में": it stands behind the name
            if (not sure and (_acts(view, k, span[1]) or _governed(view, k))) or (k > 0 and view.roles[k - 1] & _NOT_AFTER):
                span = None  # "dolar AS" is a currency
        if span is not None:
            found.append((*span, sure))
            taken = span[1] - 1
    return found


def _governed(view: View, k: int) -> bool:
    """ "antara Israel dan Hamas", "talks with Iran": a preposition that is none of place makes the name a party."""
    return k > 0 and bool(view.roles[k - 1] & (_STOP | _OBLIQUE))


def _acts(view: View, k: int, i: int) -> bool:
    """ "Israel says ...", "Russia's army": a country before its verb or its speaker is an actor, not the place of the figure."""
    if i >= len(view.words):
        return False
    opening = k == 0 or view.words[k - 1] in COMMAS or view.words[k - 1] in OPEN
    if opening and ((view.roles[i] & (_STOP | _ATTRIBUTED) and not view.roles[i] & _OBLIQUE) or phrases.verbal(view, i)):
        return True
    hit = view.triggers.get(i)
    if hit is not None and hit.label.mode in ("before", "both", "nominal"):
        return True
    return bool(view.roles[i] & _VERBS)


def _listed(view: View, k: int) -> tuple[int, int]:
    for hit in view.hits.get("places.names", ()):
        if hit.first <= k <= hit.last:
            first = k if view.grammar.capitals and not view.capital(hit.first) else hit.first  # "new U.S. citizens"
            return first, hit.last + 1
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
    if view.grammar.noun_capitals and small and not view.roles[i] & _NAME:
        return None  # "in der Anstalt": every noun has a capital, and a place has no article
    first = i
    while i < count and i - first < _LONGEST and view.number[i] < 0 and view.capital(i) and view.is_word(i):
        if i > first and "\n" in view.sentence.text[view.ends[i - 1] : view.starts[i]]:
            break  # the next line begins
        if view.roles[i] & (UNIT | TIME | _NOT_PLACE | _EVENT | _DEMONYM) or (i in view.triggers):
            break
        if view.text(i, i + 1) in view.grammar.calendar.months:
            break
        if i > first and (view.roles[i] & _NO_NAME or (view.grammar.prefixes and phrases.verbal(view, i))):
            break  # headlines write every word with a capital: "di Jakbar Masih Terendam"
        i += 1
    if i == first or (i < count and view.roles[i] & _NOT_PLACE):
        return None
    if view.words[i - 1].endswith(view.grammar.possessives) and not view.roles[i - 1] & _NAME:
        return None  # "di Kantornya": at his office
    while first < i - 1 and view.roles[first] & _INSIDE and not view.roles[first] & _NAME:
        first += 1  # "di Provinsi Jambi" and "di Jambi" are one place
    if first == i - 1 and view.roles[first] & _INSIDE and not view.roles[first] & _NAME:
        return None  # "di Provinsi ," has lost its name
    return first, i


def place_of(view: View, index: int, noun: Noun, spans: list[tuple[int, int, bool]], dateline: str | None) -> tuple[str | None, str]:
    """The place of the claim and the rule that gave it."""
    i = view.at[index]
    best: tuple[float, tuple[int, int]] | None = None
    nearest = bisect_left(spans, i, key=lambda span: span[0])
    for first, end, sure in spans[max(nearest - _FEW, 0) : nearest + _FEW]:
        if (
            noun.rule != "noun.toll"
            and noun.first <= first < noun.end
            and noun.roles & _DEMONYM
            and not view.roles[first - 1] & _BEFORE_NAMES
        ):
            continue  # "warga negara Rusia": who they are, not where
        if abs(first - i) > REACH:
            continue
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
            if index and view.at[index - 1] < first and _told_before(view, end, i):
                cost += 6  # "12 in Italy and 8 in Spain": the place behind the first figure is its own
        if not sure:
            cost += 6  # "US journalists killed in Syria"
        if cost < 60 and (best is None or cost < best[0]):
            best = (cost, (first, end))
    if best is not None:
        return _plain(view, *best[1]), "place.sentence"
    return (dateline, "place.dateline") if dateline else (None, "")


def _told_before(view: View, end: int, i: int) -> bool:
    """A conjunction or comma parts the place from the figure behind it; "Jambi 84 titik" has none."""
    return any(view.roles[k] & BIT["nouns.and"] or view.words[k] in COMMAS for k in range(end, i))


def _plain(view: View, first: int, end: int) -> str:
    text = _COMPOUND.sub("", view.text(first, end))
    for clitic in view.grammar.enclitics:
        text = text.removesuffix(clitic)
    for clitic in view.grammar.phrases.proclitics:
        if fold_word(text) not in view.grammar.place_names:
            text = text.removeprefix(clitic)
    return text
