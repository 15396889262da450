"""What every voice of a chain commits to, given how the innermost one puts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from claims.analysis import Clause, Link
from claims.lexicon import table, words
from claims.model import Factuality, Polarity
from claims.trees import Tree
from claims.values import evolve, value

#: FactBank's degrees, from certain to unknown.
Degree = Literal["CT", "PR", "PS", "U"]
STRENGTH: dict[str, int] = {"CT": 3, "PR": 2, "PS": 1, "U": 0}


@value
class Stand:
    """How firmly somebody holds something, and whether for true or for false."""

    degree: Degree
    polarity: Polarity = "+"

    @property
    def value(self) -> Factuality:
        """FactBank's name for it."""
        return "Uu" if self.degree == "U" else cast(Factuality, self.degree + self.polarity)

    def turned(self) -> Stand:
        """Hold the opposite as firmly."""
        return evolve(self, polarity="+" if self.polarity == "-" else "-")

    def weakened(self, degree: Degree) -> Stand:
        """Hold it no more firmly than `degree`."""
        return evolve(self, degree=weaker(self.degree, degree))


OPEN = Stand("U")
#: Determiners of what is known to be there.
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def weaker(one: Degree, other: Degree) -> Degree:
    """Return the weaker of two degrees."""
    return min(one, other, key=lambda degree: STRENGTH[degree])


def value_for(
    trees: Sequence[Tree], sentence: int, clause: Clause, chain: Sequence[Link], place: int, stand: Stand
) -> Factuality:
    """Return the value of a clause of `sentence` for the voice at `place` of the chain; -1 is the author.

    A voice passes on what a link below it presents as true or as false, and commits to nothing below any other.
    """
    for below in range(len(chain) - 1, place, -1):
        way = _passes(trees, chain, below)
        if way is None:
            return "Uu"
        stand = stand if way else stand.turned()
    if place < 0:
        return stand.value
    tree = trees[sentence]
    if _is_presupposed(tree, clause):
        return stand.value
    taken_up = _is_taken_up(tree, sentence, clause, chain[place])
    return _held(trees, chain[place], stand, taken_up=taken_up).value


def _is_presupposed(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause is taken for granted, whatever is thought of its host.

    Who denies that he left **after the bank closed** does not deny that it closed; who wants the share
    **held by the state** knows that it is so held. Not what is only awaited: "until", "before".
    """
    head = clause.head
    if clause.rule.startswith("S6"):
        opening = {tree[i].lower for i in tree.children(head, "mark", "advmod")}
        return opening.isdisjoint(words("awaiting_subordinators"))
    noun = tree[head].head
    known = tree[noun].pos == "PROPN" or any(
        tree[i].lower in _DEFINITE or tree[i].dep == "poss" for i in tree.children(noun, "det", "poss")
    )
    return clause.rule.startswith("S5") and tree[head].dep == "acl" and known


def _passes(trees: Sequence[Tree], chain: Sequence[Link], number: int) -> bool | None:
    """Tell whether whoever tells of a link takes its content for true or for false; None if for neither."""
    link = chain[number]
    for word in _cue_words(trees, link):
        verdict = table("verdict_adverbs").get(word)
        if verdict is not None:
            return verdict[0] == "+"
    if number and _judges_claim(trees, chain[number - 1], link):
        return True
    if link.cue_lemma in words("pretence_cues"):
        return False
    if link.cue_lemma in words("emotive_adjectives") and _is_stated(trees, link):
        return True
    if link.cue_type != "know":
        return None
    firm = link.cue_lemma in words("factives") or _tempers(trees, link) == "CT"
    return True if firm else None


def _is_stated(trees: Sequence[Tree], link: Link) -> bool:
    """Tell whether a link's content is no infinitive: "glad **that he left**", not "glad **to help**"."""
    first = link.content[0]
    return trees[first.sentence][first.tokens[0]].tag != "TO" if first.tokens else False


def _judges_claim(trees: Sequence[Tree], outer: Link, inner: Link) -> bool:
    """Tell whether a voice judges what a claim says: "**rejected** the claim that …", "**confirmed** the report …"."""
    judges = _denies(trees, outer) or outer.cue_lemma in words("assent_cues")
    return judges and _takes_up(trees, outer, inner) and _tempers(trees, outer) == "CT"


def _held(trees: Sequence[Tree], link: Link, stand: Stand, *, taken_up: bool) -> Stand:
    """Return what a source makes of its content: doubt weakens it, denial turns it round.

    A claim that is `taken_up` was made, though what it says is denied. What somebody did not say, or may
    have said, they do not stand for.
    """
    if _denies(trees, link) and not taken_up and not _answers(trees, link):
        stand = stand.turned()
    row = table("uncertain_cues").get(link.cue_lemma)
    if row is not None and not _names(trees, link):
        stand = stand.weakened(cast(Degree, row[0]))
    tempered = _tempers(trees, link)
    if tempered == "CT" or link.cue_lemma in words("factives"):
        return stand
    if tempered == "U" and link.cue_lemma in words("neg_raisers"):
        # "do not believe that …" is to believe that not.
        return stand.turned().weakened("PR")
    return stand.weakened(tempered)


def _names(trees: Sequence[Tree], link: Link) -> bool:
    """Tell whether "call" says what a thing is, not what is to be done: "called it a farce", "called **for** help"."""
    if (
        link.cue_lemma != "call"
        or link.cue is None
        or not any(trees[link.cue.sentence][i].tag.startswith("VB") for i in link.cue.tokens)
    ):
        return False
    return not {"for", "on", "upon"}.intersection(_cue_words(trees, link))


def _denies(trees: Sequence[Tree], link: Link) -> bool:
    """Tell whether a source holds its content for false; what is dismissed **as** something is held to be that."""
    return link.cue_lemma in words("denial_cues") and "as" not in _cue_words(trees, link)


def _answers(trees: Sequence[Tree], link: Link) -> bool:
    """Tell whether a denial is quoted, not what is denied: "Lee denied it: “I never took money”"."""
    if link.quote != "direct":
        return False
    first = link.content[0]
    tree, inside = trees[first.sentence], set(first.tokens)
    tops = [i for i in first.tokens if tree[i].head == i or tree[i].head not in inside]
    return any(tree.is_finite(i) and tree.child(i, "mark") is None for i in tops)


def _tempers(trees: Sequence[Tree], link: Link) -> Degree:
    """Return how firmly the cue itself is stated: "did **not** say", "**may** have said"."""
    degree: Degree = "CT"
    negations = 0
    for word in _cue_words(trees, link):
        if word in words("negators") and word != "cannot":
            negations += 1
        elif word in ("may", "might"):
            degree = "PS"
    negations += _refuses(trees, link) + _names_nobody(trees, link)
    return "U" if negations % 2 else degree


def _cue_words(trees: Sequence[Tree], link: Link) -> list[str]:
    return [trees[link.cue.sentence][i].lower for i in link.cue.tokens] if link.cue else []


def _refuses(trees: Sequence[Tree], link: Link) -> bool:
    """Tell whether a verb over the cue says that it did not come to it: "**refused** to say", "**failed** to see"."""
    if link.cue is None:
        return False
    tree, held = trees[link.cue.sentence], link.cue.tokens
    over = [i for i in held if tree[i].lemma.lower() in words("unfulfilled_verbs")]
    return any(tree[j].dep == "xcomp" and tree[j].head in over for j in held)


def _names_nobody(trees: Sequence[Tree], link: Link) -> bool:
    if link.source is None:
        return False
    first = trees[link.source.sentence][link.source.tokens[0]].lower
    return first in ("no", "nobody", "none", "neither", "not", "few", "hardly", "scarcely")


def _takes_up(trees: Sequence[Tree], outer: Link, inner: Link) -> bool:
    """Tell whether the object of one cue is the noun of the other: "**rejected** the **claim** that …"."""
    if inner.cue is None or outer.cue is None or inner.cue.sentence != outer.cue.sentence:
        return False
    tree = trees[inner.cue.sentence]
    return any(tree[i].pos == "NOUN" and tree[i].head in outer.cue.tokens for i in inner.cue.tokens)


def _is_taken_up(tree: Tree, sentence: int, clause: Clause, link: Link) -> bool:
    """Tell whether a clause is the act of a claim that the link is about: the claim was made."""
    if clause.states is None or link.cue is None or link.cue.sentence != sentence:
        return False
    return any(tree[i].pos == "NOUN" and tree[i].head in link.cue.tokens for i in clause.predicate)
