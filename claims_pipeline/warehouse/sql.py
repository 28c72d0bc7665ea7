"""Run the statements in ``sql/``: one statement a file, addressed by its path without the ending."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from claims_pipeline.errors import ClaimsError

_PACKAGE = Path(__file__).resolve().parent.parent
_PARAMETER = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"--[^\n]*")


@cache
def sql_root() -> Path:
    """The folder ``sql/``: beside the package in a checkout, inside it in an installed wheel."""
    for root in (_PACKAGE.parent / "sql", _PACKAGE / "_sql"):
        if (root / "tables").is_dir():
            return root
    raise ClaimsError("sql/", f"not found beside or inside {_PACKAGE}", "Reinstall claims_pipeline.")


@cache
def statement(name: str) -> str:
    """The text of ``sql/NAME.sql``, for example ``statement("tables/claims")``."""
    path = sql_root() / f"{name}.sql"
    if not path.is_file():
        raise ClaimsError(f"sql/{name}.sql", "no such file", "Check the name against the folder sql/.")
    return path.read_text(encoding="utf8")


@cache
def names(folder: str) -> tuple[str, ...]:
    """The statements of one folder of ``sql/`` in alphabetical order, as names for :func:`run`."""
    return tuple(f"{folder}/{p.stem}" for p in sorted((sql_root() / folder).glob("*.sql")))


@cache
def _parameters(name: str) -> frozenset[str]:
    return frozenset(_PARAMETER.findall(_COMMENT.sub("", statement(name))))


def run(con: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> duckdb.DuckDBPyConnection:
    """Execute ``sql/NAME.sql`` with named parameters (``$name`` in the file; others are left out).

    Returns the connection, so that ``run(...).fetchall()``, ``.fetchdf()`` and ``.to_arrow_table()`` follow.
    """
    wanted = _parameters(name)
    missing = wanted - parameters.keys()
    if missing:
        raise ClaimsError(f"sql/{name}.sql", f"parameter(s) {sorted(missing)} not given", "Pass them to run().")
    return con.execute(statement(name), {k: v for k, v in parameters.items() if k in wanted} or None)
