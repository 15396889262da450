"""Everything in examples/ runs, and does what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from lxml import etree

import claims

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
TEI = {"tei": "http://www.tei-c.org/ns/1.0"}


def _run(*command: str | Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command from the root of the checkout, with the scripts of this environment on the path."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment["PATH"] = os.pathsep.join((sysconfig.get_path("scripts"), environment["PATH"]))
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def brief() -> claims.Document:
    """Annotate the brief, once."""
    return claims.annotate((SEEDS / "brief.txt").read_text("utf-8"), published="2021-03-03")


def test_who_said_what() -> None:
    """The speakers of the article are printed with what they said."""
    result = _run(sys.executable, "examples/who_said_what.py", "seeds/harbour-quotes.txt")
    assert result.returncode == 0, result.stderr
    voices = {line.partition(":")[0] for line in result.stdout.splitlines()}
    assert "Tom Averill" in voices
    assert any("Calder" in voice for voice in voices)


def test_tei_corpus(tmp_path: Path) -> None:
    """The corpus file includes every text; each text stands there code point for code point."""
    names = ("brief", "nasty")
    files = [SEEDS / f"{name}.txt" for name in names]
    result = _run(sys.executable, "examples/tei_corpus.py", tmp_path / "corpus", *files)
    assert result.returncode == 0, result.stderr
    tree = etree.parse(tmp_path / "corpus" / "corpus.xml")
    tree.xinclude()
    bodies = tree.findall("tei:TEI/tei:text/tei:body", TEI)
    assert ["".join(map(str, body.itertext())) for body in bodies] == [path.read_bytes().decode() for path in files]
    for name in names:
        assert claims.read(tmp_path / "corpus" / f"{name}.xml").source.id == name


def test_own_extractor() -> None:
    """Claims that are in the text are placed; the one that is not is refused, with a word about it."""
    result = _run(sys.executable, "examples/own_extractor.py")
    assert result.returncode == 0, result.stderr
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[2] for row in rows[:2]] == ["The bridge would reopen.", "The bridge is closed since May."]
    assert "collapsed" not in result.stdout
    assert "'collapsed' is not there" in result.stderr


def test_own_format(tmp_path: Path, brief: claims.Document) -> None:
    """An installed package with the entry point adds its format to `claims convert`."""
    _install("own-format", tmp_path)
    claims.write(brief, tmp_path / "brief.json")
    converted = tmp_path / "brief.md"
    result = _run(sys.executable, "-m", "claims", "convert", tmp_path / "brief.json", converted, path=tmp_path / "site")
    assert result.returncode == 0, result.stderr
    rows = [line.split(" | ") for line in converted.read_text("utf-8").splitlines()[2:]]
    assert [row[3] for row in rows] == [claim.text for claim in brief.claims]


def test_own_judge(tmp_path: Path, brief: claims.Document) -> None:
    """An installed package with the entry point adds its judge to `claims compare`, which names it."""
    _install("own-judge", tmp_path)
    claims.write(brief, tmp_path / "brief.json")
    command = (sys.executable, "-m", "claims", "compare", tmp_path / "brief.json", "--format", "json")
    passage = ("--passage", brief.claims[0].text, "--published", "2021-03-03", "--judge", "overlap")
    result = _run(*command, *passage, path=tmp_path / "site")
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["suggested_by"]["judge"] == "overlap"
    assert {pair["findings"][0]["slot"] for pair in found["pairs"]} == {"wording"}


def _install(example: str, folder: Path) -> None:
    """Install an example's package below `folder`, from a copy, so that building it leaves nothing in the checkout."""
    copy = folder / "source"
    copy.mkdir()
    for file in (*(ROOT / "examples" / example).glob("*.py"), ROOT / "examples" / example / "pyproject.toml"):
        (copy / file.name).write_bytes(file.read_bytes())
    pip = _run(
        sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
        "--target", folder / "site", copy,
    )  # fmt: skip
    assert pip.returncode == 0, pip.stderr
