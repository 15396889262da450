"""Repairs of inversions and of clauses under the wrong verb: conditions without "if", reasons of what is planned."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table, words
from claims.repair.moves import Move, subject_label
from claims.trees import FINITE, SUBJECTS, VERBAL, Tree


def inverted_condition(tree: Tree) -> Iterator[Move]:
    """Hang an inverted condition on its consequent: "He will go **should it fail**", "**Were** it not so, …"."""
    if not len(tree) or tree[len(tree) - 1].text in {"?", '"'}:
        return
    for token in tree:
        if token.lower not in {"should", "had", "were"} or token.i + 1 == len(tree):
            continue
        verb = token.i if token.dep not in {"aux", "auxpass"} else token.head
        subject = tree.child(verb, *SUBJECTS)
        inverted = subject is not None and token.i < subject and tree.subtree(subject)[0] == token.i + 1
        before = next((i for i in tree.children(verb, "ccomp", "parataxis") if i < token.i), None)
        if inverted and before is not None and _has_modal(tree, before) and not _has_modal(tree, verb, but=token.i):
            top = tree[verb].head
            yield Move(before, before if top == verb else top, tree[verb].dep)
            yield Move(verb, before, "advcl")
            yield from (Move(i, before, "punct") for i in tree.children(verb, "punct") if i > verb)
        elif inverted and tree[verb].dep in {"ccomp", "parataxis"} and verb < tree[verb].head:
            # The consequent is the verb above or, where that only reports, what stands beside: "…, they said".
            hosts = (tree[verb].head, *tree.children(tree[verb].head, "ccomp"))
            host = next((i for i in hosts if i > verb and _has_modal(tree, i)), None)
            yield from () if host is None else (Move(verb, host, "advcl"),)
        elif token.lower == "were" and verb == token.i:
            yield from _infinitive_condition(tree, verb)


def _infinitive_condition(tree: Tree, were: int) -> Iterator[Move]:
    """Read "**Were** the treaty **to lapse**, both would leave" as one clause, whose verb is the infinitive."""
    noun, host = tree.child(were, "attr", "nsubj", "dobj"), tree[were].head
    verb = tree.child(noun, "relcl", "acl") if noun is not None else None
    if noun is None or verb is None or not were < noun < verb < host or not tree.has_to(verb):
        return
    if _has_modal(tree, host):
        yield Move(verb, host, "advcl")
        yield Move(noun, verb, subject_label(tree, verb))
        yield Move(were, verb, "aux")
        yield from (Move(i, verb, tree[i].dep) for i in tree.children(were) if i != noun)


def _has_modal(tree: Tree, verb: int, but: int = -1) -> bool:
    return any(tree[i].tag == "MD" and i != but for i in tree.children(verb, "aux"))


def but_for(tree: Tree) -> Iterator[Move]:
    """Read "**But for** the storm, it would have come" as a phrase: what kept it from coming."""
    if len(tree) > 2 and tree[0].lower == "but" and tree[1].lower == "for" and tree[0].dep == "cc":
        phrase = tree.subtree(1)
        if tree[1].dep == "prep" and phrase[-1] + 1 < tree[1].head and _has_modal(tree, tree[1].head):
            yield Move(0, 1, "advmod")


def cause_phrase(tree: Tree) -> Iterator[Move]:
    """Read "could not land **owing to** fog" and "**thanks to** rain" as prepositions: nobody owes or thanks."""
    for token in tree:
        if token.lower not in {"owing", "thanks"} or token.dep in {"prep", "dobj", "pobj", "ROOT"}:
            continue
        behind = tree.child(token.i, "prep")
        if token.lower == "thanks" and token.i and tree[token.i - 1].pos != "PUNCT":
            continue
        if behind == token.i + 1 and tree[behind].lower == "to" and tree[token.head].pos in VERBAL:
            yield Move(token.i, token.head, "prep", "IN")


def inverted_after_only(tree: Tree) -> Iterator[Move]:
    """Give "only" at the front its inverted clause: "Only when it ends **will talks resume**"."""
    for token in tree.labelled("aux"):
        noun = tree[token.head]
        verb = tree.child(noun.i, "dobj", "ccomp", "acl", "relcl") if token.tag == "MD" else None
        if noun.tag not in {"NN", "NNS", "NNP", "PRP"} or verb is None or tree[verb].tag != "VB" or verb < noun.i:
            continue
        opening = next((t.lower for t in tree if t.pos != "PUNCT"), "")
        if token.i < noun.i and opening in {"only", "not", "never", "rarely", "seldom"}:
            yield Move(verb, verb if noun.head == noun.i else noun.head, noun.dep)
            yield Move(noun.i, verb, subject_label(tree, verb))
            for child in tree.children(noun.i):
                if child != verb and (child < token.i or child == token.i or child > verb):
                    yield Move(child, verb, tree[child].dep)


def condition_of_content(tree: Tree) -> Iterator[Move]:
    """Give a condition before a saying to what is said: "**if** it failed, he said, he would go"."""
    for token in tree.labelled("advcl"):
        host = tree[token.head]
        content = tree.child(host.i, "ccomp")
        first = tree[next((i for i in tree.subtree(token.i) if tree[i].pos not in {"PUNCT", "CCONJ"}), token.i)]
        if (
            content is None
            or not token.i < host.i < content
            or first.lower not in {"if", "unless", "had", "were", "should"}
        ):
            continue
        says = host.lemma != "be" and tree.child(host.i, *SUBJECTS) is not None
        if says and _has_modal(tree, content) and not _has_modal(tree, host.i):
            yield Move(token.i, content, "advcl")
            comma = next((i for i in range(token.i, host.i) if tree[i].text == ","), token.i)
            yield from (Move(i, token.i, tree[i].dep) for i in tree.children(host.i) if token.i < i < comma)


def said_in_opening(tree: Tree) -> Iterator[Move]:
    """Leave what an opening clause says to it: "Though he admits **it leaks**, the firm denies the fault"."""
    for token in tree.labelled("advcl"):
        said = tree[token.head]
        subject = tree.child(said.i, *SUBJECTS)
        if not token.i < said.i < said.head or said.dep != "ccomp" or subject is None:
            continue
        opened = tree.child(token.i, "mark") is not None and tree.child(token.i, "ccomp", "xcomp", "dobj") is None
        if opened and tree.subtree(subject)[0] == token.i + 1 and token.lemma.lower() in table("cue_verbs"):
            yield Move(token.i, said.head, "advcl")
            yield Move(said.i, token.i, "ccomp")


#: What a verb with an infinitive ahead of it may be followed by that is no part of what lies ahead.
_CONTRASTS = frozenset(("although", "though"))
_REASONS = frozenset(("after", "as", "because", "since"))
#: Verbs whose infinitive tells what is so, and not what is to come.
_TELLING = frozenset(
    "allege appear assume believe claim consider happen know prove report rumor say seem tend think understand".split()
)


def clause_of_planner(tree: Tree) -> Iterator[Move]:
    """Hang what has happened on the verb above an infinitive that lies ahead: "vowed to fight **after it fell**"."""
    for clause in tree.labelled("advcl"):
        verb = tree[clause.head]
        host = tree[verb.head]
        if (
            verb.dep not in ("xcomp", "ccomp")
            or not host.i < verb.i < clause.i
            or host.pos != "VERB"
            or not tree.has_to(verb.i)
        ):
            continue
        if host.lemma.lower() in _TELLING or any(tree[i].lower == "have" for i in tree.children(verb.i, "aux")):
            continue
        marks = {tree[i].lower for i in tree.children(clause.i, "mark")}
        if "if" in marks:
            # "To look **as if** it had rained"
            continue
        if (marks & _CONTRASTS and tree.is_finite(clause.i)) or (marks & _REASONS and _is_over(tree, clause.i)):
            yield Move(clause.i, host.i, "advcl")


def _is_over(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is in the past or perfect, without a modal."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    finite = next((tree[i] for i in (*auxiliaries, verb) if tree[i].tag in FINITE), None)
    if finite is None or finite.tag == "MD" or finite.lower in words("invariant_verbs"):
        return False
    return finite.tag == "VBD" or (finite.lower in ("has", "have") and finite.i != verb)
