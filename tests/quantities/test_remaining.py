"""Counts that go down by themselves are told by their words, in every language."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities.language import codes
from claims_pipeline.quantities.remaining import remains

TOLD = [
    ("en", "## farmers remain in the ward."),
    ("en", "Still in the ward are ## farmers."),
    ("id", "Masih ada ## petani di bangsal itu."),
    ("ms", "## petani masih berada di wad."),
    ("es", "## campesinos siguen en la sala."),
    ("fr", "## paysans restent dans la salle."),
    ("de", "## Bauern liegen noch immer auf der Station."),
    ("it", "## contadini sono ancora in corsia."),
    ("pt", "## agricultores continuam na enfermaria."),
    ("nl", "## boeren liggen nog steeds op de afdeling."),
    ("ru", "В палате остаются ## крестьян."),
    ("ru", "В палате всё ещё ## крестьян."),
    ("uk", "У палаті досі ## селян."),
    ("pl", "## rolników nadal leży na oddziale."),
    ("ar", "ولا يزال ## مزارعا في الجناح."),
    ("he", "ועדיין ## חקלאים במחלקה."),
    ("fa", "## کشاورز همچنان در بخش هستند."),
    ("tr", "## çiftçi hâlâ serviste."),
    ("hi", "## किसान अब भी वार्ड में हैं।"),
    ("zh", "病房里仍有##名农民。"),
    ("ja", "病棟にはなお##人がいる。"),
    ("ko", "병동에는 여전히 ##명이 있다."),
    ("vi", "Trong phòng vẫn có ## nông dân."),
    ("th", "ในหอผู้ป่วยยังมีชาวนา ## คน"),
    ("sw", "Wakulima ## bado wako wodini."),
]


@pytest.mark.parametrize(("lang", "masked"), TOLD)
def test_a_count_that_goes_down_by_itself(lang: str, masked: str) -> None:
    assert remains(masked, lang)


def test_every_language_has_such_words() -> None:
    assert {lang for lang, _ in TOLD} == set(codes())


@pytest.mark.parametrize(
    ("lang", "masked"),
    [
        ("en", "## farmers died."),
        ("en", "Serious floods hit ## farms."),  # condition words stand behind the number
        ("en", "The stillborn count was ##."),
        ("en", "They remain silent in the long hall by the river, where by now ## farmers sleep."),  # another clause
        ("id", "## petani tinggal di desa itu."),  # live there
        ("und", "## remain"),
        ("en", "No figure remains."),
    ],
)
def test_other_counts(lang: str, masked: str) -> None:
    assert not remains(masked, lang)
