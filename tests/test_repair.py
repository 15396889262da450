"""Repairs of trees: each mends its pattern, and none breaks a tree."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies_trees import trees

from claims.repair import RARE, REPAIRS, mended
from claims.trees import Token, Tree


def tree(*rows):
    """Build a tree from "text/tag/pos/dep/head[/entity]" rows."""
    tokens = []
    for i, row in enumerate(rows):
        text, tag, pos, dep, head, *entity = row.split("/")
        kind = entity[0] if entity else ""
        tokens.append(Token(i, i * 12, i * 12 + len(text), text, text.lower(), pos, tag, dep, int(head), kind, "O"))
    return Tree(tuple(tokens))


def _named(before):
    """Return a tree in which each word with an entity begins one."""
    return Tree(tuple(attrs.evolve(token, iob="B" if token.entity else "O") for token in before))


CASES = {
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
    "which_of_noun": (
        tree("ended/VBD/VERB/ROOT/0", "the/DT/DET/det/2", "set/NN/NOUN/dobj/0", "of/IN/ADP/prep/2",
             "laws/NNS/NOUN/pobj/3", ",/,/PUNCT/punct/4", "which/WDT/PRON/nsubj/7", "is/VBZ/AUX/relcl/4",
             "old/JJ/ADJ/acomp/7"),
        {7: (2, "relcl")},
    ),
    "headline_objects": (
        tree("Ford/NNP/PROPN/nsubj/1", "sells/VBZ/VERB/ROOT/1", "cars/NNS/NOUN/dobj/1", ",/,/PUNCT/punct/2",
             "trucks/NNS/NOUN/appos/2"),
        {4: (2, "conj")},
    ),
    "behind_bracket": (
        tree("lost/VBD/VERB/ROOT/0", "cups/NNS/NOUN/dobj/0", "(/-LRB-/PUNCT/punct/3", "prizes/NNS/NOUN/appos/1",
             ")/-RRB-/PUNCT/punct/3", "which/WDT/PRON/dobj/7", "he/PRP/PRON/nsubj/7", "won/VBD/VERB/relcl/3"),
        {7: (1, "relcl"), 4: (3, "punct")},
    ),
    "parted_currency": (
        tree("cost/VBD/VERB/ROOT/0", "US/NNP/PROPN/dobj/0/GPE", "$/$/SYM/nmod/3", "29/CD/NUM/npadvmod/0/MONEY"),
        {3: (0, "dobj"), 1: (3, "nmod")},
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
    "age_behind_name": (
        tree("son/NN/NOUN/nsubj/6", ",/,/PUNCT/punct/0", "Tom/NNP/PROPN/appos/0/PERSON", ",/,/PUNCT/punct/0",
             "12/CD/NUM/appos/0/DATE", ",/,/PUNCT/punct/0", "fell/VBD/VERB/ROOT/6"),
        {4: (2, "appos")},
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
        _named(tree("Since/IN/SCONJ/mark/4", "June/NNP/PROPN/compound/2/DATE", "Roe/NNP/PROPN/nsubj/4/ORG",
             "have/VBP/AUX/aux/4", "sold/VBN/VERB/ROOT/4")),
        {0: (4, "prep"), 1: (0, "pobj")},
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
    "members_behind_verb": (
        tree("men/NNS/NOUN/nsubj/1", "left/VBD/VERB/ROOT/1", ",/,/PUNCT/punct/1", "including/VBG/VERB/prep/1",
             "Lee/NNP/PROPN/pobj/3"),
        {3: (0, "prep")},
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
    "second_complement": (
        tree("argued/VBD/VERB/ROOT/0", "against/IN/ADP/prep/0", "it/PRP/PRON/pobj/1", ",/,/PUNCT/punct/1",
             "inviting/VBG/VERB/pcomp/1"),
        {4: (0, "advcl")},
    ),
    "listed_members": (
        tree("bases/NNS/NOUN/ROOT/0", "including/VBG/VERB/prep/0", "Taji/NNP/PROPN/pobj/1", ",/,/PUNCT/punct/2",
             "Q/NNP/PROPN/appos/2"),
        {4: (2, "conj")},
    ),
    "listed_names": (
        tree("met/VBD/VERB/ROOT/0", "Ann/NNP/PROPN/dobj/0/PERSON", "Bob/NNP/PROPN/appos/1/PERSON", "and/CC/CCONJ/cc/2",
             "Cy/NNP/PROPN/conj/2/PERSON"),
        {2: (1, "conj")},
    ),
    "existential": (
        tree("said/VBD/VERB/ROOT/0", "there/EX/PRON/expl/2", "were/VBD/AUX/aux/3", "rising/VBG/VERB/amod/4",
             "threats/NNS/NOUN/dobj/0"),
        {2: (0, "ccomp"), 4: (2, "attr")},
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
    "agreeing_verb": (
        tree("ships/NNS/NOUN/nsubj/3", "from/IN/ADP/prep/0", "Malta/NNP/PROPN/pobj/1", "use/VB/VERB/ROOT/3",
             "it/PRP/PRON/dobj/3"),
        {3: (3, "ROOT")},
    ),
    "passive_for_adjective": (
        tree("they/PRP/PRON/nsubj/1", "were/VBD/AUX/ROOT/1", "forced/VBN/ADJ/acomp/1"),
        {0: (2, "nsubjpass"), 1: (2, "auxpass"), 2: (2, "ROOT")},
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
    "clause_before_colon": (
        tree("sales/NNS/NOUN/nsubj/1", "fell/VBD/VERB/ccomp/4", ":/:/PUNCT/punct/4", "Opel/NNP/PROPN/nsubj/4",
             "reported/VBD/VERB/ROOT/4", "losses/NNS/NOUN/dobj/4"),
        {1: (4, "parataxis")},
    ),
    "name_for_adverb": (
        tree("Kimbally/RB/ADV/advmod/1", "closed/VBD/VERB/ROOT/1", "shops/NNS/NOUN/dobj/1"),
        {0: (1, "nsubj")},
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
    "infinitive_behind_time": (
        tree("Ann/NNP/PROPN/nsubj/1", "made/VBD/VERB/ROOT/1", "plan/NN/NOUN/dobj/1", "Monday/NNP/PROPN/npadvmod/1/DATE",
             "to/TO/PART/aux/5", "sail/VB/VERB/xcomp/1"),
        {5: (2, "acl")},
    ),
    "participle_for_verb": (
        tree("built/VBD/VERB/ROOT/0", "roads/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/0", "mended/VBN/VERB/amod/4",
             "walls/NNS/NOUN/dobj/0", "and/CC/CCONJ/cc/0", "left/VBD/VERB/conj/0"),
        {3: (0, "conj"), 4: (3, "dobj")},
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
    "torn_hyphen": (
        tree("saw/VBD/VERB/ROOT/0", "ex/NN/NOUN/dobj/0", "-/NN/NOUN/dobj/0", "kings/NNS/NOUN/dobj/0"),
        {1: (3, "compound"), 2: (3, "punct")},
    ),
    "spaced_range": (
        tree("won/VBD/VERB/ROOT/0", "3/CD/NUM/npadvmod/0", "–/:/PUNCT/punct/0", "1/CD/NUM/dobj/0",
             "there/RB/ADV/advmod/3"),
        {2: (1, "punct"), 3: (1, "nummod"), 4: (1, "advmod")},
    ),
    "joined_subject": (
        tree("bus/NN/NOUN/nsubj/1", "came/VBD/VERB/ROOT/1", "from/IN/ADP/prep/1", "Rome/NNP/PROPN/pobj/2",
             "and/CC/CCONJ/cc/3", "guests/NNS/NOUN/conj/3", "were/VBD/AUX/auxpass/7", "met/VBN/VERB/conj/1"),
        {4: (1, "cc"), 5: (7, "nsubjpass")},
    ),
    "titles_of_name": (
        tree("Director/NN/NOUN/nsubj/6", "and/CC/CCONJ/cc/0", "film/NN/NOUN/compound/5", "producer/NN/NOUN/compound/5",
             "Ann/NNP/PROPN/compound/5/PERSON", "Lee/NNP/PROPN/conj/0/PERSON", "left/VBD/VERB/ROOT/6"),
        {2: (3, "compound"), 3: (0, "conj"), 5: (0, "appos")},
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
    "person_behind_role": (
        tree("Ann/NNP/PROPN/nsubj/7/PERSON", ",/,/PUNCT/punct/0", "a/DT/DET/det/3", "cook/NN/NOUN/appos/0",
             ",/,/PUNCT/punct/3", "and/CC/CCONJ/cc/3", "Tom/NNP/PROPN/conj/3/PERSON", "left/VBD/VERB/ROOT/7"),
        {6: (0, "conj"), 5: (0, "cc")},
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
    "name_of_person": (
        tree("head/NN/NOUN/nsubj/6", "of/IN/ADP/prep/0", "the/DT/DET/det/3", "ministry/NN/NOUN/pobj/1",
             ",/,/PUNCT/punct/3", "Lee/NNP/PROPN/appos/3/PERSON", "left/VBD/VERB/ROOT/6"),
        {5: (0, "appos")},
    ),
    "second_object": (
        tree("filed/VBD/VERB/ROOT/0", "suits/NNS/NOUN/dobj/0", ",/,/PUNCT/punct/0", "the/DT/DET/det/4",
             "third/NN/NOUN/dobj/0"),
        {4: (1, "appos")},
    ),
    "name_in_title": (
        tree("between/IN/ADP/ROOT/0", "Lee/NNP/PROPN/nmod/4/PERSON", "and/CC/CCONJ/cc/1", "officer/NN/NOUN/conj/1",
             "Ray/NNP/PROPN/pobj/0/PERSON"),
        {1: (0, "pobj"), 4: (1, "conj"), 3: (4, "compound")},
    ),
}  # fmt: skip


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
    before, changes = CASES[repair.name]
    # A few verbs are known by their lemmas.
    lemmas = {"said": "say", "were": "be", "did": "do", "paid": "pay", "hung": "hang"}
    before = Tree(tuple(attrs.evolve(t, lemma=lemmas.get(t.text, t.lemma)) for t in before))
    if repair.name == "torn_hyphen":
        before = Tree(tuple(attrs.evolve(t, start=t.i, end=t.i + 1) for t in before))
    after = mended(before)
    for old, new in zip(before, after, strict=True):
        assert (new.head, new.dep) == changes.get(old.i, (old.head, old.dep))


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
    after = mended(CASES["noun_for_verb"][0])
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
    ],
)  # fmt: skip
def test_a_firm_is_named_behind_its_description(before, heads):
    """A body's name belongs to the body, not to the thing that its description ends in."""
    assert mended(tree(*before))[5].head == heads


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
    assert mended(_named(before)) != before


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


def test_which_is_nobody():
    """Of "Lee, head of Ark, which failed" the body failed."""
    before = tree("Lee/NNP/PROPN/nsubj/8/PERSON", ",/,/PUNCT/punct/0", "head/NN/NOUN/appos/0", "of/IN/ADP/prep/2",
                  "Ark/NNP/PROPN/pobj/3/ORG", ",/,/PUNCT/punct/0", "which/WDT/PRON/nsubj/7", "failed/VBD/VERB/relcl/0",
                  "left/VBD/VERB/ROOT/8")  # fmt: skip
    assert mended(before)[7].head == 4


def test_reasons_name_repairs():
    """Only what is in the table has a reason to stay in it."""
    assert set(RARE) <= {repair.name for repair in REPAIRS}


#: What repairs look for, and a word that none does.
WORDS = sorted({"w", *(sign for repair in REPAIRS for need in repair.needs for sign in need)})


@pytest.mark.property
@settings(max_examples=200, deadline=None)
@given(trees(), st.lists(st.sampled_from(WORDS), min_size=14, max_size=14))
def test_repairs_need_what_the_table_says(before, words):
    """A tree that lacks what a repair needs is not moved by it."""
    before = Tree(tuple(attrs.evolve(t, text=word) for t, word in zip(before, words, strict=False)))
    for repair in REPAIRS:
        if any(before.signs.isdisjoint(need) for need in repair.needs):
            assert not list(repair.moves(before))


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(trees())
def test_a_mended_tree_is_a_tree(before):
    """One root, no cycle, the same words: whatever came in."""
    after = mended(before)
    assert len(after.subtree(after.root)) == len(before)
    assert [t.text for t in after] == [t.text for t in before]
