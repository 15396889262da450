"""Numeric dates: 03/05/2019 is the third of May or the fifth of March."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.times import DateOrder, find_times
from claims.trees import Tree

Parse = Callable[[str], Tree]


@pytest.mark.parametrize(
    ("language", "order", "value"),
    [
        ("en", None, "2019-03-05"),
        ("en-US", None, "2019-03-05"),
        ("en-GB", None, "2019-05-03"),
        ("en-GB", "mdy", "2019-03-05"),
        ("en-US", "dmy", "2019-05-03"),
    ],
)
def test_the_order_that_is_given_wins_over_the_language(
    parse: Parse, language: str, order: DateOrder | None, value: str
) -> None:
    """Order first, then the language."""
    (found,) = find_times([parse("It opened on 03/05/2019.")], None, (), language=language, date_order=order)
    assert found.value == value


@pytest.mark.parametrize(("other", "value"), [("13/05/2019", "2019-05-03"), ("05/13/2019", "2019-03-05")])
def test_plain_english_follows_the_dates_of_the_text(parse: Parse, other: str, value: str) -> None:
    """A date that leaves no choice settles those that do, before or behind it."""
    trees = [parse("It opened on 03/05/2019."), parse(f"It shut on {other}.")]
    assert find_times(trees, None, ())[0].value == value


def test_dates_that_contradict_each_other_settle_nothing(parse: Parse) -> None:
    """Where both orders occur, the month comes first, as without any."""
    trees = [parse(f"It opened on {day}.") for day in ("03/05/2019", "13/05/2019", "05/13/2019")]
    assert find_times(trees, None, ())[0].value == "2019-03-05"


@pytest.mark.parametrize("text", ["It opened on 2019-05-03.", "It opened on 2019/05/03.", "It opened on 3.5.2019."])
def test_iso_and_dotted_dates_have_one_order(parse: Parse, text: str) -> None:
    """ISO dates and dates with points mean the same everywhere."""
    values = {find_times([parse(text)], None, (), date_order=order)[0].value for order in ("mdy", "dmy")}
    assert values == {"2019-05-03"}
