"""What the readers pass on: raw items, one a row or a file, before ids and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claims_pipeline.records import Rejected, SourceRecord

RAW_LENGTH = 2_000
"""A rejected row keeps this many characters of what could not be read."""


@dataclass(slots=True)
class Item:
    """One row of a source: its fields, or the reason why it could not be read (then ``raw`` says what it was)."""

    position: str
    payload: dict[str, str | None] = field(default_factory=dict)
    reason: str | None = None
    raw: str = ""


@dataclass(slots=True)
class Batch:
    """A bounded part of one source: article records and rejected rows."""

    records: list[SourceRecord] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


@dataclass(slots=True)
class SourceFile:
    """One file or URL. ``batches`` reads on demand, once; it is empty where ``unchanged``."""

    source: str
    content_hash: str
    reader: str
    batches: Iterator[Batch]
    unchanged: bool = False


def bad(position: str, reason: str, raw: str = "") -> Item:
    """An item that could not be read."""
    return Item(position, reason=reason, raw=raw[:RAW_LENGTH])
