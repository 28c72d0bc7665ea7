"""Measure, modality, speaker, scope, place and date."""

from __future__ import annotations

from datetime import date

import pytest

from claims_pipeline.quantities import extract
from tests.quantities.meaning_helper import one, read


@pytest.mark.parametrize(
    ("lang", "marked", "measure"),
    [
        ("en", "The toll stands at [[50]].", "total"),
        ("en", "Another [[12]] patients died.", "increment"),
        ("en", "The county reported [[12]] new cases.", "increment"),
        ("en", "{More than} [[12]] patients died.", "total"),
        ("en", "Exports fell [[5%|percent]] last year.", "change"),
        ("en", "Exports are [[5%|percent]] higher.", "change"),
        ("en", "The toll rose by [[30]].", "change"),
        ("en", "The toll rose to [[230]].", "total"),
        ("en", "The well pumps [[900|measure|+barrels]] barrels every day.", "rate"),
        ("en", "They set up [[two]] cameras.", "total"),
        ("en", "Exports are at [[6%|percent]], up from last year.", "total"),
        ("en", "Pensioners are [[18%|percent]] more likely to vote.", "total"),
        ("en", "Another [[18%|percent]] voted later.", "increment"),
        ("id", "Harga beras naik [[7 persen|percent]].", "change"),
        ("id", "Produksi naik menjadi [[90|measure|+ton]] ton.", "total"),
        ("id", "Ada [[12]] pasien lagi yang meninggal.", "increment"),
    ],
)
def test_measure(lang: str, marked: str, measure: str) -> None:
    assert one(marked, lang).measure == measure


def test_a_change_told_again_in_another_unit_is_a_change() -> None:
    points, share = read("The index gained [[33.4]] points, or [[0.9%|percent]], on Friday.")
    assert (points.measure, share.measure) == ("change", "change")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The fare dropped from $9 to $7."),
        ("en", "The vacancy rate slipped from 6.3 to 5.9 percent."),
        ("en", "Turnout was 40 percent, up from 35 percent."),
        ("id", "Tarif turun dari Rp 9.000 menjadi Rp 7.000."),
        ("de", "Die Quote fiel von 5,3 auf 4,8 Prozent."),
    ],
)
def test_the_level_that_a_change_begins_at_is_no_change(lang: str, text: str) -> None:
    assert [q.measure for q in extract(text, lang)] == ["total", "total"]


@pytest.mark.parametrize(
    ("lang", "marked", "modality"),
    [
        ("en", "[[12]] people died.", "asserted"),
        ("en", "We do not own [[33]] boats.", "negated"),
        ("en", "Not only [[33]] boats sank.", "asserted"),
        ("en", "{More than} [[33]] families have no water.", "asserted"),
        ("en", "The dam could drown [[400]] people.", "hypothetical"),
        ("en", "If [[400]] people drown, who pays?", "hypothetical"),
        ("en", "The city will build [[400]] homes.", "planned"),
        ("en", "[[400]] homes will be built.", "planned"),
        ("en", "The dead number [[9]], compared with [[9]] million before.", "asserted"),
        ("en", "In 2010, [[90]] people were killed here.", "asserted"),
        ("id", "Pemerintah akan membangun [[5]] bendungan.", "planned"),
        ("id", "Polisi membantah [[5]] orang tewas.", "negated"),
        ("id", "Gempa bisa menewaskan [[500]] orang.", "hypothetical"),
    ],
)
def test_modality(lang: str, marked: str, modality: str) -> None:
    assert read(marked, lang)[0].modality == modality


def test_a_figure_of_an_earlier_event_is_told_for_comparison() -> None:
    year, dead = read("In [[2010|date]], [[90]] people were killed here.")
    assert year.is_claim is False
    assert (dead.modality, dead.as_of) == ("past_event_comparison", date(2010, 12, 31))
    assert read("The dead number [[9]], compared with [[44]] in Peru.")[1].modality == "past_event_comparison"


def test_a_plan_holds_for_the_whole_list() -> None:
    assert [q.modality for q in read("The budget will fund [[6]] schools, [[2]] clinics and [[9]] wells.")] == ["planned"] * 3


@pytest.mark.parametrize(
    ("lang", "marked", "speaker"),
    [
        ("en", "Coast guard officials said [[12]] people drowned.", "Coast guard officials"),
        ("en", "[[12]] people drowned, the harbour master said.", "the harbour master"),
        ("en", "[[12]] people drowned, according to the Red Cross.", "the Red Cross"),
        ("en", "Half empty: [[12]] ships lost, warns Lloyd", "Lloyd"),
        ("en", "Health ministry: [[12]] die of cholera", "Health ministry"),
        ("en", "[[12]] families were told to leave.", None),
        ("en", "An earlier report on [[12]] mines was lost.", None),
        ("id", "Kepala BPBD mengatakan [[12]] orang hanyut.", "Kepala BPBD"),
        ("id", '"Ada [[12]] orang hanyut," kata Sutopo.', "Sutopo"),
        ("id", "Menurut polisi, [[12]] orang hanyut.", "polisi"),
    ],
)
def test_speaker(lang: str, marked: str, speaker: str | None) -> None:
    assert one(marked, lang).attributed_to == speaker


def test_only_what_is_said_is_the_speakers() -> None:
    ours, theirs = read("{At least} [[5]] people drowned, and port officials report [[9]] are missing.")
    assert ours.attributed_to is None
    assert theirs.attributed_to == "port officials"


def test_a_quotation_ends_where_it_opens() -> None:
    before, quoted = read("The bill needs [[60]] votes. “We lost [[two]] friends,” said Ms Reyes.")
    assert before.attributed_to is None
    assert quoted.attributed_to == "Ms Reyes"


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        ("[[8]] Danish citizens are held.", "Danish citizens"),
        ("[[8]] children were killed.", "children"),
        ("[[8]] people were killed.", None),
        ("[[8]] injured people were flown out.", None),
        ("[[8]] hostages were filmed.", None),
        ("[[8]] Kenyan hostages were filmed.", "Kenyan hostages"),
        ("[[8]] homes were destroyed.", None),
    ],
)
def test_scope(marked: str, scope: str | None) -> None:
    assert one(marked).scope == scope


@pytest.mark.parametrize(
    ("lang", "marked", "place"),
    [
        ("en", "[[8]] people drowned in northern Ghana on Monday.", "Ghana"),
        ("en", "[[8]] Dead in Lagos Market Fire", "Lagos Market"),
        ("en", "Peru's death toll climbs to [[8]]", "Peru"),
        ("en", "Spain says [[8]] fishermen drowned", None),
        ("en", "The bank lost [[8]] clerks in March.", None),
        ("en", "[[8]] reporters were killed in Israeli raids.", None),
        ("id", "[[8]] orang tewas di Kabupaten Garut.", "Garut"),
        ("id", "[[8]] warga negara Jepang ditahan.", None),
    ],
)
def test_place(lang: str, marked: str, place: str | None) -> None:
    assert one(marked, lang).place == place


def test_place_falls_back_on_the_dateline() -> None:
    assert one("[[8]] people drowned.", dateline_place="ACCRA").place == "ACCRA"
    assert one("[[8]] people drowned in Kumasi.", dateline_place="ACCRA").place == "Kumasi"


@pytest.mark.parametrize(
    ("lang", "marked", "day"),
    [
        ("en", "[[8]] people drowned on Monday.", date(2024, 5, 13)),
        ("en", "[[8]] people drowned on Wednesday.", date(2024, 5, 15)),
        ("en", "[[8]] people drowned yesterday.", date(2024, 5, 14)),
        ("en", "As of Oct. 12, [[8]] people had drowned.", date(2023, 10, 12)),
        ("en", "[[8]] people have drowned since Oct. 12.", None),
        ("en", "[[8]] people drowned.", None),
        ("en", "Soldiers freed [[8]] traders seized on May 2.", None),
        ("id", "[[8]] orang tewas pada Senin (13/5).", date(2024, 5, 13)),
        ("id", "Hingga Selasa, [[8]] orang tewas.", date(2024, 5, 14)),
        ("id", "[[8]] orang tewas, Minggu (5/5/2024).", date(2024, 5, 5)),
    ],
)
def test_as_of(lang: str, marked: str, day: date | None) -> None:
    assert one(marked, lang).as_of == day


def test_without_a_publication_only_whole_dates_are_resolved() -> None:
    assert one("[[8]] people drowned on Monday.", published=None).as_of is None
    assert read("[[8]] people drowned on [[3 May 2019|date]].", published=None)[0].as_of == date(2019, 5, 3)


def test_the_group_may_be_named_inside_a_toll() -> None:
    quantity = one("Haiti child casualties cross [[4,000]]")
    assert (quantity.scope, quantity.place) == ("child", "Haiti")
