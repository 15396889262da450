"""Who does the work: an engine turns the batches of a job into answers, in the same order.

An engine is a function from a job to answers. `local` works in worker processes of this machine;
`claims.corpus.alone` has the one that works in this process, `claims.corpus.ray_engine` the one for clusters.
"""

from __future__ import annotations

import os
import queue
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import attrs

from claims.corpus.job import Batch, Job
from claims.corpus.keeper import Keeper


@attrs.frozen
class Answer:
    """A batch with a result for each of its records."""

    batch: Batch
    results: tuple[dict[str, Any], ...] = ()
    #: The model that made them, where there are any.
    model: dict[str, Any] | None = None


Engine = Callable[[Job], Generator[Answer, None, None]]

#: Batches that a worker may be ahead of what is written.
AHEAD = 2


def local(workers: int | None = None) -> Engine:
    """Return an engine of so many worker processes; by default one a core."""
    number = workers or cores()

    def engine(job: Job) -> Generator[Answer, None, None]:
        keepers = [Keeper(job.settings, job.limits) for _ in range(number)]
        idle: queue.SimpleQueue[Keeper] = queue.SimpleQueue()
        for keeper in keepers:
            idle.put(keeper)
        pool = ThreadPoolExecutor(number, "claims-keeper")
        try:
            yield from _ordered(job, lambda batch: pool.submit(_work, idle, batch), number * AHEAD)
        finally:
            # The workers first: their threads wait for them.
            for keeper in keepers:
                keeper.close()
            pool.shutdown(cancel_futures=True)

    return engine


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ordered(job: Job, submit: Callable[[Batch], Future[Answer]], most: int) -> Generator[Answer, None, None]:
    """Yield the answers in order; no more than `most` batches are on their way at once."""
    waiting: deque[Future[Answer]] = deque()
    for batch in job.batches():
        if batch.records:
            waiting.append(submit(batch))
        else:
            waiting.append(_done(Answer(batch)))
        while waiting and (len(waiting) >= most or waiting[0].done()):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _done(answer: Answer) -> Future[Answer]:
    future: Future[Answer] = Future()
    future.set_result(answer)
    return future


def _work(idle: queue.SimpleQueue[Keeper], batch: Batch) -> Answer:
    keeper = idle.get()
    try:
        return Answer(batch, tuple(keeper.annotate(batch.records)), keeper.model)
    finally:
        idle.put(keeper)
