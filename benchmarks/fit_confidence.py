"""Fit `claims.confidence.WEIGHTS` on the hand-annotated articles.

    python benchmarks/fit_confidence.py --eval ../shared/eval

Prints the weights, and how well they foretell claims of articles that they were not fitted on: each
article in turn is left out. Needs SciPy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path

import numpy as np
from articles import Article, articles
from bench import Bench
from scipy.optimize import minimize

import claims
from claims import extractors
from claims.analysis import Clause
from claims.clauses import Marks
from claims.clauses.proposals import Passage
from claims.confidence import features

#: Strength of the prior that a weight is nought.
RIDGE = 2.0

#: A claim: features, and whether it was right.
Row = tuple[dict[str, float], bool]


def watched(seen: list[tuple[Passage, Sequence[Clause]]]) -> object:
    """Return a splitting that notes what it found."""

    def split(passage: Passage, marks: Marks) -> Sequence[Clause]:
        found = tuple(extractors.by_rules(passage, marks))
        seen.append((passage, found))
        return found

    return split


def rows(bench: Bench, article: Article) -> Iterator[Row]:
    """Yield the features of each claim and whether a gold claim matches it at Jaccard 0.8."""
    scorer = bench.scorer("score_claims")
    frames = [tuple(row["sentence"]) for row in article.gold["sentences"]]
    annotator = claims.Annotator()
    seen: list[tuple[Passage, Sequence[Clause]]] = []
    annotator.__dict__["_split"] = watched(seen)
    annotator.annotate(article.text, article.gold["published"])
    for passage, clauses in seen:
        extents = [[(s.start, s.end) for s in passage.tree.extent(clause.tokens).spans] for clause in clauses]
        ours = [scorer.tokens(article.text, extent) for extent in extents]
        frame = next((k for k, (s, e) in enumerate(frames) if s <= passage.span.start < e), None)
        if frame is None or not ours:
            continue
        told = article.gold["sentences"][frame]["claims"]
        gold = [scorer.tokens(article.text, scorer.extent(claim)) for claim in told]
        weights = [[scorer.jaccard(a, b) for b in ours] for a in gold]
        right = {j for i, j in scorer.assign(weights) if weights[i][j] >= 0.8} if gold else set()
        for number, found in enumerate(features(passage.tree, clauses)):
            yield dict(found), number in right


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Return the weights with the greatest likelihood under the prior."""
    names = sorted({name for row, _ in data for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row, _ in data])
    y = np.array([right for _, right in data], float)
    free = np.array([name != "bias" for name in names], float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        value = np.logaddexp(0, z).sum() - y @ z + RIDGE / 2 * (free * w * w).sum()
        return float(value), x.T @ (1 / (1 + np.exp(-z)) - y) + RIDGE * free * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}


def chance(weights: dict[str, float], row: dict[str, float]) -> float:
    """Return the fitted chance of a claim."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in row.items())))


def main() -> None:
    """Fit, print, and test on what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    bench = Bench(claims.Annotator(), parser.parse_args().eval)
    data = [list(rows(bench, article)) for article in articles(bench)]
    told = []
    for k, part in enumerate(data):
        weights = fit([row for other, rest in enumerate(data) if other != k for row in rest])
        told += [(chance(weights, row), right) for row, right in part]
    base = sum(right for _, right in told) / len(told)
    brier = sum((p - right) ** 2 for p, right in told) / len(told)
    print(
        f"{len(told)} claims, {base:.3f} right; left out: Brier {brier:.3f}, always {base:.2f}: {base * (1 - base):.3f}"
    )
    for low in np.arange(0, 1, 0.1):
        part = [right for p, right in told if low <= p < low + 0.1]
        if part:
            print(f"{low:.1f} to {low + 0.1:.1f}  {len(part):4}  {sum(part) / len(part):.2f}")
    for name, weight in fit([row for part in data for row in part]).items():
        sys.stdout.write(f'    "{name}": {weight},\n')


if __name__ == "__main__":
    main()
