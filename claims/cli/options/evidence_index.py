"""What may stand behind `claims evidence index`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser

DESCRIPTION = """\
Make a folder of texts and claim files searchable: one file, no network, no server. Where INDEX exists, only
what changed in the folder is read again, and what is gone is taken out.

  claims evidence index reference/ -o reference.idx
"""
EPILOG = """\
Texts end in .txt, .text or .md, with their metadata beside them in NAME.meta.json; claim files in .json, .jsonl, .xml
or .tei. Files that cannot be read are named and passed over; the exit code is then 1.
"""


@attrs.frozen
class Options:
    """`claims evidence index`."""

    folder: str
    out: str


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("folder", metavar="DIR", help="folder of texts and claim files, with those below it")
    parser.add_argument("-o", "--out", metavar="INDEX", required=True, help="the index to make or to bring up to date")
