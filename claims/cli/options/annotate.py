"""What may stand behind `claims annotate`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force
from claims.times import DateOrder

DESCRIPTION = """\
Find the claims of a text in English and write a claim file.

  claims annotate article.txt --published 2024-05-17 -o article.json
  curl -s https://example.org/a.txt | claims annotate - --id a | claims show -
"""
EPILOG = """\
What is known about article.txt may stand beside it in article.meta.json (id, title, author, publisher, url, published,
language); options win over it. Relative times ("on Sunday") are worked out from the date of publication.
"""


@attrs.frozen
class Options:
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
    date_order: DateOrder | None = None
    gazetteer: str | None = None
    extractor: str | None = None


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="the text, in UTF-8; - for standard input")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    parser.add_argument("--to", metavar="FORMAT", help="format of the output (default: by OUT's ending, else json)")
    parser.add_argument("--model", metavar="NAME", help="spaCy pipeline, by name or folder (default: en_core_web_md)")
    parser.add_argument(
        "--gazetteer",
        metavar="PLACES",
        help="tab-separated file of name, type, uri, within, or the name of an installed gazetteer",
    )
    parser.add_argument("--extractor", metavar="NAME", help="another way of making claims: verbs, or a package's")
    about = parser.add_argument_group("about the text")
    about.add_argument("--id", metavar="NAME", help="its name in a corpus (default: the file's name)")
    about.add_argument("--published", metavar="DATE", help="2024-05-17 or 2024-05-17T08:30:00+02:00")
    about.add_argument("--language", metavar="TAG", help="BCP 47 tag; also settles a doubt about the language")
    about.add_argument(
        "--date-order",
        choices=("mdy", "dmy"),
        help="what 03/05/2024 is (default: by --language, or by the text's other dates)",
    )
    about.add_argument("--title")
    about.add_argument("--author", metavar="NAME", action="append", default=[], help="may be given several times")
    about.add_argument("--publisher", metavar="NAME")
    about.add_argument("--url")
    parser.add_argument("--no-text", action="store_true", help="leave the text itself out of the claim file")
    parser.add_argument("--strict", action="store_true", help="refuse (exit 1) where there would be a warning")
    add_force(parser)
