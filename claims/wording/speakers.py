"""Who says "I" and "we" in a direct quotation: the one it is attributed to, where that is one person, or one body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from claims.analysis import Clause, Link, References, Tokens, Words, enclosing
from claims.model import Unresolved
from claims.trees import FINITE, SUBJECTS, Tree
from claims.values import value
from claims.wording.agreement import HE, IT, PERSON, SHE, THEY, fits_of
from claims.wording.draft import Draft
from claims.wording.grammar import head_of, is_plural, present_of
from claims.wording.lookup import anaphors_in, spelled_out
from claims.wording.naming import Name, name_of
from claims.wording.participles import is_finite_after_all

PLURAL = frozenset(("we", "us", "our"))
FIRST = PLURAL.union(("i", "me", "my"))
#: How somebody whose name was just said is taken up, by the pronoun that stands there.
AGAIN = {
    HE: {"i": "he", "me": "him", "my": "his"},
    SHE: {"i": "she", "me": "her", "my": "her"},
    IT: {"we": "it", "us": "it", "our": "its"},
    THEY: {"we": "they", "us": "them", "our": "their"},
}
#: Contractions of the first person spelt out, and forms of the third person.
SPELT = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
THIRD = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
#: Pronouns that tell whether somebody is a man or a woman.
_MEN, _WOMEN = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
#: How many mentions before and behind a name may tell which of the two.
NEAR = 40
#: Why "we" stays.
MIXED = "who speaks, and others"


@value
class Speaker:
    """The name of who speaks, and what stands for it."""

    words: Words
    #: The pronouns that can take it up, as in `claims.wording.agreement`.
    fits: int
    several: bool
    #: Whether "I" can be its word, and whether "we" can be it alone.
    one: bool
    body: bool


def say_speaker(
    draft: Draft, sentence: int, clause: Clause, links: Sequence[Link], references: References, trees: Sequence[Tree]
) -> Iterator[Unresolved]:
    """Replace "I" and "we" of a quotation by the name of its source; yield those that stand for more than it."""
    if FIRST.isdisjoint(draft.tree.signs):
        return
    spoken = [i for i in draft.tokens if draft.tree[i].lower in FIRST and draft.tree[i].tag in ("PRP", "PRP$")]
    link = _quoting(draft.tree, sentence, spoken, clause, links) if spoken and links else None
    speaker = _speaker(references, link.source, trees) if link is not None and link.source is not None else None
    if speaker is None:
        return
    source = speaker.words
    said = source.sentence == sentence and draft.inside.issuperset(source.tokens)
    said = said or (clause.states is not None and links[clause.states] is link)
    for i in spoken:
        lower = draft.tree[i].lower
        if lower in PLURAL and not (speaker.body or speaker.several):
            yield Unresolved(draft.tree[i].span, (trees[source.sentence].extent(source.tokens),), MIXED)
        elif lower in PLURAL or speaker.one:
            name = name_of(draft.text, trees, [source], possessive=draft.tree[i].tag == "PRP$")
            if name is None:
                return
            said = said or any(change.antecedents == name.spans for change in draft.changes.values())
            again = AGAIN.get(speaker.fits, {}).get(lower) if said else None
            _replace(draft, clause, i, Name(again or name.text, name.spans), several=speaker.several)
            said = True


def _speaker(references: References, source: Words, trees: Sequence[Tree]) -> Speaker | None:
    words = _named(references, source, trees)
    tree = trees[words.sentence] if words is not None else None
    head = head_of(tree, words.tokens) if tree is not None and words is not None else None
    if words is None or tree is None or head is None:
        return None
    several = is_plural(tree, words.tokens)
    fits = THEY if several else _sex(references, source, words, trees) or fits_of(tree, head)
    thing = bool(fits & IT) and not fits & PERSON
    named = head.pos == "PROPN"
    # "The report said: “We …”": whoever wrote it.
    body = thing and not several and (named or bool(fits & THEY))
    return Speaker(words, IT if body else fits, several, not several and (named or not thing), body)


def _quoting(tree: Tree, sentence: int, spoken: Sequence[int], clause: Clause, links: Sequence[Link]) -> Link | None:
    """Return the innermost direct quotation that holds the pronouns, the one that the clause states included.

    A link inside it whose source is "I" itself is passed over: "**I** think", "**we** are sure".
    """
    stated: tuple[int, ...] = () if clause.states is None else (clause.states,)
    for number in (*stated, *enclosing(links, clause.link)):
        link = links[number]
        if link.quote != "direct" or link.source is None:
            continue
        held = {i for words in link.content if words.sentence == sentence for i in words.tokens}
        own = link.source.sentence == sentence and any(tree[i].lower in FIRST for i in link.source.tokens)
        if held.issuperset(spoken) and not own:
            return link
    return None


def _named(references: References, source: Words, trees: Sequence[Tree]) -> Words | None:
    """Return the mention that names a source: the antecedent of "he said", the name in "Lee, who was there, said"."""
    own = frozenset(source.tokens)
    for anaphor in anaphors_in(references, source.sentence):
        if anaphor.words.tokens == source.tokens or (len(own) == 1 and own.issuperset(anaphor.words.tokens)):
            named = spelled_out(references, anaphor.antecedents)
            return named[0] if len(named) == 1 else None
    head = head_of(trees[source.sentence], source.tokens)
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return None
    mentions = (words for _, words in references.mentions_in.get(source.sentence, ()))
    inside = [words for words in mentions if head.i in words.tokens and own.issuperset(words.tokens)]
    return min(inside, key=lambda words: len(words.tokens), default=source)


def _sex(references: References, source: Words, named: Words, trees: Sequence[Tree]) -> int:
    """Return HE or SHE where a pronoun takes the source up: it is one, or others stand for the same name."""
    forms = [trees[source.sentence][i].lower for i in source.tokens]
    for number, words in references.mentions_in.get(named.sentence, ()):
        if words == named:
            mentions = references.entities[number].mentions
            place = bisect_left(mentions, named.sentence, key=attrgetter("sentence"))
            near = mentions[max(0, place - NEAR) : place + NEAR]
            forms += [trees[other.sentence][i].lower for other in near for i in other.tokens]
    men, women = (sum(form in known for form in forms) for known in (_MEN, _WOMEN))
    return HE if men > women else SHE if women > men else 0


def _replace(draft: Draft, clause: Clause, pronoun: int, name: Name, *, several: bool) -> None:
    tree, token = draft.tree, draft.tree[pronoun]
    verb = _finite(tree, clause, pronoun)
    form = None if verb is None or several else _third(tree, verb)
    if not several:
        draft.single.add(pronoun)
    if verb is not None and verb == pronoun + 1 and tree[verb].start == token.end:
        # "I'm": the verb has to stand apart.
        spelt = form or SPELT.get(tree[verb].lower.replace("’", "'"), tree[verb].text)
        draft.replace((pronoun, verb), f"{name.text} {spelt}", "pronoun", name.spans)
        return
    draft.replace((pronoun,), name.text, "possessive" if token.tag == "PRP$" else "pronoun", name.spans)
    if verb is None or form is None:
        return
    draft.replace((verb,), form, "agreement", (tree[verb].span,))
    for other in _joined(draft, verb):
        draft.replace((other,), present_of(tree[other].lemma.lower()), "agreement", (tree[other].span,))


def _finite(tree: Tree, clause: Clause, pronoun: int) -> int | None:
    """Return the finite form that a subject governs: its own verb's, or the clause's where that only borrows it."""
    if not tree[pronoun].dep.startswith("nsubj"):
        return None
    if pronoun in clause.who and clause.predicate:
        forms: Tokens = clause.predicate
    else:
        verb = tree[pronoun].head
        forms = (*tree.children(verb, "aux", "auxpass"), verb)
    return next((i for i in forms if tree[i].tag in FINITE or is_finite_after_all(tree, tree[i])), None)


def _joined(draft: Draft, verb: int) -> list[int]:
    """Return the joined verbs that agree with the same subject: "I live and **work** here"."""
    tree = draft.tree
    joined = (i for i in tree.children(verb, "conj") if i in draft.inside and tree[i].tag in ("VB", "VBP"))
    return [i for i in joined if tree.child(i, "aux", "auxpass", *SUBJECTS) is None]


def _third(tree: Tree, verb: int) -> str | None:
    """Return the third person of a form, None where it is the same; "if I were" stays."""
    token = tree[verb]
    full = SPELT.get(token.lower.replace("’", "'"), token.lower)
    if full in THIRD:
        return THIRD[full] if full != "were" or token.tag == "VBD" else None
    if full != token.lower:
        return full
    return present_of(token.lemma.lower()) if token.tag in ("VB", "VBP") else None
