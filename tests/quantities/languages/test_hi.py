"""Hindi: a word for every number to a hundred, lakh and crore, halves in front, bounds behind, verbs at the end."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "hi") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("तूफान में कम से कम सात चरवाहे मारे गए।", 7, "at_least", "killed"),
        ("पुलिस ने तेरह महिलाओं को गिरफ़्तार किया।", 13, "exact", "arrested"),
        ("2,400 से ज्यादा निवासियों को सुरक्षित स्थान पर ले जाया गया।", 2400, "more_than", "evacuated"),
        ("दो सौ पचास प्रशंसक घायल हो गए।", 250, "exact", "injured"),
        ("करीब बाइस पर्यटकों को बचाया गया।", 22, "about", "rescued"),
        ("साढ़े तीन लाख लोगों ने मतदान किया।", 350000, "exact", "voted"),
        ("सवा करोड़ लोग बेघर हो गए।", 12500000, "exact", "displaced"),
        ("पौने दो सौ यात्री लापता हैं।", 175, "exact", "missing"),
        ("डेढ़ हजार मकान नष्ट हो गए।", 1500, "exact", "destroyed"),
        ("ढाई सौ दुकानें जल गईं।", 250, "exact", "other"),
        ("15 से कम नाविक लापता हैं।", 15, "less_than", "missing"),
        ("नदी 12 मीटर तक चढ़ गई।", 12, "at_most", "other"),
        ("हज़ारों लोग मैदान में इकट्ठा हुए।", (1000, 9999), "vague", "attended"),
        ("लाखों वोट गिने गए।", (100000, 999999), "vague", "voted"),
        ("30 से 45 गाड़ियां क्षतिग्रस्त हुईं।", (30, 45), "range", "damaged"),
        ("आधे से अधिक पुल ढह गए।", 0.5, "more_than", "destroyed"),
        ("दो तिहाई फसल खराब हो गई।", 2 / 3, "exact", "other"),
        ("विद्रोहियों ने 18 रॉकेट दागे।", 18, "exact", "fired"),
        ("2 लाख 50 हजार रुपये चोरी हुए।", 250000, "exact", "other"),
        ("दस में से नौ किसान कर्ज में हैं।", 0.9, "exact", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "61 वर्षीय मंत्री ने 4 मार्च 2021 को इस्तीफा दिया।",
        "यह इलाके के सबसे सुंदर गांवों में से एक है।",
        "मेहमान टीम ने 3-1 से मैच जीता।",
        "बैठक शाम 6 बजे होगी।",
        "धारा 302 हटाई गई।",
        "शहर ने अपनी 50वीं वर्षगांठ मनाई।",
        "इस विचार पर समाचार छपा।",
        "कीमत तीन गुना हो गई।",
        "वह 15 साल जेल में रहा।",
        "एक दूसरे की मदद करो।",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("text", ["हज़ार", "हजार", "ह\u095bार"])
def test_spellings_with_and_without_the_dot_are_one(text: str) -> None:
    (q,) = claims(f"पांच {text} लोग आए।")
    assert (q.value, q.text, q.noun) == (5000, f"पांच {text}", "लोग")


def test_a_bound_behind_a_bracket_holds_for_the_number_before_it() -> None:
    first, second = claims("सड़क 50 किलोमीटर (31 मील) से अधिक लंबी है।")
    assert (first.bound, second.bound) == ("more_than", "more_than")


def test_change_and_level() -> None:
    (change,) = claims("बेरोज़गारी 0.4 प्रतिशत घटी।")
    (level,) = claims("बेरोज़गारी घटकर 3.9 प्रतिशत रह गई।")
    assert (change.measure, level.measure) == ("change", "total")


def test_speaker_place_and_toll() -> None:
    (q,) = claims("पुलिस के अनुसार बिहार में 40 लोगों की मौत हुई।")
    assert (q.attributed_to, q.place, q.noun) == ("पुलिस", "बिहार", "लोगों")
    (q,) = claims("मृतकों की संख्या बढ़कर 1,234 हो गई।")
    assert (q.value, q.attribute, q.noun) == (1234, "killed", "मृतकों की संख्या")
