"""JSON pointers (RFC 6901): their parts, and the value that one leads to."""

from __future__ import annotations

from typing import Any


def escape(name: str) -> str:
    """Return a member name as a part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def unescape(part: str) -> str:
    """Return the member name that a part of a JSON pointer means."""
    return part.replace("~1", "/").replace("~0", "~")


def resolve(data: Any, pointer: str) -> Any:
    """Return the value at a pointer; raises `LookupError` where there is none."""
    for part in pointer.split("/")[1:]:
        if isinstance(data, list) and part.isdecimal():
            data = data[int(part)]
        elif isinstance(data, dict):
            data = data[unescape(part)]
        else:
            raise LookupError(pointer)
    return data
