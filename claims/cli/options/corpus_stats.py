"""What may stand behind `claims corpus stats`."""

from __future__ import annotations

from typing import Literal

import attrs

from claims.cli.arguments import Color, Parser, add_color, add_force

DESCRIPTION = """\
Count what a corpus holds: texts, sentences, claims, sources, cues, times, verdicts.

  claims corpus stats corpus
  claims corpus stats corpus --html corpus.html
  claims corpus stats *.jsonl --format json | jq .figures
"""
EPILOG = "In a pipe: one line a number, with tabs between table, name and number."


@attrs.frozen
class Options:
    """`claims corpus stats`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    format: Literal["text", "json"] = "text"
    html: str | None = None
    force: bool = False
    color: Color = "auto"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="folder of a corpus, or claim files")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="form of the numbers")
    parser.add_argument("--html", metavar="FILE", help="write a page with plots instead")
    add_force(parser)
    add_color(parser)
