"""The old and the new level of a figure that changed, by the words of each language."""

import pytest

from claims_pipeline.embeddings.moves import level


@pytest.mark.parametrize(
    ("lang", "masked", "expected"),
    [
        ("en", "The toll was raised from ## to #.", "from"),
        ("en", "The toll was raised from # to nearly ##.", "to"),
        ("en", "The mayor raised the toll to an estimated ## from #.", "to"),
        ("en", "They drove from ## villages to # towns.", ""),
        ("en", "The toll stands at ##.", ""),
        ("id", "Jumlah korban bertambah dari ## menjadi # orang.", "from"),
        ("id", "Jumlah korban hilang diralat dari # menjadi ## orang.", "to"),
        ("de", "Die Zahl der Toten stieg von # auf ##.", "to"),
        ("fr", "Le bilan a augmenté de ## à # morts.", "from"),
        ("ru", "Число погибших выросло с # до ##.", "to"),
        ("ja", "死者は#人から##人に増えた", ""),
    ],
)
def test_levels(lang: str, masked: str, expected: str) -> None:
    assert level(masked, lang) == expected
