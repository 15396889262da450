"""Who vouches: the noun phrase of a source, and its type."""

from __future__ import annotations

from claims.analysis import Tokens
from claims.lexicon import names_person, words
from claims.model import SourceType
from claims.trees import VERBAL, Tree

SUBJECTS = ("nsubj", "nsubjpass", "expl")
#: Climbing stops here: longer chains of coordinated or nested verbs are parser's noise.
MAX_CLIMB = 12
#: Dashes that set off an addition.
DASHES = frozenset(("—", "–", "--", "-", "―", "‒"))
#: A bracket that belongs to a name has fewer tokens.
BRACKET = 7
#: Ranks and particles that belong to a name even in small letters ("Major general Ann Lee").
_RANKS = frozenset(
    "al bin ibn van von de der den di da la le du dos el "
    "general admiral marshal sergeant major colonel captain lieutenant commander judge king queen".split()
)
_COLLECTIVE = frozenset(("GPE", "NORP", "LOC"))
_NAMES = frozenset(("PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "LAW"))
_GROUPS = frozenset(
    ("they", "we", "them", "us", "it", "its", "their", "our", "those", "these", "many", "some", "others")
)
_POINTING = frozenset(("this", "that", "these", "those"))
#: Words that say that a source is not to be named.
_HIDING = frozenset(("anonymity", "anonymous", "anonymously", "unnamed", "unidentified"))
#: Labels of what may only add to its noun.
_ADDING = frozenset("advcl parataxis npadvmod appos relcl acl prep amod advmod punct nummod".split())
_PEOPLE = frozenset(("he", "she", "i", "you", "his", "her", "my", "him", "me", "who"))


def is_body(noun: str) -> bool:
    """Tell whether a noun's lemma names somebody or something that speaks: "minister", "crew", "report"."""
    return noun in words("speakers") or noun in words("person_nouns") or noun in words("collective_nouns")


def is_verb(tree: Tree, i: int) -> bool:
    """Tell whether a token is a verb form."""
    token = tree[i]
    return token.pos in VERBAL or token.tag[:2] == "VB"


def subject(tree: Tree, verb: int) -> int | None:
    """Return the head of the noun phrase that `verb` is said of, its own or inherited."""
    for _ in range(MAX_CLIMB):
        own = speaker(tree, verb)
        if own is not None:
            return own
        token = tree[verb]
        if token.head == verb:
            return None
        if token.dep == "acl":
            return token.head
        if token.dep == "xcomp" and (held := tree.child(token.head, "dobj", "dative")) is not None:
            verb_is_infinitive = tree.child(verb, "aux") is not None
            if verb_is_infinitive and tree[token.head].lemma in words("object_control"):
                return held
        if token.dep == "prep" and token.lower == "as" and (told := tree.child(token.head, "dobj")) is not None:
            # "quoted Lee as saying": Lee said it.
            return told
        if token.dep in ("acomp", "oprd") and tree[token.head].lemma == "be" and _names(tree, token.head):
            # "Berg is keen **to stress** it": Berg stresses it.
            verb = token.head
            continue
        if token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"):
            verb = token.head
            continue
        return None
    return None


def _names(tree: Tree, verb: int) -> bool:
    """Tell whether a verb's subject is somebody or something, not the "it" of "it is hard to say"."""
    who = speaker(tree, verb)
    return who is not None and tree[who].dep != "expl" and tree[who].lower not in ("it", "that", "this", "what")


def speaker(tree: Tree, verb: int) -> int | None:
    """Return the verb's own subject, also where the parser took it for an object: ``"No", added Lee``."""
    own = tree.children(verb, *SUBJECTS)
    if own:
        # Of two subjects the one farther off belongs to a quotation that the parser took apart.
        return min(own, key=lambda i: abs(i - verb))
    behind = tree.child(verb, "dobj")
    if behind is not None and verb > 1 and tree.subtree(behind)[0] == verb + 1 and _may_invert(tree, verb, behind):
        return behind
    clausal = tree.child(verb, "csubj")
    within = tree.child(clausal, "nsubj") if clausal is not None else None
    # "Speaking on the radio, Ann Lee called it …", read as if the speaking called it so.
    return within if clausal is not None and within is not None and within > clausal else None


def _may_invert(tree: Tree, verb: int, behind: int) -> bool:
    """Tell whether a noun behind a verb of saying may be its subject: behind a quotation, or at a headline's end."""
    marks = tree[verb - 1].text + tree[verb - 2].text
    if any(char in marks for char in "\"”’'»"):
        token = tree[behind]
        known = token.pos == "PROPN" and token.entity != ""
        return known or (token.tag == "NN" and is_body(token.lower)) or token.lower in ("another", "others", "one")
    headline = tree[verb - 1].text == "," and tree[len(tree) - 1].i == behind
    return headline and tree[verb].tag in ("VBZ", "VBP") and is_body(tree[behind].lower)


def minimal(tree: Tree, head: int) -> Tokens:
    """Return the noun phrase of `head` without what merely describes: appositions, loose relative clauses.

    Of a description with a name behind it ("the head of the bank, Ann Lee") the name is kept.
    """
    named = _apposed_name(tree, head)
    if named is not None:
        return minimal(tree, named)
    phrase = tree.subtree(head)
    bracket = next((i for i in phrase if i > head and tree[i].text == "("), None)
    beyond = () if bracket is None else tuple(i for i in phrase if i >= bracket)
    dropped = {*_title(tree, head), *_dateline(tree, phrase, head), *tree.children(head, "preconj"), *beyond}
    for i in phrase:
        if i != head and i not in dropped and _is_loose(tree, i):
            dropped.update(tree.subtree(i))
    kept = trimmed(tree, tuple(i for i in phrase if i not in dropped))
    short = _short_bracket(tree, bracket) if bracket is not None else ()
    return (*kept, *short) if kept and short and kept[-1] == short[0] - 1 else _closed(tree, kept)


def _closed(tree: Tree, tokens: Tokens) -> Tokens:
    """Add the closing mark of a quoted name: "the so-called “friends of the sea”"."""
    marks = sum(tree[i].tag in ("``", "''") for i in tokens)
    behind = tokens[-1] + 1 if tokens else len(tree)
    return (*tokens, behind) if marks % 2 and behind < len(tree) and tree[behind].tag == "''" else tokens


def _short_bracket(tree: Tree, opening: int) -> Tokens:
    """Return a bracket that is read with the name before it ("Lee (D-Ohio)"); () for one that tells more."""
    inside: list[int] = []
    for i in range(opening + 1, min(opening + BRACKET, len(tree))):
        if tree[i].text == ")":
            return (opening, *inside, i) if inside and tree[inside[0]].text[0].isupper() else ()
        if is_verb(tree, i) or tree[i].pos == "PRON":
            break
        inside.append(i)
    return ()


def _dateline(tree: Tree, phrase: Tokens, head: int) -> Tokens:
    """Return the place and dash before a report's first words: "**LISBON -** Officials said …"."""
    dash = next((i for i in phrase if i < head and tree[i].text in DASHES and not _is_joined(tree, i)), None)
    return tuple(i for i in phrase if i <= dash) if dash is not None and tree[phrase[0]].text.isupper() else ()


def _is_joined(tree: Tree, dash: int) -> bool:
    """Tell whether a dash is a hyphen inside a word."""
    return dash + 1 < len(tree) and tree[dash].end == tree[dash + 1].start


def _apposed_name(tree: Tree, head: int) -> int | None:
    if tree[head].entity == "PERSON":
        return None
    for i in tree.children(head, "appos"):
        before = tree[tree.subtree(i)[0] - 1]
        mark = before.text if i > head else ""
        # "The chief of staff **Ann Lee**" needs no comma.
        beside = mark and before.pos in ("NOUN", "PROPN") and tree[head].tag == "NN"
        if tree[i].entity == "PERSON" and (mark == "," or mark in DASHES or beside):
            return i
        if mark == "," and _names_body(tree, head, i):
            return i
        if tree[i].pos == "PROPN" and tree[head].text.islower() and tree.subtree(i)[0] == head + 1:
            return i
    return None


def _names_body(tree: Tree, head: int, name: int) -> bool:
    """Tell whether a name tells what one described body is called: "another carrier, **Aerolux**"."""
    one = tree[head].tag == "NN" and tree[head].pos == "NOUN" and tree[head].entity == ""
    known = tree[name].pos == "PROPN" and tree[name].entity in _NAMES
    new = any(tree[i].lower in ("a", "an") for i in tree.children(name, "det"))
    return one and known and not new and tree.child(name, "conj") is None


def _title(tree: Tree, head: int) -> Tokens:
    """Return a description before a name, which is no part of it: "**the research firm** Altane"."""
    if tree[head].pos not in ("PROPN", "X"):
        return ()
    before = [i for i in tree.subtree(head) if i < head]
    last = next((i for i in reversed(before) if tree[i].pos in ("NOUN", "PROPN") and tree[i].text.islower()), None)
    if last is None or tree[last].lower in _RANKS or any(tree[i].pos != "PROPN" for i in before if i > last):
        return ()
    if not all(tree[i].dep in ("compound", "amod", "nmod", "det", "poss", "case", "punct", "advmod") for i in before):
        return ()
    return tuple(i for i in before if i <= last)


def _is_loose(tree: Tree, i: int) -> bool:
    """Tell whether a phrase only adds to its noun: apposition, or a clause behind a comma or bracket."""
    dep = tree[i].dep
    if dep not in _ADDING:
        return False
    left = tree.subtree(i)[0]
    if dep in ("advcl", "parataxis", "npadvmod") and left > tree[i].head:
        return True
    if dep == "appos":
        return left > 0 and (tree[left - 1].text in (",", ":") or tree[left - 1].text in DASHES)
    if dep == "prep" and tree[i].lower in ("as", "like", "including") and tree[i].head < i:
        return left > tree[i].head
    if dep == "acl" and left > tree[i].head and any(tree[j].entity in ("DATE", "TIME") for j in tree.subtree(i)):
        return True
    if dep == "prep" and any(tree[j].entity in ("DATE", "TIME") for j in tree.children(i, "pobj")):
        return True
    after_mark = left > 0 and (tree[left - 1].text == "," or tree[left - 1].text in DASHES)
    return after_mark and left > tree[i].head and dep not in ("advcl", "parataxis", "npadvmod")


def trimmed(tree: Tree, tokens: Tokens) -> Tokens:
    """Return `tokens` without marks and spaces at the edges."""
    first, last = 0, len(tokens)
    while first < last and _is_edge(tree, tokens[first]):
        first += 1
    while last > first and _is_edge(tree, tokens[last - 1]):
        last -= 1
    return tokens[first:last]


def _is_edge(tree: Tree, i: int) -> bool:
    token = tree[i]
    if token.pos in ("PUNCT", "SPACE"):
        return True
    return not token.text.isalnum() and not any(char.isalnum() or char in "$€£%#@+" for char in token.text)


def source_type(tree: Tree, tokens: Tokens) -> SourceType:
    """Classify a source by its head: named, collective, unnamed, or implicit where there are no words.

    A body of people is collective ("the US", "the army", "the two men"); who stays in the dark is unnamed,
    whatever is told of them ("US officials", "a source", "a minister who asked for anonymity").
    """
    if not tokens:
        return "implicit"
    inside = set(tokens)
    head = next((i for i in tokens if tree[i].head not in inside or tree[i].head == i), tokens[-1])
    token = tree[head]
    if token.lower in _GROUPS:
        return "collective"
    if token.lower in _PEOPLE:
        return "named"
    if any(tree[i].lower in _HIDING for i in tree.subtree(head)):
        return "unnamed"
    if len(tokens) > 1 and all(tree[i].text.isupper() and len(tree[i].text) > 1 for i in tokens):
        # "ANNA LUND:" in a transcript, which recognisers take for a place.
        return "named"
    if token.entity in _COLLECTIVE:
        return "collective"
    if token.entity in _NAMES or token.pos == "PROPN" or (token.text.isupper() and len(token.text) > 2):
        alone = not any(tree[i].pos == "PROPN" for i in tokens if i != head)
        return "collective" if alone and token.lower in words("collective_nouns") else "named"
    return _common_type(tree, head)


def _common_type(tree: Tree, head: int) -> SourceType:
    """Classify a common noun by its article: "the report", "a minister", "officials"."""
    token = tree[head]
    determiners = [tree[i].lower for i in tree.children(head, "det", "nummod")]
    definite = "the" in determiners or any(word in _POINTING for word in determiners)
    known = definite or tree.child(head, "poss") is not None
    if token.tag == "NNS" and token.lower != "police":
        return "collective" if known else "unnamed"
    beside = {tree[i].entity for i in tree.children(head, "compound", "amod", "nmod")}
    if token.lower in words("collective_nouns") and (known or not determiners) and not beside & _NAMES:
        return "collective"
    told = bool(beside & (_NAMES | _COLLECTIVE))
    return "named" if known or (told and not determiners) else "unnamed"


def acting_person(tree: Tree) -> Tokens:
    """Return the subject of a sentence's main verb if it is a person: a name, "he" or "she", "the driver"."""
    who = tree.child(tree.root, "nsubj", "nsubjpass")
    if who is None:
        return ()
    token = tree[who]
    if token.entity == "PERSON" or token.lower in ("he", "she", "i") or token.lower in words("person_nouns"):
        return minimal(tree, who)
    return ()


def is_removal(tree: Tree, verb: int) -> bool:
    """Tell whether a verb takes an office from somebody, and says nothing: "the mayor **dismissed** his deputy"."""
    if tree[verb].lemma.lower() != "dismiss":
        return False
    i = tree.child(verb, "dobj", "nsubjpass")
    return i is not None and (tree[i].entity == "PERSON" or names_person(tree[i].lemma.lower()))
