"""Whom a title means: "Prime Minister Lund said … **The prime minister** added …"; "Deutsche Bank … **the bank**".

A title is an office or role before a name, beside it, or said of it, or the last word of a body's name. A bare
"the" with such a noun means the one so called; where two are, or another of that noun came between, nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claims.lexicon import words
from claims.trees import Token, Tree
from claims.wording.agreement import people
from claims.wording.phrases import describes

#: So many sentences behind the last mention of its bearer a title still means that person.
WINDOW = 15
#: What stands before a title's noun and belongs to it.
_PARTS = frozenset(("compound", "amod", "nmod", "punct"))
#: Roles in which a description is no mention of its own.
_DESCRIBING = frozenset(("attr", "appos", "compound", "nmod", "oprd"))
#: What tells one bearer of a title from another.
_TELLING = frozenset(("poss", "relcl", "acl", "appos", "prep", "nummod", "conj"))

#: Words before a title that make another office of it: "the president" is no former and no vice president.
_OTHER = frozenset("former ex late then vice deputy assistant associate acting shadow under junior co-".split())

#: Sentence and head of a mention to what it names.
Places = Mapping[tuple[int, int], int]


@attrs.define
class _Bearers:
    """Who has borne the titles of one noun, and where somebody else of that noun was spoken of last."""

    #: Entity to titles, in words.
    titles: dict[int, set[tuple[str, ...]]] = attrs.field(factory=dict)
    stranger: int = -1

    def meant(self, title: tuple[str, ...], last: Mapping[int, int], sentence: int) -> int | None:
        """Return the one entity that a title can mean in a sentence."""
        near = [e for e in self.titles if sentence - last[e] <= WINDOW and last[e] >= self.stranger]
        exact = [e for e in near if title in self.titles[e]]
        found = exact or [e for e in near if any(_shortens(title, known) for known in self.titles[e])]
        return found[0] if len(found) == 1 else None


def _shortens(title: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether a title is a longer one's end: "the minister" of a foreign minister."""
    return known[-len(title) :] == title and _OTHER.isdisjoint(known[: -len(title)])


def titled(trees: Sequence[Tree], people_at: Places, bodies_at: Places) -> dict[tuple[int, int], int]:
    """Return sentence and head of every bare title with whom it means.

    `people_at` are the words of the named persons, `bodies_at` the last words of longer names of organisations, for
    which these stand as titles do: "the bank" of "Deutsche Bank".
    """
    last: dict[int, int] = {}
    known: dict[str, _Bearers] = {}
    found: dict[tuple[int, int], int] = {}
    named = people_at.keys() | bodies_at.keys()
    for number, tree in enumerate(trees):
        for token in tree:
            here = number, token.i
            if token.tag not in ("NN", "NNP") and here not in named:
                continue
            if (own := people_at.get(here)) is not None:
                last[own] = number
            body = bodies_at.get(here)
            if body is not None:
                last[body] = number
                known.setdefault(token.lower, _Bearers()).titles.setdefault(body, set()).add((token.lower,))
            if body is not None or not (_is_role(token) or (token.tag == "NN" and token.lower in known)):
                continue
            bearers = known.setdefault(token.lower, _Bearers())
            title = _title(tree, token.i)
            bearer = next((e for e in _bearers(tree, number, token, people_at) if e is not None), None)
            if bearer is not None:
                last[bearer] = number
                bearers.titles.setdefault(bearer, set()).add(title)
                continue
            meant = bearers.meant(title, last, number) if _is_bare(tree, token) else None
            if meant is not None:
                found[here] = meant
                last[meant] = number
            elif token.dep not in _DESCRIBING:
                bearers.stranger = number
    return found


def _is_role(token: Token) -> bool:
    """Tell whether a word is a singular noun for a person."""
    return token.tag in ("NN", "NNP") and (token.lower in people() or token.lower in words("office_nouns"))


def _title(tree: Tree, noun: int) -> tuple[str, ...]:
    """Return a noun with the words before it that belong to it, lower case."""
    first = noun
    while (first and tree[first - 1].dep in _PARTS and noun >= tree[first - 1].head) or _joins(tree, first - 1, noun):
        first -= 1
    return tuple(tree[i].lower for i in range(first, noun + 1))


def _joins(tree: Tree, index: int, noun: int) -> bool:
    """Tell whether a word goes with the next: "**Prime** Minister Lund", all hung on the name."""
    return index >= 0 and tree[index].dep in ("compound", "nmod", "amod") and tree[index].head == tree[noun].head


def _bearers(tree: Tree, number: int, token: Token, people_at: Places) -> Iterator[int | None]:
    """Yield the person whose title a noun is: before or in the name, beside it, or said of it."""
    inside = people_at.get((number, token.i))
    if inside is not None or token.dep in ("compound", "nmod", "appos"):
        yield inside
        yield people_at.get((number, token.head))
    for beside in tree.children(token.i, "appos"):
        yield people_at.get((number, beside))
    if token.dep == "attr":
        yield people_at.get((number, describes(tree, token.i)))


def _is_bare(tree: Tree, token: Token) -> bool:
    """Tell whether a noun stands with "the" and nothing that tells whom it means."""
    if token.dep in _DESCRIBING or token.entity == "PERSON":
        return False
    article = tree.child(token.i, "det")
    return article is not None and tree[article].lower == "the" and tree.child(token.i, *_TELLING) is None
