"""For each repair of names and their roles a tree that shows its pattern, and what it moves."""

from __future__ import annotations

from repair_cases import tree

CASES = {
    "role_of_last": (
        tree("Ann/NNP/PROPN/nsubj/8/PERSON", "and/CC/CCONJ/cc/0", "her/PRP$/PRON/poss/3", "son/NN/NOUN/conj/0",
             ",/,/PUNCT/punct/3", "a/DT/DET/det/6", "doctor/NN/NOUN/appos/0", ",/,/PUNCT/punct/0",
             "left/VBD/VERB/ROOT/8"),
        {6: (3, "appos")},
    ),
    "home_to": (
        tree("towns/NNS/NOUN/ROOT/0", ",/,/PUNCT/punct/0", "home/RB/ADV/advmod/0", "to/IN/ADP/prep/2"),
        {2: (0, "appos")},
    ),
    "phrase_behind_name": (
        tree("met/VBD/VERB/ROOT/0", "Ann/NNP/PROPN/dobj/0/PERSON", "in/IN/ADP/prep/1", "Rome/NNP/PROPN/pobj/2/GPE"),
        {2: (0, "prep")},
    ),
    "role_of_like": (
        tree("ship/NN/NOUN/ROOT/0", "owned/VBN/VERB/acl/0", "by/IN/ADP/agent/1", "Acme/NNP/PROPN/pobj/2/ORG",
             ",/,/PUNCT/punct/0", "the/DT/DET/det/6", "company/NN/NOUN/appos/0"),
        {6: (3, "appos")},
    ),
    "torn_title": (
        tree("met/VBD/VERB/ROOT/0", "Sgt/NNP/PROPN/dobj/0", "./././punct/0", "Lee/NNP/PROPN/conj/1"),
        {1: (3, "compound"), 2: (3, "punct"), 3: (0, "dobj")},
    ),
    "age_behind_name": (
        tree("son/NN/NOUN/nsubj/6", ",/,/PUNCT/punct/0", "Tom/NNP/PROPN/appos/0/PERSON", ",/,/PUNCT/punct/0",
             "12/CD/NUM/appos/0/DATE", ",/,/PUNCT/punct/0", "fell/VBD/VERB/ROOT/6"),
        {4: (2, "appos")},
    ),
    "person_behind_party": (
        tree("Ann/NNP/PROPN/nsubj/8/PERSON", "of/IN/ADP/prep/0", "Labour/NNP/PROPN/pobj/1/ORG", "and/CC/CCONJ/cc/2",
             "Tom/NNP/PROPN/conj/2/PERSON", "of/IN/ADP/prep/2", "Reform/NNP/PROPN/pobj/5/ORG", "both/DT/DET/preconj/0",
             "won/VBD/VERB/ROOT/8"),
        {4: (0, "conj"), 3: (0, "cc"), 5: (4, "prep")},
    ),
    "who_of_people": (
        tree("guests/NNS/NOUN/nsubj/7", "from/IN/ADP/prep/0", "Rome/NNP/PROPN/pobj/1/GPE", "and/CC/CCONJ/cc/2",
             "Paris/NNP/PROPN/conj/2/GPE", "who/WP/PRON/nsubj/6", "applied/VBD/VERB/relcl/4", "came/VBD/VERB/ROOT/7"),
        {6: (0, "relcl")},
    ),
    "titles_of_name": (
        tree("Director/NN/NOUN/nsubj/6", "and/CC/CCONJ/cc/0", "film/NN/NOUN/compound/5", "producer/NN/NOUN/compound/5",
             "Ann/NNP/PROPN/compound/5/PERSON", "Lee/NNP/PROPN/conj/0/PERSON", "left/VBD/VERB/ROOT/6"),
        {2: (3, "compound"), 3: (0, "conj"), 5: (0, "appos")},
    ),
    "person_behind_role": (
        tree("Ann/NNP/PROPN/nsubj/7/PERSON", ",/,/PUNCT/punct/0", "a/DT/DET/det/3", "cook/NN/NOUN/appos/0",
             ",/,/PUNCT/punct/3", "and/CC/CCONJ/cc/3", "Tom/NNP/PROPN/conj/3/PERSON", "left/VBD/VERB/ROOT/7"),
        {6: (0, "conj"), 5: (0, "cc")},
    ),
    "name_of_person": (
        tree("head/NN/NOUN/nsubj/6", "of/IN/ADP/prep/0", "the/DT/DET/det/3", "ministry/NN/NOUN/pobj/1",
             ",/,/PUNCT/punct/3", "Lee/NNP/PROPN/appos/3/PERSON", "left/VBD/VERB/ROOT/6"),
        {5: (0, "appos")},
    ),
    "name_in_title": (
        tree("between/IN/ADP/ROOT/0", "Lee/NNP/PROPN/nmod/4/PERSON", "and/CC/CCONJ/cc/1", "officer/NN/NOUN/conj/1",
             "Ray/NNP/PROPN/pobj/0/PERSON"),
        {1: (0, "pobj"), 4: (1, "conj"), 3: (4, "compound")},
    ),
}  # fmt: skip
