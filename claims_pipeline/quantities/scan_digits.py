"""Numbers that begin with a digit: their separators, scale words, and the names that they are part of."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims_pipeline.quantities import digits
from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.scanner import VULGAR, Scanner, draft, refit

_POWER = re.compile(r" ?[×x] ?10\^?(-?\d{1,3})(?!\d)")
_PRODUCT = re.compile(r"\d{1,4}x\d[\dx]{0,6}(?![\w.,])")  # "1x24 jam", "3x4"
_FEET = re.compile(r"(\d)' ?(\d{1,2})(?:\"|'')")  # a player of 6'2"
_DOUBLED = re.compile(r"[^\W\d_A-Z]{3}$")
_ORDINAL_DOT = re.compile(r"\.(?= [^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]{1,30}")
_NAME_PART = re.compile(r"[\w.]{0,20}$")
_TOKEN, _ASCII_TOKEN = re.compile(r"[\w-]{0,40}"), re.compile(r"[A-Za-z0-9_-]{0,40}")
_ASCII_PART = re.compile(r"[A-Za-z0-9_.]{0,20}$")


def read_digits(folded: Folded, begin: int, rules: Scanner, money_before: Callable[[int], object]) -> Draft | None:
    low, raw = folded.low, folded.raw
    literal = digits.LITERAL.match(low, begin)
    assert literal is not None
    end = literal.end()
    money = bool(money_before(begin))
    feet = None if money else _FEET.match(low, begin)
    if feet is not None and int(feet.group(2)) < 12:
        mention = draft(folded, begin, feet.end(), int(feet.group(1)) + int(feet.group(2)) / 12, "", "digits")
        mention.is_claim = True
        mention.rules.append("feet.inches")
        return mention
    product = None if money else _PRODUCT.match(low, begin)
    if product is not None:
        return draft(folded, begin, product.end(), None, "other", "digits.product")
    if not money and rules.doubled == literal.group() and _DOUBLED.search(raw, max(0, begin - 4), begin):
        return None
    if not money and end - begin > 1 and low[begin] == "0" and literal.group().isdigit() and raw[begin - 1 : begin] not in (".", ",", "'"):
        return draft(folded, begin, end, None, "identifier", "digits.leading_zero")  # "RT 013", "agent 007"
    name = None if money else _name_around(raw, begin, end, rules)
    if name is not None:
        return draft(folded, *name, None, "identifier", "name.letters")
    grouped = digits.GROUPED_BY_SPACE.match(low, begin)
    if grouped and grouped.end() > end and _space_groups(folded, grouped.start(), grouped.end(), rules):
        end = grouped.end()
    text = low[begin:end]
    reading = digits.read(text, rules.decimal, rules.thousands)
    if reading is None:
        cut = re.match(r"\d+", text)
        whole = cut is not None and "'" in text and digits.read(cut.group(), None, None) is not None
        if not whole or cut is None:
            return draft(folded, begin, end, None, "identifier", "digits.unreadable")
        end = begin + cut.end()
        reading = digits.read(cut.group(), None, None)
        assert reading is not None
    mention = draft(folded, begin, end, reading.value, "", "digits")
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
    suffix = (_ORDINAL_DOT if rules.ordinal_dot and len(text) <= 3 else rules.ordinal_suffix).match(low, end) or rules.ordinal_suffix.match(
        low, end
    )
    if suffix and reading.value.is_integer() and not reading.decimal:
        mention.end, mention.kind, mention.is_claim = suffix.end(), "ordinal", False
        mention.rules.append("ordinal.suffix")
        return refit(mention, folded)
    _scaled(mention, folded, rules, money)
    ending = rules.ending.match(low, mention.end)
    if ending is not None:
        mention.tail, mention.end = len(ending.group()), ending.end()
    return refit(mention, folded)


def _space_groups(folded: Folded, start: int, end: int, rules: Scanner) -> bool:
    """Whether spaces part thousands here: always a thin or no-break space, a plain one where the language does so.

    In any language where a group begins with a zero, for no number does: "125 000 people" of an aid agency's English.
    """
    spaces = [i for i in range(start, end) if folded.raw[i] == " "]
    plain = any(folded.given[folded.back(i)] == " " for i in spaces)
    return rules.space_thousands or not plain or any(folded.raw[i + 1] == "0" for i in spaces)


def _name_around(raw: str, begin: int, end: int, rules: Scanner) -> tuple[int, int] | None:
    """The token that the digits belong to when letters make it a name: F-16, MH370, 4K, GBN8M8, Su-30, ID.3."""
    start = begin
    before = raw[begin - 1] if begin else ""
    # A letter without case that touches the digits is a word of the sentence ("总共300人", "약300명"), no part of a name.
    if before and (before == "_" or before.lower() != before.upper() or (before.isalpha() and not rules.caseless)):
        head = (_ASCII_PART if rules.caseless else _NAME_PART).search(raw, max(0, begin - 20), begin)
        start = head.start() if head else begin
        prefix = raw[start:begin]
        if prefix in rules.prefixes:
            return None
        if len(prefix) >= 4 and prefix.islower() and prefix.isalpha() and not _letters_after(raw, end):
            return None  # a lost space ("sekitar7 orang") rather than a name
        return start, _token_end(raw, end, rules)
    if before in "-./" and begin >= 2 and raw[begin - 2].isalnum() and not raw[begin - 2].isdigit():
        head = re.compile(r"[^\W_]{1,20}$").search(raw, max(0, begin - 21), begin - 1)
        prefix = head.group() if head else ""
        if (
            before == "-"
            and prefix
            and (any(c.isupper() for c in prefix[1:]) or prefix[0].isupper())
            and len(prefix) <= 12
            and rules.spaced
        ):
            return begin - 1 - len(prefix), _token_end(raw, end, rules)
        if before == "." and 1 <= len(prefix) <= 2 and prefix.isupper():
            return begin - 1 - len(prefix), _token_end(raw, end, rules)
    letters = _letters_after(raw, end)
    if letters:
        after = end + len(letters)
        if after < len(raw) and raw[after].isdigit() and not letters.islower() and not (rules.caseless and letters == letters.swapcase()):
            return start, _token_end(raw, end, rules)
        if (
            letters not in rules.glued
            and len(letters) <= 2
            and letters.isupper()
            and letters in ("K", "G", "D", "WD", "A", "H", "S", "X", "P", "E", "R", "Q")
        ):
            return start, _token_end(raw, end, rules)
        if letters == "K" and rules.spaced and begin and raw[end - 1] in "248" and end - begin == 1:  # a 4K screen
            return start, _token_end(raw, end, rules)
    return None


def _letters_after(raw: str, end: int) -> str:
    m = _LETTERS.match(raw, end)
    return m.group() if m else ""


def _token_end(raw: str, end: int, rules: Scanner) -> int:
    m = (_ASCII_TOKEN if rules.caseless else _TOKEN).match(raw, end)
    return m.end() if m else end


def _scaled(mention: Draft, folded: Folded, rules: Scanner, money: bool) -> None:
    """Multiply by the scale words behind the number: "2.4 million", "€3.1billion", "57 juta", "3만5천"."""
    low, raw = folded.low, folded.raw
    assert mention.value is not None
    mixed = re.compile(r"[ -]?([½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])|[ -](\d)/(\d)(?![\d/])").match(low, mention.end)
    if mixed and mention.value.is_integer():
        extra = VULGAR[mixed.group(1)] if mixed.group(1) else (int(mixed.group(2)) / int(mixed.group(3)) if int(mixed.group(3)) else 9.0)
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
    half = rules.half_after_word.match(low, mention.end)
    if half is not None and mention.value.is_integer():  # "2 and a half million"
        mention.value, mention.end = mention.value + rules.half_after[half.group(1)], half.end()
    rough = rules.about_scale.match(low, mention.end)
    if rough is not None:
        mention.factor = rules.about_scales[rough.group(1)]
        mention.value, mention.end = mention.value * mention.factor, rough.end()
        mention.rules += ["scale", "word.approximate"]
        return
    hedged = rules.inner.match(low, mention.end)
    if hedged is not None:  # "10多万": more than a hundred thousand
        mention.end, mention.bound = hedged.end(), "more_than"
        mention.rules.append("bound.inner")
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
            sign = spaced_scale.group(1) if spaced_scale else ""
            if spaced_scale and sign in rules.spaced_scales and (money or sign not in rules.glued_money_only):
                chunk *= rules.spaced_scales[sign]
                mention.factor = rules.spaced_scales[sign]
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
        if (
            (rest is None and rules.spaced and not (rules.then_digits and size < _scale_of(low, mention.end, rules)))
            or size >= ceiling
            or (rest and rules.numerals.scales[rest.group(1)] >= _scale_of(low, mention.end, rules))
        ):
            break
        mention.end = follow.end()
        chunk = float(follow.group(1))
    mention.value = total
    if mention.factor > 1:
        if rules.digits_follow is not None:
            add_digits(mention, low, rules, mention.factor)
        half = rules.half_after_word.match(low, mention.end)
        if half is not None:  # "2 million and a half"
            mention.value, mention.end = mention.value + rules.half_after[half.group(1)] * mention.factor, half.end()


def add_digits(mention: Draft, low: str, rules: Scanner, ceiling: float) -> None:
    """ "یک میلیون و ۲۰۰ هزار", "2 हज़ार 500": digits behind a scale word, with a smaller one or none of their own, add to it."""
    assert rules.digits_follow is not None and mention.value is not None
    for _ in range(3):
        follow = rules.digits_follow.match(low, mention.end)
        if follow is None:
            return
        rest = rules.scale.match(low, follow.end())
        factor = rules.numerals.scales[rest.group(1)] if rest else 1.0
        if factor >= ceiling or float(follow.group(1)) * factor >= ceiling:
            return
        mention.value += float(follow.group(1)) * factor
        mention.end, ceiling = (rest or follow).end(), factor


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
    closed = letters.islower() and not (letters == "k" and (mention.value or 0) > 10)  # "a 10k." is a race, "25k." a sum
    if letters in rules.glued_money_only or (closed and rules.glued_not_before.match(low, after)):
        return None
    if after < len(low) and low[after] in "-²³/":
        return None
    return rules.glued[letters]
