"""The counted thing of a figure whose sentence leaves it out: shared in a list, pointed back to, compared, or the subject."""

from __future__ import annotations

from claims_pipeline.quantities import front, phrases
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.nouns import Noun, governing, phrase_noun
from claims_pipeline.quantities.view import COMMAS, REACH, View

_PERSON = BIT["nouns.generic"] | BIT["nouns.persons"]
_AMONG = BIT["scope.among"]
_NAMED = _PERSON | BIT["nouns.things"]
_GENERIC = BIT["nouns.generic"]
_REACHES = BIT["measure.reaches"]
_STEP = 5
"""Tokens from an old level to the new one."""
_LEVEL = 8
"""Tokens from a change to the level that it reached."""
_OTHER_TIME = BIT["modality.past"] | BIT["modality.compared"]
_AUX = BIT["attributes.passive"] | BIT["modality.planned"] | BIT["modality.hypothetical"]


def elided_noun(view: View, index: int, nouns: list[Noun], attribute: str, toll: tuple[int, int] | None) -> Noun:
    """What a number counts whose noun is not written beside it.

    In this order: the head of the toll it completes ("the death toll rose to 50"), an "of them" that points back, a list of which
    only one member has its noun ("540 people were injured and 29 are missing", "two or three houses"), people where only people
    can be meant ("hundreds killed"), the phrase that governs the number ("population 2,000").
    """
    i = view.at[index]
    if toll is not None:
        return phrase_noun(view, toll[0], toll[1], "noun.toll")
    earlier = next((k for k in range(index - 1, max(index - 8, -1), -1) if nouns[k].text and view.mentions[k].kind == "count"), -1)
    following = i + 1
    back = following < len(view.words) and bool(view.roles[following] & (BIT["nouns.anaphora"] | phrases.PARTITIVE))
    if back and earlier >= 0 and view.roles[max(view.at[earlier] - 1, 0)] & BIT["attributes.oblique"]:
        # "recovered 50 guns from three rooms, half of them ...": not what a preposition governs
        others = range(earlier - 1, max(index - 8, -1), -1)
        earlier = next((k for k in others if nouns[k].text and view.mentions[k].kind == "count"), earlier)
    if back and earlier >= 0:
        return _inherit(nouns, earlier, "noun.of_them")
    if view.mentions[index].kind in ("percent", "fraction", "money"):
        kinds = ("money",) if view.mentions[index].kind == "money" else ("percent", "fraction", "measure", "rate")
        alike = next(
            (
                k
                for k in range(index - 1, max(index - 4, -1), -1)
                if nouns[k].text and nouns[k].rule not in ("noun.sign", "noun.unit") and view.mentions[k].kind in kinds
            ),
            -1,
        )
        return _inherit(nouns, alike, "noun.shared") if alike >= 0 else Noun(i, i, "", "noun.none")
    human = attribute in view.grammar.human
    if earlier >= 0 and _compared(view, i) and not phrases.clause_break(view, view.at[earlier], i):
        return _inherit(nouns, earlier, "noun.compared")
    if not human and view.mentions[index].kind == "count" and (level := _level(view, index, nouns)) is not None:
        return level
    if earlier >= 0 and i - view.at[earlier] < REACH and not phrases.clause_break(view, view.at[earlier], i):
        # "10 children among at least 84 killed": the whole does not take the noun of its part
        fits = (
            bool(nouns[earlier].roles & _PERSON)
            and not _said_between(view, view.at[earlier], i)
            and not view.roles[_before_hedge(view, i)] & _AMONG
            if human
            else _listed(view, view.at[earlier], i)
        )
        single = view.mentions[earlier].value == 1 and view.mentions[index].value != 1 and nouns[earlier].roles & _GENERIC
        if fits and human and single and view.grammar.people:
            return Noun(i, i, view.grammar.people, "noun.people", roles=_GENERIC)  # "one person died and six were injured"
        if fits:
            return _inherit(nouns, earlier, "noun.shared")
    later = index + 1
    if later < len(nouns) and nouns[later].written and (_alternative(view, i, view.at[later]) or _moved(view, i, view.at[later])):
        return _inherit(nouns, later, "noun.shared")
    if earlier >= 0 and not human and _subject(view, i) and not phrases.clause_break(view, view.at[earlier], i):
        return _inherit(nouns, earlier, "noun.shared")  # "1.2 million ballots were requested but only 703,000 had been returned"
    if human and view.grammar.people:
        return Noun(i, i, view.grammar.people, "noun.people", roles=_GENERIC)
    if i and view.roles[i - 1] & phrases.MORE:
        for k in range(i - 2, max(i - REACH, -1), -1):
            if view.roles[k] & _NAMED and not view.capital(k):  # "all of the suspects ... another two": more of the last that were named
                return Noun(k + 1, k + 1, view.text(k, k + 1), "noun.antecedent", roles=view.roles[k])
    subject = governing(view, index, "noun.subject")
    if not subject.written and earlier >= 0 and _had(view, i) and not phrases.clause_break(view, view.at[earlier], i):
        return _inherit(nouns, earlier, "noun.shared")  # "it had fewer than 100 cases in March, but by May it had nearly 50,000"
    return subject


def _had(view: View, i: int) -> bool:
    """A pronoun and a word for having right in front of the number, and nothing of its own behind it."""
    k = _before_hedge(view, i)
    if k < 1 or not view.roles[k] & BIT["nouns.verbs"] or not view.roles[k] & BIT["nouns.links"]:
        return False
    return bool(view.roles[k - 1] & BIT["attribution.pronouns"]) and (i + 1 >= len(view.words) or not view.is_word(i + 1))


def _level(view: View, index: int, nouns: list[Noun]) -> Noun | None:
    """ "IHSG anjlok 1,96% ke posisi 6.968,63", "the Dow fell 500 points, or 2.1%, to 24,322": the level of what has just changed."""
    i = view.at[index]
    if not index or i - view.at[index - 1] > _LEVEL or not any(view.roles[k] & _REACHES for k in range(max(i - 3, 0), i)):
        return None
    for k in range(index - 1, max(index - 4, -1), -1):
        if phrases.clause_break(view, view.at[k], i) or not view.mentions[k].is_claim:
            return None
        verb = next((j for j in range(view.at[k] - 1, max(view.at[k] - 4, -1), -1) if view.roles[j] & BIT["measure.change"]), -1)
        if verb >= 0:
            first, end = front.preceding(view, verb)
            if end > first:
                return Noun(i, i, view.text(first, end), "noun.level", roles=in_points(view, nouns, index))
            source = nouns[k]
            return Noun(i, i, source.text, "noun.level", roles=source.roles) if source.text else None
    return None


def rated(view: View, index: int, nouns: list[Noun]) -> Noun | None:
    """ "22 burglaries, compared with an average of 20 per week": what a bare rate is a rate of."""
    i = view.at[index]
    counts = [k for k in range(index - 1, max(index - 4, -1), -1) if nouns[k].rule == "noun.after" and view.mentions[k].kind == "count"]
    earlier = next((k for k in counts if nouns[k].text and view.mentions[k].is_claim), -1)
    if earlier < 0 or phrases.clause_break(view, view.at[earlier], i):
        return None
    return _inherit(nouns, earlier, "noun.compared") if _compared(view, i) or _listed(view, view.at[earlier], i) else None


def in_points(view: View, nouns: list[Noun], index: int) -> int:
    """The role of points where the sentence tells steps or levels in points before the figure: "rose 64 points to 4,577"."""
    points = BIT["measure.points"]
    near = range(max(index - 8, 0), index)
    return points if any(nouns[k].roles & points and view.mentions[k].is_claim for k in near) else 0


def _compared(view: View, i: int) -> bool:
    """ "460 vehicles were stolen this year compared with 63": the figure of another time counts the same."""
    k = i - 1
    while k > 0 and view.roles[k] & (HEDGE | phrases.DET | BIT["nouns.links"]) and not view.roles[k] & _OTHER_TIME:
        k -= 1  # "compared with an average of 20"
    return k >= 0 and bool(view.roles[k] & _OTHER_TIME)


def _said_between(view: View, a: int, b: int) -> bool:
    """ "rescues four hostages in operation officials say killed more than 200": another clause, other people."""
    return any(view.roles[k] & BIT["attribution.verbs"] for k in range(a + 1, b))


def _subject(view: View, i: int) -> bool:
    """The number is the subject of the verb right behind it."""
    return i + 1 < len(view.words) and bool(view.roles[i + 1] & _AUX)


def counter_only(view: View, noun: Noun) -> bool:
    """ "病床は30床未満だ": a counter stands for the noun that is named before."""
    counters = noun.written and all(view.roles[k] & phrases.CLASSIFIER for k in range(noun.first, noun.end))
    return counters and view.grammar.noun_first and not noun.roles & _GENERIC


def subject(view: View, index: int, noun: Noun) -> Noun:
    """The phrase that governs the figure, ``noun`` when there is none."""
    found = governing(view, index, "noun.subject")
    return found if found.written else noun


def _before_hedge(view: View, i: int) -> int:
    k = i - 1
    while k > 0 and view.roles[k] & (HEDGE | phrases.DET):
        k -= 1
    return max(k, 0)


def _inherit(nouns: list[Noun], source: int, rule: str) -> Noun:
    noun = nouns[source]
    return Noun(noun.end, noun.end, noun.text, rule, roles=noun.roles, shared_with=source, role=noun.role)


def _alternative(view: View, a: int, b: int) -> bool:
    """Only a conjunction or comma stands between: "eight or nine houses"."""
    passed = BIT["nouns.and"] | BIT["modality.conditional"] | BIT["modality.not_negated"] | HEDGE
    return b - a <= 5 and all(view.roles[k] & passed or view.words[k] in COMMAS for k in range(a + 1, b))


def _moved(view: View, a: int, b: int) -> bool:
    """ "dari 185 kini menjadi 218 orang", "from 64 to 2,975 dead": the old level counts what the new one counts."""
    if not a or view.words[a - 1] not in view.grammar.openers or b - a > _STEP:
        return False
    return any(view.roles[k] & _REACHES for k in range(a + 1, b)) and all(view.is_word(k) for k in range(a + 1, b))


def _listed(view: View, a: int, b: int) -> bool:
    """A conjunction or comma leads on to the number at ``b``, with nothing between that could own it."""
    k = b - 1
    while k > a and view.roles[k] & (HEDGE | phrases.DET | UNIT):
        k -= 1
    return bool(view.roles[k] & BIT["nouns.and"]) or view.words[k] in COMMAS
