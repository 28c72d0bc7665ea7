"""The one explicit model that weighs the parts: a sift of few boosted trees and many more, both a data file with its version."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.embeddings.happenings import deeds
from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts import candidates
from claims_pipeline.facts.each import figure, near_attributes, slots, vague
from claims_pipeline.facts.events_alike import agreement
from claims_pipeline.facts.features import BASE, NAMES, base, close
from claims_pipeline.facts.likeness import Likeness, pieces
from claims_pipeline.facts.numbers import nearly
from claims_pipeline.facts.trees import INNER, LEAVES, Trees

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Model:
    """How likely two claims are one fact.

    Most pairs of a block are of two questions, and the base parts alone say so: a pair whose log odds by the sift are below
    ``least`` scores zero. The others are weighed by the trees over all parts. Of 1.6 million candidate pairs of real news the
    sift stops two in three, and one in a thousand of those that all trees would link.
    """

    version: str
    """That of the weights, the bars and the search for pairs: a ledger is linked anew when any of them changes."""
    sift: Trees
    """Over the base parts."""
    least: float
    trees: Trees
    typical: np.ndarray
    """Mean features of pairs that pass the sift: what a part is held against in a reason."""
    link: float
    """Two clusters join while the mean of their compared pairs is at least this (that of third powers, see ``cluster``); so every
    cluster lies in one component of the pairs that reach it."""
    apart: float
    """Two claims of one article below this speak against one fact more than any pair speaks for it: a body that tells the dead
    of the city beside the dead of the region ("all but 11 of them, or 821") asks two questions."""

    def sifted(self, found: np.ndarray) -> np.ndarray:
        """Which rows of base features pass: bool of shape (n,)."""
        return self.sift.log_odds(found) >= self.least

    def probabilities(self, found: np.ndarray) -> np.ndarray:
        """Of feature rows: float64 of shape (n,)."""
        return np.where(self.sifted(found[:, : len(BASE)]), _chance(self.trees.log_odds(found)), 0.0)

    def said(self, found: np.ndarray) -> np.ndarray:
        """Log odds that each part adds: float64, shape as ``found``."""
        return self.trees.contributions(found)

    def score(self, claims: ClaimSet, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Probabilities of pairs in units of 1/10000, int32: whole numbers sum to the same in every order.

        ``claims`` must hold every claim of the pairs' articles, see :func:`claims_pipeline.facts.features.features`.
        """
        out = np.zeros(len(left), np.int32)
        for some in pieces(claims, left, right):
            allowed = some.start + np.flatnonzero(~forbidden(claims, left[some], right[some]))
            first = base(claims, left[allowed], right[allowed])
            passed = self.sifted(first.T)
            kept = allowed[passed]
            if len(kept):
                found = np.concatenate([first[:, passed], close(Likeness.of(claims, left[kept], right[kept]))])
                out[kept] = np.round(_chance(self.trees.log_odds(found.T, whole=False)) * 10_000)
            told = np.flatnonzero(moved(claims, left[some], right[some]))
            out[some.start + told] = np.maximum(out[some.start + told], CERTAIN)
        return out


def _chance(log_odds: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-log_odds))


RULES = "2026-11-24"
"""When :func:`forbidden` or :func:`moved` changed last: part of the model's version, so that a ledger is linked anew by them."""
_DAY = 1  # day
_LONG_AGO = 200  # days
_YEARS = 730  # days
_AT_ONCE = 15  # days
CERTAIN = 10_000
"""The score of a pair that starts in one cluster."""


def moved(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs whose sentence says that the figure went from one to the other: one question by the words themselves.

    "The toll was raised from 64 to 2,975": two unlike numbers in one sentence are otherwise two questions.
    """
    count, slot = slots(c)
    other = c.codes["attribute"].get("other", -2)
    named = (c.noun[i] >= 0) & (c.noun[j] >= 0)
    attribute = (c.attribute[i] == c.attribute[j]) | (c.attribute[i] == other) | (c.attribute[j] == other)
    told = (c.level[i] > 0) & (c.level[j] > 0) & (c.level[i] != c.level[j])
    alike = (c.family[i] == c.family[j]) & (c.unit[i] == c.unit[j]) & attribute
    return (
        told
        & alike
        & (c.sentence[i] == c.sentence[j])
        & (np.abs(slot[i] - slot[j]) == 1)
        & ~(named & (count[i] > 2) & (c.noun[i] != c.noun[j]))
    )


def forbidden(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs that no other part can bring together: of two kinds (:func:`kinds_differ`), of two events (:func:`told_apart`,
    :func:`disasters_differ`), of two states that one article tells (:func:`states_apart`), of a part and its whole
    (:func:`some_of_all`) or of two days' additions (:func:`additions_apart`)."""
    events = told_apart(c, i, j) | disasters_differ(c, i, j)
    return kinds_differ(c, i, j) | events | states_apart(c, i, j) | some_of_all(c, i, j) | additions_apart(c, i, j)


def kinds_differ(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """A share of a whole and a number of things, money and people."""
    share, money = (c.codes["family"].get(name, -2) for name in ("share", "money"))
    rate = c.codes["family"].get("rate", -2)
    a, b = c.family[i], c.family[j]
    # a price is money in one wording and a rate ("dollars per barrel") in another
    moneys = ((a == money) & (b != money) & (b != rate)) | ((b == money) & (a != money) & (a != rate))
    return ((a == share) != (b == share)) | moneys


def some_of_all(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Children and the people: "3 children died" beside "3 people died", where the like number would link them."""
    return c.of_people[i] + c.of_people[j] == 1 + 2


def additions_apart(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Two unlike numbers that were added on two days ("a further 17 bodies on Wednesday", "67 more on Thursday"): each day's
    addition is a question of its own, as a total's days are not."""
    added = c.codes["measure"].get("increment", -2)
    number = figure(c)
    with np.errstate(invalid="ignore"):
        days = np.abs(c.as_of[i] - c.as_of[j]) >= _DAY
    return (c.measure[i] == added) & (c.measure[j] == added) & days & (number[i] != number[j])


def told_apart(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs of two events by the words of the claims themselves.

    The figure of an earlier event, told for comparison and dated ("21 died when a quake hit it in 2016"), and one of these
    days; two unlike figures of two dates years apart (the 200 whom a tsunami killed in 1938, the nine of 1996), or one of an
    earlier event and one of these days, told within two weeks (of 1,016 such pairs that were read 0.055 were one fact). A like
    number is a misread date or a misread word.
    """
    past = c.modality == c.codes["modality"].get("past_event_comparison", -2)
    speaks = np.where(np.isnan(c.as_of), c.day, c.as_of)
    number = figure(c)
    with np.errstate(invalid="ignore"):
        earlier = (past[i] != past[j]) & (np.abs(speaks[i] - speaks[j]) > _LONG_AGO)
        years = np.abs(c.as_of[i] - c.as_of[j]) > _YEARS
        now = (past[i] != past[j]) & (np.abs(c.day[i] - c.day[j]) < _AT_ONCE)
    return earlier | ((years | now) & (number[i] != number[j]))


def disasters_differ(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs of two disasters by the kinds that their articles name, and that their own sentences do not name otherwise: a quake
    and a bus crash in one town and week. Of 431 such pairs that were read one was one fact.

    What people do to each other is told as the article looks at it ("attack", "fire"), so that it parts nothing here.
    """
    articles = c.article_happening[i], c.article_happening[j]
    own = tuple(np.where(told == 0, of_article, told) for told, of_article in zip((c.happening[i], c.happening[j]), articles, strict=True))
    deed = articles[0] | articles[1] | own[0] | own[1]
    return (agreement(*articles) < 0) & (agreement(*own) < 0) & (deed & deeds() == 0)


def states_apart(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs of one article that give two numbers for two states akin: 2,683 evacuated and 519 displaced. Newsrooms call one figure
    either, and who tells both means two. Of 120 such pairs that were read or planted one was one fact."""
    a, b, number = c.attribute[i], c.attribute[j], figure(c)
    said = (c.article[i] == c.article[j]) & (a != b) & ~vague(c)[i] & ~vague(c)[j]
    return said & near_attributes(c)[a, b] & (number[i] != number[j]) & (nearly(number[i], number[j])[0] == 0)


@cache
def load(file: Path = WEIGHTS) -> Model:
    """The model of the weights file; :class:`ClaimsError` where a feature has no weight or a weight no feature."""
    raw = json.loads(file.read_text(encoding="utf8"))
    asked = {"sift": (raw["sift"].get("parts", ()), BASE), "trees": (raw["parts"], NAMES), "typical": (raw["typical"], NAMES)}
    odd = sorted({name for given, names in asked.values() for name in set(given) ^ set(names)})
    if odd:
        raise ClaimsError(f"{file}", f"weights and features differ in {odd}", "Fit the model again: python -m claims_pipeline.facts.fit.")
    return Model(
        version=f"{raw['version']} {raw['link']:g} {raw['apart']:g} {RULES} {candidates.version()}",
        sift=_trees(raw["sift"]),
        least=raw["sift"]["least"],
        trees=_trees(raw),
        typical=np.array([raw["typical"][name] for name in NAMES]),
        link=raw["link"],
        apart=raw["apart"],
    )


def _trees(raw: dict[str, Any]) -> Trees:
    """As the file has them; the base parts stand first among all."""
    column = np.array([NAMES.index(name) for name in raw["parts"]])
    feature, threshold, value = (raw["trees"][name] for name in ("feature", "threshold", "value"))
    return Trees(
        raw["trees"]["start"],
        column[np.array(feature).reshape(-1, INNER)],
        np.array([np.inf if t is None else t for t in threshold], np.float32).reshape(-1, INNER),
        np.array(value, np.float64).reshape(-1, INNER + LEAVES),
    )
