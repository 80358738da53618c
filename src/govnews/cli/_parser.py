"""The arguments of the command. Nothing of the library loads here: ``--help`` is quick."""

from __future__ import annotations

import argparse
import os


class _Help(argparse.HelpFormatter):
    """Asks for the width itself: argparse would import shutil to do so, with all it brings."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            columns = 80
        super().__init__(prog, width=max(40, min(columns, 100)) - 2)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    root = argparse.ArgumentParser(
        prog="govnews",
        description="Read and write what public offices publish: the story, the agreement it "
        "announces, and the office behind it.",
        epilog="INPUT is a file or - for standard input. Issues go to standard error, one a line.",
        allow_abbrev=False,
        formatter_class=_Help,
    )
    root.add_argument("--version", action="store_true", help="show the version and exit")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    _convert(commands)
    _inspect(commands)
    _check(commands)
    _diff(commands)
    _tables(commands)
    _new_plugin(commands)
    return root


_Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: _Commands, name: str, summary: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    command: argparse.ArgumentParser = commands.add_parser(  # type: ignore[attr-defined]
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        allow_abbrev=False,
        formatter_class=_Help,
    )
    command.add_argument("--json", action="store_true", help="make the report machine-readable")
    command.add_argument("-v", "--verbose", action="store_true", help="list all issues")
    return command


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="source_format", metavar="FORMAT", help="format of INPUT")
    command.add_argument("--language", metavar="TAG", help="language of INPUT, such as vi")
    command.add_argument("--address", metavar="URL", help="where INPUT was published")
    command.add_argument(
        "--extract",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="read facts out of the text; the default is up to the format",
    )


def _convert(commands: _Commands) -> None:  # type: ignore[valid-type]
    command = _command(commands, "convert", "read documents and write them in another format")
    command.add_argument("inputs", nargs="+", metavar="INPUT")
    target = command.add_mutually_exclusive_group(required=True)
    target.add_argument("-o", "--output", metavar="FILE", help="file to write, or - for stdout")
    target.add_argument("--output-dir", metavar="DIR", help="folder to write one file an input to")
    command.add_argument("--to", dest="target_format", metavar="FORMAT", help="format to write")
    _reading(command)
    command.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="an option of the format read or written (see: govnews formats --options)",
    )
    command.add_argument("--split", action="store_true", help="write one document an article")
    command.add_argument(
        "--on-loss",
        choices=("report", "warn", "raise"),
        default="report",
        help="what to do about values that cannot be carried",
    )
    command.add_argument(
        "--now", metavar="DATETIME", help="the present moment, for embargoes: 2026-07-03T08:00Z"
    )


def _inspect(commands: _Commands) -> None:  # type: ignore[valid-type]
    command = _command(commands, "inspect", "show what a document says, and the words that say it")
    command.add_argument("input", metavar="INPUT")
    _reading(command)


def _check(commands: _Commands) -> None:  # type: ignore[valid-type]
    command = _command(commands, "check", "list what is odd in a document")
    command.add_argument("inputs", nargs="+", metavar="INPUT")
    _reading(command)
    command.add_argument(
        "--profile",
        action="append",
        default=[],
        metavar="NAME",
        help="also check the rules of a profile, such as vn-state",
    )


def _diff(commands: _Commands) -> None:  # type: ignore[valid-type]
    command = _command(commands, "diff", "show what changed between two versions of a document")
    command.add_argument("old", metavar="OLD")
    command.add_argument("new", metavar="NEW")
    _reading(command)


def _tables(commands: _Commands) -> None:  # type: ignore[valid-type]
    formats = _command(commands, "formats", "list the formats that can be read and written")
    formats.add_argument("--options", action="store_true", help="list their options too")
    _command(commands, "plugins", "list the plugins found, and what became of each")
    schema = _command(commands, "schema", "print the JSON Schema of the canonical form")
    schema.add_argument("-o", "--output", metavar="FILE", default="-", help="file to write")


def _new_plugin(commands: _Commands) -> None:  # type: ignore[valid-type]
    command = _command(commands, "new-plugin", "write the starting point of a format of your own")
    command.add_argument("name", metavar="NAME", help="name of the format, such as ical")
    command.add_argument(
        "--output-dir", default=".", metavar="DIR", help="folder to write the package in"
    )
