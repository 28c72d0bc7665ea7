"""Finds the numbers of a sentence and reads their values: digits, words, scale words, fractions, vague words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims_pipeline.quantities import digits
from claims_pipeline.quantities.fold import Folded, fold_word
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, table, trie, words
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.spelled import MOST_WORDS, Spelled, parse, spelled
from claims_pipeline.quantities.structure import Span, spans

_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
_DIGIT = re.compile(r"\d")
_POWER = re.compile(r" ?[×x] ?10\^?(-?\d{1,3})(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{1,30}")
_NAME_PART = re.compile(r"[\w.]{0,20}$")


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """The compiled patterns of one language for finding numbers. All match folded lower-case text."""

    trigger: re.Pattern[str]
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
    decimal: str | None
    thousands: str | None
    space_thousands: bool
    one: frozenset[str]
    spaced: bool
    right: str
    drop_edge: re.Pattern[str]
    negative: re.Pattern[str]


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
    first = {*spell.values, *vague_table, *fraction_table, *half_before, *ordinals, *parts}
    word = f"(?:{spell.word})"
    gap = r"[ -]" if spell.spaced else " ?"
    joiner = trie(words(numerals.get("joiners")))
    glue = f"(?:{gap}(?:{joiner}{gap})?)" + ("?" if spell.compound or not spell.spaced else "")
    right_soft = right
    scale_words = trie(spell.scales)
    not_after = [w for w in words(fractions.get("not_after"))]
    return Scanner(
        trigger=re.compile(rf"\d|[{''.join(_VULGAR)}]|{left}(?:{trie(first)})" if first else rf"\d|[{''.join(_VULGAR)}]"),
        numerals=spell,
        run=re.compile(rf"{word}(?:{glue}{word}){{0,{MOST_WORDS - 1}}}{right_soft}"),
        scale=re.compile(rf"[ -]?({scale_words}){right}"),
        scale_exact=re.compile(rf"({scale_words}){right}"),
        vague={w: [float(x) for x in v] for w, v in vague_table.items()},
        vague_word=re.compile(rf"({trie(vague_table)}){right}"),
        vague_of=re.compile(rf"(?: (?:{trie(words(vague.get('of')))}))? ?({scale_words}|{trie(vague_table)}){right}"),
        some_before=re.compile(rf"{left}({trie(words(vague.get('some')))})[ -]?$"),
        article_before=re.compile(rf"{left}({trie(words(numerals.get('articles')))}) $"),
        half_before=half_before,
        half_before_word=re.compile(rf"({trie(half_before)})[ -]?(?={scale_words}{right})"),
        half_after=half_after,
        half_after_word=re.compile(rf"[ -]({trie(half_after)}){right}"),
        fractions={w: float(v) for w, v in fraction_table.items()},
        fraction_word=re.compile(rf"({trie(fraction_table)}){right}"),
        fraction_not_before=re.compile(rf"{left}(?:{trie(words(fractions.get('not_before')))})[ -]$"),
        fraction_not_after=re.compile(rf"[ -]?(?:{trie(not_after)}){right}"),
        parts=parts,
        part=re.compile(rf"[ -]({trie(parts)}){right}"),
        part_needs=re.compile(rf" (?:{trie(words(fractions.get('article_needs')))}){right}| ?(?:[.,;:)]|$)") if fractions.get("article_needs") else None,
        part_article=re.compile(rf"{left}({trie(words(fractions.get('articles')))})[ -]$"),
        ordinals=ordinals,
        ordinal_suffix=re.compile(rf"-?({trie(words(kinds.get('ordinal', {}).get('suffix')))}){right}"),
        glued={str(k): float(v) for k, v in (scales.get("glued") or {}).items()},
        glued_money_only=frozenset(scales.get("glued_money_only", [])),
        glued_not_before=re.compile(rf"(?:[ -](?:{trie(words(scales.get('glued_not_before')))}){right}| ?(?:[).,;:/]|$))"),
        spaced_scales={str(k): float(v) for k, v in (scales.get("spaced") or {}).items()},
        decimal=numerals.get("decimal"),
        thousands=numerals.get("thousands"),
        space_thousands=bool(numerals.get("space_thousands", False)),
        one=frozenset(words(kinds.get("idiom", {}).get("one"))),
        spaced=spaced(language),
        right=right,
        negative=re.compile(rf"{left}({trie(words(numerals.get('negative')))})[ -]$"),
        drop_edge=re.compile(rf" (?:{trie(words(vague.get('of')))})$"),
    )


def numbers(folded: Folded, language: Language, money_before: Any) -> list[Draft]:
    """The numbers of one sentence in order, in folded positions, bounds and units still unread.

    ``money_before(position)`` says whether a currency sign stands directly before a position.
    """
    rules = scanner(language)
    low = folded.low
    whole: list[Span] = spans(folded, language) if _DIGIT.search(low) else []
    found = [_draft(folded, span.start, span.end, span.value, span.kind, span.rule) for span in whole]
    for mention in found:
        mention.is_claim = mention.kind == "fraction"
    at, span = 0, 0
    while (m := rules.trigger.search(low, at)) is not None:
        begin = m.start()
        while span < len(whole) and whole[span].end <= begin:
            span += 1
        if span < len(whole) and whole[span].start < m.end():
            at = max(whole[span].end, begin + 1)
            continue
        if low[begin].isdigit():
            mention = _digits(folded, begin, rules, money_before)
        elif low[begin] in _VULGAR:
            mention = _draft(folded, begin, begin + 1, _VULGAR[low[begin]], "fraction", "fraction.sign")
        else:
            mention = _word(folded, begin + _prefix_length(m.group(), rules), rules, at)
        at = max(m.end(), begin + 1)
        if mention is not None:
            found.append(mention)
            at = max(mention.end, begin + 1)
    return sorted(found, key=lambda mention: mention.start) if whole else found


def _prefix_length(text: str, rules: Scanner) -> int:
    """How many characters of a trigger match are a glued prefix (Arabic "و") in front of the number word."""
    for skip in range(min(4, len(text))):
        rest = text[skip:]
        if rest in rules.numerals.values or rest in rules.vague or rest in rules.fractions or rest in rules.parts or rest in rules.ordinals:
            return skip
    return 0


def _draft(folded: Folded, start: int, end: int, value: float | None, kind: str, rule: str) -> Draft:
    return Draft(start, end, folded.raw[start:end], value, kind=kind, is_claim=False, rules=[rule])


def _digits(folded: Folded, begin: int, rules: Scanner, money_before: Any) -> Draft | None:
    low, raw = folded.low, folded.raw
    literal = digits.LITERAL.match(low, begin)
    assert literal is not None
    end = literal.end()
    money = bool(money_before(begin))
    name = None if money else _name_around(raw, begin, end, rules)
    if name is not None:
        return _draft(folded, *name, None, "identifier", "name.letters")
    grouped = digits.GROUPED_BY_SPACE.match(low, begin)
    if grouped and grouped.end() > end and _space_groups(folded, grouped.start(), grouped.end(), rules):
        end = grouped.end()
    text = low[begin:end]
    reading = digits.read(text, rules.decimal, rules.thousands)
    if reading is None:
        cut = re.match(r"\d+", text)
        whole = cut is not None and "'" in text and digits.read(cut.group(), None, None) is not None
        if not whole or cut is None:
            return _draft(folded, begin, end, None, "identifier", "digits.unreadable")
        end = begin + cut.end()
        reading = digits.read(cut.group(), None, None)
        assert reading is not None
    mention = _draft(folded, begin, end, reading.value, "", "digits")
    if raw[begin - 1 : begin] == "." and (begin == 1 or raw[begin - 2] in " ($") and literal.group().isdigit():  # a .500 record
        mention.start, mention.value = begin - 1, float("0." + text)
    power = _POWER.match(raw, end)
    if power is not None and mention.value is not None:
        mention.end, mention.value = power.end(), mention.value * 10.0 ** max(-300, min(300, int(power.group(1))))
    mention.is_claim = True
    if reading.other is not None:
        mention.other = reading.other
        mention.rules.append("separator.ambiguous")
    if reading.grouped:
        mention.rules.append("grouped")
    if reading.decimal:
        mention.rules.append("decimal")
    suffix = rules.ordinal_suffix.match(low, end)
    if suffix and reading.value.is_integer() and not reading.decimal:
        mention.end, mention.kind, mention.is_claim = suffix.end(), "ordinal", False
        mention.rules.append("ordinal.suffix")
        return _refit(mention, folded)
    _scaled(mention, folded, rules, money)
    return _refit(mention, folded)


def _refit(mention: Draft, folded: Folded) -> Draft:
    mention.text = folded.raw[mention.start : mention.end]
    return mention


def _space_groups(folded: Folded, start: int, end: int, rules: Scanner) -> bool:
    """Whether spaces part thousands here: always a thin or no-break space, a plain one where the language does so."""
    return rules.space_thousands or all(folded.given[folded.back(i)] != " " for i in range(start, end) if folded.raw[i] == " ")


def _name_around(raw: str, begin: int, end: int, rules: Scanner) -> tuple[int, int] | None:
    """The token that the digits belong to when letters make it a name: F-16, MH370, 4K, GBN8M8, Su-30, ID.3."""
    start, stop = begin, end
    before = raw[begin - 1] if begin else ""
    if before and (before.isalpha() or before == "_") and rules.spaced:
        head = _NAME_PART.search(raw, max(0, begin - 20), begin)
        start = head.start() if head else begin
        prefix = raw[start:begin]
        if len(prefix) >= 4 and prefix[1:].islower() and prefix.isalpha() and not _letters_after(raw, end):
            return None  # a lost space ("sekitar7 orang") rather than a name
        return start, _token_end(raw, end)
    if before in "-./" and begin >= 2 and raw[begin - 2].isalnum() and not raw[begin - 2].isdigit():
        head = re.compile(r"[^\W_]{1,20}$").search(raw, max(0, begin - 21), begin - 1)
        prefix = head.group() if head else ""
        if before == "-" and prefix and (any(c.isupper() for c in prefix[1:]) or prefix[0].isupper()) and len(prefix) <= 12 and rules.spaced:
            return begin - 1 - len(prefix), _token_end(raw, end)
        if before == "." and 1 <= len(prefix) <= 2 and prefix.isupper():
            return begin - 1 - len(prefix), _token_end(raw, end)
    letters = _letters_after(raw, end)
    if letters:
        after = end + len(letters)
        if after < len(raw) and raw[after].isdigit() and not letters.islower():
            return start, _token_end(raw, end)
        if letters not in rules.glued and len(letters) <= 2 and letters.isupper() and letters in ("K", "G", "D", "WD", "A", "H", "S", "X", "P", "E", "R", "Q"):
            return start, _token_end(raw, end)
        if letters == "K" and rules.spaced and begin and raw[end - 1] in "248" and end - begin == 1:  # a 4K screen
            return start, _token_end(raw, end)
    return None


def _letters_after(raw: str, end: int) -> str:
    m = _LETTERS.match(raw, end)
    return m.group() if m else ""


def _token_end(raw: str, end: int) -> int:
    m = re.compile(r"[\w-]{0,40}").match(raw, end)
    return m.end() if m else end


def _scaled(mention: Draft, folded: Folded, rules: Scanner, money: bool) -> None:
    """Multiply by the scale words behind the number: "2.4 million", "€3.1billion", "57 juta", "3만5천"."""
    low, raw = folded.low, folded.raw
    assert mention.value is not None
    mixed = re.compile(r"[ -]?([½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])|[ -](\d)/(\d)(?![\d/])").match(low, mention.end)
    if mixed and mention.value.is_integer():
        extra = _VULGAR[mixed.group(1)] if mixed.group(1) else (int(mixed.group(2)) / int(mixed.group(3)) if int(mixed.group(3)) else 9.0)
        if extra < 1:
            mention.value += extra
            mention.end = mixed.end()
    letters = _letters_after(raw, mention.end)
    factor = _glued(letters, mention, low, rules, money)
    if factor:
        mention.value *= factor
        mention.factor = factor
        mention.end += len(letters)
        mention.rules.append("scale.glued")
        return
    total, chunk, ceiling = 0.0, mention.value, float("inf")
    while True:
        scaled = False
        for _ in range(3):
            m = rules.scale.match(low, mention.end)
            if m is None:
                break
            chunk *= rules.numerals.scales[m.group(1)]
            mention.factor *= rules.numerals.scales[m.group(1)]
            mention.end = m.end()
            scaled = True
        if not scaled:
            spaced_scale = re.compile(r" ([^\W\d_])(?![\w'])").match(raw, mention.end)
            if spaced_scale and spaced_scale.group(1) in rules.spaced_scales:
                chunk *= rules.spaced_scales[spaced_scale.group(1)]
                mention.factor = rules.spaced_scales[spaced_scale.group(1)]
                mention.end = spaced_scale.end()
                scaled = True
        if scaled:
            mention.rules.append("scale")
        total += chunk
        if not scaled:
            break
        ceiling = chunk if ceiling == float("inf") else min(ceiling, chunk)
        follow = re.compile(r" ?(\d{1,4})(?![\d.,/:%])").match(low, mention.end)
        if follow is None:
            break
        rest = rules.scale.match(low, follow.end())
        size = float(follow.group(1)) * (rules.numerals.scales[rest.group(1)] if rest else 1.0)
        if (rest is None and rules.spaced) or size >= ceiling or (rest and rules.numerals.scales[rest.group(1)] >= _scale_of(low, mention.end, rules)):
            break
        mention.end = follow.end()
        chunk = float(follow.group(1))
    mention.value = total


def _scale_of(low: str, end: int, rules: Scanner) -> float:
    """The scale word that ends at ``end``."""
    for width in range(20, 0, -1):
        word = low[max(0, end - width) : end]
        if word in rules.numerals.scales:
            return rules.numerals.scales[word]
    return float("inf")


def _glued(letters: str, mention: Draft, low: str, rules: Scanner, money: bool) -> float | None:
    if letters not in rules.glued:
        return None
    after = mention.end + len(letters)
    if money:
        return rules.glued[letters]
    if letters in rules.glued_money_only or (letters.islower() and rules.glued_not_before.match(low, after)):
        return None
    if after < len(low) and low[after] in "-²³/":
        return None
    return rules.glued[letters]


def _word(folded: Folded, begin: int, rules: Scanner, floor: int) -> Draft | None:
    """A number that begins with a word at ``begin``; it may take an article or "several" from before, down to ``floor``."""
    low = folded.low
    half = rules.half_before_word.match(low, begin)
    if half:
        scale = rules.scale_exact.match(low, half.end())
        if scale:
            mention = _draft(folded, begin, half.end(), rules.half_before[half.group(1)], "", "half.scale")
            mention.is_claim = True
            mention.value, mention.end = _chain(low, half.end(), rules.half_before[half.group(1)], rules)
            return _refit(_with_article(mention, low, rules, floor), folded)
    vague = rules.vague_word.match(low, begin)
    run = rules.run.match(low, begin)
    if vague and (run is None or vague.end() >= run.end()):
        return _vague(folded, begin, vague, rules)
    read = _longest(low, begin, run, rules) if run else None
    fraction = rules.fraction_word.match(low, begin)
    if fraction and (read is None or fraction.end() > read[1]):
        return _fraction(folded, begin, fraction, rules, floor)
    if read is None:
        return _part_or_ordinal(folded, begin, rules, floor)
    value, end = read
    mention = _draft(folded, begin, end, value, "", "words")
    mention.is_claim = True
    last = re.split(r"[ -]", low[begin:end])[-1]
    mention.factor = rules.numerals.scales.get(last, 1.0) if value >= 1000 else 1.0
    if low[begin:end] in rules.one:
        mention.rules.append("word.one")
    more = rules.half_after_word.match(low, end)
    if more:
        mention.value = value + rules.half_after[more.group(1)]
        mention.end = more.end()
        scale = rules.scale.match(low, mention.end)
        if scale:
            mention.value, mention.end = _chain(low, mention.end, mention.value, rules)
        return _refit(mention, folded)
    part = rules.part.match(low, end)
    needed = part and (rules.part_needs is None or rules.part_needs.match(low, part.end()))
    if part and value < 100 and value.is_integer() and (value != 1 or needed or part.group(1) not in rules.ordinals):
        mention.value, mention.end, mention.kind = value / rules.parts[part.group(1)], part.end(), "fraction"
        mention.rules.append("fraction.parts")
        return _refit(mention, folded)
    if _starts_with_scale(low, begin, rules):
        some = rules.some_before.search(low, max(floor, begin - 20), begin)
        if some:
            step = value
            mention.start, mention.value = some.start(1), None
            mention.low, mention.high = (step, 99.0) if step == 12 else (step, step * 10 - 1)
            mention.bound, mention.kind = "vague", ""
            mention.rules.append("vague.some")
            return _refit(mention, folded)
        _with_article(mention, low, rules, floor)
    return _refit(mention, folded)


def _noun_after(low: str, end: int) -> bool:
    return re.compile(rf" {LETTER}").match(low, end) is not None


def _starts_with_scale(low: str, begin: int, rules: Scanner) -> bool:
    return rules.scale_exact.match(low, begin) is not None


def _with_article(mention: Draft, low: str, rules: Scanner, floor: int) -> Draft:
    article = rules.article_before.search(low, max(floor, mention.start - 8), mention.start)
    if article:
        mention.start = article.start(1)
    return mention


def _chain(low: str, at: int, value: float, rules: Scanner) -> tuple[float, int]:
    for _ in range(3):
        m = rules.scale.match(low, at)
        if m is None:
            break
        value *= rules.numerals.scales[m.group(1)]
        at = m.end()
    return value, at


def _longest(low: str, begin: int, run: re.Match[str], rules: Scanner) -> tuple[float, int] | None:
    """The longest beginning of the run that is one number: "two three-year terms" is two, then three."""
    text = run.group()
    value = parse(text, rules.numerals)
    if value is not None:
        return value, run.end()
    cuts = [m.start() for m in re.finditer(r"[ -]", text)] if rules.spaced else range(len(text))
    for cut in reversed(cuts):
        piece = text[:cut]
        if piece and (value := parse(piece, rules.numerals)) is not None:
            return value, begin + cut
    return None


def _vague(folded: Folded, begin: int, m: re.Match[str], rules: Scanner) -> Draft:
    low_end, high_end = rules.vague[m.group(1)]
    end = m.end()
    for _ in range(3):
        scale = rules.vague_of.match(folded.low, end)
        if scale is None:
            break
        word = scale.group(1)
        factor = rules.numerals.scales.get(word) or rules.vague[word][0]
        low_end, high_end, end = low_end * factor, (high_end + 1) * factor - 1, scale.end()
    mention = _draft(folded, begin, end, None, "", "vague")
    mention.is_claim, mention.bound, mention.low, mention.high = True, "vague", low_end, high_end
    trailing = rules.drop_edge.search(mention.text.lower())
    if trailing:  # "scores of" is listed whole because "scores" alone is a verb and a result
        mention.end = begin + trailing.start()
    return _refit(mention, folded)


def _fraction(folded: Folded, begin: int, m: re.Match[str], rules: Scanner, floor: int) -> Draft | None:
    if rules.fraction_not_before.search(folded.low, max(floor, begin - 24), begin):
        return None
    if rules.fraction_not_after.match(folded.low, m.end()):
        return None
    mention = _draft(folded, begin, m.end(), rules.fractions[m.group(1)], "fraction", "fraction.word")
    mention.is_claim = True
    return mention


def _part_or_ordinal(folded: Folded, begin: int, rules: Scanner, floor: int) -> Draft | None:
    """ "a third of" is a fraction, "the third" an ordinal."""
    low = folded.low
    token = re.compile(rf"{LETTER}(?:-?{LETTER})*").match(low, begin)
    word = token.group() if token else ""
    if word in rules.parts:
        article = rules.part_article.search(low, max(floor, begin - 8), begin)
        end = begin + len(word)
        if article and (rules.part_needs is None or rules.part_needs.match(low, end)):
            mention = _draft(folded, article.start(1), end, 1 / rules.parts[word], "fraction", "fraction.parts")
            mention.is_claim = True
            return mention
    if word in rules.ordinals:
        return _draft(folded, begin, begin + len(word), rules.ordinals[word], "ordinal", "ordinal.word")
    return None
