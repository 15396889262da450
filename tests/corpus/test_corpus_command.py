"""`claims corpus annotate`: options, exit codes, and what it says."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_texts import documents, rows, write_lines

from claims import corpus
from claims.cli.main import main
from claims.cli.meter import describe
from claims.corpus.writer import State


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write ten texts, of which one raises an error."""
    return write_lines(tmp_path / "in.jsonl", rows(range(10), **{"raise": 4}))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process do the work: starting workers is tried elsewhere, and takes time."""
    monkeypatch.setattr("claims.corpus.local", lambda workers=None: corpus.serial)


def annotate(*options: str | Path) -> int:
    """Run the command with the fast pipeline."""
    return main(["corpus", "annotate", *map(str, options), "--model", "hazard_pipeline", "--workers", "1"])


@pytest.mark.usefixtures("here")
def test_command(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It annotates, names what failed, exits with 1; the same again says so again and does nothing."""
    assert annotate(source, "-o", tmp_path / "out") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{tmp_path / 'out'}: 9 texts; 27 sentences, 27 claims" in said.err
    assert f"failed: {source}:5: ValueError: a hazard" in said.err
    assert "1 text was set aside" in said.err
    assert annotate(source, "-o", tmp_path / "out") == 1
    assert "9 texts, 9 of them done before" in capsys.readouterr().err
    write_lines(source, rows(range(10)))
    assert annotate(source, "-o", tmp_path / "out") == 0


def test_standard_input(tmp_path: Path) -> None:
    """`-` reads JSON lines from a pipe, makes the bytes that a file makes, and goes on when they come again."""
    source = write_lines(tmp_path / "stdin.jsonl", rows(range(12)))
    command = [sys.executable, "-m", "claims", "corpus", "annotate", "--model", "hazard_pipeline", "--workers", "1"]
    for turn in ("", "12 of them done before"):
        with source.open("rb") as stream:
            made = subprocess.run(
                [*command, "-", "-o", tmp_path / "piped"], stdin=stream, capture_output=True, text=True
            )
        assert made.returncode == 0, made.stderr
        assert turn in made.stderr
    assert annotate(source, "-o", tmp_path / "read") == 0
    names = ["shard-000000.jsonl", "manifest.jsonl"]
    assert [(tmp_path / "piped" / it).read_bytes() for it in names] == [
        (tmp_path / "read" / it).read_bytes() for it in names
    ]


@pytest.mark.usefixtures("here")
def test_too_many_failures(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that is stopped by its failures says so, names them, and exits with 1."""
    assert annotate(source, "-o", tmp_path / "out", "--max-failures", "0") == 1
    said = capsys.readouterr().err
    assert "stopped after 1 failed texts (--max-failures 0)" in said
    assert f"failed: {source}:5: ValueError: a hazard" in said


@pytest.mark.usefixtures("here")
def test_fields_and_defaults(tmp_path: Path) -> None:
    """Columns and defaults are said on the command line."""
    write_lines(tmp_path / "a.jsonl", [{"body": "Prices rose.", "nr": 7}])
    options = ("--field", "text=body", "--field", "id=nr", "--default", "author=A. Writer", "--no-text")
    assert annotate(tmp_path / "a.jsonl", "-o", tmp_path / "out", *options) == 0
    source = json.loads((tmp_path / "out/shard-000000.jsonl").read_text("utf-8"))["source"]
    assert (source["id"], source["author"], source.get("text")) == ("7", ["A. Writer"], None)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--to", "csv"], "cannot be written as 'csv'; the formats are jsonl, tei, parquet"),
        (["--from", "xlsx"], "no input format 'xlsx'"),
        (["--field", "body=text"], "no such field; the fields are text, id"),
        (["--field", "text"], "NAME=VALUE"),
        (["--default", "id=x"], "no such field"),
        (["--address", "here:1"], "add --engine ray"),
        (["--workers", "0"], "no number from 1 on"),
        (["--engine", "spark"], "invalid choice"),
    ],
)
def test_wrong_usage(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    """What makes no sense is refused with exit code 2 before anything is written."""
    assert annotate(source, "-o", tmp_path / "out", *options) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out/manifest.jsonl").exists()


@pytest.mark.usefixtures("here")
def test_input_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing input is one line and exit code 2."""
    assert annotate(tmp_path / "nothing", "-o", tmp_path / "out") == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_out_is_not_read(tmp_path: Path) -> None:
    """The folder of the corpus may lie inside the input: it is not read as input."""
    write_lines(tmp_path / "a.jsonl", rows(range(3)))
    assert annotate(tmp_path, "-o", tmp_path / "out") == 0
    assert annotate(tmp_path, "-o", tmp_path / "out") == 0
    assert documents(tmp_path / "out") == ["t0", "t1", "t2"]


def test_progress() -> None:
    """Progress tells the share, texts, claims, speed and the time left, from what was done; of a pipe, no share."""
    state = State(200, 60_000, 9_000, 100, 3, 750, 250, 1000)
    words = "75 %, 200 texts, 9,000 claims, 100 done before, 3 failed, 1,000 words/s, 0:30 left"
    assert describe(state, 60.0) == words
    assert describe(State(), 0.0) == "0 texts, 0 claims"


def test_terminal(source: Path, tmp_path: Path) -> None:
    """In a terminal a bar moves, and is gone in the end."""
    command = [sys.executable, "-m", "claims", "corpus", "annotate", source, "-o", tmp_path / "out"]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*command, "--model", "hazard_pipeline", "--workers", "1"], stderr=theirs, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 1000)
        except OSError:
            break
    os.close(ours)
    assert process.wait() == 1
    assert b"[####################] 100 %, 9 texts" in shown
    assert b"\r\x1b[Kclaims: " in shown
