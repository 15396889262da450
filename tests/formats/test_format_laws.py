"""What every lossless format promises, tried on a document with every field and on random ones."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import documents, texts

from claims import formats
from claims.formats import FORMATS
from claims.formats._xml import escape, markup, parse, parse_markup
from claims.formats.tei.schema import check_tree
from claims.model import Document, Source
from claims.text import digest

LOSSLESS = [name for name, known in FORMATS.items() if known.lossless]
TEI = "{http://www.tei-c.org/ns/1.0}"


def _values(value: Any) -> list[Any]:
    if attrs.has(type(value)):
        return [value, *(inner for field in attrs.fields(type(value)) for inner in _values(getattr(value, field.name)))]
    return [inner for item in value for inner in _values(item)] if isinstance(value, tuple) else []


def test_the_rich_document_uses_every_field(rich: Document) -> None:
    """Each field of each class has a value other than its default: a new field makes this test fail."""
    seen = {type(value): set() for value in _values(rich)}
    for value in _values(rich):
        fields = attrs.fields(type(value))
        seen[type(value)] |= {f.name for f in fields if getattr(value, f.name) not in (f.default, None, ())}
    missing = {kind: {f.name for f in attrs.fields(kind)} - names for kind, names in seen.items()}
    assert {kind.__name__: names for kind, names in missing.items() if names} == {"Document": {"format"}}


def _back(document: Document, name: str) -> Document:
    """Write and read a document, with the files beside it where the format has some."""
    known, data = FORMATS[name], formats.dumps(document, name)
    if known.read_beside is None or known.beside is None:
        return formats.loads(data, name)
    files = known.beside(document, "x")
    return known.read_beside(data, "x", lambda ending: files.get(f"x{ending}"))


@pytest.mark.parametrize("name", LOSSLESS)
def test_every_field_survives(name: str, rich: Document) -> None:
    """Reading what was written gives an equal document, and the same bytes of JSON."""
    back = _back(rich, name)
    assert back == rich
    assert formats.dumps(back, "json") == formats.dumps(rich, "json")


@pytest.mark.property
@given(texts, texts, texts)
def test_markup_says_what_it_was_given(attribute: str, text: str, tail: str) -> None:
    """Whatever XML can hold comes back from an attribute, an element and from behind one, character by character."""
    inner = markup("b", {"c": attribute, "d": "\t\r\n\"'<&>"}, escape(text), escape(tail))
    child = parse_markup(markup("a", {}, inner))[0]
    assert (child.get("c"), child.text or "", child.tail or "") == (attribute, text, tail)
    assert child.get("d") == "\t\r\n\"'<&>"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_markup_refuses_what_xml_cannot_hold(character: str) -> None:
    """As lxml does, with the error that leads to the place of the character."""
    with pytest.raises(ValueError, match=r"."):
        parse_markup(markup("a", {}, character))


_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.property
@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
@given(documents())
def test_reading_what_was_written(document: Document) -> None:
    """JSON, JSON lines and TEI give back an equal document and the same bytes; the TEI is valid and holds the text."""
    for name in ("json", "jsonl", "tei"):
        data = formats.dumps(document, name)
        assert formats.loads(data, name) == document
        assert formats.dumps(document, name) == data
    root = parse(data)
    check_tree(root)
    assert "".join(root.find(f"{TEI}text").itertext()) == document.source.text


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=_SLOW)
@given(documents())
def test_reading_what_was_written_for_other_tools(document: Document) -> None:
    """Every other lossless format gives back an equal document, and equal documents give equal bytes."""
    for name in LOSSLESS[3:]:
        assert _back(document, name) == document
        assert formats.dumps(document, name) == formats.dumps(document, name)


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(texts)
def test_any_text_survives_without_sentences(text: str) -> None:
    """A text without sentences stands in TEI code point for code point."""
    document = Document(Source("a", digest(text), len(text), "en", text=text))
    assert formats.loads(formats.dumps(document, "tei"), "tei") == document
