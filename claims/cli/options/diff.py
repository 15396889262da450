"""What may stand behind `claims diff`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Color, Parser, add_color, add_force
from claims.errors import UsageError

DESCRIPTION = """\
Show what changed between two versions of a claim file, claim by claim: added, removed, which slot changed, which extent
moved, which verdict is new. Claims are matched by what they say and where they stand, not by id.

  claims diff old.json new.json
  claims diff old.json new.json --format html -o changes.html
  claims diff old.json new.json --format json | jq .counts
"""
EPILOG = """\
As git's view of claim files: git config diff.claims.command "claims diff --git", and in .gitattributes the line
`*.claims.json diff=claims`. Exit codes: 0 done (with --exit-code: nothing changed), 1 changes (only with --exit-code),
2 a file cannot be read.
"""
#: How many words git gives to an external diff: 7, and 9 for a file that has another name now; 1 for an unmerged one.
GIT = (1, 7, 9)


@attrs.frozen
class Options:
    """`claims diff`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    format: Literal["text", "json", "html"] = "text"
    out: str | None = None
    force: bool = False
    exit_code: bool = False
    git: bool = False
    color: Color = "auto"

    def __attrs_post_init__(self) -> None:
        if self.git and len(self.paths) not in GIT:
            raise UsageError("diff --git takes the words that git gives to an external diff")
        if not self.git and len(self.paths) != 2:
            raise UsageError(f"diff compares two files, not {len(self.paths)}: claims diff BEFORE AFTER")
        if self.paths == ("-", "-"):
            raise UsageError("only one of the two files can come from standard input")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="FILE", nargs="+", help="the two versions, the earlier first; - for a pipe")
    parser.add_argument("--format", choices=["text", "json", "html"], default="text", help="form of the report")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 if anything changed")
    parser.add_argument("--git", action="store_true", help="take the words that git gives to an external diff")
    add_force(parser)
    add_color(parser)
