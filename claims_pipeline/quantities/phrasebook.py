"""Finds the words and phrases of a language file in a tokenised sentence.

An entry is what a linguist writes: ``dead``, ``death toll``, ``kill*`` (any ending), ``*nya`` (any beginning),
``lost * lives`` (any one word between). A word is looked up once per process and remembered, so that tagging a
sentence costs one dictionary look-up a word whatever the size of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims_pipeline.quantities.fold import fold_word

_REMEMBERED = 60_000
"""Distinct words whose look-up is kept; forgotten all at once above it, so memory stays flat on any corpus."""

_EXACT, _PREFIX, _SUFFIX, _ANY = range(4)


@dataclass(frozen=True, slots=True)
class Label:
    """What an entry says of the words it covers: ``group`` competes within itself, the longest entry wins."""

    group: str
    name: str
    mode: str = ""
    bit: int = 0
    """The role as one bit, for tests that must be fast."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``first`` to ``last`` (both included) are covered by an entry."""

    first: int
    last: int
    label: Label


def _element(word: str) -> tuple[int, str]:
    if word == "*":
        return _ANY, ""
    if word.endswith("*"):
        return _PREFIX, word[:-1]
    if word.startswith("*"):
        return _SUFFIX, word[1:]
    return _EXACT, word


def _fits(element: tuple[int, str], word: str) -> bool:
    kind, text = element
    if kind == _EXACT:
        return word == text
    if kind == _PREFIX:
        return word.startswith(text)
    return kind == _ANY or word.endswith(text)


_Rest = tuple[tuple[int, str], ...]
_Candidate = tuple[_Rest, Label]
_Known = tuple[tuple[_Candidate, ...], frozenset[str], tuple[_Candidate, ...]]
"""Every candidate of a word, the second words that they ask for, and the candidates that ask for none."""


def parted(word: str, elided: frozenset[str]) -> tuple[str, ...]:
    """ "d'Alep" is "d'" and "Alep" where ``elided`` holds the shortened word; any other word stays whole."""
    cut = word.find("'") + 1
    return (word[:cut], word[cut:]) if 0 < cut < len(word) and word[:cut] in elided else (word,)


class Phrasebook:
    """All entries of one language, ready to be found. ``proclitics`` and ``enclitics`` are written onto words
    ("Gaza's", Arabic "wa-"): a word is looked up with and without them."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Label]],
        proclitics: Sequence[str] = (),
        enclitics: Sequence[str] = (),
        elided: frozenset[str] = frozenset(),
    ) -> None:
        self._exact: dict[str, list[_Candidate]] = {}
        self._prefix: dict[str, list[_Candidate]] = {}
        self._suffix: dict[str, list[_Candidate]] = {}
        self.proclitics, self._enclitics = tuple(map(fold_word, proclitics)), tuple(map(fold_word, enclitics))
        self._known: dict[str, _Known] = {}
        singles: set[str] = set()
        for phrase, label in entries:
            elements = tuple(_element(w) for word in fold_word(phrase).split() for w in parted(word, elided))
            if not elements or elements[0][0] == _ANY:
                continue
            (kind, text), rest = elements[0], elements[1:]
            table = (self._exact, self._prefix, self._suffix)[kind]
            table.setdefault(text, []).append((rest, label))
            singles.update(w for k, w in elements if k in (_EXACT, _PREFIX))
        self._prefix_lengths = sorted({len(p) for p in self._prefix})
        self._suffix_lengths = sorted({len(s) for s in self._suffix})
        self.words = singles

    def _look_up(self, word: str) -> _Known:
        found: list[_Candidate] = []
        for form in self._forms(word):
            found.extend(self._exact.get(form, ()))
            for n in self._prefix_lengths:
                if n > len(form):
                    break
                found.extend(self._prefix.get(form[:n], ()))
            for n in self._suffix_lengths:
                if n > len(form):
                    break
                found.extend(self._suffix.get(form[-n:], ()))
        found.sort(key=lambda c: -len(c[0]))
        every = tuple(dict.fromkeys(found))
        seconds = frozenset(rest[0][1] for rest, _ in every if rest and rest[0][0] == _EXACT)
        return every, seconds, tuple(c for c in every if not c[0] or c[0][0][0] != _EXACT)

    def whole(self, word: str) -> bool:
        """Whether ``word`` is an entry as it stands, nothing cut off."""
        tables = (self._exact.get(word, ()), *(self._prefix.get(word[:n], ()) for n in self._prefix_lengths))
        return any(not rest for found in tables for rest, _ in found)

    def _forms(self, word: str) -> list[str]:
        forms = [word]
        for clitic in self._enclitics:
            if word.endswith(clitic) and len(word) > len(clitic):
                forms.append(word[: -len(clitic)])
        if word in self._exact:
            return forms  # a word of the file is never cut: "למעלה" (up) is no "ל" before "עלה" (rose)
        for clitic in self.proclitics:
            forms.extend(f[len(clitic) :] for f in tuple(forms) if f.startswith(clitic) and len(f) > len(clitic) + 1)
        return forms

    def find(self, words: Sequence[str]) -> list[Hit]:
        """Every entry in lowercased ``words``, in order; of one group the longest at the leftmost place."""
        hits: list[Hit] = []
        busy: dict[str, tuple[int, int]] = {}
        known = self._known
        if len(known) > _REMEMBERED:
            known.clear()
        count = len(words)
        for i, word in enumerate(words):
            looked_up = known.get(word)
            if looked_up is None:
                looked_up = known[word] = self._look_up(word)
            every, seconds, free = looked_up
            # few phrases that begin with the word go on with the next one: the others are not even tried
            for rest, label in every if seconds and i + 1 < count and words[i + 1] in seconds else free:
                last = i
                taken = busy.get(label.group)
                if rest:
                    last += len(rest)
                    kind, second = rest[0]
                    if last >= count or (kind == _EXACT and words[i + 1] != second):
                        continue
                    if not all(_fits(e, words[i + 1 + k]) for k, e in enumerate(rest)):
                        continue
                # one entry may play two parts ("deaths" is a noun and heads a toll), but no entry starts inside a longer one
                if taken is not None and taken[1] >= i and taken != (i, last):
                    continue
                hits.append(Hit(i, last, label))
                busy[label.group] = (i, last)
        return hits


_CLUSTER = re.compile(r"[^\W\d_][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*|.", re.DOTALL)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")


class Segmenter:
    """Cuts a run of a script without spaces (Chinese, Japanese, Thai) by the longest known entry, else by ICU's dictionary.

    Forward maximum matching over the words of the language file: what the rules need to see is cut exactly, the rest is
    words as far as the dictionary knows them.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {w for w in words if _UNSPACED.fullmatch(w)}
        self._longest = max((len(w) for w in self._words), default=1)

    def cut(self, text: str, folded: str) -> list[tuple[int, int]]:
        """Spans in ``text``, which may mix scripts; runs of other scripts stay whole. ``folded`` is the text as entries are written."""
        spans: list[tuple[int, int]] = []
        at = 0
        for run in _UNSPACED.finditer(text):
            if run.start() > at:
                spans.append((at, run.start()))
            self._cut_run(folded, run.start(), run.end(), _word_ends(run.group(), run.start()), spans)
            at = run.end()
        if at < len(text):
            spans.append((at, len(text)))
        return spans

    def _known(self, text: str, start: int, end: int, least: int) -> int:
        """The length of the longest entry at ``start``, 0 when none has ``least`` characters."""
        for n in range(min(self._longest, end - start), least - 1, -1):
            if text[start : start + n] in self._words:
                return n
        return 0

    def _cut_run(self, text: str, start: int, end: int, ends: set[int], spans: list[tuple[int, int]]) -> None:
        while start < end:
            n = self._known(text, start, end, 2)
            if not n:
                # a word of the dictionary, as far as no known entry begins inside it
                n = len(_CLUSTER.match(text, start, end).group())  # type: ignore[union-attr]
                while start + n not in ends and start + n < end and not self._known(text, start + n, end, 2):
                    n += len(_CLUSTER.match(text, start + n, end).group())  # type: ignore[union-attr]
            spans.append((start, start + n))
            start += n


@lru_cache(maxsize=1)
def _breaker() -> Any:
    import icu

    return icu.BreakIterator.createWordInstance(icu.Locale.getRoot())


def _word_ends(text: str, base: int) -> set[int]:
    """Where the words of ``text`` end by ICU's dictionaries of Chinese, Japanese and Thai, counted from ``base``."""
    breaker = _breaker()
    breaker.setText(text)
    return {base + end for end in breaker}
