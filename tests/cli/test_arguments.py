"""The command line as typed: what is wrong is named, with what was probably meant."""

from __future__ import annotations

import pytest

from claims.cli import arguments
from claims.cli.arguments import HelpOptions, parse
from claims.cli.options import annotate, convert, show, validate
from claims.cli.table import COMMANDS
from claims.errors import UsageError


def test_every_option_of_annotate_arrives() -> None:
    """Each option lands in the field of its name."""
    typed = (
        "annotate a.txt -o a.json --to json --model m --id i --published 2024-05-17 --language en --title T "
        "--author A --author B --publisher P --url U --force --strict --no-text --date-order dmy --gazetteer g"
    )
    assert parse(typed.split()) == annotate.Options(
        "a.txt", "a.json", "json", "m", "i", "2024-05-17", "en", "T", ("A", "B"), "P", "U", True, True, True, "dmy", "g"
    )


def test_the_other_commands() -> None:
    """Options and defaults of the other three."""
    assert parse(["validate", "a", "b", "--format", "json"]) == validate.Options(("a", "b"), "json")
    assert parse(["convert", "a", "b", "--from", "x", "--to", "y"]) == convert.Options("a", "b", "x", "y")
    assert parse(["show", "a", "--claim", "c1", "--width", "80"]) == show.Options("a", "c1", 80)
    assert parse(["show", "-"]).file == "-"


def test_nothing_typed_gives_help() -> None:
    """`claims` alone teaches: each command with an example."""
    options = parse([])
    assert isinstance(options, HelpOptions)
    for command in COMMANDS:
        assert f"claims {command.name} " in options.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("anotate a.txt", "did you mean annotate?"),
        ("annotate a.txt --pubished 2020-01-01", "--pubished; did you mean --published?"),
        ("annotate --publish=2020-01-01 a.txt", "--publish; did you mean --publishe"),
        ("show a.json --colour never", "did you mean --color?"),
        ("validate a.json --format jsno", "did you mean json?"),
        ("--verson", "did you mean --version?"),
        ("show", "required: FILE"),
        ("show a b", "unknown argument b"),
        ("show a --width 12", "'12' is no number from 20 to 1000"),
        ("show a --width ²", "'²' is no number"),
        ("convert a.json", "convert needs IN and OUT"),
        ("validate", "required: PATH"),
    ],
)
def test_wrong_usage_is_explained(typed: str, said: str) -> None:
    """The error names the word and what was meant; an abbreviated option is not guessed at."""
    with pytest.raises(UsageError) as caught:
        parse(typed.split())
    assert said in str(caught.value)


def test_help_of_every_command_fits_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Each --help has an example to copy and no line over 120 columns."""
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stop:
            parse([*command.words, "--help"])
        assert stop.value.code == 0
        help_text = capsys.readouterr().out
        assert f"  claims {command.name} " in help_text
        assert max(map(len, help_text.splitlines())) <= 120


def test_suggestions_are_near() -> None:
    """Only what resembles a known word is suggested."""
    assert arguments.suggestion("c11", ["c1", "c12"]) != ""
    assert arguments.suggestion("zebra", ["c1", "c12"]) == ""
