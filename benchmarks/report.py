"""Tables of figures as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterator

from marks import SECTIONS, Mark, Section

Figures = dict[str, float]
#: A table below the sections: title, note, and rows of which the first is the head.
Table = tuple[str, str, list[list[str]]]


def page(title: str, figures: Figures, tables: list[Table]) -> str:
    """Return the Markdown page: one table a section, then the further tables."""
    lines = ["# Quality", "", *title.splitlines(), ""]
    for section in SECTIONS:
        lines += table(section.title, section.note, list(_section(section, figures)))
    for name, note, rows in tables:
        lines += table(name, note, rows)
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, figures: Figures) -> Iterator[list[str]]:
    yield ["measure", "ours", "aimed at", "dream", "best peer", "human"]
    for mark in section.rows:
        if mark.key in figures:
            yield [
                mark.label,
                _ours(mark, figures[mark.key]),
                _number(mark.least),
                _number(mark.dream),
                mark.peer,
                mark.human,
            ]


def _ours(mark: Mark, value: float) -> str:
    shown = f"{value:.3f}"
    return f"**{shown}**" if mark.least is not None and round(value, 3) >= mark.least else shown


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def table(title: str, note: str, rows: list[list[str]]) -> list[str]:
    """Return a section with one table; the first of `rows` is its head."""
    head, *body = rows
    ruler = "|".join("---" for _ in head)
    return [f"## {title}", "", note, "", _line(head), f"|{ruler}|", *map(_line, body), ""]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def rule_rows(fired: dict[str, tuple[int, int]]) -> list[list[str]]:
    """Return the table of rules by the claims that bear their names."""
    return [["rule", "claims", "sentences"], *([rule, str(made), str(seen)] for rule, (made, seen) in fired.items())]


def calibration_rows(bins: dict[str, list[bool]]) -> list[list[str]]:
    """Return the table of stated confidence against what was found right."""
    rows = [["confidence", "claims", "right"]]
    for low in sorted(bins):
        right = bins[low]
        rows.append([f"{low} to {float(low) + 0.2:.1f}", str(len(right)), f"{sum(right) / len(right):.2f}"])
    return rows
