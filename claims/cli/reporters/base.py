"""What reporters get: everything that was found, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from claims.checks.rules import BY_CODE

if TYPE_CHECKING:
    from claims.checks import Finding, Rule


@attrs.frozen
class FileReport:
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...] = ()
    #: Number of documents that were checked.
    documents: int = 1
    #: Why the file could not be checked.
    error: str | None = None

    def shown(self, everything: bool) -> tuple[Finding, ...]:
        """Return the findings that a reader is shown: those that only follow from others on request."""
        return tuple(found for found in self.findings if everything or found.follows is None)


@attrs.frozen
class Outcome:
    """What a run amounts to."""

    files: tuple[FileReport, ...] = ()
    #: Findings that the baseline knew, which are not told.
    known: int = 0
    #: Tell also what only follows from other findings.
    everything: bool = False
    #: At most so many findings are told; None for all.
    most: int | None = None

    def told(self) -> Iterator[Finding]:
        """Yield the findings that are told, in order."""
        for report in self.limited():
            yield from report.findings

    def limited(self) -> Iterator[FileReport]:
        """Yield the files with the findings that are told."""
        left = self.most
        for report in self.files:
            found = report.shown(self.everything)
            if left is not None:
                found, left = found[:left], max(0, left - len(found))
            yield attrs.evolve(report, findings=found)

    @property
    def errors(self) -> int:
        """Number of findings that make the exit code 1."""
        return sum(found.severity == "error" for report in self.files for found in report.findings)

    @property
    def is_unreadable(self) -> bool:
        """Tell whether a file could not be checked."""
        return any(report.error is not None for report in self.files)

    def statistics(self) -> list[tuple[int, Rule]]:
        """Return how often each rule was broken, the most frequent first."""
        counts = Counter(found.code for report in self.files for found in report.findings)
        return [
            (number, BY_CODE[code]) for code, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]


#: Turns an outcome into lines of text, without line ends.
Render = Callable[[Outcome], Iterable[str]]


def summary(outcome: Outcome) -> str:
    """Return how many problems there are in how many files.

    >>> summary(Outcome((FileReport("a.json"),)))
    'no problems in 1 file'
    """
    problems = sum(len(report.findings) for report in outcome.files)
    bad = sum(bool(report.findings) for report in outcome.files)
    unread = sum(report.error is not None for report in outcome.files)
    files = len(outcome.files)
    if problems:
        found = f"{_count(problems, 'problem')} in {bad} of {_count(files, 'file')}"
    else:
        found = f"no problems in {_count(files - unread, 'file')}"
    found += f"; {_count(outcome.known, 'more')} known to the baseline" if outcome.known else ""
    return found + (f"; {_count(unread, 'file')} could not be read" if unread else "")


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 or name == 'more' else 's'}"


def statement(finding: Finding) -> str:
    """Return the message, and in brackets the pointer: what formats show that have no field for it."""
    return f"{finding.message} ({finding.pointer})" if finding.pointer else finding.message


def uri(path: str) -> str:
    """Return a path as a relative or absolute URI reference (RFC 3986)."""
    from urllib.parse import quote

    plain = path.replace("\\", "/").removeprefix("./")
    return quote(plain, safe="/~") if plain != "-" else "stdin"


def lines(text: str) -> Iterable[str]:
    """Return the lines of a text without their ends."""
    return text.split("\n")
