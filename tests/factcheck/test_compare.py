"""Claims are compared slot by slot; one difference is a conflict, two are two events."""

from __future__ import annotations

import doctest
from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest

from claims.errors import UsageError
from claims.factcheck import Suggestion, compare, judge_named, statements
from claims.pipeline import Annotator


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """Share one pipeline."""
    return Annotator()


def _pair(annotator: Annotator, one: str, other: str) -> Suggestion | None:
    sides = [annotator.annotate(text, "2020-06-05", id=name) for text, name in ((one, "a"), (other, "b"))]
    found = [it for it in compare(sides) if it.one.document != it.other.document]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Gunmen killed three soldiers at a checkpoint near Kirkuk on Sunday.",
            "At least five soldiers were killed by gunmen at a checkpoint near Kirkuk on Sunday.",
            "number",
        ),
        ("Inflation in Turkey did not fall in March.", "Inflation in Turkey fell in March.", "polarity"),
        ("The city council approved the stadium.", "The city council rejected the stadium.", "what"),
        ("Maria Lopez won the Lisbon marathon.", "The Lisbon marathon was won by Jane Keller.", "who"),
        ("The new metro line opened in 2003.", "The new metro line opened in 2005.", "when"),
        ("The museum's director was sacked.", "The museum's director may have been sacked.", "certainty"),
        ("Officials say the malaria vaccine is safe.", "The malaria vaccine is safe.", "attribution"),
        ("The city library's safe was stolen in Bruges.", "The city library's safe was stolen in Namur.", "where"),
        ("About 300 people were evacuated from the school in Ghent.",
         "Some 320 people were evacuated from the school in Ghent.", "agreement"),
        ("The comet passed the sun on 3 June 2020.", "The sun was passed by the comet on Wednesday.", "duplicate"),
        ("The army lost two helicopters in the fighting.", "The army lost seven tanks in the fighting.", None),
        ("Two people died when a bus overturned near Split.", "Five people died when a barge sank near Split.", None),
        ("The minister visited Oslo in May.", "The minister visited Bergen in June.", None),
        ("In the past small boats have rammed the pier in Cork.", "Boats rammed the pier in Cork on Sunday.", None),
        ("Kestrel lost 4 million euros in May.", "Kestrel's shipyard in Gdynia lost 9 million euros in May.", None),
        ("The gunners shelled Tarn in May.", "The gunners shelled Tarn in August.", None),
        ("The town hall of Tarn was opened in May 2019.", "The town hall of Tarn was opened in August 2019.", "when"),
        ("Kestrel was founded in May 1999.", "Kestrel founded a school in Gdynia in August 2004.", None),
        ("Some trains from Tarn to Gdynia were late.", "Most trains from Tarn to Gdynia were not late.", None),
        ("Ida Lund was forced to sell the farm in Tarn.", "Ida Lund was not forced to leave the farm in Tarn.", None),
        ("Ida Lund ought to sell the farm in Tarn.", "Ida Lund did not sell the farm in Tarn.", None),
        ("Ida Lund failed to sell the farm in Tarn.", "Ida Lund sold the farm in Tarn.", "polarity"),
        ("Ida Lund said the farm in Tarn was sold.", "Ida Lund said the school was closed.", None),
        ("The crane landed in Lima because of a storm.", "The crane landed in Quito because of a storm.", "where"),
        ("The order was worth 15 million euros.", "The order by the Kestrel shipyard was worth 6 million euros.", None),
        ("If it rains, the parade in Cork will be cancelled.", "The parade in Cork will not be cancelled.", None),
    ],
)  # fmt: skip
def test_pairs(annotator: Annotator, one: str, other: str, expected: str | None) -> None:
    """What differs is named; the order of the two does not matter."""
    for left, right in ((one, other), (other, one)):
        found = _pair(annotator, left, right)
        assert (found and (found.slot or found.relation)) == expected
        if found and found.slot:
            assert found.slot in found.reason


def test_conflicts_within_a_sentence(annotator: Annotator) -> None:
    """The parts of one sentence do not contradict each other, nor does a source that names one part only."""
    both = "The Lisbon marathon was won by Jane Keller and by Maria Lopez."
    assert all(it.relation != "conflict" for it in compare([annotator.annotate(both, "2020-06-05")]))
    found = _pair(annotator, both, "Maria Lopez won the Lisbon marathon.")
    assert found is None or found.relation != "conflict"


def test_parts_of_a_sentence(annotator: Annotator) -> None:
    """What the parts of one sentence share is nothing that was found out."""
    text = "The flight ban on Kestrel Air and the flight ban on Tarn Air were lifted on Friday in Gdynia."
    assert compare([annotator.annotate(text, "2020-06-05")]) == []


def test_other_scene(annotator: Annotator) -> None:
    """The order of one text is not that of another that names other people and places."""
    one = (
        "Kestrel and Tarn Air of Poland met in Gdynia. The order is worth 3 million euros, a spokesman of Kestrel said."
    )
    other = "Holm Lines and Varn Post of Denmark met in Odense. The order is worth 8 million euros."
    sides = [annotator.annotate(text, "2020-06-05", id=name) for text, name in ((one, "a"), (other, "b"))]
    assert not [it for it in compare(sides) if it.relation == "conflict"]


def test_years_between(annotator: Annotator) -> None:
    """Undated events of texts from different years are different events."""
    texts = [("Three miners of the Karst pit were killed by the blast.", "2011-02-01"),
             ("Nine miners of the Karst pit were killed by the blast.", "2020-02-01")]  # fmt: skip
    documents = [annotator.annotate(text, day, id=day) for text, day in texts]
    assert compare(documents) == []
    near = [documents[0], annotator.annotate(texts[1][0], "2011-02-03", id="near")]
    assert [it.slot for it in compare(near)] == ["number"]


def test_beginning(annotator: Annotator) -> None:
    """What began in May has been going on since May."""
    text = "The rocket attacks began in May 2019. Militias have hit the base with rocket attacks since May 2019."
    found = compare([annotator.annotate(text, "2020-06-05")])
    assert [(it.relation, it.one.claim != it.other.claim) for it in found] == [("agreement", True)]


def test_order_and_repeat(annotator: Annotator) -> None:
    """Conflicts come first, and the same files give the same list."""
    one = annotator.annotate(
        "The dam at Orel burst on Monday. Nine people of Orel died in the flood.", "2020-06-05", id="a"
    )
    two = annotator.annotate(
        "The dam at Orel burst on Monday. Two people of Orel died in the flood.", "2020-06-05", id="b"
    )
    found = compare([one, two])
    assert [it.relation for it in found] == ["conflict", "duplicate"]
    assert compare([one, two]) == found


def test_without_text(annotator: Annotator) -> None:
    """A claim file without its text can be compared; with the text beside it, pronouns are known."""
    document = annotator.annotate(
        "The mayor of Split resigned. She left the mayor's party on Friday.", "2020-06-05", id="a"
    )
    bare = attrs.evolve(document, source=attrs.evolve(document.source, text=None))
    assert [it.event for it in statements(bare)] == [it.event for it in statements(document)]
    assert statements(bare, document.source.text) == statements(document)


def test_judges() -> None:
    """A judge that is not installed is a clear error."""
    assert judge_named("rules")
    with pytest.raises(UsageError, match="no judge 'oracle'; known are rules"):
        judge_named("oracle")


def test_own_judge(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    """A judge of another package is found by its entry point, and its opinions are marked with its name."""
    entry = EntryPoint("same", "claims.factcheck.rules:compare", "claims.judges")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    document = annotator.annotate("It rained in Lima on Friday. It rained in Lima on Friday.", "2020-06-05")
    assert [it.judge for it in compare([document], judge="same")] == ["same"]


def test_page() -> None:
    """The example of docs/factcheck.md prints what stands there."""
    page = Path(__file__).parents[2] / "docs/factcheck.md"
    result = doctest.testfile(str(page), module_relative=False)
    assert result.attempted > 3
    assert result.failed == 0
