"""Above and below the text: what the article is, how its claims are rated, the filters, who made the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.formats.report.contents import Contents
from claims.model import Annotator
from claims.pages import RATINGS, Element, Node, h, link, rating
from claims.phrases import counted

KINDS = ("fact", "opinion", "prediction")


def lead(contents: Contents) -> list[Node]:
    """Return what is known about the article, and how much there is in the file."""
    source = contents.document.source
    about: list[Node] = [*source.author, source.publisher]
    about.append(h("span", "published ", h("time", source.published)) if source.published else "no date of publication")
    about.append(link(source.url, "original") if source.url else None)
    return [h("p", _joined(about)), h("p", _counts(contents)), _ratings(contents)]


def _joined(nodes: Iterable[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if node is not None and node != "":
            found += [" · ", node] if found else [node]
    return found


def _counts(contents: Contents) -> str:
    document = contents.document
    numbers = {"sentence": len(document.sentences), "claim": len(document.claims), "voice": len(contents.voices)}
    numbers["verdict"] = len(document.verdicts)
    return " · ".join(counted(number, name) for name, number in numbers.items() if number)


def _ratings(contents: Contents) -> Element | None:
    """Return how many claims have which rating, where there is a verdict at all."""
    if not contents.document.verdicts:
        return None
    counts = rating_counts(contents)
    items = (h("li", rating(name, f"{counts[name]} {RATINGS[name].label}")) for name in RATINGS if counts[name])
    return h("ul", items, class_="legend", aria_label="Ratings")


def rating_counts(contents: Contents) -> Counter[str]:
    """Return the number of claims of each rating."""
    return Counter(map(contents.rating, contents.document.claims))


def filters(contents: Contents) -> Element:
    """Return the controls; they are shown by the script that makes them work."""
    judged = rating_counts(contents)
    looks: list[tuple[str, Node]] = [(name or "none", rating(name)) for name in RATINGS if judged[name]]
    kinds: Counter[str] = Counter(claim.kind for claim in contents.document.claims)
    plain: list[tuple[str, Node]] = [(kind, kind) for kind in KINDS if kinds[kind]]
    return h(
        "search",
        _search(),
        _sources(contents),
        _chips("Rating", "rating", looks) if len(looks) > 1 else None,
        _chips("Kind", "kind", plain) if len(plain) > 1 else None,
        h("output", id="shown", for_="f-words f-voice", aria_live="polite"),
        h("button", "Show all", type="button", id="f-reset", hidden=True),
        class_="filters no-print",
        aria_label="Filter the claims",
        id="filters",
        hidden=True,
    )


def _search() -> Element:
    box = h("input", type="search", id="f-words", autocomplete="off", spellcheck="false")
    return h("label", h("span", "Words"), box)


def _sources(contents: Contents) -> Element:
    counts: Counter[int] = Counter()
    for claim in contents.document.claims:
        counts.update({voice.number for voice in contents.chain(claim)})
    order = sorted(contents.voices[1:], key=lambda voice: (-counts[voice.number], voice.number))
    named = [voice for voice in (contents.voices[0], *order) if counts[voice.number]]
    options = [h("option", f"{_short(voice.name)} ({counts[voice.number]})", value=voice.number) for voice in named]
    every = h("option", "everybody", value="")
    return h("label", h("span", "Source"), h("select", every, options, id="f-voice"))


def _short(name: str) -> str:
    return name if len(name) <= 48 else f"{name[:47]}…"


def _chips(title: str, name: str, choices: Iterable[tuple[str, Node]]) -> Element:
    labels = [
        h("label", h("input", type="checkbox", name=name, value=value, checked=True), h("span", node), class_="chip")
        for value, node in choices
    ]
    return h("fieldset", h("legend", title), labels)


def shape(contents: Contents) -> Element:
    """Return how to read the page, in two sentences."""
    words = "Each line under the text is a claim; beside it stands the claim in words of its own. "
    keys = "Point at, tap or tab to one for who says so, when and where; arrow keys go from claim to claim."
    return h("p", words, keys, class_="soft small help no-print")


def foot(contents: Contents) -> Element:
    """Return who made the file, and the digest of the text it is about."""
    source = contents.document.source
    made = [h("li", _annotator(it)) for it in contents.document.annotators]
    stand: list[Node] = [f"Text {source.id}, {source.length} characters, SHA-256 ", h("code", source.sha256)]
    return h("footer", h("ul", made, class_="plain") if made else None, h("p", stand), class_="soft small foot")


def _annotator(annotator: Annotator) -> str:
    model = annotator.model
    parts = [annotator.name, annotator.version or "", f"with {model.name} {model.version}" if model else ""]
    return f"{' '.join(filter(None, parts))} ({annotator.kind})"
