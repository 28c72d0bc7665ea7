"""What happened to the counted: killed, injured, held ... by the words of the language file that stand around the number.

Each word says on which side of it the number is looked for: "12 people died" (after the noun), "killing 12" (before the number),
"deaths" (is the noun), "the death toll rose to 12" (heads the figure). Of the words that can reach a number, the nearest wins;
commas, other numbers and joining words lengthen the way, a preposition before the number closes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims_pipeline.quantities import front, phrases
from claims_pipeline.quantities.grammar import BIT, HEDGE, UNIT, Restriction
from claims_pipeline.quantities.nouns import Noun, after_units
from claims_pipeline.quantities.phrasebook import Hit
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, View
from claims_pipeline.quantities.way import FAR, way

_PERSON = BIT["nouns.generic"] | BIT["nouns.persons"]
_THING = BIT["nouns.things"]
_PASSIVE = BIT["attributes.passive"]
_OBLIQUE = BIT["attributes.oblique"]
_STOP = BIT["nouns.stop"]
_CONDITIONAL = BIT["modality.conditional"]
_BREAK, _RELATIVE = BIT["modality.breaks"], BIT["nouns.relative"]
_AND = BIT["nouns.and"]
_AMONG = BIT["scope.among"]
_OF_GROUP = _AMONG | BIT["nouns.partitive"]
_OPENER = 6
"""Tokens in which a clause names the group that it parts."""
_ANAPHORA = BIT["nouns.anaphora"]
_DET = BIT["nouns.determiners"] | BIT["nouns.more"]
_GROUND = frozenset({"destroyed", "damaged"})
_AREAS = ("hectare", "acre", "square ")
"""Normalised names of the units of land."""
_OWN = 4
"""Tokens from a number to the verb that has it as its subject."""
_NEAR_PERSONS = 3
_TOLL_FAR = 18
_NO_LIMIT = Restriction(False, 0, 0)


@dataclass(slots=True)
class Reading:
    attribute: str
    rule: str
    trigger: int = -1
    """First token of the word that decided, -1 when nothing did."""
    toll: tuple[int, int] | None = None
    """The tokens of the toll that this number completes."""


def attribute_of(view: View, index: int, noun: Noun, whole: bool = False) -> Reading:
    """The attribute of a claim, ``other`` when no word speaks for one.

    The verb after the ``whole`` of "thirty of the 200 hostages were freed" is said of the thirty.
    """
    mention = view.mentions[index]
    area = mention.kind == "measure" and (mention.unit or "").startswith(_AREAS)
    price = mention.kind == "rate" and (mention.unit or "")[:3].isupper()  # "saves £5m a year" rescues nobody
    if (mention.kind not in ("count", "rate", "fraction", "percent") and not area) or price:
        return Reading("other", "attribute.none")
    follows = noun.written and noun.first > view.at[index]
    compared = mention.kind == "percent" and not follows and after_units(view, view.at[index])
    if compared and compared < len(view.words) and view.roles[compared] & BIT["nouns.more"] and not view.roles[compared] & _PERSON:
        return Reading("other", "attribute.none")  # "40 percent more likely to die"
    if _of_body(view, view.at[index]):
        return Reading("other", "attribute.of_body")
    inside = _inside(view, noun)
    people = mention.value is None or float(mention.value).is_integer() or mention.kind != "count"
    if inside is not None and inside.label.mode in ("noun", "alone"):
        return Reading(inside.label.name, "attribute.noun", inside.first)
    i = view.at[index]
    oblique = _oblique(view, i, noun)
    behind = noun.end if noun.written else after_units(view, i)
    relative = any(view.roles[k] & _RELATIVE for k in range(behind, min(behind + 3, len(view.words))))
    best: tuple[float, Hit, str] | None = None
    active: tuple[float, Hit, str] | None = None
    for hit in view.near("attribute", i):
        if not people and hit.label.name in view.grammar.human:
            continue  # "a slope of 22.5": nobody counts half a person
        if area and hit.label.name not in _GROUND:
            continue  # "12 hectares have burned", and land is neither held nor released
        cost, how = _cost(view, index, noun, hit, oblique or whole)
        if how == "before" and cost < 1 and hit.label.mode in ("before", "both") and not _owned(view, hit) and (noun.written or relative):
            active = (cost, hit, how)
        # "nahmen 200 Menschen teil": of two as near, the later one closes the clause
        if cost < FAR and (best is None or cost < best[0] or (view.grammar.verb_final and cost == best[0])):
            best = (cost, hit, how)
    if best is not None and active is not None and best[2] == "after" and best[0] < 1 and (relative or not _passive(view, best[1])):
        best = active  # "rescued 4 hostages kidnapped on Monday": what the finite verb did outranks the participle behind
    if best is not None and best[2] == "after" and not _passive(view, best[1]):
        best = _finite(view, best, oblique) or best
    far = 4 if best is None or best[2] != "after" or not _passive(view, best[1]) else 8  # "hostages taken to the coast were killed"
    if inside is not None and (whole or best is None or best[0] > far or best[2] == "nominal"):  # "thirty of the 44 hostages walked free"
        return Reading(inside.label.name, "attribute.state", inside.first)
    opener = _opened(view, i) if best is None or best[1].label.name == "hospitalised" else None
    if opener is not None:
        return Reading(opener.label.name, "attribute.of_group", opener.first)
    if best is None:
        return Reading("other", "attribute.none")
    hit = best[1]
    toll = None
    if best[2] == "toll" and not noun.written:
        toll = _toll_phrase(view, hit)
    return Reading(hit.label.name, f"attribute.{best[2]}", hit.first, toll)


def _opened(view: View, i: int) -> Hit | None:
    """ "Of the dead, 31 were found at the scene and 12 in hospital", "The dead include 12 children": the clause opens with those it parts.

    Of the dead nobody lies in hospital; of the dead and the injured somebody may.
    """
    start = i
    while start > 0 and view.words[start - 1] not in BREAKS:
        start -= 1
    parts = any(view.roles[k] & _OF_GROUP for k in (*range(start, min(start + 2, i)), i - 1))
    for k in range(start, min(start + _OPENER, i)):
        hit = view.triggers.get(k)
        if hit is not None and hit.label.name == "killed" and hit.label.mode in ("noun", "state", "toll", "after"):
            told = parts or (hit.label.mode == "after" and hit.last > k)  # "unter den Toten" is one entry
            return hit if told and hit.last < i - 1 and not view.roles[hit.last + 1] & _AND else None
        if not view.roles[k] & (_OF_GROUP | _DET | HEDGE) and view.number[k] < 0:
            return None
    return None


def _owned(view: View, hit: Hit) -> bool:
    """ "5 killed 10 injured", "27 houses destroyed 93 houses damaged": the number in front of the verb is its own."""
    if _passive(view, hit) or view.grammar.inverted or view.grammar.verb_final or hit.first == 0 or not view.is_word(hit.first - 1):
        return True
    return any(view.number[k] >= 0 for k in range(max(hit.first - _OWN, 0), hit.first))


def _finite(view: View, best: tuple[float, Hit, str], oblique: bool) -> tuple[float, Hit, str] | None:
    """ "two men held by rebels, a father and son, have been released": the finite passive outranks the participle before it."""
    start = best[1].last + 1
    for hit in view.near("attribute", start):
        if hit.first < start or hit.label.mode not in ("after", "both") or not _passive(view, hit) or oblique:
            continue
        between = range(start, hit.first)
        commas = sum(view.words[k] in COMMAS for k in between)
        broken = any(view.words[k] in BREAKS or view.roles[k] & _BREAK or view.number[k] >= 0 for k in between)
        joined = commas == 0 and any(view.roles[k] & _AND for k in between)
        return None if broken or joined or commas not in (0, 2) else (best[0], hit, "finite")
    return None


def _inside(view: View, noun: Noun) -> Hit | None:
    """The attribute that the noun phrase itself names ("deaths", "hostages"); the last one is the head's modifier nearest to it."""
    found = None
    for i in range(noun.first, noun.end):
        hit = view.triggers.get(i)
        if hit is None or (hit.label.mode == "alone" and noun.end - noun.first > 1):
            continue  # "cases" are infections, "domestic violence cases" are not
        if hit.label.mode == "state" and _housed(view, noun, hit):
            continue
        if hit.first >= noun.first and hit.label.mode in ("noun", "state", "alone", "toll") and (found is None or hit.label.mode == "noun"):
            found = hit
    return found


def _of_body(view: View, i: int) -> bool:
    """ "the bodies of 3 hostages", "jenazah 3 sandera": found dead, which is told of nobody else by the word for them."""
    k = i - 1
    while k > 0 and view.roles[k] & (HEDGE | _DET | BIT["nouns.join"]):
        k -= 1
    hit = view.triggers.get(k) if k >= 0 else None
    return hit is not None and hit.label.name == "other" and hit.label.mode == "noun" and hit.last == k


def _housed(view: View, noun: Noun, hit: Hit) -> bool:
    """ "two refugee camps", "enam kamp pengungsi": a thing of theirs beside the word is what is counted."""
    beside = [k for k in (hit.first - 1, hit.last + 1) if noun.first <= k < noun.end]
    beside += [noun.end - 1] if view.grammar.plurals and hit.last < noun.end - 1 else []  # "14 refugee evacuation centres"
    return any(view.roles[k] & _THING and not view.roles[k] & _PERSON for k in beside)


def _oblique(view: View, i: int, noun: Noun) -> bool:
    """A preposition governs the number: "evacuated to 24 centres" says nothing of the centres.

    A preposition that the entry of an attribute ends with is part of it ("costó la vida a 12"), and one that marks persons as
    object ("mató a 12 soldados") governs nothing behind an active verb.
    """
    k = (min(i, noun.first) if noun.written else i) - 1
    while k >= 0 and view.number[k] < 0 and (view.roles[k] & (HEDGE | UNIT | _DET) or view.words[k] in OPEN):
        k -= 1
    if k < 0 or not view.roles[k] & _OBLIQUE:
        return False
    hit = view.triggers.get(k)
    if hit is not None and hit.last == k and hit.first < k:
        return False
    if view.roles[k] & BIT["attributes.oblique_object"] and not noun.roles & _THING:
        verb = next((view.triggers[j] for j in range(k - 1, max(k - 3, -1), -1) if j in view.triggers), None)
        return verb is None or verb.label.mode not in ("before", "both") or _passive(view, verb)
    return True


def _allowed(view: View, noun: Noun, attribute: str, kind: str) -> bool:
    restriction = view.grammar.restrictions.get(attribute, _NO_LIMIT)
    if restriction.only and noun.text and not noun.roles & restriction.only:
        return False
    if restriction.barred & noun.roles and not (noun.roles & _PERSON and attribute in view.grammar.human):
        return False
    if kind in ("percent", "fraction") and noun.text:
        # "to hold back half of the output" holds nobody: a share of what is named, so its name must fit
        fit = _PERSON if attribute in view.grammar.human else _THING if attribute in ("destroyed", "damaged") else 0
        if fit and not noun.roles & fit:
            return False
    if not restriction.of:
        return True
    return any(noun.first <= h.first < noun.end for h in view.hits.get(f"of.{attribute}", ()))


def _cost(view: View, index: int, noun: Noun, hit: Hit, oblique: bool) -> tuple[float, str]:
    mode = hit.label.mode
    if mode == "before_persons":  # "lost 24 soldiers", but "lost four matches" and "lost 3%"
        if not noun.roles & _PERSON or way(view, hit.last + 1, view.at[index], 2) > _NEAR_PERSONS:
            return float(FAR + 1), ""
        mode = "before"
    mention = view.mentions[index]
    i = view.at[index]
    far = float(FAR + 1)
    if noun.first <= hit.first < noun.end or hit.first <= i <= hit.last or not _allowed(view, noun, hit.label.name, mention.kind):
        # "12 missing children": a participle taken into the phrase still speaks, when no verb does
        if noun.first <= hit.first < noun.end and mode in ("both", "after") and _allowed(view, noun, hit.label.name, mention.kind):
            return 0.0 if view.grammar.closing and hit.last + 1 == noun.end else 4.0, "modifier"
        return far, ""
    end = max(noun.end, i + 1) if noun.written else i + 1  # the noun stands before its number in some languages
    if hit.first >= end:
        if mode in ("after", "both"):
            cost = way(view, end, hit.first, 0.5 if view.grammar.closing else 1, forward=True)
            cost += 5 if view.words[hit.first].startswith(view.grammar.glued_and) else 0  # "נהרג אדם אחד ונפצעו 12": a new clause
            # "to the thousands of people attending": a participle beside the noun holds whatever governs the number
            relative = bool(view.roles[end] & _RELATIVE)  # "of the 94 people who were arrested"
            if (oblique and not relative and (cost > 0 or _passive(view, hit))) or (
                mode == "both" and not view.grammar.inverted and _active(view, hit)
            ):
                return far, ""
            return cost, "after"
        if mode in ("noun", "state") and _linked(view, end, hit.first):
            return way(view, end, hit.first, 1, forward=True) + 1, "after"
        return far, ""
    if mode in ("before", "both"):
        if oblique or (mode == "both" and _passive(view, hit) and noun.written and not view.grammar.inverted):
            return far, ""
        share = after_units(view, i)
        whose = share < len(view.words) and bool(view.roles[share] & (phrases.PARTITIVE | _ANAPHORA))
        if mention.kind in ("percent", "fraction") and not noun.text and not whose:
            return far, ""  # "gold lost 3.1%", "a poll released on Monday showed 43%": whose share it is must be said
        if mode == "both" and view.grammar.verb_final and not view.roles[hit.last + 1] & _PASSIVE:
            return far, ""  # "1.000 wurden getötet und 300 vertrieben": the participle closed the clause before
        # "han muerto y otras 18 ...", "neun Menschen starben und 39 ...": its own number stands before it, so a new clause begins
        told = mode == "both" or any(view.number[k] >= 0 for k in range(max(hit.first - _OWN, 0), hit.first))
        aside = 4.0 if told and view.roles[hit.last + 1] & _AND else 0.0
        joined = mode in ("both", "before") and bool(
            view.roles[_before_more(view, i)] & _AND
        )  # "killed an envoy to Libya and three others"
        step = 1 if joined or f"of.{hit.label.name}" in view.hits else 2  # "attacked the plant in the desert with 25 drones"
        to = noun.first if noun.written and hit.last < noun.first < i else i
        return way(view, hit.last + 1, to, step) + aside + (0.5 if mode == "both" else 0), "before"
    fronted = mode == "after" and view.grammar.inverted and not oblique
    if fronted and (_passive(view, hit) or hit.first == 0) and not view.roles[hit.last + 1] & _AND:
        return way(view, hit.last + 1, i, 2) + 0.5, "before"  # "fueron rescatados 52 migrantes", "Arrestati tre uomini"
    if mode == "after" and _labels(view, hit, i) and (not noun.written or _anyone(view, noun)):
        return 0.5, "label"
    if mode == "nominal" and not oblique:
        return way(view, hit.last + 1, i, 2) + 1.5, "nominal"
    parts = mode == "toll" and noun.roles & _PERSON and _links_only(view, hit.last + 1, i)  # "Korban meninggal terdiri dari 7 pria"
    if mode in ("toll", "noun") and mention.kind == "count" and (not noun.written or _anyone(view, noun) or parts):
        return _toll_cost(view, index, hit), "toll"
    return far, ""


def _before_more(view: View, i: int) -> int:
    k = i - 1
    while k > 0 and view.roles[k] & (HEDGE | BIT["nouns.more"]):
        k -= 1
    return max(k, 0)


def _labels(view: View, hit: Hit, i: int) -> bool:
    """ "meninggal 3 orang, luka berat 12 orang", "Tewas: 3": in a list of what befell how many the word stands before its figure."""
    if hit.last + 1 != i - (view.words[i - 1] == ":") or view.grammar.inverted or view.grammar.closing:
        return False
    k = hit.first - 1
    return k < 0 or view.words[k] in COMMAS or view.words[k] in BREAKS or bool(view.roles[k] & _AND)


def _anyone(view: View, noun: Noun) -> bool:
    return all(view.roles[k] & (BIT["nouns.generic"] | phrases.CLASSIFIER) for k in range(noun.first, noun.end))


def _linked(view: View, a: int, b: int) -> bool:
    """ "eight of them are among the hostages": a link or a membership word joins number and noun."""
    mask = BIT["scope.among"] | _PASSIVE
    return any(view.roles[k] & mask for k in range(a, b))


def _active(view: View, hit: Hit) -> bool:
    """ "two gunmen killed 15": the verb has its own object after it, so what stands before it did it."""
    k = hit.last + 1
    count = len(view.words)
    if _passive(view, hit):
        return False
    while k < count and view.number[k] < 0 and view.roles[k] & (HEDGE | UNIT):
        k += 1
    if k >= count:
        return False
    for j in range(k + 1, min(k + _OWN, count)) if view.number[k] >= 0 else ():
        if view.roles[j] & (_AND | _RELATIVE | _OBLIQUE) or view.words[j] in COMMAS:
            break
        if j in view.triggers and view.triggers[j].label.mode in ("after", "both"):
            return False  # "5 killed 10 injured", "27 houses destroyed 93 houses damaged": the next number has a word of its own
    return (view.number[k] >= 0 and view.mentions[view.number[k]].is_claim) or bool(view.roles[k] & _DET)


def _passive(view: View, hit: Hit) -> bool:
    return any(view.roles[k] & _PASSIVE for k in range(max(hit.first - 2, 0), hit.first))


def _toll_cost(view: View, index: int, hit: Hit) -> float:
    """From the head of a toll to its figure: only the first numbers after it are its own ("from 2 to 5", "12, including ...")."""
    cost = 0.0
    i = view.at[index]
    for k in range(hit.last + 1, i):
        word = view.words[k]
        if word in BREAKS and not (word == "." and k + 1 == i):
            return float("inf")
        other = view.number[k]
        if other >= 0 and view.mentions[other].is_claim:
            cost += 2 if view.mentions[other].kind == view.mentions[index].kind else 8
        elif view.roles[k] & _CONDITIONAL or (k in view.triggers and view.triggers[k].label.mode in ("after", "before", "both")):
            cost += 6
        elif cost > 2 * _TOLL_FAR:
            return cost
        elif view.roles[k] & (phrases.LINK | HEDGE):
            cost += 0.1
        elif view.words[k] in COMMAS and word not in ":：":
            cost += 1
        else:
            cost += 0.6
    if hit.label.mode == "noun":
        cost += 2 if _links_only(view, hit.last + 1, i) else float("inf")
    return cost * FAR / _TOLL_FAR + 0.5


def _links_only(view: View, a: int, b: int) -> bool:
    return all(view.roles[k] & (phrases.LINK | HEDGE | UNIT | _DET) or view.words[k] in ":(" for k in range(a, b))


def _toll_phrase(view: View, hit: Hit) -> tuple[int, int]:
    """The toll with its modifiers: "Gaza's death toll", "jumlah korban tewas"."""
    first, last = front.preceding(view, hit.last + 1, adjacent=True)
    return (min(first, hit.first), last) if last > first else (hit.first, hit.last + 1)
