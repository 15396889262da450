"""The annotator and the gold data that it is measured on."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

import claims
from claims.cli.annotate import dateline_date
from claims.model import Document

Rows = list[dict[str, Any]]


@attrs.frozen
class Bench:
    """The annotator, the data, and every document made so far: one extraction for all measures."""

    annotator: claims.Annotator
    folder: Path
    documents: dict[tuple[str, str | None], Document] = attrs.field(factory=dict)

    def document(self, text: str, published: str | None) -> Document:
        """Annotate `text`, once; without a date, with that of its dateline, as the command line advises."""
        key = (text, published)
        if key not in self.documents:
            made = self.annotator.annotate(text, published=published)
            if published is None and (date := dateline_date(made)) is not None:
                made = self.annotator.annotate(text, published=date)
            self.documents[key] = made
        return self.documents[key]

    def rows(self, name: str) -> Rows:
        """Read a gold set."""
        lines = (self.folder / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    def predictions(self, gold: Rows, key: str, project: Callable[[Document], Any]) -> Rows:
        """Annotate the texts of `gold` and project each document."""
        return [{"id": row["id"], key: project(self.document(row["text"], row.get("date")))} for row in gold]

    def scorer(self, name: str) -> Any:
        """Import a scorer from the evaluation folder."""
        if str(self.folder) not in sys.path:
            sys.path.append(str(self.folder))
        return importlib.import_module(name)
