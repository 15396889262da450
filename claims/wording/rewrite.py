"""Make a claim's words stand alone: every change is a logged edit, and replaying the log gives the wording.

Order of work: name the antecedents, put the words in order, restore what was left unsaid, drop what dangles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.analysis import Anaphor, Clause, Link, References, Slot, Tokens
from claims.bonds import modal_of
from claims.edits import replay
from claims.model import Edit, Unresolved
from claims.trees import Tree
from claims.values import evolve, value
from claims.wording.agreement import PRONOUNS
from claims.wording.draft import Draft
from claims.wording.effects import led_from, left_out
from claims.wording.grammar import is_past, lowered, past_of, present_of
from claims.wording.lookup import anaphors_in, is_named_in, spelled_out
from claims.wording.marks import unpaired
from claims.wording.naming import is_possessive, name_of
from claims.wording.participles import full_modal
from claims.wording.sentence import arrange
from claims.wording.speakers import say_speaker
from claims.wording.voices import Voices

#: Why a word was changed.
REASONS = frozenset("pronoun possessive definite relative elision order agreement relation capital mark".split())


@value
class Wording:
    """A stand-alone wording, the edits that make it of the claim's extent, and the pronouns that had to stay."""

    text: str
    edits: tuple[Edit, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


def reword(
    text: str,
    tree: Tree,
    sentence: int,
    clause: Clause,
    references: References,
    trees: Sequence[Tree],
    links: Sequence[Link] = (),
) -> Wording:
    """Return the wording of a clause of `tree`, the sentence with that number in `trees`.

    `links` are those that the clause's `link` and `states` count in.
    """
    tokens = clause.tokens
    draft = Draft.of(text, tree, tokens)
    kept = list(_name(draft, sentence, clause, references, trees))
    kept += say_speaker(draft, sentence, clause, links, references, trees)
    for find, say in ((left_out, _say_object), (led_from, _say_outcome)):
        if lacking := find(tree, clause):
            aside = _Aside(draft, sentence, clause, lacking, references, trees)
            if aside.is_clear:
                say(draft, clause, aside)
    arrange(draft, clause, Voices.of(sentence, clause, links))
    if clause.states is not None and clause.states < len(links):
        _say_whose(draft, sentence, clause, links[clause.states], trees)
        _keep_colon(draft, sentence, links[clause.states])
    edits = draft.edits()
    return Wording(replay(text, tree.extent(tokens), edits), edits, tuple(kept))


class _Aside:
    """Words of the sentence that the claim lacks, with their pronouns named."""

    def __init__(
        self, draft: Draft, sentence: int, clause: Clause, tokens: Tokens, references: References, trees: Sequence[Tree]
    ) -> None:
        whole = evolve(clause, arguments=(*clause.arguments, Slot("modifier", tokens)))
        aside = Draft.of(draft.text, draft.tree, whole.tokens)
        place = draft.tree.extent(tokens).hull
        named = list(_name(aside, sentence, whole, references, trees))
        #: What stays unresolved can be told of the claim's own words only.
        self.is_clear = not any(place.contains(kept.span) for kept in named)
        aside.delete(unpaired(aside, tokens), "mark")
        self.first = tokens[0]
        self.words, self.spans = aside.render(tokens)


def _say_object(draft: Draft, clause: Clause, aside: _Aside) -> None:
    """Put what a verb takes behind it: "it closed **the pier** due to threats"."""
    draft.insert(clause.predicate[-1], aside.words, "elision", aside.spans, behind=True)


def _say_outcome(draft: Draft, clause: Clause, aside: _Aside) -> None:
    """Say what had an outcome: "leading to delays" is "that they struck led to delays"."""
    tree = draft.tree
    said = f"that {lowered(tree, aside.first, aside.words)}"
    if clause.who:
        draft.replace(clause.who, said, "relative", aside.spans)
        return
    verb = tree[clause.head]
    form = past_of(verb) if is_past(tree, verb.head, perfect=True) else present_of(verb.lemma.lower())
    if (modal := modal_of(tree, verb.head)) is not None:
        form = f"{full_modal(tree[modal])} {verb.lemma.lower()}"
    draft.replace((verb.i,), form, "agreement", (verb.span,))
    draft.insert(verb.i, said, "elision", aside.spans)


def _say_whose(draft: Draft, sentence: int, clause: Clause, link: Link, trees: Sequence[Tree]) -> None:
    """Put the first words of a quotation that nothing introduces before whose it is: "“I am tired.” – Berg"."""
    first = link.content[0] if link.content else None
    if clause.predicate or clause.arguments or not clause.who or first is None or first.sentence == sentence:
        return
    extent = trees[first.sentence].extent(first.tokens)
    draft.insert(clause.who[0], f"{extent.exact(draft.text)} –", "elision", extent.spans)


def _keep_colon(draft: Draft, sentence: int, link: Link) -> None:
    """Keep the colon before what is said, but for one right behind the verb of saying: "The mayor was clear: …"."""
    tree, cue = draft.tree, link.cue.tokens if link.cue is not None and link.cue.sentence == sentence else ()
    content = {i for part in link.content if part.sentence == sentence for i in part.tokens}
    kept = draft.kept()
    first = min(content.intersection(kept), default=0)
    colon = max((i for i in range(first) if tree[i].pos != "PUNCT" or tree[i].text == ":"), default=0)
    if colon in kept or tree[colon].text != ":" or (link.cue_lemma != ":" and colon - 1 in cue):
        return
    before = [i for i in kept if i < colon]
    if before and tree[before[-1]].pos != "PUNCT":
        draft.mark(before[-1], ":")


def _name(
    draft: Draft, sentence: int, clause: Clause, references: References, trees: Sequence[Tree]
) -> Iterator[Unresolved]:
    """Replace anaphors by names; yield those that stay for want of one antecedent."""
    inside = draft.inside
    told: set[tuple[object, ...]] = set()
    stayed: list[int] = []
    for anaphor in anaphors_in(references, sentence):
        if not inside.issuperset(anaphor.words.tokens):
            continue
        if is_named_in(references, anaphor, sentence, inside):
            if anaphor.kind == "relative" and not _is_beside(clause, anaphor):
                draft.delete(anaphor.words.tokens, "relation")
            continue
        if anaphor.kind == "relative" and not _opens_slot(draft.tree, clause, anaphor):
            continue
        antecedents = spelled_out(references, anaphor.antecedents)
        if antecedents and antecedents in told:
            continue
        owner = is_possessive(anaphor, draft.tree) and anaphor.words.tokens != clause.who
        name = name_of(draft.text, trees, antecedents, possessive=owner)
        if name is not None and anaphor.kind == "part":
            draft.insert(anaphor.words.tokens[-1], f"of {name.text}", "definite", name.spans, behind=True)
        elif name is not None and _repeats(draft.tree, anaphor, stayed):
            yield _unresolved(draft.tree, anaphor, trees)
        elif name is not None:
            draft.replace(anaphor.words.tokens, name.text, anaphor.kind, name.spans)
            told.add(antecedents)
        elif anaphor.kind == "relative" or (anaphor.kind == "definite" and anaphor.antecedents):
            continue
        elif not _is_clear(anaphor, sentence, inside):
            stayed += anaphor.words.tokens[:1]
            yield _unresolved(draft.tree, anaphor, trees)


def _repeats(tree: Tree, anaphor: Anaphor, stayed: Sequence[int]) -> bool:
    """Tell of "he said **he** was ill" whether the first "he" may be anybody: then the second stays as well."""
    token = tree[anaphor.words.tokens[0]]
    form = PRONOUNS.get(token.lower) if token.dep in ("nsubj", "nsubjpass", "poss") else None
    above = set(tree.ancestors(token.i)) if form and stayed else ()
    return any(PRONOUNS.get(tree[i].lower) == form and tree[i].head in above for i in stayed if form)


def _slots(clause: Clause) -> list[Tokens]:
    parts = [clause.who, *(slot.tokens for slot in clause.arguments), *(adjunct.tokens for adjunct in clause.when)]
    return [*parts, *clause.where]


def _is_beside(clause: Clause, anaphor: Anaphor) -> bool:
    """Tell whether a relative pronoun stands in one slot with its noun, as its clause does there."""
    own = {*anaphor.words.tokens, *(token for words in anaphor.antecedents for token in words.tokens)}
    return any(own.issubset(tokens) for tokens in _slots(clause))


def _opens_slot(tree: Tree, clause: Clause, anaphor: Anaphor) -> bool:
    """Tell whether a relative pronoun begins a slot, also "one of whom" does; else it opens a mere modifier."""
    token = anaphor.words.tokens[0]
    size = 3 if token and tree[token - 1].lower == "of" else 2
    return any(token in tokens[:size] for tokens in _slots(clause))


def _is_clear(anaphor: Anaphor, sentence: int, inside: frozenset[int]) -> bool:
    """Tell whether all that the anaphor may mean stands in the claim itself."""
    around = (*anaphor.antecedents, *anaphor.candidates)
    return bool(around) and all(words.sentence == sentence and inside.issuperset(words.tokens) for words in around)


def _unresolved(tree: Tree, anaphor: Anaphor, trees: Sequence[Tree]) -> Unresolved:
    extents = tuple(trees[w.sentence].extent(w.tokens) for w in (*anaphor.antecedents, *anaphor.candidates))
    reason = "more than one antecedent fits" if len(extents) > 1 else "no antecedent is sure"
    return Unresolved(tree.extent(anaphor.words.tokens).hull, extents, reason)
