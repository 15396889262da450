"""Adjuncts of a predicate: when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.analysis import Adjunct, Tokens
from claims.clauses.keeps import is_condition
from claims.clauses.phrases import Plan
from claims.clauses.verbs import group
from claims.lexicon import table, words
from claims.trees import VERBAL

PLACES = {"GPE", "LOC", "FAC"}


#: Labels under which a bare time dates its verb.
_BARE = frozenset({"npadvmod", "advmod", "nmod", "dobj", "oprd", "attr", "advcl"})
#: Prepositions behind a time that belong to it.
_OF_TIMES = frozenset("of to until till til through since after before from between by ago for than".split())
#: Time itself, which is also spoken of: "learned **from the past**", "plans for the future".
_ABSTRACT = frozenset({"past", "future"})
_WITHIN = frozenset({"in", "within", "during", "throughout"})
#: Prepositions before parts of a game, and ordinal numbers in figures.
_IN_GAMES = _WITHIN | {"after", "at", "before", "by", "from", "since", "until"}
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)").fullmatch
#: Verbs whose "on" brings what they are about.
_ON_MATTERS = frozenset("comment concentrate count decide depend focus insist rely spend".split())
#: Nouns of phrases that count the time in front: "for the third day in a row", "year on year".
_COUNTING = frozenset({"row", "succession", *table("time_units")})


def time_adjunct(plan: Plan, child: int) -> Adjunct | None:
    """Return the adjunct if a dependent of a verb says when."""
    scene, tree = plan.scene, plan.scene.tree
    token = scene[child]
    if not _may_date(plan, child) or quoted_apart(plan, child):
        return None
    tokens = plan.kept(child, skip=strays(plan, child))
    timex = next((scene.timex_of[i] for i in tokens if i in scene.timex_of and not _is_age(plan, i)), None)
    if token.dep == "advmod" and token.lower in words("time_adverbs") and all(scene[i].tag == "RB" for i in tokens):
        return Adjunct(tokens, timex)
    if token.dep == "advmod" and token.lower in words("temporal_prepositions") and tree.child(child, "prep"):
        return Adjunct(tokens, timex)
    if token.dep in _BARE and child in scene.timex_of and token.lower != "old":
        length = scene.timexes[scene.timex_of[child]].type == "DURATION"
        if token.dep in {"dobj", "attr", "oprd"} and length and not _far_off(plan, child):
            return None
        if token.dep == "attr" and scene[token.head].lemma == "be":
            return None
        if token.dep in {"dobj", "oprd"} and token.lower in _ABSTRACT:
            return None
        return _with_signal(plan, tokens, timex)
    if token.dep == "agent":
        # "Would have been delivered by 2011".
        return Adjunct(tokens, timex)
    return _phrase_of_time(plan, child, tokens, timex) if token.dep == "prep" else None


def _phrase_of_time(plan: Plan, child: int, tokens: Tokens, timex: int | None) -> Adjunct | None:
    """Return the adjunct if a preposition and what it governs say when."""
    scene, tree = plan.scene, plan.scene.tree
    token = scene[child]
    noun = tree.child(child, "pobj", "pcomp", "prep")
    if noun is None:
        return Adjunct(tokens, timex) if token.lower in {"before", "since"} else None
    inner = tree.child(noun, "pobj")
    if scene[noun].lower in _ABSTRACT and token.lower not in _WITHIN:
        return None
    if noun in scene.timex_of or inner in scene.timex_of or child in scene.timex_of:
        # "Sentenced to six years", "raised to two hours": how long something is to be, not when.
        measured = token.lower == "to" and timex is not None and scene.timexes[timex].type == "DURATION"
        return None if measured and not _from_before(plan, child) else Adjunct(tokens, timex)
    if scene[noun].dep != "pobj":
        return None
    dated = (
        scene[noun].lower == "time" and token.lower in {"by", "at", "until"} and tree.child(noun, "prep") is not None
    )
    if dated or _lasts(plan, child, noun) or _of_game(plan, child, noun):
        # "**By the time** of the vote"
        return Adjunct(tokens, timex)
    if scene[noun].lemma.lower() in {"time", "moment"} and (clause := tree.child(noun, "relcl")) is not None:
        signal = [c for c in tree.children(clause, "advmod") if scene[c].lower == "when"]
        told = signal or (token.lower == "by" and plan.leaves(clause))
        return Adjunct((*tokens, *signal), timex, target=clause) if told else None
    return None


def _from_before(plan: Plan, child: int) -> bool:
    """Tell whether "to" ends a stretch of time: "from one **to** two days"."""
    return any(plan.scene[i].lower == "from" for i in plan.scene.tree.children(plan.scene[child].head, "prep"))


def _may_date(plan: Plan, child: int) -> bool:
    """Tell whether a dependent of a verb could say when; most cannot, by their label and head word."""
    scene, token = plan.scene, plan.scene[child]
    if token.dep == "agent":
        return scene.tree.child(child, "pobj") in scene.timex_of
    inner = scene.tree.child(child, "prep", "pcomp") if token.lower == "as" else None
    if token.lower == "than" or (inner is not None and scene[inner].lower in {"in", "on", "at", "during"}):
        # "More this year **than in 2016**", "as many **as in 2016**": with what it is compared.
        return False
    if token.dep != "prep":
        adverb = token.lower in words("time_adverbs") or token.lower in words("temporal_prepositions")
        return token.dep in _BARE and (child in scene.timex_of or (adverb and token.dep == "advmod"))
    noun = scene.tree.child(child, "pobj", "pcomp", "prep")
    if noun is None:
        return token.lower in {"before", "since"}
    timed = noun in scene.timex_of or child in scene.timex_of or scene.tree.child(noun, "pobj") in scene.timex_of
    if timed or token.lower in words("temporal_prepositions") or scene[noun].lemma.lower() in {"time", "moment"}:
        return True
    return _of_game(plan, child, noun)


def _lasts(plan: Plan, prep: int, noun: int) -> bool:
    """Tell whether a preposition of time governs what can last: "throughout the campaign", not "… the building"."""
    token = plan.scene[prep]
    if token.lower not in words("temporal_prepositions"):
        return False
    return token.lower != "throughout" or plan.scene[noun].lemma.lower() in words("lasting_nouns")


def _of_game(plan: Plan, prep: int, noun: int) -> bool:
    """Tell whether a phrase says when in a game: "in the **62nd minute**", "by the second half"."""
    scene = plan.scene
    if scene[prep].lower not in _IN_GAMES or scene[noun].lemma.lower() not in words("playing_times"):
        return False
    counts = scene.tree.children(noun, "amod", "nummod", "compound")
    return any(scene[c].lower in words("ordinals") or _NUMBERED(scene[c].lower) for c in counts)


def _far_off(plan: Plan, child: int) -> bool:
    """Tell whether a length says how far off the time behind it lies: "left **two days** after Christmas"."""
    scene = plan.scene
    behind = scene.tree.subtree(child)[-1] + 1
    if behind >= len(scene.tree) or scene[behind].lower not in {"before", "after"} or scene[behind].dep != "prep":
        return False
    return scene[scene[child].head].lemma not in words("lasting_verbs")


def quoted_apart(plan: Plan, child: int) -> bool:
    """Tell whether a quotation opens between a verb and its dependent: its times do not date the verb outside."""
    marks = [plan.scene[i].tag for i in range(plan.scene[child].head + 1, plan.scene.tree.subtree(child)[0])]
    return marks.count("``") > marks.count("''")


def _is_age(plan: Plan, index: int) -> bool:
    """Tell whether a time says how old somebody was: it dates nothing by a calendar."""
    timex = plan.scene.timexes[plan.scene.timex_of[index]]
    return not {"age", "aged", "old"}.isdisjoint(plan.scene[i].lower for i in timex.words.tokens)


def strays(plan: Plan, child: int) -> Tokens:
    """Return heads of phrases that hang on a time but say where or how: "in two weeks **in Norway**".

    Also what is joined to the whole adjunct but no time: "from May to July **and because of rain**".
    """
    scene, tree = plan.scene, plan.scene.tree
    below = [i for i in tree.subtree(child) if i in scene.timex_of]
    if not below:
        return ()
    found = [c for i in below for c in tree.children(i, "prep") if c > i and _strays(plan, c)]
    found += [c for i in below for c in tree.children(i, "npadvmod") if scene[c].entity == "MONEY"]
    joined = [c for c in tree.children(child, "conj") if _timeless(plan, c)] if scene[child].dep == "prep" else []
    return (*found, *joined, *(tree.children(child, "cc") if joined else ()))


def _strays(plan: Plan, prep: int) -> bool:
    scene = plan.scene
    noun = scene.tree.child(prep, "pobj")
    if noun is not None and scene[noun].entity == "MONEY":
        # "A profit for the year **of $3 million**".
        return True
    if noun is None or scene[prep].lower in _OF_TIMES or not _timeless(plan, prep):
        return False
    return scene[noun].lemma.lower() not in _COUNTING and scene[prep].lower not in words("temporal_prepositions")


def _timeless(plan: Plan, index: int) -> bool:
    return not any(i in plan.scene.timex_of for i in plan.scene.tree.subtree(index))


def of_fronted(plan: Plan, child: int) -> int | None:
    """Return the condition in front that a time without a comma before it belongs to: "had it come **later** it …"."""
    scene, tree = plan.scene, plan.scene.tree
    verb, before = scene[child].head, tree.subtree(child)[0] - 1
    subject = scene.subject(verb)
    if before < 0 or subject is None or subject < child or scene[before].pos == "PUNCT":
        return None
    return next(
        (c for c in tree.children(verb, "advcl") if before in tree.subtree(c) and is_condition(plan.scene, c)), None
    )


def of_content(plan: Plan, child: int) -> bool:
    """Tell whether a "by" behind a cue dates what is said: "she predicted **by 2050** it would double".

    To say takes no time that could end by then.
    """
    scene, tree = plan.scene, plan.scene.tree
    verb, noun = scene[child].head, tree.child(child, "pobj")
    if verb not in scene.cue_of or not verb < child or scene[child].lower != "by" or noun not in scene.timex_of:
        return False
    content = next((c for c in tree.children(verb, "ccomp") if c > child), None)
    return content is not None and not any(c < child for c in tree.children(content, "mark"))


def from_outside(plan: Plan, head: int) -> Iterator[Adjunct]:
    """Yield times of a verb that hang elsewhere: behind its cue, at the end of its subject, before its "when"."""
    scene, tree = plan.scene, plan.scene.tree
    yield from dated_antecedent(plan, head)
    if scene[head].dep == "ccomp":
        host = scene[head].head
        times = [c for c in tree.children(host, "prep") if c < head and of_content(plan, c)]
        yield from (Adjunct(tree.subtree(c), scene.timex_of[tree.child(c, "pobj") or c]) for c in times)
    if tokens := borrowed(plan, head):
        yield Adjunct(tokens, scene.timex_of[tokens[-1]])


def borrowed(plan: Plan, head: int) -> Tokens:
    """Return a time between a verb and its subject, on which it hangs: "building it **now** costs more".

    An adverb behind a clause, or a limit: "losses **by 2050** will double"; other times may be the noun's own.
    """
    scene, tree = plan.scene, plan.scene.tree
    subject = scene.subject(head)
    if subject is None:
        return ()
    last = tree.subtree(subject)[-1]
    number = scene.timex_of.get(last)
    if number is None or scene.timexes[number].type != "DATE" or not tree.is_finite(head):
        return ()
    if last + 1 != min(group(scene, head)):
        return ()
    if scene[last].tag == "RB":
        return (last,) if scene[subject].pos in VERBAL else ()
    limit = scene.timexes[number].words.tokens[0] - 1
    return tuple(range(limit, last + 1)) if limit > subject and scene[limit].lower == "by" else ()


def preceding(plan: Plan, adjunct: Adjunct) -> Tokens:
    """Return the date right in front of an adjunct that hangs on a noun: "a flag **on May 1** this year"."""
    scene, tree = plan.scene, plan.scene.tree
    last = adjunct.tokens[0] - 1
    while last >= 0 and scene[last].pos == "PUNCT":
        last -= 1
    if last < 0 or last not in scene.timex_of or scene.timexes[scene.timex_of[last]].type not in {"DATE", "TIME"}:
        return ()
    prep = next((i for i in tree.ancestors(last) if scene[i].dep == "prep"), None)
    if prep is None or not prep < last or last not in tree.subtree(prep):
        return ()
    found = tree.subtree(prep)
    bare = all(i == prep or i in scene.timex_of or scene[i].pos in {"PUNCT", "DET"} for i in found)
    return found if bare and found[-1] <= adjunct.tokens[0] else ()


def measure(plan: Plan, adjunct: Adjunct) -> Tokens:
    """Return the unit that says how far off an adjunct lies: "**the day** after Christmas"."""
    scene, noun = plan.scene, adjunct.tokens[0] - 1
    if noun < 1 or scene[adjunct.tokens[0]].lower not in {"before", "after"} or noun in scene.timex_of:
        return ()
    unit = scene[noun].lower in {"day", "week", "month", "year"} and scene[noun - 1].lower in {"the", "a"}
    return (noun - 1, noun) if unit and scene[noun].dep in {"npadvmod", "dobj"} else ()


def joined(adjuncts: Iterable[Adjunct], plan: Plan) -> tuple[Adjunct, ...]:
    """Make one adjunct of what hangs on the verb as two: "from May 3 **to June 5**", "a week **after May 3**"."""
    found: list[Adjunct] = []
    for adjunct in adjuncts:
        last = found[-1] if found else None
        if last is not None and last.tokens[-1] + 1 == adjunct.tokens[0] and _continues(plan, last, adjunct):
            found[-1] = Adjunct((*last.tokens, *adjunct.tokens), last.timex)
        else:
            found.append(adjunct)
    return tuple(found)


def _continues(plan: Plan, last: Adjunct, adjunct: Adjunct) -> bool:
    if last.timex is None:
        return False
    word, length = plan.scene[adjunct.tokens[0]].lower, plan.scene.timexes[last.timex].type == "DURATION"
    bare = last.tokens[0] in plan.scene.timex_of
    if length and bare and word in {"before", "after", "from"}:
        return True
    return word in {"to", "until", "till", "through"} and adjunct.timex is not None and not length


def _with_signal(plan: Plan, tokens: Tokens, timex: int | None) -> Adjunct:
    """Add the subordinator right behind: "days **after**", "a month **before**" (not a bare "after")."""
    scene = plan.scene
    behind = tokens[-1] + 1
    if behind < len(scene.tree) and scene[behind].dep == "mark" and scene[behind].lower in {"after", "before"}:
        return Adjunct((*tokens, behind), timex, target=scene[behind].head)
    return Adjunct(tokens, timex)


def dated_antecedent(plan: Plan, head: int) -> Iterator[Adjunct]:
    """Yield the time right before a clause that tells of it: "**in 2009**, when it was high", "from **2009**, when"."""
    scene, tree = plan.scene, plan.scene.tree
    if "when" not in tree.signs:
        return
    signal = next((c for c in tree.children(head, "advmod") if scene[c].lower == "when"), None)
    if signal is None or signal < 2 or scene[signal - 1].text != "," or signal > head:
        return
    number = scene.timex_of.get(signal - 2)
    if number is not None and scene.timexes[number].type in {"DATE", "TIME"}:
        tokens = scene.timexes[number].words.tokens
        before = tokens[0] - 1
        inside = before >= 0 and scene[before].lower in {"in", "on", "at", "during"}
        yield Adjunct((before, *tokens) if inside else tokens, number)


def measured(plan: Plan, verb: int) -> Iterator[Adjunct]:
    """Yield how far a subordinate clause lies off, which dates its host: "comes **a month before** he leaves"."""
    scene, tree = plan.scene, plan.scene.tree
    for clause in tree.children(verb, "advcl"):
        for mark in tree.children(clause, "mark") if plan.leaves(clause) else ():
            inner = [(measure, tree.subtree(mark)) for measure in tree.children(mark, "npadvmod")]
            outer = [(m, (*tree.subtree(m), mark)) for m in tree.children(clause, "npadvmod") if measures(plan, m)]
            near = [(i, (i, mark)) for i in tree.children(clause, "advmod") if _is_near(plan, i, mark)]
            for measure, tokens in (*inner, *outer, *near):
                yield Adjunct(tokens, scene.timex_of.get(measure), target=clause)


def _is_near(plan: Plan, adverb: int, mark: int) -> bool:
    """Tell whether an adverb says how far off a clause of time lies: "fell **shortly** after it was built"."""
    scene = plan.scene
    return (
        adverb == mark - 1
        and scene[adverb].tag == "RB"
        and scene[mark].lower in {"after", "before"}
        and scene[adverb].lower not in words("focus_adverbs")
    )


def measures(plan: Plan, index: int) -> bool:
    """Tell whether a phrase stands right before its clause's "after" or "before": "**weeks** after it fell"."""
    scene = plan.scene
    behind = scene.tree.subtree(index)[-1] + 1
    return (
        behind < len(scene.tree)
        and scene[behind].dep == "mark"
        and scene[behind].head == scene[index].head
        and scene[behind].lower in {"after", "before"}
    )


def dated_behind(plan: Plan, child: int) -> Tokens:
    """Return a date that hangs on the place before it: "Baghdad, Iraq **August 23, 2020**"."""
    scene = plan.scene
    if scene[child].dep not in {"npadvmod", "appos"} or child in scene.timex_of:
        return ()
    behind = scene.tree.children(child, "npadvmod", "appos", "nummod")
    return tuple(i for i in behind if i > child and i in scene.timex_of)


def is_place(plan: Plan, child: int) -> bool:
    """Tell whether a dependent of a verb says where: "in Baghdad", "at the base", "abroad"."""
    scene, token = plan.scene, plan.scene[child]
    if token.dep == "advmod":
        if token.lower not in words("compass"):
            return token.lower in words("place_adverbs")
        # "North of Baghdad".
        child = next((c for c in scene.tree.children(child, "prep") if scene[c].lower == "of"), child)
        noun = scene.tree.child(child, "pobj")
        return noun is not None and scene[noun].entity in PLACES
    noun = scene.tree.child(child, "pobj") if token.dep == "prep" else None
    if noun is None or token.lower not in words("place_prepositions") or _is_matter(plan, child, noun):
        return False
    # "At Harvard University": an organisation that is a building too.
    housed = scene[noun].entity in {"", "O", "ORG"} and scene[noun].lemma.lower() in words("place_nouns")
    return scene[noun].entity in PLACES or housed


def _is_matter(plan: Plan, prep: int, noun: int) -> bool:
    """Tell whether a phrase names a means or a matter, no place: "came **by road**", "spent it **on roads**"."""
    scene = plan.scene
    if scene[prep].lower == "by":
        return scene[noun].entity == "" and scene.tree.child(noun, "det", "poss", "nummod") is None
    return scene[prep].lower == "on" and scene[scene[prep].head].lemma.lower() in _ON_MATTERS
