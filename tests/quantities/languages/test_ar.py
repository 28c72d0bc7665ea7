"""Arabic: numbers, bounds, kinds and what happened to the counted, in sentences of our own."""

from __future__ import annotations

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(sentence: str) -> list[Quantity]:
    return [q for q in extract(sentence, lang="ar") if q.is_claim]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("مئتين وخمسين", 250, 250),
        ("ثلاثة وعشرون", 23, 23),
        ("خمسة عشر ألفا", 15000, 15000),
        ("مليون ونصف", 1500000, 1500000),
        ("مليونين ونصف المليون", 2500000, 2500000),
        ("نصف مليار", 500000000, 500000000),
        ("عشرات الآلاف", 10000, 99999),
        ("٣٫٥ ملايين", 3500000, 3500000),
        ("ثلثي", 2 / 3, 2 / 3),
    ],
)
def test_numbers(words: str, low: float, high: float) -> None:
    found = extract(words, lang="ar")
    assert len(found) == 1
    assert (found[0].low, found[0].high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "attribute"),
    [
        ("غرق ما لا يقل عن تسعة صيادين في البحيرة.", 9, "at_least", "killed"),
        ("تم إجلاء أكثر من ألف قروي من الوادي.", 1000, "more_than", "evacuated"),
        ("تضرر ما يقرب من 300 منزل.", 300, "nearly", "damaged"),
        ("اعتقلت الشرطة نحو أربعين مشجعا.", 40, "about", "arrested"),
        ("أصيب شخصان.", 2, "exact", "injured"),
        ("ارتفعت حصيلة القتلى إلى 52.", 52, "exact", "killed"),
        ("قتل شخص واحد.", 1, "exact", "killed"),
    ],
)
def test_bound_and_attribute(sentence: str, value: float, bound: str, attribute: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.value, claim.bound, claim.attribute) == (value, bound, attribute)


@pytest.mark.parametrize(
    "sentence",
    [
        "هذا واحد من أفضل أفلام العام.",
        "ولد العداء البالغ من العمر 34 عاما في 5 مايو 1987.",
        "لست متأكدا من ذلك.",
        "بدأ في القرن التاسع عشر.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_letters_in_front_of_digits() -> None:
    (claim,) = claims("نقل ما بين 20 و25 سائحا.")
    assert (claim.low, claim.high, claim.bound) == (20, 25, "range")


def test_list_is_no_compound() -> None:
    assert [(q.value, q.text, q.noun) for q in claims("حضر عشرون رجلا وخمسون امرأة.")] == [(20, "عشرون", "رجلا"), (50, "خمسون", "امرأة")]


def test_speaker_behind_the_verb() -> None:
    (claim,) = claims("قالت النيابة إن 14 شخصا اعتقلوا.")
    assert (claim.attributed_to, claim.attribute) == ("النيابة", "arrested")


def test_spelling_of_alef_does_not_matter() -> None:
    assert [q.bound for q in claims("قتل اكثر من 30 شخصا.")] == ["more_than"]
