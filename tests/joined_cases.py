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
    "joined_that": (
        tree("said/VBD/VERB/ROOT/0", "it/PRP/PRON/nsubj/2", "rained/VBD/VERB/ccomp/0", "and/CC/CCONJ/cc/0",
             "that/IN/SCONJ/det/5", "roads/NNS/NOUN/nsubj/6", "closed/VBD/VERB/conj/0"),
        {4: (6, "mark"), 6: (2, "conj"), 3: (2, "cc")},
    ),
    "noun_joined_to_verb": (
        tree("was/VBD/AUX/auxpass/1", "drawn/VBN/VERB/ROOT/1", "by/IN/ADP/agent/1", "jobs/NNS/NOUN/pobj/2",
             ",/,/PUNCT/punct/1", "rates/NNS/NOUN/conj/1", "and/CC/CCONJ/cc/5", "sun/NN/NOUN/conj/5"),
        {5: (3, "conj")},
    ),
    "name_with_ampersand": (
        tree("Lee/NNP/PROPN/nsubj/6", ",/,/PUNCT/punct/0", "Berg/NNP/PROPN/conj/0", "&/CC/CCONJ/cc/2",
             "Roe/NNP/PROPN/conj/2", "all/DT/DET/advmod/6", "met/VBD/VERB/ROOT/6"),
        {4: (2, "nmod"), 3: (4, "nmod")},
    ),
    "noun_behind_joiner": (
        tree("filed/VBD/VERB/ROOT/0", "for/IN/ADP/prep/0", "aid/NN/NOUN/pobj/1", "and/CC/CCONJ/cc/2",
             "debt/NN/NOUN/compound/5", "relief/NN/NOUN/dobj/0"),
        {5: (2, "conj")},
    ),
    "counts_apart": (
        tree("sold/VBD/VERB/ROOT/0", "12/CD/NUM/nummod/2", "boats/NNS/NOUN/dobj/0", "in/IN/ADP/prep/0",
             "May/NNP/PROPN/pobj/3", "and/CC/CCONJ/cc/0", "15/CD/NUM/conj/0", "in/IN/ADP/prep/0",
             "June/NNP/PROPN/pobj/7"),
        {3: (2, "prep"), 6: (2, "conj"), 7: (6, "prep")},
    ),
    "gapped": (
        tree("Lee/NNP/PROPN/nsubj/1/PERSON", "went/VBD/VERB/ROOT/1", "to/IN/ADP/prep/1", "Rome/NNP/PROPN/pobj/2/GPE",
             "and/CC/CCONJ/cc/3", "Berg/NNP/PROPN/conj/3/PERSON", "to/IN/ADP/prep/1", "Oslo/NNP/PROPN/pobj/6/GPE",
             "././PUNCT/punct/1"),
        {5: (1, "gap:subj"), 4: (5, "cc"), 6: (5, "prep")},
    ),
    "members_behind_verb": (
        tree("men/NNS/NOUN/nsubj/1", "left/VBD/VERB/ROOT/1", ",/,/PUNCT/punct/1", "including/VBG/VERB/prep/1",
             "Lee/NNP/PROPN/pobj/3"),
        {3: (0, "prep")},
    ),
    "listed_members": (
        tree("bases/NNS/NOUN/ROOT/0", "including/VBG/VERB/prep/0", "Taji/NNP/PROPN/pobj/1", ",/,/PUNCT/punct/2",
             "Q/NNP/PROPN/appos/2"),
        {4: (2, "conj")},
    ),
    "passive_for_adjective": (
        tree("they/PRP/PRON/nsubj/1", "were/VBD/AUX/ROOT/1", "forced/VBN/ADJ/acomp/1"),
        {0: (2, "nsubjpass"), 1: (2, "auxpass"), 2: (2, "ROOT")},
    ),
    "participle_for_verb": (
        tree("built/VBD/VERB/ROOT/0", "roads/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/0", "mended/VBN/VERB/amod/4",
             "walls/NNS/NOUN/dobj/0", "and/CC/CCONJ/cc/0", "left/VBD/VERB/conj/0"),
        {3: (0, "conj"), 4: (3, "dobj")},
    ),
    "retained_object": (
        tree("They/PRP/PRON/nsubj/1", "were/VBD/AUX/ROOT/1", "later/RB/ADV/advmod/1", "paid/VBN/VERB/amod/4",
             "fees/NNS/NOUN/attr/1", "by/IN/ADP/prep/4", "towns/NNS/NOUN/pobj/5", "././PUNCT/punct/1"),
        {0: (3, "nsubjpass"), 1: (3, "auxpass"), 2: (3, "advmod"), 3: (3, "ROOT"), 4: (3, "dobj"), 5: (3, "agent"),
         7: (3, "punct")},
    ),
    "object_with_participle": (
        tree("Crews/NNS/NOUN/nsubj/1", "use/VBP/VERB/ROOT/1", "ropes/NNS/NOUN/nsubj/4", "often/RB/ADV/advmod/4",
             "mounted/VBD/VERB/ccomp/1", "on/IN/ADP/prep/4", "frames/NNS/NOUN/pobj/5", "././PUNCT/punct/4"),
        {2: (1, "dobj"), 4: (2, "acl"), 7: (1, "punct")},
    ),
}  # fmt: skip
