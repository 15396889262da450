"""`claims convert`: any format into any other, nothing lost, nothing overwritten unasked."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims.cli.main import main
from claims.codec import to_dict
from claims.formats import FORMATS, read, write
from claims.model import Document, Sentence, Source
from claims.text import Span, digest


@pytest.mark.parametrize(("source", "target"), [*product(["json", "jsonl", "xml"], repeat=2)])
def test_any_direction(source: str, target: str, dam: Document, tmp_path: Path) -> None:
    """Every format turns into every other and reads back equal."""
    write(dam, tmp_path / f"a.{source}")
    assert main(["convert", str(tmp_path / f"a.{source}"), str(tmp_path / f"b.{target}")]) == 0
    assert read(tmp_path / f"b.{target}") == dam


def test_there_and_back_gives_the_same_bytes(dam_file: Path, tmp_path: Path) -> None:
    """JSON to TEI to JSON gives the bytes that JSON to JSON gives."""
    for line in (f"{dam_file} a.json", "a.json a.xml", "a.xml b.json"):
        one, other = line.split()
        assert main(["convert", str(tmp_path / one), str(tmp_path / other)]) == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_an_existing_file_is_kept(dam_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --force the command refuses before it reads anything; with it the file is replaced."""
    out = tmp_path / "out.xml"
    out.write_text("mine", "utf-8")
    assert main(["convert", str(tmp_path / "none.json"), str(out)]) == 2
    assert "out.xml exists; --force replaces it" in capsys.readouterr().err
    assert out.read_text("utf-8") == "mine"
    assert main(["convert", str(dam_file), str(out), "--force"]) == 0
    assert out.read_text("utf-8").startswith("<?xml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dam.json", "out.xml"]


def test_names_win_over_endings(dam_file: Path, tmp_path: Path) -> None:
    """--from and --to name the formats of files whose endings say nothing, or something else."""
    assert main(["convert", str(dam_file), str(tmp_path / "a.data"), "--to", "tei"]) == 0
    assert main(["convert", str(tmp_path / "a.data"), str(tmp_path / "b.json"), "--from", "tei"]) == 0
    assert json.loads((tmp_path / "b.json").read_bytes()) == json.loads(dam_file.read_bytes())


def test_through_pipes(
    dam: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`-` stands for standard input and output; the format of the input is told by its content."""
    names = ("a.json", "a.jsonl", "a.xml")
    for name in names:
        write(dam, tmp_path / name)
    for name in names:
        pipe = SimpleNamespace(buffer=io.BytesIO((tmp_path / name).read_bytes()))
        monkeypatch.setattr("sys.stdin", pipe)
        assert main(["convert", "-", "-", "--to", "jsonl"]) == 0
        assert capsysbinary.readouterr().out == (tmp_path / "a.jsonl").read_bytes()


def test_json_lines_hold_many_and_json_one(dam: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of two documents stays one of two; a format for one refuses it and leaves nothing behind."""
    write(dam, tmp_path / "a.jsonl")
    two = (tmp_path / "a.jsonl").read_bytes() * 2
    (tmp_path / "two.jsonl").write_bytes(two)
    assert main(["convert", str(tmp_path / "two.jsonl"), str(tmp_path / "copy.jsonl")]) == 0
    assert (tmp_path / "copy.jsonl").read_bytes() == two
    assert main(["convert", str(tmp_path / "two.jsonl"), str(tmp_path / "b.json")]) == 2
    assert "holds one document" in capsys.readouterr().err
    assert not (tmp_path / "b.json").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("none.json b.xml", "none.json: no such file"),
        ("dam.json b.pdf", "b.pdf names no format; say with --to which (json, jsonl, tei, "),
        ("dam.json b.pdf --to pdf", "there is no format 'pdf'"),
        ("dam.json b.xml --from pdf", "there is no format 'pdf'"),
        ("dam.json -", "say with --to"),
        ("dam.json nowhere/b.xml", "no folder"),
    ],
)
def test_what_cannot_be_done(words: str, said: str, dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown names, missing files and folders: exit 2, one line."""
    names = [word if word.startswith("-") or "." not in word else str(dam_file.parent / word) for word in words.split()]
    assert main(["convert", *names]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_the_list_says_what_each_format_keeps(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a format: name, endings, ways, what is kept."""
    assert main(["convert", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(FORMATS)
    for line, known in zip(lines, FORMATS.values(), strict=True):
        assert known.keeps
        assert line.endswith(known.keeps)
        assert ("everything" in line and "read write" in line) == known.lossless


def test_process_substitution(dam: Document, tmp_path: Path) -> None:
    """A pipe with a file name, which cannot be wound back, is read like standard input."""
    write(dam, tmp_path / "a.jsonl")
    line = f'"{sys.executable}" -m claims convert <(cat "{tmp_path}/a.jsonl") - --to jsonl'
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, (tmp_path / "a.jsonl").read_bytes())


def test_plain_data_is_what_arrives(dam: Document, dam_file: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Standard output gets the bytes of the file that would be written."""
    assert main(["convert", str(dam_file), "-", "--to", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == to_dict(dam)


def test_a_report_finds_the_text(tmp_path: Path) -> None:
    """The text that a claim file names beside it stands in the report."""
    (tmp_path / "a.txt").write_text("The crane fell on Friday.\n", "utf-8")
    source = Source("a", digest("The crane fell on Friday.\n"), 26, "en", path="a.txt")
    write(Document(source, sentences=(Sentence("s1", Span(0, 25), 0, "body"),)), tmp_path / "a.json")
    assert main(["convert", str(tmp_path / "a.json"), str(tmp_path / "a.html")]) == 0
    assert "The crane fell on Friday." in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.lossless])
def test_what_is_written_can_be_checked(name: str, tmp_path: Path) -> None:
    """`claims validate` and `claims show` read every lossless format, with what stands beside it."""
    path = tmp_path / f"brief{FORMATS[name].endings[0]}"
    write(read(Path(__file__).parents[1] / "golden/brief.json"), path)
    assert main(["validate", str(path)]) == 0
    assert main(["show", str(path)]) == 0
