"""Plain-text tables for the terminal, right also for wide (Chinese, Japanese, Korean) and combining characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and whether it holds numbers (set flush right) or may be shortened."""

    name: str
    right: bool = False
    flexible: bool = False


def width(text: str) -> int:
    """Terminal cells that ``text`` takes."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def printable(text: str) -> str:
    """``text`` without control characters but line ends: a scraped escape sequence must not steer the terminal."""
    return "".join(c if c == "\n" or unicodedata.category(c) != "Cc" else " " for c in text)


def clip(text: str, cells: int) -> str:
    """``text`` on one line in at most ``cells`` cells, its end replaced by "…" where it is longer."""
    line = " ".join(printable(text).split())
    if width(line) <= cells:
        return line
    kept, used = [], 0
    for c in line:
        used += width(c)
        if used > cells - 1:
            break
        kept.append(c)
    return "".join(kept).rstrip() + "…"


def plain_table(columns: Sequence[Column], lines: Sequence[Sequence[str]], cells: int = 120) -> str:
    """Headings, a rule and the lines, in at most about ``cells`` cells: flexible columns share what room is left."""
    natural = [max([width(c.name), *(width(line[i]) for line in lines)]) for i, c in enumerate(columns)]
    flexible = [i for i, c in enumerate(columns) if c.flexible]
    room = cells - 2 * (len(columns) - 1) - sum(n for i, n in enumerate(natural) if i not in flexible)
    for rank, i in enumerate(sorted(flexible, key=lambda i: natural[i])):
        natural[i] = min(natural[i], max(12, room // (len(flexible) - rank)))
        room -= natural[i]
    out = [_line([c.name for c in columns], columns, natural), "  ".join("─" * n for n in natural)]
    out += [_line(line, columns, natural) for line in lines]
    return "\n".join(out)


def _line(values: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    out = []
    for value, column, cells in zip(values, columns, widths, strict=True):
        text = clip(value, cells)
        gap = " " * (cells - width(text))
        out.append(gap + text if column.right else text + gap)
    return "  ".join(out).rstrip()
