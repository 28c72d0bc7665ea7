"""The thresholds of the rules: defaults from ``settings.toml`` beside this file, a project's overrides on top.

A setting with ``choices`` is a name in the settings file and, because the table ``settings`` holds numbers, its place
among the choices there, counted from 1; its meaning lists them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.errors import ClaimsError


@dataclass(frozen=True, slots=True)
class Setting:
    """One named threshold."""

    value: float
    meaning: str
    choices: tuple[str, ...] = ()

    def number(self, name: str, given: float | str) -> float:
        """``given`` as the rules read it. Raises :class:`ClaimsError` for what is no choice or no number."""
        if self.choices:
            if given not in self.choices:
                raise ClaimsError(f"drift setting {name}", f"{given!r} is no choice", f"Choose one of {', '.join(self.choices)}.")
            return float(self.choices.index(str(given)) + 1)
        try:
            return float(given)
        except ValueError as error:
            raise ClaimsError(f"drift setting {name}", f"{given!r} is no number", "Give a number.") from error


@cache
def defaults() -> dict[str, Setting]:
    """Name to setting, with its default."""
    raw = tomllib.loads((Path(__file__).parent / "settings.toml").read_text(encoding="utf8"))
    out = {}
    for row in raw["setting"]:
        choices = tuple(row.get("choices", ()))
        listed = " " + "; ".join(f"{place} {name}" for place, name in enumerate(choices, 1)) + "." if choices else ""
        blank = Setting(0.0, row["meaning"] + listed, choices)
        out[row["name"]] = Setting(blank.number(row["name"], row["value"]), blank.meaning, choices)
    return out


def chosen(overrides: Mapping[str, float | str] | None) -> dict[str, float]:
    """The value of every threshold. Raises :class:`ClaimsError` on a name that no rule knows."""
    known = defaults()
    values = {name: setting.value for name, setting in known.items()}
    for name, value in (overrides or {}).items():
        if name not in values:
            raise ClaimsError(f"drift setting {name}", "no rule has a threshold of this name", f"Known: {', '.join(sorted(values))}.")
        values[name] = known[name].number(name, value)
    return values


def store(con: duckdb.DuckDBPyConnection, values: Mapping[str, float]) -> None:
    """Fill the table ``settings``, which the macro ``setting(name)`` reads."""
    known = defaults()
    names = list(values)
    meanings = [known[name].meaning for name in names]
    wh.run(con, "drift/setting_upsert", setting_names=names, setting_values=[values[name] for name in names], meanings=meanings)


def fix(con: duckdb.DuckDBPyConnection) -> None:
    """Let ``setting(name)`` stand for its number on this connection: a rule with forty thresholds needs no forty look-ups."""
    wh.run(con, "drift/settings_known")
    wh.run(con, "drift/settings_fixed")
