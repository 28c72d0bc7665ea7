"""What owners look back at, found in all rows or through the index."""

from __future__ import annotations

import numpy as np
import pytest

from claims_pipeline.facts import candidates
from claims_pipeline.facts.blocks import Blocks


def _blocks() -> Blocks:
    draw = np.random.default_rng(1)
    # kind 2 looks back at 128 claims; the ranks are the numbers
    key = np.repeat(np.arange(1, 6, dtype=np.uint64) << np.uint64(3) | np.uint64(2), [700, 3, 1, 400, 50])
    number = np.concatenate([np.sort(draw.permutation(1_000)[:size]) for size in (700, 3, 1, 400, 50)]).astype(np.int32)
    start = np.repeat(np.cumsum([0, 700, 3, 1, 400]), [700, 3, 1, 400, 50]).astype(np.int32)
    return Blocks(key, number, start)


@pytest.mark.parametrize("owners", [np.arange(0), np.array([7]), np.arange(300, 420), np.arange(0, 1_000, 90), np.arange(1_000)])
def test_an_owner_looks_back_at_a_window_of_each_of_its_blocks(owners: np.ndarray) -> None:
    blocks = _blocks()
    wanted = {
        row
        for own in np.flatnonzero(np.isin(blocks.number, owners)).tolist()
        for row in range(max(int(blocks.start[own]), own - int(candidates.reach(blocks.key[own : own + 1])[0])), own + 1)
    }
    assert blocks.before(owners).tolist() == sorted(wanted)
    assert blocks.indexed().before(owners).tolist() == sorted(wanted)
