"""Repairs of clauses that "and that" joins, of nouns that seem joined to a verb, and of counts told apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

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


def counts_apart(tree: Tree) -> Iterator[Move]:
    """Join counts that have a phrase each: "sold 12 boats in May **and 15 in June**" is twelve in May.

    The first has its own phrase too: on the verb it would hold of all.
    """
    for noun in tree.labelled("dobj", "attr", "npadvmod", "pobj"):
        prep = tree[noun.i + 1] if noun.i + 1 < len(tree) else noun
        if prep.dep != "prep" or prep.head not in (noun.i, *tree.ancestors(noun.i)) or not _is_count(tree, noun.i):
            continue
        for k, (count, behind) in enumerate(_counts_behind(tree, prep)):
            if k == 0:
                yield Move(prep.i, noun.i, "prep")
            yield Move(count, noun.i, "conj")
            yield Move(behind, count, "prep")


def _is_count(tree: Tree, i: int) -> bool:
    return tree[i].pos == "NUM" or tree.child(i, "nummod") is not None


def _counts_behind(tree: Tree, prep: Token) -> Iterator[tuple[int, int]]:
    """Yield each count behind a phrase and the like phrase behind it: ", **200 in** Rome and **9 in** Oslo"."""
    for number in islice(tree, prep.i + 2, None):
        if number.pos in VERBAL:
            return
        if number.pos != "NUM" or tree[number.i - 1].text not in _JOINTS:
            continue
        count = number.head if number.dep == "nummod" and number.head > number.i else number.i
        behind = tree[count + 1] if count + 1 < len(tree) else number
        if behind.dep == "prep" and behind.lower == prep.lower and tree.child(behind.i, "pobj") is not None:
            yield count, behind.i
