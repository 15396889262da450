"""Replay logged edits: from a claim's extent to its stand-alone wording.

The layout rule is fixed, so it needs no log: the ranges of the extent are joined by a space, runs of
white space become one space, marks that only separated what is left out are dropped at both ends, no
space stands before a closing mark or behind an opening one, the first word gets a capital unless it has
one inside ("iPhone"), and a full stop ends what has no closing mark. Everything else is an edit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.errors import SpanError
from claims.text import Extent, Span

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Edit

#: Separators at the start; a hyphen that touches a digit is a minus.
# What most wordings do without is compiled when one needs it.
_SEPARATORS = frozenset(" ,;:–—-")
_LEADING = r"^(?:[ ,;:–—]|-(?!\d))+"
#: Where the two below may find something.
_SPACED_CLOSING = re.compile(r" [,.;:!?)\]}”’%]")
_SPACED_OPENING = re.compile(r"[(\[{“‘] ")
_BEFORE_CLOSING = r" ([,.;:!?)\]}”’%])(?!\w)"
_BEHIND_OPENING = r"([(\[{“‘]) "
_FIRST_WORD = re.compile(r"^([\"'“‘(\[]*)([^\W\d_])(\w*)")
_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’)]"


def replay(text: str, extent: Extent, edits: Sequence[Edit]) -> str:
    """Return the wording that `edits` make of `extent`.

    Raises `SpanError` where an edit lies outside the extent, or edits overlap or are out of order.

    >>> from claims.model import Edit
    >>> from claims.text import Span
    >>> replay("They left.", Extent.of((0, 9)), [Edit("replace", "the troops", Span(0, 4))])
    'The troops left.'
    """
    pieces, used = [], 0
    for span in extent:
        piece, used = _edited(text, span, edits, used)
        pieces.append(piece)
    if used < len(edits):
        raise SpanError(f"the edit at {_place(edits[used])[0]} lies outside the claim's extent")
    return tidy(" ".join(pieces))


def _edited(text: str, span: Span, edits: Sequence[Edit], used: int) -> tuple[str, int]:
    """Return one range with its edits made, and how many edits are used up."""
    parts, at = [], span.start
    while used < len(edits):
        edit = edits[used]
        start, end = _place(edit)
        if start >= span.end + (edit.op == "insert"):
            break
        if start < at or end > span.end:
            raise SpanError(f"the edit at {start} overlaps another or leaves the claim's extent")
        parts += [text[at:start], edit.text or ""]
        at = end
        used += 1
    return "".join((*parts, text[at : span.end])), used


def _place(edit: Edit) -> tuple[int, int]:
    if edit.op == "insert":
        if edit.at is None:
            raise SpanError('an "insert" needs "at"')
        return edit.at, edit.at
    if edit.span is None:
        raise SpanError(f'a "{edit.op}" needs "span"')
    return edit.span.start, edit.span.end


def tidy(wording: str) -> str:
    """Apply the layout rule to joined pieces.

    >>> tidy(", the bridge ( built in 1900 ) was closed ,")
    'The bridge (built in 1900) was closed.'
    """
    line = " ".join(wording.split()).rstrip(" ,;:–—-")
    if line[:1] in _SEPARATORS:
        line = re.sub(_LEADING, "", line)
    if _SPACED_CLOSING.search(line) or _SPACED_OPENING.search(line):
        line = re.sub(_BEHIND_OPENING, r"\1", re.sub(_BEFORE_CLOSING, r"\1", line))
    if not line[:1].isupper():
        line = _FIRST_WORD.sub(_capital, line)
    return line if not line or line.rstrip(_CLOSING).endswith(_ENDS) else line + "."


def _capital(match: re.Match[str]) -> str:
    opening, first, rest = match.groups()
    return opening + (first if rest != rest.lower() else first.upper()) + rest
