"""Which joined verbs have objects, times and places in common."""

from __future__ import annotations

from claims.clauses.phrases import Plan
from claims.clauses.predicates import same_form
from claims.clauses.scene import Scene
from claims.lexicon import words


def joined_directly(plan: Plan, verb: int) -> int | None:
    """Return the verb joined to this one with nothing between: "**print** and post the list"."""
    scene = plan.scene
    joined = scene.tree.child(verb, "conj")
    if joined is None or joined < verb or scene.subject(joined) is not None:
        return None
    if scene.tree.child(verb, "neg") is not None and scene.tree.child(joined, "aux", "auxpass") is not None:
        # "Has not conceded and **has** asked a court"
        return None
    between = (scene[j] for j in range(verb + 1, joined))
    return joined if all(token.dep in {"cc", "punct", "aux", "advmod"} for token in between) else None


def together(plan: Plan, verb: int, joined: int) -> bool:
    """Tell whether two verbs joined directly tell of one time and place: "was **arrested** and **charged** on Monday".

    Not "has been restored and will reopen in May", nor "was arrested and later charged on Monday".
    """
    scene = plan.scene
    own, other = ([scene[i].lower for i in scene.tree.children(j, "aux", "auxpass")] for j in (joined, verb))
    later = any(scene[i].lower in words("time_adverbs") or scene[i].lower == "then" for i in range(verb + 1, joined))
    passive = scene.tree.child(verb, "auxpass") is not None
    # Taggers confuse the two past forms.
    alike = same_form(plan, verb, joined) if passive else _tag(scene, verb) == _tag(scene, joined)
    return (own == other if own else alike) and not later


def elided(plan: Plan, verb: int) -> int | None:
    """Return the verb behind this one that has its auxiliary: "three **were killed** and five **injured** in Oslo".

    When and where the second happened holds for both.
    """
    scene = plan.scene
    joined = scene.tree.child(verb, "conj")
    if joined is None or scene.tree.child(verb, "auxpass") is None or scene[joined].tag != "VBN":
        return None
    alone = scene.tree.child(joined, "aux", "auxpass", "dobj", "ccomp", "xcomp") is None
    return joined if alone and scene.subject(joined) is not None and scene.tree.child(joined, "mark") is None else None


def differ(scene: Scene, host: int, verb: int) -> bool:
    """Tell whether a joined verb has another form than its host, or auxiliaries of its own."""
    return scene[host].tag != scene[verb].tag or scene.tree.child(verb, "aux", "auxpass") is not None


def _tag(scene: Scene, verb: int) -> str:
    return {"VBN": "VBD", "VBP": "VB"}.get(scene[verb].tag, scene[verb].tag)
