"""Who of all is counted: the nationality, age, role or group that narrows the counted people, as written."""

from __future__ import annotations

from claims_pipeline.quantities import phrases
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, OPEN, View

_GENERIC, _PERSON = BIT["nouns.generic"], BIT["nouns.persons"]
_THINGS, _JOIN = BIT["nouns.things"], BIT["nouns.join"]
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
        said = _said_of_part(view, noun)
        return (view.text(*said), "scope.predicate") if said[1] > said[0] else (view.text(*noun.whole), "scope.part_of_whole")
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
    if noun.written and (anyone(view, noun) or (attribute not in view.grammar.human and _thing(view, noun))):
        return None, ""
    if not noun.written and noun.roles & _GENERIC:
        return None, ""
    head = view.triggers.get(noun.first) if noun.written else None
    if head is not None and head.last + 1 >= noun.end and head.label.mode in ("noun", "state", "alone"):
        return None, ""  # "hostages" among the held are everyone; "Israeli hostages" are not
    if head is not None and head.label.mode in ("noun", "alone") and not noun.roles & _PERSON & ~_GENERIC:
        return None, ""  # "cases of coronavirus", "deaths from the disease"
    return noun.text, "scope.noun"


def _thing(view: View, noun: Noun) -> bool:
    """ "dua mobil polisi", "three police vans": the head is no person, whoever owns it."""
    end = next((k for k in range(noun.first, noun.end) if view.roles[k] & _JOIN), noun.end)  # "members of the House"
    known = [k for k in range(noun.first, end) if view.roles[k] & (_PERSON | _GENERIC | _THINGS)]
    head = view.roles[known[-1 if view.grammar.head_last else 0]] if known else 0
    return bool(head & _THINGS) and not head & (_PERSON | _GENERIC)


def _said_of_part(view: View, noun: Noun) -> tuple[int, int]:
    """ "12 of the hostages are Thai nationals": who the part is; nothing of "12 of the hostages were people who lived there"."""
    k = noun.whole[1]
    while k < len(view.words) and view.number[k] < 0 and view.roles[k] & BIT["attributes.passive"]:
        k += 1
    first, end = phrases.following(view, k) if k > noun.whole[1] else (k, k)
    people = any(view.roles[j] & (_PERSON | _GENERIC) and j not in view.triggers for j in range(first, end))
    return (first, end) if people and first == k and not anyone(view, Noun(first, end, "", "")) else (k, k)


def anyone(view: View, noun: Noun) -> bool:
    """Every word of the phrase is generic, a classifier, or the word of the attribute itself ("injured people", "deaths")."""
    return all(
        view.roles[k] & (_GENERIC | _FILLER) or (k in view.triggers and not view.roles[k] & _PERSON) or not view.is_word(k)
        for k in range(noun.first, noun.end)
    )
