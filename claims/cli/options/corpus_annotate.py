"""What may stand behind `claims corpus annotate`."""

from __future__ import annotations

import argparse

import attrs

from claims.cli.arguments import Parser, whole

DESCRIPTION = """\
Annotate many texts: folders, patterns, JSON lines, CSV, TSV, Parquet, plain or packed (.gz, .zst), into a folder of
shards that a manifest lists. What breaks off goes on where it was when the same command is given again.

  claims corpus annotate articles/ -o corpus
  claims corpus annotate 'news-*.jsonl.gz' -o corpus --field text=body --field published=date --workers 8
  zcat dump.jsonl.gz | grep embassy | claims corpus annotate - -o corpus
"""
EPILOG = """\
Texts that are done are skipped by their content, changed ones are done again; a corpus begun with other options is
refused. A text that fails is set aside in OUT/failed.jsonl with its error, and the exit code is 1. What is known about
article.txt may stand beside it in article.meta.json; in tables, the columns are called text, id, title, author,
publisher, url, published and language, unless --field says otherwise.
"""


@attrs.frozen
class Options:
    """`claims corpus annotate`."""

    inputs: tuple[str, ...] = attrs.field(converter=tuple)
    out: str
    kind: str | None = None
    to: str = "jsonl"
    field: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=tuple)
    default: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=tuple)
    model: str | None = None
    no_text: bool = False
    shard_size: int = 500
    workers: int | None = None
    engine: str = "local"
    address: str | None = None
    max_failures: int | None = None
    retry_failed: bool = False
    max_seconds: int = 60
    max_memory: int = 4096
    max_length: int = 5_000_000


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "inputs", metavar="INPUT", nargs="+", help="folder, file, pattern in quotation marks, or - for JSON lines"
    )
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="folder of the corpus")
    parser.add_argument("--model", metavar="NAME", help="spaCy pipeline, by name or folder (default: en_core_web_md)")
    _add_reading(parser)
    _add_writing(parser)
    _add_work(parser)
    _add_limits(parser)


def _add_reading(parser: Parser) -> None:
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--from", dest="kind", metavar="FORMAT", help="text, jsonl, csv, tsv, parquet (default: by name)"
    )
    group.add_argument(
        "--field", metavar="NAME=COLUMN", type=pair, action="append", default=[],
        help="where a field stands: text=body, id=doc_id, published=date; may be given several times",
    )  # fmt: skip
    group.add_argument(
        "--default", metavar="NAME=VALUE", type=pair, action="append", default=[],
        help="what holds for every text that says nothing else, such as publisher=X; may be given several times",
    )  # fmt: skip


def _add_writing(parser: Parser) -> None:
    group = parser.add_argument_group("writing")
    group.add_argument("--to", metavar="FORMAT", default="jsonl", help="jsonl, tei or parquet (default: jsonl)")
    group.add_argument("--no-text", action="store_true", help="leave the texts themselves out of the claim files")
    group.add_argument("--shard-size", metavar="N", type=whole(1), default=500, help="texts of a shard (default: 500)")


def _add_work(parser: Parser) -> None:
    group = parser.add_argument_group("work")
    group.add_argument(
        "--workers", metavar="N", type=whole(1), help="processes, each with a model (default: the cores)"
    )
    group.add_argument("--engine", choices=["local", "ray"], default="local", help="who works (default: local)")
    group.add_argument("--address", metavar="HOST:PORT", help="of a Ray cluster (default: one started here)")
    group.add_argument("--max-failures", metavar="N", type=whole(0), help="stop when more texts than that have failed")
    group.add_argument("--retry-failed", action="store_true", help="try again what an earlier run set aside")


def _add_limits(parser: Parser) -> None:
    group = parser.add_argument_group("beyond these a text is set aside")
    group.add_argument(
        "--max-seconds", metavar="N", type=whole(1), default=60,
        help="CPU time, with one more second for every 1,000 characters (default: 60)",
    )  # fmt: skip
    group.add_argument(
        "--max-memory", metavar="MB", type=whole(1), default=4096, help="beside the model (default: 4096)"
    )
    group.add_argument(
        "--max-length", metavar="N", type=whole(1), default=5_000_000, help="characters (default: 5 million)"
    )


def pair(word: str) -> tuple[str, str]:
    """Return the two sides of NAME=VALUE."""
    name, sign, value = word.partition("=")
    if not sign or not name or not value:
        raise argparse.ArgumentTypeError(f"{word!r} is not of the form NAME=VALUE")
    return name, value
