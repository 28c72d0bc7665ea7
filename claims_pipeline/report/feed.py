"""New flags as a feed: ``flags.jsonl`` for programs, ``flags.atom`` for feed readers and chat channels.

``flags.jsonl`` is the memory: what stands in it was listed, and is never listed again, however often the step runs.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from filelock import FileLock

from claims_pipeline.report.html import link
from claims_pipeline.report.rows import Row, stream
from claims_pipeline.report.words import marked, moment
from claims_pipeline.warehouse import open_snapshot

MIN_SEVERITY = 0.5
ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(snapshot: Path, folder: Path, *, now: datetime, min_severity: float = MIN_SEVERITY) -> int:
    """Add the open flags of at least ``min_severity`` that were not listed before; return how many.

    ``flags.jsonl`` grows by a line a flag; ``flags.atom`` holds the last 100. ``now`` is UTC. With nothing new the files stay
    as they are. A line that a crash left half written is dropped, and its flag listed anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines, atom = folder / "flags.jsonl", folder / "flags.atom"
    last: deque[dict[str, Any]] = deque(maxlen=ENTRIES)
    seen: set[str] = set()
    new, whole = 0, lines.exists() and atom.exists()
    with FileLock(folder / ".flags.lock"), open_snapshot(snapshot) as con, _replacing(lines) as file:
        for line in _lines(lines):
            entry = _whole(line)
            if entry is None or entry["drift_id"] in seen:
                whole = False
                continue
            seen.add(entry["drift_id"])
            last.append(entry)
            file.write(line.rstrip(b"\r\n") + b"\n")
        for flag in stream(con, "report/feed_flags", min_severity=min_severity):
            if flag["drift_id"] not in seen:
                last.append(_entry(flag, now))
                file.write(json.dumps(last[-1], ensure_ascii=False).encode() + b"\n")
                new += 1
        if not new and whole:
            return 0
        file.keep = True
        with _replacing(atom) as page:
            page.write(_atom(list(last), Path(snapshot).stem, now))
            page.keep = True
    return new


def _lines(file: Path) -> Iterator[bytes]:
    if file.exists():
        with file.open("rb") as lines:
            yield from lines


def _whole(line: bytes) -> dict[str, Any] | None:
    """The entry of a line; None where it was left half written or is something else."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and "drift_id" in entry else None


class _Draft:
    """The next state of a file: written beside it, and put in its place when ``keep`` is set."""

    def __init__(self, file: IO[bytes]) -> None:
        self.write = file.write
        self.keep = False


@contextmanager
def _replacing(path: Path) -> Iterator[_Draft]:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            draft = _Draft(file)
            yield draft
        if draft.keep:
            Path(name).chmod(0o644)
            Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _entry(flag: Row, now: datetime) -> dict[str, Any]:
    kept = ("drift_id", "fact_id", "label", "relation", "what", "severity", "tags", "explanation", "matter")
    return {
        "listed_at": _utc(now),
        "detected_at": _utc(flag["detected_at"]),
        **{name: flag[name] for name in kept},
        "claim": _side(flag, ""),
        "against": _side(flag, "against_"),
    }


def _side(flag: Row, side: str) -> dict[str, Any]:
    names = ("claim_id", "article_id", "outlet", "lang", "figure", "quote", "sentence", "mark_from", "mark_to", "url")
    return {name: flag[side + name] for name in names} | {"published_at": _utc(flag[f"{side}published_at"] or flag[f"{side}known_at"])}


def _utc(when: datetime | None) -> str | None:
    return None if when is None else when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _atom(entries: list[dict[str, Any]], name: str, now: datetime) -> bytes:
    """RFC 4287. Ids are made from the ledger's name and the flag's id alone, so that a reader knows an entry again."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _put(feed, "id", uuid5(NAMESPACE_URL, f"claims_pipeline/{name}").urn)
    _put(feed, "title", f"Figures that drifted: {name}")
    _put(feed, "subtitle", "Flags of the ledger of figures, newest first. Times are UTC.")
    _put(feed, "updated", entries[-1]["listed_at"] if entries else str(_utc(now)))
    _put(_put(feed, "author", None), "name", "claims_pipeline")
    for entry in reversed(entries):
        item = _put(feed, "entry", None)
        _put(item, "id", uuid5(NAMESPACE_URL, f"claims_pipeline/{name}/{entry['drift_id']}").urn)
        _put(item, "title", f"{entry['what']}: {entry['label'] or entry['fact_id']}")
        _put(item, "updated", entry["listed_at"])
        _put(item, "published", entry["detected_at"])
        _put(item, "category", None).set("term", entry["relation"])
        url = link(entry["claim"]["url"])
        if url:
            _put(item, "link", None).attrib.update({"rel": "alternate", "href": _clean(url)})
        _put(item, "summary", entry["explanation"])
        content = _put(item, "content", None)
        content.set("type", "html")
        content.text = _clean(_html(entry))
    return ET.tostring(feed, encoding="utf-8", xml_declaration=True)


def _html(entry: dict[str, Any]) -> str:
    from markupsafe import Markup

    page = Markup("<p>{}</p>").format(entry["explanation"])
    for side in ("against", "claim"):
        c = entry[side]
        m = marked(c["sentence"], c["mark_from"], c["mark_to"], c["quote"])
        when = moment(datetime.fromisoformat(c["published_at"])) if c["published_at"] else "time not known"
        quote = Markup("{}<mark>{}</mark>{}").format(*m)
        page += Markup("<p><b>{}</b>, {} UTC:</p><blockquote>{}</blockquote>").format(c["outlet"] or "outlet not known", when, quote)
    return str(page + Markup("<p>Severity {:.2f}; flag {}, fact {}</p>").format(entry["severity"], entry["drift_id"], entry["fact_id"]))


def _put(parent: ET.Element, name: str, text: str | None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _clean(text) if text is not None else None
    return child


def _clean(text: str) -> str:
    """Without the control characters that no XML file may hold, which scraped sentences do."""
    return _NOT_XML.sub("", text)
