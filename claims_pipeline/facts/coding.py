"""Columns of claims as codes and numbers: what a claim set is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from claims_pipeline.embeddings.happenings import bits
from claims_pipeline.embeddings.texts import stems
from claims_pipeline.facts.columns import Columns
from claims_pipeline.facts.counted import PEOPLE, callings, counted, never_another, some_people
from claims_pipeline.facts.names import may_be
from claims_pipeline.facts.nations import nation


def codes_of(table: Columns, name: str, known: dict[str | None, int], of: Callable[[str | None], str | None]) -> np.ndarray:
    """The code of each row's value under ``of``; an empty value has code -1 unless ``of`` gives it one."""
    values, rows = table.coded(name)
    codes = np.array([known.setdefault(of(v), len(known) - 1) for v in [*values, None]], np.int32)
    return codes[rows]  # row -1 is the last: that of the empty value


def each(table: Columns, name: str, of: Callable[[str | None], bool]) -> np.ndarray:
    values, rows = table.coded(name)
    return np.array([of(value) for value in [*values, None]], bool)[rows]


def groups_counted(table: Columns, things: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The group that each claim counts as a code; then 2 where it is never told as another one, 1 where it is people of a
    calling, else 0; and 2 where it is some of the people (children), 1 where it is the people, else 0.

    ``things``: which claims count things rather than measure them.
    """
    columns = [table.coded(name) for name in ("noun", "scope", "attribute", "lang")]
    rows, inverse = np.unique(np.stack([column[1] for column in columns], axis=1), axis=0, return_inverse=True)
    values = [[*column[0], None] for column in columns]
    told = [counted(*(value[k] for value, k in zip(values, row, strict=True))) for row in rows.tolist()]
    known = {"": -1} | {group: k for k, group in enumerate(sorted({t for t in told if t}))}
    inverse = inverse.ravel()
    group = np.where(things, np.array([known[t] for t in told], np.int32)[inverse], -1).astype(np.int32)
    apart = np.array([2 if t in never_another() else int(t in callings()) for t in told], np.int8)
    whole = np.array([2 if t in some_people() else int(t == PEOPLE) for t in told], np.int8)
    apart, whole = (np.where(group >= 0, of[inverse], 0).astype(np.int8) for of in (apart, whole))
    return group, apart, whole


def kinds_of(table: Columns, name: str) -> np.ndarray:
    """Kinds of event as bits, in the order of ``KINDS``."""
    values, rows = table.coded(name)
    return np.array([bits(value or "") for value in [*values, None]], np.int64)[rows]


def scopes(table: Columns, codes: dict[str, dict[str | None, int]]) -> np.ndarray:
    """The scope of each claim where it says more than the noun does, as a code."""
    known = codes.setdefault("scope", {None: -1})
    (scopes, scope), (nouns, noun) = table.coded("scope"), table.coded("noun")
    out = np.full(len(scope), -1, np.int32)
    said = np.flatnonzero(scope >= 0)
    told = zip(scope[said].tolist(), noun[said].tolist(), strict=True)
    out[said] = [known.setdefault(_group(scopes[one], nouns[other]), len(known) - 1) for one, other in told]
    return out


def words_of_scopes(table: Columns) -> Any:
    """The words of each claim's scope but for those that say only that people are meant ("orang tersangka": tersangka), as rows."""
    from scipy import sparse

    (scopes, scope), (langs, lang) = table.coded("scope"), table.coded("lang")
    rows, inverse = np.unique(np.stack([scope, lang], axis=1), axis=0, return_inverse=True)
    known: dict[str, int] = {}
    found = [(k, known.setdefault(stem, len(known)))
             for k, (a, b) in enumerate(rows.tolist()) if a >= 0 and b >= 0
             for stem in _stems(scopes[a], langs[b])]  # fmt: skip
    at, column = zip(*found, strict=True) if found else ((), ())
    each = sparse.csr_matrix((np.ones(len(found), np.float32), (at, column)), shape=(len(rows), max(len(known), 1)))
    return each[inverse.ravel()]


@lru_cache(1 << 16)
def _stems(scope: str, lang: str) -> list[str]:
    told = [word for word in scope.split() if counted(word, None, "killed", lang) != PEOPLE]
    return stems(" ".join(told))


def _group(scope: str | None, noun: str) -> str | None:
    """The scope where it says more than the noun does."""
    told, thing = plain(scope), plain(noun) or ""
    return told if told and told not in thing and thing not in told else None


def places(row: np.ndarray, told: list[list[str]], names: list[str]) -> Any:
    """``row``: each claim's place among those whose keys are ``told``."""
    from scipy import sparse

    at = {name: k for k, name in enumerate(names)}
    found = [(k, at[key]) for k, keys in enumerate(told) for key in keys]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    # the last row, which stands for no place, is empty
    each = sparse.csr_matrix((np.ones(len(found), np.float32), (rows, columns)), shape=(len(told) + 1, len(names)))
    return each[np.where(row < 0, len(told), row)]


def lands_of(keys: list[str]) -> tuple[np.ndarray, dict[str, int]]:
    """The code of the country that each key names or lies in, -1 for none; and the codes."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(key[1:3], len(known)) if key[0] in "@#" else -1 for key in keys], np.int32), known


def nations(table: Columns, lands: dict[str, int]) -> np.ndarray:
    """The code of the country whose people each claim counts, among ``lands`` where places are told in it; -1 where none is.

    Only a scope says whose people they are: nobody is counted by "per dolar AS" and "produksi minyak Arab Saudi".
    """
    (scopes, scope), (langs, lang) = table.coded("scope"), table.coded("lang")
    rows, inverse = np.unique(np.stack([scope, lang], axis=1), axis=0, return_inverse=True)
    told = [nation(scopes[a], langs[k]) if a >= 0 and k >= 0 else "" for a, k in rows.tolist()]
    known = {**lands, "": -1}
    return np.array([known.setdefault(code, len(known) - 1) for code in told], np.int32)[inverse.ravel()]


def spellings(keys: list[str]) -> np.ndarray:
    at = {key: k for k, key in enumerate(keys)}
    found = [(k, at[town]) for k, key in enumerate(keys) if key[0] == "^" for town in may_be(key) if town in at]
    return np.array(found, np.int32).reshape(-1, 2)


def days(moments: np.ndarray) -> np.ndarray:
    found = moments.astype("datetime64[D]")
    return np.where(np.isnat(found), np.nan, found.astype(np.float64))


def plain(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) or None if text else None
