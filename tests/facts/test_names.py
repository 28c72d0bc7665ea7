"""One key a name, in every script; the names of an article keep their order."""

import numpy as np
import pytest
from scipy import sparse

from claims_pipeline.facts.names import folded, name_key, name_keys, place_keys


@pytest.mark.parametrize(
    "spellings",
    [
        ["Maiduguri", "مايدوغوري", "Майдугури"],
        ["Jakarta", "Джакарта", "جاكرتا", "자카르타", "जकार्ता"],
        ["Sulawesi", "Сулавеси", "سولاوسي", "סולאווסי", "술라웨시", "सुलावेसी", "สุลาเวสี"],
        ["Palu", "Палу", "بالو", "पालू"],
        ["Lombok", "Ломбок", "لومبوك", "लोम्बोक"],
        ["Moscow", "Москва", "Moskau", "Moskwa", "موسكو"],
        ["Germany", "Jerman", "Deutschland", "Alemania", "ألمانيا", "Германии", "德国"],
        ["US", "AS", "USA", "США"],
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: list[str]) -> None:
    assert len({name_key(name) for name in spellings}) == 1, {name: name_key(name) for name in spellings}


@pytest.mark.parametrize(
    "pair", [("Adana", "Mersin"), ("Maiduguri", "Orenburg"), ("Palu", "Poso"), ("Iran", "Iraq"), ("us", "US"), ("Riau", "Jambi")]
)
def test_two_places_have_two_keys(pair: tuple[str, str]) -> None:
    assert name_key(pair[0]) != name_key(pair[1])


def test_a_country_is_one_key_however_it_is_written() -> None:
    assert place_keys("Saudi Arabia") == place_keys("Arab Saudi") == place_keys("المملكة العربية السعودية") == ["@SA"]
    assert place_keys("Idlib Province") == [name_key("Idlib"), name_key("Province")]
    assert place_keys(None) == [] and place_keys("2019") == []


def test_folding_keeps_the_order_and_counts_a_name_once() -> None:
    names = ["Jakarta", "Palu", "Джакарта", "زلزال"]
    rows = sparse.csr_matrix((np.ones(3, np.float32), [1, 2, 0], [0, 3, 3]), shape=(2, 4))
    (turned,), keys = folded([rows], names, np.array([0.9, 0.8, 0.7, 1.0], np.float32), {"@SA"})
    assert [keys[k] for k in turned.indices] == [name_key("Palu"), name_key("Jakarta")]
    assert turned.shape == (2, len(keys)) and "@SA" in keys


def test_a_name_weighs_what_its_own_spelling_weighs_whatever_else_is_in_the_set() -> None:
    names, weight = ["Palu", "زلزال", "بالو"], np.array([0.9, 0.8, 1.0], np.float32)
    alone = sparse.csr_matrix(([1.0], [2], [0, 1]), shape=(1, 3), dtype=np.float32)
    beside = sparse.csr_matrix(([1.0, 1.0], [2, 0], [0, 1, 2]), shape=(2, 3), dtype=np.float32)
    (one,), _ = folded([alone], names, weight)
    (two,), keys = folded([beside], names, weight)
    assert one.data[0] == two.data[0] < 0.5, "a word without a capital may be any word"
    assert two.data[1] == pytest.approx(0.9)
    assert keys[two.indices[0]] == keys[two.indices[1]] == name_key("Palu")


def test_many_names_have_the_keys_that_each_has_alone() -> None:
    names = ["Maiduguri", "مايدوغوري", "Mexiko", "Jakarta", "Xyz", "", "—", "Szczecin", "Щецин", "Maiduguri", "東京", "a\nb", "Cj", "Jc"]
    assert name_keys(names) == [name_key(name) for name in names]
    assert name_keys([]) == []
    assert name_keys(["Qzw Aaa", "Jj", "Cc"]) == [name_keys([name])[0] for name in ("Qzw Aaa", "Jj", "Cc")]
