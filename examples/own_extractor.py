"""Claims made by something else, such as a language model, held to the words of the text.

    python examples/own_extractor.py

The answers below stand for what a model returned, sentence by sentence. Each is placed in the source;
the one that nobody wrote is refused with a warning. Installed packages offer an extractor by name
through the entry-point group `claims.extractors`: `claims annotate FILE --extractor NAME`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import claims

TEXT = "The mayor said on Friday that the bridge, closed since May, would reopen. Nobody was hurt."
ANSWERS = {
    0: """[{"who": "the bridge", "predicate": "would reopen"},
           {"who": "the bridge", "predicate": "closed", "when": ["since May"]},
           {"who": "the bridge", "predicate": "collapsed"}]""",
    1: """[{"who": "Nobody", "predicate": "was hurt"}]""",
}


def answers(passage: claims.Passage) -> Iterator[claims.Proposal]:
    """Yield the claims that the model found in a sentence."""
    for answer in json.loads(ANSWERS[passage.number]):
        yield claims.Proposal(answer["predicate"], who=answer["who"], when=answer.get("when", ()))


def main() -> None:
    """Print each claim with its voice and its place."""
    document = claims.Annotator(extractor=answers).annotate(TEXT, published="2024-05-18")
    voices = {link.id: link.source.exact for link in document.attributions}
    for claim in document.claims:
        voice = " > ".join(voices[link] or "?" for link in claim.attribution) or "the author"
        place = ", ".join(f"{span.start}-{span.end}" for span in claim.spans.spans)
        print(f"{claim.id}\t{voice}\t{claim.text}\t{place}")


if __name__ == "__main__":
    main()
