"""JSON and JSON lines: canonical bytes, and clear errors."""

from __future__ import annotations

import json

import attrs
import pytest

from claims import formats
from claims.codec import to_dict
from claims.errors import DecodeError, FormatError, TextError
from claims.model import Document, Source
from claims.text import digest


def test_bytes_are_canonical(rich: Document) -> None:
    """Anybody's JSON library makes the same bytes: model order, indent 1, no escapes, a final newline."""
    data = to_dict(rich)
    assert formats.dumps(rich, "json") == (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
    assert formats.dumps(rich, "jsonl") == (json.dumps(data, ensure_ascii=False) + "\n").encode()
    assert next(iter(data)) == "format"


def test_a_line_is_one_line() -> None:
    """No character of the text breaks a line of JSON lines."""
    text = "a\nb\rc\u2028d\u0085e"
    document = Document(Source("a", digest(text), len(text), "en", text=text))
    assert formats.dumps(document, "jsonl").count(b"\n") == 1


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_lone_surrogate_is_refused(name: str) -> None:
    """What has no UTF-8 is refused by name, field and offset: no reader would take its escape."""
    document = Document(Source("a", digest("x\ud800"), 2, "en", text="x\ud800"))
    with pytest.raises(TextError, match=r"/source/text: U\+D800 at offset 1 cannot stand in UTF-8"):
        formats.dumps(document, name)


def test_a_number_that_json_lacks_is_refused(rich: Document) -> None:
    """A confidence of NaN is never written."""
    claim = attrs.evolve(rich.claims[0], confidence=float("nan"))
    with pytest.raises(FormatError, match="number that JSON does not have"):
        formats.dumps(attrs.evolve(rich, claims=(claim,)), "json")


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", FormatError, "empty"),
        (b"[]", FormatError, "not a claim file"),
        (b'{"format": "claims/2.0"}', FormatError, "claims/2.0 is a later version"),
        (b'{"format": "claims/1.0"', FormatError, "cut off"),
        (b'{"a": 1, "a": 2}', FormatError, "twice"),
        (b'{"a": NaN}', FormatError, "NaN"),
        (b"[" * 100_000, FormatError, "deep"),
        (b'{"a": "\xff"}', DecodeError, "UTF-8"),
        (b"\xef\xbb\xbf{}", DecodeError, "byte order mark"),
    ],
)
def test_bad_json_is_refused(data: bytes, error: type[Exception], message: str) -> None:
    """Broken and hostile JSON is refused with the file's name, in both formats."""
    for name in ("json", "jsonl"):
        if data or name == "json":
            with pytest.raises(error, match=message) as caught:
                formats.loads(data, name, "a.file")
            assert str(caught.value).startswith("a.file: ")


def test_the_place_in_the_data_is_told(rich: Document) -> None:
    """A value of the wrong type is reported with its JSON pointer, in JSON lines with the line too."""
    data = to_dict(rich)
    data["claims"][0]["spans"] = [[9, 3]]
    bad = json.dumps(data).encode()
    with pytest.raises(FormatError, match=r"a\.json: /claims/0/spans: "):
        formats.loads(bad, "json", "a.json")
    with pytest.raises(FormatError, match=r"a\.jsonl: line 1, /claims/0/spans: "):
        formats.loads(bad, "jsonl", "a.jsonl")


def test_no_line_is_no_document() -> None:
    """JSON lines without a document cannot be read as one."""
    with pytest.raises(FormatError, match="holds no document"):
        formats.loads(b"\n\n", "jsonl", "a.jsonl")
