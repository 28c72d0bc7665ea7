"""Plain text files: what stands above the story (title, date line, "Title: ..." lines), then the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims_pipeline.articles.datelines import dateline
from claims_pipeline.articles.language import identify
from claims_pipeline.articles.readers import fields
from claims_pipeline.articles.readers.model import Item, bad

_HEADER = re.compile(r"^\s{0,3}([A-Za-z][A-Za-z _-]{1,20})\s*:\s+(\S.{0,400})$")
_HEADERS = {
    alias: canonical
    for canonical, names in fields.ALIASES.items()
    if canonical not in ("text", "id")
    for alias in names
    if alias not in ("media", "medium", "domain", "time", "waktu", "updated")
}
_CAPTION = re.compile(
    r"(?:\([^()]*(?:foto|photo|image|source|sumber|dok|ist|getty|afp|reuters|antara|ap\b|\.\w{2,4}\b)[^()]*\)"
    r"|^(?:foto|photo|gambar|ilustrasi|illustration|file|caption)\b\s*[:\-–—].*)\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS = tuple('.!?…。！？।؟"”,;:-–—')
_TITLE_LENGTH = 160


def plain_text(text: str) -> Iterator[Item]:
    """The one article of a .txt file.

    A short first line without a full stop is the title and leaves the text; a photo caption (it ends with its
    credit in brackets) stays in the text and is no title. A date line or "Title: ..." lines on top are fields.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n \t")
    if not text.strip():
        yield bad("", "empty file")
        return
    payload: dict[str, str | None] = dict.fromkeys(fields.ALIASES)
    start = 0
    lang, _ = identify(text)
    while (line := _line(text, start)) and (match := _HEADER.match(line)):
        canonical = _HEADERS.get(fields.key(match.group(1)))
        if canonical is None or payload[canonical]:
            break
        payload[canonical] = match.group(2).strip()
        start = _next(text, start)
    if not payload["title"]:
        line = _line(text, start)
        if _is_title(line, text[_next(text, start) :], lang):
            payload["title"] = line.strip()
            start = _next(text, start)
    if not payload["published_at"]:
        line = _line(text, start)
        if len(line) < 80 and _YEAR.search(line) and _next(text, start) < len(text) and _is_date(line, lang):
            payload["published_at"] = line.strip()
            start = _next(text, start)
    payload["text"] = text[start:].rstrip()
    if not payload["text"]:
        yield bad("", "no text below the title", text)
        return
    yield Item("", payload)


def _line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _next(text: str, start: int) -> int:
    """Where the next line that is not blank begins."""
    end = text.find("\n", start)
    while 0 <= end < len(text) and text[end].isspace():
        end += 1
    return len(text) if end < 0 else end


def _is_title(line: str, rest: str, lang: str) -> bool:
    shown = line.strip()
    if not rest or not shown or len(shown) > _TITLE_LENGTH or (shown.endswith(_ENDS) and not shown.endswith(("?", "!", '"', "”"))):
        return False
    return not _CAPTION.search(shown) and dateline(shown) is None and len(rest) > len(shown) and not _is_date(shown, lang)


def _is_date(line: str, lang: str) -> bool:
    from claims_pipeline.articles.dates import UnusableDate, parse

    if not _YEAR.search(line):
        return False
    try:
        parse(line.strip(), lang, strict=True)
    except UnusableDate:
        return False
    return True
