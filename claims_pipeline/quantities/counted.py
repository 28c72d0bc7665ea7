"""Number words that are short and part of many other words: Chinese 一, Thai สาม, Korean 두. They count beside a counter only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, right_edge, spaced, trie, words

_LONGEST_BEFORE = 16
"""Characters of a unit in front of a number at most ("百分之")."""
_LONG = 2
"""A longer number word stands by itself before a mark of punctuation ("二百五十。")."""
_LETTER = re.compile(rf" ?(?:{LETTER}|\d)")
_NO_UNITS = frozenset({"before", "either", "per_words", "currency_default"})


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The compiled ``numerals`` keys ``needs_counter``, ``counters``, ``hidden``, ``shown`` and ``never_alone`` of one language."""

    needs: bool
    behind: re.Pattern[str]
    """A counter, a unit, a denominator or the second number of a range, after one bound word at most."""
    before: re.Pattern[str]
    never_alone: frozenset[str]
    """Words that are numbers only as part of longer ones: Korean 이 is "this"."""
    picky: frozenset[str]
    """Words that need a counter where the others do not: Vietnamese "năm" is five in front of one and a year elsewhere."""
    cover: re.Pattern[str]
    hidden: frozenset[str]
    spaced: bool

    def stands(self, low: str, begin: int, end: int) -> bool:
        """Whether the number word in ``low[begin:end]`` is a number there."""
        word = low[begin:end]
        if (not self.needs and word not in self.picky and word not in self.never_alone) or (begin == 0 and not low[end:].strip(" .。")):
            return True
        if self.before.search(low, max(0, begin - _LONGEST_BEFORE), begin):
            return True
        if word in self.never_alone:
            return False
        return self.behind.match(low, end) is not None or (not self.spaced and end - begin > _LONG and not _LETTER.match(low, end))

    def covers(self, low: str) -> list[tuple[int, int]]:
        """The words in ``low`` that hold a number word and tell no number ("一般", "สามารถ"), in order."""
        return [m.span() for m in self.cover.finditer(low) if m.group() in self.hidden] if self.hidden else []


@lru_cache(maxsize=64)
def counted(language: Language, word: str) -> Counted:
    """``word`` is the pattern of one number word."""
    numerals, fractions, bounds = (language.section(name) for name in ("numerals", "fractions", "bounds"))
    units, ranges = language.section("units"), language.section("ranges")
    behind = {"%", *words(numerals.get("counters")), *words(language.section("nouns").get("classifiers"))}
    for name, forms in units.items():
        if isinstance(forms, dict) and name not in _NO_UNITS:
            behind |= {w for entries in forms.values() if isinstance(entries, list) for w in words(entries)}
    behind |= {*words(language.section("kinds").get("age", {}).get("units")), *words(units.get("factors"))}
    wholes = words(fractions.get("whole_first")) + words(fractions.get("whole_counted"))
    behind |= {*wholes, *words(language.section("scales").get("words"))}
    if numerals.get("needing_counter"):
        nouns = language.section("nouns")
        behind |= {w for role in ("persons", "things") for w in words(nouns.get(role)) if "*" not in w}
    hedge = trie(w for entries in bounds.get("after", {}).values() for w in words(entries))
    joint = {"-", *words(ranges.get("middle")), *(w for ends in ranges.get("between", {}).values() for w in words(ends))}
    joint |= set(words(fractions.get("between")))
    before = words(fractions.get("between")) + [w for entries in units.get("before", {}).values() for w in words(entries)] + wholes
    hidden = words(numerals.get("hidden"))
    return Counted(
        bool(numerals.get("needs_counter", False)),
        re.compile(rf" ?(?:(?:{hedge}) ?)?(?:{trie(behind)}){right_edge(language)}| ?(?:{trie(joint)}) ?(?:\d|{word})"),
        re.compile(rf"(?:{trie(before)}) ?$"),
        frozenset(words(numerals.get("never_alone"))),
        frozenset(words(numerals.get("needing_counter"))),
        re.compile(trie({*hidden, *words(numerals.get("shown"))})),
        frozenset(hidden),
        spaced(language),
    )
