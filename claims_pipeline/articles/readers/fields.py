"""Which field of a row is which: the names that people and programs give to id, title, text, date and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "newsid", "guid", "uuid", "uid"),
    "url": ("url", "link", "href", "articleurl", "sourceurl", "newsurl", "canonicalurl", "permalink", "uri"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename", "newspaper", "medium", "media",
        "publication", "sourcename", "portal", "domain"),
    "title": ("title", "headline", "judul", "heading"),
    "text": ("text", "body", "content", "articletext", "fulltext", "articlebody", "bodytext", "maintext",
        "article", "isi", "konten", "isiberita", "story"),
    "lang": ("lang", "language", "languagecode", "bahasa", "locale"),
    "published_at": (
        "publishedat", "published", "pubdate", "datepublished", "publishdate", "publicationdate", "publishedon", "publishedtime",
        "date", "datetime", "dateandtime", "publishtime", "tanggal", "tanggalterbit", "waktu", "time", "timestamp", "createdat",
    ),
    "updated_at": ("updatedat", "updated", "modifiedat", "modified", "datemodified", "lastmodified", "lastupdated"),
    "author": ("author", "authors", "byline", "creator", "penulis", "writer"),
}  # fmt: skip
"""Canonical field to the names that it goes by, lower case, letters only; the first that has a value wins."""

_WEAK_TEXT = ("description", "summary", "deskripsi", "ringkasan", "lead", "excerpt", "abstract")
_EMPTY = frozenset({"", "null", "none", "nan", "nat", "n/a", "na", "undefined", "-"})
_NOT_LETTERS = re.compile(r"[^a-z]")


def key(name: str) -> str:
    """A field name as compared: lower case, letters only ("Published_At" and "publishedAt" are one)."""
    return _NOT_LETTERS.sub("", name.lower())


def mapping(names: list[str]) -> dict[str, list[str]]:
    """For each canonical field the given names that stand for it, best first. ``text`` falls back to a summary."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(key(name), name)
    found = {canonical: [by_key[a] for a in aliases if a in by_key] for canonical, aliases in ALIASES.items()}
    found["text"] += [by_key[a] for a in _WEAK_TEXT if a in by_key]
    return found


def payload(row: Mapping[str, Any], fields: Mapping[str, list[str]]) -> dict[str, str | None]:
    """The canonical fields of one row as strings, None where absent or empty. ``fields`` comes from :func:`mapping`."""
    found: dict[str, str | None] = {}
    for canonical, names in fields.items():
        found[canonical] = next((text for name in names if (text := as_text(row.get(name), canonical)) is not None), None)
    return found


def as_text(value: Any, field: str = "") -> str | None:
    """A field's value as a string: numbers as written, lists joined, the name of an object ({"name": "AFP"})."""
    if value is None:
        return None
    if isinstance(value, str):
        return None if value.strip().lower() in _EMPTY else value if field == "text" else value.strip()
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return None if value != value else str(int(value)) if value.is_integer() else str(value)  # NaN is not itself
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return next((t for k in ("name", "title", "rendered", "text", "value", "id") if (t := as_text(value.get(k), field))), None)
    if isinstance(value, list | tuple):
        parts = [t for v in value if (t := as_text(v, field))]
        return ("\n\n" if field == "text" else ", ").join(parts) or None
    iso = getattr(value, "isoformat", None)  # dates and times from parquet
    return str(iso()) if iso else str(value)
