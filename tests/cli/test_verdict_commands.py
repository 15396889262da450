"""`claims verdict` and `claims merge`: judged from the shell, with one line for every mistake."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from claims import read, validate
from claims.cli.main import main
from claims.formats import write_many
from claims.scales import current


def _judge(file: Path, *words: str, out: Path | None = None) -> Path:
    out = out or file.with_name("judged.json")
    assert main(["verdict", "add", str(file), *words, "-o", str(out), "--force"]) == 0
    return out


def test_add_list_retract(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A verdict is added, listed with the place of its words, and taken back; every file on the way validates."""
    minutes = dam_file.with_name("minutes.txt")
    minutes.write_text("The dam was built in 1962, they said.", "utf-8")
    words = ("c4", "refuted", "--slot", "when", "--document", str(minutes), "--quote", "built in 1962")
    judged = _judge(dam_file, *words, "--by", "Ann", "--date", "2021-02-03")
    minutes.write_text("Corrected. The dam was built in 1962, they said.", "utf-8")
    assert main(["verdict", "list", str(judged), "--claim", "c4", "--document", str(minutes)]) == 0
    fields = capsys.readouterr().out.splitlines()[-1].split("\t")
    assert fields[:7] == ["v4", "c4", "when", "refuted", "refuted", "Ann", "2021-02-03"]
    assert fields[9] == "refutes | minutes | built in 1962 | moved [23,36)"
    minutes.write_text("Burnt.", "utf-8")
    assert main(["verdict", "list", str(judged), "--document", str(minutes)]) == 1
    back = judged.with_name("back.json")
    assert main(["verdict", "retract", str(judged), "v4", "--by", "Ann", "-o", str(back)]) == 0
    capsys.readouterr()
    assert main(["verdict", "list", str(back), "--claim", "c4", "--width", "80"]) == 0
    assert "v4" not in capsys.readouterr().out
    assert main(["verdict", "list", str(back), "--claim", "c4", "--history"]) == 0
    assert "v5\tc4\twhen\tretracted" in capsys.readouterr().out
    codes = {problem.code for problem in validate(read(dam_file))}
    assert {problem.code for problem in validate(read(back))} == codes


def test_list_of_many(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of many documents lists the verdicts of all, each claim by its document."""
    one = read(_judge(dam_file, "c1", "not_checkable", "--by", "Ann"))
    other = attrs.evolve(one, source=attrs.evolve(one.source, id="copy"))
    several = dam_file.with_name("several.jsonl")
    write_many([one, other], several)
    assert main(["verdict", "list", str(several)]) == 0
    said = [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()]
    assert said == [f"{row.source.id}#{it.claim}" for row in (one, other) for it in current(row)]
    assert main(["verdict", "list", str(several), "--claim", "c1", "--width", "80"]) == 0
    assert main(["verdict", "list", str(several), "--claim", "c99"]) == 2


def test_own_scale(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scale of one's own comes from a JSON file, is declared in the claim file, and gives evidence its stance."""
    file = dam_file.with_name("house.json")
    scale = {"id": "house", "name": "Ours", "ratings": [{"value": "Wrong", "means": "refuted"}]}
    file.write_text(json.dumps(scale), "utf-8")
    words = ("--url", "https://example.org/a", "--by", "p1")
    judged = read(_judge(dam_file, "c1", "Wrong", "--scale", str(file), *words))
    assert judged.scales[-1].id == judged.verdicts[-1].scale == "house"
    assert judged.verdicts[-1].evidence[0].stance == "refutes"
    file.write_text(json.dumps({**scale, "ratings": [{"value": "Wrong", "means": "bad"}]}), "utf-8")
    assert main(["verdict", "add", str(dam_file), "c1", "Wrong", "--scale", str(file), *words]) == 2
    assert "house.json" in capsys.readouterr().err


def test_page(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The review's own page becomes the url of its ClaimReview, and is no evidence."""
    page = ("--page", "https://example.org/review", "--by", "p1")
    judged = _judge(dam_file, "c1", "refuted", "--url", "https://example.org/a", *page)
    review = judged.with_name("review.claimreview.json")
    assert main(["convert", str(judged), str(review)]) == 0
    reviews = json.loads(review.read_text("utf-8"))
    made = [it for it in reviews.get("@graph", [reviews]) if it.get("url") == "https://example.org/review"]
    assert [it["citation"][0]["url"] for it in made] == ["https://example.org/a"]
    assert main(["verdict", "add", str(dam_file), "c1", "refuted", *page]) == 2
    assert "needs evidence" in capsys.readouterr().err


def test_evidence_file(dam_file: Path) -> None:
    """Evidence can come from a JSON list, as it stands in claim files."""
    file = dam_file.with_name("evidence.json")
    file.write_text(json.dumps([{"stance": "context", "url": "https://example.org/a"}]), "utf-8")
    judged = _judge(dam_file, "c1", "Half true", "--scale", "truth-6", "--evidence", str(file), "--by", "p1")
    assert read(judged).verdicts[-1].evidence[0].url == "https://example.org/a"
    assert read(judged).verdicts[-1].by == "p1"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["c1", "refuted"], "needs evidence"),
        (["c1", "not_checkable", "--date", "2021-02-30"], "2021-02-30"),
        (["c1", "not_checkable", "--quote", "x"], "--url or --document"),
        (["c1", "not_checkable", "--prefix", "x"], "give it too"),
        (["c1", "refuted", "--url", "no address"], "no address"),
        (["c1", "refuted", "--document", "nowhere.txt"], "no such file"),
        (["c1", "refuted", "--evidence", "nowhere.json"], "no such file"),
    ],
)
def test_refused(dam_file: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A verdict that would not validate is not written, and one line says why."""
    out = dam_file.with_name("out.json")
    assert main(["verdict", "add", str(dam_file), *words, "--by", "Ann", "-o", str(out)]) == 2
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_existing_file_is_kept(dam_file: Path) -> None:
    """Without --force nothing is overwritten, not even the file that was read."""
    before = dam_file.read_bytes()
    command = ["verdict", "add", str(dam_file), "c1", "not_checkable", "--by", "Ann", "-o", str(dam_file)]
    assert main(command) == 2
    assert dam_file.read_bytes() == before
    assert main([*command, "--force"]) == 0


def test_merge_in_a_terminal(
    dam_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a terminal the claim stands in words, with every verdict and its evidence."""
    ann = _judge(dam_file, "c1", "not_checkable", "--by", "Ann", out=dam_file.with_name("ann.json"))
    bob = _judge(dam_file, "c1", "supported", "--url", "https://example.org", "--by", "Bob")
    monkeypatch.setattr("claims.cli.paper.is_terminal", lambda stream: True)
    assert main(["merge", str(ann), str(bob), "-o", str(dam_file.with_name("both.json"))]) == 0
    said = capsys.readouterr().out
    for words in (read(ann).claims[0].text, "not checkable", "Ann", "Bob", "https://example.org"):
        assert words in said


def test_merge(dam_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Merging lists the claims on which reviewers disagree."""
    ann = _judge(dam_file, "c1", "not_checkable", "--by", "Ann", out=dam_file.with_name("ann.json"))
    bob = _judge(dam_file, "c1", "supported", "--url", "https://example.org", "--by", "Bob")
    both = dam_file.with_name("both.json")
    assert main(["merge", str(ann), str(bob), "-o", str(both)]) == 0
    assert capsys.readouterr().out == "c1\t\tv4 Ann: not_checkable\tv5 Bob: supported\n"
    assert len(read(both).verdicts) == 5
    assert main(["merge", str(ann), "-o", str(both), "--force"]) == 2
