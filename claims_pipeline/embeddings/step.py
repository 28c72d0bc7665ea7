"""The step: claims without vectors get their texts, and each distinct text its vector, once ever."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from claims_pipeline.embeddings.encoder import BUNDLED, dimension, embed_texts
from claims_pipeline.embeddings.happenings import kinds, of_article
from claims_pipeline.embeddings.moves import level
from claims_pipeline.embeddings.reference import reference_texts
from claims_pipeline.embeddings.texts import Profile, article_names, context, lead, profile, text_hash, texts_version
from claims_pipeline.progress import Progress, silent
from claims_pipeline.records import StepResult
from claims_pipeline.warehouse import Warehouse, run

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    import pyarrow as pa

_BATCH = 8192  # claims read, embedded and written at a time: half a minute's work, and what a killed run loses


def embed(warehouse: Warehouse, *, model: str = BUNDLED, progress: Progress = silent) -> StepResult:
    """Fill ``claim_texts`` and ``claim_embeddings`` for every claim that lacks them or is read differently now.

    ``claim_embeddings(text_hash, model, embedding FLOAT[n])`` keeps the vectors of several models side by side as long
    as they have one width. A model of another width replaces the table: all texts are embedded again, and the linking
    step then builds its facts anew.
    """
    started = time.monotonic()
    counts = {"claims": 0, "texts": 0, "embedded": 0}
    with warehouse.write() as con:
        run(con, "embeddings/remove_gone_texts")
        notes = _prepare(con, model)
        waiting = run(con, "embeddings/claims_waiting", model=model, rules=texts_version()).to_arrow_table()
    total = len(waiting)
    progress("embed", 0, total)
    if total:
        counts["embedded"] += _embed_reference(warehouse, model)
    for at in range(0, total, _BATCH):
        claims = _claims(warehouse, waiting.slice(at, _BATCH))
        rows, texts = _texts(claims)
        missing, vectors = _new_vectors(warehouse, model, texts)
        with warehouse.write() as con:  # both or neither: a claim with texts always has their vectors
            _add_vectors(con, model, missing, vectors)
            _add_texts(con, rows)
        counts["claims"] += len(claims)
        counts["texts"] += len(texts)
        counts["embedded"] += len(missing)
        progress("embed", min(at + _BATCH, total), total)
    return StepResult("embed", counts, time.monotonic() - started, notes)


def _prepare(con: duckdb.DuckDBPyConnection, model: str) -> list[str]:
    """Make the table in the model's width. Loads the model only where the table is not there or was another model's."""
    found = run(con, "embeddings/table_width").fetchall()
    used = run(con, "embeddings/model_known", model=model).fetchall()
    width = used[0][0] if found and used else dimension(model)
    notes = []
    old = int(re.sub(r"\D", "", found[0][0])) if found else width
    if old != width:
        run(con, "embeddings/drop_embeddings")
        run(con, "embeddings/forget_models")
        notes.append(f"The vectors had {old} numbers, those of {model} have {width}: all texts are embedded again.")
    con.register("vectors", _arrow([], _empty(width), model))
    run(con, "embeddings/create_embeddings")
    run(con, "embeddings/note_model", model=model, dimension=width, now=datetime.now(UTC).replace(tzinfo=None))
    return notes


def _claims(warehouse: Warehouse, batch: pa.Table) -> list[dict[str, Any]]:
    """The words of the claims of a batch, and their articles'."""
    day, article_day = (batch.column(name).to_pylist() for name in ("day", "article_day"))
    days = {"first": min(day), "last": max(day), "article_first": min(article_day), "article_last": max(article_day)}
    with warehouse.read() as con:
        con.register("batch", batch)
        return run(con, "embeddings/claims_of", **days).to_arrow_table().to_pylist()


def _texts(claims: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Rows for ``claim_texts``, and the distinct texts by hash."""
    articles: dict[tuple[str, str], tuple[str, list[str], frozenset[str], str]] = {}
    said: dict[tuple[str, str], str] = {}
    texts: dict[str, str] = {}
    rows: list[dict[str, Any]] = []

    def keep(text: str) -> str:
        key = text_hash(text)
        texts[key] = text
        return key

    for claim in claims:
        place = (claim["article_id"], claim["content_hash"])
        if place not in articles:
            topics = article_names(claim["title"], claim["text"])
            happening = " ".join(of_article(claim["title"], lead(claim["text"]), claim["lang"]))
            articles[place] = (keep(context(claim["title"], claim["text"])), topics, frozenset(topics), happening)
        shared, topics, known, happening = articles[place]
        sentence = (claim["sentence"], claim["lang"])
        if sentence not in said:
            said[sentence] = " ".join(kinds(*sentence))
        own: Profile = profile(claim["masked"], claim["sentence"], claim["noun"], claim["attribute"], claim["scope"], known)
        rows.append(
            {
                "claim_id": claim["claim_id"],
                "focus_hash": keep(own.focus),
                "context_hash": shared,
                "noun_hash": keep(own.noun),
                "names": own.names,
                "near": own.near,
                "words": own.words,
                "noun_words": own.noun_words,
                "topics": topics,
                "beside_left": own.beside_left,
                "beside_right": own.beside_right,
                "level": level(claim["masked"], claim["lang"]),
                "happening": said[sentence],
                "article_happening": happening,
                "made_from": claim["made_from"],
            }
        )
    return rows, texts


def _embed_reference(warehouse: Warehouse, model: str) -> int:
    """The linking step takes the mean of these away from every vector: see :mod:`claims_pipeline.embeddings.reference`."""
    missing, vectors = _new_vectors(warehouse, model, {text_hash(t): t for texts in reference_texts().values() for t in texts})
    with warehouse.write() as con:
        _add_vectors(con, model, missing, vectors)
    return len(missing)


def _new_vectors(warehouse: Warehouse, model: str, texts: dict[str, str]) -> tuple[list[str], np.ndarray | None]:
    """Vectors of the texts that have none yet. The warehouse is open only to ask, not while the model works."""
    with warehouse.read() as con:
        known = {h for (h,) in run(con, "embeddings/known_texts", model=model, hashes=list(texts)).fetchall()}
    missing = [h for h in texts if h not in known]
    return missing, embed_texts([texts[h] for h in missing], model) if missing else None


def _add_vectors(con: duckdb.DuckDBPyConnection, model: str, hashes: list[str], vectors: np.ndarray | None) -> None:
    if vectors is not None:
        con.register("vectors", _arrow(hashes, vectors, model))
        run(con, "embeddings/add_embeddings")


def _add_texts(con: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> None:
    import pyarrow as pa

    words = pa.list_(pa.string())
    text = pa.string()
    schema = pa.schema(
        [("claim_id", text), ("focus_hash", text), ("context_hash", text), ("noun_hash", text)]
        + [(name, words) for name in ("names", "near", "words", "noun_words", "topics", "beside_left", "beside_right")]
        + [("level", text), ("happening", text), ("article_happening", text), ("made_from", pa.uint64())]
    )
    con.register("texts", pa.Table.from_pylist(rows, schema))
    run(con, "embeddings/add_texts")


def _empty(width: int) -> np.ndarray:
    import numpy as np

    return np.zeros((0, width), np.float32)


def _arrow(hashes: list[str], vectors: np.ndarray, model: str) -> Any:
    import pyarrow as pa

    return pa.table(
        {
            "text_hash": pa.array(hashes, pa.string()),
            "model": pa.array([model] * len(hashes), pa.string()),
            "embedding": pa.FixedSizeListArray.from_arrays(pa.array(vectors.reshape(-1), pa.float32()), vectors.shape[1]),
        }
    )
