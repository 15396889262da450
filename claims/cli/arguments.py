"""What may stand on the command line, parsed into one frozen object for each command.

Nothing here imports more than `argparse` and attrs: `claims --help` has to be quick.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Sequence
from typing import Any, Literal, NoReturn

import attrs

from claims.errors import UsageError

Color = Literal["auto", "always", "never"]

DESCRIPTION = """\
Find the claims in news text: atomic, attributed, dated, each with its exact place in the source.

commands:
  annotate   find the claims of a text
             claims annotate article.txt --published 2024-05-17 -o article.json
  validate   check claim files against the schema and the rules
             claims validate article.json
  convert    turn claim files into another format, such as TEI
             claims convert article.json article.xml
  show       read the claims of a file in the terminal
             claims show article.json --claim c12
"""
EPILOG = """\
`claims COMMAND --help` lists the options of a command.
Exit codes: 0 done, 1 problems found or refused, 2 wrong usage or unreadable input.
"""
ANNOTATE = """\
Find the claims of a text in English and write a claim file.

  claims annotate article.txt --published 2024-05-17 -o article.json
  curl -s https://example.org/a.txt | claims annotate - --id a | claims show -
"""
ANNOTATE_EPILOG = """\
What is known about article.txt may stand beside it in article.meta.json (id, title, author, publisher, url, published,
language); options win over it. Relative times ("on Sunday") are worked out from the date of publication.
"""
VALIDATE = """\
Check claim files (JSON, JSON Lines, TEI): first the schema, then the rules that a schema cannot say.

  claims validate article.json corpus.jsonl
  claims validate *.json --format json > report.json
"""
VALIDATE_EPILOG = "Exit codes: 0 no problem, 1 problems, 2 a file cannot be read."
CONVERT = """\
Turn claim files into another format; the endings of the names, or --from and --to, say which.

  claims convert article.json article.xml
  claims convert - corpus.jsonl --from json < article.json
"""
SHOW = """\
Show the claims of a file, sentence by sentence. In a pipe: one line a field, with tabs between.

  claims show article.json
  claims show article.json | grep "^c12"
"""


@attrs.frozen
class AnnotateOptions:
    """`claims annotate`."""

    file: str
    out: str | None = None
    to: str | None = None
    model: str | None = None
    id: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    author: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    publisher: str | None = None
    url: str | None = None
    force: bool = False
    strict: bool = False
    no_text: bool = False


@attrs.frozen
class ValidateOptions:
    """`claims validate`."""

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    format: Literal["text", "json"] = "text"
    color: Color = "auto"


@attrs.frozen
class ConvertOptions:
    """`claims convert`."""

    input: str | None = None
    output: str | None = None
    source_format: str | None = None
    target_format: str | None = None
    force: bool = False
    list: bool = False


@attrs.frozen
class ShowOptions:
    """`claims show`."""

    file: str
    claim: str | None = None
    width: int | None = None
    color: Color = "auto"


@attrs.frozen
class HelpOptions:
    """`claims` alone: the help that follows."""

    text: str


Options = AnnotateOptions | ValidateOptions | ConvertOptions | ShowOptions | HelpOptions


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of exiting and suggests what was meant."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
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
    near = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def parse(argv: Sequence[str]) -> Options:
    """Return the options of the command named in `argv`.

    Raises `UsageError`; ``--help`` and ``--version`` print and raise `SystemExit`.
    """
    parser, commands = _build()
    if not argv:
        return HelpOptions(parser.format_help())
    if argv[0].startswith("-") and argv[0] not in parser.option_names:
        _refuse(parser, [argv[0]])
    values, unknown = parser.parse_known_args(list(argv))
    if unknown:
        _refuse(commands[values.command], unknown)
    options = vars(values)
    kind = {
        "annotate": AnnotateOptions,
        "validate": ValidateOptions,
        "convert": ConvertOptions,
        "show": ShowOptions,
    }[options.pop("command")]
    return _checked(kind(**options))


def _refuse(parser: _Parser, unknown: Sequence[str]) -> NoReturn:
    """Name the first unknown option, or the first word too many."""
    word = next((word for word in unknown if word.startswith("-")), unknown[0]).partition("=")[0]
    parser.error(f"unknown argument {word}{suggestion(word, parser.option_names)}")


def _checked(options: Options) -> Options:
    if isinstance(options, ConvertOptions) and not options.list and (not options.input or not options.output):
        raise UsageError("convert needs IN and OUT, or --list")
    return options


def _build() -> tuple[_Parser, dict[str, _Parser]]:
    parser = _Parser(prog="claims", usage="claims COMMAND …", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        dest=argparse.SUPPRESS,
        default=argparse.SUPPRESS,
        help="print the version and stop",
    )
    commands = parser.add_subparsers(
        prog="claims", dest="command", metavar="COMMAND", required=True, help=argparse.SUPPRESS
    )
    table = {
        "annotate": _annotate(commands.add_parser("annotate", description=ANNOTATE, epilog=ANNOTATE_EPILOG)),
        "validate": _validate(commands.add_parser("validate", description=VALIDATE, epilog=VALIDATE_EPILOG)),
        "convert": _convert(commands.add_parser("convert", description=CONVERT)),
        "show": _show(commands.add_parser("show", description=SHOW)),
    }
    return parser, table


def _annotate(parser: _Parser) -> _Parser:
    parser.add_argument("file", metavar="FILE", help="the text, in UTF-8; - for standard input")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    parser.add_argument("--to", metavar="FORMAT", help="format of the output (default: by OUT's ending, else json)")
    parser.add_argument("--model", metavar="NAME", help="spaCy pipeline, by name or folder (default: en_core_web_md)")
    about = parser.add_argument_group("about the text")
    about.add_argument("--id", metavar="NAME", help="its name in a corpus (default: the file's name)")
    about.add_argument("--published", metavar="DATE", help="2024-05-17 or 2024-05-17T08:30:00+02:00")
    about.add_argument("--language", metavar="TAG", help="BCP 47 tag; also settles a doubt about the language")
    about.add_argument("--title")
    about.add_argument("--author", metavar="NAME", action="append", default=[], help="may be given several times")
    about.add_argument("--publisher", metavar="NAME")
    about.add_argument("--url")
    parser.add_argument("--no-text", action="store_true", help="leave the text itself out of the claim file")
    parser.add_argument("--strict", action="store_true", help="refuse (exit 1) where there would be a warning")
    _add_force(parser)
    return parser


def _validate(parser: _Parser) -> _Parser:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="claim file; - for JSON from standard input")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="form of the report")
    _add_color(parser)
    return parser


def _convert(parser: _Parser) -> _Parser:
    parser.add_argument("input", metavar="IN", nargs="?", help="claim file; - for standard input")
    parser.add_argument("output", metavar="OUT", nargs="?", help="file to write; - for standard output")
    parser.add_argument("--from", dest="source_format", metavar="FORMAT", help="format of IN (default: by its ending)")
    parser.add_argument("--to", dest="target_format", metavar="FORMAT", help="format of OUT (default: by its ending)")
    parser.add_argument("--list", action="store_true", help="list the formats and what each keeps")
    _add_force(parser)
    return parser


def _show(parser: _Parser) -> _Parser:
    parser.add_argument("file", metavar="FILE", help="claim file; - for JSON from standard input")
    parser.add_argument("--claim", metavar="ID", help="show one claim with everything known about it")
    parser.add_argument("--width", metavar="N", type=_width, help="columns (default: the terminal's)")
    _add_color(parser)
    return parser


def _add_force(parser: _Parser) -> None:
    parser.add_argument("--force", action="store_true", help="overwrite an existing file")


def _add_color(parser: _Parser) -> None:
    parser.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="colours (default: auto)")


def _width(word: str) -> int:
    if not word.isascii() or not word.isdigit() or not 20 <= int(word) <= 1000:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 20 to 1000")
    return int(word)
