"""`claims timeline`: the claims of one or many files in the order of time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import attrs

from claims.cli.convert import refuse_existing
from claims.cli.files import documents, text_of, write_text
from claims.cli.messages import say
from claims.cli.options.timeline import Options
from claims.cli.paper import Sheet
from claims.cli.terminal import is_terminal
from claims.cli.views import Piece
from claims.cli.visible import safe_json
from claims.errors import UsageError
from claims.timeline import Entry, Timeline, chronology, csv, date_words, html, to_data
from claims.timeline.tables import anchor_id, day_words
from claims.visible import one_line, visible

#: Column of the wording; dates that are longer have a line of their own.
INDENT = 26


def run(options: Options) -> int:
    """Write the timeline as text, JSON, CSV or a page."""
    if list(options.files).count("-") > 1:
        raise UsageError("standard input can be read once: give - once")
    refuse_existing(options.out, options.force)
    read = [(document, path) for path in options.files for document in documents(path)]
    found = chronology((document for document, _ in read), who=options.who, source=options.source)
    if options.dated:
        found = attrs.evolve(found, undated=())
    if options.format == "text":
        _text(found, options)
    else:
        texts = [text_of(*pair) for pair in read] if options.format == "html" else []
        text = _written(found, options, texts)
        if options.out in (None, "-") and is_terminal(sys.stdout):
            text = safe_json(text) if options.format == "json" else visible(text)
        write_text(text, options.out, options.force)
    return 0


def _written(found: Timeline, options: Options, texts: Sequence[str | None]) -> str:
    if options.format == "html":
        return html(found, options.title or "Timeline", texts)
    if options.format == "csv":
        return csv(found)
    return json.dumps(to_data(found), ensure_ascii=False, indent=2) + "\n"


def _text(found: Timeline, options: Options) -> None:
    sheet = Sheet.wanted(options.color, options.width) if options.out in (None, "-") else None
    if sheet is not None:
        _show(found, sheet)
    else:
        write_text("".join(f"{line}\n" for line in _lines(found)), options.out, options.force)
    say(_summary(found))


def _summary(found: Timeline) -> str:
    dated = sum(entry.interval is not None for entry in found.placed)
    beside = len(found.placed) - dated
    parts = [f"{dated} with a date", f"{beside} by before and after" if beside else "", f"{len(found.undated)} undated"]
    return ", ".join(filter(None, parts))


def _lines(found: Timeline) -> Iterator[str]:
    """Yield a line an entry: earliest, latest, EDTF, document, claim, sentence, order, source, wording."""
    for entry in (*found.placed, *found.undated):
        date = entry.interval
        days = [day_words(date.earliest) or "", day_words(date.latest) or "", date.edtf] if date else ["", "", ""]
        order = f"{entry.anchor.relation} {anchor_id(entry, found)}" if entry.anchor else ""
        place = [entry.source, entry.claim, entry.sentence, order, " > ".join(entry.voices), entry.text]
        yield "\t".join(one_line(cell) for cell in (*days, *place))


def _show(found: Timeline, sheet: Sheet) -> None:
    several = len(found.documents) > 1
    for number, entry in enumerate((*found.placed, *found.undated)):
        if number == len(found.placed):
            sheet.zone("undated")
        known = number < len(found.placed) or entry.anchor
        date = Piece(one_line(date_words(entry, found)) if known else "", "when")
        sheet.hanging(date, [[Piece(one_line(entry.text), "wording")], list(_about(entry, several))], INDENT)


def _about(entry: Entry, several: bool) -> Iterator[Piece]:
    """Yield who says so, where it stands, the words that say when and the interval that follows."""
    yield Piece(one_line(" › ".join(entry.voices)), "source")
    names = [entry.source if several else "", entry.sentence, entry.claim]
    yield Piece(f" · {one_line(' '.join(filter(None, names)))}", "id")
    if entry.words:
        edtf = f" → {entry.interval.edtf}" if entry.interval else ""
        yield Piece(f" · {one_line(f'“{entry.words}”{edtf}')}", "dim")
