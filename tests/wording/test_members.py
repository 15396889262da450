"""Wordings of members and parts: "is one of the mills", "the last of the two bids"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.edits import replay

Build = Callable[..., "Story"]  # noqa: F821


def test_a_class_that_includes_somebody_stays_a_sentence(story: Build) -> None:
    """Membership told by a finite verb needs no "one of", whatever the tagger says of the verb."""
    told = story("The fleet included at least two ships.")
    wording = told.reword(0, "The fleet", "included", ("object", "at least two ships"), type="membership")
    assert wording.text == "The fleet included at least two ships."


def test_a_member_is_one_of_its_class(story: Build) -> None:
    """What was "such as" becomes "is one of"; only function words are added."""
    told = story("Old mills such as Elmhouse are protected.")
    wording = told.reword(0, "Old mills", "such as", ("object", "Elmhouse"), type="membership")
    assert wording.text == "Elmhouse is one of the old mills."
    told = story("Buildings such as mills are protected.")
    wording = told.reword(0, "Buildings", "such as", ("object", "mills"), type="membership")
    assert wording.text == "Mills are among the buildings."


@pytest.mark.parametrize(
    ("sentence", "who", "described", "text"),
    [
        ("Sculptors Ann Lee and Mia Roe resigned.", "Mia Roe", "Sculptors", "Mia Roe was one of the sculptors."),
        ("The sisters Ann Lee and Mia Roe won.", "Ann Lee", "The sisters", "Ann Lee was one of the sisters."),
        ("Sculptor Ann Lee and Mia Roe resigned.", "Ann Lee", "Sculptor", "Ann Lee was a sculptor."),
    ],
)
def test_who_is_described_with_others_is_one_of_them(
    story: Build, sentence: str, who: str, described: str, text: str
) -> None:
    """A description in the plural is of all the names behind it."""
    assert story(sentence).reword(0, who, "", ("complement", described), type="identity").text == text


def test_a_finite_list_verb_stays(story: Build) -> None:
    """A finite "include" needs no help."""
    told = story("The mills include Elmhouse and Oakhouse.")
    wording = told.reword(0, "The mills", "include", ("object", "Oakhouse"), type="membership")
    assert (wording.text, wording.edits) == ("The mills include Oakhouse.", ())


def test_one_of_several_is_named(story: Build) -> None:
    """A relative pronoun behind "one of" stands for its noun."""
    told = story("Police held four men, one of whom was armed.")
    assert told.reword(0, "one of whom", "was", ("complement", "armed")).text == "One of the four men was armed."


@pytest.mark.parametrize(
    ("sentence", "who", "verb", "text"),
    [
        ("The last failed.", "The last", "failed", "The last of the two bids failed."),
        ("Neither failed.", "Neither", "failed", "Neither of the two bids failed."),
    ],
)
def test_a_part_is_told_with_its_whole(story: Build, sentence: str, who: str, verb: str, text: str) -> None:
    """Alone "the last" tells nothing: of what it is the last is told, and the log replays."""
    told = story("Two bids were made in Oslo.", sentence)
    wording = told.reword(1, who, verb)
    assert wording.text == text
    extent = told.trees[1].extent((*told.tokens(1, who), *told.tokens(1, verb)))
    assert replay(told.text, extent, wording.edits) == text


def test_one_of_two_subjects_takes_the_singular(story: Build) -> None:
    """Distributing a subject mends the verb."""
    told = story("Norway and Sweden have signed the treaty.")
    wording = told.reword(0, "Norway", "have signed", ("object", "the treaty"))
    assert wording.text == "Norway has signed the treaty."
    assert [edit.reason for edit in wording.edits] == ["agreement"]
