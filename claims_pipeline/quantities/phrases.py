"""Noun phrases without a parser: from a number outwards until a word that cannot belong to the counted noun."""

from __future__ import annotations

from claims_pipeline.quantities import plurals
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME, UNIT
from claims_pipeline.quantities.view import BREAKS, QUOTES, View

STOP = (
    BIT["nouns.stop"] | BIT["nouns.verbs"] | BIT["nouns.light"] | BIT["nouns.and"] | BIT["nouns.anaphora"] | BIT["attributes.passive"]
    | BIT["attributes.oblique"] | BIT["attribution.verbs"] | BIT["attribution.verbs_first"] | BIT["attribution.according"]
    | BIT["attribution.that"] | BIT["modality.conditional"] | BIT["modality.breaks"] | BIT["scope.among"] | BIT["nouns.partitive"] | TIME
)  # fmt: skip
SOFT = BIT["measure.change"] | BIT["modality.hypothetical"] | BIT["modality.planned"] | BIT["nouns.links"]
"""Words that end a phrase which has begun, but may begin one ("planned attacks", "rising prices")."""
DET = BIT["nouns.determiners"]
MORE = BIT["nouns.more"]
JOIN = BIT["nouns.join"]
_SKIPPED = MORE | HEDGE | BIT["nouns.superlative"]
"""Words between a number and its noun: "two other men", "the two most important leaders"."""
PARTITIVE = BIT["nouns.partitive"]
CLASSIFIER = BIT["nouns.classifiers"]
LINK = BIT["nouns.links"] | BIT["attributes.passive"] | BIT["measure.change"] | BIT["measure.by"] | BIT["measure.reaches"]
_PEOPLE = BIT["nouns.persons"]
KNOWN_NOUN = BIT["nouns.generic"] | BIT["nouns.persons"] | BIT["nouns.things"]
_PASSED_OVER = BIT["nouns.generic"] | BIT["nouns.persons"] | BIT["nouns.things"] | CLASSIFIER

_COMPOUND = 3
"""Letters of a word that a participle is tied to; "re-elected" and "co-founded" are verbs."""
_CASED = 5
"""Letters of the shortest word that its ending marks as one with a case."""
_JOINS = 3
"""Times that a phrase goes on behind a joining word: "four shops of a range of brands of"."""
LONGEST = 5
_LONGEST_UNSPACED = 10


def verbal(view: View, i: int) -> bool:
    """The ending or beginning marks a verb form ("gathered", "menyerang")."""
    word, grammar = view.words[i], view.grammar
    if word in grammar.keep or len(word) < grammar.shortest_verb or view.roles[i] & KNOWN_NOUN:
        return False
    if grammar.gerunds and word.find("-") >= _COMPOUND:
        return False  # "Trump-supporting", "war-ravaged": an adjective
    return bool(grammar.suffixes and word.endswith(grammar.suffixes)) or bool(grammar.prefixes and word.startswith(grammar.prefixes))


def marked(view: View, i: int) -> str:
    """The particle that closes the phrase at token ``i`` ("관광객이"), empty when it bears none or is a word as it stands."""
    word = view.words[i]
    if not view.grammar.particles or word in view.grammar.phrases.words:
        return ""
    return next((p for p in view.grammar.particles if word.endswith(p) and len(word) > len(p)), "")


def following(view: View, start: int) -> tuple[int, int]:
    """Tokens of the noun phrase that begins at ``start``, without opening determiners; empty when there is none."""
    count = len(view.words)
    i = start
    while i < count and view.number[i] < 0 and (view.roles[i] & _SKIPPED or view.words[i] in QUOTES):
        if view.roles[i] & MORE and _bare_more(view, i):
            return i, i + 1
        i += 1
    first = i
    if i < count and i and _name(view, i) and i + 1 < count and view.is_word(i + 1) and not view.roles[i + 1] & STOP:
        i += 1  # "one A400M transport plane", "thousands of COVID-19 tests"
    longest = _LONGEST_UNSPACED if view.grammar.segmenter else LONGEST
    words = joins = 0
    capitals = view.grammar.noun_capitals
    while i < count and words < longest:
        if words and i + 1 < count and view.words[i] == "-" and _name(view, i + 1):
            i += 1  # scrape damage: "COVID -19 tests"
        if words and view.starts[i] == view.ends[i - 1] and view.is_word(i - 1) and view.text(i, i + 1)[:4].isupper():
            break  # scrape damage: "14 deathsRESPONSE"
        if words and _name(view, i) and _spelled_as_name(view, i - 1):
            i += 1  # "200 Model 3 sedans", "two Boeing 737 jets"
            continue
        if words and view.words[i] in QUOTES and _quoted(view, first, i):
            i += 1
            continue
        step = 0 if capitals and words and view.capital(i - 1) and view.is_word(i) and not view.capital(i) else _take(view, i, words)
        if not step:
            if words and joins < _JOINS and _continues(view, i):
                joins += 1
                i += 1
                while i < count and view.roles[i] & DET:
                    i += 1
                words, longest = 0, min(longest, 4)
                continue
            break
        i += step
        words += 1
        if (
            marked(view, i - 1)
            or (view.grammar.cases and _cased(view, i - 1))
            or (view.grammar.counter_ends and view.roles[i - 1] & CLASSIFIER)
        ):
            break
    while i > first and (
        (not view.is_word(i - 1) and not _name(view, i - 1))
        or (i - 1 > first and _adverb(view, i - 1))
        or (view.roles[i - 1] & (DET | STOP | JOIN) and not _part_of_noun(view, i - 1))
    ):
        i -= 1
    if capitals and not any(view.capital(k) for k in range(first, i)):
        return first, first
    if (
        i == first + 1
        and i < count
        and view.roles[i] & BIT["nouns.than"]
        and not (view.roles[first] & KNOWN_NOUN or plurals.plural(view, first))
    ):
        return first, first  # "40,000 cheaper than its rival"
    return first, i


def _quoted(view: View, first: int, i: int) -> bool:
    """ "'likely' voters": the mark at ``i`` closes what one right before the phrase opened, and the phrase goes on."""
    opened = first and view.words[first - 1] in QUOTES and view.starts[first] == view.ends[first - 1]
    return bool(opened) and i + 1 < len(view.words) and view.is_word(i + 1) and not view.roles[i + 1] & (STOP | DET)


def _spelled_as_name(view: View, i: int) -> bool:
    """A capital anywhere in the word: "Model", "iPhone"; a hyphen goes with the word before it."""
    return any(map(str.isupper, view.text(i, i + 1))) or (view.words[i] == "-" and i > 0 and view.capital(i - 1))


def _name(view: View, i: int) -> bool:
    """A number that is part of a name: the 737 of "Boeing 737", the whole of "F-16"."""
    return view.number[i] >= 0 and view.mentions[view.number[i]].kind == "identifier"


def _part_of_noun(view: View, i: int) -> bool:
    """A word that could end the phrase stands inside a longer noun: "ca mắc mới", new cases."""
    trigger = view.triggers.get(i)
    if view.roles[i] & BIT["nouns.nominal"] and i and (view.number[i - 1] >= 0 or view.roles[i - 1] & (PARTITIVE | MORE)):
        return True  # "80 calls for help"
    if view.grammar.prefixes and view.roles[i] & BIT["nouns.verbs"] and _bare(view, i):
        return True
    return bool(view.roles[i] & KNOWN_NOUN) or (trigger is not None and trigger.first < i and trigger.label.mode in ("noun", "state"))


def _bare_more(view: View, i: int) -> bool:
    """ "520 others injured": the word that is passed over elsewhere ("two other men") stands for the noun itself."""
    nxt = i + 1
    if nxt >= len(view.words) or view.roles[nxt] & STOP or not view.is_word(nxt):
        return bool(view.roles[i] & BIT["nouns.persons"])
    return bool(view.roles[i] & BIT["nouns.persons"]) and (nxt in view.triggers or verbal(view, nxt))


def _take(view: View, i: int, words: int) -> int:
    """How many tokens at ``i`` belong to the phrase that has ``words`` words already; 0 ends it."""
    if not view.is_word(i):
        return 0
    if not words and view.roles[i - 1] & UNIT and (_glued(view, i) or _predicate(view, i)):
        return 0  # "1.5 מיליון שקל לנפגעים": who gets the money; "۵۰۰ تومان گران شد"
    trigger = view.triggers.get(i)
    roles = view.roles[i]
    if trigger is not None and words and trigger.first == i and _predicate(view, trigger.last):
        return 0  # "تا ۵۰۰۰ نفر آواره شوند"
    if trigger is not None:
        mode = trigger.label.mode
        if mode in ("noun", "state", "alone", "toll"):
            verb = words and roles & BIT["nouns.verbs"] and view.roles[i - 1] & BIT["nouns.generic"]
            return 0 if verb else trigger.last - i + 1  # "a third of the population lives in"
        if roles & _PASSED_OVER:
            verb = view.grammar.participles_follow or trigger.last > i  # "20 लोग घायल हो गए"
            if words and not view.grammar.agree and view.roles[i - 1] & (BIT["nouns.generic"] | _PEOPLE):
                verb = True  # Ukrainian "14 людей постраждали"
            return 0 if words and verb and mode in ("both", "after") else 1
        # "two missing children": a participle before its noun belongs to it; "12 killed in" ends before it.
        after = trigger.last + 1
        if words == 0 and mode in ("nominal", "before") and trigger.first == trigger.last and i and view.number[i - 1] >= 0:
            # "dua penyelamatan gemilang", "400 charging stations"
            # "199 murders last year": behind a number other than one a verb has no such ending
            own = view.mentions[view.number[i - 1]]
            headed = (after < len(view.words) and view.is_word(after) and plurals.plural(view, after)) or (
                own.kind == "count" and own.value != 1 and plurals.plural(view, i)
            )
            return 1 if mode == "nominal" or (view.grammar.plurals and headed) else 0
        if (
            words == 0
            and mode in ("both", "after")
            and not view.roles[trigger.last] & STOP  # "27 killed in school housing"
            and not view.grammar.participles_follow
            and after < len(view.words)
            and _noun_like(view, after)
        ):
            return after - i
        return 0
    if words == 0 and roles & BIT["attribution.verbs"] and i + 1 < len(view.words) and _noun_like(view, i + 1):
        return 1  # "16 reported deaths"
    if not words and roles & BIT["nouns.nominal"] and i > 1 and view.roles[i - 1] & PARTITIVE and view.number[i - 2] >= 0:
        return int(plurals.plural(view, i))  # "hundreds of reports"
    at = i - 1
    while at > 0 and view.roles[at] & MORE:
        at -= 1  # "247,179 new claims"
    if not words and roles & BIT["nouns.nominal"] and i and view.number[at] >= 0 and view.mentions[view.number[at]].kind == "count":
        if (view.mentions[view.number[at]].value == 1) != plurals.plural(view, i):
            return 1  # "more than 100 calls for help"
        return int(i + 1 < len(view.words) and plurals.plural(view, i + 1) and _noun_like(view, i + 1))  # "2,300 head teachers"
    if not words and view.grammar.prefixes and roles & BIT["nouns.verbs"] and _bare(view, i):
        return 1
    if roles & STOP and not roles & (CLASSIFIER | UNIT):
        return 0
    if roles & HEDGE:
        return 0
    if words and roles & DET and not roles & _PASSED_OVER:
        return 0
    if not words and view.grammar.verbs_block and verbal(view, i) and not roles & _PASSED_OVER:
        return 0  # "832'ye çıktığını": a verb directly behind the number leaves its noun to the toll
    if not words and view.grammar.prefixes and view.words[i].startswith(view.grammar.prefixes) and verbal(view, i):
        return 0
    ended = i + 1 == len(view.words) or view.words[i + 1] in BREAKS
    if not words and view.grammar.suffixes and verbal(view, i) and (ended or view.roles[i + 1] & (STOP | DET)):
        return 0  # "hundreds of thousands tried to walk", "44% planned to pay": a verb and what it governs
    if (
        not words
        and view.words[i].endswith(view.grammar.gerunds or "\0")
        and verbal(view, i)
        and i + 1 < len(view.words)
        and view.capital(i + 1)
    ):
        return 0 if not view.capital(i) else 1  # "within 3 points of beating Cruz"
    if (
        not words
        and view.grammar.plurals
        and verbal(view, i)
        and i + 1 in view.triggers
        and view.triggers[i + 1].label.mode in ("both", "after")
    ):
        return 0  # "3,979 homes were flooded and 20 completely destroyed"
    if not words and roles & BIT["nouns.links"] and not roles & _PASSED_OVER:
        return 0
    if words and view.grammar.closed and view.roles[i - 1] & KNOWN_NOUN and not (roles & _PASSED_OVER or view.capital(i)):
        return 0
    before = view.words[i - 2 if words and view.words[i - 1] in QUOTES else i - 1]
    if words and view.grammar.adjectives and not view.capital(i) and not before.endswith(view.grammar.adjectives):
        return 0
    if words and view.grammar.agree and _disagrees(view, i):
        return 0
    anybody = view.grammar.cases and view.roles[i - 1] & BIT["nouns.generic"] and not view.roles[i - 1] & CLASSIFIER
    if words and anybody and not roles & _PASSED_OVER:
        return 0  # "dokuz kişi | plajdaki": people by no name but that head no compound
    if words and i + 1 < len(view.words) and view.number[i + 1] >= 0 and view.mentions[view.number[i + 1]].kind == "age":
        return 0  # "3 ילדים בני 5": of the age of five
    if words and (_glued(view, i) or (_predicate(view, i) and not roles & _PASSED_OVER)):
        return 0
    if not words and view.grammar.noun_first and view.grammar.suffixes and verbal(view, i):
        return 0
    if view.grammar.noun_first and roles & (SOFT | BIT["measure.reaches"]) and not roles & _PASSED_OVER:
        return 0  # "失業率は0.3%下がった": where the noun stands before its number, what follows is the verb
    if words and (_plan(view, i) or _numbers(view, i)):
        return 1
    if words and (roles & SOFT or (verbal(view, i) and not roles & _PASSED_OVER and not _doing(view, i))):
        return 0
    return 1


def _cased(view: View, i: int) -> bool:
    """Turkish "dört bölgesel yetkiliden | biri", "on köy okulu | kapandı": the ending closes the phrase."""
    word, grammar = view.words[i], view.grammar
    stem = word.partition("'")[0]
    if stem != word:
        return True  # a name with its case
    return len(word) >= _CASED and word.endswith(grammar.cases) and not word.endswith(grammar.not_cases)


def _disagrees(view: View, i: int) -> bool:
    """ "cuatro mujeres mayores | bailan", "vingt hommes | dansent": behind a plural only a plural, a name or a known noun goes on."""
    before, word, endings = view.words[i - 1], view.words[i], view.grammar.agree
    if not before.endswith(endings) or before.endswith(view.grammar.not_plurals or "\0") or word.endswith(endings):
        return False
    if view.capital(i) or view.capital(i - 1) or view.roles[i] & (_PASSED_OVER | JOIN) or "-" in word:
        return False
    if word.endswith(view.grammar.adverbs or "\0") and i + 1 < len(view.words) and view.words[i + 1].endswith(endings):
        return False  # "cinquante maisons complètement détruites"
    number = next((view.number[k] for k in range(i - 2, max(i - 1 - LONGEST, -1), -1) if view.number[k] >= 0), -1)
    return number >= 0 and view.mentions[number].value != 1


def _adverb(view: View, i: int) -> bool:
    """ "trente maisons totalement | détruites", but "soldats du détachement"."""
    return view.words[i].endswith(view.grammar.adverbs or "\0") and view.words[i - 1].endswith(view.grammar.agree)


def _bare(view: View, i: int) -> bool:
    """ "merebut dua gelar, satu", "dua gelar di kandang": right behind a number and before no object such a word is the noun."""
    trigger = view.triggers.get(i)
    if trigger is not None or not i or view.number[i - 1] < 0 or view.mentions[view.number[i - 1]].kind != "count":
        return False
    verb = any(view.roles[k] & BIT["nouns.verbs"] or verbal(view, k) for k in range(max(i - 4, 0), i - 1))
    nxt = i + 1
    ended = nxt >= len(view.words) or not view.is_word(nxt) or bool(view.roles[nxt] & (STOP | DET))
    return verb and ended and (nxt >= len(view.words) or view.number[nxt] < 0)


def _numbers(view: View, i: int) -> bool:
    """ "30% of phone numbers": a plural that is a linking verb only in front of a figure."""
    if not view.roles[i] & BIT["nouns.links"] or view.roles[i] & (STOP | HEDGE):
        return False
    if not plurals.plural(view, i) or plurals.plural(view, i - 1):
        return False
    behind = i + 1 < len(view.words) and view.is_word(i + 1)
    return not behind or bool(view.roles[i + 1] & STOP)  # "aid reaches Gaza" has an object


def _plan(view: View, i: int) -> bool:
    """ "three modest proposals", "14% of the federal budget": a plan that is counted or owned, behind an adjective and before no object."""
    if not view.grammar.gerunds or not view.roles[i] & BIT["modality.planned"] or view.roles[i] & (STOP | HEDGE) or verbal(view, i):
        return False
    if view.roles[i - 1] & (KNOWN_NOUN | BIT["nouns.more"]) or plurals.plural(view, i - 1) or view.capital(i - 1):
        return False
    behind = i + 1 < len(view.words) and view.is_word(i + 1)
    if behind and view.roles[i + 1] & BIT["modality.purpose"]:
        return False  # "the package aims to"
    return not behind or plurals.plural(view, i) or bool(view.roles[i + 1] & BIT["nouns.verbs"])


def _doing(view: View, i: int) -> bool:
    """ "$40 billion in federal funding, but": a doing without an object, behind an adjective or a single thing; "20 men working" work."""
    if not view.grammar.gerunds or not view.words[i].endswith(view.grammar.gerunds):
        return False
    person = view.roles[i - 1] & (BIT["nouns.generic"] | BIT["nouns.persons"])
    burning = (
        view.roles[i - 1] & BIT["nouns.things"] and i > 1 and (view.number[i - 2] >= 0 or view.roles[i - 2] & DET)
    )  # "one house burning"
    owner = "'" in view.words[i - 1] or "’" in view.words[i - 1]
    if not owner and (person or burning or plurals.plural(view, i - 1) or view.capital(i - 1)):
        return False
    if i + 1 < len(view.words) and plurals.plural(view, i + 1) and _noun_like(view, i + 1):
        return True  # "the county's polling stations"
    return i + 1 >= len(view.words) or not view.is_word(i + 1) or bool(view.roles[i + 1] & (BIT["nouns.and"] | BIT["attributes.passive"]))


def _glued(view: View, i: int) -> bool:
    """A preposition, "and" or "that" is glued to the word ("בהרים", "בבית"); the words of the file that begin so are whole ("בתים")."""
    word = view.words[i]
    return word.startswith(view.grammar.ends) and word not in view.grammar.keep and not view.grammar.phrases.whole(word)


def _predicate(view: View, i: int) -> bool:
    """ "صد نفر واکسینه شدند": the word before an auxiliary tells what happened."""
    return i + 1 < len(view.words) and bool(view.roles[i + 1] & BIT["nouns.light"])


def _noun_like(view: View, i: int) -> bool:
    return (
        view.is_word(i)
        and not view.roles[i] & (STOP | DET | MORE | HEDGE)
        and view.grammar.segmenter is None
        and not verbal(view, i)
        and (i not in view.triggers or view.triggers[i].label.mode in ("noun", "state", "alone"))
        and not (view.grammar.capitals and view.capital(i) and not view.capital(i - 1) and not view.roles[i] & _PEOPLE)
    )


def _continues(view: View, i: int) -> bool:
    """ "rounds of ammunition", "drones and missiles": a joining word and more of the same phrase."""
    nxt = i + 1
    if nxt >= len(view.words) or view.number[nxt] >= 0 or not view.is_word(nxt):
        return False
    roles = view.roles[i]
    verb = view.triggers.get(i)
    if verb is not None and verb.first == i and verb.label.mode in ("both", "after"):
        return False  # "20 लोगों की मौत": the joining word begins what befell them
    if roles & JOIN:
        return not view.roles[nxt] & (STOP | HEDGE)
    if roles & BIT["nouns.and"]:
        trigger = view.triggers.get(nxt)
        further = nxt + 1
        if trigger is not None and further < len(view.words) and (view.number[further] >= 0 or view.roles[further] & HEDGE):
            return False  # "détruit des dizaines de villages et tué environ 300 personnes": a verb with its own figure
        return bool(view.roles[nxt] & KNOWN_NOUN) and (trigger is None or trigger.label.mode in ("noun", "state", "alone"))
    return False


def clause_break(view: View, a: int, b: int) -> bool:
    """A full stop, semicolon, bullet or the like between tokens ``a`` and ``b`` (neither included)."""
    return any(view.words[i] in BREAKS for i in range(a + 1, b))
