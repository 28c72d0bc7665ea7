"""The patterns with which the numbers of one language are found, compiled once from its data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.counted import Counted, counted
from claims_pipeline.quantities.fold import Folded, fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, stems, table, trie, words
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.spelled import MOST_WORDS, Spelled, spelled

ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10000})
"""Denominators of "nine in ten"."""
VULGAR = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅙": 1 / 6,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """The compiled patterns of one language for finding numbers. All match folded lower-case text."""

    trigger: re.Pattern[str]
    """Where a number may begin: what makes a sentence worth reading."""
    each: re.Pattern[str]
    """The same with the articles that are also the word for one ("un", "une"): they count only beside other numbers."""
    article: frozenset[str]
    article_after: re.Pattern[str]
    """The noun behind such an article that makes it a count: "un muerto"."""
    article_of: re.Pattern[str]
    """ "uma em cada quatro": what makes such an article the one of a fraction."""
    article_person: re.Pattern[str]
    """A person behind such an article: a count where other numbers stand beside it."""
    needs_noun: frozenset[str]
    """Number words that are other words too and count only in front of a noun."""
    function: frozenset[str]
    approximate: frozenset[str]
    """Words that mean about a round number: "une centaine"."""
    ordinal_needs: dict[str, re.Pattern[str]]
    """What must stand before an ordinal that is another word too: Portuguese "segundo" is "according to" without an article."""
    numerals: Spelled
    run: re.Pattern[str]
    scale: re.Pattern[str]
    scale_exact: re.Pattern[str]
    vague: dict[str, list[float]]
    vague_word: re.Pattern[str]
    vague_of: re.Pattern[str]
    some_before: re.Pattern[str]
    article_before: re.Pattern[str]
    half_before: dict[str, float]
    half_before_word: re.Pattern[str]
    digits_follow: re.Pattern[str] | None
    """Digits behind a scale word that are the rest of its number, where the language writes so: "یک میلیون و ۲۰۰ هزار"."""
    scale_then_digits: re.Pattern[str] | None
    """A scale word in front of the digits that it multiplies: "milioni 1.5" in Swahili."""
    half_after: dict[str, float]
    half_after_word: re.Pattern[str]
    fractions: dict[str, float]
    fraction_word: re.Pattern[str]
    fraction_not_before: re.Pattern[str]
    fraction_not_after: re.Pattern[str]
    parts: dict[str, float]
    part: re.Pattern[str]
    part_needs: re.Pattern[str] | None
    part_article: re.Pattern[str]
    ordinals: dict[str, float]
    ordinal_suffix: re.Pattern[str]
    glued: dict[str, float]
    glued_money_only: frozenset[str]
    glued_not_before: re.Pattern[str]
    spaced_scales: dict[str, float]
    about_scales: dict[str, float]
    """Scale words that leave the digits in front of them vague: "50 ribuan", some fifty thousand."""
    about_scale: re.Pattern[str]
    decimal: str | None
    thousands: str | None
    space_thousands: bool
    one: frozenset[str]
    article_one: frozenset[str]
    not_written: frozenset[str]
    """Words as written, which folding makes a number word: Arabic "وأحد"."""
    """Words for 1 that are the indefinite article too ("ein", "một")."""
    ordinal_dot: bool
    """A stop behind digits inside a sentence makes an ordinal ("der 3. Platz")."""
    spaced: bool
    right: str
    drop_edge: re.Pattern[str]
    ending: re.Pattern[str]
    """A case ending glued behind digits."""
    prefixes: frozenset[str]
    """Letters glued in front of digits: Arabic "و25"."""
    then_digits: bool
    """Digits go on behind a scale word: Turkish "2 bin 500"."""
    ordinal_last: bool
    """Only the last word of an ordinal tells it: Russian "двадцать первого"."""
    not_prefixed: frozenset[str]
    """Words that only look like a prefix and a number."""
    vague_one: frozenset[str]
    """Vague words that are one of their scale behind some words: Russian "более тысячи" is 1000, "тысячи" are thousands."""
    vague_one_before: re.Pattern[str]
    negative: re.Pattern[str]
    counted: Counted
    pairs: dict[str, list[float]]
    """Two neighbouring numbers in one word: "두세", "两三"."""
    pair_word: re.Pattern[str]
    inner: re.Pattern[str]
    """A bound between digits and their scale word: "10多万"."""
    caseless: bool
    """A script without capitals, whose words may touch digits."""
    round_wholes: bool
    """Whether only a round number is such a whole: "10 में से 9" are nine in ten, "251 में से 105" two counts."""
    whole_first: re.Pattern[str]
    """Between whole and parts where the whole stands first: "三分之二", "3분의 2"."""
    point: re.Pattern[str]
    """The decimals of a spelled-out number: "三点五"."""
    doubled: str | None
    """The digit behind a word that doubles it and counts nothing: Indonesian "anak2"."""
    counter: re.Pattern[str]
    counted_wholes: frozenset[str]
    """Those words between whole and parts that hold the counter: "3人に1人"."""
    word_dates: bool
    """Whether dates are written without digits too (十月七日)."""


@lru_cache(maxsize=64)
def scanner(language: Language) -> Scanner:
    numerals = language.section("numerals")
    scales, vague, fractions, kinds = (language.section(n) for n in ("scales", "vague", "fractions", "kinds"))
    left, right = left_edge(language), right_edge(language)
    spell = spelled(language)
    vague_table, fraction_table = table(vague.get("words")), table(fractions.get("words"))
    ordinals = {fold_word(w): float(i) for i, w in enumerate(kinds.get("ordinal", {}).get("words", []), 1)}
    ordinals |= {w: float(v) for w, v in table(kinds.get("ordinal", {}).get("values")).items()}
    half_before, half_after = table(numerals.get("half_before")), table(numerals.get("half_after"))
    parts = {w: float(v) for w, v in table(fractions.get("parts")).items()}
    pairs = {w: [float(x) for x in ends] for w, ends in table(numerals.get("pairs")).items()}
    first = {*spell.values, *vague_table, *fraction_table, *half_before, *ordinals, *parts, *pairs}
    first.difference_update(words(scales.get("short")))  # "flight JT 237": an abbreviation is a scale behind a number only
    article = frozenset(words(kinds.get("idiom", {}).get("article")))
    article_after = rf" (?:{trie(words(kinds.get('idiom', {}).get('article_nouns')))}){right}"
    digit = rf"\d|[{''.join(VULGAR)}]"
    # "מחצית" is a half and not "from" with "חצי"; "setelah" (after) is no "se" (one). Where numbers are glued to each other a word goes on.
    edge = "" if spell.compound and not language.section("script").get("prefixes") else right
    open_ended = {w for w in half_before if " " not in w} if edge else set()  # "полмиллиарда" is half a billion in one word
    glued = f"|{left}(?:{trie(open_ended)})" if open_ended else ""
    trigger = rf"{digit}|{left}(?:{trie(first - article)}){edge}{glued}" if first else digit
    each = rf"{digit}|{left}(?:{trie(first)}){edge}{glued}" if first else digit
    word = f"(?:{spell.word})"
    gap = r"[ -]" if spell.spaced else " ?"
    joiner = trie(words(numerals.get("joiners")))
    glue = f"(?:{gap}(?:{joiner}{gap})?)" + ("?" if spell.compound or not spell.spaced else "")
    scale_words = trie(spell.scales)
    loose = "" if spell.spaced else "?"
    return Scanner(
        trigger=re.compile(rf"{trigger}|{left}(?:{trie(article)})(?={article_after})" if article else trigger),
        each=re.compile(each),
        article=article,
        article_after=re.compile(article_after),
        article_of=re.compile(
            rf" (?:{trie(words(fractions.get('between')))}) | {LETTER}+ (?:{LETTER}+ )?(?:{trie(words(fractions.get('between_noun')))}) "
        ),
        article_person=re.compile(rf" (?:{stems(language.section('nouns').get('persons'))})"),
        needs_noun=frozenset(words(numerals.get("needs_noun"))),
        function=frozenset(words(kinds.get("count", {}).get("function"))),
        approximate=frozenset(words(numerals.get("approximate"))),
        ordinal_needs={
            w: re.compile(rf"{left}(?:{trie(words(needed))}) ?$") for w, needed in table(kinds.get("ordinal", {}).get("needs")).items()
        },
        numerals=spell,
        run=re.compile(rf"{word}(?:{glue}{word}){{0,{MOST_WORDS - 1}}}{right}"),
        scale=re.compile(rf"[ -]?({scale_words}){right}"),
        scale_exact=re.compile(rf"({scale_words}){right}"),
        vague={w: [float(x) for x in v] for w, v in vague_table.items()},
        vague_word=re.compile(rf"({trie(vague_table)}){right}"),
        vague_of=re.compile(rf"(?: (?:{trie(words(vague.get('of')))}))? ?({scale_words}|{trie(vague_table)}){right}"),
        some_before=re.compile(rf"{left}({trie(words(vague.get('some')))})[ -]?$"),
        article_before=re.compile(rf"{left}({trie(words(numerals.get('articles')))}) $"),
        half_before=half_before,
        half_before_word=re.compile(rf"({trie(half_before)})[ -]?(?={scale_words}{right})"),
        digits_follow=re.compile(rf" (?:(?:{joiner}) )?(\d{{1,3}})(?![\d.,/:%])") if numerals.get("mixed_digits") else None,
        scale_then_digits=re.compile(rf"({scale_words}) (?:({scale_words}) )?(\d[\d.,]*)(?<![.,])(?![\d:/%])")
        if spell.scale_first
        else None,
        half_after=half_after,
        half_after_word=re.compile(rf"[ -]{loose}({trie(half_after)}){right}"),
        fractions={w: float(v) for w, v in fraction_table.items()},
        fraction_word=re.compile(rf"({trie(fraction_table)}){right}"),
        fraction_not_before=re.compile(rf"{left}(?:{trie(words(fractions.get('not_before')))})[ -]$"),
        fraction_not_after=re.compile(rf"[ -]?(?:{trie(words(fractions.get('not_after')))}){right}"),
        parts=parts,
        part=re.compile(rf"[ -]({trie(parts)}){right}"),
        part_needs=re.compile(rf" (?:{trie(words(fractions.get('article_needs')))}){right}| ?(?:[.,;:)]|$)")
        if fractions.get("article_needs")
        else None,
        part_article=re.compile(rf"{left}({trie(words(fractions.get('articles')))})[ -]$"),
        ordinals=ordinals,
        ordinal_suffix=re.compile(rf"-?({trie(words(kinds.get('ordinal', {}).get('suffix')))}){right}"),
        glued={str(k): float(v) for k, v in (scales.get("glued") or {}).items()},
        glued_money_only=frozenset(scales.get("glued_money_only", [])),
        glued_not_before=re.compile(rf"(?:[ -](?:{trie(words(scales.get('glued_not_before')))}){right}| ?(?:[).,;:/]|$))"),
        about_scales={w: float(v) for w, v in table(scales.get("about")).items()},
        about_scale=re.compile(rf"[ -]?({trie(table(scales.get('about')))}){right}"),
        spaced_scales={str(k): float(v) for k, v in (scales.get("spaced") or {}).items()},
        decimal=numerals.get("decimal"),
        thousands=numerals.get("thousands"),
        space_thousands=bool(numerals.get("space_thousands", False)),
        one=frozenset(words(kinds.get("idiom", {}).get("one"))),
        article_one=frozenset(words(numerals.get("article_one"))),
        not_written=frozenset(map(str, numerals.get("not_written", ()))),
        ordinal_dot=bool(numerals.get("ordinal_dot", False)),
        spaced=spaced(language),
        right=right,
        negative=re.compile(rf"{left}({trie(words(numerals.get('negative')))})[ -]{loose}$"),
        counted=counted(language, spell.word),
        pairs=pairs,
        pair_word=re.compile(rf"({trie(pairs)})"),
        inner=re.compile(rf" ?(?:{trie(words(scales.get('inner')))}) ?(?={scale_words})"),
        caseless=bool(language.section("script").get("caseless", not spell.spaced)),
        round_wholes=bool(fractions.get("round_wholes", False)),
        whole_first=re.compile(rf" ?(?:{trie([*words(fractions.get('whole_first')), *words(fractions.get('whole_counted'))])}) ?"),
        point=re.compile(rf" ?(?:{trie(words(numerals.get('point')))}) ?((?:{trie(w for w, v in spell.values.items() if v < 10)})+)"),
        doubled=numerals.get("doubled"),
        counted_wholes=frozenset(words(fractions.get("whole_counted"))),
        counter=re.compile(rf" ?(?:{trie(words(language.section('nouns').get('classifiers')))})"),
        word_dates=bool(language.section("dates").get("numerals")),
        ending=_endings(numerals.get("endings")),
        prefixes=frozenset(words(language.section("script").get("prefixes")) + words(numerals.get("digit_prefixes"))),
        then_digits=bool(scales.get("then_digits", False)),
        ordinal_last=bool(kinds.get("ordinal", {}).get("last", False)),
        not_prefixed=frozenset(words(numerals.get("not_prefixed"))),
        vague_one=frozenset(words(vague.get("one"))),
        vague_one_before=re.compile(rf"{left}(?:{trie(words(vague.get('one_after')))}) ?$"),
        drop_edge=re.compile(rf" (?:{trie(words(vague.get('of')))})$"),
    )


def _endings(entries: object) -> re.Pattern[str]:
    """Endings as written behind digits; "'*" stands for an apostrophe and any letters."""
    arms = [re.escape(w[:-1]) + r"[^\W\d_]{1,9}" if w.endswith("*") else re.escape(w) for w in words(entries)]
    return re.compile(rf"(?:{'|'.join(arms) or '(?!)'})(?![^\W_])")


def draft(folded: Folded, start: int, end: int, value: float | None, kind: str, rule: str) -> Draft:
    return Draft(start, end, folded.raw[start:end], value, kind=kind, is_claim=False, rules=[rule])


def refit(mention: Draft, folded: Folded) -> Draft:
    mention.text = folded.raw[mention.start : mention.end]
    return mention
