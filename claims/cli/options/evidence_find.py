"""What may stand behind `claims evidence find`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Parser, whole

DESCRIPTION = """\
Find, for each claim, the passages of a reference collection that speak of it, the best first, and say which
slots of the claim they match. What a passage says about the claim is for people to judge.

  claims evidence find article.json --index reference.idx
  claims evidence find article.json --index reference.idx --claim c12 --limit 1 --format json
"""
EPILOG = """\
In a pipe: one line a passage, with tabs between claim, rank, score, document, offsets, matching words by slot, and
the passage. In JSON each passage has its "evidence", which `claims verdict add --evidence` takes in a list.
"""


@attrs.frozen
class Options:
    """`claims evidence find`."""

    file: str
    index: str
    claims: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    limit: int = 5
    format: Literal["text", "json"] = "text"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="claim file; - for standard input")
    parser.add_argument("--index", metavar="INDEX", required=True, help="made by `claims evidence index`")
    parser.add_argument(
        "--claim", dest="claims", metavar="ID", action="append", default=[], help="only this claim; may be repeated"
    )
    parser.add_argument(
        "--limit", metavar="N", type=whole(1, 100), default=5, help="passages for each claim (default: 5)"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")
