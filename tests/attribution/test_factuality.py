"""Polarity, tense, kind and certainty of clauses, for the author and every voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from claims.analysis import Clause, Factivity, Slot, Tie
from claims.attribution import judge
from claims.attribution.frames import group
from claims.trees import Tree

Found = Any
Find = Callable[[str], Found]


def clause_of(tree: Tree, word: str, *, conditional: bool = False) -> Clause:
    """Build the clause of the verb `word`, with subject and objects."""
    head = next(token.i for token in tree if token.text == word)
    around = {j for i in tree.children(head, "nsubj", "nsubjpass", "dobj", "attr") for j in tree.subtree(i)}
    ties = (Tie("condition"),) if conditional else ()
    return Clause("test", "event", head, tuple(sorted(around)), group(tree, head), ties=ties)


def judged(found: Found, word: str, **options: bool) -> Factivity:
    """Judge the clause of `word` below the links whose content holds it."""
    sentence = next(s for s, tree in enumerate(found.trees) if any(token.text == word for token in tree))
    clause = clause_of(found.trees[sentence], word, **options)
    holding = [
        link for link in found.links if any(w.sentence == sentence and clause.head in w.tokens for w in link.content)
    ]
    return judge(found.trees, sentence, clause, holding)


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("The ship sank.", "sank", "+"),
        ("The ship did not sink.", "sink", "-"),
        ("The ship never sank.", "sank", "-"),
        ("No ships sank.", "sank", "-"),
        ("Nobody saw the ship.", "saw", "-"),
        ("The port has no crane.", "has", "-"),
        ("The pilot failed to see the buoy.", "see", "-"),
        ("The port no longer accepts ships.", "accepts", "-"),
        ("The pilot never failed to see the buoy.", "see", "+"),
        ("The ship failed to sail.", "failed", "-"),
        ("Hardly anyone came.", "came", "-"),
        ("The pilot has yet to comment.", "has", "-"),
        ("The ship not only sank but burned.", "sank", "+"),
        ("He did not just resign.", "resign", "+"),
        ("The ship was not just.", "was", "-"),
        ("There were no fewer than five ships.", "were", "+"),
        ("Not all ships sailed.", "sailed", "-"),
        ("Neither Lund nor Berg came.", "came", "-"),
        ("He did not eat nor drink.", "drink", "-"),
        ("Police would neither confirm nor deny it.", "confirm", "-"),
        ("Police would neither confirm nor deny it.", "deny", "-"),
        ("The crew was unable to leave.", "was", "-"),
        ("The ship stopped sailing.", "stopped", "+"),
    ],
)
def test_polarity(find: Find, text: str, word: str, polarity: str) -> None:
    """Negation stands in the verb group, in a determiner or pronoun, or in a verb like "fail"; two cancel out."""
    assert judged(find(text), word).polarity == polarity


def test_each_of_joined_nouns_is_denied(find: Find) -> None:
    """What "no" before the first denies it denies of the second, which borrows it; a later one has its own."""
    for text, held, polarity in (
        ("No ships or boats sank.", ("No", "boats"), "-"),
        ("He saw a ship and no boats.", ("no", "boats"), "-"),
        ("He saw a ship and no boats.", ("a", "ship"), "+"),
    ):
        (tree,) = find(text).trees
        verb = next(token.i for token in tree if token.text in ("sank", "saw"))
        tokens = tuple(token.i for token in tree if token.text in held)
        clause = Clause("test", "event", verb, (), (verb,), (Slot("object", tokens),))
        assert judge([tree], 0, clause, ()).polarity == polarity


def test_a_joined_verb_is_denied_by_the_verb_that_it_shares(find: Find) -> None:
    """What failed was to see and to miss."""
    (tree,) = find("The pilot failed to see the buoy and miss the rock.").trees
    shared = tuple(token.i for token in tree if token.text in ("failed", "to", "miss"))
    clause = attrs.evolve(clause_of(tree, "miss"), predicate=shared)
    assert (judge([tree], 0, clause, ()).polarity, judge([tree], 0, clause, ()).tense) == ("-", "past")


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The ship sank.", "sank", "past"),
        ("The ship has sunk.", "sunk", "past"),
        ("The ship is sinking.", "sinking", "present"),
        ("The ship will sink.", "sink", "future"),
        ("The ship is going to sink.", "sink", "future"),
        ("The trial is to begin on Monday.", "begin", "future"),
        ("Officials said the ship would sink.", "sink", "future_in_past"),
        ("Storm destroys old harbour", "destroys", "past"),
        ("In March the rebels attack the port.", "attack", "past"),
        ("Some of the pilots expect more fog in March.", "expect", "present"),
        ("In March the pilots plan a strike.", "plan", "past"),
        ("Storks usually nest on roofs.", "nest", "generic"),
        ("Storks eat frogs.", "eat", "generic"),
        ("The king promised to leave.", "leave", "future"),
        ("It is hard to leave.", "is", "present"),
        ("The king is likely to leave.", "is", "future"),
        ("The king is confident of winning.", "winning", "future"),
        ("The king is proud of winning.", "winning", "present"),
        ("Ministers agreed to send troops.", "send", "future_in_past"),
        ("The ship is due to sail on Friday.", "is", "future"),
        ("The ship was to sail on Friday.", "was", "future_in_past"),
        ("In 1912 the captain sees a light.", "sees", "past"),
        ("Lund would not say why.", "say", "past"),
        ("The crew could not find the buoy.", "find", "past"),
        ("The crew could not sail because the storm had come.", "sail", "past"),
        ("The ship will sail when the storm ends in May.", "ends", "future"),
        ("The ship will be old by the time the war ends.", "ends", "future"),
        ("Officials said the ship would sail when the storm was over.", "was", "future_in_past"),
        ("The pilot could be fined after losing the ship.", "losing", "past"),
        ("The owner plans to save money by selling the ship.", "selling", "future"),
        ('"The rule would help us," Lund said.', "help", "future"),
    ],
)
def test_tense(find: Find, text: str, word: str, tense: str) -> None:
    """Tense is read from the verb group; headlines and narrative presents are past, habits generic."""
    assert judged(find(text), word).tense == tense


@pytest.mark.parametrize(
    ("text", "word", "author"),
    [
        ("The ship sank.", "sank", "CT+"),
        ("The ship may sink.", "sink", "PS+"),
        ("The ship may not sink.", "sink", "PS-"),
        ("The ship probably sank.", "sank", "PR+"),
        ("The ship appears to sink.", "sink", "PR+"),
        ("Did the ship sink?", "sink", "Uu"),
        ("It is possible that the ship sank.", "sank", "PS+"),
        ("It is likely that the ship sank.", "sank", "PR+"),
        ("It is not true that the ship sank.", "sank", "CT-"),
        ("It is false that the ship never sank.", "sank", "CT+"),
        ("It appears that the ship sank.", "sank", "PR+"),
        ("It is unclear if the ship sank.", "sank", "Uu"),
        ("It is sad that the ship sank.", "sank", "CT+"),
        ("The ship cannot sink.", "sink", "CT-"),
        ("The crew could not leave.", "leave", "CT-"),
        ("The ship could sink.", "sink", "PS+"),
        ("The holds should be cleaned and two boats painted.", "painted", "PR+"),
    ],
)
def test_author_certainty(find: Find, text: str, word: str, author: str) -> None:
    """Modals, hedges and "appears" weaken what the author says; a question says nothing."""
    assert judged(find(text), word).author == author


def test_condition_is_uncertain(find: Find) -> None:
    """The consequent of a condition is not claimed."""
    assert judged(find("The ship will sink if it rains."), "sink", conditional=True).author == "Uu"


@pytest.mark.parametrize(
    ("text", "word", "author", "links"),
    [
        ("The US said the ship sank.", "sank", "Uu", ("CT+",)),
        ("The inquiry found that the ship sank.", "sank", "CT+", ("CT+",)),
        ("The owner denied that the ship sank.", "sank", "Uu", ("CT-",)),
        ("The owner suspects the ship sank.", "sank", "Uu", ("PR+",)),
        ("Norway said that the owner had claimed the ship sank.", "sank", "Uu", ("Uu", "CT+")),
        ("Norway said that the inquiry had found the ship sank.", "sank", "Uu", ("CT+", "CT+")),
        ("The owner did not say that the ship sank.", "sank", "Uu", ("Uu",)),
        ("Nobody said the ship sank.", "sank", "Uu", ("Uu",)),
        ("Not all owners said the ship sank.", "sank", "Uu", ("Uu",)),
        ("Few think the ship sank.", "sank", "Uu", ("PR-",)),
        ("The owner failed to say that the ship sank.", "sank", "Uu", ("Uu",)),
        ("The owner may have said that the ship sank.", "sank", "Uu", ("PS+",)),
        ("The owner did not believe that the ship sank.", "sank", "Uu", ("PR-",)),
        ("The owner did not know that the ship sank.", "sank", "CT+", ("CT+",)),
        ("The inquiry did not prove that the ship sank.", "sank", "Uu", ("Uu",)),
        ("There is no evidence that the ship sank.", "sank", "Uu", ("Uu",)),
        ("The owner doubts that the ship sank.", "sank", "Uu", ("PR-",)),
        ("The owner falsely claimed that the ship sank.", "sank", "CT-", ("CT+",)),
        ("The owner rightly said that the ship sank.", "sank", "CT+", ("CT+",)),
        ("The owner pretended that the ship sank.", "sank", "CT-", ("CT+",)),
        ("The owner rejected claims that the ship sank.", "sank", "Uu", ("CT-", "CT+")),
        ("The owner confirmed the report that the ship sank.", "sank", "Uu", ("CT+", "CT+")),
        ("The owner is certain that the ship sank.", "sank", "Uu", ("CT+",)),
        ("The court heard that the ship sank.", "sank", "Uu", ("CT+",)),
        ("The owner regrets that the ship sank.", "sank", "CT+", ("CT+",)),
        ("The owner is sorry that the ship sank.", "sank", "CT+", ("CT+",)),
        ("The owner is unsure whether the ship sank.", "sank", "Uu", ("Uu",)),
        ("The owner called on the mate to leave.", "leave", "Uu", ("Uu",)),
        ("Police would neither confirm nor deny that it sank.", "sank", "Uu", ("Uu", "Uu")),
    ],
)
def test_voices(find: Find, text: str, word: str, author: str, links: tuple[str, ...]) -> None:
    """A voice commits to what it says; those around it only to what a "know" cue presents as fact."""
    value = judged(find(text), word)
    assert (value.author, value.links) == (author, links)


def under(found: Found, word: str, rule: str) -> tuple[str, ...]:
    """Return the links' values of the clause of `word`, split off by a rule."""
    clause = attrs.evolve(clause_of(found.trees[0], word), rule=rule)
    return judge(found.trees, 0, clause, found.links[:1]).links


@pytest.mark.parametrize(
    ("text", "word", "rule", "value"),
    [
        ("The owner expects that the crew will leave when the storm ends.", "ends", "S6", "CT+"),
        ("The owner denied that the crew left after the ship sank.", "sank", "S6", "CT+"),
        ("The owner expects that the crew will stay until the storm ends.", "ends", "S6", "PR+"),
        ("The owner hopes to buy the ship held by the bank.", "held", "S5", "CT+"),
        ("The owner hopes to buy a ship built by robots.", "built", "S5", "PR+"),
    ],
)
def test_presupposed(find: Find, text: str, word: str, rule: str, value: str) -> None:
    """What a time clause or a modifier of a known thing says is taken for granted under any cue; "until" awaits."""
    assert under(find(text), word, rule) == (value,)


def test_means_are_no_firmer_than_their_verb(find: Find) -> None:
    """Who could save money by selling need not sell, and of who did not win by cheating nobody says that he cheated."""
    texts = {
        "The owner could save money by selling it.": "PS+",
        "The owner saved money by selling it.": "CT+",
        "The owner did not save money by selling it.": "Uu",
        "The owner may leave, selling it.": "PS+",
    }
    assert {text: judged(find(text), "selling").author for text in texts} == texts


def test_plans_commit(find: Find) -> None:
    """Who plans or vows commits to what is to come; who hopes or wants does not."""
    values = {verb: judged(find(f"The owner {verb} to leave."), "leave").links for verb in ("plans", "hopes", "wants")}
    assert values == {"plans": ("CT+",), "hopes": ("PR+",), "wants": ("Uu",)}


def test_politeness(find: Find) -> None:
    """Who "would like to thank" thanks: one cue of saying, stated as a fact of now."""
    found = find("The owner would like to thank the crew for its help.")
    assert found.rows == [("The owner", "would like to thank", "the crew for its help")]
    value = judge(found.trees, 0, Clause("test", "speech_act", 3, (0, 1), (2, 3, 4, 5), states=0), ())
    assert (value.author, value.tense) == ("CT+", "present")


def test_acts_are_done(find: Find) -> None:
    """A condition of what is warned of, and a hedge of what is said, leave the saying certain."""
    tree = find("The UN has warned of famine unless aid arrives soon.").trees[0]
    act = Clause("test", "speech_act", 3, (0, 1), (2, 3), ties=(Tie("condition"),), states=0)
    assert judge((tree,), 0, act, ()).author == "CT+"
    tree = find("“Maybe,” he adds.").trees[0]
    assert judge((tree,), 0, Clause("test", "speech_act", 5, (4,), (5,), states=0), ()).author == "CT+"


@pytest.mark.parametrize("text", ["Lee denied the charge: “I never stole it.”", "“I never stole it,” Lee denied."])
def test_a_quoted_denial_is_held(find: Find, text: str) -> None:
    """The quotation is what the denial says, not what is denied."""
    value = judged(find(text), "stole")
    assert (value.polarity, value.links) == ("-", ("CT-",))


def test_refused(find: Find) -> None:
    """What is refused is held not to come, though its own words deny nothing."""
    found = find("The owner refused to leave.")
    leave = Clause("test", "event", 4, (0, 1), (3, 4))
    value = judge(found.trees, 0, leave, found.links)
    assert (value.polarity, value.author, value.links) == ("+", "Uu", ("CT-",))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The ship sank.", "sank", "fact"),
        ("The sea will rise.", "rise", "prediction"),
        ("The trial is to begin on Monday.", "begin", "fact"),
        ("The trial is scheduled to begin on Monday.", "scheduled", "fact"),
    ],
)
def test_kind(find: Find, text: str, word: str, kind: str) -> None:
    """Unscheduled futures are predictions."""
    assert judged(find(text), word).kind == kind


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The rule is absurd.", "is", "opinion"),
        ("The rule became a disaster.", "became", "opinion"),
        ("It is time to leave the harbour.", "is", "opinion"),
        ("The army made a reckless move.", "made", "opinion"),
        ("The crew deserves a medal.", "deserves", "opinion"),
        ("The rule was a disgrace.", "was", "opinion"),
        ("There were threats.", "were", "fact"),
        ("The rule is new.", "is", "fact"),
        ("The army made a slow move.", "made", "fact"),
        ("The time was noon.", "was", "fact"),
    ],
)
def test_opinion(find: Find, text: str, word: str, kind: str) -> None:
    """Judging adjectives, nouns and verbs make an opinion, of a predicate or a direct object."""
    found = find(text)
    tree = found.trees[0]
    head = next(token.i for token in tree if token.text == word)
    slots = tuple(
        Slot("object" if tree[i].dep == "dobj" else "complement", tree.subtree(i))
        for i in tree.children(head, "dobj", "attr", "acomp", "oprd")
    )
    assert judge(found.trees, 0, Clause("test", "event", head, (), (head,), slots), ()).kind == kind
