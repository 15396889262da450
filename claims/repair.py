"""Mend trees where the parser breaks a rule of English grammar.

Each repair is a pattern that no grammatical sentence has, with the reading that it stands for. A
repair moves heads; `mended` gives back the tree as it was where a move would close a cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claims.lexicon import table
from claims.trees import Tree

NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
#: What ends an opening "in the …".
OPENING_TIMES = ("past", "future", "meantime", "present", "interim")


@attrs.frozen
class Move:
    """A token's new head and label, and its new tag where the parser took it for another word class."""

    index: int
    head: int
    dep: str
    tag: str | None = None


def opening_participle(tree: Tree) -> Iterator[Move]:
    """Free the subject that an opening participle took: "Speaking on air, **he** called it …"."""
    for token in tree.labelled("csubj", "advcl"):
        if token.tag not in {"VBG", "VBN"} or token.i > token.head:
            continue
        subject = tree.child(token.i, "nsubj")
        comma = any(tree[j].text == "," for j in range(token.i, subject or token.i))
        if subject is None or subject < token.i or not comma or tree.child(token.i, "aux") is not None:
            continue
        if tree.child(token.head, "nsubj", "nsubjpass") is None:
            yield Move(token.i, token.head, "advcl")
            yield Move(subject, token.head, _subject_label(tree, token.head))


def noun_joined_to_relative(tree: Tree) -> Iterator[Move]:
    """Join a noun to the noun before a relative clause: "pupils who were late and **their teachers**"."""
    for token in tree.labelled("conj"):
        if token.pos not in {"NOUN", "PROPN"}:
            continue
        verb = tree[token.head]
        if verb.dep == "relcl" and verb.pos == "VERB" and tree.child(token.i, "nsubj", "nsubjpass", "cop") is None:
            yield Move(token.i, verb.head, "conj")
            for joiner in tree.children(verb.i, "cc"):
                yield Move(joiner, verb.head, "cc")


def opening_time(tree: Tree) -> Iterator[Move]:
    """End an opening time phrase before the subject: "In **the past** militias have fired rockets"."""
    for token in tree.labelled("prep"):
        time = _opening(tree, token.i) if token.i < token.head else None
        if time is None:
            continue
        noun = tree[time].head
        swallowed = tree[noun].head == token.i
        subject = tree.child(token.head, *SUBJECTS)
        if tree[noun].pos not in NOUNS or noun == token.i or (subject is not None) == swallowed:
            continue
        if not swallowed and tree.child(token.i, "pobj") is not None:
            continue
        yield Move(time, token.i, "pobj")
        for index in range(token.i + 1, time):
            yield Move(index, time, tree[index].dep)
        if swallowed:
            yield Move(noun, token.head, _subject_label(tree, token.head))


def _opening(tree: Tree, preposition: int) -> int | None:
    """Return the last word of "the past", "the near future" behind a preposition, with its article and adjective."""
    behind = [tree[i] for i in range(preposition + 1, min(preposition + 4, len(tree)))]
    time = next((token for token in behind[1:] if token.lower in OPENING_TIMES), None)
    if time is None or behind[0].tag != "DT":
        return None
    between = behind[1 : time.i - preposition - 1]
    return time.i if all(token.tag == "JJ" and token.head == time.head for token in between) else None


def opening_source(tree: Tree) -> Iterator[Move]:
    """Part an opening phrase from the subject behind its comma: "According to Ann, **a driver** was hurt"."""
    for token in tree.labelled("appos"):
        noun = tree[token.head]
        if noun.dep != "pobj":
            continue
        verb = tree[noun.head]
        while verb.dep == "prep":
            verb = tree[verb.head]
        subjectless = tree.is_finite(verb.i) and tree.child(verb.i, *SUBJECTS) is None
        closed = any(tree[j].text == "," for j in range(tree.subtree(token.i)[-1] + 1, verb.i))
        if subjectless and token.i < verb.i and not closed:
            yield Move(token.i, verb.i, _subject_label(tree, verb.i))


def _subject_label(tree: Tree, verb: int) -> str:
    return "nsubj" if tree.child(verb, "auxpass") is None else "nsubjpass"


def subject_of_auxiliary(tree: Tree) -> Iterator[Move]:
    """Give a verb the subject that hangs on its auxiliary: "the company was **“committed”** to it"."""
    for token in tree.labelled(*SUBJECTS):
        auxiliary = tree[token.head]
        if token.dep == "expl" or auxiliary.dep not in {"aux", "auxpass"}:
            continue
        if tree.child(auxiliary.head, *SUBJECTS) is None:
            yield Move(token.i, auxiliary.head, "nsubjpass" if auxiliary.dep == "auxpass" else "nsubj")


def listed_nouns(tree: Tree) -> Iterator[Move]:
    """Read like nouns in a row as a list: "the anchors, **the ropes**, the sails and the oars"."""
    for token in tree.labelled("appos"):
        noun = tree[token.head]
        alike = token.tag == "NNS" == noun.tag and _article(tree, token.i) == _article(tree, noun.i) == "the"
        if alike and tree.child(noun.i, "conj") is not None:
            yield Move(token.i, noun.i, "conj")


def _article(tree: Tree, index: int) -> str:
    return "".join(tree[c].lower for c in tree.children(index, "det"))


def second_complement(tree: Tree) -> Iterator[Move]:
    """Free a participle that hangs on a preposition which has its complement: "against it, **inviting** him"."""
    for token in tree.labelled("pcomp"):
        if token.tag != "VBG" or token.i == 0 or tree[token.i - 1].text != ",":
            continue
        verb = next((i for i in tree.ancestors(token.head) if tree[i].pos == "VERB"), None)
        if verb is not None and any(c < token.i for c in tree.children(token.head, "pobj", "pcomp")):
            yield Move(token.i, verb, "advcl")


def listed_members(tree: Tree) -> Iterator[Move]:
    """Read what follows "including" as a list, not as other names of its first: "including A, **B** and C"."""
    for token in tree.labelled("appos"):
        noun = tree[token.head]
        while noun.dep in {"appos", "conj"} and noun.head != noun.i:
            noun = tree[noun.head]
        opening = tree[noun.head].lower
        such = opening == "as" and noun.head > 0 and tree[noun.head - 1].lower == "such"
        first = tree.subtree(token.i)[0]
        comma = first > 0 and tree[first - 1].text == ","
        if noun.dep == "pobj" and comma and (opening == "including" or such):
            yield Move(token.i, token.head, "conj")


def listed_names(tree: Tree) -> Iterator[Move]:
    """Read names in a row as a list: "A, B, **the C** and D" names four, not "B, which is C"."""
    for token in tree.labelled("appos"):
        named = token.entity and tree[token.head].entity and token.pos == "PROPN" == tree[token.head].pos
        listed = tree.child(token.i, "conj") is not None and tree.child(token.i, "cc") is not None
        if named and listed and tree[token.head].dep in {"conj", "dobj", "pobj", "attr"}:
            yield Move(token.i, token.head, "conj")


def parallel_roles(tree: Tree) -> Iterator[Move]:
    """Join a second role to the first: "**head** of the brigade and **deputy** of the army"."""
    for token in tree.labelled("conj"):
        if token.tag not in {"NN", "NNS"} or tree[token.head].dep != "pobj":
            continue
        linked = tree[tree[token.head].head]
        role = tree[linked.head]
        same = any(tree[i].lower == linked.lower for i in tree.children(token.i, "prep"))
        if same and role.tag in {"NN", "NNS"} and tree[token.head].pos == "PROPN" and not _determined(tree, token.i):
            yield Move(token.i, role.i, "conj")
            for joiner in tree.children(token.head, "cc"):
                yield Move(joiner, role.i, "cc")


def _determined(tree: Tree, index: int) -> bool:
    return tree.child(index, "det", "poss") is not None


def existential(tree: Tree) -> Iterator[Move]:
    """Give "there were" its clause: "said **there were** rising threats"."""
    for token in tree:
        if token.tag != "EX":
            continue
        be = tree[token.head]
        modifier = tree[be.head]
        if be.lemma == "be" and be.dep in {"aux", "auxpass"} and modifier.dep == "amod":
            noun = tree[modifier.head]
            yield Move(be.i, noun.head, "ccomp" if noun.dep == "dobj" else noun.dep)
            yield Move(noun.i, be.i, "attr")


def floating_quantifier(tree: Tree) -> Iterator[Move]:
    """Take "both" and "all" behind a subject for what they are: "the PMF and the US **both** fought"."""
    for token in tree.labelled("appos"):
        if token.lower in {"both", "all", "each"} and len(tree.subtree(token.i)) == 1:
            yield Move(token.i, token.head, "preconj")


def passive_for_adjective(tree: Tree) -> Iterator[Move]:
    """Read "be" and a past participle as one verb: "they **are concerned** that …", "she was not **forced**"."""
    for token in tree.labelled("acomp"):
        be = tree[token.head]
        if token.tag != "VBN" or be.lemma != "be" or token.i < be.i:
            continue
        yield Move(token.i, token.i if be.head == be.i else be.head, be.dep)
        yield Move(be.i, token.i, "auxpass")
        for child in tree.children(be.i):
            dep = {"nsubj": "nsubjpass", "csubj": "csubjpass"}.get(tree[child].dep, tree[child].dep)
            if child != token.i:
                yield Move(child, token.i, dep)


def role_of_object(tree: Tree) -> Iterator[Move]:
    """Give "as" to the verb that takes it: "describe the ruling **as** historic"."""
    for token in tree.labelled("prep"):
        noun = tree[token.head]
        verb = tree[noun.head]
        if token.lower != "as" or noun.dep not in {"dobj", "nsubjpass"}:
            continue
        # Column two of the cue verbs holds their frames; "a" is an object with a predicate.
        if "a" in "".join(table("cue_verbs").get(verb.lemma.lower(), ())[1:2]):
            yield Move(token.i, verb.i, "prep")


def noun_for_verb(tree: Tree) -> Iterator[Move]:
    """Read a bare noun joined to a bare verb as a verb: "may gather and **picnic** in the park"."""
    for token in tree.labelled("conj"):
        bare = token.tag == "NN" and not any(child < token.i for child in tree.children(token.i))
        if bare and tree[token.head].tag == "VB" and tree.child(token.i, "prep") is not None:
            yield Move(token.i, token.head, "conj", "VB")


def object_and_clause(tree: Tree) -> Iterator[Move]:
    """Part an object from the clause behind it: "heard **the men** and **a boat was** sent".

    A verb in the singular has no joined subject "the men and a boat".
    """
    for token in tree.labelled("ccomp"):
        above = tree[token.head]
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if above.pos != "VERB" or above.i > token.i or subject is None:
            continue
        joined, joiner = tree.child(subject, "conj"), tree.child(subject, "cc")
        if (
            joined is None
            or joiner is None
            or tree.child(token.i, "mark") is not None
            or not is_singular(tree, token.i)
        ):
            continue
        if tree.child(above.i, "dobj") is None and len(tree.children(subject, "conj")) == 1:
            yield Move(subject, above.i, "dobj")
            yield Move(joiner, above.i, "cc")
            yield Move(joined, token.i, tree[subject].dep)
            yield Move(token.i, above.i, "conj")


def behind_quotation(tree: Tree) -> Iterator[Move]:
    """Give what follows a closed quotation to the speaker: '"…," she said, **pointing** at it'."""
    opened: int | None = None
    for token in tree:
        if token.text in {'"', "“", "”"}:
            opened = None if opened is not None and token.text != "“" else token.i
            closed = token.i if opened is None else None
            if closed is None:
                continue
            for after in tree.tokens[closed + 1 :]:
                head = tree[after.head]
                inside = head.i < closed and head.dep == "ccomp" and tree[head.head].i < closed
                if after.dep == "advcl" and after.tag == "VBG" and inside and _quoted(tree, head.i, closed):
                    yield Move(after.i, head.head, "advcl")


def _quoted(tree: Tree, index: int, closed: int) -> bool:
    """Tell whether a token stands between the quotation marks that end at `closed`."""
    opening = next((t.i for t in reversed(tree.tokens[:closed]) if t.text in {'"', "“"}), closed)
    return opening < index < closed


def is_singular(tree: Tree, verb: int) -> bool:
    """Tell whether a verb agrees with one thing alone: "is", "was", "rises"."""
    return any(tree[i].tag == "VBZ" or tree[i].lower == "was" for i in (verb, *tree.children(verb, "aux", "auxpass")))


#: In the order in which they are tried.
REPAIRS: tuple[Callable[[Tree], Iterator[Move]], ...] = (
    opening_participle,
    noun_joined_to_relative,
    opening_time,
    opening_source,
    subject_of_auxiliary,
    listed_nouns,
    second_complement,
    listed_members,
    listed_names,
    parallel_roles,
    existential,
    floating_quantifier,
    passive_for_adjective,
    role_of_object,
    noun_for_verb,
    object_and_clause,
    behind_quotation,
)


def mended(tree: Tree) -> Tree:
    """Return the tree with all repairs made."""
    for repair in REPAIRS:
        moves = list(repair(tree))
        if moves:
            tree = _moved(tree, moves)
    return tree


def _moved(tree: Tree, moves: list[Move]) -> Tree:
    tokens = list(tree.tokens)
    for move in moves:
        token = attrs.evolve(tokens[move.index], head=move.head, dep=move.dep)
        tokens[move.index] = attrs.evolve(token, tag=move.tag, pos="VERB") if move.tag else token
    moved = Tree(tuple(tokens))
    return moved if _is_tree(moved) else tree


def _is_tree(tree: Tree) -> bool:
    roots = [token.i for token in tree if token.head == token.i]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree)
