"""Several reviewers' files become one: every verdict is kept, nothing is overwritten."""

from __future__ import annotations

import attrs
import pytest

from claims.checks import validate
from claims.errors import UsageError
from claims.factcheck import disagreements, judge, merge
from claims.model import Document, Evidence, Scale, ScaleRating

LOG = Evidence("supports", "https://example.org/log")


def test_verdicts_side_by_side(bridge: Document) -> None:
    """Reviewers who both signed as p1 and wrote a v1 are kept apart; where they disagree is told."""
    ann = judge(bridge, "c1", "supported", evidence=[LOG], by="Ann")
    bob = judge(judge(bridge, "c1", "refuted", evidence=[LOG], by="Bob"), "c1", "conflicting", evidence=[LOG], by="Bob")
    both = merge([ann, bob])
    assert both.verdicts[:1] == ann.verdicts
    names = {row.id: row.name for row in both.annotators}
    assert [(names[row.by or ""], row.rating) for row in both.verdicts] == [
        ("Ann", "supported"),
        ("Bob", "refuted"),
        ("Bob", "conflicting"),
    ]
    assert both.verdicts[2].supersedes == both.verdicts[1].id
    assert len({row.id for row in both.verdicts}) == 3
    assert [[row.id for row in found.verdicts] for found in disagreements(both)] == [["v1", both.verdicts[2].id]]
    assert validate(both) == ()


def test_common_history_stands_once(bridge: Document) -> None:
    """Verdicts that both files have from before are not doubled, and merging again changes nothing."""
    base = judge(bridge, "c1", "supported", evidence=[LOG], by="Ann")
    ann = judge(base, "c2", "not_checkable", by="Ann")
    bob = judge(base, "c2", "not_enough_evidence", by="Bob")
    both = merge([ann, bob])
    assert len(both.verdicts) == 3
    assert merge([both, ann]) == both
    assert merge([base, base]) == base


def test_one_reviewer_under_two_ids(bridge: Document) -> None:
    """A person whom the files number differently stays one person."""
    one = judge(judge(bridge, "c1", "not_checkable", by="Ann"), "c1", "not_checkable", by="Bob")
    other = judge(bridge, "c2", "not_checkable", by="Bob")
    both = merge([one, other])
    assert [row.name for row in both.annotators] == ["claims", "Ann", "Bob"]
    assert both.verdicts[-1].by == "p2"


def test_scales_are_kept_apart(bridge: Document) -> None:
    """Two scales under one id both stay, and each verdict keeps its own."""
    mine, yours = (Scale("s", "S", (ScaleRating("x", means),)) for means in ("refuted", "supported"))
    both = merge([judge(bridge, "c1", "x", scale=scale, evidence=[LOG]) for scale in (mine, yours)])
    means = {scale.id: scale.ratings[0].means for scale in both.scales}
    assert [means[row.scale or ""] for row in both.verdicts] == ["refuted", "supported"]
    assert validate(both) == ()


def test_files_must_belong_together(bridge: Document) -> None:
    """Files on another text, or with other claims, are refused with what differs."""
    other = attrs.evolve(bridge, source=attrs.evolve(bridge.source, sha256="0" * 64))
    with pytest.raises(UsageError, match="file 2 is about another text"):
        merge([bridge, other])
    fewer = attrs.evolve(bridge, claims=bridge.claims[:1])
    with pytest.raises(UsageError, match="differ in claims: c2"):
        merge([bridge, bridge, fewer])
    with pytest.raises(UsageError, match="nothing to merge"):
        merge([])
