"""From a text to its sentences, with the paragraph and the zone of the page that each stands in.

No model and no search: one pass over the text. `lines` finds the paragraphs, `furniture` cuts off
datelines and credits, `boundaries` finds the sentences' ends, `zones` judges the paragraphs.

Zones, and what makes them:

* headline: the first paragraph, short and without full stop, where more text follows; also a short
  set-off line without end mark between paragraphs of the body, which heads a section;
* standfirst: one short line between blank lines, below the headline and above the body;
* byline: "By Jane Roe", "Jane Roe, Reuters" near the top, "(Reporting by …)" anywhere;
* dateline: a line that is only a date; "OSLO, March 3 (Reuters) —" before a paragraph, and a full
  date or a place with a dash ("OSLO —") before one near the top, are sentences of their own in the same paragraph;
* caption: the other sentences of a paragraph with a credit, the line above a credit line, what
  begins as captions do, and every copy of one;
* credit: "(Photo: Jane Roe)", "Image: NASA.", "© Jane Roe", "REUTERS/Jane Roe";
* body: everything else, pull quotes and their signatures too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.analysis import SentenceSpan
from claims.segmentation.boundaries import sentences as sentences_of
from claims.segmentation.furniture import credit_edges, date_start, dateline_end
from claims.segmentation.lines import Paragraph, paragraphs, trimmed
from claims.segmentation.zones import Part, assign, part
from claims.text import Span

#: Shorter sentences repeat by chance ("No.", "He laughed.").
SHORTEST_DUPLICATE = 5
#: A date alone opens or closes a paragraph only so near the top.
_EARLY = 6

__all__ = ["duplicates", "segment"]


def segment(text: str) -> tuple[SentenceSpan, ...]:
    r"""Return the sentences of `text` in order, disjoint, trimmed, and covering every word.

    >>> [(s.span.slice("Ferry aground\n\nIt hit a rock. Nobody was hurt."), s.zone)
    ...  for s in segment("Ferry aground\n\nIt hit a rock. Nobody was hurt.")]
    [('Ferry aground', 'headline'), ('It hit a rock.', 'body'), ('Nobody was hurt.', 'body')]
    """
    parts = [_part(text, paragraph, number) for number, paragraph in enumerate(paragraphs(text))]
    return tuple(
        SentenceSpan(span, number, zone)
        for number, (piece, zones) in enumerate(zip(parts, assign(parts), strict=True))
        for span, zone in zip(piece.sentences, zones, strict=True)
    )


def _part(text: str, paragraph: Paragraph, number: int) -> Part:
    spans: list[Span] = []
    datelines: list[bool] = []
    for start, end, dateline in _passages(text, paragraph.span, early=number < _EARLY):
        found = [(start, end)] if dateline else sentences_of(text, start, end)
        trimmed_ones = (trimmed(text, *place) for place in found)
        spans.extend(Span(*place) for place in trimmed_ones if place[0] < place[1])
        datelines.extend([dateline] * (len(spans) - len(datelines)))
    return part(text, paragraph, spans, datelines)


def _passages(text: str, span: Span, *, early: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield the passages of a paragraph that sentences cannot cross, and whether each is a dateline."""
    start, end = span.start, span.end
    behind = dateline_end(text, start, end, early=early)
    if behind is not None:
        yield start, behind, True
        start = behind
    closing = date_start(text, start, end) if early else None
    stop = end if closing is None else closing
    for left, right in pairwise(sorted({start, stop, *credit_edges(text, start, stop)})):
        yield left, right, False
    if closing is not None:
        yield closing, end, True


def duplicates(text: str, sentences: Sequence[SentenceSpan]) -> dict[int, int]:
    """Return, for each sentence that says the same words as an earlier one, the first that says them.

    White space does not count; sentences of fewer than `SHORTEST_DUPLICATE` words are left alone.
    """
    first: dict[str, int] = {}
    copies = {}
    for index, sentence in enumerate(sentences):
        words = sentence.span.slice(text).split()
        if len(words) >= SHORTEST_DUPLICATE:
            original = first.setdefault(" ".join(words), index)
            if original != index:
                copies[index] = original
    return copies
