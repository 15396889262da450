"""What may stand behind `claims merge`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force
from claims.errors import UsageError

DESCRIPTION = """\
Join the verdicts of several reviewers of one claim file. Every verdict is kept; where reviewers disagree,
that is listed: claim, slot, and what each says.

  claims merge ann.json bob.json -o both.json
"""
EPILOG = ""


@attrs.frozen
class Options:
    """`claims merge`."""

    files: tuple[str, ...] = attrs.field(converter=tuple)
    out: str
    force: bool = False

    def __attrs_post_init__(self) -> None:
        if len(self.files) < 2:
            raise UsageError("merge needs two files or more")
        if self.out == "-":
            raise UsageError("standard output lists the disagreements: name a file with -o")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="claim files of one annotation")
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="file to write")
    add_force(parser)
