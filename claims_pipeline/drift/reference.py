"""Reads official series through small mapping files, and keeps every revision of them.

A mapping file is TOML: ``series``, ``file`` (CSV, JSON or Parquet, beside the mapping), ``source``; ``[columns]`` names
the columns ``as_of`` (the day a count speaks of), ``value`` and, where the file has it, ``known_at`` (when the count was
published; a later row for the same day revises the earlier one); ``[speaks_to]`` says which facts the series speaks to:
``attribute``, ``noun``, ``scope``, ``place``, ``unit``, ``measure``. noun, scope and place may be lists of names.
``known_after_hours`` (default 12) is how long after the day began a count without ``known_at`` was published.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.errors import ClaimsError

if TYPE_CHECKING:
    import pyarrow as pa

_READERS = {".csv": "verdicts/read_csv", ".json": "verdicts/read_json", ".jsonl": "verdicts/read_json", ".parquet": "verdicts/read_parquet"}


@dataclass(frozen=True, slots=True)
class Mapping:
    """One reference series: where it is, which of its columns mean what, which facts it speaks to."""

    series: str
    file: Path
    source: str
    columns: dict[str, str]
    speaks_to: dict[str, str]
    known_after_hours: int


def read_mapping(path: Path) -> list[Mapping]:
    """The series of a mapping file: one at its top level, or several under ``[[series]]``."""
    if not path.is_file():
        raise ClaimsError(f"reference mapping {path}", "no such file", "Correct the path under `reference` in claims.toml.")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf8"))
    except tomllib.TOMLDecodeError as error:
        raise ClaimsError(f"reference mapping {path}", str(error), "Correct the line; the format is TOML.") from error
    tables = raw["series"] if isinstance(raw.get("series"), list) else [raw]
    return [_mapping(path, {"series": t.get("name"), **t} if t is not raw else t) for t in tables]


def _mapping(path: Path, raw: dict[str, Any]) -> Mapping:
    what = f"reference mapping {path}"
    for key in ("series", "file", "columns", "speaks_to"):
        if not raw.get(key):
            raise ClaimsError(what, f"no {key}", "A mapping needs series, file, [columns] and [speaks_to].")
    columns, speaks = raw["columns"], raw["speaks_to"]
    for key in ("as_of", "value"):
        if key not in columns:
            raise ClaimsError(what, f"no {key} under [columns]", "Name the columns that hold the day and the count.")
    if "attribute" not in speaks:
        raise ClaimsError(what, "no attribute under [speaks_to]", 'Say what is counted, for example attribute = "killed".')
    file = path.parent / str(raw["file"])
    if file.suffix.lower() not in _READERS:
        raise ClaimsError(what, f"file {file.name}", f"Give one of {', '.join(_READERS)}.")
    if not file.is_file():
        raise ClaimsError(what, f"no file {file}", "Put the data beside the mapping, or correct `file`.")
    keys = ("attribute", "noun", "scope", "place", "unit", "measure")
    told = {k: "|".join(v) if isinstance(v := speaks.get(k, ""), list) else str(v) for k in keys}
    told["measure"] = told["measure"] or "total"
    return Mapping(str(raw["series"]), file, str(raw.get("source", file.name)), columns, told, int(raw.get("known_after_hours", 12)))


def load(con: duckdb.DuckDBPyConnection, mapping: Mapping, now: datetime) -> tuple[int, int]:
    """Put one series into ``reference_series``; give the rows stored and the rows rejected."""
    con.register("series_rows", _rows(con, mapping))
    names = {f"{k}_column": mapping.columns.get(k, k) for k in ("as_of", "value", "known_at")}
    wh.run(con, "verdicts/series_rejected_before", file=str(mapping.file))
    rejected = wh.run(con, "verdicts/series_rejected", file=str(mapping.file), now=now, **names).fetchall()[0][0]
    stored = wh.run(
        con, "verdicts/series_upsert",
        series=mapping.series, source=mapping.source, known_after_hours=mapping.known_after_hours, now=now, **mapping.speaks_to,
    ).fetchall()[0][0]  # fmt: skip
    con.unregister("series_rows")
    return stored, rejected


def _rows(con: duckdb.DuckDBPyConnection, mapping: Mapping) -> pa.Table:
    """as_of, known_at and value as text, and the number of the row."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        table = wh.run(con, _READERS[mapping.file.suffix.lower()], file=str(mapping.file)).to_arrow_table()
    except duckdb.Error as error:
        raise ClaimsError(f"reference file {mapping.file}", str(error).splitlines()[0], "Correct the file.") from error
    for column in mapping.columns.values():
        if column not in table.column_names:
            raise ClaimsError(f"reference file {mapping.file}", f"no column {column!r}", f"It has {', '.join(table.column_names)}.")
    empty = pa.nulls(table.num_rows, pa.string())
    text = {k: pc.cast(table[mapping.columns[k]], pa.string()) if k in mapping.columns else empty for k in ("as_of", "known_at", "value")}
    return pa.table({"row_no": pa.array(range(1, table.num_rows + 1)), **text})
