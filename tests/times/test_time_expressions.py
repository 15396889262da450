"""What times of a sentence are found, and what they mean on a day of publication."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.analysis import SentenceSpan, Timex
from claims.errors import UsageError
from claims.repair import mended
from claims.text import Span
from claims.times import adjunct_relation, dateline_date, find_times
from claims.trees import Tree

Parse = Callable[[str], Tree]

#: A Sunday.
DAY = "2020-12-20"


def read(parse: Parse, text: str, day: str | None = DAY, language: str = "en") -> list[tuple[str, str | None]]:
    """Return words and value of every time in one sentence."""
    tree = parse(text)
    found = find_times([tree], day, [SentenceSpan(Span(0, len(text)), 0, "body")], language=language)
    return [(tree.extent(timex.words.tokens).exact(text), timex.value) for timex in found]


def one(parse: Parse, text: str, day: str | None = DAY) -> Timex:
    """Return the only time of a sentence."""
    (found,) = find_times([parse(text)], day, ())
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened on May 3, 2019.", [("May 3, 2019", "2019-05-03")]),
        ("The bridge opened on 3 May 2019.", [("3 May 2019", "2019-05-03")]),
        ("The bridge opened on the 3rd of May 2019.", [("the 3rd of May 2019", "2019-05-03")]),
        ("The bridge opened on Friday, May 3, 2019.", [("Friday, May 3, 2019", "2019-05-03")]),
        ("The bridge opened on 2019-05-03.", [("2019-05-03", "2019-05-03")]),
        ("The bridge opened in May 2019.", [("May 2019", "2019-05")]),
        ("The bridge opened in 2019.", [("2019", "2019")]),
        ("The bridge was built in the 1990s.", [("the 1990s", "199")]),
        ("The bridge was built in the sixties.", [("the sixties", "196")]),
        ("The bridge was built in the 19th century.", [("the 19th century", "18")]),
        ("The bridge was rebuilt in the summer of 2018.", [("the summer of 2018", "2018-SU")]),
        ("Sales rose in the third quarter of 2018.", [("the third quarter of 2018", "2018-Q3")]),
        ("Caesar was killed in 44 BC.", [("44 BC", "BC0044")]),
    ],
)
def test_dates_that_stand_alone(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    """A full date needs no publication date, and means the same with and without one."""
    assert read(parse, text, None) == read(parse, text) or "sixties" in text
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Sunday.", "2020-12-20"),
        ("The mayor resigned on Friday.", "2020-12-18"),
        ("The mayor resigned last Sunday.", "2020-12-13"),
        ("The mayor will resign on Friday.", "2020-12-25"),
        ("The mayor is scheduled to speak on Monday.", "2020-12-21"),
        ("The mayor resigned yesterday.", "2020-12-19"),
        ("The mayor resigned in March.", "2020-03"),
        ("The mayor will resign in March.", "2021-03"),
        ("The mayor resigned on December 2.", "2020-12-02"),
        ("The mayor resigned last week.", "2020-W50"),
        ("The mayor will resign next month.", "2021-01"),
        ("The mayor resigned last year.", "2019"),
        ("The mayor resigned two days ago.", "2020-12-18"),
        ("The mayor resigned two months ago.", "2020-10"),
        ("The mayor resigned ten years ago.", "2010"),
        ("The mayor travelled over the summer.", "2020-SU"),
        ("The mayor resigned last weekend.", "2020-W50-WE"),
        ("The mayor resigned on Thanksgiving.", "2020-11-26"),
        ("The mayor resigned earlier this year.", "2020"),
        ("The mayor resigned by the end of the year.", "2020"),
    ],
)
def test_relative_dates(parse: Parse, text: str, value: str) -> None:
    """Months are the nearest, weekdays the most recent ones, unless the verb points ahead."""
    found = one(parse, text)
    assert (found.value, found.anchor) == (value, "published")


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("The snow fell in mid-November.", "2020-11", "MID"),
        ("The snow fell in late September.", "2020-09", "END"),
        ("The snow fell in early 2019.", "2019", "START"),
        ("The snow fell at the beginning of the 1990s.", "199", "START"),
        ("The snow lay for about two weeks.", "P2W", "APPROX"),
        ("The snow lay for nearly two weeks.", "P2W", "LESS_THAN"),
        ("The snow lay for more than two weeks.", "P2W", "MORE_THAN"),
    ],
)
def test_modifiers(parse: Parse, text: str, value: str, mod: str) -> None:
    """Parts of a time and nearness of a number become TIMEX3 modifiers."""
    found = one(parse, text)
    assert (found.value, found.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The shells fell on Sunday night.", "2020-12-20TNI"),
        ("The shells fell yesterday afternoon.", "2020-12-19TAF"),
        ("The shells fell this morning.", "2020-12-20TMO"),
        ("The shells fell at 3:30 p.m.", "2020-12-20T15:30"),
        ("The shells fell at 15:11 GMT.", "2020-12-20T15:11Z"),
        ("The shells fell at 6 p.m. EST.", "2020-12-20T18:00-05:00"),
        ("The shells fell at noon.", "2020-12-20T12:00"),
        ("The shells fell at five o'clock in the afternoon.", "2020-12-20T17:00"),
    ],
)
def test_times_of_day(parse: Parse, text: str, value: str) -> None:
    """A time of day belongs to the day of publication unless another is named."""
    found = one(parse, text)
    assert (found.type, found.value) == ("TIME", value)


def test_clock_time_takes_the_day_of_its_sentence(parse: Parse) -> None:
    """The day named beside it dates a clock time, which rests on that expression."""
    clock, day = find_times([parse("The shells fell at 3:30 p.m. on Friday.")], DAY, ())
    assert (clock.value, clock.anchor, day.value) == ("2020-12-18T15:30", "1", "2020-12-18")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In the past, boats have rammed the pier.", "the past", "PAST_REF"),
        ("In the past seven firms have left the town.", "the past", "PAST_REF"),
        ("In the past small boats have rammed the pier.", "the past", "PAST_REF"),
        ("Farmers have in the past burned their fields.", "the past", "PAST_REF"),
        ("It is a custom from the past.", "the past", "PAST_REF"),
        ("In the recent past firms have left the town.", "the recent past", "PAST_REF"),
        ("In the near future travel will change.", "the near future", "FUTURE_REF"),
        ("In future, all firms must register.", "future", "FUTURE_REF"),
        ("Gangs raided shops in Lima in past", "past", "PAST_REF"),
        ("They walked past the bridge.", None, None),
        ("Work has slipped past deadlines.", None, None),
        ("The past chairman resigned.", None, None),
        ("In the past campaign he lost.", None, None),
        ("The present government fell.", None, None),
    ],
)
def test_the_past_and_the_future(parse: Parse, text: str, words: str | None, value: str | None) -> None:
    """The past and the future are times without a date, with or without a comma behind; an adjective is none."""
    tree = mended(parse(text))
    found = [(tree.extent(it.words.tokens).exact(text), it.value, it.edtf) for it in find_times([tree], DAY, ())]
    assert found == ([(words, value, None)] if words else [])


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They fought for decades.", "DURATION", "PXDE"),
        ("They fought for two decades.", "DURATION", "P20Y"),
        ("They made a three-day visit.", "DURATION", "P3D"),
        ("They waited for 14 hours.", "DURATION", "PT14H"),
        ("They fought over the past few days.", "DURATION", "PXD"),
        ("They fought for two and a half years.", "DURATION", "P2.5Y"),
        ("They waited for half an hour.", "DURATION", "PT30M"),
        ("They left a month before the election.", "DURATION", "P1M"),
        ("They left days after the election.", "DURATION", "PXD"),
        ("They meet every year.", "SET", "P1Y"),
        ("They meet every other day.", "SET", "P2D"),
        ("They meet twice a week.", "SET", "P1W"),
        ("They meet on Sundays.", "SET", "XXXX-WXX-7"),
        ("They meet daily.", "SET", "P1D"),
        ("They have recently met.", "DATE", "PAST_REF"),
        ("They fought in the past.", "DATE", "PAST_REF"),
        ("They are currently in talks.", "DATE", "PRESENT_REF"),
        ("They will meet in the future.", "DATE", "FUTURE_REF"),
        ("At that time they were in talks.", "DATE", "PAST_REF"),
    ],
)
def test_durations_sets_and_vague_times(parse: Parse, text: str, type_: str, value: str) -> None:
    """Lengths, repetitions and vague times have a type and a value, and no EDTF."""
    found = one(parse, text)
    assert (found.type, found.value, found.edtf) == (type_, value, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair runs from May 3 to 5, 2019.", ["2019-05-03", "2019-05-05"]),
        ("The fair ran from March to August 2011.", ["2011-03", "2011-08"]),
        ("The fair ran from November to February 2011.", ["2010-11", "2011-02"]),
        ("The firm grew between 2004 and 2009.", ["2004", "2009"]),
        ("The firm grew in 2006-2009.", ["2006", "2009"]),
        ("The firm grew in the 18th and 19th centuries.", ["17", "18"]),
    ],
)
def test_ranges_are_two_expressions(parse: Parse, text: str, values: list[str]) -> None:
    """Both ends of a range have a value, also where one leaves out its month or year."""
    assert [value for _, value in read(parse, text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign.",
        "They march on the capital.",
        "A second attempt failed.",
        "Some 1800 soldiers left.",
        "The ticket costs $1995.",
        "Prices fall and spring back.",
        "The quarter-final was lost.",
    ],
)
def test_words_that_only_look_like_times(parse: Parse, text: str) -> None:
    """Verbs, ordinals, counts and prices are no times."""
    assert read(parse, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Sunday night.", "XXXX-WXX-7TNI"),
        ("The mayor resigned on Sunday.", "XXXX-WXX-7"),
        ("The mayor resigned in March.", "XXXX-03"),
        ("The mayor resigned on March 3.", "XXXX-03-03"),
        ("The mayor resigned yesterday.", "XXXX-XX-XX"),
        ("The mayor resigned last year.", "XXXX"),
        ("The mayor resigned last week.", "XXXX-WXX"),
        ("The mayor resigned at 3:30 p.m.", "XXXX-XX-XXT15:30"),
    ],
)
def test_no_publication_date_leaves_it_open(parse: Parse, text: str, value: str) -> None:
    """Without a publication date a relative time is underspecified, with a reason and without EDTF."""
    found = one(parse, text, None)
    assert (found.value, found.edtf, found.anchor) == (value, None, None)
    assert found.reason


def test_partial_publication_date(parse: Parse) -> None:
    """A year or month of publication resolves what needs no more."""
    assert one(parse, "The mayor resigned last year.", "2020").value == "2019"
    assert one(parse, "The mayor resigned last month.", "2020-12").value == "2020-11"
    assert one(parse, "The mayor resigned yesterday.", "2020-12").value == "XXXX-XX-XX"
    assert one(parse, "The mayor resigned last month.", "2020").value == "XXXX-XX"


@pytest.mark.parametrize("day", ["2020-12-20", "2020-12-20T23:30:00", "2020-12-20T23:30Z", "2020-12-20T23:30:00+03:00"])
def test_publication_date_with_time(parse: Parse, day: str) -> None:
    """A date-time counts from its own day, in whatever zone it is given."""
    assert one(parse, "The mayor resigned yesterday.", day).value == "2020-12-19"


@pytest.mark.parametrize("day", ["", "yesterday", "2020-13", "2020-02-30", "20-12-2020", "0000", "2020-12-20T99:00"])
def test_malformed_publication_date_is_refused(day: str) -> None:
    """A publication date that is none is a bad call, not a silent gap."""
    with pytest.raises(UsageError, match="publication date"):
        find_times([], day, ())


def test_numeric_dates_follow_the_language(parse: Parse) -> None:
    """American English puts the month first, British the day; where only one order is possible, that counts."""
    text = "The bridge opened on 03/05/2019."
    assert read(parse, text) == [("03/05/2019", "2019-03-05")]
    assert read(parse, text, language="en-GB") == [("03/05/2019", "2019-05-03")]
    assert read(parse, "The bridge opened on 13/05/2019.")[0][1] == "2019-05-13"


def test_told_dates_move_the_next_day_only(parse: Parse) -> None:
    """Count "the next day" from the date told before, "yesterday" still from the publication."""
    trees = [parse("On December 2 the talks failed."), parse("The next day they left, she said yesterday.")]
    told, after, said = find_times(trees, DAY, ())
    assert (told.value, after.value, said.value) == ("2020-12-02", "2020-12-03", "2020-12-19")
    assert (after.anchor, said.anchor) == ("0", "published")


def test_caption_dates_are_not_told(parse: Parse) -> None:
    """A date in a caption is found, but nothing is counted from it."""
    texts = ["A view of the harbour on May 3, 2011.", "Two years later it closed."]
    zones = [SentenceSpan(Span(0, 9), 0, "caption"), SentenceSpan(Span(10, 20), 1, "body")]
    caption, later = find_times([parse(text) for text in texts], DAY, zones)
    assert (caption.value, later.value) == ("2011-05-03", "XXXX")
    assert later.reason == "no date before it to count from"


def test_general_present_is_no_day(parse: Parse) -> None:
    """What is done "today" in general is the present; what was done today happened on the day."""
    assert one(parse, "The method is still used today.").value == "PRESENT_REF"
    assert one(parse, "The minister resigned today.").value == "2020-12-20"


@pytest.mark.parametrize(
    ("text", "start", "relation"),
    [
        ("He has lived here since May 2019.", "since", "begin"),
        ("He lived here until May 2019.", "until", "end"),
        ("He left before May 2019.", "before", "before"),
        ("He left by May 2019.", "by", "before"),
        ("He left after May 2019.", "after", "after"),
        ("He left in May 2019.", "in", "during"),
        ("He left two full days after the vote.", "two", "after"),
        ("He left a month before the vote.", "a", "before"),
        ("He left just before noon.", "just", "before"),
    ],
)
def test_relation_of_an_adjunct(parse: Parse, text: str, start: str, relation: str) -> None:
    """The word in front of a time, or behind its length, gives the relation."""
    tree = parse(text)
    first = next(token.i for token in tree if token.lower == start)
    assert adjunct_relation(tree, range(first, len(tree) - 1)) == relation


def test_no_words_no_relation(parse: Parse) -> None:
    """An empty adjunct has no relation."""
    assert adjunct_relation(parse("He left."), ()) is None


def test_dateline_is_offered(parse: Parse) -> None:
    """Only the full date of a dateline zone is offered as publication date."""
    texts = ["Harbourtown, May 3, 2011.", "It opened on June 4, 2010."]
    trees = [parse(text) for text in texts]
    body = [SentenceSpan(Span(0, 9), 0, "body"), SentenceSpan(Span(10, 20), 1, "body")]
    line = [SentenceSpan(Span(0, 9), 0, "dateline"), body[1]]
    assert dateline_date(trees, line) == "2011-05-03"
    assert dateline_date(trees, body) is None


def test_habits_name_no_year(parse: Parse) -> None:
    """What usually happens in a month happens in every year's."""
    assert one(parse, "The lake usually freezes in January.").value == "XXXX-01"


def test_what_lay_ahead_of_the_past_is_no_future(parse: Parse) -> None:
    """A threat of the past points at the nearest month, not at one after the publication."""
    assert one(parse, "They threatened to close the embassy in late September.").value == "2020-09"


def test_counts_with_a_half(parse: Parse) -> None:
    """Half a year more is six months more."""
    assert one(parse, "The dam was finished a year and a half ago.").value == "2019-06"


def test_month_or_range_of_years(parse: Parse) -> None:
    """Two figures behind a year are a month if they cannot be a later year."""
    assert one(parse, "It opened in 2019-05.").value == "2019-05"
    assert [value for _, value in read(parse, "It lasted 1939-45.")] == ["1939", "1945"]
