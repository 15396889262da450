"""What a clause claims and how firmly: polarity, tense, kind, and one FactBank value per voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from claims.analysis import Clause, Factivity, Link
from claims.attribution.frames import group, lemma, lemmas
from claims.attribution.judgements import judgement
from claims.attribution.sources import is_verb
from claims.attribution.tense import is_scheduled, tense
from claims.attribution.voices import STRENGTH, Degree, Stand, value_for, weaker
from claims.bonds import Bond, modal_of
from claims.lexicon import table, words
from claims.model import Kind, Polarity
from claims.trees import Tree
from claims.values import evolve

#: Modals whose denial leaves no doubt: "cannot", "could not".
_ABLE = frozenset(("can", "ca", "could"))
#: Words behind "not" and "no" that say that there is more: "not **only** fined but jailed", "no **less** important".
_NOT_ALL = frozenset(("only", "just", "merely", "simply", "solely", "less", "fewer"))
#: Labels of nouns that say what something is.
_DESCRIBING = frozenset(("attr", "oprd", "appos", "ROOT"))


def judge(trees: Sequence[Tree], sentence: int, clause: Clause, chain: Sequence[Link]) -> Factivity:
    """Return polarity, tense and kind of a clause, and its value for the author and every link of `chain`."""
    tree = trees[sentence]
    clause = _under_catenative(tree, clause)
    polarity: Polarity = "-" if is_negated(tree, clause) else "+"
    stand = _stand(tree, clause, polarity)
    time = tense(tree, clause, chain)
    links = tuple(value_for(trees, sentence, clause, chain, place, stand) for place in range(len(chain)))
    author = value_for(trees, sentence, clause, chain, -1, stand)
    return Factivity(polarity, time, _kind(tree, clause, time, chain), author, links)


def _stand(tree: Tree, clause: Clause, polarity: Polarity) -> Stand:
    """Return how the voice next to the clause stands to it: its own words, and what they are said to be."""
    degree = certainty(tree, clause)
    verb = main_verb(tree, clause)
    around = judgement(tree, verb) if verb is not None else None
    if around is None:
        return Stand(degree, polarity)
    turned: Polarity = polarity if around.polarity == "+" else "-" if polarity == "+" else "+"
    return Stand(weaker(degree, around.degree), turned)


def _under_catenative(tree: Tree, clause: Clause) -> Clause:
    """Return a joined clause as one of the verb that it borrows: "**failed to** kick and **throw** the ball"."""
    if tree[clause.head].dep != "conj" or len(clause.predicate) < 2 or not is_verb(tree, clause.head):
        return clause
    above = [i for i in tree.ancestors(clause.head) if i in clause.predicate and is_verb(tree, i)]
    return evolve(clause, head=above[-1]) if above else clause


def main_verb(tree: Tree, clause: Clause) -> int | None:
    """Return the verb that carries the clause's negation, modality and tense."""
    head = clause.head
    if is_verb(tree, head):
        return head
    if (
        tree[head].dep in ("attr", "acomp", "oprd")
        and is_verb(tree, tree[head].head)
        and tree[head].head in clause.predicate
    ):
        return tree[head].head
    return next((i for i in clause.predicate if is_verb(tree, i)), None)


# ---------------------------------------------------------------- polarity


def is_negated(tree: Tree, clause: Clause) -> bool:
    """Tell whether the clause says that something is not so; two denials cancel out."""
    verb = main_verb(tree, clause)
    denied = _may_deny(tree)
    if verb is None and not denied:
        return False
    held = set(clause.tokens)
    if verb is not None and denied and tree[verb].dep == "conj" and _nor(tree, verb):
        return True
    if verb is None:
        near = clause.predicate if clause.states is not None else [i for i in held if tree[i].head == clause.head]
        return any(_denies(tree, i) for i in near)
    governors = [i for i in _governors(tree, verb) if i in held or i in clause.predicate]
    words_of_denial = {i for i in (verb, *governors) if _undoes(tree, i, clause)}
    if denied:
        words_of_denial.update(_negators(tree, verb, held))
        words_of_denial.update(i for i in clause.predicate if _denies(tree, i))
        words_of_denial.update(i for g in governors for i in _neg(tree, g))
        words_of_denial -= _second_halves(tree, words_of_denial)
    return len(words_of_denial) % 2 == 1


def _second_halves(tree: Tree, denials: set[int]) -> set[int]:
    """Return the words that only complete a denial: "neither … **nor**", "**no** longer"."""
    both = any(tree[i].lower == "neither" for i in denials)
    return {i for i in denials if (both and tree[i].lower == "nor") or tree[tree[i].head].lower == "longer"}


def _may_deny(tree: Tree) -> bool:
    """Tell whether a sentence has any word that can deny: most have none, so their claims need no search."""
    return not tree.signs.isdisjoint(("neg", "yet")) or not words("negators").isdisjoint(tree.signs)


def _undoes(tree: Tree, verb: int, clause: Clause) -> bool:
    """Tell whether a verb or its adjective says that the infinitive below it did not happen: "failed to **sail**".

    Of a cue the infinitive is content: "refused to sail" is a refusal that took place.
    """
    adjective = tree.child(verb, "acomp")
    if adjective is not None and tree[adjective].lower in words("negative_adjectives"):
        return tree.child(adjective, "xcomp") is not None or tree.child(verb, "xcomp") is not None
    below = tree.child(verb, "xcomp")
    if below is None or lemma(tree[verb]) not in words("unfulfilled_verbs"):
        return False
    return clause.states is None or below in clause.predicate


def _governors(tree: Tree, verb: int) -> list[int]:
    """Return the verbs above an infinitive or gerund in its own verb group: "failed to **arrive**"."""
    found: list[int] = []
    while tree[verb].dep == "xcomp" and is_verb(tree, tree[verb].head) and len(found) < 3:
        verb = tree[verb].head
        found.append(verb)
    return found


def _negators(tree: Tree, verb: int, held: set[int]) -> list[int]:
    """Return the words that deny `verb`: in its group, as determiner or pronoun of its subject or object."""
    found = [i for a in (verb, *tree.children(verb, "aux", "auxpass")) for i in _neg(tree, a)]
    found += [i for i in tree.children(verb, "advmod", "preconj", "npadvmod", "cc") if i < verb and _denies(tree, i)]
    found += [i for i in tree.children(verb, "advmod") if i > verb and _denies(tree, i)]
    found += _fronted(tree, verb)
    # "Neither Lee nor Berg came": of every one of them.
    around = tree.children(verb, "nsubj", "nsubjpass", "dobj", "attr", "acomp")
    found += [j for i in around for j in tree.children(i, "preconj") if tree[j].lower == "neither"]
    if tree[tree[verb].head].lower == "without" and tree[verb].dep == "pcomp":
        found.append(tree[verb].head)
    for first in tree.children(verb, "nsubj", "nsubjpass", "dobj", "attr", "expl"):
        # Of joined nouns each may have a claim of its own, and "no ships or boats" one "no" for all.
        for i in (first,) if first in held else (first, *_conjuncts(tree, first)):
            beside = tree.children(i, "det", "neg", "predet", "advmod")
            # "hardly anyone", "not all ships"
            denying = (j for k in (i, *beside) for j in (k, *tree.children(k, "neg", "advmod")) if _denies(tree, j))
            # "Not the mayor but his aide signed": somebody did.
            instead = any(tree[j].lower == "but" for j in tree.children(i, "cc"))
            # "Ann, not Tom, signed": she did.
            denying = (j for j in denying if tree[j].lower != "not" or not (instead or j > i))
            found += (j for j in denying if i in held or j in held)
    if tree[verb].dep == "conj" and tree.child(verb, "nsubj", "nsubjpass") is None:
        shared = tree[verb].head
        # "He was not killed but **wounded**"
        apart = any(tree[i].lower == "but" for i in tree.children(shared, "cc"))
        if tree.child(verb, "aux", "auxpass") is None and tree[verb].tag in ("VB", "VBN", "VBG") and not apart:
            found += _neg(tree, shared)
    return found


def _fronted(tree: Tree, verb: int) -> list[int]:
    """Return the denial in a phrase that turns its clause round: "at **no** point did he see it", "**not** once …"."""
    helpers = tree.children(verb, "aux", "auxpass") or (verb,)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or not helpers[0] < subject:
        return []
    phrases = (tree.subtree(i) for i in tree.children(verb, "prep", "advmod", "dobj", "npadvmod") if i < helpers[0])
    phrase = next((below for below in phrases if below[-1] == helpers[0] - 1), ())
    denying = next((i for i in phrase[:2] if tree[i].lower in ("no", "not", "nowhere")), None)
    # "Not only did it fall", "not until May did it open", "no sooner had it opened": it did.
    if denying is None or tree[denying + 1].lower in (*_NOT_ALL, "until", "till", "sooner", "long"):
        return []
    return [denying]


def _conjuncts(tree: Tree, noun: int) -> Iterator[int]:
    for i in tree.children(noun, "conj"):
        yield i
        yield from _conjuncts(tree, i)


def _nor(tree: Tree, verb: int) -> bool:
    """Tell whether "nor" joins a verb to the one before."""
    return any(tree[i].lower == "nor" and i < verb for i in tree.children(tree[verb].head, "cc"))


def _neg(tree: Tree, verb: int) -> list[int]:
    return [i for i in tree.children(verb, "neg") if tree[i].lower != "not" or _denies(tree, i)]


def _denies(tree: Tree, i: int) -> bool:
    if tree[i].lower == "longer":
        return any(tree[j].lower == "no" for j in tree.children(i))
    behind, further = (tree[min(j, len(tree) - 1)] for j in (i + 1, i + 2))
    if tree[i].lower == "yet":
        # "has yet to comment"
        return behind.tag == "TO" and is_verb(tree, tree[i].head) and lemma(tree[tree[i].head]) in ("have", "be")
    # "could not simply leave", "is not just": denied all the same.
    more = behind.lower in _NOT_ALL and further.pos != "PUNCT" and tree[max(0, i - 1)].tag != "MD"
    return tree[i].lower in words("negators") and not more


# ---------------------------------------------------------------- certainty


def certainty(tree: Tree, clause: Clause) -> Degree:
    """Return how firmly the clause's own words put it: modals, hedges, "appears"; questions and conditions."""
    verb = main_verb(tree, clause)
    own = _worded(tree, clause, verb) if tree.once(_may_hedge) else "CT"
    if own != "CT":
        return own
    # "The UN has warned of famine unless aid arrives": what has been said has been said.
    done = clause.states is not None and verb is not None and not any(tree[i].tag == "MD" for i in group(tree, verb))
    # "Even if it rains, it will open": it opens either way.
    depends = bool(clause.ties) and any(tie.type == "condition" and tie.value != "even-if" for tie in clause.ties)
    # "allowed them to stay": nobody says that they stayed.
    unsaid = (depends and not done) or _is_asked(tree, verb) or clause.rule == "inner nonfinite"
    unsaid = unsaid or (verb is not None and clause.states is None and _by_denied(tree, verb))
    # "could fall if …" says that it is possible; "will fall if …" does not say that it falls.
    return "U" if unsaid else "CT"


def _may_hedge(tree: Tree) -> bool:
    """Tell whether a sentence has any word that can weaken a claim."""
    if not words("hedges").isdisjoint(tree.signs) or not words("raising_verbs").isdisjoint(lemmas(tree)):
        return True
    return "MD" in [token.tag for token in tree]


def _worded(tree: Tree, clause: Clause, verb: int | None) -> Degree:
    """Return the weakest degree that the words of a clause put it at."""
    degrees = [_hedge(tree, i) for i in tree.children(clause.head, "advmod")] if verb is None else []
    if verb is not None:
        governors = _governors(tree, verb)
        parts = {*group(tree, verb), *governors}
        if _shares_auxiliary(tree, verb):
            parts.update(tree.children(tree[verb].head, "aux"))
        degrees += [_modal(tree, i) for i in parts]
        # "Maybe," he adds: what is said is no hedge of the saying.
        about = [i for i in tree.children(verb, "advmod", "acomp") if clause.states is None or i in clause.predicate]
        degrees += [_hedge(tree, i) for i in about]
        degrees += [_hedge(tree, i) for g in governors for i in tree.children(g, "acomp", "advmod")]
        if tree[verb].dep == "xcomp" and tree[tree[verb].head].pos == "ADJ":
            degrees.append(_hedge(tree, tree[verb].head))
        degrees.append(_of_host(tree, clause, verb))
    return min(filter(None, degrees), key=lambda d: STRENGTH[d], default="CT")


def _of_host(tree: Tree, clause: Clause, verb: int) -> Degree | None:
    """Return how firm the verb is whose means or result a gerund tells: "**could** save money by closing two"."""
    bond = Bond.of(tree, verb) if clause.states is None else None
    modal = modal_of(tree, bond.host) if bond is not None and bond.how != "after" else None
    return _modal(tree, modal) if modal is not None else None


def _by_denied(tree: Tree, verb: int) -> bool:
    """Tell whether a gerund is the means of what did not happen: "did not win **by cheating**"; perhaps nobody did."""
    bond = Bond.of(tree, verb) if "neg" in tree.signs else None
    return bond is not None and bond.how in ("means", "before") and tree.child(bond.host, "neg") is not None


def _shares_auxiliary(tree: Tree, verb: int) -> bool:
    """Tell whether a conjunct leaves its auxiliary unsaid: "should be cut and ten plants **closed**"."""
    if tree[verb].dep != "conj" or tree.child(verb, "aux", "auxpass") is not None:
        return False
    host = tree[verb].head
    return tree[verb].tag == "VB" or (tree[verb].tag == "VBN" and tree.child(host, "auxpass") is not None)


def _modal(tree: Tree, i: int) -> Degree | None:
    if tree[i].tag == "MD":
        # What cannot be, certainly is not; what may not be is open.
        if tree[i].lower in _ABLE and any(_denies(tree, j) for j in tree.children(tree[i].head, "neg", "advmod")):
            return "CT"
        return cast(Degree, table("modals").get(tree[i].lower, ("CT",))[0])
    return cast(Degree, row[0]) if (row := table("raising_verbs").get(lemma(tree[i]))) and _raises(tree, i) else None


def _raises(tree: Tree, i: int) -> bool:
    return tree.child(i, "xcomp", "oprd", "acomp", "ccomp") is not None and tree.child(i, "dobj") is None


def _hedge(tree: Tree, i: int) -> Degree | None:
    row = table("hedges").get(tree[i].lower)
    return cast(Degree, row[0]) if row else None


def _is_asked(tree: Tree, verb: int | None) -> bool:
    """Tell whether the clause is a question: the sentence's own, or behind "whether"."""
    if verb is None:
        return False
    mark = tree.children(verb, "mark")
    if mark and any(tree[i].lower in ("whether", "if") for i in mark):
        return True
    if tree[verb].head != verb and tree[verb].dep not in ("conj", "ccomp"):
        return False
    return tree.once(_ends_asking)


def _ends_asking(tree: Tree) -> bool:
    """Tell whether the last mark of a sentence asks, quotation marks and brackets aside."""
    last = next((token.text for token in reversed(tree) if token.pos == "PUNCT" and token.text not in "\"'”’)"), "")
    return last == "?"


# ---------------------------------------------------------------- kind


def _kind(tree: Tree, clause: Clause, time: str, chain: Sequence[Link]) -> Kind:
    if clause.type == "speech_act":
        return "fact"
    if clause.opinion or _evaluates(tree, clause):
        return "opinion"
    if time in ("future", "future_in_past") and not is_scheduled(tree, main_verb(tree, clause)):
        return "prediction"
    return "fact"


def _may_evaluate(tree: Tree) -> bool:
    """Tell whether a sentence has any word that judges."""
    signs, told = tree.signs, lemmas(tree)
    by_form = "time" in signs or not words("evaluative_adjectives").isdisjoint(signs)
    return by_form or not all(words(name).isdisjoint(told) for name in ("evaluative_verbs", "evaluative_nouns"))


def _evaluates(tree: Tree, clause: Clause) -> bool:
    """Tell whether the predicate judges: "is dangerous", "was a mistake", "made a reckless move", "deserves it"."""
    if not tree.once(_may_evaluate):
        return False
    if any(lemma(tree[i]) in words("evaluative_verbs") for i in (clause.head, *clause.predicate) if is_verb(tree, i)):
        return True
    said = {i for slot in clause.arguments if slot.role in ("complement", "object") for i in slot.tokens}
    linking = clause.type == "identity" or any(_links(tree, i) for i in clause.predicate)
    return any(
        (_is_judgement(tree, i) or (linking and _sums_up(tree, i))) and _is_near(tree, i, said)
        for i in said
        if linking or (tree[i].dep == "amod" and tree[tree[i].head].dep == "dobj")
    )


def _links(tree: Tree, i: int) -> bool:
    """Tell whether a verb only ties a predicate to its subject: "is", "became", "remains"."""
    return lemma(tree[i]) in words("linking_verbs") or tree[i].lower in ("'s", "’s", "'re", "’re", "'m", "’m")


def _is_judgement(tree: Tree, i: int) -> bool:
    return tree[i].lower in words("evaluative_adjectives")


def _sums_up(tree: Tree, i: int) -> bool:
    """Tell whether a noun passes judgement, or says what it is high time for; "there are threats" counts them."""
    if tree[i].lower != "time" and tree[i].dep not in _DESCRIBING:
        return False
    if any(tree[j].tag == "EX" for j in tree.children(tree[i].head)):
        return False
    if tree[i].lower == "time" and tree.child(i, "det") is None:
        return any(tree.has_to(k) for k in tree.children(i, "relcl", "acl", "advcl"))
    return tree[i].dep in _DESCRIBING and lemma(tree[i]) in words("evaluative_nouns")


def _is_near(tree: Tree, i: int, predicative: set[int]) -> bool:
    """Tell whether an adjective describes the predicate itself, not something in a clause below it."""
    while i in predicative and tree[i].head != i:
        if tree[i].dep in ("relcl", "acl", "advcl", "ccomp", "xcomp", "poss"):
            return False
        i = tree[i].head
    return True
