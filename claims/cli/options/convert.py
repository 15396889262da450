"""What may stand behind `claims convert`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force
from claims.errors import UsageError

DESCRIPTION = """\
Turn claim files into another format; the endings of the names, or --from and --to, say which.

  claims convert article.json article.xml
  claims convert article.json article.ann          also writes article.txt and annotation.conf, for brat
  claims convert corpus.jsonl corpus.parquet
  claims convert - corpus.jsonl --from json < article.json
"""
EPILOG = """\
`claims convert --list` shows the formats and what each keeps; docs/formats.md tells what stands where, and how what
people change in INCEpTION or brat comes back.
"""


@attrs.frozen
class Options:
    """`claims convert`."""

    input: str | None = None
    output: str | None = None
    source_format: str | None = None
    target_format: str | None = None
    force: bool = False
    list: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.list and (not self.input or not self.output):
            raise UsageError("convert needs IN and OUT, or --list")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("input", metavar="IN", nargs="?", help="claim file; - for standard input")
    parser.add_argument("output", metavar="OUT", nargs="?", help="file to write; - for standard output")
    parser.add_argument("--from", dest="source_format", metavar="FORMAT", help="format of IN (default: by its ending)")
    parser.add_argument("--to", dest="target_format", metavar="FORMAT", help="format of OUT (default: by its ending)")
    parser.add_argument("--list", action="store_true", help="list the formats and what each keeps")
    add_force(parser)
