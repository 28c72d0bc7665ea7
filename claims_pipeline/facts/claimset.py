"""The claims in scope as columns: codes, numbers, sparse name and word rows, and vectors, all in one fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from claims_pipeline.embeddings.happenings import bits
from claims_pipeline.embeddings.rarity import rarity
from claims_pipeline.embeddings.reference import Reference
from claims_pipeline.facts.columns import Columns
from claims_pipeline.facts.counted import counted, never_another
from claims_pipeline.facts.names import folded, may_be, name_keys, place_keys
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
    town: np.ndarray
    """Which keys are those of towns, bool."""
    land: np.ndarray
    """Code of the country that each key names or lies in; -1 for what is no country and no town."""
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
    """That group is never told as another one."""
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
        return _coded(table, name, codes.setdefault(name, {None: -1}), of)

    means = {"focus": reference.focus, "noun": reference.noun, "context": reference.context}
    with ThreadPoolExecutor(1) as pool:  # the vectors are read while words are weighed; nothing else asks the connection
        reading = pool.submit(lambda: [*_texts(con, model, table, means)] if texts else _no_texts(table, means))
        *written, names_written, written_weight = _sparse(table, ("names", "near", "topics"))
        written_key = name_keys(names_written)
        places_told = [place_keys(place) for place in table.coded("place")[0]]
        extra = {key for told in places_told for key in told}
        (names, near, topics), all_names = folded(written, names_written, written_weight, extra, written_key)
        words, noun_words, beside_left, beside_right, all_words, word_weight = _sparse(
            table, ("words", "noun_words", "beside_left", "beside_right")
        )
        focus, noun, context = reading.result()
    table.drop(*(f"{kind}_hash" for kind in means), *_LISTS)
    article, kind = coded("article_id"), coded("kind")
    codes["family"] = {None: -1}
    family = _coded(table, "kind", codes["family"], lambda value: _FAMILY.get(value or "", value))
    fraction = kind == codes["kind"].get("fraction", -2)
    attribute, unit = coded("attribute", lambda value: value or "other"), coded("unit")
    hashed = {name: hashes([v or "" for v in codes[name] if v is not None]) for name in ("attribute", "family", "unit")}
    hashed |= {"names": hashes(all_names), "words": hashes(all_words)}
    field_, start = coded("field"), table.numbers("sentence_start")
    # one sentence: the same article, field and place
    _, sentence = np.unique(np.stack([article, field_, start.astype(np.int64)]), axis=1, return_inverse=True)
    known_at = moments(table) / 86_400_000_000
    low, high = (table.numbers(name).astype(np.float64) * np.where(fraction, 100.0, 1.0) for name in ("low", "high"))
    place_codes = coded("place", _plain)
    groups, groups_apart = _counted(table, family == codes["family"].get("count", -2))
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
        place_names=_places(table.coded("place")[1], places_told, all_names),
        scope=_groups(table, codes),
        noun=coded("noun", _plain),
        day=np.where(table.numbers("dated"), known_at, np.nan),
        as_of=_days(table.numbers("as_of")),
        low=low,
        high=high,
        several=_each(table, "noun", lambda noun: bool(noun and _AND.search(noun))),
        focus=focus,
        noun_text=noun,
        context=context,
        names=names,
        near=near,
        topics=topics,
        town=np.array([key[0] == "#" for key in all_names], bool),
        land=_lands(all_names),
        spells=_spellings(all_names),
        words=words,
        noun_words=noun_words,
        word_weight=word_weight,
        topics_written=written[2],
        names_written=names_written,
        written_key=written_key,
        written_weight=written_weight,
        scope_told=_coded(table, "scope", codes.setdefault("scope_told", {None: -1}), _plain),
        outlet=coded("outlet"),
        beside_left=beside_left,
        beside_right=beside_right,
        level=_coded(table, "level", {None: 0, "": 0, "from": 1, "to": 2}, lambda level: level),
        happening=_bits(table, "happening"),
        article_happening=_bits(table, "article_happening"),
        counted=groups,
        counted_apart=groups_apart,
        events=context.turned(reference.events.T),
        codes=codes,
        codes_hashed=hashed,
    )


def _coded(table: Columns, name: str, known: dict[str | None, int], of: Callable[[str | None], str | None]) -> np.ndarray:
    """The code of each row's value under ``of``; an empty value has code -1 unless ``of`` gives it one."""
    values, rows = table.coded(name)
    codes = np.array([known.setdefault(of(v), len(known) - 1) for v in [*values, None]], np.int32)
    return codes[rows]  # row -1 is the last: that of the empty value


def _each(table: Columns, name: str, of: Callable[[str | None], bool]) -> np.ndarray:
    values, rows = table.coded(name)
    return np.array([of(value) for value in [*values, None]], bool)[rows]


def _counted(table: Columns, things: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The group that each claim counts as a code, and whether it is never told as another.

    ``things``: which claims count things rather than measure them.
    """
    columns = [table.coded(name) for name in ("noun", "scope", "attribute", "lang")]
    rows, inverse = np.unique(np.stack([column[1] for column in columns], axis=1), axis=0, return_inverse=True)
    values = [[*column[0], None] for column in columns]
    told = [counted(*(value[k] for value, k in zip(values, row, strict=True))) for row in rows.tolist()]
    known = {"": -1} | {group: k for k, group in enumerate(sorted({t for t in told if t}))}
    inverse = inverse.ravel()
    group = np.where(things, np.array([known[t] for t in told], np.int32)[inverse], -1).astype(np.int32)
    return group, np.array([t in never_another() for t in told], bool)[inverse] & (group >= 0)


def _bits(table: Columns, name: str) -> np.ndarray:
    """Kinds of event as bits, in the order of ``KINDS``."""
    values, rows = table.coded(name)
    return np.array([bits(value or "") for value in [*values, None]], np.int64)[rows]


def moments(table: Columns) -> np.ndarray:
    """Microseconds since 1970 at which each claim became known."""
    return table.numbers("known_at").astype("datetime64[us]").astype(np.int64)


def _groups(table: Columns, codes: dict[str, dict[str | None, int]]) -> np.ndarray:
    """The scope of each claim where it says more than the noun does, as a code."""
    known = codes.setdefault("scope", {None: -1})
    (scopes, scope), (nouns, noun) = table.coded("scope"), table.coded("noun")
    out = np.full(len(scope), -1, np.int32)
    said = np.flatnonzero(scope >= 0)
    told = zip(scope[said].tolist(), noun[said].tolist(), strict=True)
    out[said] = [known.setdefault(_group(scopes[one], nouns[other]), len(known) - 1) for one, other in told]
    return out


def hashes(values: list[str]) -> np.ndarray:
    """64-bit hashes that are the same in every run."""
    import pandas as pd

    return pd.util.hash_array(np.array(values, object)) if values else np.zeros(0, np.uint64)


def _group(scope: str | None, noun: str) -> str | None:
    """The scope where it says more than the noun does."""
    told, thing = _plain(scope), _plain(noun) or ""
    return told if told and told not in thing and thing not in told else None


def _places(row: np.ndarray, told: list[list[str]], names: list[str]) -> Any:
    """``row``: each claim's place among those whose keys are ``told``."""
    from scipy import sparse

    at = {name: k for k, name in enumerate(names)}
    found = [(k, at[key]) for k, keys in enumerate(told) for key in keys]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    # the last row, which stands for no place, is empty
    each = sparse.csr_matrix((np.ones(len(found), np.float32), (rows, columns)), shape=(len(told) + 1, len(names)))
    return each[np.where(row < 0, len(told), row)]


def _lands(keys: list[str]) -> np.ndarray:
    known: dict[str, int] = {}
    return np.array([known.setdefault(key[1:3], len(known)) if key[0] in "@#" else -1 for key in keys], np.int32)


def _spellings(keys: list[str]) -> np.ndarray:
    at = {key: k for k, key in enumerate(keys)}
    found = [(k, at[town]) for k, key in enumerate(keys) if key[0] == "^" for town in may_be(key) if town in at]
    return np.array(found, np.int32).reshape(-1, 2)


def _days(moments: np.ndarray) -> np.ndarray:
    found = moments.astype("datetime64[D]")
    return np.where(np.isnat(found), np.nan, found.astype(np.float64))


def _plain(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) or None if text else None


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
