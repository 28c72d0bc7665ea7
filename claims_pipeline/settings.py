"""The settings of a project: ``claims.toml`` in the current folder, or the file that CLAIMS_CONFIG names.

Every key has a default, so an empty folder works. A wrong key or value stops at once and names itself.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from claims_pipeline.alerts.settings import checked as alert_settings
from claims_pipeline.errors import ClaimsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reads, writes and uses. Paths are relative to the folder of the settings file."""

    sources: tuple[str, ...] = ("data/newsroom",)
    """Files, folders and URLs to read."""
    warehouse: str = "out/ledger.duckdb"
    """The snapshot that analysts open."""
    report: str = "out/report"
    """Folder of the HTML report and the feed."""
    model: str = "bundled"
    """Embedding model: "bundled", or a sentence-transformers name or folder."""
    reference: tuple[str, ...] = ()
    """Mapping files of official series that claims are held against."""
    first_day: date = date(2010, 1, 1)
    """First daily partition; older articles belong to it."""
    memory_limit: str = "2GB"
    """DuckDB's memory limit."""
    rejected_share: float = 0.2
    """The check on rejected rows turns red above this share of all rows read."""
    drift: dict[str, float | str] = field(default_factory=dict)
    """Thresholds of the drift rules by name, over their defaults."""
    alerts: dict[str, Any] = field(default_factory=dict)
    """Who is told of new flags; see :mod:`claims_pipeline.alerts.settings`."""
    root: Path = field(default_factory=Path.cwd)
    """Folder that relative paths start from."""

    def path(self, value: str) -> Path:
        """``value`` as an absolute path."""
        return (self.root / value).resolve()

    def source_paths(self) -> list[str]:
        """The sources with relative paths made absolute and URLs left as they are."""
        return [s if "://" in s else str(self.path(s)) for s in self.sources]


def load(file: Path | None = None) -> Settings:
    """Read the settings: ``file``, else CLAIMS_CONFIG, else ``./claims.toml``, else the defaults."""
    named = file or (Path(os.environ["CLAIMS_CONFIG"]) if os.environ.get("CLAIMS_CONFIG") else None)
    path = named or Path("claims.toml")
    if not path.is_file():
        if named:
            raise ClaimsError(f"settings {path}", "no such file", "Correct the path or unset CLAIMS_CONFIG.")
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf8"))
    except tomllib.TOMLDecodeError as error:
        raise ClaimsError(f"settings {path}", str(error), "Correct the line; the format is TOML.") from error
    return Settings(**_checked(raw, path), root=path.resolve().parent)


def _checked(raw: dict[str, Any], path: Path) -> dict[str, Any]:
    known = {f.name: f for f in fields(Settings) if f.name != "root"}
    out: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in known:
            raise ClaimsError(f"settings {path}", f"unknown key {key!r}", f"Known keys: {', '.join(known)}.")
        default = getattr(Settings(), key)
        if key == "alerts":
            alert_settings(value, f"settings {path}")  # a wrong address must not wait for the end of a run
            out[key] = value
            continue
        if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(v, str) for v in value):
            out[key] = tuple(value)
        elif isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
            out[key] = float(value)
        elif isinstance(default, dict) and isinstance(value, dict) and all(type(v) in (int, float, str) for v in value.values()):
            out[key] = {k: v if isinstance(v, str) else float(v) for k, v in value.items()}
        elif type(default) is type(value):
            out[key] = value
        else:
            wanted = {"tuple": "a list of strings", "float": "a number", "dict": "a table of numbers and names"}
            kind = type(default).__name__
            raise ClaimsError(f"settings {path}", f"{key} = {value!r}", f"Give {wanted.get(kind, f'a {kind}')}.")
    return out
