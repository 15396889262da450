"""What may stand behind `claims corpus split`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Parser, add_force, whole

DESCRIPTION = """\
Split a corpus by document into parts for training, development and test: OUT/train.jsonl, dev.jsonl and test.jsonl.

  claims corpus split corpus -o parts --seed 7
  claims corpus split corpus -o parts --train 70 --dev 15 --test 15 --by publisher
"""
EPILOG = """\
Each document is drawn for itself by its text and the seed: equal texts never stand in two parts, and a document keeps
its part when others come or go. So the parts come out only about as large as was asked.
"""


@attrs.frozen
class Options:
    """`claims corpus split`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    out: str
    train: int = 80
    dev: int = 10
    test: int = 10
    seed: int = 0
    by: Literal["text", "publisher", "author", "published"] = "text"
    force: bool = False


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="folder of a corpus, or claim files")
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="folder of the parts")
    for name, share in (("train", 80), ("dev", 10), ("test", 10)):
        parser.add_argument(f"--{name}", metavar="N", type=whole(0), default=share, help=f"share (default: {share})")
    parser.add_argument("--seed", metavar="N", type=whole(0), default=0, help="another seed draws others (default: 0)")
    parser.add_argument(
        "--by", choices=["text", "publisher", "author", "published"], default="text",
        help="documents with the same value fall into the same part (default: text)",
    )  # fmt: skip
    add_force(parser)
