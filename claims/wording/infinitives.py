"""What somebody says or thinks in an infinitive or gerund is said with a finite verb: "is said to own" is "owns".

An infinitive behind a promise, a request or a forecast lies ahead and is no statement of fact: it stays "is to".
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Clause, Tokens
from claims.lexicon import table, words
from claims.trees import Token, Tree
from claims.wording.draft import Draft
from claims.wording.grammar import be, is_past, is_third, past_of, present_of
from claims.wording.voices import Voice

STATING = frozenset(("say", "believe", "know", "claim"))
#: Cues whose infinitive lies ahead, beside those of `future_heads` and `future_adjectives`.
PROSPECTIVE = frozenset(("anticipate", "recommend", "advocate", "determine"))

#: Verbs whose gerund lies behind, and those of charges, whose gerund behind "of" does so too.
LOOKING_BACK = frozenset(("admit", "confess", "deny", "recall", "regret", "remember"))
CHARGING = frozenset(("accuse", "convict"))


def say_finite(draft: Draft, clause: Clause, who: Tokens, forms: Sequence[Token], voice: Voice) -> bool:
    """Make the verb finite if it is what a cue of saying, thinking or knowing has in an infinitive or gerund."""
    if not who or voice.cue_type not in STATING:
        return False
    if forms[0].tag == "VBG":
        return (len(forms) == 1 or forms[0].dep == "auxpass") and _say_gerund(draft, forms[0], voice)
    rest = forms[1:] if forms[0].tag == "TO" else forms
    cue = _cue(draft.tree, rest[0], voice) if rest and rest[0].tag == "VB" else None
    if cue is None or not _states_fact(draft.tree, cue):
        return False
    _make_finite(draft, clause, who, rest, past=is_past(draft.tree, cue.i))
    draft.delete((form.i for form in forms if form.tag == "TO" and form.i < rest[0].i), "agreement")
    return True


def _cue(tree: Tree, first: Token, voice: Voice) -> Token | None:
    """Return the cue's verb that the infinitive hangs on, also as a conjunct."""
    verb = first
    while verb.dep in ("aux", "auxpass") and verb.head != verb.i:
        verb = tree[verb.head]
    while verb.dep == "conj":
        verb = tree[verb.head]
    host = tree[verb.head]
    return host if host.i in voice.cue and host.tag[:2] == "VB" and verb.dep in ("xcomp", "ccomp", "oprd") else None


def _states_fact(tree: Tree, cue: Token) -> bool:
    """Tell whether a verb's infinitive says what is or was so, and not what is to be done or to come."""
    lemma = cue.lemma.lower()
    if lemma in words("future_heads") or cue.lower in words("future_adjectives") or lemma in PROSPECTIVE:
        return False
    row = table("cue_verbs").get(lemma, ())
    frames = row[1] if len(row) > 1 else ""
    passive = tree.child(cue.i, "auxpass") is not None or cue.dep in ("acl", "advcl")
    raised = passive or tree.child(cue.i, "ccomp", "dobj") is not None
    return "d" not in frames and ("c" in frames or row[0:1] == ("claim",)) and (raised or "t" in frames)


def _make_finite(draft: Draft, clause: Clause, who: Tokens, forms: Sequence[Token], *, past: bool) -> None:
    tree, first = draft.tree, forms[0]
    single = draft.is_single(who)
    third = single or is_third(tree, who)
    negation = next((i for i in tree.children(_top(tree, first), "neg") if i in draft.inside), None)
    perfect = first.lower == "have" and first.dep == "aux"
    if perfect and not past and negation is None and forms[1:] and _is_dated(tree, clause):
        draft.delete((first.i,), "agreement")
        first = forms[1]
        form = be(tree, who, past=True, single=single) if first.lower == "been" else past_of(first)
    elif first.lemma == "be":
        form = be(tree, who, past=past, single=single)
    elif past:
        form = past_of(first)
    else:
        form = present_of(first.lemma.lower()) if third else first.lower
    if negation is None or negation > first.i:
        draft.replace((first.i,), form, "agreement", (first.span,))
    elif first.lemma == "be" or perfect:
        draft.delete((first.i,), "agreement")
        draft.insert(negation, form, "agreement", (first.span,))
    elif tree[negation].lower != "not":
        draft.replace((first.i,), form, "agreement", (first.span,))
    else:
        draft.insert(negation, "did" if past else "does" if third else "do", "agreement")


def _top(tree: Tree, verb: Token) -> int:
    return verb.head if verb.dep in ("aux", "auxpass") else verb.i


def _is_dated(tree: Tree, clause: Clause) -> bool:
    """Tell whether a time of its own makes the event a simple past: "to have burst in May"."""
    return any(tree[adjunct.tokens[0]].lower != "since" for adjunct in clause.when if adjunct.tokens)


def _say_gerund(draft: Draft, verb: Token, voice: Voice) -> bool:
    """Make "will win" of "confident of winning", "took" of "admitted to taking", "accused of", "denied"."""
    tree = draft.tree
    first, verb = verb, tree[verb.head] if verb.dep == "auxpass" else verb
    joint = tree[verb.head]
    host = tree[joint.head]
    if tree.child(verb.i, "aux", "nsubj") is not None:
        return False
    if verb.dep == "xcomp" and joint.i in voice.cue and joint.lemma.lower() in LOOKING_BACK:
        return verb.lower not in ("being", "having") and _say_past(draft, verb)
    if verb.dep != "pcomp" or host.i not in voice.cue:
        return False
    if host.pos == "ADJ" and host.lower in words("expectant_adjectives"):
        modal = "would" if is_past(tree, host.i) else "will"
        draft.replace((first.i,), f"{modal} {first.lemma.lower()}", "agreement", (first.span,))
        return True
    if first != verb or verb.lower in ("being", "having") or host.tag[:2] != "VB":
        return False
    if host.lemma.lower() in CHARGING:
        return _say_past(draft, verb)
    ahead = joint.lower != "to" or host.lemma.lower() in words("future_heads")
    return not ahead and verb.lemma not in words("stative_verbs") and _say_past(draft, verb)


def _say_past(draft: Draft, verb: Token) -> bool:
    """Put the gerund into the past, and tell so."""
    # What somebody admits or denies is no lying in bed.
    past = "lied" if verb.lemma.lower() == "lie" else past_of(verb)
    draft.replace((verb.i,), past, "agreement", (verb.span,))
    return True
