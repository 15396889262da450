"""TEI P5, lossless: the text as it is, everything else as stand-off annotation (see docs/tei.md)."""

from __future__ import annotations

from claims.codec import from_dict
from claims.errors import FormatError
from claims.formats._xml import parse, serialise
from claims.formats.tei.names import NAMESPACE
from claims.formats.tei.reader import read_tree
from claims.formats.tei.schema import check_tree
from claims.formats.tei.writer import build
from claims.model import Document


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file that `write` made, or one with the same elements."""
    root = parse(data, path)
    try:
        check_tree(root)
        return from_dict(read_tree(root))
    except FormatError as error:
        raise error.within(path) from error


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


__all__ = ["decline", "read", "write", "write_inline", "write_tokens"]
