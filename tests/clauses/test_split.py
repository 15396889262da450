"""Laws of splitting: coordination, sharing, what stays together."""

from __future__ import annotations

import attrs
import pytest
from claim_rows import rows

from claims.clauses import Marks, split
from claims.repair import mended
from claims.trees import Tree

CASES = {
    # What leads on to another matter or tells how it is meant is no claim.
    "Moving on, Ann sold it.": ["Ann | sold | Moving on it"],
    "Broadly speaking, ships cost less.": ["ships | cost | Broadly speaking less"],
    "Moving home, Ann sold it.": ["Ann | Moving | home", "Ann | sold | it"],
    # S2: each conjunct alone could be true.
    "The PMF and the army fought the rebels.": ["The PMF | fought | the rebels", "the army | fought | the rebels"],
    "Militias targeted US forces and facilities.": [
        "Militias | targeted | US forces",
        "Militias | targeted | US facilities",
    ],
    "The office drew support from Paris and from Rome.": [
        "The office | drew | support from Paris",
        "The office | drew | support from Rome",
    ],
    "The weapon appears accurate and large.": ["The weapon | appears | accurate", "The weapon | appears | large"],
    # What stands in one order belongs together, and to nothing else.
    "Ann and Tom won gold and silver, respectively.": ["Ann | won | gold", "Tom | won | silver"],
    "They paid gold and silver respectively.": ["They | paid | gold and silver"],
    # One number counts them all; "either" may stand before the preposition.
    "They hired 12 painters and plumbers.": ["They | hired | 12 painters and plumbers"],
    "He will work either in Rome or Lund.": ["He | will work | either in Rome or Lund"],
    "No injuries or deaths occurred.": ["No injuries | occurred |", "No deaths | occurred |"],
    # What an adverb singles out is a part, and no other name.
    "Frost hit the coast, particularly the harbour.": ["Frost | hit | the coast , particularly the harbour"],
    "They came not by car but by train.": ["They | came not | by car but by train"],
    "The driver was not killed but wounded.": ["The driver | was not killed |", "The driver | was wounded |"],
    # Shared auxiliaries, subjects and objects.
    "He was taken to hospital but died of his injuries.": [
        "He | was taken | to hospital",
        "He | died | of his injuries",
    ],
    "The firm sold its shares rather than close the mill.": ["The firm | sold | its shares rather than close the mill"],
    "The city chose peace rather than war.": ["The city | chose | peace rather than war"],
    "The film cost $30 million to make.": ["The film | cost | $ 30 million to make"],
    "It was the mayor who signed the law.": ["It | was | the mayor", "the mayor | signed | the law"],
    "The house was raided and searched.": ["The house | was raided |", "The house | was searched |"],
    "They may stay or leave.": ["They | may stay | or leave"],
    "The court reviewed and upheld the ruling.": [
        "The court | reviewed | the ruling",
        "The court | upheld | the ruling",
    ],
    # What stands behind the second verb is the first one's too where both can take it.
    "Police arrived and arrested two men.": ["Police | arrived |", "Police | arrested | two men"],
    "He was tried and sentenced to death.": ["He | was tried |", "He | was sentenced | to death"],
    "He was seen and heard by a guard.": ["He | was seen | by a guard", "He | was heard | by a guard"],
    "They live and work in Rome.": ["They | live | in Rome", "They | work | in Rome"],
    "The minister had known the driver and came to the court.": [
        "The minister | had known | the driver",
        "The minister | came | to the court",
    ],
    "Critics of the firm, including two ministers, resigned.": [
        "Critics of the firm | resigned |",
        "Critics of the firm | including | two ministers",
    ],
    # The whole predicate has a cause; sums in brackets are other measures; “company CEO” is written small.
    # Causes work together.
    "The mill closed because of debts and fires.": [
        "The mill | closed |",
        "The mill | closed | because of debts and fires",
    ],
    # What stands inside a possessor is no phrase of its own.
    "The Church of Malta's cruise ship Ark sank.": ["Ark |  | The Church of Malta 's cruise ship", "Ark | sank |"],
    "The firm has had to close the mill because of debts.": [
        "The firm | has had to close | because of debts",
        "The firm | has had to close | the mill",
    ],
    "The bridge cost $140bn ($96bn) in taxes.": ["The bridge | cost | $ 140bn ( $ 96bn ) in taxes"],
    "It was a triumph: the first liner landed safely.": [
        "It | was | a triumph",
        "the first liner | landed | safely",
    ],
    "In Rome, traders buy and sell shares.": ["traders | buy | In Rome shares", "traders | sell | shares"],
    "They sold 20% of the shares and 30% of the bonds.": [
        "They | sold | 20 % of the shares",
        "They | sold | 30 % of the bonds",
    ],
    "The firm shows first car to fly.": ["The firm | shows | first car to fly"],
    "They saw the failure of the bill to pass.": ["They | saw | the failure of the bill to pass"],
    "Gary Moss, chief executive and chairman, left.": [
        "Gary Moss |  | chief executive",
        "Gary Moss |  | chairman",
        "Gary Moss | left |",
    ],
    "They sold a video iPod.": ["They | sold | a video iPod"],
    "Moss met company CEO Gary Moss.": ["Gary Moss |  | company CEO", "Moss | met | Gary Moss"],
    "The firm runs a number of shops including a bakery.": [
        "The firm | runs | a number of shops",
        "a number of shops | including | a bakery",
    ],
    # A relative pronoun in front keeps no verbs apart.
    "The house, which he had tried to sell, stood empty.": [
        "he | had tried to sell | The house",
        "The house | stood | empty",
    ],
    # "Where" only joins, wherever the parser hangs it.
    "She took them to the hall, where the guests met and praised the cook.": [
        "She | took | them to the hall",
        "the guests | met | the cook",
        "the guests | praised | the cook",
    ],
    # Descriptions before names: in small letters, of one or of several, with what follows the name left to the name.
    "Pan-democrat Gary Moss won.": ["Gary Moss |  | Pan - democrat", "Gary Moss | won |"],
    "Ministers praised environmental group Greenpeace.": [
        "Ministers | praised | Greenpeace",
        "Greenpeace |  | environmental group",
    ],
    "Moss won with 84 votes, the highest in the county.": [
        "Moss | won | with 84 votes",
        "84 votes |  | the highest in the county",
    ],
    "Olsen was held after leaving the group.": ["Olsen | was held |", "Olsen | leaving | the group"],
    "Lund at the port, after having won the race.": ["Lund |  | at the port", "Lund | having won | the race"],
    # Ages are told of the name.
    "The pilot, Tom Hill, 32, was arrested.": [
        "Tom Hill |  | The pilot",
        "Tom Hill |  | 32",
        "Tom Hill | was arrested |",
    ],
    "The mill, 12, burned.": ["The mill , 12 | burned |"],
    "The king, 82, fell.": ["The king |  | 82", "The king | fell |"],
    # A rank in lower case that something is said of describes; it is part of the name otherwise.
    "Danish captain Ann Lee won the race.": ["Ann Lee |  | Danish captain", "Ann Lee | won | the race"],
    "Major general Tom Hill resigned.": ["Major general Tom Hill | resigned |"],
    # Names behind "like" are members where they are a list.
    "The fair drew guests like Ann Lee, Tom Hill and Karl Moss.": [
        "The fair | drew | guests",
        "guests | like | Ann Lee",
        "guests | like | Tom Hill",
        "guests | like | Karl Moss",
    ],
    "The fair drew guests like Ann Lee.": ["The fair | drew | guests like Ann Lee"],
    # What is inferred in a relative clause is of the noun that it tells of.
    "The firms, which merged in 1998 to make cars, would split.": [
        "The firms | merged | in 1998",
        "The firms | to make | cars",
        "The firms | would split |",
    ],
    "The hall was full, with the stands full of guests.": [
        "The hall | was | full",
        "the stands |  | full of guests",
    ],
    "The visitors won 3 – 1.": ["The visitors | won | 3 – 1"],
    # One person in two offices.
    "The club's president and head coach, Karl Moss, praised the players.": [
        "Karl Moss |  | The club 's president",
        "Karl Moss |  | The club 's head coach",
        "Karl Moss | praised | the players",
    ],
    # Each of several is one of them; without a comma their names say which.
    "The three brothers, Tom, Paul and Greg Hill, were jailed.": [
        "The three brothers |  | Tom",
        "The three brothers |  | Paul",
        "The three brothers |  | Greg Hill",
        "The three brothers | were jailed |",
    ],
    "The rival banks Barclays and Lloyds were sold.": ["The rival banks Barclays and Lloyds | were sold |"],
    "The plant will be closed, due to be sold in May.": ["The plant | will be closed | due to be sold in May"],
    "Hundreds dead in ferry fire": ["Hundreds |  | dead in ferry fire"],
    # A place is shared by joined verbs, what only the second governs is not.
    "He was shot and killed in Leeds.": ["He | was shot | in Leeds", "He | was killed | in Leeds"],
    "He was arrested and charged with murder.": ["He | was arrested |", "He | was charged | with murder"],
    "Egyptian President, Mohamed Morsi, began a visit.": [
        "Mohamed Morsi |  | Egyptian President",
        "Mohamed Morsi | began | a visit",
    ],
    "It is based in Sasebo, Nagasaki in Japan.": ["It | is based | in Sasebo , Nagasaki in Japan"],
    "The house was searched, but nothing turned up.": ["The house | was searched |", "nothing | turned up |"],
    # What something is used for, it does.
    "The flights are being used to monitor the gates.": [
        "The flights | are being used |",
        "The flights | to monitor | the gates",
    ],
    # Another measure is no other thing.
    "The ship weighs 30 tons (27,000 kg).": ["The ship | weighs | 30 tons ( 27,000 kg )"],
    # What is compared with stays.
    "The rain was heavier than experts had predicted.": ["The rain | was | heavier than experts had predicted"],
    "As soon as the news broke, shares rose.": ["the news | broke |", "shares | rose |"],
    "The fall is also due to higher taxes.": ["The fall | is also | due to higher taxes"],
    # A gerund of means is done by whoever acts; nobody acts in a passive.
    "The firm won by selling two plants.": [
        "The firm | won | by selling two plants",
        "The firm | selling | two plants",
    ],
    "He won by cheating in the final and bribing the judges.": [
        "He | won | by cheating in the final and bribing the judges",
        "He | cheating | in the final",
        "He | bribing | the judges",
    ],
    "Prices were cut by closing shops.": ["Prices | were cut | by closing shops"],
    # A noun of attempting with "in" makes a purpose.
    "The council closed the square in a bid to cut traffic.": [
        "The council | closed | the square in a bid to cut traffic",
        "The council | to cut | traffic",
    ],
    # One predicate.
    "Militias tried to storm the embassy.": ["Militias | tried to storm | the embassy"],
    # A number and a noun joined by a hyphen are no title.
    "They comprised the six-team Grid.": ["They | comprised | the six - team Grid"],
    "The mayor has yet to comment.": ["The mayor | has yet to comment |"],
    # A clause that is all that is said of something stays.
    "That is when the mill closed.": ["That | is | when the mill closed"],
    "It was not because they lied.": ["It | was not | because they lied"],
    "She was here when it fell.": ["She | was | here", "it | fell |"],
    # Which one of all it is, or that it is none or each of a kind, holds only of the whole phrase.
    "It was the first jet built by the plant.": ["It | was | the first jet built by the plant"],
    "Malta is one of the nations covered by the ban.": ["Malta | is | one of the nations covered by the ban"],
    "All cars built by the firm in 1990 were recalled.": ["All cars built by the firm in 1990 | were recalled |"],
    "He did not drive a car made by Ford.": ["He | did not drive | a car made by Ford"],
    "Those arrested on Monday were released.": ["Those arrested on Monday | were released |"],
    "The first part built by Ford was sold.": ["The first part | built | by Ford", "The first part | was sold |"],
    # What is joined to the second verb of a predicate shares the first.
    "The clubs tried to sell shares and raise fees.": [
        "The clubs | tried to sell | shares",
        "The clubs | tried to raise | fees",
    ],
    "He began raising money and building a mill.": ["He | began raising | money", "He | began building | a mill"],
    # An adjective with an article says who somebody is.
    "Police charged Tom Lee, a 33-year-old from Ohio, with theft.": [
        "Police | charged | Tom Lee with theft",
        "Tom Lee |  | a 33 - year - old from Ohio",
    ],
    # What was over before has a time of its own; "with" and a verb are a claim behind a comma.
    "The team left having lost two games.": ["The team | left |", "The team | having lost | two games"],
    "He saw a film by Ann Lee, with Tom Berg playing the king.": [
        "He | saw | a film by Ann Lee",
        "Tom Berg | playing | the king",
    ],
    # One of several is who stands beside.
    "Ann Lee, one of the founders, resigned.": ["Ann Lee |  | one of the founders", "Ann Lee | resigned |"],
    "One of the founders, Ann Lee, resigned.": ["Ann Lee |  | One of the founders", "Ann Lee | resigned |"],
    "Six people, two women and four men, were killed.": [
        "Six people |  | two women",
        "Six people |  | four men",
        "Six people | were killed |",
    ],
    "The fund will help pay for the roof.": ["The fund | will help pay | for the roof"],
    "The dam appears to have burst.": ["The dam | appears to have burst |"],
    "The crew was far more likely to reach the shore.": ["The crew | was far more likely to reach | the shore"],
    "The mill will be able to grind oats and barley.": [
        "The mill | will be able to grind | oats",
        "The mill | will be able to grind | barley",
    ],
    "Schools have started asking parents.": ["Schools | have started asking | parents"],
    "The plan did not cause much damage.": ["The plan | did not cause | much damage"],
    # What all that stands before led to has no single doer, nor has what nobody is named for.
    "Frost struck the valley, leading to a shortage of oats.": [
        "Frost | struck | the valley",
        "| leading | to a shortage of oats",
    ],
    "There were floods, causing a famine.": ["There | were | floods", "| causing | a famine"],
    "The storm struck, leading the crew to the shore.": [
        "The storm | struck |",
        "The storm | leading | the crew to the shore",
    ],
    "The bridge was rebuilt, making it safe.": ["The bridge | was rebuilt |", "| making | it safe"],
    "The firm sold the bridge, making it safe.": ["The firm | sold | the bridge", "The firm | making | it safe"],
    "Lee owns the first that was built in Malta.": ["Lee | owns | the first that was built in Malta"],
    # Who is chosen for a task carries it out.
    "They hired two workers to mend the roof.": ["They | hired | two workers", "two workers | to mend | the roof"],
    "They sent a note to thank her.": ["They | sent | a note", "They | to thank | her"],
    "Lee was hired by the town to mend the roof.": ["Lee | was hired | by the town", "Lee | to mend | the roof"],
    "Lee was honored to lead the choir.": ["Lee | was honored to lead | the choir"],
    # Who is in a state acts, not the state.
    "The firms are in talks to buy the mill.": ["The firms | are | in talks", "The firms | to buy | the mill"],
    "Despite losing two races, Ann kept the cup.": ["Ann | losing | two races", "Ann | kept | the cup"],
    "They insisted upon leaving the hall.": ["They | insisted | upon leaving the hall"],
    "The roof fell the day the mill opened.": ["The roof | fell | the day the mill opened", "the mill | opened |"],
    # "That" picks one out, even by name.
    "They want an Italy that pays its debts.": ["They | want | an Italy that pays its debts"],
    # Existentials and questions of order.
    "There are two groups in Iraq.": ["There | are | two groups in Iraq"],
    "The army and the rebels exchanged fire.": ["The army and the rebels | exchanged | fire"],
}


GAPS = {
    # Gapping: a verb unsaid, its subject or its object and time told anew; not where nouns alone are joined.
    "Three men died in Rome and two in Oslo.": ["Three men | died | in Rome", "two | died | in Oslo"],
    "Lee visited Rome in May and Oslo in June.": ["Lee | visited | Rome in May", "Lee | visited | Oslo in June"],
    "He works for Ford in Kent and for Fiat in Wales.": [
        "He | works | for Ford in Kent",
        "He | works | for Fiat in Wales",
    ],
    "The UK had 12 cases and France nine.": ["The UK | had | 12 cases", "France | had | nine"],
    "She is a doctor and her brother a lawyer.": ["She | is | a doctor", "her brother | is | a lawyer"],
    "Some were taken to Rome, others to Oslo.": ["Some | were taken | to Rome", "others | were taken | to Oslo"],
    "They fell in Rome and Oslo in storms.": ["They | fell | in Rome in storms", "They | fell | in Oslo in storms"],
}


@pytest.mark.parametrize("sentence", GAPS)
def test_a_verb_unsaid(sentence, parse):
    """What stands in the place of a subject or an object makes a clause with the verb before."""
    assert sorted(rows(mended(parse(sentence)))) == sorted(GAPS[sentence])


@pytest.mark.parametrize("sentence", CASES)
def test_split(sentence, parse):
    """A sentence yields just these claims."""
    assert sorted(rows(parse(sentence))) == sorted(CASES[sentence])


def test_leading_time_is_shared_with_the_next_verb(parse):
    """What dates the first of two verbs from the front dates both."""
    from claims.analysis import Timex, Words

    tree = parse("In 2020 the army left the base and returned home.")
    timex = Timex(Words(0, (1,)), "DATE", "2020")
    clauses = split(tree, 0, Marks((), (timex,)))
    assert [tree.words(clause.when[0].tokens) for clause in clauses] == ["In 2020", "In 2020"]


def test_neither_nor_denies_at_once(parse):
    """Who is joined by "neither … nor" makes one claim, by "both … and" one each without "both"."""
    tree = parse("Neither Lund nor Berg left.")
    assert [tree.words(clause.who) for clause in split(tree)] == ["Neither Lund nor Berg"]
    tree = parse("Both Lund and Berg left.")
    assert [tree.words(clause.who) for clause in split(tree)] == ["Lund", "Berg"]


def test_what_is_new_is_no_name(parse):
    """An apposition with "a" describes the noun before it, capital or not."""
    tree = parse("The governor, a Democrat, left.")
    assert [tree.words(clause.who) for clause in split(tree)] == ["The governor", "The governor"]


def test_a_place_behind_a_place_is_no_other_name(parse):
    """A country says where the town before it lies, also where the parser hangs it on the noun before both."""
    tokens = list(parse("She was held at the base north of Oslo, Norway."))
    (country,) = (token for token in tokens if token.text == "Norway")
    (base,) = (token for token in tokens if token.text == "base")
    tokens[country.i] = attrs.evolve(country, head=base.i, dep="appos")
    found = split(Tree(tuple(tokens)))
    assert [clause.rule for clause in found] == ["main clause"]
