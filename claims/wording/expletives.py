"""The "it" that stands for nothing: "it is clear that", "it rained", "it was she who"."""

from __future__ import annotations

from claims.lexicon import frames_of, words
from claims.trees import Token, Tree

CLAUSAL = ("ccomp", "xcomp", "csubj", "advcl")
#: Verbs whose "it" points at the clause behind them, and verbs of weather.
RAISING = frozenset(("seem", "appear", "happen", "emerge", "transpire", "follow", "turn", "matter"))
WEATHER = frozenset(("rain", "snow", "hail", "drizzle", "thunder", "freeze"))
#: Verbs whose passive has an infinitive for its subject: "it was decided to close the school".
SETTLING = frozenset(("decide", "agree", "resolve", "propose"))
#: Adjectives of what somebody or something can do, beside those of intention, feeling and the future.
ABLE = frozenset(("able", "unable", "free", "quick", "slow", "entitled", "liable", "prone", "powerless"))


def is_expletive(tree: Tree, token: Token) -> bool:
    """Tell whether an "it" stands for nothing: "it is clear that", "it rained", "it was she who"."""
    if token.lower != "it":
        return False
    head = tree[token.head]
    if token.dep == "expl" or head.lemma in WEATHER:
        return True
    if token.dep not in ("nsubj", "nsubjpass"):
        # "make it clear that": the object stands before its clause; "called it a victory" has none.
        told = tree.child(token.head, "oprd", "acomp") if token.dep == "dobj" else None
        return told is not None and any(tree.child(i, *CLAUSAL) is not None for i in (token.head, told))
    if head.pos == "ADJ":
        return any(i > head.i for i in tree.children(head.i, *CLAUSAL))
    clausal = tree.child(head.i, "ccomp", "xcomp", "csubj", "csubjpass", "advcl")
    if head.lemma == "be":
        return _expletive_be(tree, head.i)
    if token.dep == "nsubjpass" and clausal is not None:
        # "It is expected to open": whatever will open.
        settled = tree[clausal].dep != "xcomp" or head.lemma in SETTLING
        return settled and tree[clausal].dep != "advcl" and tree[clausal].i > head.i
    if head.lemma in RAISING and clausal is not None:
        return tree[clausal].dep in ("ccomp", "advcl")
    return head.lemma == "take" and tree.child(head.i, "xcomp", "advcl", "relcl") is not None


def _expletive_be(tree: Tree, be: int) -> bool:
    """Tell it of "it is <adjective> that/to/for", "it is time to", "it was <name> who"."""
    for i in tree.children(be, "acomp", "attr", "prep"):
        below = tree.children(i, "ccomp", "xcomp", "csubj", "relcl", "acl", "advcl")
        if tree[i].dep == "acomp" and any(_points_at(tree, tree[i].lower, j) for j in below):
            return True
        if tree[i].dep == "attr" and _is_cleft(tree, i, below):
            return True
        if tree[i].lemma.lower() in ("time", "possible") and below:
            return True
    found = tree.child(be, "acomp")
    told = None if found is None else tree[found].lower
    after = [i for i in tree.children(be, "ccomp", "xcomp", "csubj", "relcl", "advcl") if i > be]
    clauses = [i for i in after if tree[i].dep in ("ccomp", "csubj", "xcomp", "relcl")]
    clauses = [i for i in clauses if told is None or _points_at(tree, told, i)]
    return bool(clauses) or (told is not None and any(tree.has_to(i) and _points_at(tree, told, i) for i in after))


def _points_at(tree: Tree, adjective: str, clause: int) -> bool:
    """Tell whether "it" points at a clause behind an adjective: "hard to find", but "happy to keep him"."""
    if tree[clause].dep not in ("xcomp", "ccomp", "csubj", "advcl", "relcl"):
        return False
    if not tree.has_to(clause) or tree.child(clause, "nsubj", "nsubjpass") is not None:
        return True
    return not (
        adjective in ABLE or adjective in words("future_adjectives") or "t" in frames_of(adjective, "cue_adjectives")
    )


def _is_cleft(tree: Tree, attribute: int, below: tuple[int, ...]) -> bool:
    clauses = [j for j in below if tree[j].dep == "relcl"]
    named = tree[attribute].pos in ("PROPN", "PRON")
    # "It" is no person, so "it was the mayor who" says that the mayor did it.
    return bool(clauses) and (named or any(tree[k].lower == "who" for j in clauses for k in tree.children(j)))
