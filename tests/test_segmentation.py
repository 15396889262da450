"""Sentences: where they end, and the laws that hold for every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import cpu_seconds

from claims.segmentation import duplicates, segment
from claims.segmentation.lines import INVISIBLE
from claims.text import Span

PIECES = [*"aAbZ09.!?…,;:-—()[]{}\"'“”‘’«»*/@_•。؟\n\r\t \u00a0\u2028\u2029\x0c\x85\ufeff\u200b😀"]
PIECES += [
    "Mr. ",
    "U.S. ",
    "a.m. ",
    "e.g. ",
    "No. ",
    " The ",
    "said ",
    "(Photo: Jane Roe)",
    "1. ",
    "2) ",
    "*** ",
    ". . . ",
]
PIECES += [
    "Image: Roe",
    "By Jane Roe\n",
    "May 3, 2020",
    "Sunday, ",
    "OSLO (AP) — ",
    "\r\n\r\n",
    "http://a.org ",
    "word ",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def sentences(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [sentence.span.slice(text) for sentence in segment(text)]


@pytest.mark.property
@given(TEXTS)
def test_sentences_are_sorted_disjoint_trimmed_and_in_the_text(text: str) -> None:
    """Sentences lie in the text one behind the other, without white space or invisible marks at their edges."""
    found = segment(text)
    assert all(0 <= s.span.start < s.span.end <= len(text) for s in found)
    assert all(a.span.end <= b.span.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    for sentence in found:
        words = sentence.span.slice(text)
        assert words == words.strip()
        assert words[0] not in INVISIBLE
        assert words[-1] not in INVISIBLE


@pytest.mark.property
@given(TEXTS)
def test_every_word_is_in_a_sentence(text: str) -> None:
    """What lies between sentences is white space or invisible; paragraph numbers leave no gap."""
    covered = {place for s in segment(text) for place in range(s.span.start, s.span.end)}
    left = {char for place, char in enumerate(text) if place not in covered}
    assert all(char.isspace() or char in INVISIBLE for char in left)
    numbers = [s.paragraph for s in segment(text)]
    assert sorted(set(numbers)) == list(range(len(set(numbers))))


@pytest.mark.property
@given(TEXTS)
def test_duplicates_point_backwards_to_the_same_words(text: str) -> None:
    """A copy points to an earlier sentence with its words, which is no copy itself."""
    doubled = text + "\n\n" + text
    found = segment(doubled)
    copies = duplicates(doubled, found)
    for copy, original in copies.items():
        assert original < copy
        assert original not in copies
        assert found[copy].span.slice(doubled).split() == found[original].span.slice(doubled).split()


@pytest.mark.parametrize(
    "marked",
    [
        "The vote is over.|The mayor won.",
        "Who won?|The mayor did!|Nobody knows why.",
        "What?!|No!!|Fine.",
        # Abbreviations
        "Mr. Roe met Gen. Doe and Prof. Poe.|They spoke.",
        "Sen. Roe, D-Ill., met Gov. Doe of Mass. on Jan. 5.|They spoke.",
        "He works for Acme Inc.|She does not.",
        "Acme Inc. said so.|Acme Co. Ltd. agreed.",
        "He lives in the U.S.|She does not.|The U.S. Senate voted.",
        "It began at 9 a.m. Monday and ended at 5 p.m.|The crowd left.",
        "At 6 p.m. Mr. Roe spoke.|He left at 8 p.m.|Mr. Doe stayed.",
        "See p. 5, No. 7 and Fig. 3.|He said no.|She left.",
        "They agreed, e.g. Mr. Doe et al. and others, i.e. all of them.",
        "He sat down on Sat. Roe did not sit.",
        "They sold their TVs.|Magazines sold as well.",
        "The cat sat.|Roe saw it.",
        "J. R. Roe and George W. Doe met.",
        "You and I.|We are two.",
        "He has a Ph.D. in law and 3.5 cats at 1.2.3.4 now.",
        # Names, addresses
        "She works at Yahoo! in May.|She reads comp.lang.misc daily.",
        "Write to jane.roe@example.org.|See https://example.org/a.b?c=d.|Then call.",
        # Quotations
        '"Really?" she asked.|He nodded.',
        "“Is it true?” Mayor Roe asked.|“No.”",
        '"Stop!" shouted the guard.|They ran.',
        'He said: "We will go.|We will win."|Then he left.',
        "''We lost.''|She left.",
        "“You are late.”|“I know.”",
        "“One.”¦“Two.”",
        '"It is a long game." - Jane Roe',
        "I was told to leave the house at once by a man in black. Jane Roe",
        '"It ends here." (Roe 55).',
        '"No.", he said.',
        # Brackets
        "The firm (it is old. It is big.) closed.|It did.",
        "(The plan failed.)|She stayed.",
        "He starred in Help! (1965), a film.",
        "It is true.[1]|It is known. [2] [3]|It is old.",
        # Ellipses
        "Wait... what?|I thought...|Never mind.",
        "I was . . . I was not sure.",
        "“Well …” she said.",
        # Lists, dividers, dashes
        "1. Milk.|2. Bread.|3. Salt.",
        "1) Milk|2) Bread",
        "• Milk|• Bread",
        "They sell:|* Milk|* Bread.|And more.",
        "It is so: 3 * 4.",
        "Two points: 1. The price is high.",
        "The end.|***|The next.",
        "Did you go?|- Yes, I did.|- Why?",
        "Then it was a kind of –|Well they came.",
        # Careless texts
        "i went home.|it was late.|nobody came.",
        "The end.¦The next one.",
        "Great! :)|See you.|Fine. 😀|Bye.",
        # Other scripts
        "这是第一句。¦这是第二句！¦“真的吗？”他问。¦完了",
        "هل أنت هنا؟|نعم.|شكرا",
        "यह पहला है।|यह दूसरा है॥",
    ],
)
def test_boundaries(marked: str) -> None:
    """A sentence ends where the bar stands, for a space or broken for nothing, and nowhere else."""
    text = marked.replace("|", " ").replace("¦", "")
    assert sentences(text) == marked.replace("¦", "|").split("|")


WRAPPED = (
    "The council of the harbour town voted on Tuesday to\nbuild a new quay. It will cost forty million, the\n"
    "mayor said, and the work will take four years. Two\nfirms have bid."
)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_wrapped_lines_are_one_paragraph(newline: str) -> None:
    """A break that only wraps ends neither sentence nor paragraph, whatever its code points."""
    text = WRAPPED.replace("\n", newline)
    assert [s.paragraph for s in segment(text)] == [0, 0, 0]
    assert sentences(text)[2] == f"Two{newline}firms have bid."


def test_an_indented_line_begins_a_paragraph() -> None:
    """In wrapped text a paragraph may begin with an indent only."""
    text = WRAPPED + "\n   The firms are both from abroad and their bids are\nclose to each other."
    assert [s.paragraph for s in segment(text)] == [0, 0, 0, 1]


@pytest.mark.parametrize("text", ["The mayor won.\nShe left.", "the sea is wide\nand so am I", "milk\n- bread\n- salt"])
def test_lines_are_paragraphs_where_nothing_is_wrapped(text: str) -> None:
    """Lines of their own are paragraphs: sentences, verses, items."""
    assert sentences(text) == text.split("\n")
    assert [s.paragraph for s in segment(text)] == list(range(len(text.split("\n"))))


@pytest.mark.parametrize("mark", ["\n\n", "\r\n\r\n", "\n \t\n", "\u2029", "\f", "\n\u200b\n"])
def test_blank_lines_always_part(mark: str) -> None:
    """A blank line, form feed or paragraph mark parts even what reads on."""
    text = f"the council of the town voted on Tuesday to{mark}build a new quay"
    assert [s.paragraph for s in segment(text)] == [0, 1]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\u200b\n\u200b"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    """Nothing gives nothing."""
    assert segment(text) == ()


def test_edges_are_trimmed() -> None:
    """A byte order mark, no-break and zero-width spaces stay outside."""
    assert segment("\ufeff\u00a0The mayor won.\u200b ")[0].span == Span(2, 16)


def test_duplicates_are_linked_across_white_space() -> None:
    """The same words are the same sentence; short ones may repeat, and every copy names the first."""
    text = "No.\n\nThe mayor of  the town won.\n\nNo.\n\nThe mayor of the\u00a0town won. The mayor of the town won."
    assert duplicates(text, segment(text)) == {3: 1, 4: 1}


@pytest.mark.parametrize(
    "text",
    [
        *("word " * 40_000, "x" * 200_000, "." * 200_000, ". " * 100_000, "a. " * 30_000, '." ' * 30_000),
        *("(" * 200_000, "\n" * 100_000, "a line\n" * 10_000, "(photo: " * 25_000, "1. A " * 20_000),
        *("May 3 " * 30_000, "U.S. " * 20_000),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_cost_is_linear(text: str) -> None:
    """A hostile text four times as long takes no more than about four times as long, and seconds at most."""
    quarter = cpu_seconds(lambda: segment(text[: len(text) // 4]))
    assert cpu_seconds(lambda: segment(text)) < 12 * quarter + 0.3
