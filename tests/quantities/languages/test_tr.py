"""Turkish: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="tr") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("iki yüz elliden", 250, 250),
        ("onbeş", 15, 15),
        ("bir buçuk milyon", 1500000, 1500000),
        ("yarım milyar", 500000000, 500000000),
        ("12 bin 391", 12391, 12391),
        ("bin 500", 1500, 1500),
        ("on binlerce", 10000, 99999),
        ("birkaç yüz", 100, 999),
        ("üçte ikisi", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="tr")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("Gölde en az dokuz balıkçı boğuldu.", 9, "at_least", "killed"),
        ("Vadiden 1.000'den fazla köylü tahliye edildi.", 1000, "more_than", "evacuated"),
        ("Fırtınada 300'e yakın çatı hasar gördü.", 300, "nearly", "damaged"),
        ("Polis yaklaşık kırk taraftarı gözaltına aldı.", 40, "about", "arrested"),
        ("Hastaneye 200'den az yaralı kaldırıldı.", 200, "less_than", "injured"),
        ("Ölü sayısı 52'ye yükseldi.", 52, "exact", "killed"),
        ("Bir kişi yaralandı.", 1, "exact", "injured"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bu, yılın en iyi filmlerinden biri.",
        "34 yaşındaki koşucu 5 Mayıs 1987'de doğdu.",
        "Kent 40. yılını kutladı.",
        "Bir adam trene bindi.",
        "Bu yüzden toplantı 2026'ya kadar ertelendi.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_endings_stay_outside() -> None:
    (claim,) = claims("Selde 2.300'den fazla ev yıkıldı.")
    assert (claim.text, claim.noun) == ("2.300", "ev")


def test_percent_in_front() -> None:
    (claim,) = claims("Nüfusun yüzde 10'undan fazlası göç etti.")
    assert (claim.value, claim.kind, claim.bound) == (10, "percent", "more_than")


def test_speaker_opens_the_sentence() -> None:
    (claim,) = claims("Savcılık, 14 kişinin tutuklandığını açıkladı.")
    assert (claim.attributed_to, claim.attribute) == ("Savcılık", "arrested")
