"""`claims corpus stats`: what a corpus holds, in numbers."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from claims.cli.convert import refuse_existing
from claims.cli.files import write_text
from claims.cli.options.corpus_stats import Options
from claims.cli.paper import console
from claims.cli.terminal import is_terminal, wants_color
from claims.corpus.documents import stored
from claims.corpus.statistics import Statistics, plain_rows, statistics
from claims.corpus.statistics_page import statistics_page
from claims.errors import UsageError
from claims.visible import one_line

#: Rows of a table that people are shown.
MOST = 10
#: Columns of a bar.
BAR = 20


def run(options: Options) -> int:
    """Count, and write the numbers to standard output or a page to a file."""
    if options.html is not None:
        refuse_existing(options.html, options.force)
    found = statistics(stored(options.paths))
    if not found.totals["texts"]:
        raise UsageError(f"{', '.join(options.paths)}: there is no document in it")
    if options.html is not None:
        title = f"Claims in {', '.join(os.path.basename(os.path.normpath(path)) for path in options.paths)}"
        write_text(statistics_page(found, title), options.html, options.force)
    elif options.format == "json":
        print(json.dumps({"totals": found.totals, "figures": found.figures, **found.tables}, indent=1))
    elif is_terminal(sys.stdout) or options.color == "always":
        paper = console(sys.stdout, wants_color(options.color, sys.stdout), None)
        for line, style in _lines(found):
            paper.print(line, style=style, soft_wrap=True)
    else:
        for row in plain_rows(found):
            print("\t".join(map(one_line, row)))
    return 0


def _lines(found: Statistics) -> Iterator[tuple[str, str]]:
    """Yield the lines for people, each with its style."""
    totals = [(name, f"{number:,}") for name, number in found.totals.items() if name in PLAIN]
    shares = [(name, _share(value)) for name, value in found.figures.items() if value is not None]
    for name, value in (*totals, *shares):
        yield f"{name:42}{value:>12}", ""
    for table, rows in found.tables.items():
        if not rows:
            continue
        yield "", ""
        yield table, "bold"
        shown = list(rows.items()) if all(name.isdigit() for name in rows) else found.top(table, MOST)
        most = max(rows.values())
        for name, number in shown[: 2 * MOST]:
            yield f"  {one_line(name)[:38]:40}{number:>12,}  {'▇' * round(BAR * number / most)}", ""
        if len(rows) > len(shown[: 2 * MOST]):
            yield f"  … and {len(rows) - len(shown[: 2 * MOST]):,} more", "dim"


def _share(value: float) -> str:
    return f"{value:.1%}" if value <= 1 else f"{value:,.1f}"


#: Totals that stand for themselves; the others are part of a share.
PLAIN = frozenset(("texts", "words", "sentences", "claims", "attributions", "times", "entities", "verdicts"))
