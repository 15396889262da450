"""One claim on a page: its wording, and folded under it everything that is known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.formats.report.contents import Contents
from claims.model import Claim, Evidence, Mention, Quotation, Verdict, When
from claims.pages import Element, Node, facts, h, is_link, link, rating, sign
from claims.phrases import CERTAINTIES, TENSES, tie_name
from claims.timeline.say import say


def card(contents: Contents, claim: Claim) -> Element:
    """Return the list item of a claim; its data attributes are what the filter looks at."""
    number = contents.numbers[claim.id]
    judged = contents.rating(claim)
    heading = h(
        "summary",
        sign(judged),
        h("span", claim.text, class_="wording", dir="auto"),
        " ",
        h("span", claim.id, class_="id"),
        id=f"h-{number}",
    )
    voices = " ".join(str(voice.number) for voice in contents.chain(claim))
    body = facts(rows(contents, claim))
    return h(
        "li",
        h("details", heading, body),
        class_="claim",
        id=f"c-{number}",
        data_n=number,
        data_rating=judged or "none",
        data_kind=claim.kind,
        data_voices=voices,
    )


def to_claim(contents: Contents, name: str, words: Node = None) -> Node:
    """Return a link to a claim of this page, or the bare words where there is no such claim."""
    number = contents.numbers.get(name)
    content = words if words is not None else name
    return h("a", content, href=f"#c-{number}") if number is not None else content


def rows(contents: Contents, claim: Claim) -> Iterator[tuple[Node, Node]]:
    """Yield what is known about a claim, label and value; a value of None is nothing to say."""
    yield "who", _mentions(claim.who)
    yield "what", _what(claim)
    yield "when", _several(_when(contents, when) for when in claim.when)
    yield "where", _mentions(claim.where)
    yield "source", _chain(contents, claim)
    yield "as", [" · ".join(_plain(claim)), _certainty(contents, claim)]
    yield "open", _several(_open(contents, claim))
    yield "tied to", _several(_ties(contents, claim))
    for verdict in contents.verdicts.get(claim.id, ()):
        yield "verdict", _verdict(contents, verdict)
    yield "from", [_back(contents, claim), _by(contents, claim)]


def _several(nodes: Iterable[Node]) -> Node:
    found = list(nodes)
    if len(found) < 2:
        return found[0] if found else None
    return h("ul", (h("li", node) for node in found), class_="plain")


def _mentions(mentions: Iterable[Mention]) -> Node:
    return _several(mention.exact for mention in mentions)


def _what(claim: Claim) -> Node:
    predicate = claim.what.predicate
    verb = h("b", predicate.exact) if predicate.exact else h("i", f"({predicate.lemma})")
    return [verb, *(f" · {argument.exact}" for argument in claim.what.arguments)]


def _when(contents: Contents, when: When) -> Node:
    """Return the words, the interval that follows in words and in EDTF, and the claim that the time is counted from."""
    said = say(when.edtf, when.relation) if when.edtf else ""
    words = f" → {said}" if said and said not in when.exact and said != when.edtf else None
    interval: Node = [" ", h("code", when.edtf, class_="edtf", title="interval in EDTF")] if when.edtf else None
    target = [f" ({when.relation or 'from'} ", to_claim(contents, when.target), ")"] if when.target else None
    return [when.exact, words, interval, target]


def _chain(contents: Contents, claim: Claim) -> Node:
    """Return who says so, the outermost voice first, each with its cue."""
    nodes: list[Node] = []
    for name in claim.attribution:
        attribution = contents.attributions.get(name)
        voice = contents.voice_of[name].name if name in contents.voice_of else name
        nodes.append(h("span", " › ", class_="soft") if nodes else None)
        nodes.append(h("a", voice, href=f"#a-{contents.link_numbers[name]}") if attribution else voice)
        if attribution is not None and attribution.cue is not None and attribution.cue.exact:
            nodes.append(h("i", f" {attribution.cue.exact}"))
    return nodes or "the author"


def _plain(claim: Claim) -> Iterator[str]:
    yield claim.type.replace("_", " ")
    yield claim.kind
    yield TENSES.get(claim.tense, claim.tense)
    if claim.polarity == "-":
        yield "negated"
    if claim.confidence is not None:
        yield f"confidence {claim.confidence:g}"


def _certainty(contents: Contents, claim: Claim) -> Node:
    """Return how certain each voice is, in brackets behind its name."""

    def holder(name: str) -> str:
        return contents.voice_of[name].name if name in contents.voice_of else name

    said = [f"{CERTAINTIES.get(found.value, found.value)} ({holder(found.holder)})" for found in claim.certainty]
    return " · " + ", ".join(said) if said else None


def _open(contents: Contents, claim: Claim) -> Iterator[Node]:
    text = contents.document.source.text
    for found in claim.unresolved:
        words = found.span.slice(text) if text is not None else f"[{found.span.start}, {found.span.end})"
        names = [extent.exact(text) for extent in found.candidates if extent] if text is not None else []
        yield f"“{words}” may be {' or '.join(names)}" if names else f"“{words}” is left open"


def _ties(contents: Contents, claim: Claim) -> Iterator[Node]:
    for tie in claim.relations:
        target = [" ", to_claim(contents, tie.target)] if tie.target else None
        yield [tie_name(tie), target, f" “{tie.exact}”" if tie.exact else None]


def _by(contents: Contents, claim: Claim) -> Node:
    made = [contents.annotator(claim.by), f"rule “{claim.rule}”" if claim.rule else None]
    return " · " + ", ".join(filter(None, made)) if any(made) else None


def _back(contents: Contents, claim: Claim) -> Node:
    number = contents.sentence_numbers.get(claim.sentence)
    if number is None:
        return claim.sentence
    return h("a", f"{claim.sentence}, in the text", href=f"#s-{number}", class_="back")


def _verdict(contents: Contents, verdict: Verdict) -> Element:
    slot = f" on {verdict.slot}" if verdict.slot else None
    replaced = None
    if verdict.id not in contents.standing:
        replaced = h("small", " (replaced or taken back since)", class_="soft")
    who = " · ".join(filter(None, [contents.annotator(verdict.by), verdict.at]))
    parts = [
        h("div", rating(contents.means(verdict), contents.label(verdict)), slot, replaced),
        h("p", verdict.rationale) if verdict.rationale else None,
        h("ul", (h("li", _evidence(it)) for it in verdict.evidence), class_="evidence") if verdict.evidence else None,
        h("div", h("small", who, class_="soft")) if who else None,
    ]
    return h("div", parts, class_="verdict")


def _evidence(evidence: Evidence) -> list[Node]:
    place: list[Node] = [evidence.document] if evidence.document else []
    if evidence.url:
        place += [" " if place else None, link(evidence.url, shown_address(evidence.url))]
    retrieved = h("small", f" retrieved {evidence.retrieved}", class_="soft") if evidence.retrieved else None
    return [h("span", evidence.stance, class_="stance"), " ", _quote(evidence.quote), place, retrieved]


def _quote(quote: Quotation | None) -> Node:
    if quote is None:
        return None
    around = [quote.prefix, h("mark", quote.exact), quote.suffix]
    return [h("q", around), " "]


def shown_address(url: str) -> str:
    """Return an address as it is shown: a web address without its scheme."""
    return url.partition("://")[2].rstrip("/") if is_link(url) else url
