"""What may stand behind `claims agree`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Parser
from claims.cli.options.score import add_measuring
from claims.errors import UsageError

DESCRIPTION = """\
Measure how far two or more annotators agree: on extents beyond chance, on labels (Krippendorff's alpha), and by F1 of
claims, slots, attributions and nesting, with intervals.

  claims agree ann/ bob/
  claims agree ann.jsonl bob.jsonl cem.jsonl --format json
"""
EPILOG = """\
A folder stands for all claim files in it; files are paired by their texts. F1 does not depend on whom one starts with;
with more than two annotators it is that of all pairs together. What each measure means: docs/measures.md.
"""


@attrs.frozen
class Options:
    """`claims agree`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    threshold: tuple[float, ...] = attrs.field(default=(), converter=tuple)
    unit: Literal["words", "characters"] = "words"
    format: Literal["table", "json", "latex"] = "table"
    per_document: bool = False
    seed: int = 0

    def __attrs_post_init__(self) -> None:
        if len(self.paths) < 2:
            raise UsageError("agree compares two annotators or more: claims agree A B")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="an annotator's claim file or folder")
    add_measuring(parser)
