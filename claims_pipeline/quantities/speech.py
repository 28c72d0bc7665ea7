"""Speakers that a sentence inherits: a quotation that goes on, "he added" in one word ("ujarnya")."""

from __future__ import annotations

from claims_pipeline.quantities.attribution import sayings
from claims_pipeline.quantities.grammar import BIT
from claims_pipeline.quantities.sentences import Sentence
from claims_pipeline.quantities.view import QUOTES, View, look

_ANAPHORIC = BIT["attribution.anaphoric"]


def carried(view: View, previous: str, spoken: tuple[str, str]) -> str | None:
    """Who speaks the sentence of ``view`` though it names nobody: the last speaker of the sentence before it.

    ``spoken`` is the sentence that inherited a speaker last, and that speaker: a quotation of three sentences has one.
    """
    goes_on = view.sentence.text[:1] in QUOTES or _left_open(previous)
    if not previous or not (goes_on or any(role & _ANAPHORIC for role in view.roles)):
        return None
    said = sayings(look(Sentence(0, len(previous), previous), [], view.grammar))
    if said:
        return said[-1].speaker
    return spoken[1] if spoken[0] == previous else None


def _left_open(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1
