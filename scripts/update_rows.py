"""Write claims/checks/rows.py from the model: run it when a class or a field of `claims.model` has changed.

python scripts/update_rows.py
"""

from __future__ import annotations

import textwrap
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from claims import model
from claims.text import Extent, Span

ROWS = Path(__file__).parent.parent / "claims" / "checks" / "rows.py"

_HEAD = '''\
"""The classes of `claims.model` again, without anything but their fields: what the rules see of a file.

Made from `claims.model` by `scripts/update_rows.py`; do not edit by hand. A test holds the values against those of the
codec. Making attrs classes, loading the codec and asking each value for its type costs more than checking a small
file: here the schema has accepted everything, and nobody compares or prints a row.

`d` is the data of a row, `n` is told how many members it has, `s` makes a span, `e` an extent, `i` a whole number.
"""

# Lines are filled: it is the width that keeps the module short.
# fmt: off
# ruff: noqa: D101

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claims.schema_files import FORMAT
from claims.text import Extent, Span

D = dict[str, Any]
N = Callable[[int], None]
S = Callable[[Any], Span]
E = Callable[[Any], Extent]
I = Callable[[Any], int]  # noqa: E741

NO_WORDS = Extent()
'''
_MADE = {Span: "s({})", Extent: "e({})", int: "i({})"}


def main() -> None:
    """Write the module."""
    ROWS.write_text(rows_module(), "utf-8")


def rows_module() -> str:
    """Return claims/checks/rows.py."""
    return _HEAD + "".join(f"\n\n{_class(kind)}" for kind in _reached(model.Document))


def _reached(kind: type) -> list[type]:
    """Return the class and those of its fields, each behind those that it holds."""
    found: dict[type, None] = {}
    for hint in typing.get_type_hints(kind).values():
        for inner in _classes(hint):
            found.update(dict.fromkeys(_reached(inner)))
    return [*found, kind]


def _classes(hint: Any) -> Iterator[type]:
    if attrs.has(hint) and hint not in _MADE:
        yield hint
    for part in typing.get_args(hint):
        yield from _classes(part)


def _class(kind: type) -> str:
    hints = typing.get_type_hints(kind)
    slots = ", ".join(f'"{name}"' for name in sorted(hints))
    lines = [f"class {kind.__name__}:", *_wrapped(f"__slots__ = ({slots}{',' * (len(hints) == 1)})"), ""]
    if kind is model.Certainty:
        # The only one that is no object of the file but a member of one.
        lines += ["    def __init__(self, holder: str, value: str) -> None:"]
        lines += [f"        self.{name} = {name}" for name in hints]
        return "\n".join(lines) + "\n"
    lines += ["    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:", "        n(len(d))"]
    for field in attrs.fields(kind):
        lines += _assignment(field, hints[field.name])
    return "\n".join(lines) + "\n"


def _wrapped(line: str) -> list[str]:
    if len(line) <= 116:
        return [f"    {line}"]
    return [f"    {part}" for part in textwrap.wrap(line, 116, subsequent_indent=" " * 13)]


def _assignment(field: Any, hint: Any) -> list[str]:
    value = f'd["{field.name}"]'
    if hint == tuple[model.Certainty, ...]:
        return [
            f'        certainty = d.get("{field.name}") or {{}}',
            "        n(len(certainty))",
            f"        self.{field.name} = tuple([Certainty(holder, value) for holder, value in certainty.items()])",
        ]
    made = _expression(hint, value)
    if field.default is attrs.NOTHING:
        return [f"        self.{field.name} = {made}"]
    if field.default is None and made == value:
        return [f'        self.{field.name} = d.get("{field.name}")']
    if field.default is None:
        made = _expression(_some(hint), value)
        return [f'        self.{field.name} = {made} if d.get("{field.name}") is not None else None']
    if field.default == ():
        made = made.replace(value, f'd.get("{field.name}", ())')
        return [f"        self.{field.name} = {made}"]
    default = {model.FORMAT: "FORMAT", Extent(): "NO_WORDS"}.get(field.default, repr(field.default).replace("'", '"'))
    if made == value:
        return [f'        self.{field.name} = d.get("{field.name}", {default})']
    return [f'        self.{field.name} = {made} if "{field.name}" in d else {default}']


def _expression(hint: Any, value: str) -> str:
    """Return the code that makes a value of the type `hint` from plain data."""
    if hint in _MADE:
        return _MADE[hint].format(value)
    if attrs.has(hint):
        return f"{hint.__name__}({value}, n, s, e, i)"
    if typing.get_origin(hint) is tuple:
        inner = _expression(typing.get_args(hint)[0], "x")
        return f"tuple({value})" if inner == "x" else f"tuple([{inner} for x in {value}])"
    if _some(hint) is not hint:
        made = _expression(_some(hint), value)
        return value if made == value else f"{made} if {value} is not None else None"
    return value


def _some(hint: Any) -> Any:
    """Return the type without None."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


if __name__ == "__main__":
    main()
