"""Names of places and people brought to one form across languages and scripts, so that "Maiduguri" meets "مايدوغوري".

A country has one key in every language (ICU's display names), a town that of its number (GeoNames). Any other name is
transliterated (ICU, Any-Latin) and cut to the skeleton of its consonants, with those joined that scripts cannot tell
apart (p and b in Arabic, r and l in Korean, v and w in Cyrillic): the vowels are what transliterations disagree on. A
skeleton of fewer than three consonants says too little, so a short name keeps its vowels: "Palu", "Палу", "पालू".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.spellings import ABJAD, key_of, towns_of
from claims_pipeline.facts.towns import large, town

if TYPE_CHECKING:
    from scipy import sparse

_LANGUAGES = (
    "en", "id", "es", "fr", "de", "pt", "it", "nl", "ru", "uk", "ar", "he",
    "tr", "fa", "hi", "zh", "ja", "ko", "vi", "th", "pl", "sw", "ms",
)  # fmt: skip
# the short forms that newsrooms write and ICU has not
_SHORT = {
    "AS": "US", "US": "US", "U.S": "US", "U.S.": "US", "USA": "US", "EE.UU": "US", "EEUU": "US", "EUA": "US", "США": "US", "ABD": "US",
    "UK": "GB", "U.K.": "GB", "Britain": "GB", "Inggris": "GB", "RI": "ID", "PRC": "CN",
}  # fmt: skip
_JOINED = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("dzh|dsch|dsh|dz|dj", "j"),
        ("j(?![aeiou]|k?r)", ""),  # "Majduguri": the glide of Cyrillic
        ("shch|tsch|sch|tch|sh|sz|zh|ch|cz|ts|tz|z|j|x", "s"),
        ("ph", "f"),
        ("c(?=[eiy])", "s"),
        ("gh|kh|ck|q|c|g", "k"),
        ("th|d", "t"),
        ("p", "b"),
        ("l", "r"),
    )
)
_SILENT = re.compile("[aeiouyhwv]")
_DOUBLE = re.compile(r"(.)\1+")
_LETTERS = re.compile(r"[^a-z\n]")
_CLITIC = re.compile("^(?:وال|بال|فال|كال|لل|ال)(?=.{3})")
_SURE = 3


_KNOWN: dict[str, str] = {}
_KEPT = 1 << 20


def name_key(name: str) -> str:
    """One key a name: ``@XX`` of a country, ``#XX123`` of a town in it, else what its transliterations share.

    ``^sounds`` where a short word of a script without short vowels may spell a large town, see ``spellings``. Empty for what
    has no letters.
    """
    found = _KNOWN.get(name)
    return name_keys([name])[0] if found is None else found


def name_keys(names: Sequence[str]) -> list[str]:
    """:func:`name_key` of many names: a new one costs a fifth of what it costs alone."""
    fresh = [name for name in dict.fromkeys(names) if name not in _KNOWN]
    if fresh:
        told = dict(zip(fresh, _keyed(fresh), strict=True))
        if len(_KNOWN) + len(told) > _KEPT:
            told = {name: _KNOWN.get(name) or told.get(name, "") for name in dict.fromkeys(names)}
            _KNOWN.clear()
        _KNOWN.update(told)
    return [_KNOWN[name] for name in names]


def _keyed(names: list[str]) -> list[str]:
    known = countries()
    out: list[str] = []
    rest: list[int] = []
    for k, name in enumerate(names):
        country = known.get(name) or known.get(name.casefold())
        place = None if country else town(name)
        out.append("@" + country if country else f"#{place.land}{place.number}" if place else "")
        if not out[k]:
            rest.append(k)
    towns_ = _town_skeletons()
    for k, key in zip(rest, _skeletons([names[k] for k in rest]), strict=True):
        if ABJAD.search(names[k]):
            spelt = key_of(_plain(names[k]), latin)
            sure = towns_.get(key, "") if spelt.startswith("^") else ""
            out[k] = sure if sure in may_be(spelt) else spelt or key
        else:
            out[k] = _inflected_country(names[k], key) or towns_.get(key) or key
    return out


def may_be(key: str) -> list[str]:
    """The keys of the towns that a key ``^sounds`` may spell, the largest first."""
    return towns_of(key, latin)


def _skeletons(names: list[str]) -> list[str]:
    out = []
    for joined, bones in _bones(names):
        short = ""
        if len(bones) < _SURE:
            short = _DOUBLE.sub(r"\1", joined.replace("w", "u").replace("y", "i").replace("o", "u").rstrip("h"))
        out.append(bones if len(bones) >= _SURE else "~" + short if short else "")
    return out


def _bones(names: list[str]) -> list[tuple[str, str]]:
    """The joined letters of each name, and its consonants: one a line, so that a pattern is asked once of all."""
    joined = "\n".join(_plain(name).replace("\n", "") for name in names)
    joined = _LETTERS.sub("", joined)
    for pattern, letter in _JOINED:
        joined = pattern.sub(letter, joined)
    bones = _DOUBLE.sub(r"\1", _SILENT.sub("", joined))
    return list(zip(joined.split("\n"), bones.split("\n"), strict=True)) if names else []


def _plain(name: str) -> str:
    if name.isascii():
        return name.casefold()
    return str(_latin().transliterate(_CLITIC.sub("", name).replace("ة", "ه").casefold())).lower()


def _inflected_country(name: str, bones: str) -> str:
    """The country whose name begins as this one and has its consonants: the cases of Slavic names ("Индонезии").

    The consonants alone would take Kendari for North Korea.
    """
    found = _country_bones().get(bones)
    begins = latin(name)[:_SURE] if found else ""
    return next((code for beginning, code in found or () if beginning == begins), "")


@cache
def _country_bones() -> dict[str, list[tuple[str, str]]]:
    """Countries by their consonants, four and more: how the name begins, and the key."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = [name for name in countries() if " " not in name]
    for name, (_, bones) in zip(names, _bones(names), strict=True):
        if len(bones) > _SURE:
            found.setdefault(bones, []).append((latin(name)[:_SURE], "@" + countries()[name]))
    return found


@cache
def _town_skeletons() -> dict[str, str]:
    """Large towns by the skeleton of their name, for spellings that the list of names lacks: "جاكرتا", "Джакартой".

    Three consonants are the skeletons of many names: "bsr" is Basra, Peshawar and Bashar.
    """
    found: dict[str, str] = {}
    places = large()
    for key, (_, place) in zip(_skeletons([name for name, _ in places]), places, strict=True):
        if len(key) > (_SURE + 1 if key[0] == "~" else _SURE):
            found.setdefault(key, f"#{place.land}{place.number}")
    return found


@cache
def countries() -> dict[str, str]:
    """Country code by name, in each language that is read, long and short."""
    found: dict[str, str] = {}
    for lang in _LANGUAGES:
        for name, code in countries_in(lang).items():
            if len(name) > (3 if name.isascii() else 1):
                found.setdefault(name, code)
    return found | _SHORT


@cache
def countries_in(lang: str) -> dict[str, str]:
    """The same of one language, in lower case."""
    import icu

    locale = icu.Locale(lang)
    short = icu.LocaleDisplayNames.createInstance(locale, [icu.UDisplayContext.LENGTH_SHORT])
    found: dict[str, str] = {}
    for code in icu.Locale.getISOCountries():
        for name in (icu.Locale("", code).getDisplayCountry(locale), short.regionDisplayName(code)):
            found.setdefault(name.casefold(), code)
    return found


def place_keys(place: str | None) -> list[str]:
    """The keys of a place: that of the whole where it is a country, else those of its words."""
    if not place:
        return []
    whole = countries().get(place) or countries().get(place.casefold())
    if whole:
        return ["@" + whole]
    return [key for key in dict.fromkeys(name_key(word) for word in re.findall(r"[^\W\d_]{2,}", place)) if key]


def folded(
    rows: Sequence[sparse.csr_matrix],
    names: Sequence[str],
    weight: np.ndarray,
    extra: Iterable[str] = (),
    known: Sequence[str] | None = None,
) -> tuple[list[sparse.csr_matrix], list[str]]:
    """Rows over names as rows of weights over their keys, and the keys (sorted, with ``extra``).

    A key weighs in each row what the name that stands there weighs: what two claims share must not depend on how a
    third one spells it. A name of a script without capitals may be any rare word, so it weighs little. ``known``: the key
    of each name, where it was found before.
    """
    from scipy import sparse

    own = [key or f"={name}" for name, key in zip(names, known or name_keys(names), strict=True)]
    keys = sorted({*own, *extra})
    at = {key: k for k, key in enumerate(keys)}
    sure = np.array([name[:1].isupper() for name in names], bool)
    weighs = np.maximum(np.where(sure, weight, _UNSURE * weight), _LEAST).astype(np.float32)
    turn = np.array([at[key] for key in own], np.int64)
    out = []
    for matrix in rows:
        row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
        code = turn[matrix.indices] if len(own) else np.zeros(0, np.int64)
        # two spellings of one name count once, at the place of the first: an article's names stand in their order
        _, first = np.unique(row * len(keys) + code, return_index=True)
        first.sort()
        pointer = np.concatenate([[0], np.cumsum(np.bincount(row[first], minlength=matrix.shape[0]))])
        kept = weighs[matrix.indices[first]]
        out.append(sparse.csr_matrix((kept, code[first], pointer), shape=(matrix.shape[0], len(keys))))
    return out, keys


_UNSURE = 0.35
_LEAST = 1e-4  # an entry of zero would be no entry


def latin(name: str) -> str:
    """A name in Latin letters, lower case."""
    return str(_latin().transliterate(name)).lower()


@cache
def _latin() -> Any:
    import icu

    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
