"""The words of a noun phrase: its core, its modifiers, and what an appositive or predicate describes."""

from __future__ import annotations

from collections.abc import Iterable

from claims.analysis import Tokens
from claims.trees import Tree
from claims.values import evolve
from claims.wording.agreement import PERSON
from claims.wording.binding import subject_of
from claims.wording.mentions import OUTER, Phrase, Pronoun

#: Dependents that never belong to a name, at whatever depth.
NEVER = frozenset(("relcl", "appos", "parataxis", "advcl"))
#: The longest phrase that still is a name for something.
LONGEST = 12


def core(tree: Tree, head: int) -> Tokens:
    """Return the words around `head` without clauses, appositives and conjuncts: an unbroken run."""
    kept = {head}
    for child in tree.children(head):
        if tree[child].text == "-" or (tree[child].dep not in OUTER and tree[child].dep != "case"):
            kept.update(_below(tree, child))
    start = end = head
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    if end - start >= LONGEST:
        end = head
    while end > head and tree[end].pos == "PUNCT":
        end -= 1
    while start < head and tree[start].pos == "PUNCT":
        start += 1
    return tuple(range(start, end + 1))


def spelled(tree: Tree, tokens: Iterable[int]) -> str:
    """Return the tokens as the text writes them, white space made single spaces."""
    parts: list[str] = []
    end = -1
    for i in tokens:
        token = tree[i]
        parts += [" " if parts and token.start > end else "", token.text]
        end = token.end
    return "".join(parts)


def _below(tree: Tree, index: int) -> list[int]:
    """Return a word and what is below it, clauses left out."""
    found: list[int] = []
    waiting = [index]
    while waiting and len(found) < 4 * LONGEST:
        found.append(waiting.pop())
        waiting.extend(i for i in tree.children(found[-1]) if tree[i].dep not in NEVER)
    return found


def modifiers(tree: Tree, head: int) -> frozenset[str]:
    """Return the lower-case words that tell this thing from others of its noun."""
    found = set()
    for i in tree.children(head):
        if tree[i].dep in ("amod", "compound", "nmod", "poss", "nummod"):
            found.add(tree[i].lower)
        elif tree[i].dep in ("prep", "acl", "relcl"):
            found.update(tree[j].lower for j in tree.children(i))
    return frozenset(found)


def describes(tree: Tree, head: int) -> int:
    """Return the word that an appositive or predicate noun describes."""
    token = tree[head]
    if token.dep == "attr":
        return subject_of(tree, token.head)
    return token.head


def is_bare(tree: Tree, head: int) -> bool:
    """Tell whether a phrase is an article or demonstrative and a noun, nothing else."""
    return all(tree[i].dep in ("det", "case") for i in tree.children(head)) and tree[head].dep != "compound"


def tells_age(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether a phrase describes a person by age: "the 52-year-old **nurse**"."""
    old = [i for i in tree.children(phrase.head, "amod") if tree[i].lower == "old"] if phrase.fits & PERSON else []
    return any(tree[j].lower == "year" for i in old for j in tree.children(i))


def in_place_of(described: Phrase | Pronoun, phrase: Phrase) -> Phrase:
    """Give a name in apposition the part that the noun before it plays: "her sister, **Joan**, runs a shop"."""
    if phrase.role != "appositive" or isinstance(described, Pronoun):
        return phrase
    return evolve(
        phrase,
        role=described.role,
        governor=described.governor,
        main=described.main,
        speaker=described.speaker,
        first=described.first,
    )
