"""One writer, many readers.

Steps write to a *working file* (``X.work.duckdb``) behind a file lock, in short blocks; :meth:`Warehouse.publish`
replaces the *snapshot* (``X.duckdb``), which analysts, reports and the reading commands open read-only. Any reader
that holds DuckDB's file open blocks its writer, so nobody but the steps ever opens the working file.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse.lock import held
from claims_pipeline.warehouse.schema import create_schema


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of the block's changes are kept, or none on an error."""
    with ExitStack() as undo:
        con.execute("BEGIN")
        undo.callback(con.execute, "ROLLBACK")
        yield
        undo.pop_all()
        con.execute("COMMIT")


class Warehouse:
    """The ledger's DuckDB files. ``path`` is the published snapshot; the working file lies beside it.

    ``memory_limit`` and ``threads`` go to DuckDB as they are (for example "2GB", 2).
    """

    def __init__(self, path: Path | str, *, memory_limit: str = "2GB", threads: int | None = None, lock_seconds: float = 60.0) -> None:
        self.path = Path(path).resolve()
        if self.path.suffix != ".duckdb":
            raise ClaimsError(
                f"warehouse {path}", "its name does not end in .duckdb", "Name it like ledger.duckdb, or create it with `claims run`."
            )
        self.working = self.path.with_name(f"{self.path.stem}.work.duckdb")
        self.lock = self.path.with_name(f"{self.path.stem}.lock")
        self.lock_seconds = lock_seconds
        self._config: dict[str, str] = {"memory_limit": memory_limit, "preserve_insertion_order": "true"}
        if threads:
            self._config["threads"] = str(threads)

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection inside one transaction: all of the block's changes are kept, or none on an error."""
        with self._open() as con, transaction(con):
            yield con

    @contextmanager
    def read(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection to the working file for a step's own reading. Keep it short: it holds the lock.

        What it writes belongs inside a :func:`transaction`.
        """
        with self._open() as con:
            yield con

    def publish(self) -> Path:
        """Replace the snapshot by the working file's state, in one move that readers never see half done."""
        with self._open() as con:
            con.execute("CHECKPOINT")
            con.close()
            descriptor, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.stem}.", suffix=".tmp")
            os.close(descriptor)
            try:
                shutil.copyfile(self.working, name)
                Path(name).chmod(0o644)
                Path(name).replace(self.path)
            finally:
                Path(name).unlink(missing_ok=True)
        return self.path

    @contextmanager
    def _open(self) -> Iterator[duckdb.DuckDBPyConnection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with held(self.lock, self.lock_seconds):
            new = not self.working.exists()
            if new:
                _READY.clear()  # an inode may be used again
            if new and self.path.exists():
                shutil.copyfile(self.path, self.working)  # only the snapshot was kept: go on from it
            try:
                con = duckdb.connect(str(self.working), config=dict(self._config))
            except duckdb.Error as error:
                raise ClaimsError(
                    f"warehouse {self.working}", str(error).splitlines()[0], "Close the program that holds it, or restore the file."
                ) from error
            try:
                if self._first_opening():
                    create_schema(con)
                yield con
            finally:
                con.close()

    def _first_opening(self) -> bool:
        """True once per process and file: tables, views and macros are then (re)created from ``sql/``."""
        key = (str(self.working), self.working.stat().st_ino)
        if key in _READY:
            return False
        _READY.add(key)
        return True


_READY: set[tuple[str, int]] = set()


def open_snapshot(path: Path | str) -> duckdb.DuckDBPyConnection:
    """A read-only connection to a published snapshot. Raises :class:`ClaimsError` where there is none."""
    file = Path(path)
    if not file.is_file():
        raise ClaimsError(f"warehouse {file}", "no such file", "Create it with `claims run SOURCE --warehouse FILE.duckdb`.")
    try:
        return duckdb.connect(str(file), read_only=True)
    except duckdb.Error as error:
        raise ClaimsError(
            f"warehouse {file}", str(error).splitlines()[0], "Give the path of a snapshot that `claims run` published."
        ) from error
