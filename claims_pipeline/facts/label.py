"""What a fact is called and what its parts are: by vote of its claims, in English, and honest where English is not known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.about import about
from claims_pipeline.facts.calling import names_of
from claims_pipeline.facts.event import kind_of, kinds_called, past, place_of, when_of
from claims_pipeline.facts.names import name_key
from claims_pipeline.facts.things import Thing, counts_any, english, gloss, thing

if TYPE_CHECKING:
    from claims_pipeline.embeddings.reference import Reference
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.wording import Wording

_HARMED = {"killed", "injured", "casualties", "missing", "rescued", "hospitalised", "destroyed", "damaged", "evacuated", "displaced"}
_THINGS = {"destroyed", "damaged", "fired", "deployed"}  # states of things, or of either: who has any other is a person


_OF_PLACES = frozenset({"earthquake", "tsunami", "volcano", "flood", "landslide"})
"""Kinds of event that hit no party and no ministry: a name before them is that of a place."""
_OWN = re.compile(r"^(?:their|his|her|its|our|my|your|an?|the)\s")
_PER = re.compile(r"(?:^|\s)(?:per|por|pro|par|a|tiap|setiap)\s|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The parts of one row of ``facts`` that come from its claims by vote."""

    label: str
    attribute: str | None
    kind: str
    noun: str
    unit: str | None
    measure: str
    scope: str | None
    place: str | None


def labelled(claims: ClaimSet, members: np.ndarray, reference: Reference, wording: Wording) -> Labelled:
    """Label and parts of the fact whose claims are at ``members`` (positions in ``claims``, in order).

    ``wording``: the headlines and sentences of the claims.
    """
    column = claims.table
    at, alone = members.tolist(), len(members) == 1

    def vote(name: str) -> str | None:
        values = column[name]
        return (values[members[0]] or None) if alone else _most([values[k] for k in at])

    told = [a for a in (column["attribute"][k] for k in at) if a and a != "other"]
    attribute = _most(told) if len(told) * 3 >= len(members) else vote("attribute")
    scope = vote("scope") if sum(column["scope"][k] is not None for k in at) * 2 > len(at) else None
    kind, unit, measure = vote("kind") or "count", vote("unit"), vote("measure") or "total"
    # a state that fewer than half of the claims tell stays a part of the fact; its name does not say it
    part = kind in ("percent", "fraction")
    state = attribute if told.count(attribute or "") * 2 >= len(members) + part else None
    counted = _counted(claims, members)
    if kind == "money" and "“" in counted:
        counted = ""  # who pays or gets it, mostly
    asked = question(counted, kind, unit, measure, state)
    place = place_of(claims, members, wording, state is not None)
    before = past(claims, members)
    what = kind_of(claims, members, reference, state in _HARMED, before, wording)
    names = names_of(claims, members, [part for part in (place, asked, what, _land_of(unit)) if part], place, before, wording)
    if set(what.split()) <= set(f"{asked} {names}".casefold().split()):  # "gold price, gold price", "Hurricane Harvey hurricane"
        what = ""
    # "Halmahera Selatan earthquake", and never "Obama, Romney election"
    event = f"{names}, {what}" if names and what and not _joins(names, what) else f"{names} {what}".strip()
    if state is None and _open(counted, kind, unit, asked):
        # a state that some of the claims tell says what it is about all the same
        some = english()["verbs"].get(attribute or "", "")
        asked = about(claims, members, asked, [part for part in (place, event) if part], some, wording)
    return Labelled(
        label=", ".join(part for part in (asked, place, event, when_of(claims, members)) if part),
        attribute=attribute,
        kind=kind,
        noun=vote("noun") or "",
        unit=unit,
        measure=measure,
        scope=scope,
        place=vote("place"),
    )


def _joins(names: str, what: str) -> bool:
    """Whether the event is called so: "Brussels explosion" and "Halmahera Selatan earthquake", and not "Obama attack"."""
    told = kinds_called(what)
    return bool(told) and ", " not in names and (name_key(names)[:1] in ("@", "#") or bool(told & _OF_PLACES))


def question(counted: str, kind: str, unit: str | None, measure: str, state: str | None) -> str:
    """The question in words: ("people", "count", None, "increment", "killed") -> "people newly killed"."""
    data = english()
    verb = data["verbs"].get(state or "", "")
    if verb and counted in data["people"].get(state or "", ()):
        counted = ""
    if counted and counted.split(" ")[-1] in data["already"].get(state or "", ()):
        verb = ""
    if verb and not counted and state not in _THINGS and kind in ("count", "rate"):
        counted = "people"
    if kind in ("percent", "fraction"):
        return _share(counted, verb, measure)
    if unit == "magnitude":
        return _changed("magnitude", measure)
    if kind == "money":
        return _changed(_with(counted or "amount", f"in {_money(unit)}" if unit else ""), measure)
    if kind in ("measure", "duration", "rate") and unit:
        base, _, rest = unit.partition(" per ")
        if base in data["currencies"] and rest in data["currencies"]:
            return _changed(f"exchange rate in {_money(unit)}", "" if measure == "rate" else measure)
        if rest and base in data["currencies"]:
            return _changed(_with(counted or "price", f"in {_money(unit)}"), "" if measure == "rate" else measure)
        if rest and base and base not in _dimensions():  # "services per day"
            return _changed(f"{_with(counted or base, verb)} per {rest}", "" if measure == "rate" else measure)
        other = "measure" if kind == "measure" else "rate"
        dimension = _dimensions().get(unit) or _dimensions().get(unit.split(" per ")[0], other)
        what = counted or data["dimensions"].get(dimension, "rate" if " per " in unit or unit.startswith("per") else "measure")
        plural = "" if _units(unit) == what else _units(unit)
        return _changed(_with(" ".join(part for part in (what, verb) if part), f"in {plural}" if plural else ""), measure)
    if measure == "increment" and verb:
        return f"{counted} newly {verb}".strip()
    told = " ".join(part for part in (counted, verb) if part) or "number"
    if measure == "increment" and told != "number":
        return f"{'additional' if told == 'people' else 'new'} {told}"
    return _changed(told, measure)


def _open(counted: str, kind: str, unit: str | None, asked: str) -> bool:
    """Whether the question does not say what is asked of the things: it does of a price, a rate, or kilometres of road."""
    if kind == "count" or asked.startswith("share of"):
        return True
    if kind in ("percent", "fraction"):
        return " " not in counted
    if unit == "magnitude" or asked.startswith("exchange rate"):
        return False
    if kind == "money":
        return not any(word in english()["words"]["money"] for word in counted.casefold().split())
    return not counted or "“" in counted


def _share(counted: str, verb: str, measure: str) -> str:
    what = " ".join(part for part in (counted, verb) if part)
    if measure in ("change", "increment"):
        return f"percentage change in {counted}" if counted else "percentage change"
    what = " ".join(part for part in (counted, verb) if part)
    head = counted.split(" (“")[0].split()[-1] if counted else ""
    many = (head.endswith("s") and not head.endswith("ss")) or head in english()["words"]["many"]
    if not counted:
        return f"share of those {verb}" if verb else "percentage"
    return f"share of {what}" if many and not counted.startswith("“") else f"{what}, in percent"


def _changed(what: str, measure: str) -> str:
    return {"change": "change in ", "increment": "increase in ", "rate": "rate of "}.get(measure, "") + what


def _with(what: str, more: str) -> str:
    return f"{what} {more}".strip()


def _land_of(unit: str | None) -> str:
    """ "Amerika Serikat" of "dolar Amerika Serikat" is no place."""
    return "US" if unit and "USD" in unit else ""


def _money(unit: str) -> str:
    """A currency, or what is paid for one of something: "IDR per gram" -> "rupiah per gram"."""
    currencies = english()["currencies"]
    base, per, rest = unit.partition(" per ")
    # "IDR per USD" is a rate of exchange: of one dollar
    return f"{currencies.get(base, base)}{per}{currencies.get(rest, rest).removesuffix('s') if rest in currencies else rest}"


def _units(unit: str) -> str:
    """The plural of a unit: "kilometre per hour" -> "kilometres per hour"."""
    plurals = english()["plurals"]
    if unit in plurals:
        return str(plurals[unit])
    base, per, rest = unit.partition(" per ")
    base = plurals.get(base, base if base.endswith("s") or not base.isascii() or not base else f"{base}s")
    return f"{base}{per}{rest}"


@cache
def _dimensions() -> dict[str, str]:
    """The dimension of each unit by its name."""
    from claims_pipeline.quantities.language import load
    from claims_pipeline.quantities.units import units

    read = units(load("en"))
    return dict([*read.symbols.values(), *read.names.values()])


@cache
def _unit_words(lang: str) -> frozenset[str]:
    """Words that begin the name of a unit or a currency, in lower case."""
    from claims_pipeline.quantities.language import load
    from claims_pipeline.quantities.units import units

    read = units(load(lang))
    return frozenset(word.casefold() for word in [*read.symbols, *read.names, *read.currencies])


def _counted(claims: ClaimSet, members: np.ndarray) -> str:
    """The counted thing that most claims tell: by its head in English, and in full where most of those agree."""
    column = claims.table
    told: list[Thing] = []
    for k in members.tolist():
        noun, lang = column["noun"][k] or "", column["lang"][k]
        if column["unit"][k]:
            noun = _past_unit(noun, lang, column["place"][k])
        found = thing(noun, lang)
        if not found.sure:
            told_as = gloss(found.head, lang)
            found = Thing(told_as, told_as, True) if told_as else Thing("", "", True) if counts_any(found.head, lang) else found
        elif lang == "en" and (bare := _OWN.sub("", found.full)) != found.full:
            found = thing(bare, lang)
        if found.head:
            told.append(found)
    if len(told) * 3 < len(members):
        return ""
    heads = Counter(found.head for found in told)
    sure = {found.head for found in told if found.sure}
    head = min(heads, key=lambda h: (-heads[h], h not in sure, len(h), h))
    if heads[head] * 5 < len(told) * 2 and len(told) > 2:
        return "people" if any(h in heads for h in english()["words"]["many"]) else ""
    full = Counter(found.full for found in told if found.head == head)
    best = min(full, key=lambda f: (-full[f], len(f), f))
    plain = head if head in sure else f"“{head}”"
    return best if full[best] * 2 >= full.total() else plain


def _past_unit(noun: str, lang: str, place: str | None) -> str:
    """What a unit measures: "kg sabu" -> "sabu", "inches of rain" -> "rain"; empty where the noun is the unit alone, or a place."""
    known = _unit_words(lang)
    words, *per = _PER.split(f"{noun} ", maxsplit=1)[0].split(), *_PER.findall(f" {noun} ")
    if words and "-" in words[0] and words[0].split("-")[0].casefold() in known:  # "km-deep"
        words = words[1:]
    while words:
        length = next((n for n in (3, 2, 1) if " ".join(words[:n]).casefold() in known), 0)
        if not length:
            break
        words = words[length:]
    if words and words[0].casefold() in ("per", "of", "de", "di", "d’une", "pro"):
        words = words[1:] if words[0].casefold() == "of" else []
    left = " ".join(words)
    if per and len(words) == 1:  # "mikrogram per meter kubik"
        return ""
    return "" if place and left.casefold() == place.casefold() else left


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest value that is one; ties go to the shorter, then to the alphabet."""
    told = [value for value in values if value]
    if not told or told.count(told[0]) == len(told):  # nearly always, and counting costs ten times as much
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], len(value), value))
