"""The noun phrase that governs a number from in front: "jarak pandang hanya 600 meter", "Sales in China fell 5 percent"."""

from __future__ import annotations

from claims_pipeline.quantities import plurals
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT
from claims_pipeline.quantities.phrases import DET, JOIN, KNOWN_NOUN, LINK, LONGEST, MORE, SOFT, STOP, marked, verbal
from claims_pipeline.quantities.view import OPEN, View

_OBLIQUE = BIT["attributes.oblique"] | BIT["places.prepositions"] | BIT["places.before_names"]
_NO_HEAD = STOP | BIT["modality.planned"] | BIT["modality.hypothetical"] | BIT["attribution.pronouns"] | BIT["attribution.speakers"]
"""Words of a phrase that a preposition follows and that heads no figure: "officials in Kandar"."""
_REACHES = BIT["measure.reaches"]
_CLAUSE = 8
"""Tokens from a relative pronoun to the last noun of its clause."""
_PARTS = 3
"""Prepositions between the head of a phrase and its figure."""


def _verb_ends(view: View) -> bool:
    return view.grammar.noun_first or view.grammar.verbs_block


def preceding(view: View, end: int, adjacent: bool = False) -> tuple[int, int]:
    """Tokens of the noun phrase that governs the number at ``end``: "jarak pandang hanya 600 meter", "population 2,000".

    Linking verbs, hedges and currency signs between them are passed over, at most eight words, unless ``adjacent``.
    """
    i = end - 1
    passed = 0
    direct = True
    while i >= 0 and passed < 9:
        if not adjacent and i + 1 < end and (before := _before_date(view, i)) < i:
            i, direct = before, False
            if view.words[i].endswith(view.grammar.gerunds or "\0") and not view.roles[i] & (LINK | STOP):
                break  # "cut capital spending for 2020 by 10%"
            continue
        if view.number[i] >= 0:
            break
        roles = view.roles[i]
        word = view.words[i]
        transparent = roles & (HEDGE | UNIT | DET) or word in OPEN
        if not transparent and not adjacent:
            verb = verbal(view, i) and i not in view.triggers and not view.grammar.verbs_block
            if verb and view.grammar.gerunds and not roles & LINK:
                if direct and i and _acts(view, i, end):
                    return end, end
                if not direct and word.endswith(view.grammar.gerunds) and _predicated(view, i + 1):
                    break  # "R&D spending rose 5%"
            if not direct and roles & BIT["measure.change"] and plurals.plural(view, i) and _auxiliary(view, i + 1):
                break  # "Hamas losses would be over 900"
            transparent = (roles & (LINK | TIME | BIT["nouns.relative"]) or verb or word == ":") and not roles & KNOWN_NOUN
        summed = roles & JOIN or (i + 1 < end and view.roles[i + 1] & JOIN)  # "a total of", "an average of"
        direct = direct and bool(summed or ((roles & (HEDGE | UNIT | DET) or word in OPEN) and not roles & LINK))
        if not transparent:
            break
        i -= 1
        passed += 1
    last = i + 1
    words = 0
    longest = 2 * LONGEST if view.grammar.segmenter else LONGEST
    while i >= 0 and words < longest:
        if not words and i and view.number[i] >= 0 and view.mentions[view.number[i]].kind == "identifier":
            i -= 1  # "the S&P 500 rose 0.2%"
            continue
        if not view.is_word(i):
            break
        roles = view.roles[i]
        if (mark := marked(view, i)) and (adjacent or words or mark not in view.grammar.subjects):
            break  # "실업률은 0.3%": a subject governs its figure with its particle
        ends = _verb_ends(view) or bool(view.grammar.prefixes)  # "Zarof membayar | denda Rp 1 miliar"
        if roles & (HEDGE | UNIT | TIME) or ((words or view.grammar.verbs_block) and ends and verbal(view, i)):
            break
        joined = words and roles & JOIN and i > 0 and view.is_word(i - 1) and not view.roles[i - 1] & STOP
        changes = not words and not adjacent and i + 1 < end and plurals.plural(view, i) and _auxiliary(view, i + 1)
        told = not words and roles & BIT["nouns.nominal"] and i + 1 < end and view.roles[i + 1] & JOIN  # "claims of $2bn"
        if roles & (STOP | SOFT) and not joined and not roles & KNOWN_NOUN and not changes and not told:
            break
        if words and roles & DET and not (i > 0 and view.roles[i - 1] & JOIN):
            i -= 1  # "rompió un acuerdo de 11 millones": the phrase begins at its determiner
            break
        trigger = view.triggers.get(i)
        if trigger is not None and trigger.label.mode not in ("noun", "state", "alone", "toll", "nominal"):
            break
        if not words and view.grammar.inverted and i > 0 and view.roles[i - 1] & BIT["nouns.verbs"]:
            break  # "ha stanziato 1,5 milioni": a participle governs nothing
        i -= 1
        words += 1
    first = i + 1
    if view.grammar.noun_capitals:
        while last > first and not view.capital(last - 1):
            last -= 1  # "Palmer bekam 52 Prozent": a verb is no head of a phrase
    while first < last and (view.roles[first] & (DET | JOIN | MORE) or verbal(view, first)):
        if last - first == 1 and last < end and view.grammar.gerunds and view.words[first].endswith(view.grammar.gerunds):
            break  # "Spending rose 5%"
        first += 1
    if first and last > first and not adjacent and view.words[first - 1] in view.grammar.per:
        return preceding(view, first - 1, adjacent=True)  # "the maximum investment per person is 50,000"
    if last - first == 1 and not adjacent and first and _infinitive(view, first, end):
        return end, end
    told = any(
        (view.roles[k] & (LINK | BIT["nouns.relative"]) and not view.roles[k] & (JOIN | HEDGE)) or (view.number[k] < 0 and verbal(view, k))
        for k in range(last, end)
    )
    if told and last > first and not adjacent and (owner := _owner(view, first))[1] > owner[0]:
        return owner
    if told and last > first and not adjacent and not view.grammar.noun_first and not view.grammar.segmenter:
        return _headed(view, first, last)
    return first, last


def _owner(view: View, first: int) -> tuple[int, int]:
    """ "The number of Syrians who have fled their country has risen above": a relative clause tells of what stands before it."""
    for r in range(first - 1, max(first - _CLAUSE, 0), -1):
        roles = view.roles[r]
        if view.number[r] >= 0 or not view.is_word(r) or roles & (BIT["attribution.verbs"] | BIT["attribution.verbs_first"]):
            break
        if roles & BIT["nouns.relative"] and r < first - 1:
            return preceding(view, r, adjacent=True) if not roles & BIT["attribution.that"] and view.grammar.plurals else (first, first)
    return first, first


def _before_date(view: View, i: int) -> int:
    """The token before the date that ends at ``i``: "Penjualan mobil pada Mei 2025 turun", "Sales in June fell"; ``i`` when none does."""
    k = i
    while k > 0 and (view.roles[k] & TIME or (view.number[k] >= 0 and view.mentions[view.number[k]].kind == "date")):
        k -= 1
    return k - 1 if 0 < k < i and view.roles[k] & _OBLIQUE and not view.roles[k] & (JOIN | _REACHES | HEDGE) else i


def _headed(view: View, first: int, last: int) -> tuple[int, int]:
    """ "Sales in China fell 5 percent", "Harga mobil di Jakarta mencapai": a preposition parts the head from where or whose it is."""
    at = first
    for _ in range(_PARTS):
        p = at - 1
        while p > 0 and view.roles[p] & DET and not view.roles[p] & _OBLIQUE:
            p -= 1
        if p <= 0 or not view.roles[p] & _OBLIQUE or view.roles[p] & (HEDGE | JOIN) or view.number[p] >= 0:
            break
        if view.roles[p] & BIT["modality.purpose"] and not (view.roles[at] & BIT["places.names"] or plurals.plural(view, last - 1)):
            break  # "to Cost $50 billion" is a verb, "exports to Russia" a place
        if view.number[p - 1] >= 0 and view.mentions[view.number[p - 1]].kind == "percent" and view.roles[at] & BIT["places.names"]:
            return first, first  # "from 39% in Peru to 64%": where the figure before is of
        head, end = preceding(view, p, adjacent=True)
        while end - 1 > head and end == p and verbal(view, end - 1):
            p, end = p - 1, end - 1  # "the schools involved in"
        if end <= head or end < p or verbal(view, end - 1):
            break
        if any(view.roles[k] & _NO_HEAD and not view.roles[k] & JOIN for k in range(head, end)):
            break
        at = head - 1 if head and view.number[head - 1] >= 0 else head
        if at == head:
            first, last = head, end  # "attendance at the five schools": what is counted itself heads no other figure
    return first, last


def _auxiliary(view: View, i: int) -> bool:
    return bool(view.roles[i] & (BIT["attributes.passive"] | BIT["modality.hypothetical"] | BIT["modality.planned"]))


def _predicated(view: View, i: int) -> bool:
    """The verb behind its subject; a preposition makes a participle of what stands before it ("policies equating to $37 billion")."""
    if view.roles[i] & (BIT["attributes.passive"] | BIT["measure.by"]):
        return True
    return bool(view.roles[i] & LINK) and not view.roles[i] & BIT["nouns.stop"]


def _acts(view: View, i: int, end: int) -> bool:
    """ "The group is investing 200 million", "the firm employed 300": the figure is the verb's object, and who does it is not counted."""
    auxiliary = bool(view.roles[i - 1] & BIT["attributes.passive"])
    if view.words[i].endswith(view.grammar.gerunds):
        adverb = i > 1 and (view.roles[i - 1] & BIT["nouns.stop"] or verbal(view, i - 1))  # "are also donating $50 million"
        auxiliary = auxiliary or bool(adverb and view.roles[i - 2] & BIT["attributes.passive"])
        level = view.mentions[view.number[end]].kind == "percent" and i + 1 < end  # "approval is hovering around 55 percent"
        return auxiliary and not level
    return view.is_word(i - 1) and not auxiliary and not view.roles[i - 1] & (STOP | LINK | DET | HEDGE)


def _infinitive(view: View, i: int, end: int) -> bool:
    """ "strengthened to trade at 132.86", "will enable 600": a bare word there is a verb, unless the figure is "of" it."""
    before = view.roles[i - 1]
    modal = before & BIT["nouns.verbs"] and before & (BIT["modality.planned"] | BIT["modality.hypothetical"])
    if not (before & BIT["modality.purpose"] or modal) or view.capital(i) or view.roles[i] & KNOWN_NOUN:
        return False
    return not plurals.plural(view, i) and not any(view.roles[k] & JOIN for k in range(i + 1, end))
