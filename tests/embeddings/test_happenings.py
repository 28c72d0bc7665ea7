"""The kinds of event that a text names, in each language."""

import tomllib

import pytest

from claims_pipeline.embeddings.happenings import FOLDER, KINDS, bits, kinds, of_article, related


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Wildfire near Larkham destroys homes", ["fire"]),
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
            assert kind in kinds(entry.replace("*", ""), file.stem), entry
            assert entry == entry.casefold(), entry


def test_every_language_that_is_read_has_its_words() -> None:
    from claims_pipeline.quantities.language import codes

    assert {file.stem for file in FOLDER.glob("*.toml")} >= set(codes()) - {"und"}


def test_kinds_that_one_event_is_told_as_are_related_both_ways() -> None:
    table = dict(zip(KINDS, related(), strict=True))
    assert table["abduction"] & bits("war") and not table["earthquake"] & bits("protest")
    for k, kind in enumerate(KINDS):
        assert table[kind] & 1 << k
        assert all(bool(table[kind] & 1 << n) == bool(table[other] & 1 << k) for n, other in enumerate(KINDS))
