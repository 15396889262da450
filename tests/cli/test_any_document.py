"""Laws of showing: whatever a claim file holds, it is shown whole, safely and within the width."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from strategies import documents

from claims.cli import views
from claims.cli.details import detail_rows
from claims.cli.paper import Sheet, plain_claim, plain_sentence
from claims.cli.views import Reader
from claims.cli.visible import visible
from claims.model import Document

pytestmark = pytest.mark.property
#: Texts with everything in them that could upset a terminal or a column.
TEXTS = st.text(st.sampled_from("ab \n\t\x1b\x07\x9b\u202e日本é\u0301של👩\u200d\u00ad\u200b"), min_size=1, max_size=80)


def lines_of(document: Document) -> list[str]:
    """Return what a pipe gets of a document, each claim also whole."""
    reader = Reader.of(document, document.source.text)
    lines = [line for view in views.sentence_views(reader) for line in plain_sentence(view)]
    for claim in document.claims:
        lines += plain_claim(views.claim_view(reader, claim), detail_rows(reader, claim))
    return lines


@given(documents(TEXTS))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_document_is_shown(document: Document) -> None:
    """Every line has its three fields, and nothing in it would steer the terminal."""
    lines = lines_of(document)
    assert all(line.count("\t") == 2 and visible(line) == line and "\n" not in line for line in lines)
    shown = {line.split("\t")[0] for line in lines}
    assert {views.one_line(sentence.id) for sentence in document.sentences} <= shown


@given(documents(TEXTS), st.sampled_from([30, 80, 120]))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_document_fits_the_width(document: Document, width: int) -> None:
    """Lines are no wider than the sheet, but for ids that are longer than their column."""
    stream = io.StringIO()
    sheet = Sheet.on(stream, False, width)
    reader = Reader.of(document, document.source.text)
    for view in views.sentence_views(reader):
        sheet.sentence(view)
    names = [len(it.id) for it in (*document.sentences, *document.claims)]
    slack = max(names, default=0) + 12
    assert all(cell_len(line) <= width + slack for line in stream.getvalue().split("\n"))
