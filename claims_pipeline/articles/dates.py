"""When an article was published: by the date it gives, its URL, or its own text, in its newsroom's conventions.

All results are naive UTC. A date without a time is midnight UTC of that date, whatever the zone: moving it by the
zone would put an Indonesian article of 15 September on the 14th.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from claims_pipeline.articles.calendars import calendar
from claims_pipeline.articles.zones import Convention, tables

AHEAD: Final = timedelta(days=2)
"""A date further than this after the article was first seen is impossible (zones and embargoes stay inside it)."""
_EARLIEST: Final = 1600
_UTC: Final = Convention(ZoneInfo("UTC"), month_first=False)

_ISO = re.compile(
    r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/]+\])?$",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?(?:\.\d+)?$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?$")
_MAIL = re.compile(r"^(?:[A-Z][a-z]{2}, *)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}")
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)|(?<!\d)(\d{4})\s*[/.年-]\s*(\d{1,2})\s*[/.月-]\s*(\d{1,2})(?!\d)"
)
_TIME = re.compile(r"(?<![\d/.])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?![\d/])\s*([ap])?\.?\s?(?:m\b\.?)?", re.IGNORECASE)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?\s*\)?$")


class UnusableDate(ValueError):
    """A date string that cannot be read or cannot be true; the message says which."""


@lru_cache(maxsize=65536)
def parse(raw: str, lang: str = "en", convention: Convention = _UTC, *, strict: bool = False) -> datetime:
    """One date string as naive UTC. Raises :class:`UnusableDate`. ``strict`` leaves out the slow guessing of formats."""
    text = raw.strip()
    try:
        if match := _ISO.match(text):
            return _at(match[1], match[2], match[3], match[4], match[5], match[6], _zone(match[7]) or convention.zone)
        if _EPOCH.match(text):
            return datetime.fromtimestamp(float(text) / (1000 if len(text.partition(".")[0]) == 13 else 1), UTC).replace(tzinfo=None)
        if match := _COMPACT.match(text):
            return _at(match[1], match[2], match[3], match[4], match[5], match[6], _zone(match[7]) or convention.zone)
        if _MAIL.match(text) and (found := _mail(text, convention)):
            return found
        if found := _words(text, lang, convention):
            return found
    except (ValueError, OverflowError) as error:
        if isinstance(error, UnusableDate):
            raise
        raise UnusableDate(f"impossible date {raw[:80]!r}") from error
    if not strict and (found := _guessed(text, lang, convention)):
        return found
    raise UnusableDate(f"unreadable date {raw[:80]!r}")


def plausible(at: datetime, first_seen: datetime, raw: str) -> datetime:
    """``at`` itself, or :class:`UnusableDate` where it lies in the future of the reading or before newspapers."""
    if at > first_seen + AHEAD:
        raise UnusableDate(f"impossible date {raw[:80]!r}: after it was first seen ({first_seen:%Y-%m-%d})")
    if at.year < _EARLIEST:
        raise UnusableDate(f"impossible date {raw[:80]!r}: before {_EARLIEST}")
    return at


def full_year(day: int, month: int, year: str | None, weekday: int | None, first_seen: datetime, *, back: int = 28) -> date | None:
    """The date that "Monday (6/11)" means: the latest year not after ``first_seen`` in which it is that weekday.

    A written year stands as it is. Weekdays repeat after at most 28 years, bar the centuries. None: no such date.
    """
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    latest = (first_seen + timedelta(days=1)).date()
    for candidate in range(latest.year, latest.year - back - 1, -1):
        found = _date(candidate, month, day)
        if found and found <= latest and (weekday is None or found.weekday() == weekday):
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: timezone | ZoneInfo) -> datetime:
    if hour is None or minute is None:
        return datetime(int(year), int(month), int(day))
    local = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second or 0), 59), tzinfo=zone)
    if local.time() == datetime.min.time():
        return local.replace(tzinfo=None)  # programs write a bare date as midnight
    return local.astimezone(UTC).replace(tzinfo=None)


def _zone(text: str | None) -> timezone | ZoneInfo | None:
    """A zone as written: "+07:00", "Z", "WIB", "ET"; None for nothing or an unknown name."""
    if not text:
        return None
    data = tables()
    if text.upper() in data["abbreviation"]:
        return timezone(timedelta(minutes=int(data["abbreviation"][text.upper()])))
    if text in data["named"]:
        return ZoneInfo(data["named"][text])
    if match := re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})?", text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
    return None


def _mail(text: str, convention: Convention) -> datetime | None:
    """RFC 2822, as in RSS; a zone that it does not define (WIB) is looked up here."""
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, IndexError):
        return None
    last = text.rsplit(None, 1)[-1].strip("()")
    zone = _zone(last) if last.isalpha() else found.tzinfo
    return found.replace(tzinfo=zone or convention.zone).astimezone(UTC).replace(tzinfo=None)


def _words(text: str, lang: str, convention: Convention) -> datetime | None:
    """Day, month and year in digits or with the month's name, and what time and zone stand beside them."""
    names = calendar(lang)
    day_month = re.search(
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|er|º|ª)?\s*[- ]?\s*"
        rf"(?:de\s+|of\s+)?({names.month})\.?,?\s*[- ]?\s*(?:de\s+|del\s+)?(\d{{4}})(?!\d)",
        text,
        re.IGNORECASE,
    )
    month_day = (
        None
        if day_month
        else re.search(rf"(?<!\w)({names.month})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", text, re.IGNORECASE)
    )
    if day_month:
        day, month, year, span = day_month[1], str(names.months[day_month[2].lower()]), day_month[3], day_month.span()
    elif month_day:
        day, month, year, span = month_day[2], str(names.months[month_day[1].lower()]), month_day[3], month_day.span()
    elif match := _NUMERIC.search(text):
        span = match.span()
        if match[4]:
            year, month, day = match[4], match[5], match[6]
        else:
            day, month, year = match[1], match[2], match[3] if len(match[3]) == 4 else f"20{match[3]}"
            if int(month) > 12 or (convention.month_first and int(day) <= 12):
                day, month = month, day
    else:
        return None
    rest = f"{text[: span[0]]} {text[span[1] :]}"
    hour = minute = second = None
    if time := _TIME.search(rest):
        hour, minute, second, half = time[1], time[2], time[3], (time[4] or "").lower()
        if half == "p" and int(hour) < 12:
            hour = str(int(hour) + 12)
        elif half == "a" and int(hour) == 12:
            hour = "0"
        rest = rest[time.end() :]
    return _at(year, month, day, hour, minute, second, _named_zone(rest) or convention.zone)


def _named_zone(rest: str) -> timezone | ZoneInfo | None:
    for word in re.findall(r"[A-Z]{2,5}\b", rest):
        if word not in ("GMT", "UTC") and (zone := _zone(word)):
            return zone
    if match := _OFFSET.search(rest.strip()):
        return _zone(f"{match[1]}{match[2]}:{match[3] or '00'}")
    return _zone("UTC") if re.search(r"\b(?:GMT|UTC)\b", rest) else None


def _guessed(text: str, lang: str, convention: Convention) -> datetime | None:
    """The many formats that dateparser knows; only whole, absolute dates."""
    if len(text) > 120 or not any(c.isdigit() for c in text):
        return None
    import dateparser

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "MDY" if convention.month_first else "DMY",
    }
    try:
        found = dateparser.parse(text, languages=list(dict.fromkeys((lang, "en"))), settings=settings)
    except ValueError:  # a language that dateparser does not know
        found = dateparser.parse(text, settings=settings)
    if found is None:
        return None
    return (
        found.replace(tzinfo=found.tzinfo or convention.zone).astimezone(UTC).replace(tzinfo=None)
        if found.time() != datetime.min.time()
        else found.replace(tzinfo=None)
    )
