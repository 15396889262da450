"""Choose between readings of a sentence: the parser's likeliest is kept unless it breaks grammar and another does not.

The parser takes the likeliest step at each word. Where that has led it to a sentence that is unlikely as a whole, or
to one that breaks grammar, it reads the sentence again with several readings in mind. Each of those is asked what in it
no English sentence has; the one with the fewest such doubts wins, the likelier of two equals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.lexicon import table, words
from claims.repair import is_singular
from claims.repair.subjects import subjectless
from claims.trees import VERBAL, Needs, Pattern, Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
#: Marks at the end of a sentence; headlines and captions have none.
_ENDS = frozenset(".!?”\"'")
_HELPERS = frozenset({"aux", "auxpass"})


def doubled_subject(tree: Tree) -> Iterator[int]:
    """Yield verbs with two subjects: "the group, **the army** fired"."""
    heads = [token.head for token in tree.labelled(*SUBJECTS) if token.head != token.i]
    if len(heads) > len(set(heads)):
        yield from sorted(head for head, count in Counter(heads).items() if count > 1)


def gerund_for_subject(tree: Tree) -> Iterator[int]:
    """Yield verbs whose subject is a participle cut off by a comma: "**quoting** X, the army was sent"."""
    for subject in tree.labelled("csubj", "csubjpass"):
        between = range(subject.i, subject.head)
        if subject.tag == "VBG" and any(tree[j].text == "," for j in between):
            yield subject.head


def disagreement(tree: Tree) -> Iterator[int]:
    """Yield verbs in the singular with joined subjects: "the men and a boat **was** sent"."""
    for first in tree.labelled("conj"):
        subject = first.head
        token = tree[tree[subject].head]
        if tree.child(token.i, "nsubj", "nsubjpass") != subject or tree.child(subject, "conj") != first.i:
            continue
        joined = any(tree[c].lower == "and" for c in tree.children(subject, "cc"))
        if joined and is_singular(tree, token.i) and tree[subject].pos == "NOUN":
            yield token.i


def bare_participle(tree: Tree) -> Iterator[int]:
    """Yield past participles that pass for a finite verb: "thinks the boats **seen** off the coast may be".

    A joined one is headline style: "several blasts heard and light damage reported".
    """
    for token in tree.labelled("ccomp"):
        # Regular verbs have one form for both, and the tagger takes one for the other.
        distinct = token.tag == "VBN" and not token.lower.endswith("ed")
        clause = distinct and tree.child(token.i, "nsubj") is not None
        if clause and tree.child(token.i, "aux", "auxpass") is None:
            yield token.i


def inverted_condition(tree: Tree) -> Iterator[int]:
    """Yield inverted conditions taken for a statement: "**had** it happened earlier, it would …"."""
    for token in tree.labelled("ccomp", "conj"):
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if subject is None:
            continue
        auxiliaries = tree.children(token.i, "aux", "auxpass")
        if auxiliaries and auxiliaries[0] < subject and tree[auxiliaries[0]].lower in {"had", "were", "should"}:
            yield token.i


def unlabelled(tree: Tree) -> Iterator[int]:
    """Yield words that the parser could give no role but ``dep``."""
    for token in tree.labelled("dep"):
        if token.pos != "PUNCT":
            yield token.i


def stray_joiner(tree: Tree) -> Iterator[int]:
    """Yield "and", "or" and "but" that join nothing."""
    for token in tree.labelled("cc"):
        joined = any(c > token.i for c in tree.children(token.head, "conj"))
        if token.lower in {"and", "or", "but", "nor"} and token.i > 1 and not joined:
            yield token.i


def verb_for_noun(tree: Tree) -> Iterator[int]:
    """Yield finite verbs in a noun's place: "the town is old and the map **names** …" as what it is."""
    for token in tree.labelled("attr", "dobj", "pobj", "compound", "amod", "nmod"):
        if token.tag in {"VBZ", "VBD", "VBP"}:
            yield token.i


def bare_conjunct(tree: Tree) -> Iterator[int]:
    """Yield joined verbs with nothing that joins them: "the meals served there **are** good" as two clauses."""
    for token in tree.labelled("conj"):
        verbs = token.pos in VERBAL and tree[token.head].pos in VERBAL
        between = (tree[j] for j in range(token.head + 1, token.i))
        if verbs and not any(t.pos in {"PUNCT", "CCONJ"} or t.dep in {"cc", "punct"} for t in between):
            yield token.i


def no_subject(tree: Tree) -> Iterator[int]:
    """Yield finite verbs without a subject: "after the train **arrives** in Rome" as "after the train".

    A sentence may begin with its verb, and "as expected" and "than was thought" need no subject.
    """
    for verb in subjectless(tree, "ROOT", "ccomp", "advcl", "relcl"):
        mark = tree.child(verb, "mark")
        if tree[verb].dep == "advcl" and mark is not None and tree[mark].lower in {"as", "than"}:
            continue
        first = next((token.i for token in tree if token.pos != "PUNCT"), verb)
        if tree[verb].dep != "ROOT" or first not in (verb, *tree.children(verb, "aux", "auxpass", "advmod")):
            yield verb


def second_object(tree: Tree) -> Iterator[int]:
    """Yield objects of a verb that has one, behind a comma: "met Ann, **the mayor**" as two people."""
    for token in tree.labelled("dobj"):
        first = tree.child(token.head, "dobj")
        if first is not None and token.head < first < token.i and tree[tree.subtree(token.i)[0] - 1].text == ",":
            yield token.i


def bare_preposition(tree: Tree) -> Iterator[int]:
    """Yield prepositions with a noun behind them that is not theirs: "**since** May they have left" as "May they"."""
    for token in tree.labelled("prep"):
        if token.tag != "IN" or token.i + 1 == len(tree) or tree.children(token.i):
            continue
        # "The town he lived in is old": what it governs stands before.
        stranded = tree[token.head].dep in {"relcl", "ccomp"}
        if not stranded and tree[token.i + 1].pos in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
            yield token.i


def verbless(tree: Tree) -> Iterator[int]:
    """Yield the noun that a sentence hangs on whose finite verbs stand below it: "**one** of nine is expected to …"."""
    top = tree[tree.root] if tree else None
    if (
        top is None
        or top.pos in VERBAL
        or tree[-1].text not in _ENDS
        or tree.child(top.i, *SUBJECTS, "cop") is not None
    ):
        return
    if any(tree.is_finite(token.i) and token.pos in VERBAL and token.dep not in _HELPERS for token in tree):
        yield top.i


def unjoined_verb(tree: Tree) -> Iterator[int]:
    """Yield finite verbs that share a subject by nothing but commas: "maps show towns, such as Rome, **lose** land"."""
    for token in tree.labelled("conj"):
        if token.pos not in VERBAL or not tree.is_finite(token.i) or tree.child(token.i, *SUBJECTS) is not None:
            continue
        first = tree.subtree(token.i)[0]
        if not first or tree[first - 1].text != ",":
            continue
        row = [token.i]
        while tree[row[-1]].dep == "conj":
            row.append(tree[row[-1]].head)
        row += [c for i in row for c in tree.children(i, "conj")]
        if tree[row[0]].pos == tree[token.head].pos and not any(tree.children(i, "cc") for i in row):
            yield token.i


def controlled_infinitive(tree: Tree) -> Iterator[int]:
    """Yield infinitives with a cue that takes none behind its object: "announced the start of talks **to end** it"."""
    for token in tree.labelled("xcomp"):
        verb = tree[token.head]
        thing = tree.child(verb.i, "dobj")
        if thing is None or not verb.i < thing < token.i or not tree.has_to(token.i):
            continue
        lemma = verb.lemma.lower()
        if lemma in table("cue_verbs") and lemma not in words("object_control") | words("catenatives"):
            yield token.i


#: What no English sentence has; each hit is one doubt.
DOUBTS: tuple[Pattern[int], ...] = (
    Pattern.of(doubled_subject, "nsubj nsubjpass csubj csubjpass"),
    Pattern.of(gerund_for_subject, "csubj csubjpass", ","),
    Pattern.of(disagreement, "conj", "and"),
    Pattern.of(bare_participle, "ccomp", "nsubj"),
    Pattern.of(inverted_condition, "ccomp conj", "had were should"),
    Pattern.of(unlabelled, "dep"),
    Pattern.of(stray_joiner, "cc"),
    Pattern.of(verb_for_noun, "attr dobj pobj compound amod nmod"),
    Pattern.of(bare_conjunct, "conj"),
    Pattern.of(no_subject),
    Pattern.of(second_object, "dobj", ","),
    Pattern.of(bare_preposition, "prep"),
    Pattern.of(verbless),
    Pattern.of(unjoined_verb, "conj", ","),
    Pattern.of(controlled_infinitive, "xcomp", "dobj"),
)
_NEEDS = Needs.of(doubt.needs for doubt in DOUBTS)

#: Why a doubt stays that arises on fewer than five of the sentences of `docs/quality.md`.
RARE: dict[str, str] = {}


def doubts(tree: Tree) -> int:
    """Count what is ungrammatical in a reading."""
    return tree.once(_count)


def _count(tree: Tree) -> int:
    lacking = _NEEDS.lacking(tree)
    tried = (doubt for doubt, needs in zip(DOUBTS, _NEEDS.rows, strict=True) if not needs & lacking)
    return sum(1 for doubt in tried for _ in doubt.find(tree))


def best(readings: Iterable[Tree]) -> Tree:
    """Return the reading with the fewest doubts, the first of several; behind one without any none is looked at."""
    rest = iter(readings)
    found = next(rest)
    while doubts(found) and (tree := next(rest, None)) is not None:
        found = min(found, tree, key=doubts)
    return found
