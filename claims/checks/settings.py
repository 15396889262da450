"""Configuration that lies beside the files: ``.claims.toml``, ``pyproject.toml`` or ``setup.cfg``.

The nearest one in a file's folder or above it counts, up to the root of the repository. Only the sections
``[tool.claims]`` (pyproject.toml) and ``[claims]`` (setup.cfg) are ours; `.claims.toml` is all ours.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from claims.checks.collect import excluded
from claims.checks.ruleset import RuleSet
from claims.errors import UsageError

#: Names of the files, the first found in a folder counts.
FILES = (".claims.toml", "pyproject.toml", "setup.cfg")
KEYS = ("select", "ignore", "severity", "per-file-ignores", "exclude", "baseline")
_SEVERITIES = ("error", "warning")


@attrs.frozen
class Settings:
    """What a configuration says; everything is optional."""

    #: The file it comes from; None without one.
    file: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    #: Name of a rule or family, and "error" or "warning".
    severity: tuple[tuple[str, Any], ...] = ()
    #: Pattern of paths below the file's folder, and what is ignored there.
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None

    def rules(self, path: str, select: tuple[str, ...] | None = None, ignore: tuple[str, ...] = ()) -> RuleSet:
        """Return the rules for the file at `path`; `select` and `ignore` come from the command line and win."""
        local = tuple(name for pattern, names in self.per_file_ignores if self._fits(path, pattern) for name in names)
        chosen = self.select if select is None else select
        return _rules(chosen, (*self.ignore, *local, *ignore), self.severity)

    def excludes(self, path: str) -> bool:
        """Tell whether the file at `path` is passed over in a folder."""
        return bool(self.exclude) and excluded(self._relative(path), self.exclude)

    def _fits(self, path: str, pattern: str) -> bool:
        return excluded(self._relative(path), [pattern])

    def _relative(self, path: str) -> str:
        if self.file is None:
            return path
        return os.path.relpath(os.path.abspath(path), os.path.abspath(self.file.parent))


@lru_cache(maxsize=256)
def _rules(select: tuple[str, ...] | None, ignore: tuple[str, ...], severity: tuple[tuple[str, Any], ...]) -> RuleSet:
    return RuleSet.choose(select, ignore, dict(severity))


@lru_cache(maxsize=4096)
def settings_of(folder: Path) -> Settings:
    """Return the settings that count in an absolute `folder`: its own, or those of the nearest folder above.

    Raises `UsageError` for a configuration that cannot be read or names what there is not.
    """
    for name in FILES:
        file = folder / name
        if file.is_file() and (found := load(file)) is not None:
            return found
    if (folder / ".git").exists() or folder.parent == folder:
        return Settings()
    return settings_of(folder.parent)


def load(file: Path) -> Settings | None:
    """Return the settings of one file, None where it has no section of ours."""
    try:
        section = _cfg_section(file) if file.suffix == ".cfg" else _toml_section(file)
    except (OSError, ValueError) as error:
        # The decoding and the syntax errors of TOML are among these.
        reason = getattr(error, "strerror", None) or str(error).replace("\n", " ")
        raise UsageError(f"{file}: cannot be read: {reason}") from error
    return None if section is None else _settings(file, section)


def _cfg_section(file: Path) -> Mapping[str, Any] | None:
    import configparser

    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(file.read_text("utf-8"), str(file))
    except configparser.Error as error:
        raise ValueError(str(error)) from error
    return dict(parser["claims"]) if parser.has_section("claims") else None


def _toml_section(file: Path) -> Mapping[str, Any] | None:
    import tomllib

    data = tomllib.loads(file.read_text("utf-8"))
    if file.name != "pyproject.toml":
        return data
    tool = data.get("tool")
    section = tool.get("claims") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _settings(file: Path, section: Mapping[str, Any]) -> Settings:
    for key in section:
        if key not in KEYS:
            from difflib import get_close_matches

            close = get_close_matches(key, KEYS, 1)
            raise UsageError(f"{file}: there is no setting {key!r}" + (f"; is {close[0]} meant?" if close else ""))
    readers: dict[str, Callable[[Any, str], Any]] = {
        "select": _names,
        "ignore": _names,
        "exclude": _names,
        "severity": _severities,
        "per-file-ignores": _lists,
        "baseline": _path,
    }
    values = {key.replace("-", "_"): readers[key](value, f"{file}: {key}") for key, value in section.items()}
    made = Settings(file, **values)
    made.rules("")
    for _, names in made.per_file_ignores:
        RuleSet.choose(ignore=names)
    return made


def _names(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(re.findall(r"[^\s,]+", value))
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise UsageError(f"{where} should be a list of names")


def _severities(value: Any, where: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple((name, str(weight).strip()) for name, weight in _table(value, where).items())
    for name, weight in pairs:
        if weight not in _SEVERITIES:
            raise UsageError(f'{where}: {name} should be "error" or "warning", not {weight!r}')
    return pairs


def _lists(value: Any, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((pattern, _names(names, f"{where}: {pattern}")) for pattern, names in _table(value, where).items())


def _table(value: Any, where: str) -> Mapping[str, Any]:
    """Return a table; in setup.cfg, one ``name: value`` a line."""
    if isinstance(value, Mapping):
        return value
    rows = (
        [line.partition(":") for line in value.splitlines() if line.strip()] if isinstance(value, str) else [("",) * 3]
    )
    if not all(name.strip() and colon for name, colon, _ in rows):
        raise UsageError(f"{where} should be a table: one name: value a line")
    return {name.strip(): rest.strip() for name, _, rest in rows}


def _path(value: Any, where: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise UsageError(f"{where} should be the name of a file")
