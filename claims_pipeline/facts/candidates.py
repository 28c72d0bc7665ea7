"""Which pairs of claims are worth comparing: those that share a key, within a window of time where many do.

A key is *where* x *what*. Where: a name in the claim's sentence, a frequent name of its article, or a cell of the
context vectors (for scripts and languages that share no names). What: the attribute, a stem of the noun, the unit,
or the nearest of a fixed list of counted things (so that "sandera" and "hostages" share a cell). Claims with one key
are put in time order and each is paired with its next ``WINDOW`` neighbours: a small block gives all its pairs, and
ten thousand claims on one headline figure give a band whose size is linear in theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.claimset import hashes

if TYPE_CHECKING:
    from scipy import sparse

    from claims_pipeline.facts.claimset import ClaimSet

WINDOW = 24
_TOPICS, _NAMES, _STEMS, _PIVOTS, _CELLS = 8, 5, 2, 2, 3
# attributes that two outlets may give to one figure meet under one name
_SAME = {
    "hospitalised": "injured",
    "abducted": "held",
    "evacuated": "displaced",
    "charged": "arrested",
    "convicted": "arrested",
    "damaged": "destroyed",
}
_PART = 4_000_000  # key rows a partition of the pairs
_EVERYDAY = 0.06  # weight of "the", "las": a block of these would hold half the ledger
_MIX = np.uint64(0x9E3779B97F4A7C15)


def keys(claims: ClaimSet, pivots: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All (claim, key) rows: claim positions int32 and 64-bit keys, sorted by claim, without repeats.

    ``pivots``: centred vectors of the counted things, float32 of shape (p, d).
    """
    where = [
        *_firsts(claims.topics, claims.codes_hashed["names"], claims.name_weight, _TOPICS),
        *_firsts(claims.names, claims.codes_hashed["names"], claims.name_weight, _NAMES),
        *_cells(claims.context.vectors, claims.context.row),
    ]
    what = _what(claims, pivots)
    rows, found = [], []
    for place_rows, place in where:
        held = np.zeros(len(claims), np.uint64)
        held[place_rows] = place
        for thing_rows, thing in what:
            both = thing_rows[held[thing_rows] != 0]
            lookup = np.zeros(len(claims), np.uint64)
            lookup[thing_rows] = thing
            rows.append(both.astype(np.int32))
            found.append(_mixed(held[both], lookup[both]))
    claim, key = np.concatenate(rows), np.concatenate(found)
    order = np.lexsort((key, claim))
    claim, key = claim[order], key[order]
    first = np.ones(len(claim), bool)
    first[1:] = (claim[1:] != claim[:-1]) | (key[1:] != key[:-1])
    return claim[first], key[first]


def pairs(claim: np.ndarray, key: np.ndarray, order: np.ndarray, window: int = WINDOW) -> tuple[np.ndarray, np.ndarray]:
    """Distinct pairs of claims that share a key and stand at most ``window`` apart in its block.

    ``order``: each claim's place in the order that does not depend on arrival. Returns (left, right), left < right,
    sorted.
    """
    sort = np.lexsort((order[claim], key))
    claim, key = claim[sort].astype(np.int64), key[sort]
    size = int(claim.max()) + 1 if len(claim) else 1
    # by the residue of the smaller claim: the same pair comes from many keys, and what is joined in one sort is bounded
    parts: list[list[np.ndarray]] = [[] for _ in range(1 + len(claim) // _PART)]
    for apart in range(1, min(window, len(key) - 1) + 1):
        same = key[apart:] == key[:-apart]
        if not same.any():
            break
        a, b = claim[:-apart][same], claim[apart:][same]
        low, high = np.minimum(a, b), np.maximum(a, b)
        for number, part in enumerate(parts):
            own = low % len(parts) == number
            part.append(np.unique(low[own] * size + high[own]))
    found = [np.unique(np.concatenate(part)) for part in parts if part]
    both = np.sort(np.concatenate(found)) if found else np.zeros(0, np.int64)
    return (both // size).astype(np.int32), (both % size).astype(np.int32)


def _what(c: ClaimSet, pivots: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    everyone = np.arange(len(c))
    family = _kinds(c)
    out = []
    known = everyone[c.attribute != c.codes["attribute"].get("other", -2)]
    names = sorted((code, name) for name, code in c.codes["attribute"].items() if name is not None)
    same = hashes([_SAME.get(name, name) for _, name in names])
    out.append((known, _mixed(same[c.attribute[known]], family[known])))
    units = everyone[c.unit >= 0]
    out.append((units, _mixed(c.codes_hashed["unit"][c.unit[units]], family[units])))
    for rows, stem in _firsts(c.noun_words, c.codes_hashed["words"], c.word_weight, _STEMS):
        out.append((rows, _mixed(stem, family[rows])))
    nearest = np.argsort(-(c.noun_text.vectors @ pivots.T), axis=1, kind="stable")[:, :_PIVOTS]
    for rank in range(_PIVOTS):
        out.append((everyone, _mixed((nearest[c.noun_text.row, rank] + 1).astype(np.uint64) * _MIX, family)))
    return out


def _kinds(c: ClaimSet) -> np.ndarray:
    """Shares, money and all else: a rate may be told as a count ("5.7 million barrels"), a share never as one."""
    share, money = (c.codes["family"].get(name, -2) for name in ("share", "money"))
    return np.where(c.family == share, np.uint64(1), np.where(c.family == money, np.uint64(2), np.uint64(3)))


def _firsts(rows: sparse.csr_matrix, hashed: np.ndarray, weight: np.ndarray, kept: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """The first ``kept`` words of each row that are not everyday words: (claims, hashes) a rank."""
    claim = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    telling = weight[rows.indices] > _EVERYDAY
    claim, words = claim[telling], rows.indices[telling]
    starts = np.searchsorted(claim, np.arange(rows.shape[0]))
    rank = np.arange(len(claim)) - starts[claim]
    return [(claim[rank == r], hashed[words[rank == r]]) for r in range(kept)]


def _cells(vectors: np.ndarray, row: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Cross-polytope cells (Andoni et al. 2015): the axis of a fixed random rotation that a vector lies nearest to."""
    everyone = np.arange(len(row))
    out = []
    for table in range(_CELLS):
        turn = np.random.default_rng(table).standard_normal((vectors.shape[1], 48)).astype(np.float32)
        turned = vectors @ turn
        axis = np.argmax(np.abs(turned), axis=1)
        side = turned[np.arange(len(turned)), axis] > 0
        cell = (axis * 2 + side + 1 + 1000 * (table + 1)).astype(np.uint64) * _MIX
        out.append((everyone, cell[row]))
    return out


def _mixed(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """One 64-bit key of two; the same on every machine and in every run."""
    with np.errstate(over="ignore"):
        return ((a ^ (a >> np.uint64(29))) * _MIX) ^ (b * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(1))
