"""JSON lines: one claim file a line, for corpora and streams."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from claims.errors import InputError
from claims.formats.base import one_of
from claims.formats.json_ import dump, structure
from claims.json_input import load_json
from claims.model import Document


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file that holds exactly one document."""
    several = "more than one document: use read_many, or split the file by lines"
    return one_of(read_many(io.BytesIO(data), path), path, "no document", several)


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield the documents one by one; blank lines are passed over."""
    # Lines end at LF only: U+2028 and its like are ordinary characters inside a JSON string.
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _document(line, path, f"line {number}")


def _document(line: bytes, path: str | None, place: str) -> Document:
    try:
        data = load_json(line, None)
    except InputError as error:
        raise error.within(path, place) from error
    return structure(data, path, place)


def write(document: Document) -> bytes:
    """Write one line."""
    return dump(document, None)


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield one line a document."""
    return map(write, documents)


def decline(head: bytes) -> str | None:
    """Look for a second object behind the first line; a single line is read as JSON."""
    first, _, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return 'its first line does not begin with "{"'
    if not (first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")):
        return "it is not one object a line"
    return None
