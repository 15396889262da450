"""What a format is: a name, endings, and functions between bytes and documents.

A format of one's own is a module with `read` or `write` (or both), announced in the entry-point group
``claims.formats`` under its name; it may say its ``ENDINGS`` and what it ``KEEPS``. It handles bytes only: opening,
writing aside and renaming are done for it. `examples/` has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Literal, Protocol

import attrs

from claims.errors import FormatError, UsageError
from claims.model import Document


class Read(Protocol):
    """Turn the bytes of a file into its document; `path` is for messages only."""

    def __call__(self, data: bytes, path: str | None, /) -> Document:
        """Raise `FormatError` where `data` is not of this format."""


class Write(Protocol):
    """Turn a document into the bytes of a file, always the same for equal documents."""

    def __call__(self, document: Document, /) -> bytes:
        """Raise `TextError` or `FormatError` for what this format cannot hold."""


class ReadMany(Protocol):
    """Yield the documents of a file that holds several, without reading all of it at once."""

    def __call__(self, stream: BinaryIO, path: str | None, /) -> Iterator[Document]:
        """Raise `FormatError` at the document that cannot be read."""


class WriteMany(Protocol):
    """Yield the bytes of a file that holds several documents, piece by piece."""

    def __call__(self, documents: Iterable[Document], /) -> Iterator[bytes]:
        """Take the documents one at a time, so that memory stays constant."""


class ReadBeside(Protocol):
    """Turn a file that others stand beside into its document."""

    def __call__(self, data: bytes, path: str | None, fetch: Callable[[str], bytes | None], /) -> Document:
        """Ask `fetch` for the file of the same name with another ending; None where there is none."""


class Beside(Protocol):
    """Return the files that belong beside a written one: names without folder, and bytes."""

    def __call__(self, document: Document, stem: str, /) -> Mapping[str, bytes]:
        """Take the name of the written file without its ending."""


class Decline(Protocol):
    """Tell from the first bytes of a file why it is not of this format."""

    def __call__(self, head: bytes, /) -> str | None:
        """Return the reason, or None where the file looks right."""


def unknown(head: bytes, /) -> str | None:
    """Decline everything: for formats that cannot be told by their content."""
    return "is only read when it is named"


def one_of(documents: Iterable[Document], path: str | None, none: str, several: str) -> Document:
    """Return the only document of a file. Raises `FormatError` that says it holds `none` or `several`."""
    found = iter(documents)
    first = next(found, None)
    if first is None:
        raise FormatError(f"holds {none}", path)
    if next(found, None) is not None:
        raise FormatError(f"holds {several}", path)
    return first


@attrs.frozen
class Format:
    """A row of the table of formats."""

    name: str
    #: File name endings, lower case, with the dot; the first is the usual one.
    endings: tuple[str, ...]
    read: Read | None = None
    write: Write | None = None
    #: Only for formats whose files hold several documents.
    read_many: ReadMany | None = None
    write_many: WriteMany | None = None
    decline: Decline = unknown
    #: What of a document stands in such a file, and what does not.
    keeps: str = ""
    #: Whether reading gives back an equal document, whatever stands in it.
    lossless: bool = False
    #: For formats whose files do not stand alone: instead of `read`, and beside what `write` gives.
    read_beside: ReadBeside | None = None
    beside: Beside | None = None
    #: How the bytes are shown on a terminal.
    content: Literal["text", "json", "xml", "binary"] = "text"

    @property
    def readable(self) -> bool:
        """Whether there is a reader."""
        return self.read is not None or self.read_beside is not None

    def ending(self, name: str) -> str | None:
        """Return the longest of its endings that a lower-case file name has."""
        return max((ending for ending in self.endings if name.endswith(ending)), key=len, default=None)

    @classmethod
    def of(cls, name: str, module: Any) -> Format:
        """Build the row of a module that an entry point names."""
        names = ("read", "write", "read_many", "write_many", "read_beside", "beside")
        functions: dict[str, Any] = {key: getattr(module, key, None) for key in names}
        if not any(functions.values()):
            raise UsageError(f"the format {name} ({module!r:.80}) has neither `read` nor `write`")
        endings = tuple(getattr(module, "ENDINGS", (f".{name}",)))
        keeps = str(getattr(module, "KEEPS", f"see the package that brings {name}"))
        return cls(name, endings, decline=getattr(module, "decline", unknown), keeps=keeps, **functions)
