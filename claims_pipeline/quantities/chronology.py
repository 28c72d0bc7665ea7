"""Chronologies: entries that open with their year ("2006: A quake struck Java.") rule all that they tell, to their end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claims_pipeline.quantities.calendar import Calendar
from claims_pipeline.quantities.sentences import Sentence

# the year may have its word ("Tahun 2006:", "2006 年:") or its month; any other name is no year: "Euro 2024: Spain won"
_HEAD = re.compile(r"[\W_]{0,3}(?:([^\W\d_]{2,12})\s)?((?:1[89]|20)\d\d)(?:\s?([^\W\d_]{1,4}))?(?:\s?[:：]|\s[–—-](?=\s))")
_GAP = 4
"""Sentences from one entry to the next; the last one ends with its line."""


def entries(text: str, sentences: Sequence[Sentence], calendar: Calendar) -> dict[int, date]:
    """The last day of the year of its entry, for each sentence of ``text`` that belongs to one, by its place in ``sentences``."""
    heads = [(n, year) for n, sentence in enumerate(sentences) if (year := _year(sentence.text, calendar))]
    found: dict[int, date] = {}
    for place, (head, year) in enumerate(heads):
        following = heads[place + 1][0] if place + 1 < len(heads) else len(sentences)
        listed = place + 1 < len(heads) and following - head <= _GAP
        for n in range(head, following):
            if n > head and not listed and "\n" in text[sentences[n - 1].end : sentences[n].start]:
                break
            found[n] = date(year, 12, 31)
    return found


def _year(text: str, calendar: Calendar) -> int:
    match = _HEAD.match(text)
    if match is None:
        return 0
    before, after = match[1], match[3]
    known = before is None or before in calendar.months or before.casefold() == calendar.year
    return int(match[2]) if known and (after is None or after.casefold() == calendar.year or not after.isascii()) else 0
