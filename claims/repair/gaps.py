"""Halves of a sentence that leave the verb of the first half unsaid: "Lee went to Rome **and Berg to Oslo**".

Parsers hang what is left of such a clause, its remnants, on whatever stands before. Here the phrases of both halves
are set side by side: where each remnant repeats a phrase before, the first remnant is labelled as a gap (`GAPS`) and
the others hang on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from claims.lexicon import names_person, words
from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import GAP_ARGUMENT, GAP_SUBJECT, VERBAL, Token, Tree

#: What joins a half without a verb to the first; a comma does before a number and before "others".
_JOINING = frozenset({"and", "but", "while"})
#: Words that stand for some out of several.
_SOME = frozenset("one two another other others some several many most few all none rest first second third".split())
_PEOPLE = frozenset({"i", "you", "he", "she", "we", "they"})
_CONTRASTED = frozenset({"other", "others", "another", "rest", "second", "third"})
#: Entity types of counts and of times.
_COUNTED = frozenset({"CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_TIMED = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Prepositions of so many uses that two phrases with one of them need not be alike.
_VAGUE = frozenset({"in", "on", "at", "with", "for", "by", "as"})
#: Labels of what leads a noun.
_LEADING = frozenset({"det", "compound", "amod", "nmod", "nummod", "poss"})
#: Parts of speech that a phrase without verb is made of; others end it.
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADV", "SYM", "PART"})


@attrs.frozen
class _Phrase:
    """A phrase of one half: its head, the preposition that leads it, and what sort of thing it names."""

    head: int
    first: int
    prep: str
    sort: str
    noun: Token
    #: Index behind its last word.
    end: int
    #: Words before the head that hang elsewhere.
    loose: tuple[int, ...] = ()


def gapped(tree: Tree) -> Iterator[Move]:
    """Join the remnants of a clause without its verb: "Three died in Rome **and two in Oslo**"."""
    halves: dict[int, list[_Phrase]] = {}
    shared: dict[int, tuple[int, str]] = {}
    places: dict[int, str] = {}
    for joiner in [token.i for token in tree[2 : len(tree) - 2] if token.text == "," or token.dep == "cc"]:
        verb = _verb_before(tree, joiner) if _may_join(tree, joiner) else None
        remnants = _phrases(tree, joiner + 1) if verb is not None else []
        if verb is None or len(remnants) < 2:
            continue
        share = _share(tree, verb, joiner, remnants, shared.get(verb))
        if share is not None:
            shared[verb] = share
            yield from _moves(tree, joiner, share, remnants[1:], remnants)
            continue
        before = halves.get(verb) or _phrases(tree, verb + 1, joiner)
        if (place := _behind_time(tree, verb, before, remnants)) is not None:
            yield from _moves(tree, joiner, place, remnants[:1], remnants[::-1])
            continue
        pairs = _paired(tree, before, remnants)
        place = _place(tree, verb, before, remnants, pairs) if pairs is not None else None
        if pairs is not None and place is None and places.get(verb) == GAP_SUBJECT and _stands_apart(tree, remnants[0]):
            # "Took 44 seats, the socialists 31 and **the Greens nine**"
            place = (verb, GAP_SUBJECT)
        if pairs is not None and place is not None:
            places[verb] = place[1]
            yield from _moves(tree, joiner, place, pairs, remnants)
            halves[verb] = before


def _may_join(tree: Tree, i: int) -> bool:
    if tree[i].text == ",":
        behind = tree[i + 2] if tree[i + 1].lower == "the" else tree[i + 1]
        counted = behind.pos == "NUM" and behind.i + 1 < len(tree) and tree[behind.i + 1].pos == "ADP"
        named = behind.pos in {"NOUN", "PROPN"} and _counts_behind(tree, behind.i)
        return counted or named or behind.lower in _CONTRASTED
    return tree[i].dep == "cc" and tree[i].lower in _JOINING


def _counts_behind(tree: Tree, noun: int) -> bool:
    """Tell whether a number follows a noun that it does not belong to: "won 52 seats, the **Republicans 48**".

    So does "a": "sent two planes, **Italy a** ship".
    """
    if noun + 1 >= len(tree):
        return False
    behind = tree[noun + 1]
    return (behind.pos == "NUM" and behind.iob != "I") or (tree[noun].pos == "PROPN" and behind.lower in {"a", "an"})


def _share(
    tree: Tree, verb: int, joiner: int, remnants: list[_Phrase], before: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Return what each of several is told of in its turn: "two bombs exploded, **one in May, the other in June**"."""
    first, *others = remnants
    if first.prep or first.sort != "count" or not all(phrase.prep or phrase.sort == "time" for phrase in others):
        return None
    if before is not None:
        return before
    whole = tree.child(verb, "dobj") or tree.subjects[verb]
    several = tree[whole].tag == "NNS" and tree.child(whole, "nummod") is not None and whole < joiner
    end = others[-1].end
    behind = [token for token in tree[end : end + 3] if token.text != "," and token.lower not in {"and", "the"}]
    alike = bool(behind) and (behind[0].lower in _CONTRASTED or behind[0].pos == "NUM")
    if tree[joiner].text != "," or first.noun.lower not in _SOME or not several or not alike:
        return None
    if others[0].prep == "from" or tree[verb].lemma.lower() in words("reciprocal_verbs"):
        # "Two jets collided, one **from Madrid**": which one.
        return None
    return (verb, GAP_SUBJECT) if tree[whole].dep != "dobj" else (whole, GAP_ARGUMENT)


def _behind_time(tree: Tree, verb: int, before: list[_Phrase], remnants: list[_Phrase]) -> tuple[int, str] | None:
    """Return what the second remnant is like: "**in 2019** they won the league and **in 2020 the cup**"."""
    if len(remnants) != 2 or not before or not remnants[0].prep or remnants[0].sort != "time":
        return None
    opening = (c for c in tree.children(verb, "prep") if c < tree.subjects[verb])
    timed = any(_sort(tree, tree[noun]) == "time" for c in opening for noun in tree.children(c, "pobj"))
    second, like = remnants[1], before[0]
    alike = second.prep == like.prep and "time" not in {second.sort, like.sort} and tree[like.head].head == verb
    return (like.head, GAP_ARGUMENT) if timed and alike else None


def _verb_before(tree: Tree, joiner: int) -> int | None:
    """Return the last verb before a joiner if it has a subject of its own before it."""
    verb = next((token for token in reversed(tree[:joiner]) if token.pos in VERBAL), None)
    subject = tree.subjects.get(verb.i) if verb is not None else None
    return verb.i if verb is not None and subject is not None and subject < verb.i else None


def _phrases(tree: Tree, start: int, end: int | None = None) -> list[_Phrase]:
    """Return the phrases of a stretch without verbs; none where a verb, or what cannot be told apart, is in it."""
    stop = len(tree) if end is None else end
    bounds: list[int] = []
    for i in range(start, stop):
        token = tree[i]
        if token.pos in VERBAL and token.dep not in {"amod", "compound"}:
            if token.dep in {"acl", "relcl"} and i > start and end is None:
                stop = i
                break
            return []
        if token.tag in {"WDT", "WP", "WRB"} or _ends(token, end):
            stop = i
            break
        if i == start or _begins(tree, i):
            bounds.append(i)
    found = [_phrase(tree, a, b) for a, b in pairwise((*bounds, stop))]
    return [phrase for phrase in found if phrase is not None] if None not in found else []


def _ends(token: Token, end: int | None) -> bool:
    if token.dep in {"cc", "mark"} and end is None:
        return True
    return token.pos == "PUNCT" and token.text not in {"-", "–"} and end is None


def _begins(tree: Tree, i: int) -> bool:
    """Tell whether a phrase begins at a token: a preposition, or what no noun before it can take behind itself."""
    token, before = tree[i], tree[i - 1]
    if token.pos == "ADP":
        return token.lower != "of" and token.dep not in {"quantmod", "advmod", "prt"}
    if before.pos not in {"NOUN", "PROPN", "PRON", "NUM"} and before.lower not in _SOME:
        return False
    counts = token.pos == "NUM" or (tree[token.head].pos == "NUM" and token.head > i)
    if token.iob == "I" and before.entity not in _TIMED:
        return False
    if token.lower == "none":
        return True
    timed = token.entity in _TIMED and token.iob == "B" and before.entity not in _TIMED
    return (counts and before.pos != "NUM") or timed or (token.pos == "DET" and token.lower in {"a", "an", "the"})


def _phrase(tree: Tree, first: int, end: int) -> _Phrase | None:
    """Return the phrase between two bounds if one token alone hangs on what is outside."""
    heads = [i for i in range(first, end) if not first <= tree[i].head < end or tree[i].head == i]
    loose = tuple(heads[:-1])
    if not heads or (loose and (heads[-1] != end - 1 or any(tree[i].dep not in _LEADING for i in loose))):
        return None
    head = tree[heads[-1]]
    if head.pos != "ADP":
        return _Phrase(head.i, first, "", _sort(tree, head), head, end, loose)
    noun = tree.child(head.i, "pobj")
    if noun is None or noun < head.i:
        return None
    return _Phrase(head.i, first, head.lower, _sort(tree, tree[noun]), tree[noun], end)


def _sort(tree: Tree, noun: Token) -> str:
    """Tell what sort of thing a noun names, as far as its entity type, numbers and word class show it."""
    if noun.lower in _SOME:
        return "count"
    if noun.entity in _TIMED or noun.lemma.lower() in words("time_nouns"):
        return "time"
    if noun.entity in _COUNTED or noun.pos == "NUM" or any(i < noun.i for i in tree.children(noun.i, "nummod")):
        return "count"
    if noun.pos == "PRON":
        return "PERSON" if noun.lower in _PEOPLE else noun.lower
    if noun.entity:
        return "place" if noun.entity in _PLACES else noun.entity
    return "PERSON" if names_person(noun.lemma.lower()) else "name" if noun.pos == "PROPN" else "thing"


def _likeness(one: _Phrase | Token, other: Token, tree: Tree) -> int:
    """Tell how alike two nouns are: 2 of one sort, 1 both names or both common nouns, else 0."""
    noun = one.noun if isinstance(one, _Phrase) else one
    if _sort(tree, noun) == _sort(tree, other):
        return 2
    return int((noun.pos == "PROPN") == (other.pos == "PROPN") and noun.pos != "PRON" and other.pos != "PRON")


def _place(
    tree: Tree, verb: int, before: list[_Phrase], remnants: list[_Phrase], pairs: list[_Phrase]
) -> tuple[int, str] | None:
    """Return the token and label by which the first remnant hangs on the half before; None where there is no gap."""
    first, *others = remnants
    beside = tree.child(first.head, "appos", "dobj")
    if first.sort == "time" or not (beside is None or any(beside == p.head for p in others)):
        return None
    free = [phrase for phrase in before if phrase not in pairs]
    if first.prep:
        like = next(
            (p for p in free if p.prep == first.prep and p.sort == first.sort and tree[p.head].head == verb), None
        )
        return (like.head, GAP_ARGUMENT) if like is not None and like.head < min(p.head for p in pairs) else None
    return _bare(tree, verb, first, free, pairs)


def _paired(tree: Tree, before: list[_Phrase], remnants: list[_Phrase]) -> list[_Phrase] | None:
    """Return for each later remnant the phrase that it repeats, in their order; None where one repeats nothing."""
    waiting = iter(before)
    found = []
    first, *others = remnants
    for remnant in others:
        # "A bomb went off in the market, **another** near a school"
        anywhere = first.noun.lower in _CONTRASTED and bool(remnant.prep)
        like = next((p for p in waiting if _repeats(tree, remnant, p) or (anywhere and p.prep)), None)
        if like is None:
            return None
        found.append(like)
    return found


def _repeats(tree: Tree, remnant: _Phrase, phrase: _Phrase) -> bool:
    if remnant.prep == phrase.prep and remnant.noun.pos == "NUM" and _is_counted(tree, phrase.noun):
        # "To five years and … to **three**"
        return True
    if "time" in (remnant.sort, phrase.sort):
        return remnant.sort == phrase.sort
    if remnant.prep != phrase.prep:
        return False
    if remnant.sort == phrase.sort:
        return True
    both = (remnant.noun.tag in NOUN_TAGS) == (phrase.noun.tag in NOUN_TAGS)
    if not remnant.prep:
        # "Lee bought a house and Berg **two boats**"
        return remnant.noun.tag in NOUN_TAGS and both and {remnant.sort, phrase.sort} == {"count", "thing"}
    named = remnant.noun.pos == phrase.noun.pos == "PROPN"
    return (named or remnant.prep not in _VAGUE) and both


def _is_counted(tree: Tree, noun: Token) -> bool:
    return noun.pos == "NUM" or tree.child(noun.i, "nummod") is not None


def _bare(tree: Tree, verb: int, first: _Phrase, free: list[_Phrase], pairs: list[_Phrase]) -> tuple[int, str] | None:
    """Return what the first remnant stands for where no preposition tells: the subject, an object, a phrase's noun."""
    subject = tree[tree.subjects[verb]]
    to_subject = _likeness(first, subject, tree)
    if first.noun.pos in {"ADV", "PART"}:
        # "Won the race in 2010 and **again** in 2012"
        return None
    if first.noun.lower in {"that", "those"}:
        # "The price of wheat rose by 8 percent and **that of rice** by five"
        of = ({tree[i].lower for i in tree.children(j, "prep")} for j in (subject.i, first.head))
        return (verb, GAP_SUBJECT) if all("of" in preps for preps in of) else None
    held = next((phrase for phrase in free if not phrase.prep and phrase.sort != "time"), None)
    if first.noun.lower in _CONTRASTED:
        return (verb, GAP_SUBJECT) if held is None else None
    if any(not phrase.prep and phrase.sort != "time" for phrase in pairs):
        # "Germany sent 40 men **and Italy 25**"; not "… **and Boeing 737s**", nor what is given to somebody.
        least = 1 if _stands_apart(tree, first) else 2
        return (verb, GAP_SUBJECT) if to_subject >= least and tree.child(verb, "dative") is None else None
    named = held or next((p for p in free if p.sort == first.sort and tree[p.head].head == verb), None)
    to_other = _likeness(first, named.noun, tree) if named is not None else 0
    # "In Lyon and Rome in …": what the first remnant follows at once is joined with it.
    doubled = any(phrase.prep in _VAGUE and phrase.sort == first.sort for phrase in pairs)
    # "Best studied in terms of concepts and speakers in …": too little is alike.
    vague = all(phrase.prep in _VAGUE and phrase.sort in {"thing", "name"} for phrase in pairs)
    if vague and (to_subject < 2 or first.sort in {"thing", "name"}):
        return None
    if to_other > to_subject and named is not None:
        # "Bought a farm in Kent and **a mill in Wales**": a noun with its phrase each.
        apart = all(tree[phrase.head].head == verb for phrase in pairs)
        return (named.noun.i, GAP_ARGUMENT) if named.sort != "count" and apart and not doubled else None
    if to_other > to_subject and named is not None:
        return (named.noun.i, GAP_ARGUMENT) if named.sort != "count" else None
    if to_subject > to_other and not (doubled and _sort(tree, subject) != first.sort):
        return (verb, GAP_SUBJECT)
    return None


def _stands_apart(tree: Tree, first: _Phrase) -> bool:
    """Tell whether what is behind a remnant cannot be of its phrase: "and **the Left** 8", "and **Berg** two boats"."""
    behind = tree[max(first.head, first.noun.i) + 1]
    if tree[first.first].lower == "the":
        return True
    return first.noun.pos == "PROPN" and (
        behind.lower in {"a", "an"} or (behind.pos == "NUM" and behind.text.isalpha())
    )


def _moves(
    tree: Tree, joiner: int, place: tuple[int, str], pairs: list[_Phrase], remnants: list[_Phrase]
) -> Iterator[Move]:
    first, *others = remnants
    yield Move(first.head, *place)
    yield from (Move(i, phrase.head, tree[i].dep) for phrase in remnants for i in phrase.loose)
    if tree[joiner].dep == "cc":
        yield Move(joiner, first.head, "cc")
    for remnant, phrase in zip(others, pairs, strict=True):
        dep = "prep" if remnant.prep else "npadvmod" if remnant.sort == "time" else tree[phrase.head].dep
        yield Move(remnant.head, first.head, dep)
