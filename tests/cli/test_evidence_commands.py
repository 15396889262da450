"""`claims evidence`: a folder becomes searchable, and is kept up to date."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from claims.cli.main import main


@pytest.fixture
def folder(tmp_path: Path, dam_file: Path) -> Path:
    """Return a folder with a text, its metadata, and a claim file."""
    made = tmp_path / "reference"
    (made / "deep").mkdir(parents=True)
    (made / "log.txt").write_text("It is noted that the Orel dam was built in 1962.", "utf-8")
    (made / "log.meta.json").write_text('{"id": "logbook", "url": "https://example.org/log"}', "utf-8")
    shutil.copy(dam_file, made / "deep/dam.json")
    return made


def _find(file: Path, index: Path, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    capsys.readouterr()
    assert main(["evidence", "find", str(file), "--index", str(index), "--claim", "c4"]) == 0
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_index_and_find(folder: Path, dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A passage is found with its place and reason; what changed or went is noticed, what did not is not read."""
    index = folder.parent / "reference.idx"
    build = ["evidence", "index", str(folder), "-o", str(index)]
    assert main(build) == 0
    assert "2 files read; 0 gone" in capsys.readouterr().err
    [row] = _find(dam_file, index, capsys)
    assert row[:2] == ["c4", "1"]
    assert row[3:5] == ["log.txt", "[0,48)"]
    assert "who: Orel, dam" in row[5]
    assert main(build) == 0
    assert "0 files read; 0 gone" in capsys.readouterr().err
    (folder / "log.txt").write_text("Elsewhere. The Orel dam was built in 1962.", "utf-8")
    assert main(build) == 0
    assert _find(dam_file, index, capsys)[0][4] == "[11,42)"
    (folder / "log.txt").unlink()
    assert main(build) == 0
    assert "0 files read; 1 gone" in capsys.readouterr().err
    assert _find(dam_file, index, capsys) == []


def test_found_evidence_makes_a_verdict(folder: Path, dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is found in JSON can be put into a verdict as it is."""
    index, out = folder.parent / "reference.idx", folder.parent / "judged.json"
    assert main(["evidence", "index", str(folder), "-o", str(index)]) == 0
    capsys.readouterr()
    assert main(["evidence", "find", str(dam_file), "--index", str(index), "--claim", "c4", "--format", "json"]) == 0
    [claim] = json.loads(capsys.readouterr().out)
    passages = folder.parent / "evidence.json"
    passages.write_text(json.dumps([row["evidence"] for row in claim["passages"]]), "utf-8")
    command = ["verdict", "add", str(dam_file), "c4", "refuted", "--slot", "when", "--by", "Ann", "-o", str(out)]
    assert main([*command, "--evidence", str(passages)]) == 0
    assert main(["verdict", "list", str(out), "--claim", "c4", "--document", str(folder / "log.txt")]) == 0
    assert "| stands [0,48)" in capsys.readouterr().out


def test_unreadable_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is named; the others are indexed, and links out of the folder are not followed."""
    (folder / "bad.json").write_text("{", "utf-8")
    (folder / "binary.txt").write_bytes(b"\x00\x01")
    (folder.parent / "secret.txt").write_text("The Orel dam is rotten.", "utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    index = folder.parent / "reference.idx"
    assert main(["evidence", "index", str(folder), "-o", str(index)]) == 1
    err = capsys.readouterr().err
    assert "bad.json" in err
    assert "binary.txt" in err
    assert "2 could not be read" in err
    assert "link.txt" not in err


@pytest.mark.parametrize("folder_name", ["nowhere", "log.txt"])
def test_no_folder(folder: Path, folder_name: str) -> None:
    """What is no folder is refused, and no index is left behind."""
    index = folder.parent / "reference.idx"
    assert main(["evidence", "index", str(folder / folder_name), "-o", str(index)]) == 2
    assert not index.exists()


def test_other_files_are_kept(folder: Path, dam_file: Path) -> None:
    """A file that is no index is neither searched nor written to."""
    before = dam_file.read_bytes()
    assert main(["evidence", "index", str(folder), "-o", str(dam_file)]) == 2
    assert main(["evidence", "find", str(dam_file), "--index", str(dam_file)]) == 2
    assert dam_file.read_bytes() == before
