"""`claims validate`: every problem with its place, code, words and hint; exit codes that a script can trust."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.cells import cell_len

from claims.checks import Finding
from claims.checks.findings import Quoter
from claims.cli.main import main
from claims.cli.reporters import FileReport, Outcome, summary
from claims.cli.reporters.text import excerpt_lines
from claims.codec import to_dict
from claims.formats import write
from claims.model import Document, Source
from claims.text import Span, digest

CLEAN = Document(Source("empty", digest(""), 0, "en", text=""))


@pytest.fixture
def data(dam: Document) -> dict[str, Any]:
    """Return plain data in which the exact words of the first time are wrong."""
    data = to_dict(dam)
    data["times"][0]["exact"] = "Monday"
    return data


def saved(file: Path, data: object) -> str:
    """Write JSON and return the file's name."""
    file.write_text(json.dumps(data, indent=1), "utf-8")
    return str(file)


def test_a_clean_file_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No problems: exit 0, nothing on standard output, the summary on standard error."""
    for name in ("a.json", "a.jsonl", "a.xml"):
        write(CLEAN, tmp_path / name)
        assert main(["validate", str(tmp_path / name)]) == 0
        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("", "claims: no problems in 1 file\n")


def test_a_problem_is_shown_with_its_words(
    data: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line and column, code, message, pointer, and the source words with carets under them."""
    file = saved(tmp_path / "a.json", data)
    assert main(["validate", file]) == 1
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    at = next(number for number, line in enumerate(lines) if "(/times/0/exact)" in line)
    source_line = 1 + next(
        number for number, line in enumerate(Path(file).read_text("utf-8").splitlines()) if '"Monday"' in line
    )
    assert lines[at].startswith(f"{file}:{source_line}:")
    assert "O111" in lines[at]
    marked, carets = lines[at + 1], lines[at + 2]
    start = carets.index("^")
    assert marked[start : start + carets.count("^")] == "Sunday"
    assert " in 1 of 1 file" in captured.err


def test_the_json_report_says_the_same(
    data: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--format json gives one object, in ASCII, with every field of every problem."""
    assert main(["validate", saved(tmp_path / "a.json", data), str(tmp_path / "none.json"), "--format", "json"]) == 2
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert captured.out.isascii()
    first, second = report["files"]
    assert report["problems"] == len(report["findings"]) > 0
    assert first == {"path": str(tmp_path / "a.json"), "documents": 1}
    found = next(finding for finding in report["findings"] if finding["pointer"] == "/times/0/exact")
    assert (found["code"], found["span"], found["excerpt"]["marked"]) == ("O111", [32, 38], "Sunday")
    assert found["line"] > 1
    assert second == {"path": str(tmp_path / "none.json"), "documents": 0, "error": "no such file or directory"}


def test_json_lines_are_told_apart(data: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a file of several documents a problem's line is its record's; blank lines are no records."""
    good = json.dumps(to_dict(CLEAN))
    file = tmp_path / "a.jsonl"
    file.write_text(f"{good}\n\n{json.dumps(data)}\n{good}\n", "utf-8")
    assert main(["validate", str(file), "--ignore", "corpus"]) == 1
    heads = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert heads
    assert all(line.startswith(f"{file}:3:") for line in heads)
    assert all("(record 2)" in line for line in heads)
    main(["validate", str(file), "--format", "json", "--ignore", "corpus"])
    report = json.loads(capsys.readouterr().out)
    assert {(finding["record"], finding["line"]) for finding in report["findings"]} == {(2, 3)}
    assert report["files"] == [{"path": str(file), "documents": 3}]


def test_tei_is_checked_too(dam: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The problems of a TEI file are those of the document in it; pointers name its JSON form."""
    write(dam, tmp_path / "a.xml")
    write(dam, tmp_path / "a.json")
    found = []
    for name in ("a.json", "a.xml"):
        assert main(["validate", str(tmp_path / name), "--format", "json"]) == 1
        findings = json.loads(capsys.readouterr().out)["findings"]
        found.append([(finding["code"], finding["pointer"]) for finding in findings])
        ids = [(finding["line"], finding["subject"]) for finding in findings]
    assert found[0] == found[1]
    lines = (tmp_path / "a.xml").read_text("utf-8").splitlines()
    assert all(f'xml:id="{subject}"' in lines[line - 1] for line, subject in ids)


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.json", b'{"format": "claims/1.0",', 1, "X004"),
        ("a.json", b"", 1, "X004"),
        ("a.json", b'{"a": "\xff"}', 1, "X001"),
        ("a.json", b"\xef\xbb\xbf{}", 1, "X003"),
        ("a.json", b"[" * 100_000, 1, "X009"),
        ("a.json", b'{"a": 1, "a": 2}', 1, "X005"),
        ("a.json", b"{}", 1, "S00"),
        ("a.json", b"[]", 1, "S001"),
        ("a.json", b'{"format": "claims/2.0"}', 1, "S001"),
        ("a.xml", b"<TEI", 1, "not well-formed"),
        ("a.xml", b'<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>', 1, "DOCTYPE"),
        ("a.dat", b"GIF89a", 2, "cannot tell the format"),
    ],
)
def test_what_is_no_claim_file(
    name: str, content: bytes, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be opened and is wrong is a finding; what is of no known format cannot be checked; no traceback."""
    (tmp_path / name).write_bytes(content)
    assert main(["validate", str(tmp_path / name)]) == code
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
    assert "Traceback" not in captured.err


def test_one_bad_name_does_not_stop_the_others(
    data: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are looked at; a missing one makes the exit code 2."""
    bad = saved(tmp_path / "b.json", data)
    assert main(["validate", str(tmp_path / "none.json"), bad, str(tmp_path / "gone")]) == 2
    captured = capsys.readouterr()
    assert f"{bad}:" in captured.out
    assert "none.json: no such file" in captured.err
    assert "gone: no such file" in captured.err
    assert "in 1 of 3 files; 2 files could not be read" in captured.err


def test_standard_input(
    data: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` reads standard input."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(data).encode())))
    assert main(["validate", "-"]) == 1
    assert "standard input:1:" in capsys.readouterr().out


def test_hostile_values_do_not_reach_the_terminal(
    data: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Messages quote values of the file; what would steer a terminal is made visible."""
    data["times"][0]["exact"] = "\x1b[2J\u202e"
    data["\x1b[31m"] = 1
    assert main(["validate", saved(tmp_path / "a.json", data), "--color", "never"]) == 1
    captured = capsys.readouterr()
    assert not {"\x1b", "\u202e"} & set(captured.out + captured.err)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("abc", Span(0, 3)),
        ("日本 and é\u0301 more", Span(7, 9)),
        ("x" * 500, Span(200, 210)),
        ("one\ntwo three\nfour", Span(8, 16)),
        ("a\tb\x1b[31mc", Span(2, 5)),
        ("x\n", Span(1, 2)),
        ("w " * 100, Span(20, 150)),
    ],
)
def test_carets_stand_under_the_words(text: str, span: Span) -> None:
    """The caret line is as wide as the marked words and begins under them, in cells; both fit a terminal."""
    quoted = Quoter.of(text)(span)
    assert quoted is not None
    marked, carets = excerpt_lines(quoted)
    assert "\x1b" not in marked
    assert cell_len(marked) <= 150
    before = carets.index("^")
    assert carets == " " * (carets.index("|")) + "|" + " " * (before - carets.index("|") - 1) + carets[before:]
    assert cell_len(carets) <= cell_len(marked)


def test_an_excerpt_begins_under_its_first_word() -> None:
    """The first caret stands under the first marked character, wide characters before it or not."""
    quoted = Quoter.of("日本 said so")(Span(3, 7))
    assert quoted is not None
    marked, carets = excerpt_lines(quoted)
    assert carets.count("^") == 4
    assert cell_len(marked[: marked.index("said")]) == carets.index("^")


def test_the_summary_counts() -> None:
    """Numbers agree with their nouns."""
    finding = Finding("X004", "m", "a")
    assert summary(Outcome((FileReport("a"),))) == "no problems in 1 file"
    assert summary(Outcome((FileReport("a", (finding,)), FileReport("b")))) == "1 problem in 1 of 2 files"
    assert summary(Outcome((FileReport("a", error="gone"),))) == "no problems in 0 files; 1 file could not be read"
    assert summary(Outcome((FileReport("a"),), known=2)) == "no problems in 1 file; 2 more known to the baseline"
