"""The claims in scope as columns: codes, numbers, sparse name and word rows, and vectors, all in one fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from claims_pipeline.embeddings.rarity import rarity
from claims_pipeline.embeddings.reference import Reference
from claims_pipeline.facts.names import folded, place_keys
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb
    from scipy import sparse

# claims whose kinds answer one question: "half of the output" and "50 percent of the output"
_FAMILY = {"fraction": "share", "percent": "share"}
_WORDS_KEPT = 500_000
_BLOCK = 10_000  # vectors read at a time
_GRAIN = np.float32(2**24)  # steps of a vector's entries
_T = TypeVar("_T")
# "and" between two nouns, in the languages that write it as a word
_AND = re.compile(r"\S\s+(?:and|dan|serta|y|e|et|und|en|och|og|и|та|і|ve|va|và|na|و|और|i|&|/|atau|or|ou|oder)\s+,?\S", re.IGNORECASE)


@dataclass(slots=True)
class Texts:
    """One kind of text: a row of ``vectors`` a distinct text (centred, length one), and each claim's row in it.

    The entries are multiples of 2**-24, as fine as float32 is there: so float64 sums their products without rounding,
    and the same in whatever pieces they are multiplied.
    """

    vectors: np.ndarray
    row: np.ndarray


@dataclass(slots=True)
class ClaimSet:
    """Claims in the order (known_at, article, position, id), which does not depend on when they arrived."""

    table: Columns
    """The columns of sql/facts/load_claims.sql as Python lists, for reasons and labels."""
    article: np.ndarray
    sentence: np.ndarray
    title: np.ndarray
    lang: np.ndarray
    family: np.ndarray
    attribute: np.ndarray
    measure: np.ndarray
    modality: np.ndarray
    unit: np.ndarray
    place: np.ndarray
    place_names: sparse.csr_matrix
    """The keys of the place, over the keys of ``names``."""
    scope: np.ndarray
    noun: np.ndarray
    day: np.ndarray
    """Days since 1970 of ``known_at``; NaN where the article has no date."""
    as_of: np.ndarray
    low: np.ndarray
    high: np.ndarray
    several: np.ndarray
    """The noun joins two things: "drones and missiles"."""
    focus: Texts
    noun_text: Texts
    context: Texts
    names: sparse.csr_matrix
    near: sparse.csr_matrix
    topics: sparse.csr_matrix
    words: sparse.csr_matrix
    noun_words: sparse.csr_matrix
    name_weight: np.ndarray
    word_weight: np.ndarray
    topics_written: sparse.csr_matrix
    """``topics`` over the names as written, for labels."""
    names_written: list[str]
    written_weight: np.ndarray
    scope_told: np.ndarray
    """Code of the scope as told, also where it only repeats the noun ("27 children")."""
    outlet: np.ndarray
    """Code of each claim's outlet."""
    beside_left: sparse.csr_matrix
    """Stems of the few words before the number, over the vocabulary of ``words``."""
    beside_right: sparse.csr_matrix
    events: np.ndarray
    """Each distinct context's likeness to the kinds of event, float32; rows as ``context.vectors``."""
    codes: dict[str, dict[str | None, int]] = field(default_factory=dict)
    """Per coded column, the code of each value; None has code -1 where the column may be empty."""
    codes_hashed: dict[str, np.ndarray] = field(default_factory=dict)
    """Per coded column and vocabulary, a 64-bit hash of each value that is the same in every run."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What functions marked :func:`once` found."""

    def __len__(self) -> int:
        return len(self.article)

    @property
    def ids(self) -> list[str]:
        """Claim ids in order."""
        return self.table["claim_id"]


def once(of: Callable[[ClaimSet], _T]) -> Callable[[ClaimSet], _T]:
    """Of a function of all claims, what it finds is kept: pairs are weighed in many pieces over one set."""
    name = f"{of.__module__}.{of.__qualname__}"

    @wraps(of)
    def found(claims: ClaimSet) -> _T:
        if name not in claims.kept:
            claims.kept[name] = of(claims)
        kept: _T = claims.kept[name]
        return kept

    return found


def ragged(start: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Runs of so many whole numbers from ``start`` on, one after another: the run of each, and the numbers."""
    run = np.repeat(np.arange(len(count)), count)
    return run, np.arange(len(run)) + np.repeat(start - np.cumsum(count) + count, count)


def load(con: duckdb.DuckDBPyConnection, model: str, reference: Reference, texts: bool = True) -> ClaimSet:
    """Read the claims listed in the registered table ``in_scope`` with the vectors of ``model``; without them if not ``texts``."""
    table = run(con, "facts/load_claims").to_arrow_table().combine_chunks()
    codes: dict[str, dict[str | None, int]] = {}

    def coded(name: str, of: Callable[[str | None], str | None] = lambda value: value) -> np.ndarray:
        return _coded(table.column(name), codes.setdefault(name, {None: -1}), of)

    *written, names_written, written_weight = _sparse(table, ("names", "near", "topics"))
    places_told = [place_keys(place) for place in _distinct(table.column("place"))[0]]
    (names, near, topics), all_names, name_weight = folded(
        written, names_written, written_weight, {key for told in places_told for key in told}
    )
    words, noun_words, beside_left, beside_right, all_words, word_weight = _sparse(
        table, ("words", "noun_words", "beside_left", "beside_right")
    )
    means = {"focus": reference.focus, "noun": reference.noun, "context": reference.context}
    focus, noun, context = (
        _texts(con, model, table.column(f"{kind}_hash"), mean)
        if texts
        else Texts(np.zeros((0, len(mean)), np.float32), np.full(len(table), -1))
        for kind, mean in means.items()
    )
    article, kind = coded("article_id"), coded("kind")
    codes["family"] = {None: -1}
    family = _coded(table.column("kind"), codes["family"], lambda value: _FAMILY.get(value or "", value))
    fraction = kind == codes["kind"].get("fraction", -2)
    attribute, unit = coded("attribute", lambda value: value or "other"), coded("unit")
    hashed = {name: hashes([v or "" for v in codes[name] if v is not None]) for name in ("attribute", "family", "unit")}
    hashed |= {"names": hashes(all_names), "words": hashes(all_words)}
    field_, start = coded("field"), _floats(table.column("sentence_start"))
    # one sentence: the same article, field and place
    _, sentence = np.unique(np.stack([article, field_, start.astype(np.int64)]), axis=1, return_inverse=True)
    known_at = _moments(table.column("known_at")) / 86_400_000_000
    low, high = (_floats(table.column(name)) * np.where(fraction, 100.0, 1.0) for name in ("low", "high"))
    dated = table.column("dated").to_numpy(zero_copy_only=False)
    place_codes = coded("place", _plain)
    return ClaimSet(
        table=Columns(table),
        article=article,
        sentence=sentence.ravel().astype(np.int32),
        title=field_ == codes["field"].get("title", -2),
        lang=coded("lang"),
        family=family,
        attribute=attribute,
        measure=coded("measure"),
        modality=coded("modality"),
        unit=unit,
        place=place_codes,
        place_names=_places(table.column("place"), places_told, all_names),
        scope=_groups(table, codes),
        noun=coded("noun", _plain),
        day=np.where(dated, known_at, np.nan),
        as_of=_days(table.column("as_of")),
        low=low,
        high=high,
        several=_each(table.column("noun"), lambda noun: bool(noun and _AND.search(noun))),
        focus=focus,
        noun_text=noun,
        context=context,
        names=names,
        near=near,
        topics=topics,
        words=words,
        noun_words=noun_words,
        name_weight=name_weight,
        word_weight=word_weight,
        topics_written=written[2],
        names_written=names_written,
        written_weight=written_weight,
        scope_told=_coded(table.column("scope"), codes.setdefault("scope_told", {None: -1}), _plain),
        outlet=coded("outlet"),
        beside_left=beside_left,
        beside_right=beside_right,
        events=context.vectors @ reference.events.T,
        codes=codes,
        codes_hashed=hashed,
    )


class Columns:
    """The columns of sql/facts/load_claims.sql, each turned into a Python list when it is first asked for."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self._lists: dict[str, list[Any]] = {}

    def __getitem__(self, name: str) -> list[Any]:
        if name not in self._lists:
            self._lists[name] = self._table.column(name).to_pylist()
        return self._lists[name]


def _distinct(column: Any) -> tuple[list[Any], np.ndarray]:
    """The distinct values in the order of their first row, and each row's place among them (-1: none)."""
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(column.combine_chunks())
    return coded.dictionary.to_pylist(), pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)


def _coded(column: Any, known: dict[str | None, int], of: Callable[[str | None], str | None]) -> np.ndarray:
    """The code of each row's value under ``of``; an empty value has code -1 unless ``of`` gives it one."""
    values, rows = _distinct(column)
    codes = np.array([known.setdefault(of(v), len(known) - 1) for v in [*values, None]], np.int32)
    return codes[rows]  # row -1 is the last: that of the empty value


def _each(column: Any, of: Callable[[str | None], bool]) -> np.ndarray:
    values, rows = _distinct(column)
    return np.array([of(value) for value in [*values, None]], bool)[rows]


def _floats(column: Any) -> np.ndarray:
    return column.combine_chunks().to_numpy(zero_copy_only=False).astype(np.float64)


def _moments(column: Any) -> np.ndarray:
    return column.combine_chunks().to_numpy(zero_copy_only=False).astype("datetime64[us]").astype(np.int64)


def _groups(table: Any, codes: dict[str, dict[str | None, int]]) -> np.ndarray:
    """The scope of each claim where it says more than the noun does, as a code."""
    known = codes.setdefault("scope", {None: -1})
    scopes, scope = _distinct(table.column("scope"))
    out = np.full(len(scope), -1, np.int32)
    said = np.flatnonzero(scope >= 0)
    nouns = table.column("noun").take(said).to_pylist()
    out[said] = [known.setdefault(_group(scopes[scope[k]], noun), len(known) - 1) for k, noun in zip(said, nouns, strict=True)]
    return out


def hashes(values: list[str]) -> np.ndarray:
    """64-bit hashes that are the same in every run."""
    import pandas as pd

    return pd.util.hash_array(np.array(values, object)) if values else np.zeros(0, np.uint64)


def _group(scope: str | None, noun: str) -> str | None:
    """The scope where it says more than the noun does."""
    told, thing = _plain(scope), _plain(noun) or ""
    return told if told and told not in thing and thing not in told else None


def _places(column: Any, told: list[list[str]], names: list[str]) -> Any:
    from scipy import sparse

    places, row = _distinct(column)
    at = {name: k for k, name in enumerate(names)}
    found = [(k, at[key]) for k, keys in enumerate(told) for key in keys]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    # the last row, which stands for no place, is empty
    each = sparse.csr_matrix((np.ones(len(found), np.float32), (rows, columns)), shape=(len(places) + 1, len(names)))
    return each[np.where(row < 0, len(places), row)]


def _days(column: Any) -> np.ndarray:
    found = column.combine_chunks().to_numpy(zero_copy_only=False).astype("datetime64[D]")
    return np.where(np.isnat(found), np.nan, found.astype(np.float64))


def _plain(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) or None if text else None


def _sparse(table: Any, columns: tuple[str, ...]) -> tuple[Any, ...]:
    """Rows of zeros and ones over one shared vocabulary, and each word's weight."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from scipy import sparse

    lists = [table.column(name).combine_chunks() for name in columns]
    flat = [values.flatten() for values in lists]
    words = pc.unique(pa.concat_arrays(flat)).sort()
    out: list[Any] = []
    for values, each in zip(lists, flat, strict=True):
        codes = pc.index_in(each, words).to_numpy(zero_copy_only=False).astype(np.int32)
        lengths = pc.list_value_length(values).to_numpy(zero_copy_only=False)
        pointer = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        out.append(sparse.csr_matrix((np.ones(len(codes), np.float32), codes, pointer), shape=(len(values), len(words))))
    return (*out, words.to_pylist(), _rarities(words.to_pylist()))


_KNOWN_WORDS: dict[str, float] = {}


def _rarities(words: list[str]) -> np.ndarray:
    """Weights of words; those of an earlier batch are not looked up in the vocabulary again."""
    if len(_KNOWN_WORDS) > _WORDS_KEPT:
        _KNOWN_WORDS.clear()
    fresh = [word for word in words if word not in _KNOWN_WORDS]
    _KNOWN_WORDS.update(zip(fresh, rarity(fresh).tolist(), strict=True))
    return np.fromiter((_KNOWN_WORDS[word] for word in words), np.float32, len(words))


def _texts(con: duckdb.DuckDBPyConnection, model: str, hashes: Any, mean: np.ndarray) -> Texts:
    import pyarrow as pa
    import pyarrow.compute as pc

    distinct = pc.unique(hashes)
    con.register("wanted_texts", pa.table({"text_hash": distinct}))
    vectors, names, at = np.empty((len(distinct), len(mean)), np.float32), [], 0
    for piece in run(con, "facts/load_vectors", model=model).to_arrow_reader(_BLOCK):
        some = piece.column("embedding").flatten().to_numpy().reshape(len(piece), -1) - mean
        some /= np.maximum(np.linalg.norm(some, axis=1, keepdims=True), 1e-9)
        vectors[at : at + len(piece)] = np.rint(some * _GRAIN) / _GRAIN
        names.append(piece.column("text_hash"))
        at += len(piece)
    rows = pc.index_in(hashes, pa.chunked_array(names, pa.string()).combine_chunks())
    return Texts(vectors[:at], rows.to_numpy().astype(np.int32))
