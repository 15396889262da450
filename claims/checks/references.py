"""Rules about ids: unique, resolved, of the right kind, and in no circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claims.checks.context import Context, Found, Rule
from claims.checks.walks import bearers
from claims.json_input import shown

#: Ids that the format gives a meaning of their own: kinds that may not bear them.
RESERVED = {"published": ("time", "claim"), "author": ("attribution",)}


def duplicate_ids(ctx: Context) -> Iterator[Found]:
    """Find ids that stand twice."""
    if ctx.has_plain_ids:
        return
    for name, kind, pointer in bearers(ctx.document):
        first_kind, first_pointer = ctx.ids[name]
        if first_pointer != pointer:
            where = f" at {ctx.pointer(first_pointer)}" if first_pointer else ""
            message = f"the {kind} {shown(name)} has the id of the {first_kind}{where}"
            yield Found(message, f"{pointer}/id")


def dangling(ctx: Context) -> Iterator[Found]:
    """Find references to what is not there."""
    if ctx.has_plain_references:
        return
    alike = {plain(name): name for name in ctx.ids}
    for pointer, name, kinds in ctx.references:
        if name not in ctx.ids:
            close = alike.get(plain(name))
            message = f"there is no {' or '.join(kinds)} {shown(name)} in this file"
            yield Found(message, pointer, hint=f"is {shown(close)} meant?" if close else None)


def plain(name: str) -> str:
    """Return an id without what is easily mistaken: case, separators, leading zeros.

    >>> plain("C-07") == plain("c7")
    True
    """
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[._-]", "", name.lower()))


def wrong_kind(ctx: Context) -> Iterator[Found]:
    """Find references to things of another kind."""
    if ctx.has_plain_references:
        return
    for pointer, name, kinds in ctx.references:
        kind, place = ctx.ids.get(name, (kinds[0], ""))
        if kind not in kinds:
            where = f" at {ctx.pointer(place)}" if place else ""
            yield Found(f"{shown(name)} is the {kind}{where}, not {_any(kinds)}", pointer)


def _any(kinds: tuple[str, ...]) -> str:
    return " or ".join(f"an {kind}" if kind[0] in "ae" else f"a {kind}" for kind in kinds)


def reserved_ids(ctx: Context) -> Iterator[Found]:
    """Find bearers of ids that mean the publication date or the author."""
    for name, kind, pointer in bearers(ctx.document) if _has_reserved(ctx) else ():
        if kind in RESERVED.get(name, ()):
            yield Found(
                f"{shown(name)} has a meaning of its own in this format", f"{pointer}/id", hint="take another id"
            )


def _has_reserved(ctx: Context) -> bool:
    return any(name in group for group in ctx.names.values() for name in RESERVED)


def circles(ctx: Context) -> Iterator[Found]:
    """Find chains, anchors and replaced verdicts that lead back to themselves."""
    document = ctx.document
    times = {time.id for time in document.times}
    anchors = {time.id: time.anchor for time in document.times if time.anchor in times}
    parents = {link.id: link.parent for link in document.attributions if link.parent}
    earlier = {verdict.id: verdict.supersedes for verdict in document.verdicts if verdict.supersedes}
    for field, kind, nexts in (
        ("attributions/{}/parent", "attribution", parents),
        ("times/{}/anchor", "time", anchors),
        ("verdicts/{}/supersedes", "verdict", earlier),
    ):
        order = {name: index for index, name in reversed(list(enumerate(ctx.names[kind])))} if nexts else {}
        for circle in _circles(nexts):
            index, start = min((order[name], place) for place, name in enumerate(circle))
            path = [*circle[start:], *circle[:start], circle[start]]
            listed = " → ".join(path if len(path) <= 9 else [*path[:4], "…", *path[-4:]])
            yield Found(f"this leads back to itself: {listed}", "/" + field.format(index))


def _circles(nexts: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield each circle once; every id is walked once, so the cost is linear."""
    done: set[str] = set()
    for name in nexts:
        path: dict[str, int] = {}
        current: str | None = name
        while current is not None and current in nexts and current not in done and current not in path:
            path[current] = len(path)
            current = nexts[current]
        if current in path:
            yield list(path)[path[current] :]
        done.update(path)


def duplicates_of_later(ctx: Context) -> Iterator[Found]:
    """Find sentences that are said to repeat a later one."""
    order = {sentence.id: index for index, sentence in enumerate(ctx.document.sentences)}
    for index, sentence in enumerate(ctx.document.sentences):
        if sentence.duplicate_of and order.get(sentence.duplicate_of, -1) >= index:
            message = f"sentence {sentence.duplicate_of} does not stand before sentence {sentence.id}"
            yield Found(message, f"/sentences/{index}/duplicate_of", sentence.span, "the later one names the earlier")


def unequal_duplicates(ctx: Context) -> Iterator[Found]:
    """Find sentences that do not repeat what they are said to repeat."""
    for index, sentence in enumerate(ctx.document.sentences):
        earlier = ctx.sentence_spans.get(sentence.duplicate_of or "")
        if earlier and _words(earlier.slice(ctx.text)) != _words(sentence.span.slice(ctx.text)):
            message = f"{shown(sentence.span.slice(ctx.text))} does not repeat {shown(earlier.slice(ctx.text))}"
            yield Found(message, f"/sentences/{index}/duplicate_of", sentence.span)


def _words(sentence: str) -> list[str]:
    return sentence.casefold().split()


def self_references(ctx: Context) -> Iterator[Found]:
    """Find claims that are tied to themselves."""
    for index, claim in enumerate(ctx.document.claims):
        for number, tie in enumerate(claim.relations):
            if tie.target == claim.id:
                yield Found("the claim is tied to itself", f"/claims/{index}/relations/{number}/target")
        for number, when in enumerate(claim.when):
            if when.target == claim.id:
                yield Found("the claim's time is counted from itself", f"/claims/{index}/when/{number}/target")


RULES = (
    Rule(
        "R201",
        "duplicate-id",
        "references",
        "Ids are unique in the whole file.",
        "two claims c1",
        "c1, c2",
        check=duplicate_ids,
    ),
    Rule(
        "R202",
        "dangling",
        "references",
        "Every reference names something that the file holds.",
        '"attribution": ["a9"]',
        '"attribution": ["a1"]',
        check=dangling,
    ),
    Rule(
        "R203",
        "wrong-kind",
        "references",
        "A reference names a thing of the kind that its field asks for.",
        '"entity": "t1"',
        '"entity": "e1"',
        check=wrong_kind,
    ),
    Rule(
        "R204",
        "reserved-id",
        "references",
        "No time or claim is called `published`, no attribution `author`.",
        '{"id": "author"}',
        '{"id": "a1"}',
        check=reserved_ids,
    ),
    Rule(
        "R205",
        "circle",
        "references",
        "Chains, anchors and replaced verdicts end.",
        "a1 in a2, a2 in a1",
        "a2 in a1",
        check=circles,
    ),
    Rule(
        "R206",
        "duplicate-of-later",
        "references",
        "`duplicate_of` names an earlier sentence.",
        's1: "duplicate_of": "s2"',
        's2: "duplicate_of": "s1"',
        check=duplicates_of_later,
    ),
    Rule(
        "R207",
        "unequal-duplicate",
        "references",
        "A sentence has the words of the one that it duplicates.",
        "“It rains.” of “It snows.”",
        "“It rains.” of “It rains.”",
        check=unequal_duplicates,
        needs_text=True,
    ),
    Rule(
        "R208",
        "self-reference",
        "references",
        "A claim is tied to other claims.",
        'c1: "target": "c1"',
        'c1: "target": "c2"',
        check=self_references,
    ),
    Rule(
        "R209",
        "idle-waiver",
        "references",
        "A waiver names a rule that can be waived and that is broken where it says.",
        '"rule": "C601", "at": "s3", where C601 holds',
        '"rule": "C601", "at": "s4", where it is broken',
        severity="warning",
    ),
)
