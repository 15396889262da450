"""Conditions and concessions: the consequent keeps their words and is tied to them."""

from __future__ import annotations

import pytest

from claims.attribution.factuality import certainty
from claims.clauses import split

#: Sentence to the tie of its one claim: type, value, words.
TIES = {
    "The embassy will close if the attacks go on.": ("condition", None, "if the attacks go on"),
    "The embassy will close unless the attacks stop.": ("condition", "unless", "unless the attacks stop"),
    "Even if the attacks stop, the embassy will close.": ("condition", "even-if", "Even if the attacks stop"),
    "Provided that the attacks stop, the embassy will stay.": (
        "condition",
        None,
        "Provided that the attacks stop",
    ),
    "As long as the war goes on, the port will remain shut.": ("condition", None, "As long as the war goes on"),
    "The embassy will close only when the attacks stop.": ("condition", None, "only when the attacks stop"),
    "The firm will pay on condition that the union signs.": ("condition", None, "on condition that the union signs"),
    "The embassy will close in case the attacks resume.": ("condition", None, "in case the attacks resume"),
    "Should the wind drop, the crane will be moved.": ("condition", None, "Should the wind drop"),
    "Had the train come later, many would have died.": ("condition", None, "Had the train come later"),
    "The bridge was closed despite the protests.": ("concession", None, "despite the protests"),
    "The bridge was closed in spite of protests.": ("concession", None, "in spite of protests"),
    "The bridge was closed regardless of the protests.": ("concession", None, "regardless of the protests"),
}


@pytest.mark.parametrize("sentence", TIES)
def test_tie_with_bare_words(sentence, parse):
    """A condition makes no claim of its own, nor does a concession without a verb: the claim is tied to the words."""
    tree = parse(sentence)
    (clause,) = split(tree)
    ((kind, value, words),) = [(tie.type, tie.value, tree.words(tie.tokens)) for tie in clause.ties]
    assert (kind, value, words) == TIES[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy keeps guards in case the attacks resume.",
        "The man spoke on condition that he was not named.",
        "He stayed as long as the war lasted.",
        "He left only when the police came.",
    ],
)
def test_what_is_done_depends_on_nothing(sentence, parse):
    """Where the host has no modal verb, "in case", "as long as" and "only when" put no condition on it."""
    assert not [tie for clause in split(parse(sentence)) for tie in clause.ties if tie.type == "condition"]


def test_even_if_leaves_the_consequent_certain(parse):
    """A consequent depends on its condition, but not on what "even if" grants."""
    found = {}
    for signal in ("if", "even if", "unless"):
        tree = parse(f"The embassy will close {signal} the attacks stop.")
        (clause,) = split(tree)
        found[signal] = certainty(tree, clause)
    assert found == {"if": "U", "even if": "CT", "unless": "U"}


def test_what_is_only_supposed_is_not_split_off(parse):
    """A relative inside a condition makes no claim: nobody says that the day came."""
    tree = parse("The chief will resign if a day comes when he can no longer work.")
    assert len(split(tree)) == 1
