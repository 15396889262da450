"""Read a source text, and the metadata beside it, exactly as they stand in their files.

Nothing is rewritten: line ends, a byte order mark and every space stay, because offsets and digest
refer to the file.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from claims.errors import DecodeError, FormatError, InputError
from claims.json_input import load_json

#: The name of a file that stands for the standard input.
STDIN = "-"

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
#: Controls that no text has, but compressed data, pictures and programs are full of.
_CONTROLS = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]")
#: As many of them in a text mean that it is none; a stray one is left alone.
_MANY = 0.02


def read_source_text(path: str | os.PathLike[str]) -> str:
    """Return the text of a UTF-8 file, or of the standard input for ``-``."""
    name = os.fspath(path)
    return decode_source_text(_bytes(name), "standard input" if name == STDIN else name)


def decode_source_text(data: bytes, path: str | None = None) -> str:
    r"""Return the text that the bytes of a file hold; `path` is only named in messages.

    >>> decode_source_text(b"One line.\r\n")
    'One line.\r\n'
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            message = f"this is {encoding}, not UTF-8; convert it: iconv -f {encoding} -t UTF-8 < IN > OUT"
            raise DecodeError(message, path, "byte 0")
    if (nul := data.find(b"\x00")) >= 0:
        raise InputError("this is not a text: it has a NUL byte", path, f"byte {nul}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, path) from error
    controls = len(_CONTROLS.findall(text))
    if controls > 3 and controls > _MANY * len(text):
        raise InputError(f"this is not a text: {controls} of its {len(text)} characters are control characters", path)
    return text


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str | None) -> InputError:
    line = data.count(b"\n", 0, error.start) + 1
    controls = sum(data.count(byte) for byte in (b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06"))
    place = f"byte {error.start} (line {line})"
    if controls > 3 and controls > _MANY * len(data):
        return InputError("this is not a text but binary data", path, place)
    message = f"0x{data[error.start]:02X} is not UTF-8 here ({error.reason}); convert the file, for example from "
    return DecodeError(message + "Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 < IN > OUT", path, place)


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(_reason(error), name) from error


def _reason(error: OSError | ValueError) -> str:
    reasons: dict[type[BaseException], str] = {
        FileNotFoundError: "no such file",
        IsADirectoryError: "is a folder, not a file",
        NotADirectoryError: "a part of the path is not a folder",
        PermissionError: "permission denied",
    }
    return reasons.get(type(error)) or getattr(error, "strerror", None) or str(error)


#: What a metadata file may say, by the names of `claims.model.Source`; the licence is for people.
METADATA = ("id", "title", "author", "publisher", "url", "published", "language", "licence")


def metadata_path(path: str | os.PathLike[str]) -> Path:
    """Return where the metadata of a text lies: ``name.meta.json`` beside ``name.txt``.

    >>> metadata_path("seeds/rockets.txt").name
    'rockets.meta.json'
    """
    return Path(path).with_suffix(".meta.json")


def read_metadata(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Return what a metadata file says of its text: strings, and a tuple of authors."""
    name = os.fspath(path)
    data = load_json(_bytes(name), name)
    if not isinstance(data, dict):
        raise FormatError(f"should be an object with any of {', '.join(METADATA)}", name, "/")
    for key, value in data.items():
        if key not in METADATA:
            raise FormatError(f"{key!r} is not known; known are {', '.join(METADATA)}", name, f"/{key}")
        if key != "author" and not isinstance(value, str):
            raise FormatError("should be a string", name, f"/{key}")
    return {**data, "author": _authors(data["author"], name)} if "author" in data else data


def _authors(value: Any, path: str) -> tuple[str, ...]:
    authors = [value] if isinstance(value, str) else value
    if not isinstance(authors, list) or any(not isinstance(author, str) for author in authors):
        raise FormatError("should be a name or a list of names", path, "/author")
    return tuple(authors)
