"""What the commands on verdicts share: one document in, one out, and the texts of evidence."""

from __future__ import annotations

import datetime
from itertools import islice
from pathlib import PurePath

from claims.checks import validate
from claims.checks.source_text import find_text
from claims.cli.convert import refuse_existing
from claims.cli.files import documents, folder_of, read_bytes, shown_name, write_documents
from claims.errors import UsageError
from claims.formats import by_ending
from claims.model import Document
from claims.source_text import decode_source_text, metadata_path, read_metadata

#: Endings of plain texts; anything else is a claim file.
TEXTS = (".txt", ".text", ".md", "")


def one_document(path: str) -> Document:
    """Return the one document of a claim file; none or more than one is refused."""
    found = list(islice(documents(path), 2))
    if len(found) != 1:
        number = "more than one document" if found else "no document"
        raise UsageError(f"{shown_name(path)} holds {number}; one is needed")
    return found[0]


def check_out(out: str | None, force: bool) -> None:
    """Refuse an output that should not be written, before any work is done."""
    refuse_existing(out, force)
    if out not in (None, "-") and by_ending(out or "") is None:
        raise UsageError(f"the ending of {out} names no format: end it in .json, .jsonl or .xml")


def write_judged(document: Document, out: str | None, force: bool) -> None:
    """Write the document, unless its newest verdict would not validate."""
    last = f"/verdicts/{len(document.verdicts) - 1}"
    for problem in validate(document):
        if problem.pointer == last or problem.pointer.startswith((f"{last}/", "/scales", "/annotators")):
            hint = f"; {problem.hint}" if problem.hint else ""
            raise UsageError(f"{problem.pointer.removeprefix(last + '/')}: {problem.message}{hint}")
    write_documents([document], out, None, force)


def day(given: str | None) -> str | None:
    """Return a date as given; ``today`` is the only word that asks the clock."""
    return datetime.date.today().isoformat() if given == "today" else given


def text_at_hand(path: str) -> tuple[str, str]:
    """Return the id and the text of a document that evidence stands in: a text, or a claim file."""
    if PurePath(path).suffix.lower() in TEXTS:
        beside = metadata_path(path)
        about = read_metadata(beside) if beside.is_file() else {}
        text = decode_source_text(read_bytes(path), shown_name(path))
        return str(about.get("id") or PurePath(path).name.split(".")[0]), text
    document = one_document(path)
    found = find_text(document.source, None, folder_of(path))
    if found.text is None:
        why = f": {found.complaint.message}" if found.complaint else ""
        raise UsageError(f"{path} has no text to quote from{why}")
    return document.source.id, found.text
