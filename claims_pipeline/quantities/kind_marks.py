"""Numbers that the signs around them make a name, a time or a base: "(1)" behind an article, "91+500", "79'", "M/6/HK", "17.29"."""

from __future__ import annotations

import re

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.kind_cues import Kinds
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.ranges import right_of

_CLOCK = re.compile(r"(?:[01]\d|2[0-4])\.[0-5]\d(?:\D{1,12}(?:[01]\d|2[0-4])\.[0-5]\d)?")
_VERSION = re.compile(r"\d\.0")
_MODEL = re.compile(r" (?:Pro|Max|Plus|Ultra|Mini|Lite|Turbo|Series|Standard|Prime)(?![\w-])")
"""Words that makers of devices and cars put behind the number of a model; written so in every language."""
_MINUTES = 130
"""Of a match with extra time."""
_ADDED_BEHIND = re.compile(r"(['’′]?) ?\+ ?\d{1,2}(['’′]?)")
_ADDED_BEFORE = re.compile(r"\d{1,3}(['’′]?) ?\+ ?$")
_PARAGRAPH = re.compile(r"\([a-z]\)")
_OF_YEAR = re.compile(r"/(?:19|20)\d\d(?!\d)")
_TICKER = re.compile(r"(?<![^\W_])[A-Z][A-Z0-9]{1,13}, ?[+-]\d?$")
_LETTERED = re.compile(r"[A-Z](?:-\d[A-Z])?(?![\w.'’-])")
_ROMAN = re.compile(r"-[IVX]{1,4}(?![\w-])")
_TEMPERATURES, _SECTIONS = frozenset({"celsius", "fahrenheit"}), 40
"""Units that a section of a law can be taken for, and the characters on either side in which another one stands."""
_TYRE = re.compile(r"(?<=\d{3})/\d{2}(?![\d/.,%])")
_TIMES_24 = re.compile(r" ?[x×] ?24(?!\d)")
_CALIBRES = frozenset({".17", ".22", ".223", ".30", ".300", ".303", ".308", ".32", ".357", ".38", ".380", ".40", ".44", ".45", ".50"})
"""Inches; ".500" is what half of all games won is written as."""
_DEGREES = re.compile(r"° ?\d{1,2} ?['’′]")
_AROUND = 400
"""Characters on either side in which the neighbours of a list item stand."""
_PLUS = re.compile(r" ?\+ ?\d")
_BASES = frozenset({10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0})
_NOT_NAMES = frozenset({"identifier", "ordinal"})
_YEAR_AFTER = re.compile(r"(?!\w)[^'’‘]*$|(?!\w)[^'’‘]*['’‘]\w")


def marked(mention: Draft, folded: Folded, rules: Kinds, earlier: list[Draft]) -> tuple[str, str] | None:
    """The kind that signs give and the rule, None when they say nothing. ``earlier``: the mentions before it in the sentence."""
    raw, low, start, end = folded.raw, folded.low, mention.start, mention.end
    if "digits" not in mention.rules:
        return None
    before, after = raw[start - 1 : start], raw[end : end + 1]
    plain = not {"grouped", "decimal", "scale", "scale.glued"} & set(mention.rules)
    last = earlier[-1] if earlier else None
    if last is not None and last.kind == "identifier" and plain and _MODEL.fullmatch(raw[last.end : start].rstrip()):
        return "identifier", "identifier.model"  # "the 737 Max 8"
    if (
        last is not None
        and last.kind in _NOT_NAMES
        and plain
        and before in ("(", "+", "/", " ")
        and raw[right_of(last) : start].strip() in ("(", "+", "/")
        and (before != "(" or after == ")")
    ):
        return last.kind, f"{last.kind}.continued"  # "Pasal 170 ayat 2 (1)", "Article 2(4)", "KM 91+500", "menit 90+4"
    if plain and _added(raw, start, end):
        mention.bound, mention.low, mention.high = "exact", mention.value, mention.value
        return "ordinal", "mark.minute"  # "Rahman (45+4', 70')"
    if _PLUS.match(raw, end) and (cue := _placed(low, start, rules)):
        mention.bound, mention.low, mention.high = "exact", mention.value, mention.value
        return cue
    if plain and before == "/" and (after == "/" or raw[start - 3 : start - 2] in ("", " ", "(")) and raw[start - 2 : start - 1].isalpha():
        return "identifier", "identifier.slash"  # "Nomor M/6/HK.04", "f/2"
    if plain and (_PARAGRAPH.match(raw, end) or _OF_YEAR.match(raw, end)):
        return "identifier", "identifier.slash"  # "212(f)", "34/PMK.03/2017"
    if mention.dimension == "percent" and _TICKER.search(raw, max(0, start - 20), start + 1):
        mention.bound = "exact"
        return "other", "mark.ticker"  # what a page shows live: "the S&P 500 SPX, +1.28% fell"
    if plain and mention.dimension is None and _LETTERED.match(raw, end) and mention.hedge_start is None:
        return "identifier", "identifier.letter"  # "zona 1B-1C", "gedung 3B"
    if plain and mention.unit in _TEMPERATURES and raw[end : end + 1] in ("C", "F") and mention.unit_end == end + 1:
        near = raw[max(0, start - _SECTIONS) : start] + " " + raw[end + 1 : end + _SECTIONS]
        if re.search(rf"(?<![\w.,]){raw[start:end]}[A-Z](?!\w)", near):
            return "identifier", "identifier.letter"  # "Pasal 37A, 37B dan 37C": sections of a law
    if plain and _ROMAN.match(raw, end):
        return "identifier", "identifier.roman"  # "level 0-II"
    if plain and mention.dimension is None and (_TYRE.match(raw, end) or _TIMES_24.match(low, end)):
        return "other", "mark.pair"  # "110/70" of a tyre or of blood; "1 x 24 hours"
    if mention.dimension is None and raw[start : start + 1] == "." and raw[start:end] in _CALIBRES:
        return "identifier", "mark.calibre"
    if after == "°" and _DEGREES.match(raw, end):
        return "other", "mark.seconds"
    if "decimal" in mention.rules and raw[start - 2 : start].lower() == "f/":
        return "identifier", "identifier.aperture"
    if plain and ((after == "&" and raw[end + 1 : end + 2].isdigit()) or (before == "&" and raw[start - 2 : start - 1].isdigit())):
        return "score", "mark.ampersand"  # golf: "a 5&4 win"
    if before in ("'", "′", "°") and raw[start - 2 : start - 1].isdigit():
        return "other", "mark.seconds"  # 1'48.32": a lap time or a coordinate
    if plain and mention.value is not None and mention.hedge_start is None and mention.dimension is None:
        if 0 < mention.value <= _MINUTES and _minute(raw, start, end):
            return "ordinal", "mark.minute"  # "Mora 59'", "(79')", "'68)"
        if end - start == 2 and before in ("'", "’", "‘") and raw[start - 2 : start - 1] in ("", " ", "(") and _YEAR_AFTER.match(raw, end):
            return "date", "date.year_short"  # the ban of '94
    if mention.dimension is None and mention.hedge_start is None and rules.versions.search(low, max(0, start - 24), start):
        return "identifier", "identifier.version"
    if rules.comma and mention.dimension is None and mention.factor == 1:
        if _VERSION.fullmatch(low, start, end):
            return "identifier", "identifier.version"  # "revolusi industri 4.0" where decimals have a comma
        if _CLOCK.fullmatch(low, start, end) and before != "$" and after != "%" and not _noun(low, end, rules):
            return "date", "clock.dotted"  # "ASAR 15.18": where decimals have a comma, so two digits before and behind a dot
    if (
        mention.value in _BASES
        and mention.dimension is None
        and mention.bound == "exact"
        and rules.denominator.search(low, max(0, start - 24), start)
    ):
        return "other", "denominator"  # "0.5 killings per 100,000 inhabitants": one figure, and this is its base
    if plain and mention.hedge_start is None and raw[start - 2 : start - 1].isalnum() and _MODEL.match(raw, end):
        return "identifier", "identifier.model"
    return None


def _noun(low: str, end: int, rules: Kinds) -> bool:
    m = rules.next_word.match(low, end)
    return m is not None and m.group(1) not in rules.function


def _placed(low: str, start: int, rules: Kinds) -> tuple[str, str] | None:
    """ "KM 91+500", "menit 90+4": the plus adds metres or minutes and is no bound."""
    if rules.identifier_before.search(low, max(0, start - 24), start):
        return "identifier", "identifier.plus"
    if rules.ordinal_before_bare.search(low, max(0, start - 24), start):
        return "ordinal", "ordinal.plus"
    return None


def _added(raw: str, start: int, end: int) -> bool:
    """Either number of a minute with added time: "45+4'", "45'+4"; the apostrophe tells it from "90+4 cases"."""
    behind = _ADDED_BEHIND.match(raw, end)
    if behind is not None and any(behind.groups()):
        return True
    before = _ADDED_BEFORE.search(raw, max(0, start - 8), start)
    return before is not None and (bool(before.group(1)) or raw[end : end + 1] in ("'", "’", "′"))


def _minute(raw: str, start: int, end: int) -> bool:
    """An apostrophe behind the number, or in front where a bracket or comma closes it; not the feet of 6'2"."""
    if raw[end : end + 1] in ("'", "’", "′"):
        quoted = raw[start - 1 : start] in ("'", "‘", '"')
        return (
            not quoted
            and re.match(r"['’′](?![\w\"])", raw[end:]) is not None
            and re.search(r"[^\W\d_]\.? \(?$|[(;,] ?$", raw[:start]) is not None
        )
    return raw[start - 1 : start] in ("'", "’") and re.match(r"\)|, ?[A-Z]", raw[end:]) is not None


def _sheet_number(raw: str, start: int, end: int) -> bool:
    """ "(1) They begin with", "2.)": the number of an item in brackets at the start of a sentence."""
    head = raw[:start].rstrip().rstrip("([").rstrip()
    opened = raw[:start].rstrip().endswith(("(", "["))
    closed = raw[end : end + 1] in (")", "]") or raw[end : end + 2] == ".)"
    if closed and not opened and raw.rfind("(", max(0, start - _AROUND), start) <= raw.rfind(")", max(0, start - _AROUND), start):
        return not head or head[-1] in '.!?:;,"' or raw[start - 1] == " "  # "1) first; 2) second": no bracket is open
    return (not head or head[-1] in '.!?:;,"') and (opened or not head) and closed


def bare_limit(mention: Draft, low: str, rules: Kinds) -> bool:
    """ "children under five", "anyone over 18": a limit without a unit, behind whom it is set to."""
    if mention.hedge_start is None or mention.dimension is not None or mention.value is None or not 0 < mention.value < 115:
        return False
    return rules.age_limited.search(low, max(0, mention.hedge_start - 24), mention.hedge_start) is not None


def list_number(mention: Draft, raw: str) -> bool:
    """ "6. 15 people were chosen", "3) ...": the number of an item, at the start or behind a sentence."""
    if mention.value is None or mention.value > 99:
        return False
    if _sheet_number(raw, mention.start, mention.end):
        return True
    head = raw[: mention.start].rstrip()
    tail = raw[mention.end : mention.end + 2]
    opens = not head or head[-1] in '.!?)]"' or head.endswith("•")
    if head.endswith((",", ";")) and tail.startswith(".") and not raw[mention.end + 1 :].strip("\"”' "):
        return True  # "..., 2." where the sentence was cut behind the number of its next item
    if tail[:1] == "." and tail[1:].isupper() and raw[max(0, mention.start - 1) : mention.start] in ("", " ", ":"):
        around = "|".join(rf"(?<!\d){int(mention.value + k)}\.\s?[A-Z]" for k in (-1, 1))
        if re.search(around, raw[max(0, mention.start - _AROUND) : mention.end + _AROUND]):
            return True  # "...Rp 14 miliar 9.PT Vale: ... 10.PT": neighbours in the same list
    if head.endswith(",") and raw[mention.start - 1] == "," and (tail == "." or re.match(r"\. ?[^\W\d_a-z]", raw[mention.end :])):
        return True  # a list whose line breaks became commas: "...,2. Title"
    if head and raw[mention.start - 1].islower() and (tail == "." or tail == ". "):
        return True  # "...7.083 unit10. Thailand": the number of the next item, glued
    return opens and bool(re.match(r"[.)](?: |$)", tail)) and (not head or raw[mention.start - 1] in " )")


def apposition(mention: Draft, raw: str, also: re.Pattern[str]) -> bool:
    """ "Michael Neu, 67, was charged", "presenter, 37, took", "Budi (34)": an age set off by commas or brackets."""
    if mention.value is None or not 0 < mention.value < 115 or mention.hedge_start is not None:
        return False
    start, head = mention.start, raw[max(0, mention.start - 2) : mention.start]
    adverb = also.search(raw, max(0, start - 16), start)
    if adverb is not None:
        start, head = adverb.end(1), ", "  # "Rose Leslie, also 31, said"
    tail = raw[mention.end : mention.end + 2]
    tail = tail.strip() if tail == " ," and raw[start - 3] == " " else tail  # scrape damage: "Rafi , 10 , carries"
    if head == ", " and (tail[:1] == "," or tail in ("", ".")):
        word = re.compile(r"([^\W\d_][\w'.-]*) ?$").search(raw, max(0, start - 32), start - 2)
        return word is not None and not raw[start - 3].isdigit() and (tail[:1] == "," or word.group(1)[0].isupper())
    if head.endswith("(") and tail[:1] == ")":
        word = re.compile(r"([^\W\d_][\w'.-]*) ?\($").search(raw, max(0, mention.start - 32), mention.start)
        return (
            word is not None and (any(map(str.isupper, word.group(1))) or word.group(1) == word.group(1).swapcase()) and mention.value >= 5
        )
    return False
