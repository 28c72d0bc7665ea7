"""The dictionaries of counted things: one English word for one thing, however a language bends it."""

import tomllib

import pytest

from claims_pipeline.facts import things
from claims_pipeline.facts.things import thing

FILES = sorted(things._FOLDER.glob("*.toml"))


@pytest.mark.parametrize(
    ("lang", "nouns", "head"),
    [
        ("ru", ("ребёнок", "ребенка", "детей", "дети"), "children"),
        ("ru", ("дом", "дома", "домов"), "houses"),
        ("ru", ("человек", "человека", "людей"), "people"),
        ("ru", ("тел", "тела", "тело"), "bodies"),
        ("uk", ("чоловіків",), "men"),
        ("uk", ("гол", "голів"), "goals"),
        ("uk", ("голосів",), "votes"),
        ("pl", ("dziecko", "dzieci"), "children"),
        ("ar", ("طفل", "طفلا", "أطفال", "طفلين"), "children"),
        ("ar", ("قتيل", "قتيلا", "قتلى", "حصيلة القتلى"), "deaths"),
        ("ar", ("جثة", "جثث"), "bodies"),
        ("es", ("cifra de muertos", "la cifra de muertos", "muertos", "muerto"), "deaths"),
        ("es", ("detenidos", "detenida"), "detainees"),
        ("fr", ("bilan des morts", "mort", "tués"), "deaths"),
        ("fr", ("enfant", "enfants"), "children"),
        ("de", ("Kind", "Kinder", "Kindern"), "children"),
        ("de", ("Dorf", "Dörfer", "Dörfern"), "villages"),
        ("tr", ("evi", "evin", "evler"), "houses"),
        ("tr", ("bina", "binanın"), "buildings"),
        ("ko", ("명이다", "명의 사람들"), "people"),
        ("id", ("lansia", "orang lanjut usia"), "elderly people"),
        ("vi", ("ngôi làng", "làng"), "villages"),
    ],
)
def test_every_form_of_a_noun_is_one_english_word(lang: str, nouns: tuple[str, ...], head: str) -> None:
    assert {noun: thing(noun, lang).head for noun in nouns} == dict.fromkeys(nouns, head)


@pytest.mark.parametrize("file", [f for f in FILES if f.stem != "en"], ids=lambda file: file.stem)
def test_a_dictionary_is_written_as_words_are_read(file) -> None:  # type: ignore[no-untyped-def]
    nouns = tomllib.loads(file.read_text(encoding="utf8"))["nouns"]
    assert [noun for noun in nouns if noun != noun.casefold()] == []
    assert [name for name in nouns.values() if name != name.strip() or not name] == []


def test_the_things_of_disasters_and_wars_are_known_in_every_language() -> None:
    common = {"people", "deaths", "injured people", "missing people", "children", "women", "men", "soldiers", "police officers",
              "hostages", "houses", "schools", "countries", "days"}  # fmt: skip
    lacking = {}
    for file in FILES:
        told = set(tomllib.loads(file.read_text(encoding="utf8")).get("nouns", {}).values())
        if file.stem not in ("en", "hr") and common - told:
            lacking[file.stem] = common - told
    assert lacking == {}
