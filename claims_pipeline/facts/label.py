"""What a fact is called and what its parts are: by vote of its claims, in English where the claims allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from claims_pipeline.embeddings.reference import Reference
    from claims_pipeline.facts.claimset import ClaimSet

_SURE_THING = 0.35  # cosine above which a listed thing stands for the claims' own words
_SURE_EVENT = 2.8  # standard deviations above the mean of all listed events: the cosine itself depends on the language
_HARMED = {"killed", "injured", "casualties", "missing", "rescued", "hospitalised", "destroyed", "damaged", "evacuated", "displaced"}
_VERBS = {
    "killed": "killed", "injured": "injured", "casualties": "killed or injured", "missing": "missing", "held": "held",
    "abducted": "abducted", "released": "released", "displaced": "displaced", "evacuated": "evacuated", "rescued": "rescued",
    "arrested": "arrested", "charged": "charged", "convicted": "convicted", "infected": "infected", "tested": "tested",
    "recovered": "recovered", "hospitalised": "in hospital", "destroyed": "destroyed", "damaged": "damaged",
    "attended": "attending", "voted": "voting", "fired": "fired", "deployed": "deployed",
}  # fmt: skip
_MEASURES = {"increment": "newly", "change": "change in", "rate": "rate of"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """The parts of one row of ``facts`` that come from its claims by vote."""

    label: str
    attribute: str | None
    kind: str
    noun: str
    unit: str | None
    measure: str
    scope: str | None
    place: str | None


def labelled(claims: ClaimSet, members: np.ndarray, reference: Reference) -> Labelled:
    """Label and parts of the fact whose claims are at ``members`` (positions in ``claims``, in order)."""
    column = claims.table

    def vote(name: str) -> str | None:
        return _most(column[name][k] for k in members)

    told = [a for a in (column["attribute"][k] for k in members) if a and a != "other"]
    attribute = _most(told) if len(told) * 3 >= len(members) else vote("attribute")
    thing = _thing(claims, members, reference)
    scope = vote("scope") if sum(column["scope"][k] is not None for k in members) * 2 > len(members) else None
    measure = vote("measure") or "total"
    asked = " ".join(part for part in (_MEASURES.get(measure, ""), thing, _VERBS.get(attribute or "", "")) if part)
    if scope and scope.casefold() not in asked.casefold():
        asked += f" ({scope})"
    when = min(column["known_at"][k] for k in members)
    parts = [asked, _event(claims, members, reference, attribute in _HARMED), f"{when:%B %Y}"]
    return Labelled(
        label=", ".join(part for part in parts if part),
        attribute=attribute,
        kind=vote("kind") or "count",
        noun=vote("noun") or "",
        unit=vote("unit"),
        measure=measure,
        scope=scope,
        place=vote("place"),
    )


def _thing(c: ClaimSet, members: np.ndarray, reference: Reference) -> str:
    """The counted thing: the commonest English noun, else the listed thing nearest to the nouns, else a noun as it is."""
    if _most(c.table["kind"][k] for k in members) == "money":
        return _most(c.table["unit"][k] for k in members) or "money"
    english = [c.table["noun"][k] for k in members if c.table["lang"][k] == "en" and c.table["noun"][k]]
    if english:
        return _most(english) or ""
    mean = c.noun_text.vectors[c.noun_text.row[members]].mean(axis=0)
    nearness = reference.pivots @ mean
    best = int(np.argmax(nearness))
    own = _most(c.table["noun"][k] for k in members) or ""
    if nearness[best] < _SURE_THING:
        return own or "number"
    return f"{reference.pivot_names[best]} ({own})" if own else reference.pivot_names[best]


def _event(c: ClaimSet, members: np.ndarray, reference: Reference, harm: bool) -> str:
    """The names that most of the articles share, and the kind of event."""
    articles = {c.article[k]: k for k in reversed(members.tolist())}
    nearness = c.events[c.context.row[members]].mean(axis=0)
    # people die in a shooting, not in the debate on guns that follows it
    best = int(np.argmax(nearness[: reference.hazards] if harm else nearness))
    kind = reference.event_names[best] if nearness[best] >= nearness.mean() + (_SURE_EVENT - harm) * nearness.std() else ""
    scores: dict[int, float] = {}
    for k in articles.values():
        words = c.topics_written.indices[c.topics_written.indptr[k] : c.topics_written.indptr[k + 1]]
        for rank, word in enumerate(words[:12].tolist()):
            # the article's first names count most; an everyday word says little, however often it stands there
            scores[word] = scores.get(word, 0.0) + float(c.written_weight[word]) / (2 + rank)
    names = [c.names_written[word] for word, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:2]]
    return " ".join([*names, kind]).strip()


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest value that is one; ties go to the shorter, then to the alphabet."""
    told = [value for value in values if value]
    if not told or told.count(told[0]) == len(told):  # nearly always, and counting costs ten times as much
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], len(value), value))
