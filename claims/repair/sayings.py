"""Repairs of what is said: clauses that somebody else says, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claims.lexicon import frames_of, names_person, table, words
from claims.repair.moves import Move, subject_label
from claims.trees import SUBJECTS, Token, Tree


def added_saying(tree: Tree) -> Iterator[Move]:
    """Give a further saying to who spoke, not to what was said: "Lee said it fell, **adding** that it hurt".

    Those who act in what was said may themselves say why: "Lee said the firm sued, **claiming** that it fell".
    """
    for token in tree.labelled("advcl"):
        content = tree[token.head]
        while content.dep == "conj":
            content = tree[content.head]
        said = tree[content.head]
        if content.dep != "ccomp" or not _tells(said) or tree.child(said.i, "nsubj") is None:
            continue
        if _says_more(tree, token) and (token.i > said.i > content.i or _outer(tree, token, content)):
            yield Move(token.i, said.i, "advcl")


def _left_open(tree: Tree, clause: int, verb: int) -> bool:
    """Tell whether a "when" clause is what is not told: "has not **said when** it will open", "is not known when"."""
    when = tree.subtree(clause)[0]
    told = tree[verb].lemma in {"say", "know", "tell", "announce", "disclose", "reveal", "specify", "decide"}
    denied = tree.child(verb, "neg") is not None or tree[verb].lower == "unknown"
    return told and denied and tree[when].lower == "when" and when == verb + 1 and tree.child(verb, "ccomp") is None


def asked_whether(tree: Tree) -> Iterator[Move]:
    """Give a question to who was asked it; no condition or time opens there: "**asked** by him if it **fell**, she …".

    Nor does "when" right behind whom one asks: "asked her **when** it would open".
    """
    for token in tree.labelled("advcl"):
        mark, asked = _asking(tree, token.i), tree[token.head]
        if _left_open(tree, token.i, asked.i):
            yield Move(token.i, asked.i, "ccomp")
            continue
        if mark is None:
            continue
        before = next((i for i in range(mark - 1, -1, -1) if tree[i].lower == "asked"), None)
        if before is None or tree[before].tag not in {"VBN", "VBD"} or before not in {asked.i, *tree.children(asked.i)}:
            continue
        whom = tree.child(before, "dobj", "dative")
        near = tree[mark].tag != "WRB" or mark == 1 + (before if whom is None else tree.subtree(whom)[-1])
        told = tree.child(before, "ccomp", "xcomp") if near else before
        opens = tree[mark].tag == "WRB" or (tree[before].dep in {"advcl", "ROOT"} and _alone(tree, before))
        if told is None and opens and all(i in tree.subtree(before) for i in range(before, mark)):
            yield Move(token.i, before, "ccomp")


def _asking(tree: Tree, clause: int) -> int | None:
    """Return the "if", "whether" or "when" that opens a clause."""
    found = (i for i in tree.children(clause, "mark", "advmod") if tree[i].lower in {"if", "whether", "when", "where"})
    mark = next(found, None)
    return mark if mark is not None and mark == tree.subtree(clause)[0] else None


def _alone(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "nsubj", "dobj") is None


def content_behind_aside(tree: Tree) -> Iterator[Move]:
    """Give a "that" clause to the saying before an aside: "said, **citing two aides**, **that** it was over".

    What stands before "that" is no part of its clause.
    """
    for token in tree.labelled("relcl", "acl", "advcl", "ccomp"):
        that = next((i for i in tree.children(token.i, "mark") if tree[i].lower == "that" and tree[i].tag == "IN"), 0)
        if not that or tree[that - 1].text != "," or tree.child(token.i, *SUBJECTS) is None:
            continue
        head = tree[token.head]
        inside = head.tag == "VBG" and head.dep == "advcl" and tree.child(head.i, "dobj") is not None
        above = _waiting(tree, token if token.dep != "ccomp" else head) if inside or token.dep != "ccomp" else None
        said = token.head if token.dep == "ccomp" and above is None else above
        if said is None or said > that or not _tells(tree[said]):
            continue
        yield Move(token.i, said, "ccomp")
        for child in tree.children(token.i):
            if tree.subtree(child)[-1] < that and tree[child].dep != "cc":
                yield Move(child, said, tree[child].dep)


def speakers_aside(tree: Tree) -> Iterator[Move]:
    """Give what is done between the halves of a quotation to the speaker: '"It," he said, **pointing**, "fell"'."""
    marks = [token.i for token in tree if token.text in {'"', "“", "”"}]
    for token in tree.labelled("advcl"):
        closed, reopened = (bisect_left(marks, token.i) + place for place in (-1, 0))
        if token.tag != "VBG" or tree.child(token.i, "mark", *SUBJECTS) is not None or closed % 2 != 1:
            continue
        if reopened >= len(marks) or token.head < marks[reopened]:
            continue
        between = tree[marks[closed] : token.i]
        said = next((t.i for t in between if _tells(t) and tree.child(t.i, "nsubj") is not None), None)
        if said is not None and tree[token.i - 1].text == ",":
            yield Move(token.i, said, "advcl")


def halves_of_quotation(tree: Tree) -> Iterator[Move]:
    """Give each half of a quotation its own: '"**The plant**," said the **minister**, "will open"'."""
    for token in tree.labelled("ccomp"):
        said, inside = tree[token.head], tree.child(token.head, "nsubj")
        who = tree.child(token.i, *SUBJECTS)
        if inside is None or who is None or not inside < said.i < who < token.i or not _tells(said):
            continue
        last = tree.subtree(who)[-1] + 1
        resumed = [t.i for t in tree[last : token.i] if t.text in {'"', "“"}]
        if tree[said.i - 1].text in {'"', "”"} and tree.subtree(who)[0] == said.i + 1 and resumed:
            yield Move(inside, token.i, tree[who].dep)
            yield Move(who, said.i, "nsubj")


def _waiting(tree: Tree, clause: Token) -> int | None:
    """Return the verb of saying over a clause that has said nothing yet."""
    above = (i for i in tree.ancestors(clause.i) if tree[i].pos == "VERB" and _tells(tree[i]))
    return next((i for i in above if tree.child(i, "ccomp", "xcomp", "dobj") is None), None)


def quoted_predicate(tree: Tree) -> Iterator[Move]:
    """Give a quoted word to the verb that calls something so: 'the union, which called it **"an insult"**, left'."""
    for token in tree.labelled("appos", "amod"):
        below = [i for i in tree.subtree(token.i) if tree[i].pos != "PUNCT"]
        before = tree[below[0] - 1] if below and below[0] > 1 else token
        if before.tag not in {"``", '"'} and before.text not in {'"', "“"}:
            continue
        thing = tree[before.i - 1]
        if token.dep == "amod":
            bare = tree.child(thing.i, "pobj", "pcomp") is None and tree.child(token.i, "conj") is None
            if thing.lower == "as" and token.head == thing.i and bare:
                yield Move(token.i, thing.i, "pobj")
                yield from (Move(i, token.i, "punct") for i in tree.children(thing.i, "punct"))
            continue
        verb = tree[thing.head]
        if thing.dep == "dobj" and verb.head == token.head and "a" in frames_of(verb.lemma.lower()):
            yield Move(token.i, verb.i, "oprd")
            yield from (Move(i, verb.i, "punct") for i in (before.i, below[-1] + 1) if tree[i].head == token.head)


def _tells(verb: Token) -> bool:
    return not {"c", "q"}.isdisjoint(frames_of(verb.lemma.lower()))


def _says_more(tree: Tree, verb: Token) -> bool:
    """Tell whether a participle behind a comma reports something: "**adding** that it hurt", "**citing** the rain"."""
    told = tree.child(verb.i, "ccomp", "dobj")
    alone = tree.child(verb.i, "mark", "aux", "cc", *SUBJECTS) is None
    return verb.tag == "VBG" and tree[verb.i - 1].text == "," and told is not None and alone and _tells(verb)


def _outer(tree: Tree, more: Token, content: Token) -> bool:
    """Tell whether a further saying is nobody's within what was said."""
    acting = tree[more.head]
    passive = tree.child(acting.i, "auxpass") is not None
    if _tells(acting) and not passive:
        return False
    if passive or acting.lemma in words("linking_verbs") or more.lemma.lower() in words("adding_verbs"):
        return True
    subject = next((s for i in (acting.i, content.i) if (s := tree.child(i, *SUBJECTS)) is not None), None)
    return subject is not None and not _speaks(tree[subject])


def _speaks(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    speaker = lemma in words("speakers") or lemma in words("collective_nouns") or names_person(lemma)
    return noun.pos != "NOUN" or bool(noun.entity) or speaker


def reduced_saying(tree: Tree) -> Iterator[Move]:
    """Read "said to be" between commas as a modifier: "the pact, **said to be** the first, was signed"."""
    said, noun = tree[tree.root], tree.child(tree.root, "nsubj")
    below, verb = tree.child(said.i, "xcomp"), tree.child(said.i, "ccomp")
    if said.tag not in {"VBD", "VBN"} or noun is None or below is None or verb is None or tree.child(verb, *SUBJECTS):
        return
    apart = tree[said.i - 1].text == "," and said.i + 1 < len(tree) and tree[said.i + 1].tag == "TO"
    if apart and noun < said.i < below < verb and tree.is_finite(verb):
        yield Move(verb, verb, "ROOT")
        yield Move(said.i, noun, "acl", "VBN")
        yield Move(noun, verb, subject_label(tree, verb))
        yield from (Move(i, verb, "punct") for i in tree.children(said.i, "punct") if i > verb)


def resumed_saying(tree: Tree) -> Iterator[Move]:
    """Part what takes up a whole saying from it: "said he had won, **a claim** the army denied"."""
    for token in tree.labelled("dobj", "attr", "appos", "npadvmod"):
        opening = tree.subtree(token.i)[0]
        if tree[opening].lower not in {"a", "an"} or not opening or tree[opening - 1].text != ",":
            continue
        told = token.lemma.lower() in table("cue_nouns") and tree.child(token.i, "relcl", "acl") is not None
        said = next((i for i in tree.ancestors(token.i) if tree[i].dep == "ccomp"), None)
        if told and said is not None and tree[said].head < said < token.i:
            yield Move(token.i, tree[said].head, "npadvmod")
