"""Make a small TEI corpus: one file a text, and a corpus file with one header that includes them.

    python examples/tei_corpus.py out/corpus seeds/*.txt

The files of single texts are lossless: `claims convert` turns each back into the same claim file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

import claims

TEI = "http://www.tei-c.org/ns/1.0"
XI = "http://www.w3.org/2001/XInclude"


def annotate(annotator: claims.Annotator, path: Path) -> claims.Document:
    """Annotate a text with what the file beside it says about it."""
    about = json.loads(path.with_name(f"{path.stem}.meta.json").read_text("utf-8"))
    about.pop("licence")
    return annotator.annotate(path.read_bytes().decode("utf-8"), **about)


def corpus(title: str, files: Iterable[str]) -> etree._ElementTree:
    """Return the corpus file: a header of its own and one inclusion a text."""
    tei = ElementMaker(namespace=TEI, nsmap={None: TEI, "xi": XI})
    include = ElementMaker(namespace=XI)
    header = tei.teiHeader(
        tei.fileDesc(
            tei.titleStmt(tei.title(title)),
            tei.publicationStmt(tei.p("Made from texts in the public domain (CC0).")),
            tei.sourceDesc(tei.p("See the header of each text.")),
        )
    )
    return etree.ElementTree(tei.teiCorpus(header, *(include.include(href=name) for name in files)))


def main(folder: str, *paths: str) -> None:
    """Write the corpus into `folder`."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    annotator = claims.Annotator()
    names = []
    for path in map(Path, paths):
        names.append(f"{path.stem}.xml")
        claims.write(annotate(annotator, path), target / names[-1], force=True)
    tree = corpus("Claims in the seed texts", names)
    tree.write(target / "corpus.xml", encoding="utf-8", xml_declaration=True, pretty_print=True)
    print(f"{target / 'corpus.xml'}: {len(names)} texts")


if __name__ == "__main__":
    main(*sys.argv[1:])
