"""What INPUT and the options of reading mean."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any, BinaryIO

from govnews.errors import OptionsError
from govnews.formats import Format, NoOptions, parse_options
from govnews.io import Reading, read
from govnews.plugins import default_registry

STDIN = "-"


def source(name: str) -> str | BinaryIO:
    """Return the path, or standard input."""
    return sys.stdin.buffer if name == STDIN else name


def shown(name: str) -> str:
    """Return the name of an input as it is shown."""
    return "standard input" if name == STDIN else name


def read_input(name: str, given: Namespace, options: Any = None) -> Reading:
    """Read an input as the arguments say."""
    return read(
        source(name),
        given.source_format,
        options=options,
        language=given.language,
        address=given.address,
        extract=given.extract,
    )


def options_for(
    settings: list[str], source_format: str | None, target: Format[Any, Any]
) -> tuple[Any, Any]:
    """Give each ``--option`` to the writer that has it, or else to the reader that has it."""
    reader = default_registry().format(source_format) if source_format else None
    writing = [one for one in settings if _has(target.write_options, one)]
    rest = [one for one in settings if one not in writing]
    if rest and reader is None:
        # Only a reader that was named can take options; otherwise the writer's own words on the
        # unknown key are the best help.
        parse_options(rest, target.write_options, target.name)
        raise OptionsError(f"no option takes {rest[0]!r}")
    read_options = (
        parse_options(rest, reader.read_options, reader.name) if reader and rest else None
    )
    write_options = parse_options(writing, target.write_options, target.name)
    return read_options, write_options


def _has(options: type[Any], setting: str) -> bool:
    key = setting.partition("=")[0].strip().replace("-", "_")
    return options is not NoOptions and key in {field.name for field in options.__attrs_attrs__}
