"""Vietnamese: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="vi") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("hai mươi tư", 24, 24),
        ("một trăm linh năm", 105, 105),
        ("hai triệu rưỡi", 2500000, 2500000),
        ("nửa triệu", 500000, 500000),
        ("2 tỷ 300 triệu", 2300000000, 2300000000),
        ("hàng chục nghìn", 10000, 99999),
        ("vài trăm", 100, 999),
        ("hai phần ba", 2 / 3, 2 / 3),
        ("bảy trong số mười", 0.7, 0.7),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="vi")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Ít nhất chín thợ mỏ thiệt mạng.", 9, "at_least", "killed"),
        ("Hơn 300 người dân phải sơ tán.", 300, "more_than", "evacuated"),
        ("Đám cháy phá hủy 40 ngôi nhà.", 40, "exact", "destroyed"),
        ("Công an bắt giữ 12 đối tượng.", 12, "exact", "arrested"),
        ("Gần 500 người tham dự buổi lễ.", 500, "nearly", "attended"),
        ("Một người bị thương.", 1, "exact", "injured"),
        ("Số người chết tăng lên 145.", 145, "exact", "killed"),
        ("Năm người mất tích.", 5, "exact", "missing"),
        ("Hơn 1,200 người được cứu.", 1200, "more_than", "rescued"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Một người đàn ông lên tàu ngày 12/5/2019.",
        "Năm 2018 là một năm khó khăn.",
        "Tỷ phú này đầu tư vào công ty.",
        "Anh 34 tuổi về đích lúc 14h30.",
        "Trận đấu diễn ra vào thứ năm.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert [q.text for q in claims(sentence)] == []
