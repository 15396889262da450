"""`claims annotate`: from a text to a claim file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from claims.checks import validate
from claims.cli.arguments import AnnotateOptions
from claims.cli.convert import refuse_existing
from claims.cli.files import STDIN, folder_of, read_bytes, shown_name, write_documents
from claims.cli.messages import Progress, progress, say
from claims.errors import InputError, UsageError
from claims.formats import by_ending, named
from claims.language import guess
from claims.model import Document, Source
from claims.pipeline import Annotator
from claims.source_text import decode_source_text, metadata_path, read_metadata
from claims.text import digest

#: Options that say something about the text, by the name of the field.
FIELDS = ("id", "published", "language", "title", "author", "publisher", "url")
REFUSED = "refused because of --strict; nothing was written"


def run(options: AnnotateOptions) -> int:
    """Annotate one text and write its claim file; 1 where --strict refuses."""
    refuse_existing(options.out, options.force)
    _checked_format(options)
    text = decode_source_text(read_bytes(options.file), shown_name(options.file))
    about = metadata(options)
    if not text.strip():
        say(f"{shown_name(options.file)} is {'blank' if text else 'empty'}: a claim file without sentences", "note")
    warnings = language_warnings(text, about)
    if warnings and _refused(warnings, options.strict):
        return 1
    with progress() as line:
        document = _annotated(options, text, about, line)
    if (late := date_warnings(document)) and _refused(late, options.strict):
        return 1
    write_documents(
        [without_text(document, options) if options.no_text else document], options.out, options.to, options.force
    )
    return 0


def _checked_format(options: AnnotateOptions) -> None:
    """Refuse a format or ending that nobody knows before the work is done."""
    if options.to is not None:
        named(options.to)
    elif options.out not in (None, "-") and by_ending(options.out or "") is None:
        raise UsageError(f"the ending of {options.out} names no format; say with --to which")


def metadata(options: AnnotateOptions) -> dict[str, Any]:
    """Return what is known about the text: options before the file beside it before what can be assumed."""
    about: dict[str, Any] = {"id": _id(options.file)}
    if options.file != "-" and (beside := metadata_path(Path(options.file))).is_file():
        about |= {name: value for name, value in read_metadata(beside).items() if name in FIELDS}
    about |= {name: value for name in FIELDS if (value := getattr(options, name))}
    shell = Source(sha256=digest(""), length=0, text="", **{"language": "en", **about})
    for problem in validate(Document(shell)):
        if problem.pointer.startswith("/source/"):
            where = problem.pointer.removeprefix("/source/")
            raise UsageError(f"{where}: {problem.message}" + (f"; {problem.hint}" if problem.hint else ""))
    return about
