"""Stand-alone wording: what is changed, and that the log tells all of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.analysis import Adjunct, Clause, Link, Slot, Words
from claims.checks.words import same_word
from claims.edits import replay
from claims.wording import reword
from claims.wording.grammar import FUNCTION_WORDS
from claims.wording.rewrite import REASONS

Build = Callable[..., "Story"]  # noqa: F821


def test_a_pronoun_is_replaced_by_its_name(story: Build) -> None:
    """The edit says where the name stands."""
    told = story("Maria Torres opened the plant.", "She thanked the workers.")
    wording = told.reword(1, "She", "thanked", ("object", "the workers"))
    assert wording.text == "Maria Torres thanked the workers."
    (edit,) = wording.edits
    assert (edit.op, edit.reason) == ("replace", "pronoun")
    assert [span.slice(told.text) for span in edit.antecedents] == ["Maria Torres"]


def test_a_possessive_takes_a_genitive(story: Build) -> None:
    """The name of the owner gets its mark."""
    told = story("Elena Petrova resigned.", "Her party was divided.")
    assert told.reword(1, "Her party", "was", ("complement", "divided")).text == "Elena Petrova's party was divided."


def test_what_the_claim_names_itself_stays(story: Build) -> None:
    """A possessive beside its owner is clear and is kept."""
    told = story("The company said it would close its plant in Ohio.")
    wording = told.reword(0, "it", "would close", ("object", "its plant in Ohio"))
    assert wording.text == "The company would close its plant in Ohio."
    assert wording.unresolved == ()


def test_an_indefinite_antecedent_becomes_definite(story: Build) -> None:
    """What was "a ship" is "the ship" once it is known."""
    told = story("Navy divers found a ship which sank in 1911.")
    assert told.reword(0, "which", "sank", ("oblique", "in 1911")).text == "The ship sank in 1911."


def test_a_bare_definite_is_told_in_full(story: Build) -> None:
    """The shortest phrase that tells which bridge."""
    told = story("The council closed the old bridge on the river Elm.", "Engineers had inspected the bridge in May.")
    wording = told.reword(1, "Engineers", "had inspected", ("object", "the bridge"), when="in May")
    assert wording.text == "Engineers had inspected the old bridge on the river Elm in May."
    assert [edit.reason for edit in wording.edits] == ["definite"]


def test_an_unresolved_pronoun_stays_with_its_candidates(story: Build) -> None:
    """Nothing is guessed; the candidates are listed."""
    told = story("Engineers praised the minister and the mayor.", "He smiled.")
    wording = told.reword(1, "He", "smiled")
    assert (wording.text, wording.edits) == ("He smiled.", ())
    assert len(wording.unresolved[0].candidates) == 2


@pytest.mark.parametrize(
    ("sentence", "slots", "head", "text"),
    [
        (
            "Three explosions heard in Elmton.",
            ("Three explosions", "heard", "in Elmton"),
            "heard",
            "Three explosions were heard in Elmton.",
        ),
        (
            "Ann Berg, an engineer, is ill.",
            ("Ann Berg", "", "an engineer"),
            "engineer",
            "Ann Berg is an engineer.",
        ),
        (
            "Ann Berg, head of the agency, resigned.",
            ("Ann Berg", "", "head of the agency"),
            "head",
            "Ann Berg was head of the agency.",
        ),
        (
            "Scientist Ann Berg is ill.",
            ("Ann Berg", "", "Scientist"),
            "Scientist",
            "Ann Berg is a scientist.",
        ),
        (
            "Writing in a letter, Ann Berg called it a mistake.",
            ("Ann Berg", "Writing", "in a letter"),
            "Writing",
            "Ann Berg was writing in a letter.",
        ),
        (
            "Workers closed the road to repair the bridge.",
            ("Workers", "to repair", "the bridge"),
            "repair",
            "Workers were to repair the bridge.",
        ),
        (
            "The bridge was closed and two roads flooded in May.",
            ("two roads", "was … flooded", "in May"),
            "flooded",
            "Two roads were flooded in May.",
        ),
        (
            "The bridge was closed and repaired in May.",
            ("The bridge", "repaired", "in May"),
            "repaired",
            "The bridge was repaired in May.",
        ),
    ],
)
def test_the_verb_that_was_left_unsaid(
    story: Build, sentence: str, slots: tuple[str, str, str], head: str, text: str
) -> None:
    """Headlines, appositives, participles, infinitives and conjuncts get the verb that they lack."""
    told = story(sentence)
    role = "oblique" if slots[2].startswith("in ") else "object"
    wording = told.reword(0, slots[0], slots[1], (role, slots[2]), head=head)
    assert wording.text == text


@pytest.mark.parametrize(
    ("sentence", "slots", "text"),
    [
        (
            '"The bridge is safe," said Ann Berg.',
            ("Ann Berg", "said", "The bridge is safe"),
            "Ann Berg said the bridge is safe.",
        ),
        (
            "The bridge that Ann Berg built is safe.",
            ("Ann Berg", "built", "The bridge"),
            "Ann Berg built the bridge.",
        ),
        (
            "A storm, Ann Berg said, destroyed it.",
            ("Ann Berg", "said", "A storm … destroyed it"),
            "Ann Berg said a storm destroyed it.",
        ),
    ],
)
def test_subject_verb_and_object_stand_in_order(
    story: Build, sentence: str, slots: tuple[str, str, str], text: str
) -> None:
    """Inverted and fronted words are moved by logged edits that say where they stood."""
    told = story(sentence)
    wording = told.reword(0, slots[0], slots[1], ("object", slots[2]), type="speech_act")
    assert wording.text == text


def test_a_name_that_leans_on_others_is_none(story: Build) -> None:
    """What "many of these" are is not clear alone: the pronoun stays, with its candidate."""
    told = story("Elmton has two old mills.", "Many of these are closed.", "They have lost their roofs.")
    wording = told.reword(2, "They", "have lost", ("object", "their roofs"))
    assert wording.text == "They have lost their roofs."
    assert wording.unresolved


def test_an_interrupted_quotation_loses_its_marks(story: Build) -> None:
    """What is moved behind the cue is said in one piece."""
    told = story('"Nobody asked us," said Tom Averill, "and nobody has told us."')
    wording = told.reword(0, "Tom Averill", "said", ("object", 'Nobody asked us , " … " and nobody has told us . "'))
    assert '"' not in wording.text


def test_an_object_that_becomes_the_subject_takes_its_form(story: Build) -> None:
    """Nobody says "her was"."""
    told = story("Critics call her a fraud.")
    assert told.reword(0, "her", "", ("object", "a fraud"), type="identity").text == "She is a fraud."


def test_an_adverb_before_the_participle_does_not_split_the_verb(story: Build) -> None:
    """The subject comes before the restored auxiliary."""
    told = story("Quickly becoming a favourite, Ann Berg lived in Elmton.")
    wording = told.reword(0, "Ann Berg", "becoming", ("modifier", "Quickly"), ("complement", "a favourite"))
    assert wording.text == "Quickly Ann Berg was becoming a favourite."


def test_a_long_antecedent_is_cut_or_none(story: Build) -> None:
    """A name has at most eight words, and no occasion behind its noun."""
    first = "Ministers raised the new flag of the republic on Labour Day."
    told = story(first, "Ann Berg has seen the flag.")
    text = told.reword(1, "Ann Berg", "has seen", ("object", "the flag")).text
    assert len(text.split()) <= len("Ann Berg has seen".split()) + 8
    assert "Day" not in text


def test_a_headline_passive_takes_its_verb(story: Build) -> None:
    """A blast does not hear: "blast heard" is a passive, whatever its tag; "she heard" is none."""
    told = story("Blast heard near the port.", "Ann Berg heard.")
    assert told.reword(0, "Blast", "heard", ("oblique", "near the port")).text == "Blast was heard near the port."
    assert told.reword(1, "Ann Berg", "heard").text == "Ann Berg heard."


def test_a_name_with_a_pronoun_in_it_names_nobody(story: Build) -> None:
    """Outside its quotation "my brother" is no name: the pronoun stays."""
    told = story('"My brother has left," said Ann Berg.', '"He was ill."')
    wording = told.reword(1, "He", "was", ("complement", "ill"))
    assert wording.text == "He was ill."


def test_a_signal_without_its_clause_is_dropped(story: Build) -> None:
    """A signal such as "days after" dangles when the storm is another claim."""
    told = story("The bridge fell days after the storm hit the town.")
    wording = told.reword(0, "The bridge", "fell", when="days after", target="hit")
    assert wording.text == "The bridge fell."
    assert [(edit.op, edit.reason) for edit in wording.edits] == [("delete", "relation")]


def test_what_would_say_nothing_keeps_its_time(story: Build) -> None:
    """Without the storm, "the fall came" is no claim that anybody could judge: the clause behind the signal is told."""
    told = story("The fall came days after the storm hit the town.")
    wording = told.reword(0, "The fall", "came", when="days after", target="hit")
    assert wording.text == "The fall came days after the storm hit the town."


@pytest.mark.parametrize(
    ("sentence", "who", "verb", "text"),
    [
        ("Oslo raised taxes in May and Bergen did too.", "Bergen", "did", "Bergen raised taxes in May."),
        ("Oslo has cut taxes, and so has Bergen.", "Bergen", "so has", "Bergen has cut taxes."),
        ("Oslo was closing its port, and Bergen is as well.", "Bergen", "is", "Bergen is closing its port."),
        ("The firm grew, as did the debts.", "the debts", "did", "The debts grew."),
        ("Anna has a car and so has Otto.", "Otto", "so has", "Otto has a car."),
        ("Oslo was rich and so is Bergen.", "Bergen", "so is", "Bergen is rich."),
        ("Anna sang and Otto did it.", "Otto", "did", "Otto did."),
    ],
)
def test_a_lone_auxiliary_says_its_verb(story: Build, sentence: str, who: str, verb: str, text: str) -> None:
    """What "did too" and "so has" stand for is said in their form; without "the same" they stand for nothing."""
    told = story(sentence)
    wording = told.reword(0, who, verb)
    assert wording.text == text
    extent = told.trees[0].extent(sorted((*told.tokens(0, who), *told.tokens(0, verb))))
    assert replay(told.text, extent, wording.edits) == text


def test_marks_without_partner_are_dropped(story: Build) -> None:
    """Half a pair of quotation marks goes, a whole one stays."""
    told = story('The "old bridge" is "unsafe and ugly," he said.')
    wording = told.reword(0, 'The " old bridge "', "is", ("complement", '" unsafe'))
    assert wording.text == 'The "old bridge" is unsafe.'


def test_an_aside_in_who_is_closed(story: Build) -> None:
    """The comma that opens an aside has a second one before the verb; a list has none."""
    told = story("Tom Berg, not his wife, signed it.")
    assert told.reword(0, "Tom Berg , not his wife", "signed", ("object", "it")).text.startswith(
        "Tom Berg, not his wife, signed"
    )


def test_dropped_marks_leave_their_space(story: Build) -> None:
    """Words on both sides of dropped marks do not run together."""
    told = story('"The fees are "fixed and included" (by law) here.')
    wording = told.reword(0, "The fees", "are", ("complement", 'included " ( by law'))
    assert wording.text == "The fees are included by law."


def test_a_condition_keeps_its_if(story: Build) -> None:
    """Without "if" the claim would say something else; "but" goes."""
    told = story("But if the dam breaks, the town will be flooded.")
    argument = ("modifier", "But if the dam breaks")
    assert (
        told.reword(0, "the town", "will be flooded", argument).text == "If the dam breaks, the town will be flooded."
    )


def test_a_relative_beside_its_noun_in_another_slot_goes(story: Build) -> None:
    """In "the bridge which Ann Berg built" noun and relative are one object, said once."""
    told = story("The bridge which Ann Berg built is safe.")
    wording = told.reword(0, "Ann Berg", "built", ("object", "The bridge"), ("object", "which"))
    assert wording.text == "Ann Berg built the bridge."


def test_a_preposition_behind_its_noun_comes_before_it(story: Build) -> None:
    """In "the school, in which he died" the noun stands for the pronoun, behind the verb."""
    told = story("The school, in which Ann Berg taught, was closed.")
    assert told.reword(0, "Ann Berg", "taught", ("oblique", "The school … in")).text == "Ann Berg taught in the school."


def test_a_relative_clause_within_a_slot_is_left_alone(story: Build) -> None:
    """Only a relative pronoun that is a slot of its own gives way to its noun."""
    told = story("Winds and heavy rain that lasted for days moved the crane.")
    wording = told.reword(0, "heavy rain that lasted for days", "moved", ("object", "the crane"))
    assert wording.text == "Heavy rain that lasted for days moved the crane."


def test_an_auxiliary_that_the_slots_leave_out_comes_back(story: Build) -> None:
    """A participle whose "have" stands apart gets it back, not a passive."""
    told = story("She has, they say, closed the bridge.")
    assert told.reword(0, "She", "closed", ("object", "the bridge")).text == "She has closed the bridge."


def test_negation_hedge_and_quantity_survive(story: Build) -> None:
    """The words that carry the truth are not touched."""
    told = story("At least several towns may not have been flooded.")
    wording = told.reword(0, "At least several towns", "may not have been flooded")
    assert (wording.text, wording.edits) == ("At least several towns may not have been flooded.", ())


SENTENCES = (
    "Maria Torres, who led the council, met John Keller on Monday.",
    'She told him that it would "close the old bridge" (and its road), which they had built in 1911.',
    "Writing in the Gazette, he said the bridges such as Elm Bridge were theirs; never had they fallen.",
    "Days after the storm, three injured.",
    "The guard is said to own a boat, not to have sold it, and was confident of winning.",
    "Berg's claim that the bank lied and the fear of it grew.",
    '"The bank lied" - Ann Berg',
)


@pytest.mark.property
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_log_tells_everything(story: Build, data: st.DataObject) -> None:
    """Whatever the slots are, replaying the edits gives the text, and added words are known or from the source."""
    told = story(*SENTENCES)
    number = data.draw(st.integers(0, len(SENTENCES) - 1))
    tree = told.trees[number]
    tokens = st.lists(st.integers(0, len(tree) - 1), unique=True, max_size=8).map(lambda x: tuple(sorted(x)))
    roles = st.sampled_from(("object", "complement", "oblique", "agent", "modifier"))
    arguments = data.draw(st.lists(st.builds(Slot, roles, tokens), max_size=3).map(tuple))
    adjuncts = data.draw(st.lists(st.builds(Adjunct, tokens, target=st.integers(0, len(tree) - 1)), max_size=1))
    kind = data.draw(st.sampled_from(("event", "identity", "membership", "speech_act")))
    head = data.draw(st.integers(0, len(tree) - 1))
    parts = [Words(number, data.draw(tokens)) for _ in range(3)]
    cue_type = data.draw(st.sampled_from(("say", "believe", "commit")))
    link = Link(parts[0], parts[1], "named", (parts[2],), "indirect", cue_type=cue_type)
    around, stated = data.draw(st.sampled_from(((None, None), (0, None), (None, 0))))
    clause = Clause("any", kind, head, data.draw(tokens), data.draw(tokens), arguments, tuple(adjuncts))
    clause = attrs.evolve(clause, link=around, states=stated)
    wording = reword(told.text, tree, number, clause, told.references, told.trees, [link])
    assert replay(told.text, tree.extent(clause.tokens), wording.edits) == wording.text
    for edit in wording.edits:
        assert edit.reason in REASONS
        known = set(re.findall(r"\w+", " ".join(span.slice(told.text) for span in edit.antecedents).lower()))
        added = re.findall(r"\w+", (edit.text or "").lower())
        foreign = {word for word in added if not any(same_word(word, other) for other in known)}
        assert foreign <= {*FUNCTION_WORDS, "s"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor's promise to build a bridge was broken.", "The mayor was to build a bridge."),
        ("Our commitment to help the poor is clear.", "We are to help the poor."),
        ("His intent was not to close the plant.", "He was not to close the plant."),
        ("Aerolux announced a decision to name its ships after stars.", "Aerolux was to name its ships after stars."),
    ],
)
def test_who_wills_something_is_to_do_it(text: str, expected: str) -> None:
    """The owner of a will or promise acts in it, as a subject."""
    assert expected in [claim.text for claim in claims.annotate(text).claims]


def test_a_second_he_stays_with_the_first(story: Build) -> None:
    """Where the one who says so is open, "he said he was ill" does not say that somebody else was."""
    told = story("Peter Olsen left.", "He said he was ill.")
    first, second = told.anaphor("He"), told.anaphor("he")
    unclear = attrs.evolve(first, antecedents=(), candidates=first.antecedents)
    told = attrs.evolve(told, references=attrs.evolve(told.references, anaphors=(unclear, second)))
    wording = told.reword(1, "He", "said", ("complement", "he was ill"))
    assert wording.text == "He said he was ill."
    assert len(wording.unresolved) == 2
