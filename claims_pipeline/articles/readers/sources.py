"""Where sources are: files, folders, URLs; their bytes, hash and encoding."""

from __future__ import annotations

import codecs
import hashlib
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims_pipeline.articles.normalise import encoding_of
from claims_pipeline.errors import ClaimsError

READERS: Final = {
    ".txt": "txt", ".text": "txt",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".pq": "parquet",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip
"""File endings and the reader of each."""

_VERSION: Final = b"readers 1\n"
"""Part of every content hash: a change of the readers reads every file again."""
_ROWS: Final = ("jsonl", "json", "csv")
_BLOCK: Final = 1 << 20
_SAMPLE: Final = 256 << 10
_URL_LIMIT: Final = 64 << 20
_TIMEOUT: Final = 20.0
_BY_TYPE: Final = (
    ("html", "html"), ("ndjson", "jsonl"), ("jsonl", "jsonl"), ("json", "json"), ("csv", "csv"), ("rss", "feed"), ("atom", "feed"),
    ("xml", "feed"), ("parquet", "parquet"), ("text/plain", "txt"),
)  # fmt: skip


@dataclass(slots=True)
class Found:
    """One source before it is read. ``problem`` says why it cannot be; ``path`` is where its bytes lie."""

    source: str
    path: Path | None
    reader: str
    content_hash: str = ""
    encoding: str | None = None
    url: str | None = None
    problem: str | None = None


def is_url(source: str) -> bool:
    """True for http and https addresses."""
    return source.lower().startswith(("http://", "https://"))


def expand(paths: Sequence[str]) -> list[str]:
    """Every file and URL of the given sources, once each: folders recursively in alphabetical order, hidden files left out.

    Raises :class:`ClaimsError` for a path that does not exist or a file that cannot be a source.
    """
    found: dict[str, None] = {}
    for given in paths:
        if is_url(given):
            found[given] = None
            continue
        path = Path(given).expanduser()
        if path.is_dir():
            found.update((shown(p), None) for p in _files(path))
        elif path.is_file():
            if path.suffix.lower() not in READERS:
                raise ClaimsError(
                    f"source {given}", f"the ending {path.suffix or '(none)'!r} is not known", f"Give one of {', '.join(READERS)}."
                )
            found[shown(path)] = None
        else:
            raise ClaimsError(f"source {given}", "no such file or folder", "Check the path, or give a URL that starts with http.")
    return list(found)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root) / name


def shown(path: Path) -> str:
    """The name of a file in the ledger: relative to the working folder where it lies inside it, else absolute."""
    absolute = Path(os.path.normpath(Path.cwd() / path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def find(source: str, folder: Path) -> Found:
    """One source with its hash and encoding, or its problem. A URL is fetched into ``folder`` first."""
    if is_url(source):
        found = fetch(source, folder)
    else:
        path = Path(source)
        found = Found(source, path, READERS.get(path.suffix.lower(), ""))
        if not found.reader:
            found.problem = f"unsupported ending {path.suffix or '(none)'!r}; known are {', '.join(READERS)}"
    if found.path is None or not found.reader:
        found.content_hash = found.content_hash or hashlib.sha256(_VERSION + source.encode()).hexdigest()
        return found
    try:
        _examine(found, found.path)
    except OSError as error:
        found.problem = f"could not be read: {error.strerror or error}"
    return found


def _examine(found: Found, path: Path) -> None:
    """Hash the bytes and find their encoding in one pass that holds one block."""
    whole, sample, valid, size = hashlib.sha256(_VERSION), b"", True, 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            whole.update(block)
            size += len(block)
            sample = sample or block[:_SAMPLE]
            if valid:
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    valid = False
    if valid:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            valid = False
    found.content_hash = whole.hexdigest()
    if not size or not sample.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        found.problem = "empty file"
    elif found.reader not in ("parquet", "feed"):
        found.encoding = encoding_of(
            sample, valid_utf8=valid, declared=sample[:4096] if found.reader == "html" else None, rows=found.reader in _ROWS
        )
        if found.encoding is None:
            found.problem = "binary file or unknown encoding"


def fetch(url: str, folder: Path) -> Found:
    """The bytes behind a URL, kept in ``folder``. Its reader follows the content type, else the ending."""
    request = urllib.request.Request(url, headers={"User-Agent": "claims-pipeline (news figures)", "Accept": "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            kind = (answer.headers.get("Content-Type") or "").lower()
            data = answer.read(_URL_LIMIT + 1)
    except (OSError, ValueError, urllib.error.URLError) as error:
        reason = getattr(error, "reason", None) or error
        return Found(url, None, "url", problem=f"could not be fetched: {reason}")
    if len(data) > _URL_LIMIT:
        return Found(url, None, "url", problem=f"larger than {_URL_LIMIT >> 20} MB; download it and give the file")
    head = data[:600].lstrip().lower()
    ending = READERS.get(Path(url.partition("?")[0]).suffix.lower())
    reader = next((r for part, r in _BY_TYPE if part in kind), ending or "html")
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and b"<html" not in head:
        reader = "feed"
    elif reader == "txt" and ending:
        reader = ending
    descriptor, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return Found(url, Path(name), reader, url=url)
