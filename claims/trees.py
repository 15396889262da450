"""Parsed sentences as plain values, whatever parsed them.

Labels are those of the English pipelines: Universal POS in `pos`, Penn Treebank in `tag`, ClearNLP
dependencies in `dep`, OntoNotes entity types in `entity`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Generic, TypeVar, cast

import attrs

from claims.text import Extent, Span
from claims.values import lazy, value

T = TypeVar("T")

#: Tags of finite verbs.
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: Parts of speech of verbs, and of what heads a noun phrase.
VERBAL = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
#: Labels of subjects.
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
#: Labels of ours for the first remnant of a clause whose verb is unsaid: "Lee went to Rome and **Berg** to Oslo" (on
#: the verb), "Lee visited Rome in May and **Oslo** in June" (on the noun or preposition that it is like).
GAP_SUBJECT, GAP_ARGUMENT = GAPS = ("gap:subj", "gap:obj")
#: Label of ours for what only singles out a part of its clause: "it **was** the mayor **who** signed".
CLEFT = "cleft"
#: What hangs below a token without dependents, by label.
_NOTHING: dict[str, tuple[int, ...]] = {}


@value
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
    #: Whether an editor's note stands before it, which no extent holds: "theirs [sic] **was**".
    apart: bool = False
    #: How unlikely the parser found the steps that it took at this word: a sum of -log p, 0 where it does not tell.
    surprise: float = 0.0
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

    def __init__(self, tokens: Iterable[Token] = ()) -> None:
        """Index the tokens by head and by label: every rule asks for them."""
        children: list[tuple[int, ...]] = [()] * len(self)
        below: list[dict[str, tuple[int, ...]]] = [_NOTHING] * len(self)
        labelled: dict[str, list[Token]] = {}
        for token in self:
            i, head, dep = token.i, token.head, token.dep
            if dep in labelled:
                labelled[dep].append(token)
            else:
                labelled[dep] = [token]
            if head == i:
                continue
            children[head] += (i,)
            beside = below[head]
            if beside is _NOTHING:
                below[head] = {dep: (i,)}
            else:
                beside[dep] = (*beside[dep], i) if dep in beside else (i,)
        self._children, self._below, self._labelled = children, below, labelled

    @lazy
    def root(self) -> int:
        """Index of the root."""
        return next(token.i for token in self if token.head == token.i)

    @lazy
    def subjects(self) -> dict[int, int]:
        """The first subject of each token that has one."""
        return {token.head: token.i for token in reversed(self.labelled(*SUBJECTS)) if token.head != token.i}

    @lazy
    def downwards(self) -> Sequence[int]:
        """The tokens from the root down, those of one height in text order."""
        order, children = [self.root], self._children
        for index in order:
            order += children[index]
        return order

    @lazy
    def signs(self) -> frozenset[str]:
        """Labels and words, in lower case: a pattern that needs another need not be looked for."""
        return frozenset(map(attrgetter("lower"), self)).union(self._labelled)

    @lazy
    def _subtrees(self) -> list[tuple[int, ...]]:
        words, children = tuple(range(len(self))), self._children
        found: list[tuple[int, ...]] = [(index,) for index in words]
        for index in reversed(self.downwards):
            if children[index]:
                below = [index]
                for child in children[index]:
                    below += found[child]
                # Most phrases have no gap.
                first, end = min(below), max(below) + 1
                found[index] = words[first:end] if end - first == len(below) else tuple(sorted(below))
        return found

    @lazy
    def _answers(self) -> dict[Callable[[Tree], object], object]:
        return {}

    def once(self, ask: Callable[[Tree], T]) -> T:
        """Return what a function says of the tree, which is asked only the first time."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        return cast(T, self._answers[ask])

    @lazy
    def _extents(self) -> dict[tuple[int, ...], Extent]:
        return {}

    def labelled(self, *deps: str) -> Sequence[Token]:
        """Return the tokens with one of the labels, in text order."""
        if len(deps) == 1:
            return self._labelled.get(deps[0], ())
        found = list(filter(None, map(self._labelled.get, deps)))
        if len(found) < 2:
            return found[0] if found else ()
        return sorted(chain.from_iterable(found), key=attrgetter("i"))

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return the dependents of `index` in text order, those labelled `deps` if any are named."""
        if not deps:
            return self._children[index]
        below = self._below[index]
        if len(deps) == 1:
            return below.get(deps[0], ())
        found: tuple[int, ...] = ()
        for dep in deps if below else ():
            if dep in below:
                found = tuple(sorted((*found, *below[dep]))) if found else below[dep]
        return found

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels, or None."""
        below = self._below[index]
        found = None
        for dep in deps if below else ():
            if dep in below and (found is None or below[dep][0] < found):
                found = below[dep][0]
        return found

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return `index` and everything below it, sorted."""
        return self._subtrees[index]

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads from `index` upwards, the root last."""
        while self[index].head != index:
            index = self[index].head
            yield index

    def is_finite(self, index: int) -> bool:
        """Tell whether a verb stands in a finite form, itself or by an auxiliary."""
        if self[index].tag in FINITE:
            return True
        helpers = self.children(index, "aux", "auxpass")
        return bool(helpers) and not FINITE.isdisjoint([self[i].tag for i in helpers])

    def has_to(self, index: int) -> bool:
        """Tell whether "to" stands before a verb, on which or on whose auxiliary it hangs: "seem **to** have gone"."""
        helpers = self.children(index, "aux", "auxpass")
        return bool(helpers) and any(
            self[i].tag == "TO" or any(self[j].tag == "TO" for j in self.children(i, "aux")) for i in helpers
        )

    def words(self, indexes: Iterable[int]) -> str:
        """Return the tokens' texts joined by spaces, for lookups and messages."""
        return " ".join(self[i].text for i in indexes)

    def extent(self, indexes: Iterable[int]) -> Extent:
        """Return the place of the tokens; neighbours share one span, white space between included."""
        words = tuple(indexes)
        known = self._extents.get(words)
        return self._extents.setdefault(words, self._placed(sorted(set(words)))) if known is None else known

    @lazy
    def _apart(self) -> frozenset[int]:
        return frozenset(token.i for token in self if token.apart)

    def _placed(self, order: Sequence[int]) -> Extent:
        if not order:
            return Extent()
        if order[-1] - order[0] < len(order) and not self._apart:
            return Extent((Span(self[order[0]].start, self[order[-1]].end),))
        spans: list[Span] = []
        first = last = order[0]
        for i in order[1:]:
            if i - last > 1 or i in self._apart:
                spans.append(Span(self[first].start, self[last].end))
                first = i
            last = i
        spans.append(Span(self[first].start, self[last].end))
        return Extent(spans)


@attrs.frozen
class Pattern(Generic[T]):
    """A row of a table of patterns: what it finds in a tree, and what a tree must have to be looked at."""

    find: Callable[[Tree], Iterator[T]]
    #: Labels or words: one of the first set, one of the second, ….
    needs: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, find: Callable[[Tree], Iterator[T]], *needs: str) -> Pattern[T]:
        """Make a row; each need is labels or words with spaces between."""
        return cls(find, tuple(frozenset(need.split()) for need in needs))

    @property
    def name(self) -> str:
        """The name of the function that finds the pattern."""
        return self.find.__name__


@attrs.frozen(eq=False)
class Needs:
    """What the rows of a table need of a tree to be looked at: labels or words, one of each of several sets.

    Kept as bits of numbers, so that asking one row more costs next to nothing.
    """

    #: The needs of each row.
    rows: tuple[int, ...]
    #: The needs that a sign of a tree meets.
    _met: dict[str, int]

    @classmethod
    def of(cls, rows: Iterable[Sequence[frozenset[str]]]) -> Needs:
        """Give a bit to each need."""
        bits: dict[frozenset[str], int] = {}
        numbers = [{bits.setdefault(need, 1 << len(bits)) for need in row} for row in rows]
        met: dict[str, int] = {}
        for need, bit in bits.items():
            met.update((sign, met.get(sign, 0) | bit) for sign in need)
        return cls(tuple(map(sum, numbers)), met)

    def lacking(self, tree: Tree) -> int:
        """Return the needs that a tree does not meet: a row with any of them cannot fire."""
        met, known = 0, self._met
        for sign in tree.signs:
            if sign in known:
                met |= known[sign]
        return ~met
