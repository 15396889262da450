"""Participles in a wording of their own: which form they take, and of what time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import claims

Build = Callable[..., "Story"]  # noqa: F821


@pytest.mark.parametrize(
    ("sentence", "verb", "text"),
    [
        ("The storm hit the coast, killing nine people.", "killing", "The storm killed nine people."),
        ("The storm hit the coast, overriding the wall.", "overriding", "The storm overrode the wall."),
        ("The storm hit the coast, stopping the ferry.", "stopping", "The storm stopped the ferry."),
        ("The storm hit the coast after losing its force.", "losing", "The storm lost its force."),
        ("The storm hit the coast when moving the crane.", "moving", "The storm was moving the crane."),
        ("The storm hits the coast, moving the crane.", "moving", "The storm is moving the crane."),
        ("The storm has hit the coast, cutting the cable.", "cutting", "The storm cut the cable."),
        ("The storm hit the coast, carrying the crane away.", "carrying", "The storm carried the crane away."),
    ],
)
def test_a_result_is_told_in_the_past(story: Build, sentence: str, verb: str, text: str) -> None:
    """A participle that says what happened next or before takes the simple past; what went on meanwhile stays one."""
    told = story(sentence)
    rest = sentence.partition(verb)[2].strip(" .")
    assert told.reword(0, "The storm", verb, ("object", rest)).text == text


def test_an_active_conjunct_of_a_passive_loses_its_was(story: Build) -> None:
    """Nobody "was ended up"."""
    told = story("Ann Berg was sent home but ended up in court.")
    wording = told.reword(0, "Ann Berg", "was … ended up", ("oblique", "in court"))
    assert wording.text == "Ann Berg ended up in court."


@pytest.mark.parametrize(
    ("when", "text"),
    [("since May", "The US has carried out raids since May."), ("in May", "The US carried out raids in May.")],
)
def test_a_second_participle_takes_the_perfect_unless_it_is_dated(story: Build, when: str, text: str) -> None:
    """Both verbs share "has", also where the tagger reads the second as a past; a date of its own tells a past."""
    told = story(f"The US has threatened Iran and carried out raids {when}.")
    assert told.reword(0, "The US", "carried out", ("object", "raids"), head="carried", when=when).text == text


@pytest.mark.parametrize(
    ("verb", "form"), [("have crossed", "were built"), ("crossed", "were built"), ("cross", "are built")]
)
def test_a_participle_takes_its_time_from_the_verb_above(story: Build, verb: str, form: str) -> None:
    """What has happened by now was made before: "boats built by prisoners have crossed the lake"."""
    told = story(f"Small boats built by prisoners {verb} the lake.")
    made = told.reword(0, "Small boats", "built", ("agent", "by prisoners"), head="built")
    assert made.text == f"Small boats {form} by prisoners."


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The plant, which the firm shut because of losses, closed in May.", "The plant closed in May."),
        ("The plant, which the firm shut in May, taken by the bank.", "The plant was taken by the bank."),
    ],
)
def test_the_verb_of_a_plain_sentence_is_no_participle(sentence: str, text: str) -> None:
    """With an article and a full stop a form that can be the past is the past, whatever the tagger says."""
    assert text in [claim.text for claim in claims.annotate(sentence).claims]


@pytest.mark.parametrize(
    ("sentence", "verb", "told", "text"),
    [
        (
            "The firm could save money by closing two plants.",
            "closing",
            "two plants",
            "The firm could close two plants.",
        ),
        ("The firm may fail, closing two plants.", "closing", "two plants", "The firm may close two plants."),
        ("The firm will stay before closing two plants.", "closing", "two plants", "The firm will close two plants."),
        ("The firm could fail after closing two plants.", "closing", "two plants", "The firm closed two plants."),
        ("The firm is weak after closing two plants.", "closing", "two plants", "The firm closed two plants."),
        (
            "The firm would have won by closing two plants.",
            "closing",
            "two plants",
            "The firm would have been closing two plants.",
        ),
        ("The firm left after being sold in May.", "being sold", "in May", "The firm was sold in May."),
        ("The firm will stay until the town buys the plant.", "buys", "the plant", "The firm will buy the plant."),
        ("The firm will stay because the town buys the plant.", "buys", "the plant", "The firm buys the plant."),
        ("The firm will stay until repairs are finished in May.", "are finished", "in May", None),
    ],
)
def test_what_is_not_done_yet_is_not_told_as_done(
    story: Build, sentence: str, verb: str, told: str, text: str | None
) -> None:
    """Means and results take the modal of their verb; what came before is past; what is awaited is a forecast."""
    who = "repairs" if text is None else "The firm"
    head = verb.split()[-1]
    made = story(sentence).reword(0, who, verb, ("oblique", told), head=head)
    assert made.text == (text or "Repairs will be finished in May.")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Founded in 1887 by two brothers, the firm has 120 workers.", "The firm was founded in 1887 by two brothers."),
        ("The law would ban cars, leading to fines.", "That the law would ban cars would lead to fines."),
        ("The men entered the hall by a window and left by the door.", "The men left by the door."),
    ],
)
def test_the_time_of_a_participle(sentence: str, text: str) -> None:
    """What is dated is over, what an outcome would be would be one, and a second active past has no "was"."""
    assert text in [claim.text for claim in claims.annotate(sentence).claims]


def test_the_means_of_a_plan_are_planned(story: Build) -> None:
    """Who plans to save money by closing a plant has closed none."""
    told = story("The firm plans to save money by closing two plants.")
    made = told.reword(0, "The firm", "closing", ("object", "two plants"), cue="plans", cue_type="commit")
    assert made.text == "The firm is to close two plants."


def test_a_past_form_behind_its_noun_is_a_participle(story: Build) -> None:
    """The boy found nobody."""
    made = story("The boy, found alive on Sunday, was flown to Bergen.").reword(
        0, "The boy", "found", ("complement", "alive"), when="on Sunday"
    )
    assert made.text == "The boy was found alive on Sunday."
