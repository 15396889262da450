"""Repairs of trees: each mends its pattern, and none breaks a tree."""

from __future__ import annotations

import attrs
import pytest
from inversion_cases import CASES as INVERSIONS
from joined_cases import CASES as JOINED
from name_cases import CASES as NAMES
from repair_cases import CASES, named, tree
from saying_cases import CASES as SAYINGS
from verb_cases import CASES as VERBS

from claims.repair import REPAIRS, mended
from claims.trees import Tree


def test_infinitive_condition():
    """The sentence "Were the pact to lapse, both would leave" holds one condition, whose verb is the infinitive."""
    before = tree(
        "Were/VBD/VERB/ccomp/7", "the/DT/DET/det/2", "pact/NN/NOUN/attr/0", "to/TO/PART/aux/4",
        "lapse/VB/VERB/relcl/2", "both/DT/PRON/nsubj/7", "would/MD/AUX/aux/7", "leave/VB/VERB/ROOT/7",
    )  # fmt: skip
    after = mended(before)
    assert {i: (after[i].head, after[i].dep) for i in (0, 2, 4)} == {0: (4, "aux"), 2: (4, "nsubj"), 4: (7, "advcl")}


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.name)
def test_repair_mends_its_pattern(repair):
    """The heads and labels of the pattern change as described, all others stay."""
    before, changes = {**CASES, **INVERSIONS, **JOINED, **NAMES, **SAYINGS, **VERBS}[repair.name]
    # A few verbs are known by their lemmas.
    lemmas = {"said": "say", "were": "be", "did": "do", "paid": "pay", "hung": "hang", "was": "be", "is": "be"}
    lemmas["feared"] = "fear"
    before = Tree(tuple(attrs.evolve(t, lemma=lemmas.get(t.text, t.lemma)) for t in before))
    if repair.name in {"torn_hyphen", "torn_title"}:
        before = Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before))
    after = mended(before)
    for old, new in zip(before, after, strict=True):
        assert (new.head, new.dep) == changes.get(old.i, (old.head, old.dep))


@pytest.mark.parametrize(
    ("name", "index", "tag"),
    [
        ("past_of_sentence", 2, "VBD"),
        ("past_for_participle", 1, "VBD"),
        ("active_behind_passive", 4, "VBD"),
        ("past_in_row", 3, "VBD"),
        ("participle_in_row", 6, "VBN"),
    ],
)
def test_a_participle_is_read_as_a_past(name, index, tag):
    """What takes the object of the verb behind it, or is done to nobody, is active; what follows a passive is none."""
    assert mended(JOINED[name][0])[index].tag == tag


def test_a_bare_verb_with_a_plural_subject_is_finite():
    """Of "ships use it" the verb is finite, of "help ships use it" and "may ships use it" it is not; "she uses it" has
    no noun for a verb.
    """
    ships = ("ships/NNS/NOUN/nsubj/2", "use/VB/VERB/ccomp/0", "it/PRP/PRON/dobj/2")
    tags = [
        [token.tag for token in mended(before)][-2]
        for before in (
            tree("ships/NNS/NOUN/nsubj/1", "use/VB/VERB/ROOT/1", "it/PRP/PRON/dobj/1"),
            tree("help/VB/VERB/ROOT/0", *ships),
            tree("may/MD/AUX/ROOT/0", *ships),
            tree("say/VBP/VERB/ROOT/0", *ships),
            tree("she/PRP/PRON/nsubj/1", "uses/NNS/NOUN/ROOT/1", "it/PRP/PRON/dobj/1"),
            tree("ships/NNS/NOUN/nsubj/1", "own/JJ/ADJ/ROOT/1", "it/PRP/PRON/dobj/1"),
            tree("us/PRP/PRON/nsubj/2", "old/JJ/ADJ/amod/2", "users/NNS/NOUN/ROOT/2", "!/./PUNCT/punct/2"),
        )
    ]
    assert tags == ["VBP", "VB", "VB", "VBP", "VBZ", "VBP", "NNS"]


def test_a_noun_joined_to_a_verb_becomes_one():
    """The word class changes with the reading."""
    after = mended(VERBS["noun_for_verb"][0])
    assert (after[3].pos, after[3].tag) == ("VERB", "VB")


@pytest.mark.parametrize(
    ("before", "heads"),
    [
        # The firm that runs the pier, Aerolux, left.
        (["firm/NN/NOUN/nsubj/7", "that/WDT/PRON/nsubj/2", "runs/VBZ/VERB/relcl/0", "pier/NN/NOUN/dobj/2",
          ",/,/PUNCT/punct/3", "Aerolux/NNP/PROPN/appos/3/ORG", ",/,/PUNCT/punct/3", "left/VBD/VERB/ROOT/7"], 0),
        # The firm that runs Aerolux, the pier's owner, left: a body has a name of its own.
        (["firm/NN/NOUN/nsubj/7", "that/WDT/PRON/nsubj/2", "runs/VBZ/VERB/relcl/0", "Aerolux/NNP/PROPN/dobj/2/ORG",
          ",/,/PUNCT/punct/3", "Roe/NNP/PROPN/appos/3/ORG", ",/,/PUNCT/punct/3", "left/VBD/VERB/ROOT/7"], 3),
        # A ship moored in Bergen, Aerolux, left; and a unit of Acme.
        (["a/DT/DET/det/1", "ship/NN/NOUN/nsubj/7", "in/IN/ADP/prep/1", "Bergen/NNP/PROPN/pobj/2/GPE",
          ",/,/PUNCT/punct/3", "Aerolux/NNP/PROPN/appos/3/PERSON", ",/,/PUNCT/punct/3", "left/VBD/VERB/ROOT/7"], 1),
        (["a/DT/DET/det/1", "unit/NN/NOUN/nsubj/7", "of/IN/ADP/prep/1", "Acme/NNP/PROPN/pobj/2/ORG",
          ",/,/PUNCT/punct/3", "Aerolux/NNP/PROPN/appos/3", ",/,/PUNCT/punct/3", "left/VBD/VERB/ROOT/7"], 1),
        # A firm in Dayton, Ohio, left.
        (["a/DT/DET/det/1", "firm/NN/NOUN/nsubj/7", "in/IN/ADP/prep/1", "Dayton/NNP/PROPN/pobj/2/GPE",
          ",/,/PUNCT/punct/3", "Ohio/NNP/PROPN/appos/3/GPE", ",/,/PUNCT/punct/3", "left/VBD/VERB/ROOT/7"], 3),
    ],
)  # fmt: skip
def test_a_firm_is_named_behind_its_description(before, heads):
    """A body's name belongs to the body, not to the thing that its description ends in."""
    assert mended(tree(*before))[5].head == heads


def test_a_topic_before_a_colon():
    """A topic or speaker before a colon governs nothing behind it, and "WHO" in capitals is a body."""
    after = mended(tree(
        "outbreak/NN/NOUN/ROOT/0", ":/:/PUNCT/punct/0", "WHO/WP/PRON/nsubj/3", "acts/VBZ/VERB/relcl/0",
    ))  # fmt: skip
    assert [(token.head, token.dep, token.pos) for token in after][0::2] == [(3, "dep", "NOUN"), (3, "nsubj", "PROPN")]
    after = mended(tree(
        "Roe/NN/NOUN/prep/4/PERSON", ":/:/PUNCT/punct/4", "I/PRP/PRON/nsubj/4", "will/MD/AUX/aux/4",
        "go/VB/VERB/ROOT/4",
    ))  # fmt: skip
    assert (after[0].dep, after[0].tag) == ("npadvmod", "NNP")


def test_who_belongs_to_a_name():
    """Of "Ann Lee, of Leeds, who left" the person left."""
    after = mended(tree(
        "Lee/NNP/PROPN/nsubj/6/PERSON", "of/IN/ADP/prep/0", "Leeds/NNP/PROPN/pobj/1/GPE", ",/,/PUNCT/punct/2",
        "who/WP/PRON/nsubj/5", "left/VBD/VERB/relcl/2", "fell/VBD/VERB/ROOT/6",
    ))  # fmt: skip
    assert after[5].head == 0


def test_who_names_somebody_as_something():
    """Of "named by police as Ann" the name is the verb's, but not in "by men such as Ann"."""
    rows = ["named/VBN/VERB/ROOT/0", "by/IN/ADP/agent/0", "men/NNS/NOUN/pobj/1"]
    after = mended(tree(*rows, "as/IN/ADP/prep/2", "Ann/NNP/PROPN/pobj/3/PERSON"))
    assert after[3].head == 0
    such = mended(tree(*rows, "such/JJ/ADJ/amod/4", "as/IN/ADP/prep/2", "Ann/NNP/PROPN/pobj/4/PERSON"))
    assert such[4].head == 2


def test_two_that_belong_to_somebody_are_a_list():
    """The words "the singer, her husband and their dog left" tell of three."""
    after = mended(tree(
        "singer/NN/NOUN/nsubj/7", ",/,/PUNCT/punct/0", "her/PRP$/PRON/poss/3", "husband/NN/NOUN/appos/0",
        "and/CC/CCONJ/cc/3", "their/PRP$/PRON/poss/6", "dog/NN/NOUN/conj/3", "left/VBD/VERB/ROOT/7",
    ))  # fmt: skip
    assert (after[3].head, after[3].dep) == (0, "conj")


def test_a_hyphen_joins_adjectives():
    """Where a hyphen was taken for an adjective, the last of the three is the complement."""
    before = tree("is/VBZ/AUX/ROOT/0", "pro/JJ/ADJ/acomp/0", "-/JJ/ADJ/acomp/0", "British/JJ/ADJ/acomp/0")
    after = mended(Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before)))
    assert [(token.head, token.dep) for token in after][1:] == [(3, "compound"), (3, "punct"), (0, "acomp")]


def test_what_a_hyphen_tears_off_holds_the_word():
    """Where the front of a word was taken for the verb's, the whole word takes its place."""
    before = tree("co/NN/NOUN/advcl/3", "-/NN/NOUN/nsubj/0", "owner/NN/NOUN/nsubj/0", "left/VBD/VERB/ROOT/3")
    after = mended(Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before)))
    assert [(token.head, token.dep) for token in after][:3] == [(2, "compound"), (2, "punct"), (3, "nsubj")]


def test_a_name_torn_at_several_hyphens():
    """All of it goes where the first piece stood, and what hangs on a piece hangs on the whole."""
    before = tree(
        "met/VBD/VERB/ROOT/0", "Jund/NNP/PROPN/compound/3", "-/HYPH/PUNCT/punct/3", "e/NNP/PROPN/dobj/0",
        "-/NNP/PROPN/dobj/0", "Shams/NNP/PROPN/dobj/0", "now/RB/ADV/advmod/3",
    )  # fmt: skip
    after = mended(Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before)))
    assert [(token.head, token.dep) for token in after][1:] == [
        (5, "compound"), (5, "punct"), (5, "compound"), (5, "punct"), (0, "dobj"), (5, "advmod"),
    ]  # fmt: skip


def test_the_last_of_a_list_passes_for_a_second_subject():
    """It is joined to the first, as the name between is."""
    before = tree("Ann/NNP/PROPN/nsubj/6", ",/,/PUNCT/punct/0", "Bob/NNP/PROPN/appos/0", ",/,/PUNCT/punct/0",
                  "and/CC/CCONJ/cc/0", "Cy/NNP/PROPN/nsubj/6", "met/VBD/VERB/ROOT/6")  # fmt: skip
    after = mended(before)
    assert [(after[i].head, after[i].dep) for i in (2, 5)] == [(0, "conj"), (0, "conj")]


def test_who_is_somebody_at_a_council():
    """A council by itself may be "who", but not where somebody belongs to it."""
    rows = ("expert/NN/NOUN/nsubj/5", "{}/IN/ADP/prep/0", "council/NN/NOUN/pobj/1", "who/WP/PRON/nsubj/4",
            "lied/VBD/VERB/relcl/2", "left/VBD/VERB/ROOT/5")  # fmt: skip
    heads = [mended(tree(*(row.format(word) for row in rows)))[4].head for word in ("at", "of")]
    assert heads == [0, 2]


def test_a_singular_verb_joined_to_a_noun():
    """It is joined to the verb whose subject it shares."""
    before = tree("He/PRP/PRON/nsubj/1", "was/VBD/AUX/ROOT/1", "king/NN/NOUN/attr/1", "and/CC/CCONJ/cc/2",
                  "lives/VBZ/VERB/conj/2", "here/RB/ADV/advmod/4")  # fmt: skip
    after = mended(before)
    assert [(after[i].head, after[i].dep) for i in (3, 4)] == [(1, "cc"), (1, "conj")]


def test_a_verb_in_a_list_of_objects():
    """Behind a comma a verb with an object of its own is joined to the verb whose subject it shares."""
    before = tree("It/PRP/PRON/nsubj/1", "sells/VBZ/VERB/ROOT/1", "tea/NN/NOUN/dobj/1", ",/,/PUNCT/punct/2",
                  "makes/VBZ/VERB/conj/2", "bread/NN/NOUN/dobj/4")  # fmt: skip
    assert (mended(before)[4].head, mended(before)[4].dep) == (1, "conj")


def test_bare_forms_of_what_is_wanted_are_joined():
    """No mayor in the singular "help": the second verb is willed as the first is."""
    before = tree("mayor/NN/NOUN/nsubj/1", "asked/VBD/VERB/ROOT/1", "that/IN/SCONJ/mark/4", "he/PRP/PRON/nsubj/4",
                  "act/VB/VERB/ccomp/1", "and/CC/CCONJ/cc/1", "help/VBP/VERB/conj/1")  # fmt: skip
    assert (mended(before)[6].head, mended(before)[6].dep) == (4, "conj")


def test_a_list_of_what_an_infinitive_takes():
    """A list goes on behind the object of an infinitive; the verb above has no object behind it."""
    before = tree("seeks/VBZ/VERB/ROOT/0", "to/TO/PART/aux/2", "sell/VB/VERB/xcomp/0", "mills/NNS/NOUN/dobj/2",
                  ",/,/PUNCT/punct/0", "docks/NNS/NOUN/dobj/0", "and/CC/CCONJ/cc/5",
                  "ships/NNS/NOUN/conj/5")  # fmt: skip
    assert (mended(before)[5].head, mended(before)[5].dep) == (3, "conj")


def test_another_name_stands_behind_what_it_names():
    """The last noun before the comma has another name; what counts is another name of the first object."""
    rows = ("filed/VBD/VERB/ROOT/0", "suits/NNS/NOUN/dobj/0", "in/IN/ADP/prep/0", "Rome/NNP/PROPN/pobj/2",
            ",/,/PUNCT/punct/0")  # fmt: skip
    named = mended(tree(*rows, "the/DT/DET/det/6", "city/NN/NOUN/dobj/0"))
    counted = mended(tree(*rows, "the/DT/DET/det/7", "third/JJ/ADJ/amod/7/ORDINAL", "case/NN/NOUN/dobj/0"))
    assert [(named[6].head, named[6].dep), (counted[7].head, counted[7].dep)] == [(3, "appos"), (1, "appos")]


def test_titles_in_capitals_belong_to_the_name():
    """Both stand in one phrase with it."""
    before = tree("President/NNP/PROPN/nsubj/5", "and/CC/CCONJ/cc/0", "CEO/NNP/PROPN/compound/4",
                  "Ann/NNP/PROPN/compound/4/PERSON", "Lee/NNP/PROPN/conj/0/PERSON", "left/VBD/VERB/ROOT/5")  # fmt: skip
    after = mended(before)
    assert {i: (after[i].head, after[i].dep) for i in (0, 2, 4)} == {0: (4, "nmod"), 2: (0, "conj"), 4: (5, "nsubj")}


def test_a_clause_joined_to_what_was_said():
    """Its subject leaves the list before it, and it is said as well."""
    before = tree("said/VBD/VERB/ROOT/0", "she/PRP/PRON/nsubj/2", "saw/VBD/VERB/ccomp/0", "Rome/NNP/PROPN/dobj/2",
                  "and/CC/CCONJ/cc/3", "guests/NNS/NOUN/conj/3", "left/VBD/VERB/ccomp/0")  # fmt: skip
    after = mended(before)
    assert {i: (after[i].head, after[i].dep) for i in (4, 5, 6)} == {4: (2, "cc"), 5: (6, "nsubj"), 6: (2, "conj")}


def test_counted_nouns_make_a_list():
    """What is counted in a row is a list; numbers between commas behind people only say who these were."""
    rows = ("sold/VBD/VERB/ROOT/0", "six/CD/NUM/nummod/2", "cows/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/2",
            "two/CD/NUM/nummod/5", "goats/NNS/NOUN/appos/2", "and/CC/CCONJ/cc/5", "hens/NNS/NOUN/conj/5")  # fmt: skip
    assert mended(tree(*rows))[5].dep == "conj"
    assert mended(tree(*rows, ",/,/PUNCT/punct/0"))[5].dep == "appos"


def test_a_hyphen_joins_what_is_called_another_name():
    """The last half is the head, whatever hung on the first: "the vice-president"."""
    before = tree("the/DT/DET/det/1", "vice/NN/NOUN/nsubj/4", "-/NN/NOUN/appos/1", "president/NN/NOUN/appos/1",
                  "left/VBD/VERB/ROOT/4")  # fmt: skip
    after = mended(Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before)))
    found = [(token.head, token.dep) for token in after]
    assert found[:4] == [(3, "det"), (3, "compound"), (3, "punct"), (4, "nsubj")]


def test_a_quantity_behind_a_phrase_is_a_subject():
    """Where no comma stands, the number ends the phrase: "According to Ann over 90 people left"."""
    before = tree("According/VBG/VERB/prep/6", "to/IN/ADP/prep/0", "Ann/NNP/PROPN/pobj/1", "over/IN/ADP/prep/0",
                  "90/CD/NUM/nummod/5", "people/NNS/NOUN/pobj/3", "left/VBD/VERB/ROOT/6")  # fmt: skip
    after = mended(before)
    assert [(after[i].head, after[i].dep) for i in (3, 5)] == [(4, "quantmod"), (6, "nsubj")]


def test_bare_names_with_a_serial_comma_are_a_list():
    """The second of three names is no other name of the first."""
    before = tree("sold/VBD/VERB/ROOT/0", "Uno/NNP/PROPN/dobj/0", ",/,/PUNCT/punct/1", "Punto/NNP/PROPN/appos/1",
                  ",/,/PUNCT/punct/1", "and/CC/CCONJ/cc/1", "Panda/NNP/PROPN/conj/1")  # fmt: skip
    assert (mended(before)[3].head, mended(before)[3].dep) == (1, "conj")


def test_a_verb_behind_a_quotation_is_the_speakers():
    """Joined to a verb inside, it has the form of the one outside: 'said "it is over," and left'."""
    before = tree("said/VBD/VERB/ROOT/0", '"/``/PUNCT/punct/3', "it/PRP/PRON/nsubj/3", "burst/VBD/VERB/ccomp/0",
                  ",/,/PUNCT/punct/3", "\"/''/PUNCT/punct/3", "and/CC/CCONJ/cc/3", "left/VBD/VERB/conj/3")  # fmt: skip
    assert [(token.head, token.dep) for token in mended(before)][6:] == [(0, "cc"), (0, "conj")]


def test_modifiers_of_two_kinds_are_joined():
    """In "sea, naval and army units" an adjective is joined to a noun, so the last noun has all three."""
    before = tree(
        "sea/NN/NOUN/nsubj/6", ",/,/PUNCT/punct/0", "naval/JJ/ADJ/conj/0", "and/CC/CCONJ/cc/2",
        "army/NN/NOUN/compound/5", "units/NNS/NOUN/conj/2", "came/VBD/VERB/ROOT/6",
    )  # fmt: skip
    after = mended(before)
    assert {i: (after[i].head, after[i].dep) for i in (0, 2, 5)} == {0: (5, "nmod"), 2: (0, "conj"), 5: (6, "nsubj")}


def test_a_quoted_infinitive_has_its_to():
    """The word before the quotation mark is no preposition."""
    assert mended(CASES["quoted_infinitive"][0])[1].tag == "TO"


def test_two_names_of_one_noun_are_a_list():
    """The members "Ann Lee, Tom Ray and Bo Ek" are three, not one with two names."""
    before = tree(
        "members/NNS/NOUN/nsubj/6", "Lee/NNP/PROPN/appos/0/PERSON", ",/,/PUNCT/punct/1", "Ray/NNP/PROPN/appos/0/PERSON",
        "and/CC/CCONJ/cc/3", "Ek/NNP/PROPN/conj/3/PERSON", "came/VBD/VERB/ROOT/6",
    )  # fmt: skip
    assert (mended(before)[3].head, mended(before)[3].dep) == (1, "conj")


def test_people_in_a_row_are_no_names_of_one():
    """Before a verb too "Ann, Tom, and Jo left" tells of three; where "Tom" goes on a name it is part of that.

    So do four of whom each is hung on the one before.
    """
    rows = ("Ann/NNP/PROPN/nsubj/6/PERSON", ",/,/PUNCT/punct/0", "Tom/NNP/PROPN/appos/0/PERSON", ",/,/PUNCT/punct/2",
            "and/CC/CCONJ/cc/0", "Jo/NNP/PROPN/conj/0/PERSON", "was/VBD/VERB/ROOT/6")  # fmt: skip
    before = tree(*rows)
    begun = Tree(attrs.evolve(t, iob="B") if t.entity else t for t in before)
    assert mended(begun)[2].dep == "conj"
    assert mended(before)[2].dep == "appos"
    rows = ("met/VBD/VERB/ROOT/0", "Ann/NNP/PROPN/dobj/0/PERSON", ",/,/PUNCT/punct/1", "Tom/NNP/PROPN/appos/1/PERSON",
            ",/,/PUNCT/punct/3", "Ray/NNP/PROPN/appos/3/PERSON", ",/,/PUNCT/punct/1", "and/CC/CCONJ/cc/1",
            "Jo/NNP/PROPN/conj/1/PERSON")  # fmt: skip
    four = mended(Tree(attrs.evolve(t, iob="B") if t.entity else t for t in tree(*rows)))
    assert [four[i].dep for i in (3, 5, 8)] == ["conj", "conj", "conj"]


def test_an_opening_time_keeps_its_adjective():
    """The adjective and the article in front of "future" go with it."""
    opening = ("In/IN/ADP/prep/5", "the/DT/DET/det/4", "near/JJ/ADJ/amod/4", "future/JJ/ADJ/amod/4")
    after = mended(tree(*opening, "travel/NN/NOUN/pobj/0", "changes/VBZ/VERB/ROOT/5"))
    assert [(token.head, token.dep) for token in after][1:5] == [(3, "det"), (3, "amod"), (0, "pobj"), (5, "nsubj")]


def test_an_opening_date_ends_before_a_name():
    """The date of "Since June Roe have sold it" is no part of the name, unlike that of "the June riots"."""
    rows = ("Since/IN/SCONJ/mark/4", "June/NNP/PROPN/compound/2/DATE", "Roe/NNP/PROPN/nsubj/4/ORG",
            "have/VBP/AUX/aux/4", "sold/VBN/VERB/ROOT/4")  # fmt: skip
    before = tree(*rows)
    assert mended(before) == before
    assert mended(named(before)) != before


@pytest.mark.parametrize(
    ("rows", "tag"),
    [
        (("bonds/NNS/NOUN/nsubj/1", "rally/NN/NOUN/ROOT/1"), "VBP"),
        (("fares/NNS/NOUN/nsubj/1", "equal/JJ/ADJ/ccomp/3", "it/PRP/PRON/nsubj/3", "fell/VBD/VERB/ROOT/3"), "VBP"),
        (("fares/NNS/NOUN/nsubj/1", "equal/JJ/ADJ/ROOT/1"), "JJ"),
        (("bond/NN/NOUN/nsubj/1", "rally/NN/NOUN/ROOT/1"), "NN"),
    ],
)
def test_what_agrees_with_a_plural_is_finite(rows, tag):
    """A noun that has a subject in the plural is a verb, an adjective where none can stand without "be"."""
    assert mended(tree(*rows))[1].tag == tag


def test_a_joined_order_is_a_passive():
    """Who "was found and ordered to pay" ordered nothing; who "was late and promised to pay" promised it."""
    before = SAYINGS["joined_passive"][0]
    order, promise = (
        Tree(attrs.evolve(t, lemma={4: verb}.get(t.i, "be")) for t in before) for verb in ("order", "promise")
    )
    assert [mended(order)[4].tag, mended(promise)[4].tag] == ["VBN", "VBD"]


@pytest.mark.parametrize("sign", ["when", "where"])
def test_a_question_right_behind_whom_one_asks(sign):
    """In "asked him when it fell" nothing falls, in "asked for it when it fell" it does."""
    rows = ("she/PRP/PRON/nsubj/1", "asked/VBD/VERB/ROOT/1")
    clause = (f"{sign}/WRB/SCONJ/advmod/5", "it/PRP/PRON/nsubj/5", "fell/VBD/VERB/advcl/1")
    assert mended(tree(*rows, "him/PRP/PRON/dobj/1", *clause))[5].dep == "ccomp"
    late = (f"{sign}/WRB/SCONJ/advmod/6", "it/PRP/PRON/nsubj/6", "fell/VBD/VERB/advcl/1")
    assert mended(tree(*rows, "for/IN/ADP/prep/1", "it/PRP/PRON/pobj/2", *late))[6].dep == "advcl"


def test_a_name_with_more_said_of_it_is_a_subject():
    """Of "To all, Lee, who ran, spoke" the name has the verb; no phrase before it is that."""
    before = tree("To/IN/ADP/prep/7", "all/DT/PRON/pobj/0", ",/,/PUNCT/punct/1", "Lee/NNP/PROPN/appos/1/PERSON",
                  "who/WP/PRON/nsubj/5", "ran/VBD/VERB/relcl/3", ",/,/PUNCT/punct/7",
                  "spoke/VBD/VERB/ROOT/7")  # fmt: skip
    assert (mended(before)[3].head, mended(before)[3].dep) == (7, "nsubj")


def test_which_is_nobody():
    """Of "Lee, head of Ark, which failed" the body failed."""
    before = tree("Lee/NNP/PROPN/nsubj/8/PERSON", ",/,/PUNCT/punct/0", "head/NN/NOUN/appos/0", "of/IN/ADP/prep/2",
                  "Ark/NNP/PROPN/pobj/3/ORG", ",/,/PUNCT/punct/0", "which/WDT/PRON/nsubj/7", "failed/VBD/VERB/relcl/0",
                  "left/VBD/VERB/ROOT/8")  # fmt: skip
    assert mended(before)[7].head == 4
