"""Print who said what in an article, one line a claim: the voices outside in, then what they say.

python examples/who_said_what.py seeds/harbour-quotes.txt
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import claims


def statements(document: claims.Document) -> Iterator[tuple[str, str]]:
    """Yield the voices of each attributed claim, outermost first, and its wording."""
    links = {link.id: link for link in document.attributions}
    for claim in document.claims:
        voices = [links[name].source.exact or "(nobody named)" for name in claim.attribution]
        if voices:
            yield " > ".join(voices), claim.text


def main(path: str) -> None:
    """Annotate the file and print its statements."""
    text = Path(path).read_bytes().decode("utf-8")
    for voices, wording in statements(claims.annotate(text)):
        print(f"{voices}: {wording}")


if __name__ == "__main__":
    main(*sys.argv[1:])
