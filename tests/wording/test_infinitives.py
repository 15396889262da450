"""Infinitives and gerunds of what is said: finite where they tell what is so, "is to" where they lie ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.edits import replay
from claims.wording.grammar import doubled, present_of

Build = Callable[..., "Story"]  # noqa: F821


@pytest.mark.parametrize(
    ("sentence", "who", "predicate", "rest", "cue", "text"),
    [
        ("The well is believed to be clean.", "The well", "to be", "clean", "believed", "The well is clean."),
        ("The wells were believed to be dry.", "The wells", "to be", "dry", "believed", "The wells were dry."),
        ("Keller is said to own a farm.", "Keller", "to own", "a farm", "said", "Keller owns a farm."),
        ("Keller was said to own a farm.", "Keller", "to own", "a farm", "said", "Keller owned a farm."),
        ("Keller claims not to own a farm.", "Keller", "not to own", "a farm", "claims", "Keller does not own a farm."),
        ("Keller is said not to be ill.", "Keller", "not to be", "ill", "said", "Keller is not ill."),
        ("Keller is said never to drink.", "Keller", "never to drink", "", "said", "Keller never drinks."),
        ("Keller claimed to have won a cup.", "Keller", "to have won", "a cup", "claimed", "Keller had won a cup."),
        ("They are thought to have sold it.", "They", "to have sold", "it", "thought", "They have sold it."),
        ("The team is known to be training.", "The team", "to be training", "", "known", "The team is training."),
    ],
)
def test_an_infinitive_of_saying_is_finite(
    story: Build, sentence: str, who: str, predicate: str, rest: str, cue: str, text: str
) -> None:
    """Who is said to own, owns: the cue's tense, person and negation carry over, and the log replays."""
    told = story(sentence)
    arguments = (("complement", rest),) if rest else ()
    wording = told.reword(0, who, predicate, *arguments, cue=cue)
    assert wording.text == text
    tokens = [i for phrase in (who, predicate, rest) if phrase for i in told.tokens(0, phrase)]
    assert replay(told.text, told.trees[0].extent(sorted(tokens)), wording.edits) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [("in May", "The pipe was cut in May."), ("since May", "The pipe has been cut since May.")],
)
def test_a_date_makes_a_perfect_infinitive_a_simple_past(story: Build, when: str, text: str) -> None:
    """English has no "has been cut in May"."""
    told = story(f"The pipe is believed to have been cut {when}.")
    wording = told.reword(0, "The pipe", "to have been cut", when=when, cue="believed", cue_type="believe")
    assert wording.text == text


@pytest.mark.parametrize(
    ("sentence", "who", "predicate", "cue", "cue_type", "text"),
    [
        ("The crew vowed to stay.", "The crew", "to stay", "vowed", "commit", "The crew was to stay."),
        ("Keller told the crew to stay.", "the crew", "to stay", "told", "say", "The crew was to stay."),
        ("Rents are predicted to rise.", "Rents", "to rise", "predicted", "say", "Rents are to rise."),
        ("The fair is expected to open.", "The fair", "to open", "expected", "believe", "The fair is to open."),
    ],
)
def test_what_lies_ahead_is_not_told_as_fact(
    story: Build, sentence: str, who: str, predicate: str, cue: str, cue_type: str, text: str
) -> None:
    """Promises, requests and forecasts say what is to be, not what is."""
    assert story(sentence).reword(0, who, predicate, cue=cue, cue_type=cue_type).text == text


@pytest.mark.parametrize(
    ("sentence", "verb", "rest", "cue", "text"),
    [
        ("Keller is confident of keeping the farm.", "keeping", "the farm", "confident", "Keller will keep the farm."),
        ("Keller was sure of keeping the farm.", "keeping", "the farm", "sure", "Keller would keep the farm."),
        ("Keller confessed to selling the farm.", "selling", "the farm", "confessed", "Keller sold the farm."),
        ("Keller admitted selling the farm.", "selling", "the farm", "admitted", "Keller sold the farm."),
        ("Keller denied lying.", "lying", "", "denied", "Keller lied."),
        ("Keller is accused of robbing the farm.", "robbing", "the farm", "is accused", "Keller robbed the farm."),
        ("Keller is proud of keeping the farm.", "keeping", "the farm", "proud", "Keller is keeping the farm."),
    ],
)
def test_a_gerund_lies_ahead_of_hope_and_before_admission(
    story: Build, sentence: str, verb: str, rest: str, cue: str, text: str
) -> None:
    """Who is confident of keeping, will keep; who confessed to selling, burned."""
    assert story(sentence).reword(0, "Keller", verb, ("object", rest), cue=cue, cue_type="believe").text == text


def test_without_a_link_nothing_is_stated(story: Build) -> None:
    """An infinitive of the author's own is no statement of fact."""
    told = story("The well is believed to be clean.")
    assert told.reword(0, "The well", "to be", ("complement", "clean")).text == "The well is to be clean."


@pytest.mark.parametrize(
    ("lemma", "stem"),
    [
        ("plan", "plann"),
        ("admit", "admitt"),
        ("refer", "referr"),
        ("offer", "offer"),
        ("rain", "rain"),
        ("show", "show"),
        ("limit", "limit"),
    ],
)
def test_consonants_double_where_the_stress_is_last(lemma: str, stem: str) -> None:
    """Short words and Latin stems double, words stressed earlier do not."""
    assert doubled(lemma) == stem


@pytest.mark.parametrize(
    ("lemma", "form"), [("own", "owns"), ("carry", "carries"), ("stay", "stays"), ("have", "has"), ("pass", "passes")]
)
def test_third_person(lemma: str, form: str) -> None:
    """The present of one other person."""
    assert present_of(lemma) == form
