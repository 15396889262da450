"""The time of a clause against the time of writing, read from its verb group."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.analysis import Clause, Link
from claims.attribution.frames import group, lemma, rows
from claims.attribution.sources import MAX_CLIMB, is_verb
from claims.bonds import Bond, awaits, dated_before
from claims.lexicon import table, words
from claims.model import Tense
from claims.trees import FINITE, Tree

#: Verbs whose present is no headline event.
_STATES = frozenset("be have know say think believe want need seem appear mean own hold live contain include".split())
_STOPS = frozenset(".?!…")
#: Years before this one are past in any text.
LAST_CENTURY = "2000"
_TIMETABLED = frozenset(("set", "due", "scheduled", "slated"))
_PERSONS = frozenset("i you he she we they who people".split())


def tense(tree: Tree, clause: Clause, chain: Sequence[Link]) -> Tense:
    """Return the tense of `clause`; `chain` are the links around it, outermost first."""
    verb = clause.head if is_verb(tree, clause.head) else _verb(tree, clause)
    if verb is None and clause.states is not None:
        noun = next((i for i in clause.predicate if tree[i].pos == "NOUN"), None)
        return "present" if noun is None else _tense_above(tree, noun)
    if verb is None:
        return _nominal(tree, clause)
    parts = _parts(tree, verb)
    finite = _first_finite(tree, parts)
    if finite is None:
        return _nonfinite(tree, verb, clause, chain)
    found = _finite(tree, verb, finite, parts, bool(chain))
    if found == "generic" and clause.states is not None:
        # "Prosecutors allege": now, and not as a rule.
        return "present"
    # Quoted words keep their tense, reported ones move back with the saying.
    quoted = bool(chain) and chain[-1].quote == "direct" and tree[finite].tag == "MD"
    return "future" if quoted and found == "future_in_past" else found


def _verb(tree: Tree, clause: Clause) -> int | None:
    """Return the verb of a clause that hangs on a noun or adjective."""
    above = tree[clause.head].head
    if above in clause.predicate and is_verb(tree, above):
        return above
    return next((i for i in clause.predicate if is_verb(tree, i)), None)


def _parts(tree: Tree, verb: int) -> list[int]:
    """Return the verb group; a conjunct borrows the auxiliaries of the first verb."""
    parts = {
        verb,
        *tree.children(verb, "aux", "auxpass"),
        *(i for i in group(tree, verb) if is_verb(tree, i) or tree[i].tag in ("MD", "TO")),
    }
    above = tree[verb].head
    bare = len(parts) == 1 and tree[verb].tag in ("VB", "VBN", "VBG") and tree.child(verb, "nsubj", "nsubjpass") is None
    if bare and tree[verb].dep == "conj" and is_verb(tree, above) and tree[above].tag == tree[verb].tag:
        parts.update(tree.children(above, "aux", "auxpass"))
    return sorted(parts)


def _first_finite(tree: Tree, parts: list[int]) -> int | None:
    for i in parts:
        if tree[i].tag in FINITE:
            return i
    return None


def _finite(tree: Tree, verb: int, finite: int, parts: list[int], reported: bool) -> Tense:
    token = tree[finite]
    lowers = [tree[i].lower for i in parts]
    if token.tag == "MD":
        return _modal(tree, verb, token.lower, lowers, reported)
    # "until they **put** it down": the tagger takes it for a past.
    past = token.tag == "VBD" and token.lower not in words("invariant_verbs")
    if awaits(tree, verb) and (reported or not past):
        return _backshifted(tree, verb) if past else "future"
    ahead = _looks_ahead(tree, verb, finite)
    if token.tag == "VBD" and finite != verb:
        return "future_in_past" if ahead else "past"
    if token.tag == "VBD" and not ahead:
        return "past"
    if ahead:
        return "future_in_past" if token.tag == "VBD" else "future"
    if token.lower in ("has", "have", "'ve", "’ve", "'s", "’s") and finite != verb and lemma(token) == "have":
        return "present" if tree[verb].tag == "VBG" else "past"
    return _present(tree, verb, finite)


def _backshifted(tree: Tree, verb: int) -> Tense:
    """Read "said it would stay **until they left**", which has yet to happen; "after they left" may be over."""
    over = any(tree[i].lower == "after" for i in tree.children(verb, "mark"))
    above = {tree[i].lower for i in tree.children(tree[verb].head, "aux")}
    return "past" if over or "would" not in above or "have" in above else "future_in_past"


def _modal(tree: Tree, verb: int, modal: str, lowers: list[str], reported: bool) -> Tense:
    """Read a group with a modal: "will", "would", "may have left"."""
    if modal in ("will", "'ll", "’ll", "shall", "wo"):
        return "future"
    if "have" in lowers and tree[verb].tag in ("VBN", "VBD"):
        return "past"
    if modal in ("would", "'d", "’d"):
        if not reported and _declines(tree, verb):
            return "past"
        if lemma(tree[verb]) == "like":
            return "present"
        return "future_in_past" if reported or _past_above(tree, verb) else "future"
    if modal == "could" and not reported and (_past_above(tree, verb) or _unable(tree, verb)):
        return "past"
    if modal in ("can", "ca") and _is_ability(tree, verb):
        return "generic"
    stative = lemma(tree[verb]) in _STATES or modal in ("can", "ca", "must", "should", "ought")
    return "present" if stative else "future"


def _unable(tree: Tree, verb: int) -> bool:
    """Tell whether "could" says what did not come about: "the crew **could not** find it"."""
    supposed = (j for i in tree.children(verb, "advcl") for j in tree.children(i, "mark"))
    return tree.child(verb, "neg") is not None and not any(tree[j].lower in ("if", "unless") for j in supposed)


def _declines(tree: Tree, verb: int) -> bool:
    """Tell whether "would not" reports a refusal: "the army **would not say** how many"."""
    row = rows("cue_verbs").get(lemma(tree[verb]))
    denied = tree.child(verb, "neg") is not None and tree.child(verb, "advcl") is None
    return denied and row is not None and row.type == "say"


def _is_ability(tree: Tree, verb: int) -> bool:
    """Tell whether "can" names what a thing is able to do, at any time: "the valve can withstand 90 bar"."""
    who = tree.child(verb, "nsubj", "nsubjpass")
    return (
        who is not None
        and tree[who].pos in ("NOUN", "PRON")
        and tree[who].entity == ""
        and tree[who].lower not in _PERSONS
    )


def _looks_ahead(tree: Tree, verb: int, finite: int) -> bool:
    """Tell whether the group points forward: "is to open", "is going to", "was due to", "plans to"."""
    if tree[verb].lower in _TIMETABLED and tree.child(verb, "xcomp") is not None:
        return True
    if lemma(tree[finite]) != "be":
        return False
    if verb == finite and _has_infinitive(tree, verb, words("future_adjectives")):
        return True
    if verb == finite and tree.child(verb, "attr", "acomp") is None:
        return any(tree.has_to(i) for i in tree.children(verb, "xcomp"))
    infinitive = tree[verb].tag == "VB" and tree.has_to(verb)
    if infinitive and (finite in tree.children(verb) or lemma(tree[tree[verb].head]) in ("be", "go")):
        return True
    return tree[verb].lower in words("future_adjectives") and tree.child(verb, "xcomp") is not None


def _is_due(tree: Tree, verb: int) -> bool:
    """Tell whether "be" has an adjective of timetables and an infinitive: "is **due** to open"."""
    return _has_infinitive(tree, verb, _TIMETABLED)


def _has_infinitive(tree: Tree, verb: int, adjectives: Collection[str]) -> bool:
    """Tell whether "be" has one of some adjectives with an infinitive: "is **likely** to open"."""
    adjective = tree.child(verb, "acomp")
    if adjective is None or tree[adjective].lower not in adjectives:
        return False
    return tree.child(adjective, "xcomp") is not None or tree.child(verb, "xcomp") is not None


def _present(tree: Tree, verb: int, finite: int) -> Tense:
    """Read a present: habit, timetable, headline and narrative present apart."""
    if any(tree[i].lower in words("habitual_adverbs") for i in tree.children(verb, "advmod")):
        return "generic"
    simple = finite == verb and lemma(tree[verb]) not in _STATES
    if is_scheduled(tree, verb):
        return "future"
    if simple and (_is_headline(tree) or _has_past_date(tree, verb)):
        return "past"
    if simple and _is_class(tree, verb):
        return "generic"
    return "present"


def _is_headline(tree: Tree) -> bool:
    """Tell whether the sentence is written like a headline: no mark at its end, its verb in the open."""
    last = tree[len(tree) - 1]
    return (
        len(tree) > 2
        and last.text not in (":", ";")
        and not any(char in _STOPS for char in last.text)
        and last.pos != "PUNCT"
    )


def _has_past_date(tree: Tree, verb: int) -> bool:
    """Tell whether a date stands with a narrative present: "In March the rebels attack …"."""
    below = [j for i in tree.children(verb, "prep", "npadvmod", "advmod") for j in tree.subtree(i)]
    forward = _faces_ahead(tree, verb)
    return any(
        tree[i].entity == "DATE"
        and not (forward and i > verb)
        and (
            tree[i].lower in words("months")
            or tree[i].lower in ("yesterday", "ago", "last")
            or (len(tree[i].text) == 4 and tree[i].text.isdecimal() and tree[i].text < LAST_CENTURY)
        )
        for i in below
    )


def _faces_ahead(tree: Tree, verb: int) -> bool:
    """Tell whether what stands behind a verb may lie ahead: "diplomats **expect** more rockets in January"."""
    row = rows("cue_verbs").get(lemma(tree[verb]))
    likely = table("uncertain_cues").get(lemma(tree[verb]), ("",))[0] == "PR"
    return likely or (row is not None and row.type == "commit")


def _is_class(tree: Tree, verb: int) -> bool:
    """Tell whether the subject is a kind of thing: a bare plural."""
    who = tree.child(verb, "nsubj", "nsubjpass")
    return (
        who is not None
        and tree[who].tag == "NNS"
        and tree[who].entity == ""
        and tree.child(who, "det", "poss", "nummod", "relcl", "acl") is None
    )


def is_scheduled(tree: Tree, verb: int | None) -> bool:
    """Tell whether a future is one of timetables: "is to open", "the trial begins on Monday"."""
    if verb is None:
        return False
    dated = any(
        tree[j].entity in ("DATE", "TIME")
        for i in tree.children(verb, "prep", "npadvmod", "advmod")
        for j in tree.subtree(i)
    )
    above = tree[verb].head
    if tree[verb].dep == "xcomp" and (tree[above].lower in _TIMETABLED or lemma(tree[above]) == "be"):
        return True
    if tree[verb].lower in _TIMETABLED and tree.child(verb, "xcomp") is not None:
        return True
    bare = tree.child(verb, "xcomp") is not None and tree.child(verb, "acomp", "attr") is None
    if lemma(tree[verb]) == "be" and (_is_due(tree, verb) or bare):
        return True
    if lemma(tree[verb]) not in words("futurate_verbs"):
        return False
    ahead = any(
        tree[j].lower in ("next", "tomorrow", "tonight", "upcoming")
        for i in tree.children(verb, "npadvmod", "prep")
        for j in tree.subtree(i)
    )
    return ahead or (dated and any(tree[i].tag == "MD" for i in tree.children(verb, "aux")))


def _nonfinite(tree: Tree, verb: int, clause: Clause, chain: Sequence[Link]) -> Tense:
    """Read an infinitive or participle from what stands above it."""
    above = _tense_above(tree, verb)
    infinitive = tree.has_to(verb) or tree[verb].tag == "VB"
    if chain and tree[verb].dep == "pcomp" and _awaits(tree, verb, chain[-1]):
        # "warned them against entering the port"
        return "future"
    if not infinitive:
        ahead = tree[verb].lower in ("set", "due") and tree.child(verb, "xcomp") is not None
        if above == "present" and not ahead and dated_before(tree, verb):
            return "past"
        return "future" if ahead else _gerund(tree, verb, clause, chain, above)
    if chain and _is_wish(chain[-1]):
        return "future"
    if clause.type == "purpose" or (
        tree[verb].dep in ("xcomp", "ccomp") and lemma(tree[tree[verb].head]) in words("catenatives")
    ):
        return above
    if any(tree[i].lower == "have" for i in tree.children(verb, "aux")):
        return "past"
    if chain and _promises(tree, verb, chain[-1]):
        return "future_in_past" if above == "past" else "future"
    # "saw it explode": the bare form.
    seen = tree[verb].dep == "ccomp" and not tree.has_to(verb)
    held = chain and chain[-1].cue_type in ("say", "know", "believe", "claim")
    if held and (tree[verb].dep == "xcomp" or (seen and chain[-1].cue_type == "know")):
        return above
    if tree[verb].dep == "ROOT":
        return "future"
    return "future_in_past" if above == "past" else "future"


def _gerund(tree: Tree, verb: int, clause: Clause, chain: Sequence[Link], above: Tense) -> Tense:
    """Read "could be jailed **after admitting** it", "plans to cut costs **by closing** it"; others go with `above`."""
    bond = Bond.of(tree, verb)
    if bond is None or (clause.states is not None and bond.how != "after"):
        return above
    if tree.has_to(bond.host):
        cue = chain[-1].cue if chain else None
        told = cue is not None and tree[bond.host].head in cue.tokens
        return _nonfinite(tree, bond.host, clause, chain) if told else above
    return "past" if bond.how == "after" else above


def _awaits(tree: Tree, verb: int, link: Link) -> bool:
    """Tell whether a gerund lies ahead: "warned them against **going**", "confident of **winning**"."""
    perfect = any(tree[i].lower == "having" for i in tree.children(verb, "aux"))
    return link.cue_type == "warn" or (link.cue_lemma in words("expectant_adjectives") and not perfect)


def _promises(tree: Tree, verb: int, link: Link) -> bool:
    """Tell whether a verb of saying has what its own subject is to do: "agreed **to send** more", not "is said to"."""
    above = tree[verb].head
    active = tree.child(above, "auxpass") is None and tree[verb].tag == "VB" and tree.child(verb, "aux") is not None
    return link.cue_type == "say" and tree[verb].dep == "xcomp" and active and tree[above].tag != "VBN"


def _is_wish(link: Link) -> bool:
    if link.cue_type in ("commit", "warn") or link.cue_lemma in ("expect", "hope", "anticipate", "tell"):
        return True
    return table("uncertain_cues").get(link.cue_lemma, ("",))[0] == "U"


def _tense_above(tree: Tree, verb: int) -> Tense:
    """Return past, present or future of the nearest finite verb above; past where there is none."""
    for _, above in zip(range(MAX_CLIMB), tree.ancestors(verb), strict=False):
        if not is_verb(tree, above):
            continue
        parts = _parts(tree, above)
        finite = _first_finite(tree, parts)
        if finite is not None:
            found = _finite(tree, above, finite, parts, False)
            return "present" if found == "generic" else found
    return "past"


def _past_above(tree: Tree, verb: int) -> bool:
    return any(tree[i].tag == "VBD" for i in tree.ancestors(verb))


def _nominal(tree: Tree, clause: Clause) -> Tense:
    """Read an apposition or verbless clause: what the text gives as a description holds as it is written."""
    former = any(
        tree[i].lower in ("former", "ex", "late", "then") or tree[i].lower.startswith("then-") for i in clause.tokens
    )
    return "past" if former else "present"
