"""Which of an article's dates counts: the given one, the URL's, the dateline's, or one in its first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from claims_pipeline.articles.calendars import calendar
from claims_pipeline.articles.datelines import Dateline
from claims_pipeline.articles.dates import AHEAD, UnusableDate, full_year, parse, plausible
from claims_pipeline.articles.zones import Convention

_LEAD = 900
"""Characters from the start in which a date may be the day of publication."""
_WEEK = timedelta(days=7)
_URL = (
    re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|\b)"),
    re.compile(r"[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[/_.-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{4,6})?(?:[/_.-]|$)"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """``at`` is naive UTC or None; ``source`` is given, url, dateline, weekday or None.

    ``problem`` says what was wrong with the given date, also where another one took its place.
    """

    at: datetime | None
    source: str | None
    problem: str | None = None


def published(
    given: str | None, url: str | None, line: Dateline | None, text: str, lang: str, convention: Convention, first_seen: datetime
) -> Published:
    """When the article appeared. Never raises for a bad date: it is in ``problem``."""
    problem = None
    if given:
        try:
            return Published(plausible(parse(given, lang, convention), first_seen, given), "given")
        except UnusableDate as error:
            problem = str(error)
    for day, source in ((_from_url(url), "url"), *_from_text(line, text, lang, convention, first_seen)):
        if day is not None:
            try:
                return Published(plausible(datetime.combine(day, time()), first_seen, str(day)), source, problem)
            except UnusableDate:
                continue  # a number in the URL that only looks like a date
    return Published(None, None, problem)


def _from_url(url: str | None) -> date | None:
    for pattern in _URL:
        for match in pattern.finditer(url or ""):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None


def _from_text(line: Dateline | None, text: str, lang: str, convention: Convention, first_seen: datetime) -> list[tuple[date | None, str]]:
    found: list[tuple[date | None, str]] = []
    if line and line.day:
        found.append((full_year(*line.day, line.weekday, first_seen), "dateline"))
    lead = text[:_LEAD]
    bracketed, named = _patterns(lang)
    weekdays, months = calendar(lang).weekdays, calendar(lang).months
    for match in bracketed.finditer(lead):
        weekday = weekdays.get((match["weekday"] or "").lower())
        day, month, year = int(match["day"]), int(match["month"]), match["year"]
        if (convention.month_first and day <= 12) or month > 12:
            day, month = month, day
        if weekday is None and year is None and lang not in ("id", "ms"):
            continue  # elsewhere "(6/11)" is as often a score or a share
        found.append((full_year(day, month, year, weekday, first_seen), "dateline" if year else "weekday"))
    for match in named.finditer(lead):
        month_name = (match["month"] or match["month2"]).lower()
        day_text = match["day"] or match["day2"]
        found.append(
            (full_year(int(day_text), months[month_name], match["year"], weekdays.get(match["weekday"].lower()), first_seen), "weekday")
        )
    return found if line and line.day else _latest_near_first(found, first_seen)


def _latest_near_first(found: list[tuple[date | None, str]], first_seen: datetime) -> list[tuple[date | None, str]]:
    """The latest of the dates within a week after the first: a story opens with the day of the event and quotes later
    days further down. A dateline's own day stands."""
    dates = [(day, source) for day, source in found if day is not None and day <= first_seen.date() + AHEAD]
    if not dates:
        return found
    near = [d for d in dates if timedelta(0) <= d[0] - dates[0][0] <= _WEEK]
    return [max(near, key=lambda d: d[0]), *found]


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Senin (6/11/2023)" with or without weekday and year; "Monday, 6 November" and "Monday, November 6, 2023"."""
    names = calendar(lang)
    bracketed = (
        rf"(?:\b(?P<weekday>{names.weekday})\b[\s,]*)?\(\s*(?P<day>\d{{1,2}})\s*/\s*(?P<month>\d{{1,2}})"
        rf"(?:\s*/\s*(?P<year>\d{{4}}|\d{{2}}))?\s*\)"
    )
    named = (
        rf"\b(?P<weekday>{names.weekday})\b,?\s+(?:(?P<day>\d{{1,2}})\.?\s+(?:de\s+)?(?P<month>{names.month})\b"
        rf"|(?P<month2>{names.month})\.?\s+(?P<day2>\d{{1,2}})\b),?(?:\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b)?"
    )
    return re.compile(bracketed, re.IGNORECASE), re.compile(named, re.IGNORECASE)
