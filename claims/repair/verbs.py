"""Repairs of verbs: their subjects, complements, and the clauses that hang on the wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import frames_of, words
from claims.repair.moves import NOUN_TAGS, Move, is_singular, subject_label
from claims.trees import FINITE, SUBJECTS, Token, Tree


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
            yield Move(subject, token.head, subject_label(tree, token.head))


def subject_of_auxiliary(tree: Tree) -> Iterator[Move]:
    """Give a verb the subject that hangs on its auxiliary: "the company was **“committed”** to it"."""
    for token in tree.labelled(*SUBJECTS):
        auxiliary = tree[token.head]
        if token.dep == "expl" or auxiliary.dep not in {"aux", "auxpass"}:
            continue
        if tree.child(auxiliary.head, *SUBJECTS) is None:
            yield Move(token.i, auxiliary.head, "nsubjpass" if auxiliary.dep == "auxpass" else "nsubj")


def second_complement(tree: Tree) -> Iterator[Move]:
    """Free a participle that hangs on a preposition which has its complement: "against it, **inviting** him"."""
    for token in tree.labelled("pcomp"):
        if token.tag != "VBG" or token.i == 0 or tree[token.i - 1].text != ",":
            continue
        verb = next((i for i in tree.ancestors(token.head) if tree[i].pos == "VERB"), None)
        if verb is not None and any(c < token.i for c in tree.children(token.head, "pobj", "pcomp")):
            yield Move(token.i, verb, "advcl")


def existential(tree: Tree) -> Iterator[Move]:
    """Give "there were" its clause: "said **there were** rising threats"."""
    for be in tree.labelled("aux", "auxpass"):
        modifier = tree[be.head]
        if modifier.dep != "amod" or be.lemma != "be":
            continue
        for _ in (i for i in tree.children(be.i) if tree[i].tag == "EX"):
            noun = tree[modifier.head]
            yield Move(be.i, noun.head, "ccomp" if noun.dep == "dobj" else noun.dep)
            yield Move(noun.i, be.i, "attr")


def role_of_object(tree: Tree) -> Iterator[Move]:
    """Give "as" or "of" to its verb: "describe the ruling **as** historic", "accuse the king **of** lying".

    By whom something is seen so makes no difference: "named by the police **as** Ann Lee", "accused by him **of** it".
    """
    for token in tree.labelled("prep"):
        agent = tree[tree[token.head].head]
        if token.lower == "as" and agent.dep == "agent" and agent.i < token.i and tree[token.i - 1].lower != "such":
            yield Move(token.i, agent.head, "prep")
            continue
        noun = _top_noun(tree, token.head) if token.lower == "of" else token.head
        frame = "a" if token.lower == "as" else "r" if tree.child(token.i, "pcomp") is not None else ""
        by = tree[noun].head if tree[tree[noun].head].dep == "agent" else None
        if token.lower not in {"as", "of"} or not frame or (tree[noun].dep not in {"dobj", "nsubjpass"} and by is None):
            continue
        # Frames: "a" is an object with a predicate, "r" one with a reproach.
        verb = tree[tree[noun if by is None else by].head]
        if frame in frames_of(verb.lemma.lower()):
            yield Move(token.i, verb.i, "prep")


def _top_noun(tree: Tree, noun: int) -> int:
    """Return the noun at the top of a phrase: the head in "the **head** of the army"."""
    while tree[noun].dep == "pobj" and tree[tree[noun].head].dep == "prep":
        noun = tree[tree[noun].head].head
    return noun


def listed_complements(tree: Tree) -> Iterator[Move]:
    """Read adjectives in a row as a list: "was sorry, **ashamed** and ready to go"."""
    for token in tree.labelled("acomp"):
        first = tree.child(token.head, "acomp")
        if first is None or first >= token.i or tree.child(token.i, "cc") is None:
            continue
        if any(tree[i].text == "," for i in range(first, token.i)):
            yield Move(token.i, first, "conj")


def noun_for_verb(tree: Tree) -> Iterator[Move]:
    """Read a bare noun joined to a bare verb as a verb: "may gather and **picnic** in the park"."""
    for token in tree.labelled("conj"):
        bare = token.tag == "NN" and not any(child < token.i for child in tree.children(token.i))
        if bare and tree[token.head].tag == "VB" and tree.child(token.i, "prep") is not None:
            yield Move(token.i, token.head, "conj", "VB")


def verb_not_noun(tree: Tree) -> Iterator[Move]:
    """Read a noun that has a subject and a clause or object as a verb: "the ministry **notes** that it fell"."""
    for token in tree.labelled("ROOT", "conj", "ccomp", "advcl"):
        if token.tag not in {"NNS", "NN"}:
            continue
        subject, said = tree.child(token.i, "nsubj"), tree.child(token.i, "ccomp", "dobj")
        if subject is None or said is None or not subject < token.i < said:
            continue
        if tree.child(token.i, "det", "amod", "poss", "cop", "compound", "nummod") is None:
            yield Move(token.i, token.head, token.dep, "VBZ" if token.tag == "NNS" else "VBP")


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
            for after in tree[closed + 1 :]:
                head = tree[after.head]
                inside = head.i < closed and head.dep == "ccomp" and tree[head.head].i < closed
                if after.dep == "advcl" and after.tag == "VBG" and inside and _quoted(tree, head.i, closed):
                    yield Move(after.i, head.head, "advcl")
                elif inside and _goes_on(tree, after, tree[head.head]) and _quoted(tree, head.i, closed):
                    yield Move(after.i, head.head, "conj")
                    yield from (Move(i, head.head, "cc") for i in tree.children(head.i, "cc") if closed < i < after.i)


def _goes_on(tree: Tree, verb: Token, saying: Token) -> bool:
    """Tell whether a joined verb behind a quotation is the speaker's: 'said that "it is over," and **left**'."""
    alone = tree.child(verb.i, *SUBJECTS, "aux", "auxpass") is None
    return verb.dep == "conj" and verb.tag == saying.tag and verb.tag in FINITE and alone


def _quoted(tree: Tree, index: int, closed: int) -> bool:
    """Tell whether a token stands between the quotation marks that end at `closed`."""
    opening = next((t.i for t in reversed(tree[:closed]) if t.text in {'"', "“"}), closed)
    return opening < index < closed


def now_that(tree: Tree) -> Iterator[Move]:
    """Read "now that" as one subordinator: "**now that** we are here, we can talk"."""
    for token in tree.labelled("ccomp", "advcl", "relcl", "acl"):
        now = tree[token.head]
        that = tree.child(token.i, "mark")
        if now.lower == "now" and now.dep == "advmod" and that == now.i + 1 and tree[that].lower == "that":
            yield Move(token.i, now.head, "advcl")
            yield Move(now.i, token.i, "mark")


def unlike_conjunct(tree: Tree) -> Iterator[Move]:
    """Join a verb to the one above of its own form: "was kept till she was ten and **moved** on", "to sit and **eat**".

    Without subject and auxiliary it shares those of another, so both stand in one form and agree with them.
    """
    for token in tree.labelled("conj"):
        host = tree[token.head]
        noun = host.tag in {"NN", "NNS", "NNP"} and token.tag == "VBZ" and _opens_verb(tree, token.i)
        if token.tag not in _FORMS or not (noun or host.tag in _FORMS) or host.i > token.i:
            continue
        taken = tree.child(token.i, *SUBJECTS, "aux", "auxpass") is not None
        if taken or (tree.child(host.i, *SUBJECTS) is not None if noun else _alike(tree, host.i, token.i)):
            continue
        above = next((i for i in _candidates(tree, host.i, token.i) if _shares(tree, i, token.i)), None)
        if above is not None:
            yield Move(token.i, above, "conj")
            for joiner in tree.children(host.i, "cc"):
                if host.i < joiner < token.i:
                    yield Move(joiner, above, "cc")


def _opens_verb(tree: Tree, verb: int) -> bool:
    """Tell whether a verb follows "and", or a comma with an object of its own: "sells tea, jam, **makes** bread"."""
    before = tree[verb - 1]
    return before.dep == "cc" or (before.text == "," and tree.child(verb, "dobj") is not None)


def _candidates(tree: Tree, host: int, verb: int) -> Iterator[int]:
    """Yield verbs that a later one may be joined to: those below its host, the last first, then those above."""
    for i in range(verb - 1, host, -1):
        # "asked that the town **act** and help"
        willed = tree[i].tag == "VB" and tree[i].dep in {"ccomp", "relcl"}
        if (willed or tree[i].dep in {"pcomp", "xcomp", "advcl", "acl", "compound"}) and host in tree.ancestors(i):
            yield i
    yield from (i for i in tree.ancestors(host) if i < verb)


#: Forms of verbs that are told apart; the past is not, most verbs spell it like their participle.
_FORMS = {"VBZ": "s", "VBP": "plain", "VB": "plain", "VBG": "ing", "VBN": "past", "VBD": "past"}


def _alike(tree: Tree, host: int, verb: int) -> bool:
    """Tell whether two verbs may share subject and auxiliaries."""
    tag, other = tree[verb].tag, tree[host].tag
    subject = tree.child(host, *SUBJECTS)
    if tag in {"VBZ", "VBP"}:
        return subject is None or agrees(tree, subject, tag)
    if tag == "VBN":
        # Most pasts look like participles; "was ten and moved" has another passive above to join.
        passive = tree[tree[host].head].tag == "VBN" and tree.child(tree[host].head, "auxpass") is not None
        return tree[host].lemma != "be" or not passive
    return _FORMS[tag] == _FORMS[other] or (tag == "VB" and tree[host].lower in words("invariant_verbs"))


def _shares(tree: Tree, above: int, verb: int) -> bool:
    """Tell whether a verb above has the form of a later one, and a subject or auxiliary to share."""
    tag, other = tree[verb].tag, tree[above].tag
    subject = tree.child(above, *SUBJECTS)
    if tag == "VBP" and other == "VB":
        return tree.child(above, "aux") is None
    if tag in {"VBZ", "VBP"}:
        finite = other in {"VBZ", "VBP", "VBD"} or (tag == "VBZ" and tree.is_finite(above))
        return finite and subject is not None and agrees(tree, subject, tag)
    return tag == other and tag != "VBD"


def agrees(tree: Tree, subject: int, tag: str) -> bool:
    """Tell whether a subject goes with a verb in the singular (VBZ) or the plural (VBP); what is unclear does."""
    token = tree[subject]
    several = tree.child(subject, "conj") is not None
    if token.lower in {"i", "you", "we", "they", "these", "those"} or token.tag in {"NNS", "NNPS"} or several:
        return tag != "VBZ"
    if token.lower in {"he", "she", "it", "this", "that"} or (
        token.tag in {"NN", "NNP"} and not _amount(tree, subject)
    ):
        return tag != "VBP"
    return True


def _amount(tree: Tree, subject: int) -> bool:
    """Tell whether a noun may take a plural verb: "a number of", "the majority of", "the police"."""
    return tree[subject].tag == "NN" and (
        tree[subject].lemma in words("collective_nouns")
        or "of" in {tree[c].lower for c in tree.children(subject, "prep")}
    )


def clause_behind_noun(tree: Tree) -> Iterator[Move]:
    """Read a bare noun with a finite clause as a verb: "they said it fell and **claim** it burst"."""
    for token in tree.labelled("conj"):
        clause = tree.child(token.i, "ccomp")
        if token.tag != "NN" or clause is None or any(c < token.i for c in tree.children(token.i)):
            continue
        verbs = [i for i in (token.head, *tree.ancestors(token.head)) if tree[i].pos in {"VERB", "AUX"}]
        fitting = (i for i in verbs if (s := tree.child(i, *SUBJECTS)) is not None and agrees(tree, s, "VBP"))
        host = next(fitting, None)
        if host is None or clause < token.i or tree.child(clause, *SUBJECTS) is None:
            continue
        yield Move(token.i, host, "conj", "VBP")
        for joiner in tree.children(token.head, "cc"):
            yield Move(joiner, host, "cc")


def quoted_content(tree: Tree) -> Iterator[Move]:
    """Give a quotation to the participle before it: 'a letter saying, "The mill **closes**"'."""
    for token in tree.labelled("acl", "relcl", "appos"):
        if token.tag not in FINITE or tree.child(token.i, *SUBJECTS) is None:
            continue
        opening = next((i for i in tree.subtree(token.i) if tree[i].pos != "PUNCT"), token.i) - 1
        before = opening - 1 if opening > 1 and tree[opening - 1].text == "," else opening
        verb = tree[before - 1] if before > 0 else token
        if opening > 1 and tree[opening].tag == "``" and verb.tag == "VBG" and verb.dep == "acl":
            yield Move(token.i, verb.i, "ccomp")


def helping_verb(tree: Tree) -> Iterator[Move]:
    """Give "did" before the subject to the verb that it helps: "only then **did** the minister **resign**"."""
    for token in tree.labelled("ccomp"):
        do = tree[token.head]
        subject = tree.child(token.i, "nsubj")
        if token.tag != "VB" or do.lemma != "do" or subject is None or tree.subtree(subject)[0] != do.i + 1:
            continue
        if tree.child(token.i, "aux", "mark") is not None:
            continue
        yield Move(token.i, token.i if do.head == do.i else do.head, do.dep)
        yield Move(do.i, token.i, "aux")
        for child in tree.children(do.i):
            if child != token.i:
                dep = tree[child].dep
                yield Move(child, token.i, "advmod" if dep in SUBJECTS else dep)


def inverted_subject(tree: Tree) -> Iterator[Move]:
    """Find the subject behind a verb that a phrase of place opens: "on the hill **stood** a chapel"."""
    for token in tree.labelled("ROOT", "conj", "ccomp"):
        yield from _beside(tree, token.i)
        thing = tree.child(token.i, "dobj", "attr") if tree.child(token.i, *SUBJECTS) is None else None
        if thing is None or thing < token.i or not _placing(tree, token.i):
            continue
        first = min((token.i, *tree.children(token.i, "aux", "auxpass")))
        before = (c for c in tree.children(token.i, "prep", "advmod") if tree.subtree(c)[-1] == first - 1)
        opening = next((c for c in before if tree[c].dep == "prep" or tree.child(c, "prep") is not None), None)
        if opening is None or tree[opening].lower == "as" or tree.child(thing, "det", "poss", "nummod") is None:
            continue
        start = tree.subtree(opening)[0]
        opens = all(tree[j].pos == "PUNCT" or tree[j].lower == "also" for j in range(start))
        if (opens or tree[start - 1].text == ";") and tree[first - 1].text != ",":
            yield Move(thing, token.i, subject_label(tree, token.i))


def _beside(tree: Tree, be: int) -> Iterator[Move]:
    """Find who is "with" somebody, who is no subject: "**with her were two guards**"."""
    beside, subject, thing = tree.child(be, "mark"), tree.child(be, "nsubj"), tree.child(be, "attr")
    if beside is None or subject is None or thing is None or tree[be].lemma != "be" or tree[beside].lower != "with":
        return
    if beside == 0 and tree.subtree(subject)[-1] == be - 1 and be < thing:
        yield Move(beside, be, "prep")
        yield Move(subject, beside, "pobj")
        yield Move(thing, be, "nsubj")


def _placing(tree: Tree, verb: int) -> bool:
    """Tell whether a finite verb says that something is somewhere: it takes no object."""
    passive = tree.child(verb, "auxpass") is not None
    placed = tree[verb].lemma in {"be", "stand", "lie", "sit", "hang", "come", "appear", "live"}
    return tree.is_finite(verb) and (passive or placed)


def relative_that(tree: Tree) -> Iterator[Move]:
    """Give a clause whose subject is "that" to the noun before it: "the mayor, Lee, **that** paid for it"."""
    for that in tree.labelled("nsubj", "nsubjpass"):
        verb = tree[that.head]
        if that.lower != "that" or that.tag not in {"IN", "WDT"} or verb.dep not in {"ccomp", "advcl"}:
            continue
        noun = tree[that.i - 1] if that.i else that
        if noun.tag in NOUN_TAGS and verb.i > that.i and verb.i not in tree.ancestors(noun.i):
            yield Move(verb.i, noun.i, "relcl")
            yield Move(that.i, verb.i, that.dep, "WDT")


def infinitive_behind_time(tree: Tree) -> Iterator[Move]:
    """Give an infinitive to the noun that announces it: "announced plans Monday **to close** two docks"."""
    for token in tree.labelled("xcomp", "advcl"):
        noun = tree.child(token.head, "dobj")
        if noun is None or not token.head < noun < token.i or not tree.has_to(token.i):
            continue
        # The frame "t" is an infinitive.
        announces = "t" in frames_of(tree[noun].lemma.lower(), "cue_nouns")
        between = tree[tree.subtree(noun)[-1] + 1 : tree.subtree(token.i)[0]]
        dated = between and all(t.entity in {"DATE", "TIME"} or t.lower == "on" for t in between)
        if announces and dated:
            yield Move(token.i, noun, "acl")


def clause_before_colon(tree: Tree) -> Iterator[Move]:
    """Set a clause before a colon beside the one behind it, which does not say it: "It **fell**: Opel reported …"."""
    for token in tree.labelled("ccomp"):
        behind = tree.subtree(token.i)[-1] + 1
        subject = tree.child(token.head, *SUBJECTS)
        if behind >= len(tree) or tree[behind].text != ":" or subject is None or not token.i < behind < subject:
            continue
        quoted = any(t.tag in {"``", "''"} for t in tree[:behind])
        if tree.child(token.i, *SUBJECTS) is not None and tree.is_finite(token.i) and not quoted:
            yield Move(token.i, token.head, "parataxis")
