"""Packages that only some formats need, imported on use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claims.errors import MissingDependencyError


def needed(module: str, extra: str, what: str) -> Any:
    """Import `module`, or raise `MissingDependencyError` with the command that installs it."""
    try:
        return import_module(module)
    except ImportError as error:
        message = f"{what} needs the package {module.partition('.')[0]}: pip install 'atomic-claims[{extra}]'"
        raise MissingDependencyError(message) from error
