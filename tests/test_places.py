"""What kind each place is, what lies around it, and who it is in a gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import claims
from claims import Document, places
from claims.errors import UsageError
from claims.places import GazetteerPlace, PlaceTable, load_gazetteer, located, read_gazetteer

PARIS_TEXAS = "https://example.org/paris-texas"


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Load the model once."""
    return claims.Annotator()


def kinds(document: Document) -> dict[str, str]:
    """Return the entities' types by name."""
    return {entity.name: entity.type for entity in document.entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He flew to Iraq on Monday.", "Iraq", "country"),
        ("He flew to the United States on Monday.", "United States", "country"),
        ("He flew to California on Monday.", "California", "region"),
        ("He flew to Kirkuk, Iraq, on Monday.", "Kirkuk", "city"),
        ("He died in the city of Mosul on Monday.", "Mosul", "city"),
        ("He flew to Kirkuk on Monday.", "Kirkuk", "place"),
        ("He flew to Georgia on Monday.", "Georgia", "place"),
        ("He was held at Camp Cropper in 2007.", "Camp Cropper", "facility"),
    ],
)
def test_the_kind_of_a_place(annotator: claims.Annotator, text: str, name: str, kind: str) -> None:
    """Word lists and the words around tell the kind; what they do not tell stays a place."""
    assert kinds(annotator.annotate(text))[name] == kind


def test_the_places_around_follow(annotator: claims.Annotator) -> None:
    """A place adjunct stands with its preposition and its entity; behind it the places around, inner ones first."""
    document = annotator.annotate("He lives at Camp Cropper near Erbil, Iraq.")
    names = {entity.id: entity.name for entity in document.entities}
    found = [(place.exact, names.get(place.entity or "")) for place in document.claims[0].where]
    assert found == [
        ("at Camp Cropper near Erbil, Iraq", "Camp Cropper"),
        ("near Erbil", "Erbil"),
        ("Iraq", "Iraq"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hearings were held in Oslo and Bergen.", [["in Oslo"], ["in … Bergen"]]),
        ("Fighting went on in Mosul and in Kirkuk.", [["in Mosul"], ["in Kirkuk"]]),
        ("In Oslo and in Bergen, shops closed.", [["In Oslo and in Bergen", "In Oslo", "in Bergen"]]),
        ("Two men died between Aleppo and Homs.", [["between Aleppo and Homs", "Aleppo", "Homs"]]),
        ("She studied at Harvard University.", [["at Harvard University"]]),
        ("They spoke at the board of Harvard University.", [[]]),
    ],
)
def test_joined_places(annotator: claims.Annotator, text: str, expected: list[list[str]]) -> None:
    """Of places that are joined, each claim has its own, with the preposition that they share."""
    found = annotator.annotate(text).claims
    assert [[place.exact for place in claim.where] for claim in found] == expected


def test_a_kind_of_place_is_the_place_named_behind_it(annotator: claims.Annotator) -> None:
    """The city of Mosul is Mosul; the coast of Libya is not Libya, which is named besides."""
    document = annotator.annotate("He died in the city of Mosul. A ship sank off the coast of Libya.")
    names = {entity.id: entity.name for entity in document.entities}
    found = [[(place.exact, names.get(place.entity or "")) for place in claim.where] for claim in document.claims]
    assert found == [
        [("in the city of Mosul", "Mosul")],
        [("off the coast of Libya", None), ("of Libya", "Libya")],
    ]


def table() -> PlaceTable:
    """Return a gazetteer with one name that stands twice."""
    return PlaceTable(
        (
            GazetteerPlace("Paris", "city", "https://example.org/paris", "France"),
            GazetteerPlace("Paris", "city", PARIS_TEXAS, "https://example.org/texas"),
            GazetteerPlace("Texas", "region", "https://example.org/texas"),
        )
    )


def test_a_gazetteer_gives_kind_and_uri(annotator: claims.Annotator) -> None:
    """Of several places of a name, the one in the place that the text names around it."""
    text = "He flew to Paris, Texas, on Monday."
    document = located(annotator.annotate(text), text, table())
    assert {entity.name: entity.same_as for entity in document.entities}["Paris"] == (PARIS_TEXAS,)
    assert kinds(document) == {"Paris": "city", "Texas": "region"}


def test_an_ambiguous_name_is_left_alone(annotator: claims.Annotator) -> None:
    """Where the text does not say which, no URI is guessed."""
    text = "He flew to Paris on Monday."
    (paris,) = located(annotator.annotate(text), text, table()).entities
    assert (paris.type, paris.same_as) == ("place", ())


def test_a_gazetteer_file(tmp_path: Path) -> None:
    """Lines of name, type, uri and within; comments and blank lines are passed over, names compared without case."""
    file = tmp_path / "places.tsv"
    file.write_text("# mine\n\nOslo\tcity\thttps://example.org/oslo\tNorway\nNorway\tcountry\n", "utf-8")
    assert read_gazetteer(str(file)).places("OSLO") == [
        GazetteerPlace("Oslo", "city", "https://example.org/oslo", "Norway")
    ]
    assert load_gazetteer(str(file)).places("Norway") == [GazetteerPlace("Norway", "country")]
    assert load_gazetteer(str(file)).places("Bergen") == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Oslo\ttown\n", ":1: a line is name, type, uri, within between tabs"),
        (b"# c\nOslo\n", ":2: a line is"),
        (b"\tcity\n", ":1: a line is"),
        (b"Oslo\tcity\tu:1\tNorway\tmore\n", ":1: a line is"),
        (b"Oslo\tcity\tno uri\n", "is no URI"),
        (b"Oslo\xff\tcity\n", "is no UTF-8 at byte 4"),
    ],
)
def test_a_broken_gazetteer_is_refused_with_its_line(tmp_path: Path, content: bytes, said: str) -> None:
    """What is wrong is said with file and line."""
    file = tmp_path / "places.tsv"
    file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        load_gazetteer(str(file))
    assert said in str(caught.value)
    assert "places.tsv" in str(caught.value)


class Everywhere:
    """A gazetteer that calls every place a city."""

    def places(self, name: str) -> Sequence[GazetteerPlace]:
        """Return one city of that name."""
        return [GazetteerPlace(name, "city")]


def test_a_package_can_offer_a_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no file is looked up among the installed gazetteers; an unknown one lists them."""
    entry = EntryPoint("everywhere", f"{__name__}:Everywhere", places.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    assert load_gazetteer("everywhere").places("Oslo")[0].type == "city"
    with pytest.raises(UsageError, match="packages here offer everywhere"):
        load_gazetteer("nowhere")
