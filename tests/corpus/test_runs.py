"""Runs over a corpus: the same files whatever way they came about, and nothing done twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus_texts import HAZARD, Make, documents, failures, rows, text, tree, write_lines

import claims
from claims.corpus import Job, Limits, Settings, local, run, serial
from claims.corpus.files import locked
from claims.corpus.shards import kind_of
from claims.errors import FormatError, InputError, UsageError
from claims.formats import read_many


def test_parallel_is_serial(make: Make, plain: dict[str, bytes], tmp_path: Path) -> None:
    """Two workers make the bytes that one process makes; nothing else lies in the folder."""
    run(make(rows(range(40)), "parallel"), local(2))
    assert tree(tmp_path / "parallel") == plain
    assert sorted(plain) == ["manifest.jsonl", *(f"shard-00000{n}.jsonl" for n in range(3))]


def test_documents_are_those_of_annotate(make: Make, tmp_path: Path) -> None:
    """A document in a shard is the one that annotating its text alone gives."""
    run(make(rows(range(7))), serial)
    annotator = claims.Annotator("hazard_pipeline")
    alone = [annotator.annotate(text(n), "2020-12-20", id=f"t{n}") for n in range(7)]
    assert list(read_many(tmp_path / "out/shard-000000.jsonl")) == alone


def test_same_command_again(make: Make, hazard: Path, tmp_path: Path) -> None:
    """A finished corpus is left as it is, and no worker is started."""
    job = make(rows(range(40)))
    run(job, serial)
    before = tree(tmp_path / "out")
    hazard.write_text("")
    outcome = run(job, local(1))
    assert (outcome.state.texts, outcome.state.skipped) == (0, 40)
    assert tree(tmp_path / "out") == before
    assert hazard.read_text() == ""


@pytest.mark.parametrize(
    "later",
    [
        rows([*range(20), 777, *range(21, 40)]),
        rows([777, *range(40)]),
        rows(range(50)),
        rows(range(18)),
        rows(reversed(range(40))),
        rows(range(11, 40)),
    ],
    ids=["changed", "one in front", "more", "fewer", "turned round", "first gone"],
)
def test_input_that_changed(make: Make, tmp_path: Path, later: list[dict[str, str]]) -> None:
    """A run over changed input makes the files of a fresh run, and annotates only texts that are new."""
    run(make(rows(range(40))), serial)
    outcome = run(make(later), serial)
    assert outcome.state.texts == len({row["id"] for row in later} - {f"t{n}" for n in range(40)})
    run(make(later, "fresh"), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


@pytest.mark.parametrize("to", ["tei", "parquet"])
def test_input_that_changed_elsewhere(make: Make, tmp_path: Path, to: str) -> None:
    """The same holds for shards of other formats."""
    options = {"settings": Settings("hazard_pipeline", kind_of(to).carried), "to": to, "shard_size": 8}
    run(make(rows(range(20)), **options), serial)
    assert run(make(rows([77, *range(19)]), **options), serial).state.texts == 1
    run(make(rows([77, *range(19)]), "fresh", **options), serial)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_other_metadata_is_another_text(make: Make, tmp_path: Path) -> None:
    """A text whose date changed is annotated again: its times follow from it."""
    run(make(rows(range(10))), serial)
    later = [{**row, "published": "2021-01-01"} if row["id"] == "t3" else row for row in rows(range(10))]
    assert run(make(later), serial).state.texts == 1
    dates = [document.source.published for document in read_many(tmp_path / "out/shard-000000.jsonl")]
    assert dates == ["2020-12-20"] * 3 + ["2021-01-01"] + ["2020-12-20"] * 6


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ({"to": "parquet"}, "--to"),
        ({"shard_size": 7}, "--shard-size"),
        ({"settings": Settings("en_core_web_md")}, "--model"),
        ({"settings": Settings("hazard_pipeline", with_text=False)}, "texts"),
    ],
)
def test_other_options_are_refused(make: Make, tmp_path: Path, option: dict[str, object], words: str) -> None:
    """A corpus begun with other options is refused with the option's name, and stays as it is."""
    run(make(rows(range(5))), serial)
    before = tree(tmp_path / "out")
    with pytest.raises(UsageError, match=words):
        run(make(rows(range(9)), **option), serial)
    assert tree(tmp_path / "out") == before


def test_other_model_is_refused(make: Make, tmp_path: Path) -> None:
    """A model of the same name with other files is refused before a document of it is written."""
    run(make(rows(range(5))), serial)
    path = tmp_path / "out/manifest.jsonl"
    path.write_text(path.read_text("utf-8").replace('"version": "0.0.0"', '"version": "9.9.9"', 1), "utf-8")
    before = tree(tmp_path / "out")
    with pytest.raises(UsageError, match="model"):
        run(make(rows(range(9))), serial)
    assert tree(tmp_path / "out") == before


def test_limits_may_differ(make: Make) -> None:
    """Limits decide what fails, not what is written: a run may go on with others."""
    run(make(rows(range(5))), serial)
    assert run(make(rows(range(9)), limits=Limits(1, 100)), serial).totals["texts"] == 9


def test_two_runs_at_once(make: Make, tmp_path: Path) -> None:
    """The second run on a folder is refused and says who holds it; afterwards it may."""
    job = make(rows(range(3)))
    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"), pytest.raises(UsageError, match=r"another run \(process \d+\) is writing"):
        run(job, serial)
    assert run(job, serial).totals["texts"] == 3
    assert not (tmp_path / "out/.lock").exists()


def test_failures_are_set_aside(make: Make, tmp_path: Path) -> None:
    """A text that raises, one that cannot be read, and an id used twice are set aside; the others are there."""
    records = [*rows(range(20), **{"raise": 7}), {"id": "t3", "text": "Prices rose."}, {"id": "x"}]
    outcome = run(make(records), serial)
    assert failures(tmp_path / "out") == {"t7": "annotation", "t3": "input", "x": "input"}
    assert documents(tmp_path / "out") == [f"t{n}" for n in range(20) if n != 7]
    assert [failure.id for failure in outcome.failures] == ["t7", "t3", "x"]
    assert outcome.totals["failed"] == 3
    places = [json.loads(line)["place"] for line in (tmp_path / "out/failed.jsonl").read_text().splitlines()]
    assert [place.rpartition(":")[2] for place in places] == ["8", "21", "22"]


def test_failures_are_tried_again(make: Make, tmp_path: Path) -> None:
    """A failed text is left alone unless it is asked for or has changed; the others are not done twice."""
    run(make(rows(range(20), **{"raise": 7})), serial)
    assert run(make(rows(range(20), **{"raise": 7})), serial).state.texts == 0
    again = run(make(rows(range(20), **{"raise": 7})), serial, retry=True)
    assert (again.state.texts, again.state.skipped, again.state.failed) == (0, 19, 1)
    assert run(make(rows(range(20))), serial).state.texts == 1
    assert not (tmp_path / "out/failed.jsonl").exists()


@pytest.mark.parametrize(("size", "whole"), [(40, 78), (150, 0)], ids=["shard is whole", "shard is not whole"])
def test_too_many_failures(make: Make, tmp_path: Path, size: int, whole: int) -> None:
    """Beyond the number of failures that is allowed the run stops and names them; whole shards stand."""
    records = rows(range(160), **{"raise": 60})
    records[61]["published"] = "soon"
    outcome = run(make(records, shard_size=size), serial, max_failures=1)
    assert outcome.stopped
    assert outcome.totals["texts"] == whole
    assert set(failures(tmp_path / "out")) == {failure.id for failure in outcome.failures} == {"t60", "t61"}
    assert not run(make(records, shard_size=size), serial, max_failures=2).stopped
    assert len(failures(tmp_path / "out")) == 2


def test_no_text_at_all(tmp_path: Path) -> None:
    """Input without a text is refused, and a corpus that is there is not emptied by it."""
    (tmp_path / "in").mkdir()
    write_lines(tmp_path / "in/a.jsonl", rows(range(3)))
    job = Job((str(tmp_path / "in"),), str(tmp_path / "out"), settings=HAZARD)
    run(job, serial)
    before = tree(tmp_path / "out")
    (tmp_path / "in/a.jsonl").unlink()
    with pytest.raises(InputError, match="no text"):
        run(job, serial)
    assert tree(tmp_path / "out") == before


def test_without_text(make: Make, tmp_path: Path) -> None:
    """The texts can be left out; resuming still knows their documents."""
    settings = Settings("hazard_pipeline", with_text=False)
    run(make(rows(range(50)), settings=settings), serial)
    assert all(document.source.text is None for document in read_many(tmp_path / "out/shard-000000.jsonl"))
    assert run(make(rows(range(1, 50)), settings=settings), serial).state.texts == 0
    with pytest.raises(UsageError, match="TEI"):
        run(make(rows(range(5)), "tei", settings=settings, to="tei"), serial)


def test_foreign_folder(make: Make, tmp_path: Path) -> None:
    """A folder with shards of unknown making, or a manifest of another kind, is refused."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/shard-000000.jsonl").write_text("mine\n")
    with pytest.raises(UsageError, match=r"no manifest\.jsonl"):
        run(make(rows(range(3))), serial)
    (tmp_path / "out/manifest.jsonl").write_text('{"format": "other"}\n')
    with pytest.raises(FormatError, match="no manifest of format"):
        run(make(rows(range(3))), serial)
    assert (tmp_path / "out/shard-000000.jsonl").read_text() == "mine\n"


@pytest.mark.parametrize("file", ["../in.jsonl", "/etc/passwd", "..", ""])
def test_manifest_names_no_other_folder(make: Make, tmp_path: Path, file: str) -> None:
    """A manifest that names a file outside of its folder is refused."""
    run(make(rows(range(3))), serial)
    path = tmp_path / "out/manifest.jsonl"
    path.write_text(path.read_text("utf-8").replace("shard-000000.jsonl", file), "utf-8")
    with pytest.raises(FormatError, match="no name of a shard"):
        run(make(rows(range(3))), serial)


def test_lost_shard(make: Make, plain: dict[str, bytes], tmp_path: Path) -> None:
    """A shard that is gone or cut short is made again, and only that."""
    job = make(rows(range(40)), "plain")
    (tmp_path / "plain/shard-000001.jsonl").unlink()
    assert run(job, serial).state.texts == 16
    path = tmp_path / "plain/shard-000002.jsonl"
    path.write_bytes(path.read_bytes()[:-10])
    assert run(job, serial).state.texts == 1
    assert tree(tmp_path / "plain") == plain


def test_tei_corpus(make: Make, tmp_path: Path) -> None:
    """As TEI there is a file a text, lossless, and a teiCorpus that includes them all."""
    from lxml import etree

    records = rows(range(50))
    run(make(records, to="tei", settings=Settings("hazard_pipeline", "tei")), serial)
    run(make(records, "lines"), serial)
    files = sorted(path for path in (tmp_path / "out").glob("shard-*/*.xml") if path.name != "corpus.xml")
    lines = [line for path in sorted((tmp_path / "lines").glob("shard-*")) for line in read_many(path)]
    assert [claims.read(path) for path in files] == lines
    corpus = etree.parse(tmp_path / "out/corpus.xml")
    corpus.xinclude()
    space = "{http://www.tei-c.org/ns/1.0}"
    assert len(corpus.findall(f"{space}teiCorpus/{space}TEI")) == 50


def test_parquet_corpus(make: Make, tmp_path: Path) -> None:
    """As Parquet, a shard holds the documents that the lines hold."""
    run(make(rows(range(32)), to="parquet"), serial)
    run(make(rows(range(32)), "lines"), serial)
    found = [list(read_many(tmp_path / f"out/shard-00000{n}.parquet")) for n in range(2)]
    assert found == [list(read_many(tmp_path / f"lines/shard-00000{n}.jsonl")) for n in range(2)]
    assert sorted(tree(tmp_path / "out")) == ["manifest.jsonl", "shard-000000.parquet", "shard-000001.parquet"]
