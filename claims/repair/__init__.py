"""Mend trees where the parser breaks a rule of English grammar.

Each repair is a pattern that no grammatical sentence has, with the reading that it stands for. A
repair moves heads; `mended` gives back the tree as it was where a move would close a cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claims.repair.conditions import but_for, condition_of_content, inverted_after_only, inverted_condition
from claims.repair.marks import opening_joiner, torn_hyphen
from claims.repair.moves import Move, is_singular
from claims.repair.nouns import (
    floating_quantifier,
    headline_list,
    list_behind_phrase,
    listed_members,
    listed_names,
    listed_nouns,
    marks_for_words,
    name_in_title,
    name_of_person,
    noun_for_joiner,
    noun_joined_to_relative,
    opening_time,
    parallel_roles,
    second_name,
    second_object,
    titles_of_name,
    who_for_person,
)
from claims.repair.passives import object_with_participle, passive_for_adjective, retained_object
from claims.repair.subjects import joined_subject, reduced_relative, swallowed_subject
from claims.repair.verbs import (
    behind_quotation,
    clause_behind_noun,
    existential,
    helping_verb,
    infinitive_behind_time,
    inverted_subject,
    listed_complements,
    noun_for_verb,
    now_that,
    object_and_clause,
    opening_participle,
    participle_for_verb,
    quoted_content,
    reduced_saying,
    relative_that,
    resumed_saying,
    role_of_object,
    second_complement,
    subject_of_auxiliary,
    unlike_conjunct,
    verb_not_noun,
)
from claims.trees import Tree

__all__ = ["REPAIRS", "Move", "is_singular", "mended"]

#: In the order in which they are tried.
REPAIRS: tuple[Callable[[Tree], Iterator[Move]], ...] = (
    marks_for_words,
    torn_hyphen,
    opening_joiner,
    opening_participle,
    noun_joined_to_relative,
    opening_time,
    reduced_relative,
    swallowed_subject,
    joined_subject,
    subject_of_auxiliary,
    listed_nouns,
    second_complement,
    listed_members,
    listed_names,
    parallel_roles,
    name_of_person,
    name_in_title,
    titles_of_name,
    second_object,
    existential,
    floating_quantifier,
    passive_for_adjective,
    retained_object,
    object_with_participle,
    role_of_object,
    noun_for_verb,
    verb_not_noun,
    object_and_clause,
    behind_quotation,
    listed_complements,
    reduced_saying,
    resumed_saying,
    inverted_condition,
    but_for,
    inverted_after_only,
    second_name,
    noun_for_joiner,
    list_behind_phrase,
    now_that,
    clause_behind_noun,
    unlike_conjunct,
    quoted_content,
    helping_verb,
    inverted_subject,
    condition_of_content,
    relative_that,
    who_for_person,
    headline_list,
    infinitive_behind_time,
    participle_for_verb,
)

#: Why a repair stays that fires on fewer than five of the sentences of `docs/quality.md`.
RARE = {
    "retained_object": "“They are paid fees by the town” would say that they are fees.",
    "object_with_participle": "What a thing is mounted on would be something that the thing mounts.",
    "list_behind_phrase": "Lists of unlike nouns are rare; one that is missed costs a claim for each member.",
    "behind_quotation": "Needs a participle behind a quotation that the parser puts inside it; the wrong speaker acts.",
    "listed_complements": "Without it only the first of several adjectives is claimed.",
    "marks_for_words": "Guillemets do not occur in these texts; where they do they become words of claims.",
    "name_in_title": "Two people become one without it.",
    "now_that": "One conjunction of two words; without it its clause makes no claim.",
    "clause_behind_noun": "Two sayings in a row, the second without subject; the voices are nested without it.",
    "existential": "A sentence loses its verb.",
    "inverted_condition": "Conditions without “if” are rare; without it what is only supposed is claimed.",
    "but_for": "A set phrase; without it what did not happen is claimed.",
    "inverted_after_only": "Inversion is rare; the verb becomes an object without it.",
    "helping_verb": "Inversion is rare; “did” becomes the predicate without it.",
    "inverted_subject": "Inversion is rare; the claim has no subject without it.",
    "second_name": "A clause gets two subjects without it, the first of them a date or a place.",
    "opening_participle": "A clause becomes the subject of another without it.",
    "opening_time": "“In the past” takes the subject with it where no comma stands.",
    "reduced_saying": "The main clause is lost inside a saying without it.",
    "resumed_saying": "What the author adds is put into somebody's mouth without it.",
    "parallel_roles": "One office is held in the place of the other without it.",
    "quoted_content": "All that a letter or message says is lost without it.",
    "second_complement": "What is done becomes part of a place without it.",
    "who_for_person": "What somebody did would be done by a place or body.",
    "headline_list": "Only headlines leave out “and”; the first of two who act is lost without it.",
    "infinitive_behind_time": "What is planned would be the purpose of planning.",
    "participle_for_verb": "A verb in a row becomes part of an object.",
    "reduced_relative": "The main verb of the sentence changes with it.",
}


def mended(tree: Tree) -> Tree:
    """Return the tree with all repairs made; one without words, of a sentence too long to parse, has none."""
    for repair in REPAIRS if tree else ():
        moves = list(repair(tree))
        if moves:
            tree = _moved(tree, moves)
    return tree


def _moved(tree: Tree, moves: list[Move]) -> Tree:
    tokens = list(tree)
    for move in moves:
        token = attrs.evolve(tokens[move.index], head=move.head, dep=move.dep)
        if move.tag:
            token = attrs.evolve(token, tag=move.tag, pos="VERB" if move.tag.startswith("VB") else token.pos)
        tokens[move.index] = token
    moved = Tree(tuple(tokens))
    return moved if _is_tree(moved) else tree


def _is_tree(tree: Tree) -> bool:
    roots = [token.i for token in tree if token.head == token.i]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree)
