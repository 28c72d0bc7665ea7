"""Run one function over many batches: here, on the cores of this machine, or on a Ray cluster.

A step that reads text is a function from a batch to a batch; which machine runs it is decided here and nowhere else.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

from claims_pipeline.errors import ClaimsError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches per worker that are read before their results are taken: bounds the memory."""


def map_batches(function: Callable[[T], R], batches: Iterable[T], *, workers: int | None = None, engine: str = "local") -> Iterator[R]:
    """Yield ``function(batch)`` for each batch, in the order of the batches.

    ``function`` must be importable by name and its batches picklable. ``workers`` 1 runs in this process; None means
    one a core. ``engine`` is "local", or "ray" (the extra ``ray``), which uses the cluster that RAY_ADDRESS names, or
    this machine. Both give the same results in the same order.
    """
    if engine == "ray":
        yield from _ray(function, batches, workers)
    elif engine != "local":
        raise ClaimsError(f"engine {engine!r}", "unknown", 'Use "local" or "ray".')
    elif (workers or os.cpu_count() or 1) <= 1:
        yield from map(function, batches)
    else:
        yield from _local(function, batches, workers or os.cpu_count() or 1)


def _local(function: Callable[[T], R], batches: Iterable[T], workers: int) -> Iterator[R]:
    # "spawn": a fork would copy DuckDB's and torch's threads in whatever state they are.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[R]] = deque()
        for batch in batches:
            waiting.append(pool.submit(function, batch))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _ray(function: Callable[[T], R], batches: Iterable[T], workers: int | None) -> Iterator[R]:
    try:
        import ray
    except ImportError as error:
        raise ClaimsError(
            'engine "ray"', "the package ray is not installed", "Install the extra: pip install 'claims-pipeline[ray]'."
        ) from error
    if not ray.is_initialized():
        ray.init(num_cpus=None if os.environ.get("RAY_ADDRESS") else workers, log_to_driver=False, include_dashboard=False)
    task = ray.remote(function)
    limit = AHEAD * int(workers or ray.cluster_resources().get("CPU", 1))
    waiting: deque[Any] = deque()
    for batch in batches:
        waiting.append(task.remote(batch))
        if len(waiting) >= limit:
            yield ray.get(waiting.popleft())
    while waiting:
        yield ray.get(waiting.popleft())
