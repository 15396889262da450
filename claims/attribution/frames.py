"""What a cue is before quotations are joined to it, and the parts that all cue rules share."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from claims.analysis import Tokens
from claims.attribution.sources import DASHES, SUBJECTS, is_body, is_verb, minimal, subject, trimmed
from claims.lexicon import table, words
from claims.model import CueType
from claims.trees import Token, Tree
from claims.values import value

#: Lemmas that the English pipeline gets wrong (see docs/quality.md).
_LEMMAS = {"rated": "rate", "hoping": "hope", "hoped": "hope", "hopes": "hope", "rates": "rate", "rating": "rate"}


#: Subordinators that set a clause against the one it hangs on; the second do so where others speak in it.
_CONCEDING = frozenset(("though", "although"))
_CONTRASTING = frozenset(("while", "whereas", "whilst"))
#: Adverbs before a verb that do not belong to the verb group.
_LOOSE = frozenset(
    "also when where why how however so only even perhaps maybe apparently reportedly allegedly thus".split()
)


@value
class Cue:
    """A cue in one tree, with its grammatical source and complement."""

    #: The verb, noun, adjective or preposition that carries it.
    head: int
    tokens: Tokens
    lemma: str
    type: CueType
    source: Tokens
    #: The complement; empty for a verb of saying that waits for a quotation.
    content: Tokens
    #: Whether a quotation may be its content.
    quoting: bool = False
    ambiguous: bool = False
    #: Whether the content is a noun phrase, in which the author describes things.
    nominal: bool = False
    #: Whether the cue itself only describes a thing: "what it claims are bases".
    descriptive: bool = False
    #: Last token of "source verb" with addressee, time and place behind the verb.
    end: int = -1


@value
class Complement:
    """Content under a verb, and what the cue takes besides its verb group."""

    content: Tokens
    frame: Tokens = ()
    #: A source that is not the verb's subject; None: ask the subject.
    source: Tokens | None = None
    ambiguous: bool = False
    #: Whether the content is a noun phrase.
    nominal: bool = False
    #: The cue's class where the pattern decides it, not the word: what is seen **as** something is believed.
    type: CueType | None = None


@value
class Row:
    """A row of a cue lexicon."""

    type: CueType
    frames: frozenset[str]
    preps: frozenset[str]


@cache
def rows(name: str) -> dict[str, Row]:
    """Return a cue lexicon: lemma to class, frames and prepositions."""
    found = {}
    for lemma, cells in table(name).items():
        kind, frames, preps = (*cells, "", "")[:3]
        found[lemma] = Row(kind, frozenset(frames), frozenset(filter(None, preps.split(","))))  # type: ignore[arg-type]
    return found


def lemma(token: Token) -> str:
    """Return the token's lemma in lower case, known mistakes mended."""
    return _LEMMAS.get(token.lower, token.lemma.lower())


def lemmas(tree: Tree) -> frozenset[str]:
    """Return the lemmas of a sentence: what it has no word for need not be looked for."""
    return tree.once(_lemmas)


def _lemmas(tree: Tree) -> frozenset[str]:
    return frozenset(map(lemma, tree))


# Cues, tense and certainty ask for it again and again, sentence by sentence.
@lru_cache(maxsize=1 << 10)
def group(tree: Tree, verb: int) -> Tokens:
    """Return the verb group: auxiliaries, negation, particle, catenative verbs before it, adverbs between.

    Also what denies one of two verbs, "**neither** confirm **nor** deny", and all of "was quoted as saying".
    """
    core = {verb, *tree.children(verb, "aux", "auxpass", "neg", "prt")}
    if tree[verb].dep == "conj" and len(core) == 1 and is_passive(tree, verb):
        core.update(tree.children(tree[verb].head, "auxpass"))
    first = min(core)
    core.update(i for i in tree.children(verb, "advmod") if first < i < verb or (i == first - 1 and _is_plain(tree[i])))
    # "**No** longer believes"
    core.update(j for i in tuple(core) if tree[i].lower == "longer" for j in tree.children(i, "neg"))
    token = tree[verb]
    core.update(i for i in tree.children(verb, "preconj") if tree[i].lower == "neither")
    if token.dep == "conj":
        core.update(i for i in tree.children(token.head, "cc") if tree[i].lower == "nor" and i < verb)
    elif token.dep == "pcomp" and (quoted := quoted_above(tree, verb)) is not None:
        core.update((*range(token.head, min(core)), token.head, *group(tree, quoted)))
    elif token.dep == "xcomp" and is_verb(tree, token.head) and token.head < verb:
        governor = tree[token.head]
        gap = range(token.head + 1, min(core))
        joins = lemma(governor) in words("catenatives") or is_polite(tree, token.head)
        if joins and all(tree[i].tag in ("TO", "RB") for i in gap):
            core.update((*gap, *group(tree, token.head)))
    return tuple(sorted(core))


def is_polite(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only makes a speech act polite: "**would like** to thank the crew" thanks them."""
    below = tree.child(verb, "xcomp")
    if below is None or lemma(tree[verb]) != "like" or not tree.has_to(below):
        return False
    would = any(tree[i].lower in ("would", "'d", "’d", "should") for i in tree.children(verb, "aux"))
    row = rows("cue_verbs").get(lemma(tree[below]))
    return would and row is not None and row.type == "say"


def quoted_above(tree: Tree, verb: int) -> int | None:
    """Return the passive verb of "was **quoted** as saying", where nobody is named who quotes."""
    token = tree[verb]
    if token.dep != "pcomp" or tree[token.head].lower != "as":
        return None
    above = tree[token.head].head
    quotes = lemma(tree[above]) in ("quote", "cite") and tree.child(above, "auxpass") is not None
    return above if quotes and not tree.children(above, "agent") else None


def _is_plain(token: Token) -> bool:
    """Tell whether an adverb is a single one that belongs to the verb ("also said"), not a connective."""
    return token.tag in ("RB", "RBR") and token.lower not in _LOOSE


def source(tree: Tree, verb: int) -> Tokens:
    """Return the words of the verb's subject, "" where nobody is named."""
    head = subject(tree, verb)
    if head is None or tree[head].dep == "expl" or (tree[head].tag in ("WDT", "EX") and tree[head].lower == "there"):
        return ()
    if head < verb and tree[head].head != verb and verb in tree.subtree(head):
        # "a report saying …": the clause itself is no part of its source.
        inside = set(tree.subtree(_branch(tree, head, verb)))
        return trimmed(tree, tuple(i for i in minimal(tree, head) if i not in inside))
    return minimal(tree, head)


def _branch(tree: Tree, top: int, below: int) -> int:
    """Return the child of `top` over `below`."""
    while tree[below].head != top:
        below = tree[below].head
    return below


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive, with "be" or as a bare participle."""
    if tree.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    token = tree[verb]
    if token.tag not in ("VBN", "VBD") or tree.child(verb, "aux", "nsubj") is not None:
        return False
    if token.dep == "advcl" and token.i < token.head and tree.child(verb, "mark") is None:
        # "Asked about it, Lee said …": what has no subject of its own is no past tense.
        return True
    if token.dep == "conj":
        return _shares_passive(tree, verb)
    if token.tag == "VBN" and token.dep == "advcl" and any(tree[i].tag == "WRB" for i in tree.children(verb, "advmod")):
        # "When asked about it, …": whoever asks.
        return tree.child(verb, "dobj") is None
    if token.tag == "VBN" and token.dep == "advcl" and tree.child(verb, "mark", "dobj") is None:
        # "The price rose, expected to rise further": by nobody that is named.
        return tree.child(verb, "xcomp") is not None
    return token.tag == "VBN" and token.dep == "acl" and not is_misread(tree, verb)


def _shares_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a joined participle has its "be" before it: "was held and **accused**", "missing and **feared**"."""
    host = tree[tree[verb].head]
    if tree.child(host.i, "auxpass") is not None:
        return host.tag == "VBN"
    be = host.tag == "VBG" and any(tree[i].lemma == "be" for i in tree.children(host.i, "aux"))
    return be and tree[verb].tag == "VBN" and tree.child(verb, "dobj", "ccomp") is None


def undergoer(tree: Tree, verb: int) -> int | None:
    """Return whom a passive is said of, the subject of the verb it is joined to where it has none of its own."""
    own = tree.child(verb, "nsubjpass", "nsubj")
    while own is None and tree[verb].dep == "conj":
        verb = tree[verb].head
        own = tree.child(verb, "nsubjpass", "nsubj")
    return own


def bare_participle(tree: Tree, verb: int, row: Row) -> int | None:
    """Return the thing that a headline's participle without "be" is said of: "**Damage** reported"."""
    token, who = tree[verb], tree.child(verb, "nsubj", "nsubjpass")
    if "i" not in row.frames or token.tag not in ("VBN", "VBD") or who is None or who > verb:
        return None
    below = tree.children(verb, "dobj", "ccomp", "xcomp", "aux", "auxpass", "mark")
    if any(i > who or tree[i].dep in ("aux", "auxpass", "mark") for i in below):
        return None
    loose = token.dep in ("ROOT", "conj") or (token.dep in ("ccomp", "parataxis") and token.head > verb)
    # Data and documents report too, in sentences with a stop: "…, data reported."
    named = tree[who].pos != "NOUN" or tree[who].entity != "" or is_body(lemma(tree[who]))
    return who if loose and not named else None


def is_misread(tree: Tree, verb: int) -> bool:
    """Tell whether a participle under a sentence's only noun phrase is its verb: "The panel dubbed it a success"."""
    above = tree[verb].head
    if tree[above].head != above or is_verb(tree, above) or tree[verb].tag not in ("VBN", "VBD"):
        return False
    return tree.child(verb, "dobj", "oprd", "ccomp") is not None and tree.child(verb, "agent") is None


def agent(tree: Tree, verb: int) -> Tokens:
    """Return the noun phrase of the "by" phrase, if there is one."""
    for by in tree.children(verb, "agent"):
        head = tree.child(by, "pobj")
        if head is not None:
            return minimal(tree, head)
    return ()


def phrase(tree: Tree, head: int) -> Tokens:
    """Return a complement's tokens without marks at the edges."""
    return trimmed(tree, tree.subtree(head))


def clause(tree: Tree, head: int) -> Tokens:
    """Return a content clause's tokens, "that" before it included, without marks at the edges."""
    misfit = _misfit(tree, head)
    tokens = tuple(i for i in _from_to(tree, head) if misfit is None or i < misfit)
    tokens = without_conjunction(tree, trimmed(tree, tokens))
    return _without_aside(tree, tokens, ("relcl", "appos", "acl"))


def thing(tree: Tree, head: int) -> Tokens:
    """Return a noun phrase that is content, without a loose relative clause at its end."""
    return _without_aside(tree, phrase(tree, head), ("relcl",))


def _from_to(tree: Tree, head: int) -> Tokens:
    """Return a clause's tokens; what stands before "to" belongs to the cue: "decided **on Monday** to go"."""
    tokens = tree.subtree(head)
    to = next((i for i in tree.children(head, "aux") if tree[i].tag == "TO"), None)
    if to is None or tree.child(head, "mark", *SUBJECTS) is not None:
        return tokens
    first = min((to, *(i for i in tree.children(head, "neg", "advmod") if i == to - 1)))
    return tuple(i for i in tokens if i >= first) if tokens[0] > 0 and first > tokens[0] else tokens


def _misfit(tree: Tree, head: int) -> int | None:
    """Return where a conjunct begins that cannot go on with its clause: "he would go and **warned** them".

    A past form joined to an infinitive belongs to the verb above, whose form it has; so does a second verb
    of saying in the form of the first: "said that it rained, and **Lee warned** of floods".
    """
    above = tree[head].head
    if tree[above].tag not in ("VBD", "VBZ", "VBP") or above > head:
        return None
    bare = tree[head].tag == "VB" and tree.child(head, "aux") is not None
    for i in tree.children(head, "conj"):
        own = tree.child(i, *SUBJECTS) is not None
        past = bare and tree[i].tag == tree[above].tag == "VBD" and not own
        if tree.child(i, "aux", "auxpass", "mark") is None and (past or _says_as(tree, i, above)):
            return tree.subtree(i)[0]
    apart = (i for i in tree.children(head, "prep", "advcl") if i > head and _adds(tree, i))
    return next((tree.subtree(i)[0] for i in apart), None)


def _adds(tree: Tree, i: int) -> bool:
    """Tell whether another voice is set beside what is said: "said it is over, **with Lee adding** that …"."""
    verb = tree.child(i, "pcomp") if tree[i].dep == "prep" else i
    if verb is None or tree[verb].tag != "VBG" or tree[tree.subtree(i)[0] - 1].text != "," or not _says(tree, verb):
        return False
    return tree.child(verb, *SUBJECTS) is not None and tree.child(verb, "ccomp", "dobj") is not None


def _says_as(tree: Tree, verb: int, above: int) -> bool:
    """Tell whether a verb of saying has the form of the one above it."""
    return tree[verb].tag == tree[above].tag and _says(tree, verb)


def _says(tree: Tree, verb: int) -> bool:
    row = rows("cue_verbs").get(lemma(tree[verb]))
    return row is not None and row.type in ("say", "claim", "warn")


def without_conjunction(tree: Tree, tokens: Tokens) -> Tokens:
    """Leave out a conjunction at the end, which joins what is not content."""
    while tokens and tree[tokens[-1]].dep == "cc":
        tokens = trimmed(tree, tokens[:-1])
    return tokens


def _without_aside(tree: Tree, tokens: Tokens, labels: Collection[str]) -> Tokens:
    """Leave out a loose relative clause, apposition or concession at the end: what it adds is the author's."""
    held = set(tokens)
    for i in tokens:
        if tree[i].head >= i or not (tree[i].dep in labels or _concedes(tree, i)):
            continue
        below = tree.subtree(i)
        first = min(below)
        if (
            below[-1] >= tokens[-1]
            and first > tokens[0]
            and (tree[first - 1].text == "," or tree[first - 1].text in DASHES)
        ):
            kept = trimmed(tree, tuple(j for j in tokens if j < first))
            long_enough = len(kept) > 2 or (kept and tree[i].dep == "relcl")
            return kept if long_enough and tree[i].head in held else tokens
    return tokens


def _concedes(tree: Tree, i: int) -> bool:
    """Tell whether a clause sets something against its host, or comments on all of it: "…, **which** surprised him"."""
    if tree[i].dep not in ("advcl", "ccomp") or not is_verb(tree, i):
        return False
    marks = {tree[j].lower for j in tree.children(i, "mark")} if tree[i].dep == "advcl" else set()
    if marks & _CONCEDING or (marks & _CONTRASTING and _says(tree, i)):
        return True
    return any(tree[j].tag == "WDT" and tree[j].lower == "which" for j in tree.children(i, "nsubj", "dobj"))


def is_that(token: Token) -> bool:
    """Tell "that" before a clause from the pronoun."""
    # The parser at times makes the complementiser an object; its tag tells it from the pronoun.
    return token.lower == "that" and (token.dep == "mark" or token.tag == "IN")


def says_that(tree: Tree, head: int) -> bool:
    """Tell whether a clause below a noun says what it holds: "the claim **that** …", "**whether** …"."""
    first = tree[tree.subtree(head)[0]]
    # Beside a subject of its own clause "that" is no pronoun: "a warning **that** the border is closed".
    second = first.lower == "that" and first.dep in SUBJECTS and len(tree.children(head, *SUBJECTS)) > 1
    return is_that(first) or second or first.lower == "whether"
