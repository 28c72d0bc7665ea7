"""A field of an article becomes sentences, with offsets that stay true to the field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.language import Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is ``field[start:end]``."""

    start: int
    end: int
    text: str


# A full stop also ends a sentence when the scrape lost the space after it ("musim.Sementara itu"): two lower-case
# letters, the stop, a capital and a lower-case letter. One letter is too little: "T.R. Reid", "VIVA.co.id".
# A stop and a comma without a space are a line break that a scrape turned into a comma ("kata Agus.,Sementara").
# Possessive, and begun only where a run of marks begins: a million dots or blanks must not be tried from each of them.
# Every arm begins with its mark and looks back over it: the search then skips from mark to mark instead of trying each character.
_BREAK = re.compile(
    r"(?:[.!?…](?:(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s)\s*+"
    r"|(?<=[^\W\d_A-Z]{2}[.!?])[\"'”’»)]*+,*+(?=[A-Z][a-z])"
    r"|(?<=[\w)\]]{2}[.!?])[\"'”’»)]*+,++(?=[\"'“‘]?[A-Z])"
    r"|(?:(?<=[A-Z]{3}[.!?])|(?<=\d{4}[.!?])|(?<=\d\)[.!?]))(?=[A-Z][a-z]{2}))"
    r"|[。！？｡।॥۔؟][。！？｡।॥۔؟]*[\"'”’»）」』]*\s*"
    r"|\n\s*+)"
)
LONGEST = 3000
"""Characters of one sentence at most; longer ones (tables, hostile input) are cut at a space."""

_OPENING = "\"'“‘«([„—–-•*¿¡ "


@lru_cache(maxsize=64)
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(word.casefold() for word in language.section("sentences").get("abbreviations", []))


_LAST_DAY = 31
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _openers(language: Language) -> frozenset[str]:
    return frozenset(word.casefold() for word in language.section("sentences").get("ordinal_dot_unless", []))


def _new_sentence(text: str, at: int, language: Language) -> bool:
    """Whether the word at ``at``, behind a number and a stop, opens a sentence; always where no stop makes an ordinal."""
    openers = _openers(language)
    word = _FIRST_WORD.match(text, at)
    return not openers or word is None or word.group().casefold() in openers


@lru_cache(maxsize=64)
def _ordinal_openers(language: Language) -> frozenset[str]:
    return frozenset(word.casefold() for word in language.section("sentences").get("ordinal_dot_after", []))


def _ordinal_before(text: str, at: int, language: Language) -> bool:
    """Whether the word before ``at`` is one that an ordinal follows ("zum 75.", "ihren 40."): no sentence ends on "zum 75."."""
    before = text[max(0, at - 20) : at].split()
    return bool(before) and before[-1].casefold() in _ordinal_openers(language)


def split(text: str, language: Language) -> list[Sentence]:
    """The sentences of ``text`` in order, without surrounding white space. Linear in the length of the text."""
    sentences: list[Sentence] = []
    begin = 0
    for found in _BREAK.finditer(text):
        if not _ends(text, found.start(), found.end(), language):
            continue
        _add(sentences, text, begin, found.end())
        begin = found.end()
    _add(sentences, text, begin, len(text))
    return sentences


def _ends(text: str, stop: int, after: int, language: Language) -> bool:
    if after >= len(text):
        return True
    mark = text[stop]
    if mark.isspace():  # a line break: a wrapped line goes on in lower case, or broke inside "6/\n11"
        blank = "\n" in text[text.find("\n", stop) + 1 : after]
        before = text[max(0, stop - 4) : stop].rstrip()
        return blank or not (text[after].islower() or before.endswith((",", "/", "-", "–", "(")))
    if mark != ".":
        return not text[after].islower()
    following = after
    while following < len(text) and text[following] in _OPENING and following < after + 4:
        following += 1
    if following < len(text) and text[following].islower() and "\n" not in text[stop:after]:
        return False
    word_start = stop
    while word_start > 0 and stop - word_start < 20 and not text[word_start - 1].isspace():
        word_start -= 1
    word = text[word_start:stop].lstrip(_OPENING)
    if word.casefold() in _abbreviations(language):
        return False
    if word.isdecimal() and len(word) <= 3 and not _new_sentence(text, following, language):
        return int(word) > _LAST_DAY and not _ordinal_before(text, word_start, language)  # "am 12. Mai", "ihr 40. Jahrestag"
    # Initials and list numbers ("J. Smith", "6. 15 orang"), not the end of "Windows 7."
    return not (len(word) == 1 and (word.isupper() or (word.isdigit() and word_start == 0)))


def _add(sentences: list[Sentence], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = cut if cut > begin else begin + LONGEST
        sentences.append(Sentence(begin, cut, text[begin:cut]))
        begin = cut
    if end > begin:
        sentences.append(Sentence(begin, end, text[begin:end]))
