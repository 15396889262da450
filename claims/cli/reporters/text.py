"""Findings as people read them: where, what, the source words with a mark under them, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.cli.reporters.base import FileReport, Outcome
from claims.cli.terminal import styled
from claims.cli.visible import one_line, visible

if TYPE_CHECKING:
    from claims.checks import Excerpt, Finding


def render(outcome: Outcome, color: bool = False) -> Iterator[str]:
    """Yield every finding that is told."""
    for report in outcome.limited():
        yield from file_lines(report, color)


def file_lines(report: FileReport, color: bool = False, followers: Counter[str] | None = None) -> Iterator[str]:
    """Yield the findings of one file; no findings, no lines."""
    counted = Counter(followers or {})
    for finding in report.findings:
        yield from finding_lines(finding, color, counted.pop(finding.code, 0))


def finding_lines(finding: Finding, color: bool = False, followers: int = 0) -> Iterator[str]:
    """Yield one finding: where and what, the source words with a mark under them, what to do.

    >>> from claims.checks import Finding
    >>> print(*finding_lines(Finding("X004", "the file is empty", "a.json", line=1, column=1)))
    a.json:1:1: X004: the file is empty
    """
    code = styled(finding.code, "33" if finding.severity == "warning" else "31", color)
    kind = " (warning)" if finding.severity == "warning" else ""
    head = f"{styled(one_line(where(finding)), '1', color)}: {code}{kind}: {one_line(finding.message)}"
    yield f"{head} {styled(f'({one_line(finding.pointer)})', '2', color)}" if finding.pointer else head
    if finding.value is not None and finding.value not in finding.message and finding.value[:1] in '"[0123456789-ntf':
        yield f"    {styled('value:', '36', color)} {one_line(finding.value)}"
    if finding.excerpt:
        yield from (f"    {line}" for line in excerpt_lines(finding.excerpt, color))
    if finding.hint:
        yield f"    {styled('hint:', '36', color)} {one_line(finding.hint)}"
    if followers:
        yield f"    {styled(f'{followers} more follow from this; --all shows them', '2', color)}"


def where(finding: Finding) -> str:
    """Return file, line and column, and the record where the file has several."""
    name = "standard input" if finding.path == "-" else finding.path
    place = f"{name}:{finding.line}:{finding.column}" if finding.line is not None else name
    return place if finding.record is None else f"{place} (record {finding.record})"


def excerpt_lines(excerpt: Excerpt, color: bool = False) -> tuple[str, str]:
    """Return the words of the source, and a line of carets under the marked ones, as wide as the terminal has them."""
    lead = f"text {excerpt.line}:{excerpt.column}"
    before, marked, after = map(_flat, (excerpt.before, excerpt.marked, excerpt.after))
    carets = " " * _cells(before) + "^" * max(1, _cells(marked))
    shown = f"{before}{styled(marked, '4;33', color)}{after}"
    return f"{lead} | {shown}", f"{' ' * len(lead)} | {styled(carets, '33', color)}"


def statistics(outcome: Outcome) -> Iterator[str]:
    """Yield how often each rule was broken: number, code, name, tab-separated."""
    for number, rule in outcome.statistics():
        yield f"{number}\t{rule.code}\t{rule.name}"


def followers(findings: Iterable[Finding]) -> Counter[str]:
    """Count, by the code of the cause, what is not told because it only follows."""
    return Counter(finding.follows for finding in findings if finding.follows)


def _cells(words: str) -> int:
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _flat(words: str) -> str:
    return visible(words.replace("\n", "⏎").replace("\t", " "))
