"""Speech acts without a verb: a noun of speech gets one, and a name beside a quotation introduces it.

"Berg's claim that the bank lied" is told as "Berg's claim was that the bank lied", "the fear that it fell", where
nobody is named, as "There was the fear that it fell".
"""

from __future__ import annotations

from claims.analysis import Clause, Tokens
from claims.text import Span
from claims.trees import Token, Tree
from claims.wording.draft import Draft
from claims.wording.grammar import genitive, head_of, is_past, lowered
from claims.wording.voices import Voice

#: What may stand before the noun of an act that is told as a fact; "any claim" need not have been made.
DETERMINERS = frozenset("the a an no this that these those".split())
POSSESSIVES = {
    "i": "my",
    "you": "your",
    "he": "his",
    "she": "her",
    "it": "its",
    "we": "our",
    "they": "their",
}


def strays(tree: Tree, clause: Clause, voice: Voice | None) -> frozenset[int]:
    """Return the words of a claim that only say whose quotation it is, as in '"The road is gone" - Ann Lee'."""
    if voice is None or not voice.content or not _is_layout(tree, voice.cue):
        return frozenset()
    return frozenset((*voice.cue, *voice.source)).difference(voice.content, clause.who).intersection(clause.tokens)


def say_layout(draft: Draft, clause: Clause, predicate: Tokens, content: Tokens) -> bool:
    """Put the name before the words that a dash or line break gives to it: "Ann Lee: The road is gone"."""
    who = clause.who
    if not who or not content or not _is_layout(draft.tree, predicate) or who[0] < content[0]:
        return False
    name, spans = draft.render(who)
    draft.delete((*predicate, *who), "order")
    draft.insert(content[0], f"{name}:", "order", spans)
    return True


def _is_layout(tree: Tree, cue: Tokens) -> bool:
    return all(tree[i].pos == "PUNCT" for i in cue)


def say_description(draft: Draft, predicate: Tokens, content: Tokens) -> bool:
    """Say of what somebody says it: "what it claims are bases" → "it claims these are bases", "calls them bases"."""
    tree = draft.tree
    said = [i for i in predicate if tree[i].pos in ("VERB", "AUX")]
    what = next((c for i in said for c in tree.children(i) if tree[c].lower == "what"), None)
    head = head_of(tree, content)
    if what is None or what in draft.inside or head is None:
        return False
    be = next((i for i in said[1:] if tree[i].lemma == "be"), None)
    if be is not None:
        draft.insert(be, "these" if tree[be].lower in ("are", "were") else "this", "elision")
    else:
        draft.insert(said[-1], "them" if head.tag in ("NNS", "NNPS") else "it", "elision", behind=True)
    return True


def say_noun(draft: Draft, clause: Clause, predicate: Tokens, content: Tokens) -> bool:
    """Give the noun of an act its verb, or "there is"; tell whether it was one with a clause behind it."""
    tree = draft.tree
    noun = next((tree[i] for i in predicate if tree[i].pos == "NOUN"), None)
    if noun is None or not content or any(tree[i].pos in ("VERB", "AUX") for i in predicate):
        return False
    if predicate[-1] > content[0] or not _is_clausal(tree, content) or not _is_told(tree, noun):
        return False
    form = _be(tree, noun)
    if clause.who:
        _say_of(draft, clause.who, predicate, noun)
    else:
        the = predicate[0] if tree[predicate[0]].lower == "the" and noun.tag == "NNS" else None
        draft.delete(() if the is None else (the,), "agreement")
        _begin(draft, predicate[0] if the is None else predicate[1], f"there {form}")
    _join(draft, predicate, content, form if clause.who else "")
    return True


def _is_clausal(tree: Tree, content: Tokens) -> bool:
    inside = set(content)
    tops = [i for i in content if tree[i].head not in inside]
    finite = any(map(tree.is_finite, tops))
    return tree[content[0]].tag == "TO" or finite


def _is_told(tree: Tree, noun: Token) -> bool:
    return all(tree[i].lower in DETERMINERS for i in tree.children(noun.i, "det"))


def _be(tree: Tree, noun: Token) -> str:
    past, plural = is_past(tree, noun.i, default=True), noun.tag == "NNS"
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def _say_of(draft: Draft, who: Tokens, predicate: Tokens, noun: Token) -> None:
    """Say whose act it is: in the genitive, behind the noun if the name is a long one."""
    tree = draft.tree
    name, spans = draft.render(who)
    name = lowered(tree, who[0], name)
    head = head_of(tree, who)
    draft.delete(who, "order")
    behind = head is not None and any(i > head.i for i in who if tree[i].dep in ("prep", "relcl", "acl", "appos", "cc"))
    articles = [i for i in predicate if tree[i].dep == "det" and tree[i].head == noun.i]
    if behind:
        draft.insert(noun.i, f"of {name}", "order", spans, behind=True)
        if not articles:
            _begin(draft, predicate[0], "the")
        return
    draft.delete(articles, "agreement")
    first = next(i for i in predicate if i not in articles)
    if tree[who[-1]].tag != "PRP$":
        name = POSSESSIVES.get(name.lower()) or genitive(name)
    _begin(draft, first, name, spans)


def _begin(draft: Draft, at: int, said: str, spans: tuple[Span, ...] = ()) -> None:
    draft.insert(at, said, "order" if spans else "elision", spans)
    word = draft.tree[at]
    small = lowered(draft.tree, at, word.text)
    if small != word.text:
        draft.replace((at,), small, "capital", (word.span,))


def _join(draft: Draft, predicate: Tokens, content: Tokens, form: str) -> None:
    """Put the verb and "that" between the noun and what it says."""
    tree, last, first = draft.tree, predicate[-1], draft.tree[content[0]]
    if tree[last].dep == "mark":
        if form:
            draft.insert(last, form, "elision")
        return
    bare = first.tag in ("TO", "WRB", "WP", "WDT") or first.lower in ("that", "whether")
    said = " ".join(filter(None, (form, "" if bare else "that")))
    if said:
        draft.insert(content[0], said, "elision")
