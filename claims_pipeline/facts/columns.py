"""A query's rows as codes, read piece by piece: every text is held once, however many claims tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

_ROWS = 50_000  # rows read at a time


@dataclass(frozen=True, slots=True)
class Lists:
    """One list of words a row."""

    pointer: np.ndarray
    """Where each row begins among the words of all rows, and the end; int64."""
    words: Any
    """An Arrow array of codes."""


class Columns:
    """The columns of a query that has none of its rows twice.

    As Python values a column is a list (``columns["quote"]``), made when it is first asked for; equal texts in it are
    one object.
    """

    def __init__(self, names: list[str], arrays: list[Any], lists: dict[str, Lists], rows: int) -> None:
        self._arrays = dict(zip(names, arrays, strict=True))
        self._values: dict[str, list[Any]] = {}
        self._lists = lists
        self._rows = rows

    @classmethod
    def read(cls, result: Any) -> Columns:
        """From the open result of a statement, to its end."""
        import pyarrow as pa
        import pyarrow.compute as pc

        stream = result.to_arrow_reader(_ROWS)
        names = stream.schema.names
        pieces: list[list[Any]] = [[_coded(pa.array([], _inner(field.type)))] for field in stream.schema]
        counts: list[list[Any]] = [[] for _ in names]
        for piece in stream:
            for k, column in enumerate(piece.columns):
                if pa.types.is_list(column.type):
                    counts[k].append(pc.list_value_length(column).to_numpy(zero_copy_only=False))
                    column = column.flatten()
                pieces[k].append(_coded(column))
        arrays, lists, rows = [], {}, 0
        for name, field, parts, lengths in zip(names, stream.schema, pieces, counts, strict=True):
            whole = _joined(parts)
            parts.clear()
            if pa.types.is_list(field.type):
                lists[name] = Lists(np.cumsum(np.concatenate([[0], *lengths]), dtype=np.int64), whole)
            else:
                rows = len(whole)
            arrays.append(whole)
        return cls(names, arrays, lists, rows)

    def __len__(self) -> int:
        return self._rows

    def __getitem__(self, name: str) -> list[Any]:
        if name not in self._values:
            array = self._arrays[name]
            if hasattr(array, "dictionary"):
                values, rows = self.coded(name)
                told = np.array([*values, None], object)
                self._values[name] = told[rows].tolist()
            else:
                self._values[name] = array.to_pylist()
        return self._values[name]

    def coded(self, name: str) -> tuple[list[Any], np.ndarray]:
        """The different texts of a column in the order of their first rows, and each row's place among them (-1: none)."""
        import pyarrow.compute as pc

        array = self._arrays[name]
        return array.dictionary.to_pylist(), pc.fill_null(array.indices, -1).to_numpy(zero_copy_only=False)

    def texts(self, name: str) -> tuple[Any, np.ndarray]:
        """As :meth:`coded`, the texts as an Arrow array."""
        array = self._arrays[name]
        return array.dictionary, array.indices.to_numpy(zero_copy_only=False)

    def numbers(self, name: str) -> np.ndarray:
        """A column of numbers or moments as an array of its kind; NaN or NaT where there is none."""
        return np.asarray(self._arrays[name].to_numpy(zero_copy_only=False))

    def array(self, name: str) -> Any:
        """A column as an Arrow array of what it holds."""
        array = self._arrays[name]
        return array.dictionary_decode() if hasattr(array, "dictionary") else array

    def places(self, name: str, values: Any) -> np.ndarray:
        """The rows at which the values (an Arrow array or a list) stand in a column of different texts, int32."""
        import pyarrow as pa
        import pyarrow.compute as pc

        asked = pa.array(values, pa.string()) if isinstance(values, list) else values
        return np.asarray(pc.index_in(asked, self.array(name)).to_numpy(zero_copy_only=False), np.int32)

    def words(self, *names: str) -> tuple[list[tuple[np.ndarray, np.ndarray]], list[str]]:
        """Columns of lists over one vocabulary: where each row begins with its words' codes, and the words, sorted."""
        import pyarrow as pa
        import pyarrow.compute as pc

        own = [self._lists[name] for name in names]
        together = pa.chunked_array([lists.words for lists in own]).unify_dictionaries()
        vocabulary = together.chunk(0).dictionary
        order = pc.array_sort_indices(vocabulary)
        rank = np.empty(len(vocabulary), np.int32)
        rank[order.to_numpy()] = np.arange(len(vocabulary), dtype=np.int32)
        rows = [(lists.pointer, rank[chunk.indices.to_numpy()]) for lists, chunk in zip(own, together.chunks, strict=True)]
        return rows, vocabulary.take(order).to_pylist()

    def drop(self, *names: str) -> None:
        """Let go of columns that are not asked for again."""
        for name in names:
            self._arrays.pop(name)
            self._lists.pop(name, None)


def _inner(kind: Any) -> Any:
    import pyarrow as pa

    return kind.value_type if pa.types.is_list(kind) else kind


def _coded(column: Any) -> Any:
    import pyarrow as pa

    return column.dictionary_encode() if pa.types.is_string(column.type) else column


def _joined(parts: list[Any]) -> Any:
    """One array of many; of texts with one dictionary."""
    import pyarrow as pa

    whole = pa.chunked_array(parts)
    if pa.types.is_dictionary(whole.type):
        whole = whole.unify_dictionaries()
    return whole.combine_chunks()
