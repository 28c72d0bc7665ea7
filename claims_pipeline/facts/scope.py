"""What a run clusters again: the components that a change touches; in a very large one, the facts that it touches.

Average linkage is a function of a component as a whole, and in a big event thousands of claims hang together through
chains of likely pairs. Up to ``LARGE`` claims the component is clustered again, which ends where a rebuild would. In a
larger one a new pair below the threshold can never make two facts join, so only facts with a pair that could are
taken up; the order in which a rebuild would have joined claims may then differ, and with it a fact here and there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.cluster import components
from claims_pipeline.facts.linkage import Links, Seen, give_numbers
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

LARGE = 5_000  # claims

Decision = tuple[int, int, str, bool]
"""Numbers of two claims, pin or cut or none, and whether it came since the last run."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The claims to cluster again, and the components of those of them whose component is not found from them."""

    numbers: np.ndarray
    settled: np.ndarray
    """Component by number, int64; -1 where clustering finds it."""


def scope(
    con: duckdb.DuckDBPyConnection, at_hand: Links, new: np.ndarray, gone: np.ndarray, seen: Seen, decided: list[Decision], link: int
) -> Scope:
    """``link``: the least mean score of two clusters that join, 1/10000."""
    component = at_hand.component
    pairs, score = seen.all()
    ends = component[pairs]
    telling = (score >= link) | (ends[:, 0] == ends[:, 1])
    pins = np.array([(a, b) for a, b, what, _ in decided if what == "pin"], np.int64).reshape(-1, 2)
    fresh = np.array([(a, b) for a, b, _, is_fresh in decided if is_fresh], np.int64).reshape(-1, 2)
    pins = pins[np.isin(pins, new).any(axis=1)]  # a claim that is read anew comes with its pins of old
    touched = np.unique(component[np.concatenate([pairs[telling].ravel(), pins.ravel(), fresh.ravel(), new, gone])])
    # components that a likely pair or a pin joins count as one
    joining = np.concatenate([ends[score >= link], component[pins], component[fresh]])
    group = components(len(component), joining[:, 0], joining[:, 1])[touched]
    here = np.zeros(len(component), bool)
    here[touched] = True
    held = np.where((component >= 0) & here[component], component, -1)
    held[gone] = -1
    size = np.bincount(held[held >= 0], minlength=len(component))
    total = np.bincount(group, weights=size[touched], minlength=len(component))
    large = touched[total[group] > LARGE]
    settled = np.full(len(component), -1, np.int64)
    if not len(large):
        return Scope(np.flatnonzero(held >= 0), settled)
    of = dict(zip(touched.tolist(), group.tolist(), strict=True))
    main: dict[int, int] = {}  # the largest component of each group gives the name: most claims then keep theirs
    for part in large[np.argsort(size[large], kind="stable")].tolist():
        main[of[part]] = part
    renamed = np.arange(len(component))
    renamed[large] = [main[of[part]] for part in large.tolist()]
    inside = (held >= 0) & np.isin(held, large)
    is_new = np.zeros(len(component), bool)
    is_new[new] = True
    opens = (score >= link) | (telling & ~is_new[pairs].any(axis=1))
    seeds = np.unique(np.concatenate([pairs[opens].ravel(), pins.ravel(), fresh.ravel(), new]))
    seeds = seeds[inside[seeds]]
    give_numbers(con, "asked", seeds)
    around = run(con, "facts/facts_around").fetchnumpy()["number"].astype(np.int64)
    taken = np.union1d(seeds, around[inside[around]])
    settled[taken] = renamed[held[taken]]
    moved = np.flatnonzero(inside & (renamed[np.maximum(held, 0)] != held))
    settled[moved] = renamed[held[moved]]
    return Scope(np.union1d(np.flatnonzero((held >= 0) & ~inside), taken), settled)
