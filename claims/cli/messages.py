"""Lines on standard error: notes, warnings, and how far long work has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from claims.cli.visible import one_line

#: Work that is over sooner shows nothing.
PATIENCE_SECONDS = 0.5
#: Between two states of the progress line.
PAUSE_SECONDS = 0.1


def say(message: str, kind: str = "") -> None:
    """Write one plain line: ``claims: warning: …``."""
    print(f"claims: {kind + ': ' if kind else ''}{one_line(message)}", file=sys.stderr)


class Progress:
    """One line on standard error, rewritten in place; silent unless people watch it."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._start = self._last = time.monotonic()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show for how many sentences a step is done."""
        self.show(f"{step} {done:,} of {total:,} sentences")

    def show(self, words: str) -> None:
        """Show what is going on, unless it was shown a moment ago."""
        now = time.monotonic()
        if self._watched and now - self._start >= PATIENCE_SECONDS and now - self._last >= PAUSE_SECONDS:
            self._last = now
            print(f"\r\x1b[Kclaims: {words} …", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._watched and self._last > self._start:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show progress inside the block and clean up behind it."""
    line = Progress()
    try:
        yield line
    finally:
        line.clear()
