"""Repairs of verbs: their subjects, complements, and the clauses that hang on the wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table
from claims.repair.moves import SUBJECTS, Move, is_singular, subject_label
from claims.trees import Tree


def opening_participle(tree: Tree) -> Iterator[Move]:
    """Free the subject that an opening participle took: "Speaking on air, **he** called it …"."""
    for token in tree.labelled("csubj", "advcl"):
        if token.tag not in {"VBG", "VBN"} or token.i > token.head:
            continue
        subject = tree.child(token.i, "nsubj")
        comma = any(tree[j].text == "," for j in range(token.i, subject or token.i))
        if subject is None or subject < token.i or not comma or tree.child(token.i, "aux") is not None:
            continue
        if tree.child(token.head, "nsubj", "nsubjpass") is None:
            yield Move(token.i, token.head, "advcl")
            yield Move(subject, token.head, subject_label(tree, token.head))


def subject_of_auxiliary(tree: Tree) -> Iterator[Move]:
    """Give a verb the subject that hangs on its auxiliary: "the company was **“committed”** to it"."""
    for token in tree.labelled(*SUBJECTS):
        auxiliary = tree[token.head]
        if token.dep == "expl" or auxiliary.dep not in {"aux", "auxpass"}:
            continue
        if tree.child(auxiliary.head, *SUBJECTS) is None:
            yield Move(token.i, auxiliary.head, "nsubjpass" if auxiliary.dep == "auxpass" else "nsubj")


def second_complement(tree: Tree) -> Iterator[Move]:
    """Free a participle that hangs on a preposition which has its complement: "against it, **inviting** him"."""
    for token in tree.labelled("pcomp"):
        if token.tag != "VBG" or token.i == 0 or tree[token.i - 1].text != ",":
            continue
        verb = next((i for i in tree.ancestors(token.head) if tree[i].pos == "VERB"), None)
        if verb is not None and any(c < token.i for c in tree.children(token.head, "pobj", "pcomp")):
            yield Move(token.i, verb, "advcl")


def existential(tree: Tree) -> Iterator[Move]:
    """Give "there were" its clause: "said **there were** rising threats"."""
    for token in tree:
        if token.tag != "EX":
            continue
        be = tree[token.head]
        modifier = tree[be.head]
        if be.lemma == "be" and be.dep in {"aux", "auxpass"} and modifier.dep == "amod":
            noun = tree[modifier.head]
            yield Move(be.i, noun.head, "ccomp" if noun.dep == "dobj" else noun.dep)
            yield Move(noun.i, be.i, "attr")


def passive_for_adjective(tree: Tree) -> Iterator[Move]:
    """Read "be" and a past participle as one verb: "they **are concerned** that …", "she was not **forced**"."""
    for token in tree.labelled("acomp"):
        be = tree[token.head]
        if token.tag != "VBN" or be.lemma != "be" or token.i < be.i:
            continue
        yield Move(token.i, token.i if be.head == be.i else be.head, be.dep)
        yield Move(be.i, token.i, "auxpass")
        for child in tree.children(be.i):
            dep = {"nsubj": "nsubjpass", "csubj": "csubjpass"}.get(tree[child].dep, tree[child].dep)
            if child != token.i:
                yield Move(child, token.i, dep)


def role_of_object(tree: Tree) -> Iterator[Move]:
    """Give "as" to the verb that takes it: "describe the ruling **as** historic"."""
    for token in tree.labelled("prep"):
        noun = tree[token.head]
        verb = tree[noun.head]
        if token.lower != "as" or noun.dep not in {"dobj", "nsubjpass"}:
            continue
        # Column two of the cue verbs holds their frames; "a" is an object with a predicate.
        if "a" in "".join(table("cue_verbs").get(verb.lemma.lower(), ())[1:2]):
            yield Move(token.i, verb.i, "prep")


def noun_for_verb(tree: Tree) -> Iterator[Move]:
    """Read a bare noun joined to a bare verb as a verb: "may gather and **picnic** in the park"."""
    for token in tree.labelled("conj"):
        bare = token.tag == "NN" and not any(child < token.i for child in tree.children(token.i))
        if bare and tree[token.head].tag == "VB" and tree.child(token.i, "prep") is not None:
            yield Move(token.i, token.head, "conj", "VB")


def object_and_clause(tree: Tree) -> Iterator[Move]:
    """Part an object from the clause behind it: "heard **the men** and **a boat was** sent".

    A verb in the singular has no joined subject "the men and a boat".
    """
    for token in tree.labelled("ccomp"):
        above = tree[token.head]
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if above.pos != "VERB" or above.i > token.i or subject is None:
            continue
        joined, joiner = tree.child(subject, "conj"), tree.child(subject, "cc")
        if (
            joined is None
            or joiner is None
            or tree.child(token.i, "mark") is not None
            or not is_singular(tree, token.i)
        ):
            continue
        if tree.child(above.i, "dobj") is None and len(tree.children(subject, "conj")) == 1:
            yield Move(subject, above.i, "dobj")
            yield Move(joiner, above.i, "cc")
            yield Move(joined, token.i, tree[subject].dep)
            yield Move(token.i, above.i, "conj")


def behind_quotation(tree: Tree) -> Iterator[Move]:
    """Give what follows a closed quotation to the speaker: '"…," she said, **pointing** at it'."""
    opened: int | None = None
    for token in tree:
        if token.text in {'"', "“", "”"}:
            opened = None if opened is not None and token.text != "“" else token.i
            closed = token.i if opened is None else None
            if closed is None:
                continue
            for after in tree.tokens[closed + 1 :]:
                head = tree[after.head]
                inside = head.i < closed and head.dep == "ccomp" and tree[head.head].i < closed
                if after.dep == "advcl" and after.tag == "VBG" and inside and _quoted(tree, head.i, closed):
                    yield Move(after.i, head.head, "advcl")


def _quoted(tree: Tree, index: int, closed: int) -> bool:
    """Tell whether a token stands between the quotation marks that end at `closed`."""
    opening = next((t.i for t in reversed(tree.tokens[:closed]) if t.text in {'"', "“"}), closed)
    return opening < index < closed
