"""Sources become source records: files, folders, URLs and standard input, in bounded batches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from claims_pipeline.articles.clean import when_published
from claims_pipeline.articles.identity import article_id, content_hash
from claims_pipeline.articles.readers import pages, sources, tables, text
from claims_pipeline.articles.readers.model import RAW_LENGTH, Batch, Item, SourceFile, bad
from claims_pipeline.articles.readers.sources import READERS, Found
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import Rejected, SourceRecord

__all__ = ["READERS", "Batch", "SourceFile", "read_sources", "read_stream"]

BATCH = 500
"""Items in a batch, at most."""
_BATCH_CHARACTERS = 16 << 20
_ARTICLE_LIMIT = 20 << 20


def read_sources(
    paths: Sequence[str], *, first_seen_at: datetime, known: Mapping[str, str] | None = None, progress: Progress = silent
) -> Iterator[SourceFile]:
    """Every file and URL of ``paths`` in a fixed order, each with batches that read it on demand.

    ``known`` maps a source to the content hash it had when last read: an equal one is ``unchanged`` and not read.
    Consume each file's batches before going on to the next. Raises :class:`ClaimsError` for a missing path.
    """
    listed = sources.expand(paths)
    known = known or {}
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        for number, source in enumerate(listed, 1):
            found = sources.find(source, Path(folder))
            unchanged = known.get(source) == found.content_hash
            batches = iter(()) if unchanged else _batches(source, found.reader, _items(found), first_seen_at)
            yield SourceFile(source, found.content_hash, found.reader or "none", batches, unchanged)
            if sources.is_url(source) and found.path:
                found.path.unlink()
            progress("read", number, len(listed))


def read_stream(stream: Iterable[str], *, first_seen_at: datetime, source: str = "-") -> Iterator[Batch]:
    """JSON lines from an open stream, standard input for example."""
    return _batches(source, "jsonl", tables.json_lines(stream), first_seen_at)


def _items(found: Found) -> Iterator[Item]:
    """What the reader of a source finds in it. A file that cannot be read at all is one rejected item."""
    path = found.path
    if found.problem or path is None:
        raw = path.open("rb").read(RAW_LENGTH // 4).decode("utf-8", "backslashreplace") if path and path.is_file() else ""
        yield bad("", found.problem or "no content", raw)
    elif found.reader == "parquet":
        yield from tables.parquet(path)
    elif found.reader == "feed":
        yield from pages.feed(path.read_bytes(), found.source)
    elif found.reader in ("txt", "html") and path.stat().st_size > _ARTICLE_LIMIT:
        yield bad("", f"{path.stat().st_size >> 20} MB: too large for one article")
    else:
        newline = "" if found.reader == "csv" else None
        with path.open(
            encoding=found.encoding, errors="surrogateescape" if found.encoding == "utf-8" else "replace", newline=newline
        ) as stream:
            yield from _decoded(found, stream)


def _decoded(found: Found, stream: IO[str]) -> Iterator[Item]:
    if found.reader == "jsonl":
        yield from tables.json_lines(stream)
    elif found.reader == "json":
        yield from tables.json_document(stream)
    elif found.reader == "csv":
        yield from tables.separated(stream, tabs=found.source.lower().endswith(".tsv"))
    elif found.reader == "html":
        yield from pages.html_page(stream.read(), found.url)
    else:
        yield from text.plain_text(stream.read())


def _batches(source: str, reader: str, items: Iterator[Item], first_seen: datetime) -> Iterator[Batch]:
    batch, size = Batch(), 0
    for item in items:
        if item.reason is None:
            record, problem = _record(source, reader, item, first_seen)
            if record is not None:
                batch.records.append(record)
                size += len(item.payload.get("text") or "")
        else:
            problem = item.reason
        if problem:
            raw = item.raw or (str({k: v for k, v in item.payload.items() if v}) if item.payload else "")
            batch.rejected.append(Rejected(source, item.position, problem, raw[:RAW_LENGTH]))
        if len(batch.records) + len(batch.rejected) >= BATCH or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = Batch(), 0
    if batch.records or batch.rejected:
        yield batch


def _record(source: str, reader: str, item: Item, first_seen: datetime) -> tuple[SourceRecord | None, str | None]:
    """The record of an item, and what is wrong with its date.

    A wrong date that neither the URL nor the text makes up for rejects the article: with the day of reading in its
    place, an old figure would enter the ledger as news.
    """
    payload = item.payload
    when = when_published(payload, first_seen)
    if when.problem and when.at is None:
        return None, when.problem
    title, body = payload.get("title") or "", payload.get("text") or ""
    content = content_hash(title, body)
    record = SourceRecord(
        source=source,
        position=item.position,
        reader=reader,
        article_id=article_id(payload.get("id"), payload.get("url"), content),
        content_hash=content,
        day=(when.at or first_seen).date(),
        first_seen_at=first_seen,
        payload=payload,
    )
    return record, f"{when.problem}; the article was dated by its {'URL' if when.source == 'url' else 'text'}" if when.problem else None
