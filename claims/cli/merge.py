"""`claims merge`: the verdicts of several reviewers in one file."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cli.details import verdict_rows
from claims.cli.messages import say
from claims.cli.options.merge import Options
from claims.cli.paper import Sheet
from claims.cli.verdicts import check_out, one_document
from claims.cli.views import Reader, claim_view
from claims.factcheck import Disagreement, disagreements, merge
from claims.formats import write
from claims.model import Document, Verdict
from claims.phrases import counted
from claims.visible import one_line


def run(options: Options) -> int:
    """Write the merged file and list where its reviewers disagree."""
    check_out(options.out, options.force)
    merged = merge([one_document(path) for path in options.files])
    write(merged, options.out, force=options.force)
    found = list(disagreements(merged))
    sheet = Sheet.wanted("auto", None)
    if sheet is not None:
        _show(merged, found, sheet)
    else:
        for row in found:
            print(_line(merged, row))
    say(f"{counted(len(merged.verdicts), 'verdict')}; reviewers disagree on {len(found)}")
    return 0


def _show(document: Document, found: Sequence[Disagreement], sheet: Sheet) -> None:
    """Write each claim with the verdicts that do not go together."""
    reader = Reader.of(document, document.source.text)
    for row in found:
        if row.claim not in reader.claims:
            # A broken file: `claims validate` says so.
            continue
        view = claim_view(reader, reader.claims[row.claim])
        sheet.detail(view, (line for verdict in row.verdicts for line in verdict_rows(reader, verdict)))
        sheet.blank()


def _line(document: Document, row: Disagreement) -> str:
    """Return claim, slot and every verdict, with tabs between."""
    return "\t".join((row.claim, row.slot or "", *(_said(document, verdict) for verdict in row.verdicts)))


def _said(document: Document, verdict: Verdict) -> str:
    names = {annotator.id: annotator.name for annotator in document.annotators}
    return one_line(f"{verdict.id} {names.get(verdict.by or '', verdict.by or 'somebody')}: {verdict.rating}")
