"""Room for what comes next: what was read or written, and let go of, goes back to the machine."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from claims_pipeline.warehouse import run

if TYPE_CHECKING:
    import duckdb

_LITTLE = "300MB"


def shed(con: duckdb.DuckDBPyConnection) -> None:
    """What was let go goes back to the machine, and DuckDB lets go of the pages that it holds: the vectors of a million claims are not
    read again, and take two gigabytes."""
    import duckdb

    # the limit is that of the whole database, and a refusal would abort the transaction of the connection that asked
    with con.cursor() as beside:
        number, unit = run(beside, "facts/memory_limit").fetchall()[0][0].split()
        with suppress(duckdb.OutOfMemoryException):  # it needs more for what is not written yet
            run(beside, "facts/set_memory_limit", limit=_LITTLE)
        # DuckDB tells it cut to one place: given back as told it would shrink each time
        run(beside, "facts/set_memory_limit", limit=f"{float(number) + 0.05:.2f} {unit}")
    trim()


def trim() -> None:
    """What this process has let go of goes back to the machine; of many small pieces the C library keeps hundreds of megabytes."""
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if give_back is not None:  # only the GNU C library has it
        give_back(0)
