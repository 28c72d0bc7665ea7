"""Whether the sentence asserts a figure, denies it, supposes it, plans it, or tells it of an earlier event."""

from __future__ import annotations

from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, COMMAS, View

_NEGATED, _NOT_NEGATED = BIT["modality.negated"], BIT["modality.not_negated"]
_HYPOTHETICAL, _CONDITIONAL = BIT["modality.hypothetical"], BIT["modality.conditional"]
_PLANNED, _PAST, _BREAK = BIT["modality.planned"], BIT["modality.past"], BIT["modality.breaks"]
_PURPOSE, _ACHIEVED, _PAST_AFTER = BIT["modality.purpose"], BIT["modality.achieved"], BIT["modality.past_after"]
_SAYING = BIT["attribution.verbs"]
_ANY = _HYPOTHETICAL | _CONDITIONAL | _PLANNED | _PAST
_BEFORE, _AFTER = 14, 4
_NEGATION_REACH = 1
"""Words between a negation and the number that it denies: "we do not own 33"."""
_LIGHT = HEDGE | UNIT | BIT["nouns.determiners"] | BIT["nouns.more"] | BIT["attribution.that"]
_SHUT = frozenset('"“”«»„「」『』—–')
"""What is quoted or set between dashes governs nothing outside."""
_ENDS = _BREAK | BIT["nouns.and"] | BIT["attribution.verbs"]
_NEW_CLAUSE = _BREAK | BIT["attribution.according"]
_LIST = 8


def modality_of(view: View, index: int, noun: Noun, measure: str, earlier: bool, previous: str, trigger: int = -1) -> tuple[str, str]:
    """The modality and the rule that gave it. ``earlier``: the date of the figure makes it one of an earlier event.
    ``previous`` is the modality of the claim before in the sentence, ``trigger`` the token of the verb that gave the attribute."""
    if earlier:
        return "past_event_comparison", "modality.earlier_date"
    i = view.at[index]
    near = _before(view, i)
    if any(view.roles[k] & _NEGATED and not view.roles[k] & (_NOT_NEGATED | HEDGE) and _words(view, k, i) <= _NEGATION_REACH for k in near):
        return "negated", "modality.negated"
    for k in near:
        roles = view.roles[k]
        if not roles & _ANY or roles & HEDGE:
            continue
        if roles & _PAST:
            return "past_event_comparison", "modality.past"
        if roles & (_HYPOTHETICAL | _CONDITIONAL):
            return "hypothetical", "modality.hypothetical"
        if roles & _PLANNED:
            return "planned", "modality.planned"
    if 0 <= trigger < i and _purpose(view, trigger):
        return "planned", "modality.purpose"
    end = max(noun.end if noun.written else 0, i + 1)
    if index and any(view.roles[k] & _PAST_AFTER for k in range(i + 1, min(end + 2, len(view.words))) if _on(view, i, k)):
        return "past_event_comparison", "modality.past_after"  # "£45 for a ticket that cost £20 a season ago"
    if measure == "change":
        end = len(view.words)  # "the 50 percent drop will hurt": the effect is planned, the drop is not
    for k in range(end, min(end + _AFTER, len(view.words))):
        roles = view.roles[k]
        if view.words[k] in BREAKS or view.words[k] in COMMAS or view.number[k] >= 0 or roles & _ENDS:
            break
        if roles & _HYPOTHETICAL and not roles & HEDGE:
            return "hypothetical", "modality.hypothetical"
        if roles & _PLANNED and not roles & HEDGE:
            return "planned", "modality.planned"
    if previous in ("planned", "hypothetical") and index and _one_list(view, view.at[index - 1], i):
        return previous, "modality.list"
    return "asserted", "modality.asserted"


def _purpose(view: View, trigger: int) -> bool:
    """ "a deal to free 12 hostages", "upaya membebaskan 12 sandera"; but "managed to free", "the fire continued to displace"."""
    k = trigger if view.roles[trigger] & _PURPOSE else trigger - 1
    hit = view.triggers.get(trigger)
    if k < 0 or not view.roles[k] & _PURPOSE or hit is None or hit.label.name not in view.grammar.human:
        return False
    before = range(max(k - 2, 0), k)
    return not any(view.roles[j] & (_ACHIEVED | _SAYING) for j in before)


def _on(view: View, a: int, b: int) -> bool:
    return not any(view.words[k] in BREAKS or view.words[k] in COMMAS or view.number[k] >= 0 for k in range(a + 1, b))


def _words(view: View, a: int, b: int) -> int:
    return sum(not view.roles[k] & _LIGHT for k in range(a + 1, b))


def _one_list(view: View, a: int, b: int) -> bool:
    """Two figures of one list: what is planned for the first is planned for the second."""
    return b - a <= _LIST and not any(view.words[k] in BREAKS or view.roles[k] & (_BREAK | _PAST) for k in range(a + 1, b))


def _before(view: View, i: int) -> list[int]:
    """The tokens that can govern the number, nearest first: back to the end of a clause or a word that starts a new one."""
    found = []
    crossed = 0
    for k in range(i - 1, max(i - _BEFORE, 0) - 1, -1):
        if view.words[k] in BREAKS or view.words[k] in _SHUT or (view.roles[k] & _NEW_CLAUSE and not view.roles[k] & (HEDGE | _NEGATED)):
            break
        if view.words[k] in COMMAS:
            crossed += 1
            if crossed > 2:
                break
        found.append(k)
    return found
