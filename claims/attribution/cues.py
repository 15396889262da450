"""Cues that are verbs: "The minister said …", "is believed to …", "called it a farce", "threatened to …"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.attribution.asides import right_edge
from claims.attribution.complements import COMPLEMENTS, describes
from claims.attribution.frames import (
    Complement,
    Cue,
    Row,
    group,
    is_passive,
    is_polite,
    lemma,
    quoted_above,
    rows,
    source,
)
from claims.attribution.quotations import MARKS
from claims.attribution.sources import is_body, subject, trimmed
from claims.lexicon import words
from claims.trees import VERBAL, Token, Tree

#: Quotation marks that are no apostrophes.
_PAIRED = MARKS - {"'", "’"}
#: Endings of nouns for people: "diver", "sailor", "cyclist", "technician", "fireman".
_BEARERS = ("er", "or", "ist", "ian", "man", "woman")
#: What times and events do as well, without seeing anything.
_SIGHTS = frozenset(("see", "find", "witness"))


def verb_cues(tree: Tree) -> Iterator[Cue]:
    """Yield the cues among the verbs of `tree`."""
    for token in [token for token in tree if token.pos in VERBAL or token.tag[:2] == "VB"]:
        if token.dep in ("aux", "auxpass"):
            continue
        row = _row(tree, token.i)
        if row is None or _is_no_act(tree, token.i):
            continue
        found = next((c for reader in COMPLEMENTS if (c := reader(tree, token.i, row))), None)
        if found is None and not ("q" in row.frames and _has_speaker(tree, token.i)):
            continue
        cue = _cue(tree, token.i, row, found or Complement(()))
        if cue.source or not _is_imperative(tree, token.i):
            yield cue


def _cue(tree: Tree, verb: int, row: Row, found: Complement) -> Cue:
    who = source(tree, verb) if found.source is None else found.source
    taken = set(who)
    tokens = tuple(sorted({*group(tree, verb), *found.frame} - taken))
    content = trimmed(tree, tuple(i for i in found.content if i not in taken and i not in tokens))
    return Cue(
        head=verb,
        tokens=tokens,
        lemma=lemma(tree[verb]),
        type=found.type or row.type,
        source=who,
        content=content,
        quoting="q" in row.frames,
        ambiguous=found.ambiguous,
        nominal=found.nominal,
        descriptive=describes(tree, verb),
        end=right_edge(tree, verb),
    )


def _is_bare_modifier(tree: Tree, verb: int) -> bool:
    """Tell whether a participle only modifies a noun ("the accused man")."""
    return tree[verb].dep in ("amod", "compound", "pobj", "dobj", "nsubj", "nsubjpass", "attr")


def _row(tree: Tree, verb: int) -> Row | None:
    word = lemma(tree[verb])
    return rows("cue_verbs").get(word) or rows("cue_phrases").get(word) or _guess(tree, verb)


def _is_no_act(tree: Tree, verb: int) -> bool:
    """Tell whether nobody says anything: a modifier, half a cue, "it is hard **to say** that …"."""
    return (
        _is_bare_modifier(tree, verb)
        or _only_opens(tree, verb)
        or _is_rated(tree, verb)
        or (lemma(tree[verb]) in _SIGHTS and _only_befalls(tree, verb))
    )


def _only_befalls(tree: Tree, verb: int) -> bool:
    """Tell whether nobody perceives: "the **year** saw prices fall", "the crews found **themselves** stranded"."""
    content = tree.child(verb, "ccomp", "xcomp", "oprd", "acomp")
    objects = {tree[i].lower for host in (verb, content) if host for i in tree.children(host, "dobj", "nsubj")}
    if any(word.endswith(("self", "selves")) for word in objects):
        return True
    who = tree.child(verb, "nsubj")
    if who is None or (content is not None and _is_told(tree, verb, content)):
        return False
    token = tree[who]
    if token.tag == "DT":
        return token.lower in ("this", "that")
    named = token.entity not in ("", "DATE", "TIME", "EVENT")
    return token.pos == "NOUN" and not named and not _has_eyes(token)


def _is_told(tree: Tree, verb: int, content: int) -> bool:
    """Tell whether a clause says what came out: "the inquiry found (that) **it sank**"; one sees a thing sink."""
    finite = tree.is_finite(content) and lemma(tree[verb]) == "find"
    return finite or tree.child(content, "mark", "aux", "auxpass") is not None


def _has_eyes(token: Token) -> bool:
    word = lemma(token)
    if word in words("time_units") or word in words("seasons"):
        return False
    return is_body(word) or word in words("animal_nouns") or word.endswith(_BEARERS)


def _is_rated(tree: Tree, verb: int) -> bool:
    """Tell whether to say something is only called hard, fair, important: nobody does."""
    if tree[verb].dep != "xcomp" or not tree.has_to(verb):
        return False
    above = tree[verb].head
    be = tree[above].head if tree[above].dep == "acomp" else above
    who = tree.child(be, "nsubj", "expl")
    rated = tree[be].lemma == "be" and tree.child(be, "acomp") is not None
    return rated and who is not None and tree[who].lower == "it"


def _only_opens(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is the first half of "was quoted as saying" or "would like to thank"."""
    if is_polite(tree, verb):
        return True
    if lemma(tree[verb]) not in ("quote", "cite"):
        return False
    below = (j for i in tree.children(verb, "prep") for j in tree.children(i, "pcomp"))
    return any(quoted_above(tree, i) == verb for i in below)


def _is_imperative(tree: Tree, verb: int) -> bool:
    """Tell whether a verb gives an order to the reader: "Imagine a town …"."""
    token = tree[verb]
    return (
        token.tag == "VB"
        and token.dep in ("ROOT", "conj", "ccomp")
        and not any(tree[i].tag in ("TO", "MD") for i in tree.children(verb, "aux"))
        and not is_passive(tree, verb)
    )


def _has_speaker(tree: Tree, verb: int) -> bool:
    return subject(tree, verb) is not None and not is_passive(tree, verb)


def _guess(tree: Tree, verb: int) -> Row | None:
    """Take an unlisted verb as a cue where a speaker-like subject has a finite content clause."""
    if lemma(tree[verb]) in words("not_cues"):
        return None
    content = tree.child(verb, "ccomp")
    who = tree.child(verb, "nsubj")
    if who is not None and _opens_quotation(tree, verb):
        return Row("say", frozenset("q"), frozenset())
    if content is None or who is None or not tree.is_finite(content) or (content < verb and who < content):
        return None
    if content < verb and any(i > verb and tree[i].dep != "punct" for i in tree.children(verb)):
        # "Pay up, otherwise they will seize it", "Rome lost, Lund fell by half, and Bari won": none of them says so.
        return None
    if tree[tree.subtree(content)[0]].tag in ("WP", "WDT"):
        return None
    token = tree[who]
    speaks = token.entity in ("PERSON", "ORG", "GPE", "NORP") or token.lower in ("he", "she", "they", "i", "we")
    if speaks or token.pos == "PROPN" or is_body(lemma(token)):
        return Row("say", frozenset("cq"), frozenset())
    return None


def _opens_quotation(tree: Tree, verb: int) -> bool:
    """Tell whether a colon or comma and an opening quotation mark stand right behind a verb and its addressee."""
    if _PAIRED.isdisjoint(tree.signs):
        return False
    marks = [token.i for token in tree if token.text in _PAIRED]
    after = right_edge(tree, verb) + 1
    if sum(mark < after for mark in marks) % 2:
        return False
    return after + 1 in marks and tree[after].text in (":", ",")
