"""From a claim's slots to a sentence: subject, verb and complements in order, with the verb that was left unsaid."""

from __future__ import annotations

from collections.abc import Set

from claims.analysis import Clause, Slot, Tokens
from claims.bonds import awaits, dated_before
from claims.lexicon import frames_of
from claims.trees import FINITE, Token, Tree
from claims.wording.agreement import PERSON, fits_of
from claims.wording.concord import agree, take_subject_form
from claims.wording.draft import Draft
from claims.wording.ellipsis import say_elided
from claims.wording.grammar import (
    article,
    be,
    head_of,
    is_one_of_several,
    is_past,
    is_person,
    is_plural,
    lowered,
    member_of,
    needs_article,
    past_of,
    verbs,
)
from claims.wording.infinitives import say_finite
from claims.wording.inversion import asks, bounded, deny, keeps_order
from claims.wording.joints import close_aside, keep_that, set_off
from claims.wording.marks import QUOTING, drop_unpaired, pauses, unpaired
from claims.wording.participles import (
    drop_passive,
    is_finite_after_all,
    is_over,
    is_reduced,
    is_result,
    is_second_past,
    say_ahead,
    say_awaited,
    shares_perfect,
)
from claims.wording.relations import drop_dangling, drop_signals
from claims.wording.sayings import say_description, say_layout, say_noun, strays
from claims.wording.voices import Voice, Voices

#: Roles whose place is behind the verb; obliques and modifiers may lead the sentence.
CORE = frozenset(("object", "indirect_object", "agent", "complement"))
#: What may lead the sentence whatever its role is called.
ADVERBIAL = frozenset(("advcl", "prep", "advmod", "npadvmod", "mark"))
#: Words that introduce members of a class.
MEMBERS = frozenset(("including", "such", "like", "as", "e.g.", "namely", "for", "example", "instance", ":"))


def arrange(draft: Draft, clause: Clause, voices: Voices) -> None:
    """Make a sentence of the draft; `voices` are the links around the clause and of it."""
    stray = strays(draft.tree, clause, voices.link)
    draft.delete(stray, "relation")
    slots = _Slots.of(draft, clause, stray)
    drop_signals(draft, clause)
    if slots.is_membership(clause):
        say_membership(draft, slots)
    elif not (clause.type == "speech_act" and slots.say_act(draft, clause)):
        restore_verb(draft, clause, slots, voices)
        if asks(draft.tree, clause, slots.who, slots.forms):
            draft.insert(clause.tokens[-1], "?", "mark", behind=True)
        else:
            put_in_order(draft, slots)
    agree(draft, slots.who, slots.predicate)
    take_subject_form(draft, slots.who)
    kept = drop_dangling(draft, frozenset((clause.head, *clause.predicate)))
    drop_unpaired(draft, kept)
    lower_inner(draft, slots)
    set_off(draft, slots.who, kept)
    close_aside(draft, slots.who)
    keep_that(draft)


class _Slots:
    """The slots of a clause, no token in two of them."""

    __slots__ = ("arguments", "forms", "predicate", "who")

    def __init__(self, who: Tokens, predicate: Tokens, arguments: tuple[Slot, ...], forms: list[Token]) -> None:
        self.who = who
        self.predicate = predicate
        self.arguments = arguments
        #: The verb forms of the predicate.
        self.forms = forms

    @classmethod
    def of(cls, draft: Draft, clause: Clause, stray: Set[int]) -> _Slots:
        taken = {*clause.who, *stray}
        predicate = tuple([i for i in clause.predicate if i not in taken])
        taken.update(predicate)
        arguments = []
        for slot in clause.arguments:
            if not taken.isdisjoint(slot.tokens):
                slot = Slot(slot.role, tuple([i for i in slot.tokens if i not in taken]))
            taken.update(slot.tokens)
            if slot.tokens:
                arguments.append(slot)
        return cls(clause.who, predicate, tuple(arguments), verbs(draft.tree, predicate))

    def is_membership(self, clause: Clause) -> bool:
        """Tell "towns | such as | Bergen": a class, a word that introduces members, and a member."""
        return clause.type == "membership" and bool(self.who and self.predicate and self.arguments)

    def say_act(self, draft: Draft, clause: Clause) -> bool:
        """Word a speech act that has a noun or nothing for its verb, and one thing said; tell whether it was one."""
        if len(self.arguments) != 1 or clause.states is None or clause.when or clause.where:
            return False
        content = self.arguments[0].tokens
        if say_description(draft, self.predicate, content):
            return True
        return say_noun(draft, clause, self.predicate, content) or say_layout(draft, clause, self.predicate, content)


def say_membership(draft: Draft, slots: _Slots) -> None:
    """Make "Bergen is one of the towns" of "towns such as Bergen", "nurses are among …"; leave a finite "include"."""
    tree = draft.tree
    if any(token.tag != "VBG" for token in slots.forms):
        return
    _say_member(draft, slots.who, slots.arguments[0].tokens, past=is_past(tree, slots.who[0]))
    draft.delete(slots.predicate, "relation")


def _say_member(draft: Draft, whole: Tokens, member: Tokens, *, past: bool) -> None:
    """Put a member and a form of "be" before the whole: "Bergen is one of the towns", "two are among them"."""
    name, spans = draft.render(member)
    form = be(draft.tree, member, past=past)
    share = "among" if form in ("are", "were") else "one of"
    draft.insert(whole[0], f"{name} {form} {share}{_the(draft, whole)}", "relation", spans)
    draft.delete(member, "relation")
    _lower(draft, whole[0])


def _the(draft: Draft, tokens: Tokens) -> str:
    """Return " the" where a noun has no article, name or number that tells which."""
    first = draft.tree[tokens[0]]
    named = first.pos in ("PROPN", "PRON") and first.dep not in ("compound", "nmod")
    told = named or first.tag in ("DT", "PRP$", "CD", "PDT") or tokens[0] in draft.covered
    return "" if told else " the"


def restore_verb(draft: Draft, clause: Clause, slots: _Slots, voices: Voices) -> None:
    """Say the "be" or the auxiliary that a headline, an apposition or a participle leaves unsaid."""
    tree = draft.tree
    if not slots.who:
        _say_report(draft, slots)
        return
    if not slots.predicate:
        _say_identity(draft, clause, slots)
        return
    forms = drop_passive(draft, slots.forms)
    if not forms or say_elided(draft, clause, forms):
        return
    if awaits(tree, clause.head) and say_awaited(draft, forms):
        return
    if voices.link is not None and say_finite(draft, clause, slots.who, forms, voices.link):
        return
    apart = tuple(i for i in tree.children(forms[0].i, "aux", "auxpass") if i not in draft.inside)
    if apart and any(tree[i].tag in FINITE for i in apart):
        draft.insert(forms[0].i, tree.words(apart), "elision", tuple(tree[i].span for i in apart))
    elif (
        FINITE.isdisjoint([token.tag for token in forms])
        or _is_headline_passive(tree, slots, forms)
        or shares_perfect(tree, clause, forms)
        or is_reduced(tree, forms)
    ):
        _say_auxiliary(draft, clause, slots, forms, voices.link)


def _say_report(draft: Draft, slots: _Slots) -> None:
    """Make "three blasts were heard" of "three blasts heard", where nobody is said to have heard them."""
    tree = draft.tree
    forms = slots.forms
    if len(forms) != 1 or forms[0].tag not in ("VBN", "VBD") or tree.child(forms[0].i, "aux", "auxpass") is not None:
        return
    for slot in slots.arguments:
        head = head_of(tree, slot.tokens)
        if head is not None and head.head == forms[0].i and slot.tokens[-1] < forms[0].i and head.dep[:5] == "nsubj":
            draft.insert(forms[0].i, be(tree, slot.tokens, past=True), "elision")
            return


def _say_identity(draft: Draft, clause: Clause, slots: _Slots) -> None:
    tree = draft.tree
    if not slots.arguments or clause.type == "speech_act":
        return
    told = slots.arguments[0].tokens
    if member := member_of(tree, slots.who, told):
        draft.delete((i for i in told if i not in member), "relation")
        _say_member(draft, slots.who, member, past=is_past(tree, clause.head))
        return
    participle = "VBN" in (tree[told[0]].tag, tree[clause.head].tag)
    past = is_past(tree, clause.head, default=participle)
    form = be(tree, slots.who, past=past, single=draft.is_single(slots.who))
    if needs_article(tree, told, title=told[-1] < slots.who[0]):
        form += f" {article(tree[told[0]].text)}"
    if told[-1] < slots.who[0] and is_one_of_several(tree, slots.who, told):
        form += f" one of{_the(draft, told)}"
    if slots.who[0] < told[0]:
        # "guilty **of fraud**": what the adjective takes may be told first, and stands behind.
        heads = [slot.tokens[0] for slot in slots.arguments if clause.head in slot.tokens]
        draft.insert(heads[0] if heads and slots.who[-1] < heads[0] < told[0] else told[0], form, "elision")
    else:
        who, spans = draft.render(slots.who)
        draft.delete(slots.who, "order")
        draft.insert(told[0], f"{who} {form}", "order", spans)
    _lower(draft, told[0], noun=True)


def _say_auxiliary(draft: Draft, clause: Clause, slots: _Slots, forms: list[Token], voice: Voice | None) -> None:
    """Borrow a conjunct's auxiliaries from the first verb; give other forms a form of "be"."""
    tree, first = draft.tree, forms[0]
    if is_finite_after_all(tree, first):
        return
    participle = first.tag in ("VBN", "VBD")
    own = tree.children(first.i, "aux", "auxpass")
    if any(tree[i].tag in FINITE and i in draft.inside for i in own):
        return
    if clause.states is None and say_ahead(draft, slots.who, first, voice):
        return
    over = is_over(tree, clause.head)
    if is_result(tree, first) or (over and first.tag == "VBG" and first.lower not in ("being", "having")):
        draft.replace((first.i,), past_of(first), "elision", (first.span,))
        return
    borrowed = _borrowed(tree, slots, first)
    if any(tree[i].dep == "auxpass" for i in borrowed) and tree.child(first.i, "dobj", "ccomp", "xcomp") is not None:
        # "Was sent but ended up waiting": an active past that the tagger took for a second passive.
        return
    if not borrowed and first.tag == "VBN" and first.dep == "conj" and is_second_past(tree, first):
        return
    spans = tuple(tree[i].span for i in borrowed)
    said = [tree[i].text for i in borrowed]
    if not any(tree[i].tag in FINITE for i in borrowed):
        over = over or dated_before(tree, clause.head)
        past = over or is_past(tree, clause.head, default=participle, perfect=participle)
        if first.lower in ("being", "having") and first.i == slots.predicate[0]:
            _make_finite(draft, slots, forms, past=past, over=over)
            return
        said.insert(0, be(tree, slots.who, past=past, single=draft.is_single(slots.who)))
        if first.tag == "VB" and not borrowed:
            said.append("to")
    place = _place_of_helper(draft, slots, first)
    draft.insert(place, " ".join(said), "elision", spans)
    _lower(draft, place)


def _place_of_helper(draft: Draft, slots: _Slots, first: Token) -> int:
    """Return the token before which an auxiliary is said: the verb, or its denials and adverbs behind the subject."""
    tree, place = draft.tree, first.i
    inside = draft.inside.difference(slots.who)
    leads = slots.who[0] < first.i
    # "Told the pilots **not to** land": they are not to land.
    verb = first.head if first.tag == "TO" else first.i
    while leads and place - 1 in inside and tree[place - 1].dep in ("neg", "advmod") and tree[place - 1].head == verb:
        place -= 1
    return place


def _is_headline_passive(tree: Tree, slots: _Slots, forms: list[Token]) -> bool:
    """Tell whether a past form is a passive without its "be": "two blasts heard", "minor damage reported"."""
    verb = forms[0]
    if verb.tag not in ("VBN", "VBD"):
        return False
    frames = frames_of(verb.lemma)
    if "r" in frames and len(forms) == 1 and not any(tree[i].dep in ("dobj", "ccomp") for i in tree.children(verb.i)):
        # Who is "accused of lying" is the one who lied.
        return tree.child(verb.i, "prep") is not None
    if len(forms) > 1 or verb.tag != "VBD" or "i" not in frames or any(slot.role in CORE for slot in slots.arguments):
        return False
    subject = head_of(tree, slots.who)
    return (
        subject is not None
        and subject.pos == "NOUN"
        and not fits_of(tree, subject) & PERSON
        and not any(tree[i].dep in ("dobj", "ccomp", "xcomp", "prt", "dative") for i in tree.children(verb.i))
    )


def _make_finite(draft: Draft, slots: _Slots, forms: list[Token], *, past: bool, over: bool) -> None:
    """Make "was ill" of "being ill", "had left" of "having left", "was being held" of "being held".

    What was `over` by then was no longer going on: "was held" of "after being held".
    """
    tree, first = draft.tree, forms[0]
    goes_on = not over and len(forms) > 1 and forms[1].tag == "VBN"
    if first.lower == "having":
        form = "had" if past else "have" if is_plural(tree, slots.who) else "has"
    else:
        form = be(tree, slots.who, past=past, single=draft.is_single(slots.who)) + (" being" if goes_on else "")
    draft.replace((first.i,), form, "elision")


def _borrowed(tree: Tree, slots: _Slots, first: Token) -> tuple[int, ...]:
    """Return the auxiliaries of the conjunct before that hold for this verb too: "has fought and won"."""
    verb = first
    for _ in range(4):
        found = tuple(i for i in tree.children(verb.i, "aux", "auxpass") if i < verb.i)
        if found:
            same = verb.tag == first.tag or {verb.tag, first.tag} <= {"VBN", "VBD"}
            return found if same and not set(found) & set(slots.predicate) else ()
        if verb.dep != "conj" or tree.child(verb.i, "nsubj", "nsubjpass") is not None:
            return ()
        verb = tree[verb.head]
    return ()


def put_in_order(draft: Draft, slots: _Slots) -> None:
    """Put the subject before the verb, and objects and complements that stand before it behind it."""
    tree = draft.tree
    if not slots.who or not slots.forms:
        return
    first, last, moved = deny(draft, slots.who, slots.predicate, slots.forms), slots.forms[-1].i, set[int]()
    for slot in slots.arguments:
        if slot.role in CORE and slot.tokens[0] < first and _top_dep(tree, slot.tokens) not in ADVERBIAL:
            # "He told reporters on Monday we will not pay": a clause goes behind all that belongs to its verb.
            clausal = slot.role == "complement" and any(token.tag in FINITE for token in verbs(tree, slot.tokens))
            _move(draft, slot.tokens, _end(draft, slots, last) if clausal else last)
            moved.update(slot.tokens)
        elif (prepositions := _stranded(tree, slot.tokens)) and slot.tokens[0] < first:
            _move(draft, slot.tokens[: -len(prepositions)], last, prepositions)
    if lead := bounded(draft, slots.who, first):
        _move(draft, lead, _end(draft, slots, last))
    if slots.who[-1] > first and tree[slots.who[0]].lower != "there":
        if keeps_order(draft, slots.who, slots.forms, moved):
            return
        name, spans = draft.render(slots.who)
        draft.delete(slots.who, "order")
        draft.insert(first, name, "order", spans, lead=True)
        _lower(draft, first)


def _stranded(tree: Tree, tokens: Tokens) -> Tokens:
    """Return the prepositions behind the noun that their pronoun stands for: "the firm, **for** which he worked"."""
    start = len(tokens)
    while start and tree[tokens[start - 1]].tag == "IN":
        start -= 1
    return tokens[start:] if start else ()


def _end(draft: Draft, slots: _Slots, last: int) -> int:
    """Return the last word that follows a verb outside its subject and its content, marks left out."""
    content = {i for slot in slots.arguments if slot.tokens[0] < slots.predicate[0] for i in slot.tokens}
    behind = [i for i in draft.kept() if i > last and i not in content and i not in slots.who]
    behind = [i for i in behind if draft.tree[i].pos != "PUNCT"]
    return max([last, *behind])


def _top_dep(tree: Tree, tokens: Tokens) -> str:
    inside = set(tokens)
    return next((tree[i].dep for i in tokens if tree[i].head not in inside), "")


def _move(draft: Draft, tokens: Tokens, anchor: int, lead: Tokens = ()) -> None:
    # What is moved is said in one piece: a quotation that was interrupted loses its marks.
    single = unpaired(draft, tokens)
    if any(draft.tree[i].text in QUOTING for i in single):
        single = [i for i in tokens if draft.tree[i].text in QUOTING] + list(pauses(draft.tree, tokens))
    draft.delete((i for i in single if not draft.is_deleted(i)), "mark")
    name, spans = draft.render(tokens)
    opening = next((i for i in tokens if not draft.is_deleted(i)), tokens[0])
    if opening not in draft.covered:
        name = lowered(draft.tree, opening, name)
    name = " ".join((*(draft.tree[i].text for i in lead), name))
    draft.delete((*tokens, *lead), "order")
    draft.insert(anchor, name, "order", (*spans, *(draft.tree[i].span for i in lead)), behind=True)


def _lower(draft: Draft, token: int, *, noun: bool = False) -> None:
    """Take the capital from a word that no longer opens the sentence; taggers take "Scientist Ann Berg" for a name."""
    word = draft.tree[token]
    small = lowered(draft.tree, token, word.text)
    if noun and token == 0 and word.entity != "NORP" and is_person(word.lower):
        small = word.lower
    if small != word.text:
        draft.replace((token,), small, "capital", (word.span,))


def lower_inner(draft: Draft, slots: _Slots) -> None:
    """Take the capital from what began a quotation and stands within a sentence now."""
    for slot in slots.arguments if slots.predicate else ():
        if slot.role in CORE:
            start = next((i for i in slot.tokens if draft.tree[i].pos != "PUNCT"), slot.tokens[0])
            if slots.predicate[-1] < start and not draft.is_deleted(start):
                _lower(draft, start)
