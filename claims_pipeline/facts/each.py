"""What each claim says by itself: found once for all claims of a set, whatever the pairs it is held against in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import once

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

# attributes that careless or differently cut wordings exchange; each group may share a fact
_NEAR = (
    {"injured", "hospitalised", "casualties"},
    {"killed", "casualties"},
    {"held", "abducted"},
    {"displaced", "evacuated"},
    {"arrested", "charged", "convicted"},
    {"destroyed", "damaged"},
    {"infected", "hospitalised"},
    {"fired", "deployed"},
)
_MAIN = 5
_TOWNS = 2
_TELLING = 0.25  # weight of a name that is no everyday word
_ROWS = 50_000  # claims at a time


@once
def event_profiles(c: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """Of each context its likenesses to the kinds of event, centred, length one; and the kind that it is most like."""
    profile = c.events - c.events.mean(axis=1, keepdims=True)
    profile /= np.maximum(np.linalg.norm(profile, axis=1, keepdims=True), 1e-6)
    return profile, c.events.argmax(axis=1)


@once
def sentence_names(c: ClaimSet) -> Any:
    """``ClaimSet.names`` in the order of columns."""
    return _sorted(c.names.copy())


@once
def name_roots(c: ClaimSet) -> tuple[Any, ...]:
    """The names of each claim's sentence and clause, and of each article, by the root of their weights: products of two are weights."""
    return tuple(_sorted(rows.sqrt()) for rows in (c.names, c.near, c.topics))


@once
def first_names(c: ClaimSet) -> tuple[Any, np.ndarray]:
    """The first names of each article that are no everyday words, by weight, and their summed weight."""
    from scipy import sparse

    topics = c.topics
    place = np.arange(len(topics.indices)) - np.repeat(topics.indptr[:-1], np.diff(topics.indptr))
    row = np.repeat(np.arange(topics.shape[0]), np.diff(topics.indptr))
    first = (place < _MAIN) & (topics.data > _TELLING)
    mains = _sorted(sparse.csr_matrix((topics.data[first], (row[first], topics.indices[first])), shape=topics.shape))
    return mains, _summed(mains)


@dataclass(frozen=True, slots=True)
class Known:
    """What a claim knows, entries above zero: what its article does, and what stands in its own sentence and place.

    An article's dozens of names are held once, not once a claim.
    """

    article: Any
    """Rows as ``ClaimSet.topics``."""
    own: Any
    """Of each claim."""

    def turned(self, turn: Any) -> Known:
        """Over other columns."""
        return Known(_sorted(self.article @ turn), _sorted(self.own @ turn))


@once
def towns(c: ClaimSet) -> tuple[Any, Known]:
    """The first towns of each article, and all that a claim knows, with that of its place.

    What may spell a town is none of the first, but all that it may spell are among those known.
    """
    turn = _turned(c.town, np.arange(len(c.town)), len(c.town)) + _spelling(c, np.arange(len(c.town)), len(c.town))
    return _first(c, c.town, _TOWNS), places_known(c).turned(turn)


@once
def lands(c: ClaimSet) -> tuple[Any, Known]:
    """The country of the first such name of each article, and all; one column a country, those of its towns included."""
    turn = _land_turn(c)
    may = _spelling(c, c.land, turn.shape[1])
    return _sorted(_first(c, c.land >= 0, 1) @ turn), places_known(c).turned(turn + may)


@once
def place_towns(c: ClaimSet) -> tuple[Any, Any]:
    """The towns and the countries among the keys of each claim's place."""
    turns = _turned(c.town, np.arange(len(c.town)), len(c.town)), _land_turn(c)
    return _sorted(c.place_names @ turns[0]), _sorted(c.place_names @ turns[1])


@once
def nations(c: ClaimSet) -> tuple[Any, np.ndarray]:
    """The nation of each claim as a row over countries, and whether its people are strangers where it places them."""
    from scipy import sparse

    (_, lands_told) = place_towns(c)
    told = np.flatnonzero((c.nation >= 0) & (c.nation < lands_told.shape[1]))
    rows = sparse.csr_matrix((np.ones(len(told), np.float32), (told, c.nation[told])), shape=lands_told.shape)
    at_home = np.asarray(rows.multiply(lands_told).sum(axis=1)).ravel() > 0
    return rows, (c.nation >= 0) & (np.diff(lands_told.indptr) > 0) & ~at_home


def _land_turn(c: ClaimSet) -> Any:
    return _turned(c.land >= 0, c.land, int(c.land.max(initial=-1)) + 1)


def _turned(chosen: np.ndarray, column: np.ndarray, width: int) -> Any:
    """Turns rows over keys into rows over the columns of those ``chosen``."""
    from scipy import sparse

    at = np.flatnonzero(chosen)
    return sparse.csr_matrix((np.ones(len(at), np.float32), (at, column[at])), shape=(len(chosen), width))


def _spelling(c: ClaimSet, column: np.ndarray, width: int) -> Any:
    """Turns what may spell towns into the columns of those."""
    from scipy import sparse

    key, town = c.spells.T
    found = sparse.csr_matrix((np.ones(len(key), np.float32), (key, column[town])), shape=(len(c.town), width))
    found.data[:] = 1.0
    return found


def _first(c: ClaimSet, chosen: np.ndarray, kept: int) -> Any:
    """The first names of each article among those ``chosen`` that are no everyday words ("March" is a town in England)."""
    from scipy import sparse

    topics = c.topics
    row = np.repeat(np.arange(topics.shape[0]), np.diff(topics.indptr))
    among = chosen[topics.indices] & (topics.data > _TELLING)
    row, column = row[among], topics.indices[among]
    first = np.arange(len(row)) - np.searchsorted(row, np.arange(topics.shape[0]))[row] < kept
    return _sorted(sparse.csr_matrix((np.ones(int(first.sum()), np.float32), (row[first], column[first])), shape=topics.shape))


@once
def names_known(c: ClaimSet) -> Known:
    """The names of each claim's article, and those that only its sentence has, each once."""
    from scipy import sparse

    article, names = _plain(c.topics), _plain(c.names)
    own = []
    for at in range(0, max(len(c), 1), _ROWS):
        some = names[at : at + _ROWS]
        own.append(some - some.multiply(article[c.topic[at : at + _ROWS]]))
    return Known(article, _sorted(sparse.vstack(own, "csr")))


@once
def places_known(c: ClaimSet) -> Known:
    """The same, and the claim's own place."""
    return Known(names_known(c).article, _sorted(names_known(c).own + c.place_names))


@once
def words_of_places(c: ClaimSet) -> tuple[Any, np.ndarray]:
    """The keys of each claim's place, each once, and whether it is a country."""
    words = _plain(c.place_names)
    named = (c.land >= 0) & ~c.town
    return words, _summed(words @ _turned(named, np.zeros(len(named), np.int64), 1)) > 0


def _plain(rows: Any) -> Any:
    """The same rows with ones for entries, in order."""
    out = _sorted(rows.copy())
    out.data[:] = 1.0
    return out


def _sorted(rows: Any) -> Any:
    """Rows in the order of their columns: so two are compared in one go over both, and otherwise through a table of all columns."""
    rows.sum_duplicates()
    return rows


def _summed(rows: Any) -> np.ndarray:
    return np.asarray(rows.sum(axis=1)).ravel()


def _weights(rows: Any, weight: np.ndarray) -> np.ndarray:
    return np.asarray(rows @ weight).ravel()


@once
def main_claims(c: ClaimSet) -> np.ndarray:
    """For each article a claim that has the place which most of its claims have; -1 where none has one."""
    told = np.flatnonzero(c.place >= 0)
    group = c.article[told].astype(np.int64) << 32 | c.place[told]
    groups, first, count = np.unique(group, return_index=True, return_counts=True)
    # of an article's places the commonest, and of those the one told first: the last written wins
    order = np.lexsort((-first, count))
    main = np.full(int(c.article.max(initial=-1)) + 1, -1, np.int64)
    main[groups[order] >> 32] = told[first[order]]
    return main


@once
def word_rows(c: ClaimSet) -> tuple[Any, ...]:
    """The stems of each claim's clause, of its counted thing, and of the words before and after its number, in the order of columns."""
    return tuple(_sorted(rows.copy()) for rows in (c.words, c.noun_words, c.beside_left, c.beside_right))


@once
def beside_weights(c: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """Summed weight of the words before and after each claim's number; every word weighs a little."""
    return _weights(c.beside_left, c.word_weight + 0.05), _weights(c.beside_right, c.word_weight + 0.05)


@once
def moving(c: ClaimSet) -> np.ndarray:
    """Which claims tell a level, a price, a share, a rate: what holds for a moment.

    A number with decimals counts nothing: "at 6,251.52" is the level of an index, whatever kind it was read as.
    """
    number = np.nan_to_num(figure(c))
    return np.isin(c.family, [c.codes["family"].get(name, -2) for name in ("share", "money", "measure", "rate")]) | (number % 1 != 0)


@once
def slots(c: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """How many claims of its family share a claim's sentence, and its place among them."""
    group = c.sentence.astype(np.int64) * 16 + c.family
    order = np.argsort(group, kind="stable")  # claims of one sentence stand in the order of their numbers
    _, first, inverse, count = np.unique(group[order], return_index=True, return_inverse=True, return_counts=True)
    counts, slots = np.empty(len(c), np.int64), np.empty(len(c), np.int64)
    counts[order], slots[order] = count[inverse], np.arange(len(c)) - first[inverse]
    return counts, slots


@once
def groups(c: ClaimSet) -> tuple[Any, np.ndarray]:
    """The words of each claim's scope, and how many they are."""
    return c.scope_words, np.diff(c.scope_words.indptr)


@once
def figure(c: ClaimSet) -> np.ndarray:
    """The number of each claim: its lower end, or the upper where that is open."""
    return np.where(np.isnan(c.low), c.high, c.low)


@once
def name_weights(c: ClaimSet) -> tuple[np.ndarray, ...]:
    """Summed weight of the names of each claim's sentence, clause and article."""
    return _summed(c.names), _summed(c.near), _summed(c.topics)[c.topic]


@once
def word_weights(c: ClaimSet) -> tuple[np.ndarray, ...]:
    """Summed weight of the stems of each claim's clause and counted thing."""
    return tuple(_weights(rows, c.word_weight) for rows in (c.words, c.noun_words))


@once
def day_spoken_of(c: ClaimSet) -> np.ndarray:
    """The day that a claim speaks of, as a number."""
    return np.where(np.isnan(c.as_of), c.day, c.as_of)


@once
def near_attributes(c: ClaimSet) -> np.ndarray:
    """Which two attributes may share a fact, by their codes: bool of shape (attributes, attributes)."""
    codes = c.codes["attribute"]
    table = np.zeros((len(codes), len(codes)), bool)
    for group in _NEAR:
        members = [codes[name] for name in group if name in codes]
        table[np.ix_(members, members)] = True
    return table


@once
def modalities(c: ClaimSet) -> tuple[np.ndarray, ...]:
    """Which claims tell of an earlier event, and which of what is planned or only possible."""
    told = ("past_event_comparison",), ("planned", "hypothetical")
    return tuple(np.isin(c.modality, [c.codes["modality"].get(name, -2) for name in names]) for names in told)


@once
def vague(c: ClaimSet) -> np.ndarray:
    """ "hundreds" and "hundreds" share no number."""
    return np.array([bound == "vague" for bound in c.table["bound"]], bool)
