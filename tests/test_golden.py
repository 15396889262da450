"""The seeds' annotation, held against recorded files in tests/golden/.

Written by ``pytest tests/test_golden.py --force-regen``; what changed is read line by line before it is
committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import claims

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def documents() -> dict[str, claims.Document]:
    """Annotate every seed once, with what its metadata file says."""
    annotator, found = claims.Annotator(), {}
    for path in SEEDS:
        about = json.loads(path.with_name(f"{path.stem}.meta.json").read_text("utf-8"))
        about.pop("licence")
        found[path.stem] = annotator.annotate(path.read_bytes().decode("utf-8"), **about)
    return found


@pytest.mark.parametrize("name", [path.stem for path in SEEDS])
@pytest.mark.parametrize("ending", [".json", ".xml"])
def test_golden(
    name: str,
    ending: str,
    documents: dict[str, claims.Document],
    file_regression: FileRegressionFixture,
    tmp_path: Path,
) -> None:
    """A seed's claim file, as JSON and as TEI, is the recorded one byte for byte."""
    claims.write(documents[name], tmp_path / f"{name}{ending}")
    written = (tmp_path / f"{name}{ending}").read_bytes()
    recorded = GOLDEN / f"{name}{ending}"
    file_regression.check(written, binary=True, extension=ending, fullpath=recorded)


@pytest.mark.parametrize("name", [path.stem for path in SEEDS])
def test_golden_is_clean(name: str, documents: dict[str, claims.Document]) -> None:
    """A seed's claim file passes every check."""
    assert claims.validate(documents[name]) == ()


@pytest.mark.parametrize("name", [path.stem for path in SEEDS])
def test_golden_survives_tei(name: str, documents: dict[str, claims.Document], tmp_path: Path) -> None:
    """A seed's claim file written as TEI and read back is the same document."""
    claims.write(documents[name], tmp_path / "a.xml")
    assert claims.read(tmp_path / "a.xml") == documents[name]
