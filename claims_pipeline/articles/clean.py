"""A source record becomes an article: text as stored, language, outlet, date, dateline, credits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from claims_pipeline.articles.credits import credits
from claims_pipeline.articles.datelines import Dateline, dateline
from claims_pipeline.articles.dates import UnusableDate, parse
from claims_pipeline.articles.identity import digest, host_of
from claims_pipeline.articles.language import code, language
from claims_pipeline.articles.normalise import clean_text
from claims_pipeline.articles.outlets import Outlet, by_host, by_name, outlet_of
from claims_pipeline.articles.published import Published, published
from claims_pipeline.articles.zones import convention
from claims_pipeline.records import Article, SourceRecord

_OTHERS = ("step", "store", "roots", "sketches", "clusters", "__init__")


def _version() -> str:
    folder = Path(__file__).parent
    files = [p for p in sorted([*folder.glob("*.py"), *folder.glob("data/*.toml")]) if p.stem not in _OTHERS]
    return digest(*(p.read_text(encoding="utf8") for p in files))


CLEANER = _version()
"""The version of the cleaning rules: a hash of their code and data. A new version cleans every article again."""


def to_article(record: SourceRecord) -> Article:
    """The article of a source record. Never fails: what is unknown is None, "und" or empty.

    An article that names no outlet gets that of its dateline ("MOSKOW (RIAUPOS.CO) -"), but never a wire: a story
    that opens "(Reuters) -" was printed by somebody, and Reuters is its credit.
    """
    payload = record.payload
    title, text = clean_text(payload.get("title") or "").strip(), clean_text(payload.get("text") or "")
    url = payload.get("url")
    lang, line, outlet, known = _told(payload, title, text)
    when = _published(payload, url, line, text, lang, known, record.first_seen_at)
    updated = _updated(payload.get("updated_at"), lang, known, url, record.first_seen_at)
    known_at = max((t for t in (when.at, updated) if t), default=record.first_seen_at)
    return Article(
        article_id=record.article_id,
        content_hash=record.content_hash,
        url=url,
        outlet=outlet,
        title=title,
        text=text,
        lang=lang,
        published_at=when.at,
        published_from=when.source,
        known_at=known_at,
        first_seen_at=record.first_seen_at,
        day=record.day,
        source=record.source,
        position=record.position,
        author=payload.get("author"),
        dateline_place=line.place if line else None,
        credits=credits(text, own=outlet, line=line, author=payload.get("author")),
    )


def when_published(payload: dict[str, str | None], first_seen: datetime) -> Published:
    """The publication time of a record that is not cleaned yet, by the same rules: it decides the partition."""
    given, text, url = payload.get("published_at"), payload.get("text") or "", payload.get("url")
    if given:  # the common case needs neither the language model nor the dateline
        lang = (payload.get("lang") or "")[:2].lower()
        _, known = outlet_of(payload.get("outlet"), url)
        if known or lang:
            found = published(given, url, None, "", lang or "en", convention(known, url, lang), first_seen)
            if found.at:
                return found
    text = clean_text(text)
    lang, line, _, known = _told(payload, payload.get("title") or "", text)
    return _published(payload, url, line, text, lang, known, first_seen)


def _told(payload: dict[str, str | None], title: str, text: str) -> tuple[str, Dateline | None, str | None, Outlet | None]:
    """Language, dateline, outlet name and register entry. The outlet's country settles sister languages."""
    url, given = payload.get("url"), payload.get("lang")
    _, known = outlet_of(payload.get("outlet"), url)
    lang, _ = language(given, title, text, known.country if known else None)
    line = dateline(text, lang)
    outlet, known = _outlet(payload.get("outlet"), url, line)
    if lang in ("id", "ms") and known and not code(given):
        lang, _ = language(given, title, text, known.country)
    return lang, line, outlet, known


def _outlet(given: str | None, url: str | None, line: Dateline | None) -> tuple[str | None, Outlet | None]:
    if not given and line:
        for name in line.sources:
            known = by_name(name)
            if known and not known.is_wire:
                return known.name, known
            if known is None:
                shown = name.title() if name.isupper() and " " in name else name
                return shown, by_host(host_of(url))
    return outlet_of(given, url)


def _published(
    payload: dict[str, str | None], url: str | None, line: Dateline | None, text: str, lang: str, known: Outlet | None, seen: datetime
) -> Published:
    return published(payload.get("published_at"), url, line, text, lang, convention(known, url, lang), seen)


def _updated(given: str | None, lang: str, known: Outlet | None, url: str | None, seen: datetime) -> datetime | None:
    """An unreadable update time is no reason to lose the article: it then counts from its publication."""
    if not given:
        return None
    try:
        at = parse(given, lang, convention(known, url, lang))
    except UnusableDate:
        return None
    return min(at, seen)
