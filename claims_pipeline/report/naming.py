"""Which claim does a person mean? By its id, by the id's first characters, or by its place: ``ARTICLE:START``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report.rows import Row, rows

if TYPE_CHECKING:
    import duckdb

SHORT = 10
"""Characters of an id that lists show; six are enough to name a claim where they are its alone."""


def claim(con: duckdb.DuckDBPyConnection, name: str) -> Row:
    """The claim that ``name`` means: a row of ``sql/report/claims_by_name``.

    ``name`` is a claim_id, at least six of its first characters, ``ARTICLE:START`` or ``ARTICLE:FIELD:START`` (START counts
    the characters of the field from 0). :class:`ClaimsError` where no claim is meant, or more than one.
    """
    article, field, start = place(name)
    found = rows(con, "report/claims_by_name", called=name, article=article, field=field, start=start)
    if len(found) == 1:
        return found[0]
    if found:
        told = "; ".join(f"{c['claim_id']} ({c['field']} {c['start_char']}: “{c['quote']}” {c['noun']})" for c in found)
        raise ClaimsError(f"claim {name}", "may mean more than one claim", f"Name one of them: {told}.")
    there = rows(con, "report/claims_of_article", article=article) if article is not None else []
    if there:
        told = ", ".join(f"{article}:{c['field']}:{c['start_char']} (“{c['quote']}”)" for c in there)
        raise ClaimsError(f"claim {name}", "no claim begins there", f"Claims of this article: {told}.")
    raise ClaimsError(f"claim {name}", "no such claim", "`claims show FACT` lists the claims of a fact with their ids.")


def place(name: str) -> tuple[str | None, str | None, int | None]:
    """ "a1:text:40" -> ("a1", "text", 40); "a1:40" -> ("a1", None, 40); an id -> (None, None, None). An article may have colons."""
    article, colon, start = name.rpartition(":")
    if not colon or not start.isdecimal() or not start.isascii():
        return None, None, None
    for field in ("title", "text"):
        if article.endswith(f":{field}"):
            return article.removesuffix(f":{field}"), field, int(start)
    return article, None, int(start)


def told(row: Row) -> str:
    """A claim in a line: outlet, day, figure and what is counted."""
    when = f", {row['told_at']:%Y-%m-%d}" if row["told_at"] else ""
    return f"{row['outlet'] or 'outlet not known'}{when}: {row['figure']} {row['noun']}".rstrip()
