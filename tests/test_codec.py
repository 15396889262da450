"""Plain data and back: strict, ordered, versioned."""

from __future__ import annotations

import json
import warnings

import pytest
from hypothesis import given, settings
from strategies import documents

from claims import codec, model
from claims.errors import FormatError
from claims.text import Extent, Span


def document(**changes):
    """Build a small document with one claim."""
    mention = model.Mention(Extent.of((0, 4)), "They")
    what = model.What(model.Predicate(Extent.of((5, 9)), "left", "leave", Span(5, 9)))
    claim = model.Claim(
        "c1", "s1", Extent.of((0, 9)), "They left.", "event", "fact", (mention,), what,
        certainty=(model.Certainty("author", "CT+"),),
    )  # fmt: skip
    source = model.Source("t", "0" * 64, 10, "en", text="They left.")
    return model.Document(source, sentences=(model.Sentence("s1", Span(0, 10), 0, "body"),), claims=(claim,), **changes)


@pytest.mark.property
@settings(max_examples=60, deadline=None)
@given(documents())
def test_plain_data_gives_an_equal_document(doc):
    """from_dict is the inverse of to_dict, also through JSON text."""
    assert codec.from_dict(json.loads(json.dumps(codec.to_dict(doc)))) == doc


def test_shapes_of_the_contract():
    """Ranges are pairs, extents lists of pairs, certainties one mapping, and the format leads."""
    data = codec.to_dict(document())
    claim = data["claims"][0]
    assert next(iter(data)) == "format"
    assert claim["spans"] == [[0, 9]]
    assert claim["what"]["predicate"]["head"] == [5, 9]
    assert claim["certainty"] == {"author": "CT+"}
    assert claim["when"] == [] == claim["edits"]
    assert "confidence" not in claim
    assert "unresolved" not in claim


@pytest.mark.parametrize(
    ("place", "value", "pointer"),
    [
        (("claims", 0, "spans"), [[0, "9"]], "/claims/0/spans"),
        (("claims", 0, "spans"), [[9, 0]], "/claims/0/spans"),
        (("claims", 0, "spans"), [[0, True]], "/claims/0/spans"),
        (("claims", 0, "polarity"), "?", "/claims/0/polarity"),
        (("claims", 0, "text"), 7, "/claims/0/text"),
        (("claims", 0, "certainty"), [], "/claims/0/certainty"),
        (("source", "length"), 10.0, "/source/length"),
        (("sentences",), None, "/sentences"),
    ],
)
def test_wrong_types_are_refused_with_their_place(place, value, pointer):
    """No value is bent into shape; the error names the field."""
    data = json.loads(json.dumps(codec.to_dict(document())))
    target = data
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = value
    with pytest.raises(FormatError) as caught:
        codec.from_dict(data)
    assert caught.value.place == pointer


def test_unknown_fields_are_refused_in_1_0_and_passed_over_later():
    """A typing error does not vanish; a later minor version still opens, with a warning."""
    data = codec.to_dict(document())
    data["claims"][0]["spanz"] = []
    with pytest.raises(FormatError, match="spanz"):
        codec.from_dict(data)
    data["format"] = "claims/1.7"
    with pytest.warns(UserWarning, match=r"claims/1\.7"):
        assert codec.from_dict(data).claims == document().claims


@pytest.mark.parametrize("version", ["claims/2.0", "claims", None, 1, "claims/1"])
def test_other_versions_are_refused(version):
    """Only 1.x is read."""
    with pytest.raises(FormatError), warnings.catch_warnings():
        codec.from_dict({"format": version})
