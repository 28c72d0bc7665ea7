"""A number in digits, with separators of the language or of another one, becomes a value."""

from __future__ import annotations

import re
from dataclasses import dataclass

LITERAL = re.compile(r"\d++(?:[.,']\d++)*+")
GROUPED_BY_SPACE = re.compile(r"\d{1,3}(?: \d{3})++(?:[.,]\d++)?+(?![\d])")
LONGEST = 24
"""More characters than any figure in the news: account numbers, hashes, hostile input."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``other`` is the value if the separator is meant the other way round ("1.400 people" in an English text)."""

    value: float
    other: float | None
    grouped: bool
    """Whether the digits were grouped by thousands: then it is no year."""
    decimal: bool


def read(literal: str, decimal: str | None, thousands: str | None) -> Reading | None:
    """The value of ``literal``, or None when it is no number (1.2.3, 5'10, more than 24 characters).

    One separator before exactly three digits is ambiguous: the language decides, ``decimal`` and ``thousands`` are its
    separators or None when unknown. Everything else is read alike in every language: "5.2 juta" in Indonesian is 5.2
    million although the language writes a comma, because thousands never stand in groups of one.
    """
    if len(literal) > LONGEST:
        return None
    marks = [mark for mark in literal if not mark.isdigit()]
    if not marks:
        return Reading(float(literal), None, False, False)
    groups = re.split(r"[.,' ]", literal)
    kinds = set(marks)
    if len(kinds) == 1 and len(marks) == 1:
        return _single(groups, marks[0], decimal, thousands)
    if len(kinds) == 1:
        return Reading(float("".join(groups)), None, True, False) if _grouped(groups) else None
    last = marks[-1]
    if len(kinds) == 2 and marks.count(last) == 1 and last in ".," and _grouped(groups[:-1]):
        return Reading(float("".join(groups[:-1]) + "." + groups[-1]), None, True, True)
    return None


def _single(groups: list[str], mark: str, decimal: str | None, thousands: str | None) -> Reading | None:
    whole, rest = groups
    as_decimal = Reading(float(f"{whole}.{rest}"), None, False, True) if mark in ".," else None
    if len(rest) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return as_decimal
    as_grouped = Reading(float(whole + rest), None, True, False)
    if rest == "000":
        return as_grouped  # nobody writes three decimals that are all zero: "76.000 people" in an English text
    if mark == decimal and as_decimal:
        return Reading(as_decimal.value, as_grouped.value, False, True)
    if mark == thousands or mark in "' " or thousands is None or as_decimal is None:
        return as_grouped
    return Reading(as_grouped.value, as_decimal.value, True, False)


def _grouped(groups: list[str]) -> bool:
    """Western 1,234,567 or Indian 12,34,567."""
    if len(groups) < 2:
        return bool(groups) and len(groups[0]) >= 1
    if not 1 <= len(groups[0]) <= 3 or len(groups[-1]) != 3:
        return False
    middle = {len(group) for group in groups[1:-1]}
    return middle <= {3} or (middle <= {2} and len(groups[0]) <= 2)
