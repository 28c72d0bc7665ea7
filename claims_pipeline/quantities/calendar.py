"""The names of months, weekdays and countries in every language, from ICU; a language file adds what ICU lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language

_SHORTEST = 3
"""Abbreviations below this many letters are words of other kinds too often ("Min", "Do", 日)."""


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    months: Mapping[str, int]
    """Name as written -> 1 to 12."""
    weekdays: Mapping[str, int]
    """Folded name -> 0 (Monday) to 6."""
    relative: Mapping[str, int]
    """Folded phrase -> days from the day of publication: "yesterday" -> -1."""
    year: str
    """The word "year" in lower case."""
    day_first: bool
    """"6/11" is the 6th of November."""
    doubtful: frozenset[str]
    """Months that are another word in lower case: "May"."""
    words: frozenset[str]
    """Everything above in lower case, less the words that are mostly something else ("may", "march")."""


def compile_calendar(language: Language) -> Calendar:
    data = language.section("as_of")
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    if language.known:
        months, weekdays = (dict(names) for names in _icu_names(language.code))
    months.update(data.get("months", {}))
    weekdays.update(data.get("weekdays", {}))
    weekdays = {fold_word(name): day for name, day in weekdays.items()}
    relative = {fold_word(phrase): int(days) for phrase, days in data.get("relative", {}).items()}
    words = {name.lower() for name in months} | set(weekdays) | set(relative)
    words.difference_update(word.lower() for word in data.get("ambiguous", ()))
    doubtful = frozenset(map(str.lower, data.get("ambiguous", ()))) & {name.lower() for name in months if len(name) > _SHORTEST - 1}
    return Calendar(
        months,
        weekdays,
        relative,
        _icu_year(language.code) if language.known else "",
        data.get("order", "dmy") != "mdy",
        doubtful,
        frozenset(words),
    )


@lru_cache(maxsize=64)
def _icu_names(code: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    import icu

    symbols = icu.DateFormatSymbols(icu.Locale(code))
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for width in (symbols.getMonths(), symbols.getShortMonths()):
        for n, name in enumerate(list(width)[:12], 1):
            _add(months, name, n)
    for n, name in enumerate(list(symbols.getWeekdays())[1:8]):
        _add(weekdays, name, (n - 1) % 7)
    return months, weekdays


@lru_cache(maxsize=64)
def _icu_year(code: str) -> str:
    import icu

    field = icu.DateTimePatternGenerator.createInstance(icu.Locale(code)).getAppendItemName(icu.UDateTimePatternField.YEAR_FIELD)
    return str(field).casefold()


def _add(names: dict[str, int], name: str, value: int) -> None:
    plain = name.rstrip(".")
    if len(plain) >= _SHORTEST and not any(c.isdigit() for c in plain):
        names.setdefault(plain, value)


@lru_cache(maxsize=64)
def countries(code: str) -> tuple[str, ...]:
    """Names of countries and territories in the language ``code``, as ICU spells them."""
    import icu

    locale = icu.Locale(code)
    names = (icu.Locale("und", region).getDisplayCountry(locale) for region in icu.Locale.getISOCountries())
    return tuple(sorted({name for name in names if len(name) >= 2 and not (name.isascii() and len(name) < 4)}))
