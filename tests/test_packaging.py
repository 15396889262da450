"""The wheel and the sdist: complete, well described, and able to work outside the checkout."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: What the build reads; the rest of a working checkout (environments, caches) stays out of the copy.
SOURCES = ("claims", "schemas", "seeds", "examples", "benchmarks", "docs", "tests")
FILES = ("setup.cfg", "pyproject.toml", "ruff.toml", "MANIFEST.in", "LICENSE")
FILES += ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")


def _run(*command: str | Path, folder: Path, path: Path | None = None) -> str:
    """Run Python with these arguments in `folder`, `path` first on its module path."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(path)} if path else {}
    done = subprocess.run(
        [sys.executable, *map(str, command)], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from it the wheel, from a copy of the checkout; without a network."""
    folder = tmp_path_factory.mktemp("build")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    _run("-m", "build", "--no-isolation", "--outdir", "dist", ".", folder=folder)
    return folder / "dist"


@pytest.fixture(scope="module")
def site(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, without its dependencies, into a folder of its own."""
    target = tmp_path_factory.mktemp("site")
    (wheel,) = dist.glob("*.whl")
    _run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel, folder=target)
    return target


def test_twine_check(dist: Path) -> None:
    """The metadata of both files is fit for PyPI, without a warning."""
    files = sorted(dist.iterdir())
    assert [path.suffix for path in files] == [".whl", ".gz"]
    _run("-m", "twine", "check", "--strict", *files, folder=dist)


def test_wheel_is_complete(dist: Path) -> None:
    """The wheel holds every module, word class and schema of the checkout, and nothing else."""
    (wheel,) = dist.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("claims/")}
    wanted = {f"claims/{path.relative_to(ROOT / 'claims').as_posix()}" for path in _files(ROOT / "claims")}
    wanted |= {f"claims/schemas/{path.relative_to(ROOT / 'schemas').as_posix()}" for path in _files(ROOT / "schemas")}
    assert names == wanted


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_packages_are_listed() -> None:
    """setup.cfg lists every package folder; the schemas come from beside the package."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    listed = config["options"]["packages"].split()
    folders = {path.parent.relative_to(ROOT) for path in _files(ROOT / "claims") if path.suffix == ".py"}
    found = {".".join(folder.parts) for folder in folders}
    assert listed == sorted(found | {"claims.schemas"})


def test_wheel_works_elsewhere(site: Path, tmp_path: Path) -> None:
    """Outside the checkout the installed package annotates, finds its schemas, validates and converts."""
    (tmp_path / "a.txt").write_text("The crane fell on Friday.\n", "utf-8")
    place = _run("-c", "import claims; print(claims.__file__)", folder=tmp_path, path=site)
    assert Path(place.strip()).is_relative_to(site)
    run = ("-m", "claims")
    _run(*run, "annotate", "a.txt", "--published", "2015-09-12", "-o", "a.json", folder=tmp_path, path=site)
    _run(*run, "convert", "a.json", "a.xml", folder=tmp_path, path=site)
    _run(*run, "validate", "a.json", "a.xml", folder=tmp_path, path=site)
    assert "crane fell" in _run(*run, "show", "a.xml", folder=tmp_path, path=site)


def test_console_script(site: Path, tmp_path: Path) -> None:
    """The command `claims` is installed and tells its version, that of setup.cfg."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    (script,) = (path for path in (site / "bin", site / "Scripts") if path.is_dir())
    out = _run(script / "claims", "--version", folder=tmp_path, path=site)
    assert config["metadata"]["version"] in out
