"""What happened to the counted: the nearest word that can reach the number decides."""

from __future__ import annotations

import pytest

from tests.quantities.meaning_helper import one, read


@pytest.mark.parametrize(
    ("lang", "marked", "attribute"),
    [
        ("en", "A landslide killed {at least} [[12]] people.", "killed"),
        ("en", "[[12]] people died when the roof fell.", "killed"),
        ("en", "The fire left [[12]] dead.", "killed"),
        ("en", "[[12]] wounded as train derails", "injured"),
        ("en", "Some [[40]] climbers are unaccounted for.", "missing"),
        ("en", "Rebels are holding [[9]] nurses.", "held"),
        ("en", "[[9]] hostages pleaded on video.", "held"),
        ("en", "[[9]] hostages were freed at dawn.", "released"),
        ("en", "Two men... [[2]] pilots held by rebels, a father and his son, have been released.", "released"),
        ("en", "The lava made [[600]] families homeless.", "displaced"),
        ("en", "Officials ordered the evacuation of [[600]] islanders.", "evacuated"),
        ("en", "Coast guards rescued [[31]] migrants.", "rescued"),
        ("en", "Police arrested [[31]] students.", "arrested"),
        ("en", "He faces [[14]] counts of fraud.", "charged"),
        ("en", "The county confirmed [[88]] coronavirus cases.", "infected"),
        ("en", "[[88]] domestic violence cases were heard.", "other"),
        ("en", "The storm destroyed [[50]] barns.", "destroyed"),
        ("en", "[[90%|percent]] of school buildings were damaged.", "damaged"),
        ("en", "The army launched [[60]] rockets at dusk.", "fired"),
        ("en", "The shop sold [[60]] rockets at dusk.", "other"),
        ("en", "France sent [[700]] soldiers.", "deployed"),
        ("en", "Divers recovered [[3]] bodies from the wreck.", "other"),
        ("en", "[[9]] reasons the old industry is dying", "other"),
        ("id", "Kebakaran itu menewaskan {sedikitnya} [[4]] orang.", "killed"),
        ("id", "[[4]] nelayan hilang di Selat Sunda.", "missing"),
        ("id", "Jumlah korban luka-luka mencapai [[56]] orang.", "injured"),
        ("id", "Polisi membekuk [[3]] pengedar ganja.", "arrested"),
        ("id", "[[70]] rumah rusak berat.", "damaged"),
        ("id", "Sebanyak [[70]] warga mengungsi ke masjid.", "displaced"),
    ],
)
def test_attribute(lang: str, marked: str, attribute: str) -> None:
    assert one(marked, lang).attribute == attribute


def test_each_number_of_a_sentence_has_its_own() -> None:
    killed, hurt, missing = read("The blast killed [[5]] workers, wounded [[20]] and left [[3]] missing.")
    assert [q.attribute for q in (killed, hurt, missing)] == ["killed", "injured", "missing"]


def test_headline_pairs_each_number_with_the_word_after_it() -> None:
    assert [q.attribute for q in read("[[27]] dead, [[140]] hurt in ferry fire")] == ["killed", "injured"]


def test_a_pair_of_states_is_divided_by_the_numbers_around_it() -> None:
    found = read("The raid left [[59]] dead and injured [[200]] more.")
    assert [q.attribute for q in found] == ["killed", "injured"]
    assert [q.attribute for q in read("The shells killed and wounded [[40]] people.")] == ["casualties"]


def test_a_preposition_closes_the_way_to_the_number() -> None:
    people, centres = read("About [[900]] people were evacuated to [[4]] centres.")
    assert (people.attribute, centres.attribute) == ("evacuated", "other")


def test_who_does_it_is_not_who_suffers_it() -> None:
    gunmen, victims = read("[[Two]] gunmen killed [[15]] farmers.")
    assert (gunmen.attribute, victims.attribute) == ("other", "killed")


def test_houses_are_not_displaced() -> None:
    houses, people = read("[[35]] houses and [[125]] people displaced by the surge")
    assert (houses.attribute, people.attribute) == ("other", "displaced")


def test_a_list_shares_the_word_that_ends_it() -> None:
    assert [q.attribute for q in read("[[32]] soldiers and [[22]] civilians were killed.")] == ["killed", "killed"]


def test_a_part_has_the_attribute_of_its_whole() -> None:
    toll, children = read("The death toll is now [[412]], including [[96]] children.")
    assert toll.attribute == children.attribute == "killed"
    assert children.scope == "children"
    assert toll.scope is None


def test_the_verb_after_a_whole_is_said_of_the_part() -> None:
    part, whole = read("[[Thirty]] of the [[200]] hostages were killed.")
    assert (part.attribute, whole.attribute) == ("killed", "held")


def test_what_befell_the_group_can_stand_in_the_sentence_before() -> None:
    quantity = one("[[Eight]] Danish sailors are among them.", previous="Pirates keep dozens of hostages on the ship.")
    assert (quantity.attribute, quantity.scope) == ("held", "Danish sailors")


def test_nobody_counts_half_a_person() -> None:
    assert one("The model gives a slope of [[2.5]] dead on the line.").attribute == "other"


def test_an_aside_does_not_part_noun_and_verb() -> None:
    assert one("[[Three]] others, including an officer of the port, were also killed.").attribute == "killed"
