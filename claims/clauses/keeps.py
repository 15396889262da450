"""Where a sentence is not split: one small guard a case (N1 to N9), each with an example.

A guard looks at the token that would leave its host: the head of a clause or phrase, or a conjunct.
Guards are asked before the rules of `claims.clauses.rules` and before conjuncts are distributed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claims.analysis import Tokens
from claims.bonds import modal_of
from claims.clauses.scene import COORDINATION, RELATIVES, Scene
from claims.clauses.verbs import merged
from claims.lexicon import openings, table, words
from claims.trees import NOUNS, VERBAL


def restrictive(scene: Scene, i: int) -> bool:
    """N1: a relative or participle that says which one: "launchers **that are placed** in trucks"."""
    token, noun = scene[i], scene[scene[i].head]
    # "The first **that is to land**": an adjective may stand for its noun.
    headed = noun.pos in NOUNS or noun.lower in {"little", "much", "more", "enough", "few"}
    headed = headed or (noun.pos == "ADJ" and any(scene[c].tag in RELATIVES for c in scene.tree.children(i)))
    if token.dep not in {"relcl", "acl"} or not headed or scene.follows_comma(i):
        return False
    if scene.announced(i) or scene.perceived(i) or scene.own_voice(i):
        return False
    infinitive = scene.tree.has_to(i)
    if token.dep == "relcl" and not infinitive:
        if noun.lemma.lower() in words("time_nouns") or noun.i in scene.timex_of:
            return not of_time(scene, i)
        if _cleft(scene, i):
            return False
        named = noun.pos == "PROPN" and noun.entity not in {"", "NORP", "DATE"}
        # "**That**", unlike "which" and "who", picks one out even by name, but no person: "an America that builds".
        that = noun.entity != "PERSON" and any(scene[c].lower == "that" for c in scene.tree.children(i) if c < i)
        return not named or that
    if _saying(scene, i):
        return False
    participle = token.tag in {"VBG", "VBN", "VBD"} and not infinitive
    whole = not _own_adjunct(scene, i) or _picked(scene, noun.i)
    return participle and whole and not scene.opens(i) and not scene.is_content(noun.i, i)


def _cleft(scene: Scene, i: int) -> bool:
    """Tell whether a relative clause says what its noun did, singled out by "it was": "it was the mayor who signed"."""
    noun, subject = scene[scene[i].head], scene.subject(i)
    it = scene.subject(noun.head)
    singled = noun.dep == "attr" and scene[noun.head].lemma == "be" and it is not None and scene[it].lower == "it"
    definite = any(scene[c].lower == "the" for c in scene.tree.children(noun.i, "det"))
    acts = subject is not None and scene[subject].tag in RELATIVES and scene.tree.child(noun.head, "neg") is None
    # "It may have been the heat that did it", "was it he who did it?": nobody says so.
    acts = acts and it is not None and it < noun.head
    acts = acts and modal_of(scene.tree, noun.head) is None
    return singled and definite and acts and not any(picks_out(scene, c) for c in scene.tree.children(noun.i, "amod"))


def of_time(scene: Scene, i: int) -> bool:
    """Tell whether what hangs on a time says what happened then: "in 1994, **when** it fell", "the day it fell"."""
    if any(scene[c].lower == "when" for c in scene.tree.children(i, "advmod")):
        return True
    clause = scene.tree.subtree(i)
    return (behind_bare_time(scene, i) or by_the_time(scene, i)) and not any(
        scene[c].tag in RELATIVES or scene[c].lower == "that" for c in clause
    )


def behind_bare_time(scene: Scene, i: int) -> bool:
    """Tell whether a clause stands right behind a time without a preposition: "**the day** it fell"."""
    return scene[scene[i].head].dep == "npadvmod" and scene.tree.subtree(i)[0] == scene[i].head + 1


def by_the_time(scene: Scene, i: int) -> bool:
    """Tell whether a clause stands behind "by the time"."""
    noun = scene[scene[i].head]
    return noun.lower == "time" and noun.i == scene.tree.subtree(i)[0] - 1 and scene[noun.head].lower == "by"


def picks_out(scene: Scene, adjective: int) -> bool:
    """Tell whether an adjective says which one of a kind: "the **first** to land", "the **best** to buy"."""
    token = scene[adjective]
    return token.tag in {"JJS", "JJR"} or token.entity == "ORDINAL" or token.lower in {"only", "last", "next"}


#: Words that speak of all or none of what is described: without its description too much is said.
_ALL = frozenset({"no", "any", "every", "each", "all", "most", "few"})


def _picked(scene: Scene, noun: int) -> bool:
    """Tell whether a claim is true only with what hangs on its noun: "is the **first** jet built here", "**all** seen".

    So of "one of the laws passed by Rome", and of what is denied: "is **not** a law passed by Rome".
    """
    governor, below = scene[scene[noun].head], scene.tree.children(noun, "det", "predet", "amod", "neg")
    if any(scene[c].lower in _ALL for c in below) or scene[noun].lower in {"that", "those", "one", "ones"}:
        return True
    of_several = scene[noun].dep == "pobj" and governor.lower == "of" and scene[governor.head].lower in {"one", "some"}
    of_several = of_several and scene.tree.child(noun, "det", "poss") is not None
    place = scene.first_conjunct(governor.head if of_several else noun)
    if scene[place].dep not in {"attr", "oprd", "appos", "dobj", "pobj"}:
        return False
    picked = any(scene[c].tag != "JJR" and picks_out(scene, c) for c in below)
    return of_several or picked or scene.tree.child(scene[place].head, "neg") is not None


def inside_modifier(scene: Scene, i: int) -> bool:
    """N2: a conjunct inside a noun's modifier: "an escalation against personnel and **forces**"."""
    if scene[i].dep != "conj":
        return False
    first = scene.first_conjunct(i)
    while scene[first].dep in {"pobj", "pcomp"} or (scene[first].dep == "prep" and scene[first].pos == "ADP"):
        first = scene[first].head
    if scene[first].dep in {"compound", "amod", "poss", "nmod", "nummod"}:
        return True
    counted = scene[first].lemma.lower() in words("quantity_nouns") or _enumerates(scene, scene.first_conjunct(i))
    return scene[first].pos in NOUNS and first != scene.first_conjunct(i) and not counted


def collective(scene: Scene, i: int) -> bool:
    """N3: parties that act on one another, and both ends of "between": "a cross between A and **B**"."""
    if scene[i].dep != "conj":
        return False
    first = scene.first_conjunct(i)
    governor = scene[scene[first].head]
    if governor.lower in {"between", "among", "amongst"}:
        return True
    if scene[first].dep not in {"nsubj", "nsubjpass"} or governor.pos not in VERBAL:
        return False
    together = any(scene[c].lower in {"together", "jointly"} for c in scene.tree.children(governor.i, "advmod"))
    return together or governor.lemma.lower() in words("reciprocal_verbs") or _to_each_other(scene, governor.i)


def _to_each_other(scene: Scene, verb: int) -> bool:
    """Tell whether those told of are something to one another: "are **brothers**", "met **each other**"."""
    told = [*scene.tree.children(verb, "dobj", "attr", "acomp", "dative")]
    told += [c for p in scene.tree.children(verb, "prep", "agent") for c in scene.tree.children(p, "pobj")]
    for i in told:
        token, before = scene[i], scene[i - 1].lower
        if (token.lower == "other" and before == "each") or (token.lower == "another" and before == "one"):
            return True
        said = token.dep in {"attr", "acomp"} and token.lemma.lower() in words("reciprocal_nouns")
        if said and token.tag in {"NNS", "JJ"} and scene.tree.child(i, "prep", "poss", "conj") is None:
            # "Are friends **of the mayor**" holds of each.
            return True
    return False


def alias(scene: Scene, i: int) -> bool:
    """N4: "or" joins names of one thing or open choices: "the Popular Mobilization Forces or **Hashd**".

    "Neither … nor" denies all at once. Under a negation each is denied: "no cars or lorries" splits; but
    "not by car but by train" does not.
    """
    if scene[i].dep != "conj":
        return False
    first = scene.first_conjunct(i)
    # "Either in Rome or Lund": it may stand before the preposition.
    governor = scene[first].head if scene[first].dep == "pobj" else first
    joiners = {
        scene[c].lower for j in (governor, first, *scene.conjuncts(first)) for c in scene.tree.children(j, "preconj")
    }
    joiners |= {scene[c].lower for j in (first, *scene.conjuncts(first)) for c in scene.tree.children(j, "cc")}
    # "Sold it rather than close it": the second is what did not happen.
    apart = "but" in joiners and (_denied(scene, first) or _replaced(scene, first))
    if apart or joiners & {"either", "neither", "nor", "than"}:
        return True
    # "English but **not** French", "the mayor and **not** the governor": one is told against the other.
    contrasted = scene[i].pos in NOUNS or scene[i].pos in {"ADJ", "ADP"}
    if contrasted and any(scene[c].lower == "not" for c in scene.tree.children(i, "neg")):
        return True
    return "or" in joiners and not _denied(scene, first)


def _replaced(scene: Scene, noun: int) -> bool:
    """Tell whether "but" names another in the place of a noun: "**not the mayor but his aide**"; not "not only"."""
    neg = scene.tree.child(noun, "neg") if scene[noun].pos not in VERBAL else None
    return neg is not None and scene[neg + 1].lower not in {"only", "just", "merely", "simply", "solely"}


def quantity(scene: Scene, i: int) -> bool:
    """N5: a quantity and its hedge: "**107** or more", "one or **two** rockets"; and a sum: "12 men and **women**"."""
    if scene[i].dep != "conj":
        return scene[i].dep in {"nummod", "quantmod", "predet"}
    if _summed(scene, i):
        return True
    numbers = [j for j in (scene.first_conjunct(i), i) if scene[j].pos == "NUM"]
    # "15% **of the young** and 37% of the old": what each number counts parts them.
    bare = any(scene.tree.child(j, "prep", "acl", "relcl") is None for j in numbers)
    return bare or scene[i].lower == "more"


def _summed(scene: Scene, i: int) -> bool:
    """Tell whether one number counts all of several bare nouns: "a total of **237** orders and commitments"."""
    first = scene.first_conjunct(i)
    members = (first, *scene.conjuncts(first))
    if scene.tree.child(first, "nummod") is None or any(scene[j].tag != "NNS" for j in members):
        return False
    return all(scene[c].dep in COORDINATION for j in members[1:] for c in scene.tree.children(j) if c < j)


def nominalisation(scene: Scene, i: int) -> bool:
    """N6: an event as a noun: "after the 2003 **invasion** of Iraq"; only a cue's content is claimed."""
    if any(i in source for source, _ in scene.layouts.values()):
        return False
    return scene[i].dep in {"pobj", "dobj", "nsubj", "nsubjpass"} and scene[i].pos == "NOUN"


def name_title(scene: Scene, i: int) -> bool:
    """N7: a title that belongs to the name: "**President** Donald Trump"; and conjuncts inside a name."""
    token = scene[i]
    if token.dep == "conj":
        first = scene.first_conjunct(i)
        within = scene[first].entity != "" and all(scene[j].iob == "I" for j in range(first + 1, i + 1))
        return within and not _listed(scene, first)
    if token.dep not in {"compound", "nmod"}:
        return False
    before = [j for j in scene.tree.subtree(token.head) if j < i]
    rank = token.lower in words("ranks") and all(scene[j].text[:1].isupper() for j in before)
    # "Danish captain Ann Lee": a rank in lower case that something is said of describes.
    said = (j for j in before if scene[j].dep == "amod" and scene[j].lower not in words("ranks"))
    described = token.text.islower() and next(said, None) is not None
    return (rank and not described) or (token.pos == "PROPN" and token.text != token.lower)


def _listed(scene: Scene, first: int) -> bool:
    """Tell whether a comma stands before "and": "Lee, Berg**, and** Roe" pass for a firm, but firms do without it.

    So do two members of a list that is announced: "shops, including Roe **and** Lee".
    """
    last = scene.conjuncts(first)[-1]
    if _enumerates(scene, first):
        return any(scene[j].lower == "and" for j in range(first, last))
    return any(scene[j].text == "," and scene[j + 1].lower == "and" for j in range(first, last))


def condition(scene: Scene, i: int) -> bool:
    """N8: the antecedent of a condition: "**if** it fails", "**had** it rained later", "as long as it **lasts**"."""
    if scene[i].dep == "advcl" and conditional(scene, i):
        return True
    supposed = (a for a in scene.tree.ancestors(i) if scene[a].dep == "advcl" and conditional(scene, a))
    # "if a day came **when I could not go on**": what is only supposed has no time.
    if scene[i].dep == "relcl" and not scene.follows_comma(i) and any(True for _ in supposed):
        return True
    top = i
    while scene[scene[top].head].pos not in VERBAL and top != scene[top].head:
        top = scene[top].head
    return top != i and is_condition(scene, top)


def is_condition(scene: Scene, i: int) -> bool:
    """Tell whether a dependent of a verb is its condition: a clause, "on condition that …", "in the event of …"."""
    dep = scene[i].dep
    if dep == "advcl":
        return conditional(scene, i) and not _doubted(scene, i)
    if dep not in {"prep", "advmod", "npadvmod"} and not (dep == "acomp" and _opening(scene, i) == i):
        return False
    return conditional(scene, i)


def _doubted(scene: Scene, i: int) -> bool:
    """Tell whether an "if" clause is what an adjective before it doubts: "unsure **if it works**"."""
    before = scene.tree.subtree(i)[0] - 1
    return before >= 0 and scene[before].pos == "ADJ" and before in scene.cue_of and scene.is_content(before, i)


def implicative(scene: Scene, i: int) -> bool:
    """N9: an infinitive or gerund that forms one predicate with its verb: "tried to **storm**"."""
    return scene[i].dep in {"xcomp", "advcl"} and merged(scene, scene[i].head) == i


@attrs.frozen
class Keep:
    """A row of the no-split table."""

    site: str
    #: Labels of the tokens that the guard looks at.
    deps: frozenset[str]
    holds: Callable[[Scene, int], bool]
    example: str


def _on(labels: str) -> frozenset[str]:
    return frozenset(labels.split())


KEEPS = (
    Keep("N1", _on("relcl acl"), restrictive, "They used pumps that are mounted on the beds of trucks."),
    Keep("N2", _on("conj"), inside_modifier, "It was an attack on personnel and forces."),
    Keep("N3", _on("conj"), collective, "The army and the rebels exchanged fire."),
    Keep("N4", _on("conj"), alias, "The group or its allies fired the rockets."),
    Keep("N5", _on("conj nummod quantmod predet"), quantity, "The storm killed 107 or more."),
    Keep("N6", _on("pobj dobj nsubj nsubjpass"), nominalisation, "Tensions rose after the invasion of Iraq."),
    Keep("N7", _on("conj compound nmod"), name_title, "President Donald Trump left."),
    Keep("N8", _on("advcl relcl acl"), condition, "The embassy will close if the attacks go on."),
    Keep("N9", _on("xcomp advcl"), implicative, "Militias tried to storm the embassy."),
)

#: Why a guard stays that holds on fewer than five of the sentences of `docs/quality.md`.
RARE: dict[str, str] = {}

#: The guards by the label of the token they look at.
GUARDS = {dep: tuple(keep for keep in KEEPS if dep in keep.deps) for keep in KEEPS for dep in sorted(keep.deps)}


def kept(scene: Scene, i: int) -> bool:
    """Tell whether any guard keeps what hangs on a token in its host."""
    return any(keep.holds(scene, i) for keep in GUARDS.get(scene[i].dep, ()))


def conditional(scene: Scene, i: int) -> bool:
    """Tell whether a clause or phrase is a condition: by what opens it or by inversion."""
    signal = condition_signal(scene, i)
    if signal is not None:
        return _meets(scene, i, table("conditional_subordinators")[signal][1:])
    opening = _opening(scene, i) if scene[i].dep == "advcl" else None
    if opening is None or scene[opening].lower not in {"had", "were", "should"}:
        return False
    subject = scene.subject(i)
    return opening == i if subject is None else opening < subject


def _meets(scene: Scene, i: int, needs: Sequence[str]) -> bool:
    """Tell whether what a signal needs is there, and whether it introduces a clause or a noun phrase as it should."""
    wanted = needs[0].split(",") if needs else []
    host = scene[i].head
    if "modal" in wanted and not any(scene[j].tag in {"MD", "TO"} for j in scene.tree.children(host, "aux")):
        return False
    if "front" in wanted and not (i < host or scene.tree.child(host, "neg") is not None):
        return False
    bare = scene[i].dep != "advcl" and not any(scene[j].dep in {"nsubj", "nsubjpass"} for j in scene.tree.subtree(i))
    return bare if "noun" in wanted else not bare or "any" in wanted


def condition_signal(scene: Scene, i: int) -> str | None:
    """Return the words that open a condition, "even if", "as long as", as the table has them."""
    found = _signal(scene, i)
    return found[0] if found is not None else None


def outer_words(scene: Scene, i: int) -> Tokens:
    """Return the words of a condition's signal that the parser hung elsewhere: "**no matter** who wins"."""
    found = _signal(scene, i)
    return () if found is None else tuple(range(found[1], scene.tree.subtree(i)[0]))


def _signal(scene: Scene, i: int) -> tuple[str, int] | None:
    """Return a condition's signal and where it begins, at most two words before the clause."""
    known, first = table("conditional_subordinators"), _opening(scene, i)
    for start in range(max(first - 2, 0), first + 1):
        if scene[start].lower not in openings("conditional_subordinators"):
            continue
        for length in (4, 3, 2, 1):
            phrase = " ".join(token.lower for token in scene.tree[start : start + length])
            if start + length >= first + (start == first) and phrase in known:
                return phrase, start
    marks = (scene[j].lower for j in scene.tree.children(i, "mark"))
    return next(((mark, first) for mark in marks if mark in known), None)


def _opening(scene: Scene, i: int) -> int:
    return next((j for j in scene.tree.subtree(i) if scene[j].pos not in {"PUNCT", "CCONJ"}), i)


def _saying(scene: Scene, i: int) -> bool:
    """Tell whether a participle says a whole clause: "a letter **saying** that the mill would close"."""
    clause = scene.tree.child(i, "ccomp")
    return scene[i].tag == "VBG" and i in scene.cue_of and clause is not None and scene.is_content(i, clause)


def _own_adjunct(scene: Scene, i: int) -> bool:
    """Tell whether a participle has an adverb, time, agent or negation of its own."""
    if scene.tree.child(i, "agent", "neg", "npadvmod") is not None:
        return True
    if any(scene[c].tag == "RB" for c in scene.tree.children(i, "advmod")):
        return True
    preps = scene.tree.children(i, "prep")
    return any(c in scene.timex_of for p in preps for c in scene.tree.children(p, "pobj"))


def _enumerates(scene: Scene, first: int) -> bool:
    """Tell whether a list of members opens here: "including **Taji**", "such as **Taji**" (S8)."""
    governor = scene[scene[first].head]
    return governor.lower in {"including", "like"} or (governor.lower == "as" and scene[governor.i - 1].lower == "such")


def _denied(scene: Scene, first: int) -> bool:
    determiners = {scene[c].lower for c in scene.tree.children(first, "det", "neg")}
    verb = next((a for a in scene.tree.ancestors(first) if scene[a].pos in VERBAL), None)
    return bool(determiners & {"no", "neither"}) or (verb is not None and scene.tree.child(verb, "neg") is not None)
