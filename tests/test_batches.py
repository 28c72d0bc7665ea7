"""Batches give the same results in the same order, whoever runs them."""

import json
from typing import Any

import pytest

from claims_pipeline.batches import map_batches
from claims_pipeline.errors import ClaimsError
from claims_pipeline.quantities.step import read_articles
from tests.conftest import ROOT

Batch = list[dict[str, Any]]


@pytest.fixture(scope="module")
def batches() -> list[Batch]:
    """Labelled sentences as articles, in batches of seven."""
    rows = [
        json.loads(line) for lang in ("en", "id") for line in (ROOT / "data" / "gate" / f"sentences_{lang}.jsonl").read_text().splitlines()
    ]
    articles = [
        {
            "article_id": row["id"], "content_hash": "h", "title": "", "text": row["sentence"], "lang": row["lang"], "outlet": None,
            "published_at": None, "known_at": None, "day": None, "dateline_place": None, "cleaner": "c",
        }
        for row in rows
    ]  # fmt: skip
    return [articles[at : at + 7] for at in range(0, len(articles), 7)]


@pytest.fixture(scope="module")
def expected(batches: list[Batch]) -> list[Any]:
    return [read_articles(batch) for batch in batches]


def test_one_process_and_two_agree(batches: list[Batch], expected: list[Any]) -> None:
    assert sum(len(rows) for rows, _ in expected) > 100
    assert list(map_batches(read_articles, batches, workers=1)) == expected
    assert list(map_batches(read_articles, batches, workers=2)) == expected


def test_ray_agrees(batches: list[Batch], expected: list[Any]) -> None:
    pytest.importorskip("ray", reason="the extra ray is not installed")
    assert list(map_batches(read_articles, batches, workers=2, engine="ray")) == expected


def test_an_unknown_engine_names_itself() -> None:
    with pytest.raises(ClaimsError, match="spark"):
        list(map_batches(str, [1], engine="spark"))


def test_batches_are_read_as_they_are_needed() -> None:
    read: list[int] = []

    def source() -> Any:
        for number in range(100):
            read.append(number)
            yield number

    first = next(iter(map_batches(str, source(), workers=2)))
    assert first == "0" and len(read) <= 8
