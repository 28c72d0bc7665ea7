"""Spelled-out numbers: their words come from ICU and the data file, a small grammar puts them together, ICU does the rest.

ICU's RuleBasedNumberFormat spells and parses numbers in every language of CLDR. The grammar reads runs of known words,
inflected ones too; what it cannot take apart ("zweihundertfünfzig") goes to ICU. Its German, Italian,
Dutch and Thai rules contain soft hyphens and zero-width spaces that its own parser then does not meet in real text:
they are stripped and the format rebuilt from its rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import spaced, table, trie, words

MOST_WORDS = 14
"""Words of one spelled-out number at most: bounds the work on "million million million ..."."""

_CACHE_SIZE = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """The compiled number words of one language."""

    values: dict[str, float]
    """Folded word (or fixed phrase) -> value, scale words included."""
    scales: dict[str, float]
    joiners: frozenset[str]
    articles: frozenset[str]
    word: str
    """Pattern of one number word, without edges."""
    spaced: bool
    compound: bool
    scale_first: bool
    units_first: bool
    """Units stand before tens: Arabic "three and-twenty"."""
    glued_joiners: tuple[str, ...]
    """Joining words written onto the next number word: Arabic "و"."""
    icu: Any
    respell: tuple[tuple[str, str], ...]
    """Other spellings inside long words and the one that ICU knows ("dreissig", "dreißig")."""


@lru_cache(maxsize=64)
def spelled(language: Language) -> Spelled:
    numerals = language.section("numerals")
    scales = {w: float(v) for w, v in table(language.section("scales").get("words")).items()}
    icu = _icu(numerals["icu"]) if numerals.get("icu") else None
    joiners = frozenset(words(numerals.get("joiners")))
    values = _icu_words(icu, joiners) if icu is not None else {}
    values |= scales
    values |= {w: float(v) for w, v in table(numerals.get("words")).items()}
    for word, more in table(numerals.get("plus_before")).items():  # Hindi "साढ़े तीन": three and a half
        values |= {f"{word} {w}": v + float(more) for w, v in values.items() if 1 <= v < 100 and v.is_integer() and " " not in w}
    respell = table(numerals.get("respell"))
    for other, known in respell.items():
        values |= {w.replace(str(known), other): value for w, value in values.items() if str(known) in w}
    for drop in words(numerals.get("not_numbers")):
        values.pop(drop, None)
    glued = tuple(words(numerals.get("glued_joiners")))
    scales |= {joiner + w: v for joiner in glued for w, v in scales.items()}
    values |= {joiner + w: v for joiner in glued for w, v in values.items()}
    return Spelled(
        values,
        scales,
        joiners,
        frozenset(words(numerals.get("articles"))),
        trie(values),
        spaced(language),
        bool(numerals.get("compound", False)),
        bool(numerals.get("scale_first", False)),
        bool(numerals.get("units_first", False)),
        glued,
        icu,
        tuple(sorted(((w, str(known)) for w, known in respell.items()), key=lambda pair: -len(pair[0]))),
    )


def _icu(locale: str) -> Any:
    import icu

    built = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
    rules = str(built.getRules())
    stripped = rules.replace("\u00ad", "").replace("\u200b", "").lower()  # text is folded to lower case: "million"
    stripped = re.sub(r"\binf:", "Inf:", re.sub(r"\bnan:", "NaN:", stripped))  # names of special rules, not words
    return built if stripped == rules else icu.RuleBasedNumberFormat(stripped, icu.Locale(locale))


def _icu_words(icu: Any, joiners: frozenset[str]) -> dict[str, float]:
    """The single words with which ICU spells 0 to 100 and the hundreds, in every cardinal rule set of the language."""
    found: dict[str, float] = {}
    for name in _cardinals(icu):
        icu.setDefaultRuleSet(name)
        for number in (*range(101), *range(200, 1000, 100), 1000, 2000):
            word = fold_word(str(icu.format(number)))
            if not re.search(r"[ -]", word) and word not in joiners:
                found.setdefault(word, float(number))
    return found


def parse(run: str, numerals: Spelled) -> float | None:
    """The value of a run of number words ("two hundred and fifty"), or None when it is not one number."""
    return _parse(run, numerals)


@lru_cache(maxsize=_CACHE_SIZE)
def _parse(run: str, numerals: Spelled) -> float | None:
    if run in numerals.values:
        return numerals.values[run]
    parts = pieces(run, numerals)
    value = compose(_tens_first(parts) if numerals.units_first else parts, numerals.scale_first) if parts else None
    if value is not None or numerals.icu is None:
        return value
    for other, known in numerals.respell:
        run = run.replace(other, known)
    return _parse_icu(run, numerals.icu)


def _parse_icu(run: str, icu_format: Any) -> float | None:
    """ICU's value, kept only when ICU spells that value in the same words.

    Its parser also tries the rules for years and so reads "two three" as 203 and "twenty five" as 2005.
    """
    import icu

    if any(mark.isdigit() for mark in run):  # ICU reads "1,5 миллиона" as 1.5e-06
        return None
    plain = _bare(run)
    for form in (run, run.replace("-", " ")) if "-" in run else (run,):
        position = icu.ParsePosition(0)
        found = icu_format.parse(form, position)
        if position.getIndex() != len(form):
            continue
        value = float(found.getDouble())
        for name in _cardinals(icu_format):
            icu_format.setDefaultRuleSet(name)
            if value.is_integer() and _bare(fold_word(str(icu_format.format(int(value))))) == plain:
                return value
    return None


def _tens_first(parts: list[tuple[float, bool]]) -> list[tuple[float, bool]]:
    """Units in front of tens change places: "three and-twenty" is twenty-three."""
    out: list[tuple[float, bool]] = []
    for value, scale in parts:
        if not scale and 20 <= value < 100 and value % 10 == 0 and out and not out[-1][1] and 1 <= out[-1][0] < 10:
            out[-1] = (out[-1][0] + value, False)
        else:
            out.append((value, scale))
    return out


def _bare(spelled_out: str) -> str:
    return re.sub(r"[ -]", "", spelled_out)


def _cardinals(icu_format: Any) -> list[str]:
    names = [str(icu_format.getRuleSetName(i)) for i in range(icu_format.getNumberOfRuleSetNames())]
    return [name for name in names if "cardinal" in name]


def pieces(run: str, numerals: Spelled) -> list[tuple[float, bool]] | None:
    """(value, is a scale word) for each word of the run, joiners and articles left out; None at an unknown word."""
    found: list[tuple[float, bool]] = []
    for word in _words_of(run, numerals):
        if word in numerals.values:
            found.append((numerals.values[word], word in numerals.scales))
        elif word not in numerals.joiners and word not in numerals.articles:
            compound = _parse_icu(word, numerals.icu) if numerals.compound and numerals.icu is not None else None
            if compound is None:
                return None
            found.append((compound, False))
    return found


def _words_of(run: str, numerals: Spelled) -> list[str]:
    known = numerals.values.keys() | numerals.joiners | numerals.articles
    return _words_spaced(run, known) if numerals.spaced else re.findall(f"{trie(known)}|[^ -]+", run)


def _words_spaced(run: str, known: Any) -> list[str]:
    """Words of the run, fixed phrases of several words kept whole ("quatre vingt")."""
    tokens = [t for t in re.split(r"[ -]+", run) if t]
    out: list[str] = []
    at = 0
    while at < len(tokens):
        for width in range(min(4, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + width])
            if phrase in known or phrase.replace(" ", "-") in known:
                out.append(phrase if phrase in known else phrase.replace(" ", "-"))
                at += width
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


def compose(parts: list[tuple[float, bool]], scale_first: bool = False) -> float | None:
    """The value of number words in order, by adding and multiplying; None when their order makes no number.

    Multiplying: a scale word takes everything smaller that stands directly before it ("two hundred thousand"). Adding:
    what follows must be smaller than the last rank ("hundred fifty", never "fifty hundred-and" or "two three").
    ``scale_first`` is the order of Swahili: "mia mbili" is hundred two = 200.
    """
    if scale_first:
        return _compose_scale_first(parts)
    total, group, floor = 0.0, 0.0, float("inf")
    ceiling = float("inf")
    for value, scale in parts:
        if scale and not (value == 10 and group >= 100 and group % 100 == 0):  # "五百十" is 510
            if group >= value or value >= ceiling:
                return None
            if value >= 1000:
                total += (group or 1.0) * value
                group, floor, ceiling = 0.0, value, value
            else:
                head = group % value if group > value else group
                group = group - head + (head or 1.0) * value
                floor = value
        else:
            if value >= floor or (group and value >= _rank(group)):
                return None
            group += value
            floor = _rank(value)
    return total + group if parts else None


def _rank(value: float) -> float:
    """The lowest rank that ``value`` fills: 20 leaves room below 10, 300 below 100, 7 none, and 60 below 20 (soixante-dix)."""
    if value in (60.0, 80.0):
        return 20.0
    for rank in (1e9, 1e6, 1000.0, 100.0, 10.0):
        if value >= rank and value % rank == 0:
            return rank
    return 0.5


def _compose_scale_first(parts: list[tuple[float, bool]]) -> float | None:
    """ "elfu mbili mia tano" (2,500), "elfu ishirini na tano" (25,000), "elfu mia mbili" (200,000), "milioni moja laki mbili"."""
    total, at, last = 0.0, 0, float("inf")
    while at < len(parts):
        value, scale = parts[at]
        if not scale:
            small, at = _small(parts, at)
            return total + small if small < last and at == len(parts) else None
        if value >= last:
            return None
        last = value
        at += 1
        times = 1.0
        if at < len(parts) and parts[at][1] and parts[at][0] < value:  # the multiplier is itself a hundred of something
            times, at = parts[at][0], at + 1
            if at < len(parts) and not parts[at][1] and parts[at][0] < 10:
                times, at = times * parts[at][0], at + 1
            if at < len(parts) and not parts[at][1]:
                small, at = _small(parts, at)
                times += small
        elif at < len(parts) and not parts[at][1] and (value >= 1000 or parts[at][0] < 10):
            times, at = _small(parts, at)
        total += value * times
    return total if parts else None


def _small(parts: list[tuple[float, bool]], at: int) -> tuple[float, int]:
    """A number below a hundred at ``at``, with its ones ("ishirini na tano"), and where it ends."""
    value = parts[at][0]
    at += 1
    if value >= 10 and value % 10 == 0 and at < len(parts) and not parts[at][1] and parts[at][0] < 10:
        value, at = value + parts[at][0], at + 1
    return value, at
