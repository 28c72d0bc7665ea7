"""The headlines and sentences that labels are made from: read once a batch of facts, and not held with the claims."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims_pipeline.facts.names import name_key
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of a claim."""

    text: str
    start: int
    """Where its number stands in it."""
    speaker: str | None
    """Who is quoted."""


@dataclass(slots=True)
class Wording:
    """Headlines by article id, sentences by claim id, and the names that they hold."""

    titles: dict[str, str]
    sentences: dict[str, Sentence] = field(default_factory=dict)
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    def headline(self, article: str) -> dict[str, str]:
        """The words of a headline that have a capital: key and form, in order."""
        return self._capitals(self.titles.get(article, ""))

    def named(self, claim: str) -> dict[str, str]:
        """Those of a claim's sentence, but for who says it: "Dedi said" is no part of what he tells."""
        sentence = self.sentences.get(claim)
        if sentence is None:
            return {}
        found = self._capitals(sentence.text)
        if not sentence.speaker or not found:
            return found
        said = self._capitals(sentence.speaker)
        return {key: form for key, form in found.items() if key not in said}

    def _capitals(self, text: str) -> dict[str, str]:
        found = self._names.get(text)
        if found is None:
            found = {name_key(word): word for word in reversed(_WORD.findall(text)) if word[0].isupper()}
            found = self._names[text] = dict(reversed(found.items()))
        return found


def wording(con: duckdb.DuckDBPyConnection) -> Wording:
    """Of the claims listed in the table ``in_scope``."""
    titles = dict(run(con, "facts/titles").fetchall())
    rows = run(con, "facts/sentences").fetchall()
    return Wording(titles, {claim: Sentence(text, start, speaker) for claim, text, start, speaker in rows})
