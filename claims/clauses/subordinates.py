"""Clauses and phrases of time, contrast, manner and cause, which a subordinator ties to a verb (S6, S7)."""

from __future__ import annotations

from claims.clauses.keeps import behind_bare_time, of_time
from claims.clauses.scene import Cut, Scene
from claims.lexicon import openings, words
from claims.trees import VERBAL


def signals(scene: Scene, i: int) -> set[str]:
    """Return the subordinators of a clause, in lower case."""
    found = {scene[c].lower for c in scene.tree.children(i, "mark")}
    return found | {scene[c].lower for c in scene.tree.children(i, "advmod") if scene[c].tag == "WRB"}


def adverbial_clause(scene: Scene, i: int) -> Cut | None:
    """Cut a finite clause of time, contrast or manner: "days after militias **tried** to storm …" (S6)."""
    token = scene[i]
    if token.dep != "advcl" or token.pos not in VERBAL or not scene.tree.is_finite(i):
        return None
    if scene.subject(i) is None or _compares(scene, i) or _completes(scene, i) or _since(scene, i):
        return None
    if any(scene[c].dep == "mark" and scene[c - 1].dep == "neg" and scene[c - 1].head == i
           for c in scene.tree.children(i, "mark") if c):  # fmt: skip
        # "He left **not because** he was ill": neither that he was nor that he was not.
        return None
    if "because" in signals(scene, i):
        return Cut("S7 because clause", i, i, type="cause")
    return Cut("S6 adverbial clause", i, i)


def _completes(scene: Scene, i: int) -> bool:
    """Tell whether a clause is all that "be" says: "that is **when it fell**", "it was **because** they lied"."""
    be = scene[i].head
    between = range(be + 1, scene.tree.subtree(i)[0])
    bare = all(scene[j].head == be and scene[j].dep in {"neg", "advmod"} and scene[j].tag == "RB" for j in between)
    placed = any(scene[j].lower in words("place_adverbs") for j in between)
    complete = placed or scene.tree.child(be, "attr", "acomp", "prep", "expl") is not None
    return scene[be].lemma == "be" and scene[be].pos in VERBAL and be < i and bare and not complete


def _since(scene: Scene, i: int) -> bool:
    """Tell whether a clause begins or ends a length of time: "it **has been** 20 years **since it fell**"."""
    if _since_which(scene, i):
        return True
    above = scene[scene[i].head]
    # The clause may hang on the time itself.
    be = above.head if above.dep in {"attr", "npadvmod"} else above.i
    subject, length = scene.subject(be), scene.tree.child(be, "attr", "npadvmod")
    measured = scene[be].lemma == "be" and length is not None and length in scene.timex_of and be < length < i
    bounded = not {"since", "before"}.isdisjoint(signals(scene, i))
    return measured and bounded and subject is not None and scene[subject].lower == "it"


def _since_which(scene: Scene, i: int) -> bool:
    """Tell whether a clause says of how many a thing is the first or most: "the worst storm **since it opened**"."""
    first = scene.tree.subtree(i)[0]
    noun = scene[first - 1] if first else scene[i]
    if scene[first].lower != "since" or noun.pos not in {"NOUN", "ADJ"}:
        return False
    best = (scene[j] for j in (noun.i, *scene.tree.children(noun.i, "amod")))
    return any(token.tag in {"JJS", "RBS"} or token.lower in {"first", "last"} for token in best)


def _compares(scene: Scene, i: int) -> bool:
    """Tell whether a clause is what something is measured by: "heavier **than** he **thought**", "as big **as** …"."""
    marks = {scene[c].lower for c in scene.tree.children(i, "mark")}
    above = scene.tree.children(scene[i].head, "advmod")
    degree = scene[i].head + 1 == scene.tree.subtree(i)[0] and any(scene[c].lower in {"as", "so"} for c in above)
    return "than" in marks or ("as" in marks and degree and scene[scene[i].head].lower != "soon")


def subordinate_participle(scene: Scene, i: int) -> Cut | None:
    """Cut "when driving …", "after arriving …", "by selling …": a participle behind a subordinator (S6)."""
    token = scene[i]
    if token.tag not in {"VBG", "VBN"} or scene.tree.is_finite(i):
        return None
    signalled = token.dep in {"advcl", "xcomp"} and scene[token.head].pos in VERBAL
    if signalled and signals(scene, i) & {"when", "while", "whilst", "after", "before", "since", "once"}:
        return Cut("S6 subordinate participle", i, i, shared=True)
    governor = scene[token.head]
    timed = governor.lower in {"after", "before", "since", "while", "when"}
    # "Insisted upon leaving" is no time.
    fronted = governor.lower in {"despite", "besides", "upon", "on"} and scene.opens(governor.i)
    if token.dep == "pcomp" and (timed or fronted):
        alone = len(scene.tree.children(token.head)) == 1
        return Cut("S6 subordinate participle", token.head if alone else i, i, shared=True)
    if token.dep == "pcomp" and governor.lower == "by" and _is_done_by_subject(scene, governor.head):
        return Cut("S6 means", i, i, shared=True, detached=False)
    return None


def _is_done_by_subject(scene: Scene, verb: int) -> bool:
    """Tell whether a verb's subject acts: of "he won by **cheating**" he cheated, not so of "was won by cheating"."""
    passive = scene.tree.child(verb, "auxpass", "nsubjpass") is not None or scene[verb].dep in {"acl", "amod"}
    return scene[verb].pos in VERBAL and not passive


def temporal_clause(scene: Scene, i: int) -> Cut | None:
    """Cut a clause below a preposition or a time noun: "after the video **appeared**", "in 1994, when …"."""
    token = scene[i]
    if token.pos not in VERBAL or not scene.tree.is_finite(i) or scene.subject(i) is None:
        return None
    if token.dep == "pcomp" and scene[token.head].lower in {"after", "before", "since", "until", "as"}:
        return Cut("S6 temporal clause", i, i)
    noun = scene[token.head].lemma.lower()
    timely = noun in {"time", "moment", "day", "year", "month"} or token.head in scene.timex_of
    if token.dep == "relcl" and timely and of_time(scene, i):
        # "Fell **the day** the hall opened": without the clause the day would be any.
        bare = behind_bare_time(scene, i)
        return Cut("S6 temporal clause", i, i, detached=not bare or scene[token.head + 1].lower == "when")
    return None


def cause_adjunct(scene: Scene, i: int) -> Cut | None:
    """Cut "due to threats", "because of the weather": the host's predication with its cause (S7)."""
    token = scene[i]
    if token.lower not in openings("cause_prepositions") or token.dep not in {"prep", "advmod", "acomp"}:
        return None
    if scene[token.head].pos not in VERBAL:
        return None
    below = " ".join(scene[j].lower for j in scene.tree.subtree(i) if j >= i)
    if not any(below.startswith(f"{phrase} ") for phrase in words("cause_prepositions")):
        return None
    if any(
        scene[c].tag == "TO" and scene[c].dep == "aux" for v in scene.tree.children(i) for c in scene.tree.children(v)
    ):
        # "The plan, due **to pass** in May": what lies ahead, no cause.
        return None
    said = scene.tree.child(token.head, "acomp", "attr", "auxpass") or _whereabouts(scene, token.head, i) or token.head
    if scene[token.head].lemma == "be" and said in {i, token.head}:
        # "The fall is due to taxes": all that is said.
        return None
    return Cut("S7 cause adjunct", i, i, "adjunct", type="cause")


def _whereabouts(scene: Scene, be: int, cause: int) -> int | None:
    """Return what says where somebody is, before a cause: "she is **here** because of the strike"."""
    between = (c for c in scene.tree.children(be, "advmod", "prep") if be < c < cause)
    return next((c for c in between if scene[c].dep == "prep" or scene[c].lower in words("place_adverbs")), None)
