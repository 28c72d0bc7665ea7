"""Numbers, times and marks as people read them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from claims_pipeline.report import words


@pytest.mark.parametrize(
    ("x", "text"),
    [
        *((1234567.0, "1,234,567"), (2.5, "2.5"), (0.0, "0"), (None, "–"), (1e18, "1e+18")),
        *((float("inf"), "inf"), (0.00012, "0.00012"), (-3.25, "-3.25")),
    ],
)
def test_number(x: float | None, text: str) -> None:
    assert words.number(x) == text


@pytest.mark.parametrize(("x", "text"), [(9999, "9,999"), (57e6, "57M"), (11.7e9, "11.7B"), (-25000, "-25k"), (2e12, "2T")])
def test_short(x: float, text: str) -> None:
    assert words.short(x) == text


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=30), "under a minute"),
        (timedelta(minutes=70), "1 h 10 min"),
        (timedelta(days=1, hours=3, minutes=5), "1 day 3 h"),
        (timedelta(days=-2), "2 days"),
        (timedelta(days=900), "900 days"),
    ],
)
def test_span(length: timedelta, text: str) -> None:
    assert words.span(length) == text


def test_period_says_once_what_both_ends_share() -> None:
    a, b, c = datetime(2023, 10, 10, 5), datetime(2023, 10, 12), datetime(2024, 1, 2)
    assert [words.period(a, a), words.period(a, b), words.period(a, c), words.period(None, a)] == [
        "10 Oct 2023",
        "10 – 12 Oct 2023",
        "10 Oct 2023 – 2 Jan 2024",
        "dates not known",
    ]


def test_mark_is_cut_by_offsets_even_where_the_number_stands_twice() -> None:
    assert words.marked("8 of 8 died", 5, 6, "8") == ("8 of ", "8", " died")


def test_mark_falls_back_to_the_quote_and_then_to_none() -> None:
    assert words.marked("8 died", 5, 6, "8") == ("", "8", " died")
    assert words.marked("eight died", None, None, "8") == ("eight died", "", "")
    assert words.marked(None, None, None, None) == ("", "", "")


def test_a_long_sentence_is_cut_around_the_figure() -> None:
    sentence = "so it went " * 100 + "8 died " + "and on it went " * 100
    before, figure, after = words.marked(sentence, 1100, 1101, "8", 200)
    assert figure == "8"
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert len(before) + len(after) < 230
