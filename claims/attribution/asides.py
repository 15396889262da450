"""Cues set beside their content, not above it: "The road is closed, police said", "as the mayor put it"."""

from __future__ import annotations

import attrs

from claims.analysis import Tokens
from claims.attribution.frames import (
    Complement,
    Row,
    bare_participle,
    clause,
    group,
    is_passive,
    lemma,
    phrase,
    says_that,
)
from claims.attribution.quotations import MARKS, STOPS
from claims.attribution.sources import speaker, trimmed
from claims.trees import SUBJECTS, Tree


@attrs.frozen
class _Aside:
    """Where the words "police said" stand in their sentence."""

    edge: int
    end: int
    #: Whether a quotation ends right before them.
    quoted: bool
    #: Whether a comma or dash closes them.
    enclosed: bool


def as_comment(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``CONTENT, source verb``: "The road is closed, police said"; also in the middle of its content."""
    if not row.frames & {"c", "q"} or is_passive(tree, verb) or not is_matrix(tree, verb):
        return None
    if not any(token.text in STOPS for token in tree[-2:]) and bare_participle(tree, verb, row) is not None:
        return None
    edge = left_edge(tree, verb)
    if edge is None or edge < 2 or not _is_set_off(tree, edge):
        return None
    end = right_edge(tree, verb)
    quoted = tree[edge - 1].text in MARKS or tree[edge - 2].text in MARKS
    aside = _Aside(edge, end, quoted, end + 1 < len(tree) and tree[end + 1].text in (",", "--", "—", "–"))
    behind = _complement_behind(tree, verb)
    if quoted and quotes_part(tree, verb, edge - 1):
        return None
    if quoted and end + 1 < len(tree) and tree[end + 1].text == ";":
        return Complement(_left(tree, aside))
    if behind is not None and quoted and _goes_on_alone(tree, behind, aside):
        return Complement(_left(tree, aside))
    return _before(tree, verb, row, aside) if behind is None else _around(tree, behind, aside)


def quotes_part(tree: Tree, verb: int, last: int) -> bool:
    """Tell whether a quotation before a verb only ends an opening participle or a relative clause.

    'Calling it **"a farce"**, the union **demanded** …'; 'the club, which called it **"unfair"**, **said** …'.
    """
    while last > 0 and tree[last].pos == "PUNCT":
        last -= 1
    opening = next((i for i in range(last, -1, -1) if tree[i].text in MARKS), 0)
    above = (i for i in (last, *tree.ancestors(last)) if i < opening)
    return any(tree[i].dep in ("advcl", "relcl") and _below(tree, i, verb) for i in above)


def _below(tree: Tree, clause: int, verb: int) -> bool:
    """Tell whether a clause opens what a verb says, as its participle or in its subject."""
    head = tree[clause].head
    if tree[clause].dep == "advcl":
        return head == verb and tree[clause].tag in ("VBG", "VBN")
    return tree[head].head == verb and tree[head].dep in SUBJECTS


def _goes_on_alone(tree: Tree, behind: int, aside: _Aside) -> bool:
    """Tell whether the author goes on behind a whole quotation: ``"He won," Lee said, and soon they danced``."""
    if tree[0].text not in MARKS or says_that(tree, behind):
        return False
    return not any(tree[i].text in MARKS for i in range(aside.end + 1, min(aside.end + 3, len(tree))))


def _around(tree: Tree, behind: int, aside: _Aside) -> Complement | None:
    """Read content that goes on behind the aside: "The road, police said, is closed"."""
    clause = tree.subtree(behind)
    if clause[0] >= aside.edge and not (aside.enclosed and tree[aside.edge - 1].text == ","):
        return None
    opens = aside.end + 2 < len(tree) and tree[aside.end + 2].text in MARKS
    # "In a statement, Lee said, "…": what stands before belongs to the saying.
    if aside.enclosed and opens and not aside.quoted and clause[0] > aside.edge:
        return None
    return Complement((*_left(tree, aside), *trimmed(tree, tuple(i for i in clause if i > aside.end))))


def _before(tree: Tree, verb: int, row: Row, aside: _Aside) -> Complement | None:
    """Read content that stands before the aside, or around one that the parser hung loosely beside it."""
    if not aside.quoted and tree.child(verb, "dobj") is not None and "d" not in row.frames:
        return None
    left = _left(tree, aside)
    if aside.quoted or any(i < aside.edge for i in tree.children(verb, "ccomp")):
        # "It is void, the judges said, and parliament must mend it": who says the last is open.
        goes_on = any(i > aside.end and speaker(tree, i) is not None for i in tree.children(verb, "conj"))
        return Complement(left, ambiguous=goes_on and not aside.quoted)
    last = aside.end + 2 >= len(tree)
    if "q" not in row.frames:
        return None
    if tree[verb].head == verb:
        return Complement(left) if last and _is_fragment(tree, verb, aside.edge) else None
    closed = last or (aside.enclosed and tree[aside.edge - 1].text == tree[aside.end + 1].text)
    if not closed or tree[verb].dep not in ("ccomp", "parataxis", "intj"):
        return None
    return Complement((*left, *_resumed(tree, verb, aside.end)))


def _left(tree: Tree, aside: _Aside) -> Tokens:
    """Return what stands before an aside; of a quotation that a colon introduces, the quotation."""
    colon = next((i for i in range(aside.edge) if tree[i].text == ":" and tree[i + 1].text in MARKS), -1)
    start = colon + 1 if aside.quoted and colon > 0 and not any(tree[i].text in MARKS for i in range(colon)) else 0
    if aside.quoted:
        # "“We won't go,” one shouted; “this is our home,” cried another": two voices.
        parted = (i for i in range(aside.edge - 2, 0, -1) if tree[i].text == ";" and tree[i + 1].text in MARKS)
        start = max(start, next(parted, -1) + 1)
    return trimmed(tree, tuple(range(start, aside.edge)))


def _resumed(tree: Tree, verb: int, end: int) -> Tokens:
    """Return what of the clause around an inserted "he said" follows it."""
    inside, host = set(tree.subtree(verb)), tree[verb].head
    host = tree[host].head if tree[host].dep in ("aux", "auxpass") else host
    return trimmed(tree, tuple(i for i in tree.subtree(host) if i > end and i not in inside))


def _is_fragment(tree: Tree, verb: int, edge: int) -> bool:
    """Tell whether what precedes "he said" is a fragment of speech and no adverbial of the verb."""
    heads = [i for i in tree.children(verb) if i < edge and tree[i].dep not in ("punct", "cc", "nsubj")]
    words_of_speech = ("dobj", "dep", "npadvmod", "attr", "intj")
    return bool(heads) and all(tree[i].dep in words_of_speech and tree[i].entity not in ("DATE", "TIME") for i in heads)


def right_edge(tree: Tree, verb: int) -> int:
    """Return the last token of "source verb" with addressee, time and place behind the verb."""
    who = speaker(tree, verb)
    end = max(group(tree, verb)[-1], tree.subtree(who)[-1] if who is not None else verb)
    for i in tree.children(verb, "dobj", "dative", "prep", "npadvmod", "advmod", "prt"):
        tokens = tree.subtree(i)
        if tokens[0] == end + 1:
            end = tokens[-1]
    return end


def is_matrix(tree: Tree, verb: int) -> bool:
    """Tell whether a verb heads its sentence, or hangs loosely beside what does."""
    token = tree[verb]
    if tree.child(verb, "mark") is not None or speaker(tree, verb) is None:
        return False
    return token.head == verb or token.dep in ("ccomp", "parataxis", "conj", "dep", "advcl", "intj")


def left_edge(tree: Tree, verb: int) -> int | None:
    """Return where the words "police said" or "said the police" begin."""
    who = speaker(tree, verb)
    if who is None:
        return None
    return min(group(tree, verb)[0], tree.subtree(who)[0])


def _is_set_off(tree: Tree, edge: int) -> bool:
    text = tree[edge - 1].text
    return text in (",", "—", "–", "--", "-", "?", "!", "…", "...") or text in MARKS


def _complement_behind(tree: Tree, verb: int) -> int | None:
    """Return the head of a content clause that goes on behind the verb."""
    for i in tree.children(verb, "ccomp", "xcomp"):
        if tree.subtree(i)[-1] > verb and any(tree[j].pos != "PUNCT" for j in tree.subtree(i) if j > verb):
            return i
    return None


def as_aside(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``as source verb, CONTENT``: "As the mayor put it, …"."""
    token = tree[verb]
    mark = tree.child(verb, "mark", "advmod")
    if (
        token.dep != "advcl"
        or mark is None
        or tree[mark].lower != "as"
        or tree[token.head].pos == "ADV"
        or not row.frames & {"c", "q", "w"}
    ):
        return None
    if tree.child(verb, "nsubj") is None or tree.child(verb, "ccomp", "xcomp", "acomp") is not None:
        return None
    put = tree.child(verb, "dobj")
    worded = put is not None and "w" in row.frames and tree[put].lower == "it"
    if (put is not None and not worded and "d" not in row.frames) or ("w" in row.frames and not worded):
        return None
    if any(tree[i].lower in row.preps for i in tree.children(verb, "prep")):
        return None
    return Complement(_around_aside(tree, verb), (put,) if worded and put is not None else ())


def _around_aside(tree: Tree, verb: int) -> Tokens:
    """Return what "as the mayor put it" comments on: a quotation right behind it, else the clause around it."""
    own = set(tree.subtree(verb))
    host = tree[verb].head
    if tree[host].dep in ("nsubj", "nsubjpass", "attr", "dobj"):
        host = tree[host].head
    last = max(own)
    quotes = last + 2 < len(tree) and tree[last + 1].text == "," and tree[last + 2].text in MARKS
    return trimmed(tree, tuple(i for i in tree.subtree(host) if i not in own and (i > last or not quotes)))


def as_quoted(tree: Tree, verb: int, row: Row) -> Complement | None:
    """Read ``CONTENT, X quoted Y as saying``: X tells that Y said it."""
    above = tree[tree[verb].head].head if tree[verb].dep == "pcomp" else verb
    if lemma(tree[above]) not in ("quote", "cite"):
        return None
    below = next((j for i in tree.children(verb, "prep") for j in tree.children(i, "pcomp")), None)
    saying = verb if tree[verb].dep == "pcomp" else below
    named = tree.child(above, "dobj")
    said = next((i for i in tree.children(above, "ccomp") if i < above and tree.is_finite(i)), None)
    if saying is None or named is None or said is None:
        return None
    if tree[saying].tag != "VBG" or tree[tree[saying].head].lower != "as" or tree.child(saying, "ccomp") is not None:
        return None
    content = clause(tree, said)
    if verb == saying:
        return Complement(content)
    return Complement(tuple(sorted({*content, *phrase(tree, named), tree[saying].head, saying})))
