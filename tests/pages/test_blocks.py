"""Tables, figures and drawings: complete for those who see and those who do not."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import model
from claims.errors import UsageError
from claims.pages import RATINGS, Scale, asset, axis, bar, drawing, facts, figure, place, rating, section, table


def test_table_is_labelled() -> None:
    """A table has a caption, headings with a scope, and its numeric columns to the right."""
    made = table("Counts", ("kind", "number"), [("claims", 12), ("times", 3)], numeric=[1])
    assert made.xpath("string(.//caption)") == "Counts"
    assert [cell.get("scope") for cell in made.iter("th")] == ["col", "col", "row", "row"]
    assert [cell.get("class") for cell in made.iter("td")] == ["number", "number"]
    assert made.xpath("//td/text()") == ["12", "3"]


def test_table_is_rectangular() -> None:
    """A row of another length is refused."""
    with pytest.raises(UsageError, match="a row of 1 cells in a table of 2 columns"):
        table("x", ("a", "b"), [("c",)])


def test_every_rating_has_its_look() -> None:
    """Every base rating, and none, has a sign and a label of its own, and a colour in light, dark and print."""
    assert set(RATINGS) == {*get_args(model.Rating), ""}
    for name in ("style", "label", "path"):
        assert len({getattr(look, name) for look in RATINGS.values()}) == len(RATINGS)
    sheet = asset("claims.pages", "base.css")
    for look in RATINGS.values():
        assert len(re.findall(rf"--{look.style}: #", sheet)) == 3
    assert rating("refuted").xpath("string()") == "refuted"


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised", "mark"])
def test_contrast(theme: int, ground: str) -> None:
    """Every colour of words stands out from every ground by at least 4.5 to 1 (WCAG 2, level AA)."""
    sheet = asset("claims.pages", "base.css")
    found = {name: re.findall(rf"--{name}: (#[0-9a-f]{{6}})", sheet)[theme] for name in NAMES}
    for name in NAMES[3:]:
        light, dark = sorted((_luminance(found[name]), _luminance(found[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, name


NAMES = ["paper", "raised", "mark", "ink", "soft", "accent", *(look.style for look in RATINGS.values())]


def test_figure_has_words() -> None:
    """A drawing has a name, a caption, and the same as a table folded away."""
    made = figure(drawing(10, 10, label="a line"), "Caption", table("t", ("a",), [("b",)]))
    assert made.xpath("string(.//svg/title)") == made.xpath("string(.//svg/@aria-label)") == "a line"
    assert made.xpath("count(.//details//table)") == 1


def test_section_and_facts() -> None:
    """A section is named by its heading; a fact without value is left out."""
    made = section("Title", facts([("who", "x"), ("when", None)]), id="s")
    assert made.get("aria-labelledby") == made[0].get("id") == "s-title"
    assert made.xpath("//dt/text()") == ["who"]


@pytest.mark.property
@given(st.floats(-1e5, 1e5), st.floats(0.01, 1e9), st.integers(1, 20))
def test_ticks(low: float, length: float, count: int) -> None:
    """Ticks lie in the scale, in order, at one distance, and are neither too many nor too few."""
    scale = Scale(low, low + length, 0, 100)
    found = list(scale.ticks(count))
    slack = (scale.high - scale.low) * 1e-6
    assert all(scale.low - slack <= tick <= scale.high + slack for tick in found)
    assert found == sorted(found)
    assert count / 2.6 - 1 <= len(found) <= count + 1


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 1), (float("nan"), 1), (0, float("inf"))])
def test_scale_needs_room(low: float, high: float) -> None:
    """A scale without length, or without an end, is refused."""
    with pytest.raises(UsageError, match="a scale needs two numbers in order"):
        Scale(low, high, 0, 1)


def test_axis() -> None:
    """An axis has one line of its own and one for each tick, at the tick's place, with its value."""
    made = axis(Scale(0, 10, 0, 100), 50, count=2, text="{:.0f} %".format)
    assert made.xpath(".//text/text()") == ["0 %", "5 %", "10 %"]
    assert made.xpath("./g/line/@x1") == ["0", "50", "100"]
    upright = axis(Scale(0, 10, 100, 0), 30, side="left", count=2)
    assert upright.xpath("./g/line/@y1") == ["100", "50", "0"]
    with pytest.raises(UsageError, match="at the bottom or left"):
        axis(Scale(0, 1, 0, 1), 0, side="top")


@pytest.mark.parametrize(("value", "maximum", "width"), [(1, 4, "25"), (9, 4, "100"), (-1, 4, "0"), (1, 0, "0")])
def test_bar(value: float, maximum: float, width: str) -> None:
    """A bar is as long as its share and never longer than the cell."""
    assert bar(value, maximum, "refuted").xpath("./rect/@width") == ["100", width]


def test_places() -> None:
    """Coordinates are short, and no negative nought."""
    assert [place(number) for number in (1 / 3, 10, -0.004, 1e6)] == ["0.33", "10", "0", "1000000"]
