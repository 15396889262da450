"""Frozen values of which a page of text needs ten thousand: `value` is `attrs.frozen` without its guard at run time.

To the type checker the two are one: it refuses every assignment to a field. While the program runs the fields stand
open, since attrs fills those of a guarded value three times as slowly. What a claim file says (`claims.model`) keeps
the guard: callers hold it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import frozen as value
else:

    def value(made: type | None = None, **options: Any) -> Any:
        """Make a class of values, to be compared and hashed by their fields."""
        return attrs.define(made, unsafe_hash=True, on_setattr=attrs.setters.NO_OP, **options)


__all__ = ["value"]
