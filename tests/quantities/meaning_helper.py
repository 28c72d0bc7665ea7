"""Sentences with their numbers in double brackets, so that meaning is tested apart from the reading of numbers.

``[[12]]`` is an exact count; ``[[40%|percent]]`` gives the kind, ``[[5|money|$]]`` the currency sign that stands before it,
``[[3|measure|+km]]`` the unit after it. A hedge is marked with braces: ``{at least} [[12]]``.
"""

from __future__ import annotations

import re
from datetime import datetime

from claims_pipeline.quantities.language import Language, load
from claims_pipeline.quantities.meaning import Context, describe
from claims_pipeline.quantities.mention import CLAIM_KINDS, Mention
from claims_pipeline.quantities.sentences import Sentence
from claims_pipeline.records import Quantity

_PART = re.compile(r"\[\[(.+?)\]\]|\{(.+?)\}")


def read(marked: str, lang: str | Language = "en", published: str | None = "2024-05-15", **context: str) -> list[Quantity]:
    """The quantities of a marked sentence, in order."""
    plain, mentions, hedge = "", [], None
    at = 0
    for part in _PART.finditer(marked):
        plain += marked[at : part.start()]
        at = part.end()
        if part[2]:
            hedge = (len(plain), len(plain) + len(part[2]))
            plain += part[2]
            continue
        text, kind, unit = ([*part[1].split("|"), "", ""])[:3]
        mention = _mention(text, kind or "count", len(plain), unit)
        if hedge is not None and len(plain) - hedge[1] <= 2:
            mention.hedge_start, mention.hedge_end = hedge
        plain += text
        if unit.startswith("+"):
            _attach(mention, plain, marked[at:], unit[1:])
        elif unit:
            mention.unit, mention.unit_start, mention.unit_end = unit, mention.start - len(unit), mention.start
        mentions.append(mention)
    plain += marked[at:]
    language = load(lang) if isinstance(lang, str) else lang
    day = datetime.fromisoformat(published) if published else None
    return describe(Sentence(0, len(plain), plain), mentions, language, Context(published_at=day, **context))


def _mention(text: str, kind: str, start: int, unit: str) -> Mention:
    digits = re.sub(r"[^\d.]", "", text).strip(".")
    value = float(digits) if digits else None
    if text.lower() in ("one", "satu"):
        value = 1.0
    bound = "exact" if value is not None else "vague"
    return Mention(start, start + len(text), text, value, value, value, bound, kind, kind in CLAIM_KINDS, unit.lstrip("+") or None)


def _attach(mention: Mention, plain: str, rest: str, unit: str) -> None:
    offset = rest.index(unit)
    mention.unit_start = len(plain) + offset
    mention.unit_end = mention.unit_start + len(unit)


def one(marked: str, lang: str | Language = "en", published: str | None = "2024-05-15", **context: str) -> Quantity:
    """The only quantity of a marked sentence."""
    (quantity,) = read(marked, lang, published, **context)
    return quantity
