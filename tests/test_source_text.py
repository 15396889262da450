"""Source texts are read as they stand; what is no UTF-8 text is refused with place and remedy."""

from __future__ import annotations

import doctest
import io
import json
import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import source_text
from claims.errors import DecodeError, FormatError, InputError
from claims.source_text import decode_source_text, metadata_path, read_metadata, read_source_text


@pytest.mark.property
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_nothing_is_rewritten(text: str) -> None:
    """The text is what the bytes say, code point for code point."""
    assert decode_source_text(text.encode("utf-8")) == text


@pytest.mark.parametrize("text", ["", "\ufeffA.", "a\r\nb\rc\nd", "\x0c\x1b[0m a", "e\u0301", "😀", "\u2028", "no end"])
def test_files_are_read_as_they_stand(text: str, tmp_path: Path) -> None:
    """Line ends, byte order mark, form feeds and missing final newlines stay."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert read_source_text(path) == text
    assert read_source_text(str(path)) == text


def test_bad_bytes_are_named(tmp_path: Path) -> None:
    """Invalid UTF-8 is refused with the file, the offset and line of the byte, and what to do."""
    path = tmp_path / "a.txt"
    path.write_bytes("Café\nCaf".encode() + b"\xe9 owners")
    with pytest.raises(DecodeError) as caught:
        read_source_text(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: byte 9 (line 2): 0xE9 is not UTF-8")
    assert "iconv -f WINDOWS-1252" in message


def test_a_cut_character_is_named() -> None:
    """A text that ends inside a character is refused at its first byte."""
    with pytest.raises(DecodeError, match=r"byte 1 \(line 1\)"):
        decode_source_text(b"a\xf0\x9f\x98")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-be", "utf-32-be"])
def test_other_encodings_are_told_apart(encoding: str) -> None:
    """UTF-16 and UTF-32 are recognised by their marks, and the message says how to convert."""
    data = "\ufeffA text.".encode(encoding) if encoding.endswith("be") else "A text.".encode(encoding)
    name = encoding.upper()[:6]
    with pytest.raises(DecodeError, match=f"this is {name}.*iconv -f {name}"):
        decode_source_text(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00",
        bytes(range(1, 32)) * 9,
        b"\x01\x02\x03\x04\x05\xff" * 9,
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    """A file that is no text at all is refused as such, not as a wrong encoding."""
    with pytest.raises(InputError, match="this is not a text") as caught:
        decode_source_text(data, "a.png")
    assert str(caught.value).startswith("a.png: ")
    assert not isinstance(caught.value, DecodeError)


def test_a_stray_control_character_is_no_binary() -> None:
    """One odd character in a text is left to the steps and formats that may mind it."""
    assert decode_source_text(b"A\x01 text.") == "A\x01 text."


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "no such file"),
        (".", "is a folder, not a file"),
        ("a.txt/b", "a part of the path"),
        ("a\0b", "null"),
    ],
)
def test_what_cannot_be_opened(name: str, reason: str, tmp_path: Path) -> None:
    """No file, a folder, an impossible name: an error with the name and the reason."""
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match=reason):
        read_source_text(f"{tmp_path}/{name}")


def test_what_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is an error with its name."""
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # The superuser may read anything, so the system's refusal is played.
    if os.geteuid() == 0:
        monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"a\.txt: permission denied"):
        read_source_text(path)
    path.chmod(stat.S_IRWXU)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads bytes from the standard input, by the same rules."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbfA\r\n")))
    assert read_source_text("-") == "\ufeffA\r\n"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\xff")))
    with pytest.raises(DecodeError, match="standard input: byte 0"):
        read_source_text("-")


def _beside(tmp_path: Path, data: Any) -> Path:
    path = tmp_path / "a.meta.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return path


def test_metadata(tmp_path: Path) -> None:
    """Metadata are the fields of a source; one author may stand without a list."""
    data = {
        "id": "a",
        "title": "T",
        "publisher": "P",
        "url": "u",
        "published": "2020-12-20",
        "language": "en",
        "licence": "CC0",
    }
    assert read_metadata(_beside(tmp_path, {**data, "author": ["A", "B"]})) == {**data, "author": ("A", "B")}
    assert read_metadata(_beside(tmp_path, {"author": "A"})) == {"author": ("A",)}
    assert read_metadata(_beside(tmp_path, {})) == {}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("[]", r"a\.meta\.json: /: should be an object"),
        ('{"titel": "T"}', r"/titel: 'titel' is not known; known are id, title"),
        ('{"title": 3}', "/title: should be a string"),
        ('{"author": [1]}', "/author: should be a name or a list of names"),
        ('{"title": "T"', "cut off"),
    ],
)
def test_bad_metadata_is_refused(data: str, message: str, tmp_path: Path) -> None:
    """Metadata that says something else than it should is refused with file and field."""
    with pytest.raises(FormatError, match=message):
        read_metadata(_beside(tmp_path, data))


def test_where_metadata_lies() -> None:
    """The file stands beside the text under its name."""
    assert metadata_path("seeds/port.txt") == Path("seeds/port.meta.json")
    with pytest.raises(InputError, match="no such file"):
        read_metadata("none.meta.json")


def test_examples() -> None:
    """The docstrings' examples run."""
    assert doctest.testmod(source_text).failed == 0
