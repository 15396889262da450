"""Repairs of sentences that single out one part: one clause in two halves, "it was in Oslo that they met"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.bonds import modal_of
from claims.repair.moves import Move, subject_label
from claims.trees import CLEFT, SUBJECTS, Tree

#: Prepositions and nouns behind "it is" that judge what follows: "it is **of** note that", "in our **interest** that".
_JUDGING = frozenset({"of", "beyond", "without", "out", "to"})
_JUDGED = frozenset({"interest", "dispute", "doubt", "question", "hope", "nature"})
#: Prepositions whose noun needs no clause.
_OUTER = frozenset(
    {"because", "due", "thanks", "after", "before", "during", "since", "until", "in", "on", "at", "under", "by", "with"}
)
#: Adverbs that say when or where.
_THEN = frozenset({"there", "here", "then", "now", "today", "yesterday", "tomorrow", "recently", "later"})
#: Labels of what may stand between "it was" and "that".
_BETWEEN = frozenset({"prep", "npadvmod", "advmod", "advcl", "neg", "punct"})


def cleft(tree: Tree) -> Iterator[Move]:
    """Make one clause of two halves: "it **was** the mayor **who** signed", "it **was** in Oslo **that** they met"."""
    for it in tree.labelled("nsubj"):
        be = tree[it.head]
        if it.lower != "it" or be.lemma != "be" or be.i < it.i or be.dep in {"aux", "auxpass"}:
            continue
        if modal_of(tree, be.i) is not None:
            continue
        yield from _who_clause(tree, it.i, be.i) or _that_clause(tree, it.i, be.i)


def _who_clause(tree: Tree, it: int, be: int) -> Sequence[Move]:
    """Give the verb behind "who" what "it was" singles out: "it was **Ann Lee** who **found** it"."""
    noun, neg = tree.child(be, "attr"), tree.child(be, "neg")
    joined = (i for i in tree.children(be, "conj") if tree.child(i, *SUBJECTS) is None)
    rather = next((i for i in joined if tree.child(i, "relcl") is not None), None)
    if noun is None or tree.children(noun, "conj", "appos", "neg") or (neg is not None) != (rather is not None):
        return ()
    if neg is not None and rather is not None:
        return _rather(tree, it, be, noun, rather)
    verb = tree.child(noun, "relcl") or tree.child(be, "ccomp")
    who = tree.child(verb, *SUBJECTS) if verb is not None else None
    if verb is None or who is None or who != tree.subtree(verb)[0] or not be < noun < who < verb:
        return ()
    # "It" is no person; of things "that" may say which one: "it is the law that bans it".
    picks = tree[noun].tag in {"NNP", "NNPS", "PRP"}
    picks = picks or (tree[noun].tag == "NNS" and tree[be].lower in {"is", "was", "'s"})
    if tree[who - 1].text == "," or not (tree[who].lower == "who" or (picks and tree[who].lower == "that")):
        return ()
    adjectives = [tree[i] for i in tree.children(noun, "amod")]
    if any(a.tag == "JJS" or a.entity == "ORDINAL" or a.lower in {"only", "last"} for a in adjectives):
        return ()
    if tree[noun].pos == "PRON" and not picks:
        # "It was somebody who knew": a description.
        return ()
    return (*_one_clause(tree, it, be, verb, who, noun), Move(noun, verb, subject_label(tree, verb)))


def _rather(tree: Tree, it: int, be: int, noun: int, rather: int) -> Sequence[Move]:
    """Give the verb one of two, and say which: "it was **not the mayor but his aide** who signed"."""
    but, verb = tree.child(be, "cc"), tree.child(rather, "relcl")
    who = tree.child(verb, *SUBJECTS) if verb is not None else None
    if but is None or verb is None or who is None or tree[but].lower != "but" or tree[who].lower != "who":
        return ()
    moves = [m for m in _one_clause(tree, it, be, verb, who, noun) if m.index not in {but, rather}]
    moves = [m for m in moves if tree[m.index].dep != "neg"]
    inner = [Move(i, noun, tree[i].dep) for i in tree.children(be, "neg", "cc", "conj")]
    return (*moves, *inner, Move(noun, verb, subject_label(tree, verb)))


def _that_clause(tree: Tree, it: int, be: int) -> Sequence[Move]:
    """Give the verb behind "that" the time, place or cause singled out: "it was then that he **fell**"."""
    if tree.child(be, "acomp", "attr", "oprd") is not None:
        return ()
    verb = next(_behind_that(tree, be), None)
    that = tree.subtree(verb)[0] if verb is not None else be
    between = [i for i in tree.children(be) if be < i < that]
    subject = tree.child(verb, *SUBJECTS) if verb is not None else None
    if verb is None or subject is None or subject == that or any(tree[i].dep not in _BETWEEN for i in between):
        return ()
    phrases = [i for i in between if _places(tree, i)]
    late = bool(phrases) and tree[phrases[0]].lower in {"until", "till"}
    if not phrases or (tree.child(be, "neg") is not None and not late) or tree[that - 1].text == ",":
        return ()
    only = [Move(i, phrases[0], "advmod") for i in between if i == phrases[0] - 1 and tree[i].dep == "advmod"]
    kept = {move.index for move in only}
    return [*(m for m in _one_clause(tree, it, be, verb, that) if m.index not in kept), *only]


def _behind_that(tree: Tree, be: int) -> Iterator[int]:
    """Yield the finite verbs whose clause "that" opens below "be" or a phrase behind it."""
    for i in tree.subtree(be):
        above = tree[i]
        opens = above.dep in {"ccomp", "relcl", "acl"} and be < i and tree[tree.subtree(i)[0]].lower == "that"
        if not opens or not tree.is_finite(i) or tree[tree.subtree(i)[0] - 1].lower == "fact":
            continue
        # With an object of its own a verb lacks none, nor does one behind "until": "that" only links.
        full = {"mark", "dobj"} if len(tree.children(i, "dobj")) > 1 else {"mark"}
        marked = any(tree[c].dep in full for c in tree.children(i) if tree[c].lower == "that")
        marked = marked or tree[tree[above.head].head].lower in {"until", "till"}
        # "At odds with the fact that he left" tells of the fact, "after the vote that he left" of nothing but when.
        if above.head == be or (marked and any(tree[a].lower in _OUTER for a in tree.ancestors(i) if a > be)):
            yield i


def _places(tree: Tree, i: int) -> bool:
    """Tell whether a phrase says when, where or why something was; not "in doubt", "of note"."""
    token = tree[i]
    if token.dep == "advmod":
        return token.lower in _THEN or (token.entity in {"DATE", "TIME"} and token.lower != "only")
    if token.dep == "advcl":
        return tree.child(i, *SUBJECTS) is not None
    noun = tree.child(i, "pobj")
    judged = noun is not None and tree[noun].lemma.lower() in _JUDGED
    return token.dep == "npadvmod" or (token.dep == "prep" and token.lower not in _JUDGING and not judged)


def _one_clause(tree: Tree, it: int, be: int, verb: int, link: int, noun: int | None = None) -> Iterator[Move]:
    """Put the second verb in the place of "be", which only singles out, as do "it" and "that"."""
    above = tree[be]
    yield Move(verb, verb if above.head == be else above.head, above.dep)
    yield Move(be, verb, CLEFT)
    yield Move(it, be, "expl")
    yield Move(link, verb, CLEFT)
    for child in tree.children(be):
        if child not in {it, verb, noun} and tree[child].dep != "aux":
            yield Move(child, verb, tree[child].dep)


def what_clause(tree: Tree) -> Iterator[Move]:
    """Make a subject of an opening "what" clause: "**what worries the bank** is the debt", as if the bank were."""
    if not len(tree) or "?" in tree.signs:
        return
    for what in tree.labelled("nsubj"):
        first, rear = tree[what.head], None
        if what.lower != "what" or first.i != what.i + 1 or first.tag not in {"VBD", "VBZ"}:
            continue
        host = tree[first.head]
        if first.dep == "acomp" and host.i > first.i:
            rear = host.i
        elif (second := tree.child(first.i, "ccomp")) is not None and tree.child(second, "mark") is None:
            rear = second
        noun = tree.child(rear, "nsubj") if rear is not None else None
        if rear is None or noun is None or tree.subtree(noun)[0] != first.i + 1 or not tree.is_finite(rear):
            continue
        if rear != first.head:
            yield Move(rear, rear if first.head == first.i else first.head, first.dep)
            yield from (Move(i, rear, tree[i].dep) for i in tree.children(first.i) if i > rear)
            yield from (Move(i, rear, "punct") for i in tree.children(first.i, "punct") if i < first.i)
        yield Move(first.i, rear, "csubj")
        yield Move(noun, first.i, "dobj")
