"""The formats that come with this package, one row each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.formats._late import Late
from claims.formats.base import Format

if TYPE_CHECKING:
    from claims.formats import (
        averitec,
        brat,
        claimreview,
        csv_,
        fever,
        json_,
        jsonl,
        liar,
        parquet,
        report,
        tei,
        uima,
        web_annotation,
    )
else:
    # Loaded when one of their functions is called: checking a JSON file needs none of them.
    _NAMES = ("brat", "csv_", "json_", "jsonl", "parquet", "report", "tei", "uima", "web_annotation")
    brat, csv_, json_, jsonl, parquet, report, tei, uima, web_annotation = map(Late, _NAMES)
    averitec, claimreview, fever, liar = map(Late, ("averitec", "claimreview", "fever", "liar"))

_ROWS = (
    Format(
        "json",
        (".json",),
        json_.read,
        json_.write,
        decline=json_.decline,
        keeps="everything; one document a file",
        lossless=True,
        content="json",
    ),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        jsonl.read,
        jsonl.write,
        jsonl.read_many,
        jsonl.write_many,
        jsonl.decline,
        "everything; any number of documents, one a line",
        lossless=True,
        content="json",
    ),
    Format(
        "tei",
        (".xml", ".tei"),
        tei.read,
        tei.write,
        decline=tei.decline,
        keeps="everything, with the text as TEI P5; refuses characters that XML cannot hold",
        lossless=True,
        content="xml",
    ),
    Format(
        "parquet",
        (".parquet",),
        parquet.read,
        parquet.write,
        parquet.read_many,
        parquet.write_many,
        parquet.decline,
        "everything; a row a document, nested as in JSON; needs pyarrow",
        lossless=True,
        content="binary",
    ),
    Format(
        "parquet-claims",
        (".claims.parquet",),
        write=parquet.write_claims,
        write_many=parquet.write_claims_many,
        keeps="a flat table, a row a claim, slots as words; loses edits, relations, entities, evidence",
        content="binary",
    ),
    Format(
        "csv",
        (".csv",),
        write=csv_.write,
        write_many=csv_.write_many,
        keeps="the same table as text, the values of a cell joined by ' | '",
    ),
    Format(
        "report",
        (".html", ".htm"),
        write=report.write,
        keeps="what people read, as one page for a browser",
    ),
    Format(
        "xmi",
        (".xmi",),
        uima.read_xmi,
        uima.write_xmi,
        decline=uima.decline_xmi,
        keeps="everything, as UIMA CAS for INCEpTION; TypeSystem.xml beside; needs dkpro-cassis",
        lossless=True,
        beside=uima.beside_xmi,
        content="xml",
    ),
    Format(
        "cas-json",
        (".cas.json",),
        uima.read_json,
        uima.write_json,
        keeps="everything, as JSON CAS with its type system; needs dkpro-cassis",
        lossless=True,
        content="json",
    ),
    Format(
        "tei-inline",
        (".inline.xml",),
        write=tei.write_inline,
        keeps="TEI for reading: claims, quotations, names, dates around the words; not read back",
        content="xml",
    ),
    Format(
        "tei-tokens",
        (".tokens.xml",),
        write=tei.write_tokens,
        keeps="TEI for TXM and TEITOK: words with ids, all else points to them; not read back",
        content="xml",
    ),
    Format(
        "web-annotation",
        (".jsonld",),
        write=web_annotation.write,
        keeps="W3C Web Annotation: claims, slots, attributions, times, verdicts; loses edits, sentences",
        content="json",
    ),
    Format(
        "brat",
        (".ann",),
        write=brat.write,
        keeps="everything, with .txt, .claims.json and annotation.conf beside; without .claims.json less",
        lossless=True,
        read_beside=brat.read_beside,
        beside=brat.beside,
    ),
    Format(
        "claimreview",
        (".claimreview.json",),
        claimreview.read,
        claimreview.write,
        claimreview.read_many,
        claimreview.write_many,
        keeps="schema.org ClaimReview: wording, speaker, appearances, standing verdicts on whole claims",
        content="json",
    ),
    Format(
        "averitec",
        (".averitec.json",),
        averitec.read,
        averitec.write,
        averitec.read_many,
        averitec.write_many,
        keeps="AVeriTeC: wording, speaker, label, sources of evidence; no slots",
        content="json",
    ),
    Format(
        "fever",
        (".fever.jsonl",),
        fever.read,
        fever.write,
        fever.read_many,
        fever.write_many,
        keeps="FEVER: wording, label, pages of evidence; no slots",
        content="json",
    ),
    Format(
        "liar",
        (".liar.jsonl",),
        liar.read,
        liar.write,
        liar.read_many,
        liar.write_many,
        keeps="LIAR: wording, speaker, label; no slots, no evidence",
        content="json",
    ),
)

#: The formats that come with this package, by name.
FORMATS: Mapping[str, Format] = MappingProxyType({row.name: row for row in _ROWS})
