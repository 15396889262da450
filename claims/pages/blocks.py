"""Building blocks that every page may use: tables, figures, lists of facts, ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from claims.errors import UsageError
from claims.pages.elements import Element, Node, h


@attrs.frozen
class Look:
    """How a rating looks: told apart by colour, by sign and by label."""

    #: Class in the style sheet, which also names its colour: ``var(--supported)``.
    style: str
    label: str
    #: The sign as a path in a square of 16 units: fonts do not agree on it.
    path: str


#: The base ratings, and what has none.
RATINGS: Mapping[str, Look] = MappingProxyType(
    {
        "supported": Look("supported", "supported", "M2.5 8.5l3.5 4L13.5 4"),
        "refuted": Look("refuted", "refuted", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
        "conflicting": Look("conflicting", "conflicting", "M2.5 6h11M2.5 10h11M11 2.5L5 13.5"),
        "not_enough_evidence": Look(
            "unproven", "not enough evidence", "M5 5.5a3 3 0 1 1 4.6 2.6C8.4 8.9 8 9.4 8 10.5M8 13.2v.4"
        ),
        "not_checkable": Look("uncheckable", "not checkable", "M3 8h10"),
        "": Look("unrated", "not rated", "M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5"),
    }
)


def rating(name: str, label: str | None = None) -> Element:
    """Return the sign of a base rating ("" for none) and a label beside it, by default its name."""
    look = RATINGS[name]
    return h("span", _drawn(look), label or look.label, class_=f"rating {look.style}")


def sign(name: str) -> Element:
    """Return only the sign of a base rating; its name is for screen readers."""
    look = RATINGS[name]
    path = h("path", d=look.path)
    return h("svg", path, class_=f"sign {look.style}", viewBox="0 0 16 16", role="img", aria_label=look.label)


def _drawn(look: Look) -> Element:
    return h("svg", h("path", d=look.path), class_="sign", viewBox="0 0 16 16", aria_hidden="true")


def table(
    caption: Node,
    columns: Sequence[Node],
    rows: Iterable[Sequence[Node]],
    *,
    numeric: Iterable[int] = (),
    id: str | None = None,
) -> Element:
    """Return a table; the first cell of a row is its heading, the columns in `numeric` (from 0) stand to the right.

    On a narrow screen the table scrolls inside its frame. Raises `UsageError` for a row of another length.
    """
    right = frozenset(numeric)
    body = h("tbody")
    for row in rows:
        if len(row) != len(columns):
            raise UsageError(f"a row of {len(row)} cells in a table of {len(columns)} columns")
        body.append(h("tr", (_cell(number, cell, number in right) for number, cell in enumerate(row))))
    heads = (h("th", name, scope="col", class_=_side(number in right)) for number, name in enumerate(columns))
    whole = h("table", h("caption", caption), h("thead", h("tr", heads)), body)
    name = caption if isinstance(caption, str) else None
    return h("div", whole, class_="scroll", id=id, tabindex="0", role="group", aria_label=name)


def _cell(number: int, content: Node, right: bool) -> Element:
    if number == 0:
        return h("th", content, scope="row", class_=_side(right))
    return h("td", content, class_=_side(right))


def _side(right: bool) -> str | None:
    return "number" if right else None


def figure(graphic: Element, caption: Node, data: Element | None = None) -> Element:
    """Return a drawing with its caption; `data` (a table) holds the same for those who cannot see it, folded away."""
    folded = h("details", h("summary", "The same as a table"), data) if data is not None else None
    return h("figure", graphic, h("figcaption", caption), folded)


def facts(pairs: Iterable[tuple[Node, Node]]) -> Element:
    """Return labelled values, as a description list; a pair without value is left out."""
    rows = ((h("dt", name), h("dd", value)) for name, value in pairs if value is not None)
    return h("dl", rows, class_="facts")


def section(title: Node, *children: Node, id: str, level: int = 2) -> Element:
    """Return a part of the page under its heading, which names it for screen readers."""
    heading = h(f"h{level}", title, id=f"{id}-title")
    return h("section", heading, *children, id=id, aria_labelledby=f"{id}-title")
