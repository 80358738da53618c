"""The built-in reference format ``json``: one bundle in canonical JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, Literal

from attrs import frozen

from govnews.formats._bytes import read_all
from govnews.formats._format import Format, Head, NoOptions, ReadContext, WriteContext
from govnews.model import Bundle, Item

# An item of `jsonl` may name the schema too, and then goes on with its type.
_OURS = re.compile(rb'\s*\{\s*"schema"\s*:\s*"govnews/[0-9]+"(?!\s*,\s*"type")')
_OBJECT = re.compile(rb"\s*\{")


@frozen(kw_only=True)
class JsonWriteOptions:
    """How ``json`` is written.

    Args:
        indent: Blanks for each level; 0 writes everything on one line.

    .. versionadded:: 0.1.0
    """

    indent: Literal[0, 2] = 2


def sniff(head: Head) -> int:
    """Recognize the envelope; any other object may still be meant as one."""
    data = head.data.removeprefix(b"\xef\xbb\xbf")
    if _OURS.match(data):
        return 100
    if _OBJECT.match(data):
        return 10
    # Under its own name an array is bad JSON of ours, and no text.
    return 2 if data.lstrip().startswith(b"[") else 0


def read(source: BinaryIO, options: NoOptions, context: ReadContext) -> Iterator[Item]:
    """Yield the items of a bundle in canonical JSON."""
    from govnews import wire

    data = read_all(source, context)
    bundle = wire.decode(data, limits=context.limits, name=context.name or "")
    yield from bundle.items()


def write(
    items: Iterable[Item], sink: BinaryIO, options: JsonWriteOptions, context: WriteContext
) -> None:
    """Write a bundle in canonical JSON."""
    from govnews import wire

    sink.write(wire.encode(Bundle.from_items(items), indent=options.indent))
    sink.write(b"\n")


JSON: Final[Format[NoOptions, JsonWriteOptions]] = Format(
    name="json",
    title="govnews JSON",
    media_types=("application/vnd.govnews+json", "application/json"),
    extensions=(".json",),
    kinds=("article", "agreement", "organization", "source", "feed"),
    reader="govnews.formats._json:read",
    writer="govnews.formats._json:write",
    read_options=NoOptions,
    write_options=JsonWriteOptions,
    exact=JsonWriteOptions(),
    whole=True,
    sniff=sniff,
)
