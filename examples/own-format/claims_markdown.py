"""Claims as a Markdown table: one row a claim. Lossy, so it is only written.

pip install ./examples/own-format
claims convert article.json article.md
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Claim, Document

ENDINGS = (".md",)
KEEPS = "a table with a row a claim: voices, wording, when, polarity, place"
HEAD = ("id", "sentence", "voices", "claim", "when", "polarity", "start", "end")


def write(document: Document) -> bytes:
    """Return the table as UTF-8."""
    links = {link.id: link for link in document.attributions}
    lines = [_line(HEAD), _line("---" for _ in HEAD)]
    for claim in document.claims:
        voices = " > ".join(links[name].source.exact or "?" for name in claim.attribution)
        lines.append(_line(_row(claim, voices)))
    return "\n".join((*lines, "")).encode()


def _row(claim: Claim, voices: str) -> tuple[object, ...]:
    when = "; ".join(when.edtf or when.exact for when in claim.when)
    place = claim.spans.hull
    return claim.id, claim.sentence, voices, claim.text, when, claim.polarity, place.start, place.end


def _line(cells: Iterable[object]) -> str:
    """Join cells; a bar or line end of the text would break the table."""
    clean = (" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(clean)} |"
