"""Validation against our own RELAX NG schema, a strict subset of the TEI's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import place
from claims.formats.tei.names import TEI
from claims.schema_files import TEI_SCHEMA, schema_path

#: Elements whose parts are few, and how many at most.
_NARROW = ("spanGrp", "span", "annotation", "ref", "person", "personGrp", "org", "place", "object", "taxonomy")
MAX_PARTS = 20_000
_RNG = "{http://relaxng.org/ns/structure/1.0}"


@cache
def schema() -> etree.RelaxNG:
    """Load the schema, once."""
    return etree.RelaxNG(etree.parse(schema_path(TEI_SCHEMA)))


def check_tree(root: etree._Element) -> None:
    """Raise `FormatError` at the first place that is not as our TEI has to be."""
    if root.tag != f"{TEI}TEI":
        raise FormatError(f"not a TEI file: the root is {root.tag}", None, place(root))
    kind = root.get("type", "")
    if not re.fullmatch(r"claims/[0-9]+\.[0-9]+", kind):
        raise FormatError('not a claim file: TEI/@type should be "claims/1.0"', None, place(root))
    if kind.partition("/")[2].partition(".")[0] != "1":
        raise FormatError(f"version {kind} is not known; this reader knows claims/1.x", None, place(root))
    _check_width(root)
    for message, where in breaches(root):
        raise FormatError(message, None, where)


def breaches(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what breaks the schema and where: the parts of the stand-off that do, else the first complaint."""
    validator = schema()
    if validator.validate(root):
        return
    # Some complaints have no line.
    first = min(validator.error_log, key=lambda entry: (not entry.line, entry.line))
    parts = [element for element in _parts(root) if not _part_schema().validate(element)]
    for element in parts:
        yield f"not valid against {TEI_SCHEMA}: this element breaks it", place(element)
    if not parts:
        # What the log holds beyond this follows from it more often than not.
        yield f"not valid against {TEI_SCHEMA}: {first.message}", f"line {first.line or 1}"


def _check_width(root: etree._Element) -> None:
    """Refuse what nobody writes and would take libxml2 quadratic time: see the comments of the schema."""
    for element in root.iter(*(TEI + name for name in _NARROW)):
        if len(element) > MAX_PARTS:
            raise FormatError(f"more than {MAX_PARTS} parts in one element", None, place(element))


# libxml2 only says that something in the stand-off does not fit. To find out what, its parts are
# validated one by one, with a schema that begins at them.

_PARTS = ("spanGrp", "relation", "annotation")


@cache
def _part_schema() -> etree.RelaxNG:
    tree = etree.parse(schema_path(TEI_SCHEMA))
    start = tree.getroot().find("{*}start")
    if start is None:
        raise FormatError("the schema has no start", TEI_SCHEMA)
    start.clear()
    choice = etree.SubElement(start, f"{_RNG}choice")
    for name in _PARTS:
        etree.SubElement(choice, f"{_RNG}ref", name=name)
    return etree.RelaxNG(tree)


def _parts(root: etree._Element) -> Iterator[etree._Element]:
    for path in ("spanGrp", "listRelation/{*}*", "listAnnotation/{*}*"):
        yield from root.iterfind(f"{TEI}standOff/{TEI}{path}")
