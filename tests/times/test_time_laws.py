"""Laws that hold for any words at all: nothing crashes, values are well-formed, time is linear."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from times_strategies import blank, published, sentences
from timing import cpu_seconds

from claims.analysis import SentenceSpan, Timex
from claims.text import Span
from claims.times import agree, find_times, interval, is_edtf, is_timex_value


def times(text: str, day: str | None = "2020-12-20", language: str = "en") -> tuple[Timex, ...]:
    """Find the times of one sentence without a parser."""
    place = SentenceSpan(Span(0, max(1, len(text))), 0, "body")
    return find_times([blank(text)], day, [place], language=language)


@pytest.mark.property
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sentences, published, st.sampled_from(["en", "en-US", "en-GB"]))
def test_any_words_give_valid_values(text: str, day: str | None, language: str) -> None:
    """Every value is well-formed TIMEX3 with EDTF that the library accepts, or says why it has none."""
    for timex in times(text, day, language):
        if timex.value is not None:
            assert is_timex_value(timex.type, timex.value)
        if timex.value is None or ("X" in timex.value and timex.type != "SET"):
            assert timex.reason
        if timex.edtf is not None:
            assert is_edtf(timex.edtf)
            assert agree(timex.type, timex.value, timex.mod, timex.edtf)
            for relation in ("begin", "end", "before", "after"):
                found = interval(timex.edtf, relation)  # type: ignore[arg-type]
                assert found is None or is_edtf(found)


@pytest.mark.property
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sentences, max_size=4), published)
def test_expressions_are_disjoint_and_in_order(texts: list[str], day: str | None) -> None:
    """Expressions stand in text order, share no token, and rest only on expressions that exist."""
    found = find_times([blank(text) for text in texts], day, ())
    places = [(timex.words.sentence, token) for timex in found for token in timex.words.tokens]
    assert places == sorted(set(places))
    anchors = {timex.anchor for timex in found} - {None, "published"}
    assert anchors <= {str(index) for index in range(len(found))}


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(sentences)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    """No value rests on a publication date that is not known."""
    assert all(timex.anchor != "published" for timex in times(text, None))


@pytest.mark.parametrize(
    "text",
    [
        "32 February",
        "99999999 years ago",
        "Q9 2020",
        "9999999999999999 days later",
        "0 BC",
        "30 February 2019",
        "25:61",
    ],
)
def test_impossible_times_are_not_resolved(text: str) -> None:
    """What no calendar holds is found without a value, or not found as that time at all."""
    for timex in times(text):
        assert timex.value is None or is_timex_value(timex.type, timex.value)
        assert timex.value is None or "9999999" not in timex.value


def test_a_day_that_does_not_exist_says_so() -> None:
    """30 February has no value, and the reason is given."""
    (found,) = times("on 30 February 2019")
    assert (found.value, found.reason) == (None, "the calendar has no such day")


def test_centuries_ago_beyond_the_calendar() -> None:
    """Counting back behind the year 1 gives no value."""
    (found,) = times("99999999 years ago")
    assert (found.value, found.reason) == (None, "outside the years 1 to 9999")


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "1 ",
        "May ",
        "3:30 May 1, ",
        "the next day ",
        "1 1 / 2 ",
        "twenty - ",
        "early mid ",
        "today ",
        "( ",
        "half past ",
    ],
)
def test_time_is_linear(part: str) -> None:
    """Long nonsense takes time in proportion to its length, and 100 kB of digits next to none."""
    size = 8_000 // len(part)
    small, large = blank(part * size), blank(part * size * 4)
    first = cpu_seconds(lambda: find_times([small], "2020-12-20", ()))
    # Linear is a factor of 4; a quadratic step would take 16. The constant forgives a busy machine.
    assert cpu_seconds(lambda: find_times([large], "2020-12-20", ())) < 9 * first + 0.5


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(sentences, st.text(max_size=60)), published, st.sampled_from(["en", "en-GB"]))
def test_ten_thousand_strings(text: str, day: str | None, language: str) -> None:
    """No string crashes the finder; what it finds is well-formed, or open with a reason."""
    for timex in times(text, day, language):
        assert timex.value is None or is_timex_value(timex.type, timex.value)
        assert timex.edtf is None or agree(timex.type, timex.value, timex.mod, timex.edtf)
        assert timex.value is not None or timex.reason


@pytest.mark.parametrize("text", ["1" * 100_000, "May " * 25_000, "12:" * 33_000, "1/" * 50_000, "'" * 100_000])
def test_a_hundred_thousand_characters(text: str) -> None:
    """The longest nonsense of a sentence is done with in seconds."""
    tree = blank(text)
    assert cpu_seconds(lambda: find_times([tree], "2020-12-20", ()), rounds=1) < 10
