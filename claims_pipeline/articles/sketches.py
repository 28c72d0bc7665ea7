"""What is taken from a text to see who copied whom: hashed word triples, unusual figures, title words.

Triples are sampled by "hash modulo 4 = 0" (Broder, On the resemblance and containment of documents, 1997): unlike
MinHash, that also shows a brief that is wholly contained in a longer article.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

SKETCHER: Final = "2"
"""Version of these rules: raise it when they change, and every article is sketched again."""
_FULL_BELOW: Final = 150
_SAMPLE: Final = np.uint64(4)
_TOKEN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?![\w/-])|(?<![\w.,/-])\d+(?:[.,]\d+)?(?![\w/-])")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FACTORS: Final = tuple(
    np.uint64(f) for f in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
)
_CACHE_LIMIT: Final = 400_000

_hashes: dict[str, int] = {}


@dataclass(slots=True)
class Sketch:
    """``shingles``: sorted distinct hashes, all of a short text's triples, about a quarter of a long one's."""

    words: int
    sampled: bool
    shingles: npt.NDArray[np.uint64]
    numbers: list[str]
    title_words: list[str]


def sketch(title: str, text: str) -> Sketch:
    """The sketch of one article; a text that only repeats the title counts once."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).lower())
    title_words = list(dict.fromkeys(t for t in _TOKEN.findall(unicodedata.normalize("NFKC", title).lower()) if len(t) > 2 or t.isdigit()))
    shingles = _shingles(tokens)
    sampled = len(tokens) >= _FULL_BELOW
    if sampled:
        shingles = shingles[shingles % _SAMPLE == 0]
    return Sketch(len(tokens), sampled, shingles, unusual_numbers(f"{title} {text}"), title_words)


def _shingles(tokens: list[str]) -> npt.NDArray[np.uint64]:
    """Distinct hashes of every 3 neighbouring words (5 in scripts without spaces, where a token is one character)."""
    size = 5 if tokens and sum(t >= "\u0e00" and len(t) == 1 for t in tokens[:200]) * 2 > min(len(tokens), 200) else 3
    if len(tokens) < size:
        return np.empty(0, np.uint64)
    if len(_hashes) > _CACHE_LIMIT:
        _hashes.clear()
    one = np.fromiter((_hash(t) for t in tokens), np.uint64, len(tokens))
    length = len(tokens) - size + 1
    mixed = np.zeros(length, np.uint64)
    for place in range(size):
        mixed += one[place : place + length] * _FACTORS[place]
        mixed ^= mixed >> np.uint64(29)
    mixed *= _FACTORS[3]
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def _hash(word: str) -> int:
    found = _hashes.get(word)
    if found is None:
        found = _hashes[word] = int.from_bytes(hashlib.blake2b(word.encode("utf8", "replace"), digest_size=8).digest(), "little")
    return found


def unusual_numbers(text: str) -> list[str]:
    """Figures that two reports hardly share by chance: three or more significant digits, no years; separators dropped.

    "1,481", "1.481", "١٬٤٨١" and "1481" are one; "14,000" and "2019" are none.
    """
    found: dict[str, None] = {}
    text = _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text).replace("٬", ",").replace("٫", ".")
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits.strip("0")) >= 3 and len(digits) <= 12 and not _YEAR.fullmatch(match[0]):
            found[digits] = None
    return sorted(found)
