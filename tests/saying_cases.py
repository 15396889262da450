"""For each repair of what is said or held of somebody a tree that shows its pattern, and what it moves."""

from __future__ import annotations

from repair_cases import tree

CASES = {
    "content_behind_aside": (
        tree("Lee/NNP/PROPN/nsubj/1", "said/VBD/VERB/ROOT/1", ",/,/PUNCT/punct/1", "citing/VBG/VERB/advcl/1",
             "aides/NNS/NOUN/dobj/3", ",/,/PUNCT/punct/4", "that/IN/SCONJ/mark/8", "it/PRP/PRON/nsubj/8",
             "fell/VBD/VERB/relcl/4"),
        {8: (1, "ccomp")},
    ),
    "predicate_of_object": (
        tree("they/PRP/PRON/nsubj/1", "call/VBP/VERB/ROOT/1", "votes/NNS/NOUN/dobj/1", "a/DT/DET/det/4",
             "farce/NN/NOUN/appos/2"),
        {4: (1, "oprd")},
    ),
    "bare_predicate": (
        tree("two/CD/NUM/nsubjpass/2", "are/VBP/AUX/auxpass/2", "feared/VBN/VERB/ROOT/2", "drowned/VBN/VERB/xcomp/2"),
        {3: (2, "oprd")},
    ),
    "joined_passive": (
        tree("he/PRP/PRON/nsubjpass/2", "were/VBD/AUX/auxpass/2", "found/VBN/VERB/ROOT/2", "and/CC/CCONJ/cc/2",
             "ordered/VBD/VERB/conj/2", "to/TO/PART/aux/6", "pay/VB/VERB/xcomp/4"),
        {},
    ),
}  # fmt: skip
