"""Where a figure is of: the nearest place name that the clause gives, else the place of the dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from claims_pipeline.quantities import phrases
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, TIME, UNIT, Grammar
from claims_pipeline.quantities.modality import COMPARED
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, REACH, View

_PREPOSITION, _NOT_PLACE = BIT["places.prepositions"], BIT["places.not_places"]
_EVENT = BIT["places.events"]
_BEFORE_NAMES = BIT["places.before_names"] | _PREPOSITION
_DEMONYM, _NATIONALS = BIT["nouns.persons"], BIT["nouns.nationals"]
_VERBS = (
    BIT["attribution.verbs"] | BIT["attribution.speakers"] | BIT["nouns.verbs"] | BIT["attributes.passive"]
    | BIT["modality.planned"] | BIT["modality.hypothetical"]
)  # fmt: skip
_NOT_AFTER = BIT["places.not_after"]
_NOT_A_PLACE = UNIT | TIME | _NOT_PLACE | _EVENT | _DEMONYM | BIT["places.papers"] | BIT["attribution.speakers"]
_NO_NAME = BIT["nouns.stop"] | BIT["nouns.verbs"] | BIT["attribution.verbs"]
_NAME, _INSIDE = BIT["places.names"], BIT["places.inside"]
_STOP, _OBLIQUE = BIT["nouns.stop"], BIT["attributes.oblique"] | BIT["nouns.and"]
_ATTRIBUTED = BIT["attribution.verbs"] | BIT["attribution.verbs_first"]
_PAPER, _LEANS, _GIVEN = BIT["places.papers"], BIT["places.leans"], BIT["places.given_names"]
_ARABIC = re.compile(r"(?:al|el|as|at|ar|an|ash)-.|(?:bin|ibn|bint)$")
_INITIALS = range(3, 6)
_STORM = re.compile(r"[ ]([^\W\d_]+)")
_SMALL_INSIDE = 3
_LONGEST = 4
_COMPOUND = re.compile(r"-[a-z]{3,}$")
""" "the New Delhi-based group"."""
_BEHIND = 1
"""Tokens between a figure and a place that is its own."""
_FEW = 12
"""Names that are looked at on each side of a number."""
_OF = BIT["nouns.join"] | BIT["places.inside"]
_CLAUSE = BIT["modality.breaks"]
_WHERE, _IN_MONTH = BIT["places.where"], BIT["as_of.in_month"]
_IN_CLAUSE = 8
"""What the place of a relative clause costs a figure of the clause at most: a place inside the clause is nearer."""
_TO_WHERE = 3
"""Tokens between a place and its clause."""


class Place(NamedTuple):
    """Tokens ``first`` to before ``end`` name a place."""

    first: int
    end: int
    sure: bool
    """A preposition of place or a relative clause makes sure of it."""
    clause: int = -1
    """The token that opens its relative clause ("in Lombok, where ..."), -1 without one."""


def storms(texts: tuple[str, ...], grammar: Grammar) -> frozenset[str]:
    """The names that an article gives to storms: after "Hurricane Katrina" nothing is "in Katrina". In lower case."""
    if grammar.storms is None:
        return frozenset()
    found = (_STORM.match(text, word.end()) for text in texts for word in grammar.storms.finditer(text))
    return frozenset(fold_word(name[1]) for name in found if name is not None and name[1][0].isupper())


def places(view: View, stormy: frozenset[str] = frozenset()) -> list[Place]:
    """The place names in the sentence, in order. ``stormy`` are names of storms, which are no places."""
    found: list[Place] = []
    taken = -1
    for k in range(len(view.words)):
        if k <= taken or view.number[k] >= 0 or (k and view.roles[k - 1] & _LEANS):
            continue
        if view.roles[k] & _WHERE and not (k and view.roles[k - 1] & _WHERE) and (named := _antecedent(view, k, found, stormy)) is not None:
            at = next((j for j in range(len(found) - 1, -1, -1) if found[j].first == named.first), len(found))
            found[at : at + 1] = [named]
            continue
        span: tuple[int, int] | None = None
        sure = False
        if view.roles[k] & _PREPOSITION and view.grammar.capitals:
            counted = view.roles[k] & _INSIDE and k and view.number[k - 1] >= 0  # "12 Provinsi Gelar Pemutihan Pajak" are twelve provinces
            span, sure = None if counted else _after_preposition(view, k), True
        elif view.roles[k] & _NAME and (not view.grammar.capitals or view.capital(k)) and not view.roles[k] & (_DEMONYM | UNIT):
            span = _listed(view, k)
            if view.grammar.capitals and not view.capital(span[1] - 1):
                continue  # "New coronavirus cases" are in no New York
            behind = not view.grammar.capitals and span[1] < len(view.words) and bool(view.roles[span[1]] & _PREPOSITION)
            sure = behind or (k > 0 and bool(view.roles[k - 1] & _BEFORE_NAMES))  # Hindi "गुजरात में": it stands behind the name
            if (not sure and (_acts(view, k, span[1]) or _governed(view, k))) or (k > 0 and view.roles[k - 1] & _NOT_AFTER):
                span = None  # "dolar AS" is a currency
            elif k > 1 and view.roles[k - 1] & _OF and view.roles[k - 2] & _PAPER and (view.capital(k - 2) or not view.grammar.capitals):
                span = None  # "University of California"
            elif _named_after(view, k, span[1]):
                taken, span = span[1] - 1, None
        if span is not None and view.words[span[0]] not in stormy:
            found.append(Place(*span, sure))
            taken = span[1] - 1
    return found


def _antecedent(view: View, k: int, found: list[Place], stormy: frozenset[str]) -> Place | None:
    """The place that the relative clause from ``k`` on speaks of: "flew to Lombok, where 500 people died".

    A name right in front of "where" is a place though no preposition says so and no list knows it.
    """
    end = k
    while end and (view.words[end - 1] in COMMAS or view.words[end - 1] in OPEN):
        end -= 1
    told, last = end, found[-1] if found else Place(0, 0, False)
    least = max(last.end, end - _TO_WHERE)
    while end > least and _passes(view, end - 1):
        end -= 1
    if not view.grammar.closing and not any(view.roles[j] & TIME or view.number[j] >= 0 for j in range(end, k)):
        end = told
    if last.end == end and end:
        town = found[-2] if len(found) > 1 else last
        listed = last.first - town.end == 1 and view.words[town.end] in COMMAS  # "in Newtown, Connecticut, where": the town
        return town._replace(clause=k, sure=True) if listed else last._replace(clause=k, sure=True)
    first = end
    while first > max(last.end, end - _LONGEST) and view.number[first - 1] < 0 and view.is_word(first - 1) and _named(view, first - 1):
        first -= 1
    if first == end or view.words[first] in stormy or (end - first == 1 and _initials(view, first)):
        return None
    if last.end and first - last.end <= 1 and (first == last.end or view.roles[last.end] & _INSIDE):
        return Place(last.first, end, True, k)  # "en Laguna del Tigre donde"
    known = any(view.roles[j] & _NAME for j in range(first, end))
    if not known and first and (view.roles[first - 1] & (_ATTRIBUTED | _NOT_A_PLACE) or view.capital(first - 1)):
        return None  # "said Sutopo, where ...": a person; "the Trump Tower, where ...": no place of a map
    return Place(first, end, True, k)


def _passes(view: View, j: int) -> bool:
    """ "in Lombok last August, where ...", German "nach Lombok geflogen, wo ...": a day or a closing verb parts place and clause."""
    if view.roles[j] & _NAME and (view.capital(j) or not view.grammar.capitals):
        return False
    if view.number[j] >= 0:
        return view.mentions[view.number[j]].kind == "date"
    return bool(view.roles[j] & (TIME | _PREPOSITION | _IN_MONTH)) or (view.grammar.closing and view.is_word(j) and not view.capital(j))


def _named(view: View, j: int) -> bool:
    """Whether the word may be part of the name of a place."""
    if view.roles[j] & _NAME:
        return True
    if not view.grammar.capitals or view.grammar.noun_capitals:
        return False
    return view.capital(j) and not view.roles[j] & (_NOT_A_PLACE | _NO_NAME | _PREPOSITION) and j not in view.triggers


def _named_after(view: View, k: int, end: int) -> bool:
    """ "New England Journal", "Turki al-Malki", "Michael Jordan": a paper, a school or a person with the name of a place."""
    if not view.grammar.capitals:
        return False
    follows = end < len(view.words) and view.starts[end] - view.ends[end - 1] == 1
    if follows and ((view.roles[end] & _PAPER and view.capital(end)) or _ARABIC.match(view.words[end])):
        return True
    if not view.roles[k] & _GIVEN:
        return False
    beside = [end] if follows else []
    if k > 1 and view.starts[k] - view.ends[k - 1] == 1:
        beside.append(k - 1)
    return any(view.capital(j) and view.is_word(j) and not view.roles[j] for j in beside)


def _governed(view: View, k: int) -> bool:
    """ "antara Israel dan Hamas", "talks with Iran": a preposition that is none of place makes the name a party."""
    if view.grammar.noun_first and view.grammar.closing:
        return False  # words of case stand behind their noun: "500人が死亡した北京で"
    if k and view.roles[k - 1] & _CLAUSE and k + 1 in view.triggers and view.triggers[k + 1].label.mode in ("noun", "toll"):
        return False  # "as Gaza death toll rises"
    return k > 0 and bool(view.roles[k - 1] & (_STOP | _OBLIQUE))


def _acts(view: View, k: int, i: int) -> bool:
    """ "Israel says ...", "Russia's army": a country before its verb or its speaker is an actor, not the place of the figure."""
    if i >= len(view.words):
        return False
    opening = k == 0 or view.words[k - 1] in COMMAS or view.words[k - 1] in OPEN
    if opening and ((view.roles[i] & (_STOP | _ATTRIBUTED) and not view.roles[i] & _OBLIQUE) or phrases.verbal(view, i)):
        return True
    hit = view.triggers.get(i)
    if hit is not None and hit.label.mode in ("before", "both", "nominal"):
        return True
    return bool(view.roles[i] & _VERBS)


def _listed(view: View, k: int) -> tuple[int, int]:
    for hit in view.hits.get("places.names", ()):
        if hit.first <= k <= hit.last:
            first = k if view.grammar.capitals and not view.capital(hit.first) else hit.first  # "new U.S. citizens"
            return first, hit.last + 1
    return k, k + 1


def _after_preposition(view: View, k: int) -> tuple[int, int] | None:
    """ "in northern Gaza", "di Desa Merbau": the capitalised words after a preposition of place, with a small word or two before."""
    count = len(view.words)
    i = k + 1
    small = 0
    while i < count and view.number[i] < 0 and not view.capital(i) and small < _SMALL_INSIDE and view.roles[i] & _INSIDE:
        i += 1
        small += 1
    if i >= count or view.number[i] >= 0 or not view.capital(i):
        return None
    if view.grammar.noun_capitals and small and not view.roles[i] & _NAME:
        return None  # "in der Anstalt": every noun has a capital, and a place has no article
    first = i
    while i < count and i - first < _LONGEST and view.number[i] < 0 and view.capital(i) and view.is_word(i):
        if i > first and "\n" in view.sentence.text[view.ends[i - 1] : view.starts[i]]:
            break  # the next line begins
        if view.roles[i] & (UNIT | TIME | _NOT_PLACE | _EVENT | _DEMONYM) or (i in view.triggers):
            break
        if view.text(i, i + 1) in view.grammar.calendar.months:
            break
        if i > first and (view.roles[i] & _NO_NAME or (view.grammar.prefixes and phrases.verbal(view, i))):
            break  # headlines write every word with a capital: "di Jakbar Masih Terendam"
        i += 1
    if i == first or (i < count and view.roles[i] & _NOT_PLACE):
        return None
    if i < count and view.roles[i] & _ATTRIBUTED and view.roles[first] & _NAME:
        i = min(i, _listed(view, first)[1])  # "Dinas Kesehatan Provinsi Jambi Budi mengatakan": the last name is a person's
    if i - first == 1 and _initials(view, first):
        return None
    if any(view.roles[j] & _PAPER and not view.roles[j] & _NAME for j in range(first + 1, i)):
        return None
    if view.roles[first] & _NAME and _named_after(view, first, i):
        return None
    if view.words[i - 1].endswith(view.grammar.possessives) and not view.roles[i - 1] & _NAME:
        return None  # "di Kantornya": at his office
    while first < i - 1 and view.roles[first] & _INSIDE and not view.roles[first] & _NAME:
        first += 1  # "di Provinsi Jambi" and "di Jambi" are one place
    if first < i - 1 and "-" in view.words[first] and view.roles[first + 1] & _NAME and not view.roles[first] & _NAME:
        first += 1  # "in Rebel-Held Aleppo"
    if first == i - 1 and view.roles[first] & _INSIDE and not view.roles[first] & _NAME:
        return None  # "di Provinsi ," has lost its name
    return first, i


def _initials(view: View, i: int) -> bool:
    """ "di SMK itu", "in SBN": a body or a thing, unless the list knows it or all is in capitals."""
    word = view.text(i, i + 1)
    return not view.roles[i] & _NAME and len(word) in _INITIALS and word.isupper() and word.isalpha() and not view.sentence.text.isupper()


def located(view: View, spans: list[Place], nouns: list[Noun]) -> list[Place]:
    """``spans`` without those that only tell whose nationals are counted: "three citizens of Ghana", "俄罗斯公民", "러시아 여성 1명".

    No figure of the sentence is of there, while the place of other people may be where they live ("5,000 Texas residents").
    """
    people = [noun for noun in nouns if noun.written and noun.rule != "noun.toll" and _nationals(view, noun)]
    if not people or not spans:
        return spans
    return [s for s in spans if not any(n.first <= s.first < n.end and _nation(view, s.first, s.end) for n in people)]


def _nation(view: View, first: int, end: int) -> bool:
    return not view.grammar.nations or " ".join(view.words[first:end]) in view.grammar.nations


def _nationals(view: View, noun: Noun) -> bool:
    """Chinese and Korean write "Russian" and "Russia" alike."""
    adjectival = view.grammar.segmenter is not None or bool(view.grammar.particles)
    return bool(noun.roles & _NATIONALS) or (adjectival and bool(noun.roles & _DEMONYM))


def place_of(view: View, index: int, noun: Noun, spans: list[Place], dateline: str | None) -> tuple[str | None, str]:
    """The place of the claim and the rule that gave it."""
    i = view.at[index]
    best: tuple[float, tuple[int, int]] | None = None
    nearest = bisect_left(spans, i, key=lambda span: span.first)
    opened = max((span.clause for span in spans if span.clause < i), default=-1)
    for first, end, sure, clause in spans[max(nearest - _FEW, 0) : nearest + _FEW]:
        if (
            noun.rule != "noun.toll"
            and noun.first <= first < noun.end
            and noun.roles & _DEMONYM
            and not view.roles[first - 1] & _BEFORE_NAMES
            and _nation(view, first, end)
        ):
            continue  # "tentara Rusia": who they are, not where; "warga Bekasi" live there
        if abs(first - i) > REACH:
            continue
        low, high = (i, first) if first > i else (end, i)
        cost = float(high - low)
        for k in range(low, high):
            if view.words[k] in BREAKS:
                cost += 100
            elif view.words[k] in COMMAS:
                cost += 2
            elif view.number[k] >= 0 and k != i and view.mentions[view.number[k]].is_claim:
                cost += 3
            elif first > i and view.roles[k] & COMPARED:
                cost += 100  # "16 dead, compared with 1,800 in New Orleans"
        if first < i:
            cost += 1
            if index and view.at[index - 1] < first and _told_before(view, end, i):
                cost += 6  # "12 in Italy and 8 in Spain": the place behind the first figure is its own
        if sure and 0 <= first - max(noun.end, i + 1) <= _BEHIND:
            cost -= 2  # "from 39% in Peru to 64% in Chile"
        if not sure:
            cost += 6  # "US journalists killed in Syria"
        if 0 <= clause == opened and cost > _IN_CLAUSE and _of_clause(view, clause, i, spans):
            cost = _IN_CLAUSE
        if cost < 60 and (best is None or cost < best[0]):
            best = (cost, (first, end))
    if best is not None and not (dateline and _of_dateline(view, best[1][0], dateline)):
        return _plain(view, *best[1]), "place.sentence"
    return (dateline, "place.dateline") if dateline else (None, "")


def _of_clause(view: View, clause: int, i: int, spans: list[Place]) -> bool:
    """Whether nothing that ends the relative clause stands between its opener and the figure, nor a place of its own."""
    return not phrases.clause_break(view, clause, i) and not any(clause < span.first < i for span in spans)


def _of_dateline(view: View, first: int, dateline: str) -> bool:
    """ "PUEBLA, Mexico - 12 people ...": the country behind the town of the dateline only says where that town lies."""
    return first > 0 and view.text(0, first).strip(" ,،(").casefold() == dateline.casefold()


def _told_before(view: View, end: int, i: int) -> bool:
    """A conjunction or comma parts the place from the figure behind it; "Jambi 84 titik" has none."""
    return any(view.roles[k] & BIT["nouns.and"] or view.words[k] in COMMAS for k in range(end, i))


def _plain(view: View, first: int, end: int) -> str:
    text = _COMPOUND.sub("", view.text(first, end))
    for clitic in view.grammar.enclitics:
        if text.replace("’", "'").endswith(clitic) and fold_word(text) not in view.grammar.place_names:
            text = text[: -len(clitic)]  # Korean "상하이에서" is in 상하이, whose own end looks like another one
    for clitic in view.grammar.phrases.proclitics:
        if fold_word(text) not in view.grammar.place_names:
            text = text.removeprefix(clitic)
    return text
