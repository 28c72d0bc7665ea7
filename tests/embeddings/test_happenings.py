"""The kinds of event that a text names, in each language."""

import tomllib
from itertools import product
from pathlib import Path

import pytest

from claims_pipeline.embeddings import texts
from claims_pipeline.embeddings.happenings import FOLDER, KINDS, SPECIAL, bits, kinds, of_article, related


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Wildfire near Larkham destroys homes", ["wildfire"]),
        ("en", "Bombing in the market of Larkham", ["explosion", "attack"]),
        ("en", "He was fired after the match", ["sport"]),
        ("id", "Banjir bandang dan tanah longsor menerjang desa", ["flood", "landslide"]),
        ("de", "Das Erdbeben traf die Stadt", ["earthquake"]),
        ("ru", "После землетрясения в городе", ["earthquake"]),
        ("fr", "Un glissement de terrain à Larkham", ["landslide"]),
        ("ar", "مقتل ثلاثة في الزلزال", ["earthquake"]),
        ("ja", "地震で三人が死亡", ["earthquake"]),
        ("hi", "भूकंप में तीन लोगों की मौत", ["earthquake"]),
        ("tr", "Depremin ardından üç kişi öldü", ["earthquake"]),
        ("en", "Three people were killed in Larkham", []),
        ("en", "Fire in Larkham, firefighters say", ["fire"]),
        ("en", "Factory fire in Larkham: firefighters find six bodies", ["building_fire"]),
        ("en", "Blaze tears through a crowded nightclub", ["building_fire"]),
        ("en", "The blast set a warehouse on fire", ["fire", "explosion"]),
        ("en", "Forest fires near Larkham, and a hotel fire in Dunmore", ["wildfire", "building_fire"]),
        ("en", "A gunman opened fire in a school in Larkham", ["fire", "shooting"]),
        ("fr", "Il a ouvert le feu dans une école", []),
        ("id", "Kebakaran di Larkham", ["fire"]),
        ("id", "Kebakaran hutan dan lahan di Larkham", ["wildfire"]),
        ("id", "Kebakaran pabrik di Larkham", ["building_fire"]),
        ("ms", "Kebakaran kilang di Larkham", ["building_fire"]),
        ("es", "Incendio en una fábrica de Larkham", ["building_fire"]),
        ("es", "Incendios forestales cerca de Larkham", ["wildfire"]),
        ("pt", "Incêndio florestal perto de Larkham", ["wildfire"]),
        ("fr", "Dans l'incendie d'une usine à Larkham", ["building_fire"]),
        ("fr", "Feux de forêt près de Larkham", ["wildfire"]),
        ("it", "Incendio in un palazzo di Larkham", ["building_fire"]),
        ("de", "Beim Brand einer Fabrik in Larkham", ["building_fire"]),
        ("de", "Waldbrände bei Larkham, die Feuerwehr löscht", ["wildfire"]),
        ("nl", "Brand in een hotel in Larkham", ["building_fire"]),
        ("ru", "При пожаре на заводе", ["building_fire"]),
        ("ru", "Лесные пожары в Сибири", ["wildfire"]),
        ("uk", "Пожежа у лікарні", ["building_fire"]),
        ("pl", "Pożar w szpitalu", ["building_fire"]),
        ("pl", "Pożary lasów", ["wildfire"]),
        ("tr", "Otel yangınında", ["building_fire"]),
        ("tr", "Orman yangınları", ["wildfire"]),
        ("ar", "حريق في مصنع", ["building_fire"]),
        ("ar", "حرائق الغابات", ["wildfire"]),
        ("he", "שריפה בבניין מגורים", ["building_fire"]),
        ("fa", "آتش‌سوزی در بیمارستان", ["building_fire"]),
        ("hi", "होटल में आग लगने से", ["building_fire"]),
        ("th", "ไฟไหม้โรงงาน", ["building_fire"]),
        ("vi", "Cháy rừng ở Larkham", ["wildfire"]),
        ("zh", "工厂火灾", ["building_fire"]),
        ("ja", "山火事が広がる", ["wildfire"]),
        ("ko", "아파트 화재로", ["building_fire"]),
        ("sw", "Moto katika kiwanda", ["building_fire"]),
        ("xx", "earthquake", []),
    ],
)
def test_words_tell_the_kind_of_event(lang: str, text: str, expected: list[str]) -> None:
    assert kinds(text, lang) == expected


def test_the_headline_decides_and_the_lead_speaks_where_it_is_silent() -> None:
    assert of_article("Floods in Larkham", "The earthquake of last year is not forgotten.", "en") == ["flood"]
    assert of_article("Ten dead in Larkham", "Floods swept through the town.", "en") == ["flood"]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_entry_of_a_language_is_found_under_its_kind(file) -> None:  # type: ignore[no-untyped-def]
    words = tomllib.loads(file.read_text(encoding="utf8"))
    words.pop("form", None)
    assert set(words) <= set(KINDS)
    for kind, entries in words.items():
        for entry in entries:
            for told in product(*(word.replace("*", "").split("|") for word in entry.split())):
                assert kind in kinds(" ".join("xx" if word == "_" else word for word in told), file.stem), (entry, told)
            assert entry == entry.casefold(), entry


def test_every_language_that_is_read_has_its_words() -> None:
    from claims_pipeline.quantities.language import codes

    assert {file.stem for file in FOLDER.glob("*.toml")} >= set(codes()) - {"und"}


def test_kinds_that_one_event_is_told_as_are_related_both_ways() -> None:
    table = dict(zip(KINDS, related(), strict=True))
    assert table["wildfire"] & bits("fire") and table["building_fire"] & bits("fire")
    assert not table["wildfire"] & bits("building_fire")
    assert table["abduction"] & bits("war") and not table["earthquake"] & bits("protest")
    for k, kind in enumerate(KINDS):
        assert table[kind] & 1 << k
        assert all(bool(table[kind] & 1 << n) == bool(table[other] & 1 << k) for n, other in enumerate(KINDS))


def test_a_special_kind_stands_for_its_general_one_in_every_language() -> None:
    assert set(SPECIAL) | set(SPECIAL.values()) <= set(KINDS)
    for file in FOLDER.glob("*.toml"):
        words = tomllib.loads(file.read_text(encoding="utf8"))
        for special, general in SPECIAL.items():
            assert words[special] and words[general], file.stem
            for entry in words[special]:
                told = " ".join("xx" if word == "_" else word.replace("*", "").split("|")[0] for word in entry.split())
                assert general not in kinds(told, file.stem), (file.stem, entry)


def test_the_kinds_keep_their_bits() -> None:
    assert bits("earthquake") == 1 and bits("fire") == 64 and KINDS.index("market") == 27  # later kinds stand behind
    assert bits("wildfire building_fire") == 3 << 28


def test_texts_are_made_again_when_the_words_of_kinds_change(monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts.texts_version()
    read = Path.read_bytes
    for changed in ("happenings.py", "id.toml"):
        monkeypatch.setattr(Path, "read_bytes", lambda file, name=changed: read(file) + b"#" * (file.name == name))
        texts.texts_version.cache_clear()
        assert texts.texts_version() != before
    monkeypatch.undo()
    texts.texts_version.cache_clear()
    assert texts.texts_version() == before
