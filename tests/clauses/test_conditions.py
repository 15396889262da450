"""Conditions and concessions: the consequent keeps their words and is tied to them."""

from __future__ import annotations

import pytest

from claims.analysis import Link, Words
from claims.attribution.factuality import certainty
from claims.clauses import Marks, split
from claims.repair import mended

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
    "Norway will leave the bloc should talks fail.": ("condition", None, "should talks fail"),
    "Were the treaty to lapse, both sides would rearm.": ("condition", None, "Were the treaty to lapse"),
    "Had the pilot not warned them, dozens would have died.": (
        "condition",
        None,
        "Had the pilot not warned them",
    ),
    "Irrespective of age, all members voted.": ("concession", None, "Irrespective of age"),
    "For all its faults, the treaty has kept the peace.": ("concession", None, "For all its faults"),
    "Though tired, the crew sailed on.": ("concession", None, "Though tired"),
    "Nevertheless, the march went ahead.": ("concession", None, "Nevertheless"),
    "So long as the war lasts, the port will be shut.": ("condition", None, "So long as the war lasts"),
    "In case of a storm, the port will be shut.": ("condition", None, "In case of a storm"),
    "Depending on the weather, the ship will sail.": ("condition", None, "Depending on the weather"),
    "Barring a storm, the ship will sail.": ("condition", "unless", "Barring a storm"),
    "But for the storm, the ship would have sailed.": ("condition", "unless", "But for the storm"),
    "Without rain, the crops will fail.": ("condition", "unless", "Without rain"),
    "No matter who wins, the port will be shut.": ("condition", "even-if", "No matter who wins"),
    "Whether or not the union signs, the port will be shut.": (
        "condition",
        "even-if",
        "Whether or not the union signs",
    ),
    "Otherwise, the dam will burst.": ("condition", "unless", "Otherwise"),
    "Notwithstanding the protests, the bridge was closed.": ("concession", None, "Notwithstanding the protests"),
    "The bridge was closed despite the protests.": ("concession", None, "despite the protests"),
    "The bridge was closed in spite of protests.": ("concession", None, "in spite of protests"),
    "The bridge was closed regardless of the protests.": ("concession", None, "regardless of the protests"),
}


@pytest.mark.parametrize("sentence", TIES)
def test_tie_with_bare_words(sentence, parse):
    """A condition makes no claim of its own, nor does a concession without a verb: the claim is tied to the words."""
    tree = mended(parse(sentence))
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
        "He will speak without notes.",
        "Without a word, he left.",
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


def test_otherwise_is_tied_to_the_clause_before(parse):
    """What comes otherwise comes unless the clause before it holds, and is not certain."""
    tree = parse("The firm has to pay; otherwise the court will seize its ships.")
    first, second = split(tree)
    assert [(tie.type, tie.target, tie.value) for tie in second.ties] == [("condition", first.head, "unless")]
    assert certainty(tree, second) == "U"


def test_condition_inside_a_quotation(parse):
    """A fronted condition does not make a question of what is said."""
    tree = parse('"If the rain goes on, the dam will burst," Berg said.')
    marks = Marks((Link(Words(0, (14,)), Words(0, (13,)), "named", (Words(0, tuple(range(1, 11))),), "direct", "say"),))
    assert [tree.words(clause.predicate) for clause in split(tree, 0, marks)] == ["will burst", "said"]
