"""Work for all cores: numpy and scipy let go of the interpreter, so threads share what is held and nothing is copied."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import numpy as np

from claims_pipeline.facts.likeness import one_core

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


def portions(values: np.ndarray, size: int) -> Iterator[np.ndarray]:
    """Runs of at most ``size`` values; of few values smaller ones, so that no core waits for another."""
    size = max(1, min(size, max(_LEAST, -(-len(values) // _SHARES))))
    for at in range(0, len(values), size):
        yield values[at : at + size]
