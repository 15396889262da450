"""The claims of a sentence as trees: what somebody says hangs below the claim that they say it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claims.cli.views import ClaimView, Piece, SentenceView

#: Branches of a tree: of an item with others behind it and of the last one, with what goes on below each.
BRANCHES = {True: ("└─ ", "   "), False: ("├─ ", "│  ")}


@attrs.frozen
class Branch:
    """A claim in its tree, or a voice that speaks in this sentence but is told of in another."""

    #: The claim; None for a voice.
    claim: ClaimView | None
    voice: tuple[Piece, ...]
    #: Drawn before its first line, and before its further lines.
    stem: str = ""
    below: str = ""


@attrs.frozen
class _Node:
    """What a tree is made of: a claim, or the voice over claims whose speech act stands elsewhere."""

    claim: ClaimView | None
    voice: tuple[Piece, ...]
    children: list[_Node] = attrs.field(factory=list)


def forest(sentence: SentenceView) -> Iterator[Branch]:
    """Yield the sentence's claims, each below its speech act; trees and branches in the order of the file."""
    nodes = {view.id: _Node(view, ()) for view in sentence.claims}
    parents = {view.id: view.under for view in sentence.claims if view.under in nodes and view.under != view.id}
    voices: dict[str, _Node] = {}
    roots: dict[int, _Node] = {}
    for view in sentence.claims:
        node, top = nodes[view.id], nodes[_top(parents, view.id)]
        if view.id in parents and top is not node:
            nodes[parents[view.id]].children.append(node)
        outside = _voice(voices, top.claim)
        if outside is not None and node is top:
            outside.children.append(top)
        roots.setdefault(id(outside or top), outside or top)
    for node in roots.values():
        yield from _branches(node, "", "")


def _top(parents: dict[str, str], name: str) -> str:
    """Return the root over a claim; of a circle, which no good file has, the claim itself."""
    seen = {name}
    at = name
    while at in parents:
        at = parents[at]
        if at in seen:
            return name
        seen.add(at)
    return at


def _voice(voices: dict[str, _Node], view: ClaimView | None) -> _Node | None:
    """Return the node of the voice that a root speaks with; None where the author does."""
    if view is None or not view.voice:
        return None
    return voices.setdefault("".join(piece.text for piece in view.voice), _Node(None, view.voice))


def _branches(node: _Node, stem: str, below: str) -> Iterator[Branch]:
    yield Branch(node.claim, node.voice, stem, below)
    for number, child in enumerate(node.children, 1):
        first, further = BRANCHES[number == len(node.children)]
        yield from _branches(child, below + first, below + further)


def clipped(stem: str, columns: int) -> str:
    """Return the end of a stem, whole branches, where a sheet is narrow or a chain long."""
    return stem[-(columns // 3) * 3 :] if columns >= 3 else ""
