"""How formats are described and recognized, and the two that are built in: json and jsonl."""

from govnews.formats._format import (
    HEAD_BYTES,
    HOOK_API,
    Extract,
    Format,
    Head,
    Kind,
    NoOptions,
    ReadContext,
    Reader,
    WriteContext,
    Writer,
    load_attribute,
)

__all__ = [
    "HEAD_BYTES",
    "HOOK_API",
    "Extract",
    "Format",
    "Head",
    "Kind",
    "NoOptions",
    "ReadContext",
    "Reader",
    "WriteContext",
    "Writer",
    "load_attribute",
]
