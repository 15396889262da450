"""The exceptions that `claims` raises for bad calls and unreadable input.

::

    ClaimsError
    ├── InputError          a file or text that cannot be used: what, where, what to do
    │   ├── DecodeError     bytes that are not UTF-8
    │   ├── FormatError     not a claim file, or one of another version
    │   └── TextError       a character or length that a step or format cannot hold
    ├── SpanError           offsets that do not fit the text
    ├── PlacementError      proposed words that their sentence does not hold, or not in one place
    ├── UsageError          a call or option that makes no sense
    └── MissingDependencyError   a model or extra that is not installed

Bad *data* inside a claim file is not an exception: checks report it as `claims.model.Problem`.
"""

from __future__ import annotations

from typing import Self


class ClaimsError(Exception):
    """Any error that `claims` raises on purpose."""


class InputError(ClaimsError):
    """Tell which input cannot be used, at which place, and what to do about it."""

    def __init__(
        self, message: str, path: str | None = None, place: str | None = None, code: str | None = None
    ) -> None:
        # Positional arguments only: keyword-only ones break unpickling in worker processes.
        super().__init__(message, path, place, code)
        self.message = message
        self.path = path
        self.place = place
        #: Code of the rule that is broken, where a check has one for it.
        self.code = code

    def __str__(self) -> str:
        return ": ".join(part for part in (self.path, self.place, self.message) if part)

    def within(self, path: str | None, place: str | None = None) -> Self:
        """Return the error of a part of a file as one of the file; `place` is where the part stands in it."""
        where = ", ".join(part for part in (place, self.place) if part)
        return type(self)(self.message, path, where or None, self.code)


class DecodeError(InputError):
    """Bytes that are not UTF-8 text."""


class FormatError(InputError):
    """A file that is not a claim file of a version that this reader knows."""


class TextError(InputError):
    """A text with a character or of a length that cannot be handled."""


class SpanError(ClaimsError, ValueError):
    """Offsets that are out of order or outside their text."""


class PlacementError(ClaimsError):
    """Words that their sentence does not hold, or not in one place."""


class UsageError(ClaimsError):
    """A call or option that makes no sense."""


class MissingDependencyError(ClaimsError):
    """A model or optional package that has to be installed first."""
