"""Print what `claims validate` found: one module a format, and their table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType

from claims.cli.reporters.base import FileReport, Outcome, Render, summary


def _late(module: str, function: str = "render") -> Render:
    """Return a reporter that is loaded when it is called: XML and the like take longer to load than a file to check."""

    def render(outcome: Outcome) -> Iterable[str]:
        lines: Iterable[str] = getattr(import_module(f"{__name__}.{module}"), function)(outcome)
        return lines

    return render


#: Name on the command line → what prints it.
REPORTERS: Mapping[str, Render] = MappingProxyType(
    {
        "text": _late("text"),
        "json": _late("json_"),
        "jsonl": _late("json_", "render_lines"),
        "github": _late("github"),
        "sarif": _late("sarif"),
        "junit": _late("junit"),
        "gitlab": _late("gitlab"),
        "checkstyle": _late("checkstyle"),
    }
)

__all__ = ["REPORTERS", "FileReport", "Outcome", "Render", "summary"]
