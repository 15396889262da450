"""What a clause is said to be by the words around it: "it is **possible** that …", "it does not **appear** that …"."""

from __future__ import annotations

from typing import cast

from claims.attribution.frames import lemma
from claims.attribution.sources import is_verb
from claims.attribution.voices import Degree, Stand
from claims.lexicon import table
from claims.model import Polarity
from claims.trees import Tree


def judgement(tree: Tree, verb: int) -> Stand | None:
    """Return what the clause of `verb` is said to be, None where nothing is said of it.

    The judging word is an adjective or noun beside "be", or a verb like "appear".
    """
    above = tree[verb].head
    if above == verb or tree[verb].dep not in ("ccomp", "csubj", "acl", "advcl", "relcl", "csubjpass"):
        return None
    if tree[verb].dep in ("acl", "advcl", "relcl") and not _is_that_clause(tree, verb):
        return None
    for i in (above, *tree.children(above, "acomp", "attr", "oprd")):
        row = table("judgements").get(lemma(tree[i])) if i != verb and _judges(tree, i, above) else None
        if row is not None:
            return _stand(row[_is_denied(tree, i, above)])
    return None


def _judges(tree: Tree, i: int, above: int) -> bool:
    """Tell whether a word is said of a clause, not of somebody: "**it** is certain that", not "he is certain that"."""
    verb = tree[i].head if not is_verb(tree, i) and i == above else above
    who = tree.child(verb, "nsubj", "nsubjpass")
    if is_verb(tree, i):
        return tree.child(i, "dobj") is None and (who is None or tree[who].lower == "it")
    return who is None or tree[who].lower == "it" or tree[i].pos == "NOUN"


def _is_that_clause(tree: Tree, verb: int) -> bool:
    return any(tree[i].lower == "that" for i in tree.children(verb, "mark"))


def _is_denied(tree: Tree, i: int, above: int) -> bool:
    """Tell whether the judging word is denied: "not true", "no chance"."""
    verb = tree[i].head if i == above and not is_verb(tree, i) else above
    if tree.child(i, "neg") is not None or (is_verb(tree, verb) and tree.child(verb, "neg") is not None):
        return True
    return any(tree[j].lower in ("no", "little", "hardly") for j in tree.children(i, "det", "amod", "advmod"))


def _stand(value: str) -> Stand:
    degree, sign = (value[:-1], value[-1]) if value[-1] in "+-" else ("U", "+")
    return Stand(cast(Degree, degree), cast(Polarity, sign))
