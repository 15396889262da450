"""The process that holds a model: records come in through a pipe, results go out through another.

It ends when the pipe closes, so that none outlives its parent; a text that takes too long or too much ends it,
and the parent (`claims.corpus.keeper`) goes on with the next.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import sys
import threading
from typing import Any, BinaryIO

from claims.corpus.batch import annotated, model_of
from claims.corpus.job import Limits
from claims.corpus.limits import OUT_OF_MEMORY, die_with_parent, limit_memory, limit_time
from claims.corpus.settings import Settings
from claims.errors import ClaimsError


def main() -> None:
    """Work until the pipe closes."""
    die_with_parent()
    # Ctrl-C reaches all processes of a terminal; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, target = sys.stdin.buffer, _own_output()
    settings, limits = pickle.load(source)
    waiting: queue.SimpleQueue[list[dict[str, Any]]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(source, waiting), daemon=True).start()
    try:
        model = model_of(settings)
    except (ClaimsError, OSError, ImportError) as error:
        _send(target, ("refused", type(error) if isinstance(error, ClaimsError) else ClaimsError, str(error)))
        return
    # The model stays: the collector of garbage need not look through it time and again.
    gc.collect()
    gc.freeze()
    limit_memory(limits.memory)
    _send(target, ("ready", model))
    while True:
        work(waiting.get(), settings, limits, target)


def work(records: list[dict[str, Any]], settings: Settings, limits: Limits, target: BinaryIO) -> None:
    """Annotate a batch, send each result as it comes, and say when it is done."""
    seconds = limits.seconds_for(sum(len(record["text"]) for record in records))
    try:
        limit_time(seconds)
        for result in annotated(records, settings):
            _send(target, ("result", result))
            limit_time(seconds)
    except MemoryError:
        # What is left of the interpreter after that is not to be trusted.
        os._exit(OUT_OF_MEMORY)
    limit_time(0)
    _send(target, ("done",))


def _receive(source: BinaryIO, waiting: queue.SimpleQueue[list[dict[str, Any]]]) -> None:
    """Take in batches while others are worked on; the end of the pipe is the end of the process."""
    try:
        while True:
            waiting.put(pickle.load(source))
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _own_output() -> BinaryIO:
    """Keep standard output for results: what else is printed goes to standard error."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return target


def _send(target: BinaryIO, message: tuple[Any, ...]) -> None:
    try:
        pickle.dump(message, target, pickle.HIGHEST_PROTOCOL)
        target.flush()
    except OSError:
        # Nobody listens any more.
        os._exit(0)


if __name__ == "__main__":
    main()
