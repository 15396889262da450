"""Readings: each doubt sees its pattern, and the reading with the fewest wins."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repair_cases import tree
from strategies_trees import trees

from claims.readings import DOUBTS, best, doubts
from claims.text import Span
from claims.trees import Needs, Tree

CASES = {
    "doubled_subject": tree("army/NN/NOUN/nsubj/2", "group/NN/NOUN/nsubj/2", "fired/VBD/VERB/ROOT/2"),
    "gerund_for_subject": tree("quoting/VBG/VERB/csubj/2", ",/,/PUNCT/punct/0", "left/VBD/VERB/ROOT/2"),
    "disagreement": tree(
        "people/NNS/NOUN/nsubjpass/4", "and/CC/CCONJ/cc/0", "ships/NN/NOUN/conj/0", "was/VBD/AUX/auxpass/4",
        "sent/VBN/VERB/ROOT/4",
    ),
    "bare_participle": tree("said/VBD/VERB/ROOT/0", "men/NNS/NOUN/nsubj/2", "found/VBN/VERB/ccomp/0"),
    "inverted_condition": tree(
        "had/VBD/AUX/aux/2", "it/PRP/PRON/nsubj/2", "come/VBN/VERB/ccomp/3", "said/VBD/VERB/ROOT/3"
    ),
    "unlabelled": tree("left/VBD/VERB/ROOT/0", "up/RB/ADV/dep/0"),
    "stray_joiner": tree("he/PRP/PRON/nsubj/1", "left/VBD/VERB/ROOT/1", "and/CC/CCONJ/cc/1"),
    "verb_for_noun": tree("is/VBZ/AUX/ROOT/0", "rates/VBZ/VERB/attr/0"),
    "verbless": tree("one/CD/NUM/ROOT/0", "of/IN/ADP/prep/0", "us/PRP/PRON/pobj/1", "left/VBD/VERB/relcl/0",
                     "././PUNCT/punct/0"),
    "bare_conjunct": tree("meals/NNS/NOUN/nsubj/1", "served/VBD/VERB/ROOT/1", "are/VBP/AUX/conj/1"),
    "no_subject": tree("after/IN/ADP/prep/2", "trains/NNS/NOUN/pobj/0", "arrived/VBD/VERB/advcl/4",
                       "we/PRP/PRON/nsubj/4", "left/VBD/VERB/ROOT/4"),
    "second_object": tree("met/VBD/VERB/ROOT/0", "Ann/NNP/PROPN/dobj/0", ",/,/PUNCT/punct/0", "mayor/NN/NOUN/dobj/0"),
    "unjoined_verb": tree("maps/NNS/NOUN/nsubj/1", "show/VBP/VERB/ROOT/1", "towns/NNS/NOUN/dobj/1", ",/,/PUNCT/punct/1",
                          "lose/VBP/VERB/conj/1"),
    "controlled_infinitive": tree("they/PRP/PRON/nsubj/1", "announce/VBP/VERB/ROOT/1", "talks/NNS/NOUN/dobj/1",
                                  "to/TO/PART/aux/4", "end/VB/VERB/xcomp/1"),
    "bare_preposition": tree("since/IN/ADP/prep/2", "they/NNS/NOUN/nsubj/2", "left/VBD/VERB/ROOT/2"),
}  # fmt: skip
SOUND = tree("he/PRP/PRON/nsubj/1", "left/VBD/VERB/ROOT/1", "home/NN/NOUN/dobj/1")


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.name)
def test_doubt_sees_its_pattern(doubt):
    """A doubt counts its own pattern once and nothing in a sound sentence."""
    assert len(list(doubt.find(CASES[doubt.name]))) == 1
    assert list(doubt.find(SOUND)) == []


#: What doubts look for, and a word that none does.
WORDS = sorted({"w", *(sign for doubt in DOUBTS for need in doubt.needs for sign in need)})


@pytest.mark.property
@settings(max_examples=200, deadline=None)
@given(trees(), st.lists(st.sampled_from(WORDS), min_size=14, max_size=14))
def test_doubts_need_what_the_table_says(drawn, words):
    """A tree that lacks what a doubt needs does not raise it."""
    drawn = Tree(attrs.evolve(t, text=word) for t, word in zip(drawn, words, strict=False))
    for doubt in DOUBTS:
        if any(drawn.signs.isdisjoint(need) for need in doubt.needs):
            assert not list(doubt.find(drawn))


@pytest.mark.parametrize(
    "sound",
    [
        tree("was/VBD/AUX/auxpass/1", "seen/VBN/VERB/ROOT/1", "in/IN/ADP/prep/1", "Rome/NNP/PROPN/pobj/2"),
        tree("left/VBD/VERB/ROOT/0", "as/IN/SCONJ/mark/2", "expected/VBD/VERB/advcl/0"),
        tree("town/NN/NOUN/ROOT/0", "he/PRP/PRON/nsubj/2", "lived/VBD/VERB/relcl/0", "in/IN/ADP/prep/2",
             "May/NNP/PROPN/npadvmod/2"),
        tree("sold/VBD/VERB/ROOT/0", "cars/NNS/NOUN/dobj/0"),
    ],
)  # fmt: skip
def test_no_doubt(sound):
    """Headlines and set phrases need no subject, a preposition at the end of its clause no noun behind it."""
    assert doubts(sound) == 0


def test_the_sound_reading_wins():
    """Fewest doubts first, the earlier of two equals."""
    broken = CASES["doubled_subject"]
    assert doubts(SOUND) == 0
    assert [token.text for token in best([broken, SOUND])] == ["he", "left", "home"]
    assert [token.text for token in best([CASES["unlabelled"], broken])] == ["left", "up"]


def test_a_misread_object_is_read_right(parser):
    """Police found the car, and a driver was taken away: a verb in the singular tells."""
    sentence = "Police found the car and a driver was taken to the station."
    readings = next(parser.readings([(sentence, Span(0, len(sentence)))], lambda tree: True))
    chosen = best(readings)
    car = next(token for token in chosen if token.text == "car")
    assert car.dep == "dobj"


def test_a_sentence_without_a_verb_at_its_top_is_read_again(parser):
    """A verb that the parser hangs below the subject makes the sentence; a phrase with a clause inside stays one."""
    sentences = ("About one of every nine guests this year is expected to stay.", "The best meal that we had.")
    found = [best(it) for it in parser.readings([(s, Span(0, len(s))) for s in sentences], lambda tree: True)]
    assert [tree[tree.root].text for tree in found] == ["expected", "meal"]


def test_needs_are_met_by_labels_and_words():
    """A row may fire where each of its needs is met by a label or a word."""
    needs = Needs.of([(), (frozenset({"dobj"}),), (frozenset({"left", "came"}), frozenset({"cc"}))])
    lacking = needs.lacking(SOUND)
    assert [bool(row & lacking) for row in needs.rows] == [False, False, True]
    lacking = needs.lacking(tree("left/VBD/VERB/ROOT/0", "and/CC/CCONJ/cc/0"))
    assert [bool(row & lacking) for row in needs.rows] == [False, True, False]
