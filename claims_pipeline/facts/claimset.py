"""The claims in scope as columns: codes, numbers, sparse name and word rows, and vectors, all in one fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from claims_pipeline.embeddings.rarity import rarity
from claims_pipeline.embeddings.reference import Reference
from claims_pipeline.facts.coding import (
    codes_of,
    days,
    each,
    groups_counted,
    kinds_of,
    lands_of,
    nations,
    places,
    plain,
    scopes,
    spellings,
    words_of_scopes,
)
from claims_pipeline.facts.columns import Columns
from claims_pipeline.facts.names import folded, name_keys, place_keys
from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb
    from scipy import sparse

# claims whose kinds answer one question: "half of the output" and "50 percent of the output"
_FAMILY = {"fraction": "share", "percent": "share"}
_WORDS_KEPT = 500_000
_BLOCK = 10_000  # vectors read at a time
GRAIN = 4064
"""Steps of a vector's entries: its products with another are whole numbers below 2**24, which float32 sums without rounding."""
_LISTS = ("names", "near", "topics", "words", "noun_words", "beside_left", "beside_right")
_T = TypeVar("_T")
# "and" between two nouns, in the languages that write it as a word
_AND = re.compile(r"\S\s+(?:and|dan|serta|y|e|et|und|en|och|og|и|та|і|ve|va|và|na|و|और|i|&|/|atau|or|ou|oder)\s+,?\S", re.IGNORECASE)


@dataclass(slots=True)
class Texts:
    """One kind of text: a vector a distinct text (centred, length one), and each claim's row among them.

    The entries are int16, in steps of 1/``GRAIN``: so float32 sums their products without rounding, and the same in
    whatever pieces they are multiplied; and a claim's vectors take half the memory.
    """

    store: np.ndarray
    """The vectors of all kinds of text, one kind after another, and one of zeros at the end; int16."""
    first: int
    """Where those of this kind begin."""
    size: int
    row: np.ndarray
    """Of each claim, -1 where its text has no vector."""

    @property
    def vectors(self) -> np.ndarray:
        """Those of this kind."""
        return self.store[self.first : self.first + self.size]

    def placed(self) -> np.ndarray:
        """Each claim's row in ``store``."""
        return np.where(self.row < 0, len(self.store) - 1, self.row + self.first)

    def turned(self, turn: np.ndarray) -> np.ndarray:
        """Products of the vectors with the columns of ``turn``, float32 of shape (texts, columns)."""
        out = np.empty((self.size, turn.shape[1]), np.float32)
        for at in range(0, self.size, _BLOCK):
            # in float64: what float32 rounds differs with the number of rows
            out[at : at + _BLOCK] = self.vectors[at : at + _BLOCK].astype(np.float64) @ (turn.astype(np.float64) / GRAIN)
        return out


@dataclass(slots=True)
class ClaimSet:
    """Claims in the order (known_at, article, position, id), which does not depend on when they arrived."""

    table: Columns
    """The columns of sql/facts/load_claims.sql, for reasons and labels."""
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
    """Of the sentence, over keys; the entries of this and the next two are the names' weights."""
    near: sparse.csr_matrix
    topics: sparse.csr_matrix
    """Of articles: see ``topic``."""
    topic: np.ndarray
    """Each claim's row in ``topics`` and ``topics_written``: an article has dozens of names, and many claims."""
    town: np.ndarray
    """Which keys are those of towns, bool."""
    land: np.ndarray
    """Code of the country that each key names or lies in; -1 for what is no country and no town."""
    nation: np.ndarray
    """Code of the country whose people are counted, as in ``land`` or one of its own; -1 where none is told."""
    spells: np.ndarray
    """Keys that may spell a town, and the keys of those towns: int32 of shape (n, 2)."""
    words: sparse.csr_matrix
    noun_words: sparse.csr_matrix
    word_weight: np.ndarray
    topics_written: sparse.csr_matrix
    """``topics`` over the names as written, for labels."""
    names_written: list[str]
    written_key: list[str]
    """Of each its key, empty for what has no letters."""
    written_weight: np.ndarray
    scope_told: np.ndarray
    """Code of the scope as told, also where it only repeats the noun ("27 children")."""
    scope_words: sparse.csr_matrix
    """Its words, but for those that say only that people are meant."""
    outlet: np.ndarray
    """Code of each claim's outlet."""
    beside_left: sparse.csr_matrix
    """Stems of the few words before the number, over the vocabulary of ``words``."""
    beside_right: sparse.csr_matrix
    level: np.ndarray
    """1 where the claim is the old level of a change that its sentence tells, 2 where it is the new one, else 0."""
    happening: np.ndarray
    """The kinds of event that each claim's sentence names, a bit a kind."""
    article_happening: np.ndarray
    """Those of its article."""
    counted: np.ndarray
    """Code of the group that each claim counts, in whatever language; -1 where it is not known."""
    counted_apart: np.ndarray
    """2 where that group is never told as another one, 1 where not as that of another calling, else 0."""
    of_people: np.ndarray
    """2 where that group is some of the people, never told as all of them; 1 where it is the people, else 0."""
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
    """Read the claims listed in the table ``in_scope`` with the vectors of ``model``; without them if not ``texts``."""
    table = Columns.read(run(con, "facts/load_claims"))
    codes: dict[str, dict[str | None, int]] = {}

    def coded(name: str, of: Callable[[str | None], str | None] = lambda value: value) -> np.ndarray:
        return codes_of(table, name, codes.setdefault(name, {None: -1}), of)

    means = {"focus": reference.focus, "noun": reference.noun, "context": reference.context}
    article = coded("article_id")
    with ThreadPoolExecutor(1) as pool:  # the vectors are read while words are weighed; nothing else asks the connection
        reading = pool.submit(lambda: [*_texts(con, model, table, means)] if texts else _no_texts(table, means))
        *written, names_written, written_weight = _sparse(table, ("names", "near", "topics"))
        written[2], topic = shared_rows(written[2], article)
        written_key = name_keys(names_written)
        places_told = [place_keys(place) for place in table.coded("place")[0]]
        extra = {key for told in places_told for key in told}
        (names, near, topics), all_names = folded(written, names_written, written_weight, extra, written_key)
        words, noun_words, beside_left, beside_right, all_words, word_weight = _sparse(
            table, ("words", "noun_words", "beside_left", "beside_right")
        )
        focus, noun, context = reading.result()
    table.drop(*(f"{kind}_hash" for kind in means), *_LISTS)
    kind = coded("kind")
    codes["family"] = {None: -1}
    family = codes_of(table, "kind", codes["family"], lambda value: _FAMILY.get(value or "", value))
    fraction = kind == codes["kind"].get("fraction", -2)
    attribute, unit = coded("attribute", lambda value: value or "other"), coded("unit")
    hashed = {name: hashes([v or "" for v in codes[name] if v is not None]) for name in ("attribute", "family", "unit")}
    hashed |= {"names": hashes(all_names), "words": hashes(all_words)}
    field_, start = coded("field"), table.numbers("sentence_start")
    # one sentence: the same article, field and place
    _, sentence = np.unique(np.stack([article, field_, start.astype(np.int64)]), axis=1, return_inverse=True)
    known_at = moments(table) / 86_400_000_000
    low, high = (table.numbers(name).astype(np.float64) * np.where(fraction, 100.0, 1.0) for name in ("low", "high"))
    place_codes = coded("place", plain)
    land, land_codes = lands_of(all_names)
    groups, groups_apart, of_people = groups_counted(table, family == codes["family"].get("count", -2))
    return ClaimSet(
        table=table,
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
        place_names=places(table.coded("place")[1], places_told, all_names),
        scope=scopes(table, codes),
        noun=coded("noun", plain),
        day=np.where(table.numbers("dated"), known_at, np.nan),
        as_of=days(table.numbers("as_of")),
        low=low,
        high=high,
        several=each(table, "noun", lambda noun: bool(noun and _AND.search(noun))),
        focus=focus,
        noun_text=noun,
        context=context,
        names=names,
        near=near,
        topics=topics,
        topic=topic,
        town=np.array([key[0] == "#" for key in all_names], bool),
        land=land,
        nation=nations(table, land_codes),
        spells=spellings(all_names),
        words=words,
        noun_words=noun_words,
        word_weight=word_weight,
        topics_written=written[2],
        names_written=names_written,
        written_key=written_key,
        written_weight=written_weight,
        scope_told=codes_of(table, "scope", codes.setdefault("scope_told", {None: -1}), plain),
        scope_words=words_of_scopes(table),
        outlet=coded("outlet"),
        beside_left=beside_left,
        beside_right=beside_right,
        level=codes_of(table, "level", {None: 0, "": 0, "from": 1, "to": 2}, lambda level: level),
        happening=kinds_of(table, "happening"),
        article_happening=kinds_of(table, "article_happening"),
        counted=groups,
        counted_apart=groups_apart,
        of_people=of_people,
        events=context.turned(reference.events.T),
        codes=codes,
        codes_hashed=hashed,
    )


def moments(table: Columns) -> np.ndarray:
    """Microseconds since 1970 at which each claim became known."""
    return table.numbers("known_at").astype("datetime64[us]").astype(np.int64)


def hashes(values: list[str]) -> np.ndarray:
    """64-bit hashes that are the same in every run."""
    import pandas as pd

    return pd.util.hash_array(np.array(values, object)) if values else np.zeros(0, np.uint64)


def _sparse(table: Columns, columns: tuple[str, ...]) -> tuple[Any, ...]:
    """Rows of zeros and ones over one shared vocabulary, and each word's weight."""
    from scipy import sparse

    rows, words = table.words(*columns)
    out = [sparse.csr_matrix((_ones(len(codes)), codes, pointer), shape=(len(table), len(words))) for pointer, codes in rows]
    return (*out, words, _rarities(words))


_ONES: list[np.ndarray] = []


def _ones(count: int) -> np.ndarray:
    """So many ones: the entries of all rows of zeros and ones share one piece of memory, which nobody may write to."""
    if not _ONES or len(_ONES[0]) < count:
        _ONES[:] = [np.ones(count, np.float32)]
        _ONES[0].flags.writeable = False
    return _ONES[0][:count]


_KNOWN_WORDS: dict[str, float] = {}


def _rarities(words: list[str]) -> np.ndarray:
    """Weights of words; those of an earlier batch are not looked up in the vocabulary again."""
    if len(_KNOWN_WORDS) > _WORDS_KEPT:
        _KNOWN_WORDS.clear()
    fresh = [word for word in words if word not in _KNOWN_WORDS]
    for at in range(0, len(fresh), _BLOCK):
        some = fresh[at : at + _BLOCK]
        _KNOWN_WORDS.update(zip(some, rarity(some).tolist(), strict=True))
    return np.fromiter((_KNOWN_WORDS[word] for word in words), np.float32, len(words))


def shared_rows(rows: sparse.csr_matrix, group: np.ndarray) -> tuple[Any, np.ndarray]:
    """The different rows, and the place of each row among them: rows of one group are nearly always the same.

    Only the first of a group is looked at: one that is unlike it stands for itself.
    """
    size = np.diff(rows.indptr)
    _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
    leader = first[inverse]
    for at in range(0, len(leader), _BLOCK):
        own = np.arange(at, min(at + _BLOCK, len(leader)))
        other = leader[own]
        unlike = size[own] != size[other]
        run, left = ragged(rows.indptr[own].astype(np.int64), size[own] * ~unlike)
        right = left + (rows.indptr[other] - rows.indptr[own])[run]
        unlike[run[rows.indices[left] != rows.indices[right]]] = True
        leader[own[unlike]] = own[unlike]
    kept, place = np.unique(leader, return_inverse=True)
    return rows[kept], place.astype(np.int32)


def _no_texts(table: Columns, means: dict[str, np.ndarray]) -> list[Texts]:
    return [Texts(np.zeros((1, len(mean)), np.int16), 0, 0, np.full(len(table), -1, np.int32)) for mean in means.values()]


def _texts(con: duckdb.DuckDBPyConnection, model: str, table: Columns, means: dict[str, np.ndarray]) -> Iterator[Texts]:
    """The vectors of each kind of text, all read in one go."""
    import pyarrow as pa

    asked = [table.texts(f"{kind}_hash") for kind in means]
    sizes = [len(texts) for texts, _ in asked]
    first = [0, *np.cumsum(sizes).tolist()]
    store = np.zeros((first[-1] + 1, len(next(iter(means.values())))), np.int16)
    found = np.zeros(len(store), bool)
    wanted = {
        "text_hash": pa.chunked_array([texts for texts, _ in asked], pa.string()),
        "kind": np.repeat(np.arange(len(asked), dtype=np.int8), sizes),
        "row": np.arange(first[-1], dtype=np.int32),
    }
    con.register("wanted_texts", pa.table(wanted))
    for piece in run(con, "facts/load_vectors", model=model).to_arrow_reader(_BLOCK):
        told, row = piece.column("embedding").flatten().to_numpy().reshape(len(piece), -1), piece.column("row").to_numpy()
        kind = piece.column("kind").to_numpy()
        for k, mean in enumerate(means.values()):
            here = np.flatnonzero(kind == k)
            some = told[here] - mean
            some *= GRAIN / np.maximum(np.linalg.norm(some, axis=1, keepdims=True), 1e-9)
            store[row[here]] = np.rint(some, out=some)
            found[row[here]] = True
    con.unregister("wanted_texts")
    for (_, rows), at, size in zip(asked, first, sizes, strict=False):
        known = found[at : at + size]
        yield Texts(store, at, size, np.where(known[rows], rows, -1).astype(np.int32) if size else rows)
