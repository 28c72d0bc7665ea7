"""One data file a language, ``languages/LL.toml``, read once. Python holds no word of any language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from claims_pipeline.errors import ClaimsError

FOLDER = Path(__file__).with_name("languages")
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The data of one language. Each half compiles its own sections and caches the result by this object's identity."""

    code: str
    """ISO 639-1, as the article gives it."""
    known: bool
    """False when there is no file: then digits are read and nothing else, never by another language's rules."""
    sections: Mapping[str, Mapping[str, Any]] = field(repr=False)

    def section(self, name: str) -> Mapping[str, Any]:
        """The section as plain data, empty when the file has none: a new language may fill its file step by step."""
        return self.sections.get(name, _EMPTY)


def codes() -> list[str]:
    """Languages that have a data file, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if len(path.stem) <= 3)


def load(code: str | None) -> Language:
    """The language for an ISO code ("en", "en-GB", "zh_Hant"); one object per language for the life of the process."""
    return _load((code or "und").replace("_", "-").split("-")[0].lower())


@lru_cache(maxsize=256)
def _load(code: str) -> Language:
    path = FOLDER / f"{code}.toml"
    if not code.isalpha() or not path.is_file():
        return Language(code, False, _EMPTY)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise ClaimsError(f"language file {path.name}", str(fault), "Correct the line that it names.") from fault
    return Language(code, True, MappingProxyType(data))
