"""Changes in words: one row a slot, before and after, for people and for other tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal

import attrs

from claims.changes.compare import Change, Changes, Kind, SlotChange
from claims.changes.places import WORD
from claims.changes.portraits import Ref, Value
from claims.text import Extent

#: Above this many pairs of words, two texts are shown side by side without marks.
MOST_PAIRS = 250_000


@attrs.frozen
class Row:
    """A slot before and after, in words; None where it holds nothing."""

    slot: str
    kind: Kind
    before: str | None
    after: str | None


@attrs.frozen
class Piece:
    """Some words, and whether only one side has them."""

    text: str
    kind: Literal["same", "removed", "added"]


def rows(change: Change, found: Changes) -> Iterator[Row]:
    """Yield what differs in an item: each slot, or for what was added or removed the slots that it has."""
    for slot in change.slots:
        places = slot.kind == "moved"
        before, after = _said(slot.before, found.titles[0], places), _said(slot.after, found.titles[1], places)
        yield Row(_name(slot.slot), slot.kind, before, after)
    if change.kind in ("added", "removed"):
        for name, values in change.item.slots.items():
            if name not in _LEFT_OUT:
                yield _alone(change, SlotChange(name, change.kind, values, values), found)


#: What the heading of an item says already, or what is only of use beside another version.
_LEFT_OUT = frozenset(
    {"wording", "extent", "head", "sentence", "words", "paragraph", "begins_paragraph", "claim", "rule"}
)


def _alone(change: Change, slot: SlotChange, found: Changes) -> Row:
    if change.kind == "added":
        return Row(_name(slot.slot), "added", None, _said(slot.after, found.titles[1], False))
    return Row(_name(slot.slot), "removed", _said(slot.before, found.titles[0], False), None)


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts, each with the words marked that the other lacks.

    >>> [piece.text for piece in pieces("a red door", "a green door")[1] if piece.kind == "added"]
    ['green']
    """
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) * len(new) > MOST_PAIRS:
        return (Piece(before, "removed"),), (Piece(after, "added"),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        if a < b:
            left.append(Piece("".join(old[a:b]), "same" if same else "removed"))
        if c < d:
            right.append(Piece("".join(new[c:d]), "same" if same else "added"))
    return tuple(left), tuple(right)


def place(extent: Extent) -> str:
    """Return an extent in figures."""
    return " ".join(f"[{span.start}, {span.end})" for span in extent)


def _name(slot: str) -> str:
    return slot.replace("_", " ")


def _said(values: tuple[Value, ...], titles: Mapping[Ref, str], places: bool) -> str | None:
    """Return values in words, None for no value; with their places where nothing else differs."""
    return "; ".join(_value(value, titles, places) for value in values) if values else None


def _value(value: Value, titles: Mapping[Ref, str], places: bool) -> str:
    led = [f"→ {titles[ref]}" if ref in titles else f"→ {ref.id} (not in the file)" for ref in value.refs]
    parts = [value.text, *led, place(value.spans) if places or not (value.text or led) else ""]
    return " ".join(part for part in parts if part)
