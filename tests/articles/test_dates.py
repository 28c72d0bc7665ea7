from __future__ import annotations

from datetime import datetime

import pytest

from claims_pipeline.articles.datelines import dateline
from claims_pipeline.articles.dates import UnusableDate, full_year, parse
from claims_pipeline.articles.outlets import by_name
from claims_pipeline.articles.published import published
from claims_pipeline.articles.zones import Convention, convention

NOW = datetime(2024, 3, 1, 6, 0)


def of(outlet: str | None, lang: str, url: str | None = None) -> Convention:
    return convention(by_name(outlet) if outlet else None, url, lang)


@pytest.mark.parametrize(
    ("raw", "lang", "outlet", "utc"),
    [
        ("2019-09-15T05:32:00+07:00", "id", None, datetime(2019, 9, 14, 22, 32)),
        ("2019-09-15 05:32", "id", "kompas.com", datetime(2019, 9, 14, 22, 32)),
        ("2019-09-15", "id", "kompas.com", datetime(2019, 9, 15)),
        ("2019-09-15 00:00:00", "id", "kompas.com", datetime(2019, 9, 15)),
        ("18 Juni 2025 17:33 WIB", "id", "tempo.co", datetime(2025, 6, 18, 10, 33)),
        ("Senin, 06 November 2023 | 17.33 WITA", "id", "tempo.co", datetime(2023, 11, 6, 9, 33)),
        ("06/11/2023 17:33", "id", "tempo.co", datetime(2023, 11, 6, 10, 33)),
        ("11/06/2023 5:33 PM", "en", "CNN", datetime(2023, 11, 6, 22, 33)),
        ("06/11/2023", "en", "BBC", datetime(2023, 11, 6)),
        ("25/12/2023", "en", "CNN", datetime(2023, 12, 25)),
        ("Nov. 6, 2023 at 5:33 p.m. ET", "en", "BBC", datetime(2023, 11, 6, 22, 33)),
        ("Mon, 06 Nov 2023 17:33:00 +0700", "id", None, datetime(2023, 11, 6, 10, 33)),
        ("Mon, 06 Nov 2023 17:33:00 WIB", "id", None, datetime(2023, 11, 6, 10, 33)),
        ("1699266780", "en", None, datetime(2023, 11, 6, 10, 33)),
        ("1699266780000", "en", None, datetime(2023, 11, 6, 10, 33)),
        ("6 de noviembre de 2023", "es", None, datetime(2023, 11, 6)),
        ("2023年11月6日", "zh", None, datetime(2023, 11, 6)),
        ("6 ноября 2023, 14:05", "ru", "TASS", datetime(2023, 11, 6, 11, 5)),
    ],
)
def test_dates_are_read_in_the_conventions_of_their_newsroom(raw: str, lang: str, outlet: str | None, utc: datetime) -> None:
    assert parse(raw, lang, of(outlet, lang)) == utc


@pytest.mark.parametrize("raw", ["2023-02-31", "31 February 2023", "31/02/2023", "2023-11-06T27:00", "last week", "soon", "13/13/2023"])
def test_dates_that_cannot_be_are_refused(raw: str) -> None:
    with pytest.raises(UnusableDate):
        parse(raw, "en", of("BBC", "en"))


def test_the_zone_follows_outlet_then_domain_then_language() -> None:
    assert str(of("CNN", "id").zone) == "America/New_York"
    assert str(of(None, "en", "https://kabar.example.co.id/x").zone) == "Asia/Jakarta"
    assert str(of(None, "id").zone) == "Asia/Jakarta"
    assert str(of(None, "und").zone) == "UTC"


@pytest.mark.parametrize(
    ("day", "month", "weekday", "year"),
    [(6, 11, 0, 2023), (6, 11, 4, 2020), (29, 2, None, 2024), (29, 2, 0, 2016), (3, 3, None, 2023)],
)
def test_the_weekday_fixes_the_year(day: int, month: int, weekday: int | None, year: int) -> None:
    found = full_year(day, month, None, weekday, NOW)
    assert found is not None
    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "place", "sources", "day"),
    [
        ("MOSKOW (RIAUPOS.CO) - Rusia kembali berseru", "Moskow", ("RIAUPOS.CO",), None),
        ("JAKARTA, KOMPAS.com - Hujan turun", "Jakarta", ("KOMPAS.com",), None),
        ("PALU, Indonesia, Sept 29 (Reuters) - Rescuers dug", "Palu", ("Reuters",), (29, 9, None)),
        ("Liputan6.com, Jakarta - Polisi menahan", "Jakarta", ("Liputan6.com",), None),
        ("NEW YORK, April 3, 2020 (AP) — Hospitals filled", "New York", ("AP",), (3, 4, "2020")),
        ("WASHINGTON — Lawmakers met", "Washington", (), None),
        ("القرية، السودان - غرق ٤ صيادين قرب القرية.", "القرية", (), None),
        ("أم درمان - غرق ٤ صيادين في أم درمان.", "أم درمان", (), None),
        ("A road after the storm (dok. warga)\nMEDAN (ANTARA) - Banjir surut", "Medan", ("ANTARA",), None),
    ],
)
def test_datelines(text: str, place: str, sources: tuple[str, ...], day: tuple[int, int, str | None] | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.sources, found.day) == (place, sources, day)


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke - and nobody listened",
        "Well, well - said the mayor",
        "FILE - A man walks",
        "Twelve-year-old",
        "عاجل - غرق ٤ صيادين",
        "غرق ٤ صيادين - غرق ٤ صيادين",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_publication_is_given_then_url_then_text() -> None:
    here = of("tempo.co", "id")
    text = "Warga mengungsi pada Senin (6/11) malam."
    assert published("2023-11-05", "https://a.id/2023/11/04/x", None, text, "id", here, NOW).source == "given"
    by_url = published(None, "https://a.id/2023/11/04/x", None, text, "id", here, NOW)
    assert (by_url.at, by_url.source) == (datetime(2023, 11, 4), "url")
    by_text = published(None, None, None, text, "id", here, NOW)
    assert (by_text.at, by_text.source) == (datetime(2023, 11, 6), "weekday")
    assert published(None, None, None, "Skor akhir (6/11) disambut.", "en", here, NOW).at is None


def test_a_date_in_the_future_is_a_problem_and_the_url_takes_its_place() -> None:
    found = published("2190-01-01", "https://a.id/2023/11/04/x", None, "", "id", of(None, "id"), NOW)
    assert (found.at, found.source) == (datetime(2023, 11, 4), "url")
    assert found.problem is not None
    assert "2190" in found.problem


def test_of_the_dates_in_a_lead_the_latest_of_the_week_counts() -> None:
    text = "Kapal karam pada Sabtu (4/11/2023). Pencarian dihentikan, kata kepala SAR, Senin (6/11/2023)."
    assert published(None, None, None, text, "id", of(None, "id"), NOW).at == datetime(2023, 11, 6)


def test_the_weekday_of_a_dateline_fixes_its_year_and_an_unknown_outlet_is_found_in_brackets() -> None:
    text = "MOSCOW, Monday, Oct 30 (Meridian Daily) - The envoy left."
    line = dateline(text)
    assert line is not None
    assert line.sources == ("Meridian Daily",)
    assert published(None, None, line, text, "en", of(None, "en"), datetime(2026, 11, 20)).at == datetime(2023, 10, 30)
    named = dateline("AMBON (KABAR DESA) - Hujan turun")
    assert named is not None
    assert named.sources == ("KABAR DESA",)
