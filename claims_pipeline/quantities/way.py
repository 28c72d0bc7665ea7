"""How far a word stands from a number: what lies on the way from the one to the other, each word at its cost."""

from __future__ import annotations

from claims_pipeline.quantities import phrases
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, View

FAR = 11
"""A way that is longer leads nowhere."""
_ASIDE = 14
_CLOSING = frozenset("”»」』")
_SAYS = BIT["attribution.verbs_first"] | BIT["attribution.silent"]
_PASSIVE, _OBLIQUE, _STOP = BIT["attributes.passive"], BIT["attributes.oblique"], BIT["nouns.stop"]
_BREAK, _RELATIVE = BIT["modality.breaks"], BIT["nouns.relative"]
_AND, _AMONG, _ANAPHORA = BIT["nouns.and"], BIT["scope.among"], BIT["nouns.anaphora"]
_DET = BIT["nouns.determiners"] | BIT["nouns.more"]


def way(view: View, a: int, b: int, step: float, forward: bool = False) -> float:
    """The length of the way from token ``a`` to before token ``b``, ``step`` a word; infinite across the end of a clause."""
    cost = 0.0
    crossed = False
    resume = a
    for k in range(a, b):
        if k < resume:
            continue
        if cost > FAR:
            return cost
        word = view.words[k]
        if word in BREAKS:
            return float("inf")
        if view.number[k] >= 0:
            other = view.mentions[view.number[k]]
            if other.is_claim and "word.article" not in other.rules:
                cost += 2 if crossed or _joined(view, k) else 6
                cost += 8 if forward and _of_them(view, k) else 0  # "tested 3,150, and 89 of them were positive"
                crossed = True
        elif word in COMMAS:
            cost += 2
            resume = _after_aside(view, k, b) if forward else resume
        elif word in OPEN:
            cost += 8 if word in ")]）" else 0.5  # what stands in brackets is told there
        elif view.roles[k] & BIT["nouns.determiners"] and forward and not view.roles[k - 1] & (_OBLIQUE | _STOP):
            cost += 5  # another noun phrase, with a verb of its own: "9 reasons the middle class is dying"
        elif view.roles[k] & (HEDGE | UNIT | _PASSIVE | _DET):
            cost += 0.2
        elif view.roles[k] & _SAYS or (word in _CLOSING and forward):
            cost += 6  # "... itu ribuan," kata Giri saat menjalani tes: another clause
        elif view.roles[k] & _AND:
            # "melepaskan 4 orang dan menetapkan 18": the verb behind the conjunction has the number
            cost += 6 if not forward and k + 1 < b and crossed and phrases.verbal(view, k + 1) and k + 1 not in view.triggers else 0.5
        elif view.roles[k] & _BREAK and not view.roles[k] & _RELATIVE:
            cost += 6  # "left 12 rounds when he killed himself"
        elif view.roles[k] & _OBLIQUE:
            cost += 4 if step > 1 and not crossed else 1.5 * min(step, 1)
        elif k in view.triggers and view.triggers[k].label.mode in ("after", "before", "both"):
            cost += 5
        else:
            cost += 1 if crossed else step
    return cost


def _of_them(view: View, k: int) -> bool:
    return any(view.roles[j] & _ANAPHORA for j in range(k + 1, min(k + 3, len(view.words))))


def _after_aside(view: View, k: int, b: int) -> int:
    """ "three others, including an officer of the service, were killed": where the sentence goes on after the aside, else ``k``."""
    part = view.roles[k + 1] & _AMONG  # "31 Menschen, darunter elf Kinder, sind ..."
    for j in range(k + 1, min(b + 1, k + _ASIDE)):
        if (view.number[j] >= 0 and not part) or view.words[j] in BREAKS:
            break
        if view.words[j] in COMMAS:
            goes_on = j + 1 <= b and (view.roles[j + 1] & (_PASSIVE | BIT["nouns.verbs"]) or j + 1 == b)
            return j + 1 if goes_on else k
    return k


def _joined(view: View, k: int) -> bool:
    """The number at ``k`` is a member of a list: a conjunction or comma stands within six tokens on either side."""
    window = range(max(k - 3, 0), min(k + 7, len(view.words)))
    return any(view.roles[j] & _AND or view.words[j] in ",،、" for j in window)
