"""The same rules over little language files of other shapes: no spaces, noun before number, classifiers, glued prefixes."""

from __future__ import annotations

from time import process_time
from types import MappingProxyType
from typing import Any

from claims_pipeline.quantities.language import Language
from tests.quantities.meaning_helper import one, read


def small(code: str, **sections: Any) -> Language:
    return Language(code, True, MappingProxyType(sections))


JAPANESE = small(
    "ja",
    nouns={
        "order": "before",
        "spaces": False,
        "people": "人",
        "classifiers": ["人", "棟"],
        "stop": ["が", "は", "を", "で", "の", "に", "以上", "した"],
        "generic": ["人"],
        "things": ["棟", "住宅"],
        "persons": ["兵士"],
    },
    attributes={
        "human": ["killed", "injured"],
        "killed": {"after": ["死亡"], "toll": ["死者"]},
        "injured": {"after": ["けが"]},
        "destroyed": {"after": ["全壊"], "not": ["persons"]},
    },
    attribution={"according_after": ["によると"]},
    places={"capitals": False},
)

RUSSIAN = small(
    "ru",
    nouns={"stop": ["в", "на", "и"], "and": ["и"], "people": "человек", "generic": ["человек*", "люд*"]},
    attributes={
        "human": ["killed"],
        "oblique": ["в", "на"],
        "killed": {"both": ["погибл*", "убит*"], "before": ["унес*"], "toll": ["число погибших", "число жертв"]},
    },
    as_of={"weekdays": {"пятницу": 4}},
)

ARABIC = small(
    "ar",
    nouns={"proclitics": ["و", "ال"], "stop": ["في", "من"], "people": "شخص", "generic": ["شخص*"], "and": ["و"]},
    attributes={
        "human": ["killed", "injured"],
        "killed": {"before": ["قتل", "مقتل"], "noun": ["قتيل*", "قتلى"]},
        "injured": {"before": ["اصابة"]},
    },
    places={"capitals": False},
)

SWAHILI = small(
    "sw",
    nouns={"order": "before", "stop": ["katika", "na", "kwa"], "people": "watu", "generic": ["watu"]},
    attributes={"human": ["killed"], "killed": {"after": ["walikufa", "wamekufa"], "before": ["kuua"]}},
)


def test_without_spaces_the_classifier_ends_the_noun() -> None:
    quantity = one("地震で[[384]]人が死亡した", JAPANESE)
    assert (quantity.noun, quantity.attribute) == ("人", "killed")


def test_without_spaces_the_noun_before_the_number_wins_over_its_classifier() -> None:
    quantity = one("津波で住宅[[30]]棟が全壊した", JAPANESE)
    assert (quantity.noun, quantity.attribute) == ("住宅", "destroyed")


def test_without_spaces_a_toll_heads_its_number() -> None:
    dead, hurt = read("死者は[[12]]人、[[40]]人がけがをした", JAPANESE)
    assert (dead.attribute, hurt.attribute) == ("killed", "injured")


def test_the_marker_of_the_source_may_follow_it() -> None:
    assert one("警察によると[[12]]人が死亡した", JAPANESE).attributed_to == "警察"


def test_endings_are_matched_by_stem_on_either_side_of_the_number() -> None:
    assert one("В аварии погибли [[12]] человек.", RUSSIAN).attribute == "killed"
    assert one("[[12]] человек погибло в пятницу.", RUSSIAN).attribute == "killed"
    assert one("Число погибших достигло [[832]].", RUSSIAN).attribute == "killed"


def test_a_preposition_closes_the_way_in_any_language() -> None:
    dead, towns = read("Погибли [[12]] человек в [[3]] городах.", RUSSIAN)
    assert (dead.attribute, towns.attribute) == ("killed", "other")


def test_a_proclitic_does_not_hide_the_word() -> None:
    assert one("وقتل [[12]] شخصا في المدينة", ARABIC).attribute == "killed"
    assert one("سقط [[12]] قتيلا في المدينة", ARABIC).attribute == "killed"


def test_noun_before_number_with_spaces() -> None:
    quantity = one("Watu [[12]] walikufa katika ajali.", SWAHILI)
    assert (quantity.noun, quantity.attribute) == ("Watu", "killed")


def test_a_language_without_a_file_reads_no_meaning_by_anothers_rules() -> None:
    quantity = one("12 killed [[7]] people", Language("xx", False, MappingProxyType({})))
    assert quantity.attribute == "other"
    assert quantity.as_of is None


def test_hostile_sentences_stay_linear_and_never_raise() -> None:
    text = "of the " * 4000 + "[[7]] " + "(, , and the killed " * 4000
    assert one(text).is_claim
    assert one("[[7]]").noun == ""
    assert one("𝟘\u200b[[7]]\ud800".replace("\ud800", "\ufffd")).is_claim


def test_a_page_of_numbers_without_stops_costs_twice_for_twice_the_length() -> None:
    def seconds(n: int) -> float:
        marked = "Monday, police said [[5]] people were killed and [[3]] hurt in Peru, " * n
        read(marked[:0] + "[[5]] people")
        begin = process_time()
        quantities = read(marked)
        assert len(quantities) == 2 * n
        assert quantities[-1].masked.count("##") == 1
        return process_time() - begin

    assert seconds(1600) < 3.2 * seconds(800) + 0.2
