"""How sure a claim is: between nought and one, less for what is odd."""

from __future__ import annotations

import attrs
import pytest

import claims
from claims.clauses import split
from claims.confidence import WEIGHTS, confidences, features
from claims.trees import Tree

PLAIN = "The crane fell."
LONG = (
    "The mayor, who had come to office in May, said on Friday that the crane had fallen and hit two cars, "
    "and the council, which owns them, asked for money because the owner had been warned."
)


def test_every_claim_says_how_sure_it_is(parse):
    """A chance, in hundredths."""
    tree = parse(LONG)
    found = confidences(tree, split(tree))
    assert len(found) > 4
    assert all(0 < chance < 1 and round(chance, 2) == chance for chance in found)


def test_plain_claims_are_surer(parse):
    """A short sentence is surer than any part of a long one that is split at many places."""
    (plain,) = confidences(parse(PLAIN), split(parse(PLAIN)))
    assert plain > 0.9
    assert plain > max(confidences(parse(LONG), split(parse(LONG))))


def test_doubt_of_the_parser_tells(parse):
    """Of two claims alike in all else, the one whose words the parser stumbled over is less sure."""
    tree = parse(PLAIN)
    doubtful = Tree(attrs.evolve(token, surprise=1.0) for token in tree)
    assert confidences(doubtful, split(doubtful)) < confidences(tree, split(tree))


@pytest.mark.parametrize("text", [PLAIN, LONG, "Divers in the bay on Friday"])
def test_every_feature_has_a_weight(parse, text):
    """No feature is left out of the sum, and none stands twice."""
    for found in features(parse(text), split(parse(text))):
        names = [name for name, _ in found]
        assert set(names) <= set(WEIGHTS)
        assert len(names) == len(set(names))


def test_claims_carry_it():
    """The document has it; a sentence without claims has none to give."""
    document = claims.annotate(PLAIN)
    assert [claim.confidence for claim in document.claims] == confidences_of(PLAIN)
    assert confidences_of("") == []


def confidences_of(text):
    """Return the confidences in an annotated text."""
    return [claim.confidence for claim in claims.annotate(text).claims]
