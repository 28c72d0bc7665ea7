"""Work on all cores: in the order asked, and never far ahead of what is asked."""

import os
import signal
import sys
import threading

import numpy as np
import pytest

from claims_pipeline.facts.room import trim
from claims_pipeline.facts.workers import ahead, copied, portions


def test_what_is_found_comes_in_the_order_of_the_jobs() -> None:
    first_may_go = threading.Event()

    def slow(job: int) -> int:
        if job == 0:
            assert first_may_go.wait(10)
        return job * job

    def jobs() -> list[int]:
        first_may_go.set()
        return list(range(20))

    assert list(ahead(slow, jobs())) == [k * k for k in range(20)]


def test_jobs_are_not_drawn_long_before_they_are_worked_on() -> None:
    drawn = []

    def jobs():  # type: ignore[no-untyped-def]
        for k in range(100):
            drawn.append(k)
            yield k

    found = ahead(abs, jobs())
    assert next(found) == 0
    assert len(drawn) < 100
    found.close()


def test_a_fault_in_a_job_is_not_lost() -> None:
    with pytest.raises(ZeroDivisionError):
        list(ahead(lambda job: 1 // job, [1, 0, 1]))


@pytest.mark.parametrize("count", [0, 1, 999, 20_000, 1_000_000])
def test_portions_hold_every_value_once(count: int) -> None:
    parts = list(portions(np.arange(count), 12_500))
    assert np.array_equal(np.concatenate([np.zeros(0, int), *parts]), np.arange(count))
    assert all(len(part) <= 12_500 for part in parts)


def test_memory_is_given_back_and_work_goes_on() -> None:
    held = [np.ones(1_000) for _ in range(10_000)]
    sums = sum(float(part.sum()) for part in held)
    del held
    trim()
    assert sums == 1e7


def test_copies_share_what_is_held_and_their_results_come_in_order() -> None:
    held = list(range(100))
    found = list(copied(lambda k: (sum(held[:k]), os.getpid()), range(9)))
    assert [total for total, _ in found] == [sum(range(k)) for k in range(9)]
    assert found[0][1] == os.getpid()
    if sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
        assert os.getpid() not in {pid for _, pid in found[1:]}


def test_an_error_in_a_copy_is_raised_here() -> None:
    def odd(job: int) -> int:
        if job == 3:
            raise ValueError("no fact 3")
        return job

    with pytest.raises(ValueError, match="no fact 3"):
        list(copied(odd, range(6)))


def test_the_job_of_a_killed_copy_is_done_here() -> None:
    own = os.getpid()

    def fragile(job: int) -> int:
        if job == 2 and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    assert list(copied(fragile, range(5))) == [0, 1, 2, 3, 4]


def test_jobs_for_copies_are_not_drawn_long_before_they_are_worked_on() -> None:
    drawn = []

    def jobs():  # type: ignore[no-untyped-def]
        for k in range(100):
            drawn.append(k)
            yield k

    found = copied(abs, jobs())
    assert [next(found), next(found)] == [0, 1]
    assert len(drawn) <= len(os.sched_getaffinity(0)) + 3
    found.close()
