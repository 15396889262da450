"""Claims as a table for a spreadsheet: one row a claim. Lossy, so it is only written.

pip install ./examples/own-format
claims convert article.json article.csv
"""

from __future__ import annotations

import csv
import io

from claims.model import Claim, Document

ENDINGS = (".csv",)
HEAD = ("id", "sentence", "voices", "claim", "when", "polarity", "start", "end")


def write(document: Document) -> bytes:
    """Return the table as UTF-8, with the byte order mark that spreadsheets look for."""
    links = {link.id: link for link in document.attributions}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(HEAD)
    for claim in document.claims:
        voices = " > ".join(links[name].source.exact or "?" for name in claim.attribution)
        writer.writerow(_row(claim, voices))
    return table.getvalue().encode("utf-8-sig")


def _row(claim: Claim, voices: str) -> tuple[object, ...]:
    when = "; ".join(when.edtf or when.exact for when in claim.when)
    place = claim.spans.hull
    return claim.id, claim.sentence, voices, claim.text, when, claim.polarity, place.start, place.end
