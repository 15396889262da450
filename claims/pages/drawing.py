"""Drawings: an SVG with a name, a scale with round ticks, an axis, a bar for a table cell.

Numbers in drawings are rounded to a hundredth, so that equal data gives equal bytes on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import attrs

from claims.errors import UsageError
from claims.pages.elements import Element, Node, h


def place(number: float) -> str:
    """Return a coordinate, to a hundredth.

    >>> place(2 / 3), place(4.0), place(-0.001)
    ('0.67', '4', '0')
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def drawing(width: float, height: float, *children: Node, label: str, class_: str | None = None) -> Element:
    """Return an SVG of this many units, as wide as there is room; `label` says what is to be seen."""
    box = f"0 0 {place(width)} {place(height)}"
    return h("svg", h("title", label), *children, viewBox=box, role="img", aria_label=label, class_=class_)


@attrs.frozen
class Scale:
    """From values to places on a line.

    >>> Scale(0, 10, 0, 200)(2.5)
    50.0
    """

    #: First and last value.
    low: float
    high: float
    #: Where they are drawn.
    start: float
    end: float

    def __attrs_post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise UsageError(f"a scale needs two numbers in order, not {self.low} and {self.high}")

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, count: int = 5) -> Iterator[float]:
        """Yield round values inside, about `count` of them: multiples of 1, 2 or 5 times a power of ten.

        >>> list(Scale(0, 97, 0, 1).ticks())
        [0.0, 20.0, 40.0, 60.0, 80.0]
        """
        rough = (self.high - self.low) / max(count, 1)
        power = 10.0 ** math.floor(math.log10(rough))
        step = power * next(factor for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        yield from (number * step for number in range(first, last + 1))


def axis(
    scale: Scale, at: float, *, side: str = "bottom", count: int = 5, text: Callable[[float], str] = "{:g}".format
) -> Element:
    """Return an axis with ticks and their values.

    At the ``bottom`` it lies at height `at`; at the ``left`` it stands `at` units from the left.
    """
    if side not in ("bottom", "left"):
        raise UsageError(f"an axis stands at the bottom or left, not {side!r}")
    lies = side == "bottom"
    ends = {"x1": scale.start, "x2": scale.end, "y1": at, "y2": at}
    if not lies:
        ends = {"x1": at, "x2": at, "y1": scale.start, "y2": scale.end}
    line = h("line", **{name: place(value) for name, value in ends.items()})
    return h("g", line, (_tick(scale(value), at, text(value), lies) for value in scale.ticks(count)), class_="axis")


def _tick(along: float, at: float, words: str, lies: bool) -> Element:
    if lies:
        mark = h("line", x1=place(along), x2=place(along), y1=place(at), y2=place(at + 4))
        return h("g", mark, h("text", words, x=place(along), y=place(at + 16), text_anchor="middle"))
    mark = h("line", x1=place(at - 4), x2=place(at), y1=place(along), y2=place(along))
    return h("g", mark, h("text", words, x=place(at - 7), y=place(along), dy="0.32em", text_anchor="end"))


def bar(value: float, maximum: float, style: str = "") -> Element:
    """Return a bar for a table cell, as long as `value` is of `maximum`; the number itself belongs beside it.

    `style` is the class of a rating (``supported`` …) whose colour it takes.
    """
    share = min(max(value / maximum, 0.0), 1.0) if maximum > 0 else 0.0
    rest = h("rect", width="100", height="10", class_="rest")
    filled = h("rect", width=place(100 * share), height="10", class_="filled")
    box = {"viewBox": "0 0 100 10", "preserveAspectRatio": "none"}
    return h("svg", rest, filled, **box, class_=f"bar {style}".strip(), aria_hidden="true")
