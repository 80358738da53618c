"""Dispatch, and the way errors end: one sentence on standard error and an exit code."""

from __future__ import annotations

import sys

from govnews.cli._parser import parser

TYPE_CHECKING = False  # as in `govnews` itself: help is quick

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

DONE = 0
FAILED = 1
USAGE = 2
SET_ASIDE = 3
INTERRUPTED = 130

_COMMANDS = {
    "convert": "govnews.cli._convert:convert",
    "inspect": "govnews.cli._inspect:inspect",
    "check": "govnews.cli._check:check",
    "diff": "govnews.cli._diff:diff",
    "formats": "govnews.cli._tables:formats",
    "plugins": "govnews.cli._tables:plugins",
    "schema": "govnews.cli._tables:schema",
    "new-plugin": "govnews.cli._new_plugin:new_plugin",
}


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = parser()
    try:
        given = arguments.parse_args(argv)
    except SystemExit as stop:  # argparse has shown help or said what is wrong
        return int(stop.code or 0)
    if given.version:
        import govnews

        print(f"govnews {govnews.__version__}")
        return DONE
    if given.command is None:
        arguments.print_help(sys.stderr)
        return USAGE
    return _guarded(_COMMANDS[given.command], given)


def _guarded(address: str, given: Namespace) -> int:
    from importlib import import_module

    module, _, name = address.partition(":")
    command: Callable[[Namespace], int] = getattr(import_module(module), name)
    from govnews.cli._report import complain, shown_warnings
    from govnews.errors import FormatError, GovnewsError, OptionsError

    try:
        with shown_warnings():
            return command(given)
    except (FormatError, OptionsError) as error:
        complain(error, as_json=given.json)
        return USAGE if isinstance(error, OptionsError) else FAILED
    except GovnewsError as error:
        complain(error, as_json=given.json)
        return FAILED
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        sys.stderr.close()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
