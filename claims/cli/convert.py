"""`claims convert`: claim files in another format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import attrs

from claims.cli.files import documents, text_of, write_documents
from claims.cli.options.convert import Options
from claims.errors import UsageError
from claims.formats import FORMATS, GROUP, by_ending, named
from claims.model import Document
from claims.plugins import offered


def run(options: Options) -> int:
    """Write the documents of one file in another format."""
    if options.list:
        for line in listed():
            print(line)
        return 0
    if options.input is None or options.output is None:
        raise UsageError("convert needs IN and OUT, or --list")
    if options.output == "-" and options.target_format is None:
        raise UsageError("say with --to which format standard output should get")
    refuse_existing(options.output, options.force)
    # Checked before anything is read: a wrong name should not cost the reading of a corpus.
    if options.target_format is not None:
        named(options.target_format)
    elif by_ending(options.output) is None:
        known = ", ".join(FORMATS)
        raise UsageError(f"the ending of {options.output} names no format; say with --to which ({known})")
    found = documents(options.input, options.source_format)
    if options.target_format == "report" or by_ending(options.output) is FORMATS["report"]:
        found = with_texts(found, options.input)
    write_documents(found, options.output, options.target_format, options.force)
    return 0


def with_texts(found: Iterable[Document], path: str) -> Iterator[Document]:
    """Yield documents with the text that lies beside the claim file: a report without it is poor."""
    for document in found:
        text = document.source.text if document.source.text is not None else text_of(document, path)
        yield attrs.evolve(document, source=attrs.evolve(document.source, text=text))


def refuse_existing(path: str | None, force: bool) -> None:
    """Raise `UsageError` where a file would be overwritten, before any work is done."""
    if path not in (None, "-") and os.path.isfile(path or "") and not force:
        raise UsageError(f"{path} exists; --force replaces it")


def listed() -> list[str]:
    """Return one line a format: name, endings, what it keeps."""
    rows = [(name, " ".join(known.endings), _ways(name), known.keeps) for name, known in FORMATS.items()]
    for name in offered(GROUP):
        if name not in FORMATS:
            known = named(name)
            rows.append((name, " ".join(known.endings), _ways(name), known.keeps))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return ["  ".join([*map(str.ljust, row[:3], widths), row[3]]) for row in rows]


def _ways(name: str) -> str:
    known = named(name)
    ways = [word for word, function in (("read", known.readable), ("write", known.write)) if function]
    return " ".join(ways)
