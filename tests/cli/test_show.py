"""`claims show`: columns for people, plain lines for pipes, colours only where they are wanted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from rich.cells import cell_len

from claims.cli.main import main
from claims.codec import to_dict
from claims.formats import write
from claims.model import Document, Mention
from claims.text import Extent

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own terminal settings out of the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


def show(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run the command and return what it writes."""
    assert main(["show", *argv]) == 0
    return capsys.readouterr().out


def test_a_pipe_gets_three_fields_a_line(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Id, label and value, tabs between, unwrapped: grep and cut do the rest."""
    lines = show(capsys, str(dam_file)).splitlines()
    assert lines[:2] == [
        "# Dam fails · dam · A. Writer · en · published 2020-12-20",
        "# 5 sentences · 6 claims · 2 attributions · 2 times · 3 verdicts",
    ]
    assert all(len(line.split("\t")) == 3 for line in lines[2:])
    assert [line for line in lines if line.startswith("c3\t")] == [
        "c3\tclaim\tThe Orel dam would not hold.",
        "c3\tmarks\tevent prediction future_in_past - author=Uu a1=CT-",
        "c3\tunder\tc2",
        "c3\twho\tthe Orel dam",
        "c3\twhat\twould not hold",
        "c3\tsource\tThe ministry (said)",
        "c3\tlinks\tafter c4; cause built in 1961",
    ]
    assert "s5\tremark\tno claim: credit" in lines


@pytest.mark.parametrize("width", [20, 40, 80, 99, 100, 120, 200])
def test_lines_fit_the_width(dam_file: Path, capsys: pytest.CaptureFixture[str], width: int) -> None:
    """No line is wider than asked for, counted in cells, nor ends in blanks."""
    lines = show(capsys, str(dam_file), "--width", str(width)).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 32)
    assert all(line == line.rstrip() for line in lines)


def test_columns_stay_in_place(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside each other, all labels begin in one column, whatever the script of the wording."""
    lines = show(capsys, str(dam_file), "--width", "120").splitlines()
    starts = {
        cell_len(line[: match.start()]) for line in lines if (match := re.search(r"\b(?:who|what|when) {5}", line))
    }
    assert len(starts) == 1


def test_narrow_sheets_put_slots_below(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At 80 columns the slots stand under the wording, indented alike."""
    out = show(capsys, str(dam_file), "--width", "80")
    assert (
        "  c4    The Orel dam was built in 1961.\n"
        "        past · probable (author)\n"
        "        who      the Orel dam\n"
        "        what     built\n"
        "        when     in 1961\n"
        "        verdict  ✗ refuted (when): The dam was finished in 1962.\n"
    ) in out
    assert "── credit ──" in out


def test_colours_only_when_asked(
    dam_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe, --color never and NO_COLOR get none; --color always colours even a pipe, and adds nothing else."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in show(capsys, str(dam_file))
    monkeypatch.setenv("NO_COLOR", "1")
    plain = show(capsys, str(dam_file), "--width", "80")
    coloured = show(capsys, str(dam_file), "--width", "80", "--color", "always")
    assert "\x1b" not in plain
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == plain


def test_one_claim_whole(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--claim shows everything about one claim, in a pipe as lines that begin with its id."""
    plain = show(capsys, str(dam_file), "--claim", "c5").splitlines()
    assert plain[0] == "c5\tclaim\tIt will break."
    assert "c5\tvoices\t   └─ Ana Ruiz said PR+ probable" in plain
    assert all(line.startswith("c5\t") for line in plain)
    sheet = show(capsys, str(dam_file), "--claim", "c5", "--width", "80")
    assert sheet.startswith("c5  It will break.\n")
    assert "             └─ Ana Ruiz said PR+ probable\n" in sheet


def test_an_unknown_claim_is_wrong_usage(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for a claim that is not there names the nearest one."""
    assert main(["show", str(dam_file), "--claim", "c55"]) == 2
    assert "there is no claim c55 in this file; did you mean c5?" in capsys.readouterr().err


def test_all_formats_are_shown_alike(
    dam: Document, dam_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """TEI and JSON lines show what JSON shows; a file of two shows both."""
    once = show(capsys, str(dam_file))
    for name in ("dam.xml", "dam.jsonl"):
        write(dam, tmp_path / name)
        assert show(capsys, str(tmp_path / name)) == once
    (tmp_path / "two.jsonl").write_bytes((tmp_path / "dam.jsonl").read_bytes() * 2)
    assert show(capsys, str(tmp_path / "two.jsonl")) == once * 2


def test_the_text_is_looked_up_beside_the_file(
    dam: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that names its text is shown with it; a changed text is not shown, and that is said."""
    source = attrs.evolve(dam.source, text=None, path="dam.txt")
    (tmp_path / "a.json").write_text(json.dumps(to_dict(attrs.evolve(dam, source=source))), "utf-8")
    (tmp_path / "dam.txt").write_text(dam.source.text or "", "utf-8")
    assert "s1\theadline\tDam fails\n" in show(capsys, str(tmp_path / "a.json"))
    (tmp_path / "dam.txt").write_text("Other text", "utf-8")
    assert main(["show", str(tmp_path / "a.json")]) == 0
    captured = capsys.readouterr()
    assert "s1\theadline\t[0,9)\n" in captured.out
    assert "warning: the text of dam is not the one that was annotated" in captured.err


def test_no_escape_sequence_of_the_file_gets_through(
    dam: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file made to steer the terminal only shows its signs, in every layout."""
    evil = "x\x1b]0;owned\x07\x9b2J\u202ey"
    claim = attrs.evolve(dam.claims[0], text=evil, who=(Mention(Extent(), evil),))
    source = attrs.evolve(dam.source, title=evil, id=evil, publisher=evil)
    changed = attrs.evolve(dam, source=source, claims=(claim,), verdicts=())
    (tmp_path / "evil.json").write_text(json.dumps(to_dict(changed)), "utf-8")
    for options in ([], ["--width", "80"], ["--width", "120"], ["--claim", "c1"], ["--claim", "c1", "--width", "80"]):
        assert not set("\x1b\x07\x9b\u202e") & set(show(capsys, str(tmp_path / "evil.json"), *options))
    coloured = show(capsys, str(tmp_path / "evil.json"), "--color", "always")
    assert "\x1b" not in ESCAPE.sub("", coloured)


def test_an_empty_document_is_shown(dam: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No sentences, no claims: the heading alone."""
    source = attrs.evolve(dam.source, title=None, author=(), published=None)
    empty = Document(source)
    write(empty, tmp_path / "empty.json")
    out = show(capsys, str(tmp_path / "empty.json"))
    assert out == "# dam · en · no date of publication\n# 0 sentences · 0 claims · 0 attributions · 0 times\n"


def test_what_is_said_hangs_below_its_saying(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A claim stands as a branch below its speech act; a voice told of elsewhere stands in the act's place."""
    lines = [line.strip() for line in show(capsys, str(dam_file), "--width", "120").splitlines()]
    at = next(number for number, line in enumerate(lines) if line.startswith("c2 "))
    assert any(line.startswith(("├─ c3", "└─ c3")) for line in lines[at:])
    plain = show(capsys, str(dam_file)).splitlines()
    assert "c3\tunder\tc2" in plain
    assert not any(line.startswith("c2\tunder") for line in plain)
