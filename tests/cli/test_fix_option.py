"""`claims validate --fix` rewrites files, `--diff` only shows what would change."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from sample_document import TEXT, good

from claims.cli.main import main
from claims.codec import from_dict, to_dict


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """Return a claim file whose text, in a file of its own, was edited at its beginning."""
    data = good()
    del data["source"]["text"]
    data["source"]["path"] = "a.txt"
    data["verdicts"] = []
    (tmp_path / "a.txt").write_bytes(("Update.\n\n" + TEXT).encode())
    file = tmp_path / "a.json"
    file.write_text(json.dumps(to_dict(from_dict(data)), indent=1), "utf-8")
    return file


def test_a_diff_is_shown_first(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff prints a unified diff and changes nothing; exit 1, because something would change."""
    before = moved.read_bytes()
    assert main(["validate", str(moved), "--fix", "--diff"]) == 1
    captured = capsys.readouterr()
    assert moved.read_bytes() == before
    lines = captured.out.splitlines()
    assert lines[:2] == [f"--- {moved}", f"+++ {moved}"]
    assert "-   1" not in lines
    assert any(line.startswith('+  "length": ') for line in lines)
    assert "would mend: O101" in captured.err
    assert main(["validate", str(moved), "--diff", "--exit-zero"]) == 0


def test_fixing_rewrites_and_checks(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix mends the file and tells what is left; a second run changes nothing."""
    assert main(["validate", str(moved), "--fix", "--ignore", "C605"]) == 0
    assert "mended: O101" in capsys.readouterr().err
    after = moved.read_bytes()
    assert main(["validate", str(moved), "--fix", "--ignore", "C605"]) == 0
    assert moved.read_bytes() == after
    assert "mended" not in capsys.readouterr().err
    assert main(["validate", str(moved), "--diff"]) == 0
    assert capsys.readouterr().out == ""
    assert list(moved.parent.glob(".claims-*")) == []


def test_what_is_refused_is_told(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where two places fit the file stays as it is, and the check tells what is wrong."""
    (moved.parent / "a.txt").write_bytes(TEXT.replace("Monday", "Friday").encode())
    before = moved.read_bytes()
    assert main(["validate", str(moved), "--fix"]) == 1
    captured = capsys.readouterr()
    assert moved.read_bytes() == before
    assert "not mended: O101" in captured.err
    assert ": O101:" in captured.out


def test_other_files_are_left_alone(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no JSON, packed or not there is not rewritten; the check goes on."""
    packed = moved.with_name("b.json.gz")
    packed.write_bytes(gzip.compress(moved.read_bytes()))
    before = packed.read_bytes()
    assert main(["validate", str(packed), str(moved.with_name("none.json")), "--fix"]) == 2
    assert packed.read_bytes() == before
    assert "only JSON and JSON Lines" in capsys.readouterr().err


def test_hostile_words_do_not_reach_the_terminal(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A diff shows what would steer a terminal instead of sending it."""
    data = json.loads(moved.read_bytes())
    data["source"]["title"] = "\u202e\u009b31m"
    moved.write_text(json.dumps(data, indent=1, ensure_ascii=False), "utf-8")
    main(["validate", str(moved), "--diff"])
    assert not {"\u202e", "\u009b"} & set(capsys.readouterr().out)
