"""People counted as anybody whose role the sentence names elsewhere: "the number of suspects rose to 249 people" counts suspects.

Their noun stays as written, and the role is their scope.
"""

from __future__ import annotations

from dataclasses import replace

from claims_pipeline.quantities import front, phrases
from claims_pipeline.quantities.attributes import Reading
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.scope import anyone
from claims_pipeline.quantities.view import BREAKS, COMMAS, View

_GENERIC, _PERSON = BIT["nouns.generic"], BIT["nouns.persons"]
_AS, _TOPIC = BIT["nouns.as"], BIT["nouns.topic"]
_TOLD = (
    HEDGE | UNIT | TIME | phrases.LINK | phrases.DET | BIT["nouns.more"] | BIT["measure.change"] | BIT["measure.reaches"]
    | BIT["measure.by"] | BIT["measure.increment"] | BIT["attributes.passive"]
)  # fmt: skip
"""What may stand between a role and the figure that it heads: words of number and change, no verb that somebody does."""
_PASSED = HEDGE | UNIT | phrases.DET | BIT["nouns.more"]
_BESIDE = frozenset({"noun.after", "noun.before"})
_BEHIND = 9
"""Tokens from the counted people to the word that says as what: "230 orang dan 5 korporasi telah ditetapkan sebagai tersangka"."""


def named(view: View, index: int, noun: Noun, reading: Reading) -> tuple[Noun, Reading] | None:
    """``noun`` with the role of the people of mention ``index``; None where they have their own or none is named.

    What befell them may be told by the role alone: "took 240 people as hostages".
    """
    mention = view.mentions[index]
    if mention.kind != "count" or not mention.is_claim or noun.rule not in _BESIDE or not noun.roles & _GENERIC or not anyone(view, noun):
        return None
    first, end = _role(view, *front.preceding(view, view.at[index]))
    if end > first and _told(view, end, view.at[index]) and not _other(view, first):
        return _with(view, noun, reading, first, end)
    if reading.attribute != "other":
        return None
    for found in (_behind(view, noun), _topic(view, view.at[index])):
        if found[1] > found[0]:
            return _with(view, noun, reading, *found)
    return None


def _told(view: View, end: int, i: int) -> bool:
    """Only words of number and change between the role and its figure; Indonesian needs none ("penumpang 29 orang")."""
    between = range(end, i)
    if not all(view.roles[k] & _TOLD and not view.roles[k] & BIT["nouns.relative"] for k in between):
        return False
    return bool(view.grammar.prefixes) or view.grammar.noun_first or any(not view.roles[k] & _PASSED for k in between)


def _other(view: View, first: int) -> bool:
    """The phrase is counted itself ("one family of 3 people"), a participle ("fueron evacuadas 7 personas"), or what something becomes."""
    if first in view.triggers and view.triggers[first].label.mode in ("both", "after"):
        return True
    before = range(max(first - 2, 0), first)
    return any(view.number[k] >= 0 or view.roles[k] & (BIT["attributes.passive"] | _AS) for k in before)


def _with(view: View, noun: Noun, reading: Reading, first: int, end: int) -> tuple[Noun, Reading]:
    for k in range(first, end):
        hit = view.triggers.get(k)
        if reading.attribute == "other" and hit is not None and hit.label.mode in ("noun", "state"):
            reading = Reading(hit.label.name, "attribute.role", hit.first)
    return replace(noun, role=view.text(first, end)), reading


def _role(view: View, first: int, end: int) -> tuple[int, int]:
    """The phrase from its person on ("número de | detenidos"), empty where nobody is named in it or only anybody."""
    at = next((k for k in range(first, end) if view.roles[k] & _PERSON and not view.roles[k] & _GENERIC), end)
    if at < end and view.grammar.plurals:  # "the number of | armed guards"
        at = max((k + 1 for k in range(first, at) if view.roles[k] & phrases.JOIN), default=first)
    elif first < at < end and not view.roles[at - 1] & phrases.JOIN and not view.grammar.verbs_block:
        return end, end  # "según fuentes médicas": another head
    return at, end


def _behind(view: View, noun: Noun) -> tuple[int, int]:
    """ "230 orang dan 5 korporasi ditetapkan sebagai tersangka", "took 240 people as hostages"."""
    for k in range(noun.end, min(noun.end + _BEHIND, len(view.words))):
        if view.words[k] in BREAKS or view.words[k] in COMMAS or view.roles[k] & _PERSON & ~_GENERIC:
            break
        if view.roles[k] & _AS:
            first, end = phrases.following(view, k + 1)
            return _role(view, first, end) if first == k + 1 or view.roles[k + 1] & phrases.DET else (0, 0)
        if (
            view.number[k] < 0
            and view.capital(k)
            and view.grammar.capitals
            and not view.sentence.text.istitle()
            and not view.capital(noun.first)
        ):
            break  # somebody else is spoken of
    return 0, 0


def _topic(view: View, i: int) -> tuple[int, int]:
    """ "Untuk tersangka perorangan, Polri telah menetapkan 230 orang": a phrase in front of its sentence says of whom it tells."""
    for k in range(min(3, i)):
        if view.roles[k] & _TOPIC and not any(view.words[j] in BREAKS for j in range(k, i)):
            while view.roles[k + 1] & _TOPIC:
                k += 1
            first, end = phrases.following(view, k + 1)
            comma = any(view.words[j] in COMMAS for j in range(end, i))
            return _role(view, first, end) if first == k + 1 and comma else (0, 0)
    return 0, 0
