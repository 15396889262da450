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
    "halves_of_quotation": (
        tree('"/``/PUNCT/punct/4', "roads/NNS/NOUN/nsubj/4", ",/,/PUNCT/punct/4", "\"/''/PUNCT/punct/4",
             "said/VBD/VERB/ROOT/4", "Lee/NNP/PROPN/nsubj/8", ",/,/PUNCT/punct/8", '"/``/PUNCT/punct/8',
             "closed/VBD/VERB/ccomp/4"),
        {1: (8, "nsubj"), 5: (4, "nsubj")},
    ),
    "speakers_aside": (
        tree('"/``/PUNCT/punct/9', "It/PRP/PRON/nsubj/9", "\"/''/PUNCT/punct/4", "he/PRP/PRON/nsubj/4",
             "said/VBD/VERB/parataxis/9", ",/,/PUNCT/punct/4", "pointing/VBG/VERB/advcl/9", ",/,/PUNCT/punct/9",
             '"/``/PUNCT/punct/9', "fell/VBD/VERB/ROOT/9"),
        {6: (4, "advcl")},
    ),
    "name_before_subject": (
        tree("To/IN/ADP/prep/8", "the/DT/DET/det/2", "mayor/NN/NOUN/pobj/0", ",/,/PUNCT/punct/8",
             "Lee/NNP/PROPN/nsubj/8/PERSON", ",/,/PUNCT/punct/4", "the/DT/DET/det/7", "nurses/NNS/NOUN/appos/4",
             "wrote/VBD/VERB/ROOT/8"),
        {7: (8, "nsubj"), 4: (2, "appos")},
    ),
    "reduced_saying": (
        tree("pact/NN/NOUN/nsubj/2", ",/,/PUNCT/punct/0", "said/VBD/VERB/ROOT/2", "to/TO/PART/aux/4",
             "be/VB/AUX/xcomp/2", "new/JJ/ADJ/acomp/4", ",/,/PUNCT/punct/2", "was/VBD/AUX/auxpass/8",
             "signed/VBN/VERB/ccomp/2", "././PUNCT/punct/2"),
        {8: (8, "ROOT"), 2: (0, "acl"), 0: (8, "nsubjpass"), 9: (8, "punct")},
    ),
    "added_saying": (
        tree("Lee/NNP/PROPN/nsubj/1", "said/VBD/VERB/ROOT/1", "it/PRP/PRON/nsubj/3", "fell/VBD/VERB/ccomp/1",
             ",/,/PUNCT/punct/3", "add/VBG/VERB/advcl/3", "it/PRP/PRON/nsubj/7", "hurt/VBD/VERB/ccomp/5"),
        {5: (1, "advcl")},
    ),
    "asked_whether": (
        tree("asked/VBN/VERB/advcl/5", "if/IN/SCONJ/mark/3", "it/PRP/PRON/nsubj/3", "fell/VBD/VERB/advcl/5",
             "Lee/NNP/PROPN/nsubj/5", "left/VBD/VERB/ROOT/5"),
        {3: (0, "ccomp")},
    ),
    "quoted_predicate": (
        tree("Ann/NNP/PROPN/nsubj/7", "who/WP/PRON/nsubj/2", "call/VBP/VERB/relcl/0", "it/PRP/PRON/dobj/2",
             '"/``/PUNCT/punct/0', "junk/NN/NOUN/appos/0", '"/\'\'/PUNCT/punct/0', "left/VBD/VERB/ROOT/7"),
        {5: (2, "oprd"), 4: (2, "punct"), 6: (2, "punct")},
    ),
    "resumed_saying": (
        tree("Lee/NNP/PROPN/nsubj/1", "said/VBD/VERB/ROOT/1", "he/PRP/PRON/nsubj/3", "won/VBD/VERB/ccomp/1",
             "it/PRP/PRON/dobj/3", ",/,/PUNCT/punct/3", "a/DT/DET/det/7", "claim/NN/NOUN/dobj/3",
             "Ann/NNP/PROPN/nsubj/9", "denied/VBD/VERB/relcl/7"),
        {7: (1, "npadvmod")},
    ),
}  # fmt: skip
