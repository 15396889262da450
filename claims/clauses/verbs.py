"""Verb groups: which words make up a predicate, and which verbs melt into one."""

from __future__ import annotations

from claims.analysis import Tokens
from claims.clauses.scene import Scene
from claims.lexicon import words
from claims.trees import VERBAL

GROUP = ("aux", "auxpass", "neg", "prt")
#: Verbs that may take an infinitive without "to": "helped **build** it".
_BARE = frozenset({"help", "go", "come", "dare"})


def merged(scene: Scene, head: int) -> int | None:
    """Return the verb that melts into `head`'s predicate: "tried to **storm**", "started **asking**".

    An infinitive or gerund without subject of its own does, unless somebody announces or asks for
    it ("threatened to close" is an attribution) or an object stands between ("forced them to go").
    So does an adjective that governs one, and the infinitive into it: "is **able** to **land**".
    """
    for index in scene.tree.children(head, "xcomp", "advcl", "acomp"):
        token = scene[index]
        if token.dep == "acomp":
            if token.pos == "ADJ" and scene.tree.child(index, "conj") is None and merged(scene, index) is not None:
                return index
            continue
        if token.dep == "advcl" and not (
            head < index <= head + 2 and scene[head].lemma.lower() in words("passive_catenatives")
        ):
            continue
        if token.pos not in VERBAL or scene.subject(index) is not None:
            continue
        if made_for(scene, head):
            continue
        bare = token.tag == "VB" and token.dep == "xcomp" and scene[head].lemma.lower() in _BARE
        infinitive = bare or scene.tree.has_to(index)
        if (not infinitive and token.tag != "VBG") or asked(scene, index):
            continue
        if parted(scene, head, index):
            continue
        if scene.tree.child(head, "dobj", "dative") is not None or scene.is_content(head, index):
            continue
        if scene.follows_comma(index) and scene.tree.subtree(index)[0] > head:
            # Not of the comma before a relative pronoun: "a house, **which** he tried to sell".
            continue
        return index
    return None


def asked(scene: Scene, infinitive: int) -> bool:
    """Tell whether an infinitive is a question: "knows **how to land**", "told them **what** to take".

    A relative pronoun before the governing verb asks nothing: "a house **which** he tried to sell".
    """
    verb = scene[infinitive].head
    start = verb if verb < infinitive else -1
    before = (scene[i] for i in scene.tree.children(infinitive) if start < i < infinitive)
    return any(token.tag in {"WRB", "WP", "WDT"} or token.lower == "whether" for token in before)


def chain(scene: Scene, head: int) -> Tokens:
    """Return the verbs of one predicate, from `head` down through those that melt into it."""
    if (known := scene.chains.get(head)) is not None:
        return known
    verbs = [head]
    while (inner := merged(scene, verbs[-1]) or denied_too(scene, verbs[-1])) is not None and inner not in verbs:
        verbs.append(inner)
    return scene.chains.setdefault(head, tuple(verbs))


def group(scene: Scene, head: int) -> Tokens:
    """Return the words of the predicate: auxiliaries, negation, particles, adverbs between, verbs."""
    if (known := scene.groups.get(head)) is not None:
        return known
    found: set[int] = set()
    for verb in chain(scene, head):
        found.add(verb)
        found.update(scene.tree.children(verb, *GROUP))
        denied = [c for c in scene.tree.children(verb, "preconj") if scene[c].lower == "neither"]
        found.update(denied)
        if denied and denied_too(scene, verb) is not None:
            found.update(scene.tree.children(verb, "cc"))
        # "to have burst": "to" may hang on the auxiliary.
        found.update(c for aux in scene.tree.children(verb, "aux") for c in scene.tree.children(aux, "aux"))
        found.update(_inner_adverbs(scene, verb) if scene[verb].pos in VERBAL else _degree(scene, verb))
    return scene.groups.setdefault(head, tuple(sorted(found)))


def denied_too(scene: Scene, verb: int) -> int | None:
    """Return the second of two verbs that are denied together: "neither confirmed nor **denied** it"."""
    joined = scene.tree.child(verb, "conj")
    both = joined is not None and any(scene[c].lower == "neither" for c in scene.tree.children(verb, "preconj"))
    if joined is None or not both or scene[joined].pos not in VERBAL or scene.subject(joined) is not None:
        return None
    between = range(verb + 1, joined)
    nor = any(scene[i].lower == "nor" for i in between)
    return joined if nor and all(scene[i].dep in {"cc", "aux", "auxpass", "advmod"} for i in between) else None


def _degree(scene: Scene, adjective: int) -> list[int]:
    """Return the words that say how much, between an adjective's verb and its infinitive: "was **far more** likely"."""
    infinitive = merged(scene, adjective) or adjective
    adverbs = (c for c in scene.tree.children(adjective, "advmod") if c < infinitive and c not in scene.cue_of)
    return [i for c in adverbs for i in scene.tree.subtree(c)]


def _inner_adverbs(scene: Scene, verb: int) -> list[int]:
    """Return bare adverbs inside the group or right before the verb: "were **quickly** repaired"."""
    first = min((verb, *scene.tree.children(verb, *GROUP)))
    found: list[int] = []
    for index in reversed(scene.tree.children(verb, "advmod")):
        token = scene[index]
        below = scene.tree.subtree(index)
        longer = token.lower == "longer" and len(below) == 2 and scene[below[0]].lower == "no"
        bare = len(below) == 1 or longer
        if index in scene.cue_of and verb not in scene.cue_of:
            # "**reportedly** fell": how somebody says it, not what is said.
            continue
        inside = first < index < verb or (index < first and index == first - 1 and scene.subject(verb) is not None)
        if bare and inside and index not in scene.timex_of and token.tag != "WRB":
            found += below
            first = min(first, *below)
        elif (
            bare
            and scene[verb].lemma == "be"
            and below[0] == verb + 1
            and token.lower in {"also", "never", "always", "still", "longer"}
        ):
            found += below
        elif token.lower == "yet" and index == verb + 1 < len(scene.tree) - 1 and scene[index + 1].tag == "TO":
            # "has **yet** to comment"
            found.append(index)
    return found


def made_for(scene: Scene, verb: int) -> bool:
    """Tell whether a passive's infinitive says what for: "is used **to heat** schools"; not "is set to open"."""
    if scene.tree.child(verb, "auxpass") is None or verb in scene.cue_of:
        return False
    return not controls(scene, verb) and scene[verb].lemma.lower() not in words("passive_catenatives")


def controls(scene: Scene, verb: int) -> bool:
    """Tell whether a verb takes an object and an infinitive together: "forced him to go"."""
    lemma = scene[verb].lemma.lower()
    return lemma in words("object_control") and lemma not in words("engaging_verbs")


def is_predicate(scene: Scene, preposition: int) -> bool:
    """Tell whether a phrase behind "be" says in what state somebody is: "they are **in** talks"; not "it is"."""
    be = scene[scene[preposition].head]
    subject = scene.subject(be.i)
    if scene[preposition].dep != "prep" or be.lemma != "be" or be.pos not in VERBAL or preposition < be.i:
        return False
    return subject is not None and scene[subject].lower not in {"it", "there"}


def parted(scene: Scene, verb: int, infinitive: int) -> bool:
    """Tell whether such a phrase parts "be" from an infinitive: "they are **in full compliance** to avoid a fine"."""
    between = (c for c in scene.tree.children(verb, "prep") if verb < c < infinitive)
    apart = scene[verb].lemma == "be" and scene.tree.has_to(infinitive) and not scene.follows_comma(infinitive)
    return apart and any(is_predicate(scene, c) for c in between)
