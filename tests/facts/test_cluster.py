"""Clusters do not chain, obey pins and cuts, and do not depend on the order of anything."""

from collections.abc import Sequence

import numpy as np
import pytest

from claims_pipeline.facts import cluster as module
from claims_pipeline.facts.cluster import clusters, components

Pairs = Sequence[tuple[int, int]]
NONE = np.zeros((0, 2), np.int64)


def cluster(size: int, edges: dict[tuple[int, int], float], link: float = 0.5, pins: Pairs = (), cuts: Pairs = ()) -> list[set[int]]:
    left, right = (np.array([pair[k] for pair in edges], np.int32) for k in (0, 1))
    score = np.array([round(p * 10_000) for p in edges.values()], np.int32)
    own = clusters(size, left, right, score, link, np.array(pins, np.int64).reshape(-1, 2), np.array(cuts, np.int64).reshape(-1, 2))
    return sorted(({int(k) for k in np.flatnonzero(own == c)} for c in set(own.tolist())), key=min)


def by_hand(size: int, pairs: list[tuple[int, int, int]], least: int, pins: Pairs, cuts: Pairs) -> list[int]:
    """The same rounds, every mean worked out anew from the claims' own pairs in each."""
    own = list(range(size))

    def join(a: int, b: int) -> None:
        low, high = sorted((own[a], own[b]))
        own[:] = [low if k == high else k for k in own]

    for a, b in pins:
        join(a, b)
    while True:
        between: dict[tuple[int, int], list[int]] = {}
        for a, b, score in pairs:
            if own[a] != own[b]:
                between.setdefault((min(own[a], own[b]), max(own[a], own[b])), []).append(score)
        barred = {(own[x], own[y]) for a, b in cuts for x, y in ((a, b), (b, a))}
        choice: dict[int, tuple[int, int, int]] = {}
        for ends, scores in between.items():
            if sum(scores) >= least * len(scores) and ends not in barred:
                for one, other in (ends, ends[::-1]):
                    offer = (sum(scores) * 10_000 // len(scores), len(scores), -other)
                    choice[one] = max(choice.get(one, offer), offer)
        mutual = [(one, -best[2]) for one, best in choice.items() if one < -best[2] and choice[-best[2]][2] == -one]
        if not mutual:
            return own
        for one, other in mutual:
            join(one, other)


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


@pytest.mark.parametrize("few", [0, 3, 1_000, 10**9])
@pytest.mark.parametrize("seed", range(40))
def test_all_ways_of_playing_the_rounds_end_where_working_them_out_by_hand_does(
    seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = np.random.default_rng(seed)
    monkeypatch.setattr(module, "_FEW", few)
    monkeypatch.setattr(module, "_AT_ONCE", int(random.choice([20, 1_000])))
    size = int(random.integers(5, 70))
    left, right = random.integers(0, size, (2, size * int(random.integers(1, 6))))
    if seed % 3 == 0:  # claims that look back at those just before them, as on one headline figure
        right = np.minimum(left + 1 + right % 5, size - 1)
    grain = int(random.choice([1, 500, 2_500]))  # coarse scores: most means are equal to others
    score = random.integers(0, 10_000 // grain + 1, len(left)) * grain
    pins, cuts = (random.integers(0, size, (int(random.integers(0, most)), 2)) for most in (4, 25))
    link = float(random.choice([0.2, 0.5, 0.7]))
    found = clusters(size, left, right, score, link, pins, cuts)
    pairs = [(int(a), int(b), int(how)) for a, b, how in zip(left, right, score, strict=True)]
    assert found.tolist() == by_hand(size, pairs, round(link * 10_000), pins.tolist(), cuts.tolist())


def test_no_pairs_leave_every_claim_alone() -> None:
    assert cluster(3, {}) == [{0}, {1}, {2}]
    assert clusters(0, np.zeros(0, int), np.zeros(0, int), np.zeros(0, int), 0.5, NONE, NONE).shape == (0,)
