"""The reference of the page on adding a language lists each key of every language file, under its section, and no other key."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from claims_pipeline.quantities.language import codes, load

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "add-a-language.md"
CODE = ROOT / "claims_pipeline" / "quantities"
Key = tuple[str, str]


@cache
def documented() -> frozenset[Key]:
    """(section, key) of every row of the reference; the first cell of a row names its keys."""
    found: set[Key] = set()
    section = ""
    for line in PAGE.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            heading = re.fullmatch(r"### `\[([\w.]+)\]`", line)
            section = heading.group(1) if heading else ""
        elif section and line.startswith("| `"):
            found |= {(section, key) for key in re.findall(r"`([^`]+)`", line.split("|")[1])}
    return frozenset(found)


def keys(code: str) -> Iterator[Key]:
    """(section, key) of everything in a language file that the code, and not the language, has named."""
    for section, content in load(code).sections.items():
        for key, value in content.items():
            if section == "kinds":
                yield from ((f"kinds.{key}", part) for part in value)
                continue
            yield section, key
            if section == "attributes" and isinstance(value, Mapping):
                yield from (("attributes.NAME", part) for part in value)
            elif section == "bounds" and key == "guard":
                yield from (("bounds.guard", part) for part in value)
            elif section == "bounds" and isinstance(value, Mapping):
                yield from (("bounds.adjective" if part == "links" else "bounds", part) for part in value)
            elif (section, key) == ("units", "either"):
                yield from (("units.either", part) for part in value if part in ("weight_words", "default"))


@pytest.mark.parametrize("code", codes())
def test_every_key_is_documented(code: str) -> None:
    used = set(keys(code))
    assert len(used) > 100
    assert used - documented() == set()


def test_no_key_is_documented_that_nothing_reads() -> None:
    code = "\n".join(path.read_text(encoding="utf8") for path in CODE.glob("*.py"))
    used = {key for language in codes() for key in keys(language)}
    assert {(section, key) for section, key in documented() - used if f'"{key}"' not in code} == set()
