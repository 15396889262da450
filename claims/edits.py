"""Replay logged edits: from a claim's extent to its stand-alone wording.

The layout rule is fixed, so it needs no log: the ranges of the extent are joined by a space, runs of
white space become one space, no space stands before a closing mark or behind an opening one, the
first letter is a capital, and a full stop ends what has no closing mark. Everything else is an edit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.errors import SpanError
from claims.model import Edit
from claims.text import Extent


def replay(text: str, extent: Extent, edits: Sequence[Edit]) -> str:
    """Return the wording that `edits` make of `extent`.

    Raises `SpanError` where an edit lies outside the extent, or edits overlap or are out of order.

    >>> from claims.text import Span
    >>> replay("They left.", Extent.of((0, 9)), [Edit("replace", "the troops", Span(0, 4))])
    'The troops left.'
    """
    waiting = list(edits)
    pieces = []
    for span in extent:
        parts, at = [], span.start
        while waiting and (place := _place(waiting[0]))[0] < span.end + (waiting[0].op == "insert"):
            edit = waiting.pop(0)
            if place[0] < at or place[1] > span.end:
                raise SpanError(f"the edit at {place[0]} overlaps another or leaves the claim's extent")
            parts += [text[at : place[0]], edit.text or ""]
            at = place[1]
        pieces.append("".join((*parts, text[at : span.end])))
    if waiting:
        raise SpanError(f"the edit at {_place(waiting[0])[0]} lies outside the claim's extent")
    return tidy(" ".join(pieces))


def _place(edit: Edit) -> tuple[int, int]:
    if edit.op == "insert":
        if edit.at is None:
            raise SpanError('an "insert" needs "at"')
        return edit.at, edit.at
    if edit.span is None:
        raise SpanError(f'a "{edit.op}" needs "span"')
    return edit.span.start, edit.span.end


def tidy(wording: str) -> str:
    """Apply the layout rule to joined pieces."""
    line = re.sub(r"\s+", " ", wording).strip(" ,;:–—-")
    line = re.sub(r" ([,.;:!?)\]}”’%])(?!\w)", r"\1", line)
    line = re.sub(r"([(\[{“‘]) ", r"\1", line)
    line = line[:1].upper() + line[1:]
    return line if not line or re.search(r"[.!?…][\"'”’)\]]*$", line) else line + "."
