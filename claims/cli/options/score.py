"""What may stand behind `claims score`."""

from __future__ import annotations

import argparse
from typing import Literal

import attrs

from claims.cli.arguments import Parser

DESCRIPTION = """\
Score claim files against others that count as right: precision, recall and F1 of claims at several thresholds, of each
slot and label, of attributions, nesting and times, with intervals.

  claims score gold/ predicted/
  claims score gold.jsonl predicted.jsonl --threshold 0.5 --threshold 1 --format latex
  claims score gold.json mine.json --format json | jq '.measures["claims ≥ 0.5"].f1'
"""
EPILOG = """\
A folder stands for all claim files in it; files are paired by their texts, not by their names. What each measure means:
docs/measures.md. In a pipe, the table is lines with tabs between.
"""


@attrs.frozen
class Options:
    """`claims score`."""

    gold: str
    given: str
    threshold: tuple[float, ...] = attrs.field(default=(), converter=tuple)
    unit: Literal["words", "characters"] = "words"
    format: Literal["table", "json", "latex"] = "table"
    per_document: bool = False
    seed: int = 0


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("gold", metavar="GOLD", help="claim file or folder that counts as right")
    parser.add_argument("given", metavar="PRED", help="claim file or folder to score")
    add_measuring(parser)


def add_measuring(parser: Parser) -> None:
    """Add what `score` and `agree` have in common."""
    parser.add_argument(
        "--threshold", type=_share, action="append", default=[], metavar="J",
        help="Jaccard index from which on claims are the same; may be repeated (default: 0.5, 0.8, 1)",
    )  # fmt: skip
    parser.add_argument("--unit", choices=["words", "characters"], default="words", help="what extents are counted in")
    parser.add_argument("--format", choices=["table", "json", "latex"], default="table", help="form of the report")
    parser.add_argument("--per-document", action="store_true", help="add a row for each text")
    parser.add_argument("--seed", type=_whole, default=0, metavar="N", help="seed of what is drawn (default: 0)")


def _share(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number above 0 and up to 1")
    return value


def _whole(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 18:
        raise argparse.ArgumentTypeError(f"{word!r} is no whole number")
    return int(word)
