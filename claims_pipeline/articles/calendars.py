"""Names of months and weekdays in any language, from ICU, with the forms that newsrooms add."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_MORE_MONTHS = {
    "en": {"sept": 9, "sep": 9, "jun": 6, "jul": 7},
    "id": {"agu": 8, "agt": 8, "ags": 8, "agus": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2},
    "ms": {"sept": 9},
    "de": {"jänner": 1, "sept": 9},
    "es": {"setiembre": 9, "sept": 9},
}
_MORE_WEEKDAYS = {
    "en": {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6},
    "id": {"jum'at": 4, "jum’at": 4, "ahad": 6},
    "de": {"sonnabend": 5},
}
_CODE = re.compile(r"^[a-z]{2,3}$")


@dataclass(frozen=True)
class Calendar:
    """Lower-case names: months to 1..12, weekdays to 0..6 (Monday is 0); and patterns that match any of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    month: str
    weekday: str


@cache
def calendar(lang: str) -> Calendar:
    """The calendar of a language, with the English names beside its own. An unknown language gets English alone."""
    import icu

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for code in dict.fromkeys((lang if _CODE.match(lang) and lang != "und" else "en", "en")):
        symbols = icu.DateFormatSymbols(icu.Locale(code))
        for context in (symbols.FORMAT, symbols.STANDALONE):
            for width in (symbols.WIDE, symbols.ABBREVIATED):
                for number, name in enumerate(symbols.getMonths(context, width)[:12], 1):
                    months.setdefault(_plain(name), number)
                for number, name in enumerate(symbols.getWeekdays(context, width)[1:]):
                    weekdays.setdefault(_plain(name), (number + 6) % 7)  # ICU begins with Sunday
        for name, number in _MORE_MONTHS.get(code, {}).items():
            months.setdefault(name, number)
        for name, number in _MORE_WEEKDAYS.get(code, {}).items():
            weekdays.setdefault(name, number)
    months = {n: v for n, v in months.items() if n and not n.isdigit() and not re.fullmatch(r"\d+\D", n)}
    return Calendar(months, weekdays, _any(months), _any(weekdays))


def _plain(name: str) -> str:
    return name.lower().rstrip(".")


def _any(names: dict[str, int]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)) if n)
