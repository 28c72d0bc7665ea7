"""Numbers that take their kind from the numbers beside them: results in a list, the unit of a list, the size that a price is asked for."""

from __future__ import annotations

import re
from itertools import pairwise

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.kind_cues import Kinds
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.ranges import left_of, right_of

_PRICED = re.compile(r" ?[:=]? ?(?:[-–] )?")
_SUSPENDED = re.compile(r"- [^\W\d_]{1,5} ")
""" "25- to 34-year-olds"."""
_SIZES = frozenset({"mass", "volume"})
_OLDEST = 115
_NEAR = 16
_HOURS = 24
_UNTIL = re.compile(r" ?(?:[-–]|[^\W\d_]{1,6}) ?")


def settle(mentions: list[Draft], folded: Folded, rules: Kinds) -> None:
    """Settle the kinds that only neighbours give away; ``mentions`` in order, each with a kind of its own."""
    _units(mentions, folded.low, rules)
    _results(mentions, folded.low)
    _sizes(mentions, folded, rules)


def _units(mentions: list[Draft], low: str, rules: Kinds) -> None:
    """ "de 33, 34 y 39 años": the unit at the end of a list is that of all."""
    for first, second in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if (
            first.kind == "count"
            and first.unit is None
            and second.kind in ("age", "duration")
            and first.value is not None
            and first.value < _OLDEST
            and (
                rules.listed.fullmatch(low, right_of(first), left_of(second)) or _SUSPENDED.fullmatch(low, right_of(first), left_of(second))
            )
        ):
            first.kind, first.is_claim = second.kind, False
            first.rules.append("kind.list")
        elif (
            second.kind == "date"
            and second.rules[0].startswith("clock")
            and first.kind == "count"
            and first.unit is None
            and first.bound == "exact"
            and (first.value or 99) <= _HOURS
            and _UNTIL.fullmatch(low, first.end, second.start)
        ):
            first.kind, first.is_claim = "date", False
            first.rules.append("clock.list")  # "between 3 and 6 p.m."
        elif (
            first.kind == "age"
            and second.kind == "count"
            and (second.value or _OLDEST) < _OLDEST
            and left_of(second) - right_of(first) < _NEAR
            and rules.decade.match(low, second.end - second.tail)
            and rules.decade.match(low, first.end - first.tail)
        ):
            second.kind, second.is_claim, second.unit = "age", False, first.unit
            second.rules.append("kind.list")  # "usia 20-an hingga 30-an"


def _results(mentions: list[Draft], low: str) -> None:
    """ "(13-25, 25-27, 22-25)": one result among pairs in a list makes results of them all."""
    if not any(m.kind == "score" for m in mentions):
        return
    for order in (mentions, mentions[::-1]):
        for first, second in pairwise(order):
            a, b = sorted((first, second), key=lambda m: m.start)
            pair = second.bound == "range" and second.kind == "count" and "-" in low[second.start : second.end]
            if first.kind == "score" and pair and re.fullmatch(r"[,;/]? ?\(?", low[a.end : b.start]):
                second.kind, second.is_claim, second.bound = "score", False, "exact"
                second.rules.append("score.list")


def _sizes(mentions: list[Draft], folded: Folded, rules: Kinds) -> None:
    """ "Gold 5 g: $410", "harga emas 1 gram": the weight names what is sold, and the price is the figure.

    A word between the two makes two figures of them: "5 kg worth $90".
    """
    for k, mention in enumerate(mentions):
        if not mention.is_claim or mention.dimension not in _SIZES or mention.bound != "exact":
            continue
        price = mentions[k + 1] if k + 1 < len(mentions) else None
        listed = price is not None and price.kind == "money" and _PRICED.fullmatch(folded.low, right_of(mention), left_of(price))
        if listed or rules.priced.search(folded.low, max(0, left_of(mention) - 48), left_of(mention)):
            mention.is_claim = False
            mention.rules.append("label.size")
