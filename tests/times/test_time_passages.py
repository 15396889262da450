"""What a time without a year or day means in its passage: the publication's year, a told one, or no one's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.analysis import Adjunct, SentenceSpan
from claims.text import Span
from claims.times import find_times, placed
from claims.trees import Tree

Parse = Callable[[str], Tree]

DAY = "2020-12-20"


def values(parse: Parse, *texts: str, day: str | None = DAY) -> list[str | None]:
    """Return the values of all times in some sentences."""
    places = [SentenceSpan(Span(0, len(text)), 0, "body") for text in texts]
    return [timex.value for timex in find_times([parse(text) for text in texts], day, places)]


def test_news_returns_to_the_year_of_publication(parse: Parse) -> None:
    """An earlier year holds no longer once a sentence is in the present tense or counts from the publication."""
    aside = "The farmers trust the bank although it failed them in October 2014."
    assert values(parse, aside, "It sold a mill on November 17.") == ["2014-10", "2020-11-17"]
    told = ("The bank failed in October 2014.", "It sold a mill last week.", "On December 2 it sold a second one.")
    assert values(parse, *told) == ["2014-10", "2020-W50", "2020-12-02"]


def test_a_passage_keeps_its_year(parse: Parse) -> None:
    """Sentences in the past tense go on telling of the year that a date or their opening has named."""
    war = ("The war began in June 1914.", "He enlisted in August.", "She left the town on November 3.")
    assert values(parse, *war) == ["1914-06", "1914-08", "1914-11-03"]
    assert values(parse, "In 1961, he left the army.", "He married in August.") == ["1961", "1961-08"]
    years = ("He joined the club on July 13, 2001.", "He opened 2002 with a win.", "They sold him on May 1.")
    assert values(parse, *years) == ["2001-07-13", "2002", "2002-05-01"]
    assert values(parse, "The firm, founded in 1961, is small.", "It grew in August.") == ["1961", "2020-08"]


def test_a_photograph_shows_what_has_been(parse: Parse) -> None:
    """The simple present of a timetable lies ahead; what a caption tells in it has been."""
    text = "Fans arrive at the stadium on Friday."
    for zone, value in (("body", "2020-12-25"), ("caption", "2020-12-18")):
        (found,) = find_times([parse(text)], "2020-12-20", [SentenceSpan(Span(0, len(text)), 0, zone)])
        assert found.value == value


def test_the_year_of_a_passage(parse: Parse) -> None:
    """The year is the one that the passage tells of, else that of publication."""
    war = ("The war began in May 2003.", "By the end of the year, 800 men had died.")
    assert values(parse, *war) == ["2003-05", "2003"]
    assert values(parse, "By the end of the year, 800 men had died.") == ["2020"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said the plant would close in May.", "2021-05"),
        ("The minister said the plant would close in September.", "2021-09"),
        ("They plan to open the bridge in November.", "2021-11"),
        ("The bridge is to open in November.", "2021-11"),
        ("The firm threatened to shut its plant in November.", "2020-11"),
        ("The firm shut its plant in November.", "2020-11"),
    ],
)
def test_futures_told_in_the_past(parse: Parse, text: str, value: str) -> None:
    """What somebody said would happen lies ahead; what somebody threatened to do need not."""
    assert values(parse, text, day="2021-03-03") == [value]


def test_a_weekday_ahead_of_the_saying(parse: Parse) -> None:
    """What was said on Tuesday to happen on Friday happens on the Friday after that Tuesday."""
    text = "The court said on Tuesday that it would rule on Friday."
    assert values(parse, text, day="2021-03-03") == ["2021-03-02", "2021-03-05"]
    assert values(parse, text, day="2021-03-07") == ["2021-03-02", "2021-03-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial begins on Monday.", "2021-03-08"),
        ("Two people die in a crash on Monday.", "2021-03-01"),
    ],
)
def test_timetables_and_reports(parse: Parse, text: str, value: str) -> None:
    """The simple present of a timetable points ahead, that of a report does not."""
    assert values(parse, text, day="2021-03-03") == [value]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The mill burned down two hours ago.", "2021-03-03T14:20:00+01:00", "2021-03-03T12:20+01:00"),
        ("The plane landed 45 minutes ago.", "2021-03-03T00:20:00Z", "2021-03-02T23:35Z"),
        ("The plane landed 45 minutes ago.", "2021-03-03", "XXXX-XX-XXTXX:XX"),
        ("The plane landed two hours ago.", "0001-01-01T00:00:00", None),
    ],
)
def test_hours_are_counted_from_a_time(parse: Parse, text: str, published: str, value: str | None) -> None:
    """Hours and minutes need the time of publication, not only its day."""
    assert values(parse, text, day=published) == [value]


def test_a_part_needs_its_of(parse: Parse) -> None:
    """In "will close in May" the close is no part of May."""
    assert values(parse, "The mill will close in May.", day="2021-03-03") == ["2021-05"]
    (found,) = find_times([parse("It fell at the close of 2019.")], DAY, ())
    assert (found.value, found.mod) == ("2019", "END")


def test_a_clock_time_belongs_to_its_own_clause(parse: Parse) -> None:
    """A day in the next clause does not date the clock time before it."""
    text = "He arrives tomorrow at 5 p.m. and leaves next Friday."
    assert values(parse, text, day="2021-03-03") == ["2021-03-04", "2021-03-04T17:00", "2021-03-05"]


def test_what_is_so_every_day_has_no_day(parse: Parse) -> None:
    """A habit names no day: nor does "today" beside many and a simple present."""
    assert values(parse, "The old bell still sounds at noon.") == ["XXXX-XX-XXT12:00"]
    assert values(parse, "April is the driest month.") == ["XXXX-04"]
    assert values(parse, "Today, many villagers live alone.") == ["PRESENT_REF"]
    assert values(parse, "Today, the council rules on the bridge.") == ["2020-12-20"]


def test_the_day_of_a_weekday(parse: Parse) -> None:
    """Behind "the end of the day", a weekday says which day."""
    assert values(parse, "The mill was cold by the end of the day Saturday.") == ["2020-12-19"]


def test_years_as_they_are_spoken(parse: Parse) -> None:
    """Two numbers in words are a year behind a preposition, not in front of what they count."""
    assert values(parse, "He moved there in nineteen eighty-four.") == ["1984"]
    assert values(parse, "He paid in twenty twenty-dollar notes.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output fell from 1980 to 2012.", ("during", "1980/2012")),
        ("It was open between May and June 2015.", ("during", "2015-05/2015-06")),
        ("It was open since May 2015.", ("begin", "2015-05/..")),
        ("It fell in the past.", ("during", None)),
    ],
)
def test_a_stretch_of_two_times_is_one_interval(parse: Parse, text: str, expected: tuple[str, str | None]) -> None:
    """The clause fills the stretch from its first time to its second; what no calendar holds has no interval."""
    tree = parse(text)
    timexes = find_times([tree], DAY, ())
    verb = next(token.i for token in tree if token.tag == "VBD")
    adverbs = {"open", "."}
    adjunct = Adjunct(tuple(t.i for t in tree if t.i > verb and t.lower not in adverbs), 0)
    assert placed(tree, timexes, adjunct) == expected


def test_a_length_is_not_measured_from_the_next_sentence(parse: Parse) -> None:
    """What a length is counted from stands in its own sentence, however far the next time of the text is."""
    trees = [
        parse("It comes a month before the mayor leaves."),
        parse("The old stone bridge that the city built and that nobody ever mended was closed in January 2020."),
    ]
    timexes = find_times(trees, DAY, ())
    assert len(timexes) == 2
    assert placed(trees[0], timexes, Adjunct((2, 3, 4), 0)) == ("before", None)
