"""The table of repairs, in the order in which they are tried, and why the seldom ones stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claims.repair.clefts import cleft, what_clause
from claims.repair.conditions import (
    but_for,
    condition_of_content,
    inverted_after_only,
    inverted_condition,
    said_in_opening,
)
from claims.repair.gaps import gapped
from claims.repair.headlines import (
    headline_counts,
    headline_infinitive,
    headline_list,
    headline_objects,
    verbs_in_row,
)
from claims.repair.inversions import (
    TURNING,
    fronted_predicate,
    nobody_but,
    nor_clause,
    result_of_degree,
    turned_clause,
)
from claims.repair.joiners import (
    both_of_verbs,
    counts_apart,
    joined_that,
    name_with_ampersand,
    noun_behind_joiner,
    noun_joined_to_verb,
    participle_for_verb,
)
from claims.repair.marks import (
    closing_bracket,
    opening_adverb,
    opening_joiner,
    parted_currency,
    quoted_infinitive,
    spaced_range,
    torn_hyphen,
)
from claims.repair.members import listed_members, members_among, members_behind_verb
from claims.repair.modifiers import joined_modifiers, object_before_comma
from claims.repair.moves import Move
from claims.repair.nouns import (
    MARKS,
    OPENING_TIMES,
    date_behind_place,
    floating_quantifier,
    label_before_colon,
    list_behind_phrase,
    listed_names,
    listed_nouns,
    marks_for_words,
    name_behind_noun,
    noun_for_joiner,
    noun_joined_to_relative,
    opening_date,
    opening_time,
    parallel_roles,
    second_name,
    second_object,
    who_for_person,
)
from claims.repair.passives import (
    active_behind_passive,
    object_with_participle,
    passive_for_adjective,
    past_for_participle,
    retained_object,
)
from claims.repair.people import (
    age_behind_name,
    name_in_title,
    name_of_person,
    person_behind_party,
    person_behind_role,
    titles_of_name,
    who_of_people,
)
from claims.repair.relatives import behind_bracket, which_of_noun
from claims.repair.sayings import (
    added_saying,
    asked_whether,
    quoted_predicate,
    reduced_saying,
    resumed_saying,
)
from claims.repair.subjects import (
    agreeing_verb,
    fronted_phrase,
    joined_subject,
    listed_subjects,
    name_for_adverb,
    reduced_relative,
    subject_before_comma,
    swallowed_subject,
)
from claims.repair.verbs import (
    behind_quotation,
    clause_before_colon,
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
    quoted_content,
    relative_that,
    role_of_object,
    second_complement,
    subject_of_auxiliary,
    unlike_conjunct,
    verb_not_noun,
)
from claims.trees import Tree


@attrs.frozen
class Repair:
    """A row of the table of repairs."""

    moves: Callable[[Tree], Iterator[Move]]
    #: What a tree must have to be looked at, labels or words: one of the first set, one of the second, ….
    needs: tuple[frozenset[str], ...]

    @property
    def name(self) -> str:
        """The name of the function that finds the pattern."""
        return self.moves.__name__


def _repair(moves: Callable[[Tree], Iterator[Move]], *needs: str) -> Repair:
    return Repair(moves, tuple(frozenset(need.split()) for need in needs))


#: In the order in which they are tried.
REPAIRS = (
    _repair(marks_for_words, " ".join(MARKS)),
    _repair(torn_hyphen, "-"),
    _repair(quoted_infinitive, "to", '" “'),
    _repair(spaced_range, "- – —"),
    _repair(parted_currency, "us u.s. au cdn nz hk", "$"),
    _repair(closing_bracket, "("),
    _repair(behind_bracket, "("),
    _repair(opening_joiner, "cc", "advcl"),
    _repair(opening_adverb, "advmod", ","),
    _repair(opening_participle, "csubj advcl", "nsubj"),
    _repair(noun_joined_to_relative, "conj", "relcl"),
    _repair(date_behind_place, "appos npadvmod nummod pobj"),
    _repair(opening_time, "prep", " ".join(OPENING_TIMES)),
    _repair(opening_date, "compound poss nmod", "nsubj nsubjpass"),
    _repair(reduced_relative, "ccomp conj", "nsubj"),
    _repair(joined_that, "conj", "that"),
    _repair(gapped, "and but while others other another second rest", "nsubj nsubjpass"),
    _repair(noun_joined_to_verb, "conj"),
    _repair(noun_behind_joiner, "cc"),
    _repair(name_with_ampersand, "&", "conj"),
    _repair(counts_apart, "conj appos", "pobj", "and or"),
    _repair(name_for_adverb, "advmod"),
    _repair(fronted_phrase, "acl relcl", "nsubj nsubjpass"),
    _repair(swallowed_subject),
    _repair(agreeing_verb, "nsubj"),
    _repair(joined_subject, "conj", "cc"),
    _repair(subject_before_comma, "advcl ccomp", "appos relcl acl", ","),
    _repair(subject_of_auxiliary, "aux auxpass"),
    _repair(listed_nouns, "appos"),
    _repair(listed_subjects, "appos", "nsubj nsubjpass", "cc"),
    _repair(second_complement, "pcomp"),
    _repair(listed_members, "appos", "including as"),
    _repair(listed_names, "appos"),
    _repair(person_behind_party, "conj appos", "pobj"),
    _repair(person_behind_role, "conj", "appos"),
    _repair(object_before_comma, "nmod compound", "prep", ","),
    _repair(joined_modifiers, "conj", "cc"),
    _repair(who_of_people, "relcl", "who"),
    _repair(parallel_roles, "conj", "pobj"),
    _repair(members_behind_verb, "prep", "including"),
    _repair(members_among, "among", "them these", "npadvmod dep conj"),
    _repair(name_behind_noun, "nsubj nsubjpass dobj"),
    _repair(second_object, "dobj attr oprd", ","),
    _repair(name_of_person, "appos npadvmod", ","),
    _repair(age_behind_name, "appos", ","),
    _repair(name_in_title, "nmod compound"),
    _repair(titles_of_name, "conj"),
    _repair(existential, "amod", "aux auxpass"),
    _repair(label_before_colon, "nsubj nsubjpass", ":"),
    _repair(floating_quantifier, "appos", "both all each"),
    _repair(both_of_verbs, "both", "conj"),
    _repair(passive_for_adjective, "acomp"),
    _repair(retained_object, "attr", "amod"),
    _repair(past_for_participle, "nsubj", "conj", "dobj"),
    _repair(active_behind_passive, "auxpass", "conj", "was were"),
    _repair(object_with_participle, "ccomp"),
    _repair(role_of_object, "prep", "as of"),
    _repair(noun_for_verb, "conj"),
    _repair(verb_not_noun, "nsubj", "ccomp dobj"),
    _repair(object_and_clause, "ccomp", "conj"),
    _repair(behind_quotation, "advcl conj", '" “ ”'),
    _repair(listed_complements, "acomp"),
    _repair(reduced_saying, "xcomp", "ccomp"),
    _repair(added_saying, "advcl", "ccomp", ","),
    _repair(asked_whether, "asked", "if whether", "advcl"),
    _repair(quoted_predicate, "appos amod", '" “ ”'),
    _repair(resumed_saying, "acl relcl", "a an"),
    _repair(inverted_condition, "should had were"),
    _repair(but_for, "but", "for"),
    _repair(fronted_predicate, "attr"),
    _repair(what_clause, "what", "ccomp acomp"),
    _repair(nor_clause, "nor", "cc"),
    _repair(turned_clause, " ".join(TURNING)),
    _repair(result_of_degree, "so", "relcl acl"),
    _repair(nobody_but, "but", "conj"),
    _repair(inverted_after_only, "aux", "only not never rarely seldom"),
    _repair(second_name, "nsubj nsubjpass"),
    _repair(noun_for_joiner, "preconj"),
    _repair(list_behind_phrase, "dobj npadvmod dep attr", "pobj xcomp"),
    _repair(now_that, "now", "that"),
    _repair(clause_behind_noun, "conj", "ccomp"),
    _repair(unlike_conjunct, "conj"),
    _repair(quoted_content, "acl relcl appos"),
    _repair(helping_verb, "ccomp"),
    _repair(inverted_subject, "dobj attr", "prep"),
    _repair(said_in_opening, "advcl", "mark", "ccomp"),
    _repair(condition_of_content, "advcl", "ccomp"),
    _repair(relative_that, "that"),
    _repair(cleft, "it", "that who", "nsubj"),
    _repair(clause_before_colon, "ccomp", ":"),
    _repair(who_for_person, "relcl", "who"),
    _repair(which_of_noun, "relcl", "which"),
    _repair(headline_infinitive, "relcl acl"),
    _repair(headline_list, ","),
    _repair(headline_objects, "appos", ","),
    _repair(headline_counts, "conj appos", "acl amod", ","),
    _repair(verbs_in_row, "ccomp parataxis", ","),
    _repair(infinitive_behind_time, "xcomp advcl", "dobj"),
    _repair(participle_for_verb, "amod", "conj"),
)

#: Why a repair stays that fires on fewer than five of the sentences of `docs/quality.md`.
RARE = {
    "members_among": "“Among them” is seldom told; the member is what was done without it.",
    "both_of_verbs": "“Both” before a verb is rare; who acts would be “the law both”.",
    "past_for_participle": "Three verbs with one object are rare; who acts would be acted on.",
    "active_behind_passive": "Lives tell it, “was born and studied”; somebody would be studied.",
    "cleft": "A tenth of a per cent of sentences; without it nobody did what “it was” singles out.",
    "what_clause": "What opens with “what” tells of something else without it: “the bank is the debt”.",
    "fronted_predicate": "What opens a sentence becomes its subject without it, and nobody is arrested.",
    "nor_clause": "The opposite is claimed without it.",
    "turned_clause": "Inversion is rare; the verb becomes a clause below its helper, or a description.",
    "result_of_degree": "A set form; what followed would describe the cause.",
    "nobody_but": "“Nobody has a key” would be claimed of a sentence that says who has.",
    "members_behind_verb": "Most members stand behind their whole; without it those behind a verb make no claim.",
    "said_in_opening": "What is admitted would be the main clause's object.",
    "subject_before_comma": "A subject with a long description acts in no clause without it, another in its place.",
    "person_behind_party": "Members of several parties in one sentence are frequent in reports of elections only.",
    "person_behind_role": "Lists of people who are each described are rare; two people are one without it.",
    "object_before_comma": "“In”, with nothing behind it, becomes the place where all happened without it.",
    "who_of_people": "Places do not apply or flee; without it a list of countries does.",
    "joined_modifiers": "“Old and new members” would be two claims, the first of them about “old”.",
    "quoted_infinitive": "Needs a quotation mark behind “to”; the infinitive has no “to” without it.",
    "retained_object": "“They are paid fees by the town” would say that they are fees.",
    "object_with_participle": "What a thing is mounted on would be something that the thing mounts.",
    "list_behind_phrase": "Lists of unlike nouns are rare; one that is missed costs a claim for each member.",
    "behind_quotation": "Needs a participle behind a quotation that the parser puts inside it; the wrong speaker acts.",
    "listed_complements": "Without it only the first of several adjectives is claimed.",
    "marks_for_words": "Guillemets do not occur in these texts; where they do they become words of claims.",
    "age_behind_name": "Crimes and accidents tell ages; without it a number describes a person.",
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
    "date_behind_place": "Agencies close captions with the place and the day, which running text seldom does.",
    "opening_time": "“In the past” takes the subject with it where no comma stands.",
    "reduced_saying": "The main clause is lost inside a saying without it.",
    "added_saying": "Texts that report much say “adding that”; what was said would speak: “the attack added”.",
    "asked_whether": "A question would be a condition of the answer.",
    "quoted_predicate": "Two words in quotation marks; without it they describe who spoke.",
    "resumed_saying": "What the author adds is put into somebody's mouth without it.",
    "parallel_roles": "One office is held in the place of the other without it.",
    "quoted_content": "All that a letter or message says is lost without it.",
    "second_complement": "What is done becomes part of a place without it.",
    "opening_adverb": "Who acts would be “Meanwhile, the storm”.",
    "clause_before_colon": "What the author says would be said by somebody else.",
    "name_for_adverb": "Only names that end like adverbs; who speaks is lost without it.",
    "who_for_person": "What somebody did would be done by a place or body.",
    "headline_infinitive": "Only headlines; those in which nobody seems to act make no claim without it.",
    "headline_objects": "Only headlines; one of two things that are told of becomes the other's name.",
    "headline_counts": "Only headlines; who was hurt becomes part of who died.",
    "verbs_in_row": "Mostly headlines; the second verb has no subject without it.",
    "headline_list": "Only headlines leave out “and”; the first of two who act is lost without it.",
    "infinitive_behind_time": "What is planned would be the purpose of planning.",
    "participle_for_verb": "A verb in a row becomes part of an object.",
    "joined_that": "The second of two things said becomes the author's, about “that roads”.",
    "counts_apart": "Of several counts each would hold at the place and time of the first.",
    "gapped": "News repeats its verbs; without it the second who becomes a place or object of the first.",
    "parted_currency": "Money becomes a place.",
    "which_of_noun": "A year or the many would do what one did.",
    "fronted_phrase": "A whole sentence makes no claim without it.",
    "opening_date": "Needs a missing comma; a firm called “June Roe & Co.” acts without it, at no time.",
    "reduced_relative": "The main verb of the sentence changes with it.",
}
