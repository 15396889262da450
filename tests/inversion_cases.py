"""Trees that single out a part of a clause or turn it round, and what the repairs move in them."""

from __future__ import annotations

from repair_cases import tree

CASES = {
    "means_of_aim": (
        tree("By/IN/ADP/prep/4", "closing/VBG/VERB/pcomp/0", "it/PRP/PRON/dobj/1", "they/PRP/PRON/nsubj/4",
             "hope/VBP/VERB/ROOT/4", "to/TO/PART/aux/6", "win/VB/VERB/xcomp/4"),
        {0: (6, "prep")},
    ),
    "clause_of_planner": (
        tree("they/PRP/PRON/nsubj/1", "vowed/VBD/VERB/ROOT/1", "to/TO/PART/aux/3", "fight/VB/VERB/xcomp/1",
             "after/IN/SCONJ/mark/6", "it/PRP/PRON/nsubj/6", "fell/VBD/VERB/advcl/3"),
        {6: (1, "advcl")},
    ),
    "cause_phrase": (
        tree("it/PRP/PRON/nsubj/3", "could/MD/AUX/aux/3", "not/RB/PART/neg/3", "land/VB/VERB/ROOT/3",
             "owing/VBG/VERB/xcomp/3", "to/IN/ADP/prep/4", "fog/NN/NOUN/pobj/5"),
        {4: (3, "prep")},
    ),
    "cleft": (
        tree("it/PRP/PRON/nsubj/1", "was/VBD/AUX/ROOT/1", "Ann/NNP/PROPN/attr/1/PERSON", "who/WP/PRON/nsubj/4",
             "left/VBD/VERB/relcl/2", "then/RB/ADV/advmod/1"),
        {0: (1, "expl"), 1: (4, "cleft"), 2: (4, "nsubj"), 3: (4, "cleft"), 4: (4, "ROOT"), 5: (4, "advmod")},
    ),
    "what_clause": (
        tree("what/WP/PRON/nsubj/1", "worries/VBZ/VERB/ROOT/1", "banks/NNS/NOUN/nsubj/3", "is/VBZ/AUX/ccomp/1",
             "debt/NN/NOUN/attr/3", "././PUNCT/punct/1"),
        {1: (3, "csubj"), 2: (1, "dobj"), 3: (3, "ROOT"), 5: (3, "punct")},
    ),
    "fronted_predicate": (
        tree("also/RB/ADV/advmod/2", "arrested/VBN/VERB/csubj/2", "was/VBD/AUX/ROOT/2", "clerk/NN/NOUN/attr/2",
             "././PUNCT/punct/2"),
        {0: (1, "advmod"), 1: (1, "ROOT"), 2: (1, "auxpass"), 3: (1, "nsubjpass"), 4: (1, "punct")},
    ),
    "nor_clause": (
        tree("nor/CC/CCONJ/cc/3", "did/VBD/AUX/aux/3", "he/PRP/PRON/nsubj/3", "pay/VB/VERB/ROOT/3"),
        {0: (3, "neg")},
    ),
    "turned_clause": (
        tree("rarely/NNP/PROPN/nsubj/1", "have/VBP/AUX/ROOT/1", "they/PRP/PRON/nsubj/3", "agreed/VBD/VERB/ccomp/1"),
        {0: (3, "advmod"), 1: (3, "aux"), 3: (3, "ROOT")},
    ),
    "result_of_degree": (
        tree("so/RB/ADV/advmod/1", "cold/JJ/ADJ/acomp/2", "was/VBD/AUX/ROOT/2", "it/PRP/PRON/nsubj/2",
             "that/WDT/PRON/dobj/6", "pipes/NNS/NOUN/nsubj/6", "froze/VBD/VERB/relcl/3"),
        {4: (6, "mark"), 6: (1, "ccomp")},
    ),
    "nobody_but": (
        tree("nobody/NN/PRON/nsubj/3", "but/CC/CCONJ/cc/0", "Ann/NNP/PROPN/conj/0/PERSON", "left/VBD/VERB/ROOT/3"),
        {1: (0, "prep"), 2: (1, "pobj")},
    ),
}  # fmt: skip
