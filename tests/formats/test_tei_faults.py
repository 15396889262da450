"""Everything that keeps TEI from being read is told in one run, and nothing of such a file is used."""

from __future__ import annotations

import pytest
from broken_bytes import TEI

from claims.checking import check
from claims.errors import FormatError
from claims.formats.tei import faults, read

#: Where each of the faults is noticed, and whether it follows from one before.
BROKEN = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" type="claims/1.0">
 <text><body><p>Åland 😀 & Öland</p>
 <p n=1>one</q></p>
 <p n="1" n="2">&nbsp;</p>
 </body></text>
</TEI>
"""


def test_every_fault_of_the_syntax_is_told() -> None:
    """A bare ampersand and value, a wrong end tag, an attribute twice, an entity: each where it is noticed."""
    found = [(fault.line, fault.column) for fault in faults(BROKEN.encode()) if not fault.follows]
    assert found == [(3, 26), (4, 7), (4, 16), (5, 16), (5, 23)]


def test_end_tags_behind_a_wrong_one_are_folded() -> None:
    """The first end tag that does not fit is told, those behind it follow; a reader may ask for all."""
    one = TEI.replace("</p>", "</q>", 1).encode()
    found = check(one, name="a.xml", format="tei")
    assert [finding.code for finding in found if finding.follows is None] == ["X010"]
    assert all(finding.follows == "X010" for finding in found[1:])


@pytest.mark.parametrize("damage", ["&", "<p", "</p>", '<p xml:id="a" xml:id="a"/>', "\x01", "]]>&x;"])
def test_what_is_not_well_formed_is_never_read(damage: str) -> None:
    """What the parser could recover is not accepted."""
    data = TEI.replace("<p>", f"<p>{damage}", 1).encode()
    with pytest.raises(FormatError):
        read(data)
    assert check(data, name="a.xml", format="tei")


def test_every_part_that_breaks_the_schema_is_told() -> None:
    """Two rows of the stand-off with an attribute that is not allowed are two findings, on their lines."""
    lines = TEI.split("\n")
    rows = [number for number, line in enumerate(lines) if line.startswith("<annotation ")][:2]
    for number in rows:
        lines[number] = lines[number].replace("<annotation ", '<annotation wrong="1" ')
    found = check("\n".join(lines).encode(), name="a.xml", format="tei")
    assert [(finding.code, finding.line) for finding in found] == [("X011", number + 1) for number in rows]


def test_a_doctype_is_refused_for_itself() -> None:
    """A file that brings entities along is not gone through for more."""
    data = b'<!DOCTYPE x [<!ENTITY e "e">]>\n<x>&e; & </y>'
    assert list(faults(data)) == []
    assert [finding.code for finding in check(data, name="a.xml", format="tei")] == ["X010"]


def test_faults_without_end_are_cut() -> None:
    """Of thousands of faults a hundred are listed at most."""
    assert 10 < len(list(faults(b"<a>" + b"<b c=1/>" * 5000 + b"</a>"))) <= 100


def test_a_sound_file_has_none() -> None:
    """What is read without complaint has no faults."""
    assert list(faults(TEI.encode())) == []
