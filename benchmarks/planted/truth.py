"""The files of a world: articles as any reader takes them, and the truth beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.planted.records import World


def write(world: World, folder: Path) -> Path:
    """``articles.jsonl`` (id, outlet, url, published_at, lang, title, text) and ``truth.jsonl``; gives the articles' path.

    A line of the truth has a key ``row``: fact, article, claim or slip, and the fields of that record.
    """
    folder.mkdir(parents=True, exist_ok=True)
    articles = folder / "articles.jsonl"
    _lines(
        articles,
        (
            {
                "id": a.id,
                "outlet": a.outlet,
                "url": a.url,
                "published_at": a.published_at,
                "lang": a.lang,
                "title": a.title,
                "text": a.text,
            }
            for a in world.articles
        ),
    )
    slips = [asdict(s) for s in world.slips]
    for slip in slips:
        slip["class"] = slip.pop("cls")
    rows = [{"row": "fact", **asdict(f)} for f in world.facts.values()]
    rows += [{"row": "article", "id": a.id, "event": a.event, "root": a.root} for a in world.articles]
    rows += [{"row": "claim", **asdict(c)} for c in world.claims]
    _lines(folder / "truth.jsonl", [*rows, *({"row": "slip", **s} for s in slips)])
    return articles


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False, default=_time) + "\n")


def _time(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    raise TypeError(f"no JSON for {value!r}")
