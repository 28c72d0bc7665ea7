"""How long does linking take on a ledger of a million claims, and a day's news against it?

    python -m benchmarks.link_scale LEDGER.duckdb [--claims 1000000] [--day 10000] [--headline 10000] [--work FOLDER]

The ledger's claims are multiplied. Every copy has its own names and places, its own days, its own larger numbers, and its
own vectors: each is turned part of the way by the copy's own rotation, so that inside a copy claims are as alike as they
were, and two copies of one sentence are as alike as two events of one sort. The copies follow each other in time.

Measured, each in a process of its own: all claims linked at once, and half of them; a day of new claims against a tenth
of the claims and against all; one headline figure told by so many articles on one day, and by twice as many. Embedding is
not part of it. CPU seconds are those of all threads: on a machine that others use, hold them against the limits.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from claims_pipeline.embeddings.reference import reference, reference_texts
from claims_pipeline.embeddings.texts import text_hash
from claims_pipeline.facts import link
from claims_pipeline.warehouse import Warehouse

PER_DAY = 2_700  # claims a day: a million a year
APART = 1_801  # seconds between two copies at least: of a ledger of few claims all would be of one minute
TURNED = {"focus": 0.6, "context": 0.8}  # how far a copy's vectors are turned; nouns are the same in every event
FOLD = 14  # days over which a copy spreads: events years apart are laid side by side
ROUND = 12  # numbers up to here are the same in every event: two dead, ten houses
# pairs of consonants: what is left of a name when scripts are brought to one form has no vowels and no doubled letters
_LETTERS = [first + second for first in "bfmn" for second in "krst"]

COPY_CLAIMS = """
INSERT INTO claims BY NAME
SELECT c.* REPLACE (
    c.claim_id || '~' || k.copy AS claim_id, c.article_id || '~' || k.copy AS article_id,
    c.place || k.ending AS place,
    CASE WHEN c.value > $round THEN round(c.value * k.factor) ELSE c.value END AS value,
    CASE WHEN c.low > $round THEN round(c.low * k.factor) ELSE c.low END AS low,
    CASE WHEN c.high > $round THEN round(c.high * k.factor) ELSE c.high END AS high,
    c.known_at + to_seconds(k.later - m.away) AS known_at, c.published_at + to_seconds(k.later - m.away) AS published_at,
    (c.known_at + to_seconds(k.later - m.away))::DATE AS day, (c.as_of + to_seconds(k.later - m.away))::DATE AS as_of)
FROM base.claims AS c
CROSS JOIN copies AS k
JOIN (
    SELECT claim_id, date_diff('second', min(known_at) OVER (), known_at) // $fold * $fold AS away FROM base.claims
) AS m USING (claim_id)
WHERE c.carried_from IS NULL
"""
COPY_TEXTS = """
INSERT INTO claim_texts BY NAME
SELECT t.* REPLACE (
    t.claim_id || '~' || k.copy AS claim_id, t.focus_hash || '~' || k.copy AS focus_hash,
    t.context_hash || '~' || k.copy AS context_hash,
    list_transform(t.names, lambda name: name || k.ending) AS names, list_transform(t.near, lambda name: name || k.ending) AS near,
    list_transform(t.topics, lambda name: name || k.ending) AS topics)
FROM base.claim_texts AS t JOIN base.claims AS c USING (claim_id) CROSS JOIN copies AS k
WHERE c.carried_from IS NULL
"""


COPY_ARTICLES = """
INSERT INTO article_versions BY NAME
SELECT v.* REPLACE (
    v.article_id || '~' || k.copy AS article_id, v.title AS text,
    v.known_at + to_seconds(k.later - m.away) AS known_at, v.published_at + to_seconds(k.later - m.away) AS published_at,
    v.first_seen_at + to_seconds(k.later - m.away) AS first_seen_at, (v.known_at + to_seconds(k.later - m.away))::DATE AS day)
FROM base.article_versions AS v
JOIN (
    SELECT article_id, content_hash, any_value(date_diff('second', least_at, known_at) // $fold * $fold) AS away
    FROM base.claims CROSS JOIN (SELECT min(known_at) AS least_at FROM base.claims)
    WHERE carried_from IS NULL
    GROUP BY ALL
) AS m USING (article_id, content_hash)
CROSS JOIN copies AS k
"""
COPY_ROOTS = """
INSERT INTO roots BY NAME
SELECT r.* REPLACE (
    r.article_id || '~' || k.copy AS article_id,
    CASE WHEN r.root_id IN (SELECT article_id FROM base.roots) THEN r.root_id || '~' || k.copy ELSE r.root_id END AS root_id,
    r.tied_to || '~' || k.copy AS tied_to)
FROM base.roots AS r CROSS JOIN copies AS k
"""


@dataclass(frozen=True)
class Took:
    """One measurement."""

    what: str
    claims: int
    wall: float
    cpu: float
    peak: float
    """Gigabytes."""
    facts: int


def ending(copy: int) -> str:
    """Letters that make a name another name, the same in every run."""
    out = ""
    while copy:
        copy, letter = divmod(copy, len(_LETTERS))
        out += _LETTERS[letter]
    return out


def turned(vectors: np.ndarray, copy: int, share: float) -> np.ndarray:
    """Vectors of a copy: ``share`` of their squared length turned by the copy's own rotation (a signed permutation)."""
    draw = np.random.default_rng(copy)
    width = vectors.shape[1]
    own = vectors[:, draw.permutation(width)] * draw.choice(np.array([-1, 1], np.float32), width)
    found = np.sqrt(1 - share) * vectors + np.sqrt(share) * own
    found *= np.linalg.norm(vectors, axis=1, keepdims=True) / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return np.asarray(found, np.float32)


class Multiplier:
    """Writes copies of a ledger's claims into another ledger."""

    def __init__(self, source: Path) -> None:
        self.source = source
        with duckdb.connect(str(source), read_only=True) as con:
            self.model: str = con.execute("SELECT model FROM embedding_models ORDER BY used_at DESC, model LIMIT 1").fetchall()[0][0]
            self.size: int = con.execute(
                "SELECT count(*) FROM claims JOIN claim_texts USING (claim_id) WHERE carried_from IS NULL"
            ).fetchall()[0][0]
            means = reference(con, self.model)
            self.means = {"focus": means.focus, "context": means.context}
            self.texts = {
                kind: con.execute(
                    f"SELECT DISTINCT e.text_hash, e.embedding FROM claim_texts JOIN claim_embeddings AS e ON e.text_hash = {kind}_hash"
                    " WHERE e.model = ? ORDER BY e.text_hash",
                    [self.model],
                ).fetchnumpy()
                for kind in TURNED
            }

    def begin(self, target: Warehouse) -> None:
        """What all copies share: the model, the reference texts, the nouns."""
        shared = [text_hash(text) for texts in reference_texts().values() for text in texts]
        with target.write() as con:
            con.execute(f"ATTACH '{self.source}' AS base (READ_ONLY)")
            con.execute("INSERT INTO embedding_models SELECT * FROM base.embedding_models")
            con.execute("CREATE TABLE claim_embeddings AS FROM base.claim_embeddings LIMIT 0")
            con.execute(
                "INSERT INTO claim_embeddings SELECT * FROM base.claim_embeddings WHERE model = $model AND"
                " (text_hash IN (SELECT unnest($shared)) OR text_hash IN (SELECT noun_hash FROM base.claim_texts))",
                {"model": self.model, "shared": shared},
            )

    def copies(self, target: Warehouse, first: int, last: int, days: int = FOLD) -> int:
        """Write the copies ``first`` to ``last`` - 1, each within so many days; returns the number of claims."""
        step = max(1, 100_000 // self.size)
        for at in range(first, last, step):
            some = range(at, min(at + step, last))
            with target.write() as con:
                con.execute(f"ATTACH IF NOT EXISTS '{self.source}' AS base (READ_ONLY)")
                con.register("copies", self._table(some, first if days == 1 else None))
                con.execute(COPY_CLAIMS, {"round": ROUND, "fold": days * 86_400})
                con.execute(COPY_TEXTS)
                con.execute(COPY_ARTICLES, {"fold": days * 86_400})
                con.execute(COPY_ROOTS)
                for kind in TURNED:
                    self._vectors(con, kind, some)
        return (last - first) * self.size

    def _table(self, some: range, one_day: int | None) -> Any:
        """``one_day``: all copies begin when this one does, after the last day of those before it."""
        begins = [k if one_day is None else one_day + FOLD * PER_DAY / self.size for k in some]
        return pa.table(
            {
                "copy": list(some),
                "ending": [ending(k) for k in some],
                "later": [int(k * max(self.size / PER_DAY * 86_400, APART)) for k in begins],
                "factor": [0.5 + np.random.default_rng(k).random() for k in some],
            }
        )

    def _vectors(self, con: duckdb.DuckDBPyConnection, kind: str, some: range) -> None:
        names, mean = self.texts[kind]["text_hash"], self.means[kind]
        centred = np.stack(self.texts[kind]["embedding"]) - mean
        found = np.concatenate([turned(centred, copy, TURNED[kind]) + mean for copy in some])
        rows = pa.table(
            {
                "text_hash": [f"{name}~{copy}" for copy in some for name in names],
                "model": [self.model] * len(found),
                "embedding": pa.FixedSizeListArray.from_arrays(pa.array(found.reshape(-1)), found.shape[1]),
            }
        )
        con.register("vectors", rows)
        con.execute("INSERT INTO claim_embeddings BY NAME SELECT * FROM vectors ANTI JOIN claim_embeddings USING (text_hash, model)")


def headline(source: Path, target: Warehouse, articles: int) -> int:
    """One figure told by so many articles on one day, each in its own words; returns the number of claims."""
    many = Multiplier(source)
    many.begin(target)
    with target.write() as con:
        con.execute(f"ATTACH IF NOT EXISTS '{source}' AS base (READ_ONLY)")
        told = con.execute(
            "SELECT claim_id, focus_hash, context_hash FROM base.claims JOIN base.claim_texts USING (claim_id)"
            " WHERE attribute = 'killed' AND value > 12 AND len(topics) > 3 ORDER BY claim_id LIMIT 1"
        ).fetchall()
        if not told:
            told = con.execute("SELECT claim_id, focus_hash, context_hash FROM base.claim_texts ORDER BY claim_id LIMIT 1").fetchall()
        claim = told[0][0]
        con.execute(
            "INSERT INTO claims BY NAME SELECT c.* REPLACE (claim_id || '~' || k AS claim_id, article_id || '~' || k AS article_id,"
            " 'Outlet ' || (k % 500) AS outlet, value + k % 40 AS value, low + k % 40 AS low, high + k % 40 AS high,"
            " date_trunc('day', known_at) + to_seconds(k * 86400 // $n) AS known_at)"
            " FROM base.claims AS c CROSS JOIN range($n) AS r(k) WHERE claim_id = $claim",
            {"n": articles, "claim": claim},
        )
        con.execute(
            "INSERT INTO claim_texts BY NAME SELECT t.* REPLACE (claim_id || '~' || k AS claim_id, focus_hash || '~' || k AS focus_hash,"
            " context_hash || '~' || k AS context_hash) FROM base.claim_texts AS t CROSS JOIN range($n) AS r(k) WHERE claim_id = $claim",
            {"n": articles, "claim": claim},
        )
        for kind, name in (("focus", told[0][1]), ("context", told[0][2])):
            at = int(np.flatnonzero(many.texts[kind]["text_hash"] == name)[0])
            centred = many.texts[kind]["embedding"][at] - many.means[kind]
            noise = np.random.default_rng(1).standard_normal((articles, len(centred))).astype(np.float32)
            noise *= 0.6 * np.linalg.norm(centred) / np.sqrt(len(centred))
            found = centred + noise + many.means[kind]
            rows = {
                "text_hash": [f"{name}~{k}" for k in range(articles)],
                "model": [many.model] * articles,
                "embedding": pa.FixedSizeListArray.from_arrays(pa.array(found.reshape(-1).astype(np.float32)), len(centred)),
            }
            con.register("vectors", pa.table(rows))
            con.execute("INSERT INTO claim_embeddings BY NAME SELECT * FROM vectors")
    return articles


def _measured(what: str, path: str, pipe: Any) -> None:
    began, used = time.monotonic(), os.times()
    result = link(Warehouse(Path(path), memory_limit="2GB"))
    now = os.times()
    cpu = sum(now[:4]) - sum(used[:4])  # its own and that of its copies
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    pipe.send(Took(what, result.counts["claims"], time.monotonic() - began, cpu, peak, result.counts["facts"]))


def measured(what: str, ledger: Warehouse) -> Took:
    """Link in a process of its own, so that the peak is that of linking alone, and print what it took."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    worker = context.Process(target=_measured, args=(what, str(ledger.path), there))
    worker.start()
    there.close()
    took: Took = here.recv()
    worker.join()
    print(f"{took.what:<44}{took.claims:>10,}{took.wall:>9.1f}{took.cpu:>9.1f}{took.peak:>8.2f}{took.facts:>10,}", flush=True)
    return took


def run(source: Path, claims: int, day: int, heads: int, work: Path) -> list[Took]:
    """All measurements; the ledgers are made in ``work``."""
    many = Multiplier(source)
    print(f"{'':<44}{'claims':>10}{'wall s':>9}{'CPU s':>9}{'GB':>8}{'facts':>10}")
    out = []
    news = max(1, round(day / many.size))
    for name, size in (("tenth", claims // 10), ("half", claims // 2), ("all", claims)):
        ledger = Warehouse(work / f"{name}.duckdb")
        many.begin(ledger)
        copies = max(1, round(size / many.size))
        many.copies(ledger, 0, copies)
        out.append(measured(f"{name} of the claims at once", ledger))
        if name != "half":
            many.copies(ledger, copies, copies + news, days=1)
            out.append(measured(f"a day of new claims against {name}", ledger))
        ledger.working.unlink()
    for size in (heads, 2 * heads):
        ledger = Warehouse(work / f"headline{size}.duckdb")
        headline(source, ledger, size)
        out.append(measured("one headline figure on one day", ledger))
        ledger.working.unlink()
    return out


def main(arguments: list[str] | None = None) -> int:
    """Print the table and the ratios."""
    options = argparse.ArgumentParser(description="Linking at scale: time, memory, a day against the history.")
    options.add_argument("ledger", type=Path, help="a published ledger with embedded claims, such as that of the sample newsroom")
    options.add_argument("--claims", type=int, default=1_000_000)
    options.add_argument("--day", type=int, default=10_000)
    options.add_argument("--headline", type=int, default=10_000)
    options.add_argument("--work", type=Path, help="folder for the ledgers made; a million claims take 5 GB")
    given = options.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=given.work) as folder:
        _, day_tenth, half, whole, day_whole, head, heads = run(given.ledger, given.claims, given.day, given.headline, Path(folder))
    print(f"twice the claims cost {whole.cpu / half.cpu:.2f} times the CPU ({whole.wall / half.wall:.2f} times the time)")
    print(f"a day against ten times the history costs {day_whole.cpu / day_tenth.cpu:.2f} times ({day_whole.wall / day_tenth.wall:.2f})")
    print(f"twice the articles on one headline cost {heads.cpu / head.cpu:.2f} times ({heads.wall / head.wall:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
