"""Noun phrases and pronouns of a parsed sentence, with what agreement and binding need to know of them."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import words
from claims.trees import Token, Tree
from claims.values import evolve, value
from claims.wording.agreement import (
    IT,
    NAMED,
    PERSON,
    POSSESSIVES,
    PRONOUNS,
    REFLEXIVES,
    THEY,
    fits_of,
    fits_of_one,
    maybe_of,
    people,
)
from claims.wording.binding import (
    ROLES,
    containers,
    described,
    governor_of,
    own_subject,
    role_of,
    subjects_above,
)
from claims.wording.expletives import is_expletive

#: Types of numbers and times: no pronoun takes these up.
MEASURES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"))

#: Dependents that open a clause or a parenthesis of their own and are no part of the bare phrase.
OUTER = frozenset(("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "preconj", "dep", "ccomp"))
MODIFIERS = frozenset(("compound", "amod", "nmod", "quantmod", "nummod"))
#: Indefinite words that stand for several people or things.
SEVERAL = frozenset(("both", "few", "many", "others", "several", "some", "those", "these", "most"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"))
#: Parts of speech of words that some of several are taken with: "three of them".
AMOUNTS = frozenset(("NUM", "DET", "PRON", "ADJ"))
#: Quantifiers that bind a possessive of their clause: "all went of **their** own free will".
BINDING = frozenset(("all", "none", "nobody", "neither", "no-one"))
QUOTES = {"“": 1, "”": -1, "``": 1, "''": -1}
#: Words for some of several that were named before; those of the second class behind "the".
ALL = frozenset(("both", "neither", "each"))
ORDERED = frozenset(("first", "second", "third", "last", "latter", "former"))
#: Verbs whose "it" is what somebody said or did, or what is so.
ADMITTING = frozenset(("do", "deny", "admit", "confirm", "doubt", "believe", "regret", "say", "know"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))


@value
class Phrase:
    """A noun phrase, known by its head."""

    sentence: int
    head: int
    #: Pronouns that can take it up (bits).
    fits: int
    role: str
    #: "name", "definite", "indefinite", "possessed", "group" (a coordination) or "part" ("the last").
    form: str
    #: What a later mention repeats: the name, or the noun's lemma.
    key: str
    #: Entity type, "" for common nouns.
    type: str
    #: The verb or noun that it depends on, prepositions passed over.
    governor: int
    quoted: bool
    #: Heads of the conjuncts of a coordination.
    parts: tuple[int, ...] = ()
    first: bool = False
    #: Pronouns that may take it up at a pinch (bits): "they" of a person, "it" of a name taken for a person's.
    maybe: int = 0
    #: Whether it is the subject of the sentence's main verb, and of a verb of saying or thinking.
    main: bool = False
    speaker: bool = False


@value
class Pronoun:
    """A third-person pronoun or possessive that refers to something."""

    sentence: int
    token: int
    form: int
    possessive: bool
    reflexive: bool
    role: str
    governor: int
    #: Heads of the phrases that it stands in.
    inside: frozenset[int]
    #: Head of the subject of its own clause, -1 where there is none.
    subject: int
    #: Heads of the subjects of the clauses above, nearest first.
    above: tuple[int, ...]
    #: Head of what its own phrase is said to be, -1 where it is nothing: nothing is its own enemy.
    described: int
    #: "Its own": bound by the subject.
    own: bool
    #: Whether it says, thinks or wants something.
    agent: bool
    quoted: bool
    #: What its clause is like: "be", "clausal" (with a clause below), "" for any other.
    clause: str = ""
    #: Whether it is the subject of the sentence's main verb.
    main: bool = False
    #: What can only be meant: an "event" ("it came after …"), a "proposition" ("denied it"), "" for anything.
    abstract: str = ""
    #: What cannot be meant (bits): a person in "they were spies", a body in "most of them" either.
    bars: int = 0


def mentions(tree: Tree, sentence: int, quoted: bool = False) -> Iterator[Phrase | Pronoun]:
    """Yield phrases and pronouns in text order; `quoted` tells whether the sentence opens inside a quotation."""
    first = True
    for token in tree:
        if token.pos == "PUNCT":
            quoted = quoted_after(token, quoted)
        if token.pos not in NOMINAL:
            continue
        form = PRONOUNS.get(token.lower) if token.pos == "PRON" else None
        if form:
            if not is_expletive(tree, token):
                pronoun = _pronoun(tree, sentence, token, form, quoted)
                if not _is_bound(tree, pronoun):
                    yield pronoun
            first = False
        elif phrase := _phrase(tree, sentence, token, quoted, first):
            yield phrase
            first = False
            if phrase.form != "group" and (parts := _conjuncts(tree, token)):
                yield evolve(phrase, fits=THEY, form="group", key="", type="", parts=(token.i, *parts))


def _is_bound(tree: Tree, pronoun: Pronoun) -> bool:
    """Tell of "the mayor herself" and "all … their own" that they mean nobody beyond their clause."""
    if pronoun.reflexive and tree[pronoun.token].dep in ("npadvmod", "appos"):
        return True
    if not pronoun.possessive or pronoun.form != THEY or pronoun.subject < 0:
        return False
    # "All of **their** children" are not bound.
    return tree[pronoun.subject].lower in BINDING and pronoun.subject not in tree.ancestors(pronoun.token)


def quoted_after(token: Token, quoted: bool) -> bool:
    """Tell whether what follows `token`, a mark, stands in a quotation."""
    if token.text == '"':
        return token.tag == "``" if token.tag in QUOTES else not quoted
    return QUOTES[token.text] > 0 if token.text in QUOTES else quoted


def _pronoun(tree: Tree, sentence: int, token: Token, form: int, quoted: bool) -> Pronoun:
    possessive = token.lower in POSSESSIVES and token.dep == "poss"
    inside = frozenset(containers(tree, token.i))
    subject = own_subject(tree, token.i)
    if subject >= 0 and not possessive:
        # "Ann and **Lee** voted against her": nor does it stand for one of several subjects.
        inside = inside.union(_conjuncts(tree, tree[subject]))
    governor = governor_of(tree, token.i)
    reflexive = token.lower in REFLEXIVES
    role = role_of(tree, token)
    said_of = described(tree, token.head) if possessive else -1
    own = possessive and token.i + 1 < len(tree) and tree[token.i + 1].lower == "own"
    agent = role == "subject" and tree[governor].lemma in words("cue_verbs")
    above = tuple(subjects_above(tree, token.i))
    if reflexive and subject < 0 and above:
        # "He felt himself move": the subject of the verb above.
        subject = above[0]
    verb = tree[governor]
    clausal = tree.child(governor, "ccomp", "xcomp", "csubj", "advcl", "acl", "relcl") is not None
    clause = "be" if verb.lemma == "be" else "clausal" if clausal and role in ("subject", "object") else ""
    return Pronoun(
        sentence,
        token.i,
        form,
        possessive,
        reflexive,
        role,
        governor,
        inside,
        subject,
        above,
        said_of,
        own,
        agent,
        quoted,
        clause,
        role == "subject" and governor == tree.root,
        _abstract(tree, form, role, verb),
        _barred(tree, token, form, role, verb),
    )


def _abstract(tree: Tree, form: int, role: str, verb: Token) -> str:
    """Tell of an "it" whether only an event or only a statement can be meant."""
    if form != IT:
        return ""
    named = tree.child(verb.i, "oprd") if role == "object" and verb.lemma == "call" else None
    if (role == "object" and verb.lemma in ADMITTING) or (named is not None and tree[named].pos == "NOUN"):
        return "proposition"
    occurs = verb.lemma in ("happen", "occur") or (
        verb.lemma in ("come", "follow") and tree.child(verb.i, "advcl", "npadvmod") is not None
    )
    return "event" if occurs and role == "subject" else ""


def _barred(tree: Tree, token: Token, form: int, role: str, verb: Token) -> int:
    """Return what a "they" cannot mean: one person who is said to be several, a body that some are taken of."""
    told = tree.child(verb.i, "attr") if role == "subject" and verb.lemma == "be" else None
    if form != THEY:
        return 0
    if told is not None:
        return PERSON if tree[told].tag in ("NNS", "NNPS") else 0
    of = tree[token.head]
    taken = token.dep == "pobj" and of.lower == "of" and of.dep == "prep" and tree[of.head].pos in AMOUNTS
    return PERSON | IT if taken else 0


def _phrase(tree: Tree, sentence: int, token: Token, quoted: bool, first: bool) -> Phrase | None:
    named = token.entity in NAMED
    if token.dep in MODIFIERS and (token.entity == "NORP" or not (named and _ends_name(tree, token))):
        return None
    if token.pos in ("DET", "ADJ", "NUM", "PRON") and not named:
        return _several(tree, sentence, token, quoted, first)
    if token.entity in MEASURES or token.tag in ("WP", "WDT", "PRP", "PRP$", "EX"):
        return None
    fits = fits_of(tree, token)
    if not fits:
        return None
    governor = governor_of(tree, token.i)
    role = role_of(tree, token)
    if role == "oblique" and tree[governor].pos in ("NOUN", "PROPN"):
        role = "nested"
    key, form = _key(tree, token), form_of(tree, token)
    kind = token.entity if named else "person" if token.lemma.lower() in people() else ""
    subject = role == "subject"
    main = subject and governor == tree.root
    speaker = subject and tree[governor].lemma in words("cue_verbs")
    maybe = maybe_of(token, fits)
    return Phrase(sentence, token.i, fits, role, form, key, kind, governor, quoted, (), first, maybe, main, speaker)


def _several(tree: Tree, sentence: int, token: Token, quoted: bool, first: bool) -> Phrase | None:
    """Take words like "many" and "others" for several people or things, an age for somebody, where they head one."""
    if token.dep not in ROLES or token.dep in ("amod", "nmod", "poss", "compound", "attr"):
        return None
    aged = _is_aged(tree, token)
    form = "part" if _is_part(tree, token) else "indefinite"
    key = ""
    if aged:
        fits, form = PERSON, form_of(tree, token)
        key = "".join(tree[i].lower for i in range(token.i - 4, token.i + 1))
    elif token.lower in ("someone", "somebody", "everyone", "everybody", "anyone", "anybody"):
        fits = PERSON | THEY
    elif token.lower in ("one", "each", "either", "another"):
        fits = fits_of_one(tree, token)
    elif token.lower in ("something", "anything", "everything"):
        fits = IT
    elif token.lower in SEVERAL and (token.lower not in ("these", "those") or len(tree.children(token.i)) > 0):
        fits = THEY
    elif form == "part":
        fits = IT | THEY
    else:
        return None
    governor, kind = governor_of(tree, token.i), "person" if key else ""
    return Phrase(sentence, token.i, fits, role_of(tree, token), form, key, kind, governor, quoted, (), first)


def _is_aged(tree: Tree, token: Token) -> bool:
    """Tell of an age whether it stands for a person: "the 52-year-old denied it"."""
    return token.i > 3 and token.lower == "old" and [tree[token.i - i].lower for i in (1, 2, 3)] == ["-", "year", "-"]


def _is_part(tree: Tree, token: Token) -> bool:
    """Tell of a word without a noun whether it means some of several named before: "the last", "neither"."""
    below = tree.children(token.i)
    if token.lower in ALL:
        return not below
    return token.lower in ORDERED and [tree[i].lower for i in below] == ["the"]


def _ends_name(tree: Tree, token: Token) -> bool:
    after = token.i + 1
    return after == len(tree) or tree[after].iob != "I" or tree[after].text in ("'s", "’s")


def form_of(tree: Tree, token: Token) -> str:
    """Return how a phrase presents its thing: by name, as known, as new, or by its owner."""
    if token.pos == "PROPN":
        return "name"
    for child in tree.children(token.i):
        if tree[child].dep == "poss":
            return "possessed"
        if tree[child].dep == "det":
            return "definite" if tree[child].lower in DEFINITE else "indefinite"
    return "indefinite"


def _key(tree: Tree, token: Token) -> str:
    return token.text if token.pos == "PROPN" else token.lemma.lower()


def _conjuncts(tree: Tree, token: Token) -> tuple[int, ...]:
    """Return the heads joined to this one by "and"; with "or" nothing is joined."""
    if token.dep == "conj" or tree.child(token.i, "conj") is None:
        return ()
    found: list[int] = []
    current, joined = token.i, False
    for _ in range(12):
        joined = joined or any(tree[i].lower in ("and", "&") for i in tree.children(current, "cc"))
        after = next((i for i in tree.children(current, "conj") if tree[i].pos in ("NOUN", "PROPN")), None)
        if after is None:
            break
        found.append(after)
        current = after
    return tuple(found) if joined else ()
