"""`claims compare`: suggestions as lines, as JSON, and against a passage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims import annotate, write
from claims.cli.main import main


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Write two claim files that disagree on a number."""
    folder = tmp_path_factory.mktemp("compare")
    paths = []
    for name, count in (("monday", "Three"), ("friday", "Nine")):
        document = annotate(f"{count} miners of the Karst pit were killed by the blast.", "2020-06-05", id=name)
        write(document, folder / f"{name}.json")
        paths.append(str(folder / f"{name}.json"))
    return paths


def test_lines(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe a pair is one line; that it is no verdict is said."""
    assert main(["compare", *files]) == 0
    out, err = capsys.readouterr()
    assert out.split("\t")[:2] == ["conflict", "number"]
    assert out.split("\t")[3:5] == ["monday#c1", "friday#c1"]
    assert "none of them a verdict" in err


def test_json(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """JSON says that software suggests it, which, and every finding."""
    assert main(["compare", *files, "--format", "json", "--across"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["suggested_by"]["kind"] == "software"
    assert data["suggested_by"]["judge"] == "rules"
    assert [row["slot"] for row in data["pairs"][0]["findings"] if row["state"] == "differs"] == ["number"]


def test_passage(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A passage is compared with every claim, and only with them."""
    passage = "Three miners of the Karst pit were killed by the blast."
    assert main(["compare", *files, "--passage", passage, "--published", "2020-06-06"]) == 0
    found = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(row[0], row[3]) for row in found] == [("conflict", "friday#c1"), ("duplicate", "monday#c1")]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--judge", "oracle"], "no judge"),
        (["--published", "2020-01-01"], "--passage"),
    ],
)
def test_refused(files: list[str], words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage is one line."""
    assert main(["compare", *files, *words]) == 2
    assert message in capsys.readouterr().err


def test_same_name_twice(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Two documents of one id cannot be told apart in the output, so they are refused."""
    assert main(["compare", files[0], files[0]]) == 2
    assert "two documents are called monday" in capsys.readouterr().err


def test_nothing_to_compare(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No pair is no failure."""
    assert main(["compare", str(dam_file), "--relation", "conflict"]) == 0
    assert capsys.readouterr().out == ""
