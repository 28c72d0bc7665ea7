"""The dates that a sentence gives, resolved against the publication: "on Monday", "Senin (6/11)", "Oct 12", "yesterday", 2010."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from claims_pipeline.quantities.calendar import Calendar
from claims_pipeline.quantities.grammar import BIT
from claims_pipeline.quantities.view import BREAKS, COMMAS, View

_DET = BIT["nouns.determiners"]
UNTIL, SINCE = BIT["as_of.until"], BIT["as_of.since"]
_MONTH_END = BIT["as_of.month_end"]
_IN_MONTH = BIT["as_of.in_month"] | _MONTH_END
_DIGITS = re.compile(
    r"(?<![\d/.,-])(?:(?P<iso>\d{4})-(?P<isom>\d{1,2})-(?P<isod>\d{1,2})"
    r"|(?:(?P<cy>\d{4})[年년]\s?)?(?P<cm>\d{1,2})[月월]\s?(?P<cd>\d{1,2})[日일号]"
    r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4}|\d{2})"
    r"|(?<=\()(?P<a2>\d{1,2})/(?P<b2>\d{1,2})(?=\)))(?![\d/])"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MONTHS_KEPT = 64
_AHEAD, _PLANNED_AHEAD = timedelta(days=31), timedelta(days=200)
"""How far ahead a day without a year may lie, and how far behind a word of what is planned ("will lapse on July 31")."""
_PLANNED = BIT["modality.planned"]
_PLANNED_BACK = 14
_BESIDE = 2
"""Tokens from a weekday to its date: "Tuesday, August 5", "Senin (6/11)"; the date is the surer."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the sentence, at its first ``token``; a month or a year stands for its last day."""

    token: int
    day: date
    whole: bool
    """A single day, not the last day of a month or a year."""
    marker: int
    """The roles of the words just before it: until, since."""


@lru_cache(maxsize=_MONTHS_KEPT)
def _months(calendar: Calendar) -> re.Pattern[str] | None:
    if not calendar.months:
        return None
    names = "|".join(re.escape(name) for name in sorted(calendar.months, key=len, reverse=True))
    return re.compile(
        rf"(?:(?<!\d)(?P<d1>\d{{1,2}})(?:\.|º|\w{{1,2}})?\s(?:\w{{2,3}}\s)?(?P<m1>{names})\b\.?(?:,?\s(?:\w{{2,3}}\s)?(?P<y1>(?:19|20)\d\d)\b)?"
        rf"|\b(?P<m2>{names})\b\.?\s(?:(?P<d2>\d{{1,2}})(?!\d)(?:\.|\w{{2}}\b)?(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?|(?:\w{{2,3}}\s)?(?P<y3>(?:19|20)\d\d)\b))",
    )


def days(view: View, published: date | None, entry: date | None = None) -> list[Day]:
    """Every date that the sentence gives, in order; without ``published`` only those with a written year.

    ``entry`` is the end of the year whose entry in a chronology the sentence belongs to: "2004: A quake on Dec. 26 ..." means
    the December of that year, and no weekday is that of the week before publication.
    """
    if entry is not None:
        published = entry
    text = view.sentence.text
    calendar = view.grammar.calendar
    found: dict[int, Day] = {}
    dated = any(m.kind == "date" for m in view.mentions)
    times = view.hits.get("time", ())
    if dated or times or "(" in text:
        for match in _DIGITS.finditer(text):
            _add(view, found, match.span(), _digits(match, calendar, published, _ahead(view, match.start(), entry)))
    months = _months(calendar)
    if months is not None and (times or dated):
        for match in months.finditer(text):
            _add(
                view,
                found,
                match.span(),
                _named(match, calendar, published, _ahead(view, match.start(), entry)),
                bool(match["d1"] or match["d2"]),
            )
    if published is not None and entry is None:
        for hit in times:
            if not any(k in found for k in range(hit.last + 1, hit.last + 1 + _BESIDE)):
                span = view.starts[hit.first], view.ends[hit.last]
                _add(view, found, span, _relative(view, hit.first, hit.last, published))
    for mention in view.mentions if dated else ():
        token = bisect_left(view.starts, mention.start - view.sentence.start)
        numbered = any(view.number[k] >= 0 and view.mentions[view.number[k]].kind == "identifier" for k in range(max(token - 2, 0), token))
        if mention.kind == "date" and not numbered:  # "Nomor 30 Tahun 2002" dates a law
            start = mention.start - view.sentence.start
            for match in list(_YEAR.finditer(mention.text))[-1:]:  # "1994-2014" ends with the later year
                _add(view, found, (start + match.start(), start + match.end()), date(int(match[0]), 12, 31), False)
    return sorted({id(day): day for day in found.values()}.values(), key=lambda day: day.token)


def _add(view: View, found: dict[int, Day], span: tuple[int, int], day: date | None, whole: bool = True) -> None:
    """Enter a date under every token that it covers. The fuller reading of a place comes first and keeps it."""
    if day is None:
        return
    first = max(bisect_right(view.starts, span[0]) - 1, 0)
    last = max(bisect_left(view.starts, span[1]) - 1, first)
    if not any(k in found for k in range(first, last + 1)):
        found.update(dict.fromkeys(range(first, last + 1), Day(first, day, whole, _marker(view, first) | _behind(view, last))))


def _marker(view: View, token: int) -> int:
    roles = 0
    for k in range(max(token - 3, 0), token):
        if view.words[k] in COMMAS or view.words[k] in BREAKS or view.roles[k] & _DET:
            roles = 0  # "after a 2012 fire" dates the fire
        roles |= view.roles[k] & (UNTIL | SINCE)
    return roles


def _behind(view: View, token: int) -> int:
    """The same behind the date, where a language puts it there: Turkish "2011'den bu yana", Japanese "2011年以来"."""
    roles = 0
    for k in range(token + 1, min(token + 3, len(view.words))) if view.grammar.change_behind else ():
        if view.number[k] >= 0 or view.words[k] in COMMAS or view.words[k] in BREAKS:
            break
        roles |= view.roles[k] & (UNTIL | SINCE)
    return roles


def _ahead(view: View, at: int, entry: date | None) -> timedelta:
    """How far ahead the date at character ``at`` may lie: further where what is planned stands in the clause before it."""
    if entry is not None:
        return timedelta(0)
    token = bisect_right(view.starts, at) - 1
    for k in range(token - 1, max(token - _PLANNED_BACK, -1), -1):
        if view.words[k] in BREAKS:
            break
        if view.roles[k] & _PLANNED:
            return _PLANNED_AHEAD
    return _AHEAD


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, published: date | None, ahead: timedelta = _AHEAD) -> date | None:
    """The year that the text leaves out: the last one that puts the day in the past or the coming month. News looks back: "Oct. 7"
    in a paper of June is last year's, though next autumn's would be closer."""
    if published is None:
        return None
    options = (_make(published.year + k, month, day) for k in (1, 0, -1))
    return next((d for d in options if d is not None and d <= published + ahead), None)


def _digits(match: re.Match[str], calendar: Calendar, published: date | None, ahead: timedelta) -> date | None:
    if match["iso"]:
        return _make(int(match["iso"]), int(match["isom"]), int(match["isod"]))
    if match["cm"]:
        month, day = int(match["cm"]), int(match["cd"])
        return _make(int(match["cy"]), month, day) if match["cy"] else _nearest(month, day, published, ahead)
    first, second = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
    day, month = (first, second) if calendar.day_first else (second, first)
    if month > 12:
        day, month = month, day
    if not match["y"]:
        return _nearest(month, day, published, ahead)
    year = int(match["y"])
    return _make(year if year > 99 else 2000 + year, month, day)


def _named(match: re.Match[str], calendar: Calendar, published: date | None, ahead: timedelta) -> date | None:
    month = calendar.months[match["m1"] or match["m2"]]
    day = match["d1"] or match["d2"]
    year = match["y1"] or match["y2"] or match["y3"]
    if day is None:
        following = date(int(year) + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)
    if year is None:
        return _nearest(month, int(day), published, ahead)
    return _make(int(year), month, int(day))


def _relative(view: View, first: int, last: int, published: date) -> date | None:
    calendar = view.grammar.calendar
    phrase = " ".join(view.words[first : last + 1]).replace("' ", "'")
    days_away = calendar.relative.get(phrase)
    if days_away is not None:
        return published + timedelta(days=days_away)
    weekday = calendar.weekdays.get(phrase)
    if weekday is None:
        return _month(view, first, last, published)
    # The weekday of a report is the last one, the day itself included: "on Monday" in Monday's paper is today.
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _month(view: View, first: int, last: int, published: date) -> date | None:
    """ "in August", "akhir September": a month without day and year stands for its last day, the running one only as its end."""
    month = view.grammar.calendar.months.get(view.text(first, last + 1))
    if month is None or not first or not view.roles[first - 1] & _IN_MONTH:
        return None
    year = published.year if month <= published.month + 1 else published.year - 1
    if month == published.month and not view.roles[first - 1] & _MONTH_END:
        return None
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
