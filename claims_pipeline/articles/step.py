"""The steps of this part on the warehouse: read sources, clean records. Roots are in :mod:`.roots`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from claims_pipeline.articles.clean import CLEANER, to_article
from claims_pipeline.articles.readers import Batch, SourceFile, read_sources, read_stream
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import Article, SourceRecord, StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_FLUSH_ITEMS: Final = 2_000
_FLUSH_CHARACTERS: Final = 32 << 20
_CLEAN_BATCH: Final = 2_000


@dataclass(slots=True)
class ReadResult(StepResult):
    """What reading did. ``days`` are the partitions whose records are new or changed: clean exactly these."""

    days: set[date] = field(default_factory=set)


@dataclass(slots=True)
class _Pending:
    """What is read and not yet written: from many small files, or a part of a large one."""

    records: list[SourceRecord] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    characters: int = 0

    def add(self, batch: Batch, now: datetime) -> None:
        self.records += batch.records
        self.rejected += [
            {"source": r.source, "position": r.position, "reason": r.reason, "raw": r.raw, "rejected_at": now} for r in batch.rejected
        ]
        self.characters += sum(len(r.payload.get("text") or "") for r in batch.records)

    @property
    def full(self) -> bool:
        return len(self.records) + len(self.rejected) + len(self.files) >= _FLUSH_ITEMS or self.characters >= _FLUSH_CHARACTERS


def read(
    warehouse: Warehouse, sources: Sequence[str], *, now: datetime, stream: Iterable[str] | None = None, progress: Progress = silent
) -> ReadResult:
    """Read files, folders and URLs (and the JSON lines of ``stream`` for the source "-") into ``source_records``.

    ``now`` (naive UTC) is the time first seen of what is new. Unchanged files are skipped by content hash; the
    rejected rows of a file that is read again replace its old ones. Idempotent: a run that broke off is repeated.
    Raises :class:`~claims_pipeline.errors.ClaimsError` for a path that does not exist.
    """
    begin = perf_counter()
    with warehouse.read() as con:
        known = dict(run(con, "articles/known_sources").fetchall())
    result = ReadResult("read", dict.fromkeys(("files", "unchanged", "records", "rejected"), 0))
    pending = _Pending()
    for file in _files(sources, stream, now, known, progress):
        result.counts["files"] += 1
        if file.unchanged:
            result.counts["unchanged"] += 1
            continue
        pending.started.append(file.source)
        records = rejected = 0
        for batch in file.batches:
            pending.add(batch, now)
            records, rejected = records + len(batch.records), rejected + len(batch.rejected)
            if pending.full:
                pending = _flush(warehouse, pending, result)
        if file.reader not in ("stream", "url"):  # a page that could not be fetched is tried again
            pending.files.append({
                "source": file.source, "content_hash": file.content_hash, "reader": file.reader,
                "records": records, "rejected": rejected, "read_at": now,
            })  # fmt: skip
        result.counts["records"] += records
        result.counts["rejected"] += rejected
        if pending.full:
            pending = _flush(warehouse, pending, result)
    _flush(warehouse, pending, result)
    result.seconds = perf_counter() - begin
    return result


def _files(
    sources: Sequence[str], stream: Iterable[str] | None, now: datetime, known: dict[str, str], progress: Progress
) -> Iterator[SourceFile]:
    yield from read_sources([s for s in sources if s != "-"], first_seen_at=now, known=known, progress=progress)
    if stream is not None:
        yield SourceFile("-", "", "stream", read_stream(stream, first_seen_at=now))


def _flush(warehouse: Warehouse, pending: _Pending, result: ReadResult) -> _Pending:
    """Write what is pending in one transaction; return an empty one."""
    if not (pending.records or pending.rejected or pending.files or pending.started):
        return pending
    with warehouse.write() as con:
        if pending.started:
            _register(con, "incoming_sources", [{"source": s} for s in pending.started])
            run(con, "articles/forget_rejected")
        if pending.rejected:
            _register(con, "incoming_rejected", pending.rejected)
            run(con, "articles/store_rejected")
        if pending.records:
            con.register("incoming_records", _record_table(pending.records))
            result.days.update(day for (day,) in run(con, "articles/touched_days").fetchall())
            run(con, "articles/forget_moved")
            run(con, "articles/store_records")
            con.unregister("incoming_records")
        if pending.files:
            _register(con, "incoming_files", pending.files)
            run(con, "articles/store_files")
    return _Pending()


def clean(warehouse: Warehouse, days: Iterable[date] | None = None, *, force: bool = False, progress: Progress = silent) -> StepResult:
    """Write ``article_versions`` for the given days of publication (None: all).

    Each day ends with exactly the rows of its records. What this version of the rules already cleaned is left
    alone unless ``force``.
    """
    begin = perf_counter()
    wanted = None if days is None else set(days)
    with warehouse.read() as con:
        listed = [(day, count) for day, count in run(con, "articles/days_with_records").fetchall() if wanted is None or day in wanted]
    listed += [(day, 0) for day in sorted((wanted or set()) - {day for day, _ in listed})]
    result = StepResult("clean", {"days": len(listed), "articles": 0, "undated": 0, "unknown_language": 0})
    done = 0
    for group in _groups(listed):
        with warehouse.write() as con:
            run(con, "articles/forget_stale", days=group, cleaner=CLEANER, force=force)
        for articles in _cleaned(warehouse, group):
            with warehouse.write() as con:
                con.register("incoming_articles", _article_table(articles))
                run(con, "articles/store_versions")
                con.unregister("incoming_articles")
            result.counts["articles"] += len(articles)
            result.counts["undated"] += sum(a.published_at is None for a in articles)
            result.counts["unknown_language"] += sum(a.lang == "und" for a in articles)
        done += len(group)
        progress("clean", done, len(listed))
    result.seconds = perf_counter() - begin
    return result


def _cleaned(warehouse: Warehouse, days: list[date]) -> Iterator[list[Article]]:
    """The articles of the days that are not clean yet, a batch at a time: one day may hold a whole undated archive."""
    after = ("", "")
    while True:
        with warehouse.read() as con:
            found = run(
                con, "articles/records_to_clean", days=days, cleaner=CLEANER, after_id=after[0], after_hash=after[1], batch=_CLEAN_BATCH
            )
            rows = found.to_arrow_table().to_pylist()
        if not rows:
            return
        yield [to_article(_record(row)) for row in rows]
        after = (rows[-1]["article_id"], rows[-1]["content_hash"])


def _groups(listed: list[tuple[date, int]]) -> Iterator[list[date]]:
    """Days in order, together up to a batch of records: many quiet days cost one transaction."""
    group: list[date] = []
    size = 0
    for day, count in listed:
        if group and size + count > _CLEAN_BATCH:
            yield group
            group, size = [], 0
        group.append(day)
        size += count
    if group:
        yield group


def _record(row: dict[str, Any]) -> SourceRecord:
    return SourceRecord(**{**row, "payload": json.loads(row["payload"])})


def _register(con: duckdb.DuckDBPyConnection, name: str, rows: list[dict[str, Any]]) -> None:
    import pyarrow as pa

    con.register(name, pa.Table.from_pylist(rows))


def _record_table(records: list[SourceRecord]) -> pa.Table:
    """Columns of ``source_records`` and ``seq``, the order of reading."""
    import pyarrow as pa

    plain = ("article_id", "content_hash", "source", "position", "reader", "day", "first_seen_at")
    columns: dict[str, list[Any]] = {name: [getattr(r, name) for r in records] for name in plain}
    columns["payload"] = [json.dumps({k: v for k, v in r.payload.items() if v is not None}, ensure_ascii=False) for r in records]
    columns["seq"] = list(range(len(records)))
    return pa.table(columns)


def _article_table(articles: list[Article]) -> pa.Table:
    """Columns of ``article_versions``; types are said where a column may be all empty."""
    import pyarrow as pa

    text = (
        "article_id",
        "content_hash",
        "url",
        "outlet",
        "title",
        "text",
        "lang",
        "published_from",
        "source",
        "position",
        "author",
        "dateline_place",
    )
    columns = {name: pa.array([getattr(a, name) for a in articles], pa.string()) for name in text}
    for name in ("published_at", "known_at", "first_seen_at"):
        columns[name] = pa.array([getattr(a, name) for a in articles], pa.timestamp("us"))
    columns["day"] = pa.array([a.day for a in articles], pa.date32())
    columns["credits"] = pa.array([a.credits for a in articles], pa.list_(pa.string()))
    columns["cleaner"] = pa.array([CLEANER] * len(articles), pa.string())
    return pa.table(columns)
