"""What stands below a verb of saying, thinking or meaning to: one small reader a pattern.

Each function of `COMPLEMENTS` reads one pattern and returns the content it finds, with the words that
belong to the cue besides the verb group; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.analysis import Tokens
from claims.attribution.asides import as_aside, as_comment, as_quoted, is_matrix
from claims.attribution.frames import (
    Complement,
    Row,
    agent,
    bare_participle,
    clause,
    group,
    is_passive,
    lemma,
    phrase,
    rows,
    says_that,
    thing,
    undergoer,
)
from claims.attribution.quotations import MARKS
from claims.attribution.sources import SUBJECTS, is_body, is_removal, minimal, trimmed
from claims.model import CueType
from claims.trees import Tree
from claims.values import evolve

#: Prepositions that go on with the object before them, not with the verb of saying.
COMPANY = frozenset("about against among as between by for from like over to with".split())
#: "What" stands so many tokens before its cue at most.
REACH = 12
#: What one makes a thing in saying it.
KNOWN = frozenset(("clear", "plain", "known", "public", "explicit", "obvious"))
#: Reads one pattern below a verb.
Reader = Callable[[Tree, int, Row], Complement | None]


def as_clause(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``verb (that) CLAUSE`` and ``verb whether CLAUSE``; passive: "it was reported that …"."""
    fitting = [i for i in tree.children(verb, "ccomp") if _fits(tree, verb, i, row)] or _questions(tree, verb, row)
    if not fitting or (row.frames & {"d"} and _has_order(tree, verb, fitting[0])):
        return None
    # Of a sentence that the parser broke in two both halves are content.
    behind = [i for i in fitting if i > verb] or fitting[:1]
    if behind[0] < verb and row.frames & {"t"} and _has_infinitive(tree, verb):
        # "Rents are high - the mayor has vowed to build": what stands before is a sentence of its own.
        return None
    content = tuple(sorted({j for i in behind for j in clause(tree, i)}))
    # A clause behind the content that hangs on the cue may belong to either: it stays outside.
    hosts = (verb, *behind)
    doubtful = bool(content) and any(i > content[-1] for host in hosts for i in tree.children(host, "advcl"))
    # What is heard said is hearsay, unlike what is heard: "the court heard that …".
    hearsay = lemma(tree[verb]) == "hear" or (lemma(tree[verb]) == "understand" and is_passive(tree, verb))
    kind: CueType | None = "say" if hearsay and tree.is_finite(behind[0]) else None
    found = Complement(_with_conjuncts(tree, verb, content), ambiguous=doubtful, type=kind)
    return _active_or_passive(tree, verb, found)


def _questions(tree: Tree, verb: int, row: Row) -> list[int]:
    """Return an "if" clause right behind a verb of asking that the parser took for a condition of the verb above."""
    if "c" not in row.frames or row.type != "warn" or tree[verb].dep != "advcl":
        return []
    end = tree.subtree(verb)[-1] + 1
    beside = [i for i in tree.children(tree[verb].head, "advcl") if i > verb and tree.subtree(i)[0] == end]
    return [i for i in beside if end < len(tree) and tree[end].lower in ("if", "whether")]


def _with_conjuncts(tree: Tree, verb: int, content: Tokens) -> Tokens:
    """Add what the parser coordinated with the cue verb though it goes on with the content."""
    for i in tree.children(verb, "conj"):
        if content and _belongs(tree, verb, i, content[-1]):
            more = phrase(tree, i)
            joint = range(content[-1] + 1, more[0]) if more else ()
            joint = joint if all(tree[j].pos == "PUNCT" or tree[j].dep == "cc" for j in joint) else ()
            content = tuple(sorted({*content, *joint, *more}))
    return content


def _has_order(tree: Tree, verb: int, before: int) -> bool:
    """Tell whether "ask them to leave" stands before what looks like a further content clause."""
    return any(verb < i < before and tree.child(i, "aux") is not None for i in tree.children(verb, "xcomp"))


def as_free_relative(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``what source verb are THINGS``: "what it claims are bases"; "are" belongs to the cue.

    Also ``what source verb THINGS``: "what it called a base".
    """
    if not describes(tree, verb):
        return None
    for i in tree.children(verb, "ccomp"):
        things = tree.child(i, "attr", "acomp")
        if lemma(tree[i]) == "be" and things is not None and "c" in row.frames and i > verb:
            return Complement(phrase(tree, things), (i,))
    named = tree.child(verb, "oprd", "attr")
    return Complement(phrase(tree, named)) if "a" in row.frames and named is not None and named > verb else None


def describes(tree: Tree, verb: int) -> bool:
    """Tell whether a cue stands inside a description of a thing: "**what** it claims are bases"."""
    before = tree[max(verb - REACH, 0) : verb]
    return any(token.lower == "what" and (token.head == verb or tree[token.head].head == verb) for token in before)


def as_medium(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``said in a statement that CLAUSE``: the clause is what was said, not what a statement is."""
    if "c" not in row.frames:
        return None
    for i in tree.children(verb, "prep"):
        medium = tree.child(i, "pobj")
        if medium is not None and (known := rows("cue_nouns").get(lemma(tree[medium]))) and known.type != "say":
            # "comment on claims that …": others claim.
            continue
        for j in tree.children(medium, "acl", "relcl") if medium is not None and i > verb else ():
            if tree.is_finite(j) and says_that(tree, j):
                return _active_or_passive(tree, verb, Complement(clause(tree, j)))
    return None


def _fits(tree: Tree, verb: int, content: int, row: Row) -> bool:
    """Tell whether a clausal complement is of a kind that the cue takes."""
    if content < verb and not is_matrix(tree, verb):
        return False
    if content < verb and any(tree[i].text == ";" for i in range(content, verb)):
        # "He says it is safe; engineers disagree": two sentences.
        return False
    finite = tree.is_finite(content) or tree[content].pos != "VERB" or tree.child(content, "mark") is not None
    return bool("c" in row.frames or row.frames & ({"q"} if finite else {"t", "d", "a"}))


def _belongs(tree: Tree, verb: int, conjunct: int, after: int) -> bool:
    """Tell whether a conjunct of the cue verb is really one of its content: "that …", or another verb form."""
    if conjunct < after:
        return False
    mark = tree.child(conjunct, "mark")
    if mark is not None and tree[mark].lower == "that":
        # "said that they rejected the offer and that …": the second goes on with the first, not with the rejecting.
        own = tree.child(verb, "mark")
        return own is None or tree[own].lower != "that" or tree.child(verb, "ccomp") is not None
    if tree.child(conjunct, "nsubj", "nsubjpass") is not None or tree[verb].tag not in ("VBD", "VBZ", "VBP"):
        return False
    # "stressed that he was ready, but **would not be** there": the modal goes on with what was stressed.
    auxiliary = tree.child(conjunct, "aux")
    modal = auxiliary is not None and tree[auxiliary].tag == "MD"
    return modal if auxiliary is not None else tree[conjunct].tag in ("VB", "VBG")


def _active_or_passive(tree: Tree, verb: int, found: Complement) -> Complement:
    return evolve(found, source=agent(tree, verb)) if is_passive(tree, verb) else found


def as_infinitive(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``verb to INFINITIVE``, ``verb OBJECT to INFINITIVE`` and "is believed to INFINITIVE"."""
    if not row.frames & {"t", "d", "c"} or (row.type == "believe" and _is_purpose(tree, verb)):
        return None
    for i in tree.children(verb, "xcomp", "ccomp"):
        if i < verb or not (tree[i].tag in ("VB", "VBG", "VBN") or tree.child(i, "aux") is not None):
            continue
        content = _with_conjuncts(tree, verb, clause(tree, i))
        if is_passive(tree, verb):
            told = "d" in row.frames
            # What "is understood" to be so is hearsay.
            kind: CueType | None = "say" if lemma(tree[verb]) == "understand" else None
            content = content if told else _with_subject(tree, verb, content)
            return Complement(content, (), agent(tree, verb), type=kind)
        asked = tree.child(verb, "dobj", "dative")
        quoted = asked is not None and any(tree[j].text in MARKS for j in range(asked, i))
        if quoted and "q" in row.frames and not tree.has_to(i):
            # "I told him, ‘Don't go’": whom it is said to is no part of it.
            return Complement(content)
        if asked is not None and asked < i and row.frames & {"d", "t"}:
            return Complement(tuple(sorted({*minimal(tree, asked), *content})))
        via = next((j for j in tree.children(verb, "prep") if tree[j].lower in row.preps and verb < j < i), None)
        below = tree.child(via, "pobj") if via is not None else None
        if via is not None and below is not None:
            return Complement(tuple(sorted({*minimal(tree, below), *content})), (via,))
        if row.frames & {"t", "d"}:
            return Complement(content)
    return None


def _with_subject(tree: Tree, verb: int, content: Tokens) -> Tokens:
    who = undergoer(tree, verb)
    if who is None or tree[who].dep == "expl":
        return content
    return tuple(sorted({*minimal(tree, who), *content}))


def as_predication(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``call X Y``, ``describe X as Y``, "X is seen (by Z) as Y"."""
    if "a" not in row.frames:
        return None
    passive = is_passive(tree, verb)
    topic = undergoer(tree, verb) if passive else tree.child(verb, "dobj")
    frame, predicate = _predicate(tree, verb)
    if topic is None and tree[verb].dep == "acl" and passive and frame and agent(tree, verb):
        return Complement(
            tuple(sorted({*minimal(tree, tree[verb].head)} - {*tree.subtree(verb)} | {*predicate})),
            frame,
            agent(tree, verb),
        )
    if topic is not None and not predicate and any(tree[i].tag == "JJ" for i in tree.children(topic, "acl")):
        # "called the charges unfounded", read as "the unfounded charges".
        return Complement(phrase(tree, topic), (), agent(tree, verb) if passive else None)
    if topic is None or not predicate:
        return None
    content = tuple(sorted({*phrase(tree, topic), *predicate}))
    # "seen by many as a liar": what the frame word governs is no part of the agent.
    held = {j for i in frame for j in tree.subtree(i)}
    by = tuple(i for i in agent(tree, verb) if i not in held)
    kind: CueType | None = "believe" if frame and row.type == "know" else None
    return Complement(content, frame, by if passive else None, type=kind)


def _predicate(tree: Tree, verb: int) -> tuple[Tokens, Tokens]:
    """Return the frame word "as" and the predicate behind an object."""
    agents = [j for i in tree.children(verb, "agent") for j in tree.children(i, "pobj")]
    for i in (k for host in (verb, *agents) for k in tree.children(host, "prep")):
        below = tree.children(i, "pobj", "amod", "pcomp", "acomp", "advcl")
        if tree[i].lower == "among" and i > verb and below:
            return (), phrase(tree, i)
        if tree[i].lower == "as" and i > verb and below:
            return (i,), trimmed(tree, tuple(j for j in tree.subtree(i) if j != i))
    for i in tree.children(verb, "oprd", "xcomp", "acomp", "attr"):
        if i > verb and tree.child(i, "aux") is None:
            return (), phrase(tree, i)
    for i in tree.children(verb, "npadvmod"):
        # "called it “a sad day”", read as if it dated the calling.
        if i > verb and tree[tree.subtree(i)[0] - 1].text in MARKS:
            return (), phrase(tree, i)
    return (), ()


def as_reproach(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``accuse X of Y``: X and Y are the content."""
    if not row.frames & {"r", "p"}:
        return None
    passive = is_passive(tree, verb) or _is_bare_passive(tree, verb)
    blamed = undergoer(tree, verb) if passive else tree.child(verb, "dobj")
    if blamed is None:
        return None
    heads = ("of", "for", "with", "to") if "r" in row.frames else ("for",)
    below = [i for i in tree.children(verb, "prep") if tree[i].lower in heads and i > verb]
    if not below:
        return None
    rest = {j for i in below for j in thing(tree, i)}
    content = trimmed(tree, tuple(sorted({*phrase(tree, blamed), *rest})))
    return Complement(content, (), agent(tree, verb) if passive else None)


def _is_bare_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a headline leaves out "is": "Minister **accused** of lying", for to accuse takes an object."""
    below = tree.child(verb, "dobj", "aux", "auxpass", "ccomp", "xcomp")
    return tree[verb].tag in ("VBD", "VBN") and below is None and tree.child(verb, "nsubj") is not None


def as_prepositional(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``call for X``, ``warn against X``: the preposition belongs to the cue."""
    if is_passive(tree, verb) or _is_purpose(tree, verb) or _has_clause(tree, verb):
        return None
    for i in tree.children(verb, "prep"):
        below = tree.child(i, "pobj", "pcomp")
        dated = below is not None and tree[below].entity in ("DATE", "TIME")
        if tree[i].lower in row.preps and i > verb and below is not None and not dated:
            return Complement(thing(tree, below), (i,), nominal=tree[below].dep == "pobj")
    return None


def _has_clause(tree: Tree, verb: int) -> bool:
    """Tell whether a finite clause or an infinitive depends on the verb."""
    return _has_infinitive(tree, verb) or tree.child(verb, "ccomp") is not None


def _has_infinitive(tree: Tree, verb: int) -> bool:
    return any(i > verb and tree.child(i, "aux") is not None for i in tree.children(verb, "xcomp"))


def as_quoting(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``CONTENT, quoting X``: who is quoted is the source."""
    token = tree[verb]
    named = tree.child(verb, "dobj")
    if lemma(token) != "quote" or token.tag != "VBG" or token.dep != "advcl" or named is None:
        return None
    if tree.child(token.head, "nsubj") is not None and lemma(tree[token.head]) in rows("cue_verbs"):
        return None  # "The agency said, quoting Lee, that …": the agency says it.
    own = set(tree.subtree(verb))
    host = tuple(i for i in tree.subtree(token.head) if i not in own)
    return Complement(trimmed(tree, host), (), minimal(tree, named))


def as_object(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``criticised X``, "X was rejected by Y", "two blasts were heard"; who is dismissed loses an office."""
    if "o" not in row.frames or is_removal(tree, verb):
        return None
    if is_passive(tree, verb):
        topic, who = tree.child(verb, "nsubjpass", "nsubj"), agent(tree, verb)
        if topic is None or not ((who and row.type not in ("believe", "commit")) or "i" in row.frames):
            return None
        told = tuple(
            j for i in tree.children(verb, "prep") if tree.child(i, "pcomp") and i > verb for j in tree.subtree(i)
        )
        return Complement(trimmed(tree, tuple(sorted({*phrase(tree, topic), *told}))), (), who)
    found = tree.child(verb, "dobj")
    if (
        found is None
        or found < verb
        or _is_purpose(tree, verb)
        or _is_label(tree, verb)
        or tree[found].lower.endswith(("self", "selves"))
    ):
        return None
    return Complement(_with_company(tree, verb, _with_conjuncts(tree, verb, thing(tree, found))), nominal=True)


def _with_company(tree: Tree, verb: int, content: Tokens) -> Tokens:
    """Add phrases right behind an object that say more of it: "endorsed Lund **for mayor**".

    Phrases that date or place the saying ("in a speech") are none of them.
    """
    for i in tree.children(verb, "prep", "dative"):
        below = tree.subtree(i)
        if content and below[0] == content[-1] + 1 and tree[i].lower in COMPANY:
            content = trimmed(tree, (*content, *below))
    return content


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is an infinitive outside a verb group: an aim, not an act ("came to discuss it")."""
    return group(tree, verb)[0] == verb - 1 and tree[verb - 1].tag == "TO" and tree[verb].dep != "conj"


def _is_label(tree: Tree, verb: int) -> bool:
    """Tell whether a participle only says which thing is meant ("a suit challenging the law")."""
    token = tree[verb]
    return token.dep == "acl" and tree[token.head].entity == "" and not is_body(lemma(tree[token.head]))


def as_headline(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read the bare participle of a headline: "Three blasts heard", "Damage reported"."""
    who = bare_participle(tree, verb, row)
    return Complement(phrase(tree, who), (), ()) if who is not None else None


def as_fixed_phrase(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read "made (it) **clear** that CLAUSE" and "legend **has it** that CLAUSE"."""
    if "m" not in row.frames:
        return None
    it = tree.child(verb, "dobj")
    if it is not None and tree[it].lower == "it" and (said := tree.child(verb, "ccomp")) is not None and said > it:
        return Complement(clause(tree, said), (it,))
    known = next(
        (i for i in tree.children(verb, "ccomp", "acomp", "oprd") if tree[i].lower in KNOWN and i > verb), None
    )
    if known is None:
        return None
    said = next((i for i in tree.children(known, "advcl", "ccomp") if says_that(tree, i)), None)
    frame = (*tree.children(known, "nsubj"), known)
    return Complement(clause(tree, said), frame) if said is not None else None


def as_coordinated(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``said, and Y confirmed, that CLAUSE``: what the second verb of saying has, the first shares."""
    joined = tree.child(verb, "conj")
    if "c" not in row.frames or joined is None or joined < verb or is_passive(tree, verb):
        return None
    other = rows("cue_verbs").get(lemma(tree[joined]))
    said = tree.child(joined, "ccomp")
    if other is None or "c" not in other.frames or said is None or said < joined or not tree.is_finite(said):
        return None
    who = tree.child(joined, *SUBJECTS)
    between = set(range(verb + 1, joined)) - set(tree.subtree(who) if who is not None else ())
    if all(tree[i].pos in ("PUNCT", "CCONJ", "AUX") or tree[i].dep in ("advmod", "neg") for i in between):
        return Complement(clause(tree, said))
    return None


#: Patterns in the order in which they are tried.
COMPLEMENTS: tuple[Reader, ...] = (
    as_free_relative,
    as_fixed_phrase,
    as_aside,
    as_quoted,
    as_comment,
    as_predication,
    as_reproach,
    as_quoting,
    as_medium,
    as_prepositional,
    as_headline,
    as_clause,
    as_infinitive,
    as_coordinated,
    as_object,
)
