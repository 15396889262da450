"""Claims stand in the order of time; where no date is known, nothing is made up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import documents

from claims.model import Document
from claims.timeline import chronology


def ids(found: Any) -> list[str]:
    """Return the claims' ids."""
    return [entry.claim for entry in found]


def test_dates_first(make: Any) -> None:
    """By the first day, then the last; what begins nowhere stands at its end; the undated last, in text order."""
    found = chronology([make([None], ["2020-12"], ["2019/.."], ["2019"], ["../2018"], [None], ["2020-12-20"])])
    assert ids(found.placed) == ["c5", "c4", "c3", "c2", "c7"]
    assert ids(found.undated) == ["c1", "c6"]


def test_several_documents(make: Any) -> None:
    """Claims of several documents are sorted together and remember where they come from."""
    found = chronology([make(["2020"], ["2018"], id="x"), make(["2019"], id="y")])
    assert [(entry.source, entry.claim) for entry in found.placed] == [("x", "c2"), ("y", "c1"), ("x", "c1")]


@pytest.mark.parametrize(
    ("word", "order"),
    [("before", ["c2", "c1", "c3"]), ("after", ["c1", "c2", "c3"]), ("while", ["c1", "c2", "c3"])],
)
def test_beside_a_dated_claim(make: Any, word: str, order: list[str]) -> None:
    """A claim without a date stands on the right side of the dated one that it is tied to."""
    found = chronology([make(["2019"], [None, None, (word, "c1")], ["2020"])])
    assert ids(found.placed) == order
    assert found.placed[order.index("c2")].anchor is not None
    assert found.undated == ()


def test_ties_lead_back(make: Any) -> None:
    """A dated claim before an undated one orders it too."""
    found = chronology([make(["2019", None, ("before", "c2")], [None], ["2020"])])
    assert ids(found.placed) == ["c1", "c2", "c3"]


def test_ties_lead_on(make: Any) -> None:
    """Ties lead through undated claims as long as they lead the same way; before something after says nothing."""
    same = make([None, None, ("after", "c2")], [None, None, ("after", "c3")], ["2019"])
    assert ids(chronology([same]).placed) == ["c3", "c1", "c2"]
    mixed = make([None, None, ("before", "c2")], [None, None, ("after", "c3")], ["2019"])
    assert ids(chronology([mixed]).placed) == ["c3", "c2"]
    anchor = chronology([mixed]).undated[0].anchor
    assert anchor is not None
    assert (anchor.relation, anchor.claim) == ("before", 1)


def test_circles(make: Any) -> None:
    """Claims that the file orders in a circle stay undated."""
    found = chronology([make([None, None, ("after", "c2")], [None, None, ("after", "c1")])])
    assert ids(found.undated) == ["c1", "c2"]


def test_other_ties_say_nothing(make: Any) -> None:
    """A tie whose word is none of order leaves a claim undated, as does one to a claim that is not there."""
    found = chronology([make(["2019"], [None, None, ("if", "c1")], [None, None, ("after", "c99")])])
    assert ids(found.undated) == ["c2", "c3"]


def test_who_and_source(make: Any) -> None:
    """The filters look for words in names, in whatever case; the author is a source; both must hold."""
    document = make(
        ["2019", None, None, "The Ministry", None],
        ["2020", None, None, "Ana Ruiz", "the ministry"],
        [None, None, None, "Ana Ruiz", None],
    )
    assert ids(chronology([document], who="ministry").placed) == ["c1"]
    assert ids(chronology([document], source="MINISTRY").placed) == ["c2"]
    assert ids(chronology([document], source="the author").placed) == ["c1"]
    assert ids(chronology([document], who="ruiz", source="author").undated) == ["c3"]


def test_a_hidden_claim_still_orders(make: Any) -> None:
    """A claim stands beside a dated one that the filter leaves out."""
    document = make(["2019", None, None, "X"], [None, None, ("after", "c1"), "Y"], ["2018", None, None, "Y"])
    assert ids(chronology([document], who="Y").placed) == ["c3", "c2"]


def test_what_leaves_least_open(make: Any) -> None:
    """Of several times the shortest counts; going on since a day is through, being within is not."""
    document = make(["2019-05/..", "begin"], ["2019-05", "during"], ["2003/..", "after"])
    found = {entry.claim: entry.interval for entry in chronology([document]).placed}
    assert [found[name].meaning for name in ("c1", "c2", "c3") if found[name]] == ["through", "within", "within"]


def test_early_mid_late(make: Any) -> None:
    """The part of a month that the text names is taken, and the claim ordered by it."""
    document = make(
        ["2020-11", None, None, None, None, "END"], ["2020-11-15"], ["2020-11", None, None, None, None, "START"]
    )
    found = chronology([document]).placed
    assert ids(found) == ["c3", "c2", "c1"]
    assert found[0].interval is not None
    assert found[0].interval.rough


@pytest.mark.property
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(documents(), max_size=2))
def test_nothing_is_lost(several: list[Document]) -> None:
    """Of any documents every claim is on the timeline once, dated ones in order."""
    found = chronology(several)
    everything = sorted((entry.document, entry.number) for entry in (*found.placed, *found.undated))
    assert everything == [(at, number) for at, one in enumerate(several) for number in range(len(one.claims))]
    keys = [entry.interval.key for entry in found.placed if entry.interval]
    assert all(one <= other for one, other in pairwise(keys))
