"""`claims score` and `claims agree`: tables, pipes, JSON and LaTeX, and what cannot be compared."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from claims import formats
from claims.cli.main import main
from claims.model import Document
from claims.text import digest


def _text(document: Document, number: int) -> Document:
    """Return the same annotation of another text of equal length."""
    text = (document.source.text or "")[:-1] + str(number)
    return attrs.evolve(document, source=attrs.evolve(document.source, id=f"d{number}", text=text, sha256=digest(text)))


@pytest.fixture
def folders(dam: Document, tmp_path: Path) -> Path:
    """Write five texts of two annotators, who differ in the fifth; the second uses other names and one file."""
    (tmp_path / "ann").mkdir()
    texts = [_text(dam, number) for number in range(5)]
    for number, text in enumerate(texts):
        formats.write(text, tmp_path / "ann" / f"x{number}.json")
    texts[4] = attrs.evolve(texts[4], claims=texts[4].claims[1:])
    formats.write_many(reversed(texts), tmp_path / "bob.jsonl")
    return tmp_path


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[list[list[str]], str]:
    code = main([str(word) for word in words])
    done = capsys.readouterr()
    assert code == 0, done.err
    return [line.split("\t") for line in done.out.splitlines()], done.err


def test_score_in_a_pipe(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a measure, tabs between; files are paired by their texts."""
    rows, err = _run(capsys, "score", folders / "ann", folders / "bob.jsonl")
    assert err == ""
    assert rows[0] == ["measure", "precision", "recall", "F1", "low", "high", "right", "gold", "given"]
    claims = 5 * len(dam.claims)
    found = {row[0]: row[1:] for row in rows[1:]}
    assert found["claims ≥ 1"][0] == "1.000"
    assert found["claims ≥ 1"][5:] == [str(claims - 1), str(claims), str(claims - 1)]
    assert float(found["claims ≥ 1"][3]) < float(found["claims ≥ 1"][2]) <= float(found["claims ≥ 1"][4])


def test_score_as_json(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON holds the same, with each text where it is asked for, and depends on the seed alone."""
    words = (
        "score",
        folders / "ann",
        folders / "bob.jsonl",
        "--format",
        "json",
        "--per-document",
        "--threshold",
        "0.9",
    )
    out = []
    for _ in range(2):
        assert main([str(word) for word in words]) == 0
        out.append(capsys.readouterr().out)
    assert out[0] == out[1]
    data = json.loads(out[0])
    assert data["texts"] == 5
    assert data["thresholds"] == [0.9]
    assert data["measures"]["claims ≥ 0.9"]["gold"] == 5 * len(dam.claims)
    assert [each["id"] for each in data["each"]] == [f"d{number}" for number in range(5)]
    assert data["each"][4]["measures"]["claims ≥ 0.9"]["right"] == len(dam.claims) - 1


def test_score_as_latex(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """LaTeX is a booktabs table with every sign that LaTeX would take for its own escaped."""
    assert main(["score", str(folders / "ann"), str(folders / "bob.jsonl"), "--format", "latex"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == r"\begin{tabular}{lrrrrrrrr}"
    assert lines[-1] == r"\end{tabular}"
    assert any(line.startswith(r"claims $\geq$ 0.5 & 1.000 & ") for line in lines)
    assert all(line.count("&") == 8 for line in lines if line.endswith(r"\\"))


def test_on_a_terminal(folders: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets columns under a title."""
    monkeypatch.setattr("claims.cli.figures.is_terminal", lambda _: True)
    assert main(["score", str(folders / "ann"), str(folders / "bob.jsonl")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "5 texts, extents in words"
    assert len({len(line) for line in lines[1:4]}) == 1


def test_agree(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """Agreement beyond chance comes first, then F1, whoever is named first."""
    rows, _ = _run(capsys, "agree", folders / "ann", folders / "bob.jsonl")
    assert rows[0] == ["beyond chance", "agreement", "low", "high", "items"]
    found = {row[0]: row[1:] for row in rows}
    assert 0.5 < float(found["extents of claims"][0]) < 1
    assert found["α polarity"][0] in ("", "1.000")
    assert found["α type"][3] == str(2 * (5 * len(dam.claims) - 1))
    back, _ = _run(capsys, "agree", folders / "bob.jsonl", folders / "ann")
    assert {row[0]: row[3] for row in back[9:]} == {row[0]: row[3] for row in rows[9:]}


def test_agree_of_three(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """With three annotators all pairs count, as JSON says for each text."""
    paths = (folders / "ann", folders / "bob.jsonl", folders / "ann")
    assert main(["agree", *map(str, paths), "--format", "json", "--per-document"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["measures"]["claims ≥ 1"]["gold"] == 3 * 5 * len(dam.claims) - 1
    assert data["each"][0]["beyond_chance"]["extents of claims"] == 1
    assert data["each"][4]["beyond_chance"]["extents of claims"] < 1


def test_texts_that_one_side_lacks(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """What was not annotated counts as annotated with nothing; what nobody asked for is left out; both are said."""
    formats.write(_text(dam, 7), folders / "more.json")
    (folders / "ann" / "x9.json").write_bytes((folders / "more.json").read_bytes())
    (folders / "ann" / "x9.meta.json").write_text("{}", "utf-8")
    rows, err = _run(capsys, "score", folders / "ann", folders / "bob.jsonl")
    assert "lacks 1 of 6 texts" in err
    assert {row[0]: row[7] for row in rows}["claims ≥ 0.5"] == str(6 * len(dam.claims))
    _, err = _run(capsys, "score", folders / "bob.jsonl", folders / "ann")
    assert "1 texts of" in err


def test_annotations_of_tools_are_compared(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder may hold brat and XMI files: what stands beside them is no annotation of its own."""
    (folders / "tools").mkdir()
    formats.write(_text(dam, 0), folders / "tools" / "a.ann")
    formats.write(_text(dam, 1), folders / "tools" / "b.xmi")
    rows, err = _run(capsys, "score", folders / "tools", folders / "ann")
    assert "3 texts of" in err
    assert {row[0]: row[3] for row in rows}["claims ≥ 1"] == "1.000"


def test_a_corpus_is_compared(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that `claims corpus annotate` made is read by its manifest: what else lies there is no claim file."""
    (folders / "texts").mkdir()
    (folders / "texts" / "a.txt").write_text("The crane fell on Friday.\n", "utf-8")
    command = ["corpus", "annotate", str(folders / "texts"), "-o", str(folders / "corpus"), "--workers", "1"]
    assert main(command) == 0
    capsys.readouterr()
    rows, _ = _run(capsys, "score", folders / "corpus", folders / "corpus")
    assert {row[0]: row[3] for row in rows}["claims ≥ 1"] == "1.000"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("score ann none.json", "none.json: no such file"),
        ("score ann empty", "empty: no claim file there"),
        ("score ann bob.jsonl --threshold 1.5", "'1.5' is no number above 0 and up to 1"),
        ("score ann bob.jsonl --seed -1", "'-1' is no whole number"),
        ("score twice bob.jsonl", "is annotated twice in"),
        ("agree ann", "agree compares two annotators or more"),
    ],
)
def test_what_cannot_be_done(words: str, said: str, folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing files and wrong numbers: exit 2, one line."""
    (folders / "empty").mkdir()
    (folders / "twice").mkdir()
    for name in ("1.json", "2.json"):
        (folders / "twice" / name).write_bytes((folders / "ann" / "x0.json").read_bytes())
    known = {"ann", "bob.jsonl", "none.json", "empty", "twice"}
    assert main([str(folders / word) if word in known else word for word in words.split()]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_without_texts(folders: Path, dam: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """Claim files without texts are compared in characters; in words, an error says so."""
    silent = attrs.evolve(dam, source=attrs.evolve(dam.source, text=None))
    formats.write(silent, folders / "silent.json")
    assert main(["score", str(folders / "silent.json"), str(folders / "silent.json")]) == 2
    assert "count characters" in capsys.readouterr().err
    rows, _ = _run(capsys, "score", folders / "silent.json", folders / "silent.json", "--unit", "characters")
    assert {row[0]: row[3] for row in rows}["claims ≥ 1"] == "1.000"
