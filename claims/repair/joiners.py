"""Repairs of clauses that "and that" joins, of nouns and verbs in a row, and of counts told apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import SUBJECTS, VERBAL, Token, Tree

#: Tags of past forms, which participles share.
_PAST = frozenset({"VBD", "VBN"})
#: Tags of names.
_NAMES = frozenset({"NNP", "NNPS"})
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


def noun_behind_joiner(tree: Tree) -> Iterator[Move]:
    """Join what stands behind an "and" that joins nothing: "filed for aid and **relief**", "Ann plus **Tom** go"."""
    for joiner in tree.labelled("cc"):
        if joiner.i + 1 >= len(tree) or any(i > joiner.i for i in tree.children(joiner.head, "conj")):
            continue
        noun = _opened_at(tree, joiner.i + 1)
        if noun.dep not in {"dobj", "attr", "nsubj", "nsubjpass"} or noun.tag not in NOUN_TAGS:
            continue
        before, verb = tree[joiner.head], noun.head
        like = [i for i in tree.children(verb, noun.dep, "attr") if i < joiner.i]
        if like and before.i == verb:
            before = tree[like[-1]]
        beside = before.i in like
        inside = before.dep == "pobj" and noun.dep == "dobj" and not like and verb in tree.ancestors(before.i)
        if before.i < joiner.i and (beside or inside):
            yield Move(noun.i, before.i, "conj")
            yield Move(joiner.i, before.i, "cc")


def _opened_at(tree: Tree, first: int) -> Token:
    """Return the head of the longest phrase that begins at a token."""
    token = tree[first]
    while token.head != token.i and tree.subtree(token.head)[0] == first:
        token = tree[token.head]
    return token


def participle_for_verb(tree: Tree) -> Iterator[Move]:
    """Read what passes for an object's participle as a verb in a row: "built roads, **mended** walls and left"."""
    for token in tree.labelled("amod"):
        noun = tree[token.head]
        first = tree[noun.head] if noun.dep == "conj" else noun
        verb = tree[first.head]
        if token.tag not in _PAST or verb.tag not in _PAST or first.dep not in {"dobj", "npadvmod"} or not token.i:
            continue
        opens = tree[token.i - 1].text == "," and tree.subtree(noun.i)[0] == token.i and verb.i < token.i - 1
        later = next((i for i in tree.children(verb.i, "conj") if i > noun.i and tree[i].tag in _PAST), None)
        if opens and later is not None and tree.child(later, *SUBJECTS) is None:
            yield Move(token.i, verb.i, "conj", verb.tag)
            yield Move(noun.i, token.i, "dobj")


def name_with_ampersand(tree: Tree) -> Iterator[Move]:
    """Read names joined by "&" as one: "Lee, **Berg & Roe** and the town" are three."""
    for joiner in tree.labelled("cc"):
        first = tree[joiner.head]
        second = next((tree[i] for i in tree.children(first.i, "conj") if i > joiner.i), first)
        if joiner.text != "&" or first.tag not in _NAMES or second.tag not in _NAMES or second.i == first.i:
            continue
        if tree.subtree(second.i)[0] == joiner.i + 1 and first.i == joiner.i - 1:
            yield Move(second.i, first.i, "nmod")
            yield Move(joiner.i, second.i, "nmod")
            yield from (Move(i, first.i, tree[i].dep) for i in tree.children(second.i, "cc", "conj", "punct"))


def both_of_verbs(tree: Tree) -> Iterator[Move]:
    """Read "both" before the first of two verbs as their joiner: "the law **both** cut costs and saved jobs"."""
    for token in tree.labelled("preconj", "advmod", "det"):
        if token.lower != "both" or token.i + 1 >= len(tree):
            continue
        verb = tree[token.i + 1]
        subject = tree.subjects.get(verb.i)
        two = tree.child(verb.i, "conj") is not None and tree.child(verb.i, "cc") is not None
        if verb.pos not in VERBAL or not two or subject is None or (token.head, token.dep) == (verb.i, "preconj"):
            continue
        # "They **both** cut costs and …": two who act.
        one = tree[subject].tag in {"NN", "NNP"} and tree.child(subject, "conj") is None
        if one or tree[subject].lower in {"it", "he", "she"}:
            yield Move(token.i, verb.i, "preconj")
