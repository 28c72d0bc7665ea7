"""The one explicit model that weighs the parts: logistic, its weights a data file with its version."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.features import NAMES, features

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

WEIGHTS = Path(__file__).with_name("weights.json")
_CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class Model:
    """``probability = 1 / (1 + exp(-(intercept + weights . features)))`` that two claims are one fact."""

    version: str
    intercept: float
    weights: np.ndarray
    """float64 of shape (len(NAMES),)."""
    typical: np.ndarray
    """Mean features of pairs that share a block: what a part is held against in a reason."""
    link: float
    """Two clusters join while the mean probability of their compared pairs is at least this; so every cluster lies in
    one component of the pairs that reach it."""
    apart: float
    """Two claims of one article below this never share a fact, whatever third claims say: a body that tells the dead of
    the city beside the dead of the region ("all but 11 of them, or 821") asks two questions."""

    def probabilities(self, found: np.ndarray) -> np.ndarray:
        """Of feature rows: float64 of shape (n,)."""
        return 1.0 / (1.0 + np.exp(-(self.intercept + found.astype(np.float64) @ self.weights)))

    def said(self, found: np.ndarray) -> np.ndarray:
        """Log odds that each part adds to those of a typical pair of one block: float64, shape as ``found``."""
        return (found.astype(np.float64) - self.typical) * self.weights

    def score(self, claims: ClaimSet, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Probabilities of pairs in units of 1/10000, int32: whole numbers sum to the same in every order."""
        out = np.empty(len(left), np.int32)
        for at in range(0, len(left), _CHUNK):
            a, b = left[at : at + _CHUNK], right[at : at + _CHUNK]
            chance = self.probabilities(features(claims, a, b))
            chance[forbidden(claims, a, b)] = 0.0
            out[at : at + _CHUNK] = np.round(chance * 10_000)
        return out


def forbidden(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Pairs that no other part can bring together: a share of a whole and a number of things, money and people."""
    share, money = (c.codes["family"].get(name, -2) for name in ("share", "money"))
    rate = c.codes["family"].get("rate", -2)
    a, b = c.family[i], c.family[j]
    shares = (a == share) != (b == share)
    # a price is money in one wording and a rate ("dollars per barrel") in another
    moneys = ((a == money) & (b != money) & (b != rate)) | ((b == money) & (a != money) & (a != rate))
    return shares | moneys


@cache
def load(file: Path = WEIGHTS) -> Model:
    """The model of the weights file; :class:`ClaimsError` where a feature has no weight or a weight no feature."""
    raw = json.loads(file.read_text(encoding="utf8"))
    named: dict[str, float] = raw["weights"]
    typical: dict[str, float] = raw["typical"]
    odd = sorted((set(named) ^ set(NAMES)) | (set(typical) ^ set(NAMES)))
    if odd:
        raise ClaimsError(f"{file}", f"weights and features differ in {odd}", "Fit the model again: python -m claims_pipeline.facts.fit.")
    return Model(
        raw["version"],
        raw["intercept"],
        np.array([named[name] for name in NAMES]),
        np.array([typical[name] for name in NAMES]),
        raw["link"],
        raw["apart"],
    )
