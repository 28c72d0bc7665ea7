"""Finds the numbers of a sentence and reads their values: digits, words, scale words, fractions, vague words."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.scan_digits import read_digits
from claims_pipeline.quantities.scan_words import parts_of, read_word
from claims_pipeline.quantities.scanner import VULGAR, Scanner, draft, scanner
from claims_pipeline.quantities.structure import Span, spans

_DIGIT = re.compile(r"\d")


def numbers(folded: Folded, language: Language, money_before: Callable[[int], object]) -> list[Draft]:
    """The numbers of one sentence in order, in folded positions, bounds and units still unread.

    ``money_before(position)`` says whether a currency sign stands directly before a position.
    """
    rules = scanner(language)
    low = folded.low
    whole: list[Span] = spans(folded, language) if rules.word_dates or _DIGIT.search(low) else []
    covered = rules.counted.covers(low)
    found = [draft(folded, span.start, span.end, span.value, span.kind, span.rule) for span in whole]
    for known in found:
        known.is_claim = known.kind == "fraction"
    at, span, cover, floor = 0, 0, 0, 0
    while (m := rules.each.search(low, at)) is not None:
        begin = m.start()
        while span < len(whole) and whole[span].end <= begin:
            span += 1
        if span < len(whole) and whole[span].start < m.end():
            at = floor = max(whole[span].end, begin + 1)
            continue
        while cover < len(covered) and covered[cover][1] <= begin:
            cover += 1
        if cover < len(covered) and covered[cover][0] <= begin and not low[begin].isdigit():
            at = covered[cover][1]
            continue
        if m.group() in rules.not_prefixed:  # Arabic "لست" is "I am not", no "for six"
            at = m.end()
            continue
        mention: Draft | None
        if low[begin].isdigit():
            mention = read_digits(folded, begin, rules, money_before)
        elif low[begin] in VULGAR:
            mention = draft(folded, begin, begin + 1, VULGAR[low[begin]], "fraction", "fraction.sign")
        else:
            mention = read_word(folded, begin + _prefix_length(m.group(), rules), rules, floor)
        at = max(m.end(), begin + 1)
        if mention is not None:
            parts_of(mention, folded, rules)
            found.append(mention)
            at = floor = max(mention.end, begin + 1)  # "birkaç yüz": the "bir" in it is no number and keeps nothing from the next
    return sorted(found, key=lambda mention: mention.start) if whole else found


def _prefix_length(text: str, rules: Scanner) -> int:
    """How many characters of a trigger match are a glued prefix (Arabic "و") in front of the number word."""
    for joiner in rules.numerals.glued_joiners:  # it opens no number: "عشرون رجلا وخمسون امرأة"
        if text.startswith(joiner) and text[len(joiner) :] in rules.numerals.values:
            return len(joiner)
    for skip in range(min(4, len(text))):
        rest = text[skip:]
        if skip and rest.startswith(rules.numerals.glued_joiners or "\0"):  # "بوست": no prefix stands before the joining letter
            break
        if (
            rest in rules.numerals.values
            or rest in rules.pairs
            or rest in rules.vague
            or rest in rules.fractions
            or rest in rules.parts
            or rest in rules.ordinals
        ):
            return skip
    return 0
