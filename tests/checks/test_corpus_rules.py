"""Rules about several documents are broken by files that break nothing else, and told at their place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sample_document import TEXT, good

from claims.cli.main import main
from claims.text import digest

Data = dict[str, Any]


def another(name: str, text: str = TEXT + " ", cites: str | None = None) -> Data:
    """Return the good document under another id and about another text, which may cite a document."""
    data = good()
    data["source"] |= {"id": name, "text": text, "length": len(text), "sha256": digest(text)}
    for verdict in data["verdicts"]:
        for evidence in verdict["evidence"]:
            if evidence.get("document"):
                evidence["document"] = name if cites is None else cites
    return data


def written(folder: Path, name: str, documents: Sequence[Data]) -> str:
    """Write a file of one document, or of one a line, and return its text."""
    lines = name.endswith(".jsonl")
    text = "".join(json.dumps(data, indent=None if lines else 1) + "\n" for data in documents)
    (folder / name).write_text(text, "utf-8")
    return text


def place(text: str, value: str, record: int) -> tuple[int, int]:
    """Return where a value stands first, in a record or in the whole file."""
    at = text.index(value, text.index("\n") + 1 if record else 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


CASES = {
    "an id twice": ("D801", ["a.json", "b.json"], [good(), another("bridge")], '"bridge"'),
    "an id twice in one file": ("D801", ["a.jsonl"], [good(), another("bridge")], '"bridge"'),
    "a text twice": ("D802", ["a.json", "b.json"], [good(), another("other", TEXT)], f'"{digest(TEXT)}"'),
    "a text twice in one file": ("D802", ["a.jsonl"], [good(), another("other", TEXT)], f'"{digest(TEXT)}"'),
    "a document that is not there": ("D803", ["a.json", "b.json"], [good(), another("x", cites="log-7")], '"log-7"'),
    "one that a record cites": ("D803", ["a.jsonl"], [good(), another("x", cites="log-7")], '"log-7"'),
}


@pytest.mark.parametrize("case", CASES)
def test_broken_corpus_is_told_with_its_place(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule is told alone, in the later document, at the line and column of the value."""
    code, names, documents, value = CASES[case]
    monkeypatch.chdir(tmp_path)
    texts = {}
    for number, name in enumerate(names):
        texts[name] = written(tmp_path, name, documents if len(names) == 1 else [documents[number]])
    main(["validate", *names, "--select", "ALL", "--format", "jsonl", "--all"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    last = names[-1]
    line, column = place(texts[last], value, len(names) == 1)
    told = {(row["code"], row["path"], row["line"], row["column"]) for row in found}
    assert told == {(code, last, line, column)}
