"""A sentence as the rules of meaning see it: tokens, each with the parts it can play, each number one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from claims_pipeline.quantities.fold import alike, fold_word
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT, Grammar
from claims_pipeline.quantities.mention import Mention
from claims_pipeline.quantities.phrasebook import Hit, parted
from claims_pipeline.quantities.sentences import Sentence

# Combining marks belong to their word (Hindi, Thai, vocalised Arabic); "U.S." and "al-Maliki" are one word.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
# Hebrew writes a double quote inside an abbreviation: 'צה"ל'. "S&P" and "AT&T" are one word.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[\u05d0-\u05ea]+[\"”“״][\u05d0-\u05ea]+"
    rf"|[\w{_MARKS}]+(?:(?:['’ʼ׳\-.\u2010]|(?<=[A-Z])&(?=[A-Z]))[\w{_MARKS}]+)*|[^\w\s]"
)

# Scrape damage: "30 houses damagedRESPONSE". Makers write small letters and capitals in one word too, but no such run of both.
_SEAM, _SEAM_LEAST = re.compile(r"(?<=[a-z]{4})(?=[A-Z]{4})"), 7

_RANK = {mode: n for n, mode in enumerate(("noun", "state", "alone", "both", "after", "before", "before_persons", "nominal", "toll"))}
"""Of two parts that one entry can play, the one that the noun rules go by."""

BREAKS = frozenset(".;!?…•|。！？；؛।۔")
"""Marks after which another clause begins, in any script."""
COMMAS = frozenset(",:—–،،、，：")
REACH = 60
_PAIR = 2  # words from the first state of a pair to the second: "dead and injured"
"""Tokens. It bounds the work on one number, so that a page without full stops stays linear."""

QUOTES = frozenset("\"“”‘’'«»„「」『』")
OPEN = frozenset("\"“”‘’'«»„「」『』()[]（）")


def _first(hit: Hit) -> int:
    return hit.first


@dataclass(slots=True)
class View:
    """``number[i]`` is the index of the mention that token ``i`` is, or -1. Positions are relative to the sentence."""

    sentence: Sentence
    mentions: list[Mention]
    grammar: Grammar
    starts: list[int]
    ends: list[int]
    words: list[str]
    number: list[int]
    roles: list[int]
    hits: dict[str, list[Hit]]
    at: list[int]
    """The token of each mention."""
    triggers: dict[int, Hit]
    """The attribute entry that begins or goes on at a token."""

    def near(self, group: str, i: int) -> list[Hit]:
        """The hits of a group that begin within REACH tokens of ``i``: what stands farther off is never read with it."""
        hits = self.hits.get(group, [])
        if len(hits) < 8:
            return hits
        low = bisect_left(hits, i - REACH, key=_first)
        return hits[low : bisect_left(hits, i + REACH, key=_first)]

    def text(self, first: int, end: int) -> str:
        """As written, from token ``first`` to before token ``end``."""
        if end <= first:
            return ""
        return self.sentence.text[self.starts[first] : self.ends[end - 1]]

    def capital(self, i: int) -> bool:
        return self.sentence.text[self.starts[i]].isupper()

    def is_word(self, i: int) -> bool:
        return self.number[i] < 0 and (len(self.words[i]) > 1 or self.words[i].isalnum())


def look(sentence: Sentence, mentions: list[Mention], grammar: Grammar) -> View:
    """``mentions`` are in order of ``start`` and do not overlap."""
    text, base = sentence.text, sentence.start
    starts: list[int] = []
    ends: list[int] = []
    number: list[int] = []
    at: list[int] = []
    position = 0
    for index, mention in enumerate(mentions):
        _tokens(text, position, mention.start - base, grammar, starts, ends, number)
        if (
            grammar.phrases.proclitics
            and len(starts) > 1
            and text[starts[-1]] == "-"
            and _word(text, starts, ends, -2, grammar.acronyms) in grammar.phrases.proclitics
        ):
            del starts[-1], ends[-1], number[-1]  # the hyphen between a glued preposition and digits: Hebrew "ב-12"
        at.append(len(starts))
        starts.append(mention.start - base)
        position = mention.end + mention.tail - base
        ends.append(position)
        number.append(index)
    _tokens(text, position, len(text), grammar, starts, ends, number)
    words = ["#" if number[i] >= 0 else _word(text, starts, ends, i, grammar.acronyms) for i in range(len(starts))]
    found: dict[str, list[Hit]] = {}
    roles = [0] * len(words)
    triggers: dict[int, Hit] = {}
    hits = grammar.phrases.find(words)
    if _divide(hits, words, number):
        hits = grammar.phrases.find(words)
    named = _named(hits, words, starts, text, grammar) if grammar.capitals else frozenset()
    for hit in hits:
        label = hit.label
        if label.group != "places.names" and hit.first in named:
            continue
        bit = BIT.get(label.name, 0) or (TIME if label.name == "time" else 0)
        found.setdefault(label.group, []).append(hit)
        for i in range(hit.first, hit.last + 1):
            roles[i] |= bit
            if label.group == "attribute" and (i not in triggers or _RANK[label.mode] < _RANK[triggers[i].label.mode]):
                triggers[i] = hit
    for i, word in enumerate(words):
        if word in grammar.calendar.doubtful and i and words[i - 1].islower() and text[starts[i] : ends[i]].istitle():
            roles[i] = TIME  # "by last May": no supposition
    for mention in mentions:
        _flag(starts, roles, mention.hedge_start, mention.hedge_end, base, HEDGE)
        _flag(starts, roles, mention.unit_start, mention.unit_end, base, UNIT)
    return View(sentence, mentions, grammar, starts, ends, words, number, roles, found, at, triggers)


def _divide(hits: list[Hit], words: list[str], number: list[int]) -> bool:
    """ "left 59 dead and injured hundreds": between two numbers each state has its own, and the "and" is taken out of ``words``.

    Without a number before it, the pair belongs to what follows: "killed and wounded 40 people".
    """
    divided = False
    for hit in hits:
        if hit.label.group != "attribute" or hit.last - hit.first != _PAIR or hit.last + 1 >= len(words) or number[hit.last + 1] < 0:
            continue
        if any(number[k] >= 0 for k in range(max(0, hit.first - _PAIR), hit.first)):
            words[hit.first + 1] = ","
            divided = True
    return divided


def _named(hits: list[Hit], words: list[str], starts: list[int], text: str, grammar: Grammar) -> frozenset[int]:
    """The tokens of names of several words: in "12 New Zealand soldiers" nothing is new, in "20 United States ships" no state counts."""
    inside: set[int] = set()
    for hit in hits:
        if hit.label.group == "places.names" and hit.last > hit.first:
            tokens = range(hit.first, hit.last + 1)
            if (
                text[starts[hit.first]].isupper()
                and text[starts[hit.last]].isupper()
                and " ".join(words[i] for i in tokens) in grammar.place_names
            ):
                inside.update(tokens)
    return frozenset(inside)


def _word(text: str, starts: list[int], ends: list[int], i: int, acronyms: Mapping[str, str]) -> str:
    word = text[starts[i] : ends[i]]
    if word in acronyms:
        return acronyms[word]
    if word == "." and i + 1 < len(starts):
        return "·"  # the stop of an abbreviation ("Oct. 7", "Mr. Smith"): the sentence goes on
    return word.lower() if word.isascii() else fold_word(word)


def _tokens(text: str, start: int, end: int, grammar: Grammar, starts: list[int], ends: list[int], number: list[int]) -> None:
    for found in _WORD.finditer(text, start, end):
        first, last = found.span()
        if grammar.segmenter is None:
            glued = grammar.elided and text[first] in "'’" and starts and ends[-1] == first and number[-1] < 0
            if glued and fold_word(text[starts[-1] : last]) in grammar.elided:
                ends[-1] = last  # the "d'" of "la mort d'une cinquantaine", where the number begins behind it
                continue
            if grammar.elided and not found.group().isalnum():
                head = len(parted(fold_word(found.group()), grammar.elided)[0])
                if head < last - first:
                    starts.append(first)
                    ends.append(first + head)
                    number.append(-1)
                    first += head
            seam = _SEAM.search(text, first, last) if last - first > _SEAM_LEAST else None
            if seam is not None:
                starts.append(first)
                ends.append(seam.start())
                number.append(-1)
                first = seam.start()
            starts.append(first)
            ends.append(last)
            number.append(-1)
            continue
        for a, b in grammar.segmenter.cut(text[first:last], alike(text[first:last])):
            starts.append(first + a)
            ends.append(first + b)
            number.append(-1)


def _flag(starts: list[int], roles: list[int], start: int | None, end: int | None, base: int, bit: int) -> None:
    if start is None or end is None:
        return
    i = bisect_left(starts, start - base)
    while i < len(starts) and starts[i] < end - base:
        roles[i] |= bit
        i += 1
