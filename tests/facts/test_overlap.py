"""What two claims share is the same however rows are held: an article's names once, and each two articles compared once."""

from types import SimpleNamespace

import numpy as np
from scipy import sparse

from claims_pipeline.facts.claimset import shared_rows
from claims_pipeline.facts.each import _sorted
from claims_pipeline.facts.overlap import common, of_articles, shared_words


def rows(seed: int, count: int, width: int = 40) -> sparse.csr_matrix:
    """Rows whose columns stand in no order, some of them empty."""
    draw = np.random.default_rng(seed)
    told = [draw.permutation(width)[: draw.integers(0, 9)] for _ in range(count)]
    pointer = np.cumsum([0, *map(len, told)])
    entries = draw.random(int(pointer[-1])).astype(np.float32) + 0.1
    return sparse.csr_matrix((entries, np.concatenate(told), pointer), shape=(count, width))


def test_what_rows_share_is_the_sum_over_their_columns() -> None:
    a, b = _sorted(rows(1, 30)), _sorted(rows(2, 50))
    draw = np.random.default_rng(3)
    i, j = draw.integers(0, 30, 400), draw.integers(0, 50, 400)
    expected = np.einsum("ij,ij->i", a.toarray()[i], b.toarray()[j])
    assert np.count_nonzero(expected) > 100 and np.count_nonzero(expected == 0) > 20
    np.testing.assert_allclose(common(a, b, i, j), expected, rtol=1e-5)
    assert common(a, b, i[:0], j[:0]).shape == (0,)
    claims = SimpleNamespace(topic=draw.integers(0, 30, 90))
    i, j = draw.integers(0, 90, 500), draw.integers(0, 90, 500)
    np.testing.assert_array_equal(of_articles(claims, a, a, i, j), common(a, a, claims.topic[i], claims.topic[j]))


def test_shared_words_weigh_what_they_weigh_and_only_where_asked() -> None:
    told, weight = _sorted(rows(4, 60)), np.random.default_rng(5).random(40).astype(np.float32)
    told.data[:] = 1.0
    i, j = np.arange(60), np.arange(60)[::-1]
    asked = i % 3 > 0
    expected = np.where(asked, (told.toarray()[i] * told.toarray()[j]) @ weight, 0)
    assert np.count_nonzero(expected) > 10
    np.testing.assert_allclose(shared_words(told, weight, asked, i, j), expected, rtol=1e-5)


def test_rows_of_one_group_are_held_once_unless_they_differ() -> None:
    own = rows(6, 12)
    group = np.random.default_rng(7).integers(0, 12, 300)
    told = own[group].tolil()
    told[17, 3] = 0.0 if told[17, 3] else 5.0  # an article that was read anew has other names
    told = sparse.csr_matrix(told)
    kept, place = shared_rows(told, group)
    np.testing.assert_array_equal(kept[place].indptr, told.indptr)
    np.testing.assert_array_equal(kept[place].indices, told.indices)
    assert len(np.unique(group)) <= kept.shape[0] <= len(np.unique(group)) + 1
    kept, place = shared_rows(told[:0], group[:0])
    assert kept.shape[0] == 0 and len(place) == 0
