"""What does a whole run cost: time a step, memory peak, counts?

    python -m benchmarks.whole_run FILE_OR_FOLDER ... [--warehouse w.duckdb]

Runs ``claims run`` in this process over the given news into a fresh ledger and prints a table.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from claims_pipeline import progress
from claims_pipeline.cli import cli


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit code of the run."""
    parser = argparse.ArgumentParser(description="Time, memory and counts of a whole run.")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--warehouse", type=Path, help="kept when given, else a temporary one")
    options = parser.parse_args(arguments)
    first: dict[str, float] = {}
    last: dict[str, tuple[float, int]] = {}
    began = time.perf_counter()

    def note(step: str, done: int, _total: int) -> None:
        now = time.perf_counter() - began
        first.setdefault(step, now)
        last[step] = (now, done)

    progress.LISTENERS.append(note)
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.warehouse or Path(folder) / "ledger.duckdb"
        try:
            cli(["run", *options.sources, "--warehouse", str(ledger), "--quiet"], standalone_mode=False)
        finally:
            progress.LISTENERS.remove(note)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{'step':<22}{'ends at s':>10}{'took s':>10}{'done':>12}")
    previous = 0.0
    for step, (end, done) in sorted(last.items(), key=lambda item: item[1][0]):
        print(f"{step:<22}{end:>10.1f}{end - previous:>10.1f}{done:>12,}")
        previous = end
    print(f"whole run {time.perf_counter() - began:.1f} s, memory peak {peak:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
