"""Units and currencies around a number: their normalised name, their place, what they say of the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities import symbols as shared
from claims_pipeline.quantities.fold import Folded, fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, table, trie, words
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.per import Per, compile_per, per

_QUOTED = re.compile(r"(?:^|[\s(])'")  # in 'we lost 30' the mark closes what was said
_INCHES = re.compile(r"-(\d{1,2})(?![\w.,-]\d|\w)|[ ,-]{0,2}(\d{1,2}) ?-?(?:in|ins|inch|inches)(?![^\W_])")
_AMOUNT = re.compile(r"\d+[.,]\d|\d{3}")
_HEAVIEST = 3000
"""Pounds that a thing tied to them by a hyphen weighs at most."""
_MODIFIED = frozenset({"time", "length", "area", "volume", "mass"})
_OWN_KEYS = frozenset(
    {
        "adjective_endings",
        "adjectives",
        "glued",
        "glued_not",
        "countries",
        "marks_near",
        "modified",
        "not_modified",
        "not_modifiers",
        "per_things",
        "per_whole",
        "factors",
        "more",
        "per",
        "per_article",
        "per_words",
        "attributive",
        "either",
        "before",
        "words_before",
    }
)
KIND_OF_DIMENSION = {"time": "duration", "money": "money", "percent": "percent", "age": "age", "rate": "rate"}


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The compiled units of one language, with the symbols that all languages share."""

    symbols: dict[str, tuple[str, str]]
    """Symbol with its case -> (name, dimension)."""
    symbol: re.Pattern[str]
    names: dict[str, tuple[str, str]]
    """Folded word -> (name, dimension)."""
    word: re.Pattern[str]
    currency: re.Pattern[str]
    """Matches a reversed currency sign at the end of the text before the number."""
    currencies: dict[str, str]
    per: Per
    glued: dict[str, tuple[str, str]]
    """Units only right behind digits: "512p" are pence, "512 p" pages."""
    glued_word: re.Pattern[str]
    glued_not: frozenset[float]
    modified: re.Pattern[str]
    """A unit with one word before it: "120 rushing yards", "50 previous years"."""
    not_modifiers: frozenset[str]
    of_whose: re.Pattern[str]
    """The country behind an amount in dollars: "$75 U.S. per barrel"."""
    countries: dict[str, str]
    marks_near: re.Pattern[str]
    """Words that make the mark behind digits feet: "30' tall"."""
    before: dict[str, tuple[str, str]]
    before_word: re.Pattern[str]
    either: dict[str, list[str]]
    either_weight: re.Pattern[str]
    either_default: str
    doubtful: frozenset[str]
    """Symbols that are words of the language too."""
    undoubted: re.Pattern[str]
    part_of: re.Pattern[str]
    hedge: re.Pattern[str]
    """A bound between number and unit: "300多公里"."""
    factors: dict[str, float]
    """Units that are so many of the named one: 割 and 成 are ten percent."""


@lru_cache(maxsize=64)
def units(language: Language) -> Units:
    symbols, currencies = shared.symbols(), shared.currencies()
    section = language.section("units")
    symbols = {**{sign: (code, "money") for sign, code in currencies.items()}, **symbols}
    names: dict[str, tuple[str, str]] = {}
    for dimension, forms in section.items():
        if dimension in _OWN_KEYS or not isinstance(forms, dict):
            continue
        for name, spelled_forms in forms.items():
            names |= {fold_word(form): (name, dimension) for form in spelled_forms}
    endings = words(section.get("adjective_endings"))
    for dimension, stems in section.get("adjectives", {}).items():
        names |= {f"{fold_word(stem)}{e}": (name, dimension) for name, entries in stems.items() for stem in entries for e in endings}
    ages = language.section("kinds").get("age", {})
    names |= {w: (name, "age") for w, name in table(ages.get("units")).items()}
    either_section = section.get("either", {})
    either = {w: v for w, v in table(either_section).items() if isinstance(v, list) and w != "weight_words"}
    names |= {w: (options[0], "either") for w, options in either.items()}
    own_currency = table(section.get("currency_default"))
    currencies = {**currencies, **{sign: str(code) for sign, code in own_currency.items()}}
    before = {
        fold_word(form): (name, _dimension_of(name, names, symbols)) for name, forms in section.get("before", {}).items() for form in forms
    }
    words_before = bool(section.get("words_before", False))  # "kilomita 300": every unit stands in front of its number
    if words_before:
        before = {**{w: unit for w, unit in names.items() if unit[1] not in ("either", "age")}, **before}
    right, left = right_edge(language), left_edge(language)
    glued = {w: (name, dimension) for dimension, forms in section.get("glued", {}).items() for w, name in table(forms).items()}
    countries = {w: str(code) for w, code in table(section.get("countries")).items()}
    ending = [*words(section.get("per")), *words(section.get("per_article")), *words(language.section("ranges").get("middle"))]
    plain = [w for w, (_, dimension) in names.items() if dimension in _MODIFIED and w not in words(section.get("not_modified"))]
    articles = trie(words(language.section("numerals").get("articles")))
    of = trie(words(language.section("fractions").get("article_needs")))
    # "dos millones de euros", "deux millions d'euros": a word may lead from the number to its unit
    linkers = "".join(rf"(?:{re.escape(w)}{'' if w.endswith(chr(39)) else ' '})?" for w in words(section.get("linkers")))
    more = rf"(?:(?:{trie(words(section.get('more')))}) )?" if section.get("more") else ""  # "7 more months"
    return Units(
        symbols,
        re.compile(rf"[ -]?({trie(symbols)})(?!{LETTER if spaced(language) else '[A-Za-z]'}|[\d²³])"),
        names,
        re.compile("[^\\s\\S](?P<name>)" if words_before else rf"[ -]{{0,2}}{more}({linkers}(?P<name>{trie(names)})){right}"),
        re.compile(f" ?({trie(sign[::-1] for sign in currencies)})(?!{LETTER}(?<=[A-Za-z]))"),
        currencies,
        compile_per(language, names, symbols),
        glued,
        re.compile(rf"({trie(glued)})(?![^\W\d_]|\.[^\W\d_])"),
        frozenset(map(float, section.get("glued_not", ()))),
        re.compile(rf" ({LETTER}{{3,20}}) ({trie(plain)}){right}(?! (?:{trie(words(section.get('per_article_not_before')))}){right})")
        if section.get("modified")
        else re.compile("(?!)"),
        frozenset(words(section.get("not_modifiers"))) | _grammar(language),
        re.compile(rf" ({trie(countries)}){right}(?= ?(?:[,;:)]|$|\.(?: |$))| (?:{trie(ending)}) )"),
        countries,
        re.compile(rf"{left}(?:{trie(words(section.get('marks_near')))}){right}"),
        before,
        re.compile(rf"{left}({trie(before)}) ?(?:of )?-?$"),
        either,
        re.compile(rf"{left}(?:{trie(words(either_section.get('weight_words')))}){right}"),
        str(either_section.get("default", "")),
        frozenset(map(str, section.get("doubtful_symbols", ()))),
        re.compile(rf" ?(?:[.,;:)]|$)| (?:{trie(words(section.get('linkers')))}){right}"),
        re.compile(rf"(?: (?:{of}))?(?: (?:{articles}))? ({trie(names)}){right}"),
        re.compile(rf" ?(?:{trie(w for forms in language.section('bounds').get('after', {}).values() for w in words(forms))}){right}"),
        {w: float(factor) for w, factor in table(section.get("factors")).items()},
    )


def _grammar(language: Language) -> frozenset[str]:
    """Words of the language that end a noun phrase or are counted themselves: none stands between a number and its unit."""
    nouns = language.section("nouns")
    listed = [
        w for role in ("stop", "verbs", "light", "persons", "things", "determiners", "and", "generic") for w in words(nouns.get(role))
    ]
    hedges = [w for forms in language.section("bounds").get("after", {}).values() for w in words(forms)]
    return frozenset((*listed, *hedges))


def _dimension_of(name: str, names: dict[str, tuple[str, str]], symbols: dict[str, tuple[str, str]]) -> str:
    for known, dimension in (*names.values(), *symbols.values()):
        if known == name:
            return dimension
    return "measure"


def money_before(folded: Folded, position: int, language: Language) -> tuple[str, int] | None:
    """(ISO code, start) of the currency sign that stands directly before ``position``, or None."""
    if position == 0:
        return None
    rules = units(language)
    end = position - 1 if folded.raw[position - 1] == "-" and position > 1 else position
    window = folded.raw[max(0, end - 9) : end][::-1]
    m = rules.currency.match(window)
    if m is None:
        return None
    start = end - m.end()
    sign = m.group(1)[::-1]
    if sign[0].isalpha() and start > 0 and folded.raw[start - 1].isalnum() and not sign[0].isupper():
        return None
    if sign == "PS" and not _AMOUNT.match(folded.raw, position):  # PS5 is no five pounds
        return None
    return rules.currencies[sign], start


def attach(mention: Draft, folded: Folded, language: Language, limit: int) -> None:
    """Give ``mention`` its unit, looking no further than ``limit`` (the next number)."""
    rules = units(language)
    money = money_before(folded, mention.start, language)
    if money is not None:
        code, start = money
        _set(mention, code, "money", start, mention.start, "unit.currency")
        whose = rules.of_whose.match(folded.low, mention.end) if folded.raw[mention.start - 1] == "$" else None
        if whose is not None and code == "USD":
            mention.unit = rules.countries[whose.group(1)]
        per(mention, folded, rules.per, whose.end() if whose is not None else mention.end, limit)
        return
    if folded.raw[mention.start - 1 : mention.start] == "%" and folded.raw[mention.end : mention.end + 1] != "%":  # Turkish %10
        _set(mention, "percent", "percent", mention.start - 1, mention.start, "unit.percent")
        mention.start -= 1
        return
    if "feet.inches" in mention.rules:
        _set(mention, "foot", "length", mention.end - 1, mention.end, "unit.mark")
        return
    divided = shared.quotient_pattern().match(folded.raw, mention.end)
    if divided is not None:
        name, dimension = shared.quotient(divided)
        _set(mention, name, dimension, divided.start(1), divided.end(), "unit.quotient")
        return
    m = rules.word.match(folded.low, mention.end)
    s = rules.symbol.match(folded.raw, mention.end)
    if s is not None and s.group(1) in rules.doubtful and not rules.undoubted.match(folded.low, s.end()):
        s = None  # Italian "7.1 ha colpito" is a verb, no hectare
    if m is None and s is None and (hedge := rules.hedge.match(folded.low, mention.end)) is not None:
        m, s = rules.word.match(folded.low, hedge.end()), rules.symbol.match(folded.raw, hedge.end())
    if s is not None and (m is None or s.end() > m.end()) and _plausible(s, mention, folded):
        name, dimension = shared.meant(s.group(1), folded.low) or rules.symbols[s.group(1)]
        _set(mention, name, dimension, s.start(1), s.end(), "unit.symbol")
    elif m is not None and not _acronym(m, folded):
        name, dimension = rules.names[m.group("name")]
        if dimension == "either":
            options = rules.either[m.group("name")]
            # "a 60-pound bag"; larger sums are paid: "a 430,000-pound compensation"
            tied = folded.low.startswith("-", mention.end) and (mention.value or 0) < _HEAVIEST
            weight = tied or rules.either_weight.search(folded.low) is not None
            name = options[1] if weight or (mention.value is None and options[0]) else options[0]
            dimension = "mass" if weight else "money"
        if name:  # Persian "تن" without a word of weight: persons
            _set(mention, name, dimension, m.start(1), m.end(), "unit.word")
        if mention.value is not None and m.group("name") in rules.factors:
            mention.value *= rules.factors[m.group("name")]
    if mention.unit == "foot" and mention.unit_end is not None and mention.unit_end > mention.end:
        _inches(mention, folded)
    if mention.unit is None:
        _before(mention, folded, rules)
    if mention.unit is None:
        _rarer(mention, folded, rules, limit)
    if mention.unit is None or mention.dimension != "age":
        per(mention, folded, rules.per, mention.unit_end if mention.unit_end and mention.unit_end > mention.end else mention.end, limit)
    if (
        mention.dimension == "percent"
        and mention.unit_end
        and mention.unit_end > mention.end
        and mention.unit in ("percent", "percentage point")
    ):
        mention.end = mention.unit_end if mention.unit == "percent" else mention.end
        mention.text = folded.raw[mention.start : mention.end]


def attach_part(mention: Draft, folded: Folded, language: Language) -> None:
    """ "half a mile", "a third of an hour": a fraction of one unit is a measure, not a share."""
    rules = units(language)
    m = rules.part_of.match(folded.low, mention.end)
    if m is not None and m.group(1) in rules.names:
        name, dimension = rules.names[m.group(1)]
        if dimension not in ("percent", "either", "age"):
            _set(mention, name, dimension, m.start(1), m.end(1), "unit.part")
            mention.kind = ""


def _acronym(m: re.Match[str], folded: Folded) -> bool:
    """ "A 2014 RAND study": a currency in capitals among small letters is a name."""
    written = folded.raw[m.start("name") : m.end("name")]
    return len(written) > 3 and written.isupper() and not folded.raw.isupper() and folded.raw[m.end() : m.end() + 1] == " "


def _plausible(s: re.Match[str], mention: Draft, folded: Folded) -> bool:
    """A letter behind a space is a unit only where nothing else is likely ("Group 3 C", "part 2 L")."""
    sign = s.group(1)
    if folded.raw[mention.end] == "-" and len(sign) == 1:
        return False
    if len(sign) == 1 and sign.isalpha() and s.start(1) > mention.end and sign.isupper():
        return mention.value is not None and folded.raw[s.end() : s.end() + 1] in ("", " ", ",", ";", ")", ".") and sign in "CFVWL"
    return True


def _rarer(mention: Draft, folded: Folded, rules: Units, limit: int) -> None:
    """Pence glued to digits, the marks of feet and inches, a unit with one word before it."""
    if "digits" in mention.rules and mention.factor == 1 and mention.value is not None:
        m = rules.glued_word.match(folded.low, mention.end)
        if m is not None and mention.value in rules.glued_not:
            mention.kind, mention.is_claim = "identifier", False
            mention.rules.append("name.letters")
            return
        if m is not None:
            name, dimension = rules.glued[m.group(1)]
            _set(mention, name, dimension, m.start(), m.end(), "unit.glued")
            return
        if folded.low.startswith("'", mention.end) and _tall(mention, folded, rules):
            _set(mention, "foot", "length", mention.end, mention.end + 1, "unit.mark")
            return
    m = rules.modified.match(folded.low, mention.end)
    if m is None or m.end() > limit or m.group(1) in rules.not_modifiers or m.group(1).endswith("s"):
        return
    singular = not m.group(2).endswith("s") and m.group(2) != "feet"
    year = mention.factor == 1 and "digits" in mention.rules and "grouped" not in mention.rules and 1900 <= (mention.value or 0) <= 2100
    if not singular and not year:  # "12 last year", "in 2019 total hours"
        name, dimension = rules.names[m.group(2)]
        _set(mention, name, dimension, m.start(1), m.end(), "unit.modified")


def _inches(mention: Draft, folded: Folded) -> None:
    """ "6ft 2in", "6-foot-4", "6 feet 2 inches" are one length."""
    m = _INCHES.match(folded.low, mention.unit_end or mention.end)
    inches = int(m.group(1) or m.group(2)) if m is not None else 12
    if m is None or inches > 11 or mention.value is None or mention.value > 9 or not mention.value.is_integer():
        return
    mention.value += inches / 12
    mention.end = mention.unit_end = m.end()
    mention.text = folded.raw[mention.start : mention.end]
    mention.rules.append("feet.inches")


def _tall(mention: Draft, folded: Folded, rules: Units) -> bool:
    """ "30' tall", "an altitude of 30'": a word of height or length next to the mark; elsewhere it closes a quote or marks a minute."""
    if _QUOTED.search(folded.low):
        return False
    m = rules.marks_near.search(folded.low, max(0, mention.start - 24), mention.start)
    if m is not None and folded.low[m.end() : mention.start].replace(" ", "").isalpha():
        return True
    return rules.marks_near.match(folded.low, mention.end + 2) is not None


def _set(mention: Draft, name: str, dimension: str, start: int, end: int, rule: str) -> None:
    mention.unit, mention.dimension, mention.unit_start, mention.unit_end = name, dimension, start, end
    mention.rules.append(rule)


def _before(mention: Draft, folded: Folded, rules: Units) -> None:
    m = rules.before_word.search(folded.low, max(0, mention.start - 40), mention.start)
    if m is not None:
        name, dimension = rules.before[m.group(1)]
        _set(mention, name, dimension, m.start(1), m.end(1), "unit.before")
        if name == "percent":  # "asilimia 10"
            mention.start = m.start(1)
            mention.text = folded.raw[mention.start : mention.end]
