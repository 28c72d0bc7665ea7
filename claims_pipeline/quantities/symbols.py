"""Symbols of units that all languages share: the table of units.toml, SI prefixes, and quotients of two symbols."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from claims_pipeline.quantities.fold import fold
from claims_pipeline.quantities.lexicon import trie

_TABLE = Path(__file__).with_name("units.toml")
_POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def currencies() -> dict[str, str]:
    """Sign or code with its case -> ISO 4217 code."""
    signs: dict[str, list[str]] = _data()["currencies"]  # type: ignore[assignment]
    return {fold(sign).raw: code for code, listed in signs.items() for sign in listed}


@lru_cache(maxsize=1)
def symbols() -> dict[str, tuple[str, str]]:
    """Symbol with its case -> (name, dimension)."""
    data = _data()
    listed = {
        fold(symbol).raw: (name, dimension)
        for dimension, names in data["symbols"].items()
        for name, forms in names.items()
        for symbol in forms
    }
    return {**{sign: unit for sign, unit in _prefixed().items() if sign not in _never()}, **listed}


def _never() -> frozenset[str]:
    """Letters that are more often something else behind a number ("5 TV sets", "3 MA students")."""
    return frozenset(_data()["si"]["words"])


def meant(symbol: str, text: str) -> tuple[str, str] | None:
    """(name, dimension) of a symbol of two units where ``text``, in lower case, speaks of the rarer one; None otherwise."""
    rarer: dict[str, str] = _data()["doubtful"].get(symbol, {})  # type: ignore[assignment]
    if any(cue in text for cue in rarer.get("cues", ())):
        return rarer["name"], rarer["dimension"]
    return None


@lru_cache(maxsize=1)
def _prefixed() -> dict[str, tuple[str, str]]:
    si = _data()["si"]
    prefixes: dict[str, str] = si["prefixes"]  # type: ignore[assignment]
    return {
        fold(prefix + base).raw: (f"{name}{unit}", dimension)
        for dimension, bases in si["bases"].items()
        for base, unit in bases.items()  # type: ignore[attr-defined]
        for prefix, name in prefixes.items()
    }


@lru_cache(maxsize=1)
def _simple() -> dict[str, tuple[str, str]]:
    """What may stand on either side of a stroke: a base without its prefix too, and "s" or "h"."""
    listed: dict[str, str] = _data()["si"]["inside"]  # type: ignore[assignment]
    inside = {fold(sign).raw: (name, "compound") for sign, name in listed.items()}
    return {**_prefixed(), **inside, **{s: unit for s, unit in symbols().items() if unit[1] not in ("percent", "money")}}


@lru_cache(maxsize=1)
def quotient_pattern() -> re.Pattern[str]:
    """ "10 kV/cm", "1.3 A/cm2", "12 mg/L": two symbols and a stroke, the second with a power."""
    arms = trie(_simple())
    return re.compile(rf"[ -]?(({arms})/({arms})([23²³])?)(?![\w/])")


def quotient(m: re.Match[str]) -> tuple[str, str]:
    """(name, dimension) of a match of ``quotient_pattern``."""
    above, below = _simple()[m.group(2)][0], _simple()[m.group(3)][0]
    return f"{above} per {_POWERS.get(m.group(4) or '', '')}{below}", "compound"
