"""Units and currencies around a number: their normalised name, their place, what they say of the kind."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claims_pipeline.quantities.fold import Folded, fold, fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, table, trie, words
from claims_pipeline.quantities.mention import Draft

_TABLE = Path(__file__).with_name("units.toml")
_AMOUNT = re.compile(r"\d+[.,]\d|\d{3}")
_OWN_KEYS = frozenset({"factors", "more", "per", "per_article", "per_words", "attributive", "either", "before", "words_before"})
KIND_OF_DIMENSION = {"time": "duration", "money": "money", "percent": "percent", "age": "age"}


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
    per: re.Pattern[str]
    per_article: re.Pattern[str]
    per_words: dict[str, str]
    per_word: re.Pattern[str]
    before: dict[str, tuple[str, str]]
    before_word: re.Pattern[str]
    either: dict[str, list[str]]
    either_weight: re.Pattern[str]
    either_default: str
    doubtful: frozenset[str]
    """Symbols that are words of the language too."""
    undoubted: re.Pattern[str]
    noun_per: re.Pattern[str]
    part_of: re.Pattern[str]
    hedge: re.Pattern[str]
    """A bound between number and unit: "300多公里"."""
    function: frozenset[str]
    """Words that no counted noun holds: in "three seeds from each region" nothing is counted per region."""
    factors: dict[str, float]
    """Units that are so many of the named one: 割 and 成 are ten percent."""


@lru_cache(maxsize=1)
def _shared() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    data = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    symbols = {
        fold(symbol).raw: (name, dimension)
        for dimension, names in data["symbols"].items()
        for name, forms in names.items()
        for symbol in forms
    }
    currencies = {fold(sign).raw: code for code, signs in data["currencies"].items() for sign in signs}
    return symbols, currencies


@lru_cache(maxsize=64)
def units(language: Language) -> Units:
    symbols, currencies = _shared()
    section = language.section("units")
    symbols = {**{sign: (code, "money") for sign, code in currencies.items()}, **symbols}
    names: dict[str, tuple[str, str]] = {}
    for dimension, forms in section.items():
        if dimension in _OWN_KEYS or not isinstance(forms, dict):
            continue
        for name, spelled_forms in forms.items():
            names |= {fold_word(form): (name, dimension) for form in spelled_forms}
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
    per_words = {w: str(name) for w, name in table(section.get("per_words")).items()}
    per, article = words(section.get("per", ["/"])), words(section.get("per_article"))
    any_unit = f"(?:{trie(names)}){right}"
    gap = "[ -]" if spaced(language) else " ?"
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
        re.compile(rf"(?: ?/ ?|{gap}(?:{trie([w for w in per if w != '/'])}){gap})({any_unit}|{LETTER}{{2,30}})"),
        re.compile(rf"{gap}(?:{trie(article)}){gap}({any_unit})(?! (?:{trie(words(section.get('per_article_not_before')))}){right})")
        if article
        else re.compile("(?!)"),
        per_words,
        re.compile(rf"{gap}({trie(per_words)}){right}"),
        before,
        re.compile(rf"{left}({trie(before)}) ?(?:of )?-?$"),
        either,
        re.compile(rf"{left}(?:{trie(words(either_section.get('weight_words')))}){right}"),
        str(either_section.get("default", "")),
        frozenset(map(str, section.get("doubtful_symbols", ()))),
        re.compile(rf" ?(?:[.,;:)]|$)| (?:{trie(words(section.get('linkers')))}){right}"),
        re.compile(rf"((?: {LETTER}[\w'-]{{0,30}}){{1,3}}?)(?={gap}(?:{trie([w for w in per + article if w != '/'])}){gap})"),
        re.compile(rf"(?: (?:{of}))?(?: (?:{articles}))? ({trie(names)}){right}"),
        re.compile(rf" ?(?:{trie(w for forms in language.section('bounds').get('after', {}).values() for w in words(forms))}){right}"),
        frozenset(words(language.section("kinds").get("count", {}).get("function"))),
        {w: float(factor) for w, factor in table(section.get("factors")).items()},
    )


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
        _per(mention, folded, rules, mention.end, limit)
        return
    if folded.raw[mention.start - 1 : mention.start] == "%" and folded.raw[mention.end : mention.end + 1] != "%":  # Turkish %10
        _set(mention, "percent", "percent", mention.start - 1, mention.start, "unit.percent")
        mention.start -= 1
        return
    m = rules.word.match(folded.low, mention.end)
    s = rules.symbol.match(folded.raw, mention.end)
    if s is not None and s.group(1) in rules.doubtful and not rules.undoubted.match(folded.low, s.end()):
        s = None  # Italian "7.1 ha colpito" is a verb, no hectare
    if m is None and s is None and (hedge := rules.hedge.match(folded.low, mention.end)) is not None:
        m, s = rules.word.match(folded.low, hedge.end()), rules.symbol.match(folded.raw, hedge.end())
    if s is not None and (m is None or s.end() > m.end()) and _plausible(s, mention, folded):
        name, dimension = rules.symbols[s.group(1)]
        _set(mention, name, dimension, s.start(1), s.end(), "unit.symbol")
    elif m is not None:
        name, dimension = rules.names[m.group("name")]
        if dimension == "either":
            options = rules.either[m.group("name")]
            weight = rules.either_weight.search(folded.low) is not None
            name = options[1] if weight or (mention.value is None and options[0]) else options[0]
            dimension = "mass" if weight else "money"
        if name:  # Persian "تن" without a word of weight: persons
            _set(mention, name, dimension, m.start(1), m.end(), "unit.word")
        if mention.value is not None and m.group("name") in rules.factors:
            mention.value *= rules.factors[m.group("name")]
    if mention.unit is None:
        _before(mention, folded, rules)
    if mention.unit is None or mention.dimension != "age":
        _per(mention, folded, rules, mention.unit_end if mention.unit_end and mention.unit_end > mention.end else mention.end, limit)
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


def _plausible(s: re.Match[str], mention: Draft, folded: Folded) -> bool:
    """A letter behind a space is a unit only where nothing else is likely ("Group 3 C", "part 2 L")."""
    sign = s.group(1)
    if folded.raw[mention.end] == "-" and len(sign) == 1:
        return False
    if len(sign) == 1 and sign.isalpha() and s.start(1) > mention.end and sign.isupper():
        return mention.value is not None and folded.raw[s.end() : s.end() + 1] in ("", " ", ",", ";", ")") and sign in "CFVWL"
    return True


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


def _per(mention: Draft, folded: Folded, rules: Units, at: int, limit: int) -> None:
    """ "$350 a day", "5 million barrels per day", "20 per week", "three thousand tests per day"."""
    if mention.kind or (mention.bound == "vague" and mention.unit is None):
        return
    low = folded.low
    m = rules.per.match(low, at) or rules.per_article.match(low, at) or rules.per_word.match(low, at)
    noun = ""
    if m is None and (mention.unit is None or mention.dimension not in ("percent", "time")):
        between = rules.noun_per.match(low, at)
        if between is not None and between.end() < limit:
            m = rules.per.match(low, between.end()) or rules.per_article.match(low, between.end())
            noun = between.group(1).strip()
            if m is not None and (mention.unit is not None and not noun.startswith("of ")):
                return
            if m is not None and mention.unit is None and not rules.function.isdisjoint(noun.split()):
                return
            noun = "" if mention.unit is not None else noun
    if m is None or m.start() >= limit:
        return
    word = m.group(1)
    base = rules.per_words.get(word) or (rules.names[word][0] if word in rules.names else _symbol_name(word, rules))
    if mention.unit is None and not noun and mention.rules and "words" in mention.rules:
        return
    head = mention.unit or noun
    mention.unit = f"{head} per {base}".strip()
    mention.kind = "rate"
    mention.unit_start = min(mention.unit_start, m.start()) if mention.unit_start is not None else at
    mention.unit_end = m.end()
    mention.rules.append("unit.per")


def _symbol_name(word: str, rules: Units) -> str:
    return rules.symbols[word][0] if word in rules.symbols else word
