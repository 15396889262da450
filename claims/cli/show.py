"""`claims show`: the claims of a file as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.cli import views
from claims.cli.arguments import suggestion
from claims.cli.details import detail_rows
from claims.cli.files import documents, text_of
from claims.cli.options.show import Options
from claims.cli.paper import Sheet, plain_claim, plain_sentence
from claims.cli.views import Reader
from claims.errors import UsageError


def run(options: Options) -> int:
    """Write the claims of a file, or one of them, to standard output."""
    readers: Iterator[Reader] = (
        Reader.of(document, text_of(document, options.file)) for document in documents(options.file)
    )
    if options.claim is not None:
        readers = iter(_with_claim(list(readers), options.claim))
    sheet = Sheet.wanted(options.color, options.width)
    if sheet is not None:
        _show_sheet(readers, options, sheet)
    else:
        for line in _plain(readers, options.claim):
            print(line)
    return 0


def _with_claim(readers: list[Reader], claim: str) -> list[Reader]:
    found = [reader for reader in readers if claim in reader.claims]
    if not found:
        known = [name for reader in readers for name in reader.claims]
        hint = suggestion(claim, known) or (f"; it has {known[0]} to {known[-1]}" if known else "; it has none")
        raise UsageError(f"there is no claim {claim} in this file{hint}")
    return found


def _show_sheet(readers: Iterable[Reader], options: Options, sheet: Sheet) -> None:
    for reader in readers:
        if options.claim is not None:
            claim = reader.claims[options.claim]
            sheet.detail(views.claim_view(reader, claim), detail_rows(reader, claim))
            continue
        sheet.heading(views.title(reader.document), views.counts(reader.document))
        zone = None
        for view in views.sentence_views(reader):
            if view.zone != zone:
                sheet.zone(zone := view.zone)
            sheet.sentence(view)


def _plain(readers: Iterable[Reader], claim: str | None) -> Iterator[str]:
    for reader in readers:
        if claim is not None:
            yield from plain_claim(
                views.claim_view(reader, reader.claims[claim]), detail_rows(reader, reader.claims[claim])
            )
            continue
        yield f"# {''.join(piece.text for piece in views.title(reader.document))}"
        yield f"# {views.counts(reader.document)}"
        for view in views.sentence_views(reader):
            yield from plain_sentence(view)
