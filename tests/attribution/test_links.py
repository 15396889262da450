"""Links of single sentences: cue patterns, content extents, sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Found = Any
Find = Callable[[str], Found]

SENTENCES = [
    ("Storm kills two in Oslo - police", [("police", "-", "Storm kills two in Oslo")]),
    (
        "“We will not pay”: Finance minister rejects bill",
        [("Finance minister", ":", "“We will not pay”"), ("Finance minister", "rejects", "bill")],
    ),
    ("Toyota lost a third, Nissan fell by half, and Honda won.", []),
    ("It was a triumph: the ship landed at noon.", []),
    ('Lund: "We had no choice."', [("Lund", ":", '"We had no choice."')]),
    ("In the view of the court, the law is void.", [("the court", "In the view of", "the law is void")]),
    ("By his own account, he never saw it.", [("his", "By … own account", "he never saw it")]),
    ("To critics, the law is a mistake.", [("critics", "To", "the law is a mistake")]),
    ("Per the report, the bridge was unsafe.", [("the report", "Per", "the bridge was unsafe")]),
    ("The bridge, as Lund put it, is dead.", [("Lund", "put it", "The bridge … is dead")]),
    ("The army shelled what it claims are rebel bases.", [("it", "claims are", "rebel bases")]),
    ("The army shelled what it called a rebel base.", [("it", "called", "a rebel base")]),
    ("The mayor is seen by many as a liar.", [("many", "is seen … as", "The mayor … a liar")]),
    ("Villagers saw the helicopter explode.", [("Villagers", "saw", "the helicopter explode")]),
    (
        "The ferry was late, the paper quoted Lund as saying.",
        [("the paper", "quoted", "The ferry was late … Lund as saying"), ("Lund", "saying", "The ferry was late")],
    ),
    ("The winter saw prices fall in both towns.", []),
    ("A diver saw the boat sink.", [("A diver", "saw", "the boat sink")]),
    ("The deal will see the yard build two ferries.", []),
    ("The fishermen found themselves stranded on the ice.", []),
    (
        "The island's only carrier, Aerolux, said that it would close two routes.",
        [("Aerolux", "said", "that it would close two routes")],
    ),
    (
        "Police said, and firefighters confirmed, that it was arson.",
        [("Police", "said", "that it was arson"), ("firefighters", "confirmed", "that it was arson")],
    ),
    (
        "Lund said and wrote that it was arson.",
        [("Lund", "said", "that it was arson"), ("Lund", "wrote", "that it was arson")],
    ),
    (
        "The BBC reported that, according to the mayor, the bank was safe.",
        [
            ("The BBC", "reported", "that, according to the mayor, the bank was safe"),
            ("the mayor", "according to", "the bank was safe"),
        ],
    ),
    (
        "Lee said the fire was out, police adding that two men were hurt.",
        [("Lee", "said", "the fire was out"), ("police", "adding", "that two men were hurt")],
    ),
    ("The mayor said the ship had sunk, which surprised nobody.", [("The mayor", "said", "the ship had sunk")]),
    (
        "Berg came to the conclusion that the bridge was unsafe.",
        [("Berg", "came to the conclusion", "that the bridge was unsafe")],
    ),
    ("It is clear that the bridge is unsafe.", []),
    ("It is hard to say that he lied.", []),
    ("There is no doubt that the law will pass.", []),
    ("Lund was forced to admit that it sank.", [("Lund", "was forced to admit", "that it sank")]),
    (
        "The data suggest, but do not prove, that it works.",
        [("The data", "suggest", "that it works"), ("The data", "do not prove", "that it works")],
    ),
    (
        "The visit sends a message to investors that the port is open.",
        [("The visit", "a message to investors that", "the port is open")],
    ),
    ("The mayor insists it is safe; engineers disagree.", [("The mayor", "insists", "it is safe")]),
    ("Minister accused of lying to parliament", [("", "accused", "Minister … of lying to parliament")]),
    ('"We will not sell it, Berg said.', [("Berg", "said", '"We will not sell it,')]),
    ("Lund is certain to win.", []),
    (
        "The union said that its members had rejected the offer and that a strike would begin.",
        [
            ("The union", "said", "that its members had rejected the offer and that a strike would begin"),
            ("its members", "had rejected", "the offer"),
        ],
    ),
    ("Lund is unsure if the bridge is safe.", [("Lund", "is unsure", "if the bridge is safe")]),
    ("Lund is sure of being elected.", [("Lund", "is sure of", "being elected")]),
    (
        "Lund is keen to stress that it sank.",
        [("Lund", "is keen", "to stress that it sank"), ("Lund", "to stress", "that it sank")],
    ),
    ("Troops will stay as long as the fighting continues.", []),
    ("Pay by Friday, otherwise the court will seize the ship.", []),
    ('"If it rains, the dam will burst," Berg said.', [("Berg", "said", '"If it rains, the dam will burst,"')]),
    ("Lund was quoted as saying that it sank.", [("Lund", "was quoted as saying", "that it sank")]),
    (
        "The paper quoted Lund as saying it sank.",
        [("The paper", "quoted", "Lund as saying it sank"), ("Lund", "saying", "it sank")],
    ),
    ("Lund made it clear that the bridge would close.", [("Lund", "made it clear", "that the bridge would close")]),
    ("Legend has it that the king sleeps.", [("Legend", "has it", "that the king sleeps")]),
    ("Fears are growing that the dam will break.", [("", "Fears are growing", "that the dam will break")]),
    (
        "Allegations that Lund took bribes were dismissed by Berg.",
        [
            ("", "Allegations", "that Lund took bribes"),
            ("Berg", "were dismissed", "Allegations that Lund took bribes"),
        ],
    ),
    (
        "The ministry would not comment on claims that it had paid.",
        [
            ("The ministry", "would not comment on", "claims that it had paid"),
            ("", "claims", "that it had paid"),
        ],
    ),
    ('Lund called it "a sad day".', [("Lund", "called", 'it "a sad day"')]),
    ("It is rumoured that the duke will marry.", [("", "is rumoured", "that the duke will marry")]),
    ("He has been charged with murder, which he denies.", [("", "has been charged", "He … with murder")]),
    (
        "“We stay,” one woman shouted; “this is our home,” cried another.",
        [("one woman", "shouted", "“We stay,”"), ("another", "cried", "“this is our home,”")],
    ),
    ('"Road closed!" shouted the guard.', [("the guard", "shouted", '"Road closed!"')]),
    ("The mayor said the bridge was closed.", [("The mayor", "said", "the bridge was closed")]),
    ("The mayor has said that the bridge is safe.", [("The mayor", "has said", "that the bridge is safe")]),
    ("The bridge is closed, the mayor said.", [("the mayor", "said", "The bridge is closed")]),
    ("The bridge, the mayor said, is closed.", [("the mayor", "said", "The bridge … is closed")]),
    ("Anna Lund told the BBC that the bridge is safe.", [("Anna Lund", "told", "that the bridge is safe")]),
    ("The mayor said in a statement that the bridge is safe.", [("The mayor", "said", "that the bridge is safe")]),
    ("The company threatened to close the plant.", [("The company", "threatened", "to close the plant")]),
    ("They have vowed to expel the settlers.", [("They", "have vowed", "to expel the settlers")]),
    ("Reports indicated the ship would turn back.", [("Reports", "indicated", "the ship would turn back")]),
    ("The ship is seen by Norway as a threat.", [("Norway", "is seen … as", "The ship … a threat")]),
    ("The minister described the ruling as historic.", [("The minister", "described … as", "the ruling … historic")]),
    ("The man is believed to have left the country.", [("", "is believed", "The man … to have left the country")]),
    ("According to the police, the driver fled.", [("the police", "According to", "the driver fled")]),
    ("The driver fled, according to the police.", [("the police", "according to", "The driver fled")]),
    ("The driver reportedly fled.", [("", "reportedly", "The driver … fled")]),
    (
        "Three explosions heard and minor damage reported.",
        [("", "heard", "Three explosions"), ("", "reported", "minor damage")],
    ),
    (
        "The union asked the council to publish the list.",
        [("The union", "asked", "the council to publish the list")],
    ),
    ("She called on Congress to pass the bill.", [("She", "called on", "Congress to pass the bill")]),
    ("The opposition called for a vote.", [("The opposition", "called for", "a vote")]),
    ("Residents are worried that prices will rise.", [("Residents", "are worried", "that prices will rise")]),
    ("His goal is to win the election.", [("His", "goal is", "to win the election")]),
    (
        "The judge issued an order that the plant must close.",
        [("The judge", "issued an order", "that the plant must close")],
    ),
    (
        "Blasts heard near embassy, no injuries reported",
        [("", "heard", "Blasts"), ("", "reported", "no injuries")],
    ),
    (
        "The ship, reportedly owned by a Dutch firm, sank on Tuesday.",
        [("", "reportedly", "The ship … owned by a Dutch firm")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_pattern(find: Find, text: str, rows: list[tuple[str, str, str]]) -> None:
    """Each cue pattern gives its source, its verb group or noun with frame words, and its longest complement.

    "That" opens the complement, so it is content.
    """
    assert find(text).rows == rows


BARE = [
    "The army responded with airstrikes.",
    "Soldiers are seen during a ceremony in the capital.",
    "The new attack appears larger than the last.",
    "The team tried to repair the engine.",
    "Imagine a town without cars.",
    "Tom Lund was dismissed by the mayor on Friday.",
]


@pytest.mark.parametrize("text", BARE)
def test_no_link(find: Find, text: str) -> None:
    """Bare actions, depiction formulas, raising verbs and orders to the reader attribute nothing."""
    assert find(text).rows == []


def test_quoting_behind_a_saying(find: Find) -> None:
    """Who says it stays who says it, whomever they quote."""
    rows = find("The road is closed, the paper said, quoting police.").rows
    assert rows[0] == ("the paper", "said", "The road is closed")


def test_chain_is_outermost_first(find: Find) -> None:
    """In "X said Y had claimed Z" the outer link comes first and is the parent of the inner one."""
    found = find("The minister said that the firm had claimed the water was clean.")
    assert found.rows == [
        ("The minister", "said", "that the firm had claimed the water was clean"),
        ("the firm", "had claimed", "the water was clean"),
    ]
    assert [link.parent for link in found.links] == [None, 0]


def test_relative_description_is_a_sibling(find: Find) -> None:
    """What the author describes by another's words inside an object is no content of the outer cue."""
    found = find("Norway has been planning a raid against what it claims are “pirate” harbours.")
    assert [link.parent for link in found.links] == [None, None]
    assert found.links[1].cue_type == "claim"
    assert "“pirate” harbours" in found.content(found.links[1])


def test_imputed_message(find: Find) -> None:
    """A message is the doer's: addressee and "that" belong to the cue, the actor of the clause is the source."""
    found = find("The rebels shelled the port, a message to the king that his fleet will not be safe.")
    assert found.rows == [("The rebels", "a message to the king that", "his fleet will not be safe")]
    assert found.links[0].cue_type == "message"


def test_parallel_nominal_stays_outside(find: Find) -> None:
    """A second nominal with its own article is not content of "the accusations of …": the scope is doubtful."""
    found = find("He won despite the accusations of fraud and the failure to count votes.")
    link = next(link for link in found.links if link.cue_lemma == "accusation")
    assert found.content(link) == "fraud"
    assert link.source_type == "implicit"
    assert link.scope_ambiguous


def test_appositive_is_no_source(find: Find) -> None:
    """Of "title, name" and "name, title" the name vouches."""
    for text in (
        "Anna Lund, the head of the port authority, said the ship had sunk.",
        "The head of the port authority, Anna Lund, said the ship had sunk.",
    ):
        assert find(text).rows[0][0] == "Anna Lund"


def test_name_like_title_stays(find: Find) -> None:
    """A capitalised title is part of the name, a description in small letters is not."""
    assert find("Prime Minister Anna Lund said the ship had sunk.").rows[0][0] == "Prime Minister Anna Lund"
    assert find("Her spokeswoman Anna Lund said the ship had sunk.").rows[0][0] == "Anna Lund"


def test_unlisted_verb_with_speaker(find: Find) -> None:
    """A verb that no list holds is a cue where a speaker has a finite clause as its complement."""
    found = find("Anna Lund telegraphed that the ship had sunk.")
    assert found.rows == [("Anna Lund", "telegraphed", "that the ship had sunk")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Lund said the ship had sunk.", "named"),
        ("Norway said the ship had sunk.", "collective"),
        ("Officials said the ship had sunk.", "unnamed"),
        ("It was reported that the ship had sunk.", "implicit"),
        ("Prices rose, expected to rise further.", "implicit"),
        ("They said the ship had sunk.", "collective"),
        ("The army said the ship had sunk.", "collective"),
        ("Parliament said the ship had sunk.", "collective"),
        ("The Harbour Authority said the ship had sunk.", "named"),
        ("The two men said the ship had sunk.", "collective"),
        ("The mayor said the ship had sunk.", "named"),
        ("A mayor said the ship had sunk.", "unnamed"),
        ("US officials said the ship had sunk.", "unnamed"),
        ("An official speaking on condition of anonymity said it sank.", "unnamed"),
    ],
)
def test_source_type(find: Find, text: str, kind: str) -> None:
    """Sources are named, bodies are collective, who stays in the dark is unnamed, who is left unsaid implicit."""
    assert find(text).links[0].source_type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor said the bridge is safe.", "say"),
        ("The study found that sleep helps.", "know"),
        ("The mayor believes the bridge is safe.", "believe"),
        ("The mayor promised to repair the bridge.", "commit"),
        ("The mayor alleged that the firm had lied.", "claim"),
        ("The mayor warned that the bridge might fall.", "warn"),
    ],
)
def test_cue_class(find: Find, text: str, kind: str) -> None:
    """The lexicon gives every cue its class."""
    assert find(text).links[0].cue_type == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rep. Ann Lund (D-Md.) said the port is closed.", "Rep. Ann Lund (D-Md.)"),
        ("Mr. Lund (a view that few share) said the port is closed.", "Mr. Lund"),
        ("LISBON - European leaders said the port is closed.", "European leaders"),
        ("The port's chief of staff Anna Lund said the port is closed.", "Anna Lund"),
        ("Both Mr. Lund and Mr. Berg said the port is closed.", "Mr. Lund and Mr. Berg"),
        ("The film ― which weaves together voices ― explains how the port was built.", "The film"),
    ],
)
def test_source_is_minimal(find: Find, text: str, name: str) -> None:
    """A source keeps the short bracket of a name; a longer one, a dateline, "both", titles and what dashes hold go."""
    assert find(text).rows[0][0] == name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund stressed that he was ready to appear, but would not take questions.",
            "that he was ready to appear, but would not take questions",
        ),
        (
            "Lund said he would order a review of the port and warned against cranes.",
            "he would order a review of the port",
        ),
        (
            "Lund emphasized that the reforms were weak, and groups warned that the port was closed.",
            "that the reforms were weak",
        ),
        ("Lund said it was opposed to the test and warned Berg to stop.", "it was opposed to the test"),
        ("The union endorsed Lund for mayor.", "Lund for mayor"),
        ("The union praised Lund, who is 70.", "Lund"),
        ("Lund said the port was safe, although few believed it.", "the port was safe"),
        (
            "But in recent days, friends of Lund say, the mayor has grown tired.",
            "in recent days … the mayor has grown tired",
        ),
        ('The paper praised the port: "It is a good place for us," the union wrote.', '"It is a good place for us,"'),
        (
            "“Now that I am free,” he told the paper, “it was a sad time.”",
            "“Now that I am free,” … “it was a sad time.”",
        ),
    ],
)
def test_content_ends_where_the_author_goes_on(find: Find, text: str, content: str) -> None:
    """Content takes modal conjuncts and the object's company; the author's asides and connectives stay outside."""
    assert content in [row[2] for row in find(text).rows]


def test_author_goes_on_behind_a_quotation(find: Find) -> None:
    """What follows a whole quotation and its "Lund said" is the author's; so is a sentence before a vow."""
    found = find("“It is over,” Lund said, and soon, the lights were dimmed, Berg was waving and the hall was empty.")
    assert found.rows[0] == ("Lund", "said", "“It is over,”")
    found = find("Rents are high - the mayor has vowed to build new homes.")
    assert found.rows == [("the mayor", "has vowed", "to build new homes")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the bridge was safe, while engineers warned that it might fall.",
        "It breaks the law, the judges said in their ruling, and parliament must mend it by May.",
    ],
)
def test_doubtful_scope(find: Find, text: str) -> None:
    """What may go on with the content or stand beside the saying is left outside, and the link says so."""
    assert find(text).links[0].scope_ambiguous
