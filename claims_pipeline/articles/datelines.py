"""The line that opens a story: "MOSKOW (RIAUPOS.CO) -", "PALU, Indonesia, Sept 29 (Reuters) -", "JAKARTA, KOMPAS.com -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims_pipeline.articles.calendars import calendar
from claims_pipeline.articles.outlets import Outlet, by_name, register

_REACH = 110
_START = re.compile(r"[\s,\-–—•*\"“\u200e]*")
_DASH = re.compile(r"\s*[-–—]{1,3}(?:\s+|(?=[A-Z\"“]))|\s+[-–—]{1,3}|(?<=\)):\s+")
_SPLIT = re.compile(r"[,،()/;|·]|\.\s+(?=[A-Z])|\s{2,}")
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|co\.id|co\.uk|news|tv|info)$", re.IGNORECASE)
_DAY = re.compile(r"^(?:(\d{1,2})\s*(?:\.|st|nd|rd|th)?\s+([^\W\d]+)\.?|([^\W\d]+)\.?\s+(\d{1,2}))(?:\s+(\d{4}))?$")
_PLACE = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s+(?:(?:de|la|el|al|of|the|du|di|do|da)\s+)?[^\W\d_a-z][\w.'’-]*){0,3}$")
_BYLINE = re.compile(r"^(?:by|oleh|von|por|par)\s+[A-Z]", re.IGNORECASE)
_LABELS = frozenset(
    {
        "FILE",
        "UPDATE",
        "UPDATED",
        "BREAKING",
        "OPINION",
        "ANALYSIS",
        "EXCLUSIVE",
        "WATCH",
        "VIDEO",
        "PHOTO",
        "INFO",
        "INFO NASIONAL",
        "COM",
        "RALAT",
    }
)
"""Words in capitals that open a text and are no places."""
_SHORT = 2
"""Words of the longest place that opens a story in a script without capitals."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash. ``day`` is (day, month, written year or None); ``end`` is where the story begins."""

    place: str | None
    sources: tuple[str, ...]
    """Outlet and agency names as written, in order."""
    day: tuple[int, int, str | None] | None
    end: int
    weekday: int | None = None
    """Monday is 0, where the dateline names it ("MOSCOW, Monday, Oct 30"): it fixes a year that is not written."""


def dateline(text: str, lang: str = "en") -> Dateline | None:
    """The dateline at the start of ``text`` (or of one of its first lines, below a caption or a title), or None."""
    start = 0
    for _ in range(3):
        if (found := _at(text, start, lang)) is not None:
            return found
        newline = text.find("\n", start, start + 400)
        if newline < 0:
            return None
        start = newline + 1
    return None


def _at(text: str, start: int, lang: str) -> Dateline | None:
    match = _START.match(text, start)
    begin = match.end() if match else start
    head = text[begin : begin + _REACH].partition("\n")[0]
    for dash in _DASH.finditer(head):
        opening = head[: dash.start()]
        if (found := _read(opening, begin + dash.end(), lang, told_again=_again(opening, text, begin + dash.end()))) is not None:
            return found
    return _glued(head, begin)


def _again(opening: str, text: str, end: int) -> bool:
    """Whether the first name of the opening is told again, in a script without capitals: "كانو - قتل ثلاثة ... في كانو".

    There nothing else shows that it is a place and no label, as capitals do elsewhere.
    """
    name = _SPLIT.split(opening)[0].strip()
    if opening.lower() != opening.upper() or not name or len(name.split()) > _SHORT or any(c.isdigit() for c in opening):
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[end:]) is not None


def _read(head: str, end: int, lang: str, *, told_again: bool) -> Dateline | None:
    """The dateline if every part of ``head`` is a place, a source or a date; a bare place must be in capitals, or told again."""
    places: list[str] = []
    sources: list[str] = []
    day: tuple[int, int, str | None] | None = None
    weekday: int | None = None
    bracketed = [p.strip() for p in re.findall(r"\(([^()]{2,30})\)", head)]
    for part in (p.strip(" .\u00a0\u200b") for p in _SPLIT.split(head.replace("\u00a0", " "))):
        if not part or _BYLINE.match(part):
            continue
        if day and re.fullmatch(r"(?:19|20)\d\d", part):
            day = (day[0], day[1], part)
            continue
        if by_name(part) or _DOMAIN.match(part):
            sources.append(part)
        elif (found := _day(part, lang)) is not None:
            day = found
        elif part.lower() in calendar(lang).weekdays:
            weekday = calendar(lang).weekdays[part.lower()]
        elif part in bracketed and _PLACE.match(part) and places and (day or places[0] == places[0].upper()):
            sources.append(part)  # an outlet that the register does not know: "JAKARTA (KABAR DESA) -"
        elif _PLACE.match(part) and len(part) <= 40 and part.upper() not in _LABELS:
            places.append(part)
        else:
            return None
    capitals = bool(places) and ((places[0].isupper() and len(places[0]) > 2) or told_again)
    if (not (sources or day or bracketed) and not capitals) or len(places) > 3:
        return None
    if bracketed and not sources and not day:
        return None  # "Nguyen (34) -": brackets that hold no source
    return Dateline(_place(places), tuple(sources), day, end, weekday)


def _day(part: str, lang: str) -> tuple[int, int, str | None] | None:
    match = _DAY.match(part)
    if not match:
        return None
    month = calendar(lang).months.get((match[2] or match[3]).lower())
    day = int(match[1] or match[4])
    return (day, month, match[5]) if month and 1 <= day <= 31 else None


def _place(places: list[str]) -> str | None:
    """ "MOSKOW" reads Moskow, "DES MOINES" Des Moines; one short word in capitals (NTT) stays."""
    if not places:
        return None
    words = places[0].split()
    return " ".join(w.capitalize() if w.isupper() and (len(w) > 3 or len(words) > 1) else w for w in words)


@cache
def _openers() -> re.Pattern[str]:
    """Outlets that open with "Name.com, Place" and lose the dash when links are cut ("Liputan6.com, JakartaKlub")."""
    names = sorted((n for n in register().names if "." in n), key=lambda n: (-len(n), n))
    return re.compile(rf"({'|'.join(map(re.escape, names))})\b[,\s\u00a0]*")


def _glued(head: str, begin: int) -> Dateline | None:
    match = _openers().match(head)
    if not match:
        return None
    place = re.match(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[A-Z\s-])", head[match.end() :]) if "," in match.group(0) else None
    known: Outlet | None = by_name(match.group(1))
    if known is None:
        return None
    return Dateline(None if place is None else place.group(1), (match.group(1),), None, begin + match.end() + (place.end() if place else 0))
