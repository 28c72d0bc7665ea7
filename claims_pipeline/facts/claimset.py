"""The claims in scope as columns: codes, numbers, sparse name and word rows, and vectors, all in one fixed order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

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
# "and" between two nouns, in the languages that write it as a word
_AND = re.compile(r"\S\s+(?:and|dan|serta|y|e|et|und|en|och|og|и|та|і|ve|va|và|na|و|और|i|&|/|atau|or|ou|oder)\s+,?\S", re.IGNORECASE)


@dataclass(slots=True)
class Texts:
    """One kind of text: a row of ``vectors`` a distinct text (centred, length one), and each claim's row in it."""

    vectors: np.ndarray
    row: np.ndarray

    def dot(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Cosines of pairs of claims, float32. In pieces, so that the gathered rows stay in the cache."""
        out = np.empty(len(left), np.float32)
        for at in range(0, len(left), 8192):
            a, b = self.row[left[at : at + 8192]], self.row[right[at : at + 8192]]
            out[at : at + 8192] = np.einsum("ij,ij->i", self.vectors[a], self.vectors[b])
        return out


@dataclass(slots=True)
class ClaimSet:
    """Claims in the order (known_at, article, position, id), which does not depend on when they arrived."""

    table: dict[str, list[Any]]
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
    """The keys of the place, over the vocabulary of ``names``."""
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
    names_known: list[str] = field(default_factory=list)
    """The keys of names that ``names``, ``near``, ``topics`` and ``place_names`` are over."""
    topics_written: Any = None
    """``topics`` over the names as written, for labels."""
    names_written: list[str] = field(default_factory=list)
    written_weight: Any = None
    scope_told: Any = None
    """Code of the scope as told, also where it only repeats the noun ("27 children")."""
    outlet: Any = None
    """Code of each claim's outlet."""
    beside_left: Any = None
    """Stems of the few words before the number, over the vocabulary of ``words``."""
    beside_right: Any = None
    events: Any = None
    """Each distinct context's likeness to the kinds of event, float32; rows as ``context.vectors``."""
    codes: dict[str, dict[str | None, int]] = field(default_factory=dict)
    """Per coded column, the code of each value; None has code -1 where the column may be empty."""
    codes_hashed: dict[str, np.ndarray] = field(default_factory=dict)
    """Per coded column and vocabulary, a 64-bit hash of each value that is the same in every run."""

    def __len__(self) -> int:
        return len(self.article)

    @property
    def ids(self) -> list[str]:
        """Claim ids in order."""
        return self.table["claim_id"]


def load(con: duckdb.DuckDBPyConnection, model: str, reference: Reference) -> ClaimSet:
    """Read the claims listed in the registered table ``in_scope`` with the vectors of ``model``."""
    table = run(con, "facts/load_claims").to_arrow_table().combine_chunks()
    codes: dict[str, dict[str | None, int]] = {}

    def coded(name: str, values: list[Any]) -> np.ndarray:
        known = codes.setdefault(name, {None: -1})
        return np.fromiter((known.setdefault(v, len(known) - 1) for v in values), np.int32, len(values))

    lists = ("names", "near", "words", "noun_words", "topics", "beside_left", "beside_right")
    columns = {name: table.column(name).to_pylist() for name in table.column_names if name not in lists}
    places = [f"{a}\t{f}\t{s}" for a, f, s in zip(columns["article_id"], columns["field"], columns["sentence_start"], strict=True)]
    *written, names_written, written_weight = _sparse(table, ("names", "near", "topics"))
    places_told = [place_keys(place) for place in columns["place"]]
    (names, near, topics), all_names, name_weight = folded(
        written, names_written, written_weight, {key for told in places_told for key in told}
    )
    words, noun_words, beside_left, beside_right, all_words, word_weight = _sparse(
        table, ("words", "noun_words", "beside_left", "beside_right")
    )
    context = _texts(con, model, table.column("context_hash"), reference.context)
    text_hashes = {kind: table.column(f"{kind}_hash") for kind in ("focus", "noun")}
    attribute = coded("attribute", [a or "other" for a in columns["attribute"]])
    family = coded("family", [_FAMILY.get(k, k) for k in columns["kind"]])
    unit = coded("unit", columns["unit"])
    hashed = {name: hashes([v or "" for v in codes[name] if v is not None]) for name in ("attribute", "family", "unit")}
    hashed |= {"names": hashes(all_names), "words": hashes(all_words)}
    known_at = np.array(columns["known_at"], "datetime64[s]").astype(np.int64) / 86400
    return ClaimSet(
        table=columns,
        article=coded("article", columns["article_id"]),
        sentence=coded("sentence", places),
        title=np.array([f == "title" for f in columns["field"]], bool),
        lang=coded("lang", columns["lang"]),
        family=family,
        attribute=attribute,
        measure=coded("measure", columns["measure"]),
        modality=coded("modality", columns["modality"]),
        unit=unit,
        place=coded("place", [_plain(p) for p in columns["place"]]),
        place_names=_places(places_told, all_names),
        scope=coded("scope", [_group(s, n) for s, n in zip(columns["scope"], columns["noun"], strict=True)]),
        noun=coded("noun", [_plain(n) for n in columns["noun"]]),
        day=np.where(np.array(columns["dated"], bool), known_at, np.nan).astype(np.float64),
        as_of=_days(columns["as_of"]),
        low=_numbers(columns["low"], columns["kind"]),
        high=_numbers(columns["high"], columns["kind"]),
        several=np.array([bool(_AND.search(noun)) for noun in columns["noun"]], bool),
        focus=_texts(con, model, text_hashes["focus"], reference.focus),
        noun_text=_texts(con, model, text_hashes["noun"], reference.noun),
        context=context,
        names=names,
        near=near,
        topics=topics,
        words=words,
        noun_words=noun_words,
        name_weight=name_weight,
        word_weight=word_weight,
        names_known=all_names,
        topics_written=written[2],
        names_written=names_written,
        written_weight=written_weight,
        scope_told=coded("scope_told", [_plain(s) for s in columns["scope"]]),
        outlet=coded("outlet", columns["outlet"]),
        beside_left=beside_left,
        beside_right=beside_right,
        events=context.vectors @ reference.events.T,
        codes=codes,
        codes_hashed=hashed,
    )


def hashes(values: list[str]) -> np.ndarray:
    """64-bit hashes that are the same in every run."""
    import pandas as pd

    return pd.util.hash_array(np.array(values, object)) if values else np.zeros(0, np.uint64)


def _group(scope: str | None, noun: str) -> str | None:
    """The scope where it says more than the noun does."""
    told, thing = _plain(scope), _plain(noun) or ""
    return told if told and told not in thing and thing not in told else None


def _places(places: list[list[str]], names: list[str]) -> Any:
    from scipy import sparse

    at = {name: k for k, name in enumerate(names)}
    found = [(row, at[key]) for row, keys in enumerate(places) for key in keys]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    return sparse.csr_matrix((np.ones(len(found), np.float32), (rows, columns)), shape=(len(places), len(names)))


def _numbers(values: list[float | None], kinds: list[str]) -> np.ndarray:
    """Fractions as percentages: "half" and "50 percent" are one number."""
    found = np.array([np.nan if v is None else v for v in values], float)
    return np.where(np.array([k == "fraction" for k in kinds], bool), found * 100, found)


def _days(dates: list[Any]) -> np.ndarray:
    found = np.array(dates, "datetime64[D]")
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
    return (*out, words.to_pylist(), rarity(words.to_pylist()))


def _texts(con: duckdb.DuckDBPyConnection, model: str, hashes: Any, mean: np.ndarray) -> Texts:
    import pyarrow as pa
    import pyarrow.compute as pc

    distinct = pc.unique(hashes)
    con.register("wanted_texts", pa.table({"text_hash": distinct}))
    found = run(con, "facts/load_vectors", model=model).to_arrow_table().combine_chunks()
    vectors = found.column("embedding").combine_chunks().flatten().to_numpy().reshape(len(found), -1) - mean
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    rows = pc.index_in(hashes, found.column("text_hash").combine_chunks())
    return Texts(vectors.astype(np.float32), rows.to_numpy().astype(np.int32))
