"""The annotator as a component of spaCy pipelines: ``nlp.add_pipe("claims")``, then ``doc._.claims``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING, Any

import attrs
from spacy.language import Language
from spacy.tokens import Doc

from claims.pipeline import Annotator
from claims.syntax import DEFAULT_MODEL

if TYPE_CHECKING:
    from claims.model import Document

#: Key in `Doc.user_data` under which the arguments of `Annotator.annotate` for one text may stand.
USER_DATA = "claims"


@attrs.frozen
class Component:
    """Sets `doc._.claims_document`, the annotated text, and `doc._.claims`, its claims.

    The places of claims are code points of `doc.text`, as `Doc.char_span` takes them.
    """

    annotator: Annotator
    published: str | None = None
    language: str = "en"

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int | None = None) -> Iterator[Doc]:
        """Annotate a stream of texts; how many of them together is the annotator's affair."""
        docs, texts = tee(docs)
        for doc, document in zip(docs, self.annotator.pipe(map(self._task, texts)), strict=True):
            doc._.claims_document = document
            yield doc

    def _task(self, doc: Doc) -> dict[str, Any]:
        known = {"published": self.published, "language": self.language}
        return {**known, **doc.user_data.get(USER_DATA, {}), "text": doc.text}


def make(
    nlp: Language, name: str, model: str, published: str | None, language: str, extractor: str | None
) -> Component:
    """Return the component; spaCy calls this for ``nlp.add_pipe("claims")``."""
    return Component(Annotator(model, extractor=extractor), published, language)


def _claims(doc: Doc) -> tuple[Any, ...]:
    document: Document | None = doc._.claims_document
    return () if document is None else document.claims


if not Doc.has_extension("claims"):
    Doc.set_extension("claims_document", default=None)
    Doc.set_extension("claims", getter=_claims)

Language.factory(
    "claims",
    default_config={"model": DEFAULT_MODEL, "published": None, "language": "en", "extractor": None},
    func=make,
    assigns=["doc._.claims", "doc._.claims_document"],
)
