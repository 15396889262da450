"""Repairs of nouns: lists, appositions, and phrases that open a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import words
from claims.repair.moves import NOUN_TAGS, Move, is_person, is_singular, subject_label
from claims.trees import NOUNS, SUBJECTS, VERBAL, Token, Tree

#: Quotation marks that are nothing else, opening ones first.
MARKS = ("«", "“", "„", "»", "”", "‟")
#: What ends an opening "in the …".
OPENING_TIMES = ("past", "future", "meantime", "present", "interim")


def marks_for_words(tree: Tree) -> Iterator[Move]:
    """Take a quotation mark for a mark, which taggers without guillemets in their data may not: "«Yes**»**"."""
    for token in tree:
        if token.text not in MARKS or tree.children(token.i):
            continue
        if token.pos != "PUNCT" or token.dep != "punct" or token.tag not in ("``", "''", '"'):
            yield Move(token.i, token.head, "punct", "``" if token.text in MARKS[:3] else "''")


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
            yield Move(noun, token.head, subject_label(tree, token.head))


def _opening(tree: Tree, preposition: int) -> int | None:
    """Return the last word of "the past", "the near future" behind a preposition, with its article and adjective."""
    behind = [tree[i] for i in range(preposition + 1, min(preposition + 4, len(tree)))]
    time = next((token for token in behind[1:] if token.lower in OPENING_TIMES), None)
    if time is None or behind[0].tag != "DT":
        return None
    between = behind[1 : time.i - preposition - 1]
    return time.i if all(token.tag == "JJ" and token.head == time.head for token in between) else None


def opening_date(tree: Tree) -> Iterator[Move]:
    """End an opening date before the name that acts: "Since **June** Roe & Co. have sold it", "In the 1980's Roe …"."""
    start = next((token.i for token in tree if token.pos != "PUNCT"), 0)
    last = start + 1
    while last < len(tree) and tree[last].tag in {"DT", "JJ"}:
        last += 1
    if tree[start].tag != "IN" or last >= len(tree) or tree[last].entity != "DATE":
        return
    marked = last + 1 < len(tree) and tree[last + 1].dep == "case"
    name, time = last + 1 + marked, tree[last]
    if name >= len(tree) or not name <= time.head or tree[name].iob != "B" or tree[name].entity == "DATE":
        return
    subject = tree[time.head]
    inside = all(token.entity == tree[name].entity for token in tree[name : subject.i + 1])
    if inside and subject.dep in {"nsubj", "nsubjpass"} and tree.child(start, "pobj") is None:
        yield Move(start, subject.head, "prep")
        yield Move(last, start, "pobj")
        yield from (Move(i, last, tree[i].dep) for i in range(start + 1, last))


def date_behind_place(tree: Tree) -> Iterator[Move]:
    """Hang a date on the verb, not on the place before it: "moored in the port of Bergen, Norway **May 3, 2019**"."""
    for token in tree.labelled("appos", "npadvmod", "nummod", "pobj"):
        if token.entity != "DATE":
            continue
        start = tree.subtree(token.i)[0]
        place = tree[start - 2 if start > 1 and tree[start - 1].text == "," else start - 1]
        if place.i >= start or place.entity not in {"GPE", "LOC", "FAC"}:
            continue
        if not any(tree[c].tag == "CD" for c in tree.children(token.i)):
            continue
        second = token.dep == "pobj" and tree.child(token.head, "pobj") != token.i
        if token.head != place.i and not second:
            continue
        verb = next((i for i in tree.ancestors(token.head) if tree[i].pos in VERBAL), None)
        if verb is not None:
            yield Move(token.i, verb, "npadvmod")


def listed_nouns(tree: Tree) -> Iterator[Move]:
    """Read like nouns in a row as a list: "the masts, **the sails** and the oars", "a; **b**; and c"."""
    for token in tree.labelled("appos"):
        noun = tree[token.head]
        mark = tree[tree.subtree(token.i)[0] - 1].text
        if token.i < noun.i or not {token.tag, noun.tag} <= NOUN_TAGS:
            continue
        if (mark == "," and _parallel(tree, noun, token)) or (mark == ";" and noun.dep != "nsubj"):
            yield Move(token.i, noun.i, "conj")
        elif mark == "," and noun.dep == "pobj" and (above := _alike_above(tree, noun, token)) is not None:
            yield Move(token.i, above, "conj")


def _alike_above(tree: Tree, noun: Token, other: Token) -> int | None:
    """Return the noun that one behind its place is listed with: "**a nurse** from Leeds, a cook from York and …"."""
    prep = tree[noun.head]
    first = tree[prep.head]
    alike = {tree[c].lower for c in tree.children(other.i, "prep")} == {prep.lower}
    listed = alike and first.tag in NOUN_TAGS and tree.child(other.i, "conj") is not None
    articles = _article(tree, first.i) == _article(tree, other.i) != "" and first.tag in {"NN", "NNS"}
    return first.i if listed and articles and tree.child(first.i, "conj", "appos") is None else None


def _parallel(tree: Tree, noun: Token, other: Token) -> bool:
    """Tell whether two nouns and those behind them make a list: they have one article, or both are counted.

    "Three cows, **two goats** and a hen"; but "six people, two women and four men, fled" only says who they were.
    """
    article = _article(tree, noun.i)
    goes_on = any(tree.child(i, "conj") is not None for i in (noun.i, other.i))
    if goes_on and all(tree.child(i, "nummod") is not None for i in (noun.i, other.i)):
        behind = tree[min(tree.subtree(noun.i)[-1] + 1, len(tree) - 1)]
        return noun.lower != "people" and behind.text != ","
    if not goes_on or article != _article(tree, other.i) or "NNP" in {noun.tag, other.tag}:
        return False
    subject = tree.child(noun.head, *SUBJECTS)
    if article == "a":
        return noun.dep == "attr" and subject is not None and tree[subject].dep != "expl"
    return article == "the" and not (subject == noun.i and is_singular(tree, noun.head))


def _article(tree: Tree, index: int) -> str:
    return "".join({"an": "a"}.get(tree[c].lower, tree[c].lower) for c in tree.children(index, "det"))


def listed_names(tree: Tree) -> Iterator[Move]:
    """Read names in a row as a list: "A, B, **the C** and D" names four, not "B, which is C".

    Two names of one thing are a list too: "the members A of X, **B** of Y and C".
    """
    for token in tree.labelled("appos"):
        before = [i for i in tree.children(token.head, "appos") if i < token.i]
        if before and token.entity == "PERSON" == tree[before[-1]].entity and not tree[token.head].entity:
            yield Move(token.i, before[-1], "conj")
            continue
        named = token.entity and tree[token.head].entity
        listed = tree.child(token.i, "conj") is not None and tree.child(token.i, "cc") is not None
        several = token.pos == "PROPN" == tree[token.head].pos and ((named and listed) or _serial(tree, token))
        if _alike(tree, token) or (several and tree[token.head].dep in {"conj", "dobj", "pobj", "attr"}):
            yield Move(token.i, token.head, "conj")


def _alike(tree: Tree, name: Token) -> bool:
    """Tell whether two people or firms stand in a list: "Ann Lee, **Tom Ray** and Jo Poe" are no names of one."""
    first, joined = tree.subtree(name.i)[0], [name.i, name.head]
    while tree[joined[-1]].dep in {"conj", "appos"} and tree[tree[joined[-1]].head].entity == name.entity:
        joined.append(tree[joined[-1]].head)
    apart = name.head < first and tree[first - 1].text == "," and tree[first].iob == "B"
    goes_on = any(tree.child(i, "cc") is not None and max(tree.children(i, "conj"), default=0) > name.i for i in joined)
    return apart and goes_on and name.entity == tree[name.head].entity and name.entity in {"PERSON", "ORG"}


def _serial(tree: Tree, name: Token) -> bool:
    """Tell whether a bare name stands inside a list: "A, **B**, and C"; not "Lyon, **France**, and C"."""
    joiner = tree.child(name.i, "cc") or tree.child(name.head, "cc")
    behind = joiner - 1 if joiner is not None else 0
    joined = tree.child(name.i, "conj") or tree.child(name.head, "conj") or 0
    closed = name.i == behind - 1 and tree[behind].text == "," and joined > behind and tree[joined].pos == "PROPN"
    bare = tree.child(name.i, "det", "poss") is None and name.entity not in {"GPE", "LOC"} and not is_person(name)
    return closed and bare


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


def floating_quantifier(tree: Tree) -> Iterator[Move]:
    """Take "both" and "all" behind a subject for what they are: "the PMF and the US **both** fought"."""
    for token in tree.labelled("appos"):
        if token.lower in {"both", "all", "each"} and len(tree.subtree(token.i)) == 1:
            yield Move(token.i, token.head, "preconj")


def second_name(tree: Tree) -> Iterator[Move]:
    """Read a noun between commas behind an opening phrase as its other name: "On Friday, **the deadline**, we left"."""
    for token in tree.labelled("nsubj", "nsubjpass"):
        if token.pos not in {"NOUN", "PROPN"} or token.i > token.head:
            continue
        below = tree.subtree(token.i)
        start, end = _unquoted(tree, below[0] - 1, -1), _unquoted(tree, below[-1] + 1, 1)
        if not 0 < start < end < token.head:
            continue
        subject = next((c for c in tree.children(token.head, *SUBJECTS) if c > end), None)
        before = tree[start - 1]
        opening = before.i if before.dep == "pobj" else before.head
        prep = tree[tree[opening].head]
        between = tree[start].text == tree[end].text == ","
        fronted = tree[opening].dep == "pobj" and prep.head == token.head and tree.subtree(prep.i)[0] < 2
        if between and fronted and subject is not None:
            yield Move(token.i, opening, "appos")


def _unquoted(tree: Tree, index: int, step: int) -> int:
    """Return the place of the next token that is no quotation mark."""
    while 0 <= index < len(tree) and tree[index].tag in {"``", "''"}:
        index += step
    return index


def name_behind_noun(tree: Tree) -> Iterator[Move]:
    """Read a name right behind a noun in one role with it as what that is called: "the town council **Rada** voted".

    Behind a comma, which careless writers leave without its second, both are names: "The Ark, **Ark Two** sailed".
    """
    for name in tree.labelled("nsubj", "nsubjpass", "dobj"):
        if name.pos != "PROPN" or name.entity not in {"PERSON", "ORG"}:
            continue
        first = next((i for i in tree.children(name.head, name.dep) if i < name.i), None)
        if first is None:
            continue
        noun, gap = tree[first], tree.subtree(name.i)[0] - tree.subtree(first)[-1]
        called = gap == 1 and noun.tag in {"NN", "NNS"} and not _determined(tree, name.i)
        renamed = gap == 2 and tree[tree.subtree(first)[-1] + 1].text == "," and noun.entity == name.entity
        if called or renamed:
            yield Move(name.i, first, "appos")


def noun_for_joiner(tree: Tree) -> Iterator[Move]:
    """Give a noun that passes for "both" its place: "a shop, **the Crown**, …", "the **mayor**, Ann, …"."""
    for token in tree.labelled("preconj"):
        if token.tag not in {"NN", "NNP"} or len(tree.subtree(token.i)) < 2:
            continue
        below = tree.subtree(token.i)
        before, behind = _unquoted(tree, below[0] - 1, -1), _unquoted(tree, below[-1] + 1, 1)
        if behind >= len(tree) or before < 1 or tree[before].text != ",":
            continue
        verb, subject = tree[behind], _subject_at(tree, behind + 1) if tree[behind].text == "," else 0
        if tree.is_finite(verb.i) and tree.child(verb.i, *SUBJECTS) is None:
            yield Move(token.i, verb.i, subject_label(tree, verb.i))
        elif subject and tree[subject].pos == "PROPN":
            yield Move(token.i, tree[subject].head, tree[subject].dep)
            yield Move(subject, token.i, "appos")
        elif tree[before - 1].tag in {"NN", "NNS", "NNP"}:
            yield Move(token.i, before - 1, "appos")


def _subject_at(tree: Tree, start: int) -> int:
    """Return the subject whose phrase begins at `start`, or 0."""
    if start >= len(tree):
        return 0
    heads = (start, *tree.ancestors(start))
    found = (i for i in heads if tree[i].dep in {"nsubj", "nsubjpass"} and tree.subtree(i)[0] == start)
    return next(found, 0)


def list_behind_phrase(tree: Tree) -> Iterator[Move]:
    """Go on with a list that seems an object behind a comma: "depends on rain, **the use** of tools, and luck".

    So with the object of an infinitive: "seeks to sell a mill, **the dock** and a ship".
    """
    for token in tree.labelled("dobj", "npadvmod", "dep", "attr"):
        if token.tag not in {"NN", "NNS"}:
            continue
        comma = tree.subtree(token.i)[0] - 1
        if comma < 2 or tree[comma].text != "," or token.head > comma:
            continue
        noun = tree[comma - 1]
        prep = tree[noun.head]
        behind_verb = noun.dep == "pobj" and noun.tag in {"NN", "NNS"} and prep.head == token.head < prep.i
        of_infinitive = noun.dep == "dobj" and prep.dep == "xcomp" and prep.head == token.head
        if ((behind_verb and tree[prep.i - 1].text != ",") or of_infinitive) and _series(tree, token.i):
            yield Move(token.i, noun.i, "conj")


def _series(tree: Tree, noun: int) -> bool:
    """Tell whether a phrase goes on as a list; one with "a" rather says what something is."""
    joined = [i for i in tree.subtree(noun) if tree[i].dep == "conj"]
    own = tree.child(noun, "conj") is not None and tree.child(noun, "cc") is not None
    return _article(tree, noun) not in {"a", "an"} and (own or (len(joined) > 1 and tree[joined[-1] - 1].dep != "conj"))


def second_object(tree: Tree) -> Iterator[Move]:
    """Read an object or complement behind a comma as another name: "chairs a group of banks, **the Eight**".

    It names what stands before the comma; what counts names the first object: "filed a suit in Rome, **the third**".
    """
    for token in tree.labelled("dobj", "attr", "oprd", "npadvmod"):
        below = tree.subtree(token.i)
        told = _article(tree, token.i) == "the" and not any(tree[i].entity for i in below if i <= token.i)
        if token.head > below[0] - 3 or tree[below[0] - 1].text != "," or (token.dep == "npadvmod" and not told):
            continue
        if token.pos not in {"NOUN", "PROPN"} or tree.children(token.head, "cc") or _series(tree, token.i):
            continue
        commas = sum(tree[i].text in {",", "-", "--", "—", "–", "("} for i in range(token.head, below[0]))
        noun = _ending_at(tree, below[0] - 2) if commas == 1 else None
        counts = any(tree[i].entity == "ORDINAL" or tree[i].tag == "CD" for i in below if i <= token.i)
        aside = noun is not None and tree[tree[noun].head].dep == "prep" and tree[tree[noun].head].head == token.head
        if noun is None or tree[noun].pos == "NUM" or tree[noun].entity in {"DATE", "TIME"} or (counts and aside):
            noun = tree.child(token.head, "dobj", "attr")
        known = token.pos == "PROPN" or tree.child(token.i, "det", "poss") is not None
        if noun is not None and token.head < noun < below[0] and known and tree[noun].pos in {"NOUN", "PROPN"}:
            yield Move(token.i, noun, "appos")


def _ending_at(tree: Tree, last: int) -> int | None:
    """Return the noun whose phrase ends at a token or the comma behind it, the innermost of several."""
    found = (i for i in (last, *tree.ancestors(last)) if tree[i].dep in {"dobj", "pobj", "attr", "conj"})
    return next((i for i in found if tree.subtree(i)[-1] in (last, last + 1) and i <= last), None)


#: Prepositions by which somebody belongs to a body, which may be "who" itself: "an expert **at** the council".
_BELONGING = frozenset({"at", "from", "for", "in", "with"})


def who_for_person(tree: Tree) -> Iterator[Move]:
    """Give "who" to somebody, not to a place or body between: "Lee, a doctor at **the clinic, who** treated him"."""
    for token in tree.labelled("relcl"):
        noun, first = tree[token.head], tree[tree.subtree(token.i)[0]]
        if first.lower != "who" or noun.dep != "pobj" or noun.tag not in {"NN", "NNP"} or noun.i > token.i:
            continue
        if noun.entity in {"PERSON", "NORP"} or is_person(noun):
            continue
        if noun.lemma.lower() in words("collective_nouns") and tree[noun.head].lower not in _BELONGING:
            continue
        person = next((i for i in _holders(tree, noun.i) if tree[i].entity == "PERSON" or is_person(tree[i])), None)
        if person is not None:
            named = tree[person].dep == "appos" and tree[tree[person].head].entity == "PERSON"
            yield Move(token.i, tree[person].head if named else person, "relcl")


def _holders(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the nouns that a phrase hangs on, the nearest first: "a doctor" of "a doctor at the clinic"."""
    while tree[noun].dep == "pobj" and tree[tree[noun].head].dep == "prep":
        noun = tree[tree[noun].head].head
        if tree[noun].pos not in {"NOUN", "PROPN"}:
            return
        yield noun
