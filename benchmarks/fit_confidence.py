"""Fit `claims.confidence.WEIGHTS` on the hand-annotated articles.

    python benchmarks/fit_confidence.py --eval ../shared/eval [MORE ...] [--unread FOLDER]

Prints the weights, and how well they foretell claims of articles that they were not fitted on: each
article in turn is left out. Rules do better on articles whose errors their makers have read; with
`--unread`, articles that nobody has, the bias is moved until claims of those are right as often as
told. Each folder is laid out like the first. Needs SciPy.
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
from scipy.optimize import brentq, minimize

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


def moved(weights: dict[str, float], data: Sequence[Row]) -> dict[str, float]:
    """Return the weights with the bias at which the mean chance of the claims is the share that was right."""
    right = sum(right for _, right in data)

    def excess(by: float) -> float:
        shifted = {**weights, "bias": weights["bias"] + by}
        return sum(chance(shifted, row) for row, _ in data) - right

    return {**weights, "bias": round(weights["bias"] + float(brentq(excess, -5, 5)), 2)}


def main() -> None:
    """Fit, print, and test on what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True, nargs="+")
    parser.add_argument("--unread", type=Path)
    options = parser.parse_args()
    annotator = claims.Annotator()
    data = [part for folder in options.eval for part in by_article(annotator, folder)]
    told = []
    for k, part in enumerate(data):
        weights = fit([row for other, rest in enumerate(data) if other != k for row in rest])
        told += [(chance(weights, row), right) for row, right in part]
    show("left out", told)
    weights = fit([row for part in data for row in part])
    if options.unread is not None:
        unread = [row for part in by_article(annotator, options.unread) for row in part]
        weights = moved(weights, unread)
        show("unread", [(chance(weights, row), right) for row, right in unread])
    for name, weight in weights.items():
        sys.stdout.write(f'    "{name}": {weight},\n')


def by_article(annotator: claims.Annotator, folder: Path) -> list[list[Row]]:
    """Return the rows of each article in a folder."""
    bench = Bench(annotator, folder)
    return [list(rows(bench, article)) for article in articles(bench)]


def show(what: str, told: Sequence[tuple[float, bool]]) -> None:
    """Print how the chances told compare with what was right."""
    base = sum(right for _, right in told) / len(told)
    brier = sum((p - right) ** 2 for p, right in told) / len(told)
    print(
        f"{what}: {len(told)} claims, {base:.3f} right; Brier {brier:.3f}, always {base:.2f}: {base * (1 - base):.3f}"
    )
    for low in np.arange(0, 1, 0.1):
        part = [right for p, right in told if low <= p < low + 0.1]
        if part:
            print(f"{low:.1f} to {low + 0.1:.1f}  {len(part):4}  {sum(part) / len(part):.2f}")


if __name__ == "__main__":
    main()
