"""Labels: the question in English, never a wrong translation, the month of the figure, the names of the event."""

from __future__ import annotations

import re
from datetime import date, datetime
from types import SimpleNamespace

import numpy as np
import pytest
from scipy import sparse

from claims_pipeline.embeddings.happenings import KINDS
from claims_pipeline.embeddings.rarity import everyday
from claims_pipeline.facts.about import about
from claims_pipeline.facts.calling import names_of
from claims_pipeline.facts.event import past, place_of, when_of
from claims_pipeline.facts.label import _past_unit, question
from claims_pipeline.facts.names import name_keys
from claims_pipeline.facts.things import english, thing
from claims_pipeline.facts.wording import Sentence, Wording


@pytest.mark.parametrize(
    ("noun", "lang", "head", "full"),
    [
        ("orang", "id", "people", "people"),
        ("kali", "id", "times", "times"),  # no likeness of vectors says so: "calories" are nearer
        ("orang tersangka", "id", "suspects", "suspects"),
        ("tersangka perorangan", "id", "suspects", "suspects (“tersangka perorangan”)"),
        ("titik panas", "id", "hotspots", "hotspots"),
        ("gerabah", "id", "gerabah", "“gerabah”"),
        ("Jawa Tengah", "id", "", ""),
        ("setara", "id", "", ""),
        ("personas desplazadas", "es", "displaced people", "displaced people"),
        ("miles de viviendas", "es", "homes", "homes"),
        ("Schülerinnen", "de", "pupils", "pupils"),
        ("kişinin", "tr", "people", "people"),
        ("зрителей", "ru", "spectators", "spectators"),
        ("Children", "en", "children", "children"),
        ("Ebola clinics", "en", "clinics", "Ebola clinics"),
        ("rounds of ammunition", "en", "rounds", "rounds"),
        ("half", "en", "", ""),
        ("WHO", "en", "", ""),
        ("", "id", "", ""),
    ],
)
def test_a_noun_is_told_in_english_or_as_it_is_written(noun: str, lang: str, head: str, full: str) -> None:
    found = thing(noun, lang)
    assert (found.head, found.full) == (head, full)


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (("people", "count", None, "total", "killed"), "people killed"),
        (("deaths", "count", None, "total", "killed"), "people killed"),
        (("votes", "count", None, "total", "voted"), "votes"),
        (("COVID-19 cases", "count", None, "total", "infected"), "COVID-19 cases"),
        (("", "count", None, "increment", None), "increase in number"),
        (("people", "count", None, "increment", None), "additional people"),
        (("", "count", None, "increment", "injured"), "people newly injured"),
        (("", "count", None, "total", None), "number"),
        (("houses", "count", None, "total", "destroyed"), "houses destroyed"),
        (("clinics", "count", None, "increment", None), "new clinics"),
        (("voters", "percent", "percent", "total", None), "share of voters"),
        (("inflation", "percent", "percent", "total", None), "inflation, in percent"),
        (("exports", "percent", "percent", "change", None), "percentage change in exports"),
        (("", "fraction", None, "total", "killed"), "share of those killed"),
        (("", "money", "IDR", "total", None), "amount in rupiah"),
        (("gold price", "money", "IDR per gram", "change", None), "change in gold price in rupiah per gram"),
        (("", "measure", "IDR per USD", "rate", None), "exchange rate in rupiah per US dollar"),
        (("services", "rate", "layanan per day", "rate", None), "services per day"),
        (("rain", "measure", "inch", "total", None), "rain in inches"),
        (("", "measure", "kilometre per hour", "total", None), "speed in kilometres per hour"),
        (("", "measure", "magnitude", "total", None), "magnitude"),
    ],
)
def test_the_question_is_told_in_words(parts: tuple[str, str, str | None, str, str | None], label: str) -> None:
    assert question(*parts) == label


@pytest.mark.parametrize(
    ("noun", "lang", "place", "left"),
    [
        ("kg sabu", "id", None, "sabu"),
        ("inches of rain", "en", None, "rain"),
        ("per gram", "id", None, ""),
        ("mikrogram per meter kubik", "id", None, ""),
        ("km-wide fence", "en", None, "fence"),
        ("Jawa Timur", "id", "Jawa Timur", ""),
    ],
)
def test_what_a_unit_measures_is_told_without_it(noun: str, lang: str, place: str | None, left: str) -> None:
    assert _past_unit(noun, lang, place) == left


def test_words_of_headlines_are_no_names() -> None:
    assert all(map(everyday, ("Children", "Damaged", "Kebakaran", "Least")))
    assert not any(map(everyday, ("Gaza", "Palu", "Kim", "Palembang", "BNPB", "children", "غزة")))


def claims(**columns: list[object]) -> tuple[SimpleNamespace, np.ndarray]:
    size = len(next(iter(columns.values())))
    table = {"as_of": [None] * size, "dated": [True] * size, "place": [None] * size, "lang": ["en"] * size} | columns
    return SimpleNamespace(table=table), np.arange(size)


def test_the_month_is_that_of_the_figure() -> None:
    reports = [datetime(2019, 9, 2), datetime(2019, 9, 4), datetime(2019, 9, 5)]
    assert when_of(*claims(known_at=reports)) == "September 2019"
    assert when_of(*claims(known_at=reports, as_of=[date(2019, 8, 31), None, None])) == "August 2019"
    assert when_of(*claims(known_at=reports, as_of=[date(1989, 12, 31), None, None])) == "September 2019"  # another figure's
    assert when_of(*claims(known_at=reports, as_of=[date(1989, 12, 31)] * 3)) == "1989"
    assert when_of(*claims(known_at=[datetime(2012, 12, 16), datetime(2013, 4, 2)])) == "reported December 2012 to April 2013"
    assert when_of(*claims(known_at=[datetime(2020, 1, 5), datetime(2020, 5, 2)])) == "reported January to May 2020"
    assert when_of(*claims(known_at=reports, dated=[False] * 3)) == ""  # the day of reading is no day of the event


def told(titles: list[str], sentences: list[str], **columns: list[object]) -> tuple[SimpleNamespace, np.ndarray, Wording]:
    """Claims of as many articles, whose names are those of headline and sentence, and their wording."""
    some, members = claims(**columns)
    some.table |= {"article_id": [f"a{k}" for k in members], "claim_id": [f"c{k}" for k in members], "quote": ["5"] * len(members)}
    names = [re.findall(r"[A-Z][a-z]+", f"{title} {text}") for title, text in zip(titles, sentences, strict=True)]
    written = sorted({name for few in names for name in few})
    rows = [[written.index(name) for name in dict.fromkeys(few)] for few in names]
    some.article, some.topic, some.kept, some.names_written = members, members, {}, written
    some.topics_written = sparse.csr_matrix(
        (np.ones(sum(map(len, rows))), np.array([code for row in rows for code in row], int), np.cumsum([0, *map(len, rows)])),
        shape=(len(rows), len(written)),
    )
    some.written_key, some.written_weight = name_keys(written), np.full(len(written), 0.8)
    texts = {f"c{k}": Sentence(text, max(text.find("5"), 0), None) for k, text in enumerate(sentences)}
    return some, members, Wording({f"a{k}": title for k, title in enumerate(titles)}, texts)


def place(places: list[str | None], titles: list[str], sentences: list[str], happened: bool = True, lang: str = "en") -> str | None:
    some, members, wording = told(titles, sentences, place=list(places), lang=[lang] * len(places))
    return place_of(some, members, wording, happened)


def test_the_place_is_that_of_most_claims() -> None:
    assert place(["Indonésie", "Indonesia", None], ["Quake in Indonesia"] * 3, ["5 dead"] * 3) == "Indonesia"
    assert place(["Palu", "Donggala"], ["Quake in Palu"] * 2, ["5 dead"] * 2) is None
    assert place(["Palu", None, None, None], ["Quake in Palu"] * 4, ["5 dead"] * 4) is None
    assert place(["Least", "Least"], ["At Least 5 Dead"] * 2, ["At Least 5 Dead"] * 2) is None
    assert place(["Москва", "Москва"], ["Пожар"] * 2, ["В Москва 5"] * 2, lang="ru") == "Moskva"


def test_a_place_of_one_article_alone_is_a_passing_one() -> None:
    assert place(["Tunisia", None], ["Attack in Nice", "Lorry kills crowd"], ["5 dead, said Tunisia", "5 dead"]) is None
    assert place(["Palu", None], ["Quake", "Quake hits Palu"], ["5 dead in Palu", "5 dead"]) == "Palu"


def test_a_dateline_is_where_something_happened_unless_it_is_a_capital() -> None:
    titles, sentences = ["Bus falls into river"] * 2, ["5 people died"] * 2
    assert place(["Sukabumi"] * 2, titles, sentences) == "Sukabumi"
    assert place(["Sukabumi"] * 2, titles, sentences, happened=False) is None  # who sells there is only written about there
    assert place(["Washington"] * 2, titles, sentences) is None
    assert place(["Washington"] * 2, ["Bus falls into river in Washington"] * 2, sentences) == "Washington"


def names(
    titles: list[str], sentences: list[str], told_besides: tuple[str, ...] = (), where: str | None = None, before: bool = False
) -> str:
    some, members, wording = told(titles, sentences, place=[where] * len(titles))
    return names_of(some, members, told_besides, where, before, wording)


def test_an_event_is_called_by_what_the_headlines_share() -> None:
    assert names(["Dorian batters Abaco", "After Dorian, 5 dead"], ["5 dead after Dorian", "5 dead, said Minnis"]) == "Dorian"
    assert names(["Crash kills 5", "Lorry kills 5"], ["5 dead, said Daryono", "5 dead, said Daryono"], where="Palu") == ""
    assert names(["Rico is without power"] * 2, ["5 dead in Puerto Rico now", "All of Puerto Rico, 5 dead"]) == "Puerto Rico"
    assert names(["How York copes", "York is shut"], ["5 dead in New York", "5 dead"]) == "New York"


def test_another_country_of_a_headline_names_no_event() -> None:
    titles, sentences = ["Zealand bans rifles"] * 2, ["5 died in Tasmania", "5 shot in Tasmania"]
    assert "Tasmania" in names(titles, sentences, before=True)
    assert "Zealand" not in names(titles, sentences, before=True)  # the figure is of years ago
    assert names(["Germany mourns"] * 2, ["5 died in Kabul"] * 2, ("Kabul",), "Kabul") == ""


@pytest.mark.parametrize(
    ("asked", "sentence", "lang", "label"),
    [
        ("people", "Gatherings of more than 5 people are banned in the state.", "en",
         "people (“Gatherings of more than … people are banned in the state”)"),
        ("length or distance in metres", "Jarak pandang hanya 5 meter.", "id", "visibility in metres"),
        ("people", "Polisi menyebut total tersangka berjumlah 5 orang.", "id", "people (suspects, police officers)"),
        ("“gerabah”", "Ada 5 gerabah.", "id", "“gerabah”"),
        ("people", "5", "en", "people"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_things_stands_beside_them(asked: str, sentence: str, lang: str, label: str) -> None:
    some, members, wording = told([""], [sentence], place=[None], lang=[lang])
    assert about(some, members, asked, [], "", wording) == label


def test_a_past_event_is_not_that_of_the_headlines() -> None:
    reports = [datetime(2019, 3, 20), datetime(2019, 3, 21)]
    assert past(*claims(known_at=reports, as_of=[date(1996, 12, 31)] * 2))
    assert not past(*claims(known_at=reports, as_of=[date(2019, 3, 15), None]))


def test_every_attribute_and_kind_of_event_has_a_name() -> None:
    from claims_pipeline.embeddings.reference import _events
    from claims_pipeline.quantities.language import load

    attributes = {a for a, told in load("en").section("attributes").items() if isinstance(told, dict) and a != "other"}
    assert attributes <= set(english()["verbs"])
    assert set(english()["events"]) <= set(_events())
    assert set(english()["happenings"]) <= set(KINDS)
