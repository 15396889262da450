"""Repairs of clauses that "and that" joins, and of nouns that seem joined to a verb."""

from __future__ import annotations

from collections.abc import Iterator

from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import SUBJECTS, VERBAL, Token, Tree

#: What stands between members of a list.
_JOINTS = frozenset((",", "and", "or", "&"))


def joined_that(tree: Tree) -> Iterator[Move]:
    """Join a clause with "and that" to what is said before: "said it rained, **and that roads were closed**"."""
    for that in tree:
        if that.lower != "that" or that.i < 2 or tree[that.i - 1].dep != "cc":
            continue
        verb = _clause_of(tree, that)
        if verb is None or tree[verb].dep != "conj" or tree[verb].head > that.i:
            continue
        if that.dep == "det":
            yield Move(that.i, verb, "mark", "IN")
        host = tree[verb].head
        said = next((i for i in tree.children(host, "ccomp") if host < i < that.i), None)
        if any(tree[i].lower == "that" for i in tree.children(host, "mark")):
            continue
        if said is not None:
            yield Move(verb, said, "conj")
            yield Move(that.i - 1, said, "cc")
        elif tree.child(host, "dobj") is not None:
            yield Move(verb, host, "ccomp")


def _clause_of(tree: Tree, that: Token) -> int | None:
    """Return the verb of a clause that "that" opens: no article of a plural."""
    if that.dep == "mark":
        return that.head if tree[that.head].pos in VERBAL else None
    noun = tree[that.head]
    plural = that.dep == "det" and noun.tag in {"NNS", "NNPS"} and noun.dep in SUBJECTS
    return noun.head if plural and tree[noun.head].pos in VERBAL and that.i < noun.i < noun.head else None


def noun_joined_to_verb(tree: Tree) -> Iterator[Move]:
    """Go on with a list that seems joined to a verb: "drawn by jobs, **low rates** and the sea" draws by each."""
    for token in tree.labelled("conj"):
        verb, first = tree[token.head], tree.subtree(token.i)[0]
        if verb.pos not in VERBAL or token.tag not in NOUN_TAGS or first < verb.i:
            continue
        if first == token.i and (token.tag == "NN" or tree[first - 1].text != ","):
            # A bare "flies" behind "and" may be a verb.
            continue
        if tree.child(token.i, *SUBJECTS, "cop", "aux") is not None or tree[first - 1].text not in _JOINTS:
            continue
        last = next((i for i in range(first - 1, verb.i, -1) if tree[i].text not in _JOINTS), verb.i)
        noun = _argument(tree, verb.i, last) if _joined(tree, verb, token.i) else None
        if noun is not None:
            yield Move(token.i, noun, "conj")
            yield from (Move(i, noun, "cc") for i in tree.children(verb.i, "cc") if noun < i < token.i)


def _joined(tree: Tree, verb: Token, noun: int) -> bool:
    """Tell whether "and" stands in a list whose members seem joined to a verb that is surely one."""
    sure = verb.tag not in {"VB", "VBP"} or tree.child(verb.i, *SUBJECTS, "aux", "auxpass") is not None
    joiners = (*tree.children(noun, "cc"), *(i for i in tree.children(verb.i, "cc") if verb.i < i < noun))
    return sure and bool(joiners)


def _argument(tree: Tree, verb: int, last: int) -> int | None:
    """Return the noun below a verb, the highest of several, whose phrase ends at a token."""
    above = [last]
    while tree[above[-1]].head != above[-1] and tree[above[-1]].head > verb and tree[above[-1]].lower != "including":
        above.append(tree[above[-1]].head)
    nouns = (i for i in reversed(above) if tree[i].dep in {"pobj", "dobj", "attr"} and tree[i].tag in NOUN_TAGS)
    nouns = (i for i in nouns if tree[i].entity not in {"DATE", "TIME"})
    top = tree[above[-1]]
    return next(nouns, None) if top.head == verb or top.lower == "including" else None
