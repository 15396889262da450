"""Changes as plain data: what `claims diff --format json` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from claims.changes.compare import SECTIONS, Change, Changes, SlotChange
from claims.changes.portraits import Portrait, Ref, Value


def counts(found: Changes) -> dict[str, dict[str, int]]:
    """Return for each section with changes how many items were added, removed, changed, moved."""
    table: dict[str, Counter[str]] = {name: Counter() for name in SECTIONS}
    for change in found.changes:
        table[change.section][change.kind] += 1
    return {name: dict(sorted(row.items())) for name, row in table.items() if row}


def to_data(found: Changes) -> dict[str, Any]:
    """Return changes as data that JSON can hold; places are ranges of code points in the text of their own file."""
    return {
        "before": {"id": found.before.source.id, "sha256": found.before.source.sha256},
        "after": {"id": found.after.source.id, "sha256": found.after.source.sha256},
        "counts": counts(found),
        "changes": [_change(change, found.titles) for change in found.changes],
    }


def _change(change: Change, titles: tuple[Mapping[Ref, str], Mapping[Ref, str]]) -> dict[str, Any]:
    data: dict[str, Any] = {"section": change.section, "kind": change.kind}
    if change.before:
        data["before"] = _item(change.before)
    if change.after:
        data["after"] = _item(change.after)
    if change.slots:
        data["slots"] = [_slot(slot, titles) for slot in change.slots]
    return data


def _item(item: Portrait) -> dict[str, Any]:
    return {"id": item.ref.id, "title": item.title, "spans": [[span.start, span.end] for span in item.place]}


def _slot(slot: SlotChange, titles: tuple[Mapping[Ref, str], Mapping[Ref, str]]) -> dict[str, Any]:
    before = [_value(value, titles[0]) for value in slot.before]
    after = [_value(value, titles[1]) for value in slot.after]
    return {"slot": slot.slot, "kind": slot.kind, "before": before, "after": after}


def _value(value: Value, titles: Mapping[Ref, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"text": value.text}
    if value.spans:
        data["spans"] = [[span.start, span.end] for span in value.spans]
    if value.refs:
        data["refs"] = [{"section": ref.section, "id": ref.id, "title": titles.get(ref)} for ref in value.refs]
    return data
