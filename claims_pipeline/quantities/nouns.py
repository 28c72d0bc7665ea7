"""The counted or measured thing of each number, as written, also where the sentence leaves it out."""

from __future__ import annotations

from dataclasses import dataclass

from claims_pipeline.quantities import front, phrases, plurals
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT
from claims_pipeline.quantities.view import QUOTES, View

_PERSON = BIT["nouns.generic"] | BIT["nouns.persons"]
_UNQUOTED = str.maketrans(dict.fromkeys(QUOTES - set("'’"), "") | {"'": "", "’": "’"})
_MOVE = 4
"""Tokens from a verb of change to the level that it reached."""
_NAMED = _PERSON | BIT["nouns.things"]


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
    role: str = ""
    """What the counted people are, named elsewhere in the sentence: "the number of suspects rose to 249 people"."""

    @property
    def written(self) -> bool:
        return self.end > self.first


def phrase_noun(view: View, first: int, end: int, rule: str) -> Noun:
    """The noun of tokens ``first`` to before ``end``, with the parts that its words can play."""
    roles = 0
    while first < end and view.words[first] in "-/":
        first += 1  # "a 6.6-magnitude quake"
    for i in range(first, end):
        roles |= view.roles[i]
    text = view.text(first, end)
    if any(view.words[i] in QUOTES for i in range(first, end)):
        text = text.translate(_UNQUOTED)
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
    if (around := _around(view, i, j)) is not None:
        return around
    whole = _whole(view, index, j)
    if whole is not None:
        return whole
    if kind in ("percent", "fraction"):
        first, end = phrases.following(view, j)
        noun = phrase_noun(view, first, plurals.nominal(view, first, end) if _attributive(view, i) else end, "noun.after")
        return noun if noun.written else governing(view, index, "noun.subject")
    if fold_word(mention.text) in view.grammar.behind:
        before = phrase_noun(view, *front.preceding(view, i, adjacent=True), "noun.before")
        if before.written:
            return before
    if view.grammar.plurals and _hyphened(view, i):
        if not view.roles[i + 2] & BIT["nouns.hyphened"]:
            return phrase_noun(view, i + 2, i + 3, "noun.hyphened")
        j = i + 3  # "a 25,000-strong crowd"
    first, end = phrases.following(view, j)
    noun = phrase_noun(
        view, first, plurals.nominal(view, first, end) if mention.value == 1 else plurals.fit(view, first, end), "noun.after"
    )
    if not noun.written or not plurals.plural(view, noun.end - 1):
        listed = plurals.described(view, j)
        noun = phrase_noun(view, j, listed, "noun.after") if listed > j else noun
    if view.grammar.noun_first or (noun.written and all(view.roles[k] & phrases.CLASSIFIER for k in range(noun.first, noun.end))):
        before = phrase_noun(view, *front.preceding(view, i, adjacent=True), "noun.before")
        if before.written and (not noun.written or view.grammar.noun_first):
            return before
    return _past_classifier(view, noun)


def _around(view: View, i: int, j: int) -> Noun | None:
    """Swahili "raia wanane wa Urusi": the number stands inside its noun, between the head and whose it is; None elsewhere."""
    if not view.grammar.noun_first or view.grammar.segmenter or j != i + 1 or j + 1 >= len(view.words) or view.number[j + 1] >= 0:
        return None
    if not view.roles[j] & phrases.PARTITIVE or not view.roles[j] & phrases.JOIN:
        return None
    head = phrase_noun(view, *front.preceding(view, i, adjacent=True), "noun.around")
    first, end = phrases.following(view, j + 1)
    if not head.written or not view.roles[head.end - 1] & _NAMED or end == first or first != j + 1:
        return None  # "maelfu ya majengo": thousands of buildings
    return Noun(head.first, end, f"{head.text} {view.text(j, end)}", "noun.around", roles=head.roles)


def _attributive(view: View, i: int) -> bool:
    """ "his 67 percent unfavorable mark", "a 30 percent pay cut": the share stands before the noun that it describes."""
    k = i - 1
    while k >= 0 and view.roles[k] & (HEDGE | UNIT) and not view.roles[k] & phrases.DET:
        k -= 1
    return k >= 0 and (bool(view.roles[k] & phrases.DET) or view.words[k].replace("’", "'").endswith("'s"))


def _hyphened(view: View, i: int) -> bool:
    """ "a 281-store business", "a 12-member jury": the word that the hyphen ties to the number is what it counts."""
    if i + 2 >= len(view.words) or view.words[i + 1] != "-" or not view.is_word(i + 2):
        return False
    if view.roles[i + 2] & BIT["nouns.hyphened"]:
        return view.ends[i] <= view.starts[i + 1]
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
        return phrase_noun(view, k, noun.end, noun.rule)
    while k < len(view.words) and view.number[k] < 0 and view.roles[k] & (HEDGE | BIT["nouns.genitive"]):
        k += 1
    if k == noun.end or phrases.verbal(view, k - 1):  # "100만 명을 넘었고 유엔은": the sentence went on
        return noun
    further = phrase_noun(view, *phrases.following(view, k), "noun.after")
    return further if further.written else noun


def _whole(view: View, index: int, j: int) -> Noun | None:
    """ "thirty of the 200 hostages", "half of Gaza's population"; None without a word that makes parts."""
    count = len(view.words)
    if _taken_from(view, view.at[index], j):
        return phrase_noun(view, *phrases.following(view, _past_determiners(view, j + 1)), "noun.taken_from")
    if j + 1 < count and view.words[j] == "," and view.roles[j + 1] & phrases.PARTITIVE:
        j += 1  # "thousands, if not millions, of deaths"
    if j >= count or not view.roles[j] & phrases.PARTITIVE:
        return None
    if j == view.at[index] + 1 and (level := _new_level(view, index, j)) is not None:
        return level
    k = j + 1
    while k < count and view.roles[k] & phrases.PARTITIVE:
        k += 1  # "8 out of 10 blocks"
    definite = False
    while k < count and view.number[k] < 0 and (view.roles[k] & (phrases.DET | phrases.HEDGE) or view.words[k] == ","):
        definite = definite or view.words[k] != ","
        k += 1
    while definite and k + 1 < count and view.roles[k] & BIT["nouns.superlative"]:
        k += 1  # "three of the most wanted men"
    if k < count and view.number[k] >= 0 and view.mentions[view.number[k]].is_claim:
        behind = after_units(view, k)
        noun = phrase_noun(view, *phrases.following(view, behind), "noun.part_of_whole")
        if not noun.written and definite and behind in view.triggers and view.triggers[behind].label.name in view.grammar.human:
            noun = phrase_noun(view, behind, view.triggers[behind].last + 1, noun.rule)  # "five of the 20 dead"
        noun.whole = (j, max(noun.end, k + 1))
        return noun
    if definite and k < count and not view.roles[k] & _NAMED and (phrases.verbal(view, k) or k in view.triggers) and _finite(view, k):
        return None  # "18 of those involved his brother": the noun was named before
    first, end = phrases.following(view, k)
    noun = phrase_noun(view, first, plurals.fit(view, first, end, whole=definite), "noun.part_of_whole" if definite else "noun.after")
    if not noun.written:
        return None
    if definite and end < count and view.number[end] >= 0 and "'" in view.words[end - 1].replace("’", "'"):
        first, end = phrases.following(view, after_units(view, end))  # "89 of the state's 95 delegates"
        noun = phrase_noun(view, first, plurals.fit(view, first, end), noun.rule) if end > first else noun
    if definite and view.mentions[index].kind == "count" and view.mentions[index].bound != "vague":
        noun.whole = (j, noun.end)
    return noun


def _new_level(view: View, index: int, j: int) -> Noun | None:
    """ "naik menjadi 695 dari 540 titik": what a change reached and began at is no part of a whole, and both count one thing."""
    i = view.at[index]
    if view.words[j] not in view.grammar.openers or j + 1 >= len(view.words) or view.number[j + 1] < 0:
        return None
    reached = any(view.roles[k] & BIT["measure.reaches"] for k in range(max(i - 2, 0), i))
    if not reached or not any(view.roles[k] & (BIT["measure.change"] | BIT["measure.increment"]) for k in range(max(i - _MOVE, 0), i)):
        return None
    noun = phrase_noun(view, *phrases.following(view, after_units(view, j + 1)), "noun.after")
    return Noun(j, j, noun.text, "noun.shared", roles=noun.roles)


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
        end = i
        while end - 1 > k and view.roles[end - 1] & (phrases.JOIN | phrases.STOP):
            end -= 1  # German "Stärke von 7,5"
        return phrase_noun(view, k, end, "noun.unit") if k < i else governing(view, index, "noun.subject")  # "of magnitude 6.2"
    k = j
    priced = (mention.unit or "")[:3].isupper()
    used, use_end = _use(view, j)
    if use_end > used and priced:
        return phrase_noun(view, used, use_end, "noun.after")  # "£4-5m a year in fuel costs"
    if k < len(view.words) and view.roles[k] & phrases.JOIN:
        k = _past_determiners(view, k + 1)
    first, end = phrases.following(view, k)
    if k == j and end > first and view.capital(first) and not view.capital(j - 1) and view.number[j - 1] < 0:
        end = first  # "70.0 mm Emei Shan" is a line of a list
    if end > first and priced and mention.kind == "rate":
        return phrase_noun(view, first, end, "noun.after")  # "a $5-10/bbl discount"
    if end > first and (mention.kind == "measure" or (mention.kind == "rate" and k > j)):
        return phrase_noun(view, _past_join(view, i + 1, j), end, "noun.unit_of")
    return phrase_noun(view, _past_join(view, i + 1, j), j, "noun.unit")


def _past_join(view: View, i: int, end: int) -> int:
    """ "hundreds of miles": the word between number and unit is none of the noun."""
    return i + 1 if i + 1 < end and view.roles[i] & phrases.JOIN else i


def _use(view: View, k: int) -> tuple[int, int]:
    """The tokens that an amount is told in, none for "in the bank", "in May": "$7 million in damage", "£4m worth of copper"."""
    first, count = k, len(view.words)
    while k < count and view.roles[k] & BIT["nouns.in_money"]:
        k += 1
    if k == first or k >= count or not view.is_word(k) or view.capital(k) or view.roles[k] & (phrases.DET | phrases.STOP | TIME):
        return k, k
    start, end = phrases.following(view, k)
    end = plurals.fit(view, start, end)
    alone = start + 1 >= count or not view.is_word(start + 1) or view.roles[start + 1] & phrases.STOP
    doing = start < count and (
        view.triggers[start].label.mode == "before"
        if start in view.triggers
        else plurals.plural(view, start) or view.words[start].endswith(view.grammar.gerunds or "\0")
    )
    if end == start and alone and doing and view.is_word(start):
        return start, start + 1  # "in damage to roads", "in funding to buy": a verb elsewhere
    located = end > start and view.roles[end - 1] & BIT["nouns.things"] and not view.roles[k - 1] & phrases.JOIN
    dated = end < count and view.number[end] >= 0  # "in projected 2016 revenue"
    return (k, k) if located or dated else (start, end)  # "$12.50 in rural areas"


def _money_noun(view: View, index: int) -> Noun:
    """ "a $100,000 transfer", "harga Rp32 miliar": what costs so much, else the currency as written."""
    i = view.at[index]
    j = after_units(view, i)
    k = j
    used, use_end = _use(view, j)
    if use_end > used:
        return phrase_noun(view, used, use_end, "noun.after")
    # "Rp 5 triliun dari APBN" tells the source of the money, "$5 million of aid" its use
    partitive = k < len(view.words) and (view.roles[k] & phrases.JOIN or _taken_from(view, i, k))
    if partitive:
        k = _past_determiners(view, k + 1)
    first, end = phrases.following(view, k)
    if partitive and end > first and view.capital(end - 1) and not view.grammar.noun_capitals and not view.sentence.text.istitle():
        end = first  # "un abrigo de 15.000 dólares de Marta Ruiz": whose it is
    if end > first and (partitive or (view.grammar.segmenter is None and not view.grammar.noun_first)):
        return phrase_noun(view, first, end, "noun.after")
    if j > i + 1:
        return phrase_noun(view, _past_join(view, i + 1, j), j, "noun.unit")
    noun = governing(view, index, "noun.subject")
    if noun.written:
        return noun
    k = i
    while k > 0 and view.roles[k - 1] & UNIT:
        k -= 1
    return phrase_noun(view, k, i, "noun.sign")


def governing(view: View, index: int, rule: str) -> Noun:
    first, end = front.preceding(view, view.at[index])
    sign = view.at[index]
    while sign > 0 and view.roles[sign - 1] & (UNIT | HEDGE):
        sign -= 1
    shared = first > 0 and view.roles[first - 1] & (BIT["nouns.and"] | BIT["nouns.relative"])
    if end == sign and (end - first > 1 or shared) and plurals.plural(view, end - 1) and not view.roles[end - 1] & _NAMED:
        return phrase_noun(view, end, end, rule)  # "UNRWA seeks $1.2 billion", "builds cars and employs 300": a verb in the present
    attributive = end == sign and end - first == 1 and first and view.roles[first - 1] & BIT["nouns.indefinite"]
    if attributive and view.mentions[index].kind == "money":
        return phrase_noun(view, end, end, rule)  # "from an initial $2bn": an adjective
    bare = end == sign and end - first == 1 and shared and view.grammar.gerunds and not view.capital(first)
    if bare and not plurals.plural(view, first) and not view.roles[first] & (_NAMED | BIT["nouns.links"] | BIT["nouns.nominal"]):
        return phrase_noun(view, end, end, rule)  # "raise the ceiling and provide $15bn"
    return phrase_noun(view, first, end, rule)
