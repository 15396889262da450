"""Speech acts of nouns and of layout: each gets a verb or a frame, and says no more than the source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.analysis import Link, Words
from claims.edits import replay
from claims.pipeline import Annotator
from claims.syntax import Parser

Build = Callable[..., "Story"]  # noqa: F821


def link(story: Story, cue: str, source: str, content: str) -> Link:  # noqa: F821
    """Return a link of the first sentence."""
    parts = [Words(0, story.tokens(0, phrase)) if phrase else None for phrase in (cue, source)]
    return Link(parts[0], parts[1], "named", (Words(0, story.tokens(0, content)),), "indirect")


@pytest.mark.parametrize(
    ("sentence", "who", "cue", "content", "text"),
    [
        (
            "Keller's claim that the well was dry was wrong.",
            "Keller",
            "claim",
            "the well was dry",
            "Keller's claim was that the well was dry.",
        ),
        (
            "Claims from Keller that the well was dry were wrong.",
            "Keller",
            "Claims",
            "the well was dry",
            "Keller's claims were that the well was dry.",
        ),
        (
            "Their belief that the well is dry is wrong.",
            "Their",
            "belief",
            "the well is dry",
            "Their belief is that the well is dry.",
        ),
        (
            "The vow of the man in the mill to stay was kept.",
            "the man in the mill",
            "vow",
            "to stay",
            "The vow of the man in the mill was to stay.",
        ),
        (
            "They sent a message that the well was dry.",
            "They",
            "a message that",
            "the well was dry",
            "Their message was that the well was dry.",
        ),
        (
            "The fear that the well was dry grew.",
            "",
            "The fear",
            "the well was dry",
            "There was the fear that the well was dry.",
        ),
        (
            "The fears that the well was dry grew.",
            "",
            "The fears",
            "the well was dry",
            "There were fears that the well was dry.",
        ),
        (
            "There were no claims that the well was dry.",
            "",
            "no claims",
            "the well was dry",
            "There were no claims that the well was dry.",
        ),
        (
            "Fears that the well may be dry are common.",
            "",
            "Fears",
            "the well may be dry",
            "There are fears that the well may be dry.",
        ),
    ],
)
def test_a_noun_of_speech_gets_a_verb(story: Build, sentence: str, who: str, cue: str, content: str, text: str) -> None:
    """The act is told with "be", in the time and number of the sentence, and the log replays."""
    told = story(sentence)
    stated = link(told, cue, who, content)
    wording = told.reword(0, who, cue, ("complement", content), type="speech_act", stated=stated)
    assert wording.text == text
    tokens = [i for phrase in (who, cue, content) if phrase for i in told.tokens(0, phrase)]
    assert replay(told.text, told.trees[0].extent(sorted(tokens)), wording.edits) == text


def test_a_claim_that_need_not_have_been_made_is_not_told(story: Build) -> None:
    """Who denies any suggestion does not say that there was one."""
    told = story("Keller denied any suggestion that the well was dry.")
    stated = link(told, "any suggestion", "", "the well was dry")
    wording = told.reword(0, "", "any suggestion", ("complement", "the well was dry"), type="speech_act", stated=stated)
    assert "there was" not in wording.text.lower()


def test_a_name_behind_a_dash_stands_before_the_quotation(story: Build) -> None:
    """Layout attributes the words; no verb of saying is invented."""
    told = story('"The well is dry" - Ann Keller')
    stated = link(told, "-", "Ann Keller", "The well is dry")
    wording = told.reword(0, "Ann Keller", "-", ("complement", "The well is dry"), type="speech_act", stated=stated)
    assert wording.text == "Ann Keller: The well is dry."


@pytest.mark.parametrize(("cue", "text"), [("-", "The well is dry."), ("is", "The well is dry Ann Keller.")])
def test_a_name_behind_a_dash_is_no_word_of_the_quotation(story: Build, cue: str, text: str) -> None:
    """What the parser hangs on the quotation goes, with its edit; behind a cue of words it is left alone."""
    told = story('"The well is dry" - Ann Keller')
    around = link(told, cue, "Ann Keller", "The well is dry")
    wording = told.reword(0, "The well", "is", ("complement", "dry"), ("complement", "Ann Keller"), around=around)
    assert wording.text == text
    assert [edit.op for edit in wording.edits] == (["delete"] if cue == "-" else [])


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("The army shelled what it claims are rebel bases.", "The army claims these are rebel bases."),
        ("The army shelled what it calls rebel bases.", "The army calls them rebel bases."),
        ("Police raided what they described as a bomb factory.", "The police described it as a bomb factory."),
        ("“We must act now,” the mayor told reporters.", "The mayor told reporters we must act now."),
        ("«The bridge is closed», Olsen said on Monday.", "Olsen said on Monday the bridge is closed."),
        ("Berg looked tired. “I am ill.”", "“I am ill.” – Berg."),
        ("Minister accused of lying to parliament", "Minister was accused of lying to parliament."),
        ("The senator called on the king to resign.", "The senator called on the king to resign."),
        ("Police suspect it was arson, though nobody saw a fire.", "Police suspect it was arson."),
        ("The mayor is sure of being elected.", "The mayor is sure of being elected."),
    ],
)
def test_acts_in_whole_texts(parser: Parser, sentence: str, wording: str) -> None:
    """The act of a link is told with its verb's words in order, wherever they stand."""
    annotator = Annotator()
    annotator.__dict__["parser"] = parser
    acts = [claim.text for claim in annotator.annotate(sentence).claims if claim.type == "speech_act"]
    assert acts == [wording]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The mayor was clear: “We will not pay.”", "The mayor was clear: we will not pay."),
        ("Lopez blamed the weather: “It rained.”", "Lopez blamed the weather: it rained."),
        ("The mayor said: “It rained.”", "The mayor said it rained."),
        ("“The road,” Holm said, “is closed.”", "Holm said the road is closed."),
    ],
)
def test_marks_of_quotations(parser: Parser, text: str, wording: str) -> None:
    """A colon stays but behind a verb of saying, which takes a clause; the pause of an interrupted one goes."""
    annotator = Annotator()
    annotator.__dict__["parser"] = parser
    assert annotator.annotate(text).claims[0].text == wording
