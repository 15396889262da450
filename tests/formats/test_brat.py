"""brat: what a parser of brat files finds, what people change comes back, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from bioc import brat as bioc_brat

from claims import formats
from claims.cli.main import main
from claims.errors import FormatError, TextError, UsageError
from claims.formats.brat import configuration
from claims.model import Document, Source
from claims.text import Extent, digest


@pytest.fixture
def folder(rich: Document, tmp_path: Path) -> Path:
    """Write the rich document as a.ann."""
    formats.write(rich, tmp_path / "a.ann")
    return tmp_path


def _change(folder: Path, old: str, new: str, name: str = "a.ann") -> None:
    path = folder / name
    data = path.read_bytes().decode()
    assert old in data
    path.write_bytes(data.replace(old, new).encode())


def test_a_parser_finds_every_claim(folder: Path, rich: Document) -> None:
    """Bioc's brat reader takes every line, and each piece of each annotation is what stands in the text."""
    text = (folder / "a.txt").read_bytes().decode()
    assert text == rich.source.text
    with (
        open(folder / "a.txt", encoding="utf-8", newline="") as words,
        open(folder / "a.ann", encoding="utf-8", newline="\n") as stream,
    ):
        found = bioc_brat.load(words, stream)
    assert len(found.entities) == 11
    for entity in found.entities:
        assert " ".join(text[place.begin : place.end] for place in sorted(entity.locations)) == entity.text
    types = {event.id: event.type for event in found.events}
    assert types == {"E1": "Attribution", "E2": "Claim"}
    assert {(note.refid, note.text) for note in found.notes} >= {("E2", "The port lost two cranes in May.")}
    values = {(a.type, *a.attributes) for a in found.attributes if a.refid == "E2"}
    assert ("Polarity", "minus") in values
    assert ("Tense", "future_in_past") in values


def test_the_configuration_declares_what_is_written(folder: Path) -> None:
    """Every type, role, attribute and value of the .ann stands in annotation.conf."""
    conf = configuration().decode()
    assert (folder / "annotation.conf").read_text("utf-8") == conf
    sections = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", conf, re.MULTILINE | re.DOTALL))
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    for line in (folder / "a.ann").read_text("utf-8").splitlines():
        kind, fields = line[0], line.split("\t")[1].split()
        if kind == "T" and fields[0] not in ("Claim", "Attribution"):
            assert fields[0] in sections["entities"].split()
        if kind == "E":
            event = next(
                row for row in sections["events"].splitlines() if row.startswith(fields[0].split(":")[0] + "\t")
            )
            assert all(f"{field.split(':')[0].rstrip('23')}" in re.findall(r"(\w+)[*?]", event) for field in fields[1:])
        if kind == "A":
            row = next(row for row in sections["attributes"].splitlines() if row.startswith(fields[0] + "\t"))
            assert fields[2] in row.partition("Value:")[2].split("|")


def test_nothing_is_lost_with_the_claim_file_beside(folder: Path, rich: Document) -> None:
    """Unchanged files give back an equal document."""
    assert formats.read(folder / "a.ann") == rich
    assert list(formats.read_many(folder / "a.ann")) == [rich]
    assert sorted(path.name for path in folder.iterdir()) == ["a.ann", "a.claims.json", "a.txt", "annotation.conf"]


def test_what_people_change_comes_back(folder: Path, rich: Document) -> None:
    """A label, a wording and moved words arrive; what brat does not show stays as it was."""
    _change(folder, "A6\tPolarity E2 minus", "A6\tPolarity E2 plus")
    _change(folder, "E2\tThe port lost two cranes in May.", "E2\tThe port lost cranes.")
    _change(folder, "T11\tWhere 3 11\tThe port", "T11\tWhere 27 37\ttwo cranes")
    back = formats.read(folder / "a.ann")
    claim = back.claims[0]
    assert (claim.polarity, claim.text) == ("+", "The port lost cranes.")
    assert [where.exact for where in claim.where] == ["two cranes"]
    assert claim.what == rich.claims[0].what
    assert attrs.evolve(back, claims=rich.claims) == rich


def test_a_claim_that_was_removed_and_one_that_was_made(folder: Path, rich: Document) -> None:
    """A deleted event is gone with all that refers to it; a new one elsewhere under its number is a new claim."""
    path = folder / "a.ann"
    kept = [line for line in path.read_text("utf-8").splitlines() if not re.search(r"^E2|[ :]E2", line)]
    kept += ["E1\tAttribution:T1 Source:T2 Content:T3", "T40\tClaim 52 63\tafe\u0301 owners"]
    kept += ["E2\tClaim:T40 Who:T40 AttributedTo:E1"]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    back = formats.read(path)
    made = next(claim for claim in back.claims if claim.id != "c2")
    assert made.id != "c1"
    assert (made.sentence, made.spans, made.attribution) == ("s2", Extent.of((52, 63)), ("a1",))
    assert back.verdicts == ()
    assert back.attributions[0].speech_act is None


def test_without_the_claim_file(folder: Path, rich: Document) -> None:
    """The .ann and .txt alone give text, claims, slots, labels and chains; lines are sentences."""
    (folder / "a.claims.json").unlink()
    back = formats.read(folder / "a.ann")
    assert back.source == Source("a", rich.source.sha256, rich.source.length, "und", text=rich.source.text)
    claim, before = back.claims[0], rich.claims[0]
    assert (claim.spans, claim.type, claim.polarity, claim.text) == (before.spans, before.type, "-", before.text)
    assert claim.what.predicate.exact == before.what.predicate.exact
    assert back.attributions[0].cue == rich.attributions[0].cue
    assert back.attributions[0].speech_act == claim.id


def test_words_across_lines(tmp_path: Path) -> None:
    """Words that a line end interrupts are pieces in brat, and whole again when they are read."""
    text = "The old\r\nbridge fell.\u2028It rained."
    source = Source("b", digest(text), len(text), "en", text=text)
    sentences = [{"id": "s1", "span": [0, 21], "paragraph": 0, "zone": "body"}]
    claim = {
        "id": "c1", "sentence": "s1", "spans": [[0, 20]], "text": "The old bridge fell.", "type": "event",
        "kind": "fact", "who": [{"spans": [[0, 15]], "exact": "The old\r\nbridge"}],
        "what": {"predicate": {"spans": [[16, 20]], "exact": "fell", "lemma": "fall"}}, "tense": "past",
    }  # fmt: skip
    data = {"format": "claims/1.0", "source": attrs.asdict(source), "sentences": sentences, "claims": [claim]}
    data["source"] = {key: value for key, value in data["source"].items() if value not in (None, ())}
    document = formats.loads(json.dumps(data).encode(), "json")
    formats.write(document, tmp_path / "b.ann")
    assert "T1\tClaim 0 7;9 20\tThe old bridge fell\n" in (tmp_path / "b.ann").read_text("utf-8")
    assert formats.read(tmp_path / "b.ann") == document
    # Another label leaves the words as they were, line ends and all.
    _change(tmp_path, "ClaimType E1 event", "ClaimType E1 state", "b.ann")
    changed = attrs.evolve(document.claims[0], type="state")
    assert formats.read(tmp_path / "b.ann").claims == (changed,)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("T2\tSource 3 11\tThe port", "T2\tSource 4 12\tThe port", "line 2: 'The port' is not what stands there"),
        ("T2\tSource 3 11", "T2\tSource 3 9999", "line 2: 9999 lies behind the text"),
        ("T2\tSource 3 11", "T2\tSource 11 3", "line 2"),
        ("T3\tContent 17 24;27 37", "T3\tContent 17 29;27 37", "line 3"),
        ("Polarity E2 minus", "Polarity E2 no", "E2: 'no' is no value of Polarity"),
        ("E2\tClaim:T4", "E2\tClaim:T77", "its trigger T77 is missing"),
        ("A1\tQuote", "?1\tQuote", "line 5: no record of brat"),
    ],
)
def test_damage_is_an_error_with_its_place(old: str, new: str, said: str, folder: Path) -> None:
    """Offsets, values and records that do not fit are named with file and line or event."""
    _change(folder, old, new)
    with pytest.raises(FormatError, match=re.escape(said)) as caught:
        formats.read(folder / "a.ann")
    assert str(caught.value).startswith(str(folder / "a.ann"))


def test_the_text_has_to_be_the_one(folder: Path) -> None:
    """A missing or changed text is an error, as is brat through a pipe."""
    data = (folder / "a.ann").read_bytes()
    (folder / "a.txt").write_text("Another text.", "utf-8")
    with pytest.raises(FormatError, match="SHA-256"):
        formats.read(folder / "a.ann")
    (folder / "a.txt").unlink()
    with pytest.raises(FormatError, match=r"\.txt of the same name"):
        formats.read(folder / "a.ann")
    with pytest.raises(UsageError, match="cannot come through a pipe"):
        formats.loads(data, "brat")


def test_a_text_is_never_replaced(rich: Document, tmp_path: Path) -> None:
    """A .txt with other words is kept, even with force, and nothing else is written."""
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    for force in (False, True):
        with pytest.raises(UsageError, match="holds another text"):
            formats.write(rich, tmp_path / "a.ann", force=force)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.txt", "mine")]
    with pytest.raises(TextError, match="does not carry its text"):
        formats.write(attrs.evolve(rich, source=attrs.evolve(rich.source, text=None)), tmp_path / "b.ann")


def test_on_the_command_line(rich: Document, tmp_path: Path) -> None:
    """`claims convert` writes the four files and reads them back."""
    formats.write(rich, tmp_path / "rich.json")
    assert main(["convert", str(tmp_path / "rich.json"), str(tmp_path / "a.ann")]) == 0
    assert main(["convert", str(tmp_path / "a.ann"), str(tmp_path / "back.json")]) == 0
    assert (tmp_path / "back.json").read_bytes() == (tmp_path / "rich.json").read_bytes()
