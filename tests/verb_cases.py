"""For each repair of verbs, subjects and clauses a tree that shows its pattern, as in `repair_cases`."""

from __future__ import annotations

from repair_cases import tree

CASES = {
    "which_of_noun": (
        tree("ended/VBD/VERB/ROOT/0", "the/DT/DET/det/2", "set/NN/NOUN/dobj/0", "of/IN/ADP/prep/2",
             "laws/NNS/NOUN/pobj/3", ",/,/PUNCT/punct/4", "which/WDT/PRON/nsubj/7", "is/VBZ/AUX/relcl/4",
             "old/JJ/ADJ/acomp/7"),
        {7: (2, "relcl")},
    ),
    "behind_bracket": (
        tree("lost/VBD/VERB/ROOT/0", "cups/NNS/NOUN/dobj/0", "(/-LRB-/PUNCT/punct/3", "prizes/NNS/NOUN/appos/1",
             ")/-RRB-/PUNCT/punct/3", "which/WDT/PRON/dobj/7", "he/PRP/PRON/nsubj/7", "won/VBD/VERB/relcl/3"),
        {7: (1, "relcl"), 4: (3, "punct")},
    ),
    "listed_complements": (
        tree("was/VBD/AUX/ROOT/0", "ill/JJ/ADJ/acomp/0", ",/,/PUNCT/punct/0", "weak/JJ/ADJ/acomp/0",
             "and/CC/CCONJ/cc/3", "old/JJ/ADJ/conj/3"),
        {3: (1, "conj")},
    ),
    "inverted_condition": (
        tree("ships/NNS/NOUN/nsubj/2", "will/MD/AUX/aux/2", "wait/VB/VERB/ccomp/5", "should/MD/AUX/aux/5",
             "storms/NNS/NOUN/nsubj/5", "come/VB/VERB/ROOT/5", "././PUNCT/punct/5"),
        {2: (2, "ROOT"), 5: (2, "advcl"), 6: (2, "punct")},
    ),
    "but_for": (
        tree("But/CC/CCONJ/cc/5", "for/IN/ADP/prep/5", "fog/NN/NOUN/pobj/1", "he/PRP/PRON/nsubj/5",
             "would/MD/AUX/aux/5", "sail/VB/VERB/ROOT/5"),
        {0: (1, "advmod")},
    ),
    "inverted_after_only": (
        tree("Only/RB/ADV/advmod/1", "then/RB/ADV/advmod/3", "will/MD/AUX/aux/3", "talks/NNS/NOUN/ROOT/3",
             "resume/VB/VERB/dobj/3"),
        {4: (4, "ROOT"), 3: (4, "nsubj"), 1: (4, "advmod"), 2: (4, "aux")},
    ),
    "opening_participle": (
        tree("Writing/VBG/VERB/csubj/4", "home/NN/NOUN/dobj/0", ",/,/PUNCT/punct/0", "he/PRP/PRON/nsubj/0",
             "left/VBD/VERB/ROOT/4"),
        {0: (4, "advcl"), 3: (4, "nsubj")},
    ),
    "swallowed_subject": (
        tree("According/VBG/VERB/prep/7", "to/IN/ADP/prep/0", "Ann/NNP/PROPN/pobj/1", ",/,/PUNCT/punct/2",
             "a/DT/DET/det/5", "driver/NN/NOUN/appos/2", "was/VBD/AUX/auxpass/7", "hurt/VBN/VERB/ROOT/7"),
        {5: (7, "nsubjpass")},
    ),
    "subject_of_auxiliary": (
        tree("firm/NN/NOUN/nsubj/1", "was/VBD/AUX/auxpass/2", "sold/VBN/VERB/ROOT/2"),
        {0: (2, "nsubjpass")},
    ),
    "said_in_opening": (
        tree("Though/IN/SCONJ/mark/2", "he/PRP/PRON/nsubj/2", "admit/VBZ/VERB/advcl/4", "it/PRP/PRON/nsubj/4",
             "leaks/VBZ/VERB/ccomp/7", ",/,/PUNCT/punct/7", "she/PRP/PRON/nsubj/7", "denies/VBZ/VERB/ROOT/7"),
        {2: (7, "advcl"), 4: (2, "ccomp")},
    ),
    "subject_before_comma": (
        tree("fell/VBD/VERB/ROOT/0", "as/IN/ADP/prep/0", "Lund/NNP/PROPN/pobj/1", ",/,/PUNCT/punct/2",
             "the/DT/DET/det/5", "owner/NN/NOUN/appos/2", ",/,/PUNCT/punct/7", "sold/VBD/VERB/advcl/0"),
        {1: (7, "mark"), 2: (7, "nsubj")},
    ),
    "second_complement": (
        tree("argued/VBD/VERB/ROOT/0", "against/IN/ADP/prep/0", "it/PRP/PRON/pobj/1", ",/,/PUNCT/punct/1",
             "inviting/VBG/VERB/pcomp/1"),
        {4: (0, "advcl")},
    ),
    "existential": (
        tree("said/VBD/VERB/ROOT/0", "there/EX/PRON/expl/2", "were/VBD/AUX/aux/3", "rising/VBG/VERB/amod/4",
             "threats/NNS/NOUN/dobj/0"),
        {2: (0, "ccomp"), 4: (2, "attr")},
    ),
    "agreeing_verb": (
        tree("ships/NNS/NOUN/nsubj/3", "from/IN/ADP/prep/0", "Malta/NNP/PROPN/pobj/1", "use/VB/VERB/ROOT/3",
             "it/PRP/PRON/dobj/3"),
        {3: (3, "ROOT")},
    ),
    "role_of_object": (
        tree("describe/VBP/VERB/ROOT/0", "rulings/NNS/NOUN/dobj/0", "as/IN/ADP/prep/1", "historic/JJ/ADJ/amod/2"),
        {2: (0, "prep")},
    ),
    "role_of_object of": (
        tree("accuse/VBP/VERB/ROOT/0", "heads/NNS/NOUN/dobj/0", "of/IN/ADP/prep/1", "state/NN/NOUN/pobj/2",
             "of/IN/ADP/prep/3", "lying/VBG/VERB/pcomp/4"),
        {4: (0, "prep")},
    ),
    "noun_for_verb": (
        tree("may/MD/AUX/aux/1", "meet/VB/VERB/ROOT/1", "and/CC/CCONJ/cc/1", "worship/NN/NOUN/conj/1",
             "at/IN/ADP/prep/3"),
        {},
    ),
    "object_and_clause": (
        tree("saw/VBD/VERB/ROOT/0", "people/NNS/NOUN/nsubjpass/5", "and/CC/CCONJ/cc/1", "ships/NN/NOUN/conj/1",
             "was/VBD/AUX/auxpass/5", "sent/VBN/VERB/ccomp/0"),
        {1: (0, "dobj"), 2: (0, "cc"), 3: (5, "nsubjpass"), 5: (0, "conj")},
    ),
    "behind_quotation": (
        tree("said/VBD/VERB/ROOT/0", '"/``/PUNCT/punct/2', "left/VBD/VERB/ccomp/0", '"/\'\'/PUNCT/punct/2',
             "pointing/VBG/VERB/advcl/2"),
        {4: (0, "advcl")},
    ),
    "clause_before_colon": (
        tree("sales/NNS/NOUN/nsubj/1", "fell/VBD/VERB/ccomp/4", ":/:/PUNCT/punct/4", "Opel/NNP/PROPN/nsubj/4",
             "reported/VBD/VERB/ROOT/4", "losses/NNS/NOUN/dobj/4"),
        {1: (4, "parataxis")},
    ),
    "name_for_adverb": (
        tree("Kimbally/RB/ADV/advmod/1", "closed/VBD/VERB/ROOT/1", "shops/NNS/NOUN/dobj/1"),
        {0: (1, "nsubj")},
    ),
    "infinitive_behind_time": (
        tree("Ann/NNP/PROPN/nsubj/1", "made/VBD/VERB/ROOT/1", "plan/NN/NOUN/dobj/1", "Monday/NNP/PROPN/npadvmod/1/DATE",
             "to/TO/PART/aux/5", "sail/VB/VERB/xcomp/1"),
        {5: (2, "acl")},
    ),
    "listed_subjects": (
        tree("Ann/NNP/PROPN/nsubj/5", ",/,/PUNCT/punct/0", "Bob/NNP/PROPN/appos/0", "and/CC/CCONJ/cc/2",
             "Cy/NNP/PROPN/conj/2", "met/VBD/VERB/ROOT/5"),
        {2: (0, "conj")},
    ),
    "fronted_phrase": (
        tree("Without/IN/ADP/ROOT/0", "a/DT/DET/det/2", "plan/NN/NOUN/pobj/0", "we/PRP/PRON/nsubj/4",
             "are/VBP/AUX/relcl/2", "alone/JJ/ADJ/acomp/4", "././PUNCT/punct/0"),
        {0: (4, "prep"), 4: (4, "ROOT"), 6: (4, "punct")},
    ),
    "joined_subject": (
        tree("bus/NN/NOUN/nsubj/1", "came/VBD/VERB/ROOT/1", "from/IN/ADP/prep/1", "Rome/NNP/PROPN/pobj/2",
             "and/CC/CCONJ/cc/3", "guests/NNS/NOUN/conj/3", "were/VBD/AUX/auxpass/7", "met/VBN/VERB/conj/1"),
        {4: (1, "cc"), 5: (7, "nsubjpass")},
    ),
    "now_that": (
        tree("Now/RB/ADV/advmod/5", "that/IN/SCONJ/mark/3", "it/PRP/PRON/nsubj/3", "fell/VBD/VERB/ccomp/0",
             "we/PRP/PRON/nsubj/5", "left/VBD/VERB/ROOT/5"),
        {3: (5, "advcl"), 0: (3, "mark")},
    ),
    "clause_behind_noun": (
        tree("They/PRP/PRON/nsubj/1", "said/VBD/VERB/ROOT/1", "it/PRP/PRON/nsubj/3", "fell/VBD/VERB/ccomp/1",
             "and/CC/CCONJ/cc/3", "claim/NN/NOUN/conj/3", "it/PRP/PRON/nsubj/7", "burst/VBD/VERB/ccomp/5"),
        {5: (1, "conj"), 4: (1, "cc")},
    ),
    "unlike_conjunct": (
        tree("tried/VBD/VERB/ROOT/0", "to/TO/PART/aux/2", "save/VB/VERB/xcomp/0", "fish/NN/NOUN/dobj/2",
             "and/CC/CCONJ/cc/0", "sell/VB/VERB/conj/0"),
        {5: (2, "conj"), 4: (2, "cc")},
    ),
    "quoted_content": (
        tree("letter/NN/NOUN/ROOT/0", "saying/VBG/VERB/acl/0", ",/,/PUNCT/punct/1", "“/``/PUNCT/punct/5",
             "it/PRP/PRON/nsubj/5", "fell/VBD/VERB/acl/0"),
        {5: (1, "ccomp")},
    ),
    "helping_verb": (
        tree("Then/RB/ADV/advmod/1", "did/VBD/VERB/ROOT/1", "she/PRP/PRON/nsubj/3", "resign/VB/VERB/ccomp/1"),
        {0: (3, "advmod"), 1: (3, "aux"), 3: (3, "ROOT")},
    ),
    "inverted_subject": (
        tree("On/IN/ADP/prep/2", "it/PRP/PRON/pobj/0", "hung/VBD/VERB/ROOT/2", "a/DT/DET/det/4",
             "flag/NN/NOUN/dobj/2"),
        {4: (2, "nsubj")},
    ),
    "condition_of_content": (
        tree("If/IN/SCONJ/mark/2", "it/PRP/PRON/nsubj/2", "failed/VBD/VERB/advcl/5", ",/,/PUNCT/punct/5",
             "he/PRP/PRON/nsubj/5", "said/VBD/VERB/ROOT/5", "he/PRP/PRON/nsubj/8", "would/MD/AUX/aux/8",
             "go/VB/VERB/ccomp/5"),
        {2: (8, "advcl")},
    ),
    "relative_that": (
        tree("is/VBZ/AUX/ROOT/0", "of/IN/ADP/prep/0", "Lee/NNP/PROPN/pobj/1", "that/IN/SCONJ/nsubj/4",
             "paid/VBD/VERB/ccomp/0"),
        {4: (2, "relcl")},
    ),
    "reduced_relative": (
        tree("meals/NNS/NOUN/nsubj/1", "served/VBD/VERB/ROOT/1", "there/RB/ADV/advmod/1", "are/VBP/AUX/conj/1",
             "good/JJ/ADJ/acomp/3"),
        {0: (3, "nsubj"), 1: (0, "acl"), 3: (3, "ROOT")},
    ),
    "verb_not_noun": (
        tree("ministry/NN/NOUN/nsubj/1", "notes/NNS/NOUN/ROOT/1", "that/IN/SCONJ/mark/4", "it/PRP/PRON/nsubj/4",
             "fell/VBD/VERB/ccomp/1"),
        {},
    ),
}  # fmt: skip
