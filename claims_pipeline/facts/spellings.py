"""Large towns in scripts that write no short vowels: "غورونتالو" is Gorontalo, "سوكور" may be Sukkur.

A spelling has the consonants of the town's name, and the vowels that are written stand among the vowels of that name, in
their order. Of three consonants and fewer there are too many words: whether one is the town, the other article says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claims_pipeline.facts.towns import Town, large

ABJAD = re.compile("[\u0590-\u05ff\u0600-\u06ff]")
_SURE = 3
_VOWELS = re.compile("[aiu]")
_DOUBLE = re.compile(r"(.)\1+")
_LETTERS = re.compile("[^a-z]")
# what an Arabic or Hebrew spelling of a foreign name keeps of its letters
_HEARD = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("tsch|sch|tch|tsh|ch|sh", "S"),
        ("dzh|dsch|dsh|dj", "j"),
        ("gh|kh|ck|q|c(?![eiy])|g", "k"),
        ("c", "s"),
        ("x", "ks"),
        ("ph|v", "f"),
        ("th", "t"),
        ("p", "b"),
        ("h", ""),
        ("w|o", "u"),
        ("e|y", "i"),
    )
)


def key_of(written: str, latin: Callable[[str], str]) -> str:
    """The key of a transliterated word: ``#XX123`` of the town that it is, ``^sounds`` where it may be one, else empty.

    ``latin`` gives a town's own name in Latin letters, lower case.
    """
    sounds = _sounds(written)
    consonants = _VOWELS.sub("", sounds)
    place = next((place for form, place in _by_consonants(latin).get(consonants, ()) if _spells(sounds, form)), None)
    if place is None:
        return ""
    return f"#{place.land}{place.number}" if len(consonants) > _SURE else f"^{sounds}"


def towns_of(key: str, latin: Callable[[str], str]) -> list[str]:
    """The keys of the towns that a key ``^sounds`` may spell, the largest first."""
    sounds = key[1:]
    forms = _by_consonants(latin).get(_VOWELS.sub("", sounds), ())
    return [f"#{place.land}{place.number}" for form, place in forms if _spells(sounds, form)]


def _spells(written: str, form: str) -> bool:
    """``written`` is ``form`` without some of its vowels, and has at least half of them: foreign names are written out."""
    if 2 * len(_VOWELS.findall(written)) < len(_VOWELS.findall(form)):
        return False
    at = 0
    for letter in form:
        if at < len(written) and written[at] == letter:
            at += 1
        elif letter not in "aiu":
            return False
    return at == len(written)


@cache
def _by_consonants(latin: Callable[[str], str]) -> dict[str, list[tuple[str, Town]]]:
    """Large towns, the largest first, by the consonants of what their name sounds like, with that."""
    found: dict[str, list[tuple[str, Town]]] = {}
    for name, place in large():
        written = latin(name.casefold())
        for form in {_sounds(written): None, _sounds(written.replace("g", "j")): None}:  # Egypt writes g with its letter for j
            found.setdefault(_VOWELS.sub("", form), []).append((form, place))
    return found


def _sounds(latin: str) -> str:
    """A name with three vowels and the consonants that scripts without short vowels tell apart."""
    written = _LETTERS.sub("", latin)
    for pattern, letter in _HEARD:
        written = pattern.sub(letter, written)
    return _DOUBLE.sub(r"\1", written)
