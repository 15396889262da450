"""Who may import whom: the contracts of setup.cfg hold, and they catch what they are meant to catch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None, is_debug_mode=False))"
)

#: A package in miniature: module name to its one import.
SKELETON = {
    "errors": "",
    "text": "from claims import errors",
    "model": "from claims import text",
    "syntax/__init__": "from claims.syntax import parser",
    "syntax/parser": "import spacy",
    "clauses": "from claims import syntax",
    "pipeline": "from claims import clauses",
    "cli": "from claims import pipeline",
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", RUN], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _skeleton(folder: Path, changed: dict[str, str]) -> Path:
    package = folder / "claims"
    package.mkdir()
    for name, line in {"__init__": "", **SKELETON, **changed}.items():
        file = package / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(line + "\n", "utf-8")
    (folder / "setup.cfg").write_bytes((ROOT / "setup.cfg").read_bytes())
    return folder


def test_contracts_hold() -> None:
    """The package keeps every import contract of setup.cfg."""
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_skeleton_is_clean(tmp_path: Path) -> None:
    """The miniature package keeps the contracts, so that what the next test finds is its own doing."""
    result = _lint(_skeleton(tmp_path, {}))
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "from claims import model"},
        {"model": "from claims import pipeline"},
        {"clauses": "import spacy"},
        {"clauses": "from spacy.tokens import Doc"},
        {"clauses": "from claims import attribution", "attribution": ""},
        {"clauses": "def late():\n    from claims import pipeline"},
        {"stray": ""},
    ],
    ids=[
        "upwards",
        "far upwards",
        "spacy",
        "inside spacy",
        "sibling",
        "import in a function",
        "a module without layer",
    ],
)
def test_broken_contract_is_found(tmp_path: Path, changed: dict[str, str]) -> None:
    """An import against the layers, a second place that knows spaCy, and a module without a layer are errors."""
    assert _lint(_skeleton(tmp_path, changed)).returncode == 1
