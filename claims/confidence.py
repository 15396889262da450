"""How sure we are of a claim: the chance that a careful annotator would have made the same one.

A logistic regression over what is known before anybody looks: how long and how split up the sentence
is, which rule made the claim, what is odd about it, and how unlikely the parser found its steps there.
`benchmarks/fit_confidence.py` fitted `WEIGHTS` on nineteen annotated news articles whose errors were
read while the rules were made, and the bias on four on which no rule was: so it foretells claims of
other texts, of which fewer are right.
`docs/quality.md` shows how often claims of each confidence were right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log

from claims.analysis import Clause
from claims.readings import doubts
from claims.trees import Tree

#: Digits behind the point: finer ones would claim to know more than was measured.
DIGITS = 2

WEIGHTS = {
    "bias": 3.14,
    "words of the sentence": -0.28,
    "claims of the sentence": 0.42,
    "words of the claim": 0.56,
    "gaps": -0.4,
    "commas": -0.31,
    "S1": -0.27,
    "S3": -0.08,
    "S4": 0.74,
    "S5": -0.54,
    "S6": 0.22,
    "S7": -0.55,
    "S10": -0.23,
    "fragment": -0.02,
    "nobody": -0.34,
    "left over": -0.5,
    "several arguments": -0.38,
    "ungrammatical": -0.46,
    "surprises in the sentence": -0.62,
    "surprises in the claim": -0.42,
}


def confidences(tree: Tree, clauses: Sequence[Clause]) -> list[float]:
    """Return the chance that each of the claims of a sentence is right, from 0 to 1."""
    return [round(1 / (1 + exp(-_weighed(found))), DIGITS) for found in features(tree, clauses)]


def _weighed(found: Sequence[tuple[str, float]]) -> float:
    total = 0.0
    for name, value in found:
        total += WEIGHTS[name] * value
    return total


def features(tree: Tree, clauses: Sequence[Clause]) -> Iterator[list[tuple[str, float]]]:
    """Yield for each clause of a sentence the features that are not nought."""
    if not clauses:
        return
    shared = [("bias", 1.0), ("words of the sentence", log(len(tree) / 20))]
    shared.append(("claims of the sentence", log(len(clauses))))
    shared.append(("surprises in the sentence", log(1 + sum([token.surprise for token in tree]))))
    if doubts(tree):
        shared.append(("ungrammatical", 1.0))
    for clause in clauses:
        yield [*shared, *_shape(tree, clause), *_marks(clause)]


def _shape(tree: Tree, clause: Clause) -> list[tuple[str, float]]:
    numbers = clause.tokens
    tokens = [tree[i] for i in numbers]
    return [
        ("words of the claim", log(len(tokens) / 10)),
        ("surprises in the claim", log(1 + sum([token.surprise for token in tokens]))),
        ("gaps", log(1 + numbers[-1] - numbers[0] + 1 - len(tokens))),
        ("commas", float([token.text for token in tokens].count(","))),
    ]


def _marks(clause: Clause) -> list[tuple[str, float]]:
    """Return the rule's site and what is odd about a clause."""
    site = clause.rule.partition(" ")[0]
    odd = {
        site: site in WEIGHTS,
        "nobody": not clause.who,
        "left over": "modifier" in [slot.role for slot in clause.arguments],
        "several arguments": len(clause.arguments) > 2,
    }
    return [(name, 1.0) for name, holds in odd.items() if holds]
