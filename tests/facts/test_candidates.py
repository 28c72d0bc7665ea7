"""Candidate pairs: claims look back at the most alike of a block, a crowded block stays linear, late claims change nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_pipeline.facts import candidates
from claims_pipeline.facts.candidates import KINDS, Kind, pairs

ALIKE = 0  # kind of a key in its lowest bits: a block of everything
ABROAD = next(number for number, kind in enumerate(KINDS) if kind.abroad)


def found(size: int, key: np.ndarray, claim: np.ndarray, owner: np.ndarray | None = None, seed: int = 0) -> set[tuple[int, int]]:
    draw = np.random.default_rng(seed)
    sketches = np.rint(draw.standard_normal((size, 12)) * 100).astype(np.float32)
    order = np.lexsort((claim, key))
    article, lang = np.arange(size), np.arange(size) % 2
    left, right = pairs(sketches, article, lang, claim[order], key[order], np.ones(size, bool) if owner is None else owner)
    assert len({*zip(left.tolist(), right.tolist(), strict=True)}) == len(left), "each pair once"
    return {*zip(left.tolist(), right.tolist(), strict=True)}


def test_all_pairs_of_a_small_block_once_each() -> None:
    claim = np.array([0, 1, 2, 0, 1, 3])
    key = np.array([8, 8, 8, 16, 16, 24], np.uint64)
    assert found(4, key, claim) == {(0, 1), (0, 2), (1, 2)}


def test_abroad_means_another_language() -> None:
    key = np.full(4, 8 + ABROAD, np.uint64)
    assert found(4, key, np.arange(4)) == {(0, 1), (1, 2), (0, 3), (2, 3)}


def test_a_crowded_block_stays_linear() -> None:
    kind = KINDS[ALIKE]

    def size_of(claims: int) -> int:
        return len(found(claims, np.full(claims, 8 + ALIKE, np.uint64), np.arange(claims)))

    assert size_of(6000) == 6000 * kind.kept - kind.kept * (kind.kept + 1) // 2
    assert abs(size_of(12000) / size_of(6000) - 2) < 0.01


def test_the_most_alike_are_kept() -> None:
    size = KINDS[ALIKE].kept * 3
    sketches = np.zeros((size, 2), np.float32)
    sketches[:, 0] = 1
    twins = [3, 9, 40]
    sketches[[*twins, size - 1], 1] = 500
    left, right = pairs(sketches, np.arange(size), np.zeros(size), np.arange(size), np.full(size, 8, np.uint64), np.ones(size, bool))
    assert set(twins) <= set(left[right == size - 1].tolist())


def test_copies_are_chosen_by_nearness() -> None:
    size = KINDS[ALIKE].kept + 30
    same = np.ones((size, 2), np.float32)
    left, right = pairs(same, np.arange(size), np.zeros(size), np.arange(size), np.full(size, 8, np.uint64), np.ones(size, bool))
    assert sorted(left[right == size - 1].tolist()) == list(range(29, size - 1))


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 400), st.integers(1, 6), st.integers(0, 1000))
def test_claims_that_come_later_change_no_earlier_pair(size: int, blocks: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    claim = np.repeat(np.arange(size), 2)
    key = (draw.integers(0, blocks, 2 * size) * 8 + draw.integers(0, len(KINDS), 2 * size)).astype(np.uint64)
    whole = found(size, key, claim, seed=seed)
    cut = size // 2
    early = claim < cut
    assert found(size, key[early], claim[early], seed=seed) == {pair for pair in whole if pair[1] < cut}
    asked = draw.random(size) < 0.3
    assert found(size, key, claim, asked, seed=seed) == {pair for pair in whole if asked[pair[1]]}


def test_nothing_in_nothing_out() -> None:
    none = np.zeros(0, int)
    left, right = pairs(np.zeros((0, 3), np.float32), none, none, none, np.zeros(0, np.uint64), np.zeros(0, bool))
    assert len(left) == len(right) == 0


@pytest.mark.parametrize("abroad", [False, True])
def test_pairs_are_those_that_holding_each_claim_against_its_window_gives(monkeypatch: pytest.MonkeyPatch, abroad: bool) -> None:
    kind = Kind(9, 3, abroad)
    monkeypatch.setattr(candidates, "KINDS", (kind,) * len(KINDS))
    draw = np.random.default_rng(5)
    size = 80
    sketches = np.rint(draw.standard_normal((size, 12)) * 300).astype(np.float32)
    article, lang = draw.integers(0, 25, size), draw.choice(4, size, p=[0.7, 0.2, 0.05, 0.05])
    wanted = set()
    for own in range(size):
        seen = [other for other in range(max(0, own - kind.window), own) if not abroad or lang[other] != lang[own]]
        alike = {k: sketches[own] @ sketches[k] - (article[k] == article[own]) * candidates._ONE_ARTICLE for k in seen}
        wanted |= {(k, own) for k in sorted(seen, key=lambda k: (-alike[k], -k))[: kind.kept]}
    left, right = pairs(sketches, article, lang, np.arange(size), np.full(size, 8, np.uint64), np.ones(size, bool))
    assert {*zip(left.tolist(), right.tolist(), strict=True)} == wanted


def test_another_way_to_look_back_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = candidates.version()
    monkeypatch.setattr(candidates, "KINDS", (*KINDS[:-1], Kind(KINDS[-1].window, KINDS[-1].kept + 1, abroad=True)))
    assert candidates.version() != before
