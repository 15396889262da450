"""How far a corpus has come, on standard error: a line that moves, or plain lines every so often."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from claims.cli.terminal import is_terminal
from claims.corpus.writer import State

#: Seconds between two states of a line that moves, and between two plain lines.
PAUSE, PLAIN_PAUSE = 0.2, 30.0
#: Width of the bar.
BAR = 20


class Meter:
    """Called with every state of a run; shows some of them."""

    def __init__(self) -> None:
        self._watched = is_terminal(sys.stderr)
        self._start = time.monotonic()
        self._shown = self._start if not self._watched else 0.0

    def __call__(self, state: State) -> None:
        """Show a state, unless one was shown a moment ago."""
        now = time.monotonic()
        if now - self._shown < (PAUSE if self._watched else PLAIN_PAUSE):
            return
        self._shown = now
        words = describe(state, now - self._start)
        if self._watched:
            bar = f"{_bar(state)} " if state.size else ""
            print(f"\r\x1b[K{bar}{words}", end="", file=sys.stderr, flush=True)
        else:
            print(f"claims: {words}", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the moving line away."""
        if self._watched and self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def metered() -> Iterator[Meter]:
    """Show progress inside the block and clean up behind it."""
    meter = Meter()
    try:
        yield meter
    finally:
        meter.clear()


def describe(state: State, seconds: float) -> str:
    """Say how far a run has come after so many seconds.

    >>> describe(State(texts=20, words=6000, claims=900, position=50, size=200), 10.0)
    '25 %, 20 texts, 900 claims, 600 words/s, 0:30 left'
    """
    # Nobody knows how long a pipe is.
    parts = [f"{share(state):.0%}".replace("%", " %")] if state.size else []
    parts += [f"{state.texts:,} texts", f"{state.claims:,} claims"]
    parts += [f"{state.skipped:,} done before"] if state.skipped else []
    parts += [f"{state.failed:,} failed"] if state.failed else []
    parts += [f"{state.words / seconds:,.0f} words/s"] if seconds and state.words else []
    made = state.position - state.before
    if made > 0 and state.size > state.position:
        parts.append(f"{_clock(seconds * (state.size - state.position) / made)} left")
    return ", ".join(parts)


def share(state: State) -> float:
    """Return how much of the input is done."""
    return min(1.0, state.position / state.size) if state.size else 1.0


def _bar(state: State) -> str:
    full = round(share(state) * BAR)
    return f"[{'#' * full}{'.' * (BAR - full)}]"


def _clock(seconds: float) -> str:
    """Write a length of time.

    >>> _clock(3725)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
