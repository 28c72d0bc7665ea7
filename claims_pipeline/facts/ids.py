"""Facts keep their ids: clusters take over the id of the old fact that they share most claims with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Change:
    """One row of ``fact_history``: ``claims`` of the old fact are now in the new one."""

    change: str
    """merge (the old id is gone), split (some of its claims left), retired (all its claims are gone)."""
    old_fact_id: str
    new_fact_id: str
    claims: int
    reason: str


def new_id(claim_id: str, taken: Callable[[str], bool] = lambda _: False) -> str:
    """The id of a fact that opens with this claim: a rebuild from nothing gives the same one."""
    for turn in range(1000):
        found = _id(claim_id, turn)
        if not taken(found):
            return found
    raise AssertionError(f"a thousand facts opened with claim {claim_id}")


def possible_ids(claim_id: str) -> list[str]:
    """The first few ids that :func:`new_id` tries, so that all of a run can be looked up at once."""
    return [_id(claim_id, turn) for turn in range(3)]


def _id(claim_id: str, turn: int) -> str:
    key = claim_id if not turn else f"{claim_id}/{turn}"
    return "f" + blake2b(key.encode(), digest_size=6).hexdigest()


def carry(
    clusters: Sequence[Sequence[str]], before: dict[str, str], taken: Callable[[str], bool], why: str
) -> tuple[list[str], list[Change]]:
    """The fact id of each cluster (claim ids in their order), and what changed.

    ``before``: the old fact of each claim that had one; ``taken(id)``: the id is in use outside or was used once.
    An old fact goes to the cluster with most of its claims, the largest overlaps first; ties go to the earlier cluster.
    """
    overlaps: Counter[tuple[str, int]] = Counter()
    for number, members in enumerate(clusters):
        overlaps.update((before[claim], number) for claim in members if claim in before)
    ids: dict[int, str] = {}
    kept: dict[str, int] = {}
    for (old, number), _ in sorted(overlaps.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if old not in kept and number not in ids:
            kept[old], ids[number] = number, old
    given, old_ids = set(ids.values()), set(before.values())
    for number, members in enumerate(clusters):
        if number not in ids:
            ids[number] = new_id(members[0], lambda found: found in given or (found not in old_ids and taken(found)))
            given.add(ids[number])
    changes = []
    for (old, number), claims in sorted(overlaps.items(), key=lambda item: (item[0][0], item[0][1])):
        if ids[number] != old:
            changes.append(Change("split" if old in kept else "merge", old, ids[number], claims, why))
    return [ids[number] for number in range(len(clusters))], changes
