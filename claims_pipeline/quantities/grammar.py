"""The meaning sections of one language file, compiled once: which words play which part around a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims_pipeline.quantities.calendar import Calendar, compile_calendar, countries
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.phrasebook import Label, Phrasebook, Segmenter

MODES = ("noun", "state", "alone", "after", "before", "before_persons", "both", "nominal", "toll")
"""How a word of an attribute stands to its number; docs of the language files explain each with an example."""

ROLES = {
    "nouns": (
        "stop", "determiners", "join", "partitive", "anaphora", "more", "generic", "persons", "things", "classifiers", "links", "and",
        "verbs", "relative", "taken_from", "light", "genitive", "than", "superlative", "nominal", "hyphened", "in_money", "as", "topic",
        "nationals", "indefinite",
    ),
    "attributes": ("passive", "oblique", "oblique_object"),
    "measure": (
        "unchanged", "total", "increment", "increment_counts", "change", "by", "reaches", "rate", "rate_before", "points", "during",
    ),
    "modality": (
        "negated", "not_negated", "hypothetical", "conditional", "planned", "past", "breaks", "purpose", "achieved", "past_after",
        "compared", "compared_behind", "past_near", "idle", "findings",
    ),
    "attribution": (
        "verbs", "verbs_first", "according", "according_after", "speakers", "that", "ambiguous", "pronouns", "silent",
        "anaphoric", "infinitive", "first_person",
        "verbs_last", "topic",
    ),
    "scope": ("among", "of_them"),
    "places": (
        "prepositions", "not_places", "not_after", "events", "before_names", "names", "inside", "papers", "leans", "given_names",
        "where",
    ),
    "as_of": ("until", "since", "in_month", "month_end", "when"),
}  # fmt: skip
"""The word lists of each section. A list that a file leaves out is empty and its rule simply never fires."""

BIT = {f"{section}.{role}": 1 << n for n, (section, role) in enumerate((s, r) for s, rs in ROLES.items() for r in rs)}
TIME = 1 << len(BIT)
"""A weekday or a month."""
HEDGE = TIME << 1
UNIT = TIME << 2


@dataclass(frozen=True, slots=True)
class Restriction:
    """Nouns that an attribute is limited to (``of``: own words; ``only``: persons or things) or that it is never said of (``not``)."""

    of: bool
    barred: int
    only: int


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    phrases: Phrasebook
    segmenter: Segmenter | None
    calendar: Calendar
    people: str
    """The noun where the text leaves it out: "12 killed" counts people."""
    human: frozenset[str]
    """Attributes that only people have, so that an elided noun can be filled."""
    noun_capitals: bool
    """True where nouns are written with a capital: a small word behind one ends the phrase (German)."""
    closed: bool
    """True where a known noun ends its phrase, names apart: verbs have no form to know them by (Vietnamese)."""
    adjectives: tuple[str, ...]
    """Endings of adjectives where a phrase goes on only behind one ("nieuwe besmettingen"): verbs cannot be told otherwise."""
    agree: tuple[str, ...]
    """Endings of plurals, where adjectives behind the noun have them too: what follows without one is no part of the phrase."""
    adverbs: tuple[str, ...]
    """Endings of adverbs that stand between such a plural and its adjective."""
    openers: frozenset[str]
    """What stands in front of the level that a change begins at: "from"."""
    per: frozenset[str]
    gerunds: tuple[str, ...]
    """Endings of a verb that is a noun too ("spending") and has its object behind it; empty where endings do not tell."""
    verb_final: bool
    """True where participles close their clause: one speaks of a number behind it only with its auxiliary ("getötet wurden 12")."""
    closing: bool
    """True where verbs close their sentence, so that words on the way to them part nothing (Persian, German participles)."""
    inverted: bool
    """True where the subject may follow its passive verb: "fueron evacuadas 300 personas"."""
    genitive_behind: bool
    """True where the counted noun may stand behind the counter ("14名矿工", "14人の作業員")."""
    reaching: frozenset[str]
    """Case endings of the level that was reached: Turkish "yüzde 5'e düştü"."""
    change_behind: bool
    """True where the verb of change closes the clause behind its figure."""
    particles: tuple[str, ...]
    """Endings that mark the part a noun plays and so close its phrase (Korean)."""
    cases: tuple[str, ...]
    """Endings of case or possession, which the last word of a phrase alone has (Turkish)."""
    not_cases: tuple[str, ...]
    counter_ends: bool
    """True where nothing of the counted phrase follows its counter (Thai)."""
    subjects: frozenset[str]
    """Those of the particles that mark a subject or topic: it may govern a figure further on."""
    head_last: bool
    """True where the head closes its phrase ("police vans", "Polizeiwagen"), false where it opens it ("mobil polisi")."""
    noun_first: bool
    verbs_block: bool
    """True where a verb parts a figure from the noun before it: "область выделила 2 млн рублей" counts roubles."""
    """True where the counted noun stands before the number."""
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    keep: frozenset[str]
    ends: tuple[str, ...]
    """Beginnings of words that no phrase goes on with: prepositions and "that" glued to the next word (Hebrew "בהרים")."""
    glued_and: tuple[str, ...]
    """Conjunctions written onto the next word: Hebrew "ונפצעו"."""
    participles_follow: bool
    """True where a participle never stands in front of the noun that it belongs to."""
    shortest_verb: int
    """Letters of the shortest word that its ending marks as a verb."""
    place_names: frozenset[str]
    nations: frozenset[str]
    """Those of the places that are countries: beside people they tell who those are, a town where they live ("US troops", "Gaza
    residents"). Empty where a file does not part the two: then any place tells who."""
    behind: frozenset[str]
    """Number words that stand behind their noun: Hebrew "אדם אחד"."""
    plurals: tuple[str, ...]
    """Endings of plural nouns, where they end the phrase ("90 people shelter"); empty where a language has none to go by."""
    not_plurals: tuple[str, ...]
    plural_words: frozenset[str]
    restrictions: Mapping[str, Restriction]
    idioms: tuple[str, ...]
    elided: frozenset[str]
    """Shortened words written onto the next one: French "d'", Italian "dell'"."""
    enclitics: tuple[str, ...]
    """Endings that are no part of a name: "Gaza's"."""
    acronyms: Mapping[str, str]
    """Words in capitals that are another word in lower case: "US", "WHO"."""
    possessives: tuple[str, ...]
    """Endings that make no place of a capitalised word: Indonesian "Kantornya"."""
    storms: re.Pattern[str] | None
    """The words in front of the name of a storm: "Hurricane", "badai"."""
    capitals: bool
    """False in scripts without capitals: place names then come from lists only."""


def _entries(language: Language) -> Iterator[tuple[str, Label]]:
    for section, roles in ROLES.items():
        data = language.section(section)
        for role in roles:
            name = f"{section}.{role}"
            for phrase in data.get(role, ()):
                yield phrase, Label(name, name)
    for attribute, words in language.section("attributes").items():
        if not isinstance(words, Mapping):
            continue
        for mode in MODES:
            for phrase in words.get(mode, ()):
                yield phrase, Label("attribute", attribute, mode)
        for phrase in words.get("of", ()):
            yield phrase, Label(f"of.{attribute}", attribute, "of")


def _restrictions(language: Language) -> dict[str, Restriction]:
    bits = {"persons": BIT["nouns.persons"] | BIT["nouns.generic"], "things": BIT["nouns.things"]}

    def mask(words: Mapping[str, Any], key: str) -> int:
        return sum(bits[kind] for kind in words.get(key, ()))

    return {
        name: Restriction(bool(words.get("of")), mask(words, "not"), mask(words, "only"))
        for name, words in language.section("attributes").items()
        if isinstance(words, Mapping)
    }


def _either(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE) if words else None


@lru_cache(maxsize=64)
def grammar(language: Language) -> Grammar:
    """Compiled sections of ``language``; every list may be missing."""
    nouns: Mapping[str, Any] = language.section("nouns")
    attributes = language.section("attributes")
    calendar = compile_calendar(language)
    entries = list(_entries(language))
    entries.extend((word, Label("time", "time")) for word in calendar.words)
    entries.extend((phrase, Label("time", "time")) for phrase in language.section("as_of").get("vague", ()))
    if language.known:
        entries.extend((name, Label("places.names", "places.names")) for name in countries(language.code))
    own = language.section("places").get("nations", ())
    nations = {*countries(language.code), *own} if own else set()
    elided = frozenset(map(fold_word, nouns.get("elided", ())))
    phrases = Phrasebook(entries, nouns.get("proclitics", ()), nouns.get("enclitics", ()), elided)
    return Grammar(
        phrases=phrases,
        segmenter=Segmenter(phrases.words) if nouns.get("spaces", True) is False else None,
        calendar=calendar,
        people=nouns.get("people", ""),
        human=frozenset(attributes.get("human", ())),
        noun_capitals=bool(nouns.get("noun_capitals", False)),
        closed=bool(nouns.get("closed", False)),
        adjectives=tuple(nouns.get("adjectives", ())),
        agree=tuple(nouns.get("agree", ())),
        adverbs=tuple(nouns.get("adverbs", ())),
        openers=frozenset(map(fold_word, language.section("ranges").get("change_openers", ()))),
        per=frozenset(map(fold_word, language.section("units").get("per", ()))),
        gerunds=tuple(nouns.get("gerunds", ())),
        verb_final=bool(attributes.get("verb_final", False)),
        closing=any(
            bool(t.get(k)) for t, k in ((attributes, "closing"), (attributes, "verb_final"), (language.section("measure"), "change_behind"))
        ),
        inverted=bool(attributes.get("inverted", False)),
        verbs_block=bool(nouns.get("verbs_block", False)),
        genitive_behind=bool(nouns.get("genitive")),
        change_behind=bool(language.section("measure").get("change_behind", False)),
        particles=tuple(sorted(map(fold_word, nouns.get("particles", ())), key=len, reverse=True)),
        cases=tuple(map(fold_word, nouns.get("cases", ()))),
        not_cases=tuple(map(fold_word, nouns.get("not_cases", ()))),
        counter_ends=bool(nouns.get("counter_ends", False)),
        subjects=frozenset(map(fold_word, nouns.get("subjects", ()))),
        reaching=frozenset(map(fold_word, language.section("measure").get("reaching", ()))),
        head_last=nouns.get("head", "first") == "last",
        noun_first=nouns.get("order", "after") == "before",
        prefixes=tuple(fold_word(w) for w in nouns.get("verb_prefixes", ())),
        suffixes=tuple(fold_word(w) for w in nouns.get("verb_suffixes", ())),
        keep=frozenset(fold_word(w) for w in nouns.get("keep", ())),
        ends=tuple(fold_word(w) for w in nouns.get("end_prefixes", ())),
        glued_and=tuple(c for c in phrases.proclitics if c in {fold_word(w) for w in nouns.get("and", ())}),
        participles_follow=bool(nouns.get("participles_follow", False)),
        shortest_verb=int(nouns.get("shortest_verb", 5)),
        place_names=frozenset(fold_word(phrase) for phrase, label in entries if label.name == "places.names"),
        nations=frozenset(map(fold_word, nations)),
        behind=frozenset(fold_word(w) for w in nouns.get("behind", ())),
        plurals=tuple(nouns.get("plurals", ())),
        not_plurals=tuple(nouns.get("not_plurals", ())),
        plural_words=frozenset(nouns.get("plural_words", ())),
        restrictions=_restrictions(language),
        idioms=tuple(phrase.lower() for phrase in nouns.get("idioms", ())),
        enclitics=tuple(nouns.get("enclitics", ())),
        elided=elided,
        acronyms=dict(nouns.get("acronyms", {})),
        possessives=tuple(language.section("places").get("possessives", ())),
        storms=_either(language.section("places").get("storms", ())),
        capitals=bool(language.section("places").get("capitals", True)),
    )
