"""For each repair a tree that shows its pattern, and what it moves: token to (head, label)."""

from __future__ import annotations

import attrs

from claims.trees import Token, Tree


def tree(*rows):
    """Build a tree from "text/tag/pos/dep/head[/entity]" rows."""
    tokens = []
    for i, row in enumerate(rows):
        text, tag, pos, dep, head, *entity = row.split("/")
        kind = entity[0] if entity else ""
        tokens.append(Token(i, i * 12, i * 12 + len(text), text, text.lower(), pos, tag, dep, int(head), kind, "O"))
    return Tree(tuple(tokens))


def named(before):
    """Return a tree in which each word with an entity begins one."""
    return Tree(tuple(attrs.evolve(token, iob="B" if token.entity else "O") for token in before))


CASES = {
    "headline_objects": (
        tree("Ford/NNP/PROPN/nsubj/1", "sells/VBZ/VERB/ROOT/1", "cars/NNS/NOUN/dobj/1", ",/,/PUNCT/punct/2",
             "trucks/NNS/NOUN/appos/2"),
        {4: (2, "conj")},
    ),
    "parted_currency": (
        tree("cost/VBD/VERB/ROOT/0", "US/NNP/PROPN/dobj/0/GPE", "$/$/SYM/nmod/3", "29/CD/NUM/npadvmod/0/MONEY"),
        {3: (0, "dobj"), 1: (3, "nmod")},
    ),
    "headline_infinitive": (
        tree("Senator/NN/NOUN/ROOT/0", "to/TO/PART/aux/2", "leave/VB/VERB/relcl/0", "Rome/NNP/PROPN/dobj/2"),
        {2: (2, "ROOT"), 0: (2, "nsubj")},
    ),
    "object_before_comma": (
        tree("In/IN/ADP/prep/5", "the/DT/DET/det/2", "city/NN/NOUN/nmod/4", ",/,/PUNCT/punct/2",
             "members/NNS/NOUN/nsubj/5", "left/VBD/VERB/ROOT/5"),
        {2: (0, "pobj")},
    ),
    "joined_modifiers": (
        tree("the/DT/DET/det/1", "old/JJ/ADJ/nsubj/5", "and/CC/CCONJ/cc/1", "new/JJ/ADJ/amod/4",
             "members/NNS/NOUN/conj/1", "came/VBD/VERB/ROOT/5"),
        {4: (5, "nsubj"), 1: (4, "amod"), 0: (4, "det")},
    ),
    "quoted_infinitive": (
        tree("steps/NNS/NOUN/ROOT/0", "to/IN/ADP/aux/3", '"/``/PUNCT/punct/3', "simplify/VB/VERB/relcl/0",
             '"/''/PUNCT/punct/3', "rules/NNS/NOUN/dobj/3"),
        {},
    ),
    "marks_for_words": (
        tree("«/``/PUNCT/punct/1", "Yes/UH/INTJ/ROOT/1", "»/NNP/PROPN/advmod/1"),
        {2: (1, "punct")},
    ),
    "noun_joined_to_relative": (
        tree("those/DT/PRON/nsubj/5", "who/WP/PRON/nsubj/2", "fell/VBD/VERB/relcl/0", "and/CC/CCONJ/cc/2",
             "nurses/NNS/NOUN/conj/2", "left/VBD/VERB/ROOT/5"),
        {4: (0, "conj"), 3: (0, "cc")},
    ),
    "date_behind_place": (
        tree("Ships/NNS/NOUN/nsubj/1", "moored/VBD/VERB/ROOT/1", "in/IN/ADP/prep/1", "Bergen/NNP/PROPN/pobj/2/GPE",
             "May/NNP/PROPN/appos/3/DATE", "3/CD/NUM/nummod/4/DATE"),
        {4: (1, "npadvmod")},
    ),
    "opening_time": (
        tree("In/IN/ADP/prep/4", "the/DT/DET/det/3", "past/JJ/ADJ/amod/3", "militias/NNS/NOUN/pobj/0",
             "fired/VBD/VERB/ROOT/4"),
        {2: (0, "pobj"), 1: (2, "det"), 3: (4, "nsubj")},
    ),
    "closing_bracket": (
        tree("ran/VBD/VERB/ROOT/0", "miles/NNS/NOUN/npadvmod/0", "(/-LRB-/PUNCT/punct/3", "km/NNS/NOUN/appos/1",
             ")/-RRB-/PUNCT/punct/0"),
        {4: (1, "punct")},
    ),
    "opening_date": (
        named(tree("Since/IN/SCONJ/mark/4", "June/NNP/PROPN/compound/2/DATE", "Roe/NNP/PROPN/nsubj/4/ORG",
             "have/VBP/AUX/aux/4", "sold/VBN/VERB/ROOT/4")),
        {0: (4, "prep"), 1: (0, "pobj")},
    ),
    "label_before_colon": (
        tree("AB/NNP/PROPN/nsubj/3", ":/:/PUNCT/punct/0", "days/NNS/NOUN/nsubj/3", "went/VBD/VERB/ROOT/3"),
        {0: (3, "dep")},
    ),
    "listed_nouns": (
        tree("lists/VBZ/VERB/ROOT/0", "the/DT/DET/det/2", "oars/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/2",
             "the/DT/DET/det/5", "nets/NNS/NOUN/appos/2", "and/CC/CCONJ/cc/2", "the/DT/DET/det/8",
             "sails/NNS/NOUN/conj/2"),
        {5: (2, "conj")},
    ),
    "listed_names": (
        tree("met/VBD/VERB/ROOT/0", "Ann/NNP/PROPN/dobj/0/PERSON", "Bob/NNP/PROPN/appos/1/PERSON", "and/CC/CCONJ/cc/2",
             "Cy/NNP/PROPN/conj/2/PERSON"),
        {2: (1, "conj")},
    ),
    "floating_quantifier": (
        tree("armies/NNS/NOUN/nsubj/2", "both/DT/PRON/appos/0", "fought/VBD/VERB/ROOT/2"),
        {1: (0, "preconj")},
    ),
    "parallel_roles": (
        tree("head/NN/NOUN/ROOT/0", "of/IN/ADP/prep/0", "Iran/NNP/PROPN/pobj/1", "and/CC/CCONJ/cc/2",
             "deputy/NN/NOUN/conj/2", "of/IN/ADP/prep/4", "Iraq/NNP/PROPN/pobj/5"),
        {4: (0, "conj"), 3: (0, "cc")},
    ),
    "headline_counts": (
        tree("Two/CD/NUM/nsubj/1", "dead/JJ/ADJ/ROOT/1", ",/,/PUNCT/punct/1", "five/CD/NUM/conj/1",
             "hurt/VBN/VERB/acl/3", "in/IN/ADP/prep/4", "Oslo/NNP/PROPN/pobj/5"),
        {3: (4, "nsubj"), 4: (1, "conj")},
    ),
    "verbs_in_row": (
        tree("Flood/NN/NOUN/nsubj/1", "kills/VBZ/VERB/ccomp/4", "ten/CD/NUM/dobj/1", ",/,/PUNCT/punct/4",
             "destroys/VBZ/VERB/ROOT/4", "bridge/NN/NOUN/dobj/4"),
        {1: (1, "ROOT"), 3: (1, "punct"), 4: (1, "conj")},
    ),
    "opening_adverb": (
        tree("Meanwhile/RB/ADV/advmod/3", ",/,/PUNCT/punct/3", "storm/NN/NOUN/compound/3", "Ana/NNP/PROPN/nsubj/4",
             "struck/VBD/VERB/ROOT/4"),
        {0: (4, "advmod"), 1: (4, "punct")},
    ),
    "who_for_person": (
        tree("Lee/NNP/PROPN/nsubj/11/PERSON", ",/,/PUNCT/punct/0", "head/NN/NOUN/appos/0", "of/IN/ADP/prep/2",
             "a/DT/DET/det/5", "mill/NN/NOUN/pobj/3", ",/,/PUNCT/punct/5", "who/WP/PRON/nsubj/8",
             "saw/VBD/VERB/relcl/5", "it/PRP/PRON/dobj/8", ",/,/PUNCT/punct/0", "left/VBD/VERB/ROOT/11"),
        {8: (0, "relcl")},
    ),
    "headline_list": (
        tree("Esso/NNP/PROPN/npadvmod/3/ORG", ",/,/PUNCT/punct/3", "Agip/NNP/PROPN/nsubj/3/ORG", "cut/VBP/VERB/ROOT/3",
             "prices/NNS/NOUN/dobj/3"),
        {0: (3, "nsubj"), 1: (0, "punct"), 2: (0, "conj")},
    ),
    "torn_hyphen": (
        tree("saw/VBD/VERB/ROOT/0", "ex/NN/NOUN/dobj/0", "-/NN/NOUN/dobj/0", "kings/NNS/NOUN/dobj/0"),
        {1: (3, "compound"), 2: (3, "punct")},
    ),
    "spaced_range": (
        tree("won/VBD/VERB/ROOT/0", "3/CD/NUM/npadvmod/0", "–/:/PUNCT/punct/0", "1/CD/NUM/dobj/0",
             "there/RB/ADV/advmod/3"),
        {2: (1, "punct"), 3: (1, "nummod"), 4: (1, "advmod")},
    ),
    "opening_joiner": (
        tree("But/CC/CCONJ/cc/3", "if/IN/SCONJ/mark/3", "it/PRP/PRON/nsubj/3", "rains/VBZ/VERB/advcl/5",
             "it/PRP/PRON/nsubj/5", "falls/VBZ/VERB/ROOT/5"),
        {0: (5, "cc")},
    ),
    "second_name": (
        tree("On/IN/ADP/prep/7", "Friday/NNP/PROPN/pobj/0", ",/,/PUNCT/punct/7", "the/DT/DET/det/4",
             "deadline/NN/NOUN/nsubj/7", ",/,/PUNCT/punct/7", "they/PRP/PRON/nsubj/7", "left/VBD/VERB/ROOT/7"),
        {4: (1, "appos")},
    ),
    "name_behind_noun": (
        tree("The/DT/DET/det/1", "council/NN/NOUN/nsubj/3", "Rada/NNP/PROPN/nsubj/3/ORG", "voted/VBD/VERB/ROOT/3"),
        {2: (1, "appos")},
    ),
    "noun_for_joiner": (
        tree("Later/RB/ADV/advmod/6", ",/,/PUNCT/punct/6", "the/DT/DET/det/3", "mayor/NN/NOUN/preconj/4",
             ",/,/PUNCT/punct/6", "Ann/NNP/PROPN/nsubj/6/PERSON", "left/VBD/VERB/ROOT/6"),
        {3: (6, "nsubj"), 5: (3, "appos")},
    ),
    "list_behind_phrase": (
        tree("depends/VBZ/VERB/ROOT/0", "on/IN/ADP/prep/0", "rain/NN/NOUN/pobj/1", ",/,/PUNCT/punct/0",
             "the/DT/DET/det/5", "use/NN/NOUN/dobj/0", "and/CC/CCONJ/cc/5", "luck/NN/NOUN/conj/5"),
        {5: (2, "conj")},
    ),
    "second_object": (
        tree("filed/VBD/VERB/ROOT/0", "suits/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/0", "the/DT/DET/det/4",
             "third/NN/NOUN/dobj/0"),
        {4: (1, "appos")},
    ),
}  # fmt: skip
