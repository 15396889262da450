"""Modules of this package that are loaded when they are needed: a command that reads JSON starts without lxml."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

import attrs


def _call(module: str, function: str, *arguments: Any) -> Any:
    return getattr(import_module(f"{__package__}.{module}"), function)(*arguments)


@attrs.frozen
class Late:
    """Stands for a module; its functions import it when they are called.

    >>> Late("json_").decline(b"<") is None
    False
    """

    name: str

    def __getattr__(self, function: str) -> Any:
        if function.startswith("__"):
            raise AttributeError(function)
        return partial(_call, self.name, function)
