"""Nationals and residents: who the counted people are is their scope, where they live is the place of the figure."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def _first(text: str, lang: str) -> Quantity:
    return next(q for q in extract(text, lang) if q.is_claim)


@pytest.mark.parametrize(
    ("lang", "text", "scope"),
    [
        ("en", "Six nationals of Ghana were killed.", "nationals of Ghana"),
        ("es", "Murieron seis ciudadanos de Ghana.", "ciudadanos de Ghana"),
        ("fr", "Six ressortissants ghanéens ont été tués.", "ressortissants ghanéens"),
        ("id", "Enam warga negara Ghana tewas.", "warga negara Ghana"),
        ("ru", "Погибли шесть граждан Ганы.", "граждан Ганы"),
        ("uk", "Загинули шість громадян Гани.", "громадян Гани"),
        ("pl", "Zginęło sześciu obywateli Polski.", "obywateli Polski"),
        ("tr", "Altı Gana vatandaşı öldü.", "Gana vatandaşı"),
        ("sw", "Raia sita wa Ghana waliuawa.", "Raia wa Ghana"),
        ("ar", "قتلت سائحة ألمانية واحدة في الحادث.", "سائحة ألمانية"),
        ("th", "พลเมืองกานา 6 คนเสียชีวิต", "พลเมืองกานา"),
        ("ko", "프랑스 국민 6명이 숨졌다.", "프랑스 국민"),
    ],
)
def test_a_nationality_is_scope_and_no_place(lang: str, text: str, scope: str) -> None:
    claim = _first(text, lang)
    assert (claim.attribute, claim.scope, claim.place) == ("killed", scope, None)


def test_nationals_give_no_other_figure_their_country() -> None:
    claims = [q for q in extract("러시아 여성 1명이 숨지고 9명이 다쳤다.", "ko") if q.is_claim]
    assert [(q.value, q.place) for q in claims] == [(1, None), (9, None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Forty Boston residents were injured.", "Boston"),
        ("Forty UK residents were injured.", None),
        ("Forty UK residents were injured in Boston.", "Boston"),
        ("Militants killed nine in Rebel-Held Aleppo.", "Aleppo"),
    ],
)
def test_a_town_beside_people_is_where_they_live(text: str, place: str | None) -> None:
    assert _first(text, "en").place == place


@pytest.mark.parametrize(
    ("text", "noun", "scope"),
    [
        ("At least nine of the captives are Dutch nationals.", "captives", "Dutch nationals"),
        ("Three of the 15 dead were Dutch citizens.", "dead", "Dutch citizens"),
        ("Three of the 15 captives were freed.", "captives", "of the 15 captives"),
    ],
)
def test_who_the_part_is_may_be_said_of_it(text: str, noun: str, scope: str) -> None:
    claim = _first(text, "en")
    assert (claim.noun, claim.scope) == (noun, scope)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("id", "Seorang tewas dan sembilan orang terluka.", [1, 9]),
        ("id", "Seorang perawat tewas dan sembilan orang terluka.", [1, 9]),
        ("id", "Polisi menahan seorang perawat.", []),
        ("id", "Salah seorang perawat terluka.", []),
        ("zh", "一名护士死亡，9人受伤。", [1, 9]),
        ("de", "Eine Krankenschwester starb, neun Menschen wurden verletzt.", [1, 9]),
        ("de", "Eine Krankenschwester starb.", []),
        ("vi", "Một bác sĩ thiệt mạng và 9 người bị thương.", [1, 9]),
        ("en", "Nine members of one family were killed.", [9]),
        ("ar", "قتل تسعة جنود وأحد السائقين.", [9]),
        ("ar", "قتل سائق واحد وأصيب تسعة جنود.", [1, 9]),
        ("ar", "فتح الملف في نافذة واحدة.", []),
    ],
)
def test_one_person_counts_beside_the_figures_of_others(lang: str, text: str, values: list[int]) -> None:
    assert [q.value for q in extract(text, lang) if q.is_claim] == values


def test_the_owner_of_a_thing_is_no_scope() -> None:
    assert _first("Dua mobil polisi berada di sana.", "id").scope is None
    assert _first("Dua anggota polisi berada di sana.", "id").scope == "anggota polisi"
