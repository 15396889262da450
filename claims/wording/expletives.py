"""The "it" that stands for nothing: "it is clear that", "it rained", "it was she who"."""

from __future__ import annotations

from claims.trees import Token, Tree

#: Verbs whose "it" points at the clause behind them, and verbs of weather.
RAISING = frozenset(("seem", "appear", "happen", "emerge", "transpire", "follow", "turn", "matter"))
WEATHER = frozenset(("rain", "snow", "hail", "drizzle", "thunder", "freeze"))


def is_expletive(tree: Tree, token: Token) -> bool:
    """Tell whether an "it" stands for nothing: "it is clear that", "it rained", "it was she who"."""
    if token.lower != "it":
        return False
    head = tree[token.head]
    if token.dep == "expl" or head.lemma in WEATHER:
        return True
    if token.dep not in ("nsubj", "nsubjpass"):
        # "make it clear that": the object stands before its clause.
        return token.dep in ("nsubj", "dobj") and tree.child(token.head, "oprd", "acomp") is not None
    clausal = tree.child(head.i, "ccomp", "xcomp", "csubj", "csubjpass", "advcl")
    if head.lemma == "be":
        return _expletive_be(tree, head.i)
    if token.dep == "nsubjpass" and clausal is not None:
        return tree[clausal].dep != "advcl" and tree[clausal].i > head.i
    if head.lemma in RAISING and clausal is not None:
        return tree[clausal].dep in ("ccomp", "advcl")
    return head.lemma == "take" and tree.child(head.i, "xcomp", "advcl", "relcl") is not None


def _expletive_be(tree: Tree, be: int) -> bool:
    """Tell it of "it is <adjective> that/to/for", "it is time to", "it was <name> who"."""
    for i in tree.children(be, "acomp", "attr", "prep"):
        below = tree.children(i, "ccomp", "xcomp", "csubj", "relcl", "acl", "advcl")
        if tree[i].dep == "acomp" and any(tree[j].dep in ("xcomp", "ccomp", "advcl") for j in below):
            return True
        if tree[i].dep == "attr" and _is_cleft(tree, i, below):
            return True
        if tree[i].lemma.lower() in ("time", "possible", "likely") and below:
            return True
    after = [i for i in tree.children(be, "ccomp", "xcomp", "csubj", "relcl", "advcl") if i > be]
    clauses = [i for i in after if tree[i].dep in ("ccomp", "csubj", "xcomp", "relcl")]
    return bool(clauses) or (tree.child(be, "acomp") is not None and any(tree.has_to(i) for i in after))


def _is_cleft(tree: Tree, attribute: int, below: tuple[int, ...]) -> bool:
    clauses = [j for j in below if tree[j].dep == "relcl"]
    named = tree[attribute].pos in ("PROPN", "PRON")
    # "It" is no person, so "it was the mayor who" says that the mayor did it.
    return bool(clauses) and (named or any(tree[k].lower == "who" for j in clauses for k in tree.children(j)))
