"""``govnews formats``, ``govnews plugins``, ``govnews schema``."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import Any

from govnews.cli._terminal import Terminal
from govnews.formats import Format, NoOptions, describe_options
from govnews.plugins import Registry, default_registry


def formats(given: Namespace) -> int:
    """List the formats."""
    registry = default_registry()
    found = [registry.format(name) for name in registry.names]
    if given.json:
        print(json.dumps([_format_facts(fmt, registry) for fmt in found], ensure_ascii=False))
        return 0
    terminal = Terminal()
    terminal.table(
        ("name", "reads", "writes", "lossless", "extensions", "from", "what it is"),
        [_format_row(fmt, registry) for fmt in found],
    )
    if given.options:
        for fmt in found:
            _list_options(fmt, terminal)
    return 0


def _format_row(fmt: Format[Any, Any], registry: Registry) -> tuple[str, ...]:
    return (
        fmt.name,
        "yes" if fmt.reader else "-",
        "yes" if fmt.writer else "-",
        "yes" if fmt.exact is not None else "-",
        " ".join(fmt.extensions),
        _origin(fmt, registry),
        fmt.title,
    )


def _origin(fmt: Format[Any, Any], registry: Registry) -> str:
    record = registry.origins.get(fmt.name)
    return "govnews" if record is None else f"{record.dist} {record.version}"


def _format_facts(fmt: Format[Any, Any], registry: Registry) -> dict[str, object]:
    return {
        "name": fmt.name,
        "title": fmt.title,
        "reads": fmt.reader is not None,
        "writes": fmt.writer is not None,
        "lossless": fmt.exact is not None,
        "media_types": fmt.media_types,
        "extensions": fmt.extensions,
        "kinds": sorted(fmt.kinds),
        "from": _origin(fmt, registry),
        "read_options": describe_options(fmt.read_options),
        "write_options": describe_options(fmt.write_options),
    }


def _list_options(fmt: Format[Any, Any], terminal: Terminal) -> None:
    for verb, options in (("read", fmt.read_options), ("write", fmt.write_options)):
        if options is not NoOptions:
            terminal.line()
            terminal.line(("title", f"{fmt.name}, {verb}"))
            rows = [(name, default, values) for name, values, default in describe_options(options)]
            terminal.table(("option", "default", "values"), rows)


def plugins(given: Namespace) -> int:
    """List the plugins and what became of each."""
    found = default_registry().plugins
    if given.json:
        facts = [
            {
                "name": one.name,
                "distribution": one.dist,
                "version": one.version,
                "address": one.address,
                "formats": one.formats,
                "languages": one.languages,
                "failure": one.failure,
                "blocked": one.blocked,
            }
            for one in found
        ]
        print(json.dumps(facts, ensure_ascii=False))
        return 0
    if not found:
        print("No plugins are installed. To read and write more: pip install 'govnews[all]'.")
        return 0
    Terminal().table(
        ("plugin", "version", "formats", "languages", "state"),
        [
            (
                one.key,
                one.version,
                " ".join(one.formats) or "-",
                " ".join(one.languages) or "-",
                "blocked by GOVNEWS_PLUGINS" if one.blocked else one.failure or "works",
            )
            for one in found
        ],
    )
    return 0


def schema(given: Namespace) -> int:
    """Write the JSON Schema of the canonical form."""
    from govnews import wire
    from govnews.io._targets import opened_target

    text = json.dumps(wire.json_schema(), ensure_ascii=False, indent=2) + "\n"
    place = sys.stdout.buffer if given.output == "-" else given.output
    with opened_target(place) as sink:
        sink.write(text.encode())
    return 0
