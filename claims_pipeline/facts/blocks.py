"""The blocks that claims stand in, in the order of looking back: who sees whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claims_pipeline.facts import candidates
from claims_pipeline.facts.claimset import ragged
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb


@dataclass(slots=True)
class Blocks:
    """Rows of blocks, sorted by key and then by rank."""

    key: np.ndarray
    number: np.ndarray
    start: np.ndarray
    """Where the block of each row begins, int32."""
    of_number: tuple[np.ndarray, np.ndarray] | None = None
    """The rows of each number, one number after another, and where those of each begin, once :meth:`indexed`."""

    @classmethod
    def read(cls, con: duckdb.DuckDBPyConnection, statement: str, rank: np.ndarray) -> Blocks:
        """From a statement that gives keys and numbers of claims; ``rank``: the place of each number in the order of looking back."""
        found = run(con, statement).to_arrow_table()
        key, number = found.column("key").to_numpy(), found.column("number").to_numpy()
        del found
        order = np.lexsort((rank[number], key))
        key, number = key[order], number[order]
        first = np.ones(len(key), bool)
        first[1:] = key[1:] != key[:-1]
        start = np.where(first, np.arange(len(key), dtype=np.int32), np.int32(0))
        return cls(key, number, np.maximum.accumulate(start) if len(key) else start)

    def after(self, changed: np.ndarray) -> np.ndarray:
        """Claims that look back at one of ``changed``: less than a window after it in one of its blocks."""
        row = np.flatnonzero(np.isin(self.number, changed))
        last = np.append(np.flatnonzero(np.diff(self.start)), len(self.start) - 1) if len(self.start) else np.zeros(0, int)
        end = last[np.searchsorted(last, row)] + 1
        return np.unique(self.number[self._between(row + 1, np.minimum(row + 1 + candidates.reach(self.key[row]), end))])

    def indexed(self) -> Blocks:
        """Ready to be asked many times what some owners look back at, without looking at all rows each time."""
        size = int(self.number.max(initial=-1)) + 1
        begin = np.concatenate([[0], np.cumsum(np.bincount(self.number, minlength=size))])
        self.of_number = np.argsort(self.number, kind="stable").astype(np.int32), begin
        return self

    def before(self, owners: np.ndarray) -> np.ndarray:
        """Rows that the owners look back at, and their own, in order."""
        if self.of_number is None:
            row = np.flatnonzero(np.isin(self.number, owners))
        else:
            rows, begin = self.of_number
            row = np.sort(rows[ragged(begin[owners], begin[owners + 1] - begin[owners])[1]]).astype(np.int64)
        low, high = np.maximum(row - candidates.reach(self.key[row]), self.start[row]), row + 1
        # both rise with the row: what an owner looks back at begins where that of the one before it does, or later
        apart = np.flatnonzero(low[1:] > high[:-1]) + 1
        first, last = np.append(0, apart), np.append(apart, len(row)) - 1
        return ragged(low[first], high[last] - low[first])[1] if len(row) else row

    def _between(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        step = np.zeros(len(self.key) + 1, np.int32)
        np.add.at(step, low, 1)
        np.add.at(step, high, -1)
        return np.flatnonzero(np.cumsum(step[:-1], dtype=np.int32))
