"""Print what `claims validate` found: one module a format, and their table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claims.cli.reporters import checkstyle, github, gitlab, json_, junit, sarif, text
from claims.cli.reporters.base import FileReport, Outcome, Render, summary

#: Name on the command line → what prints it.
REPORTERS: Mapping[str, Render] = MappingProxyType(
    {
        "text": text.render,
        "json": json_.render,
        "jsonl": json_.render_lines,
        "github": github.render,
        "sarif": sarif.render,
        "junit": junit.render,
        "gitlab": gitlab.render,
        "checkstyle": checkstyle.render,
    }
)

__all__ = ["REPORTERS", "FileReport", "Outcome", "Render", "summary"]
