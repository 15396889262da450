"""`claims verdict retract`: take a verdict back."""

from __future__ import annotations

from claims.cli.options.verdict_retract import Options
from claims.cli.verdicts import check_out, day, one_document, write_judged
from claims.factcheck import retract


def run(options: Options) -> int:
    """Write the file with a verdict more, which says that an earlier one no longer holds."""
    check_out(options.out, options.force)
    document = one_document(options.file)
    taken = retract(document, options.verdict, by=options.by, at=day(options.date), rationale=options.rationale)
    write_judged(taken, options.out, options.force)
    return 0
