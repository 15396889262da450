"""What stretches of time look like: dots, bars, fading ends, dashes."""

from __future__ import annotations

from collections.abc import Iterator

from claims.pages import Element, h
from claims.pages import place as number
from claims.timeline.axis import Axis
from claims.timeline.interval import Interval, day_number

#: Height of the drawing of one stretch, and of its middle.
HEIGHT, MIDDLE = 18.0, 9.0
#: How far an open side is drawn beyond its known day, fading.
_FADE = 16.0
#: How far "before" and "after" are drawn.
_ASIDE = 48.0


def grid(axis: Axis) -> Element:
    """Return what all drawings share: the lines of the calendar, and the fading of open sides."""
    lines = (h("line", x1=number(at), x2=number(at), y1=0, y2=number(HEIGHT + 60)) for at, _ in axis.marks())
    shades = (_shade("fade-end", 1, 0), _shade("fade-start", 0, 1))
    return h("svg", h("defs", h("g", lines, id="grid"), shades), width=0, height=0, aria_hidden="true", class_="shared")


def _shade(name: str, first: int, last: int) -> Element:
    stops = (h("stop", offset=f"{at}", stop_opacity=value, class_="ink") for at, value in ((0, first), (1, last)))
    return h("linearGradient", stops, id=name)


def shapes(found: Interval, axis: Axis) -> Iterator[Element]:
    """Yield what an interval looks like on an axis."""
    start = axis.place(day_number(found.earliest)) if found.earliest else None
    end = axis.place(day_number(found.latest) + 1) if found.latest else None
    if found.is_day and start is not None and end is not None:
        yield h("circle", cx=number((start + end) / 2), cy=number(MIDDLE), r=4, class_="day" + " rough" * found.rough)
        return
    first = start if start is not None else max(0.0, (end or 0) - _FADE)
    last = end if end is not None else min(axis.width, first + _FADE)
    if end is None:
        last = max(first, axis.places[-1])
        yield fading(last, min(axis.width, last + _FADE), "fade-end")
    if start is None:
        first = min(last, axis.places[0])
        yield fading(max(0.0, first - _FADE), first, "fade-start")
    yield bar(first, max(last, first + 6), found.meaning, found.rough)


def dashes(beside: Interval, relation: str, axis: Axis) -> Element:
    """Return the side of another claim's time on which one without a date lies."""
    first = axis.place(day_number(beside.earliest)) if beside.earliest else axis.places[0]
    last = axis.place(day_number(beside.latest) + 1) if beside.latest else axis.places[-1]
    ends = {"before": (first - _ASIDE, first), "after": (last, last + _ASIDE)}.get(relation, (first, last))
    start, end = max(0.0, ends[0]), min(axis.width, ends[1])
    return h("path", d=f"M{number(start)} {number(MIDDLE)}H{number(end)}", class_="beside")


def bar(start: float, end: float, meaning: str, rough: bool) -> Element:
    """Return a stretch with two ends."""
    tall = 7.0 if meaning == "through" else 9.0
    style = meaning + " rough" * rough
    at = {"x": number(start), "y": number(MIDDLE - tall / 2), "width": number(end - start), "height": number(tall)}
    return h("rect", **at, rx=number(tall / 2), class_=style)


def fading(start: float, end: float, shade: str) -> Element:
    """Return the side of a stretch that has no end."""
    at = {"x": number(start), "y": number(MIDDLE - 2), "width": number(max(end - start, 0)), "height": "4"}
    return h("rect", **at, fill=f"url(#{shade})")
