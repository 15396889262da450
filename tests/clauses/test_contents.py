"""What is said becomes a claim of its own: by the voice that says it, about the right one."""

from __future__ import annotations

import pytest

from claims.analysis import SentenceSpan
from claims.attribution import find_links
from claims.clauses import Marks, split
from claims.text import Span

#: Sentence to what is claimed in it besides the speech act: who | predicate | rest.
CONTENTS = {
    # Clauses below an adjective or a noun of judgement.
    "The minister was adamant that taxes would not rise.": ["taxes | would not rise |"],
    "Analysts are sceptical that the truce will hold.": ["the truce | will hold |"],
    # What stands around a colon or dash is no "X is Y", and the name that signs is no argument.
    "UN chief: Climate talks at risk": ["Climate talks | | at risk"],
    "Minister: 'We will not pay'": ["We | will not pay |"],
    '"We will not pay" – minister': ["We | will not pay |"],
    'Mayor: "Never"': [],
    # Who is asked or told to act is each of those named.
    "The mayor asked Ann and Tom to leave.": ["Ann | to leave |", "Tom | to leave |"],
    "The salt and the wind are known to harm trees.": ["The salt | to harm | trees", "the wind | to harm | trees"],
    # A question says nothing.
    "She told them where to find the key.": [],
    "The council decided whether to close the school.": [],
}

#: What the author says of a clause is no speech act; the clause is a claim beside it.
JUDGED = {
    "It is likely that the dam will burst.": "the dam | will burst |",
    "There is a chance that the dam will burst.": "the dam | will burst |",
}


#: A saying keeps all that is said, what else is claimed of it included.
WHOLE = {
    "He was accused of burning the barn before leaving the village.": (
        "He | was accused | of burning the barn before leaving the village"
    ),
    # A participle behind its noun is as passive as a whole verb.
    "The ruling, described by critics as an attack on the press, stands.": (
        "The ruling | described | by critics as an attack on the press"
    ),
    # Of a thing what leaves it is another claim's.
    "The mayor praised the Ark, a shelter for cats.": "The mayor | praised | the Ark",
    # The cue's own adjective or noun stays before it.
    "The owners are willing to pay a fee to reopen the mine.": (
        "The owners | are | willing to pay a fee to reopen the mine"
    ),
}


SEVERAL = {
    "The firm reported a loss of $254 million and a decline in sales.": [
        "The firm | reported | a loss of $ 254 million",
        "The firm | reported | a decline in sales",
    ],
    "Analysts pointed to the advances and the failures.": [
        "Analysts | pointed | to the advances",
        "Analysts | pointed | to the failures",
    ],
}


@pytest.fixture(scope="module")
def clauses_of(parse):
    """Return the clauses of a sentence with its tree, split under its own links."""

    def clauses(sentence):
        tree = parse(sentence)
        links = find_links([tree], [SentenceSpan(Span(0, len(sentence)), 0, "body")], sentence)
        return tree, split(tree, 0, Marks(links))

    return clauses


def row(tree, clause):
    """Write a clause as "who | predicate | rest"."""
    rest = sorted({i for slot in clause.arguments for i in slot.tokens})
    cells = (tree.words(clause.who), tree.words(clause.predicate), tree.words(rest))
    return " | ".join(cells).replace("  ", " ").strip()


@pytest.mark.parametrize("sentence", CONTENTS)
def test_content_is_claimed(sentence, clauses_of):
    """A saying makes one speech act and, under its link, just these claims."""
    tree, clauses = clauses_of(sentence)
    assert sorted(row(tree, c) for c in clauses if c.states is None) == sorted(CONTENTS[sentence])
    assert len({c.states for c in clauses if c.states is not None}) == 1
    assert all(c.link is not None for c in clauses if c.states is None)


@pytest.mark.parametrize("sentence", WHOLE)
def test_saying_keeps_what_is_said(sentence, clauses_of):
    """What leaves the content as a claim of its own stays in the saying."""
    tree, clauses = clauses_of(sentence)
    assert [row(tree, c) for c in clauses if c.states is not None] == [WHOLE[sentence]]


@pytest.mark.parametrize("sentence", SEVERAL)
def test_each_thing_said_makes_a_saying(sentence, clauses_of):
    """Joined nouns that are said or shown are said one by one, amounts among them."""
    tree, clauses = clauses_of(sentence)
    assert [row(tree, c) for c in clauses if c.states is not None] == SEVERAL[sentence]


@pytest.mark.parametrize("sentence", JUDGED)
def test_judged_clause_is_claimed(sentence, clauses_of):
    """A "that" clause whose truth the author judges is a claim of the author's."""
    tree, clauses = clauses_of(sentence)
    assert JUDGED[sentence] in [row(tree, c) for c in clauses]
    assert all(c.link is None and c.states is None for c in clauses)


def test_noun_of_speech_announces(clauses_of):
    """A message that something is sent with says something: it has an act and a content of its own."""
    tree, clauses = clauses_of("The closure sends a clear message that the state will not pay.")
    assert [row(tree, c) for c in clauses if c.link is not None] == ["the state | will not pay |"]
    assert [row(tree, c) for c in clauses if c.states is not None] == [
        "The closure | a clear message that | the state will not pay"
    ]


def test_words_quoted_within_words(clauses_of):
    """Who quotes somebody makes two sayings, one below the other."""
    tree, clauses = clauses_of("The paper quoted the mayor as saying taxes would rise.")
    outer, inner, content = sorted(clauses, key=lambda c: -1 if c.link is None else c.link)
    assert (row(tree, inner), inner.link) == ("the mayor | saying | taxes would rise", outer.states)
    assert (row(tree, content), content.link) == ("taxes | would rise |", inner.states)


def test_result_is_no_content(clauses_of):
    """What follows from a degree is not said by anybody: it stays with the degree."""
    assert len(clauses_of("The dam was so weak that it burst.")[1]) == 1


def test_what_hangs_on_an_addition_is_the_authors(clauses_of):
    """The purpose of what the author adds to a saying is nobody else's word."""
    tree, clauses = clauses_of("There is speculation that the firms, which merged to save money, would split.")
    links = {row(tree, c): c.link for c in clauses if c.states is None}
    assert links["the firms | to save | money"] is links["the firms | merged |"] is None
    assert links["the firms | would split |"] is not None
