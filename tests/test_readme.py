"""The README's commands and example work as they stand there."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
MAIN_JOB, TESTS = (body.strip() for language, body in BLOCKS if language == "sh")
PICTURE, OUTPUT = (body for language, body in BLOCKS if not language)
SETUP = re.compile(r"python3 -m venv \.venv && (\. \.venv/bin/activate && |\.venv/bin/)pip install --quiet (.+?) && ")


def test_is_short() -> None:
    """The README has fewer than 80 lines, and each command is one of them."""
    assert len(README.splitlines()) < 80
    assert "\n" not in MAIN_JOB
    assert "\n" not in TESTS


def test_example() -> None:
    """The Python example prints what stands below it."""
    (code,) = (body for language, body in BLOCKS if language == "python")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == OUTPUT


@pytest.fixture(scope="module")
def main_job(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run the main job behind its set-up, here, and return what it shows."""
    command, count = SETUP.subn("", MAIN_JOB)
    assert count == 1, "the main job begins by making its environment"
    folder = tmp_path_factory.mktemp("job")
    command = (
        command.replace(".venv/bin/", "").replace("rockets.json", shlex.quote(str(folder / "rockets.json")))
        + " --width 100"
    )
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment["PATH"] = os.pathsep.join((sysconfig.get_path("scripts"), environment["PATH"]))
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_main_job(main_job: str) -> None:
    """The main job shows the claims of the seed, without a word on standard error."""
    assert "The US" in main_job


def test_picture(main_job: str) -> None:
    """The picture of the output is what the main job shows."""
    for sentence in PICTURE.strip("\n").split("\n\n"):
        assert sentence in main_job


def test_test_command() -> None:
    """The second command sets up the test extra and runs the one test script, which CI runs too."""
    match = SETUP.match(TESTS)
    assert match
    assert match[2] == "-e '.[test]'"
    script = TESTS[match.end() :]
    assert os.access(ROOT / script, os.X_OK)
    assert script in (ROOT / ".ci/run").read_text("utf-8")


def test_test_script_runs_everything() -> None:
    """The test script runs types, style, layers and, last, the tests; a failing step stops it."""
    script = (ROOT / "scripts/test").read_text("utf-8")
    assert "set -euo pipefail" in script
    steps = re.findall(r"^step (.+)$", script, re.MULTILINE)
    tools = ("mypy", "ruff check", "ruff format --check", "lint-imports", "pytest")
    assert [tool in step for tool, step in zip(tools, steps, strict=True)] == [True] * len(tools)
