"""The split table and the no-split table: every row works on its own example."""

from __future__ import annotations

import pytest

from claims.clauses import KEEPS, RULES, Marks, split
from claims.clauses.scene import Scene
from claims.repair import mended

#: For every split site, what its example must yield: who | predicate | rest, one row a claim.
EXPECTED = {
    "apposition": ["Muhandis | | head of the brigade", "Muhandis | was killed |"],
    "title": ["He | met | Qasem Soleimani", "Qasem Soleimani | | brigade commander"],
    "members": [
        "Troops | left | several bases",
        "several bases | including | Taji",
        "several bases | including | Qayyarah",
    ],
    "cause_adjunct": ["The embassy | closed |", "The embassy | closed | due to threats"],
    "evaluative_adjunct": ["Rockets | hit | the embassy", "Rockets | hit | in an escalation against US forces"],
    "set_off_adjective": ["The liner | left |", "The liner | | able to carry 500 people"],
    "set_off_phrase": ["Tom Berg | left |", "Tom Berg | | of Hill Street"],
    "absolute": ["The attacks | slowed |", "the last one | being recorded | in May"],
    "temporal_clause": ["The fire | broke out |", "the hall | was | full"],
    "subordinate_participle": ["He | was killed |", "He | driving | to the airport"],
    "source_phrase": ["the police | According to | the crane fell", "the crane | fell |"],
    "layout": ["Bridge | was | unsafe", "Report | : | Bridge was unsafe"],
    "small_clause": ["Critics | called | the ruling dangerous", "the ruling | | dangerous"],
    "content_clause": ["The US | said | they were plotting attacks", "they | were plotting | attacks"],
    "independent_clause": ["The crane | fell |", "nobody | was hurt |"],
    "summary": ["They | will meet | in May", "a move | may help |"],
    "relative_clause": ["The group | denied | it", "The group | is linked | to Iran"],
    "purpose": ["The army | built | a wall", "a wall | to protect | the town"],
    "participial": ["The storm | toppled | a crane", "The storm | killing | many people"],
    "adverbial_clause": ["The attack | came |", "militias | tried to storm | the embassy"],
    "gapped_clause": ["Lee | went | to Rome", "Berg | went | to Oslo"],
    "conjoined_verb": ["The US | withdrew | from the bases", "The US | installed | a defence system"],
}


def rows(tree, links=()):
    """Write clauses as "who | predicate | rest", times left out."""
    found = []
    for clause in split(tree, 0, Marks(links)):
        rest = sorted({i for slot in clause.arguments for i in slot.tokens})
        cells = [tree.words(clause.who), tree.words(clause.predicate), tree.words(rest)]
        found.append(" | ".join(cells).replace("  ", " ").strip())
    return found


@pytest.fixture(scope="module")
def links_of(parse):
    """Find the attribution links of one sentence."""
    from claims.analysis import SentenceSpan
    from claims.attribution import find_links
    from claims.text import Span

    return lambda tree, text: find_links([tree], [SentenceSpan(Span(0, len(text)), 0, "body")], text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.decide.__name__)
def test_rule_splits_its_example(rule, parse, links_of):
    """A rule's example yields just the claims that the table promises."""
    tree = mended(parse(rule.example))
    expected = [" | ".join(cell.strip() for cell in row.split("|")).strip() for row in EXPECTED[rule.decide.__name__]]
    found = [
        " | ".join(cell.strip() for cell in row.split("|")).strip() for row in rows(tree, links_of(tree, rule.example))
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.decide.__name__)
def test_rule_takes_a_token_of_its_example(rule, parse, links_of):
    """The rule itself, not another, decides about a token of its example."""
    tree = mended(parse(rule.example))
    scene = Scene(tree, 0, Marks(links_of(tree, rule.example)))
    assert any(rule.decide(scene, token.i) for token in tree if token.head != token.i)


@pytest.mark.parametrize("keep", KEEPS, ids=lambda keep: keep.site)
def test_guard_keeps_its_example_whole(keep, parse, links_of):
    """A guard holds for a token of its example, which stays one claim."""
    tree = parse(keep.example)
    scene = Scene(tree)
    assert any(keep.holds(scene, token.i) for token in tree if token.head != token.i)
    assert len([row for row in split(tree, 0, Marks(links_of(tree, keep.example))) if row.type != "speech_act"]) == 1


def test_tables_have_every_site():
    """S1 to S10 (S2 is the distribution over conjuncts) and N1 to N9 are there."""
    assert {rule.site for rule in RULES} == {f"S{n}" for n in range(1, 11)} - {"S2"}
    assert [keep.site for keep in KEEPS] == [f"N{n}" for n in range(1, 10)]


def test_every_rule_is_explained():
    """The first docstring line shows the pattern with its words in bold, the example ends as a sentence."""
    for row in (*RULES, *KEEPS):
        function = getattr(row, "decide", None) or row.holds
        assert function.__doc__
        assert row.example.endswith(".")
