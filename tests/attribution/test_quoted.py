"""Quotations and the cues they find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claims.attribution.quotations import find_quotations

Found = Any
Find = Callable[[str], Found]


def quoted(found: Found) -> list[str]:
    """Return the quotations' words."""
    quotations = find_quotations(found.trees, found.sentences, found.text)
    return [" | ".join(found.exact(words) for words in quotation.pieces) for quotation in quotations]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "‘’", "''"])
def test_marks(find: Find, marks: str) -> None:
    """Curly, straight, single marks and guillemets enclose alike; the marks are no part of the quotation."""
    assert quoted(find(f"The mayor called it {marks[0]}a quiet town{marks[1]} on Monday.")) == ["a quiet town"]


def test_apostrophes_open_nothing(find: Find) -> None:
    """Possessives, contractions and inches are no quotation marks."""
    assert quoted(find("The workers' demands weren't met. | He is 6' tall and it's the boys' boat.")) == []


def test_nested_marks(find: Find) -> None:
    """Inner marks belong to the quotation around them."""
    assert len(quoted(find("\"He told me 'go home' and I went,\" she said."))) == 1


def test_unbalanced_mark_ends_with_its_sentence(find: Find) -> None:
    """A mark that is never closed does not swallow what follows."""
    assert quoted(find('He called it "a quiet town. | The rain went on.')) == ["a quiet town."]


def test_reopened_over_paragraphs(find: Find) -> None:
    """An opening mark at the head of the next paragraph carries the quotation on."""
    found = find("“The sea rose,” she said. | “We ran.\n“Then the wall fell.”")
    assert found.links[-1].content[-1].sentence == 2


def test_inverted(find: Find) -> None:
    """The speaker may follow the verb."""
    found = find('"The road is gone," said Anna Lund.')
    assert found.rows == [("Anna Lund", "said", '"The road is gone,"')]
    assert found.links[0].quote == "direct"


def test_several_sentences(find: Find) -> None:
    """A quotation carries its attribution into each of its sentences."""
    found = find('"The road is gone. | We have no water. | We wait," said Anna Lund.')
    assert [words.sentence for words in found.links[0].content] == [0, 1, 2]
    assert found.rows[0][2] == '"The road is gone. | We have no water. | We wait,"'


def test_resumed_after_the_cue(find: Find) -> None:
    """What goes on in quotation marks behind "he said" is the same voice."""
    found = find('"The road is gone," he said. | "We have no water."')
    assert found.rows == [("he", "said", '"The road is gone," | "We have no water."')]


def test_introduced_by_a_colon(find: Find) -> None:
    """A sentence that ends in a colon introduces the quotation of the next paragraph."""
    found = find('Lund continued:\n"The road is gone. | We have no water."')
    assert found.rows == [("Lund", "continued", '"The road is gone. | We have no water."')]


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("The mayor was clear: “We will not pay.”", "The mayor", "was clear"),
        ("Holm went on: “Nobody warned us.”", "Holm", "went on"),
        ("Lopez blamed the weather: “It rained for weeks.”", "Lopez", "blamed"),
        ("The minister's answer was short: “We did nothing wrong.”", "The minister", "was short"),
        ("Nowak on the ban: “It makes no sense.”", "Nowak", "on the ban:"),
        ("The motto of the club is old: “Never give up.”", "", ""),
    ],
)
def test_led_by_a_clause(find: Find, text: str, who: str, cue: str) -> None:
    """Whom the clause before a colon tells of speaks behind it; where that is nobody, nobody is named."""
    found = find(text)
    assert found.rows == [(who, cue, text.partition(": ")[2])]
    assert found.links[0].quote == "direct"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We stay,” Holm said, standing in her door, “and nobody can move us.”", 2),
        ("“It was wrong,” Holm said when asked about it, “but it was no crime.”", 2),
        ("“We stay,” Holm said, calling the plan “a plan that fails”.", 1),
        ("“We stay,” Holm said, adding, “We can wait.”", 1),
    ],
)
def test_resumed_behind_more_of_the_speaker(find: Find, text: str, content: int) -> None:
    """The half behind an aside is of who said the first, unless a verb of saying stands right before it."""
    link = next(link for link in find(text).links if link.cue_lemma == "say")
    assert find(text).content(link).count("“") == content


def test_a_title_is_not_said(find: Find) -> None:
    """What has no verb, and what stands behind another quotation, is led by nothing."""
    assert not find("The band released a record: “Blue Night”.").links
    assert not find("It has “a” and: “We left.”").links


def test_signed_below(find: Find) -> None:
    """A name behind a dash signs a pull quote; the dash is the cue, as a colon is. Nobody need know the name."""
    found = find('"The road is gone." - Anna Lund')
    assert found.rows == [("Anna Lund", "-", '"The road is gone."')]
    assert find("“The road is gone.” — Xul Vrin").rows == [("Xul Vrin", "—", "“The road is gone.”")]


def test_captioned_below(find: Find) -> None:
    """A name that stands alone below a pull quote signs it; a sentence below does not."""
    found = find("The port was closed.\n“We have no water and no bread”\nAnna Lund, harbour master\nThe mayor left.")
    assert found.rows == [("Anna Lund", "", "“We have no water and no bread”")]
    below = find("The port was closed.\n“We have no water and no bread”\nAnna Lund left.")
    assert below.rows == [("", "", "“We have no water and no bread”")]


def test_quotation_after_a_report(find: Find) -> None:
    """A paragraph that is a quotation goes on with the one speaker of the paragraph before."""
    found = find('The port was closed, Anna Lund said.\n"We have no water and no bread."')
    assert [words.sentence for words in found.links[0].content] == [0, 1]
    assert find('The port was closed.\n"We have no water and no bread."').links[0].source_type == "implicit"


def test_block_without_marks(find: Find) -> None:
    """A paragraph that ends in a colon introduces the next one, marks or none."""
    found = find("Anna Lund wrote:\nWe have no water. | We have no bread.\nThe mayor left.")
    assert found.rows == [("Anna Lund", "wrote", "We have no water. | We have no bread")]


def test_interview(find: Find) -> None:
    """``NAME:`` at the head of a paragraph speaks to its end."""
    found = find("LUND: The road is gone. | We have no water.\nBERG: When did it happen?")
    assert [row[0] for row in found.rows] == ["LUND", "BERG"]
    assert found.rows[0][2] == "The road is gone. | We have no water"


def test_mixed(find: Find) -> None:
    """Quoted words inside reported content make it mixed; alone they attribute nothing."""
    assert find("Lund said the road was “a death trap”.").links[0].quote == "mixed"
    assert find("The “road” was a track.").links == ()


def test_marks_belong_to_whole_quotations(find: Find) -> None:
    """Content keeps the marks of a quotation that it holds, at its edges and inside; a loose comma it leaves."""
    assert find("Lund said that the road was “a death trap”.").rows[0][2] == "that the road was “a death trap”"
    assert find('"The road," Lund said, "is gone."').rows[0][2] == '"The road," … "is gone."'
    assert find("The road, Lund said, is gone.").rows[0][2] == "The road … is gone"


def test_that_makes_no_quotation_mixed(find: Find) -> None:
    """A whole quotation behind "that" is a direct one."""
    assert find('Lund said that "the road is gone and we have no water".').links[0].quote == "direct"


def test_quote_inside_a_cue_clause_has_it_as_parent(find: Find) -> None:
    """A link within a quotation of several sentences hangs below the quotation's link."""
    found = find('"The road is gone. | The army says it will come," said Anna Lund.')
    outer = next(i for i, link in enumerate(found.links) if found.exact(link.source) == "Anna Lund")
    inner = next(link for link in found.links if found.exact(link.source) == "The army")
    assert inner.parent == outer


def test_quotation_without_any_speaker(find: Find) -> None:
    """A free-standing quotation is nobody's but not the author's: an implicit source, no cue."""
    found = find('"The road is gone and we have no water." | It rained.')
    assert found.rows == [("", "", '"The road is gone and we have no water."')]
    assert (found.links[0].cue, found.links[0].source_type) == (None, "implicit")


@pytest.mark.parametrize(
    "text", ['Anna Lund looked at the sea. | "The road is gone."', '"The road is gone." | Anna Lund looked at the sea.']
)
def test_speaker_in_a_neighbouring_sentence(find: Find, text: str) -> None:
    """Whoever acts in the sentence before or behind a free-standing quotation says it."""
    assert find(text).rows == [("Anna Lund", "", '"The road is gone."')]


def test_goes_on_after_two_words(find: Find) -> None:
    """A short answer behind a quotation of its paragraph is the same voice; so are single marks behind single ones."""
    assert find('"I will not go," she said. | "Never."').rows == [("she", "said", '"I will not go," | "Never."')]
    found = find("'The road is gone,' Lund said. | 'We have no water.'")
    assert found.rows == [("Lund", "said", "'The road is gone,' | 'We have no water.'")]


def test_nested_quotation(find: Find) -> None:
    """Inner marks end inner content, over sentences too; the outer voice has all of it."""
    found = find("“Berg told me ‘the road is gone’ and left,” Lund said.")
    assert found.rows == [
        ("Berg", "told", "‘the road is gone’"),
        ("Lund", "said", "“Berg told me ‘the road is gone’ and left,”"),
    ]
    assert found.links[0].parent == 1
    found = find("She said: “He told me: ‘The road is gone. | Go home.’ | So I left.”")
    assert found.rows[1] == ("He", "told", "‘The road is gone. | Go home.’")


def test_what_is_quoted_stays_within_its_marks(find: Find) -> None:
    """A cue between quotation marks says nothing outside them."""
    found = find("“This is a shame,” said Lund, adding: “Nobody cares.”")
    assert found.rows == [("Lund", "said", "“This is a shame,”"), ("Lund", "adding", "“Nobody cares.”")]


def test_lost_opening_mark(find: Find) -> None:
    """A closing mark whose opening one is missing opens nothing: the text behind it is not quoted."""
    assert quoted(find('Lund said we would learn". | The road was closed.\nIt was "gone".')) == ["gone"]


def test_quotation_begun_in_a_clause(find: Find) -> None:
    """A quotation of several sentences that begins as the content of a cue is that cue's to its end."""
    found = find("He described the war as “a game without end. | Nobody won it.”")
    assert found.rows[0][2].endswith("“a game without end. | Nobody won it.”")


def test_said_in_the_sentence_before(find: Find) -> None:
    """The one speaker of the sentence before goes on; one who is denied to have spoken does not."""
    found = find('Lund noted that the road was gone. | "We have no water and no bread."')
    assert [words.sentence for words in found.links[0].content] == [0, 1]
    found = find('Lund did not suggest a road. | "We have no water and no bread."')
    assert found.rows[-1] == ("Lund", "", '"We have no water and no bread."')


def test_a_quoted_word_behind_a_quotation(find: Find) -> None:
    """Who spoke last goes on, not who is told of with a quoted word in the next sentence."""
    words = '"We have no water," said Anna Lund. | "We have no bread and no oil." | '
    found = find(words + 'The mayor of the "Big Town" had asked for money.')
    assert [row[2] for row in found.rows if row[0] == "Anna Lund"] == [
        '"We have no water," | "We have no bread and no oil."'
    ]


def test_somebody_else_enters(find: Find) -> None:
    """A quotation behind a sentence in which another acts is no longer the last speaker's."""
    found = find('"We have no water," said Anna Lund. | Tom Berg left the room. | "We will never give up the port."')
    assert [row[0] for row in found.rows] == ["Anna Lund", "Tom Berg"]


def test_the_end_of_an_opening_is_not_what_is_said(find: Find) -> None:
    """What a participle quotes is not the content of the verb behind it."""
    found = find('Calling the vote "a farce", the opposition demanded a new election.')
    assert [row[2] for row in found.rows if row[1] == "demanded"] == ["a new election"]


def test_unknown_names_take_turns(find: Find) -> None:
    """``Name:`` opens a turn where the paragraph beside it is a turn too, whoever it may be."""
    found = find("Question: Did you see it?\nOlm: I saw it. | It burned.\nQuestion: When?")
    assert [row[0] for row in found.rows] == ["Question", "Olm", "Question"]
    assert found.rows[1][2] == "I saw it. | It burned"
