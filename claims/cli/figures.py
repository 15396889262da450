"""Tables of figures: for a terminal, for a pipe, as JSON, as LaTeX."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import attrs

from claims.cli.terminal import is_terminal
from claims.cli.visible import one_line

Form = Literal["table", "json", "latex"]

_LATEX = {
    "\\": r"\textbackslash{}",
    "≥": r"$\geq$",
    "α": r"$\alpha$",
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@attrs.frozen
class Table:
    """Rows of figures under a head; a row begins with what is measured."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


def lines(tables: Sequence[Table], form: Form) -> Iterator[str]:
    """Yield the lines of tables; JSON is made of plain data by `data_lines`."""
    for number, table in enumerate(tables):
        if form == "latex":
            yield from _latex(table)
        elif is_terminal(sys.stdout):
            yield from ([""] if number else [])
            yield from _columns(table)
        else:
            yield from _tabbed(table)


def data_lines(data: Any) -> Iterator[str]:
    """Yield plain data as JSON, in ASCII, so that nothing in it can steer a terminal."""
    yield from json.dumps(data, indent=2).splitlines()


def shown(value: str | float | None) -> str:
    """Return a cell: three decimals, whole numbers as they are, nothing as a dash.

    >>> shown(0.5), shown(12), shown(None)
    ('0.500', '12', '–')
    """
    if value is None:
        return "–"
    if isinstance(value, str):
        return one_line(value)
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _columns(table: Table) -> Iterator[str]:
    from rich.cells import cell_len

    cells = [table.head, *(tuple(map(shown, row)) for row in table.rows)]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    yield table.title
    for row in cells:
        first, *others = row
        padded = [first + " " * (widths[0] - cell_len(first))]
        padded += [" " * (width - cell_len(cell)) + cell for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join(padded).rstrip()


def _tabbed(table: Table) -> Iterator[str]:
    yield "\t".join(table.head)
    for row in table.rows:
        yield "\t".join("" if value is None else shown(value) for value in row)


def _latex(table: Table) -> Iterator[str]:
    yield r"\begin{tabular}{l" + "r" * (len(table.head) - 1) + "}"
    yield r"\toprule"
    yield " & ".join(map(_escape, table.head)) + r" \\"
    yield r"\midrule"
    for row in table.rows:
        yield " & ".join(_escape(shown(value)) for value in row) + r" \\"
    yield r"\bottomrule"
    yield r"\end{tabular}"


def _escape(cell: str) -> str:
    r"""Return a cell for LaTeX.

    >>> _escape("claims ≥ 0.5 & more")
    'claims $\\geq$ 0.5 \\& more'
    """
    return re.sub("[" + re.escape("".join(_LATEX)) + "]", lambda match: _LATEX[match[0]], cell)
