"""Zones: what each part of a page is taken for."""

from __future__ import annotations

import pytest

from claims.segmentation import segment
from claims.segmentation.furniture import is_byline, is_caption, is_credit, is_date

BODY = "The storm hit the town on Sunday. It was strong and lasted for three hours."


def zones(text: str) -> list[str]:
    """Return the zone of each sentence."""
    return [sentence.zone for sentence in segment(text)]


def test_headline() -> None:
    """A short first line without end mark is the headline, where more follows."""
    assert zones(f"Storm hits coast\n\n{BODY}") == ["headline", "body", "body"]
    assert zones(f"Will it rain?\n\n{BODY}") == ["headline", "body", "body"]
    assert zones("Storm hits coast") == ["body"]
    assert zones(f"The storm hit.\n\n{BODY}") == ["body", "body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Storm hits coast\n\nThree hurt. Wall broken.\n\n{BODY}\n{BODY}\n{BODY}", ["standfirst"] * 2),
        (f"Storm hits coast\n\nThree hurt as waves break wall\n\n{BODY}", ["standfirst"]),
        (f"Storm hits coast\n\nThe wall broke at noon. Two ran.\n\nBy Jane Roe\n\n{BODY}", ["standfirst"] * 2),
        (f"Storm hits coast\n\nThe wall broke.\n\nThe wall. (Photo: Jane Roe)\n\n{BODY}", ["standfirst"]),
        (f"Storm hits coast\n\n{BODY}\n\n{BODY}", ["body", "body"]),
        (f"Storm hits coast\n\nSunday, May 3, 2020\n\n{BODY}\n\n{BODY}", ["dateline", "body"]),
    ],
)
def test_standfirst(text: str, expected: list[str]) -> None:
    """The standfirst is told by its place and shape; an ordinary lead is none."""
    assert zones(text)[1 : 1 + len(expected)] == expected
    assert zones(text)[-1] == "body"


def test_byline_and_dateline() -> None:
    """Who wrote and when stand in lines of their own at the top, or at the end."""
    text = f"Storm hits coast\nBy Jane Roe and John Doe\nMay 3, 2020 10:15 AM\n\n{BODY}\n\n(Reporting by Jane Roe)"
    assert zones(text) == ["headline", "byline", "dateline", "body", "body", "byline"]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("OSLO (AP) — The storm hit.", "OSLO (AP) —"),
        ("LYON, France (CNN) -- The storm hit.", "LYON, France (CNN) --"),
        ("PORT ELLERY, Dec. 20 (Reuters) - The storm hit.", "PORT ELLERY, Dec. 20 (Reuters) -"),
        ("Sunday, May 3, 2020 The storm hit.", "Sunday, May 3, 2020"),
        ("Port Ellery, Northern Isles - The storm hit.", "Port Ellery, Northern Isles -"),
        ("Port Ellery, Northern Isles (CNN) -- Storms hit.", "Port Ellery, Northern Isles (CNN) --"),
        ("Port Ellery, 3 May 2011 – Storms hit.", "Port Ellery, 3 May 2011 –"),
        ("Lyon (dpa) - Storms hit.", "Lyon (dpa) -"),
        ("(Reuters) - Storms hit the coast.", "(Reuters) -"),
        ("LYON — The storm hit.", "LYON —"),
        ("LYON—Storms hit.", "LYON—"),
        ("Port Ellery – Storms hit the coast.", "Port Ellery –"),
        ("Port Ellery – South Isle storms hit the coast.", "Port Ellery –"),
        ("PORT ELLERY, N.Y. -- Storms hit.", "PORT ELLERY, N.Y. --"),
        ("SÃO ROQUE/LYON (Reuters) - Storms hit.", "SÃO ROQUE/LYON (Reuters) -"),
    ],
)
def test_a_dateline_before_the_text_stands_alone(line: str, first: str) -> None:
    """Place, date and agency before a paragraph are a sentence of their own in the same paragraph."""
    dateline, rest = segment(line)
    assert dateline.span.slice(line) == first
    assert (dateline.zone, rest.zone) == ("dateline", "body")
    assert dateline.paragraph == rest.paragraph


@pytest.mark.parametrize(
    "line",
    [
        "NATO — the alliance — grew.",
        "US - it said so.",
        "NATO - Our Alliance - grew.",
        "Jane Roe, Nordic - Baltic's head, left.",
        "Jane Roe (Labour) - Lyon's mayor - left.",
        "On May 3, 2020 it rained.",
        "Jane Roe, MP - her own words - left.",
    ],
)
def test_prose_is_no_dateline(line: str) -> None:
    """Capitals, dashes and dates in prose are prose."""
    assert zones(line) == ["body"]


def test_captions_and_credits() -> None:
    """The sentence with a credit is a caption, and so is every copy of it."""
    caption = "Waves break on the sea wall in Vigo, Spain, in May."
    text = f"Storm hits coast\n\n{caption} (photo credit: JANE ROE/REUTERS)\n{caption}\n{BODY}\n{BODY}"
    found = zones(text)
    assert found[:4] == ["headline", "caption", "credit", "caption"]
    assert set(found[4:]) == {"body"}


def test_the_line_above_a_credit_line_is_a_caption() -> None:
    """Caption and credit may stand in two lines."""
    text = f"Storm hits coast\n\n{BODY}\n\nA wave breaks on the wall\nPhoto: Jane Roe\n\n{BODY}"
    assert zones(text)[3:5] == ["caption", "credit"]


def test_a_credit_needs_no_end_mark_before_it() -> None:
    """A bracketed credit is cut off; brackets in prose are not."""
    text = "Waves at Vigo on Sunday (Photo by Jane Roe/Getty Images)"
    assert [s.span.slice(text) for s in segment(text)] == ["Waves at Vigo on Sunday", text[24:]]
    assert zones("The agency (AP), which saw a photo (taken by Roe), said so.") == ["body"]


def test_an_agency_at_the_end_makes_no_caption() -> None:
    """The agency's name closes articles."""
    assert zones(f"Storm hits coast\n\n{BODY}\n\n{BODY} (Reuters)")[-3:] == ["body", "body", "credit"]


def test_section_headings() -> None:
    """A short set-off line between paragraphs heads a section; list items do not."""
    assert zones(f"Storm hits coast\n\n{BODY}\n\nBackground\n\n{BODY}")[3] == "headline"
    assert zones(f"Storm hits coast\n\n{BODY}\n\nmilk\n\nbread\n\n{BODY}")[3:5] == ["body", "body"]


def test_a_pull_quote_is_body() -> None:
    """A quotation set off with its speaker stays in the body."""
    assert zones(f'Storm hits coast\n\n{BODY}\n\n"We ran." - Jane Roe\n\n{BODY}')[3] == "body"


def test_wordings() -> None:
    """Each pattern takes its forms and leaves prose alone."""
    assert all(map(is_date, ["Monday, May 4, 2020", "3 May 2020", "2020-05-03", "Published: May 3, 2020"]))
    assert not any(map(is_date, ["May 3", "In May 2020", "May 3, 2020 was wet", "2020"]))
    assert all(map(is_byline, ["By Jane Roe", "BY JANE ROE", "By Jane Roe and J. van Doe, Staff Writer"]))
    assert all(map(is_byline, ["Jane Roe, Reuters", "Jane Roe | AFP", "Reporting by Jane Roe; editing by J. Doe"]))
    assert not any(map(is_byline, ["By then the town slept", "Jane Roe, mayor", "By Sunday it rained."]))
    assert all(
        map(is_credit, ["Photo: Jane Roe", "(photo credit: J. ROE/AFP)", "Image: NASA.", "© Jane Roe", "(Reuters)"])
    )
    assert all(map(is_credit, ["REUTERS/Jane Roe", "(AP Photo/Jane Roe)", "Photo by Jane Roe", "Credit: Roe"]))
    assert not any(map(is_credit, ["Reuters", "Photo: the wall as it was seen", "Jane Roe/John Doe", "The image: bad"]))
    assert all(map(is_caption, ["FILE PHOTO: A wall", "In this undated photo, a wall", "Figure 2.3 The wall"]))
    assert not any(map(is_caption, ["Figure 2 shows it", "In this town, a photo hangs", "File it"]))
