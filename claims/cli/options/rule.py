"""What may stand behind `claims rule`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser

DESCRIPTION = """\
Explain a rule of `claims validate`: what it asks for, why, a bad and a good example, what to do. Without a name, list
all rules.

  claims rule O111
  claims rule offsets
  claims rule | grep warning
"""
EPILOG = "A rule is named by its code (O111), the beginning of it (O1), its name (inexact) or its family (offsets)."


@attrs.frozen
class Options:
    """`claims rule`."""

    name: str | None = None


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="code, beginning of a code, name or family")
