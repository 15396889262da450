"""Which times date a claim: what the slot takes, leaves, and shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.analysis import Clause
from claims.attribution import find_links
from claims.clauses import Marks, split
from claims.times import find_times
from claims.trees import Tree

Parse = Callable[[str], Tree]


def clauses(parse: Parse, text: str) -> tuple[Tree, list[Clause]]:
    """Split one sentence, its times and links found."""
    tree = parse(text)
    marks = Marks(find_links([tree], (), text), find_times([tree], "2020-12-20", ()))
    return tree, list(split(tree, 0, marks))


def whens(parse: Parse, text: str) -> list[list[str]]:
    """Return the time adjuncts of every clause, as words."""
    tree, found = clauses(parse, text)
    return [[tree.extent(adjunct.tokens).exact(text) for adjunct in clause.when] for clause in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was held from May 3 to June 5.", [["from May 3 to June 5"]]),
        ("He was held for two years aboard a ship.", [["for two years"]]),
        ("In the past six weeks in Norway, shops closed.", [["In the past six weeks"]]),
        ("It had fallen prior to the storm.", [["prior to the storm"]]),
        ("He stayed and subsequently left.", [[], ["subsequently"]]),
        ("He was arrested and charged on Monday.", [["on Monday"], ["on Monday"]]),
        ("In 2003, at age thirty, she left.", [["In 2003", "at age thirty"]]),
        ("In the past, boats sank.", [["In the past"]]),
        ("He was sentenced to six years in prison.", [[]]),
        ("The term was raised from two to six years.", [["from two to six years"]]),
        ("They have learned from the past.", [[]]),
        ("They saved money for the future.", [[]]),
        ("The firm posted a profit for the last year of $3 million.", [["for the last year"]]),
        ("The ships would have been delivered by 2011.", [["by 2011"]]),
        ("The grant secures the future of the mill.", [[]]),
        ("The shops are making over $5 million yearly in sales.", [["yearly"]]),
        ("She scored in the 62nd minute.", [["in the 62nd minute"]]),
        ("In the second half, she was sent off.", [["In the second half"]]),
        ("They met in the last lap.", [[]]),
        ("She spoke throughout the campaign.", [["throughout the campaign"]]),
        ("She searched throughout the building.", [[]]),
        ("He resigned in 1994 when the mill closed.", [["in 1994"], []]),
        ("It fell shortly after it was built.", [["shortly after"], []]),
        ("By the time it fell, all had left.", [[], ["By the time"]]),
        ("By the time of the vote, all had left.", [["By the time of the vote"]]),
    ],
)
def test_what_the_slot_takes(parse: Parse, text: str, expected: list[list[str]]) -> None:
    """Stretches in one piece, ages and adverbs of time; where and how stay outside."""
    assert whens(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They may now gather and sing there.", [["now"], ["now"]]),
        ("On Monday the army withdrew and burned the bridge.", [["On Monday"], ["On Monday"]]),
        ("The army withdrew on Monday and then burned the bridge.", [["on Monday"], []]),
    ],
)
def test_what_conjoined_verbs_share(parse: Parse, text: str, expected: list[list[str]]) -> None:
    """A time in front of the first verb dates both; one behind it dates only the first."""
    assert whens(parse, text) == expected


def test_a_clause_with_when_has_the_time_in_front(parse: Parse) -> None:
    """What "when" tells of happened at the time that stands before it."""
    assert ["2009"] in whens(parse, "The figures improved from 2009, when the firm nearly failed.")
    assert ["in 2009"] in whens(parse, "The firm nearly failed in 2009, when the bank fell.")[1:]


def test_a_quotation_does_not_date_what_stands_outside(parse: Parse) -> None:
    """A time inside quotation marks is no time of the verb outside."""
    assert whens(parse, 'He called it "a detour on a road since 1990".')[0] == []


def test_a_limit_behind_a_cue_dates_what_is_said(parse: Parse) -> None:
    """To predict takes no time that ends by 2050: the doubling does."""
    tree, found = clauses(parse, "She predicted by 2050 the city would double.")
    dated = {tree[clause.head].lemma: len(clause.when) for clause in found}
    assert dated == {"predict": 0, "double": 1}


def test_an_age_is_no_date(parse: Parse) -> None:
    """The slot holds the words of an age, but rests on no time."""
    _, (clause,) = clauses(parse, "She left home at age seventeen.")
    assert [adjunct.timex for adjunct in clause.when] == [None]
