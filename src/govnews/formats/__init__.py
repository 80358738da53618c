"""How formats are described and recognized, and the two that are built in: json and jsonl."""

from govnews.formats._bytes import DecodedText, decode, looks_binary, read_all
from govnews.formats._detect import detect
from govnews.formats._format import (
    HEAD_BYTES,
    HOOK_API,
    Carried,
    Decoder,
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
from govnews.formats._json import JSON, JsonWriteOptions
from govnews.formats._jsonl import JSONL, JsonlWriteOptions
from govnews.formats._known import FIRST_PARTY, extension_of, extra_for, install
from govnews.formats._loss import set_fields
from govnews.formats._options import checked_options, describe_options, parse_options

__all__ = [
    "FIRST_PARTY",
    "HEAD_BYTES",
    "HOOK_API",
    "JSON",
    "JSONL",
    "Carried",
    "DecodedText",
    "Decoder",
    "Extract",
    "Format",
    "Head",
    "JsonWriteOptions",
    "JsonlWriteOptions",
    "Kind",
    "NoOptions",
    "ReadContext",
    "Reader",
    "WriteContext",
    "Writer",
    "checked_options",
    "decode",
    "describe_options",
    "detect",
    "extension_of",
    "extra_for",
    "install",
    "load_attribute",
    "looks_binary",
    "parse_options",
    "read_all",
    "set_fields",
]
