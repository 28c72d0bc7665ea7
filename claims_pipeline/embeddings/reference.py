"""The mean of a model's vectors over reference texts of our own, in two dozen languages.

Vectors of one model share a large common part: any two sentences have a cosine above 0.7. Taking the mean away
leaves what tells texts apart. The mean is taken over fixed texts and not over the ledger, which changes every day.
Published as "all-but-the-top" (Mu and Viswanath, 2018), here with the mean alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.embeddings.texts import context, profile, text_hash
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

_FILE = Path(__file__).with_name("reference.jsonl")
_EVENTS = Path(__file__).with_name("events.txt")


@dataclass(frozen=True, slots=True)
class Reference:
    """Mean vectors, one a kind of text, float32 of shape (d,)."""

    focus: np.ndarray
    noun: np.ndarray
    context: np.ndarray
    events: np.ndarray
    """Centred vectors of the kinds of event of events.txt, length one, float32 of shape (kinds, d)."""
    event_names: list[str]
    hazards: int
    """The first so many of the events can kill and injure; the others (a debate, a trial) cannot."""


@cache
def reference_texts() -> dict[str, list[str]]:
    """The reference texts by kind, in the very form that claims have; made once a process."""
    rows = [json.loads(line) for line in _FILE.read_text(encoding="utf8").splitlines()]
    profiles = [profile(r["masked"], r["masked"], r["noun"], r["attribute"], None, frozenset()) for r in rows]
    return {
        "focus": [p.focus for p in profiles],
        "noun": [p.noun for p in profiles],
        "context": [context(r["title"], r["masked"].replace("##", "#")) for r in rows],
        "events": _events(),
    }


def reference(con: duckdb.DuckDBPyConnection, model: str) -> Reference:
    """The model's means, from the vectors that the embedding step keeps for the reference texts."""
    rows = {
        kind: run(con, "embeddings/reference_vectors", model=model, hashes=[text_hash(text) for text in texts]).fetchall()
        for kind, texts in reference_texts().items()
    }
    # the rows come sorted by hash: a sum in another order differs in its last bits
    focus, noun, context_ = (np.array([v for _, v in rows[kind]], np.float64).mean(axis=0) for kind in ("focus", "noun", "context"))
    events = _centred(dict(rows["events"]), _events(), context_)
    return Reference(
        focus.astype(np.float32), noun.astype(np.float32), context_.astype(np.float32),
        events, _events(), _lines(_EVENTS).index("-"),
    )  # fmt: skip


def _centred(vectors: dict[str, tuple[float, ...]], texts: list[str], mean: np.ndarray) -> np.ndarray:
    found = np.array([vectors[text_hash(text)] for text in texts], np.float64) - mean
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def _events() -> list[str]:
    return [line for line in _lines(_EVENTS) if line != "-"]


@cache
def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf8").splitlines()
