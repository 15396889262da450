"""What may stand behind `claims corpus sample`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force, whole

DESCRIPTION = """\
Draw documents by lot, into JSON lines.

  claims corpus sample corpus -n 100 --seed 7 -o sample.jsonl
  claims corpus sample corpus -n 3 | claims show -
"""
EPILOG = "The same seed draws the same documents on every machine; they stay in the order of the corpus."


@attrs.frozen
class Options:
    """`claims corpus sample`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    number: int
    seed: int = 0
    out: str | None = None
    force: bool = False


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="folder of a corpus, or claim files")
    parser.add_argument("-n", "--number", metavar="N", type=whole(1), required=True, help="how many documents")
    parser.add_argument("--seed", metavar="N", type=whole(0), default=0, help="another seed draws others (default: 0)")
    parser.add_argument("-o", "--out", metavar="OUT", help="file of JSON lines (default: standard output)")
    add_force(parser)
