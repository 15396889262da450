"""Verbs that the rules leave inside a claim: who does what there, and what makes no claim even so."""

from __future__ import annotations

import pytest
from claim_rows import rows

from claims.clauses import Marks, split, split_verbs
from claims.trees import Tree

CASES = {
    # Restrictive clauses, with the noun where they leave it out.
    "They used pumps that are mounted on trucks.": ["pumps | are mounted | on trucks"],
    "She sold a boat built in Genoa.": ["a boat | built | in Genoa"],
    "He read the book she wrote.": ["she | wrote | the book"],
    "He read the book that she wrote.": ["she | wrote | the book"],
    "He saw the bridge she jumped from.": ["she | jumped | the bridge from"],
    "He saw the bridge from which she jumped.": ["she | jumped | the bridge from"],
    "He liked the way she sang.": ["she | sang |"],
    "He saw the hall where she sang.": ["she | sang |"],
    "They hired guides who speak Greek and have passed a test.": [
        "guides | speak | Greek",
        "guides | have passed | a test",
    ],
    # Verbs that melt are one.
    "She left a house that he had tried to sell.": ["he | had tried to sell | a house"],
    # What is allowed or planned, and who would do it.
    "The law allows them to stay.": ["them | to stay |"],
    "The plan gave the towns the power to tax ships.": ["the towns | to tax | ships"],
    "He dropped plans to build a mill.": ["He | to build | a mill"],
    "They were fined for selling milk.": ["They | selling | milk"],
    # Nothing is left over, or it is only supposed.
    "The crane fell and hit a wall.": [],
    "The mill will close if the dam breaks.": [],
}


@pytest.mark.parametrize("sentence", CASES)
def test_inner_verbs(sentence, parse):
    """The verbs left inside make just these claims; those by the rules stay as they are."""
    tree = parse(sentence)
    claimed, inside = split_verbs(tree, 0, Marks())
    assert sorted(rows(tree, inside)) == sorted(CASES[sentence])
    assert claimed == split(tree)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("She sold a boat built in Genoa.", "inner clause"),
        ("The law allows them to stay.", "inner nonfinite"),
        ("They were fined for selling milk.", "inner nonfinite"),
    ],
)
def test_what_nobody_says_happens_has_a_name(sentence, rule, parse):
    """An infinitive and a gerund are left open, a participle of a noun is told."""
    _, inside = split_verbs(parse(sentence), 0, Marks())
    assert [clause.rule for clause in inside] == [rule]


def test_a_sentence_that_the_rules_pass_over_is_covered(parse):
    """Where only an inner verb makes a claim, it takes the other words."""
    tree = parse("Without such a pledge our party will stand alone.")
    claimed, inside = split_verbs(tree, 0, Marks())
    words = {i for clause in (*claimed, *inside) for i in clause.tokens}
    assert {"pledge", "party", "stand", "alone"} <= {tree[i].text for i in words}


def test_nothing_of_nothing(parse):
    """No tokens, no clauses."""
    assert split_verbs(Tree(()), 0, Marks()) == ((), ())
