"""The counted thing in English: a noun phrase by the dictionaries of nouns/, else as it is written, in quotes.

A wrong translation misleads and an original in quotes does not, so nothing is guessed: "kali" (times) is near
"kalori" for any measure of likeness.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from claims_pipeline.embeddings.rarity import everyday as common
from claims_pipeline.embeddings.rarity import rarity

_FOLDER = Path(__file__).with_name("nouns")
# vowel signs and points are no letters to a pattern, and yet stand within words: "लोग", "ผู้คน"
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*(?:[’'.&-](?:[^\W_]|[{MARKS}])+)*")
_PLAIN, _WELL_KNOWN = -1.0, 0.6  # nats and rarity: "Units" is as often a headline's "units", "Ebola" is none
_LONGEST = 5  # words of a quoted phrase
_OF = re.compile(r"\s(?:of|in|at|on|from|for|with|who|that|to|per|by)\s")


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase read for a label."""

    head: str
    """What it is in one word or two, to count by; empty where it says nothing."""
    full: str
    """As a label tells it."""
    sure: bool
    """``head`` is English."""


@cache
def english() -> dict[str, Any]:
    """The data of nouns/en.toml."""
    return _read("en")


@cache
def _read(lang: str) -> dict[str, Any]:
    file = _FOLDER / f"{lang}.toml"
    return tomllib.loads(file.read_text(encoding="utf8")) if file.exists() else {}


@cache
def small_words() -> frozenset[str]:
    """Words of any language at which no quote ends ("of", "yang")."""
    return frozenset(english()["words"]["small"]).union(*(_read(file.stem).get("small", ()) for file in _FOLDER.glob("*.toml")))


@cache
def everyday(lang: str) -> frozenset[str]:
    """Words of the language that are capitalised in headlines and titles and name no one and no place, in lower case."""
    told = _read(lang)
    return frozenset(told.get("everyday", ())) | {k.rstrip("*") for k in told.get("nouns", {}) if " " not in k}


@cache
def nations_of(lang: str) -> dict[str, str]:
    """Words for peoples that do not begin as the country's name does, and its code; "word*" begins longer ones."""
    return dict(_read(lang).get("nations", {}))


@dataclass(frozen=True, slots=True)
class Peoples:
    """How a language writes the words for a people: ``[peoples]`` in its file."""

    spaced: bool = True
    capital: bool = False
    inflected: bool = True
    country_endings: tuple[str, ...] = ()
    """Longest first."""
    articles: tuple[str, ...] = ()
    """Longest first."""


@cache
def peoples(lang: str) -> Peoples:
    """That form; of a language without it words are inflected, spaced and without a capital."""
    told = _read(lang).get("peoples", {})
    endings, articles = (tuple(sorted(told.get(key, ()), key=len, reverse=True)) for key in ("country_endings", "articles"))
    return Peoples(told.get("spaced", True), told.get("capital", False), told.get("inflected", True), endings, articles)


@cache
def _stems(lang: str) -> list[tuple[str, str]]:
    """The open words, longest first."""
    nouns = _read(lang).get("nouns", {})
    return sorted(((k[:-1], v) for k, v in nouns.items() if k.endswith("*")), key=lambda one: (-len(one[0]), one[0]))


@lru_cache(1 << 16)
def thing(noun: str, lang: str) -> Thing:
    """``noun`` as written in ``lang``, read; an empty head where nothing is counted by it."""
    words = _WORD.findall(noun)[:_LONGEST]
    nothing = (*english()["words"]["empty"], *_read(lang).get("empty", ()))
    if not words or words[0].casefold() in nothing or not any(w[0].isalpha() and (len(w) > 1 or not w.isascii()) for w in words):
        return Thing("", "", True)
    plain = [w.casefold() for w in words]
    if lang == "en" and len(words) == 1 and len(noun) > 1 and words[0].isupper():
        return Thing("", "", True)  # "UN: Thousands break into warehouses": who says it
    if lang == "en":
        spoken = _OF.split(f" {' '.join(_WORD.findall(noun))} ".strip())[0].split()[:_LONGEST]
        # "Children" of a headline is no name, "Ebola treatment units" keeps its capital
        told = " ".join(w.casefold() if _plain(w) else w for w in spoken) or plain[0]
        return Thing(told.split()[-1].casefold(), told, True)
    return _foreign(words, plain, lang)


def _plain(word: str) -> bool:
    return common(word) or (common(word, _PLAIN) and float(rarity([word.casefold()])[0]) < _WELL_KNOWN)


def _foreign(words: list[str], plain: list[str], lang: str) -> Thing:
    told = _read(lang)
    skip = told.get("skip", ())
    own = f"“{' '.join(w if w.isupper() else w.casefold() for w in words)}”"
    first = told.get("first", True)
    spans = [(a, b) for a in range(len(plain)) for b in range(len(plain), a, -1)]
    spans.sort(key=lambda s: (s[0], -s[1]) if first else (-s[1], s[0]))
    rest: tuple[str, tuple[int, int]] | None = None
    for a, b in spans:
        found = _known(" ".join(plain[a:b]), lang)
        if found is None:
            if first and b == a + 1 and plain[a] not in skip:
                break  # what stands behind an unknown head only describes it
            continue
        if b == a + 1 and plain[a] in skip:
            rest = rest or (found, (a, b))
            continue
        return _told(found, plain, skip, a, b)
    if rest:
        return _told(rest[0], plain, skip, *rest[1])
    key = words[0] if first else words[-1]
    if key[:1].isupper() and not key.isupper() and not common(key, _PLAIN):
        return Thing("", "", True)  # a name: "Jawa Timur" before a sum is where it is spent
    return Thing(key.casefold(), own, False)


def _told(found: str, plain: list[str], skip: Any, a: int, b: int) -> Thing:
    left = [w for w in [*plain[:a], *plain[b:]] if w not in skip]
    return Thing(found, f"{found} (“{' '.join(plain[a:])}”)" if left else found, True)


def _known(phrase: str, lang: str) -> str | None:
    found = _read(lang).get("nouns", {}).get(phrase)
    if found is None and " " not in phrase:
        found = next((name for stem, name in _stems(lang) if phrase.startswith(stem)), None)
    return found


@cache
def called(lang: str) -> dict[str, str]:
    """Words in lower case that name an event by themselves, and what it is in English."""
    return dict(_read(lang).get("called", {}))


def counts_any(word: str, lang: str) -> bool:
    """Whether the word only goes with numbers ("ekor", of animals) and names nothing."""
    return word in _read(lang).get("skip", ())


@lru_cache(1 << 16)
def gloss(phrase: str, lang: str) -> str | None:
    """What a word or two, in lower case, are called in English as something said of a number; None where no dictionary tells."""
    told = _read(lang)
    if phrase in told.get("skip", ()) or phrase in told.get("empty", ()):
        return None
    return told.get("said", {}).get(phrase) or _known(phrase, lang)
