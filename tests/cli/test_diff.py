"""`claims diff`, and git with it as its view of claim files."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from sample_document import good

from claims.cli.main import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write two versions of a claim file."""
    data = good()
    other = copy.deepcopy(data)
    other["claims"][0]["text"] = "Harbour bridge opens\u202e again."
    del other["claims"][8]
    paths = tmp_path / "old.json", tmp_path / "new.json"
    for path, version in zip(paths, (data, other), strict=True):
        path.write_text(json.dumps(version), "utf-8")
    return paths


def test_pipe(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe: one line a slot, tabs between, the counts on standard error; nothing that steers a terminal."""
    assert main(["diff", *map(str, files)]) == 0
    said = capsys.readouterr()
    lines = [line.split("\t") for line in said.out.splitlines()]
    assert [line[:5] for line in lines] == [
        ["changed", "claims", "c1", "c1", "wording"],
        ["removed", "claims", "c9", "", ""],
    ]
    assert all(len(line) == 7 for line in lines)
    assert "\\u202e" in said.out
    assert said.err == "claims: claims: 1 changed, 1 removed\n"


def test_exit_code(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Changes are no error unless they are asked to be."""
    old, new = map(str, files)
    assert main(["diff", old, new, "--exit-code"]) == 1
    assert main(["diff", old, old, "--exit-code"]) == 0
    assert capsys.readouterr().err.endswith("claims: nothing changed\n")


def test_json(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON: the files, and for each document its changes."""
    assert main(["diff", *map(str, files), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["before"], data["after"]) == tuple(map(str, files))
    assert data["documents"][0]["counts"] == {"claims": {"changed": 1, "removed": 1}}


def test_page(files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a page: written whole, never over a file that is there already."""
    page = tmp_path / "changes.html"
    command = ["diff", *map(str, files), "--format", "html", "-o", str(page)]
    assert main(command) == 0
    first = page.read_bytes()
    assert first.startswith(b"<!DOCTYPE html>")
    assert main(command) == 2
    assert "exists" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert page.read_bytes() == first


def test_several_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents of JSON lines are paired by the name of their text, in any order; one that is new is all added."""
    one, two = good(), good()
    two["source"]["id"] = "other"
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps(one) + "\n", "utf-8")
    new.write_text(json.dumps(two) + "\n" + json.dumps(one) + "\n", "utf-8")
    assert main(["diff", str(old), str(new)]) == 0
    said = capsys.readouterr()
    assert {line.split("\t")[0] for line in said.out.splitlines()} == {"added"}
    assert f"claims: {len(one['claims'])} added" in said.err


@pytest.mark.parametrize("words", [["a.json"], ["a", "b", "c"], ["-", "-"], ["--git", "a", "b"]])
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Two files are compared, not one, not three."""
    assert main(["diff", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_unreadable(files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no claim file is named."""
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    assert main(["diff", str(files[0]), str(bad)]) == 2
    assert "bad.json" in capsys.readouterr().err


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, with `claims` on the path and no settings but its own."""
    scripts = sysconfig.get_path("scripts")
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((scripts, os.environ["PATH"])),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *words], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_git(tmp_path: Path) -> None:
    """With the two settings of docs/diff.md, `git diff` tells claims: of changed, new, broken and deleted files."""
    data = good()
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.claims.command", f"{sys.executable} -m claims diff --git")
    (tmp_path / ".gitattributes").write_text("*.claims.json diff=claims\n", "utf-8")
    for name in ("bridge", "broken", "gone"):
        (tmp_path / f"{name}.claims.json").write_text(json.dumps(data), "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "claims")
    data["claims"][0]["text"] = "Harbour bridge opens again."
    (tmp_path / "bridge.claims.json").write_text(json.dumps(data), "utf-8")
    (tmp_path / "new.claims.json").write_text(json.dumps(good()), "utf-8")
    (tmp_path / "broken.claims.json").write_text("<<<<<<< HEAD\n{", "utf-8")
    (tmp_path / "gone.claims.json").unlink()
    git(tmp_path, "add", "-A")
    parts = dict(
        part.split("\n", 1) for part in git(tmp_path, "diff", "HEAD", "--no-renames").split("claims diff a/")[1:]
    )
    told = {name.partition(" ")[0].removesuffix(".claims.json"): text for name, text in parts.items()}
    assert "~ claim c1  Harbour bridge opens again." in told["bridge"]
    assert "    wording        - Harbour bridge reopens.\n" in told["bridge"]
    assert told["new"].count("+ claim ") == len(data["claims"])
    assert told["gone"].count("- claim ") == len(data["claims"])
    assert "cannot be compared" in told["broken"]
    # By its content git takes the new file for the one that is gone, under another name.
    assert "claims diff a/gone.claims.json b/new.claims.json\n" in git(tmp_path, "diff", "HEAD", "-M30")
