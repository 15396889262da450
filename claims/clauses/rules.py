"""Where a sentence is split: one small rule a site, each with its pattern and an example.

A rule looks at one token and its head and returns a `Cut` or None; the first rule of `RULES` that
takes a token wins. Labels are ClearNLP's (see `claims.trees`). S2, the distribution over
conjuncts, is in `claims.clauses.phrases`; S10 is in `contents`, its speech acts without a verb in `speech`.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claims.clauses.contents import content_clause, layout, small_clause, source_phrase
from claims.clauses.gaps import gapped_clause
from claims.clauses.identities import apposition, title
from claims.clauses.purposes import purpose
from claims.clauses.scene import RELATIVES, Cut, Scene
from claims.clauses.subordinates import (
    adverbial_clause,
    cause_adjunct,
    signals,
    subordinate_participle,
    temporal_clause,
)
from claims.lexicon import names_person, words
from claims.trees import VERBAL

#: Participles that say where a length of time ends: "the quarter **ended** June 30".
_BOUNDING = frozenset({"ended", "ending", "starting", "beginning"})

#: Prepositions by which somebody belongs to a place or body.
_BELONGING = frozenset({"of", "from", "at", "with", "in"})

#: Verbs for bringing something into another state.
_CHANGING = frozenset({"make", "render", "leave", "bring", "give", "put", "keep", "turn", "lift", "raise", "push"})


def conjoined_verb(scene: Scene, i: int) -> Cut | None:
    """Cut ``verb -conj-> verb``: "withdrew from bases, and then **installed** C-RAM"."""
    token = scene[i]
    if token.dep != "conj" or not scene.clausal(i) or not scene.clausal(token.head):
        return None
    return Cut("S1 conjoined verb", i, i, shared=True)


def independent_clause(scene: Scene, i: int) -> Cut | None:
    """Cut a full clause beside another: "…; it **fell**", "shops **closed**, and he says …", "I **think**, …".

    The parser calls the first of two such clauses the second's complement; it is one only if it is said.
    """
    token = scene[i]
    if token.dep not in {"parataxis", "ccomp", "advcl"} or token.pos not in VERBAL or not scene.tree.is_finite(i):
        return None
    if token.dep == "parataxis":
        return Cut("S1 independent clause", i, i)
    between = range(min(i, token.head), max(i, token.head))
    separate = any(scene[j].text in {";", "--", "–", "—"} for j in between if scene[j].head in {i, token.head})
    first = scene.tree.subtree(i)[0]
    # "It was a triumph: the first liner **landed**"
    separate = separate or (token.head < i and first > 0 and scene[first - 1].text == ":")
    joiners = (*scene.tree.children(token.head, "cc"), *scene.tree.children(i, "cc"))
    joined = any(i < j < token.head for j in joiners)
    beside = token.dep == "ccomp" and i < token.head and not scene.is_content(token.head, i)
    if not (joined or beside or (separate and not scene.is_content(token.head, i))):
        return None
    if token.dep == "advcl" and signals(scene, i):
        return None
    return Cut("S1 independent clause", i, i)


def relative_clause(scene: Scene, i: int) -> Cut | None:
    """Cut ``noun -relcl-> verb`` after a comma or on a name: "Kataib Hezbollah which **is linked** …"."""
    token = scene[i]
    if token.dep != "relcl" or not scene.clausal(i):
        return None
    if scene.tree.has_to(i) and not scene.follows_comma(i):
        return None
    if scene[token.head].pos in VERBAL:
        return Cut("S3 sentential relative", i, i)
    return Cut("S3 relative clause", i, i, who=_antecedent(scene, i), authorial=not scene.own_voice(i))


def summary(scene: Scene, i: int) -> Cut | None:
    """Cut what sums up a clause with a relative one of its own: "They will meet in May, **a move that may help**"."""
    verb = scene.tree.child(i, "relcl")
    phrase = scene.tree.subtree(i)
    new = scene[phrase[0]].lower in {"a", "an"} and scene.follows_comma(i) and i not in scene.timex_of
    subject = scene.subject(verb) if verb is not None else None
    if verb is None or not new or scene[i].tag != "NN" or subject is None or scene[subject].tag not in RELATIVES:
        return None
    return Cut("S3 relative clause", i, verb, who=i, authorial=not scene.own_voice(verb))


def _antecedent(scene: Scene, i: int) -> int:
    """Return the noun that a relative clause tells of: of joined ones the last, where its verb is singular."""
    joined = [c for c in scene.tree.children(scene[i].head, "conj") if c < i and scene[c].tag in {"NN", "NNP"}]
    verbs = (i, *scene.tree.children(i, "aux", "auxpass"))
    subject = scene.subject(i)
    singular = any(scene[j].tag == "VBZ" or scene[j].lower == "was" for j in verbs)
    relative = subject is not None and scene[subject].tag in RELATIVES
    return joined[-1] if joined and singular and relative else scene[i].head


def participial(scene: Scene, i: int) -> Cut | None:
    """Cut a participle set off by a comma, or with its own adverb, time, agent or negation (S5).

    "…, **killing** 107"; "rockets **launched** by militias" but not "rockets fired at the zone".
    """
    token = scene[i]
    if (
        token.dep not in {"acl", "advcl", "xcomp", "ccomp"}
        or token.tag not in {"VBG", "VBN", "VBD"}
        or (scene.tree.is_finite(i) and not (token.dep == "acl" and token.tag == "VBD"))
    ):
        # A noun's clause without a subject is a participle, whatever the tagger calls it.
        return None
    if scene.subject(i) is not None or scene.tree.child(i, "mark") is not None or scene.tree.child(i, "prep") == i - 1:
        return None
    if scene.tree.has_to(i) or (token.head in scene.timex_of and token.lower in _BOUNDING):
        return None
    if token.tag == "VBG" and _is_formula(scene, i):
        return None
    if scene[token.head].pos not in VERBAL:
        return Cut("S5 participial", i, i, who=token.head, authorial=scene.follows_comma(i))
    # "Left having won": what is over before has a time of its own.
    perfect = any(scene[c].lower == "having" for c in scene.tree.children(i, "aux"))
    if not perfect and not scene.follows_comma(i) and not scene.opens(i):
        return None
    return Cut("S5 participial", i, i, shared=not _is_outcome(scene, i))


def _is_formula(scene: Scene, i: int) -> bool:
    """Tell whether an opening participle only leads the speech: "**Moving on**, Lee said …", "Broadly speaking, …"."""
    below = [scene[j].lower for j in scene.tree.subtree(i) if scene[j].pos != "PUNCT"]
    if len(below) != 2 or not scene.opens(i):
        return False
    return " ".join(below) in words("leading_phrases") or (below[0].endswith("ly") and below[1] == "speaking")


def _is_outcome(scene: Scene, i: int) -> bool:
    """Tell whether a participle says what all that stands before it led to: "they struck, **leading to** delays"."""
    verb, host = scene[i].lemma.lower(), scene.subject(scene[i].head)
    if scene[i].tag != "VBG" or i < scene[i].head:
        return False
    if host is not None and scene[host].dep == "expl":
        return True
    if host is not None and scene[host].lower in {"this", "that", "which"}:
        # "This frees the gas, leading to …": what happened is the subject.
        return False
    if verb in _CHANGING and _changes_subject(scene, i):
        return True
    to = any(scene[c].lower == "to" for c in scene.tree.children(i, "prep"))
    return verb in words("outcome_verbs") and (verb != "lead" or (to and scene.tree.child(i, "dobj") is None))


def _changes_subject(scene: Scene, i: int) -> bool:
    """Tell whether a participle's object is its host's subject, and so not its own: "it fell, making **it**"."""
    below = scene.tree.children(i, "dobj", "dative", "ccomp")
    objects = {scene[c].lower for c in below} | {scene[s].lower for c in below if (s := scene.subject(c)) is not None}
    # "They bought it, making it theirs": the pronoun may stand for another object.
    return bool(objects & {"this", "that"}) or ("it" in objects and scene.tree.child(scene[i].head, "dobj") is None)


def set_off_adjective(scene: Scene, i: int) -> Cut | None:
    """Cut an adjective with complements of its own behind a comma: "the liner, **able** to carry 500, left" (S5)."""
    token = scene[i]
    if token.pos != "ADJ" or i < token.head or scene[token.head].pos not in {"NOUN", "PROPN"}:
        return None
    below = scene.tree.children(i, "npadvmod", "advmod")
    complete = scene.tree.child(i, "prep", "xcomp", "ccomp") is not None or any(c in scene.timex_of for c in below)
    if not complete or scene.subject(i) is not None or not scene.follows_comma(i):
        return None
    return Cut("S5 set-off adjective", i, i, "identity", who=token.head, authorial=True)


def set_off_phrase(scene: Scene, i: int) -> Cut | None:
    """Cut a phrase between commas that says whose or where somebody is: "Berg, **of** Hill Street, left" (S5)."""
    token, head, below = scene[i], scene[scene[i].head], scene.tree.subtree(i)
    named = head.pos == "PROPN" and head.entity in {"PERSON", "ORG"}
    if token.lower not in _BELONGING or i < head.i or not (named or names_person(head.lemma.lower())):
        return None
    behind = below[-1] + (scene[below[-1]].text != ",")
    closed = behind + 1 < len(scene.tree) and scene[behind].text == "," == scene[below[0] - 1].text
    if not closed or scene.tree.child(i, "pobj") is None or any(j in scene.timex_of for j in below):
        return None
    if token.lower == "with" and head.entity != "PERSON":
        # "Acme, with $2m in assets": what it has, not what it is.
        return None
    return Cut("S5 set-off phrase", i, i, "identity", who=head.i, authorial=True)


def absolute(scene: Scene, i: int) -> Cut | None:
    """Cut "with" and its own subject: "**with** one of the last attacks **being** in mid-November" (S5).

    Also without "with": "Her hands **shaking**, she landed".
    """
    token = scene[i]
    if token.dep == "advcl":
        marks = {scene[c].lower for c in scene.tree.children(i, "mark")}
        # "with the gate closed": behind "with" no verb is finite, whatever the tagger calls it.
        bare = not scene.tree.is_finite(i) or (marks and token.tag == "VBD")
        own = scene.tree.child(i, "nsubj", "nsubjpass") is not None and bare
        apart = scene.follows_comma(i) or scene.opens(i)
        return Cut("S5 absolute", i, i) if own and apart and marks <= {"with", "without"} else None
    if token.dep != "prep" or token.lower not in {"with", "without"}:
        return None
    inner, beside = scene.tree.child(i, "pcomp"), scene[token.head].pos in VERBAL
    if inner is not None and scene[inner].pos in VERBAL and scene.subject(inner) is not None:
        return Cut("S5 absolute", i, inner) if beside or scene.follows_comma(i) else None
    if not beside:
        return None
    noun = scene.tree.child(i, "pobj")
    if noun is None or not (scene.follows_comma(i) or scene.opens(i)):
        return None
    verb = scene.tree.child(noun, "acl")
    if verb is not None and scene[verb].tag in {"VBG", "VBN"}:
        return Cut("S5 absolute", i, verb, who=noun)
    state = scene.tree.child(noun, "amod")
    if state is None or state < noun:
        state = scene.tree.subtree(i)[-1]
        state -= scene[state].text == ","
    if not i < scene[state].head < state or scene[state].pos != "ADJ":
        return None
    return Cut("S5 absolute", i, state, "identity", who=noun)


def members(scene: Scene, i: int) -> Cut | None:
    """Cut "including A, B and C", "such as D" into one membership claim a name (S8)."""
    token = scene[i]
    if token.lower not in {"including", "like", "as"} or scene[token.head].pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    such = token.lower == "as" and any(scene[c].lower == "such" for c in scene.tree.children(i, "amod", "advmod"))
    if token.dep != "prep" or (token.lower == "as" and not such):
        return None
    noun = scene.tree.child(i, "pobj")
    if noun is None:
        return None
    if token.lower == "like" and not (scene.follows_comma(i) or _lists_names(scene, noun)):
        return None
    whole = token.head
    while (
        scene[whole].dep == "pobj" and scene[whole].tag in {"NN", "NNP"} and scene.plural(scene[scene[whole].head].head)
    ):
        # "critics of the firm, including two ministers": members of the critics, not of the firm.
        whole = scene[scene[whole].head].head
    if scene[whole].dep == "pobj" and scene[scene[scene[whole].head].head].lemma.lower() in words("quantity_nouns"):
        # "a number of ships, including the Ark"
        whole = scene[scene[whole].head].head
    return Cut("S8 member", i, noun, "membership", who=whole, type="membership", authorial=True)


def _lists_names(scene: Scene, noun: int) -> bool:
    """Tell whether names are listed: of "guests like **Ann Lee and Tom Berg**" each is one."""
    return scene[noun].pos == "PROPN" and scene.tree.child(noun, "conj") is not None


def evaluative_adjunct(scene: Scene, i: int) -> Cut | None:
    """Cut the author's summing up: "fired rockets **in an escalation against** US forces" (S9)."""
    token = scene[i]
    if token.dep != "prep" or token.lower not in {"in", "as"} or scene[token.head].pos not in VERBAL:
        return None
    noun = scene.tree.child(i, "pobj")
    if noun is None or scene[noun].lemma.lower() not in words("evaluative_nouns"):
        return None
    if not any(scene[c].lower in {"a", "an"} for c in scene.tree.children(noun, "det")):
        return None
    if small_clause(scene, i) is not None:
        # "is seen as a threat": somebody else's view.
        return None
    return Cut("S9 evaluative adjunct", i, i, "adjunct", opinion=True)


@attrs.frozen
class Rule:
    """A row of the split table."""

    site: str
    #: Labels of the tokens that the rule looks at.
    deps: frozenset[str]
    decide: Callable[[Scene, int], Cut | None]
    example: str


def _on(labels: str) -> frozenset[str]:
    return frozenset(labels.split())


#: In the order in which they are tried.
RULES = (
    Rule(
        "S10", _on("acl appos relcl parataxis ccomp npadvmod dobj attr oprd dep"), layout, "Report: Bridge was unsafe."
    ),
    Rule("S4", _on("appos"), apposition, "Muhandis, head of the brigade, was killed."),
    Rule("S4", _on("compound nmod"), title, "He met brigade commander Qasem Soleimani."),
    Rule("S8", _on("prep"), members, "Troops left several bases, including Taji and Qayyarah."),
    Rule("S7", _on("prep advmod acomp"), cause_adjunct, "The embassy closed due to threats."),
    Rule("S9", _on("prep"), evaluative_adjunct, "Rockets hit the embassy in an escalation against US forces."),
    Rule("S5", _on("prep advcl"), absolute, "The attacks slowed, with the last one being recorded in May."),
    Rule("S5", _on("amod acl relcl"), set_off_adjective, "The liner, able to carry 500 people, left."),
    Rule("S5", _on("prep advmod"), set_off_phrase, "Tom Berg, of Hill Street, left."),
    Rule("S6", _on("pcomp relcl"), temporal_clause, "The fire broke out at a moment when the hall was full."),
    Rule("S6", _on("advcl pcomp xcomp"), subordinate_participle, "He was killed when driving to the airport."),
    Rule("S1", _on("parataxis ccomp advcl"), independent_clause, "The crane fell; nobody was hurt."),
    Rule("S10", _on("prep advmod agent"), source_phrase, "According to the police, the crane fell."),
    Rule("S10", _on("oprd prep"), small_clause, "Critics called the ruling dangerous."),
    Rule(
        "S10",
        _on("ccomp xcomp acl pcomp advcl relcl oprd acomp"),
        content_clause,
        "The US said they were plotting attacks.",
    ),
    Rule("S3", _on("npadvmod"), summary, "They will meet in May, a move that may help."),
    Rule("S3", _on("relcl"), relative_clause, "The group, which is linked to Iran, denied it."),
    Rule("S7", _on("advcl acl xcomp relcl"), purpose, "The army built a wall to protect the town."),
    Rule("S5", _on("acl advcl xcomp ccomp"), participial, "The storm toppled a crane, killing many people."),
    Rule("S6", _on("advcl"), adverbial_clause, "The attack came after militias tried to storm the embassy."),
    Rule("S1", _on("gap:subj gap:obj"), gapped_clause, "Lee went to Rome and Berg to Oslo."),
    Rule("S1", _on("conj"), conjoined_verb, "The US withdrew from the bases and installed a defence system."),
)

#: Why a rule stays that fires on fewer than five of the sentences of `docs/quality.md`, by the name that claims bear.
RARE = {
    "S9 evaluative adjunct": "News seldom judges in its own voice; where it does, that would be part of the fact.",
    "S1 gapped clause": "News repeats its verbs; where it does not, one claim would say what holds of two.",
    "S10 noun of speech": "It makes no claim of its own: it leaves what a link already claims out of its host.",
}
