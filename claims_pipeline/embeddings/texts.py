"""Which texts stand for a claim when it is compared with another, and the names and words that it is found by.

Three texts, none of which holds a number: the *focus* puts the claim as the question that its fact asks and gives
the clause around the number; the *noun* is the counted thing alone with its attribute; the *context* is the
article's title and lead. A whole sentence is no good as a focus: two figures in one sentence ("59 dead and 527
injured") then have nearly one vector.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:;•|\"“”«»„()\[\]\n])[\s\"'“”‘’«»„(\[–—-]*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM = 5  # letters kept of a word: enough to tell words apart, few enough to join "korban" and "korbannya"
_TOPICS = 60  # names kept of an article
_LEAD = 300  # characters of the text that stand beside the title
_LANGUAGES = [
    "en",
    "id",
    "ms",
    "es",
    "fr",
    "de",
    "pt",
    "it",
    "nl",
    "ru",
    "uk",
    "tr",
    "pl",
    "sw",
    "vi",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "ro",
    "hu",
    "el",
]
_DIGITS = re.compile(r"\d[\d.,:/]*")
_BESIDE = 4  # words kept on each side of a number, no further than the next number
_NAME_LIKE = 0.45  # rarity from which a word of a script without capitals is taken for a name
_PER_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """What one claim is compared by."""

    focus: str
    noun: str
    names: list[str]
    """Names in the claim's sentence."""
    near: list[str]
    """Those of them in the clause around the number."""
    words: list[str]
    """Stems of the clause around the number."""
    noun_words: list[str]
    beside_left: list[str]
    """Stems of the few words before the number, no further than the number before it."""
    beside_right: list[str]
    """Those after it: "138 up, 236 down, 155 unchanged" are told apart by nothing else."""


def profile(masked: str, sentence: str, noun: str, attribute: str | None, scope: str | None, topics: frozenset[str]) -> Profile:
    """The focus, the noun text, and the names and words of a claim; ``topics`` are the names of its article."""
    thing = _DIGITS.sub("#", noun).strip() or "-"
    if scope and scope.casefold() in thing.casefold():
        scope = None
    asked = " ".join(part for part in (thing, scope or "", attribute or "") if part)
    clause = window(masked)
    found = names(sentence, topics)
    return Profile(
        focus=f"how many {asked}? {clause}",
        noun=f"{attribute or 'other'}: {thing}" + (f" ({scope})" if scope else ""),
        names=found,
        near=[name for name in found if name in clause],
        words=stems(clause.replace("##", " ")),
        noun_words=stems(thing),
        beside_left=_beside(masked, -1),
        beside_right=_beside(masked, 1),
    )


def _beside(masked: str, side: int) -> list[str]:
    left, _, right = masked.partition("##")
    clause = _DIGITS.split(left.replace("#", "0"))[-1] if side < 0 else _DIGITS.split(right.replace("#", "0"))[0]
    words = [word.casefold()[:_STEM] for word in _TOKEN.findall(clause) if len(word) > 1]
    return list(dict.fromkeys(words[-_BESIDE:] if side < 0 else words[:_BESIDE]))


def context(title: str, text: str) -> str:
    """Title and lead of an article with its numbers masked, so that two articles meet on what happened."""
    begin = lead(text)
    if title and begin.startswith(title):
        return _DIGITS.sub("#", begin)
    return _DIGITS.sub("#", f"{title}. {begin}" if title else begin)


def lead(text: str) -> str:
    """The beginning of an article's text."""
    return text[:_LEAD].strip()


def window(masked: str, before: int = 8, after: int = 8) -> str:
    """The words around "##" in a masked sentence: the clause that the number stands in, near enough in any language.

    A text without spaces (zh, ja, th) is cut by characters.
    """
    at = masked.find("##")
    if at < 0:
        return masked[:200]
    left, right = masked[:at].split(), masked[at:].split()
    if len(left) + len(right) < len(masked) / 25:
        return masked[max(0, at - 5 * before) : at + 5 * after]
    return " ".join(left[-before:] + right[: after + 1])


def names(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The capitalised words of ``text`` that do not merely open a sentence, in order, without repeats.

    ``known`` are names of the same article: a word that opens a sentence counts when it is among them.
    Scripts without capitals give their rare words: most of those are names.
    """
    if not _cased(text):
        return [word for word, _ in _rare(Counter(_TOKEN.findall(text))) if word not in calendar_names()][:_PER_SENTENCE]
    found: dict[str, None] = {}
    for match in _TOKEN.finditer(text):
        word = match.group()
        if len(word) < 3 or not word[0].isupper():
            continue
        bare = bare_name(word)
        if bare in calendar_names():
            continue
        # three characters before say whether a sentence opens here: 'x. "Word'
        if bare not in known and _OPENS.search(text, max(0, match.start() - 3), match.start()):
            continue
        found[bare] = None
    return list(found)


def article_names(title: str, text: str) -> list[str]:
    """The names of an article, most frequent first, at most 60: what and whom it is about.

    A headline may capitalise every word, so its words count only when the body has them as names; without a body
    (a list of headlines) they must stand for themselves.
    """
    if not _cased(text or title):
        return [word for word, _ in _rare(Counter(_TOKEN.findall(f"{title} {text}")))][:_TOPICS]
    counts: Counter[str] = Counter()
    for match in _TOKEN.finditer(text):
        word = match.group()
        if len(word) >= 3 and word[0].isupper() and not _OPENS.search(text, max(0, match.start() - 3), match.start()):
            counts[bare_name(word)] += 1
    in_title = [bare_name(m.group()) for m in _TOKEN.finditer(title) if len(m.group()) >= 3 and m.group()[0].isupper()]
    if len(text) < 200:
        counts.update(in_title)
    else:
        counts.update({name: 3 for name in in_title if name in counts})
    for name in calendar_names() & counts.keys():
        del counts[name]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [name for name, _ in ranked[:_TOPICS]]


def _cased(text: str) -> bool:
    """Whether the script tells capitals: a fifth of the letters do, so that one "BBC" in an Arabic text changes nothing."""
    letters = [c for c in text[:400] if c.isalpha()]
    return not letters or sum(c.lower() != c.upper() for c in letters) * 5 >= len(letters)


def _rare(words: Counter[str]) -> list[tuple[str, int]]:
    from claims_pipeline.embeddings.rarity import rarity

    known = [word for word in words if len(word) > 2]
    kept = [(word, words[word]) for word, weight in zip(known, rarity(known), strict=True) if weight >= _NAME_LIKE]
    return sorted(kept, key=lambda item: (-item[1], item[0]))


@cache
def calendar_names() -> frozenset[str]:
    """Weekdays and months, long and short, in the languages that capitalise words: names of no one and no place."""
    import icu

    found: set[str] = set()
    for lang in _LANGUAGES:
        symbols = icu.DateFormatSymbols(icu.Locale(lang))
        for width in (icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.ABBREVIATED):
            for names_of in (symbols.getWeekdays, symbols.getMonths):
                found |= {word.strip(".").capitalize() for word in names_of(icu.DateFormatSymbols.FORMAT, width)}
    return frozenset(found - {""}) | {"Sept", "WIB", "Selasa", "GMT", "EST", "EDT"}


def bare_name(word: str) -> str:
    """A name without the ending that English glues to it, in one case: "Paddock's" and "PADDOCK" are "Paddock"."""
    word = _POSSESSIVE.sub("", word)
    return word.capitalize() if word.isupper() and len(word) > 4 else word


def stems(text: str) -> list[str]:
    """The words of ``text`` of three letters and more, folded and cut to five letters, without repeats."""
    return list(dict.fromkeys(match.group().casefold()[:_STEM] for match in _TOKEN.finditer(text) if len(match.group()) > 2))


def text_hash(text: str) -> str:
    """The key of a text: 128 bits in hex, so that two texts never share one."""
    return hashlib.blake2b(text.encode("utf8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def texts_version() -> str:
    """A hash over the rules of the texts: the texts of all claims are made again when it changes."""
    digest = hashlib.blake2b(digest_size=8)
    folder = Path(__file__).parent
    for file in (
        folder / "rarity.py",
        folder / "texts.py",
        folder / "happenings.py",
        folder / "moves.py",
        *sorted((folder / "happenings").glob("*.toml")),
        *sorted((folder.parent / "quantities" / "languages").glob("*.toml")),  # the words that tell a move
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()
