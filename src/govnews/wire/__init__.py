"""How the model is serialized: canonical JSON, its lines, and its JSON Schema.

One strict converter stands between the model and JSON. It coerces nothing, refuses unknown keys
and unknown tags, and lists all faults of a document at once, each with its path.
"""

from govnews.wire._document import (
    converter,
    decode,
    decode_item,
    encode,
    encode_item,
    structure,
    unstructure,
)
from govnews.wire._forms import SCHEMA
from govnews.wire._schema import json_schema

__all__ = [
    "SCHEMA",
    "converter",
    "decode",
    "decode_item",
    "encode",
    "encode_item",
    "json_schema",
    "structure",
    "unstructure",
]
