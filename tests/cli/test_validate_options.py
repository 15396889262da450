"""`claims validate` with rules chosen, settings, baselines and many files; `claims rule`."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from sample_document import good

from claims.checks import RULES
from claims.checks.settings import settings_of
from claims.cli.main import main
from claims.formats import loads, write
from claims.text import digest


def wrong() -> dict[str, Any]:
    """Return a document that breaks O111 and C602."""
    data = good()
    data["times"][0]["exact"] = "monday"
    del data["sentences"][5]["no_claim"]
    return data


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one wrong file."""
    monkeypatch.chdir(tmp_path)
    settings_of.cache_clear()
    (tmp_path / "a.json").write_text(json.dumps(wrong(), indent=1), "utf-8")
    return tmp_path


def codes(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """Return the exit code and the codes of the findings of a run."""
    code = main(["validate", *words, "--format", "json"])
    return code, [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]


def test_rules_can_be_chosen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--select and --ignore say which rules are asked; nothing left is exit 0."""
    assert codes(capsys, "a.json") == (1, ["O111", "C602"])
    assert codes(capsys, "a.json", "--select", "coverage") == (1, ["C602"])
    assert codes(capsys, "a.json", "--ignore", "O1, C602") == (0, [])
    assert codes(capsys, "a.json", "--exit-zero") == (0, ["O111", "C602"])


def test_unknown_rules_are_a_mistake(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that there is not, and settings that cannot be read, are wrong usage: exit 2 and one line."""
    assert main(["validate", "a.json", "--ignore", "O999"]) == 2
    assert "there is no rule" in capsys.readouterr().err
    (here / ".claims.toml").write_text("[", "utf-8")
    assert main(["validate", "a.json"]) == 2
    assert ".claims.toml: cannot be read" in capsys.readouterr().err
    assert codes(capsys, "a.json", "--no-config")[0] == 1


def test_settings_beside_the_file_count(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings do not fail; files that settings exclude are passed over in folders, not where they are named."""
    (here / "b.toml").write_text('severity = {O = "warning", C = "warning"}\nexclude = ["a.*"]', "utf-8")
    assert codes(capsys, "a.json", "--config", "b.toml") == (0, ["O111", "C602"])
    assert codes(capsys, ".", "--config", "b.toml") == (0, [])
    assert main(["validate", "a.json", "--config", "none.toml"]) == 2


def test_a_baseline_forgives_what_it_knows(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Known findings are counted, not told; a new one fails."""
    assert main(["validate", "a.json", "--baseline", "debts.json", "--update-baseline"]) == 0
    capsys.readouterr()
    assert codes(capsys, "a.json", "--baseline", "debts.json") == (0, [])
    data = wrong()
    data["claims"][0]["by"] = "m9"
    (here / "a.json").write_text(json.dumps(data), "utf-8")
    assert codes(capsys, "a.json", "--baseline", "debts.json") == (1, ["R202"])
    assert main(["validate", "a.json", "--update-baseline"]) == 2
    assert main(["validate", "a.json", "--baseline", "none.json"]) == 2


def test_packed_files(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A packed file is checked as the file in it; a damaged one is a finding."""
    data = (here / "a.json").read_bytes()
    (here / "b.json.gz").write_bytes(gzip.compress(data))
    (here / "c").write_bytes(gzip.compress(data[:100]) + gzip.compress(data[100:]))
    write(loads(json.dumps(good()).encode(), "json"), here / "d.xml")
    (here / "d.xml.gz").write_bytes(gzip.compress((here / "d.xml").read_bytes()))
    assert codes(capsys, "b.json.gz") == codes(capsys, "c") == codes(capsys, "a.json")
    assert codes(capsys, "d.xml.gz") == (0, [])
    (here / "e.json.gz").write_bytes(gzip.compress(data)[:-20])
    (here / "f.json.gz").write_bytes(data)
    assert codes(capsys, "e.json.gz", "f.json.gz") == (1, ["X012", "X012"])


def test_documents_are_compared(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two documents of one name, and two about one text, are told at their place; one file alone is not compared."""
    other, same = wrong(), good()
    other["source"] |= {"text": "Another text.", "sha256": digest("Another text.")}
    same["source"]["id"] = "same"
    rows = [json.dumps(row) for row in (good(), other, same)]
    (here / "b.jsonl").write_text("\n".join(rows), "utf-8")
    assert main(["validate", "b.jsonl", "--select", "corpus", "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["code"], one["record"], one["line"], one["severity"]) for one in findings] == [
        ("D801", 2, 2, "error"),
        ("D802", 3, 3, "warning"),
    ]
    assert all(row[one["column"] - 1] == '"' for one, row in zip(findings, rows[1:], strict=True))
    assert codes(capsys, "a.json", "--select", "corpus,D803") == (0, [])


def test_missing_documents_are_told_on_request(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Evidence from a document that is not there is told only where D803 is selected."""
    data = good()
    data["verdicts"][0]["evidence"][0] = {"stance": "supports", "document": "log-7"}
    (here / "a.json").write_text(json.dumps(data), "utf-8")
    assert codes(capsys, "a.json") == (0, [])
    assert codes(capsys, "a.json", "--select", "ALL") == (1, ["D803"])


def test_processes_find_what_one_finds(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Many files give the same report from one process and from several, in the same order."""
    for number in range(70):
        data = wrong() if number % 7 == 0 else good()
        data["source"]["id"] = f"d{number}"
        (here / f"f{number:02}.json").write_text(json.dumps(data), "utf-8")
    outs = []
    for jobs in ("1", "2"):
        assert main(["validate", ".", "--ignore", "D802", "--jobs", jobs]) == 1
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1]
    assert outs[0].count(": O111:") == 11


def test_nothing_outside_is_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text file that leads out of the folder is a finding, however the claim file is named."""
    inner = here / "in"
    inner.mkdir()
    data = good()
    del data["source"]["text"]
    data["source"]["path"] = "../secret.txt"
    (here / "secret.txt").write_text("secret", "utf-8")
    (inner / "a.json").write_text(json.dumps(data), "utf-8")
    assert main(["validate", os.path.join("in", "a.json")]) == 1
    out = capsys.readouterr().out
    assert "O103" in out
    assert "secret " not in out


# -- claims rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """`claims rule CODE` says what is asked for, why, a bad and a good example, and what to do."""
    assert main(["rule", rule.code]) == 0
    out = capsys.readouterr().out
    assert all(part in out for part in (rule.name, rule.summary, rule.why, rule.bad, rule.good, rule.remedy))


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name every rule has its line; a family has its own; a name that is none is refused."""
    assert main(["rule"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == [rule.code for rule in RULES]
    assert main(["rule", "wording"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["rule", "nonsense"]) == 2
