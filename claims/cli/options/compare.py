"""What may stand behind `claims compare`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Parser
from claims.errors import UsageError

DESCRIPTION = """\
Compare claims slot by slot, within and across claim files: conflicts (another number, date, agent, place,
certainty; denied; attributed here and asserted there), duplicates, agreements, each with its reason.

What is found is a suggestion of software, never a verdict.

  claims compare monday.json friday.json
  claims compare corpus.jsonl --relation conflict --format json
  claims compare article.json --passage "Five people were hurt on Friday." --published 2024-05-20
"""
EPILOG = """\
In a pipe: one line a pair, with tabs between relation, slot, score, both claims (document#claim), reason, and
both wordings. The score (0 to 1) says how much the two have in common; it is no probability.
"""


@attrs.frozen
class Options:
    """`claims compare`."""

    files: tuple[str, ...] = attrs.field(converter=tuple)
    passage: str | None = None
    published: str | None = None
    relations: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    across: bool = False
    judge: str = "rules"
    format: Literal["text", "json"] = "text"

    def __attrs_post_init__(self) -> None:
        if self.published and self.passage is None:
            raise UsageError("--published is the date of --passage; claim files have their own")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="claim file; - for standard input")
    parser.add_argument("--passage", metavar="TEXT", help="compare the claims with this passage instead")
    parser.add_argument("--published", metavar="DATE", help="when the passage was published")
    parser.add_argument(
        "--relation",
        dest="relations",
        action="append",
        default=[],
        choices=["conflict", "duplicate", "agreement"],
        help="only these; may be repeated",
    )
    parser.add_argument("--across", action="store_true", help="only pairs from two documents")
    parser.add_argument("--judge", metavar="NAME", default="rules", help="who compares: rules, or an installed judge")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")
