"""The hand-annotated articles: claims and slots against gold, and how well confidence foretells which are right."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import attrs
import projections
from bench import Bench
from report import Figures

from claims.model import Document


@attrs.frozen
class Article:
    """A hand-annotated article and what we make of it."""

    name: str
    text: str
    gold: dict[str, Any]
    predicted: dict[str, Any]
    document: Document


def articles(bench: Bench) -> list[Article]:
    """Annotate every hand-made article."""
    found = []
    for path in sorted((bench.folder / "data" / "claims").glob("*_gold.json")):
        name = path.name.removesuffix("_gold.json")
        text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
        gold = json.loads(path.read_text("utf-8"))
        document = bench.document(text, gold["published"])
        found.append(Article(name, text, gold, projections.claim_rows(document), document))
    return found


def score_articles(bench: Bench, texts: list[Article]) -> dict[str, Any]:
    """Score articles as if they were one text: offsets move on, so the average is micro."""
    gold, predicted, at = [], [], 0
    for article in texts:
        gold += _moved(article.gold["sentences"], at)
        predicted += _moved(article.predicted["sentences"], at)
        at += len(article.text) + 1
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("text", "gold", "predicted")]
        paths[0].write_bytes("\n".join(article.text for article in texts).encode("utf-8"))
        paths[1].write_text(json.dumps({"sentences": gold}), "utf-8")
        paths[2].write_text(json.dumps({"sentences": predicted}), "utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            result: dict[str, Any] = bench.scorer("score_claims").main(*map(str, paths))
    return result


def _moved(data: Any, by: int) -> Any:
    """Return the plain data with every offset moved; only offsets are integers here."""
    if isinstance(data, dict):
        return {key: _moved(value, by) for key, value in data.items()}
    if isinstance(data, list):
        return [_moved(value, by) for value in data]
    return data + by if type(data) is int else data


def article_figures(result: dict[str, Any]) -> Figures:
    """Name the figures of `score_claims`."""
    figures = {f"claims {at}": result[f"claims@{at}"]["f1"] for at in (0.5, 0.8, 1.0)}
    figures |= {f"claims 0.8 {key}": result["claims@0.8"][key] for key in "pr"}
    figures |= {key.replace(".", " "): value for key, value in result.items() if key.startswith("slot.")}
    right, valued = map(int, result["when.value"].split("/"))
    both, only_ours, only_gold, _ = map(int, result["attributed tp/fp/fn/tn"].split("/"))
    figures["when value"] = right / max(1, valued)
    figures["attributed p"] = both / max(1, both + only_ours)
    figures["attributed r"] = both / max(1, both + only_gold)
    return figures


def small_figures(bench: Bench, figure: float) -> Figures:
    """Score the articles as another pipeline parses them, and what that costs against `figure`."""
    found: float = score_articles(bench, articles(bench))["claims@0.8"]["f1"]
    return {"small model 0.8": found, "small model loss": figure - found}


def calibration(bench: Bench, texts: list[Article]) -> dict[str, list[bool]]:
    """Group claims by stated confidence: was each matched at Jaccard 0.8?"""
    scorer = bench.scorer("score_claims")
    bins: dict[str, list[bool]] = {}
    for article in texts:
        frames = [tuple(row["sentence"]) for row in article.gold["sentences"]]
        rows = [claim for sentence in article.predicted["sentences"] for claim in sentence["claims"]]
        order = {sentence.id: number for number, sentence in enumerate(article.document.sentences)}
        made = sorted(article.document.claims, key=lambda claim: order[claim.sentence])
        by_frame: dict[int, list[tuple[dict[str, Any], float]]] = {}
        for row, claim in zip(rows, made, strict=True):
            frame = scorer.sentence_of(row, frames)
            if frame is not None and claim.confidence is not None:
                by_frame.setdefault(frame, []).append((row, claim.confidence))
        for frame, pairs in by_frame.items():
            gold = [scorer.tokens(article.text, scorer.extent(c)) for c in article.gold["sentences"][frame]["claims"]]
            ours = [scorer.tokens(article.text, scorer.extent(row)) for row, _ in pairs]
            weights = [[scorer.jaccard(a, b) for b in ours] for a in gold]
            found = {j for i, j in scorer.assign(weights) if weights[i][j] >= 0.8} if gold else set()
            for number, (_, confidence) in enumerate(pairs):
                bins.setdefault(f"{int(min(confidence, 0.999) * 5) / 5:.1f}", []).append(number in found)
    return bins


def article_rows(bench: Bench, texts: list[Article]) -> list[list[str]]:
    """Return the table of single articles."""
    rows = [["article", "gold claims", "ours", "F1 at 0.5", "at 0.8", "at 1.0"]]
    for article in texts:
        result = score_articles(bench, [article])
        scores = [f"{result[f'claims@{at}']['f1']:.3f}" for at in (0.5, 0.8, 1.0)]
        rows.append([article.name, str(result["gold"]), str(result["pred"]), *scores])
    return rows
