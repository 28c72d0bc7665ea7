"""Markup inside a field (feeds, CMS exports) becomes plain paragraphs."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</(?:p|div|span|a|b|i|strong|em|li|ul|h[1-6]|figure)\s*>|<(?:br|p|img|hr)\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|tr|table|figure|figcaption|blockquote|section|article)|br|hr)\b[^<>]*>", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style|noscript|iframe|svg)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ANY = re.compile(r"<[/!?]?[A-Za-z][^<>]*>")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_LINES = re.compile(r"\s*\n\s*")


def has_markup(text: str) -> bool:
    """True where a field holds HTML rather than text with a stray "<"."""
    return "<" in text and _TAG.search(text) is not None


def strip_html(markup: str) -> str:
    """Plain text of an HTML fragment: a line for each block, entities resolved, scripts and comments gone."""
    text = _SILENT.sub(" ", markup)
    text = _ANY.sub("", _BLOCK.sub("\n", text))
    return _LINES.sub("\n", _SPACES.sub(" ", html.unescape(text))).strip()
