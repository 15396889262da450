"""Hold two versions of a claim file against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from claims.changes.matching import match
from claims.changes.places import Places, shape
from claims.changes.portraits import Portrait, Ref, Section, Value, portraits
from claims.errors import UsageError
from claims.model import Document
from claims.text import Extent

Kind = Literal["added", "removed", "changed", "moved"]

#: The order in which changes are told: what people look for first.
SECTIONS: tuple[Section, ...] = (
    "claims",
    "verdicts",
    "attributions",
    "times",
    "entities",
    "sentences",
    "scales",
    "annotators",
    "source",
)


@attrs.frozen
class SlotChange:
    """A slot that differs."""

    slot: str
    #: "moved" where it has the same words at another place.
    kind: Kind
    before: tuple[Value, ...]
    after: tuple[Value, ...]


@attrs.frozen
class Change:
    """An item that was added or removed, or whose slots differ."""

    section: Section
    #: "moved" where only places differ.
    kind: Kind
    before: Portrait | None
    after: Portrait | None
    slots: tuple[SlotChange, ...] = ()

    @property
    def item(self) -> Portrait:
        """The item as it is now, or was last."""
        item = self.after or self.before
        if item is None:
            raise UsageError("a change has an item before or after it")
        return item


@attrs.frozen
class Changes:
    """Everything that changed, section by section, in the order of the later file."""

    before: Document
    after: Document
    changes: tuple[Change, ...]
    #: What references lead to, by title: of the earlier and of the later file.
    titles: tuple[Mapping[Ref, str], Mapping[Ref, str]]


@attrs.frozen
class _Both:
    """What is needed to tell whether two values are the same."""

    places: Places
    #: Item of the earlier file → the same item of the later one.
    twins: Mapping[Ref, Ref]
    #: Every item of the earlier file.
    items: Mapping[Ref, str]

    def same_ref(self, old: Ref, new: Ref) -> bool:
        """Tell whether two references lead to the same item, or to the same nothing."""
        return self.twins.get(old) == new if old in self.items else old == new

    def same_place(self, old: Extent, new: Extent) -> bool:
        if not self.places.known:
            return (not old and not new) or (bool(old) and bool(new) and shape(old) == shape(new))
        return self.places.follow(old) == new

    def same_words(self, old: tuple[Value, ...], new: tuple[Value, ...]) -> bool:
        return len(old) == len(new) and all(
            a.text == b.text and len(a.refs) == len(b.refs) and all(map(self.same_ref, a.refs, b.refs))
            for a, b in zip(old, new, strict=True)
        )


def changes(before: Document, after: Document, texts: tuple[str | None, str | None] = (None, None)) -> Changes:
    """Return what changed from one claim file to another.

    Items are matched by content and place. `texts` are the source texts, where the files do not hold them. Where the
    text has changed, places are followed through the change, so that a claim that stands further down only because a
    paragraph was put before it has not moved; without the texts only the inner shape of places is compared.
    """
    texts = (_first(texts[0], before.source.text), _first(texts[1], after.source.text))
    same = before.source.sha256 == after.source.sha256
    old, new = portraits(before, texts[0], same), portraits(after, texts[1], same)
    titles = (_titles(old), _titles(new))
    places = Places.of(*texts, same)
    pairs = {name: match(old[name], new[name], places, titles) for name in SECTIONS}
    # A file has one source, whatever became of it.
    pairs["source"] = [(0, 0)]
    twins = {old[name][a].ref: new[name][b].ref for name in SECTIONS for a, b in pairs[name]}
    both = _Both(places, twins, titles[0])
    found = (change for name in SECTIONS for change in _section(name, old[name], new[name], pairs[name], both))
    return Changes(before, after, tuple(found), titles)


def _first(text: str | None, other: str | None) -> str | None:
    return text if text is not None else other


def _titles(items: Mapping[Section, tuple[Portrait, ...]]) -> dict[Ref, str]:
    return {item.ref: item.title for rows in items.values() for item in rows}


def _section(
    name: Section, old: tuple[Portrait, ...], new: tuple[Portrait, ...], pairs: list[tuple[int, int]], both: _Both
) -> list[Change]:
    """Return the changes of a section in the order of the later file, what was removed behind what stood before it."""
    twin = {b: a for a, b in pairs}
    rows: list[tuple[tuple[int, int, int], Change]] = [
        ((behind, 1, a), Change(name, "removed", old[a], None)) for a, behind in _gone(len(old), dict(pairs))
    ]
    for b, item in enumerate(new):
        if b not in twin:
            rows.append(((b, 0, 0), Change(name, "added", None, item)))
        elif slots := compare(old[twin[b]], item, both):
            kind: Kind = "moved" if all(slot.kind == "moved" for slot in slots) else "changed"
            rows.append(((b, 0, 0), Change(name, kind, old[twin[b]], item, slots)))
    return [change for _, change in sorted(rows, key=lambda row: row[0])]


def _gone(count: int, twin: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield each earlier item without a twin, and the later item behind which it would stand."""
    behind = -1
    for index in range(count):
        if index in twin:
            behind = twin[index]
        else:
            yield index, behind


def compare(old: Portrait, new: Portrait, both: _Both) -> tuple[SlotChange, ...]:
    """Return the slots of two matched items that differ."""
    names = (*new.slots, *(name for name in old.slots if name not in new.slots))
    found = (_slot(name, old.slots.get(name, ()), new.slots.get(name, ()), both) for name in names)
    return tuple(change for change in found if change)


def _slot(name: str, old: tuple[Value, ...], new: tuple[Value, ...], both: _Both) -> SlotChange | None:
    if not old or not new:
        return SlotChange(name, "removed" if old else "added", old, new)
    if not both.same_words(old, new):
        return SlotChange(name, "changed", old, new)
    if all(both.same_place(a.spans, b.spans) for a, b in zip(old, new, strict=True)):
        return None
    return SlotChange(name, "moved", old, new)
