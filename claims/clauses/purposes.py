"""Infinitives of purpose (S7), and which infinitives are none."""

from __future__ import annotations

from claims.clauses.keeps import picks_out
from claims.clauses.scene import Cut, Scene
from claims.clauses.verbs import asked, controls, is_predicate, made_for, parted
from claims.lexicon import names_person, words
from claims.trees import VERBAL

#: Nouns with which "in" makes a purpose of an infinitive: "in order to", "in a bid to".
ATTEMPTS = frozenset({"order", "attempt", "bid", "effort", "endeavour", "endeavor", "push", "drive", "move"})


def purpose(scene: Scene, i: int) -> Cut | None:
    """Cut an infinitive of purpose: "invited him **to discuss** the operation" (S7)."""
    token = scene[i]
    if token.pos not in VERBAL or not scene.tree.has_to(i) or asked(scene, i) or _of_picked(scene, i):
        return None
    if _measured(scene, token.head) or _asked_of(scene, token.head):
        return None
    engaged = _engaged(scene, token.head, i)
    if engaged is not None:
        return Cut("S7 purpose", i, i, who=engaged, type="purpose")
    if token.dep == "advcl" and scene.subject(i) is None:
        return Cut("S7 purpose", i, i, shared=True, type="purpose")
    noun = scene[token.head]
    if token.dep == "acl" and noun.lower in ATTEMPTS and scene[noun.head].lower == "in":
        # "In order" only joins; "in a bid" says something, and stays.
        return Cut("S7 purpose", noun.head, i, shared=True, type="purpose", detached=noun.lower == "order")
    if token.dep == "xcomp" and (made_for(scene, token.head) or parted(scene, token.head, i)):
        return Cut("S7 purpose", i, i, shared=True, type="purpose")
    thing = scene.tree.child(token.head, "dobj") if scene[token.head].lemma != "cost" else None
    if token.dep == "xcomp" and thing is not None and thing not in scene.timex_of and not controls(scene, token.head):
        # Not "take four years to build" nor "cost two million to build": neither is a means.
        return Cut("S7 purpose", i, i, shared=True, type="purpose")
    if token.dep in {"acl", "relcl"} and scene.subject(i) is None and _of_state(scene, token.head):
        return Cut("S7 purpose", i, i, shared=True, type="purpose")
    if token.dep in {"acl", "relcl"} and _purposive(scene, token.head, i) and scene.subject(i) is None:
        return Cut("S7 purpose of a noun", i, i, who=token.head, type="purpose")
    return None


def _asked_of(scene: Scene, verb: int) -> bool:
    """Tell whether a question's own word would act: "**what** can be done to save it?"."""
    subject = scene.subject(verb)
    return subject is not None and scene[subject].tag == "WP" and scene[verb].dep == "ROOT"


def _measured(scene: Scene, verb: int) -> bool:
    """Tell whether "it" points at an infinitive: "it **took** a week to mend it", "it was **left** to her to pay"."""
    subject = scene.subject(verb)
    if subject is None or scene[subject].lower != "it":
        return False
    if scene[verb].lemma in {"be", "leave", "fall"}:
        tasks = [c for c in scene.tree.children(verb, "prep", "dative") if scene[c].lower in {"to", "up"}]
        return bool(tasks)
    if scene[verb].lemma not in {"take", "cost", "need", "require"}:
        return False
    below = scene.tree.children(verb, "dobj", "npadvmod", "dative", "prep")
    nouns = [n for c in below for n in (c, *scene.tree.children(c, "pobj"))]
    counted = any(n in scene.timex_of or scene.tree.child(n, "nummod") is not None for n in nouns)
    return counted or scene[verb].lemma == "cost"


def _engaged(scene: Scene, verb: int, infinitive: int) -> int | None:
    """Return who is chosen or sent to do what an infinitive says: "they hired **Ann** to mend it"."""
    if scene[verb].lemma.lower() not in words("engaging_verbs") or scene[infinitive].dep not in {"advcl", "xcomp"}:
        return None
    who = scene.tree.child(verb, "dobj")
    if who is None or not verb < who < infinitive or scene.subject(infinitive) is not None:
        return None
    # Of "sent a note to thank her" the note thanks nobody.
    lemma = scene[who].lemma.lower()
    acts = scene[who].entity in {"PERSON", "ORG", "GPE", "NORP"} or names_person(lemma) or scene[who].tag == "PRP"
    return who if acts or lemma in words("collective_nouns") or lemma in words("speakers") else None


def _of_picked(scene: Scene, i: int) -> bool:
    """Tell whether an infinitive says which one of a kind an object is: "shows the **first** car **to fly**"."""
    things = [c for c in scene.tree.children(scene[i].head, "dobj") if c < i and scene[i].dep in {"advcl", "xcomp"}]
    ended = things and scene.tree.subtree(things[-1])[-1] == scene.tree.subtree(i)[0] - 1
    picking = (c for c in scene.tree.children(things[-1], "amod") if picks_out(scene, c)) if ended else ()
    return any(scene[c].tag != "JJR" for c in picking)


def _purposive(scene: Scene, noun: int, verb: int) -> bool:
    """Tell whether a noun's infinitive says what it is for: "a pump **to drain** the field"; not what is done to it."""
    token = scene[noun]
    whole = scene[scene[token.head].head] if scene[token.head].lower == "of" else token
    return (
        token.pos == "NOUN"
        # "The failure of the bill **to pass**"
        and whole.lemma.lower() not in words("complement_nouns")
        and scene.tree.child(verb, "auxpass") is None
        and noun not in scene.timex_of
        and token.lemma.lower() not in words("complement_nouns")
        and token.dep in {"dobj", "pobj", "nsubjpass", "attr"}
        and not any(picks_out(scene, c) for c in scene.tree.children(noun, "amod"))
    )


def _of_state(scene: Scene, noun: int) -> bool:
    """Tell whether a noun says in what state somebody is, who then acts: "they **are in talks** to buy the mill"."""
    state, governor = scene[noun], scene[scene[noun].head]
    if state.pos != "NOUN" or state.dep != "pobj" or state.lemma.lower() in words("complement_nouns"):
        return False
    return is_predicate(scene, governor.i)
