"""The reference of the command line leaves nothing out and invents nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "command-line.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = ("convert", "inspect", "check", "diff", "formats", "plugins", "schema", "new-plugin")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def help_of(*command):
    """Return what the command prints with `--help`."""
    done = subprocess.run(
        [sys.executable, "-m", "govnews", *command, "--help"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def test_names_each_command():
    """The commands of the page are those of `govnews --help`."""
    listed = re.findall(r"^    ([a-z][a-z-]*)(?: |$)", help_of(), re.MULTILINE)
    assert list(COMMANDS) == listed
    assert [] == [name for name in listed if f"`govnews {name}" not in TEXT]


@pytest.mark.parametrize("command", COMMANDS)
def test_names_each_option(command):
    """Every option of the command stands on the page."""
    options = set(OPTION.findall(help_of(command))) - {"-h", "--help"}
    assert set() == options - set(OPTION.findall(TEXT))


def test_options_exist():
    """Every long option on the page is one of some command."""
    options = {"--version"}.union(*(OPTION.findall(help_of(command)) for command in COMMANDS))
    assert set() == {name for name in OPTION.findall(TEXT) if name.startswith("--")} - options
