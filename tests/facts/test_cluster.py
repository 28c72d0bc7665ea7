"""Clusters do not chain, obey pins and cuts, and do not depend on the order of anything."""

from collections.abc import Sequence

import numpy as np
import pytest

from claims_pipeline.facts.cluster import clusters, components

Pairs = Sequence[tuple[int, int]]
NONE = np.zeros((0, 2), np.int64)


def cluster(size: int, edges: dict[tuple[int, int], float], link: float = 0.5, pins: Pairs = (), cuts: Pairs = ()) -> list[set[int]]:
    left, right = (np.array([pair[k] for pair in edges], np.int32) for k in (0, 1))
    score = np.array([round(p * 10_000) for p in edges.values()], np.int32)
    own = clusters(size, left, right, score, link, np.array(pins, np.int64).reshape(-1, 2), np.array(cuts, np.int64).reshape(-1, 2))
    return sorted(({int(k) for k in np.flatnonzero(own == c)} for c in set(own.tolist())), key=min)


def two_facts(bridge: float) -> dict[tuple[int, int], float]:
    """Claims 0-3 and 4-7 agree among themselves; one pair between them is sure, the others say no."""
    edges = {(a, b): 0.9 for group in (range(4), range(4, 8)) for a in group for b in group if a < b}
    edges |= {(a, b): 0.05 for a in range(4) for b in range(4, 8)}
    return edges | {(3, 4): bridge}


def test_one_wrong_link_joins_no_facts() -> None:
    joined = cluster(8, two_facts(0.99))
    assert not any({0, 1, 2} & c and {5, 6, 7} & c for c in joined)
    assert len(set(components(8, np.array([0, 1, 2, 3, 4, 5, 6]), np.array([1, 2, 3, 4, 5, 6, 7])))) == 1, "connected, all the same"


def test_a_chain_of_neighbours_is_cut_where_its_ends_disagree() -> None:
    chain = {(a, b): 0.8 if b - a == 1 else 0.1 for a in range(6) for b in range(a + 1, 6)}
    assert max(len(c) for c in cluster(6, chain)) < 4


def test_pairs_never_compared_do_not_count_against() -> None:
    band = {(a, b): 0.9 for a in range(30) for b in range(a + 1, min(a + 4, 30))}
    assert cluster(30, band) == [set(range(30))]


def test_a_pin_joins_and_a_cut_keeps_apart() -> None:
    assert any({0, 7} <= c for c in cluster(8, two_facts(0.05), pins=[(0, 7)]))
    sure = {(0, 1): 0.99, (1, 2): 0.99, (0, 2): 0.99}
    apart = cluster(3, sure, cuts=[(0, 2)])
    assert not any({0, 2} <= c for c in apart)
    assert len(apart) == 2


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_claims_and_pairs_does_not_matter(seed: int) -> None:
    random = np.random.default_rng(seed)
    edges = {(a, b): round(float(random.random()), 2) for a in range(25) for b in range(a + 1, 25) if random.random() < 0.5}
    expected = {frozenset(c) for c in cluster(25, edges)}
    shuffled = dict(random.permutation(np.array(list(edges.items()), object)).tolist())
    assert {frozenset(c) for c in cluster(25, shuffled)} == expected


def test_no_pairs_leave_every_claim_alone() -> None:
    assert cluster(3, {}) == [{0}, {1}, {2}]
    assert clusters(0, np.zeros(0, int), np.zeros(0, int), np.zeros(0, int), 0.5, NONE, NONE).shape == (0,)
