"""Which clock an article's bare times are told in, and whether it writes day or month first."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from claims_pipeline.articles.identity import host_of
from claims_pipeline.articles.outlets import DATA, Outlet


@dataclass(frozen=True, slots=True)
class Convention:
    """How one newsroom writes dates: its zone, and "06/11" as 6 November or as June 11."""

    zone: ZoneInfo
    month_first: bool


@cache
def tables() -> dict[str, dict[str, str]]:
    """The data file ``data/zones.toml``."""
    return tomllib.loads((DATA / "zones.toml").read_text(encoding="utf8"))


def convention(outlet: Outlet | None, url: str | None, lang: str) -> Convention:
    """By the outlet's country, else the country of its web domain, else the country of its language, else UTC."""
    host = host_of(url) or ""
    return _convention(outlet.country if outlet else None, host.rpartition(".")[2], lang)


@lru_cache(maxsize=1024)
def _convention(country: str | None, ending: str, lang: str) -> Convention:
    data = tables()
    where = country or (ending if ending in data["country"] and ending not in ("co", "me", "tv") else None) or data["language"].get(lang)
    name = data["country"].get(where or "", "UTC")
    # English of no known country: month first, as most of the English web writes it
    return Convention(ZoneInfo(name), where in data["month_first"] or (where is None and lang == "en"))
