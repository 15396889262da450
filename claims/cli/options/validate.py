"""What may stand behind `claims validate`."""

from __future__ import annotations

import re
from typing import Literal, get_args

import attrs

from claims.cli.arguments import Color, Parser, add_color, whole

Format = Literal["text", "json", "jsonl", "github", "sarif", "junit", "gitlab", "checkstyle"]
FORMATS: tuple[Format, ...] = get_args(Format)

DESCRIPTION = """\
Check claim files (JSON, JSON Lines, TEI, each also packed with gzip): first the schema, then the rules that a
schema cannot say. `claims rule CODE` explains a rule.

  claims validate article.json corpus.jsonl
  claims validate corpus/ --ignore coverage --format github
  claims validate 'corpus/**/*.json' --baseline debts.json
  claims validate article.json --fix --diff
"""
EPILOG = """\
Rules are named by code (O111), beginning of a code (O1), name (inexact), family (offsets) or ALL. Settings come from
.claims.toml, [tool.claims] in pyproject.toml or [claims] in setup.cfg, the nearest one above each file.
Exit codes: 0 nothing found, 1 something found, 2 something could not be checked.
"""


def _names(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    parts = [value] if isinstance(value, str) else value
    return tuple(name for part in parts for name in re.findall(r"[^\s,]+", part))


def _some_names(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return _names(value) or ()


@attrs.frozen
class Options:
    """`claims validate`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    format: Format = "text"
    select: tuple[str, ...] | None = attrs.field(default=None, converter=_names)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_some_names)
    config: str | None = None
    no_config: bool = False
    baseline: str | None = None
    update_baseline: bool = False
    all: bool = False
    statistics: bool = False
    max_findings: int | None = None
    exit_zero: bool = False
    jobs: int | None = None
    fix: bool = False
    diff: bool = False
    cache: str | None = None
    color: Color = "auto"


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="claim file, folder or glob; - for standard input")
    _add_rules(parser)
    report = parser.add_argument_group("report")
    report.add_argument("--format", choices=FORMATS, default="text", help="form of the report (default: text)")
    report.add_argument("--all", action="store_true", help="tell also what only follows from other findings")
    report.add_argument("--statistics", action="store_true", help="count findings by rule instead of listing them")
    report.add_argument("--max-findings", metavar="N", type=whole(0, digits=9), help="list at most N findings")
    report.add_argument("--exit-zero", action="store_true", help="exit with 0 also when something was found")
    add_color(report)
    repair = parser.add_argument_group("repair")
    repair.add_argument("--fix", action="store_true", help="mend what has one right answer, and rewrite the files")
    repair.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    parser.add_argument(
        "--jobs", metavar="N", type=whole(1, 512), help="processes for many files (default: one a core)"
    )
    parser.add_argument("--cache", metavar="FOLDER", help="remember results in FOLDER, which is safe to delete")


def _add_rules(parser: Parser) -> None:
    rules = parser.add_argument_group("rules")
    rules.add_argument("--select", metavar="RULES", action="append", help="check these rules only; may be repeated")
    rules.add_argument("--ignore", metavar="RULES", action="append", default=[], help="do not check these rules")
    rules.add_argument("--config", metavar="FILE", help="take the settings from FILE, whatever lies beside the files")
    rules.add_argument("--no-config", action="store_true", help="take no settings from any file")
    rules.add_argument("--baseline", metavar="FILE", help="do not tell the findings that FILE knows")
    rules.add_argument("--update-baseline", action="store_true", help="write what is found into the baseline")
