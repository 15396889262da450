"""The parent's side of a worker: starts it, watches it, starts another when it dies, finds the text that kills it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any

import attrs

from claims.corpus.job import CHARACTERS_A_SECOND, Limits
from claims.corpus.limits import OUT_OF_MEMORY
from claims.corpus.records import failed
from claims.corpus.settings import Settings
from claims.errors import ClaimsError

#: Deaths of a worker while a text was alone with it, after which the text is set aside.
DEATHS = 2
#: Workers that may die before they are ready, one after the other.
STARTS = 5
#: A worker that has used no CPU time is waited for this many times its limit, and no less than that many seconds.
PATIENCE, LEAST_PATIENCE = 20, 600.0
#: Seconds between two looks at the workers.
LOOK = 0.5

Result = dict[str, Any]


class _DiedError(Exception):
    """The worker is gone; says why, as far as its end tells."""

    def __init__(self, kind: str, error: str) -> None:
        super().__init__(kind, error)
        self.kind, self.error = kind, error


@attrs.define(eq=False)
class Keeper:
    """Keeps one worker, of which there is never more than one at a time."""

    settings: Settings
    limits: Limits
    #: What the worker says of its model, once it has loaded it.
    model: dict[str, Any] | None = None
    _process: subprocess.Popen[bytes] | None = None
    #: When the worker is killed if nothing is heard of it.
    _deadline: float = 0.0
    _reason: tuple[str, str] | None = None
    _closed: bool = False

    def annotate(self, records: Sequence[dict[str, Any]]) -> list[Result]:
        """Return a result for each record, in order, whatever happens to the worker."""
        results: list[Result] = []
        try:
            self._try(records, results)
        except _DiedError:
            for record in records[len(results) :]:
                results.append(self._alone(record))
        return results

    def _alone(self, record: dict[str, Any]) -> Result:
        """Annotate a text with no other beside it, so that a death is its own."""
        for turn in range(DEATHS):
            results: list[Result] = []
            try:
                self._try([record], results)
                return results[0]
            except _DiedError as death:
                if turn == DEATHS - 1:
                    return failed(record["id"], death.kind, death.error)
        raise AssertionError  # DEATHS is at least 1

    def _try(self, records: Sequence[dict[str, Any]], results: list[Result]) -> None:
        """Send a batch and collect its results. Raises `_DiedError`; what came before that is in `results`."""
        if not records:
            return
        process = self._process or self._start()
        length = sum(len(record["text"]) for record in records)
        try:
            pickle.dump(list(records), process.stdin, pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
            process.stdin.flush()  # type: ignore[union-attr]
        except OSError:
            raise self._bury() from None
        while (message := self._receive(length))[0] == "result":
            results.append(message[1])

    def _receive(self, length: int = 0) -> tuple[Any, ...]:
        """Wait for the next message. Raises `_DiedError` where none will come."""
        process = self._process
        if process is None or process.stdout is None:
            raise _DiedError("crash", "the worker is gone")
        self._deadline = time.monotonic() + max(LEAST_PATIENCE, PATIENCE * self.limits.seconds_for(length))
        try:
            message: tuple[Any, ...] = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            raise self._bury() from None
        finally:
            self._deadline = 0.0
        return message

    def _start(self) -> subprocess.Popen[bytes]:
        """Start a worker and wait until its model is loaded. Raises what it cannot start for."""
        for turn in range(STARTS):
            self._process = _spawner().submit(_spawn).result()
            if self._closed:
                self._bury()
                raise ClaimsError("the workers were ended")
            _watch(self)
            try:
                pickle.dump((self.settings, self.limits), self._process.stdin)  # type: ignore[arg-type]
                self._process.stdin.flush()  # type: ignore[union-attr]
                message = self._receive()
            except (_DiedError, OSError) as death:
                if turn == STARTS - 1:
                    raise ClaimsError(f"workers die before they are ready: {death}") from death
                continue
            if message[0] == "refused":
                self._bury()
                raise message[1](message[2])
            self.model = message[1]
            return self._process
        raise AssertionError  # STARTS is at least 1

    def _bury(self) -> _DiedError:
        """Wait for the end of the worker and tell what it died of."""
        process, self._process = self._process, None
        if process is None:
            return _DiedError("crash", "the worker was closed")
        with suppress(OSError):
            process.kill()
        code = process.wait()
        _close_pipes(process)
        reason, self._reason = self._reason, None
        return _DiedError(*(reason or self._told(code)))

    def _told(self, code: int) -> tuple[str, str]:
        if hasattr(signal, "SIGPROF") and code == -signal.SIGPROF:
            more = f"one for every {CHARACTERS_A_SECOND:,} characters"
            return "time", f"took more than {self.limits.seconds:g} seconds of CPU time, and {more}"
        if code == OUT_OF_MEMORY:
            return "memory", f"needed more than {self.limits.memory:,} MB of memory"
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return "crash", f"ended its worker twice ({how})"

    def look(self) -> None:
        """Kill the worker if it has been silent for too long, or where the kernel does not watch its memory."""
        process, deadline = self._process, self._deadline
        if process is None or not deadline:
            return
        if time.monotonic() > deadline:
            self._reason = ("time", "its worker did not answer any more")
            process.kill()
        elif sys.platform == "darwin" and self.model and _resident(process.pid) > self.limits.memory * 2:
            self._reason = self._told(OUT_OF_MEMORY)
            process.kill()

    def close(self) -> None:
        """End the worker, for good."""
        # First, so that a thread that waits for the worker does not start another.
        self._closed = True
        with _GUARD:
            _KEEPERS.discard(self)
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            _close_pipes(process)


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()


def _spawn() -> subprocess.Popen[bytes]:
    # One thread for the arithmetic: the workers are the parallelism.
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return subprocess.Popen(
        [sys.executable, "-m", "claims.corpus.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("CLAIMS_DEBUG") else subprocess.DEVNULL,
        env={**os.environ, **threads},
    )


@cache
def _spawner() -> ThreadPoolExecutor:
    """Return the thread that starts all workers: the kernel ends a worker with the thread that started it."""
    return ThreadPoolExecutor(1, "claims-spawner")


_KEEPERS: set[Keeper] = set()
_GUARD = threading.Lock()


def _watch(keeper: Keeper) -> None:
    """Have the watcher look at a keeper from now on."""
    with _GUARD:
        _KEEPERS.add(keeper)
    _watcher()


@cache
def _watcher() -> threading.Thread:
    thread = threading.Thread(target=_look_around, name="claims-watcher", daemon=True)
    thread.start()
    return thread


def _look_around() -> None:
    while True:
        time.sleep(LOOK)
        with _GUARD:
            keepers = list(_KEEPERS)
        for keeper in keepers:
            with suppress(OSError):
                keeper.look()


def _resident(pid: int) -> int:
    """Return the memory of a process in MB, as `ps` tells it."""
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(done.stdout.strip() or 0) // 1024
