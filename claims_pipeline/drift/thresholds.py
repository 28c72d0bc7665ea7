"""The thresholds of the rules: defaults from ``settings.toml`` beside this file, a project's overrides on top."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.errors import ClaimsError


@cache
def defaults() -> dict[str, tuple[float, str]]:
    """Name to (value, meaning)."""
    raw = tomllib.loads((Path(__file__).parent / "settings.toml").read_text(encoding="utf8"))
    return {row["name"]: (float(row["value"]), row["meaning"]) for row in raw["setting"]}


def chosen(overrides: Mapping[str, float] | None) -> dict[str, float]:
    """The value of every threshold. Raises :class:`ClaimsError` on a name that no rule knows."""
    values = {name: value for name, (value, _) in defaults().items()}
    for name, value in (overrides or {}).items():
        if name not in values:
            raise ClaimsError(f"drift setting {name}", "no rule has a threshold of this name", f"Known: {', '.join(sorted(values))}.")
        values[name] = float(value)
    return values


def store(con: duckdb.DuckDBPyConnection, values: Mapping[str, float]) -> None:
    """Fill the table ``settings``, which the macro ``setting(name)`` reads."""
    meanings = defaults()
    for name, value in values.items():
        wh.run(con, "drift/setting_upsert", setting_name=name, value=value, meaning=meanings[name][1])
