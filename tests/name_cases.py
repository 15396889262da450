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
}  # fmt: skip
