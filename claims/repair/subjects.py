"""Repairs of finite verbs without a subject: it was taken by the phrase before them, or by another verb."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table
from claims.repair.moves import Move, is_person, is_singular, subject_label
from claims.trees import NOUNS, Token, Tree


def swallowed_subject(tree: Tree) -> Iterator[Move]:
    """Part an opening phrase from the subject behind it: "According to Ann, **a driver** was hurt"."""
    for verb in subjectless(tree, "ROOT", "ccomp", "advcl", "conj", "relcl"):
        last = _before(tree, verb)
        closed = tree[last].text == "," and tree[last].head == verb
        if closed and (name := _described(tree, last - 1)) is not None:
            yield Move(name, verb, subject_label(tree, verb))
            continue
        opening = next((c for c in tree.children(verb) if c <= last and tree.subtree(c)[-1] == last), None)
        if opening is None or tree[opening].dep not in {"prep", "advmod", "agent", "npadvmod", "advcl"}:
            continue
        first = tree.subtree(opening)[0]
        comma = next((i for i in range(last, first, -1) if tree[i].text == ","), None)
        moves = _freed(tree, range(comma + 1, last + 1), verb) if comma is not None else None
        yield from (
            moves
            or _beside(tree, range(first, last + 1), verb)
            or list(_behind_article(tree, range(first, last + 1), verb))
            or _quantity(tree, range(first, last + 1), verb)
        )


def _described(tree: Tree, last: int) -> int | None:
    """Return a name at the end of an opening phrase with more said of it: "To all, **Ann Lee**, a nurse, …"."""
    above = [i for i in (last, *tree.ancestors(last)) if tree[i].dep == "appos" and tree[i].entity == "PERSON"]
    name = next((i for i in above if tree.subtree(i)[-1] == last and tree.child(i, "relcl", "appos") is not None), None)
    person = name is not None and tree[tree[name].head].dep == "pobj"
    return name if name is not None and person and tree[tree.subtree(name)[0] - 1].text == "," else None


#: Verbs behind which a clause has no finite verb: "saw them go", "suggest that they go".
_BARE = frozenset("bid feel have hear help let make notice observe see watch".split())
_WILLED = frozenset("ask advise insist propose recommend request suggest".split())
#: Subjects in the plural that are no nouns.
_MANY = frozenset("i we you they these those many some several few both".split())
#: Tags that a finite verb gets by mistake.
_VERBLIKE = frozenset({"VB", "NN", "NNS", "JJ"})


def agreeing_verb(tree: Tree) -> Iterator[Move]:
    """Read a word that agrees with a subject of its own as finite: "the bills that were sold **settle** today"."""
    for subject in tree.labelled("nsubj"):
        word = tree[subject.head]
        if subject.i > word.i or word.tag not in _VERBLIKE or tree.children(word.i, "aux", "auxpass"):
            continue
        tag = _agreeing(tree, word.i, _are_many(tree, subject))
        between = (tree[i].tag for i in range(subject.i, word.i))
        if tag is not None and "MD" not in between and _asserts(tree, word.i):
            yield Move(word.i, word.head, word.dep, tag)


def _are_many(tree: Tree, subject: Token) -> bool:
    """Tell whether a subject is several: plural, joined by "and", or the "who" of several people."""
    if any(tree[i].lower == "and" for i in tree.children(subject.i, "cc")):
        return True
    verb = tree[subject.head]
    noun = tree[verb.head] if subject.tag == "WP" and verb.dep == "relcl" else subject
    return noun.tag in {"NNS", "NNPS"} or subject.lower in _MANY


def _agreeing(tree: Tree, word: int, many: bool) -> str | None:
    """Return the tag of a finite verb that "use" or "uses" is beside a subject in the plural or singular."""
    if tree[word].tag == "VB":
        return "VBP" if many and tree[word].lower != "be" else None
    noun = tree.child(word, "det", "poss", "amod", "nummod", "compound", "nmod", "cop") is not None
    if noun or many == (tree[word].tag == "NNS"):
        return None
    return "VBP" if many else "VBZ"


def _asserts(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands where one with a finite verb can stand, and no other."""
    token, host = tree[verb], tree[tree[verb].head]
    if token.tag == "JJ":
        # Not "the news made them glad" nor "Roads closed, trains late"; but "the ministers **own** shares".
        takes = token.dep == "ROOT" and any(i > verb for i in tree.children(verb, "dobj"))
        return takes or token.dep == "relcl" or (token.dep == "ccomp" and verb < host.i)
    if token.dep != "ccomp":
        return token.dep in {"ROOT", "parataxis", "relcl", "advcl"}
    row = table("cue_verbs").get(host.lemma.lower())
    said = row is not None and row[0] in {"say", "claim", "believe", "know"} and host.lemma not in _BARE | _WILLED
    return verb < host.i or said


def subjectless(tree: Tree, *deps: str) -> Iterator[int]:
    """Yield the finite verbs with one of the labels that have no subject; a bare form may be an imperative."""
    for token in tree.labelled(*deps):
        if token.pos not in {"VERB", "AUX"} or token.i in tree.subjects:
            continue
        helpers = tree.children(token.i, "aux", "auxpass")
        forms = (token, *(tree[i] for i in helpers)) if helpers else (token,)
        if any(map(_shows_finite, forms)) and tree.subjects.keys().isdisjoint(helpers):
            yield token.i


def _shows_finite(form: Token) -> bool:
    return form.tag in {"VBD", "VBZ", "MD"} or form.lower in {"are", "have"}


def _before(tree: Tree, verb: int) -> int:
    """Return the token before a verb with its auxiliaries and adverbs."""
    first = min((verb, *(i for i in tree.children(verb, "aux", "auxpass", "neg") if i < verb)))
    while first - 1 in tree.children(verb, "advmod"):
        first -= 1
    return first - 1


def _freed(tree: Tree, phrase: range, verb: int) -> list[Move] | None:
    """Return what makes a whole noun phrase the subject, or None where the tokens are none."""
    tops = [i for i in phrase if tree[i].head not in phrase]
    nouns = [i for i in tops if tree[i].pos in NOUNS]
    if len(nouns) != 1 or any(tree[i].dep not in {"cc", "punct", "conj"} for i in tops if i not in nouns):
        return None
    noun = nouns[0]
    if tree[noun].dep == tree[tree[noun].head].dep == "appos":
        # "…, Tom Lee, the head of the firm said": the name is the subject.
        return [Move(tree[noun].head, verb, subject_label(tree, verb))]
    if (
        tree[noun].dep not in {"appos", "conj", "npadvmod", "dobj", "nmod", "dep", "pobj"}
        or tree[phrase[0]].dep == "cc"
    ):
        return None
    others = [Move(i, noun, tree[i].dep) for i in tops if i != noun]
    return [Move(noun, verb, subject_label(tree, verb)), *others]


def _beside(tree: Tree, phrase: range, verb: int) -> list[Move] | None:
    """Return what frees a noun phrase with an article that no preposition governs: "As of noon **the site** was up"."""
    for noun in tree.labelled("appos", "npadvmod", "dep", "nmod", "dobj"):
        below = tree.subtree(noun.i)
        apart = noun.i in phrase and phrase[0] + 1 < below[0] and below[-1] == phrase[-1]
        if apart and tree[below[0]].dep in {"det", "poss"} and tree[below[0] - 1].pos in NOUNS:
            return _freed(tree, range(below[0], phrase[-1] + 1), verb)
    return None


def _behind_article(tree: Tree, phrase: range, verb: int) -> Iterator[Move]:
    """Yield what parts two noun phrases in one, where an article stands in the middle: "In 2012 **the firm** grew"."""
    for article in phrase[2:]:
        noun = tree[tree[article].head]
        left = [i for i in tree.children(noun.i) if i < article and i in phrase]
        between = range(left[-1] + 1, article) if left else range(0)
        if tree[article].dep not in {"det", "poss"} or not left or len(between) or noun.dep != "pobj":
            continue
        if tree[left[-1]].pos in NOUNS and tree[left[-1]].dep in {"compound", "nmod", "nummod"}:
            yield Move(left[-1], noun.head, "pobj")
            yield from (Move(i, left[-1], tree[i].dep) for i in left[:-1])
            yield Move(noun.i, verb, subject_label(tree, verb))
            return


def joined_subject(tree: Tree) -> Iterator[Move]:
    """Free a subject that a list before it took: "the bus came from Rome and **the pope** was met".

    The verb is joined to another, but the joiner stands inside a phrase of that one.
    """
    for verb in subjectless(tree, "conj", "ccomp"):
        noun = _last_joined(tree, _before(tree, verb), verb)
        if noun is None:
            continue
        joiner = tree.subtree(noun)[0] - 1
        above = list(tree.ancestors(noun))
        if tree[verb].dep == "ccomp":
            # "said she left and the men stayed" as two things said: joined is what the noun's clause says.
            above = above[max(0, above.index(tree[verb].head) - 1) :]
        host = next((i for i in above if i != verb and tree.is_finite(i) and tree[i].dep != "relcl"), None)
        if host is None:
            continue
        yield Move(noun, verb, subject_label(tree, verb))
        yield Move(joiner, host, "cc")
        yield Move(verb, host, "conj")


def subject_before_comma(tree: Tree) -> Iterator[Move]:
    """Give a verb behind a comma the noun that a longer phrase parts it from: "as **Lund**, the owner, **said** so".

    That noun passes for the object of "as" or, where it is what is said, of the verb above: "stated **the
    economy**, which is weak, **will shrink**". The phrase stands between commas.
    """
    for verb in subjectless(tree, "advcl", "ccomp"):
        comma = _before(tree, verb)
        host = tree[verb].head
        if comma < 2 or tree[comma].text != ",":
            continue
        said = tree[verb].dep == "ccomp"
        phrases = (*tree.children(host, "prep"), *tree.children(verb, "prep"))
        for opening in (host,) if said else (i for i in phrases if tree[i].lower in _CLAUSAL):
            noun = tree.child(opening, "dobj" if said else "pobj")
            if noun is not None and opening < noun < comma and _closed_at(tree, noun, comma):
                yield from () if said else (Move(opening, verb, "mark"),)
                yield Move(noun, verb, subject_label(tree, verb))


#: Prepositions that may open a clause as well.
_CLAUSAL = ("as", "after", "before", "since", "until")


def _closed_at(tree: Tree, noun: int, comma: int) -> bool:
    """Tell whether a phrase that opens with a comma behind a noun ends at a later one."""
    below = [i for i in tree.subtree(noun) if i < comma]
    opened = any(tree[i].text == "," for i in below)
    return opened and below[-1] == comma - 1 and any(tree[i].dep in {"appos", "relcl", "acl"} for i in below)


def _last_joined(tree: Tree, last: int, verb: int) -> int | None:
    """Return the noun behind "and" or "but" whose phrase ends at `last`, if it hangs on what `verb` is joined to."""
    if last < 2:
        return None
    for noun in (last, *tree.ancestors(last)):
        first = tree.subtree(noun)[0]
        if noun > last or tree.subtree(noun)[-1] != last:
            return None
        listed = tree[noun].dep == "conj" and tree[noun].pos in NOUNS and tree[first - 1].dep == "cc"
        if listed and tree[first - 1].lower in {"and", "but"} and tree[first - 1].head == tree[noun].head:
            return noun if noun < verb and tree[verb].head in tree.ancestors(noun) else None
    return None


def _quantity(tree: Tree, phrase: range, verb: int) -> Iterator[Move]:
    """Yield what parts a quantity from the phrase before: "According to police **about 90 people** were hurt"."""
    for prep in phrase[2:]:
        noun = tree.child(prep, "pobj")
        number = tree[prep + 1]
        if tree[prep].lower not in {"about", "over", "around", "under"} or tree[prep].dep != "prep" or noun is None:
            continue
        if number.tag == "CD" and number.head == noun and tree.subtree(noun)[-1] == phrase[-1]:
            yield Move(noun, verb, subject_label(tree, verb))
            yield Move(prep, number.i, "quantmod")
            return


def reduced_relative(tree: Tree) -> Iterator[Move]:
    """Read a participle as part of the subject: "the meals **served** there are good"."""
    for verb in subjectless(tree, "ccomp", "conj"):
        participle = tree[tree[verb].head]
        subject = tree.child(participle.i, "nsubj")
        if participle.tag not in {"VBD", "VBN"} or subject is None or not subject < participle.i < verb:
            continue
        own = tree.children(participle.i, "aux", "auxpass", "dobj", "neg", "cc", "ccomp")
        apart = any(tree[i].pos in {"PUNCT", "CCONJ"} for i in range(participle.i, verb))
        if set(own) - {verb} or apart or tree[subject].pos not in {"NOUN", "PROPN"} or participle.lemma == "be":
            continue
        yield Move(verb, verb if participle.head == participle.i else participle.head, participle.dep)
        yield Move(participle.i, subject, "acl")
        yield Move(subject, verb, subject_label(tree, verb))
        for child in tree.children(participle.i):
            if child != verb and (child < subject or child > verb):
                yield Move(child, verb, tree[child].dep)


def name_for_adverb(tree: Tree) -> Iterator[Move]:
    """Read an adverb at the front as a name where nobody else acts: "**Mulally** said that it was safe"."""
    first = next((token for token in tree if token.pos != "PUNCT"), None)
    if first is None or first.dep != "advmod" or not first.text[:1].isupper() or tree.children(first.i):
        return
    verb = first.head
    acts = tree.child(verb, "dobj", "ccomp") is not None and first.i + 1 < len(tree)
    if acts and verb in subjectless(tree, "ROOT", "ccomp") and _before(tree, verb) < first.i:
        yield Move(first.i, verb, subject_label(tree, verb), "NNP")


def listed_subjects(tree: Tree) -> Iterator[Move]:
    """Read nouns in a row before a verb as a list: "**Lee, Berg and Roe** met".

    What says who the first one is ends with a comma, but for careless writers: "Lee, head of the firm and owner said".
    Two that belong to somebody are not one: "the singer, **her husband** and their son left".
    """
    for token in tree.labelled("appos"):
        subject = tree[token.head]
        opened = tree[tree.subtree(token.i)[0] - 1].text == "," and subject.i < token.i
        if subject.dep not in {"nsubj", "nsubjpass"} or not opened or is_singular(tree, subject.head):
            continue
        apart = _each_somebodys(tree, token.i) and subject.tag in {"NN", "NNP"}
        described = not apart and (is_person(token) or token.pos != subject.pos)
        if described or tree.child(token.i, "prep") is not None:
            continue
        last = _before(tree, subject.head)
        behind = (*tree.children(subject.head, subject.dep), *tree.children(subject.i, "conj"))
        rival = next((i for i in behind if i > token.i and tree.subtree(i)[-1] == last), None)
        joined = any(tree[i].dep == "cc" for i in tree.subtree(token.i)) and tree.child(token.i, "conj") is not None
        bare = token.pos == "PROPN" and tree.child(token.i, "det", "poss") is None
        if joined and tree.subtree(token.i)[-1] == last:
            yield Move(token.i, subject.i, "conj")
        elif rival is not None and bare and tree[tree.subtree(rival)[0] - 1].dep == "cc":
            yield Move(token.i, subject.i, "conj")
            yield Move(rival, subject.i, "conj")


def _each_somebodys(tree: Tree, noun: int) -> bool:
    """Tell whether a noun and the one joined to it each have an owner: "her husband and their son"."""
    joined = tree.child(noun, "conj")
    return joined is not None and all(tree.child(i, "poss") is not None for i in (noun, joined))


def fronted_phrase(tree: Tree) -> Iterator[Move]:
    """Find the main clause behind a phrase that passes for the sentence: "Without a plan **we will stand** alone".

    Without comma the clause passes for a relative one; that would lack its object, and "that" before its subject.
    """
    opening = tree[tree.root]
    if opening.pos not in {"ADP", "SCONJ"}:
        return
    for verb in tree.labelled("relcl", "acl"):
        noun, subject = tree[verb.head], tree.child(verb.i, "nsubj", "nsubjpass")
        phrase = all(tree[i].dep in {"pobj", "prep", "ROOT"} for i in (noun.i, *tree.ancestors(noun.i)))
        full = tree.child(verb.i, "dobj", "attr", "acomp", "xcomp", "ccomp", "advcl", "auxpass") is not None
        begins = subject is not None and tree.subtree(subject)[0] == tree.subtree(verb.i)[0] == noun.i + 1
        if phrase and full and begins and tree.is_finite(verb.i) and noun.lemma not in {"time", "way", "reason", "day"}:
            yield Move(verb.i, verb.i, "ROOT")
            yield Move(opening.i, verb.i, "prep")
            yield from (Move(i, verb.i, tree[i].dep) for i in tree.children(opening.i) if i > verb.i)
            return
