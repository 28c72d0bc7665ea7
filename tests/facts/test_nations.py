"""Whose people are counted: read alike in every language, and no word of another kind taken for a people."""

import pytest

from claims_pipeline.facts.counted import counted
from claims_pipeline.facts.nations import FOREIGN, nation
from claims_pipeline.facts.things import nations_of

RUSSIANS = {
    "en": "Russian citizens",
    "id": "warga negara Rusia",
    "es": "ciudadanos rusos",
    "fr": "ressortissants russes",
    "de": "russische Staatsbürger",
    "pt": "cidadãos russos",
    "it": "cittadini russi",
    "nl": "Russische burgers",
    "ru": "гражданка России",
    "uk": "громадян Росії",
    "ar": "مواطنين روس",
    "he": "אזרחים רוסים",
    "tr": "Rus vatandaşı",
    "fa": "شهروند روسیه",
    "hi": "रूसी नागरिक",
    "zh": "俄罗斯公民",
    "ja": "ロシア人",
    "ko": "러시아인",
    "vi": "công dân Nga",
    "th": "ชาวรัสเซีย",
    "pl": "obywateli Rosji",
    "sw": "raia wa Urusi",
    "ms": "warganegara Rusia",
}


@pytest.mark.parametrize("lang", RUSSIANS)
def test_one_people_has_one_code_in_every_language(lang: str) -> None:
    assert nation(RUSSIANS[lang], lang) == "RU"


@pytest.mark.parametrize(
    ("phrase", "lang", "code"),
    [
        ("Dutch nurses", "en", "NL"),
        ("South Korean soldiers", "en", "KR"),
        ("North Koreans", "en", "KP"),
        ("немецких туристов", "ru", "DE"),
        ("grecques", "fr", "GR"),
        ("warga negara Amerika Serikat", "id", "US"),
        ("deutsche Urlauber", "de", "DE"),
        ("foreign doctors", "en", FOREIGN),
    ],
)
def test_words_that_do_not_begin_as_the_country_does(phrase: str, lang: str, code: str) -> None:
    assert nation(phrase, lang) == code


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("Children", "en"),  # not of Chile
        ("turkeys", "en"),
        ("Perusahaan", "id"),  # companies, not of Peru
        ("líderes catalães", "pt"),  # not of Catar
        ("persone indicate", "it"),  # not of India
        ("грузовиков", "ru"),  # lorries, not of Georgia
        ("самок", "ru"),
        ("people of the city", "en"),
        ("Israelis and Palestinians", "en"),  # two peoples are no one nation
        ("", "en"),
        ("Russians", "xx"),
    ],
)
def test_other_words_are_no_people(phrase: str, lang: str) -> None:
    assert nation(phrase, lang) == ""


def test_the_citizens_of_one_country_are_not_the_people() -> None:
    assert counted("люди", None, "killed", "ru") == "people"
    assert counted("гражданка России", "гражданка России", "killed", "ru") == ""
    assert counted("Palestinian children", "Palestinian children", "killed", "en") == "children"


@pytest.mark.parametrize("lang", sorted(RUSSIANS))
def test_every_word_of_the_files_gives_a_country(lang: str) -> None:
    told = nations_of(lang)
    assert told
    for word, code in told.items():
        assert code == FOREIGN or (len(code) == 2 and code.isupper()), (lang, word, code)
        assert nation(word.rstrip("*").title() if lang not in ("zh", "ja", "ko", "th") else word, lang) == code, (lang, word)
