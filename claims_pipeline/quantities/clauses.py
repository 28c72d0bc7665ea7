"""How far the words that somebody says reach, from their verb to the ends of the clause."""

from __future__ import annotations

from claims_pipeline.quantities.view import COMMAS, QUOTES, View

SPEECH = 120
"""Tokens that one act of saying covers at most."""


def start_of_speech(view: View, i: int) -> int:
    """Where words begin that end at ``i``: at their opening quotation mark when they end in a closing one."""
    start = start_of_clause(view, i)
    k = i - 1
    while k > start and view.words[k] in COMMAS:
        k -= 1
    if k <= start or view.words[k] not in QUOTES:
        return start
    while k > start:
        k -= 1
        if view.words[k] in QUOTES:
            return k
    return start


def start_of_clause(view: View, i: int) -> int:
    least = max(i - SPEECH, 0)
    while i > least and view.words[i - 1] not in "•…;":
        i -= 1
    return i


def end_of_clause(view: View, i: int) -> int:
    most = min(i + SPEECH, len(view.words))
    while i < most and view.words[i] not in "•;":
        i += 1
    return i


def clause(view: View, i: int) -> tuple[int, int]:
    return start_of_clause(view, i), end_of_clause(view, i)
