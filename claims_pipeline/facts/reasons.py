"""Why two claims are one fact, in words: which parts spoke for and against, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts.features import NAMES, features, rows
from claims_pipeline.facts.likeness import pieces
from claims_pipeline.facts.workers import ahead

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet
    from claims_pipeline.facts.model import Model

# what is said of a part that is above what is typical of two claims in one block, and below; None: not worth a word
_WORDS: dict[str, tuple[str | None, str | None]] = {
    "focus": ("alike in wording", "unlike in wording"),
    "noun": ("the same thing counted", "another thing counted"),
    "context": ("articles on the same event", "articles on different events"),
    "topics": ("the same names in the articles", "few names shared by the articles"),
    "topics_disjoint": ("no name shared by the articles", None),
    "names": ("the same names in the sentences", "few names shared by the sentences"),
    "covered": ("the sentence's names occur in the other article", "names that the other article does not know"),
    "covered_least": ("no name that the other article lacks", "a name that the other article lacks"),
    "words": ("words shared around the number", "other words around the number"),
    "noun_words": ("the noun shared", "no word of the noun shared"),
    "noun_equal": ("the same noun", None),
    "other_language": ("two languages", None),
    "attribute_same": ("the same attribute", None),
    "attribute_near": ("attributes that go together", None),
    "attribute_differs": ("different attributes", None),
    "attribute_one_unknown": ("the attribute of one is not said", None),
    "attribute_unknown": ("no attribute is said", None),
    "family_differs": ("another kind of quantity", None),
    "unit_differs": ("another unit", None),
    "measure_differs": ("total against increment or change", None),
    "past_differs": ("one tells of an earlier event", None),
    "planned_differs": ("one is planned or supposed", None),
    "scope_same": ("the same group", None),
    "scope_differs": ("another group", None),
    "place_same": ("the same place", None),
    "place_unknown": ("a place that the other article does not name", None),
    "near_names_shared": ("a name shared beside the number", None),
    "near_names_differ": ("other names beside the number", None),
    "several_things_differs": ("one counts two things together", None),
    "headline_and_text": ("headline and text of one article", None),
    "same_article": ("in one article", "in two articles"),
    "same_sentence": ("in one sentence", None),
    "title": ("a headline", None),
    "days": ("far apart in time", "close in time"),
    "as_of_apart": ("speak of different days", None),
    "number_shared": ("the same number", None),
    "number_repeated": ("the number repeated in one article", None),
    "number_rare": ("an unusual number shared", None),
    "number_rounded": ("one number rounds the other", None),
    "number_shifted": ("the same digits, another scale", None),
    "event": ("the same kind of event", "another kind of event"),
    "event_differs": ("another kind of event", None),
    "focus_in_context": ("one tells what the other's article is about", "neither tells what the other's article is about"),
    "focus_in_context_least": ("each tells what the other's article is about", None),
    "beside": ("the same words beside the number", "other words beside the number"),
    "beside_left": ("the same words before the number", "other words before the number"),
    "beside_right": ("the same words after the number", "other words after the number"),
    "momentary": ("a figure of a moment", None),
    "same_outlet": ("one outlet, two articles", None),
    "as_of_differs": ("said of different days", None),
    "scope_told_differs": ("another group", None),
    "scope_one_told": ("a group is named in one only", None),
    "places_told": ("places named", "no place named"),
    "main": ("each article knows the other's main names", "the other's main names are not known"),
    "main_least": ("each article knows the other's main names", "the main names of one are not known to the other"),
    "main_place_same": ("articles of one place", None),
    "main_place_unknown": ("articles of two places", None),
    "number_small": ("a small number", None),
    "listed": ("both stand in lists", None),
    "slot": ("the same place in two lists", "another place in two lists"),
    "rival": ("another claim beside one of them fits better", "no other claim beside them fits as well"),
    "rival_least": ("other claims beside both fit better", "neither has a better partner beside the other"),
    "number_elsewhere": ("another claim beside one of them holds the very number", None),
    "rival_equal": ("another claim beside one of them holds the number and fits well", None),
    "answers": ("many figures of this kind stand beside them", "few figures of this kind stand beside them"),
    "vague": ("vague figures", None),
    "happening": ("articles of one kind of event", "articles of two kinds of event"),
    "happening_told": ("one kind of event named", "two kinds of event named"),
    "place_words": ("one place in the same words", "two places of one name"),
    "counted": ("the same group counted", "another group counted"),
    "nation": ("people of the same nation", "people of one nation told in only one"),
    "undated": ("no date to hold them by", None),
    "scope_words": ("the same words for the group", "other words for the group"),
    "sentence_events": ("the sentences tell one kind of event", "the sentences tell two kinds of event"),
    "event_named": ("the sentences name the same event", "the sentences name another event"),
    "towns": ("the same towns in the articles", "another town in each article"),
    "lands": ("articles of one country", "articles of two countries"),
    "places_apart": ("two different places", None),
}
# likeness that the trees may also hold against a pair, beside another part: no reader follows "against: the same noun"
_LIKENESS = frozenset(
    {
        "focus", "noun", "context", "topics", "names", "covered", "covered_least", "words", "noun_words", "noun_equal",
        "near_names_shared", "event", "beside", "beside_left", "beside_right", "main", "main_least",
    }
)  # fmt: skip
_SHOWN = 0.35  # log odds below which a part is not worth a word


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the account: its value, what it is in a typical pair, and its log odds."""

    name: str
    value: float
    typical: float
    says: float
    """Log odds: above zero it speaks for one fact, below against."""
    words: str
    """What the part says, "" where it says nothing worth a word."""


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
        Part(name, float(value), float(typical), float(log_odds), _word(name, value > typical, log_odds > 0) or "")
        for name, value, typical, log_odds in zip(NAMES, found[0], model.typical, said, strict=True)
    ]
    parts.sort(key=lambda part: (-abs(part.says), part.name))
    ids = claims.ids
    return Account(ids[left], ids[right], chance, model.version, parts, sentence(found[0] > model.typical, said, chance))


def sentences(claims: ClaimSet, model: Model, left: np.ndarray, right: np.ndarray, chance: np.ndarray) -> list[str]:
    """One line a pair: with which claim, how sure, what spoke for and against."""
    outlets, times, quotes = claims.table["outlet"], claims.table["known_at"], claims.table["quote"]

    def told(some: slice) -> tuple[np.ndarray, np.ndarray]:
        found = rows(claims, left[some], right[some]).T
        return found > model.typical, model.said(found)

    out: list[str] = []
    some_at_once = list(pieces(claims, left, right))
    for some, (above, said) in zip(some_at_once, ahead(told, some_at_once), strict=True):
        for high, says, other, sure in zip(above, said, right[some].tolist(), chance[some].tolist(), strict=True):
            with_ = f"“{quotes[other]}”, {outlets[other] or 'unknown outlet'}, {times[other]:%Y-%m-%d}"
            out.append(f"with {with_}: {sentence(high, says, sure)}")
    return out


def sentence(above: np.ndarray, said: np.ndarray, chance: float) -> str:
    """What spoke for and against, the strongest first, at most four and three; ``above``: the part is above the typical."""
    shown = np.flatnonzero(np.abs(said) >= _SHOWN)
    order = shown[np.argsort(-np.abs(said[shown]), kind="stable")].tolist()
    words = [(said[k], _word(NAMES[k], above[k], said[k] > 0)) for k in order]
    pro = list(dict.fromkeys(word for says, word in words if word and says > 0))[:4]
    con = list(dict.fromkeys(word for says, word in words if word and says < 0))[:3]
    told = [f"for: {', '.join(pro)}"] if pro else []
    told += [f"against: {', '.join(con)}"] if con else []
    return f"{chance:.2f}; " + "; ".join(told or ["nothing speaks clearly"])


def _word(name: str, above: bool, speaks_for: bool) -> str | None:
    high, low = _WORDS[name]
    return None if name in _LIKENESS and above != speaks_for else high if above else low
