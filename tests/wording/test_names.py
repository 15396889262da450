"""Names that name the same, and names that do not."""

from __future__ import annotations

import pytest

from claims.syntax import Parser
from claims.text import Span
from claims.wording.joining import plain
from claims.wording.names import find_names


def groups(parser: Parser, text: str) -> list[list[str]]:
    """Return the names of each entity in the order of the text."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    names = find_names(list(parser.parse(text, spans)))
    found: dict[int, list[str]] = {}
    for named, entity in zip(names.mentions, names.entity, strict=True):
        found.setdefault(entity, []).append(named.text)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States said yes.\nThe U.S. said no.", [["United States", "U.S."]]),
        ("The U.S. said yes.\nThe United States said no.", [["U.S.", "United States"]]),
        ("Donald J. Trump won.\nDonald Trump said so.", [["Donald J. Trump", "Donald Trump"]]),
        ("Apple Inc. said it would pay.\nApple denied it.", [["Apple Inc.", "Apple"]]),
        ("Arlene Berg said yes.\nMs Berg left.", [["Arlene Berg", "Berg"]]),
        (
            "The group al-Nour, also known as the Party of Light, won.\nThe Party of Light said so.",
            [["al-Nour", "Party of Light", "Party of Light"]],
        ),
    ],
)
def test_joined(parser: Parser, text: str, expected: list[list[str]]) -> None:
    """Acronyms before or behind the long name, middle initials, legal forms, "Ms" and "also known as" join names."""
    assert groups(parser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "John Smith said yes.\nJane Smith said no.",
        "The US said yes.\nWashington said no.",
        "Russia said yes.\nMoscow said no.",
    ],
)
def test_apart(parser: Parser, text: str) -> None:
    """Two people of one surname, and a country and its capital, stay apart: the text does not say otherwise."""
    assert len(groups(parser, text)) == 2


def test_title_of_the_other_sex(parser: Parser) -> None:
    """Mrs Smith is not John Smith."""
    assert [len(names) for names in groups(parser, "John Smith said yes.\nMrs Smith said no.")] == [1, 1]


def test_acronym_of_a_name_taken_apart(parser: Parser) -> None:
    """An acronym in brackets belongs to the name that begins with its initials, not to the last one before it."""
    found = groups(parser, "The Islamic State of Iraq and Syria (ISIS) said it fired.\nISIS left.")
    assert ["ISIS", "ISIS"] in [names[1:] for names in found]
    assert ["Syria"] in found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "US"),
        ("Ann B. Lee", "Ann Lee"),
        ("Martin Luther King Jr.", "Martin Luther King"),
        ("Nordbank AG", "Nordbank"),
        ("Apple, Inc.", "Apple"),
        ("Lee", "Lee"),
        ("AG", "AG"),
    ],
)
def test_plain(name: str, key: str) -> None:
    """Names are looked up without stops in acronyms, middle initials, generations and legal forms."""
    assert plain(name) == key


@pytest.mark.parametrize(
    ("sentences", "title", "name"),
    [
        (("Prime Minister Anna Lund left.", "The prime minister smiled."), "The prime minister", "Anna Lund"),
        (("Anna Lund, the mayor of Oslo, left.", "The mayor smiled."), "The mayor", "Anna Lund"),
        (("The chairman, Erik Berg, left.", "The chairman smiled."), "The chairman", "Erik Berg"),
        (("Erik Berg is the coach of Rosenborg.", "Many like the coach."), "the coach", "Erik Berg"),
        (("Foreign Minister Erik Berg left.", "The minister smiled."), "The minister", "Erik Berg"),
        (("Deutsche Bank won.", "The bank will pay."), "The bank", "Deutsche Bank"),
    ],
)
def test_a_title_means_its_bearer(story, sentences: tuple[str, ...], title: str, name: str) -> None:
    """A bare "the" with the title of one person means that person, who is then its entity as well."""
    found = story(*sentences)
    (anaphor,) = [a for a in found.references.anaphors if found.words(a.words) == title]
    assert [found.words(words) for words in anaphor.antecedents] == [name]
    assert found.references.entities[anaphor.entity].name == name


@pytest.mark.parametrize(
    "sentences",
    [
        ("Judge Anna Lund and Judge Erik Berg met.", "The judge smiled."),
        ("Judge Anna Lund left.", "A judge in Bergen disagreed.", "The judge smiled."),
        ("Former President Erik Berg left.", "The president smiled."),
        ("Vice President Erik Berg left.", "The president smiled."),
        ("The judge smiled.", "Judge Anna Lund left."),
        ("Deutsche Bank sued Barclays Bank.", "The bank will pay."),
    ],
)
def test_a_title_of_two_means_nobody(story, sentences: tuple[str, ...]) -> None:
    """A title that two have borne, or another office, or that nobody has borne yet, joins nobody."""
    found = story(*sentences)
    titles = [a for a in found.references.anaphors if a.kind == "definite" and a.entity is not None]
    assert titles == []
