"""What may stand behind `claims verdict list`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Color, Parser, add_color, width

DESCRIPTION = """\
List the verdicts of a claim file, with their evidence. In a pipe: one line a verdict, with tabs between.

  claims verdict list judged.json
  claims verdict list judged.json --history --claim c12
  claims verdict list judged.json --document report.txt --document minutes.json
"""
EPILOG = """\
Quoted evidence is looked up in this file's own text and in each --document: it stands there, has moved (and
where to), or cannot be found. Exit code 1 where it cannot.
"""


@attrs.frozen
class Options:
    """`claims verdict list`."""

    file: str
    claim: str | None = None
    history: bool = False
    documents: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    width: int | None = None
    color: Color = "auto"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="claim file; - for standard input")
    parser.add_argument("--claim", metavar="ID", help="only verdicts on this claim")
    parser.add_argument("--history", action="store_true", help="also what was replaced or taken back")
    parser.add_argument(
        "--document",
        dest="documents",
        metavar="FILE",
        action="append",
        default=[],
        help="text or claim file it quotes",
    )
    parser.add_argument("--width", metavar="N", type=width, help="columns (default: the terminal's)")
    add_color(parser)
