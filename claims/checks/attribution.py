"""Rules about who vouches: chains, speech acts, certainty, sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from claims.checks.context import Context, Found, Rule, first
from claims.text import Extent


def chain_order(ctx: Context) -> Iterator[Found]:
    """Compare each chain with its innermost link and all links around that, outermost first."""
    for index, claim in enumerate(ctx.document.claims):
        chain = claim.attribution
        if not chain or any(name not in ctx.attributions for name in chain):
            continue
        expected = ctx.chain(chain[-1])
        if chain != expected:
            message = f"the chain is {_listed(chain)}, but {chain[-1]} lies in {_listed(expected)}"
            hint = "name every enclosing link, the outermost first"
            yield Found(message, f"/claims/{index}/attribution", first(claim.spans), hint)


def missing_acts(ctx: Context) -> Iterator[Found]:
    """Find links that claims hang on, but that no claim states.

    A link whose source is implicit, or that only the layout makes, may have no words to claim.
    """
    used = {name for claim in ctx.document.claims for name in claim.attribution}
    for index, link in enumerate(ctx.document.attributions):
        optional = link.source.type == "implicit" or link.cue is None
        if link.id in used and link.speech_act is None and not optional:
            message = f"claims hang on {link.id}, but no claim says that its source said so"
            yield Found(message, f"/attributions/{index}/speech_act", first(link.content.spans))


def wrong_acts(ctx: Context) -> Iterator[Found]:
    """Look at the type of the claims named as speech acts."""
    for index, link in enumerate(ctx.document.attributions):
        claim = ctx.claims.get(link.speech_act or "")
        if claim and claim.type != "speech_act":
            message = f"claim {claim.id} is of the type {claim.type}, not speech_act"
            yield Found(message, f"/attributions/{index}/speech_act", first(claim.spans))


def unnamed_acts(ctx: Context) -> Iterator[Found]:
    """Find speech acts that no link names."""
    named = {link.speech_act for link in ctx.document.attributions}
    for index, claim in enumerate(ctx.document.claims):
        if claim.type == "speech_act" and claim.id not in named:
            message = f"no attribution names {claim.id} as its speech act"
            hint = 'set "speech_act" of the attribution that this claim states, or give the claim another type'
            yield Found(message, f"/claims/{index}/type", first(claim.spans), hint)


def act_chains(ctx: Context) -> Iterator[Found]:
    """Compare the chain of a speech act with the one around its link: whoever encloses it asserts it."""
    where = {claim.id: index for index, claim in enumerate(ctx.document.claims)}
    for link in ctx.document.attributions:
        claim = ctx.claims.get(link.speech_act or "")
        if not claim or claim.type != "speech_act":
            continue
        around = ctx.chain(link.id)[:-1]
        if claim.attribution != around and not _broken(ctx, claim.attribution):
            message = f"{claim.id} states {link.id}, which lies in {_listed(around)}; its own chain is "
            message += _listed(claim.attribution)
            yield Found(message, f"/claims/{where[claim.id]}/attribution", first(claim.spans))


def holders(ctx: Context) -> Iterator[Found]:
    """Compare the holders of certainty with the author and the chain."""
    for index, claim in enumerate(ctx.document.claims):
        if [certainty.holder for certainty in claim.certainty] == ["author", *claim.attribution]:
            continue
        has = {certainty.holder for certainty in claim.certainty}
        wanted = {"author", *claim.attribution}
        pointer = f"/claims/{index}/certainty"
        if missing := sorted(wanted - has):
            yield Found(f"there is no value for {', '.join(missing)}", pointer, first(claim.spans))
        if extra := sorted(has - wanted):
            message = f"{', '.join(extra)} is neither the author nor a link of this claim's chain"
            yield Found(message, f"{pointer}/{extra[0]}", first(claim.spans))


def source_words(ctx: Context) -> Iterator[Found]:
    """Find implicit sources with words, and others without."""
    for index, link in enumerate(ctx.document.attributions):
        implicit, words = link.source.type == "implicit", bool(link.source.spans)
        if implicit == words:
            message = "an implicit source has no words, this one has"
            if not implicit:
                message = f"only an implicit source has no words; this one is {link.source.type}"
            yield Found(message, f"/attributions/{index}/source", first(link.source.spans))


def content_missed(ctx: Context) -> Iterator[Found]:
    """Find claims that share no word with what their innermost link attributes."""
    contents = {link.id: link.content.spans for link in ctx.document.attributions}
    for index, claim in enumerate(ctx.document.claims):
        content = contents.get(claim.attribution[-1]) if claim.attribution else None
        if content and not _overlap(claim.spans, content):
            message = f"the claim has no word of what {claim.attribution[-1]} attributes"
            yield Found(message, f"/claims/{index}/attribution/{len(claim.attribution) - 1}", first(claim.spans))


def _overlap(one: Extent, other: Extent) -> bool:
    ends = [span.end for span in other]
    numbers = [bisect_right(ends, span.start) for span in one]
    return any(n < len(ends) and other.spans[n].start < span.end for n, span in zip(numbers, one, strict=True))


def _broken(ctx: Context, chain: tuple[str, ...]) -> bool:
    """Tell whether a chain is already another rule's finding."""
    return any(name not in ctx.attributions for name in chain) or (bool(chain) and chain != ctx.chain(chain[-1]))


def _listed(chain: tuple[str, ...]) -> str:
    return "[" + ", ".join(chain) + "]" if chain else "no link"


RULES = (
    Rule(
        "A301",
        "chain",
        "attribution",
        "A chain is the innermost link with all links around it, outermost first.",
        '["a2", "a1"], a2 in a1',
        '["a1", "a2"]',
        check=chain_order,
        needs_all=True,
    ),
    Rule(
        "A302",
        "missing-speech-act",
        "attribution",
        "A link that claims hang on states a claim of its own, unless its source is implicit or it has no cue.",
        '"speech_act": null',
        '"speech_act": "c1"',
        check=missing_acts,
    ),
    Rule(
        "A303",
        "speech-act-type",
        "attribution",
        "`speech_act` names a claim of the type speech_act.",
        'c1: "type": "event"',
        'c1: "type": "speech_act"',
        check=wrong_acts,
    ),
    Rule(
        "A304",
        "unnamed-speech-act",
        "attribution",
        "Every claim of the type speech_act is the speech act of a link.",
        "c1 speech_act, no link names it",
        'a1: "speech_act": "c1"',
        check=unnamed_acts,
        needs_all=True,
    ),
    Rule(
        "A305",
        "speech-act-chain",
        "attribution",
        "A speech act is asserted by whoever encloses it.",
        "a2 in a1 states c5, whose chain is []",
        'c5: "attribution": ["a1"]',
        check=act_chains,
        needs_all=True,
    ),
    Rule(
        "A306",
        "certainty",
        "attribution",
        "`certainty` has one value for the author and for each link of the chain.",
        '["a1"]: {"author": "Uu"}',
        '["a1"]: {"author": "Uu", "a1": "CT+"}',
        check=holders,
    ),
    Rule(
        "A307",
        "source-words",
        "attribution",
        "A source has words, except an implicit one, which has none.",
        '"type": "named", "spans": []',
        '"type": "implicit", "spans": []',
        check=source_words,
    ),
    Rule(
        "A308",
        "content-missed",
        "attribution",
        "A claim shares words with the content of its innermost link.",
        "content [20, 40], claim [0, 9]",
        "content [20, 40], claim [20, 30]",
        check=content_missed,
    ),
)
