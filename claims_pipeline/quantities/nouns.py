"""The counted or measured thing of each number, as written, also where the sentence leaves it out."""

from __future__ import annotations

from dataclasses import dataclass

from claims_pipeline.quantities import phrases, plurals
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT
from claims_pipeline.quantities.view import COMMAS, REACH, View

_PERSON = BIT["nouns.generic"] | BIT["nouns.persons"]
_AMONG = BIT["scope.among"]
_NAMED = _PERSON | BIT["nouns.things"]
_GENERIC = BIT["nouns.generic"]
_REACHES = BIT["measure.reaches"]
_LEVEL = 8
"""Tokens from a change to the level that it reached."""
_AUX = BIT["attributes.passive"] | BIT["modality.planned"] | BIT["modality.hypothetical"]


@dataclass(slots=True)
class Noun:
    """``first`` to before ``end`` are its tokens, equal when the noun is elided or inherited."""

    first: int
    end: int
    text: str
    rule: str
    whole: tuple[int, int] = (0, 0)
    """"thirty of the 200 hostages": the tokens of the whole that this is a part of."""
    roles: int = 0
    shared_with: int = -1
    """The mention whose noun this one inherits."""

    @property
    def written(self) -> bool:
        return self.end > self.first


def _noun(view: View, first: int, end: int, rule: str) -> Noun:
    roles = 0
    for i in range(first, end):
        roles |= view.roles[i]
    text = view.text(first, end)
    if end > first and view.grammar.particles:
        text = text.removesuffix(phrases.marked(view, end - 1))
    return Noun(first, end, text, rule, roles=roles)


def after_units(view: View, i: int) -> int:
    """The token after the number at ``i`` and its unit."""
    j = i + 1
    if j + 1 < len(view.words) and view.words[j] == "-" and view.roles[j + 1] & UNIT:
        j += 1  # "a 55-metre tunnel"
    while j < len(view.words) and view.roles[j] & UNIT:
        j += 1
    return j


def written_noun(view: View, index: int) -> Noun:
    """The noun written beside the number of mention ``index``; empty when there is none."""
    i = view.at[index]
    mention = view.mentions[index]
    kind = mention.kind
    if kind in ("measure", "rate", "duration", "age"):
        return _unit_noun(view, index)
    if kind == "money":
        return _money_noun(view, index)
    j = after_units(view, i) if kind != "count" else i + 1
    whole = _whole(view, index, j)
    if whole is not None:
        return whole
    if kind in ("percent", "fraction"):
        noun = _noun(view, *phrases.following(view, j), "noun.after")
        return noun if noun.written else _governing(view, index, "noun.subject")
    if fold_word(mention.text) in view.grammar.behind:
        before = _noun(view, *phrases.preceding(view, i, adjacent=True), "noun.before")
        if before.written:
            return before
    if view.grammar.plurals and _hyphened(view, i):
        if not view.roles[i + 2] & BIT["nouns.hyphened"]:
            return _noun(view, i + 2, i + 3, "noun.hyphened")
        j = i + 3  # "a 25,000-strong crowd"
    first, end = phrases.following(view, j)
    noun = _noun(view, first, plurals.nominal(view, first, end) if mention.value == 1 else plurals.fit(view, first, end), "noun.after")
    if view.grammar.noun_first or (noun.written and all(view.roles[k] & phrases.CLASSIFIER for k in range(noun.first, noun.end))):
        before = _noun(view, *phrases.preceding(view, i, adjacent=True), "noun.before")
        if before.written and (not noun.written or view.grammar.noun_first):
            return before
    return _past_classifier(view, noun)


def _hyphened(view: View, i: int) -> bool:
    """ "a 281-store business", "a 12-member jury": the word that the hyphen ties to the number is what it counts."""
    if i + 2 >= len(view.words) or view.words[i + 1] != "-" or not view.is_word(i + 2):
        return False
    if (
        (view.roles[i + 2] & phrases.STOP and not view.roles[i + 2] & BIT["nouns.nominal"])
        or phrases.verbal(view, i + 2)
        or view.words[i + 2].count("-") > 1
    ):
        return False  # "one-on-one", "two-pronged", "one-size-fits-all"
    return view.ends[i] == view.starts[i + 1] and view.ends[i + 1] == view.starts[i + 2]


def _past_classifier(view: View, noun: Noun) -> Noun:
    """ "14名矿工" counts miners, "14人の作業員" workers, "2300人を超える住民" inhabitants: the noun stands behind its counter."""
    k = noun.first
    while k < noun.end and view.roles[k] & phrases.CLASSIFIER:
        k += 1
    if k == noun.first or not view.grammar.genitive_behind:
        return noun
    if k < noun.end:
        return _noun(view, k, noun.end, noun.rule)
    while k < len(view.words) and view.number[k] < 0 and view.roles[k] & (HEDGE | BIT["nouns.genitive"]):
        k += 1
    if k == noun.end or phrases.verbal(view, k - 1):  # "100만 명을 넘었고 유엔은": the sentence went on
        return noun
    further = _noun(view, *phrases.following(view, k), "noun.after")
    return further if further.written else noun


def _whole(view: View, index: int, j: int) -> Noun | None:
    """ "thirty of the 200 hostages", "half of Gaza's population"; None without a word that makes parts."""
    count = len(view.words)
    if _taken_from(view, view.at[index], j):
        return _noun(view, *phrases.following(view, _past_determiners(view, j + 1)), "noun.taken_from")
    if j + 1 < count and view.words[j] == "," and view.roles[j + 1] & phrases.PARTITIVE:
        j += 1  # "thousands, if not millions, of deaths"
    if j >= count or not view.roles[j] & phrases.PARTITIVE:
        return None
    k = j + 1
    definite = False
    while k < count and view.number[k] < 0 and (view.roles[k] & (phrases.DET | phrases.HEDGE) or view.words[k] == ","):
        definite = definite or view.words[k] != ","
        k += 1
    while definite and k + 1 < count and view.roles[k] & BIT["nouns.superlative"]:
        k += 1  # "three of the most wanted men"
    if k < count and view.number[k] >= 0 and view.mentions[view.number[k]].is_claim:
        noun = _noun(view, *phrases.following(view, after_units(view, k)), "noun.part_of_whole")
        noun.whole = (j, max(noun.end, k + 1))
        return noun
    if definite and k < count and not view.roles[k] & _NAMED and (phrases.verbal(view, k) or k in view.triggers) and _finite(view, k):
        return None  # "18 of those involved his brother": the noun was named before
    first, end = phrases.following(view, k)
    noun = _noun(view, first, plurals.fit(view, first, end, whole=definite), "noun.part_of_whole" if definite else "noun.after")
    if not noun.written:
        return None
    if definite and view.mentions[index].kind == "count" and view.mentions[index].bound != "vague":
        noun.whole = (j, noun.end)
    return noun


def _finite(view: View, k: int) -> bool:
    """A participle with a noun behind belongs to the phrase ("of the injured passengers"), one with an object or none is the verb."""
    trigger = view.triggers.get(k)
    if trigger is not None and trigger.label.mode in ("noun", "state", "alone", "toll"):
        return False
    behind = (trigger.last if trigger is not None else k) + 1
    ended = behind >= len(view.words) or not view.is_word(behind) or view.capital(behind)
    return ended or bool(view.roles[behind] & (phrases.STOP | phrases.DET))


def _taken_from(view: View, i: int, j: int) -> bool:
    """ "knocked 5 percent off the price", "memotong 5 persen dari anggaran": what is changed follows its preposition."""
    if j >= len(view.words) or not view.roles[j] & BIT["nouns.taken_from"]:
        return False
    if j + 1 < len(view.words) and view.number[j + 1] >= 0:
        return False  # "rose to 5.3 percent from 4.8"
    return any(view.roles[k] & BIT["measure.change"] for k in range(max(i - 4, 0), i))


def _past_determiners(view: View, k: int) -> int:
    while k < len(view.words) and view.roles[k] & phrases.DET:
        k += 1
    return k


def _unit_noun(view: View, index: int) -> Noun:
    """ "24 feet", "200 mm of rain", "meter jembatan": the unit as written with what it measures when that follows."""
    mention = view.mentions[index]
    i = view.at[index]
    j = after_units(view, i)
    if j == i + 1:
        k = i
        while k > 0 and view.roles[k - 1] & UNIT and view.is_word(k - 1):
            k -= 1
        return _noun(view, k, i, "noun.unit") if k < i else _governing(view, index, "noun.subject")  # "of magnitude 6.2"
    k = j
    if k < len(view.words) and view.roles[k] & phrases.JOIN:
        k = _past_determiners(view, k + 1)
    first, end = phrases.following(view, k)
    if end > first and (mention.kind == "measure" or (mention.kind == "rate" and (k > j or (mention.unit or "")[:3].isupper()))):
        return _noun(view, _past_join(view, i + 1, j), end, "noun.unit_of")
    return _noun(view, _past_join(view, i + 1, j), j, "noun.unit")


def _past_join(view: View, i: int, end: int) -> int:
    """ "hundreds of miles": the word between number and unit is none of the noun."""
    return i + 1 if i + 1 < end and view.roles[i] & phrases.JOIN else i


def _money_noun(view: View, index: int) -> Noun:
    """ "a $100,000 transfer", "harga Rp32 miliar": what costs so much, else the currency as written."""
    i = view.at[index]
    j = after_units(view, i)
    k = j
    # "Rp 5 triliun dari APBN" tells the source of the money, "$5 million of aid" its use
    partitive = k < len(view.words) and (view.roles[k] & phrases.JOIN or _taken_from(view, i, k))
    if partitive:
        k = _past_determiners(view, k + 1)
    first, end = phrases.following(view, k)
    if end > first and (partitive or (view.grammar.segmenter is None and not view.grammar.noun_first)):
        return _noun(view, first, end, "noun.after")
    if j > i + 1:
        return _noun(view, _past_join(view, i + 1, j), j, "noun.unit")
    noun = _governing(view, index, "noun.subject")
    if noun.written:
        return noun
    k = i
    while k > 0 and view.roles[k - 1] & UNIT:
        k -= 1
    return _noun(view, k, i, "noun.sign")


def _governing(view: View, index: int, rule: str) -> Noun:
    first, end = phrases.preceding(view, view.at[index])
    sign = view.at[index]
    while sign > 0 and view.roles[sign - 1] & UNIT:
        sign -= 1
    shared = first > 0 and view.roles[first - 1] & (BIT["nouns.and"] | BIT["nouns.relative"])
    if end == sign and (end - first > 1 or shared) and plurals.plural(view, end - 1) and not view.roles[end - 1] & _NAMED:
        return _noun(view, end, end, rule)  # "UNRWA seeks $1.2 billion", "builds cars and employs 300": a verb in the present
    return _noun(view, first, end, rule)


def elided_noun(view: View, index: int, nouns: list[Noun], attribute: str, toll: tuple[int, int] | None) -> Noun:
    """What a number counts whose noun is not written beside it.

    In this order: the head of the toll it completes ("the death toll rose to 50"), an "of them" that points back, a list of which
    only one member has its noun ("540 people were injured and 29 are missing", "two or three houses"), people where only people
    can be meant ("hundreds killed"), the phrase that governs the number ("population 2,000").
    """
    i = view.at[index]
    if toll is not None:
        return _noun(view, toll[0], toll[1], "noun.toll")
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
    if later < len(nouns) and nouns[later].written and _alternative(view, i, view.at[later]):
        return _inherit(nouns, later, "noun.shared")
    if earlier >= 0 and not human and _subject(view, i) and not phrases.clause_break(view, view.at[earlier], i):
        return _inherit(nouns, earlier, "noun.shared")  # "1.2 million ballots were requested but only 703,000 had been returned"
    if human and view.grammar.people:
        return Noun(i, i, view.grammar.people, "noun.people", roles=_GENERIC)
    if i and view.roles[i - 1] & phrases.MORE:
        for k in range(i - 2, max(i - REACH, -1), -1):
            if view.roles[k] & _NAMED and not view.capital(k):  # "all of the suspects ... another two": more of the last that were named
                return Noun(k + 1, k + 1, view.text(k, k + 1), "noun.antecedent", roles=view.roles[k])
    return _governing(view, index, "noun.subject")


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
            first, end = phrases.preceding(view, verb)
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
    while k > 0 and view.roles[k] & (HEDGE | phrases.DET | BIT["nouns.links"]) and not view.roles[k] & BIT["modality.past"]:
        k -= 1  # "compared with an average of 20"
    return k >= 0 and bool(view.roles[k] & BIT["modality.past"])


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
    found = _governing(view, index, "noun.subject")
    return found if found.written else noun


def _before_hedge(view: View, i: int) -> int:
    k = i - 1
    while k > 0 and view.roles[k] & (HEDGE | phrases.DET):
        k -= 1
    return max(k, 0)


def _inherit(nouns: list[Noun], source: int, rule: str) -> Noun:
    noun = nouns[source]
    return Noun(noun.end, noun.end, noun.text, rule, roles=noun.roles, shared_with=source)


def _alternative(view: View, a: int, b: int) -> bool:
    """Only a conjunction or comma stands between: "eight or nine houses"."""
    passed = BIT["nouns.and"] | BIT["modality.conditional"] | BIT["modality.not_negated"] | HEDGE
    return b - a <= 5 and all(view.roles[k] & passed or view.words[k] in COMMAS for k in range(a + 1, b))


def _listed(view: View, a: int, b: int) -> bool:
    """A conjunction or comma leads on to the number at ``b``, with nothing between that could own it."""
    k = b - 1
    while k > a and view.roles[k] & (HEDGE | phrases.DET | UNIT):
        k -= 1
    return bool(view.roles[k] & BIT["nouns.and"]) or view.words[k] in COMMAS
