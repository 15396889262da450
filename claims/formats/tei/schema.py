"""Validation against our own RELAX NG schema, a strict subset of the TEI's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import place
from claims.formats.tei.names import TEI
from claims.schema_files import schema_path

SCHEMA = "claims-tei.rng"
_RNG = "{http://relaxng.org/ns/structure/1.0}"


@cache
def schema() -> etree.RelaxNG:
    """Load the schema, once."""
    return etree.RelaxNG(etree.parse(schema_path(SCHEMA)))


def check_tree(root: etree._Element) -> None:
    """Raise `FormatError` at the first place that is not as our TEI has to be."""
    if root.tag != f"{TEI}TEI":
        raise FormatError(f"not a TEI file: the root is {root.tag}", None, place(root))
    kind = root.get("type", "")
    if not re.fullmatch(r"claims/[0-9]+\.[0-9]+", kind):
        raise FormatError('not a claim file: TEI/@type should be "claims/1.0"', None, place(root))
    if kind.partition("/")[2].partition(".")[0] != "1":
        raise FormatError(f"version {kind} is not known; this reader knows claims/1.x", None, place(root))
    validator = schema()
    if validator.validate(root):
        return
    for element in _parts(root):
        if not _part_schema().validate(element):
            raise FormatError(f"not valid against {SCHEMA}: this element is not as it has to be", None, place(element))
    first = min(validator.error_log, key=lambda entry: entry.line)
    raise FormatError(f"not valid against {SCHEMA}: {first.message}", None, f"line {first.line}")


# libxml2 only says that something in the stand-off does not fit. To find out what, its parts are
# validated one by one, with a schema that begins at them.

_PARTS = ("time", "attribution", "claim", "relation", "annotation")


@cache
def _part_schema() -> etree.RelaxNG:
    tree = etree.parse(schema_path(SCHEMA))
    start = tree.getroot().find("{*}start")
    if start is None:
        raise FormatError("the schema has no start", SCHEMA)
    start.clear()
    choice = etree.SubElement(start, f"{_RNG}choice")
    for name in _PARTS:
        etree.SubElement(choice, f"{_RNG}ref", name=name)
    return etree.RelaxNG(tree)


def _parts(root: etree._Element) -> Iterator[etree._Element]:
    for path in ("spanGrp", "listRelation/{*}*", "listAnnotation/{*}*"):
        for element in root.iterfind(f"{TEI}standOff/{TEI}{path}"):
            if element.get("type") != "noClaim":
                yield element
