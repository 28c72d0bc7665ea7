"""Small markdown for an asset's page: the first rows of a table, and a bar chart in text that every viewer shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb

from claims_pipeline.report import words

_EIGHTHS = " ▏▎▍▌▋▊▉█"
CELL, COLUMNS, BARS, WIDTH = 60, 12, 20, 28


def preview_markdown(con: duckdb.DuckDBPyConnection, table: str, limit: int = 5) -> str:
    """The first rows of a table or view as a markdown table: at most 12 columns, cells cut to 60 characters.

    Columns that are empty in all shown rows give way to columns that say something.
    """
    relation = con.table(table).limit(limit)
    names, found = relation.columns, relation.fetchall()
    if not found:
        return f"*{table} is empty*"
    kept = [i for i in range(len(names)) if any(row[i] not in (None, "", []) for row in found)][:COLUMNS]
    lines = ["| " + " | ".join(names[i] for i in kept) + " |", "|" + "---|" * len(kept)]
    lines += ["| " + " | ".join(_cell(row[i]) for i in kept) + " |" for row in found]
    left = len(names) - len(kept)
    return "\n".join(lines) + (f"\n\n*and {words.plural(left, 'column')} more*" if left else "")


def chart_markdown(con: duckdb.DuckDBPyConnection, table: str, column: str) -> str:
    """How many rows of ``table`` carry each value of ``column``, as bars in text.

    Days stand in their order, summed to months or years where there are many; other values with the most frequent first.
    """
    relation = con.table(table)
    by = duckdb.ColumnExpression(column)
    counted = relation.aggregate([by.alias("label"), duckdb.FunctionExpression("count", by).alias("n")]).fetchall()
    counted = [(label, n) for label, n in counted if label is not None]
    if not counted:
        return f"*{table} is empty*"
    if all(isinstance(label, date) for label, _ in counted):
        return bars(_calendar(counted))
    ranked = sorted(((_cell(label).replace("_", " "), n) for label, n in counted), key=lambda pair: (-pair[1], pair[0]))
    rest = sum(n for _, n in ranked[BARS:])
    return bars(ranked[:BARS] + ([(f"{len(ranked) - BARS} others", rest)] if rest else []))


def bars(counts: Sequence[tuple[str, float]]) -> str:
    """Labels, bars and numbers in a block of fixed-width text; an eighth of a character is the finest step."""
    top = max(n for _, n in counts) or 1
    room = max(len(label) for label, _ in counts)
    lines = [f"{label:<{room}} {_bar(n / top)} {words.number(n)}" for label, n in counts]
    return "```text\n" + "\n".join(lines) + "\n```"


def _bar(share: float) -> str:
    eighths = max(round(share * WIDTH * 8), 1 if share else 0)
    whole, part = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[part] if part else "")).ljust(WIDTH)


def _calendar(counted: Sequence[tuple[date, int]]) -> list[tuple[str, int]]:
    """By day, or by month or year where days would be more bars than a person reads; years at most the last twenty."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        sums: dict[str, int] = {}
        for label, n in sorted(counted):
            sums[label.strftime(form)] = sums.get(label.strftime(form), 0) + n
        if len(sums) <= BARS or form == "%Y":
            break
    return list(sums.items())[-BARS:]


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        text = f"{value:%Y-%m-%d %H:%M}"
    elif isinstance(value, float | Decimal):
        text = words.number(float(value))
    elif isinstance(value, list):
        text = ", ".join(_cell(v) for v in value[:5]) + (" …" if len(value) > 5 else "")
    else:
        text = "" if value is None else str(value)
    text = " ".join(text.split())
    text = text if len(text) <= CELL else text[: CELL - 1].rstrip() + "…"
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`")
