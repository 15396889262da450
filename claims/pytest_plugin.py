"""``pytest --claims corpus/``: every claim file is a test, which passes when nothing is wrong with the file.

Loaded by pytest itself (entry point ``pytest11``). Without ``--claims`` it does nothing and loads nothing. Rules and
settings are those of `claims validate`: a finding that is an error fails the test of its file, one that is a warning is
a warning of pytest's. Rules about several documents are a test of their own, behind those of the files.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from claims.checks import Checked, Finding, RuleSet

#: Name of the test of each file, and of the one about all of them.
NAME, ACROSS = "claims", "claims-across-files"
_FILES = pytest.StashKey[dict[Path, str]]()
_FOUND = pytest.StashKey[dict[str, "tuple[Checked, ...]"]]()
_TYPED = pytest.StashKey[list[Path]]()


class ClaimsWarning(UserWarning):
    """A finding that is a warning."""


class BrokenClaimsError(Exception):
    """Findings that fail a test."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--claims`` and ``--claims-cache``."""
    group = parser.getgroup("claims", "claim files")
    group.addoption(
        "--claims",
        metavar="PATH",
        action="append",
        default=[],
        help="check the claim files below this folder, or this file or glob, one test a file; may be repeated",
    )
    group.addoption("--claims-cache", metavar="FOLDER", help="remember results in this folder; safe to delete")


def pytest_configure(config: pytest.Config) -> None:
    """Find the files, and let pytest collect them: alone where nothing else was named."""
    names = config.getoption("claims")
    config.stash[_FILES] = {}
    if not names:
        return
    files = _collected(names)
    config.stash[_FILES] = {Path(os.path.abspath(path)): path for path in files}
    config.stash[_FOUND] = {}
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    config.stash[_TYPED] = [Path(os.path.abspath(word.partition("::")[0])) for word in config.args] if named else []
    config.args = [*(config.args if named else []), *_arguments(names, files)]


def _collected(names: Iterable[str]) -> list[str]:
    from claims.checks.collect import STDIN, collect
    from claims.checks.settings import settings_of
    from claims.errors import ClaimsError

    settings_of.cache_clear()
    try:
        files = [path for path in collect(names) if not _settings(path).excludes(path)]
    except ClaimsError as error:
        raise pytest.UsageError(f"--claims: {error}") from error
    missing = next((path for path in files if path == STDIN or not os.path.isfile(path)), None)
    if missing is not None:
        raise pytest.UsageError(f"--claims {missing}: there is no such file or folder")
    if not files:
        raise pytest.UsageError(f"--claims {' '.join(names)}: no claim files there")
    return files


def _arguments(names: Iterable[str], files: Iterable[str]) -> list[str]:
    """Return what pytest should walk: folders as they are, and the files that stand in none of them."""
    folders = [name for name in names if os.path.isdir(name)]
    roots = [Path(os.path.abspath(folder)) for folder in folders]
    alone = [file for file in files if not _below(Path(os.path.abspath(file)), roots)]
    return [*folders, *alone]


def _below(path: Path, folders: list[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _settings(path: str) -> Any:
    from claims.checks.settings import settings_of

    return settings_of(Path(os.path.abspath(path)).parent)


def _rules(path: str) -> RuleSet:
    rules: RuleSet = _settings(path).rules(path)
    return rules


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Pass over what stands beside the claim files, unless it was named: a test module in a corpus is not ours."""
    files = config.stash[_FILES]
    if not files or collection_path in files or collection_path.is_dir():
        return None
    roots = [Path(os.path.abspath(name)) for name in config.getoption("claims")]
    return True if _below(collection_path, roots) and not _below(collection_path, config.stash[_TYPED]) else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Make a test of each claim file."""
    if file_path not in parent.config.stash[_FILES]:
        return None
    collector: pytest.Collector = ClaimFile.from_parent(parent, path=file_path)
    return collector


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the test of the rules about several documents."""
    if any(isinstance(item, ClaimItem) for item in items) and len(config.stash[_FILES]) > 1:
        items.append(AcrossItem.from_parent(session, name=ACROSS))


class ClaimFile(pytest.File):
    """A claim file."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield its one test."""
        yield ClaimItem.from_parent(self, name=NAME)


class _Item(pytest.Item):
    """A test that fails by findings."""

    def judge(self, findings: Iterable[Finding]) -> None:
        """Warn of warnings, fail by errors; what only follows from another finding is left out."""
        told = [finding for finding in findings if finding.follows is None]
        for finding in told:
            if finding.severity != "error":
                warnings.warn(ClaimsWarning(_lines(finding)[0]), stacklevel=2)
        errors = tuple(finding for finding in told if finding.severity == "error")
        if errors:
            raise BrokenClaimsError(errors)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the findings as people read them, without a traceback."""
        from claims.errors import ClaimsError

        if isinstance(excinfo.value, BrokenClaimsError):
            return "\n".join(line for finding in excinfo.value.findings for line in _lines(finding))
        if isinstance(excinfo.value, ClaimsError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class ClaimItem(_Item):
    """The test of one claim file."""

    def runtest(self) -> None:
        """Check the file."""
        checked = _checked(self.config, self.config.stash[_FILES][self.path])
        self.judge(finding for one in checked for finding in one.findings)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return what the test is called in reports."""
        return self.path, None, f"claims of {self.config.stash[_FILES][self.path]}"


class AcrossItem(_Item):
    """The test of the rules about several documents."""

    def runtest(self) -> None:
        """Compare the documents of all files, those whose own test was not run as well."""
        from claims.checking import compared

        found = [one for path in self.config.stash[_FILES].values() for one in _checked(self.config, path)]
        self.judge(compared(found, _rules))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return what the test is called in reports."""
        return self.config.rootpath, None, "claims across files"


def _checked(config: pytest.Config, path: str) -> tuple[Checked, ...]:
    """Return what is in a file; it is checked once in a run."""
    from claims.result_cache import cached_documents

    found = config.stash[_FOUND]
    if path not in found:
        found[path] = cached_documents(path, _rules(path), config.getoption("claims_cache"))
    return found[path]


def _lines(finding: Finding) -> list[str]:
    """Return a finding in lines: where and what, the words concerned, what to do."""
    from claims.visible import one_line

    place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)
    where = f" ({finding.pointer})" if finding.pointer else ""
    lines = [f"{place}: {finding.code}: {finding.message}{where}"]
    if finding.excerpt:
        words = finding.excerpt
        shown = one_line(f"{words.before}[{words.marked}]{words.after}")
        lines.append(f"    text {words.line}:{words.column} | {shown}")
    return [*lines, f"    {finding.hint}"] if finding.hint else lines
