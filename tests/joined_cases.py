"""For repairs of what is joined or listed a tree that shows the pattern, as in `repair_cases`."""

from __future__ import annotations

from repair_cases import tree

CASES = {
    "members_among": (
        tree("held/VBD/VERB/ROOT/0", "men/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/0", "among/IN/ADP/prep/6",
             "them/PRP/PRON/pobj/3", "a/DT/DET/det/6", "judge/NN/NOUN/npadvmod/0"),
        {6: (1, "appos")},
    ),
    "person_behind_place": (
        tree("Lee/NNP/PROPN/ROOT/0/PERSON", "nurse/NN/NOUN/appos/0", "from/IN/ADP/prep/1", "Leeds/NNP/PROPN/pobj/2/GPE",
             ",/,/PUNCT/punct/3", "a/DT/DET/det/6", "mother/NN/NOUN/appos/3"),
        {6: (0, "appos")},
    ),
    "listed_passives": (
        tree("It/PRP/PRON/nsubjpass/2", "was/VBD/AUX/auxpass/2", "drawn/VBN/VERB/ROOT/2", "by/IN/ADP/agent/2",
             "Lee/NNP/PROPN/pobj/3/PERSON", ",/,/PUNCT/punct/4", "built/VBN/VERB/acl/4", "and/CC/CCONJ/cc/6",
             "opened/VBD/VERB/conj/6", "in/IN/ADP/prep/8", "1932/CD/NUM/pobj/9/DATE"),
        {6: (2, "conj")},
    ),
    "both_of_verbs": (
        tree("law/NN/NOUN/nsubj/2", "both/CC/CCONJ/preconj/0", "cut/VBD/VERB/ROOT/2", "costs/NNS/NOUN/dobj/2",
             "and/CC/CCONJ/cc/2", "saved/VBD/VERB/conj/2", "jobs/NNS/NOUN/dobj/5"),
        {1: (2, "preconj")},
    ),
    "past_in_row": (
        tree("They/PRP/PRON/nsubj/1", "bought/VBD/VERB/ROOT/1", ",/,/PUNCT/punct/1", "restored/VBN/VERB/conj/1",
             "and/CC/CCONJ/cc/3", "sold/VBD/VERB/conj/3", "it/PRP/PRON/dobj/5"),
        {},
    ),
    "participle_in_row": (
        tree("It/PRP/PRON/nsubjpass/2", "was/VBD/AUX/auxpass/2", "drawn/VBN/VERB/ROOT/2", ",/,/PUNCT/punct/2",
             "begun/VBN/VERB/advcl/2", "and/CC/CCONJ/cc/4", "finished/VBD/VERB/conj/4"),
        {},
    ),
    "past_of_sentence": (
        tree("The/DT/DET/det/1", "plant/NN/NOUN/nsubj/2", "closed/VBN/VERB/ROOT/2", "././PUNCT/punct/2"),
        {},
    ),
    "past_for_participle": (
        tree("They/PRP/PRON/nsubj/1", "designed/VBN/VERB/ROOT/1", "and/CC/CCONJ/cc/1", "built/VBD/VERB/conj/1",
             "it/PRP/PRON/dobj/3"),
        {},
    ),
    "active_behind_passive": (
        tree("Lee/NNP/PROPN/nsubjpass/2", "was/VBD/AUX/auxpass/2", "born/VBN/VERB/ROOT/2", "and/CC/CCONJ/cc/2",
             "studied/VBN/VERB/conj/2", "here/RB/ADV/advmod/4"),
        {},
    ),
}  # fmt: skip
