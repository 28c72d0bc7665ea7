"""The cues of a language that make a number a date, an age, a name or a figure of speech, compiled from its data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.calendar import countries
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, stems, trie, words


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The compiled cues of one language. Patterns named ``*_before`` end at the number, ``*_after`` begin behind it."""

    identifier_before: re.Pattern[str]
    over_name: re.Pattern[str]
    """Words that begin a name which ends in a number: "Jalan Rawa Timur 1"."""
    capital: frozenset[str]
    identifier_bare: re.Pattern[str]
    """Words that name a number in any case where no noun follows: "kelas 3", "lajur 2"."""
    identifier_after: re.Pattern[str]
    versions: re.Pattern[str]
    """Words in front of a version, which has decimals: "PM 2.5", "Bluetooth 5.0"."""
    names: bool
    ordinal_before: re.Pattern[str]
    ordinal_before_bare: re.Pattern[str]
    """Words that rank only a number without a noun behind."""
    ordinal_after: re.Pattern[str]
    ordinal_glued: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    age_bare: re.Pattern[str]
    """Words that make an age of a number without a noun: "she was 9"."""
    age_limited: re.Pattern[str]
    """Words of people in front of a limit of age without a unit: "children under five"."""
    age_level: re.Pattern[str]
    """What is told in years, up to six words in front of its number: "life expectancy for men is"."""
    plurals: tuple[str, ...]
    age_be: re.Pattern[str]
    age_when: re.Pattern[str]
    age_persons: re.Pattern[str]
    age_default: str
    apposition: bool
    age_also: re.Pattern[str]
    """Adverbs between a comma and an age: "Rose, also 31, said"."""
    age_aside: re.Pattern[str]
    age_person_of: re.Pattern[str]
    listed: re.Pattern[str]
    hour_before: re.Pattern[str]
    age_decade: re.Pattern[str]
    year_before: re.Pattern[str]
    year_strict: re.Pattern[str]
    year_after: re.Pattern[str]
    decade: re.Pattern[str]
    decade_before: re.Pattern[str]
    day_before: re.Pattern[str]
    count_after: re.Pattern[str]
    count_before: re.Pattern[str] | None
    function: frozenset[str]
    idioms: re.Pattern[str]
    pronouns: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    before_words: re.Pattern[str]
    before_any: frozenset[str]
    """Those of ``before_words`` that name a number in front of a noun too: "a category three storm"."""
    weekday_before: re.Pattern[str]
    verb_prefix: tuple[str, ...]
    attribution: re.Pattern[str]
    next_word: re.Pattern[str]
    times_after: re.Pattern[str]
    other_after: re.Pattern[str]
    other_before: re.Pattern[str]
    other: re.Pattern[str]
    interface: re.Pattern[str]
    hyphened: re.Pattern[str]
    spaced: bool
    places: frozenset[str]
    """Countries and other places: a number behind one is of the place ("Spain had 182 and France 89")."""
    priced: re.Pattern[str]
    """A word of price and up to three words: the size behind them is that of what is sold ("harga emas 1 gram")."""
    denominator: re.Pattern[str]
    """Ends at the base of a rate: "per 100,000"."""
    comma: bool
    """Decimals are written with a comma, so that "4.0" and "17.29" are none."""
    year_offset: int
    """By how much the years of the language's own calendar are larger (543 in the Buddhist era)."""


@lru_cache(maxsize=64)
def kinds(language: Language) -> Kinds:
    section, dates = language.section("kinds"), language.section("dates")
    identifier, age, idiom, count = (section.get(n, {}) for n in ("identifier", "age", "idiom", "count"))
    ordinal = section.get("ordinal", {})
    left, right = left_edge(language), right_edge(language)

    def before(entries: object, tail: str = r"[ :.]{0,2}$") -> re.Pattern[str]:
        if not spaced(language):
            tail = tail.replace(" $", " ?$").replace("]$", "]?$")
        return re.compile(rf"{left}({trie(words(entries))}){tail}")

    def after(entries: object) -> re.Pattern[str]:
        return re.compile(rf"[ -]?({trie(words(entries))}){right}")

    def phrases(entries: object) -> re.Pattern[str]:
        listed = words(entries)  # "אחד מ*": the next word is glued to the last letter
        listed += [w.replace(" ", "-") for w in listed if " " in w]  # "zero-tolerance policy"
        opened = trie(w[:-1] for w in listed if w.endswith("*"))
        return re.compile(rf"{left}(?:{opened}|(?:{trie(w for w in listed if not w.endswith('*'))}){right})")

    def numbered(entries: object) -> re.Pattern[str]:
        """Phrases with "#" for any number in digits."""
        arms = [re.escape(w).replace(r"\#", r"\d{1,6}") for w in words(entries)]
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(arms) or '(?!)'})(?![^\W_])")

    aside = trie(words(age.get("apposition_words")))
    told = f"(?:{trie(words(language.section('attribution').get('infinitive')))})"  # "a student with one book told to leave" says nothing
    persons = stems(language.section("nouns").get("persons"))
    return Kinds(
        before(identifier.get("before"), r"[ :.-]{0,2}\(?$"),  # "Ayat (2)"
        re.compile(
            rf"{left}(?:{trie(words(identifier.get('over_name')))}) ({LETTER}[\w'.-]{{0,30}}(?: {LETTER}[\w'.-]{{0,30}}){{0,3}})[ :]$"
        ),
        frozenset(words(identifier.get("capital"))),
        before(identifier.get("bare"), r"[ :.-]{1,2}$"),
        after(identifier.get("after")),
        before(identifier.get("versions"), r"[ :./-]{0,2}$"),
        bool(identifier.get("names", False)),
        before(ordinal.get("before"), r" $"),
        before(ordinal.get("before_bare"), r" $"),
        after(ordinal.get("after")),
        re.compile(rf"{left}({trie(words(ordinal.get('glued_before')))}) ?-? ?$" if ordinal.get("glued_before") else "(?!)"),
        before(age.get("before"), rf"(?: {LETTER}+){{0,1}}[ :-]{{0,2}}$"),
        after(age.get("after")),
        before(age.get("before_bare"), r" $"),
        before(age.get("limited"), r" $"),
        before(age.get("levels"), rf"(?: {LETTER}[\w'-]{{0,30}}){{0,6}} $"),
        tuple(words(language.section("nouns").get("plurals"))),
        before(age.get("be"), r" $"),
        after(age.get("when")),
        before(age.get("persons"), r" $"),
        str(age.get("default_unit", "year of age")),
        bool(age.get("apposition", False)),
        re.compile(rf"(, )(?:{trie(words(age.get('also')))}) $"),
        re.compile(rf"[^\W\d_][\w'.-]*(?:, (?:(?P<word>{aside}) )?| \()$"),
        re.compile(rf"{left}(?:{persons}){LETTER}*(?: {LETTER}+)? (?:{aside}) $"),
        re.compile(rf"-?(?:,?(?: ?(?:{trie(words(language.section('ranges').get('list')))}))|,)(?: (?:{aside}))? "),
        before(dates.get("hour_before"), r" $"),
        re.compile(rf"{left}(?:{trie(words(age.get('decade')))})[ -]$|{left}(?:{trie(words(age.get('decade_possessives')))}) $"),
        before(dates.get("year_before"), r"[ -]$"),
        before(dates.get("year_strict"), r"[ -]{0,2}$"),
        after(dates.get("year_after")),
        re.compile(rf"(?:{trie(words(dates.get('decade_suffix')))}){right}"),
        before(dates.get("decade_before"), r" '?$"),
        before(dates.get("day_before"), r" $"),
        re.compile(rf" ?(?:{trie(words(count.get('nouns')))}){right}"),
        re.compile(rf"{left}(?:{trie(words(count.get('nouns')))}) $") if language.section("nouns").get("order") == "before" else None,
        frozenset(fold_word(w) for w in count.get("function", [])),
        phrases(idiom.get("phrases")),
        phrases(idiom.get("pronouns")),
        before(idiom.get("pronoun_determiners"), rf"(?: {LETTER}[\w'-]{{0,30}})? $"),
        before(identifier.get("before_words"), r"[ -]$"),
        frozenset(words(identifier.get("before_any"))),
        before(dates.get("weekdays"), r",? ?\(?$"),
        tuple(words(count.get("verb_prefixes"))),
        re.compile(rf"(?: {LETTER}[\w'-]{{0,30}}){{1,3}}? (?:{trie(words(idiom.get('attribution')))}){right}(?! {told}{right})"),
        re.compile(rf"[ -]({LETTER}(?:{LETTER}|[\d'-])*)"),
        after(idiom.get("times")),
        after(section.get("other", {}).get("after")),
        before(section.get("other", {}).get("before"), r" $"),
        numbered(section.get("other", {}).get("phrases")),
        numbered(section.get("other", {}).get("interface")),
        re.compile(rf"-{LETTER}*(?:{trie(words(idiom.get('hyphened_endings')))}){right}"),
        spaced(language),
        frozenset(
            fold_word(w) for w in (*words(language.section("places").get("names")), *(countries(language.code) if language.known else ()))
        ),
        re.compile(rf"{left}(?:{trie(words(section.get('other', {}).get('priced')))})(?: [^\W\d_][\w-]*){{0,3}} (?:1 )?$"),
        before(language.section("units").get("per"), r" ?$"),
        language.section("numerals").get("decimal") == ",",
        int(dates.get("year_offset", 0)),
    )
