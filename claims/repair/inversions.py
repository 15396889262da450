"""Repairs of sentences whose subject stands behind the verb: "also arrested was a clerk", "nor did he pay"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.repair.moves import Move, is_person, subject_label
from claims.trees import SUBJECTS, Tree

#: Adjectives of whereabouts, which open a sentence without more.
_WHEREABOUTS = frozenset({"present", "absent", "missing", "gone"})
#: Verbs of posture, whose gerund is seldom a subject.
_POSTURES = frozenset({"stand", "sit", "lie", "hang", "lean", "wait", "live", "miss", "watch", "float", "stay"})
#: Adverbs that add one more: "**also** present were …".
_ADDING = frozenset({"also", "equally", "even", "still", "so", "more", "most", "particularly"})
#: Words that deny or bound what follows and turn its clause round.
TURNING = frozenset(
    {"rarely", "seldom", "never", "hardly", "scarcely", "barely", "nowhere", "little", "no", "not", "nor", "only"}
)
#: Those that say what came first.
_JUST = frozenset({"hardly", "scarcely", "barely", "sooner"})


def fronted_predicate(tree: Tree) -> Iterator[Move]:
    """Read what opens a sentence before "be" as what is said of the noun behind: "also **arrested was** a clerk"."""
    for noun in tree.labelled("attr"):
        be = tree[noun.head]
        front = _front(tree, be.i)
        if be.lemma != "be" or noun.i < be.i or front is None or not _is_predicate(tree, front, be.i, noun.i):
            continue
        over = tree[be.head if be.dep in {"aux", "auxpass"} else be.i]
        top, dep = (over.head if over.head != over.i else None), over.dep
        verbal = tree[front].tag in {"VBN", "VBG"} and tree[front].lower not in _WHEREABOUTS
        verb, other = (front, be.i) if verbal else (be.i, front)
        yield Move(verb, verb if top is None else top, dep)
        yield Move(other, verb, ("auxpass" if tree[front].tag == "VBN" else "aux") if verbal else "acomp")
        yield Move(noun.i, verb, "nsubjpass" if verbal and tree[front].tag == "VBN" else "nsubj")
        for child in (*tree.children(be.i), *(() if over.i == be.i else tree.children(over.i, "punct"))):
            if child not in {verb, other, noun.i} and (verbal or tree[child].dep != "aux"):
                yield Move(child, verb, tree[child].dep)


def _front(tree: Tree, be: int) -> int | None:
    """Return the participle or adjective that stands where the subject of "be" would, and opens its clause."""
    front = tree[be].head if tree[be].dep in {"aux", "auxpass"} else tree.child(be, "csubj", "nsubj", "nsubjpass")
    if front is None or front > be or tree.child(front, *SUBJECTS, "det", "poss", "conj", "cc") is not None:
        return None
    first = min((be, *tree.children(be, "aux")))
    below = [i for i in tree.subtree(front) if i < first]
    start = below[0] if below else be
    while start and tree[start - 1].lower in _ADDING:
        start -= 1
    opens = start == 0 or tree[start - 1].pos in {"PUNCT", "CCONJ"}
    return front if opens and below and below[-1] == first - 1 and tree.is_finite(be) else None


def _is_predicate(tree: Tree, front: int, be: int, noun: int) -> bool:
    """Tell whether an opening participle or adjective is no subject: "**leading** us was Lee", not "… is hard"."""
    token = tree[front]
    added = any(tree[i].lower in _ADDING for i in (*tree.children(front), *tree.children(be)) if i < be)
    if token.tag == "VBN" or token.lower in _WHEREABOUTS:
        return True
    if token.tag == "VBG":
        several = tree[be].lower in {"are", "were"} and tree[noun].tag in {"NNS", "NNPS", "NNP"}
        somebody = is_person(tree[noun]) or tree[noun].entity == "PERSON"
        return added or several or somebody or token.lemma in _POSTURES
    prep = tree.child(front, "prep")
    # "Many of them are here": a subject.
    described = added or (prep is not None and tree[prep].lower != "of")
    return token.tag == "JJ" and described and token.lower not in {"many", "few", "several", "more", "most"}


def nor_clause(tree: Tree) -> Iterator[Move]:
    """Let "nor" deny the clause that it opens: "**nor** did the firm explain it", "…, **nor** has it a plan"."""
    for nor in tree:
        if nor.lower != "nor" or nor.dep != "cc" or nor.i + 2 >= len(tree):
            continue
        turned = tree[nor.i + 1]
        verb = turned.head if turned.dep in {"aux", "auxpass"} else turned.i
        subject = tree.child(verb, *SUBJECTS)
        if tree[verb].pos not in {"VERB", "AUX"} or subject is None or subject < turned.i:
            continue
        yield Move(nor.i, verb, "neg")


def turned_clause(tree: Tree) -> Iterator[Move]:
    """Give a verb its helper where a denial turns its clause round: "**rarely has** a budget **pleased** so many"."""
    for helper in tree.labelled("ROOT", "ccomp", "conj"):
        opening = _opening(tree, helper.i)
        if helper.lemma not in {"have", "be", "do"} or opening is None:
            continue
        verb, noun = _turned(tree, helper.i)
        if verb is None or noun is None or tree.subtree(noun)[0] != helper.i + 1:
            continue
        helps = "auxpass" if helper.lemma == "be" else "aux"
        yield Move(verb, verb if helper.head == helper.i else helper.head, helper.dep)
        yield Move(helper.i, verb, helps)
        yield Move(noun, verb, "nsubjpass" if helps == "auxpass" else subject_label(tree, verb))
        for child in tree.children(helper.i):
            if child not in {verb, noun}:
                # "Hardly had it left when it sank": it did leave.
                above = helper.i if tree[child].lower in _JUST else verb
                named = child == opening and (tree[child].dep in SUBJECTS or tree[child].tag == "NNP")
                yield Move(child, above, "advmod" if named else tree[child].dep, "RB" if named else None)


def _opening(tree: Tree, helper: int) -> int | None:
    """Return what stands before a helping verb and denies its clause: "**rarely** has", "**in no case** was"."""
    before = [c for c in tree.children(helper) if c < helper and tree[c].pos != "PUNCT"]
    if not before or tree.subtree(before[-1])[-1] != helper - 1 or tree[before[-1]].dep == "aux":
        return None
    first, *rest = (tree[i] for i in tree.subtree(before[-1]))
    denies = first.lower in TURNING or (first.pos == "ADP" and bool(rest) and rest[0].lower == "no")
    # "He had never had it cleaned": the subject stands before.
    subjects = [c for c in before if tree[c].dep in SUBJECTS and (c != before[-1] or rest)]
    return before[-1] if denies and not subjects else None


def _turned(tree: Tree, helper: int) -> tuple[int | None, int | None]:
    """Return the verb behind a helping verb and its subject, which the parser may have taken for one phrase."""
    if (verb := tree.child(helper, "ccomp")) is not None and tree[verb].tag in {"VBN", "VBD", "VB"}:
        return verb, tree.child(verb, "nsubj", "nsubjpass")
    noun = next((c for c in tree.children(helper, "dobj", "nsubj", "attr") if c > helper), None)
    verb = tree.child(noun, "acl", "relcl") if noun is not None else None
    if verb is None or noun is None or tree[verb].tag not in {"VBN", "VBD"} or tree.subtree(verb)[0] != noun + 1:
        return None, None
    return verb, noun


def result_of_degree(tree: Tree) -> Iterator[Move]:
    """Give "that" to the degree that opens: "**so great** was the damage **that** it closed", no relative clause."""
    for degree in tree.labelled("acomp"):
        be = tree[degree.head]
        # "So" may hang on the verb.
        adverbs = (*tree.children(degree.i, "advmod"), *tree.children(be.i, "advmod"))
        so = next((i for i in adverbs if i == degree.i - 1), None)
        subject = tree.child(be.i, "nsubj")
        if so is None or tree[so].lower != "so" or degree.i > be.i or subject is None or subject < be.i:
            continue
        verb = tree.child(subject, "relcl", "acl")
        that = tree.subtree(verb)[0] if verb is not None else be.i
        if verb is not None and tree[that].lower == "that" and tree.child(verb, *SUBJECTS) not in {None, that}:
            yield Move(so, degree.i, "advmod")
            yield Move(verb, degree.i, "ccomp")
            yield Move(that, verb, "mark", "IN")


def nobody_but(tree: Tree) -> Iterator[Move]:
    """Except what stands behind "but" from all or none: "**nobody but the owner** has a key"."""
    for but in tree.labelled("cc"):
        whole = tree[but.head]
        names_all = whole.lower in {"nobody", "nothing", "none", "everyone", "everybody", "everything", "anyone"}
        no_one = whole.lower == "one" and whole.i and tree[whole.i - 1].lower == "no"
        if but.lower != "but" or not (names_all or no_one) or but.i != whole.i + 1:
            continue
        noun = tree.child(whole.i, "conj")
        if noun is not None and tree.child(noun, *SUBJECTS) is None and tree[noun].pos in {"NOUN", "PROPN", "PRON"}:
            yield Move(but.i, whole.i, "prep", "IN")
            yield Move(noun, but.i, "pobj")
