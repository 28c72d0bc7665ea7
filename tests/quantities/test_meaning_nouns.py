"""The counted noun: with its modifiers, across elision, as a part of a whole, on either side of the number."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from tests.quantities.meaning_helper import one, read


@pytest.mark.parametrize(
    ("lang", "marked", "noun"),
    [
        ("en", "Rescuers found [[12]] elderly fishermen on the reef.", "elderly fishermen"),
        ("en", "The quake flattened [[300]] homes in the valley.", "homes"),
        ("en", "Some [[2,000]] litres of diesel fuel spilled.", "litres of diesel fuel"),
        ("en", "The bus carried [[41|count]] mostly Ghanaian workers.", "Ghanaian workers"),
        ("en", "The ferry's death toll climbed to [[91]].", "ferry's death toll"),
        ("en", "The town (population [[4,300]]) is cut off.", "population"),
        ("en", "Police seized [[7]] boats the gang had stolen.", "boats"),
        ("en", "[[16]] reported deaths are being examined.", "reported deaths"),
        ("en", "The ferry carried [[12]] New Zealand sailors.", "New Zealand sailors"),
        ("en", "New Caledonia has [[8]] ports.", "ports"),
        ("en", "The dealer sold [[900]] Cayman 4 coupes.", "Cayman 4 coupes"),
        ("en", "Clinics ran [[thousands]] of H5N1 tests.", "H5N1 tests"),
        ("en", "A [[14|count]]-berth yacht sank.", "berth"),
        ("en", "A [[9,000|count]]-strong crowd cheered.", "crowd"),
        ("en", "It drew [[200|count]]-plus guests.", "guests"),
        ("en", "The coast guard answered [[80]] distress calls.", "distress calls"),
        ("en", "The shelter got [[80]] calls for help.", "calls"),
        ("en", "The city lost [[80]] work permits.", "work permits"),
        ("en", "Wardens got [[143]] reports of seals.", "reports of seals"),
        ("en", "There were [[hundreds]] of reports of hail.", "reports of hail"),
        ("en", "[[90%|percent]] of the county's polling stations are shut.", "county's polling stations"),
        ("en", "She met the [[two]] most gifted pianists.", "gifted pianists"),
        ("en", "They got $[[80 million|money|$]] in funding to start.", "funding"),
        ("en", "[[36%|percent]] favor building it.", ""),
        ("en", "Rebel losses would be {over} [[900]].", "Rebel losses"),
        ("en", "Kind donors are also sending $[[50 million|money|$]] to it.", "$"),
        ("en", "Ratios in the rural population vary from [[5% to 9%|percent]].", "Ratios"),
        ("en", "The flood did $[[80 million|money|$]] in damage to roads.", "damage"),
        ("en", "It got $[[80 million|money|$]] in rural funding, no more.", "rural funding"),
        ("en", "Thieves took $[[80 million|money|$]] worth of copper.", "copper"),
        ("en", "The rail fare is $[[80|money|$]] in cities.", "rail fare"),
        ("en", "That could cost $[[80 million|money|$]].", "$"),
        ("en", "There is [[one]] urgent demand that nobody met.", "urgent demand"),
        ("en", "[[Two]] of the least known painters spoke.", "known painters"),
        ("en", "[[Half|fraction]] of the population lives by the river.", "population"),
        ("en", "Spending fell [[3%|percent]] in June.", "Spending"),
        ("en", "The firm pledged [[70 million]] by June.", ""),
        ("en", "The firm is pouring [[70 million]] into Spain.", ""),
        ("en", "The krone strengthened to trade at [[9.8]].", ""),
        ("en", "Its net worth of [[70 million]] has shrunk.", "net worth"),
        ("en", "It builds vans and employs [[300]].", ""),
        ("en", "The district saw [[19]] murders in May.", "murders"),
        ("en", "The lowest fee per child is [[700]].", "lowest fee"),
        ("en", "The firm is pouring a total of [[70 million]] into Spain.", ""),
        ("en", "Shares of AT&T lost [[4%|percent]] on Friday.", "Shares of AT&T"),
        ("id", "Banjir merendam [[40]] rumah warga di Demak.", "rumah warga"),
        ("id", "Jumlah korban tewas menjadi [[31]].", "Jumlah korban tewas"),
        ("id", "Petugas menyita [[9]] unit sepeda motor itu.", "unit sepeda motor"),
        ("id", "Ada [[3]] kapal yang karam.", "kapal"),
    ],
)
def test_written_noun(lang: str, marked: str, noun: str) -> None:
    assert one(marked, lang).noun == noun


def test_a_list_lends_its_noun_to_the_members_that_left_it_out() -> None:
    first, second = read("The storm injured [[540]] villagers and [[29]] are missing.")
    assert (first.noun, second.noun) == ("villagers", "villagers")


def test_people_are_counted_where_only_people_can_be() -> None:
    assert one("[[Hundreds]] killed after dam bursts").noun == "people"
    assert one("Gempa Lombok: [[14]] tewas", "id").noun == "orang"


def test_a_thing_does_not_lend_its_noun_to_people() -> None:
    houses, people = read("The slide buried [[6]] houses and [[15]] are missing.")
    assert houses.noun == "houses"
    assert people.noun == "people"


def test_part_of_a_whole_takes_the_noun_of_the_whole_and_its_scope() -> None:
    part, whole = read("[[Thirty]] of the [[200]] soldiers were freed.")
    assert part.noun == whole.noun == "soldiers"
    assert part.scope == "of the 200 soldiers"
    assert whole.scope == "soldiers"


def test_a_half_is_of_what_follows() -> None:
    assert one("[[Half|fraction]] of Haiti's farmers lost a crop.").noun == "Haiti's farmers"


def test_share_without_its_noun_takes_the_subject() -> None:
    assert one("Inflation slowed to [[3.1%|percent]] in May.").noun == "Inflation"


def test_of_them_points_back() -> None:
    _, share = read("The firm has [[800]] drivers and [[60%|percent]] of them are on strike.")
    assert share.noun == "drivers"


def test_a_measure_is_its_unit_with_what_it_measures() -> None:
    assert one("Up to [[90|measure|+mm]] mm of rain fell.").noun == "mm of rain"


def test_money_counts_what_it_buys() -> None:
    assert one("She signed a $[[70|money|$]] contract.").noun == "contract"
    assert one("The bridge's cost was $[[70|money|$]].").noun == "bridge's cost"


def test_a_bare_one_is_a_pronoun_and_no_claim() -> None:
    assert not one("The old plan failed and the new [[one]] is late.").is_claim
    assert one("[[One]] sailor was killed.").is_claim


def test_idiom_loses_its_claim() -> None:
    quantity = one("There are [[two]] sides to it.")
    assert not quantity.is_claim
    assert quantity.attribute is None
    assert "claim.idiom" in quantity.rules


def test_numbers_are_masked_and_the_own_one_twice() -> None:
    first, second = read("[[12]] people in [[3]] villages died.")
    assert first.masked == "## people in # villages died."
    assert second.masked == "# people in ## villages died."


def test_a_name_is_nothing_new() -> None:
    assert one("The navy rescued [[9]] New Zealand fishermen.").measure == "total"
    assert one("The navy rescued [[9]] new arrivals.").measure == "increment"


def test_a_figure_of_another_time_counts_the_same() -> None:
    _, before = read("The port handled [[480]] trawlers in May, compared with [[63]] in April.")
    assert before.noun == "trawlers"
    assert before.modality == "past_event_comparison"


def test_a_bare_rate_is_a_rate_of_what_it_is_compared_with() -> None:
    now, usual = extract("Wardens reported 22 stranded seals, compared with an average of 20 per month.")
    assert (now.noun, usual.noun) == ("stranded seals", "stranded seals")
    assert usual.unit == "stranded seals per month"


def test_the_level_of_an_index_is_in_points() -> None:
    step, level = extract("The index gained 64.06 points to 4,577.10.")
    assert (step.noun, level.noun, level.unit) == ("points", "index", "point")
    assert extract("The index gained 2 percent to 4,577.10.")[1].unit is None


def test_so_many_out_of_a_whole_are_a_part_of_it() -> None:
    part, whole = read("[[8]] out of [[10]] orchards were spared.")
    assert part.noun == whole.noun == "orchards"


def test_a_part_of_what_somebody_owns_is_counted_as_the_whole_is() -> None:
    part, whole = read("He won [[89]] of the state's [[95]] delegates.")
    assert part.noun == whole.noun == "delegates"


def test_an_adverb_is_no_noun() -> None:
    _, destroyed = read("[[300]] barns were flooded and [[20]] completely destroyed.")
    assert destroyed.noun == "barns"
