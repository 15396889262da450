"""`claims schema`: what is printed is the file, byte by byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from claims.cli.main import main
from claims.cli.schema import FILES
from claims.schema_files import schema_path

FOLDER = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", FILES)
def test_schema_is_printed(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The bytes of the file come out, nothing else; `--path` names a file with the same bytes."""
    done = subprocess.run([sys.executable, "-m", "claims", "schema", name], capture_output=True, check=True)
    assert done.stdout == schema_path(FILES[name]).read_bytes()
    assert main(["schema", name, "--path"]) == 0
    assert Path(capfdbinary.readouterr().out.decode().strip()).read_bytes() == done.stdout


def test_default_is_the_json_schema(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a name the JSON Schema comes: valid against its metaschema, with an id."""
    assert main(["schema"]) == 0
    schema = json.loads(capfdbinary.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"]


def test_tei_schema_is_one(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The other schema is RELAX NG that a parser takes."""
    assert main(["schema", "tei"]) == 0
    etree.RelaxNG(etree.fromstring(capfdbinary.readouterr().out))


def test_every_file_is_printable() -> None:
    """No schema file is left without a name."""
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == set(FILES.values())


def test_unknown_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is refused with what was meant."""
    assert main(["schema", "jsn"]) == 2
    assert "did you mean json?" in capsys.readouterr().err
