"""The records that pass from step to step. One flat dataclass a table row; no behaviour.

Times are timezone-naive UTC ``datetime``; ``as_of`` and ``day`` are ``date``. Offsets count Python string
characters in the stored ``title`` or ``text`` of the article version.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(slots=True)
class SourceRecord:
    """One article as a source gave it, before any cleaning. ``payload`` holds the fields as found."""

    source: str
    """Path or URL that it was read from."""
    position: str
    """Where in the source: "line 12", "item 3", "row 7", or "" for a whole file."""
    reader: str
    """Name of the reader: txt, html, jsonl, csv, parquet, feed."""
    article_id: str
    content_hash: str
    day: date
    """Partition: UTC day of publication, or the day first seen when the article has no date."""
    first_seen_at: datetime
    payload: dict[str, str | None]
    """Keys among id, url, outlet, title, text, lang, published_at, updated_at, author; values as found."""


@dataclass(slots=True)
class Rejected:
    """Something that could not be read. ``raw`` is cut to 2,000 characters."""

    source: str
    position: str
    reason: str
    raw: str


@dataclass(slots=True)
class Article:
    """One version of one article, cleaned, dated, in a known language."""

    article_id: str
    content_hash: str
    url: str | None
    outlet: str | None
    title: str
    text: str
    lang: str
    """ISO 639-1 code, or "und"."""
    published_at: datetime | None
    published_from: str | None
    """How the date was known: "given", "dateline", "weekday", "url", or None."""
    known_at: datetime
    """When the figures in this version became known: updated_at, else published_at, else first seen."""
    first_seen_at: datetime
    day: date
    source: str
    position: str
    author: str | None = None
    dateline_place: str | None = None
    credits: list[str] = field(default_factory=list)
    """Sources that the article itself credits, canonical names in the order found: wires, outlets."""


@dataclass(slots=True)
class Quantity:
    """One numeric expression in a text, read. See DESIGN: kinds, bounds, attributes are closed lists.

    ``text`` is ``source[start:end]``: the number as written, without hedge and noun.
    ``value`` is the number written (None for a range, a vague word and a full date); ``low`` and ``high``
    are the interval of true values that the words allow, None where open.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    kind: str
    is_claim: bool
    noun: str = ""
    unit: str | None = None
    attribute: str | None = None
    measure: str = "total"
    modality: str = "asserted"
    attributed_to: str | None = None
    scope: str | None = None
    place: str | None = None
    as_of: date | None = None
    sentence: str = ""
    sentence_start: int = 0
    masked: str = ""
    """The sentence with every number replaced by "#" and this one by "##": what is embedded."""
    lang: str = "und"
    field: str = "text"
    """"title" or "text" when it was read from an article."""
    rules: tuple[str, ...] = ()
    """Names of the rules that fired, in order, for ``claims explain``."""


@dataclass(slots=True)
class StepResult:
    """What one step did, for the log, the asset's metadata and the command line."""

    step: str
    counts: dict[str, int]
    """Rows by name, for example {"articles": 60, "rejected": 4}."""
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)
