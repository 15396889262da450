"""Scores worked out by hand, and laws that hold for any two annotations."""

from __future__ import annotations

import attrs
import pytest
from annotated import TEXT, claim, document, link, quoted, words
from hypothesis import HealthCheck, given, settings
from strategies import documents

from claims.errors import UsageError
from claims.measures import Ruler, Tally, align, jaccard, score
from claims.model import Document, Source, Time
from claims.text import Extent, digest


def _score(gold: Document, given: Document, unit: str = "words") -> dict[str, Tally]:
    return score(align(gold, given, unit))  # type: ignore[arg-type]


def test_extents_by_hand() -> None:
    """Three gold claims, two given: one exact, one of four words out of five; interrupted words count as words."""
    gold = document([claim("1", [0, 1, 3]), claim("2", [4, 5, 6, 7, 8]), claim("3", [9])])
    given = document([claim("x", [4, 5, 6, 7]), claim("y", [0, 1, 3])])
    found = _score(gold, given)
    assert found["claims ≥ 0.5"] == found["claims ≥ 0.8"] == Tally(2, 3, 2)
    assert found["claims ≥ 1"] == Tally(1, 3, 2)
    assert found["claims, graded"] == Tally(1.8, 3, 2)
    assert (found["claims ≥ 1"].precision, found["claims ≥ 1"].recall) == (1 / 2, 1 / 3)
    assert found["claims ≥ 1"].f1 == pytest.approx(0.4)


def test_each_claim_is_matched_once() -> None:
    """Overlapping claims share no partner, and the matching is the one with the greatest sum."""
    gold = document([claim("1", [0, 1, 2, 3]), claim("2", [0, 1, 2])])
    given = document([claim("x", [0, 1, 2, 3])])
    assert _score(gold, given)["claims ≥ 0.5"] == Tally(1, 2, 1)
    both = document([claim("x", [0, 1, 2]), claim("y", [0, 1, 2, 3, 4])])
    # 1-y and 2-x: 4/5 + 1; 1-x and 2-y: 3/4 + 3/5.
    assert _score(gold, both)["claims, graded"].right == pytest.approx(1.8)


def test_signs_are_no_words() -> None:
    """Whether a full stop or a comma belongs to an extent makes no difference in words, but does in characters."""
    text = "It fell, they said."
    source = Source("a", digest(text), len(text), "en", text=text)
    one = Document(source, claims=(claim("1", [0]),))
    gold = attrs.evolve(one, claims=(attrs.evolve(one.claims[0], spans=Extent.of((0, 7))),))
    given = attrs.evolve(one, claims=(attrs.evolve(one.claims[0], spans=Extent.of((0, 8))),))
    assert _score(gold, given)["claims ≥ 1"].f1 == 1
    assert _score(gold, given, "characters")["claims ≥ 1"].f1 == 0
    assert _score(gold, given, "characters")["claims, graded"].f1 == pytest.approx(7 / 8)


def test_slots_and_labels_by_hand() -> None:
    """Slots are compared word by word, labels one by one, on matched claims only."""
    gold = document(
        [
            claim("1", [0, 1, 2, 3], who=[0, 1], predicate=[2], when=[3], edtf="2020", type="event"),
            claim("2", [5, 6], who=[5], predicate=[6], type="state", polarity="-"),
            claim("3", [9], who=[9]),
        ]
    )
    given = document(
        [
            claim("x", [0, 1, 2, 3], who=[1], predicate=[2], when=[3], edtf="2021", type="event"),
            claim("y", [5, 6], who=[5, 6], predicate=[], type="event", polarity="-"),
        ]
    )
    found = _score(gold, given)
    assert found["slot who"] == Tally(2, 3, 3)
    assert found["slot predicate"] == Tally(1, 2, 1)
    assert found["slot when"] == Tally(1, 1, 1)
    assert found["value when"] == Tally(0, 1, 1)
    assert found["label type"] == Tally(1, 2, 2)
    assert found["label polarity"] == Tally(2, 2, 2)
    assert found["slot where"].f1 is None


def test_nesting_by_hand() -> None:
    """An edge is right where both its ends are matched and stand in each other on both sides."""
    links = [link("o", [0], [1], [2, 3, 4, 5]), link("i", [2], [3], [4, 5], parent="o")]
    gold = document([claim("1", [4, 5], link="i"), claim("2", [2, 3], link="o", target="1")], links)
    assert _score(gold, gold)["nesting"] == Tally(3, 3, 3)
    assert _score(gold, gold)["relations"] == Tally(1, 1, 1)
    flat = document([claim("1", [4, 5], link="o"), claim("2", [2, 3], link="o")], links)
    # Lost: 1 in i. Kept: 2 in o, i in o.
    assert _score(gold, flat)["nesting"] == Tally(2, 3, 3)
    assert _score(gold, flat)["relations"] == Tally(0, 1, 0)
    alone = document([claim("1", [4, 5], link="i")], links[1:])
    assert _score(gold, attrs.evolve(alone, attributions=(attrs.evolve(links[1], parent=None),)))["nesting"] == Tally(
        1, 3, 1
    )


def test_parts_and_times_by_hand() -> None:
    """Attributions are known by all their words; times by exact extent, then by value."""
    gold = document([], [link("a", [0, 1], [2], [3, 4, 5, 6])], [Time("t", **quoted(8), type="DATE", value="2020")])
    given = document([], [link("b", [1], [2], [3, 4, 5])], [Time("u", **quoted(8), type="DATE", value="2021")])
    found = _score(gold, given)
    assert found["attributions ≥ 0.5"] == Tally(1, 1, 1)
    assert found["attributions ≥ 0.8"] == Tally(0, 1, 1)
    assert (found["part source"], found["part cue"], found["part content"]) == (
        Tally(1, 2, 1),
        Tally(1, 1, 1),
        Tally(3, 4, 3),
    )
    assert (found["times"], found["value time"]) == (Tally(1, 1, 1), Tally(0, 1, 1))


def test_what_cannot_be_compared() -> None:
    """Another text, or words without a text, are errors that say what to do."""
    with pytest.raises(UsageError, match="different texts"):
        align(document(), document(text="b"))
    silent = attrs.evolve(document(), source=attrs.evolve(document().source, text=None))
    with pytest.raises(UsageError, match="count characters"):
        align(silent, silent)
    assert score(align(silent, silent, "characters"))["claims ≥ 1"].f1 is None
    # One text is enough for two annotations of it.
    assert score(align(silent, document([claim("1", [0])])))["claims ≥ 1"] == Tally(0, 0, 1)


def test_units_of_an_extent() -> None:
    """A word counts where an extent touches it; a range between words has none."""
    ruler = Ruler.of(document().source, TEXT, "words")
    assert ruler.units(words(0, 1, 4)) == {0, 1, 4}
    assert ruler.units(Extent.of((1, 2))) == frozenset()
    assert ruler.length == 10
    joined = Ruler.of(document(text="re-use it").source, "re-use it", "words")
    assert joined.units(Extent.of((0, 2))) == joined.units(Extent.of((3, 6))) == {0}
    assert jaccard(frozenset(), frozenset()) == 1


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_an_annotation_agrees_with_itself(made: Document) -> None:
    """Everything that can be measured is 1 between a document and itself."""
    for name, tally in score(align(made, made)).items():
        assert tally.f1 is None or tally.f1 == pytest.approx(1), name


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_gold_and_given_change_places(made: Document) -> None:
    """The other way round, precision and recall change places and F1 stays."""
    other = attrs.evolve(made, claims=made.claims[1:], attributions=made.attributions[:1], times=made.times[1:])
    there, back = _score(made, other), _score(other, made)
    for name, tally in there.items():
        assert (tally.precision, tally.recall) == (back[name].recall, back[name].precision), name
