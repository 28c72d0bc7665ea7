"""The sketches of claims as the ledger keeps them: a day's claims look back at thousands that are not read for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts import candidates
from claims_pipeline.facts.room import shed
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

    from claims_pipeline.facts.blocks import Blocks
    from claims_pipeline.facts.claimset import ClaimSet

_ROWS = 20_000  # written or read at a time
_SHED = 100_000  # written until DuckDB lets go of them


@dataclass(frozen=True, slots=True)
class Sketches:
    """Sketches of some claims, in the order of looking back."""

    number: np.ndarray
    """Their numbers."""
    place: np.ndarray
    """Where each number stands here, int32."""
    article: np.ndarray
    lang: np.ndarray
    day: np.ndarray
    """NaN where the article has no date."""
    vectors: np.ndarray
    """int16 of shape (claims, width)."""

    @classmethod
    def of(cls, number: np.ndarray, tie: np.ndarray, lang: np.ndarray, day: np.ndarray, vectors: np.ndarray, size: int) -> Sketches:
        """``tie``: the article of each claim, as any numbers; ``size``: how many numbers there are."""
        place = np.zeros(size, np.int32)
        place[number] = np.arange(len(number), dtype=np.int32)
        return cls(number, place, np.unique(tie, return_inverse=True)[1].astype(np.int32), lang, day, vectors)

    @classmethod
    def made(cls, claims: ClaimSet, order: np.ndarray, number: np.ndarray, size: int) -> Sketches:
        """Of the claims at ``order`` in a set, which have these numbers."""
        vectors = candidates.sketch(claims, order)
        return cls.of(number, claims.article[order], claims.lang[order], claims.day[order], vectors, size)

    @classmethod
    def read(cls, con: duckdb.DuckDBPyConnection, numbers: np.ndarray, rank: np.ndarray, article: np.ndarray) -> Sketches:
        """Those of the numbers, as an earlier run or this one wrote them; ``rank`` and ``article`` are by number."""
        import pyarrow as pa

        here = numbers[np.argsort(rank[numbers], kind="stable")]
        place = np.zeros(len(rank), np.int32)
        place[here] = np.arange(len(here))
        lang, day, vectors = np.zeros(len(here), np.int32), np.full(len(here), np.nan), np.zeros((0, 0), np.int16)
        known: dict[str, int] = {}
        con.register("asked", pa.table({"number": here.astype(np.int32)}))
        for piece in run(con, "facts/sketches_of").to_arrow_reader(_ROWS):
            at = place[piece.column("number").to_numpy()]
            told = piece.column("sketch").flatten().to_numpy().reshape(len(piece), -1)
            if not len(vectors):
                vectors = np.zeros((len(here), told.shape[1]), np.int16)
            vectors[at] = told
            langs = piece.column("lang").dictionary_encode()
            codes = np.array([known.setdefault(name, len(known)) for name in langs.dictionary.to_pylist()], np.int32)
            lang[at] = codes[langs.indices.to_numpy()]
            day[at] = piece.column("day").to_numpy(zero_copy_only=False)
        return cls(here, place, np.unique(article[here], return_inverse=True)[1].astype(np.int32), lang, day, vectors)

    def write(self, con: duckdb.DuckDBPyConnection, langs: list[str | None]) -> None:
        """``langs``: the names of the codes of languages."""
        import pyarrow as pa

        names, width = np.array(langs, object), self.vectors.shape[1]
        for at in range(0, len(self.number), _ROWS):
            some = slice(at, at + _ROWS)
            flat = pa.array(self.vectors[some].reshape(-1))
            rows = {
                "number": pa.array(self.number[some].astype(np.int32)),
                "lang": pa.array(names[self.lang[some]], pa.string()),
                "day": pa.array(self.day[some], mask=np.isnan(self.day[some])),
                "sketch": pa.ListArray.from_arrays(np.arange(0, len(flat) + 1, width, dtype=np.int32), flat),
            }
            con.register("sketches", pa.table(rows))
            run(con, "facts/add_sketches")
            if at % _SHED == 0:  # while claims are compared there is no room for what is written
                shed(con)

    def pairs(self, blocks: Blocks, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For each owner what it is compared with: places (left, right), and whether the pair is worth weighing."""
        inside = blocks.before(owners)
        owner = np.zeros(len(self.number), bool)
        owner[self.place[owners]] = True
        rows = self.place[blocks.number[inside]], blocks.key[inside]
        left, right = candidates.pairs(self.vectors, self.article, self.lang, *rows, owner)
        return left, right, ~candidates.hopeless(self.vectors, self.day, left, right)
