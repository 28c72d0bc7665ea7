"""Which pairs of claims are worth comparing: each claim looks back, in blocks that it shares a key with, at the most alike.

A claim's *sketch* is one vector whose products with other sketches weigh what the model weighs: wording, article, names,
attribute, number. Its *keys* name the blocks that it stands in. In every block the claim is paired with the ``kept``
most alike of the ``window`` claims before it, in the order of publication. So the pairs grow with the claims and not
with their square, on one headline figure too; a claim that comes later in that order never changes the pairs of an
earlier one; and two languages or scripts that share no name meet through the vectors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.claimset import hashes, ragged

if TYPE_CHECKING:
    from scipy import sparse

    from claims_pipeline.facts.claimset import ClaimSet, Texts


@dataclass(frozen=True, slots=True)
class Kind:
    """How a claim looks back in the blocks of one kind of key."""

    window: int
    """Claims of the block that it looks back at."""
    kept: int
    """Pairs at most."""
    abroad: bool = False
    """Only claims of another language: those of its own would crowd them out."""


# the kind stands in the lowest bits of the key
KINDS = (
    Kind(4096, 32),  # everything of one kind (shares, money, the rest)
    Kind(512, 12),  # one number
    Kind(128, 6),  # one number, a name of the article
    Kind(128, 6),  # an attribute or noun, a name of the article or the sentence
    Kind(2048, 20, abroad=True),  # one attribute
    Kind(1024, 24, abroad=True),  # one number
)
_ALL, _NUMBER, _NUMBER_NAMED, _NAMED, _ATTRIBUTE_ABROAD, _NUMBER_ABROAD = range(len(KINDS))
_BITS = np.uint64(7)
# attributes that two outlets may give to one figure meet under one name
_SAME = {
    "hospitalised": "injured",
    "abducted": "held",
    "evacuated": "displaced",
    "charged": "arrested",
    "convicted": "arrested",
    "damaged": "destroyed",
}
_EVERYDAY = 0.06  # weight of "the", "las": a block of these would hold half the ledger
_MIX = np.uint64(0x9E3779B97F4A7C15)
_GRAIN = 700  # steps of a sketch's entries
_ONE_ARTICLE = np.float32(0.8 * _GRAIN**2)  # what two claims of one article share for that reason alone
_TILE = 256
_STRETCH = 4096  # rows of a block over which owners are held against what is before them at a time
# columns of each part of a sketch, and what its product says of claims that are far apart, in halves: logistic regression
_PARTS = ((64, 6), (32, 18), (96, 4), (96, 1), (32, 11), (32, 2), (64, 2), (128, 2), (16, 2))
_FAR = 30  # days
_HOPELESS = -2.25
_AT_ONCE = 256
_ROWS = 10_000


def version() -> str:
    """Another one wherever claims look back otherwise: pairs found in two ways do not belong in one ledger."""
    rules = (KINDS, _PARTS, _FAR, _HOPELESS, _GRAIN, _EVERYDAY, sorted(_SAME.items()))
    return hashlib.blake2b(repr(rules).encode(), digest_size=4).hexdigest()


def sketch(c: ClaimSet, claims: np.ndarray) -> np.ndarray:
    """One vector each of some claims, int16 of shape (n, d): their products say how likely two claims are one fact, crudely.

    Vectors go through fixed random rotations, names and words through hashed columns (Weinberger et al. 2009), so that
    a sketch depends on its claim alone. The weights of the parts were fitted by logistic regression. All entries are
    whole numbers, and small enough that float32 sums their products without rounding: in whatever pieces a run
    multiplies them, it finds the same.
    """
    out = np.empty((len(claims), sum(width for width, _ in _PARTS)), np.int16)
    at = 0
    for (width, _), part in zip(_PARTS, _sketched(c), strict=True):
        for low in range(0, len(claims), _ROWS):
            found = part(claims[low : low + _ROWS])
            out[low : low + _ROWS, at : at + found.shape[1]] = np.rint(found * np.float32(_GRAIN))
        at += width
    return out


def hopeless(sketches: np.ndarray, day: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Pairs told a month apart or more whose sketches say that they are two facts; bool.

    Of a figure's later retellings most of those that are compared share a number and nothing else. Read off 1.3 million
    such pairs of real news: of those that the model links, one in four hundred is lost, and nearly half of all
    need not be weighed. Undated claims are never far apart.
    """
    apart = np.abs(day[left] - day[right])
    far = np.flatnonzero(apart > _FAR)
    weight = np.repeat(np.array([halves for _, halves in _PARTS], np.float32), [width for width, _ in _PARTS])
    likely = np.empty(len(far), np.float32)
    for at in range(0, len(far), _AT_ONCE):
        some = far[at : at + _AT_ONCE]
        products = sketches[left[some]].astype(np.float32)
        products *= sketches[right[some]].astype(np.float32)
        likely[at : at + _AT_ONCE] = products @ weight  # whole numbers below 2**24: exact in any order
    out = np.zeros(len(left), bool)
    out[far] = likely / (2 * _GRAIN**2) - np.log1p(apart[far]) < _HOPELESS
    return out


def _sketched(c: ClaimSet) -> Iterator[Callable[[np.ndarray], np.ndarray]]:
    """The parts of a sketch, each a function of some claims: of all claims they take more room than the claims do."""
    number, other = figure(c), c.codes["attribute"].get("other", -2)
    names, words = c.codes_hashed["names"], c.codes_hashed["words"]
    yield _turned(c.focus, 64, 1, 1.0)
    yield _turned(c.noun_text, 32, 2, 0.2)
    yield _turned(c.context, 96, 3, 2.0)
    topics = _hashed(c.topics, None, names, 96, 2.2)
    yield lambda claims: topics(c.topic[claims])
    yield _hashed(c.names, None, names, 32, 0.3)
    yield _hashed(c.noun_words, c.word_weight, words, 32, 0.4)
    yield partial(_one, _attributes(c), 64, 1.3, c.attribute != other)
    yield partial(_one, _numbers(number), 128, 1.0, ~np.isnan(number))
    yield partial(_one, c.family.astype(np.uint64), 16, 0.35, c.family >= 0)


def keys(c: ClaimSet) -> tuple[np.ndarray, np.ndarray]:
    """All (claim, key) rows: claim positions int32 and 64-bit keys, sorted by claim, without repeats."""
    everyone, family, number = np.arange(len(c)), _families(c), figure(c)
    attribute, figures = _mixed(_attributes(c), family), _mixed(_numbers(number), family)
    known = everyone[c.attribute != c.codes["attribute"].get("other", -2)]
    told = everyone[~np.isnan(number)]
    topics = [_spread(c.topic, *told) for told in _firsts(c.topics, c.codes_hashed["names"], c.topics.data, 8)]
    names = _firsts(c.names, c.codes_hashed["names"], c.names.data, 3)
    things = [(known, attribute[known])]
    stems = _firsts(c.noun_words, c.codes_hashed["words"], c.word_weight[c.noun_words.indices], 1)
    things += [(rows, _mixed(stem, family[rows])) for rows, stem in stems]
    rows = [
        _marked(everyone, family * _MIX, _ALL),
        _marked(told, figures[told], _NUMBER),
        _marked(known, attribute[known], _ATTRIBUTE_ABROAD),
        _marked(told, figures[told], _NUMBER_ABROAD),
        *(_marked(*_crossed(len(c), place, (told, figures[told])), _NUMBER_NAMED) for place in topics),
        *(_marked(*_crossed(len(c), place, thing), _NAMED) for place in (*topics[:4], *names) for thing in things),
    ]
    claim, key = (np.concatenate(part) for part in zip(*rows, strict=True))
    order = np.lexsort((key, claim))
    claim, key = claim[order].astype(np.int32), key[order]
    first = np.ones(len(claim), bool)
    first[1:] = (claim[1:] != claim[:-1]) | (key[1:] != key[:-1])
    return claim[first], key[first]


def pairs(
    sketches: np.ndarray, article: np.ndarray, lang: np.ndarray, claim: np.ndarray, key: np.ndarray, owner: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Distinct pairs (left, right), left < right, sorted by right: for each ``owner`` the claims that it is compared with.

    Claims are positions in the order that does not depend on arrival; ``claim`` and ``key`` are rows sorted by
    (key, claim); ``owner`` marks the claims whose pairs are wanted, bool of shape (n,).
    """
    start = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, int)
    size = np.diff(np.append(start, len(key)))
    kind = (key[start] & _BITS).astype(int)
    kept = np.array([k.kept for k in KINDS])[kind] if len(start) else np.zeros(0, int)
    found = [np.zeros(0, np.int64)]
    small = size <= kept + 1
    found += _whole(claim, key, np.repeat(small, size), lang, owner)
    for at in np.flatnonzero(~small).tolist():
        found += _nearest(sketches, article, lang, claim[start[at] : start[at] + size[at]], KINDS[kind[at]], owner)
    both = np.sort(np.concatenate(found))  # twice as fast as np.unique, which hashes
    both = both[np.concatenate([[True], both[1:] != both[:-1]])] if len(both) else both
    return (both & 0xFFFFFFFF).astype(np.int32), (both >> 32).astype(np.int32)


def reach(key: np.ndarray) -> np.ndarray:
    """The window of each key's kind."""
    return np.array([kind.window for kind in KINDS])[(key & _BITS).astype(int)]


def _whole(claim: np.ndarray, key: np.ndarray, inside: np.ndarray, lang: np.ndarray, owner: np.ndarray) -> Iterator[np.ndarray]:
    """All pairs of the blocks that are no larger than what is kept."""
    claim, key = claim[inside].astype(np.int64), key[inside]
    abroad = np.array([kind.abroad for kind in KINDS])[(key & _BITS).astype(int)]
    for apart in range(1, max(kind.kept for kind in KINDS) + 1):
        same = key[apart:] == key[:-apart]
        if not same.any():
            return
        left, right = claim[:-apart], claim[apart:]
        same &= owner[right] & (~abroad[apart:] | (lang[left] != lang[right]))
        yield right[same].astype(np.int64) << 32 | left[same]


def _nearest(
    sketches: np.ndarray, article: np.ndarray, lang: np.ndarray, rows: np.ndarray, kind: Kind, owner: np.ndarray
) -> Iterator[np.ndarray]:
    """The most alike in the window before each owner of one block, a tile of owners at a time."""
    wanted = np.flatnonzero(owner[rows])
    # owners that stand far apart share no window: a tile over both would compare all that lies between
    cuts = np.flatnonzero(np.diff(wanted) > kind.window // 2) + 1
    for run in np.split(wanted, cuts):
        at = 0
        while at < len(run):
            end = int(np.searchsorted(run, run[at] + _STRETCH))
            low = max(0, run[at] - kind.window)
            some = rows[low : run[end - 1] + 1]
            # each row of the stretch is read and widened once, and multiplied in many tiles
            told, by_article = sketches[some].astype(np.float32), _Grouped.of(article[some])
            for tile in range(at, end, _TILE):
                yield from _tile(told, by_article, lang[some], some, run[tile : min(tile + _TILE, end)] - low, kind)
            at = end


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Rows of a stretch by what they have in common."""

    code: np.ndarray
    order: np.ndarray
    """The rows, sorted by their codes."""
    sorted: np.ndarray

    @classmethod
    def of(cls, code: np.ndarray) -> _Grouped:
        order = np.argsort(code, kind="stable")
        return cls(code, order, code[order])

    def alike(self, rows: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Places in ``rows``, and those in ``columns`` (sorted) that have the same code."""
        first = np.searchsorted(self.sorted, self.code[rows])
        one, at = ragged(first, np.searchsorted(self.sorted, self.code[rows], side="right") - first)
        other = self.order[at]
        place = np.minimum(np.searchsorted(columns, other), len(columns) - 1)
        inside = columns[place] == other
        return one[inside], place[inside]


def _tile(
    told: np.ndarray, by_article: _Grouped, lang: np.ndarray, rows: np.ndarray, place: np.ndarray, kind: Kind
) -> Iterator[np.ndarray]:
    """The most alike before each of some owners, by their places among the rows of a stretch."""
    low, high = max(0, place[0] - kind.window), place[-1]
    within = np.arange(low, high)
    parties = [(place, within)]
    if kind.abroad:  # of a ledger that is mostly in one language few rows are left to multiply
        parties = [(place[lang[place] == code], within[lang[within] != code]) for code in np.unique(lang[place])]
    for own, others in parties:
        if not len(others):
            continue
        alike = told[own] @ (told[others] if kind.abroad else told[low:high]).T
        alike[by_article.alike(own, others)] -= _ONE_ARTICLE
        view = np.searchsorted(others, own - kind.window), np.searchsorted(others, own)
        for row, first, end in zip(alike, *(edge.tolist() for edge in view), strict=True):
            row[end:] = -np.inf
            row[:first] = -np.inf
        seen = _best(alike, min(kind.kept, len(others)))
        yield np.repeat(rows[own], seen.sum(axis=1)).astype(np.int64) << 32 | rows[others][np.nonzero(seen)[1]]


def _best(alike: np.ndarray, kept: int) -> np.ndarray:
    """Marks the ``kept`` highest of each row, those further right among equals; -inf is never marked."""
    size = alike.shape[1]
    least = np.partition(alike, size - kept, axis=1)[:, size - kept, None]
    marked = (alike >= least) & (alike > -np.inf)
    # copies of one text are exactly as alike: the choice among them must not depend on the sort
    for row in np.flatnonzero(marked.sum(axis=1) > kept):
        ties = np.flatnonzero(alike[row] == least[row])
        marked[row, ties[: marked[row].sum() - kept]] = False
    return marked


def figure(c: ClaimSet) -> np.ndarray:
    """The number of each claim: its lower end, else its upper."""
    return np.where(np.isnan(c.low), c.high, c.low)


def _turned(texts: Texts, width: int, seed: int, weight: float) -> Callable[[np.ndarray], np.ndarray]:
    full = texts.store.shape[1]
    turn, _ = np.linalg.qr(np.random.default_rng(seed).standard_normal((full, min(width, full))))
    turn *= (full / min(width, full) * weight) ** 0.5
    turned = np.zeros((texts.size, width), np.float32)
    turned[:, : turn.shape[1]] = texts.turned(turn)
    return lambda claims: turned[texts.row[claims]]


def _hashed(
    rows: sparse.csr_matrix, weight: np.ndarray | None, hashed: np.ndarray, width: int, part: float
) -> Callable[[np.ndarray], np.ndarray]:
    """Rows by the roots of their words' weights, folded to ``width`` columns; without ``weight`` the entries are the weights."""
    from scipy import sparse

    sign = np.where((hashed >> np.uint64(20)) & np.uint64(1), np.float32(1), np.float32(-1))
    column = (hashed % np.uint64(width)).astype(int)
    fold = sparse.csr_matrix((sign, (np.arange(len(hashed)), column)), shape=(len(hashed), width), dtype=np.float32)
    root = None if weight is None else np.sqrt(weight)

    def some(claims: np.ndarray) -> np.ndarray:
        own = rows[claims]
        own.data = np.sqrt(own.data) if root is None else own.data * root[own.indices]
        length = np.sqrt(np.asarray(own.multiply(own).sum(axis=1)).ravel())
        scale = np.float32(part**0.5) / np.maximum(length, 0.5)
        return np.asarray((own @ fold).todense(), np.float32) * scale[:, None].astype(np.float32)

    return some


def _one(hashed: np.ndarray, width: int, part: float, given: np.ndarray, claims: np.ndarray) -> np.ndarray:
    """One column set a claim: equal values meet."""
    hashed, given = hashed[claims], given[claims]
    out = np.zeros((len(hashed), width), np.float32)
    out[np.flatnonzero(given), (hashed[given] % np.uint64(width)).astype(int)] = part**0.5
    return out


def _attributes(c: ClaimSet) -> np.ndarray:
    names = sorted((code, name) for name, code in c.codes["attribute"].items() if name is not None)
    found = hashes([_SAME.get(name, name) for _, name in names])
    return found[c.attribute] if len(found) else np.zeros(len(c), np.uint64)


def _numbers(number: np.ndarray) -> np.ndarray:
    bits = np.ascontiguousarray(np.nan_to_num(number)).view(np.uint64)
    with np.errstate(over="ignore"):
        mixed = bits * _MIX
    return mixed ^ (mixed >> np.uint64(31))


def _families(c: ClaimSet) -> np.ndarray:
    """Shares, money and all else: a rate may be told as a count ("5.7 million barrels"), a share never as one."""
    share, money = (c.codes["family"].get(name, -2) for name in ("share", "money"))
    return np.where(c.family == share, np.uint64(1), np.where(c.family == money, np.uint64(2), np.uint64(3)))


def _firsts(rows: sparse.csr_matrix, hashed: np.ndarray, weight: np.ndarray, kept: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """The first ``kept`` words of each row that are not everyday words by the ``weight`` of each entry: (claims, hashes) a rank."""
    claim = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    telling = weight > _EVERYDAY
    claim, words = claim[telling], rows.indices[telling]
    starts = np.searchsorted(claim, np.arange(rows.shape[0]))
    rank = np.arange(len(claim)) - starts[claim]
    return [(claim[rank == r], hashed[words[rank == r]]) for r in range(kept)]


def _spread(row: np.ndarray, told: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What rows have, as what the claims have whose rows they are."""
    at = np.full(int(row.max(initial=-1)) + 1, -1, np.int64)
    at[told] = np.arange(len(told))
    claims = np.flatnonzero(at[row] >= 0)
    return claims, value[at[row[claims]]]


def _crossed(size: int, place: tuple[np.ndarray, np.ndarray], thing: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Claims that have both, and one key of the two."""
    held, counted = np.zeros(size, np.uint64), np.zeros(size, np.uint64)
    has = np.zeros(size, np.int8)
    for (rows, value), out in ((place, held), (thing, counted)):
        out[rows] = value
        has[rows] += 1
    both = np.flatnonzero(has == 2)
    return both, _mixed(held[both], counted[both])


def _marked(rows: np.ndarray, key: np.ndarray, kind: int) -> tuple[np.ndarray, np.ndarray]:
    return rows, (key & ~_BITS) | np.uint64(kind)


def _mixed(a: Any, b: Any) -> np.ndarray:
    """One 64-bit key of two; the same on every machine and in every run."""
    with np.errstate(over="ignore"):
        mixed = ((a ^ (a >> np.uint64(29))) * _MIX) ^ (b * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(1))
        return mixed ^ (mixed >> np.uint64(32))
