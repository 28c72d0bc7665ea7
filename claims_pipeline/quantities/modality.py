"""Whether the sentence asserts a figure, denies it, supposes it, plans it, or tells it of an earlier event."""

from __future__ import annotations

from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, View

_NEGATED, _NOT_NEGATED = BIT["modality.negated"], BIT["modality.not_negated"]
_HYPOTHETICAL, _CONDITIONAL = BIT["modality.hypothetical"], BIT["modality.conditional"]
_PLANNED, PAST, _BREAK = BIT["modality.planned"], BIT["modality.past"], BIT["modality.breaks"]
_COMPARED, _COMPARED_BEHIND = BIT["modality.compared"], BIT["modality.compared_behind"]
_PAST_NEAR, _IDLE = BIT["modality.past_near"], BIT["modality.idle"]
COMPARED = PAST | _COMPARED | _COMPARED_BEHIND
"""What lies beyond such a word is of the figure that is compared."""
_PURPOSE, _ACHIEVED, _PAST_AFTER = BIT["modality.purpose"], BIT["modality.achieved"], BIT["modality.past_after"]
_SAYING = BIT["attribution.verbs"]
_ANY = _HYPOTHETICAL | _CONDITIONAL | _PLANNED | PAST | _COMPARED | _PAST_NEAR
_TIMELY = TIME | PAST | _PAST_NEAR | _PAST_AFTER
_BEFALLEN = frozenset({"killed", "injured", "casualties", "missing", "held", "abducted", "displaced", "destroyed", "damaged"})
"""What events do, and are compared by; patients and tests of two groups are compared in one breath."""
_BEFORE, _AFTER = 14, 4
_NEGATION_REACH = 1
"""Words between a negation and the number that it denies: "we do not own 33"."""
_LIGHT = HEDGE | UNIT | BIT["nouns.determiners"] | BIT["nouns.more"] | BIT["attribution.that"]
_SHUT = frozenset('"“”«»„「」『』—–')
"""What is quoted or set between dashes governs nothing outside."""
_ENDS = _BREAK | BIT["nouns.and"] | BIT["attribution.verbs"]
_NEW_CLAUSE = _BREAK | BIT["attribution.according"] | _COMPARED_BEHIND
_LIST = 8
_TOLD_BEHIND = 6
_FINDINGS = BIT["modality.findings"]
_AUXILIARY = BIT["attributes.passive"] | _PURPOSE | BIT["attribution.infinitive"]
_FOUND = 24
_LINK = BIT["nouns.links"] | BIT["nouns.stop"]
_FROM = BIT["nouns.partitive"] | BIT["nouns.taken_from"]
_OBLIQUE = BIT["attributes.oblique"] | _FROM


def modality_of(
    view: View, index: int, noun: Noun, measure: str, earlier: bool, previous: str, trigger: int = -1, attribute: str = "other"
) -> tuple[str, str]:
    """The modality and the rule that gave it. ``earlier``: the date of the figure makes it one of an earlier event.
    ``previous`` is the modality of the claim before in the sentence, ``trigger`` the token of the verb that gave ``attribute``, which
    may also be that of the claim before: "nine dead, compared with 44 in Peru"."""
    if earlier:
        return "past_event_comparison", "modality.earlier_date"
    i = view.at[index]
    near = _before(view, i)
    end = max(noun.end if noun.written else 0, i + 1)
    ahead = _ahead(view, len(view.words) if measure == "change" else end)
    negating = (k for k in near if view.roles[k] & _NEGATED and not view.roles[k] & (_NOT_NEGATED | HEDGE))
    if ahead != "hypothetical" and any(_words(view, k, i) <= _NEGATION_REACH for k in negating):
        return "negated", "modality.negated"  # "without a dam 500 people would have drowned" denies nothing
    same = (
        view.mentions[index].kind == "count" and not noun.written
    )  # "12 arrests, compared with 44 in Peru"; "with 44 Democrats" are others
    eventful = same or attribute in _BEFALLEN
    if trigger > i and _denied(view, i, trigger):
        return "negated", "modality.negated_verb"
    if (governed := _governed(view, i, end, near, eventful)) is not None:
        return governed
    if 0 <= trigger < i and _purpose(view, trigger):
        return "planned", "modality.purpose"
    if _compared_behind(view, index, end, eventful):
        return "past_event_comparison", "modality.past_after"
    if ahead:
        return ahead, f"modality.{ahead}"
    if previous in ("planned", "hypothetical") and index and _one_list(view, view.at[index - 1], i):
        return previous, "modality.list"
    return "asserted", "modality.asserted"


def _governed(view: View, i: int, end: int, near: list[int], eventful: bool) -> tuple[str, str] | None:
    """The nearest word in front of the number that gives it a modality."""
    comma = False
    for k in near:
        roles = view.roles[k]
        comma = comma or view.words[k] in COMMAS
        if not roles & _ANY or roles & (HEDGE | _IDLE):
            continue
        if roles & PAST and not comma:
            return "past_event_comparison", "modality.past"
        if roles & _COMPARED and not comma:
            timely = eventful or _timely(view, k, end)
            return ("past_event_comparison", "modality.compared") if timely else ("asserted", "modality.compared_group")
        if roles & _PAST_NEAR and k and not comma and _beside(view, k, i):
            return "past_event_comparison", "modality.past_near"
        if roles & (_HYPOTHETICAL | _CONDITIONAL):
            return "hypothetical", "modality.hypothetical"
        if roles & _PLANNED:
            return "planned", "modality.planned"
    return None


def _timely(view: View, k: int, end: int) -> bool:
    """Whether a time is told with the figure that is compared: "compared with 34 in 2016"; two groups of one poll have none."""
    for j in range(k + 1, min(end + _TOLD_BEHIND, len(view.words))):
        if j >= end and (view.words[j] in BREAKS or view.words[j] in COMMAS):
            return False
        if view.roles[j] & _TIMELY or (view.number[j] >= 0 and view.mentions[view.number[j]].kind == "date"):
            return True
    return False


def _beside(view: View, k: int, i: int) -> bool:
    """ "posisi sebelumnya Rp14.080" compares; an adverb before its verb only tells the order: "she previously won three titles"."""
    between = [j for j in range(k + 1, i) if not view.roles[j] & (_LIGHT | _LINK | _PAST_NEAR)]
    if view.roles[k - 1] & _FROM and not any(view.number[j] >= 0 for j in between):
        return True  # "dari sebelumnya berada di rentang 401"
    opening = all(view.words[j] in OPEN or not view.words[j].isalnum() for j in range(k))
    return not between and not opening


def _compared_behind(view: View, index: int, end: int, eventful: bool) -> bool:
    """ "£45 for a ticket that cost £20 a season ago", Turkish "200'e kıyasla"."""
    i = view.at[index]
    for k in range(i + 1, min(end + 2, len(view.words))):
        if not _on(view, i, k) or view.roles[k] & (PAST | _COMPARED):
            return False  # "rose by 125% compared with the year before"
        if view.roles[k] & _COMPARED_BEHIND:
            return eventful or _timely(view, max(i - _TOLD_BEHIND, 0), k)
        if view.roles[k] & _PAST_AFTER:
            return index > 0
    return False


def _ahead(view: View, end: int) -> str:
    """The modality of the verb that follows the figure: "12 people could die". ``end`` is the token behind its noun; that of a
    change is the sentence's ("the 50 percent drop will hurt": the effect is planned, the drop is not)."""
    for k in range(end, min(end + _AFTER, len(view.words))):
        roles = view.roles[k]
        if view.words[k] in BREAKS or view.words[k] in COMMAS or view.number[k] >= 0 or roles & _ENDS:
            return ""
        if not roles & (_HYPOTHETICAL | _PLANNED) or roles & (HEDGE | _IDLE):
            continue
        if roles & _HYPOTHETICAL:
            return "hypothetical"
        if not view.roles[k - 1] & _OBLIQUE or k == end:
            return "planned"  # but "3 million hectares of the target": a plan that is only named
    return ""


def _denied(view: View, i: int, trigger: int) -> bool:
    """ "3,000 people did not die", "millions were told not to leave their homes": the verb behind the figure is denied."""
    k = trigger - 1
    if k > i + 1 and view.roles[k] & _AUXILIARY and not view.roles[k] & _NEGATED:
        k -= 1
    return k > i and bool(view.roles[k] & _NEGATED) and not view.roles[k] & (_NOT_NEGATED | HEDGE)


def found_out(view: View, index: int) -> bool:
    """ "The report found that 2,975 deaths ...": what a study counts is its news, however old the event."""
    i = view.at[index]
    return any(view.roles[k] & _FINDINGS and not view.roles[k] & HEDGE for k in range(max(i - _FOUND, 0), i))


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
    return b - a <= _LIST and not any(view.words[k] in BREAKS or view.roles[k] & (_BREAK | PAST) for k in range(a + 1, b))


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
