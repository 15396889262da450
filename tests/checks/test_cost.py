"""Checking costs time in proportion to the file, whatever is wrong with it. Processor time, as ratios in one run."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from sample_document import repeated
from timing import cpu_seconds as cost

from claims.checks import locate, validate
from claims.json_input import load_json

Data = dict[str, Any]


@pytest.fixture(scope="module")
def unit() -> float:
    """Processor time that checking a good document of 540 claims takes."""
    data = repeated(60)
    assert validate(data) == ()
    return cost(lambda: validate(data))


def test_cost_is_linear(unit: float) -> None:
    """Ten times the claims take about ten times as long."""
    data = repeated(6)
    assert validate(data) == ()
    assert unit < 20 * cost(lambda: validate(data), 5)


def no_annotators(data: Data) -> None:
    """Let every claim name an annotator who is not there."""
    for claim in data["claims"]:
        claim["by"] = "m_9"


def one_chain(data: Data) -> None:
    """Put each link into the one before."""
    links = data["attributions"]
    for outer, inner in pairwise(links):
        inner["parent"] = outer["id"]


def own_parents(data: Data) -> None:
    """Put each link into itself."""
    for link in data["attributions"]:
        link["parent"] = link["id"]


def wrong_words(data: Data) -> None:
    """Let no slot quote the text."""
    for claim in data["claims"]:
        for mention in claim["who"]:
            mention["exact"] = "zzz"


def many_ranges(data: Data) -> None:
    """Give one claim and its subject twenty thousand ranges."""
    data["claims"][0]["spans"] = [[2 * place, 2 * place + 1] for place in range(20_000)]
    data["claims"][0]["who"][0]["spans"] = data["claims"][0]["spans"]


def unknown_fields(data: Data) -> None:
    """Add fields that the format does not know."""
    data["source"].update({f"note{number}": 1 for number in range(2_000)})


def turned_ranges(data: Data) -> None:
    """Let each claim end before it starts."""
    for claim in data["claims"]:
        claim["spans"] = [claim["spans"][0][::-1]]


def no_claims(data: Data) -> None:
    """Leave one claim: nearly every word is uncovered, and nearly every reference hangs."""
    del data["claims"][1:]
    data["sentences"] = [data["sentences"][0] | {"span": [0, data["source"]["length"]]}]


FAULTS = [no_annotators, one_chain, own_parents, wrong_words, many_ranges, unknown_fields, turned_ranges, no_claims]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_faults_cost_no_more_than_their_number(unit: float, fault: Callable[[Data], None]) -> None:
    """A file that is wrong in every row costs a few times what a good one costs, not the square."""
    data = repeated(60)
    fault(data)
    assert cost(lambda: validate(data), 1) < 10 * unit + 0.3


def test_reading_and_locating_cost_little_more_than_parsing() -> None:
    """Strict reading takes a few times the time of the bare parser; a hundred places not much more."""
    data = json.dumps(repeated(60), indent=1).encode()
    text = data.decode()
    parse = cost(lambda: json.loads(data), 5)
    pointers = [f"/claims/{5 * number}/who/0/exact" for number in range(100)]
    assert cost(lambda: load_json(data), 5) < 5 * parse
    assert cost(lambda: locate(text, pointers), 5) < 10 * parse
