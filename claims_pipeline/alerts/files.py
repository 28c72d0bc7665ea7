"""Two files beside the report: ``flags.jsonl``, one alert a line, only ever appended to; ``flags.atom`` for feed readers."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from claims_pipeline.alerts.entry import Entry, html, title, utc
from claims_pipeline.report.html import link

ENTRIES = 100
LINES, FEED = "flags.jsonl", "flags.atom"
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def append(folder: Path, entries: Sequence[Entry]) -> int:
    """Append the entries that the file does not hold yet, a line each; returns how many.

    The file itself says what a crashed run had written, so a line never stands twice; the half line that a crash left at
    its end is cut off, and its alert written anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LINES
    with path.open("a+b") as file:
        wanted = {entry["alert_id"] for entry in entries}
        end, there = 0, set()
        file.seek(0)
        for line in file:
            if not line.endswith(b"\n"):
                break
            end += len(line)
            if (found := re.search(rb'"alert_id": "([^"]+)"', line)) and found[1].decode() in wanted:
                there.add(found[1].decode())
        file.truncate(end)
        new = [entry for entry in entries if entry["alert_id"] not in there]
        file.write(b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in new))
        file.flush()
        os.fsync(file.fileno())
    return len(new)


def write_atom(folder: Path, entries: Sequence[Entry], name: str, now: datetime) -> None:
    """Replace the feed by these entries, the oldest first, in one move; ``name``: of the ledger. RFC 4287."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=folder, prefix=".flags.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_atom(entries, name, now))
        Path(draft).chmod(0o644)
        Path(draft).replace(folder / FEED)
    finally:
        Path(draft).unlink(missing_ok=True)


def _atom(entries: Sequence[Entry], name: str, now: datetime) -> bytes:
    """Ids are made from the ledger's name and the flag's id alone, so that a reader knows an entry again."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _put(feed, "id", uuid5(NAMESPACE_URL, f"claims_pipeline/{name}").urn)
    _put(feed, "title", f"Figures that drifted: {name}")
    _put(feed, "subtitle", "Flags of the ledger of figures, newest first. Times are UTC.")
    _put(feed, "updated", entries[-1]["listed_at"] if entries else str(utc(now)))
    _put(_put(feed, "author", None), "name", "claims_pipeline")
    for entry in reversed(entries):
        item = _put(feed, "entry", None)
        _put(item, "id", uuid5(NAMESPACE_URL, f"claims_pipeline/{name}/{entry['drift_id']}").urn)
        _put(item, "title", title(entry))
        _put(item, "updated", entry["listed_at"])
        _put(item, "published", entry["detected_at"])
        _put(item, "category", None).set("term", entry["relation"])
        url = link(entry["claim"]["url"])
        if url:
            _put(item, "link", None).attrib.update({"rel": "alternate", "href": _clean(url)})
        _put(item, "summary", entry["explanation"])
        content = _put(item, "content", None)
        content.set("type", "html")
        content.text = _clean(html(entry))
    return ET.tostring(feed, encoding="utf-8", xml_declaration=True)


def _put(parent: ET.Element, name: str, text: str | None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _clean(text) if text is not None else None
    return child


def _clean(text: str) -> str:
    """Without the control characters that no XML file may hold, which scraped sentences do."""
    return _NOT_XML.sub("", text)
