"""Expressions that a pattern knows as a whole: dates, clock times, phone numbers, addresses on the web.

They are found before any number is read, so that "16/9/2019" is one date and not three counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.lexicon import LETTER, left_edge, right_edge, spaced, stems, trie, words


@dataclass(frozen=True, slots=True)
class Span:
    """A whole expression in folded positions. ``value`` is set for a year or a fraction, else None."""

    start: int
    end: int
    kind: str
    value: float | None
    rule: str


_WEB = re.compile(
    r"https?://\S+|www\.\S+|\bpic\.twitter\.com/\S+|\b[\w.+-]{1,40}@[\w-]{1,60}\.\w+"
    r"|(?<!\w)[@#][\w.]{0,40}\d\w*"
    r"|\b(?=[a-z-]{0,30}\d)[\w-]{2,40}\.(?:com|co|org|net|id|tv|go|info|io|news|me)\b(?:[./]\S*)?",
    re.IGNORECASE,
)
# What every address of the web holds. The patterns below begin with a digit and look back behind it: Python skips to the next digit
# at the speed of C then, while a look-behind in front is tried at every character.
_WEB_MARK = re.compile(r"\.(?:com|co|org|net|id|tv|go|info|io|news|me)\b")
_ISO = re.compile(
    r"[12](?<![\d-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\d])(?:[T ]\d\d:\d\d(?::\d\d)?)?"
)
_SLASH = re.compile(r"(?<![\d/.,])(\d{1,2}) ?/ ?(\d{1,2})(?: ?/ ?(\d{4}|\d{2}))?(?![\d/]|[.,]\d)")
_DOTTED = re.compile(
    r"\d(?<![\d.].)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01]|(?<=[1-9]))([.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)(?![\d.-])"
)
_CLOCK = re.compile(r"(?<![\d:])(?<!\d[.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])")
_GAPPED = re.compile(r"\d\)?[ -]\d|\+\d")
_PHONE = re.compile(r"(?<![\w.,/$€£-])(?:\+?\(?\d{1,5}\)?(?:[ -]\d{2,5}){2,}|\+\d{7,15}|0\d{2,4}[ -]\d{5,8})(?![\w%]|[.,]\d)")
_RATIO = re.compile(r"(?<![\d:.,])\d{1,3}:\d{1,3}(?![\d:])")
_FORMATION = re.compile(r"(?<![\w.,-])\d-\d-\d(?:-\d){0,2}(?![\w-]|[.,]\d)")
_CLEAR_YEAR = re.compile(r"(?:19[5-9]\d|20(?!00)[0-4]\d)$")
_YEARS = re.compile(r"(?<![\w.,/$€£-])((?:1[89]|20)(\d\d))([-–/])(\d\d)(?![\w/%-]|[.,]\d)")
_MIXED = re.compile(r"(?<![\d/.,])(?:(\d{1,3})[ -])?(\d{1,2})/(\d{1,3})(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True, eq=False)
class _Calendar:
    dated: re.Pattern[str] | None
    capital: bool
    count_after: re.Pattern[str]
    weekday_before: re.Pattern[str]
    clock_after: str
    dotted_clock: re.Pattern[str]
    told_clock: re.Pattern[str]
    """A cue that makes a clock time of any hour behind it: "pukul 12"."""
    clock_cues: tuple[str, ...]
    marked: re.Pattern[str] | None
    dialled: re.Pattern[str] | None
    """A word of telephones and the groups of digits behind it: "die Telefonseelsorge unter 116 123"."""
    dialled_article: re.Pattern[str] | None
    """An article of the singular in front of groups of digits that count nothing: French "appeler au 116 123"."""
    bound_before: re.Pattern[str]
    """A bound makes "3日" a span of three days and no date: "少なくとも3日"."""


@lru_cache(maxsize=64)
def _calendar(language: Language) -> _Calendar:
    dates = language.section("dates")
    months = words(dates.get("months"))
    left, right = left_edge(language), right_edge(language)
    suffix = trie(words(dates.get("ordinal_suffix")))
    inside = trie([w for w in words(dates.get("inside")) if w[:1].isalpha()])
    ranges = language.section("ranges")
    ends = [end for ends in ranges.get("between", {}).values() for end in words(ends)]  # "del 5 al 8 de mayo"
    joint = trie({w for w in (*words(ranges.get("middle")), *words(ranges.get("list")), *words(dates.get("joint")), *ends) if w})
    day = rf"\d{{1,2}}(?:{suffix}{right})?(?!\d|[.,]\d{{1,2}}(?!\d))"  # "w lipcu 4,2 proc." is no 4th of July
    days = rf"{day}(?: ?(?:,(?: ?{joint})?|{joint}) ?{day}){{0,6}}"
    own_year = r"|2[456]\d\d" if dates.get("year_offset") else ""  # "12 พฤษภาคม 2562": years of the Buddhist era
    year = rf"(?:(?:1[0-9]|20)\d\d{own_year})(?!\d|[.,]\d)"
    gap = " " if spaced(language) else " ?"
    month = rf"{left}(?P<m>{trie(months)}){right}\.?"
    month2 = month.replace("?P<m>", "?P<m2>")
    small = rf"(?:{gap}(?:{inside}))?,?[ -]?"
    dated = (
        rf"(?<![\d/])(?<!\d[.,]){days}(?:{gap}(?:{inside}))?[ -]?{month}(?:{small}{year})?"
        rf"|{month2}{small}(?:{days}(?!:\d)(?:{small}{year})?|{year})"
    )
    marks = [trie(words(dates.get(key))) if dates.get(key) else "" for key in ("year_mark", "month_mark", "day_mark")]
    marked = None
    if any(marks):
        y, m, d = (mark or "(?!)" for mark in marks)
        span = f"(?! ?{trie(words(dates.get('mark_not_before')))})"  # "3日間" is a span of three days, no date
        own = "".join(map(re.escape, str(dates.get("numerals", ""))))
        n = rf"(?:\d{{1,2}}|[{own}]{{1,3}})" if own else r"\d{1,2}"
        yyyy = r"(?:1\d|20)\d\d" + (f"|[{own}]{{4}}" if own else "")
        era = rf"(?:{trie(words(dates.get('eras')))}) ?{n}"  # "令和6年"
        following = rf"(?: ?{n} ?{m}(?: ?{n} ?{d})?)"
        full = rf"(?:{yyyy}|{era}) ?{y}{following}?|\d\d ?{y}{following}"
        to = rf"(?: ?(?:{joint}) ?{n})?"  # "4～9月", "3-5日"
        marked = rf"(?<![\d{own}])(?:{full}|{n} ?{m} ?{n}{to} ?{d}|(?P<bare>{n}{to} ?(?:{m}|{d}){span}))"
    clock = trie(words(dates.get("clock_after")))
    hour = r"\d(?<![\d.,].)(?:(?<=[01])\d|(?<=2)[0-4])?"
    dotted = rf"{hour}(?:\.?[0-5]\d)?(?![\d.,]\d) ?{clock}{right}"
    if dates.get("mark_not_before"):  # "2時間" is a span of two hours
        dotted += f"(?! ?{trie(words(dates['mark_not_before']))})"
    strict = trie(words(dates.get("clock_strict")))
    nouns = trie(words(language.section("kinds").get("count", {}).get("nouns")))
    counted = rf"(?! (?:{nouns}){right})"  # "a las 12" is a time, "a las 12 víctimas" none
    told = rf"{left}(?:{strict}):? (?:[01]?\d|2[0-4])(?:\.[0-5]\d(?![\d]|[.,]\d)|(?![\d]|[.,]\d){counted})(?: ?{clock}{right})?"
    if dates.get("clock_dotted"):  # "14.30 uur"; "2 uur" may be a duration
        dotted += rf"|{hour}\.[0-5]\d ?(?:{trie(words(dates['clock_dotted']))}){right}"
    if dates.get("clock_middle"):  # "18h35", "18 h 35"
        middle = trie(words(dates["clock_middle"]))
        dotted = rf"{hour} ?(?:{middle}) ?[0-5]\d(?!\d|[.,]\d)(?: ?{clock}{right})?|{dotted}"
    dialled = language.section("kinds").get("identifier", {}).get("dialled")
    articles = words(language.section("kinds").get("identifier", {}).get("dialled_article"))
    function = trie(words(language.section("kinds").get("count", {}).get("function")))
    return _Calendar(
        re.compile(dated) if months else None,
        bool(dates.get("capital", False)),
        re.compile(rf" {nouns}{right}"),
        re.compile(rf"{left}{trie(words(dates.get('weekdays')))}{right},? ?\(?$"),
        rf"(?: ?{clock}{right})?",
        re.compile(dotted),
        re.compile(told),
        tuple(words(dates.get("clock_strict"))),
        re.compile(marked) if marked else None,
        re.compile(
            rf"{left}(?:{stems(dialled)}){LETTER}*[^.;!?\d]{{0,40}}?"
            r"(0\d{2,4}(?: \d{1,5}){2,5}|\d{2,5}(?:[ /-]\d{2,5}){1,4})(?![\d%]|[.,]\d)"
        )
        if dialled
        else None,
        re.compile(rf"{left}(?:{trie(articles)}) (\d{{2,4}}(?: \d{{2,4}}){{1,4}})(?= ?(?:[.,;:!?)\"]|$)(?!\d)| (?:{function}){right})")
        if articles
        else None,
        re.compile(rf"(?:{trie(w for forms in language.section('bounds').get('before', {}).values() for w in words(forms))}) ?$"),
    )


def spans(folded: Folded, language: Language) -> list[Span]:
    """Whole expressions in order, none overlapping; earlier patterns take precedence."""
    low = folded.low
    calendar = _calendar(language)
    found: list[Span] = []
    if "@" in low or "#" in low or "http" in low or "www." in low or "pic.twitter" in low or _WEB_MARK.search(low):
        found += [Span(m.start(), m.end(), "identifier", None, "web") for m in _WEB.finditer(low) if _has_digit(m.group())]
    if calendar.dated is not None:
        found += _dated(folded, calendar)
    if calendar.marked is not None:
        found += [
            Span(m.start(), m.end(), "date", None, "date.marked")
            for m in calendar.marked.finditer(low)
            if not m["bare"] or not calendar.bound_before.search(low, max(0, m.start() - 16), m.start())
        ]
    found += [Span(m.start(), m.end(), "date", None, "date.iso") for m in _ISO.finditer(low)]
    if "/" in low:
        found += [span for m in _SLASH.finditer(low) if (span := _slash(m, low, calendar))]
    found += [Span(m.start(), m.end(), "date", None, "date.years") for m in _YEARS.finditer(low) if _are_years(m)]
    found += [Span(m.start(), m.end(), "date", None, "date.dotted") for m in _DOTTED.finditer(low)]
    if ":" in low:
        found += [Span(m.start(), _clock_end(m.end(), low, calendar), "date", None, "clock") for m in _CLOCK.finditer(low)]
        found += [Span(m.start(), m.end(), "other", None, "ratio") for m in _RATIO.finditer(low)]
    if any(cue in low for cue in calendar.clock_cues):
        found += [Span(*_trim(m, low), "date", None, "clock.cue") for m in calendar.told_clock.finditer(low)]
    found += [Span(m.start(), m.end(), "date", None, "clock.cue") for m in calendar.dotted_clock.finditer(low)]
    found += [Span(m.start(), m.end(), "other", None, "formation") for m in _FORMATION.finditer(low) if _is_formation(m.group())]
    if _GAPPED.search(low):
        found += [Span(m.start(), m.end(), "identifier", None, "phone") for m in _PHONE.finditer(low) if _is_phone(m.group())]
        if calendar.dialled is not None:
            found += [Span(m.start(1), m.end(1), "identifier", None, "phone.cue") for m in calendar.dialled.finditer(low)]
        if calendar.dialled_article is not None:
            found += [Span(m.start(1), m.end(1), "identifier", None, "phone.article") for m in calendar.dialled_article.finditer(low)]
    return _disjoint(found)


def _dated(folded: Folded, calendar: _Calendar) -> list[Span]:
    found = []
    assert calendar.dated is not None
    for m in calendar.dated.finditer(folded.low):
        group = "m" if m.group("m") else "m2"
        if calendar.capital and not folded.raw[m.start(group)].isupper():
            continue
        end = m.end()
        if group == "m2" and calendar.count_after.match(folded.low, end) and not _CLEAR_YEAR.search(m.group()):  # "in May 20 people died"
            continue
        days = list(re.finditer(r"(?<!\d)\d{1,2}(?!\d)", m.group()))
        if any(not 0 < int(day.group()) <= 31 for day in days):  # "at km 91, 2 September": the date begins with the last of them
            last = m.start() + days[-1].start()
            again = calendar.dated.match(folded.low, last) if 0 < int(days[-1].group()) <= 31 and last > m.start() else None
            if again is None:
                continue
            m, end = again, again.end()
        found.append(Span(m.start(), end, "date", None, "date.month"))
    return found


def _slash(m: re.Match[str], low: str, calendar: _Calendar) -> Span | None:
    first, second = int(m.group(1)), int(m.group(2))
    bracketed = low[max(0, m.start() - 2) : m.start()].rstrip().endswith("(")
    weekday = calendar.weekday_before.search(low, max(0, m.start() - 16), m.start()) is not None
    possible = 1 <= first <= 31 and 1 <= second <= 31 and (first <= 12 or second <= 12)
    if m.group(3) or ((bracketed or weekday) and possible):
        return Span(m.start(), m.end(), "date", None, "date.slash") if possible else Span(m.start(), m.end(), "other", None, "slash")
    if 0 < first < second <= 16 and (second <= 6 or second in (8, 10, 16)) and " " not in m.group():
        return Span(m.start(), m.end(), "fraction", first / second, "fraction.slash")
    if possible and second <= 12:
        return Span(m.start(), m.end(), "date", None, "date.slash")
    return Span(m.start(), m.end(), "other", None, "slash")


def _clock_end(end: int, low: str, calendar: _Calendar) -> int:
    m = re.compile(calendar.clock_after).match(low, end)
    return m.end() if m else end


def _trim(m: re.Match[str], low: str) -> tuple[int, int]:
    """The cue in front ("pukul", "at") is no part of the time."""
    digit = re.compile(r"\d").search(low, m.start())
    return (digit.start() if digit else m.start()), m.end()


def _are_years(m: re.Match[str]) -> bool:
    """ "the 1980-88 war", "the 2019/20 season": the second year in short; behind a stroke only the next one."""
    first, second = int(m.group(2)), int(m.group(4))
    return second == (first + 1) % 100 or (m.group(3) != "/" and second > first)


def _is_formation(text: str) -> bool:
    """Ten players in lines: "4-3-3", "3-4-2-1"."""
    return sum(map(int, text.split("-"))) == 10


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    groups = re.findall(r"\d+", text)
    spaced_number = (
        "-" not in text and not text.startswith(("0", "+", "(")) and len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    )
    return 7 <= len(digits) <= 16 and not spaced_number


def _has_digit(text: str) -> bool:
    return any(mark.isdigit() for mark in text)


def _disjoint(found: list[Span]) -> list[Span]:
    """The first pattern in ``found`` wins an overlap. Linear: a mask, not a comparison of pairs."""
    mask = bytearray(max((span.end for span in found), default=0))
    taken: list[Span] = []
    for span in found:
        if span.start < span.end and mask.find(1, span.start, span.end) < 0:
            mask[span.start : span.end] = b"\x01" * (span.end - span.start)
            taken.append(span)
    return sorted(taken, key=lambda span: span.start)
