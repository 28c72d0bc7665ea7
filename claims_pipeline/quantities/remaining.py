"""Counts that go down by themselves: who "remains" in hospital, who is "still" missing. A lower figure corrects none of them."""

from __future__ import annotations

import re
from functools import cache

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language, load
from claims_pipeline.quantities.lexicon import LETTER, MARKS, spaced, trie

_OWN = "##"
_REACH = 40
"""Characters between the number and the word: one clause, whatever the language."""


def remains(masked: str, lang: str) -> bool:
    """Whether words of ``measure.remaining`` stand near the number "##" of a masked sentence, on the side that their entry tells."""
    before, own, behind = fold_word(masked).partition(_OWN)
    found = _words(load(lang))
    if not own or found is None:
        return False
    in_front, after = found
    return in_front.search(before[-_REACH:]) is not None or after.search(behind[:_REACH]) is not None


@cache
def _words(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The words in front of the number and those behind it; None where the file has none."""
    entries = [fold_word(str(entry)) for entry in language.section("measure").get("remaining", ())]
    if not entries:
        return None
    return (
        _either([e.removesuffix("#").strip() for e in entries if not e.startswith("#")], language),
        _either([e.removeprefix("#").strip() for e in entries if not e.endswith("#")], language),
    )


def _either(entries: list[str], language: Language) -> re.Pattern[str]:
    whole, stems = trie(e for e in entries if not e.endswith("*")), trie(e[:-1] for e in entries if e.endswith("*"))
    if not spaced(language):
        return re.compile(f"{whole}|{stems}")
    proclitics = "".join(sorted({fold_word(str(p))[:1] for p in language.section("nouns").get("proclitics", ())}))
    opening = rf"(?<![^\W\d_{proclitics}])(?<![{MARKS}])"
    return re.compile(rf"{opening}(?:(?:{whole})(?!{LETTER})|{stems})")
