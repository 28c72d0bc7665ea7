"""The small chart of a fact's figure over time: geometry only, the template draws it.

Horizontal places are percentages of the chart's width and vertical ones pixels, so that one drawing serves a phone
and a wide screen with type of the same size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from claims_pipeline.report import words

HEIGHT, TOP, BOTTOM, ARROW = 168, 20.0, 142.0, 22.0
LEFT, RIGHT = 13.0, 97.0

TONES = {
    None: "calm", "agrees": "calm", "compatible": "calm", "revised_up": "moved", "revised_down": "moved", "outdated_repeat": "stale",
    "contradicts": "clash", "magnitude_slip": "clash", "scope_shift": "clash", "unit_slip": "clash", "hedge_lost": "hedge",
    "hedge_gained": "hedge",
}  # fmt: skip
"""A relation's colour and shape: five are told apart at a glance, eleven are not."""

ASIDES = ("shown", "background", "carried")
"""Roles of claims that are told and never counted: planned, denied, of an earlier event, or said before by the same article."""


@dataclass(slots=True)
class Mark:
    """One claim: a bar from ``top`` to ``bottom`` (equal for an exact figure), an arrow where an end is open."""

    x: float
    top: float
    bottom: float
    up: bool
    down: bool
    tone: str
    title: str
    off: str = ""
    """The figure in words where it lies beyond the scale and the mark stands at the edge."""


@dataclass(slots=True)
class Stretch:
    """What was believed from ``x`` to ``x2``: a line at ``bottom`` and ``top`` (one line where they are equal)."""

    x: float
    x2: float
    top: float
    bottom: float
    open: bool


@dataclass(slots=True)
class Chart:
    """Everything the template draws, and the sentence that tells it to those who do not see it."""

    label: str
    clock: str
    marks: list[Mark]
    state: list[Stretch]
    rises: list[tuple[float, float, float]] = field(default_factory=list)
    levels: list[tuple[float, str]] = field(default_factory=list)
    dates: list[tuple[float, str, str]] = field(default_factory=list)
    log: bool = False


def chart(story: Sequence[dict[str, Any]]) -> Chart | None:
    """The chart of one fact's rows of ``v_timeline`` in their order; None where no claim has a finite bound."""
    every = _finite(story)
    if not every:
        return None
    y = _scale(every, _finite([r for r in story if TONES.get(r["relation"]) != "clash"]))
    times, clock = _times(story)
    x = _across(times)
    marks = [_mark(r, x[i], y) for i, r in enumerate(story)]
    _thin(marks)
    state = _state(story, x, y)
    rises = [(a.x2, min(a.bottom, b.bottom), max(a.bottom, b.bottom)) for a, b in pairwise(state) if a.bottom != b.bottom]
    first, last = story[0], story[-1]
    label = (
        f"{words.plural(len(story), 'claim')} from {words.day(min(times))} to {words.day(max(times))}: "
        f"first {first['figure']}, last {last['figure']}"
    )
    return Chart(label, clock, marks, state, rises, y.levels(), _dates(times), y.log)


def _finite(story: Sequence[dict[str, Any]]) -> list[float]:
    keys = ("low", "high", "state_low_after", "state_high_after")
    return [v for r in story for k in keys if (v := r[k]) is not None and math.isfinite(v)]


def _scale(every: Sequence[float], calm: Sequence[float]) -> _Scale:
    """The scale of all figures, but where one lost digit would flatten the story: that figure is then told at the edge."""
    if calm and (max(every) - min(every)) > 5 * max(max(calm) - min(calm), 0.1 * max(map(abs, calm))):
        every = [v for v in every if min(calm) / 2 <= v <= max(calm) * 2] or calm
    return _Scale(min(every), max(every))


class _Scale:
    """Figures to pixels; by powers where the largest is over thirty times the smallest (a slip by ten and more)."""

    def __init__(self, low: float, high: float) -> None:
        self.log = low > 0 and high / low > 30
        if self.log:
            self.low, self.high = math.log10(low) - 0.1, math.log10(high) + 0.15
        else:
            slack = (high - low) * 0.12 or abs(high) * 0.25 or 1.0
            self.low = 0.0 if 0 <= low < 0.5 * high else low - slack
            self.high = high + slack

    def __call__(self, value: float) -> float:
        at = (math.log10(value) if value > 0 else self.low) if self.log else value
        at = min(max(at, self.low), self.high)
        return round(BOTTOM - (at - self.low) / (self.high - self.low) * (BOTTOM - TOP), 1)

    def beyond(self, low: float | None, high: float | None) -> int:
        """1 where the whole interval lies above the scale, -1 where it lies below, else 0."""
        top, bottom = (10**self.high, 10**self.low) if self.log else (self.high, self.low)
        return 1 if low is not None and low > top else -1 if high is not None and high < bottom else 0

    def levels(self) -> list[tuple[float, str]]:
        """Two to five round figures and their heights."""
        if self.log:
            exponents = range(math.ceil(self.low), math.floor(self.high) + 1)
            step = max(1, math.ceil(len(exponents) / 4))
            rounds = [10.0**e for e in exponents][::step]
        else:
            rough = (self.high - self.low) / 3
            power = 10.0 ** math.floor(math.log10(rough))
            step_size = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.8)
            start = math.ceil(self.low / step_size)
            rounds = [i * step_size for i in range(start, math.floor(self.high / step_size) + 1)]
        return [(self(r), words.short(r)) for r in rounds]


def _times(story: Sequence[dict[str, Any]]) -> tuple[list[datetime], str]:
    """The clock that the story is ordered by: what the figures speak of, else when they became known."""
    spoken = [r["speaks_of"] for r in story]
    if all(a <= b for a, b in pairwise(spoken)):
        return spoken, "by the time that each figure speaks of"
    return [r["known_at"] for r in story], "by the time when each figure became known"


def _across(times: Sequence[datetime]) -> list[float]:
    first, last = min(times), max(times)
    if first == last:
        gap = (RIGHT - LEFT) / (len(times) + 1)
        return [round(LEFT + gap * (i + 1), 2) for i in range(len(times))]
    whole = (last - first).total_seconds()
    return [round(LEFT + (t - first).total_seconds() / whole * (RIGHT - 1.5 - LEFT - 1.5) + 1.5, 2) for t in times]


def _mark(row: dict[str, Any], x: float, y: _Scale) -> Mark:
    low, high = row["low"], row["high"]
    tone = "aside" if row["role"] in ASIDES else TONES.get(row["relation"], "calm")
    title = f"{words.moment(row['published_at'] or row['known_at'])} – {row['outlet'] or 'outlet not known'}: {row['figure']}"
    side = y.beyond(low, high)
    if side:
        edge = TOP - 8 if side > 0 else BOTTOM
        said = row["figure"] if len(row["figure"]) <= 16 else words.short(low if side > 0 else high)
        return Mark(x, edge, edge, False, False, tone, title, said)
    if low is None and high is None:
        return Mark(x, BOTTOM, BOTTOM, True, False, tone, title)
    if high is None:
        return Mark(x, round(max(y(low) - ARROW, 4), 1), y(low), True, False, tone, title)
    if low is None:
        return Mark(x, y(high), round(min(y(high) + ARROW, BOTTOM + 8), 1), False, True, tone, title)
    return Mark(x, y(high), y(low), False, False, tone, title)


def _thin(marks: Sequence[Mark]) -> None:
    """Of the figures told at one edge, leave out those that another's text would cover; the mark's title has them."""
    last: dict[float, float] = {}
    for mark in sorted((m for m in marks if m.off), key=lambda m: -m.x):
        if last.get(mark.top, math.inf) - mark.x < 16:
            mark.off = " "
        else:
            last[mark.top] = mark.x


def _state(story: Sequence[dict[str, Any]], x: Sequence[float], y: _Scale) -> list[Stretch]:
    """The believed interval as stretches, one for each change. An open upper end reaches to the top edge."""
    out: list[Stretch] = []
    for i, row in enumerate(story):
        low, high = row["state_low_after"], row["state_high_after"]
        if low is None and high is None:
            continue
        top = TOP - 12 if high is None else y(high)
        bottom = BOTTOM if low is None else y(low)
        is_open = low is None or high is None
        if out and (out[-1].top, out[-1].bottom) == (top, bottom):
            out[-1].x2 = max(out[-1].x2, x[i])
            continue
        if out:
            out[-1].x2 = max(out[-1].x, x[i])
        out.append(Stretch(x[i], x[i], top, bottom, is_open))
    if out:
        out[-1].x2 = RIGHT + 2
    return out


def _dates(times: Sequence[datetime]) -> list[tuple[float, str, str]]:
    """First and last date, and the middle one where they lie days apart."""
    first, last = min(times), max(times)
    if last - first < timedelta(hours=36):
        if first == last:
            return [((LEFT + RIGHT) / 2, words.moment(first), "middle")]
        return [(LEFT, words.moment(first), "start"), (RIGHT, words.moment(last), "end")]
    ends = [(LEFT, words.day(first), "start"), (RIGHT, words.day(last), "end")]
    if last - first < timedelta(days=5):
        return ends
    middle = first + (last - first) / 2
    return [ends[0], ((LEFT + RIGHT) / 2, f"{middle.day} {middle:%b}", "middle"), ends[1]]
