"""What the number half hands to the meaning half: one number found in a sentence, read as far as numbers go."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = frozenset(
    {"count", "money", "percent", "fraction", "measure", "rate", "duration", "age", "date", "ordinal", "identifier", "score", "other"}
)
BOUNDS = frozenset({"exact", "at_least", "more_than", "at_most", "less_than", "nearly", "about", "range", "vague"})
CLAIM_KINDS = frozenset({"count", "money", "percent", "fraction", "measure", "rate"})


@dataclass(slots=True)
class Mention:
    """One numeric expression. Every offset counts characters in the whole field, not in the sentence.

    ``text`` is ``field[start:end]``: the number with its scale words (and its percent sign), without hedge, unit or noun.
    ``value`` is the number written, None for a range, a vague word, a full date, a score. ``low`` and ``high`` are the
    interval that the words allow, None where open. ``unit`` is the normalised unit of a money, measure, rate, percent,
    duration or age mention and None for a plain count.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    kind: str = "count"
    is_claim: bool = True
    unit: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    hedge_start: int | None = None
    hedge_end: int | None = None
    group: int | None = None
    """Shared by the members of one coordinated list ("12 men, five women and three children")."""
    rules: list[str] = field(default_factory=list)
    tail: int = 0
    """Characters of a case ending glued behind the number and no part of it: Turkish "300'den", Russian "15-ти"."""


@dataclass(slots=True)
class Draft(Mention):
    """A mention on its way through the rules. Its positions are those of the folded sentence until the last step."""

    factor: float = 1.0
    """What the scale word multiplied by: 1e6 for "2.4 million"; shared with the other end of "2 to 3 million"."""
    other: float | None = None
    """The value if the separator is meant the other way round; settled when the unit is known."""
    dimension: str | None = None
    """Of the unit: time, money, percent, age, length ..."""
