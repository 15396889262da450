"""What may stand behind `claims schema`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Parser

DESCRIPTION = """\
Print a schema as this release holds it: the JSON Schema of claim files, the RELAX NG schema of our TEI, the JSON Schema
of the reports of `claims validate`, or what has changed from version to version.

  claims schema > claim-file.schema.json
  check-jsonschema --schemafile "$(claims schema --path)" article.json
  claims schema tei > claims-tei.rng
"""
EPILOG = "docs/schema.md describes every field. `claims validate` also checks what a schema cannot say."


@attrs.frozen
class Options:
    """`claims schema`."""

    name: Literal["json", "tei", "findings", "changes"] = "json"
    path: bool = False


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    names = ("json", "tei", "findings", "changes")
    parser.add_argument("name", metavar="NAME", nargs="?", choices=names, default="json", help=", ".join(names))
    parser.add_argument("--path", action="store_true", help="print where the file lies instead of what is in it")
