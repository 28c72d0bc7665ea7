"""What sort of thing a number is: a count of things, or a date, an age, a name, a figure of speech."""

from __future__ import annotations

import re

from claims_pipeline.quantities import labels
from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.kind_cues import Kinds, kinds
from claims_pipeline.quantities.kind_marks import apposition, bare_limit, list_number, marked
from claims_pipeline.quantities.kind_names import capital_inside, goes_on, model_of_maker, noun_behind, part_of_name, title_case
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER
from claims_pipeline.quantities.mention import CLAIM_KINDS, Draft
from claims_pipeline.quantities.ranges import left_of, right_of
from claims_pipeline.quantities.units import KIND_OF_DIMENSION

_INTERFACE = 48
"""Characters of a line that can be a button or a counter of the page ("2 comments")."""
_YEARS = (1000, 2199)
_MODERN = (1900, 2100)


def settle(mentions: list[Draft], folded: Folded, language: Language) -> list[Draft]:
    """Give every mention its final kind and say whether it is a claim; pronouns fall away. Order matters and is kept."""
    rules = kinds(language)
    titled = title_case(folded.raw)
    kept: list[Draft] = []
    idioms = [m.span() for m in rules.idioms.finditer(folded.low)]
    page = [m.span() for m in rules.other.finditer(folded.low)]
    if len(folded.low) <= _INTERFACE:
        line = folded.low.strip(" .()[]|")  # a counter "3 of 12" is a line of its own: "Only 3 of 12 hostages are free" is none
        page += [m.span() for m in rules.interface.finditer(folded.low) if len(re.findall(r"\d+", m.group())) < 2 or m.group() == line]
    for mention in mentions:
        if "word.one" in mention.rules and _pronoun(mention, folded.low, rules, _inside(mention, idioms)):
            continue
        if _inside(mention, page):
            mention.kind, mention.is_claim = "other", False
            mention.rules.append("page")
        elif not mention.kind or mention.kind == "rate":
            kind, rule = _kind(mention, folded, rules, kept, titled)
            mention.kind = kind
            mention.rules.append(rule)
        mention.is_claim = mention.kind in CLAIM_KINDS and mention.is_claim
        if mention.is_claim and (_inside(mention, idioms) or _begun(mention, idioms)):
            mention.is_claim = False
            mention.rules.append("idiom")
        if mention.is_claim and "words" in mention.rules and rules.hyphened.match(folded.low, mention.end):
            mention.is_claim = False
            mention.rules.append("idiom.adjective")
        if mention.is_claim and "word.one" in mention.rules and rules.attribution.match(folded.low, mention.end):
            mention.is_claim = False
            mention.rules.append("idiom.speaker")
        if mention.kind != "age" and mention.dimension == "age":
            mention.unit = None
        kept.append(mention)
    labels.settle(kept, folded, rules)
    return kept


def _inside(mention: Draft, found: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in found)


def _begun(mention: Draft, idioms: list[tuple[int, int]]) -> bool:
    """ "salah satu dari 10": the fraction begins inside the phrase."""
    return "fraction.in" in mention.rules and any(start < mention.start < end for start, end in idioms)


def _kind(mention: Draft, folded: Folded, rules: Kinds, earlier: list[Draft], titled: bool) -> tuple[str, str]:
    low = folded.low
    begin = left_of(mention) if mention.hedge_start is None else min(left_of(mention), mention.hedge_start)
    signs = marked(mention, folded, rules, earlier)
    if signs is not None:
        mention.unit = mention.unit_start = mention.unit_end = None
        return signs
    if mention.kind == "rate" and not (low.startswith("/", mention.end) and _named(mention, folded, rules)):
        return "rate", "kind.rate"
    if mention.kind == "rate":
        mention.unit = mention.unit_start = mention.unit_end = None
        return "identifier", "identifier.cue"  # "RT 13/RW 3"
    if mention.dimension == "age":
        return "age", "age.unit"
    aged = rules.age_before.search(low, max(0, begin - 30), begin)
    if (
        mention.dimension is None
        and mention.hedge_start is None
        and mention.value is not None
        and mention.value < 115
        and (rules.age_when.match(low, mention.end) and rules.age_be.search(low, max(0, begin - 12), begin))
    ):
        return _age(mention, rules), "age.when"
    bare = mention.dimension is None and mention.hedge_start is None and mention.value is not None and mention.value < 115
    if bare and rules.age_bare.search(low, max(0, begin - 16), begin) and not noun_behind(mention, low, rules):
        return _age(mention, rules), "age.bare"
    years = mention.high if mention.bound == "range" else mention.value
    young = mention.dimension is None and years is not None and years < 115
    if young and rules.age_level.search(low, max(0, begin - 90), begin) and not _plural_behind(mention, low, rules):
        return _age(mention, rules), "age.level"
    if mention.dimension in (None, "time") and (aged or rules.age_after.match(low, mention.end)):
        return _age(mention, rules), "age.cue"
    if bare_limit(mention, low, rules) and not rules.count_after.match(low, mention.end):
        return _age(mention, rules), "age.limit"
    if mention.unit in ("year", "gram") and (year := _year_behind(mention, low, rules)):  # Russian "г" is gram and year
        return year
    if mention.dimension == "time" and rules.age_persons.search(low, max(0, begin - 30), begin) and mention.unit == "year":
        return _age(mention, rules), "age.person"
    years = rules.apposition and mention.dimension == "time" and mention.unit == "year"
    if years and (_aside(mention, folded, rules) or rules.age_person_of.search(low, max(0, begin - 40), begin)):
        return _age(mention, rules), "age.apposition"
    if mention.dimension == "time" and mention.hedge_start is None and _named(mention, folded, rules):
        return "identifier", "identifier.cue"  # "Nomor 30 tahun 2002" is no span of thirty years
    if mention.dimension == "time" and _ordinal_unit(mention, low, rules):
        return "ordinal", "ordinal.cue"
    if mention.unit == "celsius" and folded.raw[mention.end : mention.end + 1].isalpha() and _named(mention, folded, rules):
        mention.unit = mention.unit_start = mention.unit_end = None
        return "identifier", "identifier.cue"  # "Pasal 70C"
    if mention.dimension is not None:
        return KIND_OF_DIMENSION.get(mention.dimension, "measure"), f"kind.{mention.dimension}"
    if (
        earlier
        and earlier[-1].kind == "age"
        and mention.value is not None
        and mention.value < 120
        and re.fullmatch(rf"(?:,| {LETTER}+|, ?{LETTER}+)[ -]?", low[right_of(earlier[-1]) : begin])
        and not noun_behind(mention, low, rules)
        and "word.one" not in mention.rules
    ):
        return _age(mention, rules), "age.list"
    if mention.bound == "vague":
        return ("other", "other.cue") if rules.times_after.match(low, mention.end) else ("count", "kind.vague")
    special = _name_or_date(mention, folded, rules, titled, earlier)
    if special is not None:
        return special
    if rules.times_after.match(low, mention.end) or rules.other_after.match(low, mention.end):
        return "other", "other.cue"
    if rules.other_before.search(low, max(0, mention.start - 16), mention.start) and not noun_behind(mention, low, rules):
        return "other", "other.cue"  # "in the top ten"
    if low[mention.start - 1 : mention.start] == '"' == low[mention.end : mention.end + 1]:
        return "other", "other.quoted"  # the word "86" is slang
    return "count", "kind.count"


def _ordinal_unit(mention: Draft, low: str, rules: Kinds) -> bool:
    """ "40周年" is the fortieth anniversary, not forty weeks: a word behind the number that is longer than the unit in it."""
    m = rules.ordinal_after.match(low, mention.end)
    return m is not None and mention.hedge_start is None and mention.unit_end is not None and m.end() > mention.unit_end


def _pronoun(mention: Draft, low: str, rules: Kinds, idiom: bool) -> bool:
    """ "the one", "one could", "a practical one": the word stands for a thing named before and counts nothing."""
    if any(m.start() <= mention.start and mention.end <= m.end() for m in rules.pronouns.finditer(low, max(0, mention.start - 20))):
        return True
    if idiom or noun_behind(mention, low, rules):  # "its one of my local shops"
        return False
    return rules.pronoun_before.search(low, max(0, mention.start - 30), mention.start) is not None


def _age(mention: Draft, rules: Kinds) -> str:
    if mention.dimension == "time" and mention.unit in ("month", "week", "day"):
        mention.unit = f"{mention.unit} of age"
    elif mention.dimension != "age":
        mention.unit = rules.age_default
    mention.dimension = "age"
    return "age"


def _name_or_date(mention: Draft, folded: Folded, rules: Kinds, titled: bool, earlier: list[Draft]) -> tuple[str, str] | None:
    low, raw = folded.low, folded.raw
    digits = "digits" in mention.rules
    plain = digits and not ({"grouped", "decimal", "scale", "scale.glued"} & set(mention.rules))
    if rules.day_before.search(low, max(0, mention.start - 20), mention.start):
        return "date", "date.day"
    if rules.hour_before.search(low, max(0, mention.start - 16), mention.start) and not noun_behind(mention, low, rules):
        return "date", "clock.words"  # "a las dos de la tarde"
    if (
        plain
        and mention.value is not None
        and 1 <= mention.value <= 31
        and mention.hedge_start is None
        and not noun_behind(mention, low, rules)
        and (rules.weekday_before.search(low, max(0, mention.start - 16), mention.start))
    ):
        return "date", "date.weekday"
    if plain and raw[mention.start - 1 : mention.start] == "/" and raw[mention.start - 2 : mention.start - 1].isdigit():
        return "other", "slash"
    glued = rules.ordinal_glued.search(low, max(0, mention.start - 8), mention.start)
    if glued and ("-" in low[glued.end(1) : mention.start] or not _counted_behind(mention, folded, rules, titled)):
        return "ordinal", "ordinal.glued"  # "ke-3", "menit ke 89"; but "ke 24 pusat layanan" is "to 24 centres"
    if _named(mention, folded, rules):
        return "identifier", "identifier.cue"
    if plain and mention.hedge_start is None:
        if rules.identifier_after.match(low, mention.end):
            return "identifier", "identifier.after"  # "212 KUHP"
        cue = rules.identifier_bare.search(low, max(0, mention.start - 24), mention.start)
        if cue and not _counted_behind(mention, folded, rules, titled):
            return "identifier", "identifier.bare"
    if plain and rules.names and model_of_maker(mention, raw, low, rules):
        return "identifier", "identifier.model"
    if "words" in mention.rules and rules.names and not titled and capital_inside(mention, raw):
        return "identifier", "identifier.words"
    if plain or mention.bound == "range":
        dated = _year(mention, folded, rules)
        if dated is not None:
            return dated
    if (
        (plain or "words" in mention.rules)
        and mention.hedge_start is None
        and mention.factor == 1
        and _ranked(mention, folded, rules, titled)
    ):
        return "ordinal", "ordinal.cue"
    if (
        earlier
        and earlier[-1].kind == "identifier"
        and mention.hedge_start is None
        and (plain or "words" in mention.rules)
        and goes_on(earlier[-1], mention, low, rules)
    ):
        return "identifier", "identifier.list"
    ranked = earlier and earlier[-1].kind == "ordinal" and "digits" in earlier[-1].rules
    if ranked and plain and mention.hedge_start is None and goes_on(earlier[-1], mention, low, rules):
        return "ordinal", "ordinal.list"  # "menit 25 dan 31"
    if not plain:
        return None
    if (
        mention.value is not None
        and mention.value % 10 == 0
        and mention.value < 100
        and rules.decade_before.search(low, max(0, mention.start - 24), mention.start)
    ):
        return "date", "date.decade"  # "los años 90"
    if rules.apposition and apposition(mention, raw, rules.age_also):
        return _age(mention, rules), "age.apposition"
    item = (mention.value or 0) - 1
    counts_on = raw[mention.end : mention.end + 1] == ")" and any("list.number" in m.rules and m.value == item for m in earlier[-6:])
    if counts_on or list_number(mention, raw):
        return "other", "list.number"
    if rules.names and mention.hedge_start is None and part_of_name(mention, raw, rules, titled):
        return "identifier", "identifier.name"
    return None


def _ranked(mention: Draft, folded: Folded, rules: Kinds, titled: bool) -> bool:
    """ "posisi 3", "day 12"; in front of a noun a day is none: "setiap hari 200 truk"."""
    low = folded.low
    if rules.ordinal_after.match(low, mention.end) or rules.ordinal_before.search(low, max(0, mention.start - 24), mention.start):
        return True
    bare = rules.ordinal_before_bare.search(low, max(0, mention.start - 24), mention.start)
    return bare is not None and not _counted_behind(mention, folded, rules, titled)


def _counted_behind(mention: Draft, folded: Folded, rules: Kinds, titled: bool) -> bool:
    """A noun behind that can be counted; a name is none: "menit 50 Pukki", "kelas 3 SMK"."""
    if not noun_behind(mention, folded.low, rules):
        return False
    m = rules.next_word.match(folded.raw, mention.end)
    known = rules.count_after.match(folded.low, mention.end) is not None
    return m is None or titled or not rules.names or not m.group(1)[0].isupper() or (known and m.group(1).isupper())  # "ke 47 WNA"


def _named(mention: Draft, folded: Folded, rules: Kinds) -> bool:
    """Whether a word in front makes the number a name: "Flight 6321", "Pasal 51"."""
    if mention.hedge_start is not None:
        return False
    cue = rules.identifier_before.search(folded.low, max(0, mention.start - 24), mention.start)
    if "scale.glued" in mention.rules and cue is not None and folded.raw[mention.end - 1] == "K":
        return True  # "register nomor 1466K"
    if {"grouped", "decimal", "scale", "scale.glued"} & set(mention.rules):
        return False
    capital = cue is not None and folded.raw[cue.start(1)].isupper()
    over = rules.over_name.search(folded.low, max(0, mention.start - 80), mention.start)
    capitals = over is not None and all(word[0].isupper() for word in folded.raw[over.start(1) : over.end(1)].split())
    if capitals and (folded.low[mention.start - 1] == ":" or not noun_behind(mention, folded.low, rules)):
        return True  # "Jalan Rawa Timur 1"
    if "digits" not in mention.rules:
        label = rules.before_words.search(folded.low, max(0, mention.start - 24), mention.start)
        behind = rules.next_word.match(folded.raw, mention.end)
        named = rules.names and behind is not None and behind.group(1)[0].isupper()  # "fase empat MCU"
        if label and (named or label.group(1) in rules.before_any or not noun_behind(mention, folded.low, rules)):
            return True  # "kategori satu": behind the noun the word is a label
        return cue is not None and capital and folded.raw[mention.start].isupper()
    return cue is not None and (cue.group(1) not in rules.capital or capital)


def _year_behind(mention: Draft, low: str, rules: Kinds) -> tuple[str, str] | None:
    """ "в 2017 году", "2017 yılında": the word for year names one behind digits that can be a year."""
    plain = "digits" in mention.rules and not {"grouped", "decimal", "scale", "scale.glued"} & set(mention.rules)
    if not plain or mention.value is None or not _YEARS[0] <= mention.value <= _YEARS[1] + rules.year_offset:
        return None
    if mention.unit == "gram" and not rules.year_before.search(low, max(0, mention.start - 16), mention.start):
        return None
    return ("date", "date.year") if rules.year_after.match(low, mention.end) else None


def _year(mention: Draft, folded: Folded, rules: Kinds) -> tuple[str, str] | None:
    low = folded.low
    if rules.decade.match(low, mention.end) and mention.value is not None and mention.value % 10 == 0:
        if rules.age_decade.search(low, max(0, mention.start - 12), mention.start) and mention.value < 100:
            return _age(mention, rules), "age.decade"
        return "date", "date.decade"
    ends = [mention.low, mention.high] if mention.bound == "range" else [mention.value]
    if not all(end is not None and float(end).is_integer() and _YEARS[0] <= end <= _YEARS[1] + rules.year_offset for end in ends):
        return None
    if mention.factor != 1 or "grouped" in mention.rules or "decimal" in mention.rules or "words" in mention.rules:
        return None
    if rules.year_strict.search(low, max(0, mention.start - 24), mention.start) or rules.year_after.match(low, mention.end):
        return "date", "date.year"
    modern = all(end is not None and _MODERN[0] <= end <= _MODERN[1] for end in ends)
    cue = rules.year_before.search(low, max(0, mention.start - 16), mention.start) is not None
    about = mention.bound == "about" and modern and not noun_behind(mention, low, rules)  # "Sepang, sekitar 2015"
    until = mention.tail and mention.bound == "at_most" and modern and mention.value != 2000  # "2026'ya kadar"
    phrase = "bound.phrase" in mention.rules  # the "of" of "an average of 1500" is no cue of a year
    stated = "bound.stated" in mention.rules and (phrase or not (cue and mention.bound in ("exact", "range")))  # "sepanjang 2018"
    if (stated and not (mention.tail and modern and mention.value != 2000)) or (
        mention.hedge_start is not None and not cue and not about and not until
    ):
        return None
    if rules.count_after.match(low, mention.end):
        return None
    if rules.count_before is not None and rules.count_before.search(low, max(0, mention.start - 32), mention.start):
        return None  # "watu 2000": the noun stands first
    if modern and not (mention.hedge_start is not None and noun_behind(mention, low, rules)):
        return "date", "date.year"
    return ("date", "date.year") if cue and not noun_behind(mention, low, rules) else None


def _plural_behind(mention: Draft, low: str, rules: Kinds) -> bool:
    """A noun behind, where a language marks its plurals one with the mark: "around 73 raising fears" counts nothing."""
    m = rules.next_word.match(low, mention.end)
    return noun_behind(mention, low, rules) and (not rules.plurals or (m is not None and m.group(1).endswith(rules.plurals)))


def _aside(mention: Draft, folded: Folded, rules: Kinds) -> bool:
    """ "Marta Gil, de 34 años, ganó", "Jean Dupont (35 ans)": years set off behind a name."""
    if mention.value is None or not 0 < mention.value < 115:
        return False
    begin = left_of(mention) if mention.hedge_start is None else min(left_of(mention), mention.hedge_start)
    head = rules.age_aside.search(folded.raw, max(0, begin - 40), begin)
    return head is not None and (bool(head["word"]) or re.match(r" ?[,;.)]|$", folded.raw[right_of(mention) :]) is not None)
