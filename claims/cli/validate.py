"""`claims validate`: what is wrong with claim files."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claims.checking import check_documents, compared
from claims.checks.baseline import Baseline, dump
from claims.checks.collect import STDIN, collect
from claims.checks.settings import Settings, load, settings_of
from claims.cli.messages import progress, say
from claims.cli.options.validate import Options
from claims.cli.reporters import REPORTERS, FileReport, Outcome, summary, text
from claims.cli.terminal import wants_color
from claims.errors import InputError, UsageError

if TYPE_CHECKING:
    from claims.checks import Checked, Finding, RuleSet

#: From so many files on, several processes are quicker than one.
MANY = 64
_CHUNK = 16
#: Objects that come to stay; looking for garbage among them costs a third of the time.
_GARBAGE = 500_000


def run(options: Options) -> int:
    """Check every file and print what was found; 2 if one cannot be checked, else 1 if there are errors."""
    gc.set_threshold(_GARBAGE)
    settings_of.cache_clear()
    if options.fix or options.diff:
        from claims.cli.fixing import fix

        changed = fix(_paths(options), options.diff, _debts(options))
        if options.diff:
            return 1 if changed and not options.exit_zero else 0
    jobs = [Job(path, _rules(options, path), options.cache) for path in _paths(options)]
    baseline = _baseline(options)
    shown = Shown(options)
    files: list[FileReport] = []
    documents: list[Checked] = []
    known = 0
    for job, checked, error in _examined(jobs, options.jobs):
        findings = tuple(found for one in checked for found in one.findings)
        findings, paid = baseline.split(findings)
        known += paid
        files.append(FileReport(job.path, findings, len(checked), error))
        shown.file(files[-1])
        documents += checked
    rules = {job.path: job.rules for job in jobs}
    across, paid = baseline.split(compared(documents, rules.__getitem__))
    files = _joined(files, across)
    outcome = Outcome(tuple(files), known + paid, options.all, options.max_findings)
    shown.rest(outcome, across)
    if options.update_baseline:
        _write_baseline(options, [found for report in files for found in report.findings])
    return _code(outcome, options)


@attrs.frozen
class Job:
    """One file to check."""

    path: str
    rules: RuleSet
    #: Folder in which results are remembered.
    cache: str | None = None


def examine(job: Job) -> tuple[tuple[Checked, ...], str | None]:
    """Return what was found in each document of a file, or why it cannot be checked."""
    try:
        if job.path == STDIN:
            return tuple(check_documents(_stdin(), job.rules, name=STDIN, folder=Path())), None
        if job.cache is None:
            return tuple(check_documents(job.path, job.rules)), None
        # Loaded only here: most calls remember nothing.
        from claims.result_cache import cached_documents

        return cached_documents(job.path, job.rules, job.cache), None
    except InputError as error:
        return (), error.message
    except UsageError as error:
        return (), str(error).removeprefix(f"{job.path}: ")


class Shown:
    """Prints text as soon as a file is done, and any other form when all are."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._color = wants_color(options.color, sys.stdout)
        self._left = options.max_findings
        self._at_once = options.format == "text" and not options.statistics

    def file(self, found: FileReport) -> None:
        """Print what was found in a file."""
        if found.error is not None:
            say(f"{'standard input' if found.path == STDIN else found.path}: {found.error}")
        if self._at_once:
            self._print(found)

    def rest(self, outcome: Outcome, across: Iterable[Finding]) -> None:
        """Print what is only known at the end: findings about several documents, other forms, the summary."""
        if self._at_once:
            self._print(FileReport("", tuple(across)))
        elif self._options.format == "text":
            _put(text.statistics(outcome))
        else:
            _put(REPORTERS[self._options.format](outcome))
        say(summary(outcome))

    def _print(self, file: FileReport) -> None:
        found = file.shown(self._options.all)
        hidden = text.followers(file.findings) if not self._options.all else None
        if self._left is not None:
            found, self._left = found[: self._left], max(0, self._left - len(found))
        _put(text.file_lines(attrs.evolve(file, findings=found), self._color, hidden))


def _put(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _paths(options: Options) -> list[str]:
    """Return the files meant; the settings of each say what is passed over in folders."""
    named = set(options.paths)
    return [path for path in collect(options.paths) if path in named or not _settings(options, path).excludes(path)]


def _settings(options: Options, path: str) -> Settings:
    if options.no_config:
        return Settings()
    if options.config is not None:
        return _configured(options.config)
    folder = Path() if path == STDIN else Path(path).parent
    return settings_of(Path(os.path.abspath(folder)))


@lru_cache(maxsize=8)
def _configured(name: str) -> Settings:
    file = Path(name)
    if not file.is_file():
        raise UsageError(f"{name}: no such file")
    found = load(file)
    if found is None:
        raise UsageError(f"{name}: has no section for claims")
    return found


def _rules(options: Options, path: str) -> RuleSet:
    return _settings(options, path).rules(path, options.select, options.ignore)


def _baseline(options: Options) -> Baseline:
    path = _baseline_path(options)
    if options.update_baseline and path is None:
        raise UsageError("--update-baseline needs --baseline FILE, or a baseline in the settings")
    if path is None or options.update_baseline:
        return Baseline()
    return Baseline.read(path)


def _baseline_path(options: Options) -> str | None:
    if options.baseline is not None:
        return options.baseline
    settings = _settings(options, options.paths[0])
    if settings.baseline is None or settings.file is None:
        return None
    return os.path.relpath(settings.file.parent / settings.baseline)


def _debts(options: Options) -> Callable[[str, bytes, bytes], None] | None:
    """Return what lets the baseline follow the mending of a file: old debts stay known under new words and ids."""
    path = _baseline_path(options)
    if path is None or options.update_baseline or not Path(path).is_file():
        return None
    baseline = Baseline.read(path)

    def follow(name: str, before: bytes, after: bytes) -> None:
        from claims.formats._files import write_aside

        nonlocal baseline
        found = [_by_place(name, data, _rules(options, name)) for data in (before, after)]
        made = baseline.followed((found[0][place], found[1][place]) for place in found[0] if place in found[1])
        if made is not None:
            write_aside(path, [made], force=True)
            baseline = Baseline.read(path)

    return follow


def _by_place(name: str, data: bytes, rules: RuleSet) -> dict[tuple[int | None, str, str, int], Finding]:
    """Return what is found in a file by record, code, pointer, and number among those alike."""
    found: dict[tuple[int | None, str, str, int], Finding] = {}
    counts: Counter[tuple[int | None, str, str]] = Counter()
    for checked in check_documents(data, rules, name=name, folder=Path(name).parent):
        for finding in checked.findings:
            place = finding.record, finding.code, finding.pointer
            found[*place, counts[place]] = finding
            counts[place] += 1
    return found


def _write_baseline(options: Options, findings: list[Finding]) -> None:
    from claims.formats._files import write_aside

    path = _baseline_path(options)
    if path is not None:
        write_aside(path, [dump(findings, path)], force=True)
        say(f"{path}: {len(findings):,} findings are known from now on")


def _examined(jobs: list[Job], processes: int | None) -> Iterator[tuple[Job, tuple[Checked, ...], str | None]]:
    """Yield what was found in each file, in order; many files are shared among processes."""
    with progress() as shown:
        for number, (job, (checked, error)) in enumerate(zip(jobs, _results(jobs, processes), strict=True), 1):
            shown.show(f"{number:,} of {len(jobs):,} files")
            yield job, checked, error


def _results(jobs: list[Job], processes: int | None) -> Iterator[tuple[tuple[Checked, ...], str | None]]:
    count = min(processes or len(os.sched_getaffinity(0)), len(jobs) // _CHUNK)
    if count < 2 or (processes is None and len(jobs) < MANY) or any(job.path == STDIN for job in jobs):
        yield from map(examine, jobs)
        return
    # Loaded only here: most calls check a few files.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(count) as pool:
        yield from pool.map(examine, jobs, chunksize=_CHUNK)


def _joined(files: list[FileReport], across: Iterable[Finding]) -> list[FileReport]:
    """Return the files with the findings that came later."""
    more: dict[str, list[Finding]] = {}
    for finding in across:
        more.setdefault(finding.path, []).append(finding)
    return [
        attrs.evolve(report, findings=(*report.findings, *more[report.path])) if report.path in more else report
        for report in files
    ]


def _stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("is closed")
    return sys.stdin.buffer.read()


def _code(outcome: Outcome, options: Options) -> int:
    if outcome.is_unreadable:
        return 2
    return 1 if outcome.errors and not options.exit_zero and not options.update_baseline else 0
