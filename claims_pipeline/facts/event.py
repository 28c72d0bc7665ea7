"""Which event a fact is about and when: the place, the kind of event, the month."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.happenings import FOLDER, KINDS, kinds
from claims_pipeline.embeddings.rarity import everyday
from claims_pipeline.facts.names import countries, latin
from claims_pipeline.facts.names import place_keys as keys_of
from claims_pipeline.facts.things import called, english
from claims_pipeline.facts.things import everyday as listed
from claims_pipeline.facts.towns import capitals

if TYPE_CHECKING:
    from claims_pipeline.embeddings.reference import Reference
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.wording import Wording

_HARMLESS = frozenset({"sport", "market", "election"})
_WIDE = frozenset({"attack", "war", "crime", "protest", "fire", "election", "market"})
"""Kinds that a text names beside the one that it tells of."""
_FIRST_NAMES = 10  # of an article: what it is about
_SURE_EVENT = 3.5  # standard deviations above the mean of all listed events: the cosine itself depends on the language
_CLOSE = 45  # days from the first to the last report that one month stands for
_FAR = 400  # days
_SHARED = 0.6  # of the articles, to tell of a place
_ASKED = 40  # articles that are asked for a word
_WORD = re.compile(r"[^\W\d_]{2,}\.?")


@lru_cache(1 << 16)
def place_keys(place: str | None) -> tuple[str, ...]:
    """See :func:`claims_pipeline.facts.names.place_keys`; a place is asked for by every fact of its article."""
    return tuple(keys_of(place))


def place_of(claims: ClaimSet, members: np.ndarray, wording: Wording, happened: bool) -> str | None:
    """The place that most of the claims tell and most of the articles are about, in English where it is a country.

    A place that is told once, of two claims, stands with one newsroom, or with someone who is quoted: the other article must
    name it too. ``happened``: something happened to what is counted. Then the town of a dateline is where; else it is only
    where the newsroom writes, and a headline or a sentence must have it, as it must a capital.
    """
    column = claims.table
    told = [column["place"][k] for k in members]
    keys: Counter[tuple[str, ...]] = Counter(place_keys(place) for place in told if place)
    if not keys:
        return None
    best = min(keys, key=lambda key: (-keys[key], len(key), key))
    # where half tell another place, the figure is of neither
    if not best or keys[best] * 3 < len(told) or keys.total() - keys[best] > keys[best] / 2:
        return None
    tells: dict[int, float] = {}
    written = dateline = 0
    for k, place in zip(members.tolist(), told, strict=True):
        article = int(claims.article[k])
        own = place_keys(place) == best if place else False
        headline = wording.headline(column["article_id"][k])
        named = any(key in headline for key in best) or any(key in wording.named(column["claim_id"][k]) for key in best)
        written += own and named
        dateline += own and not named
        if tells.get(article, 0.0) < 1.0:
            tells[article] = 1.0 if own or named else max(tells.get(article, 0.0), 0.5 * _about(claims, k, best))
    if sum(tells.values()) < _SHARED * len(tells) or (written < dateline and wording.sentences and not (happened and _afield(told, best))):
        return None
    forms = Counter((place, column["lang"][k]) for k, place in zip(members.tolist(), told, strict=True) if place_keys(place) == best)
    form, lang = min(forms, key=lambda form: (-forms[form], form))
    if all(_common(word, lang) for word in _WORD.findall(form or "")):  # "Least", of a headline's "At Least"
        return None
    return spelled(form or "")


def _afield(told: list[str | None], best: tuple[str, ...]) -> bool:
    """Whether a dateline is no capital: from there newsrooms tell of everything."""
    return not any(place and place.casefold() in capitals() for place in set(told) if place_keys(place) == best)


def _about(claims: ClaimSet, k: int, keys: tuple[str, ...]) -> bool:
    """Whether one of the keys is among the first names of the claim's article."""
    topics = claims.topics_written
    row = claims.topic[k]
    first = topics.indices[topics.indptr[row] : topics.indptr[row + 1]][:_FIRST_NAMES].tolist()
    return any(claims.written_key[word] in keys for word in first)


def past(claims: ClaimSet, members: np.ndarray) -> bool:
    """Whether the figure is of long before its reports: their headlines are of another event."""
    column = claims.table
    days = [(column["known_at"][k].date() - column["as_of"][k]).days for k in members if column["as_of"][k] and column["dated"][k]]
    return sum(day > _FAR for day in days) * 2 >= len(members)


def kind_of(claims: ClaimSet, members: np.ndarray, reference: Reference, harm: bool, before: bool, wording: Wording) -> str:
    """The kind of event that most of the articles tell of; empty where they do not agree.

    Words say it first: what the headline or lead names, or the claim's sentence. Vectors know it more closely ("mass shooting",
    "plane crash"), and alone where no word says it. People die in a shooting, not in the debate on guns that follows it:
    ``harm`` leaves such kinds out. ``before``: the figure is of an earlier event than the articles, see :func:`past`.
    """
    first = {claims.article[k]: k for k in reversed(members.tolist())}
    rows = [claims.context.row[k] for k in first.values()]
    own, shares = _called(claims, list(first.values()), before, wording)
    if shares * 2 > len(first):
        return own
    bits = [int(claims.happening[k]) | (0 if before else int(claims.article_happening[k])) for k in first.values()]
    told = Counter(kind for some in bits for kind in _kinds(some, harm))
    most = max(told.values(), default=0)
    shared = {kind for kind, times in told.items() if times * 2 > len(first)}
    named = {kind for kind in shared if told[kind] == most}
    likely = "" if before else _likely(claims, rows, reference, harm)
    if own and named & kinds_called(own):
        return own  # one headline says "Ebola" and the other "virus"
    close = kinds_called(likely)
    hazard = likely in reference.event_names[: reference.hazards]
    if hazard and close and not any(told[kind] for kind in close) and any(claims.table["lang"][k] in _worded() for k in first.values()):
        likely, close = "", frozenset()  # a kind of event that has words, and none of them is there: suicides are near a shooting
    if named and not (close & named and close <= shared):
        if {"attack", "explosion"} <= shared:
            return "bombing"
        # an attack is told with what it was: a shooting, an explosion
        likely = min(named, key=lambda kind: (kind in _WIDE, KINDS.index(kind)))
        return str(english()["happenings"].get(likely, likely))
    return str(english()["events"].get(likely, likely))


def _called(claims: ClaimSet, ones: list[int], before: bool, wording: Wording) -> tuple[str, float]:
    """The word for the event that the most of the articles have in the headline or beside the figure, and how many have it."""
    table = claims.table
    some = ones if len(ones) <= _ASKED else [ones[k] for k in np.linspace(0, len(ones) - 1, _ASKED).astype(int)]
    told: Counter[str] = Counter()
    for k in some:
        lang, sentence = table["lang"][k], wording.sentences.get(table["claim_id"][k])
        found = _called_in(sentence.text, lang) if sentence else frozenset()
        if not before:
            found |= _called_in(wording.titles.get(table["article_id"][k], ""), lang)
        told.update(found)
    if not told:
        return "", 0.0
    best = min(told, key=lambda name: (-told[name], name))
    return best, told[best] * len(ones) / len(some)


@lru_cache(1 << 15)
def _called_in(text: str, lang: str) -> frozenset[str]:
    pattern = _calling(lang)
    return frozenset(called(lang)[word] for word in pattern.findall(text.casefold())) if pattern else frozenset()


@cache
def _calling(lang: str) -> re.Pattern[str] | None:
    words = sorted(called(lang), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])") if words else None


@lru_cache(1 << 12)
def _kinds(bits: int, harm: bool) -> tuple[str, ...]:
    return tuple(kind for k, kind in enumerate(KINDS) if bits >> k & 1 and not (harm and kind in _HARMLESS))


@cache
def _worded() -> frozenset[str]:
    """The languages whose words for kinds of event are known."""
    return frozenset(file.stem for file in FOLDER.glob("*.toml"))


@cache
def kinds_called(name: str) -> frozenset[str]:
    """The kinds of a name that labels give to an event."""
    return frozenset(kinds(name, "en"))


def _likely(claims: ClaimSet, rows: list[int], reference: Reference, harm: bool) -> str:
    """The kind of event that most of the contexts are nearest to, and stand clearly nearer to than to others; else empty."""
    best, least, likely = (told[rows] for told in _leanings(claims, reference.hazards)[int(harm)])
    if len(rows) == 1:
        sure, shared = likely[0] >= least[0], True
        top = int(best[0])
    else:
        each = claims.events[rows]
        mean = each.mean(axis=0)
        top = int(np.argmax(mean[: reference.hazards] if harm else mean))
        sure = mean[top] >= mean.mean() + (_SURE_EVENT - harm) * mean.std()
        shared = int(np.count_nonzero(best == top)) * 2 > len(rows)
    return reference.event_names[top] if sure and shared else ""


def _leanings(claims: ClaimSet, hazards: int) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray], ...]:
    """Of each context, among all kinds of event and among hazards: the nearest, how near it must be to be sure, and how near it is."""
    name = f"{__name__}.leanings"
    if name not in claims.kept:
        mean, spread = claims.events.mean(axis=1), claims.events.std(axis=1)
        found = []
        for harm, some in enumerate((claims.events, claims.events[:, :hazards])):
            best = some.argmax(axis=1) if len(some) else np.zeros(0, np.int64)
            found.append((best, mean + (_SURE_EVENT - harm) * spread, some.max(axis=1, initial=-np.inf)))
        claims.kept[name] = tuple(found)
    kept: tuple[tuple[np.ndarray, np.ndarray, np.ndarray], ...] = claims.kept[name]
    return kept


def when_of(claims: ClaimSet, members: np.ndarray) -> str:
    """Month and year that the figure speaks of; else those of its first report, or of the reports where they lie apart."""
    column = claims.table
    reports = sorted(column["known_at"][k] for k in members if column["dated"][k])
    told = Counter(_span(day) for day in (column["as_of"][k] for k in members) if day)
    if told:
        best = min(told, key=lambda span: (-told[span], span))
        day = min(day for day in (column["as_of"][k] for k in members) if day and _span(day) == best)
        # a day far from the reports is that of another figure beside it, unless most tell it
        near = bool(reports) and abs((reports[0].date() - day).days) <= _FAR
        if told[best] * (3 if near else 2) >= len(members) + (not near) and told[best] * 5 >= told.total() * 3:
            return best
    if not reports:
        return ""
    first, last = reports[0], reports[-1]
    if (last - first).days <= _CLOSE:
        return _month(first)
    return f"reported {first:%B} to {_month(last)}" if first.year == last.year else f"reported {_month(first)} to {_month(last)}"


def _span(day: date) -> str:
    """The last day of a year stands for the year as a whole."""
    return f"{day.year}" if (day.month, day.day) == (12, 31) else _month(day)


def _month(day: date | datetime) -> str:
    return f"{day:%B} {day.year}"


def _common(word: str, lang: str) -> bool:
    return everyday(word) or word.casefold() in listed(lang)


def spelled(name: str) -> str:
    """A country in English, any other name in Latin letters."""
    country = countries().get(name) or countries().get(name.casefold())
    if country:
        return _country(country)
    return name if name.isascii() or all(c < "ɐ" for c in name) else latin(name).title()


@cache
def _country(code: str) -> str:
    import icu

    told = icu.LocaleDisplayNames.createInstance(icu.Locale("en"), [icu.UDisplayContext.LENGTH_SHORT]).regionDisplayName(code)
    return str(told).partition(" (")[0]
