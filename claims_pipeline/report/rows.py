"""Rows of a statement in ``sql/`` as dictionaries, the form that templates and tables take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb

from claims_pipeline.warehouse import run

Row = dict[str, Any]


def rows(con: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[Row]:
    """All rows of ``sql/NAME.sql``, column name to value, in the statement's order."""
    answer = run(con, name, **parameters)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def stream(con: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> Iterator[Row]:
    """The same row by row, a thousand in memory at a time."""
    answer = run(con, name, **parameters)
    names = [column[0] for column in answer.description or ()]
    while chunk := answer.fetchmany(1000):
        for row in chunk:
            yield dict(zip(names, row, strict=True))


def of_all(found: list[Row]) -> int:
    """How many rows there were before the limit: the statements with a limit carry it as ``of_all``."""
    return int(found[0]["of_all"]) if found else 0
