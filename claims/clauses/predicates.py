"""The predicate of a clause: the verb's group, and what a joined verb borrows from the verb before."""

from __future__ import annotations

from claims.analysis import Tokens
from claims.clauses.phrases import Plan
from claims.clauses.scene import Cut
from claims.clauses.verbs import chain, group
from claims.lexicon import acts_behind_passive, table, words
from claims.trees import SUBJECTS, VERBAL


def predicate(plan: Plan, cut: Cut) -> Tokens:
    """Return the verb group; a conjoined verb borrows the auxiliaries that it leaves unsaid."""
    scene, tree = plan.scene, plan.scene.tree
    own = group(scene, cut.head)
    if scene[cut.head].pos not in VERBAL:
        own = tuple(i for i in own if i != cut.head)
    if not cut.rule.startswith("S1 conj"):
        return own
    host = scene[cut.at].head
    while scene[host].dep == "conj" and tree.child(host, *SUBJECTS, "aux", "auxpass") is None:
        # "was arrested, tried and **executed**"
        host = scene[host].head
    if outer := _lent_by_catenative(plan, host, cut.head):
        return tuple(sorted({*outer, *own}))
    if helpers := tree.children(cut.head, "aux", "auxpass"):
        # "Has resigned and **been** replaced", "could be closed and **be** sold"
        have = [i for i in tree.children(host, "aux") if i < helpers[0] and scene[i].tag != "TO"]
        return tuple(sorted({*have, *own})) if scene[helpers[0]].lower in {"be", "been"} else own
    if _in_perfect(plan, host, cut.head):
        return tuple(sorted({*tree.children(host, "aux"), *own}))
    if not same_form(plan, host, cut.head):
        return _after_modal(plan, host, cut.head, own)
    acts = tree.child(host, "auxpass") is None or _is_active(plan, cut.head)
    if scene.subject(cut.head) is not None and acts:
        return own
    shared = ["aux", "auxpass", "neg"]
    if any(scene[c].lower == "but" for c in tree.children(host, "cc")):
        # "was not killed but wounded"
        shared.remove("neg")
    lent = [i for i in tree.children(host, *shared) if i < cut.head]
    lent = [i for i in lent if scene[i].tag != "TO"]
    return tuple(sorted({*lent, *own}))


def _after_modal(plan: Plan, host: int, verb: int, own: Tokens) -> Tokens:
    """Add the modal that a bare form shares with a passive: "**will** be closed on Monday and **reopen** on Friday"."""
    bare = plan.scene[verb].tag == "VB" and plan.scene[host].tag == "VBN" and plan.scene.subject(verb) is None
    modals = [i for i in plan.scene.tree.children(host, "aux") if plan.scene[i].tag == "MD"]
    return tuple(sorted({*modals, *own})) if bare else own


def _in_perfect(plan: Plan, host: int, verb: int) -> bool:
    """Tell whether a participle with its own subject leaves "have" unsaid: "prices had risen and wages **fallen**"."""
    scene, tree = plan.scene, plan.scene.tree
    forms = table("irregular_forms").get(scene[verb].lemma, ())
    participle = scene[verb].tag == "VBN" or (scene[verb].tag == "VBD" and scene[verb].lower in forms[1:2])
    have = [i for i in tree.children(host, "aux") if scene[i].lemma == "have"]
    subject = scene.subject(verb)
    return participle and bool(have) and tree.child(host, "auxpass") is None and (subject or 0) > host


def _lent_by_catenative(plan: Plan, host: int, verb: int) -> Tokens:
    """Return what a verb shares that is joined to one melted into another: "**tried to** kick and **throw** it"."""
    scene, tree = plan.scene, plan.scene.tree
    tops = [i for i in tree.ancestors(host) if host in chain(scene, i)]
    helpers = tree.children(verb, "aux", "auxpass", "mark")
    # Bare forms are one: "needs to tell it and **lay** it out".
    alike = scene[host].tag == scene[verb].tag.replace("VBP", "VB")
    if not tops or not alike or scene.subject(verb) is not None or tops[-1] > host:
        return ()
    if any(scene[i].tag != "TO" for i in helpers):
        return ()
    end = min(tree.children(host, "aux"), default=host) if helpers else host
    # "Came **not** to fight but to talk"
    apart = tree.children(host, "neg") if any(scene[c].lower == "but" for c in tree.children(host, "cc")) else ()
    return tuple(i for i in group(scene, tops[-1]) if i < end and i not in apart)


def _is_active(plan: Plan, verb: int) -> bool:
    """Tell whether a past form with a subject cannot be passive: "it was searched, but nothing **turned** up"."""
    token = plan.scene[verb]
    bare = plan.scene.tree.child(verb, "prt") is not None or _acts(plan, verb)
    return token.tag == "VBD" and bare


def same_form(plan: Plan, host: int, verb: int) -> bool:
    """Tell whether a bare conjunct can share its host's auxiliaries: both "taken", both "take"."""
    if plan.scene.subject(verb) is not None and plan.scene.tree.child(verb, "dobj") is not None:
        return False
    pair = (plan.scene[host].tag, plan.scene[verb].tag)
    passive = plan.scene.tree.child(host, "auxpass") is not None
    if pair != ("VBN", "VBD"):
        return pair[0] == pair[1]
    # "was raided and searched": taggers confuse the two forms where they are spelt alike.
    alike = plan.scene[verb].lower not in words("distinct_pasts")
    alike = alike and not _acts(plan, verb, plan.scene[host].lower)
    return passive and alike and plan.scene.tree.child(verb, "dobj", "xcomp") is None


def _acts(plan: Plan, verb: int, participle: str = "") -> bool:
    particle = plan.scene.tree.child(verb, "prt")
    return acts_behind_passive(
        participle, plan.scene[verb].lemma, "" if particle is None else plan.scene[particle].lower
    )
