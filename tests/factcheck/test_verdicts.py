"""Verdicts are added, replaced and taken back; nothing is overwritten."""

from __future__ import annotations

from itertools import islice

import attrs
import pytest

from claims.checks import validate
from claims.errors import UsageError
from claims.factcheck import disagreements, history, judge, retract
from claims.factcheck.verdicts import free_ids
from claims.model import Annotator, Document, Evidence, Quotation, Scale, ScaleRating
from claims.scales import BASE, OPEN, SCALES, current, means, rating_of_claims, step
from claims.text import Span

LOG = Evidence("supports", "https://example.org/log")


def test_verdict_is_added(bridge: Document) -> None:
    """A verdict comes behind the others, signed; everything before it stays as it was."""
    judged = judge(
        bridge, "c1", "supported", evidence=[LOG], by="Ann Lee", at="2021-01-02", rationale="The log says so."
    )
    twice = judge(judged, "c2", "not_checkable", by="Ann Lee")
    assert bridge.verdicts == ()
    assert twice.verdicts[:1] == judged.verdicts
    assert [(row.id, row.claim, row.by, row.at) for row in twice.verdicts] == [
        ("v1", "c1", "p1", "2021-01-02"),
        ("v2", "c2", "p1", None),
    ]
    assert twice.annotators[1:] == (Annotator("p1", "person", "Ann Lee"),)
    assert validate(twice) == ()


@pytest.mark.parametrize("rating", sorted(set(BASE) - OPEN))
def test_ratings_need_evidence(bridge: Document, rating: str) -> None:
    """What is supported, refuted or conflicting has evidence; the other two base ratings can do without."""
    with pytest.raises(UsageError, match="needs evidence"):
        judge(bridge, "c1", rating)
    with pytest.raises(UsageError, match="needs a URL or a document"):
        judge(bridge, "c1", rating, evidence=[Evidence("supports")])
    for rating in OPEN:
        assert validate(judge(bridge, "c1", rating)) == ()


def test_scaled_rating_needs_evidence(bridge: Document) -> None:
    """A step of a scale needs evidence if what it means does."""
    with pytest.raises(UsageError, match="needs evidence"):
        judge(bridge, "c1", "Half true", scale="truth-6")
    assert judge(bridge, "c1", "Not Enough Evidence", scale="averitec").scales == (SCALES["averitec"],)


def test_own_verdict_is_replaced(bridge: Document) -> None:
    """A reviewer's new verdict supersedes their own on the same claim and slot, and nobody else's."""
    document = judge(bridge, "c1", "not_checkable", by="Ann")
    document = judge(document, "c1", "not_checkable", by="Bob")
    document = judge(document, "c1", "supported", slot="when", evidence=[LOG], by="Ann")
    document = judge(document, "c1", "supported", evidence=[LOG], by="Ann")
    assert [row.supersedes for row in document.verdicts] == [None, None, None, "v1"]
    assert [row.id for row in current(document)] == ["v2", "v3", "v4"]
    assert [row.id for row in history(document, document.verdicts[3])] == ["v1"]
    assert validate(document) == ()


def test_unsigned_verdicts_stand_side_by_side(bridge: Document) -> None:
    """Without a reviewer nothing tells whose verdict would be replaced, so that none is."""
    document = judge(judge(bridge, "c1", "not_checkable"), "c1", "not_enough_evidence")
    assert len(current(document)) == 2


def test_retraction(bridge: Document) -> None:
    """A verdict that is taken back no longer stands but can be read; it cannot be taken back twice."""
    document = retract(judge(bridge, "c1", "supported", evidence=[LOG], by="Ann"), "v1", rationale="wrong bridge")
    assert current(document) == ()
    assert document.verdicts[0].rating == "supported"
    assert (document.verdicts[1].by, document.verdicts[1].supersedes) == ("p1", "v1")
    assert validate(document) == ()
    with pytest.raises(UsageError, match="no longer stands"):
        retract(document, "v1")
    with pytest.raises(UsageError, match="itself takes"):
        retract(document, "v2")
    with pytest.raises(UsageError, match="has no verdict v9"):
        retract(document, "v9")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"claim": "c11"}, "no claim c11; did you mean c1"),
        ({"rating": "true"}, "is a step of the scale liar"),
        ({"rating": "blue"}, "no scale has it"),
        ({"rating": "6", "scale": "points-5"}, "no step of the scale points-5: 1, 2, 3, 4, 5"),
        ({"scale": "stars"}, "no scale stars; known are truth-6"),
        ({"slot": "where"}, "nothing in the slot where"),
        ({"by": " "}, "needs a name"),
        ({"by": Annotator("s1", "person", "Ann")}, "s1 of the reviewer .* is taken"),
        ({"supersedes": "v1"}, "v1 is a verdict on the slot when of c1"),
        ({"scale": Scale("c1", "Mine", (ScaleRating("not_checkable", "not_checkable"),))}, "c1 of the scale is taken"),
    ],
)
def test_bad_calls(bridge: Document, changes: dict[str, object], message: str) -> None:
    """A verdict that makes no sense is refused, and the message says what would."""
    document = judge(bridge, "c1", "supported", slot="when", evidence=[LOG])
    call = {"claim": "c1", "rating": "not_checkable", **changes}
    with pytest.raises(UsageError, match=message):
        judge(document, **call)  # type: ignore[arg-type]


def test_own_scale(bridge: Document) -> None:
    """A scale of one's own is declared with its first use; another one under its name is refused."""
    stars = Scale("stars", "Stars", (ScaleRating("one star", "refuted"),))
    document = judge(bridge, "c1", "one star", scale=stars, evidence=[LOG])
    document = judge(document, "c2", "one star", scale="stars", evidence=[LOG])
    assert document.scales == (stars,)
    assert {means(row, document.scales) for row in document.verdicts} == {"refuted"}
    with pytest.raises(UsageError, match="declares another scale stars"):
        judge(document, "c1", "one star", scale=attrs.evolve(stars, name="Other"), evidence=[LOG])


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.id)
def test_shipped_scales(bridge: Document, scale: Scale) -> None:
    """Every step of a shipped scale makes a verdict that validates; the step chosen for a base rating means it."""
    for row in scale.ratings:
        assert validate(judge(bridge, "c1", row.value, scale=scale.id, evidence=[LOG], by="Ann")) == ()
        plain = step(scale, row.means)
        assert plain is not None
        assert next(known.means for known in scale.ratings if known.value == plain) == row.means


def test_quote_gets_its_place(bridge: Document) -> None:
    """Quoted words of a text at hand get their extent and their surroundings; words that are not there are refused."""
    quote = Evidence("supports", None, "bridge", Quotation("4 May"))
    made = judge(bridge, "c1", "supported", evidence=[quote]).verdicts[0].evidence[0]
    assert made.spans is not None
    assert made.quote is not None
    assert made.spans.exact(bridge.source.text or "") == "4 May"
    assert made.quote.prefix == "The bridge closed on "
    with pytest.raises(UsageError, match="does not have"):
        judge(bridge, "c1", "supported", evidence=[attrs.evolve(quote, quote=Quotation("5 May"))])
    with pytest.raises(UsageError, match="2 places"):
        judge(bridge, "c1", "supported", evidence=[attrs.evolve(quote, quote=Quotation("closed"))])


def test_quote_of_another_text(bridge: Document) -> None:
    """A quote of a document that is not at hand stays as given; with its text it is checked."""
    quote = Evidence("supports", None, "minutes", Quotation("it closed"))
    assert judge(bridge, "c1", "supported", evidence=[quote]).verdicts[0].evidence == (quote,)
    texts = {"minutes": "On 4 May it closed."}
    made = judge(bridge, "c1", "supported", evidence=[quote], texts=texts).verdicts[0].evidence[0]
    assert made.spans is not None
    assert made.spans.hull == Span(9, 18)


def test_disagreements(bridge: Document) -> None:
    """Reviewers disagree where their standing verdicts mean different base ratings, whatever the scale."""
    document = judge(bridge, "c1", "supported", evidence=[LOG], by="Ann")
    document = judge(document, "c1", "SUPPORTS", scale="fever", evidence=[LOG], by="Bob")
    assert list(disagreements(document)) == []
    document = judge(document, "c1", "REFUTES", scale="fever", evidence=[LOG], by="Bob")
    assert [(row.claim, len(row.verdicts)) for row in disagreements(document)] == [("c1", 2)]


def test_disagreement_on_a_slot(bridge: Document) -> None:
    """Who finds a slot wrong disagrees with who supports the whole claim, but not with themselves or a refutation."""
    slot = judge(bridge, "c1", "refuted", slot="when", evidence=[LOG], by="Bob")
    document = judge(slot, "c1", "supported", evidence=[LOG], by="Ann")
    assert [(row.slot, len(row.verdicts)) for row in disagreements(document)] == [("when", 2)]
    assert rating_of_claims(document)["c1"] == "conflicting"
    for rating, by in (("refuted", "Ann"), ("supported", "Bob")):
        assert list(disagreements(judge(slot, "c1", rating, evidence=[LOG], by=by))) == []


def test_ids_are_free(bridge: Document) -> None:
    """New ids collide with nothing in the file, of whatever kind."""
    taken = attrs.evolve(bridge, annotators=(Annotator("v7", "person", "Vee"),))
    assert list(islice(free_ids(taken, "v"), 2)) == ["v8", "v9"]
