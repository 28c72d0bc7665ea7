"""The page on adding a language names every key of the number sections that the shipped files use."""

import re
from pathlib import Path

import pytest

from claims_pipeline.quantities.language import load

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-language.md").read_text(encoding="utf8")
SECTIONS = ("sentences", "script", "numerals", "scales", "vague", "fractions", "ranges", "dates")


@pytest.mark.parametrize("code", ["en", "id"])
def test_every_key_is_documented(code: str) -> None:
    language = load(code)
    keys = {key for section in SECTIONS for key in language.section(section)}
    keys |= {key for part in language.section("kinds").values() for key in part}
    assert keys
    assert {key for key in keys if not re.search(rf"`{re.escape(key)}\b", PAGE)} == set()
