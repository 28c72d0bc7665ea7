"""Whose people a claim counts, by the words for them in each language: "eight Russian citizens" are RU, "россиян" too.

One Russian woman among the dead answers another question than the dead, and two newsrooms write neither nation nor people alike.
Most words for a people begin as the name of the country does, which ICU has in every language ("Russians", "israélien",
"インドネシア人"); what does not ("Dutch", "немцев") stands under [nations] in the files of nouns/.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from claims_pipeline.facts.names import countries, countries_in
from claims_pipeline.facts.things import MARKS, nations_of, peoples

FOREIGN = "foreign"
"""What stands for the country of people of whom only this is told: that they are no nationals of the place."""

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*(?:[’'-](?:[^\W\d_]|[{MARKS}])+)*")
_ABJAD = re.compile("[\u0590-\u06ff]")
_LEFT = 3  # letters of a word that an article leaves
_SHORT = 5  # letters of a name that is not cut
_ENDING = 6  # letters that a word for a people has more: "Indonesian", "россиянами"


@lru_cache(1 << 16)
def nation(phrase: str | None, lang: str) -> str:
    """The ISO 3166 code of the one country whose people ``phrase`` names, :data:`FOREIGN`, or empty.

    Two countries ("Israelis and Palestinians") are no one nation.
    """
    if not phrase or not nations_of(lang):
        return ""
    found = _unspaced(phrase, lang) if not peoples(lang).spaced else _spaced(phrase, lang)
    return found.pop() if len(found) == 1 else ""


def _unspaced(phrase: str, lang: str) -> set[str]:
    told = {**{name: code for name, code in countries_in(lang).items() if len(name) > 1}, **nations_of(lang)}
    found: set[str] = set()
    for name in sorted((name for name in told if name in phrase), key=len, reverse=True):
        if name in phrase:
            found.add(told[name])
            phrase = phrase.replace(name, " ")
    return found


def _spaced(phrase: str, lang: str) -> set[str]:
    written = _WORD.findall(phrase)
    words = [_folded(word, lang) for word in written]
    found: set[str] = set()
    taken = -1
    for k, word in enumerate(words):
        if k <= taken:
            continue
        both = f"{word} {words[k + 1]}" if k + 1 < len(words) else ""
        code = (both and _irregular(both, lang)) or (both and countries().get(f"{written[k]} {written[k + 1]}".casefold(), ""))
        if code:
            taken = k + 1
        elif peoples(lang).capital and not written[k][0].isupper() and not _irregular(word, lang):
            continue
        found |= {code or _irregular(word, lang) or countries_in(lang).get(written[k].casefold(), "") or _begins(word, lang)} - {""}
    return found


def _irregular(word: str, lang: str) -> str:
    whole, stems = _told(lang)
    return whole.get(word) or next((code for stem, code in stems if word.startswith(stem) and len(word) - len(stem) <= _ENDING), "")


@cache
def _told(lang: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    told = {_folded(word, lang) if word[-1] != "*" else _folded(word[:-1], lang) + "*": code for word, code in nations_of(lang).items()}
    stems = sorted(((w[:-1], code) for w, code in told.items() if w[-1] == "*"), key=lambda one: -len(one[0]))
    return {word: code for word, code in told.items() if word[-1] != "*"}, stems


@lru_cache(1 << 15)
def _begins(word: str, lang: str) -> str:
    """The country whose name, but for its last letter, begins the word; or which begins as the word does ("Deutsche").

    A short name is begun whole, and with a short ending: "Children" are not of Chile, nor "perusahaan" (companies) of Peru.
    """
    best, size = "", 0
    for name, least, code in _beginnings(lang).get(word[:3], ()):
        if least > size and word.startswith(name[:least]) and len(word) - least <= min(_ENDING, least):
            best, size = code, least
    return best


@cache
def _beginnings(lang: str) -> dict[str, list[tuple[str, int, str]]]:
    """Names of countries of one word by their first three letters: the name, how many of its letters must agree, the code."""
    out: dict[str, list[tuple[str, int, str]]] = {}
    form = peoples(lang)
    for name, code in countries_in(lang).items():
        whole = _folded(name, lang)
        if not whole.isalpha():
            continue
        bare = next((whole.removesuffix(end) for end in form.country_endings if whole.endswith(end)), whole)
        shortest = 3 if _ABJAD.match(whole) else 4
        cut = len(whole) - 1 if len(whole) > _SHORT else len(whole)
        least = len(bare) if shortest <= len(bare) < len(whole) else cut
        if least >= shortest and form.inflected:
            out.setdefault(whole[:3], []).append((whole, least, code))
    return out


def _folded(word: str, lang: str) -> str:
    """Lower case, without accents and without the article that is written on to the word."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    letters = "".join(c for c in plain if not ("\u0300" <= c <= "\u036f"))
    found = unicodedata.normalize("NFC", letters)
    article = next((one for one in peoples(lang).articles if found.startswith(one) and len(found) >= len(one) + _LEFT), "")
    return found[len(article) :]
