"""What holds of every repair and of every tree: needs, reasons, and that a mended tree is one."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies_trees import trees

from claims.repair import RARE, REPAIRS, mended
from claims.trees import Tree


def test_reasons_name_repairs():
    """Only what is in the table has a reason to stay in it."""
    assert set(RARE) <= {repair.name for repair in REPAIRS}


#: What repairs look for, and a word that none does.
WORDS = sorted({"w", *(sign for repair in REPAIRS for need in repair.needs for sign in need)})


@pytest.mark.property
@settings(max_examples=200, deadline=None)
@given(trees(), st.lists(st.sampled_from(WORDS), min_size=14, max_size=14))
def test_repairs_need_what_the_table_says(before, words):
    """A tree that lacks what a repair needs is not moved by it."""
    before = Tree(tuple(attrs.evolve(t, text=word) for t, word in zip(before, words, strict=False)))
    for repair in REPAIRS:
        if any(before.signs.isdisjoint(need) for need in repair.needs):
            assert not list(repair.find(before))


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(trees())
def test_a_mended_tree_is_a_tree(before):
    """One root, no cycle, the same words: whatever came in."""
    after = mended(before)
    assert len(after.subtree(after.root)) == len(before)
    assert [t.text for t in after] == [t.text for t in before]
