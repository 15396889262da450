"""The claim file itself: JSON, one document a file."""

from __future__ import annotations

import json
from typing import Any

from claims.codec import from_dict, to_dict
from claims.errors import FormatError, TextError
from claims.formats._strings import SURROGATE, refuse_any
from claims.json_input import load_json
from claims.model import Document


def read(data: bytes, path: str | None = None) -> Document:
    """Read a claim file."""
    return structure(load_json(data, path), path)


def write(document: Document) -> bytes:
    """Write a claim file: the model's field order, one space of indent a level, UTF-8."""
    return dump(document, 1)


def decline(head: bytes) -> str | None:
    """Look for an object that names the format first, as every writer of claim files does."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return 'does not begin with "{"'
    return None


def structure(data: Any, path: str | None, place: str | None = None) -> Document:
    """Turn plain data into a document; an error names the file, and the line of a JSONL file."""
    try:
        return from_dict(data)
    except FormatError as error:
        raise error.within(path, place) from error


def dump(document: Document, indent: int | None) -> bytes:
    """Return canonical JSON with a final newline.

    A lone surrogate has no UTF-8, and RFC 7493 keeps its escape out of JSON too: it is refused here
    so that whatever is written can be read.
    """
    data = to_dict(document)
    try:
        return f"{json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)}\n".encode()
    except UnicodeEncodeError as error:
        refuse_any(document, SURROGATE, "UTF-8")
        raise TextError(str(error)) from error
    except ValueError as error:
        raise FormatError(f"a number that JSON does not have: {error}") from error
