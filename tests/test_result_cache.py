"""The cache: what comes out of it is what a check finds, and anything that bears on a result makes it a new one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_document import TEXT, good

from claims import result_cache
from claims.checking import check_documents
from claims.checks import DEFAULT, RuleSet
from claims.cli.main import main
from claims.errors import InputError
from claims.result_cache import cached_documents, state


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Name the folder of a cache that is not there yet."""
    return str(tmp_path / "cache")


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every file that is really checked."""
    done: list[str] = []

    def noted(source: Any, rules: RuleSet = DEFAULT, **options: Any) -> Any:
        done.append(options.get("name") or str(source))
        return check_documents(source, rules, **options)

    monkeypatch.setattr(result_cache, "check_documents", noted)
    return done


def written(path: Path, data: Any) -> str:
    """Write a claim file and return its name."""
    path.write_text(json.dumps(data), "utf-8")
    return str(path)


def without_text() -> dict[str, Any]:
    """Return the good document, its text in a file."""
    data = good()
    del data["source"]["text"]
    return data | {"source": data["source"] | {"path": "bridge.txt"}}


def test_second_run_checks_nothing(tmp_path: Path, folder: str, checks: list[str]) -> None:
    """What was checked once is not checked again; the same content under another name is known as well."""
    data = good()
    data["claims"][0]["who"][0]["exact"] = "somebody"
    one, two = written(tmp_path / "a.json", data), written(tmp_path / "b.json", data)
    fresh = tuple(check_documents(one))
    assert fresh[0].findings
    assert cached_documents(one, DEFAULT, folder) == fresh
    assert checks == [one]
    assert cached_documents(one, DEFAULT, folder) == fresh
    assert cached_documents(two, DEFAULT, folder) == tuple(check_documents(two))
    assert checks == [one]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["{", "[]", '{"format": 1}', "\ud83d", "null", '{"source": {"path": 3}}', "NaN"]),
    st.binary(max_size=9),
)
def test_broken_files(tmp_path: Path, head: str, tail: bytes) -> None:
    """Whatever a file holds, the cache gives what the check found, the first time and the second."""
    path = tmp_path / "x.json"
    path.write_bytes(head.encode("utf-8", "surrogatepass") + tail)
    fresh = tuple(check_documents(path))
    for _ in range(2):
        assert cached_documents(str(path), DEFAULT, str(tmp_path / "cache")) == fresh


def test_several_documents(tmp_path: Path, folder: str) -> None:
    """Findings of JSON lines keep their record, and the cards for rules about several documents."""
    path = tmp_path / "a.jsonl"
    other = good() | {"source": good()["source"] | {"id": "two", "length": 3}}
    path.write_text(f"{json.dumps(good())}\n\n{json.dumps(other)}\n", "utf-8")
    fresh = tuple(check_documents(path))
    assert [one.record for one in fresh] == [1, 2]
    assert [cached_documents(str(path), DEFAULT, folder) for _ in range(2)] == [fresh, fresh]


def test_other_rules(tmp_path: Path, folder: str, checks: list[str]) -> None:
    """Another set of rules is another result."""
    path = written(tmp_path / "a.json", good() | {"clames": []})
    assert cached_documents(path, DEFAULT, folder)[0].findings
    assert not cached_documents(path, RuleSet.choose(ignore=["S003"]), folder)[0].findings
    assert len(checks) == 2


def test_other_content(tmp_path: Path, folder: str, checks: list[str]) -> None:
    """Another content is another result, under the same name too."""
    path = written(tmp_path / "a.json", good())
    assert not cached_documents(path, DEFAULT, folder)[0].findings
    written(tmp_path / "a.json", good() | {"clames": []})
    assert cached_documents(path, DEFAULT, folder)[0].findings
    assert len(checks) == 2


def test_other_text(tmp_path: Path, folder: str, checks: list[str]) -> None:
    """A claim file that only names its text is checked again when the text is another, or gone."""
    path = written(tmp_path / "a.json", without_text())
    text = tmp_path / "bridge.txt"
    text.write_bytes(TEXT.encode())
    assert not cached_documents(path, DEFAULT, folder)[0].findings
    assert not cached_documents(path, DEFAULT, folder)[0].findings
    assert len(checks) == 1
    text.write_bytes(TEXT.encode() + b".")
    assert {found.code for found in cached_documents(path, DEFAULT, folder)[0].findings} >= {"O101"}
    text.unlink()
    assert [found.code for found in cached_documents(path, DEFAULT, folder)[0].findings] == ["O103"]
    assert len(checks) == 3


def test_other_checker(tmp_path: Path, folder: str, checks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed checker checks again."""
    path = written(tmp_path / "a.json", good())
    cached_documents(path, DEFAULT, folder)
    monkeypatch.setattr(result_cache, "state", lambda: "another")
    cached_documents(path, DEFAULT, folder)
    assert len(checks) == 2


def test_state_is_told_by_what_the_checker_is_made_of(tmp_path: Path) -> None:
    """The state is the same in every process, and another once a module has changed."""
    code = "from claims.result_cache import state; print(state())"
    copy = tmp_path / "site"
    root = Path(result_cache.__file__).parent
    shutil.copytree(root, copy / "claims", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root.parent / "schemas", copy / "schemas")

    def told(path: Path | None) -> str:
        environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"} if path else None
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, cwd=path)
        return done.stdout.decode().strip()

    assert told(None) == state()
    before = told(copy)
    with (copy / "claims/checks/times.py").open("a") as module:
        module.write("# changed\n")
    assert told(copy) != before


@pytest.mark.parametrize("words", [b"", b"{", b"[]", b'{"documents": [{}], "texts": []}', b"[" * 100_000, b"\xff"])
def test_broken_entry(tmp_path: Path, folder: str, checks: list[str], words: bytes) -> None:
    """An entry that cannot be read is no entry, and is written anew."""
    path = written(tmp_path / "a.json", good() | {"clames": []})
    fresh = cached_documents(path, DEFAULT, folder)
    (entry,) = Path(folder).glob("*/*.json")
    entry.write_bytes(words)
    assert cached_documents(path, DEFAULT, folder) == fresh
    assert cached_documents(path, DEFAULT, folder) == fresh
    assert len(checks) == 2


def test_safe_to_delete(tmp_path: Path, folder: str) -> None:
    """The folder marks itself as a cache, keeps itself out of git, and may go at any time."""
    path = written(tmp_path / "a.json", good())
    fresh = cached_documents(path, DEFAULT, folder)
    assert (Path(folder) / ".gitignore").read_text() == "*\n"
    assert (Path(folder) / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert not list(Path(folder).glob("**/*.part"))
    shutil.rmtree(folder)
    assert cached_documents(path, DEFAULT, folder) == fresh


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A cache that cannot be written is an error that names it, not a silent run without."""
    path = written(tmp_path / "a.json", good())
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=r"the cache .*file cannot be written"):
        cached_documents(path, DEFAULT, str(tmp_path / "file"))


def test_without_a_folder(tmp_path: Path) -> None:
    """Without a folder nothing is written anywhere, and a missing file is refused as ever."""
    path = written(tmp_path / "a.json", good())
    assert cached_documents(path, DEFAULT, None) == tuple(check_documents(path))
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]
    for folder in (None, str(tmp_path / "cache")):
        with pytest.raises(InputError, match="no such file"):
            cached_documents(str(tmp_path / "none.json"), DEFAULT, folder)


def test_from_the_command_line(tmp_path: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--cache`, one process or several print the same the first time and the second."""
    files = [written(tmp_path / f"{n}.json", good() | {"clames": []}) for n in range(40)]
    plain = main(["validate", *files]), capsys.readouterr()
    for jobs in ("1", "2", "1"):
        assert (main(["validate", *files, "--cache", folder, "--jobs", jobs]), capsys.readouterr()) == plain
    assert plain[0] == 1
    assert len(list(Path(folder).glob("*/*.json"))) == 1
    assert main(["validate", files[0], "--cache", files[0]]) == 2
    assert "cannot be written" in capsys.readouterr().err
