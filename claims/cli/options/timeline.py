"""What may stand behind `claims timeline`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Color, Parser, add_color, add_force, width
from claims.errors import UsageError

DESCRIPTION = """\
Put the claims of one or many claim files in the order of time, with intervals and what is uncertain in them.

  claims timeline article.json
  claims timeline monday.json tuesday.json --source ministry
  claims timeline corpus.jsonl --format html -o timeline.html
"""
EPILOG = """\
A claim without a date that the text ties to a dated one ("days after …") stands beside it; what has neither comes last,
as undated. In a pipe: one line a claim, with tabs between.
"""


@attrs.frozen
class Options:
    """`claims timeline`."""

    files: tuple[str, ...] = attrs.field(converter=tuple)
    format: Literal["text", "json", "csv", "html"] = "text"
    out: str | None = None
    who: str | None = None
    source: str | None = None
    title: str | None = None
    dated: bool = False
    force: bool = False
    width: int | None = None
    color: Color = "auto"

    def __attrs_post_init__(self) -> None:
        if self.title is not None and self.format != "html":
            raise UsageError("--title is for --format html")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="claim file of any format; - for standard input")
    parser.add_argument("--who", metavar="NAME", help="only claims about NAME: words in the name of their subject")
    parser.add_argument("--source", metavar="NAME", help='only claims vouched for by NAME; "the author" for the rest')
    parser.add_argument("--dated", action="store_true", help="leave out what has neither date nor order")
    parser.add_argument("--format", choices=["text", "json", "csv", "html"], default="text", help="form of the result")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    parser.add_argument("--title", help="heading of the HTML page (default: Timeline)")
    parser.add_argument("--width", metavar="N", type=width, help="columns (default: the terminal's)")
    add_color(parser)
    add_force(parser)
