"""Why two claims are one fact, in words: which parts spoke for and against, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.features import NAMES, features

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.model import Model

_WORDS = {
    "focus": ("alike in wording", "unlike in wording"),
    "noun": ("the same thing counted", "another thing counted"),
    "context": ("articles on the same event", "articles on different events"),
    "topics": ("the same names in the articles", "few names shared by the articles"),
    "names": ("the same names in the sentence", "no names shared by the sentences"),
    "covered": ("each sentence's names occur in the other article", "names that the other article does not know"),
    "covered_least": ("no name that the other article lacks", "a name that the other article lacks"),
    "words": ("words shared around the number", "other words around the number"),
    "noun_words": ("the noun shared", "no word of the noun shared"),
    "noun_equal": ("the noun is the same", "the noun is not the same"),
    "other_language": ("two languages", "two languages"),
    "attribute_same": ("the same attribute", "no attribute in common"),
    "attribute_near": ("attributes that go together", "attributes that rarely go together"),
    "attribute_differs": ("different attributes", "different attributes"),
    "attribute_one_unknown": ("the attribute of one is not said", "the attribute of one is not said"),
    "attribute_unknown": ("no attribute is said", "no attribute is said"),
    "family_differs": ("another kind of quantity", "another kind of quantity"),
    "unit_differs": ("another unit", "another unit"),
    "measure_differs": ("total against increment or change", "total against increment or change"),
    "past_differs": ("one tells of an earlier event", "one tells of an earlier event"),
    "planned_differs": ("one is planned or supposed", "one is planned or supposed"),
    "scope_same": ("the same group", "another group"),
    "scope_differs": ("another group", "another group"),
    "place_same": ("the same place", "another place"),
    "place_differs": ("another place", "another place"),
    "same_article": ("in one article", "in one article"),
    "same_sentence": ("in one sentence", "in one sentence"),
    "title": ("a headline", "a headline"),
    "days": ("close in time", "far apart in time"),
    "as_of_apart": ("speak of the same day", "speak of different days"),
    "number_shared": ("the same number", "not the same number"),
    "number_rare": ("the same unusual number", "not the same unusual number"),
}
_SHOWN = 0.35  # log odds below which a part is not worth a word


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the account: its value, what it is between claims that share a block, and its log odds."""

    name: str
    value: float
    typical: float
    weight: float
    says: float
    """(value - typical) * weight: above zero it speaks for one fact, below against."""
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """The whole account of a pair."""

    claim_a: str
    claim_b: str
    probability: float
    version: str
    parts: list[Part]
    """Strongest first."""
    sentence: str


def account(claims: ClaimSet, model: Model, left: int, right: int) -> Account:
    """Everything that the model says about two claims of the set."""
    pair = np.array([left]), np.array([right])
    found = features(claims, *pair)
    chance = float(model.score(claims, *pair)[0]) / 10_000
    said = model.said(found)[0]
    parts = [
        Part(name, float(value), float(typical), float(weight), float(log_odds), _word(name, log_odds))
        for name, value, typical, weight, log_odds in zip(NAMES, found[0], model.typical, model.weights, said, strict=True)
    ]
    parts.sort(key=lambda part: (-abs(part.says), part.name))
    ids = claims.ids
    return Account(ids[left], ids[right], chance, model.version, parts, sentence(said, chance))


def sentences(claims: ClaimSet, model: Model, left: np.ndarray, right: np.ndarray, chance: np.ndarray) -> list[str]:
    """One line a pair: with which claim, how sure, what spoke for and against."""
    outlets, times, quotes = claims.table["outlet"], claims.table["known_at"], claims.table["quote"]
    out: list[str] = []
    for at in range(0, len(left), 100_000):
        said = model.said(features(claims, left[at : at + 100_000], right[at : at + 100_000]))
        for row, other, sure in zip(said, right[at : at + 100_000], chance[at : at + 100_000], strict=True):
            told = f"“{quotes[other]}”, {outlets[other] or 'unknown outlet'}, {times[other]:%Y-%m-%d}"
            out.append(f"with {told}: {sentence(row, float(sure))}")
    return out


def sentence(said: np.ndarray, chance: float) -> str:
    """What spoke for and against, the strongest first, at most four and three."""
    order = np.argsort(-np.abs(said), kind="stable")
    strong = [k for k in order if abs(said[k]) >= _SHOWN]
    pro = [_word(NAMES[k], said[k]) for k in strong if said[k] > 0][:4]
    con = [_word(NAMES[k], said[k]) for k in strong if said[k] < 0][:3]
    told = [f"for: {', '.join(dict.fromkeys(pro))}"] if pro else []
    told += [f"against: {', '.join(dict.fromkeys(con))}"] if con else []
    return f"{chance:.2f}; " + "; ".join(told or ["nothing speaks clearly"])


def _word(name: str, says: float) -> str:
    words = _WORDS[name]
    return words[0] if says > 0 else words[1]
