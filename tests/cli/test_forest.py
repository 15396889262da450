"""Claims as trees below their speech acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cli.forest import Branch, clipped, forest
from claims.cli.views import ClaimView, Piece, Row, SentenceView

NAMES = [f"c{number}" for number in range(1, 7)]


def sentence(under: dict[str, str], voices: dict[str, str] | None = None) -> SentenceView:
    """Build a sentence of claims with what each stands under."""
    told = voices or {}
    claims = tuple(
        ClaimView(name, name, Row("marks", ()), (), act, (Piece(told[name]),) if name in told else ())
        for name, act in under.items()
    )
    return SentenceView("s1", "body", "", "", claims)


def drawn(branch: Branch) -> str:
    """Return a branch as it is drawn."""
    return branch.stem + (branch.claim.id if branch.claim else "".join(piece.text for piece in branch.voice))


def test_chain() -> None:
    """What is told within what is told hangs one step deeper; the author's own claims stand at the edge."""
    found = forest(sentence({"c1": "", "c2": "c1", "c3": "c2", "c4": "c1", "c5": ""}))
    assert list(map(drawn, found)) == ["c1", "├─ c2", "│  └─ c3", "└─ c4", "c5"]


def test_act_behind_its_content() -> None:
    """The act comes first, wherever it stands in the file."""
    assert list(map(drawn, forest(sentence({"c1": "c2", "c2": ""})))) == ["c2", "└─ c1"]


def test_voice_from_elsewhere() -> None:
    """One voice stands over all the claims that it says here but whose act is of another sentence."""
    found = forest(sentence({"c1": "c0", "c2": "", "c3": "c0"}, {"c1": "she said", "c3": "she said"}))
    assert list(map(drawn, found)) == ["she said", "├─ c1", "└─ c3", "c2"]


@pytest.mark.property
@given(st.lists(st.sampled_from(["", *NAMES]), min_size=len(NAMES), max_size=len(NAMES)))
def test_every_claim_once(acts: list[str]) -> None:
    """Whatever stands under what, in circles too, every claim is drawn once."""
    found = [branch.claim.id for branch in forest(sentence(dict(zip(NAMES, acts, strict=True)))) if branch.claim]
    assert sorted(found) == NAMES


def test_clipped() -> None:
    """Narrow sheets get whole branches of the stem's end, or none."""
    assert clipped("│  └─ ", 6) == "│  └─ "
    assert clipped("│  └─ ", 4) == "└─ "
    assert clipped("│  └─ ", 2) == ""
