"""Who of all is counted: the nationality, age, role or group that narrows the counted people, as written."""

from __future__ import annotations

from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, OPEN, View

_GENERIC, _PERSON = BIT["nouns.generic"], BIT["nouns.persons"]
_AMONG = BIT["scope.among"]
_OF_THEM = BIT["scope.of_them"]
_NEAR = 5
_PASSED = HEDGE | UNIT | BIT["nouns.determiners"] | BIT["nouns.more"]
_FILLER = BIT["nouns.classifiers"] | BIT["nouns.determiners"] | BIT["nouns.more"] | BIT["nouns.and"]


def among(view: View, index: int) -> bool:
    """ "16,248, including 7,112 children": the number is of a part of the one before it."""
    k = view.at[index] - 1
    while k >= 0 and view.number[k] < 0 and (view.roles[k] & _PASSED or view.words[k] in OPEN) and not view.roles[k] & _AMONG:
        k -= 1
    return k >= 0 and bool(view.roles[k] & _AMONG)


def points_back(view: View, index: int, noun: Noun) -> bool:
    """ "eight Russians are among them": the group, and what befell it, is told elsewhere."""
    end = noun.end if noun.written else view.at[index] + 1
    for k in range(end, min(end + _NEAR, len(view.words))):
        if view.words[k] in BREAKS or view.number[k] >= 0:
            return False
        if view.roles[k] & _OF_THEM:
            return True
    return False


def scope_of(view: View, index: int, noun: Noun, attribute: str) -> tuple[str | None, str]:
    """The scope and the rule that gave it; None when the noun is anyone ("people", "victims", "deaths")."""
    if noun.whole[1] > noun.whole[0]:
        return view.text(*noun.whole), "scope.part_of_whole"
    if view.mentions[index].kind not in ("count", "percent", "fraction"):
        return None, ""
    if noun.rule == "noun.toll":
        # "Gaza child casualties", "Palestinian death toll": the group is named inside the head
        named = [
            k for k in range(noun.first, noun.end) if view.roles[k] & _PERSON and not view.roles[k] & _GENERIC and k not in view.triggers
        ]
        return (view.text(named[0], named[-1] + 1), "scope.toll") if named else (None, "")
    if not noun.text or noun.rule == "noun.people":
        return None, ""
    if noun.role:
        return noun.role, "scope.role"
    if attribute not in view.grammar.human and not noun.roles & (_PERSON | _GENERIC):
        return None, ""
    if noun.written and anyone(view, noun):
        return None, ""
    if not noun.written and noun.roles & _GENERIC:
        return None, ""
    head = view.triggers.get(noun.first) if noun.written else None
    if head is not None and head.last + 1 >= noun.end and head.label.mode in ("noun", "state", "alone"):
        return None, ""  # "hostages" among the held are everyone; "Israeli hostages" are not
    if head is not None and head.label.mode in ("noun", "alone") and not noun.roles & _PERSON & ~_GENERIC:
        return None, ""  # "cases of coronavirus", "deaths from the disease"
    return noun.text, "scope.noun"


def anyone(view: View, noun: Noun) -> bool:
    """Every word of the phrase is generic, a classifier, or the word of the attribute itself ("injured people", "deaths")."""
    return all(
        view.roles[k] & (_GENERIC | _FILLER) or (k in view.triggers and not view.roles[k] & _PERSON) or not view.is_word(k)
        for k in range(noun.first, noun.end)
    )
