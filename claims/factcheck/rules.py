"""The judge in the box: two claims conflict where they agree in everything but one slot.

Two differences make two events, and what cannot be decided is no conflict: precision goes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claims.factcheck.intervals import FIRST, LAST, apart
from claims.factcheck.likeness import other_person, other_place
from claims.factcheck.matching import Match, Pair, matched
from claims.factcheck.opinion import Finding, Opinion, SlotOfConflict
from claims.factcheck.participants import Phrase
from claims.factcheck.phases import phases
from claims.factcheck.statement import Moment, Statement
from claims.factcheck.words import event, opposite
from claims.lexicon import words

#: Weight of what two claims share from which on they may be taken for one event; where each adds
#: something of its own, twice as much.
ENOUGH = 1.5
#: The same for conflicts across two documents of which the day is not known.
SURE = 3.0
#: Days between two publications beyond which undated events are taken for different ones.
LONG = 180
#: Words of names in a text from which on it is known what it is about.
NAMES = 4
#: Days up to which a time that both give speaks for one event.
SHORT = 31
#: Types whose subject can be described in many ways at once.
DESCRIBING = frozenset({"identity", "membership"})
BE = event("be")
#: Slots in which a difference changes what is said, not only how it is vouched for.
HARD: tuple[SlotOfConflict, ...] = ("number", "when", "polarity", "what", "who", "where")
SOFT: tuple[SlotOfConflict, ...] = ("certainty", "attribution")


def compare(one: Statement, other: Statement) -> Opinion | None:
    """Return how two claims stand to one another, None where they speak of different things.

    The parts of one sentence go together: nothing follows from what they share or do not.
    """
    if (one.document, one.sentence) == (other.document, other.sentence):
        return None
    if not _comparable(one, other):
        return phases(one, other) or phases(other, one)
    match = matched(one, other)
    participants = [_participant(pair) for pair in match.pairs]
    if None in participants:
        return None
    found = [it for it in participants if it is not None]
    found += [*_event(one, other), *_times(one, other), *_vouching(one, other)]
    differing = [slot for slot in (*HARD, *SOFT) if any((it.slot, it.state) == (slot, "differs") for it in found)]
    if (
        sum(slot in HARD for slot in differing) > 1
        or sum((it.slot, it.state) == ("number", "differs") for it in found) > 1
    ):
        return None
    return _opinion(one, other, match, tuple(found), differing)


def _comparable(one: Statement, other: Statement) -> bool:
    """Tell whether the events are the same or opposite, and both are said to be so without a condition.

    What was planned, wanted or asked is another matter than what happened.
    """
    if one.conditional or other.conditional or one.family != other.family or one.vague != other.vague:
        return False
    if (one.aim and other.aim and one.aim != other.aim) or (one.certainty == "U") != (other.certainty == "U"):
        return False
    if one.event == other.event:
        return True
    return opposite(one.event, other.event) and not one.negative and not other.negative


def _opinion(
    one: Statement, other: Statement, match: Match, found: tuple[Finding, ...], differing: list[SlotOfConflict]
) -> Opinion | None:
    """Weigh what is shared; too little of it, and the two may speak of different events."""
    both_add = match.both_add
    weight = match.weight + (0.5 if _same_days(one, other) else 0)
    score = round(weight / (weight + 2), 2)
    # Behind equal words may stand unequal things, where their sentences go on.
    if one.text == other.text and not differing and not (match.left_more and match.right_more):
        return Opinion("duplicate", None, found, 1.0)
    if weight < (2 * ENOUGH if both_add else ENOUGH) or (both_add and not _may_overlap(one, other, match)):
        return None
    slot = differing[0] if differing else None
    if slot in HARD:
        allowed = not (match.left_more and match.right_more) and _may_conflict(one, other, match, slot, weight)
        return Opinion("conflict", slot, found, score) if allowed else None
    if not _one_event(one, other, match):
        return None
    if slot is not None and one.document != other.document and not both_add and not (one.act or other.act):
        return Opinion("conflict", slot, found, score)
    same = all(it.state == "same" for it in found) and not match.left and not match.right
    return Opinion("duplicate" if same else "agreement", None, found, score)


def _one_event(one: Statement, other: Statement, match: Match) -> bool:
    """Tell whether what two claims share is more than who speaks, or who is spoken of, and falls into one time."""
    said = "speech_act" in (one.type, other.type) or one.act or other.act
    rest = [pair for pair in match.pairs if pair.one is not one.agent and pair.other is not other.agent]
    if (said or one.event == BE) and not any(pair.like.weight for pair in rest):
        return False
    dated = any(_kind(it) == _kind(its) for it in one.moments for its in other.moments)
    return dated or "event" not in (one.type, other.type) or not _long_between(one, other)


def _long_between(one: Statement, other: Statement) -> bool:
    """Tell whether the two were published so far apart that undated events in them are different ones."""
    if one.published is None or other.published is None:
        return False
    return abs(one.published[0] - other.published[0]) > LONG


def _may_overlap(one: Statement, other: Statement, match: Match) -> bool:
    """Tell whether two claims that each add something may be of one event: two of its parts must be shared.

    Two sayings or two descriptions that only overlap say different things.
    """
    parts = sum(pair.like.weight > 0 for pair in match.pairs)
    return parts > 1 and not (one.act or other.act or one.event == BE)


def _may_conflict(one: Statement, other: Statement, match: Match, slot: SlotOfConflict, weight: float) -> bool:
    """Tell whether a difference in `slot` excludes that both are right."""
    # What was said is compared by itself; to say something excludes nothing, and what should be need not be.
    if one.act or other.act or one.certainty != other.certainty:
        return False
    if one.document == other.document:
        # Who writes one text knows what it says: what is added there tells two things apart.
        if match.left_more or match.right_more:
            return False
    elif not _one_scene(one, other, match):
        return False
    if slot == "when" and not _once(one, other):
        return False
    if slot == "polarity" and any(it.partial for it in (*one.participants, *other.participants)):
        return False
    shared = _same_days(one, other)
    if slot != "when" and not shared and not _one_time(one, other, weight):
        return False
    if slot in ("who", "where", "what") and {one.type, other.type} & DESCRIBING:
        return False
    return slot != "who" or (one.type != "speech_act" and _done_once(one, other, shared))


def _once(one: Statement, other: Statement) -> bool:
    """Tell whether it happens once, so that two dates exclude each other; since when something is so has one answer."""
    kinds = {_kind(it) for it in one.moments} & {_kind(it) for it in other.moments}
    return "during" not in kinds or one.event in _once_events() or other.event in _once_events()


@cache
def _once_events() -> frozenset[str]:
    return frozenset(map(event, words("once_verbs")))


def _one_scene(one: Statement, other: Statement, match: Match) -> bool:
    """Tell whether two texts may be about one thing.

    A name that only one claim has and the other text never mentions tells two things apart; so do claims
    without a common name in texts that share few: "the order", "the aircraft" is another one there.
    """
    alike = [pair for pair in match.pairs if pair.like.kind != "different"]
    mine = frozenset(name for pair in alike for name in pair.one.names & pair.like.left) | _told_by(match.left)
    yours = frozenset(name for pair in alike for name in pair.other.names & pair.like.right) | _told_by(match.right)
    if mine - other.scene or yours - one.scene:
        return False
    if any(pair.one.names & pair.other.names for pair in alike):
        return True
    fewer = min(len(one.scene), len(other.scene))
    return fewer < NAMES or 2 * len(one.scene & other.scene) >= fewer


def _told_by(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return the names that tell what something is: "the order | by Verdani"; a place only tells where."""
    return frozenset(name for it in phrases if it.modifier and not it.places for name in it.names)


def _one_time(one: Statement, other: Statement, weight: float) -> bool:
    """Tell whether two claims without a common date may still be of one time."""
    if (one.tense == "past") != (other.tense == "past"):
        return False
    if one.moments and other.moments and not _meeting(one, other):
        return False
    if bool(one.moments) != bool(other.moments) and ((_amount(one) and _amount(other)) or _old(one) or _old(other)):
        return False
    if one.document == other.document:
        return True
    if one.published is None or other.published is None:
        return weight >= SURE
    return not _long_between(one, other)


def _old(statement: Statement) -> bool:
    """Tell whether a claim speaks of days long before its text: an undated claim elsewhere is not of them."""
    published = statement.published
    return published is not None and any(published[0] - it.days[1] > LONG for it in statement.moments)


def _done_once(one: Statement, other: Statement, shared: bool) -> bool:
    """Tell whether only one can have done it: many can win or leave, and many can sue one company over the years."""
    objects = [it for it in (one.patient, other.patient) if it is not None]
    return len(objects) == 2 and all(it.definite and (shared or it.words - it.names) for it in objects)


def _amount(statement: Statement) -> bool:
    """Tell whether it measures what changes from time to time: shares, money."""
    units = {it.unit for phrase in statement.participants for it in phrase.quantities}
    return bool(units & {"=percent", "=euro", "=dollar", "=pound", "=yen", "share"}) or statement.event == "amount"


def _participant(pair: Pair) -> Finding | None:
    """Return what a pair of phrases shows, None for a difference that makes two events."""
    words = f"“{pair.one.text}” / “{pair.other.text}”"
    slot = {"agent": "who", "patient": "what"}.get(pair.role, "rest")
    if pair.like.numbers is not None and pair.like.kind == "number":
        mine, yours = pair.like.numbers
        return Finding("number", "differs", f"“{mine.text}” / “{yours.text}”")
    if pair.like.kind != "different":
        return Finding(slot, "same" if pair.like.kind == "same" else "compatible", words)
    if pair.role == "agent" and other_person(pair.one, pair.other):
        return Finding("who", "differs", words)
    if pair.role == "other" and other_place(pair.one, pair.other):
        return Finding("where", "differs", words)
    return None


def _event(one: Statement, other: Statement) -> Iterator[Finding]:
    words = f"“{one.verb}” / “{other.verb}”"
    if one.event != other.event:
        yield Finding("what", "differs", words)
    if one.negative != other.negative:
        yield Finding("polarity", "differs", f"{words}: one says so, the other denies it")


def _times(one: Statement, other: Statement) -> Iterator[Finding]:
    """Compare times of one kind: when it was, since when, until when."""
    if not one.moments and not other.moments:
        return
    pairs = [(it, its) for it in one.moments for its in other.moments if _kind(it) == _kind(its)]
    if not pairs:
        words = " / ".join(f"“{it.text}”" for it in (*one.moments, *other.moments))
        yield Finding("when", "compatible", f"{words}: no two to compare")
        return
    near = [(it, its) for it, its in pairs if not apart(it.days, its.days)]
    mine, yours = (near or pairs)[0]
    state = "differs" if not near else "same" if mine.days == yours.days else "compatible"
    yield Finding("when", state, f"“{mine.text}” / “{yours.text}”")  # type: ignore[arg-type]


def _kind(moment: Moment) -> str:
    return moment.relation or "during"


def _meeting(one: Statement, other: Statement) -> bool:
    """Tell whether both give a time of one kind, and these share a day."""
    pairs = ((it, its) for it in one.moments for its in other.moments if _kind(it) == _kind(its))
    return any(not apart(it.days, its.days) for it, its in pairs)


def _same_days(one: Statement, other: Statement) -> bool:
    """Tell whether both give a time, and it is short and shared."""
    return any(
        _kind(it) == _kind(its) and not apart(it.days, its.days) and min(_length(it), _length(its)) <= SHORT
        for it in one.moments
        for its in other.moments
    )


def _length(moment: Moment) -> int:
    first, last = moment.days
    return LAST if first == FIRST or last == LAST else last - first


def _vouching(one: Statement, other: Statement) -> Iterator[Finding]:
    """Compare how certain each is, and who says so."""
    if (one.certainty == "CT") != (other.certainty == "CT"):
        yield Finding("certainty", "differs", f"{_certain(one)} / {_certain(other)}")
    if bool(one.voices) != bool(other.voices):
        yield Finding("attribution", "differs", f"{_voiced(one)} / {_voiced(other)}")
    elif one.voices:
        state = "same" if one.voices == other.voices else "compatible"
        yield Finding("attribution", state, f"{_voiced(one)} / {_voiced(other)}")  # type: ignore[arg-type]


def _certain(statement: Statement) -> str:
    return {"CT": "certain", "PR": "probable", "PS": "possible"}.get(statement.certainty, "left open")


def _voiced(statement: Statement) -> str:
    return f"says “{statement.voices[-1]}”" if statement.voices else "asserted"
