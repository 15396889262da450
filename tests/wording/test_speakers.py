"""The first person in quotations: whose "I" and "we" it is."""

from __future__ import annotations

import pytest

import claims


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Load the pipeline once."""
    return claims.Annotator()


def wordings(annotator: claims.Annotator, text: str) -> list[str]:
    """Return the wordings of a text's claims, which must be clean."""
    document = annotator.annotate(text)
    assert claims.validate(document) == ()
    return [claim.text for claim in document.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I am proud of this team," said coach Ann Lee.', "Ann Lee is proud of this team."),
        ('"I am proud of this team," said coach Ann Lee.', "Ann Lee said she is proud of this team."),
        ('Ann Lee resigned. "I\'ve lost my job," she said.', "Ann Lee has lost her job."),
        ('"I don\'t know him," Tom Berg said.', "Tom Berg doesn't know him."),
        ('"I need rest," Tom Berg said.', "Tom Berg needs rest."),
        ('"I live and work here," Tom Berg said.', "Tom Berg works here."),
        ('"My landlord hates me," the nurse said.', "The nurse's landlord hates the nurse."),
        ('"I think the law is wrong," said Judge Ruth Green.', "Ruth Green thinks the law is wrong."),
        ('"We are cutting our prices," Toyota said.', "Toyota is cutting its prices."),
        ('"We want our money back," residents said.', "The residents want their money back."),
    ],
)
def test_the_first_person_is_who_speaks(annotator: claims.Annotator, text: str, expected: str) -> None:
    """The name of the source stands for it, the verb agrees, and what repeats it is a pronoun where one is sure."""
    assert expected in wordings(annotator, text)


def test_the_change_is_logged(annotator: claims.Annotator) -> None:
    """The edits say where the name and the verb stand."""
    text = '"I am tired," Tom Berg said.'
    claim = next(claim for claim in annotator.annotate(text).claims if claim.text == "Tom Berg is tired.")
    told = [(edit.text, edit.reason, [span.slice(text) for span in edit.antecedents]) for edit in claim.edits]
    assert told == [("Tom Berg", "pronoun", ["Tom Berg"]), ("is", "agreement", ["am"])]


def test_one_who_speaks_for_several_is_not_all_of_them(annotator: claims.Annotator) -> None:
    """What "we" does, others do too: it stays, and the claim says that."""
    text = '"We will rebuild the school," the mayor said.'
    claim = next(claim for claim in annotator.annotate(text).claims if claim.text.startswith("We"))
    (kept,) = claim.unresolved
    assert (kept.span.slice(text), kept.reason) == ("We", "who speaks, and others")
    assert [candidate.exact(text) for candidate in kept.candidates] == ["the mayor"]


def test_what_nobody_says_stays(annotator: claims.Annotator) -> None:
    """Outside a quotation, "I" is the author, whom the text does not name."""
    assert wordings(annotator, "I opened the door.") == ["I opened the door."]
