"""The tables and the page of a timeline: complete, harmless, every claim a click from its sentence."""

from __future__ import annotations

import csv as csv_module
import datetime
import io
import json
import re
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from strategies import documents

from claims.model import Document
from claims.pages import clean
from claims.timeline import COLUMNS, Interval, chronology, csv, html, to_data
from claims.timeline.axis import MARGIN, WIDTH, Axis
from claims.timeline.interval import day_number

HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='alert(1)' \u202e\x00"


def read(document: Document) -> Any:
    """Return the page of one document as a browser would read it."""
    return lxml_html.document_fromstring(html(chronology([document])))


def test_json_and_csv_say_the_same(make: Any) -> None:
    """Both have all claims with the same fields; nothing is an empty cell."""
    found = chronology([make(["2019-05/..", "begin"], [None, None, ("after", "c1")], [None])])
    data = json.loads(json.dumps(to_data(found)))
    lines = list(csv_module.reader(io.StringIO(csv(found))))
    assert tuple(lines[0]) == COLUMNS
    rows = [*data["placed"], *data["undated"]]
    assert [tuple(row) for row in rows] == [COLUMNS] * 3
    cells = dict(zip(COLUMNS, lines[1], strict=True))
    assert (cells["earliest"], cells["latest"], cells["date"], cells["extent"]) == (
        "2019-05-01",
        "",
        "since May 2019",
        "through",
    )
    assert (rows[1]["order"], rows[1]["beside"], rows[1]["date"]) == ("after", "c1", "after c1")
    assert rows[2]["date"] == "undated"


def test_every_claim_has_its_sentence(make: Any) -> None:
    """Each row links to its sentence in the text at the end, and back; links lead somewhere, ids are unique."""
    page = read(make(["2019"], ["2018/.."], [None], ["2020", None, ("before", "c1")]))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)
    for row in page.xpath("//li[@class='row']"):
        (target,) = row.xpath(".//a[@class='back']/@href")
        sentence = page.get_element_by_id(target[1:]).getparent()
        number = int(target.rpartition("-")[2])
        assert sentence.xpath("string(span[@class='words'])") == f"Claim number {number} stands here."


def test_drawn(make: Any) -> None:
    """A day is a dot, a stretch a bar, an open side fades, what is only tied is dashed."""
    page = read(make(["2019-01-05"], ["2019-03"], ["2019-05/..", "begin"], [None, None, ("after", "c1")]))
    drawn = [row.xpath("./svg/*[not(self::use)]") for row in page.xpath("//ol[@class='rows']/li")]
    kinds = [[shape.get("class") or shape.get("fill") for shape in shapes] for shapes in drawn]
    assert kinds == [["day"], ["beside"], ["within"], ["url(#fade-end)", "through"]]


@pytest.mark.property
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_any_document(document: Document) -> None:
    """Any document, valid or not, gives a page with all its claims, the same each time."""
    page = read(document)
    assert html(chronology([document])) == html(chronology([document]))
    wordings = [part.text_content() for part in page.xpath("//p[@class='wording']")]
    assert sorted(wordings) == sorted(clean(claim.text) for claim in document.claims)


def test_hostile_text(make: Any) -> None:
    """Markup in names, wordings and titles stays text."""
    document = make(["2019", None, None, HOSTILE, HOSTILE], [None])
    claims = tuple(attrs.evolve(claim, text=HOSTILE) for claim in document.claims)
    hostile = attrs.evolve(document, claims=claims, source=attrs.evolve(document.source, title=HOSTILE, url=HOSTILE))
    page = read(hostile)
    assert len(page.xpath("//script")) == 1
    assert not [name for part in page.iter() for name in part.attrib if name.startswith("on") or name == "style"]
    assert not page.xpath("//img")
    text = html(chronology([hostile]), HOSTILE)
    assert not re.search(r"@import|fetch\(|XMLHttp|innerHTML|url\((?!#fade)", text)


def test_overview(make: Any) -> None:
    """From three dated claims on there is a drawing of all, each stretch a link to its claim; none lies on another."""
    dates = ["2018", "2019-05/..", "2019", "2019-07-01", "../2020", "2020-03"]
    page = read(make(*([date] for date in dates), [None]))
    links = page.xpath("//svg[@class='overview']//a")
    assert sorted(link.get("href") for link in links) == [f"#r0-{number}" for number in range(6)]
    assert {link.get("href")[1:] for link in links} <= set(page.xpath("//li/@id"))
    bars = [(a.get("transform"), b.get("x"), b.get("width")) for a in links for b in a.xpath("rect[@x and @class]")]
    for line in {line for line, _, _ in bars}:
        ends = sorted((float(x), float(x) + float(width)) for at, x, width in bars if at == line)
        assert all(one[1] < other[0] for one, other in pairwise(ends))
    assert not read(make(["2018"], ["2019"])).xpath("//svg[@class='overview']")


def test_nothing_dated(make: Any) -> None:
    """Files without a date, and no file at all, give a page that says so."""
    assert "No claim has a date" in read(make([None])).text_content()
    assert "No claim has a date" in html(chronology([]))


def stretch(one: datetime.date, other: datetime.date) -> Interval:
    """Return the interval between two days."""
    first, last = ((day.year, day.month, day.day) for day in sorted((one, other)))
    return Interval("", first, last)


stretches = st.one_of(st.builds(stretch, st.dates(), st.dates()), st.dates().map(lambda day: stretch(day, day)))


@pytest.mark.property
@given(st.lists(stretches, max_size=12), st.lists(st.dates(), min_size=2, max_size=6))
def test_axis_keeps_order(found: list[Interval], asked: list[datetime.date]) -> None:
    """Later days lie further to the right, all inside the drawing; marks keep their distance."""
    axis = Axis.of(found)
    places = [axis.place(day_number((day.year, day.month, day.day))) for day in sorted(asked)]
    assert places == sorted(places)
    assert all(MARGIN - 0.01 <= place <= WIDTH - MARGIN + 0.01 for place in places)
    marks = [place for place, _ in axis.marks()]
    assert all(after - before >= 48 for before, after in pairwise(marks))
    ends = [(day_number(it.earliest), day_number(it.latest) + 1) for it in found if it.earliest and it.latest]
    assert all(axis.place(first) < axis.place(last) for first, last in ends)
