"""What is said, thought or seen, split off its cue (S10): clauses, infinitives and small clauses.

The words stay in the saying as well; `claims.clauses.rules` has the table.
"""

from __future__ import annotations

from claims.clauses.scene import Cut, Scene
from claims.clauses.verbs import asked
from claims.lexicon import table
from claims.trees import VERBAL

#: States that somebody is found in, which nobody judges.
STATES = frozenset({"alive", "dead", "hanged", "injured", "safe", "unconscious", "unharmed", "unhurt", "wounded"})


def small_clause(scene: Scene, i: int) -> Cut | None:
    """Claim what somebody is said to be: "called the ruling **dangerous**", "is seen by X **as** Y" (S10).

    So of a participle behind its noun: "the ruling, seen by X **as** Y, …".
    """
    token = scene[i]
    verb = token.head
    if i < verb or token.dep not in {"oprd", "prep"} or verb not in scene.cue_of or scene[verb].pos not in VERBAL:
        return None
    who = _undergoer(scene, verb)
    if who is None and scene[verb].dep == "acl" and scene[verb].tag == "VBN" and scene.follows_comma(verb):
        who = scene[verb].head
    if who is None:
        return None
    if token.dep == "oprd":
        if scene[verb].lemma == "find" and token.lower in STATES:
            # "He was found **dead**": what was come upon, not what was held.
            return None
        if token.pos == "PROPN" and scene.links[scene.cue_of[verb]].source is None:
            # "It is called **Ida**": a name is nobody's view.
            return None
        return Cut("S10 small clause", i, i, "identity", who=who, detached=False)
    held = scene.links[scene.cue_of[verb]].cue_type in {"say", "believe", "claim", "know"}
    if token.dep == "prep" and token.lower == "as" and (held or i in scene.cue_of):
        head = scene.tree.child(i, "pobj", "amod", "pcomp", "advmod")
        if head is not None and scene[head].pos in {"NOUN", "PROPN", "ADJ"}:
            return Cut("S10 small clause", i, head, "identity", who=who, detached=False)
    return None


def _undergoer(scene: Scene, verb: int) -> int | None:
    """Return of whom somebody says something, also of two passives joined: "**she** was praised and called a hero"."""
    own = scene.tree.child(verb, "dobj", "nsubjpass")
    while own is None and scene[verb].dep == "conj" and scene[verb].tag == "VBN":
        verb = scene[verb].head
        own = scene.tree.child(verb, "nsubjpass", *(("nsubj",) if scene[verb].tag == "VBG" else ()))
    return own


def source_phrase(scene: Scene, i: int) -> Cut | None:
    """Take "**according to** X", "in the words of X" out of what is said (S10)."""
    token = scene[i]
    if i not in scene.cue_of or token.dep not in {"prep", "advmod", "agent"}:
        return None
    if scene.cue_of.get(token.head) == scene.cue_of[i]:
        return None
    link = scene.links[scene.cue_of[i]]
    below = set(scene.tree.subtree(i))
    if link.source is None or link.source.sentence != scene.sentence or not below >= set(link.source.tokens):
        return None
    return Cut("S10 source phrase", i, i, "source")


def layout(scene: Scene, i: int) -> Cut | None:
    """Part what only a colon or dash links: "Report: Bridge **was** unsafe", "“It is gone” – Ann **Lee**" (S10)."""
    for source, content in scene.layouts.values():
        if i in content and scene[i].head in source:
            return Cut("S10 content behind a colon", i, i, "verb" if scene.clausal(i) else "fragment")
        if i in source and scene[i].head in content:
            return Cut("S10 signature", i, i, "source")
    return None


def content_clause(scene: Scene, i: int) -> Cut | None:
    """Make claims of what is said, which also stays in the saying: "said they **were plotting**" (S10)."""
    token = scene[i]
    if token.dep not in {"ccomp", "xcomp", "acl", "pcomp", "advcl", "relcl", "oprd", "acomp", "conj"}:
        return None
    # A past form with a subject is finite, whatever the tagger calls it.
    finite = scene.tree.is_finite(i) or (token.tag == "VBN" and scene.tree.child(i, "nsubj") is not None)
    if token.dep == "ccomp" and scene.clausal(i) and finite:
        said = scene.is_content(token.head, i) or (_judged(scene, i) and not _cleft(scene, i))
        if said and scene[token.head].pos in {*VERBAL, "ADJ"} and not _fused(scene, i) and not _question(scene, i):
            return Cut("S10 content clause", i, i, detached=False, shared=True)
        return None
    if scene.perceived(i):
        return Cut("S10 small clause", i, i, who=token.head, detached=False)
    verb, who = controller(scene, i)
    named = token.dep in {"acl", "relcl"} and scene.tree.is_finite(i)
    said = scene.is_content(token.head, i) or scene.is_content(verb, i) or (named and _judged(scene, i))
    if not said or token.dep == "conj" or not scene.clausal(i) or (scene.tree.has_to(i) and asked(scene, i)):
        return None
    if named and (token.dep == "acl" or scene.announced(i)):
        return Cut("S10 content of a noun", i, i, detached=False, shared=True)
    if (token.dep == "pcomp" and not finite) or scene.tree.has_to(i):
        return Cut("S10 content infinitive", i, i, who=who, detached=False, shared=True)
    if token.dep in {"xcomp", "ccomp"} and (_gerund(scene, i) or scene.subject(i) is not None):
        return Cut(
            "S10 small clause" if scene.subject(i) is not None else "S10 content gerund",
            i,
            i,
            who=who,
            detached=False,
            shared=True,
        )
    return None


def _gerund(scene: Scene, i: int) -> bool:
    """Tell whether a gerund says what was so, "denied **having** met him"; not what may be, "considered selling"."""
    number = scene.cue_of.get(scene[i].head)
    if number is None or scene.links[number].cue_lemma in table("uncertain_cues"):
        return False
    return any(scene[j].tag == "VBG" for j in (i, *scene.tree.children(i, "aux", "auxpass")))


def controller(scene: Scene, i: int) -> tuple[int, int | None]:
    """Return the verb that governs a verb without subject, and the object or passive subject that acts in it.

    "accused **him** of lying", "called on the **king** to resign"; None where the governor's own subject does.
    """
    verb = scene[i].head
    if (owner := _willing(scene, i, verb)) is not None:
        return verb, owner
    if scene[i].dep == "pcomp":
        verb = scene[verb].head
    if scene[verb].dep == "dobj" and scene[i].dep == "pcomp":
        verb = scene[verb].head
    who = scene.tree.child(verb, "dobj", "dative", "nsubjpass")
    if who is not None and scene[who].lower in {"other", "another"} and scene[who - 1].lower in {"each", "one"}:
        # "They accused **each other** of lying": all of them.
        return verb, None
    if who is None:
        # Only a preposition that is part of the cue brings an object of it: "appealed **to** the king".
        preps = [c for c in scene.tree.children(verb, "prep") if c < i and c in scene.cue_of and scene[i].head != c]
        who = next((noun for c in preps if (noun := scene.tree.child(c, "pobj")) is not None), None)
    return verb, who


def _willing(scene: Scene, i: int, verb: int) -> int | None:
    """Return whose will an infinitive is: "the decision of **the union** to strike", "**her** aim was to win"."""
    noun = scene.subject(verb) if scene[verb].lemma == "be" else verb if scene[i].dep == "acl" else None
    number = scene.cue_of.get(verb)
    if noun is None or number is None or scene[noun].pos != "NOUN" or scene.links[number].cue_type != "commit":
        return None
    source = scene.links[number].source
    if source is None or source.sentence != scene.sentence or noun in source.tokens:
        return None
    inside = set(source.tokens)
    return next(i for i in source.tokens if scene[i].head not in inside or scene[i].head == i)


def _judged(scene: Scene, i: int) -> bool:
    """Tell whether a "that" clause says what is so: "it is likely **that** …", "a chance **that** …".

    Not what follows from a degree, "so weak that it burst", nor what only completes a noun.
    """
    if not any(scene[c].lower == "that" for c in scene.tree.children(i, "mark")):
        return False
    head = scene[scene[i].head]
    if head.pos == "NOUN":
        return head.lemma.lower() in table("judgements")
    if head.i not in scene.cue_of and scene.tree.has_to(head.i) and _tells(head.lemma):
        # "It is hard to say that he lied": nobody says it, and the author least.
        return False
    return not any(scene[c].lower in {"so", "too", "such"} for c in scene.tree.children(head.i, "advmod", "amod"))


def _cleft(scene: Scene, i: int) -> bool:
    """Tell whether a "that" clause is half of a cleft sentence: "it was in Oslo **that** he fell"."""
    verb = scene[i].head
    phrase = scene.tree.child(verb, "prep", "npadvmod")
    subject = scene.subject(verb)
    fronted = scene[verb].lemma == "be" and subject is not None and scene[subject].lower == "it"
    return fronted and phrase is not None and verb < phrase < i and scene.tree.child(verb, "acomp", "attr") is None


def _tells(lemma: str) -> bool:
    """Tell whether a verb is one of saying or thinking, which do not make its content true."""
    row = table("cue_verbs").get(lemma.lower())
    return row is not None and row[0] != "know"


def _fused(scene: Scene, i: int) -> bool:
    """Tell whether a finite complement is a free relative or a cleft's: "what he **said**"."""
    return scene[scene[i].head].lemma == "be" and scene.tree.child(scene[i].head, "nsubj", "expl") is None


def _question(scene: Scene, i: int) -> bool:
    """Tell whether a complement asks or names instead of stating: "whether it **fell**", "what he **said**"."""
    first = next((j for j in scene.tree.subtree(i) if scene[j].pos not in {"PUNCT", "ADP"}), i)
    if any(first in scene.tree.subtree(c) for c in scene.tree.children(i, "advcl")):
        # "If it rains, the dam will burst," he said: what is asked or named stands in no subordinate clause.
        return False
    quoted = first > 0 and scene[first - 1].pos == "PUNCT"
    return scene[first].lower in {"whether", "if"} or (scene[first].tag in {"WP", "WDT", "WRB", "WP$"} and not quoted)
