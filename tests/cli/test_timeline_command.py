"""`claims timeline`: every form from the command line, filters, several files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.cli.main import main
from claims.formats import write
from claims.model import Document


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> str:
    """Run the command and return what it prints."""
    assert main(["timeline", *map(str, arguments)]) == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


def test_lines_in_a_pipe(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a claim, nine fields with tabs between, the dated ones first."""
    lines = [line.split("\t") for line in run(capsys, dam_file).splitlines()]
    assert {len(line) for line in lines} == {9}
    assert ["2020-12-20", "2020-12-20", "2020-12-20", "dam", "c2"] in [line[:5] for line in lines]
    known = [bool(line[2] or line[6]) for line in lines]
    assert known == sorted(known, reverse=True)


def test_people_read_it(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a width: the date in words, the claim, who says so, and the undated under a heading."""
    out = run(capsys, dam_file, "--width", "90")
    assert "20 December 2020" in out
    assert "── undated ─" in out
    assert max(map(len, out.splitlines())) <= 90


def test_dated_only(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dated leaves out what has no date."""
    lines = run(capsys, dam_file, "--dated").splitlines()
    assert lines == [line for line in run(capsys, dam_file).splitlines() if line in lines]
    assert all(cells[2] or cells[6] for cells in (line.split("\t") for line in lines))


def test_filters(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--source and --who keep what they name; a name that nobody has keeps nothing."""
    kept = [line.split("\t")[7] for line in run(capsys, dam_file, "--source", "RUIZ").splitlines()]
    assert kept
    assert all("Ruiz" in voices for voices in kept)
    assert run(capsys, dam_file, "--who", "nobody at all") == ""


def test_several_files(dam: Document, dam_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files of several formats are sorted together."""
    write(dam, tmp_path / "two.xml")
    data = json.loads(run(capsys, dam_file, tmp_path / "two.xml", "--format", "json"))
    assert [document["id"] for document in data["documents"]] == ["dam", "dam"]
    assert len(data["placed"]) + len(data["undated"]) == 2 * len(dam.claims)


def test_page(dam_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page is written whole, kept unless --force is given, and has the title asked for."""
    out = tmp_path / "t.html"
    run(capsys, dam_file, "--format", "html", "-o", out, "--title", "Dams")
    assert "<h1>Dams</h1>" in out.read_text("utf-8")
    assert "--force" in run(capsys, dam_file, "--format", "html", "-o", out, code=2)
    run(capsys, dam_file, "--format", "html", "-o", out, "--force")
    assert "<h1>Timeline</h1>" in out.read_text("utf-8")


@pytest.mark.parametrize("arguments", [["-", "-"], ["none.json"], ["x.json", "--title", "T"]])
def test_what_cannot_be_done(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input twice, a missing file, a title without a page: exit 2, one line."""
    assert run(capsys, *arguments, code=2).count("\n") == 1
