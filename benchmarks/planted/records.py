"""The records of a planted world: what is true, who tells it, what was planted. Times are UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Step:
    """What officials hold for true from ``at`` on."""

    at: datetime
    value: float
    bound: str = "exact"


@dataclass(slots=True)
class Fact:
    """One quantity question of one event, with its true values over time."""

    id: str
    event: str
    kind_of_event: str
    place: str
    question: str
    attribute: str
    noun: str
    kind: str
    unit: str | None
    scope: str | None
    shape: str
    steps: list[Step] = field(default_factory=list)
    measure: str = "total"


@dataclass(slots=True)
class Event:
    """Something that happened somewhere, with the times of the official bulletins on it."""

    id: str
    kind: str
    region: str
    place: str
    at: datetime
    bulletins: list[datetime]
    facts: list[Fact] = field(default_factory=list)
    older: Fact | None = None
    """The figure of an older event of the same kind in the region, which newsrooms tell as background."""


@dataclass(slots=True)
class Tell:
    """One figure as a newsroom is about to print it."""

    fact: Fact
    value: float
    bound: str = "exact"
    step: int = -1
    """The bulletin that it repeats; -1: none."""
    role: str = "told"
    """told, slip, background, increment, vague_echo, planned, hypothetical, percent, household_pair, currency_pair, part."""
    slip: str | None = None
    noun: str | None = None
    """Another counted thing than the fact's: families told as people."""
    worded: Fact | None = None
    """The fact that the words are about, when they are not about ``fact``: a part told of the whole."""
    modality: str = "asserted"
    measure: str = "total"
    low: float | None = None
    high: float | None = None
    kind: str | None = None
    unit: str | None = None


@dataclass(slots=True)
class Draft:
    """An article before it is written: who tells what, in which voice."""

    id: str
    event: Event
    newsroom: dict[str, Any]
    at: datetime
    step: int
    root: str
    voice: str
    """Articles of one language and one voice are worded alike: the copies of one wire story."""
    credit: str | None = None
    main: Tell | None = None
    tells: list[Tell] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Article:
    """An article as it is printed. ``root``: whose reporting it is."""

    id: str
    outlet: str
    lang: str
    published_at: datetime
    title: str
    text: str
    url: str
    root: str
    event: str


@dataclass(slots=True)
class Claim:
    """A figure where it stands, with what it truly says and what role it plays."""

    id: str
    article: str
    field: str
    start: int
    end: int
    quote: str
    sentence: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    noun: str
    kind: str
    unit: str | None
    attribute: str
    scope: str | None
    place: str
    measure: str
    modality: str
    fact: str
    worded: str
    """The fact that its words are about; ``fact`` except in a scope shift."""
    role: str
    step: int
    slip: str | None


@dataclass(slots=True)
class Slip:
    """One planted matter. A flag finds it when it is on one of ``claims`` (with ``turned``: or has one of them on its
    other side) and has one of the names in ``relations``, or of the ``tags`` where there are some."""

    id: str
    cls: str
    fact: str
    relations: list[str]
    also: list[str] = field(default_factory=list)
    """Names that are no better and no worse than none: the same matter seen from another side."""
    tags: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    """Claims that it may be held against; empty: any claim of the fact."""
    turned: bool = True
    counted: bool = True
    """Whether missing it costs recall; a flag on it is right either way."""


@dataclass(slots=True)
class World:
    """Everything that a seed makes."""

    seed: int
    events: list[Event]
    facts: dict[str, Fact]
    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
