"""What speaks for and against two claims telling of one event: by vectors, by the kinds that words name, and by the event's own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.embeddings.happenings import related
from claims_pipeline.facts.each import event_profiles, name_roots, name_weights
from claims_pipeline.facts.overlap import common, has_any

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.likeness import Likeness


def events(like: Likeness) -> dict[str, Any]:
    """The parts that speak of what happened, by name."""
    c, i, j = like.claims, like.away, like.home
    profile, top = event_profiles(c)
    a, b = c.context.row[i], c.context.row[j]
    # a claim may tell in passing what the other's article is about: its clause is held against that article's lead
    one, other = like.across()
    told, also = (np.where(c.happening[k] != 0, c.happening[k], c.article_happening[k]) for k in (i, j))
    return {
        "event_named": _event_named(c, i, j, (told & also) != 0),
        "event": _dots(profile, a, profile, b),
        "event_differs": top[a] != top[b],
        "sentence_events": agreement(c.happening[i], c.happening[j]),
        "happening": agreement(c.article_happening[i], c.article_happening[j]),
        # the one that tells of another kind of event counts: street fights of 1999 in an article on a quake
        "happening_told": np.minimum(
            agreement(c.happening[i], c.happening[j] | c.article_happening[j]),
            agreement(c.happening[j], c.happening[i] | c.article_happening[i]),
        ),
        "focus_in_context": np.maximum(one, other),
        "focus_in_context_least": np.minimum(one, other),
    }


def _event_named(c: ClaimSet, i: np.ndarray, j: np.ndarray, alike: np.ndarray) -> np.ndarray:
    """Of two sentences that tell of one kind of event (or their articles, where they name none), how much of the names of the one
    that has fewer the other has too, by weight; -1 where each has names and they share none. "Hurricane Maria" is one event for
    years, whatever else the articles are about."""
    out = np.zeros(len(i), np.float32)
    some = np.flatnonzero(alike & has_any(c.names, i) & has_any(c.names, j))
    if len(some):
        total = name_weights(c)[0]
        shared = common(*(name_roots(c)[0],) * 2, i[some], j[some])
        out[some] = np.where(shared > 0, np.minimum(shared / np.maximum(np.minimum(total[i[some]], total[j[some]]), 1e-6), 1.0), -1.0)
    return out


def agreement(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """1 where two sets of kinds share one, -1 where no event is told as both, 0 where one may be or a set is empty."""
    wide = np.zeros_like(a)
    for kind, others in enumerate(related()):
        wide |= np.where(a >> kind & 1, others, 0)
    return np.where(a & b, 1.0, np.where((a == 0) | (b == 0) | (wide & b != 0), 0.0, -1.0))


def _dots(left: np.ndarray, a: np.ndarray, right: np.ndarray, b: np.ndarray) -> np.ndarray:
    out = np.empty(len(a), np.float32)
    for at in range(0, len(a), 8192):
        out[at : at + 8192] = np.einsum("ij,ij->i", left[a[at : at + 8192]], right[b[at : at + 8192]])
    return out
