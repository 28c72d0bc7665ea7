"""The register of wires and outlets: canonical names, domains, countries."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claims_pipeline.articles.identity import host_of

DATA = Path(__file__).parent / "data"
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,10})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One news source. ``country`` is a lower-case ISO 3166 code or None."""

    name: str
    is_wire: bool
    country: str | None


@dataclass(frozen=True)
class Register:
    """``names``: every spelling that stands for an outlet wherever it occurs; ``weak``: only after a credit phrase."""

    names: dict[str, Outlet]
    weak: dict[str, Outlet]
    folded: dict[str, Outlet]
    domains: dict[str, Outlet]


@cache
def register() -> Register:
    """The data file ``data/outlets.toml``, indexed."""
    data = tomllib.loads((DATA / "outlets.toml").read_text(encoding="utf8"))
    names: dict[str, Outlet] = {}
    weak: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for group, is_wire in (("wires", True), ("outlets", False)):
        for row in data[group]:
            outlet = Outlet(row["name"], is_wire, row.get("country", "").lower() or None)
            weak_names = row.get("weak", [])
            for name in (row["name"], *row.get("names", [])):
                if name not in weak_names:
                    names.setdefault(name, outlet)
            for name in weak_names:
                weak.setdefault(name, outlet)
            for domain in row.get("domains", []):
                domains.setdefault(domain, outlet)
    folded = {n.casefold(): o for n, o in {**weak, **names}.items()}
    return Register(names, weak, folded, domains)


@lru_cache(maxsize=4096)
def by_host(host: str | None) -> Outlet | None:
    """The outlet of a host or of the domain it belongs to."""
    domains = register().domains
    while host and "." in host:
        if (outlet := domains.get(host)) is not None:
            return outlet
        host = host.partition(".")[2]
    return None


@lru_cache(maxsize=4096)
def by_name(name: str) -> Outlet | None:
    """The outlet of a name or web domain, upper and lower case alike; None for an unknown one."""
    shown = name.strip().strip(".,;:").strip()
    known = register().folded.get(shown.casefold())
    if known is None and (match := _DOMAIN.match(shown)):
        known = by_host(match.group(1).lower().removeprefix("www."))
    return known


def canonical(name: str) -> str:
    """The canonical name where the register knows one, else the name as given."""
    known = by_name(name)
    return known.name if known else name.strip()


def outlet_of(given: str | None, url: str | None) -> tuple[str | None, Outlet | None]:
    """Name and register entry of an article's outlet: as given, else by the URL's domain, else the bare domain."""
    host = host_of(url)
    if given:
        known = by_name(given)
        return (known.name if known else given), known or by_host(host)
    known = by_host(host)
    return (known.name if known else host), known
