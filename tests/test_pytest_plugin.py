"""`pytest --claims`: each claim file is a test, which fails with the findings, and nothing else is touched."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sample_document import good

from claims.checking import check
from claims.checks.settings import settings_of
from claims.result_cache import state

pytest_plugins = ["pytester"]


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Load the checker once: what a run inside a test loads is thrown away behind it."""
    check(json.dumps(good()).encode(), format="json")
    settings_of(Path("/"))
    state()


@pytest.fixture(autouse=True)
def alone(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run without the plugins of other packages: the summary of one of them loads a whole library each time."""
    # Set behind `pytester`, which takes the variable away.
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest -p no:anyio")


@pytest.fixture
def corpus(pytester: pytest.Pytester) -> Path:
    """Make a folder with two sound claim files, one broken one, and what else lies in such folders."""
    folder = pytester.mkdir("corpus")
    broken = renamed("broken")
    broken["claims"][0]["who"][0]["exact"] = "somebody"
    put(folder / "one.json", renamed("one"))
    (folder / "sub").mkdir()
    put(folder / "sub" / "two.json", renamed("two"))
    put(folder / "sub" / "broken.json", broken)
    (folder / "one.meta.json").write_text("{}")
    (folder / "test_of_somebody_else.py").write_text("def test_nothing(): assert False")
    (folder / "notes.txt").write_text("notes")
    return folder


def renamed(name: str) -> dict[str, Any]:
    """Return the good document as one of several: another id, another text."""
    data = copy.deepcopy(good())
    data["source"] |= {"id": name, "text": None, "sha256": name.encode().hex().ljust(64, "0")}
    del data["source"]["text"]
    data["verdicts"] = data["verdicts"][1:3]
    del data["verdicts"][0]["supersedes"]
    return data


def put(path: Path, data: Any) -> None:
    """Write a file as JSON."""
    path.write_text(json.dumps(data, indent=1), "utf-8")


def test_each_file_is_a_test(pytester: pytest.Pytester, corpus: Path) -> None:
    """Sound files pass, broken ones fail with place, code, pointer and hint, without a traceback."""
    put(corpus / "sub" / "broken.json", renamed("broken") | {"clames": []})
    result = pytester.runpytest("--claims", "corpus", "-v")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        [
            "corpus/one.json::claims PASSED*",
            "corpus/sub/broken.json::claims FAILED*",
            "corpus/sub/two.json::claims PASSED*",
            "::claims-across-files PASSED*",
            "*_ claims of corpus/sub/broken.json _*",
            'corpus/sub/broken.json:*: S003: "clames" is no field of claims/1.0 (/clames)',
            "    known here: format, source, *",
        ],
        consecutive=False,
    )
    assert "Traceback" not in result.stdout.str()
    assert "test_of_somebody_else" not in result.stdout.str()


def test_one_file_and_one_test(pytester: pytest.Pytester, corpus: Path) -> None:
    """Only the files that are named are checked, and a node id runs one of them."""
    pytester.runpytest("--claims", "corpus/one.json").assert_outcomes(passed=1)
    pytester.runpytest("--claims", "corpus/one.json", "--claims", "corpus/sub/*.json").assert_outcomes(passed=4)
    pytester.runpytest("--claims", "corpus", "-k", "two").assert_outcomes(passed=1, deselected=3)
    pytester.runpytest("--claims", "corpus", "corpus/sub/two.json::claims").assert_outcomes(passed=4)


def test_beside_other_tests(pytester: pytest.Pytester, corpus: Path) -> None:
    """What is named on the command line is run as well; alone, `--claims` runs nothing but claim files."""
    pytester.makepyfile(test_own="def test_own(): pass")
    pytester.runpytest("--claims", "corpus").assert_outcomes(passed=4)
    pytester.runpytest("test_own.py", "--claims", "corpus").assert_outcomes(passed=5)
    pytester.runpytest("corpus/test_of_somebody_else.py", "--claims", "corpus").assert_outcomes(passed=4, failed=1)


def test_without_the_option(pytester: pytest.Pytester, corpus: Path) -> None:
    """Without `--claims` no claim file is looked at, and neither the checker nor the model is loaded."""
    pytester.makepyfile(
        test_own="""
        import sys
        def test_own():
            assert not {"claims.checks", "claims.model", "spacy", "jsonschema_rs"} & set(sys.modules)
        """
    )
    result = pytester.runpytest_subprocess("test_own.py")
    result.assert_outcomes(passed=1)


def test_across_files(pytester: pytest.Pytester, corpus: Path) -> None:
    """Two documents with one id fail the test about all files, also where only that one is run."""
    put(corpus / "sub" / "two.json", renamed("one") | {"source": renamed("two")["source"] | {"id": "one"}})
    result = pytester.runpytest("--claims", "corpus")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["corpus/sub/two.json:*: D801: corpus/one.json has the id *"])
    pytester.runpytest("--claims", "corpus/one.json").assert_outcomes(passed=1)


def test_settings_count(pytester: pytest.Pytester, corpus: Path) -> None:
    """Settings beside the files count as they do for `claims validate`: rules, severities, what is passed over.

    A run reads them anew: one process may hold several, and the settings change in between.
    """
    put(corpus / "sub" / "broken.json", renamed("broken") | {"clames": []})
    (corpus / ".claims.toml").write_text('ignore = ["S003"]\n')
    pytester.runpytest("--claims", "corpus").assert_outcomes(passed=4)
    (corpus / ".claims.toml").write_text('severity = { S003 = "warning" }\n')
    result = pytester.runpytest("--claims", "corpus")
    result.assert_outcomes(passed=4, warnings=1)
    result.stdout.fnmatch_lines(["*ClaimsWarning: corpus/sub/broken.json:*: S003: *"])
    (corpus / ".claims.toml").write_text('exclude = ["sub"]\n')
    pytester.runpytest("--claims", "corpus").assert_outcomes(passed=1)


def test_json_lines_and_unreadable_files(pytester: pytest.Pytester) -> None:
    """A file of several documents is one test; one that is no JSON fails with its line."""
    folder = pytester.mkdir("corpus")
    (folder / "many.jsonl").write_text("".join(json.dumps(renamed(name)) + "\n" for name in "abc"), "utf-8")
    (folder / "cut.json").write_text('{"format":', "utf-8")
    result = pytester.runpytest("--claims", "corpus")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["corpus/cut.json:1:11: X004: *"])


@pytest.mark.parametrize("name", ["nowhere", "empty", "none*.json", "-"])
def test_nothing_to_check(pytester: pytest.Pytester, name: str) -> None:
    """A path without claim files is wrong usage: a green run that checked nothing would be worse."""
    pytester.mkdir("empty")
    result = pytester.runpytest("--claims", name)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "--claims" in result.stderr.str()


def test_cache(pytester: pytest.Pytester, corpus: Path) -> None:
    """With a cache, the second run finds the same."""
    put(corpus / "sub" / "broken.json", renamed("broken") | {"clames": []})
    for _ in range(2):
        pytester.runpytest("--claims", "corpus", "--claims-cache", "cache").assert_outcomes(passed=3, failed=1)
    assert len(list((pytester.path / "cache").glob("*/*.json"))) == 3


def test_entry_point() -> None:
    """Pytest finds the plugin by the entry point of the package."""
    done = subprocess.run([sys.executable, "-m", "pytest", "--help"], capture_output=True, text=True, check=True)
    assert "--claims=PATH" in done.stdout
