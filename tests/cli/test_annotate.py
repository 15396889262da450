"""`claims annotate`: every kind of input has its outcome, and what is known about a text is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claims.checks import validate
from claims.cli import annotate
from claims.cli.main import main
from claims.errors import MissingDependencyError
from claims.formats import read
from claims.model import Document
from claims.pipeline import Annotator
from claims.text import digest

TEXT = "The mayor said on Friday that the bridge would reopen in May. It had been closed since 2019.\n"
GERMAN = "Der Bürgermeister sagte am Freitag, dass die Brücke im Mai wieder öffnet. Sie war seit 2019 gesperrt.\n"


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """Load the model once for all tests of the command."""
    return Annotator()


@pytest.fixture
def run(annotator: Annotator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """Return `claims annotate` on some bytes, with the loaded model, in a folder of its own."""
    monkeypatch.setattr(annotate, "Annotator", lambda *given: annotator)
    monkeypatch.chdir(tmp_path)

    def annotate_bytes(data: bytes, *argv: str, **beside: object) -> int:
        (tmp_path / "a.txt").write_bytes(data)
        if beside:
            (tmp_path / "a.meta.json").write_text(json.dumps(beside), "utf-8")
        return main(["annotate", "a.txt", "-o", "a.json", *argv])

    return annotate_bytes


def written() -> Document:
    """Return the document in the file that the command wrote, which must be sound."""
    document = read("a.json")
    assert [problem.code for problem in validate(document, folder=Path()) if problem.code[0] in "XSO"] == []
    return document


def test_a_text_becomes_a_claim_file(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """The ordinary case: claims, times counted from the date, the text inside; not a word on any stream."""
    assert run(TEXT.encode(), "--published", "2024-05-18") == 0
    assert capsys.readouterr() == ("", "")
    document = written()
    assert document.source.text == TEXT
    assert (document.source.id, document.source.published) == ("a", "2024-05-18")
    assert "2024-05-17" in [time.value for time in document.times]
    assert len(document.claims) >= 3


def test_standard_output_gets_the_same_bytes(
    run: Callable[..., int], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Without -o the file goes to standard output; the same text gives the same bytes."""
    run(TEXT.encode(), "--published", "2024-05-18")
    assert main(["annotate", "a.txt", "--published", "2024-05-18"]) == 0
    assert capsysbinary.readouterr().out == Path("a.json").read_bytes()


def test_standard_input(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`-` reads the text from a pipe; the id is then "text" unless given."""
    import io

    for options, name in (([], "text"), (["--id", "b"], "b")):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"It rained.")))
        assert main(["annotate", "-", *options]) == 0
        assert json.loads(capsysbinary.readouterr().out)["source"]["id"] == name


@pytest.mark.parametrize(
    ("data", "word"), [(b"", "empty"), (b" \n\t\r\n", "blank"), ("\u00a0\u3000\n".encode(), "blank")]
)
def test_nothing_to_annotate(
    data: bytes, word: str, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty or blank text gives a valid document without sentences, and a note, even with --strict."""
    assert run(data, "--strict") == 0
    assert capsys.readouterr().err == f"claims: note: a.txt is {word}: the claim file has no sentences\n"
    document = written()
    assert (document.sentences, document.claims) == ((), ())
    assert document.source.sha256 == digest(data.decode())
    assert validate(document) == ()


@pytest.mark.parametrize("data", [b"Rain", b"The bridge was closed by the", b"...", "🎉".encode(), b"one\x0btwo"])
def test_little_text(data: bytes, run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """One word, no sentence end, signs only: annotated without a warning, no sentence passed over in silence."""
    assert run(data, "--strict") == 0
    assert capsys.readouterr().err == ""
    document = written()
    with_claims = {claim.sentence for claim in document.claims}
    assert all(sentence.id in with_claims or sentence.no_claim for sentence in document.sentences)


def test_a_byte_order_mark_is_part_of_the_text(run: Callable[..., int]) -> None:
    """The mark stays, since digest and offsets are the file's; the words behind it keep their places."""
    assert run(b"\xef\xbb\xbf" + TEXT.encode(), "--published", "2024-05-18") == 0
    document = written()
    assert document.source.text == "\ufeff" + TEXT
    assert document.sentences[0].span.slice("\ufeff" + TEXT).startswith("The mayor")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"It rained in K\xf6ln.", "a.txt: byte 14 (line 1): 0xF6 is not UTF-8"),
        (b"\xff\xfeI\x00t\x00", "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text"),
        (b"\x1f\x8b\x08\x08\x01\x02\x03\x04\x05\x06" * 9, "not a text"),
    ],
)
def test_what_is_no_text(data: bytes, said: str, run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Other encodings and binary files are refused with the offset of the first bad byte; nothing is written."""
    assert run(data) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert not Path("a.json").exists()


def test_another_language_is_named(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is not English is annotated with a warning that names the language, which is recorded."""
    assert run(GERMAN.encode(), "--published", "2024-05-18") == 0
    assert capsys.readouterr().err.startswith("claims: warning: the text looks like German (de): ")
    assert written().source.language == "de"


def test_strict_refuses_another_language(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """With --strict the same text is refused, and nothing is written."""
    assert run(GERMAN.encode(), "--published", "2024-05-18", "--strict") == 1
    assert capsys.readouterr().err.endswith("claims: refused because of --strict; nothing was written\n")
    assert not Path("a.json").exists()


def test_the_user_knows_the_language_better(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """--language en settles the doubt; another tag is warned of without a guess; the tag given is recorded."""
    assert run(GERMAN.encode(), "--published", "2024-05-18", "--language", "en-GB") == 0
    assert capsys.readouterr().err == ""
    assert written().source.language == "en-GB"
    assert run(TEXT.encode(), "--published", "2024-05-18", "--language", "fr", "--force") == 0
    assert "the language is fr: claims reads English only" in capsys.readouterr().err


def test_without_a_date_times_are_left_open(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Relative times without a date of publication are warned of; --strict refuses."""
    assert run(TEXT.encode()) == 0
    err = capsys.readouterr().err
    assert err.startswith("claims: warning: no date of publication: ")
    assert "give it with --published" in err
    assert run(TEXT.encode(), "--force", "--strict") == 1


def test_a_dateline_is_pointed_out(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Where the text carries its own date, the warning says which; it is not taken over unasked."""
    text = f"Bridge to reopen\n\nLINZ, May 18, 2024 (AP) — {TEXT}"
    assert run(text.encode()) == 0
    assert "try --published 2024-05-18" in capsys.readouterr().err
    assert written().source.published is None


def test_metadata_beside_the_text(run: Callable[..., int]) -> None:
    """a.meta.json beside a.txt is read; options win over it; its licence is for people."""
    beside: dict[str, Any] = {
        "id": "bridge",
        "title": "Bridge to reopen",
        "author": ["A. Writer", "B. Writer"],
        "publisher": "The Paper",
        "published": "2024-05-18",
        "licence": "CC0-1.0",
    }
    assert run(TEXT.encode(), "--title", "Other title", "--url", "https://example.org/a", **beside) == 0
    source = written().source
    assert (source.id, source.title, source.url) == ("bridge", "Other title", "https://example.org/a")
    assert (source.author, source.publisher) == (("A. Writer", "B. Writer"), "The Paper")
    assert source.published == "2024-05-18"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--published", "18 May 2024"], "--published: "),
        (["--published", "2024-02-30"], "--published: "),
        (["--language", "english!"], "--language: "),
        (["--id", "a\nb"], "--id: "),
        (["-o", "a.txt", "--to", "json", "--force"], "a.txt is the text itself"),
        (["--to", "pdf"], "there is no format 'pdf'"),
        (["-o", "a.pdf"], "a.pdf names no format"),
        (["-o", "nowhere/a.json"], "no folder nowhere"),
    ],
)
def test_senseless_options(
    options: list[str], said: str, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """What would make a wrong file is refused by the name of the option, before any work."""
    assert run(TEXT.encode(), *options) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") <= 2


def test_senseless_metadata(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown field in the metadata file is a mistake, not something to pass over."""
    assert run(TEXT.encode(), publishd="2024-05-18") == 2
    assert "a.meta.json: /publishd: 'publishd' is not known" in capsys.readouterr().err
    assert run(TEXT.encode(), published="May 2024") == 2
    assert "a.meta.json: published: " in capsys.readouterr().err
    assert run(TEXT.encode(), "--published", "2024-05-18", published="May 2024") == 0


def test_an_existing_file_is_kept(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """A claim file is replaced only with --force."""
    Path("a.json").write_text("mine", "utf-8")
    assert run(TEXT.encode(), "--published", "2024-05-18") == 2
    assert "a.json exists; --force replaces it" in capsys.readouterr().err
    assert Path("a.json").read_text("utf-8") == "mine"
    assert run(TEXT.encode(), "--published", "2024-05-18", "--force") == 0
    written()


def test_the_text_can_be_left_out(run: Callable[..., int]) -> None:
    """--no-text names the text's file where it lies below the claim file, else leaves both out."""
    assert run(TEXT.encode(), "--published", "2024-05-18", "--no-text") == 0
    source = written().source
    assert (source.text, source.path, source.sha256) == (None, "a.txt", digest(TEXT))
    Path("sub").mkdir()
    assert main(["annotate", "a.txt", "-o", "sub/a.json", "--published", "2024-05-18", "--no-text"]) == 0
    source = read("sub/a.json").source
    assert (source.text, source.path) == (None, None)


def test_other_formats(run: Callable[..., int]) -> None:
    """The ending or --to names the format; the document is the same."""
    run(TEXT.encode(), "--published", "2024-05-18")
    for name, options in (("b.xml", []), ("b.jsonl", []), ("b.data", ["--to", "tei"])):
        assert main(["annotate", "a.txt", "-o", name, "--published", "2024-05-18", *options]) == 0
        assert read(name, format=options[1] if options else None) == read("a.json")


@pytest.mark.parametrize(
    ("name", "known"), [("my article.v2.txt", "my-article"), (".txt", ".txt"), ("a\nb.txt", "a-b"), ("-", "text")]
)
def test_the_id_comes_from_the_name(name: str, known: str) -> None:
    """A file name becomes an id that the schema allows."""
    assert annotate._name(name) == known


def test_a_missing_model_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No model: one line with the command that installs it, exit 2."""
    (tmp_path / "a.txt").write_text("It rained.", "utf-8")
    assert main(["annotate", str(tmp_path / "a.txt"), "--model", "en_core_web_none"]) == 2
    err = capsys.readouterr().err
    assert "python -m spacy download en_core_web_none" in err
    assert err.count("\n") == 1
    with pytest.raises(MissingDependencyError):
        Annotator("en_core_web_none").annotate("It rained.")


def test_a_real_run_through_a_pipe(tmp_path: Path) -> None:
    """Annotate, show and validate as a user types them, in processes of their own."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    claims = f'"{sys.executable}" -m claims'
    line = f"{claims} annotate a.txt --published 2024-05-18 | {claims} show - | grep -c claim"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= 3


@pytest.mark.slow
def test_five_megabytes(tmp_path: Path) -> None:
    """A text of 5 MB is annotated, with its last sentence in place, and progress for those who watch."""
    paragraph = "The council said on Friday that the bridge would reopen in May, although repairs had cost more. " * 10
    text = (paragraph.strip() + "\n\n") * (5_000_000 // (len(paragraph) + 1) + 1)
    (tmp_path / "a.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "claims", "annotate", "a.txt", "-o", "a.json", "--published", "2024-05-18"]
    done = subprocess.run(
        ["script", "-qec", " ".join(command), "/dev/null"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b" sentences" in done.stdout
    document = read(tmp_path / "a.json")
    assert document.source.length == len(text)
    assert (
        document.sentences[-1].span.slice(text)
        == "The council said on Friday that the bridge would reopen in May, although repairs had cost more."
    )
