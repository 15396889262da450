"""Whether people watch, and whether they want colours."""

from __future__ import annotations

import os
from typing import IO, Literal


def wants_color(choice: Literal["auto", "always", "never"], stream: IO[str]) -> bool:
    """Tell whether `stream` gets colours: a terminal, unless NO_COLOR or TERM=dumb says otherwise."""
    if choice != "auto":
        return choice == "always"
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(words: str, code: str, color: bool) -> str:
    """Return words with the code of a terminal's style around them, if colours are wanted."""
    return f"\x1b[{code}m{words}\x1b[0m" if color else words


def is_terminal(stream: IO[str]) -> bool:
    """Tell whether people watch `stream`."""
    return bool(stream) and not stream.closed and stream.isatty()
