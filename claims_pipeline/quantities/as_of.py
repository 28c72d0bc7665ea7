"""The day that a figure speaks of, among the dates of its sentence: "as of Oct 12", "hingga Selasa", "on Monday"."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from claims_pipeline.quantities.days import SINCE, UNTIL, Day
from claims_pipeline.quantities.grammar import BIT
from claims_pipeline.quantities.modality import COMPARED, PAST
from claims_pipeline.quantities.view import BREAKS, COMMAS, REACH, View

_AND = BIT["nouns.and"]
_CLAUSE = BIT["modality.breaks"]
_RELATIVE = BIT["nouns.relative"]
_EARLIER = timedelta(days=300)
_EARLIER_PERIOD = timedelta(days=150)
"""After the end of a month or a year that is named."""
_WHEN = BIT["as_of.when"]
_OWNED = 6
"""Tokens from a verb to the date that it owns."""
_OPENING = 3
"""A date among the first words rules the whole sentence: "In 2010, ..."."""


def as_of(view: View, index: int, found: list[Day], trigger: int) -> tuple[Day | None, str]:
    """The day of the claim and the rule; None where the sentence gives none."""
    i = view.at[index]
    best: tuple[float, Day, str] | None = None
    low = bisect_left(found, i - REACH, key=lambda day: day.token)
    high = bisect_left(found, i + REACH, key=lambda day: day.token)
    for day in found[low:high]:
        token, marker = day.token, day.marker
        if token == i or (marker & SINCE and not marker & UNTIL):
            continue
        low, high = sorted((i, token))
        cost = float(high - low) - (30 if marker & UNTIL else 0)
        for k in range(low + 1, high):
            if view.words[k] in BREAKS:
                cost += 60
            elif view.words[k] in COMMAS:
                cost += 2
            elif view.number[k] >= 0 and view.mentions[view.number[k]].is_claim:
                cost += 3
            elif view.roles[k] & _CLAUSE:
                cost += 12  # "120 were killed when ..., which recalled the attacks of 2008"
            if view.roles[k] & COMPARED and token > i and not _former(view, low, k, high):
                cost += 60  # "16 dead, compared with 1,800 in 2005"
        if _other_event(view, low, high, trigger, token) or (token < i and _aside(view, token, i)):
            cost += 60
        if cost < 50 and (best is None or cost < best[0]):
            best = (cost, day, "as_of.until" if marker & UNTIL else "as_of.opening" if token <= _OPENING and token < i else "as_of.date")
    if best is None:
        return None, ""
    return best[1], best[2]


def earlier(view: View, day: Day, published: date | None, eventful: bool, opening: bool) -> bool:
    """A figure so much older than the article speaks of an earlier event; an anniversary stays on its own side of it.

    An old date beside a count of findings is that of the report: it rules the figure of an event (``eventful``), or the sentence that
    it opens. An undated article gives nothing to measure by, but the news of its day does not open with a bare year.
    """
    if not eventful and not opening:
        return False
    if published is None:
        year = opening and not day.whole and (day.day.month, day.day.day) == (12, 31)
        return year and (eventful or view.words[day.token + 1 : day.token + 2] == [":"])  # "2006: a quake of magnitude 6.8 ..."
    return day.day < published - (_EARLIER if day.whole else _EARLIER_PERIOD)


def _former(view: View, low: int, k: int, high: int) -> bool:
    """ "87 cases were recorded in a previous outbreak in 2018": an adjective of the event, no second figure, no new clause."""
    alone = view.roles[k] & PAST and not any(view.roles[j] & PAST for j in (k - 1, k + 1) if low < j < high)
    between = range(low + 1, high)
    return bool(alone) and not any(view.words[j] in COMMAS or view.number[j] >= 0 or view.roles[j] & _CLAUSE for j in between)


def _aside(view: View, token: int, i: int) -> bool:
    """ "Maria, which struck in September 2017, killed 2,975": a date inside a relative clause that is closed before the figure."""
    closed = next((k for k in range(token + 1, i) if view.words[k] in COMMAS), 0)
    if not closed:
        return False
    for k in range(token - 1, 0, -1):
        if view.words[k] in BREAKS or view.words[k] in COMMAS:
            return False
        if view.roles[k] & _RELATIVE:
            return view.words[k - 1] in COMMAS
    return False


def _other_event(view: View, low: int, high: int, trigger: int, token: int) -> bool:
    """ "rescued 4 hostages kidnapped on Oct. 7": the verb right in front of a date owns it; a conjunction shares it ("killed and hurt").

    A date in front of the verb is that of the whole clause: "On Saturday drones attacked two plants".
    """
    if token == low:
        return False
    for k in range(max(low + 1, high - _OWNED), high):
        hit = view.triggers.get(k)
        if hit is None or hit.first != k or hit.first == trigger or hit.label.mode not in ("after", "before", "both"):
            continue
        if any(view.words[j] in COMMAS or view.number[j] >= 0 for j in range(k + 1, high)):
            continue
        if any(view.roles[j] & _WHEN for j in range(low + 1, k)) and not any(view.words[j] in COMMAS for j in range(low + 1, k)):
            continue  # "12 died when a storm hit the coast in 2011": the clause says when they died
        if not any(view.roles[j] & _AND for j in range(low + 1, k)):
            return True
    return False
