"""Work for all cores. numpy and scipy let go of the interpreter, so threads share what is held and nothing is copied; what is
plain Python goes to copies of this process, which share it too as long as nobody writes to it."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from claims_pipeline.facts.likeness import one_core

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Job = TypeVar("_Job")
_Found = TypeVar("_Found")
_LEAST = 1_000  # so few are not worth a share of their own
_SHARES = 8


def ahead(of: Callable[[_Job], _Found], jobs: Iterable[_Job], meanwhile: Callable[[], None] | None = None) -> Iterator[_Found]:
    """What ``of`` finds for each job, in their order; one more than there are cores is begun before it is asked for.

    ``meanwhile`` is done here, once, as soon as those have begun.
    """
    cores = len(os.sched_getaffinity(0))
    with one_core(), ThreadPoolExecutor(cores) as pool:
        waiting: deque[Future[_Found]] = deque()
        for job in jobs:
            waiting.append(pool.submit(of, job))
            if len(waiting) > cores:
                if meanwhile:
                    meanwhile()
                    meanwhile = None
                yield waiting.popleft().result()
        if meanwhile:
            meanwhile()
        while waiting:
            yield waiting.popleft().result()


def copied(of: Callable[[_Job], _Found], jobs: Iterable[_Job]) -> Iterator[_Found]:
    """What ``of`` finds for each job, in their order, worked out in copies of this process: as many at once as there are cores.

    For plain Python over much that is held; what is found must be picklable. ``jobs`` are drawn here, so they may ask
    the database. ``of`` may not: of DuckDB's threads a copy has none. The first job is done here, and what
    it looked up for good the copies have from the start; so a run of one job makes no copy. Where a process can't be
    copied (any system but Linux, or no memory for it), or a copy is killed, its job is done here.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    waiting: deque[tuple[_Job, tuple[Any, Connection] | None]] = deque()
    try:
        for number, job in enumerate(jobs):
            if not number or cores == 1:
                yield of(job)
                continue
            if len(waiting) == cores:
                yield _found(of, *waiting.popleft())
            waiting.append((job, _copy(of, job)))
        while waiting:
            yield _found(of, *waiting.popleft())
    finally:  # nobody asks for the others any more
        for _, copy in waiting:
            if copy:
                copy[0].terminate()
                copy[0].join()


def _copy(of: Callable[[_Job], _Found], job: _Job) -> tuple[Any, Connection] | None:
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_told, args=(of, job, there), daemon=True)
    try:
        process.start()
    except OSError:
        here.close()
        return None
    finally:
        there.close()
    return process, here


def _told(of: Callable[[_Job], _Found], job: _Job, there: Connection) -> None:
    # a collection would write to every object that is shared, and may close what belongs to the process that was copied
    gc.disable()
    try:
        there.send((of(job), None))
    except Exception as error:
        there.send((None, error))


def _found(of: Callable[[_Job], _Found], job: _Job, copy: tuple[Any, Connection] | None) -> _Found:
    if copy is None:
        return of(job)
    process, here = copy
    try:
        found, error = here.recv()
    except EOFError:
        return of(job)
    finally:
        here.close()
        process.join()
    if error is not None:
        raise error
    return found


def portions(values: np.ndarray, size: int) -> Iterator[np.ndarray]:
    """Runs of at most ``size`` values; of few values smaller ones, so that no core waits for another."""
    size = max(1, min(size, max(_LEAST, -(-len(values) // _SHARES))))
    for at in range(0, len(values), size):
        yield values[at : at + size]
