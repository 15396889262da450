"""TEI P5, lossless: the text as it is, everything else as stand-off annotation (see docs/tei.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claims.codec import from_dict
from claims.errors import FormatError
from claims.formats._xml import parse, serialise, syntax_faults
from claims.formats.tei.names import NAMESPACE
from claims.formats.tei.reader import read_tree
from claims.formats.tei.schema import breaches, check_tree
from claims.formats.tei.writer import build
from claims.model import Document


@attrs.frozen
class Fault:
    """One thing that keeps a file from being read."""

    message: str
    #: 1-based; columns count code points, and are 1 where only the line is known.
    line: int
    column: int = 1
    #: Most likely only follows from a fault before.
    follows: bool = False


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file that `write` made, or one with the same elements."""
    root = parse(data, path)
    try:
        check_tree(root)
        return from_dict(read_tree(root))
    except FormatError as error:
        raise error.within(path) from error


def faults(data: bytes) -> Iterator[Fault]:
    """Yield everything that keeps a file from being read, as far as that can be told in one go; nothing is used of it.

    What is not well-formed comes alone: what a parser makes of it breaks the schema in its own ways.
    """
    if broken := syntax_faults(data):
        for one in broken:
            yield Fault(f"not well-formed XML: {one.message}", one.line, one.column, one.follows)
        return
    try:
        for message, where in breaches(parse(data)):
            line = re.match(r"line ([0-9]+)", where)
            yield Fault(message, int(line[1]) if line else 1)
    except FormatError:
        # What is refused before anything else: `read` says so.
        return


def write(document: Document) -> bytes:
    """Write a document with its text; equal documents give equal bytes."""
    return serialise(build(document))


def write_inline(document: Document) -> bytes:
    """Write the profile for reading: claims, quotations, names and dates as elements around the words."""
    return serialise(build(document, "inline"))


def write_tokens(document: Document) -> bytes:
    """Write the profile for corpus tools: words and signs as elements that everything points to."""
    return serialise(build(document, "tokens"))


def decline(head: bytes) -> str | None:
    """Look for the TEI namespace near the beginning."""
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return 'does not begin with "<"'
    if NAMESPACE.encode() not in head:
        return f"does not name the namespace {NAMESPACE}"
    return None


__all__ = ["Fault", "decline", "faults", "read", "write", "write_inline", "write_tokens"]
