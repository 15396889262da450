"""Every string of a document, to find the one that a format cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claims.codec import to_dict
from claims.errors import FormatError, TextError
from claims.model import Document
from claims.text import digest

#: Has no UTF-8.
SURROGATE = re.compile("[\ud800-\udfff]")


def strings(data: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield the JSON pointer and value of every string of plain data, keys of mappings included."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield place, name
            yield from strings(value, f"{place}/{name}")
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data):
            yield from strings(value, f"{place}/{number}")


def text_of(document: Document, illegal: re.Pattern[str], where: str, use: str) -> str:
    """Return the text that a format is built on.

    Raises `TextError` where the document is without it or `illegal` matches in it, `FormatError` where it
    is not the one that was annotated. `where` and `use` say in messages what cannot hold a character, and
    what the text is for.
    """
    source = document.source
    if source.text is None:
        message = f"the document does not carry its text, {use}: put it into source.text, or use JSON"
        raise TextError(message, None, "/source/text")
    refuse(source.text, illegal, where, "/source/text")
    if source.length != len(source.text) or source.sha256 != digest(source.text):
        raise FormatError("length or SHA-256 is not that of the text", None, "/source")
    return source.text


def refuse(text: str, illegal: re.Pattern[str], where: str, place: str) -> None:
    """Raise `TextError` with character and offset if `illegal` matches in `text`."""
    if match := illegal.search(text):
        message = f"U+{ord(match[0]):04X} at offset {match.start()} cannot stand in {where}: take it out of the text"
        raise TextError(message, None, place)


def refuse_any(document: Document, illegal: re.Pattern[str], where: str) -> None:
    """Raise `TextError` for the first string of the document with a character that `illegal` matches."""
    for place, text in strings(to_dict(document)):
        refuse(text, illegal, where, place)
