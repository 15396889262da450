"""What a corpus holds, in numbers: each is the one that the documents themselves give."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from corpus_texts import Make, rows
from lxml import html

import claims
from claims.cli.main import main
from claims.corpus import run, serial, statistics
from claims.corpus.documents import stored
from claims.corpus.statistics_page import statistics_page
from claims.errors import FormatError, InputError
from claims.formats import read_many, write_many

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def documents() -> list[claims.Document]:
    """Annotate the seeds with the real model."""
    annotator = claims.Annotator()
    names = ("brief", "harbour-quotes")
    return [annotator.annotate((SEEDS / f"{name}.txt").read_bytes().decode(), "2021-03-03", id=name) for name in names]


@pytest.fixture(scope="module")
def lines(documents: list[claims.Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write them as JSON lines."""
    path = tmp_path_factory.mktemp("lines") / "seeds.jsonl"
    write_many(documents, path)
    return path


def test_numbers(documents: list[claims.Document], lines: Path) -> None:
    """Totals and tables are those counted from the model."""
    found = statistics.statistics(stored([str(lines)]))
    every = [claim for document in documents for claim in document.claims]
    assert found.totals["texts"] == 2
    assert found.totals["claims"] == len(every)
    assert found.totals["sentences"] == sum(len(document.sentences) for document in documents)
    assert found.totals["words"] == sum(len((document.source.text or "").split()) for document in documents)
    assert found.totals["attributed claims"] == sum(bool(claim.attribution) for claim in every) > 0
    assert found.totals["claims with a date"] == sum(any(when.edtf for when in claim.when) for claim in every) > 0
    assert found.tables["claim types"] == Counter(claim.type for claim in every)
    cues = [link.cue for document in documents for link in document.attributions if link.cue]
    assert found.tables["cues"] == Counter(cue.lemma for cue in cues)
    per = Counter(
        sum(claim.sentence == sentence.id for claim in document.claims)
        for document in documents
        for sentence in document.sentences
    )
    assert found.tables["claims per sentence"] == {str(number): per[number] for number in sorted(per)}
    assert found.figures["claims a sentence"] == len(every) / found.totals["sentences"]
    assert found.tables["years"] == {"2021": 2}


def test_sources_go_by_their_entity(lines: Path) -> None:
    """A source is counted under its entity's name, however it is mentioned."""
    found = statistics.statistics(stored([str(lines)]))
    assert found.tables["sources"]["Tom Averill"] > 1
    assert sum(found.tables["source types"].values()) == found.totals["attributions"]


def test_verdicts_that_stand(tmp_path: Path, lines: Path) -> None:
    """Superseded verdicts are not counted; ratings of a declared scale count as what they mean."""
    data = claims.to_dict(next(iter(read_many(lines))))
    claim = data["claims"][0]["id"]
    data["scales"] = [{"id": "s", "name": "Five", "ratings": [{"value": "true", "means": "supported"}]}]
    data["verdicts"] = [
        {"id": "v1", "claim": claim, "rating": "refuted", "evidence": []},
        {"id": "v2", "claim": claim, "rating": "true", "scale": "s", "evidence": [], "supersedes": "v1"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(data) + "\n", "utf-8")
    found = statistics.statistics(stored([str(path)]))
    assert found.tables["verdicts"] == {"supported": 1}
    assert found.totals["claims with a verdict"] == 1


def test_any_format_and_folder(make: Make, tmp_path: Path) -> None:
    """Numbers are the same whether a corpus is read by its folder, its shards, or as another format."""
    run(make(rows(range(50))), serial)
    run(make(rows(range(50)), "arrow", to="parquet"), serial)
    shards = sorted(str(path) for path in (tmp_path / "out").glob("shard-*"))
    first, *others = (
        statistics.statistics(stored(paths)) for paths in ([str(tmp_path / "out")], shards, [str(tmp_path / "arrow")])
    )
    assert first.totals["texts"] == 50
    assert others == [first, first]


def test_names_without_end(monkeypatch: pytest.MonkeyPatch, lines: Path) -> None:
    """Where there are more names than are kept, the frequent ones stay."""
    whole = statistics.statistics(stored([str(lines)]))
    monkeypatch.setattr(statistics, "MOST_NAMES", 2)
    cut = statistics.statistics(stored([str(lines)] * 3))
    top = whole.top("cues", 1)[0]
    assert cut.tables["cues"][top[0]] == 3 * top[1]
    assert len(cut.tables["cues"]) <= 4 < len(whole.tables["cues"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"format": "claims/1.0"}', "no whole claim file"),
        ('{"format": "claims/1.0", "source": {"language": "en"}, "claims": [7]}', "no whole claim file"),
        ('{"a": 1}', "format"),
        ("[" * 2000, "nested"),
    ],
)
def test_no_claim_file(tmp_path: Path, content: str, words: str) -> None:
    """What is no claim file is named with its line."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"\n{content}\n")
    with pytest.raises(FormatError, match=words) as caught:
        statistics.statistics(stored([str(path)]))
    assert f"{path}:2" in str(caught.value)


def test_folder_without_claims(tmp_path: Path) -> None:
    """A folder without claim files, and a listed shard that is gone, are errors that say so."""
    with pytest.raises(InputError, match="neither a corpus nor claim files"):
        list(stored([str(tmp_path)]))


def test_lost_shard_is_said(make: Make, tmp_path: Path) -> None:
    """A shard that is listed but gone is not passed over."""
    run(make(rows(range(3))), serial)
    (tmp_path / "out/shard-000000.jsonl").unlink()
    with pytest.raises(InputError, match="listed but not there"):
        list(stored([str(tmp_path / "out")]))


def test_page(lines: Path) -> None:
    """The page shows the numbers, has a plot with a bar for each number of claims, and is the same every time."""
    found = statistics.statistics(stored([str(lines)]))
    page = statistics_page(found, "Seeds <3")
    assert statistics_page(found, "Seeds <3") == page
    root = html.fromstring(page)
    assert root.findtext(".//h1") == "Seeds <3"
    plot = root.xpath("//section[@id='density']//svg")[0]
    titles = [rect.findtext("title") for rect in plot.iter("rect")]
    counts = found.tables["claims per sentence"].items()
    wanted = {f"{name}: {number:,}" for name, number in counts if int(name) < 24}
    assert wanted <= set(titles)
    assert root.xpath("//section[@id='verdicts']/p")[0].text == "No claim has a verdict."
    assert "Tom Averill" in page
    assert not re.search(r"(src|href)=\"(?!#)", page)


def test_page_of_odd_numbers() -> None:
    """Tables without rows, long tails and many years are drawn, too."""
    totals = dict.fromkeys(statistics.TOTALS, 0)
    tables = {name: {} for name in statistics.TABLES}
    assert "<h1>" in statistics_page(statistics.Statistics(totals, tables), "Nothing")
    tables["claims per sentence"] = {"0": 3, "400": 1}
    tables["years"] = {"1800": 1, "2020": 5, "unknown": 2}
    page = html.fromstring(statistics_page(statistics.Statistics(totals, tables), "Long"))
    titles = [title.text for title in page.iter("title")]
    assert {"24+: 1", "2020: 5", "1997: 0"} <= set(titles)


def test_command(lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines with tabs in a pipe, a table where asked for, JSON, and a page."""
    assert main(["corpus", "stats", str(lines)]) == 0
    out = capsys.readouterr().out
    assert all(len(line.split("\t")) == 3 for line in out.splitlines())
    assert "totals\ttexts\t2" in out
    assert main(["corpus", "stats", str(lines), "--color", "always"]) == 0
    assert "▇" in capsys.readouterr().out
    assert main(["corpus", "stats", str(lines), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["texts"] == 2
    page = tmp_path / "a.html"
    assert main(["corpus", "stats", str(lines), "--html", str(page)]) == 0
    assert main(["corpus", "stats", str(lines), "--html", str(page)]) == 2
    assert "--force" in capsys.readouterr().err
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
