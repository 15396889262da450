"""Cues that are no verbs: "the claim that …", "is confident that …", "according to …", "reportedly", "X: …"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.analysis import Tokens
from claims.attribution.frames import (
    Cue,
    agent,
    clause,
    group,
    is_that,
    lemma,
    rows,
    says_that,
    source,
    thing,
    without_conjunction,
)
from claims.attribution.quotations import MARKS, STOPS
from claims.attribution.sources import DASHES, is_body, is_verb, minimal, trimmed
from claims.lexicon import table, words
from claims.model import CueType
from claims.trees import Tree

#: Words before a colon that label what follows, and do not say it.
LABELS = frozenset(
    "source sources photo image note correction video audio editor caption read related watch warning update updated "
    "breaking exclusive opinion live factbox timeline explainer clarification disclaimer advisory notice summary "
    "background spoiler date time place cost price address phone email web website".split()
)
#: Verbs and prepositions that lend their subject to a noun: "**came to** the conclusion that …".
ARRIVALS = frozenset({("come", "to"), ("arrive", "at")})
#: Words that phrases of attribution open with.
_OPENERS = frozenset(("according", "in", "by", "to", "per"))
_BELIEFS = frozenset(("view", "views", "opinion", "eyes", "estimation", "judgment", "judgement"))
_ACCOUNTS = frozenset(("account", "accounts", "admission", "reckoning", "estimate", "estimates", "telling"))
_VIEWS = frozenset(
    ("word", "words", "view", "views", "opinion", "eyes", "estimation", "judgment", "judgement", "telling", "account")
)


def noun_cues(tree: Tree) -> Iterator[Cue]:
    """Yield nouns of saying or thinking with a complement: "the accusations of betrayal", "his vow to leave"."""
    nouns = rows("cue_nouns")
    for token in tree:
        row = nouns.get(lemma(token)) if token.pos == "NOUN" else None
        if row is None or (token.i and tree[token.i - 1].lower == "in" and token.lower == "order"):
            continue
        if _is_judgement(tree, token.i):
            continue
        content, frame = _noun_complement(tree, token.i, row.frames, row.preps)
        if not content:
            continue
        parallel = _parallel(tree, token.i)
        content = without_conjunction(tree, trimmed(tree, tuple(i for i in content if i not in parallel)))
        who, light = noun_source(tree, token.i, set(content) | set(frame))
        loose = (bool(frame) and tree[frame[-1]].pos == "ADP") or row.type == "commit"
        if not who and loose and row.type != "claim":
            continue
        if row.type == "message":
            yield _message(tree, token.i, content)
            continue
        before = [i for i in tree.children(token.i, "amod", "compound", "det") if i > max(who, default=-1)]
        own = {token.i, *frame, *light, *before} - set(content) - set(who)
        tokens = trimmed(tree, tuple(sorted(own)))
        yield Cue(
            token.i, tokens, lemma(token), row.type, who, content, ambiguous=bool(parallel) or _has_equal(tree, token.i)
        )


def _is_judgement(tree: Tree, noun: int) -> bool:
    """Tell whether the author judges by a noun: "there is no **doubt** that …"."""
    there = tree[noun].dep == "attr" and tree.child(tree[noun].head, "expl") is not None
    return there and lemma(tree[noun]) in table("judgements")


def _has_equal(tree: Tree, noun: int) -> bool:
    """Tell whether another nominal with its own article is coordinated with the cue."""
    return any(tree.child(i, "det") is not None for i in tree.children(noun, "conj"))


def _parallel(tree: Tree, noun: int) -> set[int]:
    """Return what may be coordinated with the cue as well as with its content.

    "the accusations of betrayal and **the failure** to help": its own article makes it the cue's equal.
    """
    if tree.child(noun, "det") is None:
        return set()
    found: set[int] = set()
    for i in tree.children(noun, "prep"):
        below = tree.child(i, "pobj")
        if below is None or tree.child(below, "det", "poss") is not None:
            continue
        equals = [j for j in tree.subtree(below) if tree[j].dep == "conj" and tree.child(j, "det") is not None]
        for j in equals:
            link = [k for k in tree.children(tree[j].head, "cc", "punct") if tree[j].head < k < j]
            found.update((*tree.subtree(j), *link))
    return found


def _message(tree: Tree, noun: int, content: Tokens) -> Cue:
    """Read "a message to X that …": addressee and "that" belong to the cue, whoever acts is the source."""
    content = trimmed(tree, content[1:] if is_that(tree[content[0]]) else content) or content
    words_of_cue = trimmed(tree, tuple(range(tree.subtree(noun)[0], content[0])))
    verb = next((i for i in tree.ancestors(noun) if is_verb(tree, i)), None)
    who = source(tree, verb) if verb is not None else ()
    tokens = tuple(i for i in words_of_cue if i not in who)
    return Cue(noun, tokens, lemma(tree[noun]), "message", tuple(i for i in who if i not in content), content)


def _noun_complement(tree: Tree, noun: int, frames: frozenset[str], preps: frozenset[str]) -> tuple[Tokens, Tokens]:
    """Return the content below a noun and the frame words between."""
    for i in tree.children(noun, "acl", "ccomp", "relcl", "xcomp"):
        if "c" in frames and says_that(tree, i):
            return clause(tree, i), ()
        if "t" in frames and tree.has_to(i):
            return clause(tree, i), ()
    be = tree[noun].head
    if tree[noun].dep == "dobj" and "c" in frames and lemma(tree[be]) not in rows("cue_verbs"):
        # "sends a **message** to investors **that** …", all hung on the verb.
        for i in tree.children(be, "ccomp"):
            if i > noun and says_that(tree, i):
                return clause(tree, i), ()
    if tree[noun].dep == "nsubj" and lemma(tree[be]) == "be" and be > noun:
        for i in tree.children(be, "ccomp", "xcomp"):
            if i > be and frames & {"c", "t"}:
                return clause(tree, i), group(tree, be)
    found = _extraposed(tree, noun) if "c" in frames and tree[noun].dep in ("nsubj", "nsubjpass") else None
    if found is not None:
        return found
    for i in tree.children(noun, "prep"):
        below = tree.child(i, "pobj", "pcomp")
        if tree[i].lower in preps and below is not None:
            return thing(tree, below), (i,)
    return (), ()


def _extraposed(tree: Tree, noun: int) -> tuple[Tokens, Tokens] | None:
    """Read what a noun holds from behind its verb: "**Fears** are growing **that the dam will break**"."""
    verb = tree[noun].head
    if rows("cue_verbs").get(lemma(tree[verb])) is not None or tree.child(verb, "dobj") is not None:
        return None
    said = next((i for i in tree.children(verb, "ccomp") if i > verb and says_that(tree, i)), None)
    return (clause(tree, said), group(tree, verb)) if said is not None else None


def noun_source(tree: Tree, noun: int, taken: set[int]) -> tuple[Tokens, Tokens]:
    """Return whose claim it is, and the light verb that says so ("issued an order that …")."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return _owner(tree, owner), ()
    verb = tree[noun].head
    if tree[noun].dep == "dobj" and lemma(tree[verb]) in words("speech_light_verbs"):
        return source(tree, verb), group(tree, verb)
    for i in tree.children(noun, "prep", "agent"):
        below = tree.child(i, "pobj")
        if tree[i].lower in ("by", "from", "among", "of") and below is not None and below not in taken:
            return minimal(tree, below), ()
    above = tree[verb].head
    if tree[noun].dep == "pobj" and (lemma(tree[above]), tree[verb].lower) in ARRIVALS:
        return source(tree, above), (*group(tree, above), verb)
    if tree[noun].dep == "pobj" and tree[verb].lower in ("under", "on", "with") and is_verb(tree, above):
        # "acted on the belief that …" is one's own, "commented on the claim that …" another's.
        return ((), ()) if lemma(tree[above]) in rows("cue_verbs") else (source(tree, above), ())
    if tree[noun].dep == "nsubjpass" and agent(tree, verb) and lemma(tree[verb]) in words("speech_light_verbs"):
        return agent(tree, verb), group(tree, verb)
    for i in tree.children(noun, "amod", "compound"):
        if tree[i].entity in ("NORP", "GPE", "ORG", "PERSON"):
            return trimmed(tree, tree.subtree(i)), ()
    return (), ()


def _owner(tree: Tree, owner: int) -> Tokens:
    """Return a possessor without its "'s"."""
    tokens = minimal(tree, owner)
    return tokens[:-1] if tokens and tree[tokens[-1]].tag == "POS" else tokens


def adjective_cues(tree: Tree) -> Iterator[Cue]:
    """Yield adjectives of belief and intention: "They are concerned that prices will rise"."""
    adjectives = rows("cue_adjectives")
    for token in tree if not tree.signs.isdisjoint(adjectives) else ():
        row = adjectives.get(token.lower)
        if (
            row is None
            or token.dep not in ("acomp", "ROOT", "conj", "oprd", "advcl")
            or token.pos not in ("ADJ", "VERB")
        ):
            continue
        verb = token.head if token.dep == "acomp" else token.i
        content, frame = _adjective_complement(tree, token.i, verb, row.frames, row.preps)
        who = source(tree, verb)
        # "It is clear that …" names nobody to whom it is.
        if not content or not who or (len(who) == 1 and tree[who[0]].lower in ("it", "this", "that")):
            continue
        tokens = (
            {*group(tree, verb), token.i, *frame, *tree.children(token.i, "advmod", "neg")} - set(who) - set(content)
        )
        yield Cue(token.i, tuple(sorted(tokens)), token.lower, row.type, who, content)


def _adjective_complement(
    tree: Tree, adjective: int, verb: int, frames: frozenset[str], preps: frozenset[str]
) -> tuple[Tokens, Tokens]:
    for head in dict.fromkeys((adjective, verb)):
        for i in tree.children(head, "ccomp", "xcomp"):
            if i <= adjective:
                continue
            if ("t" if tree.has_to(i) else "c") in frames:
                return clause(tree, i), ()
        asked = next((i for i in tree.children(head, "advcl") if i > adjective and _asks(tree, i, adjective)), None)
        if asked is not None and "c" in frames:
            return clause(tree, asked), ()
    for i in tree.children(adjective, "prep"):
        below = tree.child(i, "pobj", "pcomp")
        if tree[i].lower in preps and below is not None:
            return thing(tree, below), (i,)
    return (), ()


def _asks(tree: Tree, clause: int, adjective: int) -> bool:
    """Tell whether an "if" clause right behind an adjective of doubt is what is doubted: "unsure **if** it works"."""
    first = tree.subtree(clause)[0]
    doubts = (
        tree[adjective].lower in words("doubting_adjectives") or tree.child(tree[adjective].head, "neg") is not None
    )
    return first == adjective + 1 and tree[first].lower in ("if", "whether") and doubts


def phrase_cues(tree: Tree) -> Iterator[Cue]:
    """Yield "according to X", "in the words of X", "in X's view", and adverbs such as "reportedly"."""
    adverbs = rows("cue_adverbs")
    for token in tree:
        found: tuple[Tokens, Tokens, int] | None = None
        if token.lower not in _OPENERS and token.lower not in adverbs:
            continue
        if token.lower == "according":
            found = _according(tree, token.i)
        elif token.lower in ("in", "by") and token.dep == "prep":
            found = _in_the_view(tree, token.i)
        elif token.lower in ("to", "per") and token.dep == "prep":
            found = _to_somebody(tree, token.i)
        elif token.lower in adverbs:
            found = (token.i,), (), token.i
        if found is None:
            continue
        tokens, who, top = found
        own = {*tokens, *who} if tree[top].head == top else {*tokens, *who, *tree.subtree(top)}
        content = _host(tree, top, own)
        if content:
            kind: CueType = adverbs[token.lower].type if token.lower in adverbs else "say"
            kind = "believe" if token.lower == "to" or any(tree[i].lower in _BELIEFS for i in tokens) else kind
            quoting = token.lower == "according"
            yield Cue(token.i, tokens, tree.words(tokens).lower(), kind, who, content, quoting)


def _according(tree: Tree, i: int) -> tuple[Tokens, Tokens, int] | None:
    to = i + 1
    if to >= len(tree) or tree[to].lower != "to":
        return None
    head = tree.child(to, "pobj", "pcomp")
    if head is None:
        head = tree.child(i, "pobj")
    if head is None:
        return None
    who = minimal(tree, head)
    # "According to Reuters, troops and police …": what follows the comma is the clause.
    opens = i == 0 or tree[i - 1].text == ","
    comma = next((j for j in who if tree[j].text == "," and opens), len(tree))
    return (i, to), trimmed(tree, tuple(j for j in who if j < comma)), i


def _in_the_view(tree: Tree, i: int) -> tuple[Tokens, Tokens, int] | None:
    noun = tree.child(i, "pobj")
    if noun is None or tree[noun].lower not in (_VIEWS if tree[i].lower == "in" else _ACCOUNTS):
        return None
    owner = tree.child(noun, "poss")
    if owner is not None:
        who = _owner(tree, owner)
        return tuple(sorted({i, noun, *tree.children(noun, "amod")} - set(who))), who, i
    of = next((j for j in tree.children(noun, "prep") if tree[j].lower == "of"), None)
    head = tree.child(of, "pobj") if of is not None else None
    if of is None or head is None or not (tree[head].pos == "PROPN" or tree[head].entity or is_body(lemma(tree[head]))):
        return None
    return tuple(range(i, of + 1)), minimal(tree, head), i


def _to_somebody(tree: Tree, i: int) -> tuple[Tokens, Tokens, int] | None:
    """Read "**To** critics, the law is an attack …", "…, **per** the report"."""
    head, verb = tree.child(i, "pobj"), tree[i].head
    if head is None or not is_verb(tree, verb) or not (tree[head].pos == "PROPN" or is_body(lemma(tree[head]))):
        return None
    below = tree.subtree(i)
    closed = below[-1] + 1 < len(tree) and tree[below[-1] + 1].text == ","
    if tree[i].lower == "per":
        known = tree[head].pos == "PROPN" or tree.child(head, "det") is not None
        return ((i,), minimal(tree, head), i) if known and (closed or tree[max(i - 1, 0)].text == ",") else None
    judged = lemma(tree[verb]) == "be" and tree.child(verb, "attr", "acomp") is not None
    return ((i,), minimal(tree, head), i) if below[0] == 0 and closed and judged else None


def _host(tree: Tree, top: int, own: set[int]) -> Tokens:
    """Return the clause that a phrase belongs to, without the phrase."""
    host = tree[top].head
    if tree[top].dep == "advmod" and tree[host].dep in ("acl", "relcl") and tree[host].head < top:
        # "The ship, allegedly owned by a bank, sank": only the owning is alleged.
        noun = minimal(tree, tree[host].head)
        return trimmed(tree, tuple(sorted({*noun, *tree.subtree(host)} - own)))
    for above in (host, *tree.ancestors(host)):
        host = above
        shares = tree[above].dep == "conj" and tree.child(above, "nsubj", "nsubjpass", "expl") is None
        if (
            is_verb(tree, above)
            and tree[above].dep not in ("acl", "relcl", "xcomp", "amod", "pcomp", "csubj")
            and not shares
        ):
            break
        if tree[above].dep == "relcl" and above < top and not own & {top - 1}:
            break
        if (
            tree[above].dep == "relcl"
            and tree[tree.subtree(above)[0]].tag in ("WDT", "WP")
            and tree.subtree(above)[0] < top
        ):
            # "A fire which, according to Lee, had begun": only the beginning is Lee's word.
            noun = minimal(tree, tree[above].head)
            return trimmed(tree, tuple(sorted({*noun, *tree.subtree(above)} - own)))
    if host == top:
        # The parser took the phrase for the main clause: what follows it is.
        return trimmed(tree, tuple(range(max(own) + 1, len(tree))))
    content = trimmed(tree, tuple(i for i in tree.subtree(host) if i not in own))
    cut_in = min(own) < len(tree) and bool(content) and content[0] < min(own) and is_that(tree[content[0]])
    # "said that, according to Lee, …": the conjunction is the outer cue's.
    return trimmed(tree, content[1:]) if cut_in and min(own) <= content[0] + 2 else content


def colon_cues(tree: Tree) -> Iterator[Cue]:
    """Yield ``Name: …`` at the head of a sentence; in headlines ``…: police``, ``… - police``, ``"…": Minister …``."""
    colon = next((t.i for t in tree if t.text == ":"), None) if ":" in tree.signs else None
    if colon is not None and 0 < colon <= 6 and _introduces(tree, colon):
        left = trimmed(tree, tuple(range(colon)))
        right = trimmed(tree, tuple(range(colon + 1, len(tree))))
        yield Cue(colon, (colon,), ":", "say", left, right, quoting=True)
    elif not any(token.text in STOPS for token in tree[-2:]):
        yield from _headline(tree, colon)


def _introduces(tree: Tree, colon: int) -> bool:
    """Tell whether a speaker stands before a colon; before a quotation any name will do."""
    if is_speaker(tree, 0, colon):
        return True
    opens = colon + 1 < len(tree) and tree[colon + 1].text in MARKS
    return opens and colon <= 3 and all(token.pos == "PROPN" or token.entity for token in tree[:colon])


def _headline(tree: Tree, colon: int | None) -> Iterator[Cue]:
    """Read who says so at the end of a headline, or behind the quotation that opens it."""
    last = next((t.i for t in reversed(tree) if t.text == ":" or t.text in DASHES), None)
    if last is None or not _is_parting(tree, last):
        return
    tail = trimmed(tree, tuple(range(last + 1, len(tree))))
    left = trimmed(tree, tuple(range(last)))
    if 0 < len(tail) <= 4 and is_speaker(tree, last + 1, len(tree)):
        whole = any(is_verb(tree, i) for i in left) or tree[last].text != ":"
        if len(left) > 1 and whole and (tree[last].text == ":" or all(tree[i].text.islower() for i in tail)):
            yield Cue(last, (last,), ":" if tree[last].text == ":" else "-", "say", tail, left)
    elif colon == last and tree[0].text in MARKS and tree[last - 1].text in MARKS:
        who = next((t.i for t in tree[last + 1 :] if t.dep == "nsubj"), None)
        if who is not None and is_speaker(tree, last + 1, who + 1):
            yield Cue(last, (last,), ":", "say", minimal(tree, who), left)


def _is_parting(tree: Tree, mark: int) -> bool:
    """Tell whether a colon or dash parts what stands around it, and is no hyphen."""
    return 0 < mark < len(tree) - 1 and tree[mark].end < tree[mark + 1].start


def is_speaker(tree: Tree, start: int, end: int) -> bool:
    """Tell whether the tokens are a name or a noun for somebody who speaks, and nothing else."""
    tokens = [tree[i] for i in trimmed(tree, tuple(range(start, end)))]
    if not tokens or any(t.pos in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "NUM") or t.text in MARKS for t in tokens):
        return False
    if len(tokens) == 1 and tokens[0].lower in LABELS:
        return False
    if all(t.text.isupper() and t.text.isalpha() for t in tokens):
        return True
    last = tokens[-1]
    named = any(t.entity in ("PERSON", "ORG", "GPE") for t in tokens) and last.pos == "PROPN"
    return named or is_body(lemma(last))
