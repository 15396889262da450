"""Parsed sentences as plain values, whatever parsed them.

Labels are those of the English pipelines: Universal POS in `pos`, Penn Treebank in `tag`, ClearNLP
dependencies in `dep`, OntoNotes entity types in `entity`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from claims.text import Extent, Span

#: Tags of finite verbs.
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: Parts of speech of verbs, and of what heads a noun phrase.
VERBAL = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
#: Labels of subjects.
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


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


class Tree(tuple[Token, ...]):
    """One parsed sentence: its tokens without white space, with one root and no cycles.

    A tree equals itself alone: the same words may stand in several places.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def root(self) -> int:
        """Index of the root."""
        return next(token.i for token in self if token.head == token.i)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self]
        for token in self:
            if token.head != token.i:
                children[token.head].append(token.i)
        return tuple(map(tuple, children))

    @cached_property
    def _by_dep(self) -> dict[str, tuple[Token, ...]]:
        found: dict[str, list[Token]] = {}
        for token in self:
            found.setdefault(token.dep, []).append(token)
        return {dep: tuple(tokens) for dep, tokens in found.items()}

    @cached_property
    def _labelled_children(self) -> list[dict[str, tuple[int, ...]]]:
        """Label to dependents, for each token."""
        found: list[dict[str, tuple[int, ...]]] = [{}] * len(self)
        for index, children in enumerate(self._children):
            if children:
                below = found[index] = {}
                for i in children:
                    dep = self[i].dep
                    below[dep] = (*below[dep], i) if dep in below else (i,)
        return found

    @cached_property
    def _edges(self) -> list[tuple[int, int, int]]:
        """First and last token of each subtree, and how many it has: without gaps it is a range."""
        order = [self.root]
        for index in order:
            order.extend(self._children[index])
        edges = [(index, index, 1) for index in range(len(self))]
        for index in reversed(order):
            head = self[index].head
            if head != index:
                first, last, size = edges[index]
                start, end, count = edges[head]
                edges[head] = (first if first < start else start, last if last > end else end, size + count)
        return edges

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        return {}

    @cached_property
    def _extents(self) -> dict[tuple[int, ...], Extent]:
        return {}

    def labelled(self, *deps: str) -> Sequence[Token]:
        """Return the tokens with one of the labels, in text order."""
        found = [self._by_dep[dep] for dep in deps if dep in self._by_dep]
        if len(found) < 2:
            return found[0] if found else ()
        return sorted((token for tokens in found for token in tokens), key=lambda token: token.i)

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return the dependents of `index` in text order, those labelled `deps` if any are named."""
        if not deps:
            return self._children[index]
        below = self._labelled_children[index]
        found: tuple[int, ...] = ()
        for dep in deps if below else ():
            if dep in below:
                found = tuple(sorted((*found, *below[dep]))) if found else below[dep]
        return found

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels, or None."""
        below = self._labelled_children[index]
        found = None
        for dep in deps if below else ():
            if dep in below and (found is None or below[dep][0] < found):
                found = below[dep][0]
        return found

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
        while self[index].head != index:
            index = self[index].head
            yield index

    def is_finite(self, index: int) -> bool:
        """Tell whether a verb stands in a finite form, itself or by an auxiliary."""
        return any(self[i].tag in FINITE for i in (index, *self.children(index, "aux", "auxpass")))

    def has_to(self, index: int) -> bool:
        """Tell whether "to" stands before a verb, on which or on whose auxiliary it hangs: "seem **to** have gone"."""
        return any(
            self[i].tag == "TO" or any(self[j].tag == "TO" for j in self.children(i, "aux"))
            for i in self.children(index, "aux", "auxpass")
        )

    def words(self, indexes: Iterable[int]) -> str:
        """Return the tokens' texts joined by spaces, for lookups and messages."""
        return " ".join(self[i].text for i in indexes)

    def extent(self, indexes: Iterable[int]) -> Extent:
        """Return the place of the tokens; neighbours share one span, white space between included."""
        words = tuple(indexes)
        known = self._extents.get(words)
        return self._extents.setdefault(words, self._placed(sorted(set(words)))) if known is None else known

    def _placed(self, order: Sequence[int]) -> Extent:
        if not order:
            return Extent()
        cuts = [0, len(order)]
        if order[-1] - order[0] >= len(order):
            cuts[1:1] = [k for k in range(1, len(order)) if order[k] - order[k - 1] > 1]
        return Extent([Span(self[order[a]].start, self[order[b - 1]].end) for a, b in pairwise(cuts)])
