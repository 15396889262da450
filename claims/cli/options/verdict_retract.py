"""What may stand behind `claims verdict retract`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force

DESCRIPTION = """\
Take a verdict back. It stays in the file; a further verdict says that it no longer holds.

  claims verdict retract judged.json v3 --by "Ann Lee" --rationale "wrong bridge" -o judged.json --force
"""
EPILOG = ""


@attrs.frozen
class Options:
    """`claims verdict retract`."""

    file: str
    verdict: str
    by: str
    rationale: str | None = None
    date: str | None = None
    out: str | None = None
    force: bool = False


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="claim file; - for standard input")
    parser.add_argument("verdict", metavar="VERDICT", help="id of the verdict")
    parser.add_argument("--by", metavar="NAME", required=True, help="who takes it back: a name, or an annotator's id")
    parser.add_argument("--date", metavar="DATE", help="when: a date or date-time, or today")
    parser.add_argument("--rationale", metavar="TEXT", help="why")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    add_force(parser)
