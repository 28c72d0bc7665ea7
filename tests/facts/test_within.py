"""The second look at a cluster: which pairs it takes, and that it parts what only the likest pairs brought together."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from claims_pipeline.facts import within
from claims_pipeline.facts.cluster import bar, clusters, votes
from claims_pipeline.facts.linkage import Book
from claims_pipeline.facts.within import LANDMARKS, second_look, unseen
from claims_pipeline.warehouse import Warehouse

NONE = np.zeros((0, 2), np.int64)


def _pairs(own: list[int], left: list[int], right: list[int], article: list[int] | None = None) -> set[tuple[int, int]]:
    hashes = np.array(article or range(len(own)), np.uint64)
    found = unseen(np.array(own), hashes, np.array(left, np.int64), np.array(right, np.int64))
    return set(zip(*(ends.tolist() for ends in found), strict=True))


def test_every_pair_of_a_small_cluster_that_was_not_compared_is_taken() -> None:
    assert _pairs([0, 0, 0, 0], [0, 1], [1, 3]) == {(0, 2), (0, 3), (1, 2), (2, 3)}


def test_pairs_of_two_clusters_and_two_claims_alone_need_no_look() -> None:
    assert _pairs([0, 0, 2, 2, 4], [0, 2], [1, 3]) == set()
    assert _pairs([0, 1, 0, 1, 0, 1], [], []) == {*combinations((0, 2, 4), 2), *combinations((1, 3, 5), 2)}


def test_a_large_cluster_is_looked_at_through_the_same_few_of_it() -> None:
    size = 3 * LANDMARKS
    article = np.random.default_rng(5).permutation(size).tolist()
    found = _pairs([0] * size, [], [], article)
    chosen = set(np.argsort(article)[:LANDMARKS].tolist())
    assert all(a in chosen or b in chosen for a, b in found)
    assert len(found) == LANDMARKS * (LANDMARKS - 1) // 2 + LANDMARKS * (size - LANDMARKS)
    # one more claim leaves the pairs of the others as they are, but for the one that it takes the place of
    more = _pairs([0] * (size + 1), [], [], [*article, size])
    assert found <= more
    assert len(more) - len(found) == LANDMARKS


def test_what_is_looked_at_is_scored_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def unlike(_: Book, pairs: np.ndarray, telling: np.ndarray) -> np.ndarray:
        assert telling.all()
        asked.append(len(pairs))
        return np.full(len(pairs), 150, np.int32)

    monkeypatch.setattr(within, "scored", unlike)
    scope, own, article = np.array([7, 3, 5, 9]), np.zeros(4, np.int64), np.arange(4, dtype=np.uint64)
    compared = (np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([9000, 5000, 9000], np.int32))
    with Warehouse(tmp_path / "ledger.duckdb").write() as con:
        book = Book(con, "bundled", None, None)  # type: ignore[arg-type]
        (left, right, score), fresh = second_look(book, scope, own, article, compared)
        assert sorted(zip(left.tolist(), right.tolist(), score.tolist(), strict=True)) == [
            (0, 1, 9000), (0, 2, 150), (0, 3, 150), (1, 2, 5000), (1, 3, 150), (2, 3, 9000),
        ]  # fmt: skip
        assert fresh.tolist() == [0, 1, 2, 3]
        kept = set(con.execute("SELECT owner, other, score FROM cluster_pairs").fetchall())
        assert kept == {(5, 7, 150), (9, 7, 150), (9, 3, 150)}, "the later claim owns the pair"
        again, none = second_look(book, scope, own, article, compared)
        assert sorted(again[2].tolist()) == sorted(score.tolist()) and not len(none)
    assert asked == [3], "a pair is scored once"
    together = clusters(4, compared[0], compared[1], votes(compared[2]), bar(0.4), NONE, NONE)
    assert together.tolist() == [0, 0, 0, 0]
    parted = clusters(4, left, right, votes(score), bar(0.4), NONE, NONE)
    assert parted.tolist() == [0, 0, 2, 2], "one likeness between two pairs of claims joins them no longer"
