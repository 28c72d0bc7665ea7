"""The kinds of event that a text tells of, by the words of its language: two articles of one town and week may tell of two.

A vector knows that a quake and riots are both disasters; a word knows that they are not the same one. The words are in
happenings/, a file a language: ``word`` matches that word, ``stem*`` all that begin so, ``*part*`` all that hold it, and
several words in a row match in a row, where ``a|b*`` is any of its words and ``_`` any word at all. ``[form]`` says how the
language is written: ``clitics`` that are glued in front of words, and ``parts = true`` where words have no space between
them (or vowel signs that no pattern takes for letters, as in Hindi), so that the text is searched for the entries as they
are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("happenings")
KINDS = (
    "earthquake", "tsunami", "volcano", "flood", "landslide", "storm", "fire", "drought", "cold", "heat", "epidemic",
    "road_crash", "rail_crash", "air_crash", "ship_disaster", "collapse", "explosion", "shooting", "attack", "war", "protest",
    "stampede", "poisoning", "abduction", "crime", "election", "sport", "market", "wildfire", "building_fire",
)  # fmt: skip
"""Only ever added to at the end: a kind is one bit wherever it is held against another."""
DEEDS = frozenset({"shooting", "attack", "war", "protest", "abduction", "crime", "election", "sport", "market"})
"""Kinds that one event has as the article looks at it; a quake is told as a quake."""
SPECIAL = {"wildfire": "fire", "building_fire": "fire"}
"""Kinds of a kind: who tells of a forest fire ("kebakaran hutan") has used the word for any fire ("kebakaran") too."""
# kinds that one event may be told as: hostages are taken in an attack that begins a war, a truck burns in a crash
_TOLD_AS = (
    {"earthquake", "tsunami", "landslide", "volcano", "collapse"},
    {"storm", "flood", "landslide", "cold", "collapse"},
    {"drought", "heat", "fire"},
    {"fire", "explosion", "collapse"},
    {"wildfire", "fire", "drought", "heat"},
    {"building_fire", "fire", "explosion", "collapse"},  # and never a wildfire
    {"fire", "road_crash", "rail_crash", "air_crash", "ship_disaster"},
    {"explosion", "shooting", "attack", "war", "abduction", "crime", "air_crash"},
    {"protest", "attack", "crime", "election", "shooting", "stampede"},
    {"sport", "stampede"},
    {"epidemic", "poisoning"},
)
_FIRST = 2
_ANY = "_"
_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEFT = 3
"""Letters of a word that a clitic leaves at least."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, each with its kinds."""

    whole: dict[str, set[str]]
    begun: dict[str, set[str]]
    """By stem."""
    held: dict[str, set[str]]
    """By what the word holds."""
    rows: dict[str, list[tuple[tuple[re.Pattern[str], ...], str]]]
    """Several words in a row, by the first letters of the first."""
    clitics: tuple[str, ...]
    """Longest first."""
    parts: bool
    """The text is searched for the entries, whatever stands beside them."""


def kinds(text: str, lang: str) -> list[str]:
    """The kinds of event in ``text``, in the order of ``KINDS``; none where the language has no file."""
    words = _words(lang)
    if words is None or not text:
        return []
    folded = text.casefold()
    if words.parts:
        return _in_order({kind for part, told in words.held.items() if part in folded for kind in told})
    tokens = _WORD.findall(folded)
    found: set[str] = set()
    for at, token in enumerate(tokens):
        found |= _of_word(token, lang)
        for row, kind in words.rows.get(token[:_FIRST], ()):
            following = tokens[at : at + len(row)]
            if len(following) == len(row) and all(p.fullmatch(t) for p, t in zip(row, following, strict=True)):
                found.add(kind)
    return _in_order(found)


def _in_order(found: set[str]) -> list[str]:
    general = {SPECIAL[kind] for kind in found if kind in SPECIAL}
    return [kind for kind in KINDS if kind in found and kind not in general]


@lru_cache(1 << 16)
def _of_word(token: str, lang: str) -> frozenset[str]:
    words = _words(lang)
    assert words is not None
    found: set[str] = set()
    clitic = next((c for c in words.clitics if token.startswith(c) and len(token) >= len(c) + _LEFT), "")
    for form in {token, token[len(clitic) :]}:
        found |= words.whole.get(form, _NONE)
        for size in range(2, len(form) + 1):
            found |= words.begun.get(form[:size], _NONE)
    for part, told in words.held.items():
        if part in token:
            found |= told
    return frozenset(found)


def bits(told: str) -> int:
    """Kinds written in a row as one number, a bit a kind."""
    return sum(1 << KINDS.index(kind) for kind in told.split())


@cache
def deeds() -> int:
    """The bits of :data:`DEEDS`."""
    return bits(" ".join(DEEDS))


@cache
def related() -> tuple[int, ...]:
    """For each kind the bits of those that the same event may be told as, itself among them."""
    return tuple(
        sum(1 << k for k, other in enumerate(KINDS) if any({kind, other} <= group for group in ({kind}, *_TOLD_AS))) for kind in KINDS
    )


def of_article(title: str, lead: str, lang: str) -> list[str]:
    """Those of the headline; of the lead where the headline names none ("Ten dead in Palu")."""
    return kinds(title, lang) or kinds(lead, lang)


@cache
def _words(lang: str) -> Words | None:
    file = FOLDER / f"{lang}.toml"
    if not file.is_file():
        return None
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    rows: dict[str, list[tuple[tuple[re.Pattern[str], ...], str]]] = {}
    told = tomllib.loads(file.read_text(encoding="utf8"))
    form = told.pop("form", {})
    clitics = tuple(sorted(form.get("clitics", ()), key=len, reverse=True))
    parts = bool(form.get("parts", False))
    for kind, entries in told.items():
        for entry in map(str.casefold, entries):
            if parts:
                held.setdefault(entry.strip("*"), set()).add(kind)
            elif " " in entry:
                row = tuple(_pattern(word) for word in entry.split())
                for first in {word.rstrip("*")[:_FIRST] for word in entry.split()[0].split("|")}:
                    rows.setdefault(first, []).append((row, kind))
            elif entry.startswith("*"):
                held.setdefault(entry.strip("*"), set()).add(kind)
            elif entry.endswith("*"):
                begun.setdefault(entry[:-1], set()).add(kind)
            else:
                whole.setdefault(entry, set()).add(kind)
    return Words(whole, begun, held, rows, clitics, parts)


def _pattern(word: str) -> re.Pattern[str]:
    if word == _ANY:
        return re.compile(".*")
    return re.compile("|".join(re.escape(one).replace(r"\*", ".*") for one in word.split("|")))
