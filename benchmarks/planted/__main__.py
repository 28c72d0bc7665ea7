"""Precision and recall of drift flags on planted slips, by class.

    python -m benchmarks.planted                                   a small world through the whole pipeline
    python -m benchmarks.planted --seed 7 8 --events 40 --errors   larger ones, with every miss and wrong flag
    python -m benchmarks.planted --mode linked                     the true facts given, reading and sources of the pipeline
    python -m benchmarks.planted --mode rules                      the true claims and facts given to the rules
    python -m benchmarks.planted --write FOLDER                    only write articles.jsonl and truth.jsonl
    python -m benchmarks.planted --flags FLAGS.jsonl               score the flags of another tool on the same world

Formats, classes and scoring: docs/planted-benchmark.md.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.planted import floors, given, ledger, truth
from benchmarks.planted.make import make
from benchmarks.planted.score import Scores, pool, score, table

SEED, EVENTS = 7, 12


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit code 1 when the default world's figures are below their floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description="Score drift flags on planted slips.")
    parser.add_argument("--seed", type=int, nargs="+", default=[SEED], metavar="N", help="one world, or several scored as one")
    parser.add_argument("--events", type=int, default=EVENTS, help=f"events in the world, default {EVENTS}")
    parser.add_argument("--mode", choices=("end_to_end", "linked", "rules"), default="end_to_end")
    parser.add_argument("--errors", action="store_true", help="print every missed slip and wrong flag, with its cause")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the articles and the truth, and stop")
    parser.add_argument("--flags", type=Path, metavar="FILE", help="score these flags instead of running the pipeline")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="score this ledger, made from the written articles")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the floors that the default world's figures allow")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep articles, truth and ledger here")
    options = parser.parse_args(arguments)
    if len(options.seed) > 1 and (options.write or options.flags or options.ledger or options.keep):
        parser.error("--write, --flags, --ledger and --keep take one seed")
    if options.write:
        print(truth.write(make(options.seed[0], options.events), options.write))
        return 0
    scores = pool([_run(seed, options) for seed in options.seed])
    print("\n" + table(scores))
    if options.errors:
        print("\n" + "\n".join(scores.errors))
    if options.flags or (options.seed, options.events) != ([SEED], EVENTS):
        return 0
    now = floors.figures(scores)
    if options.lift:
        floors.lift(options.mode, now)
    below = floors.fallen(options.mode, now)
    print("".join(f"\nworse than it was: {line}" for line in below), end="\n" if below else "")
    return 1 if below else 0


def _run(seed: int, options: argparse.Namespace) -> Scores:
    """Make one world, find its flags, score them."""
    began = time.monotonic()
    world = make(seed, options.events)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        articles = truth.write(world, folder)
        if options.flags:
            found = ledger.from_flags(options.flags)
        elif options.ledger:
            found = ledger.from_ledger(options.ledger)
        elif options.mode == "rules":
            found = given.from_rules(world, _fresh(folder / "rules.duckdb"))
        elif options.mode == "linked":
            found = given.from_linked(world, articles, _fresh(folder / "linked.duckdb"))
        else:
            with contextlib.redirect_stdout(io.StringIO()):  # the run's own summary
                found = ledger.from_pipeline(articles, _fresh(folder / "ledger.duckdb"))
    langs = sorted({a.lang for a in world.articles})
    print(
        f"seed {seed}: {len(world.events)} events, {len(world.articles)} articles in {len(langs)} languages "
        f"({', '.join(langs)}), {len(world.claims)} claims, {len(world.slips)} planted matters; {time.monotonic() - began:.0f} s"
    )
    return score(world, found)


def _fresh(path: Path) -> Path:
    for old in path.parent.glob(path.stem + ".*"):
        old.unlink()
    return path


if __name__ == "__main__":
    sys.exit(main())
