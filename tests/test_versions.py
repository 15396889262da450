"""Versions: 1.x is read, 2.x refused, and an older one goes up the steps that a release knows."""

from __future__ import annotations

import copy
import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_document import good

import claims
from claims import versions
from claims.cli.main import main
from claims.codec import from_dict
from claims.errors import FormatError
from claims.model import FORMAT
from claims.schema_files import CLAIMS_SCHEMA, schema_path, schema_text
from claims.versions import CURRENT, MIGRATIONS, Migration, Version, known, upgrade

V08, V09 = Version(0, 8), Version(0, 9)


def from_08(data: Mapping[str, Any]) -> dict[str, Any]:
    """Go up from a version that never was: the text's name stood at the top."""
    rest = {key: value for key, value in data.items() if key != "name"}
    return {**rest, "source": {"id": data["name"], **data["source"]}}


def from_09(data: Mapping[str, Any]) -> dict[str, Any]:
    """Go up from a version that never was: extents were called `extent`, claims `propositions`."""
    rest = {key: value for key, value in data.items() if key != "propositions"}
    return {**renamed(rest, "extent", "spans"), "claims": renamed(data["propositions"], "extent", "spans")}


def renamed(value: Any, old: str, new: str) -> Any:
    """Return plain data with a key renamed at every depth."""
    if isinstance(value, dict):
        return {new if key == old else key: renamed(item, old, new) for key, item in value.items()}
    return [renamed(item, old, new) for item in value] if isinstance(value, list) else value


STEPS = (Migration(V09, CURRENT, from_09), Migration(V08, V09, from_08))


def as_09() -> dict[str, Any]:
    """Return the good document as the fabricated 0.9 wrote it."""
    data = good() | {"format": "claims/0.9"}
    data["propositions"] = data.pop("claims")
    return dict(renamed(data, "spans", "extent"))


def as_08() -> dict[str, Any]:
    """Return the good document as the fabricated 0.8 wrote it."""
    data = as_09() | {"format": "claims/0.8"}
    source = dict(data["source"])
    return {**data, "name": source.pop("id"), "source": source}


@pytest.mark.parametrize("old", [as_09(), as_08()], ids=["0.9", "0.8"])
def test_migration(old: dict[str, Any]) -> None:
    """An older file goes up every step and is the same document; the data given are left alone."""
    before = copy.deepcopy(old)
    assert from_dict(upgrade(old, STEPS)) == from_dict(good())
    assert old == before


def test_migration_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the steps in the table, `claims convert` turns an old file into a current one; without, it says so."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(as_09()), "utf-8")
    assert main(["convert", str(old), str(new)]) == 2
    assert "claims/0.9 is an early version that no release reads; this one reads claims/1.x" in capsys.readouterr().err
    assert not new.exists()
    monkeypatch.setattr(versions, "MIGRATIONS", STEPS)
    assert main(["convert", str(old), str(new)]) == 0
    assert json.loads(new.read_text("utf-8"))["format"] == FORMAT
    assert claims.read(new) == from_dict(good())


def test_unsound_older_file() -> None:
    """An older file that its step cannot take is refused in words."""
    with pytest.raises(FormatError, match=r"no sound file of claims/0\.9.*propositions"):
        upgrade({"format": "claims/0.9"}, STEPS)


@pytest.mark.parametrize("name", ["claims/2.0", "claims/10.3"])
def test_later_major_version(name: str) -> None:
    """A later major version is refused, with its name, what is read, and what to do."""
    with pytest.raises(FormatError, match=rf"{name} is a later version.*claims/1\.x.*install a newer release"):
        from_dict(good() | {"format": name})


@given(st.integers(1, 10**6))
def test_later_minor_version(minor: int) -> None:
    """Every 1.N is read, with a warning that fields may be left out."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        document = from_dict(good() | {"format": f"claims/1.{minor}", "weather": "fine"})
    assert document.claims == from_dict(good()).claims
    assert [f"claims/1.{minor} is newer" in str(line.message) for line in said] == [True]


@pytest.mark.parametrize("name", [None, 1, "", "claims", "claims/1", "claims/1.00", "claims/01.0", "claims/1.0\n", []])
def test_no_version(name: Any) -> None:
    """What names no version is no claim file."""
    with pytest.raises(FormatError, match="not a claim file"):
        upgrade({"format": name})


@pytest.mark.parametrize("value", [None, [], "claims/1.0", 3])
def test_no_object(value: Any) -> None:
    """What is no object is no claim file."""
    with pytest.raises(FormatError, match="not a claim file"):
        upgrade(value)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2))
def test_order_is_by_number(pairs: list[tuple[int, int]]) -> None:
    """1.10 comes after 1.9, and a version is what its name says."""
    assert sorted(Version(*pair) for pair in pairs) == [Version(*pair) for pair in sorted(pairs)]
    assert all(Version.of(str(Version(*pair))) == Version(*pair) for pair in pairs)


@pytest.mark.parametrize(("source", "target"), [(V09, V09), (CURRENT, V09), (V09, Version(2, 0))])
def test_steps_lead_up(source: Version, target: Version) -> None:
    """A step that leads down, nowhere, or beyond the current version cannot be declared: upgrading always ends."""
    with pytest.raises(FormatError, match="leads up"):
        Migration(source, target, dict)


def test_known_versions() -> None:
    """What is read is told from the table of steps."""
    assert known(()) == "claims/1.x"
    assert known(STEPS) == "claims/1.x and claims/0.8 and claims/0.9"


def test_schema_and_log_name_the_version() -> None:
    """The schema file, its id and the log of changes are about the version that is written."""
    name = f"{CURRENT.major}.{CURRENT.minor}"
    schema = json.loads(schema_text(CLAIMS_SCHEMA))
    assert f"claims-{name}.schema.json" == CLAIMS_SCHEMA
    assert schema["$id"] == f"urn:claims:schema:{name}"
    assert schema["properties"]["format"]["const"] == FORMAT
    assert f"\n## claims-{name} (`{schema['$id']}`)\n" in schema_path("CHANGELOG.md").read_text("utf-8")


def test_every_step_ends_at_the_current_version() -> None:
    """From every older version in the table there is a way up to the current major version."""
    sources = {step.source: step.target for step in MIGRATIONS}
    for version in sources:
        while version in sources:
            version = sources[version]
        assert version.major == CURRENT.major
