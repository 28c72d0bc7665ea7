"""The file lock of the single writer: bounded waiting, and an error that names who holds it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from claims_pipeline.errors import ClaimsError

_LOCKS: dict[str, FileLock] = {}
_GUARD = threading.Lock()


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock file ``path``; wait at most ``seconds``. Not re-entrant: open one connection at a time."""
    with _GUARD:
        lock = _LOCKS.setdefault(str(path), FileLock(str(path), thread_local=False))
    try:
        lock.acquire(timeout=seconds)
    except Timeout as error:
        raise ClaimsError(
            f"warehouse lock {path}", f"held for over {seconds:g} s by {_holder(path)}", "Wait for that run to end, or stop it."
        ) from error
    try:
        _holder_file(path).write_text(f"process {os.getpid()} ({Path(sys.argv[0]).name}) since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
        yield
    finally:
        lock.release()


def _holder_file(path: Path) -> Path:
    return path.with_suffix(".holder")


def _holder(path: Path) -> str:
    try:
        return _holder_file(path).read_text()
    except OSError:
        return "another process"
