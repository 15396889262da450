"""Which verb forms are finite after all, and which participles tell an event of their own."""

from __future__ import annotations

from claims.analysis import Clause, Tokens
from claims.bonds import Bond, modal_of
from claims.lexicon import acts_behind_passive, table, words
from claims.trees import Token, Tree
from claims.wording.draft import Draft
from claims.wording.grammar import be, is_past, past_of
from claims.wording.voices import Voice

#: Short forms of modals.
MODALS = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "ca": "can", "wo": "will"}
#: Behind these a participle tells an event of its own.
EARLIER = frozenset(("after", "before", "since", "by", "thereby", "thus", "then"))


def is_result(tree: Tree, first: Token) -> bool:
    """Tell whether a participle says what happened next or before: "…, killing nine", "after losing power".

    Where it says what went on meanwhile ("when driving", or a participle that opens the sentence), it stays one.
    """
    if first.tag != "VBG" or first.lower in ("being", "having") or tree.child(first.i, "aux") is not None:
        return False
    verb = first
    while verb.dep == "conj" and tree[verb.head].tag == "VBG" and verb.i != verb.head:
        verb = tree[verb.head]
    host = tree[verb.head]
    signal = host.lower if verb.dep == "pcomp" else ""
    marks = [signal, *(tree[i].lower for i in tree.children(verb.i, "mark", "advmod", "prep") if i < verb.i)]
    if verb.dep == "pcomp":
        host = tree[host.head]
    if verb.dep not in ("advcl", "pcomp") or tree.child(verb.i, "nsubj", "nsubjpass") is not None:
        return False
    told = any(mark in EARLIER for mark in marks)
    if not told and (any(marks) or verb.i < host.i or first.lemma in words("stative_verbs")):
        return False
    return is_past(tree, host.i, perfect=True)


def is_reduced(tree: Tree, forms: list[Token]) -> bool:
    """Tell whether a past form behind its noun is a participle for all its tag: "the boy, **found** alive"."""
    verb = forms[0]
    alone = len(forms) == 1 and verb.tag == "VBD" and verb.dep == "acl"
    return alone and tree.child(verb.i, "nsubj", "nsubjpass", "aux", "auxpass", "dobj", "ccomp", "xcomp") is None


def is_second_past(tree: Tree, verb: Token) -> bool:
    """Tell whether a conjunct is a second active past: "found and **exiled** the man", "came and **left** by boat"."""
    if tree.child(verb.i, "dobj") is not None:
        return True
    first = tree[verb.head]
    active = first.tag == "VBD" and tree.child(first.i, "aux", "auxpass") is None and first.dep != "acl"
    return active and verb.lower == past_of(verb) and tree.child(first.i, "nsubj") is not None


def is_over(tree: Tree, head: int) -> bool:
    """Tell whether a gerund tells what was over by then, though its host is not past: "may go **after losing** it"."""
    bond = Bond.of(tree, head)
    return bond is not None and bond.how == "after" and not tree.has_to(bond.host)


def full_modal(modal: Token) -> str:
    """Return a modal in full: "will" of "'ll"."""
    return MODALS.get(modal.lower, modal.lower)


def say_ahead(draft: Draft, who: Tokens, first: Token, voice: Voice | None) -> bool:
    """Make "could close" of "could save money by closing it", "is to close" of "plans to save money by closing it"."""
    tree = draft.tree
    bond = Bond.of(tree, first.i) if first.tag == "VBG" and first.lower not in ("being", "having") else None
    if bond is None or bond.how == "after" or tree.child(bond.host, "neg") is not None:
        return False
    modal, cue = modal_of(tree, bond.host), tree[bond.host].head
    if modal is not None:
        said = full_modal(tree[modal])
        perfect = any(tree[i].lower == "have" for i in tree.children(bond.host, "aux"))
        verb = f"have been {first.lower}" if perfect else first.lemma.lower()
        draft.replace((first.i,), f"{said} {verb}", "elision", (tree[modal].span, first.span))
        return True
    if not tree.has_to(bond.host) or voice is None or cue not in voice.cue or voice.cue_type == "know":
        return False
    form = be(tree, who, past=is_past(tree, cue), single=draft.is_single(who))
    draft.replace((first.i,), f"{form} to {first.lemma.lower()}", "elision", (first.span,))
    return True


def say_awaited(draft: Draft, forms: list[Token]) -> bool:
    """Make "the rebels will leave" of "will stay until the rebels leave": without the verb above it is a forecast."""
    first = forms[0]
    negated = draft.tree.child(first.i if len(forms) == 1 else first.head, "neg") is not None
    if first.tag not in ("VBZ", "VBP") or negated or any(form.lower == "being" for form in forms):
        return False
    draft.replace((first.i,), f"will {first.lemma.lower()}", "elision", (first.span,))
    return True


def shares_perfect(tree: Tree, clause: Clause, forms: list[Token]) -> bool:
    """Tell whether a past form is a second participle: "has threatened … and carried out strikes since May"."""
    verb = forms[0]
    if len(forms) > 1 or verb.tag != "VBD" or verb.dep != "conj":
        return False
    irregular = table("irregular_forms").get(verb.lemma, ())
    if len(irregular) > 1 and verb.lower == irregular[0]:
        return False
    if tree.child(verb.i, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
        return False
    dated = any(tree[adjunct.tokens[0]].lower != "since" for adjunct in clause.when if adjunct.tokens)
    host = tree[verb.head]
    auxiliaries = tree.children(host.i, "aux", "auxpass")
    return not dated and host.tag == "VBN" and [tree[i].lower for i in auxiliaries] in (["has"], ["have"])


def is_finite_after_all(tree: Tree, first: Token) -> bool:
    """Tell whether the tagger took a finite verb for a base form or participle: "they use", "he admitted to it"."""
    if tree.child(first.i, "aux", "auxpass") is not None:
        return False
    if first.tag == "VB":
        if first.dep == "conj" and tree[first.head].tag == "VBP":
            # "they live and **work** there"
            return True
        return first.dep == "ROOT" or (tree.child(first.i, "nsubj") is not None and first.dep != "ccomp")
    subject = tree.child(first.i, "nsubj")
    if first.tag != "VBN" or subject is None:
        return False
    return tree.child(first.i, "dobj", "ccomp", "xcomp", "dative") is not None


def drop_passive(draft: Draft, forms: list[Token]) -> list[Token]:
    """Drop a conjunct's "was" from an active past: in "was shut down but took back its name" nobody was taken back."""
    tree, verb = draft.tree, forms[-1] if forms else None
    if verb is None or verb.tag != "VBD":
        return forms
    particle = " ".join(tree[i].lower for i in tree.children(verb.i, "prt"))
    taken = tree.child(verb.i, "dobj", "ccomp", "xcomp", "acomp") is not None
    if not taken and not acts_behind_passive("", verb.lemma, particle):
        return forms
    borrowed = [token for token in forms if token.dep == "auxpass" and token.head != verb.i]
    draft.delete((token.i for token in borrowed), "agreement")
    return [token for token in forms if token not in borrowed]
