"""Number words against ICU as the oracle, and the data files against their own rules."""

import icu
import pytest

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import codes, load
from claims_pipeline.quantities.spelled import compose, parse, spelled
from claims_pipeline.quantities.units import units

SAMPLE = [*range(0, 1200), *range(1200, 100_000, 977), *range(100_000, 10_000_000, 98_765), 10**9 + 7, 3 * 10**9 + 250_000]


@pytest.mark.parametrize("code", codes())
def test_every_number_that_icu_spells_is_read_back(code: str) -> None:
    language = load(code)
    numerals = spelled(language)
    speller = numerals.icu
    assert speller is not None
    cardinal = next(n for n in (str(speller.getRuleSetName(i)) for i in range(speller.getNumberOfRuleSetNames())) if "cardinal" in n)
    wrong = []
    for number in SAMPLE:
        speller.setDefaultRuleSet(cardinal)
        words = fold_word(str(speller.format(number)))
        if parse(words, numerals) != number:
            wrong.append((number, words, parse(words, numerals)))
    assert wrong == []


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ([(2.0, False), (100.0, True), (50.0, False)], 250),
        ([(100.0, True)], 100),
        ([(2.0, False), (3.0, False)], None),
        ([(20.0, False), (5.0, False)], 25),
        ([(5.0, False), (20.0, False)], None),
        ([(2.0, False), (100.0, True), (1000.0, True), (7.0, False)], 200007),
        ([(1000.0, True), (1e6, True)], None),
    ],
)
def test_the_grammar_takes_numbers_and_nothing_else(parts: list[tuple[float, bool]], value: float | None) -> None:
    assert compose(parts) == value


def test_icu_is_no_judge_of_runs_that_are_no_number() -> None:
    numerals = spelled(load("en"))
    assert icu.ICU_VERSION
    assert parse("two three", numerals) is None
    assert parse("twenty five", numerals) == 25


@pytest.mark.parametrize("code", codes())
def test_language_file_compiles_and_names_known_bounds(code: str) -> None:
    language = load(code)
    known = {"at_least", "more_than", "at_most", "less_than", "nearly", "about", "exact"}
    section = language.section("bounds")
    for part in ("before", "after", "after_noun"):
        assert set(section.get(part, {})) <= known
    assert units(language).names
    for low, high in language.section("vague").get("words", {}).values():
        assert 0 < low < high
