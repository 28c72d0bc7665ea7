"""What an event is called by: the names that the headlines and the sentences of its articles share, as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.happenings import kinds
from claims_pipeline.embeddings.rarity import everyday_all
from claims_pipeline.facts.claimset import once
from claims_pipeline.facts.event import place_keys, spelled
from claims_pipeline.facts.names import countries
from claims_pipeline.facts.nations import nation
from claims_pipeline.facts.things import english
from claims_pipeline.facts.things import everyday as listed
from claims_pipeline.facts.towns import several_words

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.wording import Wording

_NAMES = 15  # an article's first names that are looked at
_TOPICS = 5  # those of them that it is about, though neither headline nor sentence has them
_ARTICLES = 40  # articles asked for the names of one fact
_AT_ONCE = 10_000  # names read at a time
_EVERYWHERE = 0.29  # rarity of a name below which half the news has it
_ENGLISH = 1000  # an English article's form of a name comes before all others
_SHARED = 0.6  # of the articles, to name the event
_PLAIN, _SAID, _TOPIC = 0.5, 0.7, 0.3  # a name weighs at least; in a sentence, and first in the article, beside a headline
_BESIDE = 0.5  # of the first name's score, for a second one
_WHOLE = 2 / 3  # of the places of a word where the same word stands beside it: they are one name
_WORD = re.compile(r"[^\W\d_]{2,}\.?")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TITLED = 0.6  # of the words of a headline with a capital: it writes every word so


@dataclass(slots=True)
class _Name:
    score: float = 0.0
    share: float = 0.0
    """Articles that tell it, those that are about it and tell it elsewhere for less."""
    titles: int = 0
    sentences: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    whole: str = ""
    """The name in full, once it was asked for."""


def names_of(claims: ClaimSet, members: np.ndarray, told: Iterable[str], place: str | None, before: bool, wording: Wording) -> str:
    """At most two names that most of the articles share, the most telling first; none of those of ``told``.

    A name counts where the headline or the claim's own sentence has it; who only speaks there, or in the text, is not what
    the fact is about. ``place``: where the figure is of. A headline's other country is none of its parts: articles on one
    country's gun law recall another country's dead. ``before``: the figure is of an earlier event than the headlines.
    """
    articles: dict[int, list[int]] = {}
    for k in members.tolist():
        articles.setdefault(int(claims.article[k]), []).append(k)
    some = list(articles.values())
    if len(some) > _ARTICLES:
        some = [some[k] for k in np.linspace(0, len(some) - 1, _ARTICLES).astype(int)]
    if len(some) > 1:
        found: dict[str, _Name] = {}
        for ks in some:
            _count(claims, ks, before, wording, found)
        names = sorted(found.items(), key=lambda one: (-one[1].score, one[0]))
    else:
        names = [] if before else _alone(claims, some[0][0], wording)
    if not names:
        return ""
    said = {key for part in told for key in place_keys(part)}
    stems = {word.casefold()[:5] for part in told for word in _WORD.findall(part)}
    lands = {key[1:3] for key in place_keys(place) if key[0] in "@#"}
    titled = sum(bool(wording.titles.get(claims.table["article_id"][ks[0]])) for ks in some)
    out: list[str] = []
    best, single = 0.0, False
    for key, name in names:
        if key in said or name.share < _SHARED * len(some) or name.score < _BESIDE * best:
            continue
        if name.titles * 3 < titled or not name.titles:
            # what no headline has is only who was there, unless nothing else is told
            if out or place or name.sentences * 2 <= len(some) or name.sentences < 2:
                continue
            single = True
        if lands and key[0] in "@#" and name.sentences * 2 <= len(some) and (key[1:3] not in lands or key[0] == "@"):
            continue
        form = name.whole = name.whole or _whole(_best_form(name.forms), claims, some, wording)
        words = [word.casefold()[:5] for word in _WORD.findall(form)]
        if not words or any(word in stems for word in words) or any(k in said for k in place_keys(form)):
            continue  # "Iranian" beside "Iran" says nothing
        best = best or name.score
        out.append(form)
        stems.update(words)
        if len(out) == 2 or single:
            break
    return _joined(out, [wording.titles.get(claims.table["article_id"][ks[0]], "") for ks in some])


def _joined(names: list[str], headlines: list[str]) -> str:
    """Two names as the headlines have them side by side, else with a comma: "South Sudan", "Antam, UBS"."""
    for pair in (" ".join(names), " ".join(reversed(names))):
        if len(names) > 1 and any(pair.casefold() in line.casefold() for line in headlines):
            return pair
    return ", ".join(names)


def _alone(claims: ClaimSet, k: int, wording: Wording) -> list[tuple[str, _Name]]:
    """The names in the headline of a claim's article, the most telling first; found once an article, whose facts are many."""
    known: dict[int, list[tuple[str, _Name]]] = claims.kept.setdefault(f"{__name__}.alone", {})
    article = int(claims.article[k])
    if article not in known:
        title = wording.titles.get(claims.table["article_id"][k], "")
        headline = wording.headline(claims.table["article_id"][k])
        found = [
            (key, _Name((_PLAIN + weight) * (1 + _TOPIC / (1 + rank)), 1.0, 1, 0, {form: 1}))
            for rank, key, form, weight in _topics(claims, k)
            if key in headline or ("-" in form and form in title)
        ]
        known[article] = sorted(found, key=lambda one: (-one[1].score, one[0]))
    return known[article]


def _count(claims: ClaimSet, ks: list[int], before: bool, wording: Wording, found: dict[str, _Name]) -> None:
    """Add the names of one article, whose claims are ``ks``."""
    k, table = ks[0], claims.table
    headline: Container[str] = () if before else wording.headline(table["article_id"][k])
    title = "" if before else wording.titles.get(table["article_id"][k], "")
    said = [wording.named(table["claim_id"][one]) for one in ks[:_TOPICS]]
    english_one = _ENGLISH * (table["lang"][k] == "en")
    for rank, key, form, weight in _topics(claims, k):
        in_title = key in headline or ("-" in form and form in title)
        in_sentence = any(key in names for names in said)
        if not (in_title or in_sentence or (rank < _TOPICS and not before)):
            continue
        name = found.get(key)
        if name is None:
            name = found[key] = _Name()
        name.share += 1.0 if in_title or in_sentence else 0.5
        name.titles += in_title
        name.sentences += in_sentence
        # what they share says more than how rare a name is
        name.score += (_PLAIN + weight) * (in_title + _SAID * in_sentence + _TOPIC / (1 + rank))
        name.forms[form] = name.forms.get(form, 0) + 1 + english_one


def _topics(claims: ClaimSet, k: int) -> list[tuple[int, str, str, float]]:
    """The names of a claim's article that may name an event: rank, key, form and weight; found once an article."""
    known: dict[int, list[tuple[int, str, str, float]]] = claims.kept.setdefault(f"{__name__}.topics", {})
    article = int(claims.article[k])
    found = known.get(article)
    if found is None:
        topics, lang = claims.topics_written, claims.table["lang"][k]
        found, seen = [], set()
        row = claims.topic[k]
        for rank, word in enumerate(topics.indices[topics.indptr[row] : topics.indptr[row + 1]][:_NAMES].tolist()):
            key = claims.written_key[word]
            if key and key not in seen and _tells(claims, word, lang):
                seen.add(key)
                found.append((rank, key, claims.names_written[word], float(claims.written_weight[word])))
        known[article] = found
    return found


def _tells(claims: ClaimSet, word: int, lang: str) -> bool:
    """Whether the name may be that of an event; found once a name and language."""
    known: dict[tuple[int, str], bool] = claims.kept.setdefault(f"{__name__}.tells", {})
    found = known.get((word, lang))
    if found is None:
        form, key = claims.names_written[word], claims.written_key[word]
        found = not (
            _plain(claims)[word]
            or form.casefold() in listed(lang)
            or form in english()["currencies"]
            # "Trump" and "Obama" stand in half the news; a place as well known tells where
            or (claims.written_weight[word] < _EVERYWHERE and key[0] not in "@#" and not countries().get(form.casefold()))
            or kinds(form, lang)  # "Typhoon" is what happened
            or (nation(form, lang) and not countries().get(form.casefold()))  # "Americans"
        )
        known[word, lang] = found
    return found


def _best_form(forms: dict[str, int]) -> str:
    """The commonest form that Latin letters write."""
    return min(forms, key=lambda form: (not form.isascii(), -forms[form], form))


def _whole(form: str, claims: ClaimSet, articles: list[list[int]], wording: Wording) -> str:
    """The name with the words that stand beside it nearly everywhere: "Rico" is "Puerto Rico", "Halmahera" "Halmahera Selatan"."""
    table = claims.table
    texts = {wording.titles.get(table["article_id"][ks[0]], "") for ks in articles}
    for ks in articles if len(articles) > 1 else ():  # what one sentence has side by side is no name yet
        sentence = wording.sentences.get(table["claim_id"][ks[0]])
        texts.add(sentence.text if sentence else "")
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    count = 0
    for text in texts:
        for before, after, sure in _beside(text, form) if form in text else ():
            count += sure
            if before and (sure or _place(f"{before} {form}")):
                left[before] += 1
            if after and (sure or _place(f"{form} {after}")):
                right[after] += 1
    lang = table["lang"][articles[0][0]]
    for words, order in ((left, "{word} {form}"), (right, "{form} {word}")):
        if words:
            word, times = words.most_common(1)[0]
            both = order.format(word=word, form=form)
            # "Presiden Jokowi" is Jokowi, and "Halmahera Selatan" another place than Halmahera
            title = word.casefold() in listed(lang)
            if _place(both) or (times >= max(2, _WHOLE * count) and not (title and words is left)):
                return spelled(both)
    return spelled(form)


def _beside(text: str, form: str) -> Iterable[tuple[str, str, bool]]:
    """Where ``form`` stands in ``text``, the words with a capital right before and after it, and whether capitals say something there."""
    tokens, sure = _tokens(text)
    for k, (word, start, end) in enumerate(tokens):
        if word != form:
            continue
        before = after = ""
        if k and start - tokens[k - 1][2] == 1 and text[start - 1] == " " and (k > 1 or not sure):
            before = tokens[k - 1][0] if len(tokens[k - 1][0]) > 2 else ""
        if k + 1 < len(tokens) and tokens[k + 1][1] - end == 1 and text[end] == " ":
            after = tokens[k + 1][0]
        yield before if before[:1].isupper() else "", after if after[:1].isupper() else "", sure


@lru_cache(1 << 12)
def _tokens(text: str) -> tuple[list[tuple[str, int, int]], bool]:
    """The words of a text and where they stand, and whether a capital says something there: headlines may write every word so."""
    tokens = [(token.group(), token.start(), token.end()) for token in _TOKEN.finditer(text)]
    return tokens, sum(word[0].isupper() for word, _, _ in tokens) < _TITLED * len(tokens)


def _place(name: str) -> bool:
    return name.casefold() in countries() or name.casefold() in several_words()


@once
def _plain(claims: ClaimSet) -> np.ndarray:
    """Which of the written names are everyday words or have no capital, bool; asked for the first names of articles alone."""
    topics = claims.topics_written
    first = np.arange(len(topics.indices)) - np.repeat(topics.indptr[:-1], np.diff(topics.indptr)) < _NAMES
    out = np.ones(len(claims.names_written), bool)
    asked = [k for k in np.unique(topics.indices[first]).tolist() if claims.names_written[k][:1].isupper()]
    for at in range(0, len(asked), _AT_ONCE):
        some = asked[at : at + _AT_ONCE]
        out[some] = everyday_all([claims.names_written[k] for k in some])
    return out
