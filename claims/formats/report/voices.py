"""Who says what: the attributions as a tree, grouped by the voice that speaks outermost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from claims.formats.report.cards import to_claim
from claims.formats.report.contents import Contents, Voice
from claims.model import Attribution, Claim
from claims.pages import Element, Node, h, section, sign
from claims.phrases import counted

#: Up to so many voices their statements are unfolded from the start.
FEW = 30


@attrs.frozen
class _Tree:
    """Attributions by what encloses them, and claims by their innermost attribution."""

    contents: Contents
    children: Mapping[str | None, Sequence[Attribution]]
    claims: Mapping[str, Sequence[Claim]]

    @classmethod
    def of(cls, contents: Contents) -> _Tree:
        children: dict[str | None, list[Attribution]] = defaultdict(list)
        for link in contents.attributions.values():
            children[_parent(contents, link)].append(link)
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in contents.document.claims:
            if claim.attribution:
                claims[claim.attribution[-1]].append(claim)
        for links in children.values():
            links.sort(key=lambda link: contents.link_numbers[link.id])
        return cls(contents, children, claims)


def _parent(contents: Contents, link: Attribution) -> str | None:
    """Return the enclosing link; none where the file names none, an unknown one, or goes round in a circle."""
    seen = {link.id}
    above = link.parent
    while above is not None and above in contents.attributions:
        if above in seen:
            return None
        seen.add(above)
        above = contents.attributions[above].parent
    return link.parent if link.parent in contents.attributions else None


def voices(contents: Contents) -> Element | None:
    """Return the tree, or nothing where nobody is quoted."""
    if not contents.attributions:
        return None
    tree = _Tree.of(contents)
    by_voice: dict[Voice, list[Attribution]] = defaultdict(list)
    for link in tree.children[None]:
        by_voice[contents.voice_of[link.id]].append(link)
    order = sorted(by_voice, key=lambda voice: (-len(by_voice[voice]), voice.number))
    items = (h("li", _voice(tree, voice, by_voice[voice], len(order) <= FEW)) for voice in order)
    own = sum(not claim.attribution for claim in contents.document.claims)
    lead = h("p", f"{counted(own, 'claim')} are the author’s own; the rest rests on these voices.", class_="soft")
    return section("Who says what", lead, h("ul", items, class_="tree"), id="voices")


def _voice(tree: _Tree, voice: Voice, links: Sequence[Attribution], unfolded: bool) -> Element:
    heading = h("summary", h("b", voice.name), " ", h("small", counted(len(links), "statement"), class_="soft"))
    return h("details", heading, h("ul", (_statement(tree, link) for link in links)), open=unfolded)


def _statement(tree: _Tree, link: Attribution) -> Element:
    """Return one attribution, under it the claims it vouches for and the attributions inside it."""
    contents = tree.contents
    root = h("li")
    stack = [(link, root)]
    while stack:
        here, item = stack.pop()
        item.extend(_line(contents, here))
        inner = tree.children.get(here.id, ())
        below = [(child, h("li")) for child in inner]
        claims = [h("li", _claim(contents, claim), class_="leaf") for claim in tree.claims.get(here.id, ())]
        if claims or below:
            item.append(h("ul", claims, [made for _, made in below]))
        stack += below
    return root


def _line(contents: Contents, link: Attribution) -> list[Element]:
    cue = link.cue.exact if link.cue and link.cue.exact else f"({link.quote} quotation)"
    number = contents.sentence_numbers.get(link.sentence)
    place = h("a", link.sentence, href=f"#s-{number}", class_="ref") if number is not None else None
    inner: Node = [h("b", contents.voice_of[link.id].name), " "] if link.parent in contents.attributions else None
    act: Node = [" ", to_claim(contents, link.speech_act, link.speech_act)] if link.speech_act else None
    doubt = h("small", " (how far this reaches is open)", class_="soft") if link.scope_ambiguous else None
    words: list[Node] = [inner, h("i", cue), " ", place, h("small", act, class_="soft") if act else None, doubt]
    return [h("span", words, id=f"a-{contents.link_numbers[link.id]}")]


def _claim(contents: Contents, claim: Claim) -> list[Node]:
    return [sign(contents.rating(claim)), " ", to_claim(contents, claim.id, claim.text)]
