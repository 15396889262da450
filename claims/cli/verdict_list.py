"""`claims verdict list`: what was judged, by whom, and where the evidence stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from claims.cli.details import place, verdict_rows
from claims.cli.files import documents, text_of
from claims.cli.options.verdict_list import Options
from claims.cli.paper import Sheet
from claims.cli.verdicts import text_at_hand
from claims.cli.views import Piece, Reader, Row, claim_view
from claims.errors import UsageError
from claims.factcheck import locate
from claims.model import Document, Evidence, Verdict
from claims.scales import current, means
from claims.visible import one_line


@attrs.frozen
class Stand:
    """A piece of evidence and whether its words stand where it says."""

    evidence: Evidence
    #: "stands", "moved", "lost", or "unchecked" where the text is not at hand.
    state: str
    words: str


def run(options: Options) -> int:
    """List verdicts; 1 where quoted words cannot be found."""
    rows = list(documents(options.file))
    if options.claim is not None and not any(options.claim == claim.id for row in rows for claim in row.claims):
        raise UsageError(f"there is no claim {options.claim} in this file")
    texts = dict(map(text_at_hand, options.documents))
    sheet = Sheet.wanted(options.color, options.width)
    # In a file of many documents, a claim is told by its document.
    lost = 0
    for number, row in enumerate(rows):
        if sheet is not None and number:
            sheet.blank()
        lost |= _list(row, options, texts, sheet, f"{row.source.id}#" if rows[1:] else "")
    return lost


def _list(document: Document, options: Options, given: Mapping[str, str], sheet: Sheet | None, prefix: str) -> int:
    """List the verdicts of one document; 1 where quoted words cannot be found."""
    text = text_of(document, options.file)
    texts = {**({} if text is None else {document.source.id: text}), **given}
    chosen = list(_chosen(document, options))
    stands = {row.id: [_stand(it, texts) for it in row.evidence] for row in chosen}
    if sheet is not None:
        _show(Reader.of(document, text), chosen, stands, sheet)
    else:
        for verdict in chosen:
            print("\t".join(_fields(document, verdict, stands[verdict.id], prefix)))
    return int(any(stand.state == "lost" for rows in stands.values() for stand in rows))


def _chosen(document: Document, options: Options) -> Iterator[Verdict]:
    for verdict in document.verdicts if options.history else current(document):
        if options.claim in (None, verdict.claim):
            yield verdict


def _stand(evidence: Evidence, texts: Mapping[str, str]) -> Stand:
    text = texts.get(evidence.document or "")
    if text is None or evidence.quote is None:
        return Stand(evidence, "unchecked", "")
    found = locate(text, evidence)
    if found.span is None:
        return Stand(evidence, "lost", found.reason or "")
    return Stand(evidence, "moved" if found.moved else "stands", place(found.span))


def _fields(document: Document, verdict: Verdict, stands: list[Stand], prefix: str) -> Iterator[str]:
    """Yield id, claim, slot, rating, what it means, reviewer, date, what it replaces, why, and each evidence."""
    names = {annotator.id: annotator.name for annotator in document.annotators}
    by = names.get(verdict.by or "", verdict.by or "")
    meant = means(verdict, document.scales)
    claim = f"{prefix}{verdict.claim}"
    yield from map(one_line, (verdict.id, claim, verdict.slot or "", verdict.rating, meant or "", by))
    yield from (one_line(field or "") for field in (verdict.at, verdict.supersedes, verdict.rationale))
    for stand in stands:
        where = stand.evidence.url or stand.evidence.document or ""
        words = stand.evidence.quote.exact if stand.evidence.quote else ""
        yield one_line(" | ".join((stand.evidence.stance, where, words, f"{stand.state} {stand.words}".strip())))


def _show(reader: Reader, verdicts: list[Verdict], stands: Mapping[str, list[Stand]], sheet: Sheet) -> None:
    for number, name in enumerate(dict.fromkeys(verdict.claim for verdict in verdicts)):
        if number:
            sheet.blank()
        if name not in reader.claims:
            continue
        rows = (row for verdict in verdicts if verdict.claim == name for row in _rows(reader, verdict, stands))
        sheet.detail(claim_view(reader, reader.claims[name]), rows)


def _rows(reader: Reader, verdict: Verdict, stands: Mapping[str, list[Stand]]) -> Iterator[Row]:
    yield from verdict_rows(reader, verdict)
    for stand in stands[verdict.id]:
        if stand.state in ("moved", "lost"):
            style = "open" if stand.state == "moved" else "bad"
            yield Row("", (Piece(f"{stand.state}: ", style), Piece(one_line(stand.words))))
