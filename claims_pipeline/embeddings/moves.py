"""The old and the new level of one figure in one sentence: "raised the toll to 2,975 from 64" asks one question twice.

The words are those of the language file by which a range is told from a change: "from", "to", verbs of change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import load

OLD, NEW = "from", "to"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_REACH = 3
"""Words from "to" to its number: "to an estimated 2,975", "dari total 185"."""


@dataclass(frozen=True, slots=True)
class _Words:
    old: frozenset[str]
    new: frozenset[str]
    sure: frozenset[str]
    """Those of ``new`` that tell a change by themselves: "menjadi"."""
    change: frozenset[str]


def level(masked: str, lang: str) -> str:
    """Whether the number "##" of a masked sentence is the old level of a figure that changed ("from"), the new one ("to"), or ""."""
    words = _words(lang)
    at = masked.find("##")
    if not words.old or at < 0:
        return ""
    before = masked[:at].rsplit("#", 1)[-1]
    for word in map(fold_word, reversed(_WORD.findall(before)[-_REACH:])):
        side = OLD if word in words.old else NEW if word in words.new else ""
        if side:
            told = words.change | words.sure
            return side if word in words.sure or told & {fold_word(w) for w in _WORD.findall(masked)} else ""
    return ""


@cache
def _words(lang: str) -> _Words:
    section = load(lang).section("ranges")
    old = [str(word) for word in section.get("change_openers", [])]
    sure = {fold_word(word) for word in section.get("change_to", [])}
    between = section.get("between", {})
    # one word is enough: of "up to" the last, of "de los" none
    new = {fold_word(end.split()[-1]) for word in old for end in between.get(word, []) if _WORD.fullmatch(end.split()[-1])}
    change = {fold_word(word) for word in section.get("change", [])}
    return _Words(frozenset(fold_word(word) for word in old if " " not in word), frozenset(new | sure), frozenset(sure), frozenset(change))
