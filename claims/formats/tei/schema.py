"""Validation against our own RELAX NG schema, a strict subset of the TEI's."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import place
from claims.formats.tei.names import TEI
from claims.schema_files import schema_path

SCHEMA = "claims-tei.rng"


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
    if not validator.validate(root):
        first = min(validator.error_log, key=lambda entry: entry.line)
        raise FormatError(f"not valid against {SCHEMA}: {first.message}", None, f"line {first.line}")
