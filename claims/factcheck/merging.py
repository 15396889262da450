"""Merge the files of several reviewers: verdicts side by side, nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import attrs

from claims.errors import UsageError
from claims.factcheck.verdicts import all_ids
from claims.model import Annotator, Document, Scale, Verdict

#: What reviewers do not touch, and the files must therefore agree on.
SHARED = ("sentences", "entities", "times", "attributions", "claims")


def merge(documents: Sequence[Document]) -> Document:
    """Return one document with the reviewers, scales and verdicts of all.

    The files must be about the same text and hold the same claims; the first gives everything else. What
    stands equally in several files is kept once; an id that means different things in two files is
    renamed in the later one, with everything that refers to it. Where reviewers disagree, both verdicts
    stay: `claims.factcheck.disagreements` lists them. Raises `UsageError` for files that do not belong
    together, naming what differs.
    """
    if not documents:
        raise UsageError("there is nothing to merge")
    merged = documents[0]
    for number, other in enumerate(documents[1:], 2):
        _check(documents[0], other, number)
        merged = _joined(merged, other)
    return merged


def _check(first: Document, other: Document, number: int) -> None:
    if (first.source.sha256, first.source.id) != (other.source.sha256, other.source.id):
        raise UsageError(
            f"file {number} is about another text: {other.source.id} ({other.source.sha256[:12]}…), not "
            f"{first.source.id} ({first.source.sha256[:12]}…)"
        )
    for name in SHARED:
        if different := _different(getattr(first, name), getattr(other, name)):
            raise UsageError(f"the files differ in {name}: {different} is not the same in file {number}; merge only "
                             "files that come from one annotation")  # fmt: skip


def _different(ours: Sequence[Any], theirs: Sequence[Any]) -> str | None:
    """Return the first id at which two lists part."""
    known = {row.id: row for row in theirs}
    for row in ours:
        if known.pop(row.id, None) != row:
            return str(row.id)
    return next(iter(known), None)


def _joined(ours: Document, theirs: Document) -> Document:
    taken = set(all_ids(ours)) | set(all_ids(theirs))
    people = _names(ours.annotators, theirs.annotators, taken, "p")
    scales = _names(ours.scales, theirs.scales, taken, "scale")
    verdicts = [_renamed(row, {}, people, scales) for row in theirs.verdicts]
    names = _verdict_names(ours.verdicts, verdicts, taken)
    return attrs.evolve(
        ours,
        annotators=_both(ours.annotators, _with_ids(theirs.annotators, people)),
        scales=_both(ours.scales, _with_ids(theirs.scales, scales)),
        verdicts=_both(ours.verdicts, tuple(_renamed(row, names, {}, {}) for row in verdicts)),
    )


def _names(
    ours: Sequence[Annotator] | Sequence[Scale],
    theirs: Sequence[Annotator] | Sequence[Scale],
    taken: set[str],
    letter: str,
) -> dict[str, str]:
    """Return new ids for rows of the later file: that of our equal row, or a free one where ours differs."""
    by_id: dict[str, Any] = {row.id: row for row in ours}
    equal = {attrs.evolve(row, id=""): row.id for row in ours}
    names: dict[str, str] = {}
    for row in theirs:
        if by_id.get(row.id) == row:
            continue
        if (same := equal.get(attrs.evolve(row, id=""))) is not None:
            names[row.id] = same
        elif row.id in by_id:
            names[row.id] = _free(taken, letter)
    return names


def _verdict_names(ours: Sequence[Verdict], theirs: Sequence[Verdict], taken: set[str]) -> dict[str, str]:
    """Return new ids for verdicts of the later file whose id is another verdict's in ours.

    Two verdicts with one id are the same only if everything about them is, down to what they replace.
    """
    by_id = {row.id: row for row in ours}
    names: dict[str, str] = {}
    for row in theirs:
        renamed = attrs.evolve(row, supersedes=names.get(row.supersedes or "", row.supersedes))
        if row.id in by_id and by_id[row.id] != renamed:
            names[row.id] = _free(taken, "v")
    return names


def _free(taken: set[str], letter: str) -> str:
    name = next(f"{letter}{number}" for number in count(1) if f"{letter}{number}" not in taken)
    taken.add(name)
    return name


def _with_ids(rows: Sequence[Any], names: dict[str, str]) -> Iterator[Any]:
    return (attrs.evolve(row, id=names.get(row.id, row.id)) for row in rows)


def _renamed(row: Verdict, names: dict[str, str], people: dict[str, str], scales: dict[str, str]) -> Verdict:
    return attrs.evolve(
        row,
        id=names.get(row.id, row.id),
        supersedes=names.get(row.supersedes or "", row.supersedes),
        by=people.get(row.by or "", row.by),
        scale=scales.get(row.scale or "", row.scale),
    )


def _both(ours: Sequence[Any], theirs: Any) -> tuple[Any, ...]:
    kept = list(ours)
    kept += [row for row in theirs if row not in kept]
    return tuple(kept)
