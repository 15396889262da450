"""Write views to a terminal with colours and columns, or to a pipe as plain lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import IO, TYPE_CHECKING

import attrs

from claims.cli.arguments import Color
from claims.cli.forest import Branch, clipped, forest
from claims.cli.terminal import is_terminal, wants_color
from claims.cli.views import ClaimView, Piece, Row, SentenceView

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

#: From this width on, slots stand beside the wording; below, under it.
WIDE = 100
#: A tree takes at most so many columns: longer chains go on without further indent.
DEEPEST = 15
#: Longer lines are hard to read; wider sheets have to be asked for.
WIDEST = 140

STYLES = {
    "title": "bold",
    "id": "cyan",
    "zone": "magenta",
    "label": "dim",
    "dim": "dim",
    "wording": "bold",
    "who": "green",
    "what": "bold",
    "argument": "",
    "when": "bright_blue",
    "where": "magenta",
    "source": "cyan",
    "cue": "italic",
    "links": "dim",
    "open": "yellow",
    "good": "green",
    "bad": "red",
}


def console(stream: IO[str], color: bool, width: int | None) -> Console:
    """Return a rich console that only does what it is told: no markup, no guessing, no highlighting."""
    from rich.console import Console

    return Console(
        file=stream,
        width=width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


@attrs.frozen
class Sheet:
    """Where views are written: its width, and rich to wrap and colour."""

    console: Console
    width: int

    @classmethod
    def on(cls, stream: IO[str], color: bool, width: int | None = None) -> Sheet:
        """Prepare a sheet on `stream`."""
        made = console(stream, color, width)
        return cls(made, width or min(made.width, WIDEST))

    @classmethod
    def wanted(cls, color: Color, width: int | None) -> Sheet | None:
        """Prepare one on standard output for people, or for who asks for colours or columns; None for a plain pipe."""
        if color != "always" and width is None and not is_terminal(sys.stdout):
            return None
        return cls.on(sys.stdout, wants_color(color, sys.stdout), width)

    def heading(self, title: Sequence[Piece], counts: str) -> None:
        """Write what the file is about."""
        self._write(self._hung([], _text(title), 0))
        self._write(self._hung([], _text([Piece(counts, "dim")]), 0))

    def blank(self) -> None:
        """Write an empty line."""
        self._write([""])

    def hanging(self, label: Piece, lines: Iterable[Sequence[Piece]], indent: int) -> None:
        """Write lines that hang `indent` columns in, the first behind a label."""
        for number, line in enumerate(lines):
            self._write(self._hung([] if number else [label], _text(line), indent))

    def zone(self, name: str) -> None:
        """Write a rule that opens a zone of the page."""
        self._write(["", _text([Piece(f"── {name} ".ljust(min(self.width, WIDE), "─"), "zone")])])

    def sentence(self, view: SentenceView) -> None:
        """Write a sentence and the claims under it."""
        self._write([""])
        self._write(self._hung([Piece(view.id.ljust(5), "id")], _text([Piece(view.text)]), 6))
        if view.remark:
            self._write(self._hung([], _text([Piece(view.remark, "dim")]), 6))
        for branch in forest(view):
            self._write(self._branch(branch))

    def detail(self, view: ClaimView, rows: Iterable[Row]) -> None:
        """Write one claim with all its rows."""
        rows = list(rows)
        self._write(self._hung([Piece(view.id, "id")], _text([Piece(view.wording, "wording")]), len(view.id) + 2))
        self._write([""])
        self._write(self._rows(rows, self.width, max(len(row.label) for row in rows) + 2))

    def _branch(self, branch: Branch) -> Iterator[Text]:
        room = min(max(self.width // 3 - 8, 0), DEEPEST)
        stem, below = clipped(branch.stem, room), clipped(branch.below, room)
        if branch.claim is not None:
            return self._claim(branch.claim, stem, below)
        return self._hung([], _text(branch.voice), 2)

    def _claim(self, view: ClaimView, stem: str, below: str) -> Iterator[Text]:
        lead = [Piece("  "), Piece(stem, "dim"), Piece(view.id.ljust(5), "id")]
        half = (self.width - 10) // 2
        inner = (self.width if self.width < WIDE else half + 8) - 2 - len(stem)
        lines = (
            *self._hung(lead[2:], _text([Piece(view.wording, "wording")]), 6, inner),
            *self._hung([], _text(view.marks.pieces), 6, inner),
        )
        slots = tuple(self._rows(view.rows, self.width - half - 10, 9))
        if self.width < WIDE:
            narrow = self._rows(view.rows, self.width - 8 - len(stem), 9)
            lines = (*lines, *(_after(" " * 6, line) for line in narrow))
        drawn = (_after(f"  {stem if not number else below}", line) for number, line in enumerate(lines))
        yield from drawn if self.width < WIDE else _beside(drawn, slots, half + 10)

    def _rows(self, rows: Iterable[Row], width: int, label: int) -> Iterator[Text]:
        for row in rows:
            inner = len(row.text) - len(row.text.lstrip())
            yield from self._hung([Piece(row.label, "label")], _text(row.pieces)[inner:], label + inner, width)

    def _hung(self, lead: Sequence[Piece], body: Text, indent: int, width: int | None = None) -> Iterator[Text]:
        """Yield `body` wrapped behind `lead`, later lines indented."""
        from rich.text import Text

        lines = body.wrap(self.console, max(10, (width or self.width) - indent), overflow="fold") or [Text()]
        for number, line in enumerate(lines):
            first = _text(lead) if not number else Text()
            first.append(" " * max(indent - first.cell_len, 1 if first and indent else 0))
            line.rstrip()
            yield first.append_text(line)

    def _write(self, lines: Iterable[RenderableType]) -> None:
        for line in lines:
            self.console.print(line, soft_wrap=True)


def _text(pieces: Iterable[Piece]) -> Text:
    from rich.text import Text

    text = Text()
    for piece in pieces:
        text.append(piece.text, STYLES.get(piece.style, "") or None)
    return text


def _after(indent: str, line: Text) -> Text:
    return _text([Piece(indent)]).append_text(line)


def _beside(left: Iterable[Text], right: Iterable[Text], column: int) -> Iterator[Text]:
    from rich.text import Text

    for one, other in zip_longest(left, right):
        line = one or Text()
        if other:
            line.append(" " * (column - line.cell_len)).append_text(other)
        yield line


def plain_sentence(view: SentenceView) -> Iterator[str]:
    """Yield a sentence and its claims as lines of three tab-separated fields: id, label, value."""
    yield f"{view.id}\t{view.zone}\t{view.text}"
    if view.remark:
        yield f"{view.id}\tremark\t{view.remark}"
    for claim in view.claims:
        under = (Row("under", (Piece(claim.under),)),) if claim.under else ()
        yield from plain_claim(claim, (claim.marks, *under, *claim.rows))


def plain_claim(view: ClaimView, rows: Iterable[Row]) -> Iterator[str]:
    """Yield a claim as such lines; a row without label continues the one before."""
    yield f"{view.id}\tclaim\t{view.wording}"
    label = ""
    for row in rows:
        label = row.label or label
        yield f"{view.id}\t{label}\t{row.plain if row.plain is not None else row.text}"
