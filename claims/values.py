"""Frozen values of which a page of text needs ten thousand, and what is worked out of them once.

`value` is `attrs.frozen` without its guard at run time.

To the type checker the two are one: it refuses every assignment to a field. While the program runs the fields stand
open, since attrs fills those of a guarded value three times as slowly. What a claim file says (`claims.model`) keeps
the guard: callers hold it.

`lazy` is `functools.cached_property` without its lock, which makes that four times as slow on Python 3.11.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from functools import cached_property as lazy

    from attrs import evolve
    from attrs import frozen as value
else:

    def value(made: type | None = None, **options: Any) -> Any:
        """Make a class of values, to be compared and hashed by their fields."""
        return attrs.define(made, unsafe_hash=True, on_setattr=attrs.setters.NO_OP, **options)

    @cache
    def _fields(made: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
        """Return what a class is made of, and how to read that."""
        names = tuple(field.name for field in attrs.fields(made) if field.init)
        return names, attrgetter(*names)

    def evolve(instance: Any, **changes: Any) -> Any:
        """Return a value with some fields changed, as `attrs.evolve` does: for classes of two fields and more."""
        names, read = _fields(type(instance))
        return type(instance)(*map(changes.get, names, read(instance)))

    class lazy:  # noqa: N801 - a decorator, like `property`
        """What is asked of an object when it is first needed, and kept beside its fields."""

        def __init__(self, ask: Callable[[Any], Any]) -> None:
            self.ask, self.__doc__ = ask, ask.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            found = instance.__dict__[self.name] = self.ask(instance)
            return found


__all__ = ["evolve", "lazy", "value"]
