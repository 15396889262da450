"""What may stand behind `claims show`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Color, Parser, add_color, width

DESCRIPTION = """\
Show the claims of a file, sentence by sentence. In a pipe: one line a field, with tabs between.

  claims show article.json
  claims show article.json | grep "^c12"
"""
EPILOG = ""


@attrs.frozen
class Options:
    """`claims show`."""

    file: str
    claim: str | None = None
    width: int | None = None
    color: Color = "auto"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="claim file; - for JSON from standard input")
    parser.add_argument("--claim", metavar="ID", help="show one claim with everything known about it")
    parser.add_argument("--width", metavar="N", type=width, help="columns (default: the terminal's)")
    add_color(parser)
