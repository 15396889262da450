"""Clauses that single out a part, are turned round, or are denied at the front: who did what, and how it is told."""

from __future__ import annotations

import pytest

from claims import Annotator, validate


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """Load the default annotator once."""
    return Annotator()


#: A sentence, and its claims: polarity, wording.
TOLD = {
    # Clefts and pseudo-clefts.
    "It was the mayor who signed the contract.": ["+ The mayor signed the contract."],
    "It was in Oslo that the two men met.": ["+ In Oslo the two men met."],
    "It was not until Friday that the army reached the village.": [
        "- Until Friday the army did not reach the village."
    ],
    "It was not until the third quarter that profits rose.": ["- Until the third quarter profits did not rise."],
    "It was not the mayor who signed the contract.": ["- It was not the mayor who signed the contract."],
    "It was only last year that the hall opened.": ["+ The hall opened only last year."],
    "It may have been the heat that killed the fish.": ["+ It may have been the heat that killed the fish."],
    "Was it the pilot who made the error?": ["+ Was it the pilot who made the error?"],
    "It was not the mayor but his aide who signed it.": ["+ Not the mayor but his aide signed it."],
    "It is in the country's interest that the talks succeed.": [
        "+ It is in the country's interest that the talks succeed."
    ],
    "What worries the bank is the debt.": ["+ What worries the bank is the debt."],
    # Inversion.
    "Also arrested was a clerk.": ["+ Also arrested was a clerk."],
    "Injured in the crash were a driver and two nurses.": [
        "+ Injured in the crash was a driver.",
        "+ Injured in the crash were two nurses.",
    ],
    "Among the dead were two nurses.": ["+ Among the dead were two nurses."],
    "Missing from the list was the mayor.": ["+ The mayor was missing from the list."],
    "Winning the title was a dream.": ["+ Winning the title was a dream."],
    "So great was the damage that the bridge was closed.": ["+ The damage was so great that the bridge was closed."],
    "With the minister were three aides.": ["+ With the minister were three aides."],
    "Next to the church stands a school.": ["+ Next to the church stands a school."],
    "So fierce was the heat that windows cracked.": ["+ The heat was so fierce that windows cracked."],
    # Denials at the front.
    "Nor did the firm explain the delay.": ["- The firm did not explain the delay."],
    "The firm did not apologise, nor did the bank.": ["- The firm did not apologise nor did the bank."],
    "At no point did the pilot lose control.": ["- At no point did the pilot lose control."],
    "Rarely has a budget caused so much anger.": ["+ Rarely has a budget caused so much anger."],
    "Not only did the firm raise prices, it also cut jobs.": [
        "+ The firm did raise prices.",
        "+ The firm also cut jobs.",
    ],
    # Scope of a denial.
    "The ministry neither confirmed nor denied it.": ["- The ministry neither confirmed nor denied it."],
    "The firm no longer sells the toy.": ["- The firm no longer sells the toy."],
    "They came not to fight but to talk.": ["- They came not to fight.", "+ They came to talk."],
    "Nobody but the owner has a key.": ["- Nobody but the owner has a key."],
    "He left not because he was ill but because he had lied.": [
        "+ He left not because he was ill but because he had lied."
    ],
    # What "it" points at is no purpose; what is compared is no time.
    "It took the crew a week to reach the village.": ["+ It took the crew a week to reach the village."],
    "It was left to the army to restore order.": ["+ It was left to the army to restore order."],
    "It has been 20 years since the war ended.": ["+ It has been 20 years since the war ended."],
    "There was little the crew could do.": ["+ There was little the crew could do."],
    "Police have not said when the man will be charged.": ["- Police have not said when the man will be charged."],
    "The plan is neither safe nor cheap.": ["- The plan is neither safe nor cheap."],
    "It was the coldest night since records began.": ["+ It was the coldest night since records began."],
    # Questions stay questions.
    "Will the bank cut rates in March?": ["+ Will the bank cut rates in March?"],
    '"Why should voters trust him?" asked Ann Lee.': [
        "+ Why should voters trust him?",
        "+ Ann Lee asked why should voters trust him.",
    ],
}


@pytest.mark.parametrize("sentence", TOLD)
def test_wording(annotator: Annotator, sentence: str) -> None:
    """A sentence yields just these claims, so worded."""
    document = annotator.annotate(sentence)
    assert [f"{claim.polarity} {claim.text}" for claim in document.claims] == TOLD[sentence]


#: A sentence, and the who, predicate and times of its first claim.
SLOTS = {
    "It was only in May that the bank told investors.": ("the bank", "told", "only in May"),
    "Standing beside him was the mayor.": ("the mayor", "Standing … was", ""),
    "The army neither confirmed nor denied the report.": ("The army", "neither confirmed nor denied", ""),
    "Fewer people voted this year than in 2016.": ("Fewer people", "voted", "this year"),
    "Twice as many people died in 2020 as in 2019.": ("Twice as many people", "died", "in 2020"),
    "Ann, not Tom, signed it.": ("Ann, not Tom", "signed", ""),
    "The firm no longer sells it.": ("The firm", "no longer sells", ""),
}


@pytest.mark.parametrize("sentence", SLOTS)
def test_slots(annotator: Annotator, sentence: str) -> None:
    """Who did it, the whole predicate, and when; each word is in a claim or needs none."""
    document = annotator.annotate(sentence)
    claim = document.claims[0]
    assert not validate(document)
    parts = (claim.who[0].spans, claim.what.predicate.spans, claim.when[0].spans if claim.when else ())
    assert tuple(" … ".join(span.slice(sentence) for span in part) for part in parts) == SLOTS[sentence]


def test_nothing_of_a_cleft_is_said_twice(annotator: Annotator) -> None:
    """What only singles out is in no claim: one claim holds all the rest."""
    document = annotator.annotate("Officials said it was the driver who caused the crash.")
    assert [claim.text for claim in document.claims] == [
        "Officials said it was the driver who caused the crash.",
        "The driver caused the crash.",
    ]
