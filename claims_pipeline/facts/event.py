"""Which event a fact is about and when: the place, the names that most of its articles share, the kind of event, the month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.rarity import everyday, everyday_all
from claims_pipeline.facts.claimset import once
from claims_pipeline.facts.names import countries, latin, name_key
from claims_pipeline.facts.names import place_keys as keys_of
from claims_pipeline.facts.things import english
from claims_pipeline.facts.things import everyday as listed

if TYPE_CHECKING:
    from claims_pipeline.embeddings.reference import Reference
    from claims_pipeline.facts.claimset import ClaimSet

_SURE_EVENT = 3.5  # standard deviations above the mean of all listed events: the cosine itself depends on the language
_NAMES = 15  # an article's first names: what it is about
_CLOSE = 45  # days from the first to the last report that one month stands for
_FAR = 400  # days
_FEW = 3  # articles
_AT_ONCE = 10_000  # names read at a time
_EVERYWHERE = 0.29  # rarity of a name below which half the news has it
_ENGLISH = 1000  # an English article's form of a name comes before all others
_WORD = re.compile(r"[^\W\d_]{2,}\.?")


@lru_cache(1 << 16)
def place_keys(place: str | None) -> tuple[str, ...]:
    """See :func:`claims_pipeline.facts.names.place_keys`; a place is asked for by every fact of its article."""
    return tuple(keys_of(place))


def place_of(claims: ClaimSet, members: np.ndarray) -> str | None:
    """The place that at least half of the claims tell, in English where it is a country."""
    told = [claims.table["place"][k] for k in members]
    keys: Counter[tuple[str, ...]] = Counter(place_keys(place) for place in told if place)
    if not keys:
        return None
    best = min(keys, key=lambda key: (-keys[key], len(key), key))
    # where half tell another place, the figure is of neither
    if not best or keys[best] * 2 < len(told) or keys.total() - keys[best] > keys[best] / 2:
        return None
    forms = Counter((place, claims.table["lang"][k]) for k, place in zip(members.tolist(), told, strict=True) if place_keys(place) == best)
    form, lang = min(forms, key=lambda form: (-forms[form], form))
    if all(_common(word, lang) for word in _WORD.findall(form or "")):  # "Least", of a headline's "At Least"
        return None
    return _spelled(form or "")


def names_of(claims: ClaimSet, members: np.ndarray, told: Iterable[str], titles: Mapping[str, str]) -> str:
    """At most two names that most of the articles share and some headline has, the most telling first; none of those of ``told``.

    ``titles``: headlines by article id; who only speaks in the text is not what it is about.
    """
    articles = {claims.article[k]: k for k in reversed(members.tolist())}
    topics, lang, written = claims.topics_written, claims.table["lang"], claims.names_written
    plain = _plain(claims)
    headlines = [titles.get(claims.table["article_id"][k], "") for k in articles.values()]
    places = {key for k in members for key in place_keys(claims.table["place"][k])}
    named = Counter(key for line in headlines for key in {name_key(word) for word in _WORD.findall(line)})
    least = sum(bool(line) for line in headlines) / 4
    count: Counter[str] = Counter()
    score: dict[str, float] = {}
    forms: dict[str, Counter[str]] = {}
    for k in articles.values():
        words = topics.indices[topics.indptr[k] : topics.indptr[k + 1]]
        seen = set()
        for rank, word in enumerate(words[:_NAMES].tolist()):
            form, key = written[word], claims.written_key[word]
            if not key or key in seen:
                continue
            seen.add(key)
            count[key] += 1
            if plain[word] or form.casefold() in listed(lang[k]):
                continue
            if claims.written_weight[word] < _EVERYWHERE and key not in places and not countries().get(form.casefold()):
                continue  # "Trump" and "Obama" stand in half the news; a place as well known tells where
            # the article's first names count most; an everyday word says little, however often it stands there
            score[key] = score.get(key, 0.0) + float(claims.written_weight[word]) / (2 + rank)
            forms.setdefault(key, Counter())[form] += 1 + _ENGLISH * (lang[k] == "en")
    said = {key for place in told for key in place_keys(place)}
    stems = {word.casefold()[:5] for place in told for word in _WORD.findall(place)}
    out: list[str] = []
    for key in sorted(score, key=lambda key: (-score[key], key)):
        if count[key] * 2 <= len(articles) or key in said:
            continue
        # what headlines call by another word ("virus") is in nearly all of its articles all the same
        if named[key] < least and (len(articles) <= _FEW or count[key] * 5 < len(articles) * 4):
            continue
        name = _best_form(forms[key])
        if name.casefold()[:5] in stems:
            continue  # "Iranian" beside "Iran" says nothing
        out.append(name)
        stems.add(name.casefold()[:5])
        if len(out) == 2:
            break
    return _joined(out, headlines)


def _joined(names: list[str], headlines: list[str]) -> str:
    """Two names as the headlines have them side by side, else with a comma: "South Sudan", "Antam, UBS"."""
    if len(names) < 2:
        return "".join(names)
    for pair in (" ".join(names), " ".join(reversed(names))):
        if any(pair.casefold() in line.casefold() for line in headlines):
            return pair
    return ", ".join(names)


def _best_form(forms: Counter[str]) -> str:
    """The commonest form that Latin letters write."""
    return _spelled(min(forms, key=lambda form: (not form.isascii(), -forms[form], form)))


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


def kind_of(claims: ClaimSet, members: np.ndarray, reference: Reference, harm: bool) -> str:
    """The kind of event that most of the articles are nearest to, and stand clearly nearer to than to others; else empty."""
    rows = list({claims.article[k]: claims.context.row[k] for k in reversed(members.tolist())}.values())
    # people die in a shooting, not in the debate on guns that follows it
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
    name = reference.event_names[top]
    return str(english()["events"].get(name, name)) if sure and shared else ""


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


def _spelled(name: str) -> str:
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
