"""What is reported: a problem at its place in a file, with everything that somebody needs who wants to mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from claims.text import Span, TextIndex

if TYPE_CHECKING:
    from claims.checks.positions import Region

#: Code points of the source shown on either side of the marked words.
CONTEXT = 32
#: Longer marked words are cut.
LONGEST = 60


@attrs.frozen
class Excerpt:
    """Words of the source with what stands around them on their line; nothing in it is escaped."""

    #: 1-based place of the marked words in the text.
    line: int
    column: int
    before: str
    marked: str
    after: str


@attrs.frozen
class Finding:
    """One thing that is wrong with one file."""

    #: Stable code of the rule that is broken.
    code: str
    #: What is wrong, in one printable line.
    message: str
    #: The file, as it was named to the checker.
    path: str
    #: "error" or "warning".
    severity: str = "error"
    #: RFC 6901 pointer of the value concerned, in the file or its record; of a TEI file, in the JSON it stands for.
    pointer: str = ""
    #: 1-based number of the document, in files that hold several.
    record: int | None = None
    #: Where the value or key stands in the (unpacked) file; 1-based, in code points, the end behind the last.
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    #: The value concerned as JSON, shortened.
    value: str | None = None
    #: What to do about it.
    hint: str | None = None
    #: Id of the claim, sentence, attribution … that the value belongs to.
    subject: str | None = None
    #: The source words concerned, and how they stand there.
    span: Span | None = None
    excerpt: Excerpt | None = None
    #: Code of another finding of this file that explains this one; most readers pass over it then.
    follows: str | None = None

    def at(self, region: Region) -> Finding:
        """Return the finding with its place."""
        return attrs.evolve(self, **attrs.asdict(region))

    @property
    def fingerprint(self) -> str:
        """Return what stays the same when lines and other parts of the file move: 32 hexadecimal digits."""
        parts = self.pointer.split("/")
        if self.subject is not None:
            parts[2:3] = [self.subject]
        told = "\0".join((self.code, self.path, "/".join(parts), self.message))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def to_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON can hold it; fields without a value are left out.

    >>> to_data(Finding("X004", "the file is empty", "a.json", line=1, column=1))["line"]
    1
    """
    data = attrs.asdict(finding, recurse=False, filter=lambda _, value: value is not None)
    if finding.span is not None:
        data["span"] = [finding.span.start, finding.span.end]
    if finding.excerpt is not None:
        data["excerpt"] = attrs.asdict(finding.excerpt)
    return data


def from_data(data: Mapping[str, Any]) -> Finding:
    """Return the finding that `to_data` made `data` of."""
    fields = dict(data)
    if "span" in fields:
        fields["span"] = Span(*fields["span"])
    if "excerpt" in fields:
        fields["excerpt"] = Excerpt(**fields["excerpt"])
    return Finding(**fields)


@attrs.frozen
class Quoter:
    """Takes excerpts from one text; its lines are found once."""

    index: TextIndex

    @classmethod
    def of(cls, text: str) -> Quoter:
        """Prepare excerpts of `text`."""
        return cls(TextIndex(text))

    def __call__(self, span: Span) -> Excerpt | None:
        """Return the marked words with what stands around them; None where they lie outside the text.

        >>> Quoter.of("The US said so.")(Span(4, 6)).marked
        'US'
        """
        text = self.index.text
        if span.end > len(text):
            return None
        begin, end = _around(text, span)
        stop = min(span.end, span.start + LONGEST, end)
        before = ("…" if begin and text[begin - 1] != "\n" else "") + text[begin : span.start]
        marked = text[span.start : stop] + ("…" if stop < span.end else "")
        after = text[stop:end] + ("…" if end < len(text) and text[end] != "\n" else "")
        line, column = self.index.line_column(span.start)
        return Excerpt(line, column, before, marked, after if stop >= span.end else "")


def _around(text: str, span: Span) -> tuple[int, int]:
    """Return the part of the span's first line that fits."""
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    newline = text.find("\n", span.start)
    line_end = len(text) if newline < 0 else newline
    return begin, max(min(line_end, span.end + CONTEXT), span.start + 1)
