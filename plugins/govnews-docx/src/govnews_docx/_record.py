"""The record inside of a document: in custom properties, and its short fields in a store."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

from govnews.errors import GovnewsError, LimitError, WriteError
from govnews.limits import Limits
from govnews.model import Bundle
from govnews.wire import decode, encode
from govnews_docx._carrier import payload_of, properties_of
from govnews_docx._embed import Pictures
from govnews_docx._evidence import apart, joined
from govnews_docx._names import RECORD_NS
from govnews_docx._text import attribute, escape

MOST: Final = 4 * 1024 * 1024
"""The largest record a document carries, in bytes of canonical JSON without its pictures."""

_DATA_URL: Final = re.compile(rb"data:[\w.+/;=\-]{0,100};base64,[A-Za-z0-9+/]{200,}={0,2}")
_PART_URL: Final = re.compile(rb"data:;govnews-part=([0-9a-f]{64});([\w.+/;=\-]{0,100}),")


@frozen(kw_only=True)
class Carried:
    """What a document carries.

    Args:
        bundle: The record.
        units: For each paragraph that shows something of it: path, stamp, length of its label.
        document: Digest of the main part as it was written.
        store: Digest of the store as it was written.
    """

    bundle: Bundle
    units: tuple[str, ...] = field(default=())
    document: str = ""
    store: str = ""
    missing: int = 0


def digest_of(data: bytes) -> str:
    """Return the digest that stands for a part."""
    return hashlib.sha256(data).hexdigest()[:32]


def packed_record(
    bundle: Bundle, units: list[str], document: bytes, store: bytes, pictures: Pictures
) -> str:
    """Return the custom properties that carry a bundle.

    Raises:
        WriteError: The record is larger than `MOST`.
    """
    bare, evidence = apart(bundle)
    record = encode(bare)
    if b";base64," in record and b"data:;govnews-part=" not in record:
        record = _DATA_URL.sub(lambda match: _apart(match[0], pictures), record)
    if len(record) > MOST:
        raise WriteError(
            f"the record takes {len(record):,} bytes, more than the {MOST:,} a document carries",
            hint="Write one document per article (split), or leave the record out (record=False).",
        )
    head: dict[str, object] = {"doc": digest_of(document), "store": digest_of(store)}
    if evidence:
        head["evidence"] = evidence
    head["units"] = units
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return properties_of(line.encode() + b"\n" + record)


def _apart(url: bytes, pictures: Pictures) -> bytes:
    """Replace the bytes of a picture that is a part by the digest of that part."""
    embedded = pictures.of(url.decode())
    head, _, coded = url.partition(b";base64,")
    if embedded is None or base64.b64encode(embedded.data) != coded:
        return url
    return b"data:;govnews-part=%s;%s," % (embedded.sha256.encode(), head[len(b"data:") :])


def store_xml(fields: list[tuple[str, str]]) -> str:
    """Return the store that bound controls show."""
    body = "".join(f'<g:f n="{attribute(path)}">{escape(value)}</g:f>' for path, value in fields)
    return f'<g:record xmlns:g="{RECORD_NS}" v="1">{body}</g:record>'


def unpacked_record(
    custom: dict[str, str], media: Callable[[], dict[str, bytes]], limits: Limits
) -> Carried | str | None:
    """Return what the custom properties carry.

    Args:
        custom: Custom properties by name.
        media: Returns the pictures of the document by their digest.
        limits: Bounds in force.

    Returns:
        What is carried, or a sentence that says what is wrong with it, or None where there is
        nothing.
    """
    payload = payload_of(custom, limits)
    if payload is None or isinstance(payload, str):
        return payload
    line, _, record = payload.partition(b"\n")
    missing = 0
    if b"data:;govnews-part=" in record:
        record, missing = _rebuilt(record, media())
    try:
        head: Any = json.loads(line)
        bundle = decode(record, limits=limits)
        if not isinstance(head, dict):
            return "its head is no object"
        if "evidence" in head:
            bundle = joined(bundle, head["evidence"], limits)
    except LimitError:
        raise
    except (GovnewsError, ValueError, RecursionError) as error:
        return f"it cannot be understood: {error}"
    units = head.get("units")
    if not isinstance(units, list) or not all(isinstance(unit, str) for unit in units):
        return "its head names no paragraphs"
    return Carried(
        bundle=bundle,
        units=tuple(units),
        document=str(head.get("doc")),
        store=str(head.get("store")),
        missing=missing,
    )


def _rebuilt(record: bytes, media: dict[str, bytes]) -> tuple[bytes, int]:
    """Return a record with the bytes of its pictures, and how many of these are gone."""
    missing = 0

    def picture(match: re.Match[bytes]) -> bytes:
        nonlocal missing
        data = media.get(match[1].decode())
        if data is not None:
            return b"data:%s;base64,%s" % (match[2], base64.b64encode(data))
        missing += 1
        digest = base64.urlsafe_b64encode(bytes.fromhex(match[1].decode()))
        return b"ni:///sha-256;" + digest.rstrip(b"=")

    return _PART_URL.sub(picture, record), missing
