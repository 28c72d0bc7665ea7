"""Numbers, times and spans as people read them. English, UTC, thousands separated by commas."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import NamedTuple

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


def number(x: float | int | None) -> str:
    """1234567.0 -> "1,234,567", 2.5 -> "2.5", None -> "–"."""
    if x is None:
        return "–"
    if not math.isfinite(x) or abs(x) >= 1e15:
        return f"{x:.4g}"
    if x == round(x):
        return f"{int(x):,}"
    if abs(x) < 0.001:
        return f"{x:.3g}"
    return f"{x:,.3f}".rstrip("0").rstrip(".")


def short(x: float) -> str:
    """For the few pixels beside an axis: 11700000 -> "11.7M", 2500 -> "2,500"."""
    if abs(x) < 10_000:
        return number(x)
    scale, letter = next((s, w) for s, w in _SCALES if abs(x) >= s)
    return f"{x / scale:.3g}{letter}" if abs(x) < 1e15 else f"{x:.2g}"


def plural(n: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def moment(when: datetime | None) -> str:
    """ "6 Nov 2023, 03:20"; midnight is a day without a clock time. The page says once that times are UTC."""
    if when is None:
        return "time not known"
    return day(when) if (when.hour, when.minute, when.second) == (0, 0, 0) else f"{day(when)}, {when:%H:%M}"


def day(when: datetime | None) -> str:
    """ "6 Nov 2023"."""
    return "date not known" if when is None else f"{when.day} {when:%b %Y}"


def period(first: datetime | None, last: datetime | None) -> str:
    """ "10 Oct – 7 Nov 2023": what both ends share is said once."""
    if first is None or last is None:
        return "dates not known"
    if first.date() == last.date():
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    return f"{first.day} – {day(last)}" if first.month == last.month else f"{first.day} {first:%b} – {day(last)}"


def span(length: timedelta) -> str:
    """How long in the two largest units that matter: "9 days 9 h", "3 h 10 min", "under a minute"."""
    minutes = int(abs(length.total_seconds()) // 60)
    if minutes < 1:
        return "under a minute"
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    if days >= 60:
        return f"{days:,} days"
    parts = [
        f"{days} day{'s' * (days != 1)}" if days else "",
        f"{hours} h" if hours else "",
        f"{minutes} min" if minutes and not days else "",
    ]
    return " ".join(p for p in parts if p)


class Marked(NamedTuple):
    """A sentence cut in three: the figure and what stands before and after it."""

    before: str
    figure: str
    after: str


def marked(sentence: str | None, start: int | None, end: int | None, quote: str | None, width: int = 420) -> Marked:
    """The sentence around its figure, at most about ``width`` characters, cut at spaces and shown by "…".

    ``start`` and ``end`` count characters of ``sentence``. Where they do not hold the quote (the sentence was
    stored trimmed), its first occurrence is marked, and nothing when there is none.
    """
    text, number_text = sentence or "", quote or ""
    if start is None or end is None or start < 0 or text[start:end] != number_text:
        start = text.find(number_text) if number_text else -1
        end = start + len(number_text)
    if start < 0:
        return Marked(_head(text, width), "", "")
    before, after = text[:start], text[end:]
    return Marked(_tail(before, width // 2), text[start:end], _head(after, max(width // 2, width - len(before))))


def _head(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = text.rfind(" ", width // 2, width)
    return text[: cut if cut > 0 else width].rstrip() + " …"


def _tail(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = text.find(" ", len(text) - width, len(text) - width // 2)
    return "… " + text[cut if cut > 0 else len(text) - width :].lstrip()
