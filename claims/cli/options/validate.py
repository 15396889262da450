"""What may stand behind `claims validate`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Color, Parser, add_color

DESCRIPTION = """\
Check claim files (JSON, JSON Lines, TEI): first the schema, then the rules that a schema cannot say.

  claims validate article.json corpus.jsonl
  claims validate *.json --format json > report.json
"""
EPILOG = "Exit codes: 0 no problem, 1 problems, 2 a file cannot be read."


@attrs.frozen
class Options:
    """`claims validate`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    format: Literal["text", "json"] = "text"
    color: Color = "auto"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="claim file; - for JSON from standard input")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="form of the report")
    add_color(parser)
