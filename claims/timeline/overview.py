"""All dated claims in one drawing: the shape of what happened, each stretch a way to its claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.pages import Element, h
from claims.pages import place as number
from claims.timeline.axis import Axis
from claims.timeline.entries import Entry
from claims.timeline.interval import Interval, day_number
from claims.timeline.order import Timeline
from claims.timeline.shapes import HEIGHT, shapes
from claims.timeline.tables import date_words

_WIDTH = 1000.0
#: Distance of two lines of stretches.
_STEP = 13.0
#: More lines are no overview; what does not fit lies on the last one.
_LINES = 40
#: Least distance of two stretches on one line.
_GAP = 6.0


def overview(timeline: Timeline) -> Element | None:
    """Return the drawing; for the eye and the pointer only, since the rows below it say the same in words."""
    dated = [(entry, entry.interval) for entry in timeline.placed if entry.interval]
    if len(dated) < 3:
        return None
    axis = Axis.of((found for _, found in dated), _WIDTH)
    lines = list(_lines([found for _, found in dated], axis))
    floor = (max(lines) + 1) * _STEP + HEIGHT - _STEP
    drawn = [_link(entry, found, line, timeline, axis) for (entry, found), line in zip(dated, lines, strict=True)]
    box = f"0 0 {number(_WIDTH)} {number(floor + 22)}"
    return h("svg", _calendar(axis, floor), drawn, viewBox=box, class_="overview", aria_hidden="true")


def _lines(found: Sequence[Interval], axis: Axis) -> Iterator[int]:
    """Yield the first line on which each stretch has room."""
    free: list[float] = []
    for one in found:
        start = axis.place(day_number(one.earliest)) if one.earliest else 0.0
        end = axis.place(day_number(one.latest) + 1) if one.latest else axis.width
        line = next((line for line, place in enumerate(free) if place + _GAP <= start), len(free))
        line = min(line, _LINES - 1)
        free[line : line + 1] = [max(end, start + 8)]
        yield line


def _link(entry: Entry, found: Interval, line: int, timeline: Timeline, axis: Axis) -> Element:
    words = h("title", f"{date_words(entry, timeline)}: {entry.text}")
    shift = f"translate(0 {number(line * _STEP)})"
    href = f"#r{entry.document}-{entry.number}"
    return h("a", words, shapes(found, axis), href=href, transform=shift, tabindex="-1")


def _calendar(axis: Axis, floor: float) -> Iterator[Element]:
    for at, words in axis.marks():
        yield h("line", x1=number(at), x2=number(at), y1="0", y2=number(floor), class_="mark")
        yield h("text", words, x=number(at), y=number(floor + 15), text_anchor="middle")
