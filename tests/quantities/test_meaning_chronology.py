"""A chronology: the year that opens an entry rules all its figures, to the end of the entry."""

from datetime import date, datetime

import pytest

from claims_pipeline.quantities import extract

PUBLISHED = datetime(2018, 9, 29)


def _read(text: str, lang: str = "en") -> dict[str, tuple[date | None, str]]:
    return {q.text: (q.as_of, q.modality) for q in extract(text, lang, PUBLISHED) if q.is_claim}


def test_the_year_rules_its_entry_and_the_sentences_that_go_on_with_it() -> None:
    found = _read(
        "2009: A quake hit the coast.\nMore than 1,150 people died.\n2012: Another one killed 70 people.\nOfficials now fear 20 deaths."
    )
    assert found["1,150"] == (date(2009, 12, 31), "past_event_comparison")
    assert found["70"] == (date(2012, 12, 31), "past_event_comparison")
    assert found["20"] == (None, "asserted"), "the last entry ends with its line"


def test_a_day_without_a_year_is_of_the_entrys_year() -> None:
    found = _read("2004: A quake on Dec. 26 set off a wave, killing 226,000 people.")
    assert found["226,000"] == (date(2004, 12, 26), "past_event_comparison")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Tahun 2006: Gempa menewaskan 310 orang."),
        ("ja", "2006 年:地震で310人が死亡した。"),
        ("fr", "2006 : le séisme a tué 310 personnes."),
        ("ru", "2006: Землетрясение унесло жизни 310 человек."),
    ],
)
def test_the_word_year_may_stand_beside_it(lang: str, text: str) -> None:
    assert next(iter(_read(text, lang).values())) == (date(2006, 12, 31), "past_event_comparison")


def test_a_name_that_ends_in_a_year_opens_no_entry() -> None:
    assert _read("Expo 2010: organisers sold 310 tickets.\nThe hall holds 900 visitors.")["900"] == (None, "asserted")


def test_the_running_year_is_no_earlier_event() -> None:
    assert _read("2018: The storm killed 12 people.")["12"][1] == "asserted"


def test_the_running_year_closes_a_list_of_earlier_events() -> None:
    found = _read("2006: A quake killed 5,700 people.\n2009: Another killed 1,150.\n2018: Quakes on Lombok killed 560 people.")
    assert found["560"] == (PUBLISHED.date(), "past_event_comparison"), "it has happened by the day of the article"
