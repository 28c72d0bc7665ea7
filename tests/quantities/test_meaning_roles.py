"""People counted as anybody, whose role the sentence names elsewhere: the role is their scope, the noun stays as written."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claim(sentence: str, lang: str, figure: str = "84") -> Quantity:
    return next(q for q in extract(sentence, lang=lang) if q.text == figure)


@pytest.mark.parametrize(
    ("lang", "sentence", "scope"),
    [
        ("en", "The number of suspects climbed to 84 people.", "suspects"),
        ("en", "The number of village guards reached 84 people.", "village guards"),
        ("en", "Prosecutors listed 84 people as suspects.", "suspects"),
        ("en", "As for suspects, prosecutors have listed 84 people.", "suspects"),
        ("id", "Jumlah tersangka tambang liar bertambah menjadi 84 orang.", "tersangka tambang liar"),
        ("id", "Kejaksaan menetapkan tersangka sebanyak 84 orang.", "tersangka"),
        ("id", "Kejaksaan menetapkan 84 orang dan tiga perusahaan sebagai tersangka.", "tersangka"),
        ("id", "84 Orang Jadi Tersangka Tambang Liar", "Tersangka Tambang Liar"),
        ("id", "Sedangkan untuk tersangka perorangan, kejaksaan menetapkan 84 orang.", "tersangka perorangan"),
        ("id", "Penumpang 84 orang itu selamat.", "Penumpang"),
        ("ms", "Jumlah tahanan meningkat kepada 84 orang.", "tahanan"),
        ("es", "El número de sospechosos subió a 84 personas.", "sospechosos"),
        ("pt", "O número de suspeitos subiu para 84 pessoas.", "suspeitos"),
        ("fr", "Le nombre de suspects est passé à 84 personnes.", "suspects"),
        ("it", "Il numero dei sospettati è salito a 84 persone.", "sospettati"),
        ("de", "Die Zahl der Verdächtigen stieg auf 84 Personen.", "Verdächtigen"),
        ("pl", "Liczba podejrzanych wzrosła do 84 osób.", "podejrzanych"),
        ("ru", "Число подозреваемых выросло до 84 человек.", "подозреваемых"),
        ("uk", "Кількість підозрюваних зросла до 84 осіб.", "підозрюваних"),
        ("tr", "Şüpheli sayısı 84 kişiye yükseldi.", "Şüpheli"),
    ],
)
def test_the_role_is_the_scope(lang: str, sentence: str, scope: str) -> None:
    assert claim(sentence, lang).scope == scope


def test_the_noun_stays_as_written() -> None:
    assert claim("Jumlah tersangka bertambah menjadi 84 orang.", "id").noun == "orang"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Soldiers questioned 84 people in the town."),  # who did it
        ("en", "One family of 84 people moved in."),
        ("en", "The rebels say 84 people died."),
        ("id", "Polisi memeriksa 84 orang di rumah itu."),
        ("id", "Polisi menahan 84 orang dan menetapkan Tarman sebagai tersangka."),  # another is spoken of
        ("id", "Festival itu menjadi saksi 84 orang menari."),
        ("id", "Jumlah korban menjadi 84 orang."),  # anybody
        ("es", "Ayer fueron evacuadas 84 personas."),
    ],
)
def test_who_else_is_named_is_no_role(lang: str, sentence: str) -> None:
    assert claim(sentence, lang).scope is None


def test_a_role_tells_what_befell_its_people() -> None:
    assert claim("The group took 84 people as hostages.", "en").attribute == "held"


def test_an_old_level_counts_what_the_new_one_counts() -> None:
    found = claim("Untuk tersangka perorangan, ada kenaikan, dari 61 kini menjadi 84 orang.", "id", "61")
    assert (found.noun, found.scope) == ("orang", "tersangka perorangan")


def test_a_level_that_was_reached_is_no_increment_and_no_part() -> None:
    found = claim("Jumlah pasien bertambah menjadi 84 dari 61 orang.", "id")
    assert (found.measure, found.scope, found.noun) == ("total", None, "orang")
    assert claim("Sebanyak 84 dari 200 orang selamat.", "id").scope == "dari 200 orang"


def test_a_change_told_with_its_levels_is_no_range() -> None:
    found = [q for q in extract("Shares rose 10% from $500 to $550.", lang="en") if q.is_claim]
    assert [(q.low, q.high) for q in found] == [(10, 10), (500, 500), (550, 550)]
