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
        named(tree("Since/IN/SCONJ/mark/4", "June/NNP/PROPN/compound/2/DATE", "Roe/NNP/PROPN/nsubj/4/ORG",
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
