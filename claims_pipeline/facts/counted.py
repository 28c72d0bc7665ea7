"""What a claim counts, as one English word in every language: "159 enfants" and "34 детей" count children, "97 morts" people.

Words of two languages cannot be held against each other, and vectors of short phrases take children for people. The
dictionaries of nouns/ know; what they do not know counts nothing here, so that it says neither yes nor no.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claims_pipeline.facts.nations import nation
from claims_pipeline.facts.things import english, thing

PEOPLE = "people"
_ANY = "other"
_ENDED = 3  # letters of a word that has no ending


@lru_cache(1 << 16)
def counted(noun: str | None, scope: str | None, attribute: str | None, lang: str) -> str:
    """The group that is counted; empty where it is not known.

    ``scope`` speaks before the noun: "120 people, most of them children" counts children. A noun that says no more than
    what happened to the people ("97 deaths" of those killed) is people; people to whom nothing is said to have happened
    may be anyone ("230 people" of the suspects), and those of one nation are not all ("one Russian citizen" of the dead).
    """
    told = _group(scope, attribute, lang) if scope else ""
    # a scope that no dictionary knows may be any part of the people
    found = told or ("" if scope else _group(noun, attribute, lang))
    if found == PEOPLE:
        return "" if (attribute or _ANY) == _ANY or nation(scope or noun, lang) else found
    return "" if nation(found.title(), "en") else found  # "Americans" may be any people


@cache
def never_another() -> frozenset[str]:
    """The groups that are never told as another one."""
    return frozenset(english()["apart"]["never"])


@cache
def some_people() -> frozenset[str]:
    """The groups that are some of the people and never told as all of them."""
    return frozenset(english()["apart"]["some"])


@cache
def callings() -> frozenset[str]:
    """The groups of which two are never told as each other, though each may be told as people."""
    return frozenset(english()["apart"]["callings"])


def _group(phrase: str | None, attribute: str | None, lang: str) -> str:
    if not phrase:
        return ""
    found = thing(phrase, lang)
    if not found.sure or not found.head:
        return ""
    told = english()["people"].get(attribute or "", ())
    if found.head in told or found.full in told:
        return PEOPLE
    word = found.head.split()[-1].removesuffix("'s").casefold()
    group = _same().get(word) or _same().get(singular(word), singular(word))
    if word in english()["apart"]["empty"]:
        return ""
    if group in some_people() and not set(found.full.split()).isdisjoint(english()["apart"]["all"]):
        return PEOPLE
    return PEOPLE if group in english()["told_as"].get(attribute or "", ()) else group


def singular(word: str) -> str:
    """An English plural without its ending; rough, for words that are held against each other only."""
    if len(word) <= _ENDED:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _same() -> dict[str, str]:
    """Words for one group, singular and plural too."""
    return {word: group for group, words in english()["groups"].items() for word in words}
