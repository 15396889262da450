"""docs/cli.md: the commands on the page exist, and every option is on it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from claims.cli.arguments import parse, parser_of
from claims.cli.table import COMMANDS

PAGE = (Path(__file__).parents[2] / "docs/cli.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
TYPED = [re.sub(r" > \S+$", "", part.strip()) for block in BLOCKS for part in re.split(r" \| |\n", block)]


@pytest.mark.parametrize("command", [command for command in TYPED if command.startswith("claims ")])
def test_commands_parse(command: str) -> None:
    """Every command on the page can be typed."""
    assert parse(shlex.split(command)[1:])


def test_every_option_is_on_the_page() -> None:
    """No option is undocumented."""
    names = {name for command in COMMANDS for name in parser_of(command).option_names if name.startswith("--")}
    assert [name for name in sorted(names - {"--help", "--out"}) if name not in PAGE] == []


def test_every_command_is_on_the_page() -> None:
    """No command is undocumented."""
    assert [command.name for command in COMMANDS if f"`claims {command.name}" not in PAGE] == []
