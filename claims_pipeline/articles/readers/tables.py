"""Rows: JSON lines, JSON, CSV/TSV and Parquet become items, one at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from claims_pipeline.articles.normalise import broken
from claims_pipeline.articles.readers import fields
from claims_pipeline.articles.readers.html_text import has_markup, strip_html
from claims_pipeline.articles.readers.model import Item, bad

_LISTS = ("articles", "items", "results", "docs", "documents", "data", "entries", "news", "posts", "hits", "response")
_CHUNK = 1 << 20
_PARQUET_ROWS = 256
_LINE_LIMIT = 64 << 20


def json_lines(stream: Iterable[str]) -> Iterator[Item]:
    """One JSON object a line; blank lines are skipped, a broken line is one rejected item."""
    known: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for number, line in enumerate(stream, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        where = f"line {number}"
        if broken(line):
            yield bad(where, "bytes that are not UTF-8", line.encode("utf-8", "backslashreplace").decode())
            continue
        try:
            row = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            yield bad(where, f"broken JSON: {_short(error)}", line)
            continue
        yield from _rows(row, where, known)


def json_document(stream: IO[str]) -> Iterator[Item]:
    """A JSON array (read piece by piece), an object that holds one, a single article, or JSON lines misnamed."""
    known: dict[tuple[str, ...], dict[str, list[str]]] = {}
    head = stream.read(_CHUNK).lstrip("\ufeff \t\r\n")
    if head.startswith("["):
        yield from _array(stream, head[1:], known)
        return
    text = head + stream.read()
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from json_lines(text.splitlines())
        else:
            yield bad("", f"broken JSON: {_short(error)}", text)
        return
    listed = _list_in(whole) if isinstance(whole, dict) else None
    if listed is None:
        yield from _rows(whole, "", known)
    else:
        for number, row in enumerate(listed, 1):
            yield from _rows(row, f"item {number}", known)


def _array(stream: IO[str], buffer: str, known: dict[tuple[str, ...], dict[str, list[str]]]) -> Iterator[Item]:
    """The values of an array whose "[" is gone, holding little more than the longest value."""
    decode = json.JSONDecoder().raw_decode
    at, number, step = 0, 0, _CHUNK
    while True:
        while at < len(buffer) and buffer[at] in " \t\r\n,":
            at += 1
        if at < len(buffer) and buffer[at] == "]":
            return
        try:
            row, end = decode(buffer, at) if at < len(buffer) else (None, 0)
        except (ValueError, RecursionError) as error:
            problem = f"broken JSON: {_short(error)}; the rest of the file was not read"
            end = 0
        else:
            problem = "the array is not closed"
        if end and end < len(buffer):  # a number at the very end may go on in the next piece
            number, at, step = number + 1, end, _CHUNK
            yield from _rows(row, f"item {number}", known)
            continue
        more = stream.read(step) if len(buffer) - at < _LINE_LIMIT else ""
        if not more:
            yield bad(f"item {number + 1}", problem, buffer[at:])
            return
        buffer, at, step = buffer[at:] + more, 0, step * 2


def _list_in(whole: Mapping[str, Any]) -> list[Any] | None:
    if fields.mapping([str(k) for k in whole])["text"] and not isinstance(whole.get("articles"), list):
        return None
    for name in _LISTS:
        value = whole.get(name)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return value
        if isinstance(value, dict) and (inner := _list_in(value)) is not None:
            return inner
    return None


def _rows(row: Any, where: str, known: dict[tuple[str, ...], dict[str, list[str]]]) -> Iterator[Item]:
    if not isinstance(row, dict):
        yield bad(where, f"a JSON {type(row).__name__} where an article (an object) was expected", json.dumps(row, ensure_ascii=False))
        return
    names = tuple(row)
    found = known.get(names)
    if found is None:
        found = fields.mapping(list(names))
        if len(known) < 1000:
            known[names] = found
    yield item_of(row, found, where)


def item_of(row: Mapping[str, Any], found: Mapping[str, list[str]], where: str) -> Item:
    """The item of one row; without any text it is rejected."""
    payload = fields.payload(row, found)
    text = payload["text"]
    if text is None:
        return bad(where, "no text", json.dumps(row, ensure_ascii=False, default=str))
    if has_markup(text):
        payload["text"] = strip_html(text)
        if not payload["text"]:
            return bad(where, "no text: the field holds only markup", text)
    if (title := payload["title"]) and has_markup(title):
        payload["title"] = strip_html(title)
    return Item(where, payload)


def separated(stream: IO[str], *, tabs: bool = False) -> Iterator[Item]:
    """CSV or TSV with a header line; the separator (, ; tab |) is the one that the header uses most."""
    csv.field_size_limit(_LINE_LIMIT)
    header = ""
    while not header.strip("\ufeff \t\r\n"):
        header = stream.readline(_CHUNK)
        if not header:
            yield bad("", "no header line")
            return
    header = header.lstrip("\ufeff")
    separator = "\t" if tabs and "\t" in header else max(",;\t|", key=header.count)
    names = [n.strip() for n in next(csv.reader([header], delimiter=separator))]
    found = fields.mapping(names)
    if not found["text"]:
        yield bad("row 1", f"no column named text (or body, content, article ...) among: {', '.join(names)[:300]}", header)
        return
    rows = csv.reader((line.replace("\0", "") for line in stream), delimiter=separator)
    number = 1
    while True:
        number += 1
        where = f"row {number}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield bad(where, f"broken CSV: {error}")
            continue
        raw = separator.join(cells)
        if not raw.strip():
            continue
        if len(cells) > len(names) and any(c.strip() for c in cells[len(names) :]):
            yield bad(where, f"{len(cells)} cells under {len(names)} columns", raw)
        elif broken(raw):
            yield bad(where, "bytes that are not UTF-8", raw.encode("utf-8", "backslashreplace").decode())
        else:
            yield item_of(dict(zip(names, cells, strict=False)), found, where)


def parquet(path: Path) -> Iterator[Item]:
    """A Parquet file, a few hundred rows in memory at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        yield bad("", f"not a Parquet file: {_short(error)}")
        return
    with file:
        names = list(file.schema_arrow.names)
        found = fields.mapping(names)
        if not found["text"]:
            yield bad("", f"no column named text (or body, content, article ...) among: {', '.join(names)[:300]}")
            return
        wanted = sorted({n for columns in found.values() for n in columns})
        number = 0
        for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield item_of(row, found, f"row {number}")


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
