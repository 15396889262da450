"""The engine for clusters: Ray Data carries the batches to the same workers as on one machine.

One task reads the input and cuts it into batches, actors annotate them, and the process that called writes the
shards. Each actor keeps a worker process of its own (`claims.corpus.keeper`), so that limits and poisonous
texts are handled as on one machine; an actor that is lost is started again by Ray, with its batch.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import attrs

from claims.corpus.engines import Answer, Engine
from claims.corpus.job import Batch, Job, Limits
from claims.corpus.keeper import Keeper
from claims.corpus.settings import Settings
from claims.corpus.sources import STDIN
from claims.errors import MissingDependencyError, UsageError

#: Bytes of a block beyond which Ray begins the next: small, so that each batch travels by itself.
_BLOCK = 1024
_LOGGER = logging.getLogger("ray.data")
#: Name of the one column.
_COLUMN = "pickled"


def cluster(address: str | None = None, workers: int | None = None) -> Engine:
    """Return an engine of so many actors on the Ray cluster at `address`, or on one started here.

    By default there is an actor for each core but the one that reads. Input files have to lie where any node of
    the cluster can read them. Raises `MissingDependencyError` where Ray is not installed.
    """
    ray = _ray()

    def engine(job: Job) -> Generator[Answer, None, None]:
        if STDIN in job.inputs:
            raise UsageError("Ray reads on another machine: name a file that it can see, not standard input")
        there = attrs.evolve(job, base=os.path.abspath(job.base), out=os.path.abspath(job.out))
        with _connected(ray, address, workers), _context(ray):
            for row in _dataset(ray, there, workers).iter_rows():
                yield pickle.loads(row[_COLUMN])

    return engine


def _ray() -> Any:
    try:
        import_module("ray.data")
        return import_module("ray")
    except ImportError as error:
        raise MissingDependencyError("the engine ray needs Ray: pip install 'atomic-claims[ray]'") from error


@contextmanager
def _connected(ray: Any, address: str | None, workers: int | None) -> Iterator[None]:
    """Join a cluster, or start one; what the caller has started already is used and left alone."""
    if ray.is_initialized():
        yield
        return
    # Nothing is sent to Ray's makers.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    here = {} if address else {"num_cpus": (workers + 1) if workers else None, "include_dashboard": False}
    ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", **here)
    try:
        yield
    finally:
        ray.shutdown()


@contextmanager
def _context(ray: Any) -> Iterator[None]:
    """Have Ray Data keep the order and the batches, and be quiet; everything is put back behind it."""
    context = ray.data.DataContext.get_current()
    wanted = {
        "target_max_block_size": _BLOCK,
        "target_min_block_size": 1,
        "enable_progress_bars": False,
        "print_on_execution_start": False,
    }
    before = {name: getattr(context, name) for name in wanted}
    order, level = context.execution_options.preserve_order, _LOGGER.level
    _LOGGER.setLevel(logging.ERROR)
    for name, value in wanted.items():
        setattr(context, name, value)
    context.execution_options.preserve_order = True
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
        context.execution_options.preserve_order = order
        _LOGGER.setLevel(level)


def _dataset(ray: Any, job: Job, workers: int | None) -> Any:
    number = workers or max(1, int(ray.cluster_resources().get("CPU", 2)) - 1)
    return ray.data.read_datasource(_source(job), override_num_blocks=1).map_batches(
        _actor(job.settings, job.limits),
        batch_size=1,
        batch_format="pyarrow",
        num_cpus=1,
        compute=ray.data.ActorPoolStrategy(size=number),
    )


def _source(job: Job) -> Any:
    """Return a data source with one task, which yields the batches of the job."""
    from ray.data.block import BlockMetadata
    from ray.data.datasource import Datasource, ReadTask

    class Batches(Datasource):
        def estimate_inmemory_data_size(self) -> int | None:
            return None

        def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[Any]:
            unknown = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
            return [ReadTask(lambda: map(_block, job.batches()), unknown)]

    source: Any = Batches
    return source()


def _block(value: Any) -> Any:
    """Return a table of one row and one column."""
    return import_module("pyarrow").table({_COLUMN: [pickle.dumps(value)]})


def _actor(settings: Settings, limits: Limits) -> type:
    """Return the class of the actors; what they are made with is part of it, so that Ray can make them again."""

    class Annotate:
        def __init__(self) -> None:
            self.keeper = Keeper(settings, limits)

        def __call__(self, table: Any) -> Any:
            batch: Batch = pickle.loads(table[_COLUMN][0].as_py())
            results = tuple(self.keeper.annotate(batch.records))
            return _block(Answer(_light(batch), results, self.keeper.model if results else None))

    return Annotate


def _light(batch: Batch) -> Batch:
    """Leave out the texts that the results carry."""
    return attrs.evolve(
        batch,
        items=tuple(
            attrs.evolve(item, text="") if item.text is not None and item.old is None else item for item in batch.items
        ),
    )
