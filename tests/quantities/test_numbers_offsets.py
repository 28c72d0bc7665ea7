"""Offsets are true in the text as given, whatever its damage; nothing makes the extractor raise or slow down."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_pipeline.quantities import extract
from claims_pipeline.quantities.fold import fold
from claims_pipeline.quantities.language import load
from claims_pipeline.quantities.sentences import split


@pytest.mark.parametrize(
    ("lang", "text", "written"),
    [
        ("en", "The  city  of\u00a016\u202f700\u00a0people", ["16\u202f700"]),
        ("en", "soft\u00adware for 1\u200b2 users", ["1\u200b2"]),
        ("en", "Full width ３５０ men, ٢٠ women", ["３５０", "٢٠"]),
        ("id", "serangan diIsrael, 18 ,dan 7 rudal", ["18", "7"]),
        ("id", "sekitar7 orang dan 6/\n11 lalu", ["7", "6/\n11"]),
        ("en", "“At least ’eight’ men” — 40 % of all", ["eight", "40 %"]),
    ],
)
def test_text_is_the_slice(lang: str, text: str, written: list[str]) -> None:
    found = extract(text, lang)
    assert [text[q.start : q.end] for q in found] == written
    assert [q.text for q in found] == written
    assert all(text[q.sentence_start : q.sentence_start + len(q.sentence)] == q.sentence for q in found)


_PIECES = ["one ", "two ", "hundred ", "million ", "half a ", "at least ", " to ", " and ", "May ", "Rp", "km", "二百", "٣"]
_ALPHABET = st.sampled_from([*"0123456789.,-/:%$€ \n\u00a0\u200b'\"()", *_PIECES])


@settings(max_examples=150, deadline=None)
@given(st.lists(_ALPHABET, max_size=60).map("".join), st.sampled_from(["en", "id", "xx"]))
def test_any_text_is_read_without_error_and_in_order(text: str, lang: str) -> None:
    found = extract(text, lang)
    assert all(text[q.start : q.end] == q.text and q.text for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "million ",
        "1,",
        "two hundred and ",
        "123 ",
        "a1",
        "1/2",
        "half a ",
        "x",
        "twenty-",
        "一",
        " ",
        ".",
        "5 \n",
        ", ",
        "(",
        "\u200b1",
        "hundred thousand million ",
        "12 people ١٢ 十二 двенадцать ๑๒ 3만 ",
        "five (5) ",
        "5 (",
        "1x2x",
        "he said 5, ",
        "18 of those ",
        "5 more than ",
        "ab.,A",
        "“ 5 people said ",
        "@a.1",
        "2019 ",
        " or 5 or 5",
        "at least, ",
        "5% compared with 4, ",
        "rose 5 points to 6, ",
        "200 Model 3 F-16 ",
        "three of the most ",
        "cost per head ",
        "an estimated population of ",
        "life expectancy for men is 5 ",
        "$5 in aid ",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        began = time.process_time()
        extract(text, "en")
        return time.process_time() - began

    seconds(2_000)
    # the better of two each: a collection of the whole suite's garbage may fall into either
    small, large = (min(seconds(size) for _ in range(2)) for size in (15_000, 60_000))
    assert large < 8 * small + 0.2


@pytest.mark.parametrize(("lang", "unit"), [("en", "7"), ("en", ","), ("id", "ratus "), ("id", "ratus ribu juta ")])
def test_a_megabyte_of_one_thing_is_read_in_seconds(lang: str, unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    began = time.process_time()
    found = extract(text, lang)
    assert time.process_time() - began < 20
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize("lang", ["en", "id", "th", "xx", None])
def test_lone_surrogates_stop_nothing(lang: str | None) -> None:
    damaged = "\ud800 There were 12 houses \udfff and dua ratus \udc00ribu"
    assert 12 in [q.value for q in extract(damaged, lang)]
    replaced = damaged.encode("utf-8", "replace").decode()
    assert [q.start for q in extract(replaced, lang or "en")] == [q.start for q in extract(damaged, lang or "en")]


@given(st.text(max_size=200))
def test_folding_maps_every_position_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.raw) == len(folded.low)
    assert all(0 <= folded.back(i) < len(text) for i in range(len(folded.raw)))


def test_sentences_are_slices_and_keep_abbreviations_and_decimals_whole() -> None:
    text = "Mr. Otto paid 5.4 million. He left.Then 6/\n11 came.\n\nEnd"
    found = split(text, load("en"))
    assert [s.text for s in found] == ["Mr. Otto paid 5.4 million.", "He left.", "Then 6/\n11 came.", "End"]
    assert all(text[s.start : s.end] == s.text for s in found)
