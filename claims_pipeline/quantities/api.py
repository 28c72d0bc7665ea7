"""Text becomes quantities: the public functions of the package."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from claims_pipeline.quantities import chronology, find, sentences
from claims_pipeline.quantities.fold import fold
from claims_pipeline.quantities.grammar import grammar
from claims_pipeline.quantities.language import Language, codes, load
from claims_pipeline.quantities.meaning import Context, describe
from claims_pipeline.quantities.place import storms
from claims_pipeline.records import Quantity

_FOLDER = Path(__file__).parent
_FAR, _NEAR, _COPY = 56, 1, 40
"""Characters on one side of a number and on the other that make a copy of a second one, and how many there must be without spaces."""


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """A hash over the rules and the language files: claims are read again when it changes."""
    digest = blake2b(digest_size=8)
    for path in sorted((*_FOLDER.glob("*.py"), *_FOLDER.glob("*.toml"), *_FOLDER.glob("languages/*.toml"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def __getattr__(name: str) -> str:
    if name == "EXTRACTOR_VERSION":
        return extractor_version()
    raise AttributeError(name)


def extract(text: str, lang: str | None = None, published_at: datetime | None = None) -> list[Quantity]:
    """Every numeric expression of ``text`` in order, claims and others (``is_claim`` tells).

    ``lang`` is an ISO 639-1 code; None identifies it. A language without a data file gets its digits read and the note
    "language.unknown" in ``rules``. ``published_at`` resolves dates such as "last month". Never raises on any text.
    """
    return extract_article("", text, lang, published_at)


def extract_article(
    title: str, text: str, lang: str | None = None, published_at: datetime | None = None, dateline_place: str | None = None
) -> list[Quantity]:
    """The quantities of an article, those of the title first; ``field`` says "title" or "text", offsets count inside it."""
    language = load(lang or identify(f"{title}\n{text}"))
    found = list(_read(title, "title", language, published_at, title, dateline_place)) if title else []
    found += _read(text, "text", language, published_at, title, dateline_place)
    return found


def _read(text: str, field: str, language: Language, published_at: datetime | None, title: str, place: str | None) -> Iterator[Quantity]:
    folded = fold(text)
    starts = find.candidates(folded, language)
    if not starts:
        return
    context = Context(
        title=title, published_at=published_at, dateline_place=place, field=field, storms=storms((title, text), grammar(language))
    )
    told: set[str] = set()
    split = sentences.split(text, language)
    entries = chronology.entries(text, split, grammar(language).calendar)
    years = len(set(entries.values()))
    for number, sentence in enumerate(split):
        previous = split[number - 1] if number else None
        at = bisect_left(starts, sentence.start)
        if at == len(starts) or starts[at] >= sentence.end:
            continue
        mentions = find.find_mentions(sentence, language, folded.part(sentence.start, sentence.end))
        if mentions:
            context.previous = previous.text if previous is not None else ""
            context.entry = entries.get(number)
            context.listed = number in entries and years > 1
            if not language.known:
                for mention in mentions:
                    mention.rules.append("language.unknown")
            for quantity in describe(sentence, mentions, language, context):
                if quantity.is_claim and _again(text, quantity, told):
                    quantity.is_claim = False
                    quantity.rules += ("claim.repeated",)
                yield quantity


def _again(text: str, quantity: Quantity, told: set[str]) -> bool:
    """Whether the same words with the same number stood in the field before: pages that hold their story twice tell it once.

    The words around the number are compared, not sentences: where paragraphs run into each other one copy is cut otherwise.
    """
    keys = {
        "".join(
            f"{text[max(0, quantity.start - before) : quantity.start]}|{quantity.text}|{text[quantity.end : quantity.end + behind]}".split()
        )
        for before, behind in ((_FAR, _NEAR), (_NEAR, _FAR))  # at the seam of two copies one side differs
    }
    keys = {key for key in keys if len(key) >= _COPY}
    again = not told.isdisjoint(keys)
    told |= keys
    return again


def identify(text: str) -> str:
    """The language of ``text`` among those with a data file, offline; "und" when nothing decides."""
    import py3langid

    sample = text[:4000].encode("utf-8", "replace").decode()  # a lone surrogate is no text for the identifier
    if not any(map(str.isalpha, sample)):
        return "und"
    py3langid.set_languages(codes())
    return str(py3langid.classify(sample)[0])
