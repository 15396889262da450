"""Parsed sentences as plain values, whatever parsed them.

Labels are those of the English pipelines: Universal POS in `pos`, Penn Treebank in `tag`, ClearNLP
dependencies in `dep`, OntoNotes entity types in `entity`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from claims.text import Extent, Span

#: Tags of finite verbs.
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@attrs.frozen
class Token:
    """A word or mark of a sentence."""

    #: Index in its tree.
    i: int
    #: Code points of the source text, half-open.
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    #: Index of the head; the root's is its own.
    head: int
    #: Entity type, "" outside entities.
    entity: str
    #: "B" where an entity begins, "I" inside, "O" outside.
    iob: str
    #: The word in lower case; kept, since every rule asks for it.
    lower: str = attrs.field(init=False, eq=False, repr=False)

    @lower.default
    def _lower(self) -> str:
        return self.text.lower()

    @property
    def span(self) -> Span:
        """Its place in the source text."""
        return Span(self.start, self.end)


@attrs.frozen(eq=False, slots=False)
class Tree:
    """One parsed sentence: tokens without white space, one root, no cycles."""

    tokens: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @cached_property
    def root(self) -> int:
        """Index of the root."""
        return next(token.i for token in self.tokens if token.head == token.i)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return tuple(map(tuple, children))

    @cached_property
    def _by_dep(self) -> dict[str, tuple[Token, ...]]:
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            found.setdefault(token.dep, []).append(token)
        return {dep: tuple(tokens) for dep, tokens in found.items()}

    @cached_property
    def _edges(self) -> list[tuple[int, int, int]]:
        """First and last token of each subtree, and how many it has: without gaps it is a range."""
        order = [self.root]
        for index in order:
            order.extend(self._children[index])
        edges = [(index, index, 1) for index in range(len(self.tokens))]
        for index in reversed(order):
            head = self.tokens[index].head
            if head != index:
                first, last, size = edges[index]
                above = edges[head]
                edges[head] = (min(first, above[0]), max(last, above[1]), size + above[2])
        return edges

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        return {}

    def labelled(self, *deps: str) -> Sequence[Token]:
        """Return the tokens with one of the labels, in text order."""
        found = [self._by_dep[dep] for dep in deps if dep in self._by_dep]
        if len(found) < 2:
            return found[0] if found else ()
        return sorted((token for tokens in found for token in tokens), key=lambda token: token.i)

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return the dependents of `index` in text order, those labelled `deps` if any are named."""
        found = self._children[index]
        if not deps or not found:
            return found
        tokens = self.tokens
        return tuple([i for i in found if tokens[i].dep in deps])

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels, or None."""
        tokens = self.tokens
        for i in self._children[index]:
            if tokens[i].dep in deps:
                return i
        return None

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return `index` and everything below it, sorted."""
        known = self._subtrees.get(index)
        if known is None:
            first, last, size = self._edges[index]
            known = tuple(range(first, last + 1)) if last - first < size else self._gathered(index)
            self._subtrees[index] = known
        return known

    def _gathered(self, index: int) -> tuple[int, ...]:
        """Return a subtree with gaps, by walking it."""
        found, waiting = [], [index]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self._children[found[-1]])
        return tuple(sorted(found))

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads from `index` upwards, the root last."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def is_finite(self, index: int) -> bool:
        """Tell whether a verb stands in a finite form, itself or by an auxiliary."""
        return any(self.tokens[i].tag in FINITE for i in (index, *self.children(index, "aux", "auxpass")))

    def has_to(self, index: int) -> bool:
        """Tell whether "to" stands before a verb: "decided **to** go"."""
        return any(self.tokens[i].tag == "TO" for i in self.children(index, "aux"))

    def words(self, indexes: Iterable[int]) -> str:
        """Return the tokens' texts joined by spaces, for lookups and messages."""
        return " ".join(self.tokens[i].text for i in indexes)

    def extent(self, indexes: Iterable[int]) -> Extent:
        """Return the place of the tokens; neighbours share one span, white space between included."""
        starts: list[int] = []
        ends: list[int] = []
        last = -2
        for i in sorted(set(indexes)):
            token = self.tokens[i]
            if i == last + 1:
                ends[-1] = token.end
            else:
                starts.append(token.start)
                ends.append(token.end)
            last = i
        return Extent(tuple(map(Span, starts, ends)))
