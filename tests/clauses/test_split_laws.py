"""Sentences whose tree is mended first, and what holds of every sentence: nothing is lost, nothing explodes."""

from __future__ import annotations

import pytest
from claim_rows import rows
from hypothesis import HealthCheck, given, settings
from strategies_trees import trees
from timing import cpu_seconds

from claims.clauses import split
from claims.lexicon import words
from claims.repair import mended

MENDED = {
    # What sums up a clause is told of on its own.
    "They will meet in May, a move that may help.": ["They | will meet | in May", "a move | may help |"],
    # What a body does describes it, with or without article.
    "The suit was settled by carmaker Fiat.": ["The suit | was settled | by Fiat", "Fiat |  | carmaker"],
    "A firm based in Ohio, Diebold, makes locks.": [
        "Diebold |  | A firm based in Ohio",
        "Diebold | makes | locks",
    ],
    "The rocket, built by SpaceX, the company of Elon Musk, exploded.": [
        "SpaceX |  | the company of Elon Musk",
        "The rocket | built | by SpaceX",
        "The rocket | exploded |",
    ],
    "They met Capt. Tom Berg and Sgt. Ann Lee.": ["They | met | Capt . Tom Berg", "They | met | Sgt . Ann Lee"],
    "A court convicted Berg, a former banker, of fraud.": [
        "A court | convicted | Berg of fraud",
        "Berg |  | a former banker",
    ],
    "A jury found Tom Roe, a teacher, guilty.": ["A jury | found | Tom Roe guilty", "Tom Roe |  | a teacher"],
    "Tom Berg, now 60, has resigned.": ["Tom Berg |  | now 60", "Tom Berg | has resigned |"],
    # A capital that only opens the sentence makes no part of a name.
    "Analyst Ann Lee left.": ["Ann Lee |  | Analyst", "Ann Lee | left |"],
    # An office is held by who is named behind it, with one comma or two.
    "The former Chief Operating Officer, Ann Lee left.": [
        "Ann Lee |  | The former Chief Operating Officer",
        "Ann Lee | left |",
    ],
    # A name of figures; an amount that another is compared with.
    "The new plane, the 7e7, sold well.": ["The new plane |  | the 7e7", "The new plane | sold | well"],
    "The bridge cost $9 million, $1 million over budget.": [
        "The bridge | cost | $ 9 million",
        "$ 9 million |  | $ 1 million over budget",
    ],
    # What is said of several is true of each.
    "The sculptors Ann Lee and Tom Roe left.": [
        "Ann Lee |  | The sculptors",
        "Tom Roe |  | The sculptors",
        "Ann Lee | left |",
        "Tom Roe | left |",
    ],
    "Rival carmakers Fiat and Ford cut prices.": [
        "Fiat |  | Rival carmakers",
        "Ford |  | Rival carmakers",
        "Fiat | cut | prices",
        "Ford | cut | prices",
    ],
    "They cut 300 jobs in Rome and 200 in Lund.": ["They | cut | 300 jobs in Rome", "They | cut | 200 in Lund"],
    # Somebody has both titles.
    "Director and producer Ann Lee left.": ["Ann Lee |  | Director", "Ann Lee |  | producer", "Ann Lee | left |"],
    "Chairman and CEO Ann Lee left.": ["Chairman and CEO Ann Lee | left |"],
    "Port director General Ann Lee left.": ["General Ann Lee |  | Port director", "General Ann Lee | left |"],
    # A number goes with its noun; an adjective shares nothing with one.
    "The club drew an old group and owners of ships.": [
        "The club | drew | an old group",
        "The club | drew | owners of ships",
    ],
    "They sold 37 old cars and scrap.": ["They | sold | 37 old cars", "They | sold | scrap"],
    # A name torn at its hyphens is one, with the party and place of its bearer.
    "Rep. Ann Lee (D-Ore.) resigned.": ["Rep. Ann Lee ( D - Ore. ) | resigned |"],
    "Tom Lee was a member of Jund-e-Shams and lives in Malta.": [
        "Tom Lee | was | a member of Jund - e - Shams",
        "Tom Lee | lives | in Malta",
    ],
    # Names in a row act each; who recognizes names takes them for a firm.
    "Gordon, Edwards, and Logano won prizes.": [
        "Gordon | won | prizes",
        "Edwards | won | prizes",
        "Logano | won | prizes",
    ],
    # No comma parts the phrase in front from its clause.
    "Without such a plan we will stand alone.": ["we | will stand | Without such a plan alone"],
    # Where somebody is, and why.
    "She is here because of the strike.": ["She | is | because of the strike", "She | is | here"],
    "The delay is largely due to fog.": ["The delay | is | largely due to fog"],
    "The court praised author and activist Ann Lee in 2010.": [
        "Ann Lee |  | activist",
        "Ann Lee |  | author",
        "The court | praised | Ann Lee in 2010",
    ],
}


@pytest.mark.parametrize("sentence", MENDED)
def test_split_of_a_mended_tree(sentence, parse):
    """A sentence whose tree had to be mended yields just these claims."""
    assert sorted(rows(mended(parse(sentence)))) == sorted(MENDED[sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops left a dozen bases, including Taji, Qayyarah and other sites, on Monday.",
        "Frankly, the minister, a lawyer by training, never once answered, which surprised many.",
        "Rain or shine, the old ferry crosses twice a day, they say, from the harbour.",
        "Well, that was that; nobody objected, not even the mayor (who had come late).",
    ],
)
def test_every_content_word_is_in_a_claim(sentence, parse):
    """T4: no content word is dropped."""
    tree = parse(sentence)
    covered = {i for clause in split(tree) for i in clause.tokens}
    missing = [t.text for t in tree if t.i not in covered and t.text.isalnum() and t.lower not in words("exempt")]
    assert missing == []


def test_forty_by_forty_conjuncts_stay_bounded(parse):
    """A coordination beyond the bound is kept whole and says so, in a blink."""
    names = [f"Group{number}" for number in range(40)]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    tree = parse(f"{listed} attacked {listed}.")
    clauses: list = []
    assert cpu_seconds(lambda: clauses.extend(split(tree)), rounds=1) < 1
    assert len(clauses) <= 2 * len(names)


def test_long_sentence_costs_linear_time(parse):
    """Eight times the words cost at most about sixteen times the time, never a power of it."""
    unit = "the minister, who had come late, said that the old bridge, a landmark, was closed due to rain"

    def cost(times):
        tree = parse(" and ".join([unit] * times) + ".")
        return cpu_seconds(lambda: split(tree), rounds=1)

    cost(2)
    assert cost(24) < max(0.05, 40 * cost(3))


@pytest.mark.property
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_any_tree_is_split_without_error(tree):
    """Whatever the parser says, splitting ends, and claims hold tokens of the sentence, sorted, once each."""
    for clause in split(tree):
        assert clause.tokens == tuple(sorted(set(clause.tokens)))
        assert set(clause.tokens) <= set(range(len(tree)))
        assert all(list(slot.tokens) == sorted(set(slot.tokens)) for slot in clause.arguments)
