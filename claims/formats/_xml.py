"""A parser for XML from strangers, and the only code that touches lxml's `text` and `tail`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TypeVar
from xml.sax import saxutils

import attrs
from lxml import etree

from claims.errors import FormatError

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: What XML 1.0 has no place for (2.2, Char).
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: A claim file of five million characters takes about a tenth of this.
MAX_BYTES = 512 * 1024 * 1024
Read = TypeVar("Read")
#: No attributes.
NONE: Mapping[str, str] = MappingProxyType({})
#: What cannot stand in an attribute as it is: markup, and white space that a parser would read as a space.
_UNSAFE = re.compile('[&<>"\t\n\r]')
_IN_ATTRIBUTE = MappingProxyType({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def parse(data: bytes, path: str | None = None) -> etree._Element:
    """Return the root element; comments and processing instructions are left out.

    Nothing outside `data` is ever read, and no entity is expanded: a DOCTYPE is refused, as are
    elements nested deeper, or text longer, than libxml2's bounds (256 levels, 10 MB in one node).
    """
    if len(data) > MAX_BYTES:
        raise FormatError(f"more than {MAX_BYTES >> 20} MB of XML", path)
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # Also where an xml:id stands twice.
        message = (error.msg or "").rpartition(", line ")[0].strip()
        raise FormatError(f"not well-formed XML: {message}", path, f"line {error.lineno or 1}") from error
    except ValueError as error:
        raise FormatError(f"not XML: {error}", path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError("a DOCTYPE is not allowed: claim files need none, and entities can be abused", path)
    return root


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


@attrs.frozen
class SyntaxFault:
    """One place where XML is not well-formed."""

    message: str
    #: 1-based, in code points: where the parser noticed.
    line: int
    column: int
    #: Most likely only follows from another: an end tag behind one that did not fit.
    follows: bool = False


def syntax_faults(data: bytes) -> list[SyntaxFault]:
    """Return every place where the file is not well-formed, of the parser's first hundred complaints.

    The parser goes on behind each fault as best it can; of several complaints about one place the first counts. A file
    with a DOCTYPE is not gone through: it is refused for that.
    """
    if len(data) > MAX_BYTES or b"<!DOCTYPE" in data:
        return []
    parser = _parser(recover=True)
    with suppress(etree.XMLSyntaxError, ValueError):
        etree.fromstring(data, parser)
    found: dict[tuple[int, int], SyntaxFault] = {}
    has_mismatch = False
    for entry in parser.error_log:
        is_mismatch = entry.type_name == "ERR_TAG_NAME_MISMATCH"
        fault = SyntaxFault(
            " ".join(entry.message.split()), entry.line, max(entry.column, 1), is_mismatch and has_mismatch
        )
        found.setdefault((entry.line, entry.column), fault)
        has_mismatch = has_mismatch or is_mismatch
    return list(found.values())


def add(
    parent: etree._Element,
    tag: str,
    attributes: Mapping[str, str] = NONE,
    text: str | None = None,
    tail: str | None = None,
) -> etree._Element:
    """Append a child with its text and with what follows it."""
    # lxml keeps the order of a dict, so equal documents give equal bytes; an empty one costs as much as another.
    element = etree.SubElement(parent, tag, attributes) if attributes else etree.SubElement(parent, tag)  # type: ignore[arg-type]
    if text is not None:
        element.text = text
    if tail is not None:
        element.tail = tail
    return element


def escape(words: str) -> str:
    """Return words as they stand in markup; a parser would read CR as a line break."""
    return saxutils.escape(words).replace("\r", "&#13;")


def markup(tag: str, attributes: Mapping[str, str], content: str = "", tail: str = "") -> str:
    """Return an element as markup; `content` and `tail` are markup too."""
    opening = tag
    for name, value in attributes.items():
        opening += f' {name}="{saxutils.escape(value, _IN_ATTRIBUTE) if _UNSAFE.search(value) else value}"'
    return f"<{opening}>{content}</{tag}>{tail}" if content else f"<{opening}/>{tail}"


def parse_markup(written: str) -> etree._Element:
    """Return the element that `markup` wrote.

    A character that XML cannot hold raises `ValueError`, as it does where lxml itself is given one.
    """
    # Our own words may be long, and ids are looked at elsewhere.
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True, collect_ids=False)
    try:
        return etree.fromstring(written.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def append(parent: etree._Element, element: etree._Element) -> None:
    """Append an element that holds elements only, on a line of its own."""
    element.text = element.tail = "\n"
    parent.append(element)


def append_text(element: etree._Element, words: str) -> None:
    """Write words behind everything that an element holds."""
    if not len(element):
        element.text = (element.text or "") + words
    else:
        element[-1].tail = (element[-1].tail or "") + words


def clear_text(element: etree._Element) -> None:
    """Take the text before the first child out."""
    element.text = None


def text_of(element: etree._Element) -> str:
    """Return all text inside, in document order."""
    if len(element):
        return "".join(map(str, element.itertext()))
    return element.text or ""


def own_text(element: etree._Element) -> str:
    """Return the text before the first child."""
    return element.text or ""


def tail_of(element: etree._Element) -> str:
    """Return the text between the element's end and the next tag."""
    return element.tail or ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute that the schema requires."""
    return str(element.attrib[name])


def place(element: etree._Element) -> str:
    """Say where an element stands: line, name and id."""
    name = etree.QName(element).localname
    id_ = element.get(XML_ID)
    where = f'<{name} xml:id="{id_}">' if id_ else f"<{name}>"
    return f"line {element.sourceline}, {where}" if element.sourceline else where


def guarded(element: etree._Element, read: Callable[[etree._Element], Read]) -> Read:
    """Read an element; what goes wrong inside is reported with its place in the file."""
    try:
        return read(element)
    except FormatError as error:
        raise FormatError(error.message, error.path, error.place or place(element), error.code) from error


def serialise(root: etree._Element) -> bytes:
    """Return the file: UTF-8 with a declaration and a final newline, CR as a character reference."""
    body: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return body + b"\n"
