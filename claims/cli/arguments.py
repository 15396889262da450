"""What may stand on the command line, parsed into one frozen object for each command.

Nothing here imports more than `argparse` and attrs: `claims --help` has to be quick.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Literal, NoReturn

import attrs

from claims.cli.table import COMMANDS, Command
from claims.errors import UsageError

Color = Literal["auto", "always", "never"]

DESCRIPTION = "Find the claims in news text: atomic, attributed, dated, each with its exact place in the source."
EPILOG = """\
`claims COMMAND --help` lists the options of a command.
Exit codes: 0 done, 1 problems found or refused, 2 wrong usage or unreadable input.
"""


@attrs.frozen
class HelpOptions:
    """`claims` alone, or the first word that several commands share: the help that follows."""

    text: str


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. Left to itself it asks `shutil`, which is slow to load, whatever the command."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):
        return 80


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of exiting and suggests what was meant."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Formatter)
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError`."""
        match = re.search(r"invalid choice: '(.*)' \(choose from (.*)\)", message)
        hint = suggestion(match[1], re.findall(r"[^\s',]+", match[2])) if match else ""
        raise UsageError(f"{message}{hint} (see {self.prog} --help)")

    @property
    def option_names(self) -> list[str]:
        """Every option string that the parser knows."""
        return [name for action in self._actions for name in action.option_strings]


class _Version(argparse.Action):
    """Print the version; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"claims {version('atomic-claims')}")
        parser.exit()


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return a hint at the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def parse(argv: Sequence[str]) -> Any:
    """Return the options of the command that `argv` names: the `Options` of its module in `claims.cli.options`.

    Raises `UsageError`; ``--help`` and ``--version`` print and raise `SystemExit`.
    """
    words = list(argv)
    for command in COMMANDS:
        if words[: len(command.words)] == command.words:
            return _options(command, words[len(command.words) :])
    return _help(words)


def parser_of(command: Command) -> Parser:
    """Return the parser of what stands behind a command."""
    module = import_module(f"claims.cli.options.{command.module}")
    parser = Parser(prog=f"claims {command.name}", description=module.DESCRIPTION, epilog=module.EPILOG)
    module.add(parser)
    return parser


def _options(command: Command, words: list[str]) -> Any:
    parser = parser_of(command)
    values, unknown = parser.parse_known_args(words)
    if unknown:
        _refuse(parser, unknown)
    return import_module(f"claims.cli.options.{command.module}").Options(**vars(values))


def _refuse(parser: Parser, unknown: Sequence[str]) -> NoReturn:
    """Name the first unknown option, or the first word too many."""
    word = next((word for word in unknown if word.startswith("-")), unknown[0]).partition("=")[0]
    parser.error(f"unknown argument {word}{suggestion(word, parser.option_names)}")


def _help(words: list[str]) -> HelpOptions:
    """Return the help on all commands, or on those that begin with the first word; refuse any other word."""
    first = words[0] if words and not words[0].startswith("-") else ""
    group = [command for command in COMMANDS if first and command.words[0] == first]
    parser = _top(group or COMMANDS, first if group else "")
    rest = words[1:] if group else words
    if rest and rest[0] in parser.option_names:
        parser.parse_args(rest)
    if rest and rest[0].startswith("-"):
        _refuse(parser, rest)
    if rest:
        known = [command.words[-1] for command in group] if group else [row.words[0] for row in COMMANDS]
        parser.error(f"unknown command {rest[0]}{suggestion(rest[0], known)}")
    return HelpOptions(parser.format_help())


def _top(commands: Sequence[Command], first: str) -> Parser:
    """Return the parser that only knows how to help."""
    name = f"claims {first}".strip()
    parser = Parser(prog=name, usage=f"{name} COMMAND …", description=_description(commands), epilog=EPILOG)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    return parser


def _description(commands: Sequence[Command]) -> str:
    width = max(len(command.name) for command in commands) + 2
    rows = [f"  {row.name:{width}} {row.summary}\n  {'':{width}} {row.example}\n" for row in commands]
    return f"{DESCRIPTION}\n\ncommands:\n{''.join(rows)}"


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add ``--force``."""
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")


def add_color(parser: argparse._ActionsContainer) -> None:
    """Add ``--color``."""
    parser.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="colours (default: auto)")


def whole(low: int, high: int | None = None, digits: int = 12) -> Callable[[str], int]:
    """Return what reads a number from `low` on, or up to `high`, of at most so many digits.

    >>> whole(1, 512)("12")
    12
    """
    bounds = f"from {low} on" if high is None else f"from {low} to {high}"

    def read(word: str) -> int:
        plain = word.isascii() and word.isdigit() and len(word) <= digits
        if not plain or int(word) < low or (high is not None and int(word) > high):
            raise argparse.ArgumentTypeError(f"{word!r} is no number {bounds}")
        return int(word)

    return read


#: The number of columns that a word says.
width = whole(20, 1000)
