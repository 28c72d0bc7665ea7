"""What is said of the counted things where no state says it: "people" of a ban on gatherings, "metres" of visibility.

In English the claims' own words around the number, as a quote; in another language what its dictionary tells of the
words there, and where it tells nothing the words as they are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claims_pipeline.facts.things import english, gloss, small_words

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.wording import Sentence, Wording

_LEFT, _RIGHT = 4, 6  # words of a quote on each side of the number
_REACH = 120  # characters on each side that are read
_NEAR = 12  # words on each side that are looked up
_ASKED = 24  # claims whose words are read
_GLOSSES = 2
_LENGTH = "length or distance"
_CLOSE = 4
_NUMBER = "…"
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’.,/-][^\W_]+)*%?|[.;:!?—–()\"“”,]|\s-\s")
_BREAK = frozenset([*'.;:!?—–"“”', " - "])
_BESIDE = frozenset("()")
_DIGIT = re.compile(r"\d")
_STEM = 5
_LEAST = 2  # words of a quote that says something
_WEAK = 3  # letters of a word that tells nothing by itself


class _Around(NamedTuple):
    """The words of a claim's clause before and after its number, nearest last and first."""

    before: list[str]
    after: list[str]


def about(claims: ClaimSet, members: np.ndarray, asked: str, told: Iterable[str], state: str, wording: Wording) -> str:
    """``asked`` with what is said of it, taken from the claims; ``told``: what the label says besides;

    ``state``: what happened to them, by some of the claims.
    """
    table = claims.table
    some = members.tolist()
    if len(some) > _ASKED:
        some = [some[k] for k in np.linspace(0, len(some) - 1, _ASKED).astype(int)]
    around: dict[int, _Around] = {}
    for k in some:
        sentence = wording.sentences.get(table["claim_id"][k])
        if sentence:
            around[k] = _around(sentence, len(table["quote"][k]), table["lang"][k])
    if not around:
        return asked
    spoken = [k for k in around if table["lang"][k] == "en"]
    if spoken:
        quote = _quoted({k: around[k] for k in spoken}, claims, _LEFT, _RIGHT)
        return f"{asked} (“{quote}”)" if quote else asked
    said = {word[:_STEM] for part in (asked, *told) for word in re.findall(r"[^\W\d_]+", part.casefold())}
    found = [state] if state else _glosses(around, claims, said)
    if found:
        return _with(asked, found)
    if "“" in asked or not set(asked.split(",")[0].split()) <= {*english()["words"]["pale"], *english()["words"]["asked"]}:
        return asked  # English words alone say more to most than others with them
    quote = _quoted(around, claims, _LEFT - 2, _RIGHT - 3)
    return f"{asked} (“{quote}”)" if quote else asked


def _with(asked: str, found: list[str]) -> str:
    """The question with what is said: "visibility in metres", "participants (“peserta mandiri”, in arrears)"."""
    lengths = english()["words"]["lengths"]
    if asked.startswith(_LENGTH) and any(word in lengths for word in found):
        what = next(word for word in found if word in lengths)
        asked, found = what + asked.removeprefix(_LENGTH), [word for word in found if word != what]
    if not found:
        return asked
    if asked.endswith("”)"):
        return f"{asked[:-1]}, {', '.join(found)})"
    return f"{asked} ({', '.join(found)})"


def _around(sentence: Sentence, size: int, lang: str) -> _Around:
    text, start = sentence.text, sentence.start
    first = max(0, start - _REACH)
    before = _TOKEN.findall(text[first:start])
    if before and not first and lang != "en":
        before[0] = before[0][0].lower() + before[0][1:]  # its capital says nothing
    after = _TOKEN.findall(text[start + size : start + size + _REACH])
    return _Around(_in_clause(before[::-1])[::-1], _in_clause(after))


def _in_clause(words: Sequence[str]) -> list[str]:
    """The words from the number on, to the end of its clause; what stands in brackets parts none."""
    out: list[str] = []
    for word in words:
        if word in _BREAK or len(out) == _NEAR:
            break
        if word not in _BESIDE:
            out.append(word)
    return out


def _quoted(around: dict[int, _Around], claims: ClaimSet, left: int, right: int) -> str:
    """The words around the number of the claim that shares the most with the others, no more than a clause."""
    if len(around) == 1:
        words = next(iter(around.values()))
        before, after = _clause(words.before[::-1], left, 1)[::-1], _clause(words.after, right, _WEAK)
        telling = sum(len(word) > _WEAK for word in (*before, *after))
        return _written(before, after) if telling >= _LEAST else ""
    shared: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    for claim, words in around.items():
        article = int(claims.article[claim])
        for word in {w.casefold()[:_STEM] for w in (*words.before, *words.after) if len(w) > _WEAK}:
            if (word, article) not in seen:
                seen.add((word, article))
                shared[word] += 1
    best, most = "", float("-inf")
    for words in around.values():
        before, after = _clause(words.before[::-1], left, 1)[::-1], _clause(words.after, right, _WEAK)
        told = {w.casefold()[:_STEM] for w in (*before, *after) if len(w) > _WEAK}
        if len(told) < _LEAST:
            continue
        score = sum(shared[word] - 1 for word in told) + 0.1 * len(told)
        if score > most:
            best, most = _written(before, after), score
    return best


def _clause(words: Sequence[str], most: int, least: int) -> list[str]:
    """The words from the number on, to a comma behind ``least`` of them or so many; no small word at the end."""
    out: list[str] = []
    for word in words:
        if word == ",":
            if sum(w != "," for w in out) >= least:
                break
        elif sum(w != "," for w in out) == most:
            break
        out.append(word)
    while out and (out[-1] == "," or (len(out) > least and out[-1].casefold() in small_words())):
        out.pop()
    return out


def _written(before: list[str], after: list[str]) -> str:
    words = [_NUMBER if _DIGIT.search(word) else word for word in (*before, "1", *after)]
    told = " ".join(word for k, word in enumerate(words) if not k or word != _NUMBER or words[k - 1] != _NUMBER)
    return told.replace(" ,", ",")


def _glosses(told: dict[int, _Around], claims: ClaimSet, said: set[str]) -> list[str]:
    """The English of the words that most articles have around the number, at most two, the nearest first."""
    count: Counter[str] = Counter()
    near: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for claim, words in told.items():
        lang, article = claims.table["lang"][claim], int(claims.article[claim])
        for side in (words.before[::-1], words.after):
            # a name is none of the words that a dictionary has: "Pelita Air" is an airline; in a headline all are written so
            headline = sum(word[0].isupper() for word in side) * 2 > len(side)
            plain = [word.casefold() for word in side]
            named = [word[0].isupper() and not headline for word in side]
            taken = -1
            for k in range(len(plain)):
                if k <= taken:
                    continue
                two = plain[k : k + 2] if side is words.after else plain[k : k + 2][::-1]
                found = gloss(" ".join(two), lang) if len(two) > 1 else None
                if found:
                    taken = k + 1
                found = found or (None if named[k] else gloss(plain[k], lang))
                if not found or any(word[:_STEM] in said for word in found.casefold().split()):
                    continue
                near[found] = min(near.get(found, _NEAR), k)
                if (found, article) not in seen:
                    seen.add((found, article))
                    count[found] += 1
    of = len({int(claims.article[claim]) for claim in told})
    # of two articles one may tell it in other words
    shared = [word for word in count if count[word] * 2 > of or (of == 2 and near[word] < _CLOSE)]
    pale = {*english()["words"]["empty"], *english()["words"]["pale"]}
    out: list[str] = []
    for word in sorted((w for w in shared if w not in pale), key=lambda w: (-count[w] * 2 + near[w], w)):
        if len(out) < _GLOSSES and not any(word[:_WEAK] == other[:_WEAK] for other in out):
            out.append(word)  # "rich" beside "richest" says nothing
    return sorted(out, key=lambda word: near[word])
