"""Web pages and feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from claims_pipeline.articles.readers import fields
from claims_pipeline.articles.readers.html_text import strip_html
from claims_pipeline.articles.readers.model import Item, bad

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HTML_LANG = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z-]+)""", re.IGNORECASE)
_JSON_LD = re.compile(r"""<script[^>]*application/ld\+json[^>]*>(.*?)</script>""", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"""<time\b[^>]*\bdatetime\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "date",
    "parsely-pub-date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")


def html_page(markup: str, url: str | None = None) -> Iterator[Item]:
    """The article of one HTML page, found by trafilatura; its own metadata give date, language, outlet and URL."""
    import trafilatura

    found = trafilatura.bare_extraction(markup, url=url, with_metadata=True, include_comments=False, include_tables=True)
    page: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    text = (page.get("text") or "").strip()
    if not text:
        yield bad("", "no article text found in the page", markup)
        return
    title = page.get("title") or ""
    if title and text.startswith(f"{title}\n"):
        text = text[len(title) :].lstrip()  # the heading stands in the page's body too
    meta, linked = _metas(markup), _linked_data(markup)
    language = _HTML_LANG.search(markup)
    time = _TIME.search(markup)
    payload: dict[str, str | None] = dict.fromkeys(fields.ALIASES)
    payload |= {
        "url": url or page.get("url") or meta.get("og:url"),
        "outlet": meta.get("og:site_name") or linked.get("publisher") or page.get("sitename") or page.get("hostname"),
        "title": page.get("title") or meta.get("og:title"),
        "text": text,
        "lang": page.get("language") or (language.group(1) if language else None),
        "published_at": _first(meta, _PUBLISHED) or linked.get("datePublished") or (time.group(1) if time else None) or page.get("date"),
        "updated_at": _first(meta, _UPDATED) or linked.get("dateModified"),
        "author": page.get("author"),
    }
    yield Item("", payload)


def _metas(markup: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(markup[:400_000]):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            found.setdefault(name.lower(), strip_html(attributes["content"]))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[n] for n in names if meta.get(n)), None)


def _linked_data(markup: str) -> dict[str, str]:
    """datePublished, dateModified and publisher from the page's JSON-LD, where it has a readable one."""
    found: dict[str, str] = {}
    for block in _JSON_LD.findall(markup):
        try:
            nodes = [json.loads(block)]
        except ValueError:
            continue  # sites ship broken blocks; the page's text and meta tags still count
        while nodes:
            node = nodes.pop()
            if isinstance(node, list):
                nodes.extend(node)
            elif isinstance(node, dict):
                nodes.extend(v for k, v in node.items() if k == "@graph")
                for name in ("datePublished", "dateModified", "publisher"):
                    if name in node and (text := fields.as_text(node[name])):
                        found.setdefault(name, text)
    return found


def feed(data: bytes, source: str) -> Iterator[Item]:
    """The entries of an RSS or Atom feed; the feed's title is the outlet. A headline without a summary is kept."""
    import feedparser

    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        why = parsed.get("bozo_exception")
        version = parsed.get("version")
        reason = "the feed has no entries" if version and not why else "no RSS or Atom feed" + (f": {why}"[:200] if why else "")
        yield bad("", reason, data[:2000].decode("utf-8", "replace"))
        return
    head = parsed.feed
    outlet, language = fields.as_text(head.get("title")), fields.as_text(head.get("language"))
    for number, entry in enumerate(parsed.entries, 1):
        where = f"item {number}"
        bodies = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
        text = max((strip_html(b) for b in bodies if b), key=len, default="")
        title = strip_html(entry.get("title", ""))
        if not text and not title:
            yield bad(where, "no text", json.dumps({k: str(v) for k, v in entry.items()}, ensure_ascii=False))
            continue
        link, guid = entry.get("link"), entry.get("id")
        payload: dict[str, str | None] = dict.fromkeys(fields.ALIASES)
        payload |= {
            "id": None if link else f"{source}#{guid}" if guid else None,  # guids are unique inside one feed only
            "url": link,
            "outlet": fields.as_text(entry.get("source", {}).get("title")) or outlet,
            "title": title,
            "text": text,
            "lang": language,
            "published_at": entry.get("published") or entry.get("updated"),
            "updated_at": entry.get("updated") if entry.get("published") else None,
            "author": entry.get("author"),
        }
        yield Item(where, payload)
    if parsed.get("bozo") and (why := parsed.get("bozo_exception")) and "CharacterEncoding" not in type(why).__name__:
        yield bad("", f"the feed is damaged ({why}); what was readable was read"[:300], "")
