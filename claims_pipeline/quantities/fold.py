"""One shape for matching: digits of every script, every kind of space, dash and apostrophe, upper and lower case.

Everything in the number half matches on the folded text; positions map back to the text as given, so offsets stay true
whatever the source did (thin spaces, soft hyphens, full-width digits, Arabic diacritics, double spaces).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "‐‑‒–−﹣－"
_SPACES = "\t\n\r\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_APOSTROPHES = "’‘ʼʹ′`´＇"

# Zero-width and bidirectional marks, soft hyphen, Arabic tatweel and vowel marks, Hebrew points: they carry no meaning
# here and stand inside words at random. The zero-width non-joiner goes too: "صد‌ها" and "صدها" are one word. So does the
# dot of Hindi, which half the papers leave out: "हज़ार" and "हजार".
_DROPPED = re.compile(
    "[\u00ad\u093c\u0610-\u061a\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_NUKTA = "\u093c"
_REMOVED = re.compile(f"{_DROPPED.pattern}+|(?<= ) +")
_UNEVEN = re.compile(f"{_DROPPED.pattern}|  ")


def _simplified() -> dict[int, str]:
    """Traditional Chinese characters to the simplified ones, one for one, as ICU has them: one language file serves both."""
    import icu

    given = [chr(code) for code in range(0x4E00, 0xA000)]
    read = str(icu.Transliterator.createInstance("Traditional-Simplified").transliterate(" ".join(given))).split(" ")
    return {ord(a): b for a, b in zip(given, read, strict=True) if a != b and len(b) == 1}


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = {ord(mark): " " for mark in _SPACES}
    table |= {ord(mark): "-" for mark in _DASHES}
    table |= {ord(mark): "'" for mark in _APOSTROPHES}
    table |= {ord(mark): '"' for mark in "“”„«»＂"}
    table |= {ord("٫"): ".", ord("٬"): ",", ord("٪"): "%", ord("﹪"): "%", ord("﹩"): "$"}
    for code in range(0xFF01, 0xFF5F):  # full-width forms; the comma stays: in Chinese it parts clauses, not digits
        if chr(code) != "，":
            table.setdefault(code, chr(code - 0xFEE0))
    # Spellings of one letter that writers use at will: е for ё, alef without its hamza, yeh without dots, the Persian forms of both
    table |= {ord("ё"): "е", ord("Ё"): "Е"} | dict.fromkeys(map(ord, "أإآٱ"), "ا") | dict.fromkeys(map(ord, "ىی"), "ي") | {ord("ک"): "ك"}
    table |= dict(zip(range(0x958, 0x960), "कखगजडढफय", strict=True)) | {0x901: "\u0902"}  # letters with that dot in one; "पाँच" is "पांच"
    table |= {0x5F3: "'", 0x5F4: '"'}  # the marks of Hebrew abbreviations
    table |= _simplified()
    table |= {ord("İ"): "I", ord("ı"): "i"}  # lower() makes two characters of the one and tells "ALTI" from "altı" by the other
    for code in (*range(0x80, 0x10000), *range(0x1D7CE, 0x1D800)):
        if unicodedata.category(chr(code)) == "Nd":
            table[code] = str(unicodedata.decimal(chr(code)))
    return table


@dataclass(slots=True)
class Folded:
    """``raw`` keeps its case, ``low`` is lower case; both have equal length. ``offsets`` is None when nothing moved."""

    raw: str
    low: str
    offsets: list[int] | None
    given: str
    """The text before folding."""

    def part(self, start: int, end: int) -> Folded | None:
        """The same for ``given[start:end]``; None where something before was dropped, so that it has to be folded anew."""
        if self.offsets is not None:
            return None
        return Folded(self.raw[start:end], self.low[start:end], None, self.given[start:end])

    def back(self, position: int) -> int:
        """The position in the text as given of a position in the folded text."""
        return position if self.offsets is None else self.offsets[position]

    def back_end(self, position: int) -> int:
        """The same for an exclusive end: marks dropped after the last character stay outside, but a dot belongs to its letter."""
        if self.offsets is None or position == 0:
            return position
        end = self.offsets[position - 1] + 1
        return end + 1 if self.given[end : end + 1] == _NUKTA else end


def fold(text: str) -> Folded:
    """Fold ``text``. Linear; one pass in C unless something in it has to be dropped."""
    offsets: list[int] | None = None
    raw = text if text.isascii() and not _has_control(text) else text.translate(_table())
    if _UNEVEN.search(raw):
        raw, offsets = _squeeze(raw)
    low = raw.lower()
    if len(low) != len(raw):
        low = "".join(c if len(c) == 1 else c[0] for c in map(str.lower, raw))
    return Folded(raw, low, offsets, text)


_CONTROL = re.compile(r"[\t\n\r\v\f`]")


def _has_control(text: str) -> bool:
    return _CONTROL.search(text) is not None


def _squeeze(text: str) -> tuple[str, list[int]]:
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for m in _REMOVED.finditer(text):
        kept.append(text[at : m.start()])
        offsets.extend(range(at, m.start()))
        at = m.end()
    kept.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(kept), offsets


def alike(text: str) -> str:
    """``text`` with every character in its folded shape and none dropped: as long as given, upper and lower case kept."""
    return text if text.isascii() else text.translate(_table())


def fold_word(word: str) -> str:
    """A word or phrase of a data file in the shape of ``Folded.low``."""
    return fold(word).low.strip()
