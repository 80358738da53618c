"""The record inside of a document: in custom properties, and its short fields in a store."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

from govnews.errors import GovnewsError, LimitError, WriteError
from govnews.limits import Limits
from govnews.model import Bundle
from govnews.wire import decode, encode
from govnews_docx._embed import Pictures
from govnews_docx._names import CUSTOM_NS, RECORD_NS, VT_NS
from govnews_docx._text import attribute, escape

MOST: Final = 4 * 1024 * 1024
"""The largest record a document carries, in bytes of canonical JSON without its pictures."""

VERSION: Final = "1"
_CHUNK: Final = 240  # Word is said to cut a property at 255 characters
_FMTID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DATA_URL: Final = re.compile(rb"data:[\w.+/;=\-]{0,100};base64,[A-Za-z0-9+/]{200,}={0,2}")
_PART_URL: Final = re.compile(rb"data:;govnews-part=([0-9a-f]{64});([\w.+/;=\-]{0,100}),")
_MOST_CHUNKS: Final = 100_000


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
    record = encode(bundle)
    if b";base64," in record and b"data:;govnews-part=" not in record:
        record = _DATA_URL.sub(lambda match: _apart(match[0], pictures), record)
    if len(record) > MOST:
        raise WriteError(
            f"the record takes {len(record):,} bytes, more than the {MOST:,} a document carries",
            hint="Write one document per article (split), or leave the record out (record=False).",
        )
    meta = {"doc": digest_of(document), "store": digest_of(store), "units": units}
    payload = json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + record
    text = base64.b64encode(zlib.compress(payload, 9)).decode()
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    properties = {
        "govnews.v": VERSION,
        "govnews.sha256": hashlib.sha256(payload).hexdigest(),
        "govnews.n": str(len(chunks)),
    }
    properties.update((f"govnews.{number:03d}", chunk) for number, chunk in enumerate(chunks))
    body = "".join(
        f'<property fmtid="{_FMTID}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>'
        "</property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return f'<Properties xmlns="{CUSTOM_NS}" xmlns:vt="{VT_NS}">{body}</Properties>'


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
    return f'<g:record xmlns:g="{RECORD_NS}" v="{VERSION}">{body}</g:record>'


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
    if "govnews.v" not in custom:
        return None
    if custom["govnews.v"] != VERSION:
        return f"it is of version {custom['govnews.v'][:20]}, this reader knows {VERSION}"
    payload = _payload(custom, limits)
    if isinstance(payload, str):
        return payload
    line, _, record = payload.partition(b"\n")
    missing = 0

    def rebuilt(match: re.Match[bytes]) -> bytes:
        nonlocal missing
        data = media().get(match[1].decode())
        if data is None:
            missing += 1
            return b"ni:///sha-256;" + base64.urlsafe_b64encode(
                bytes.fromhex(match[1].decode())
            ).rstrip(b"=")
        return b"data:%s;base64,%s" % (match[2], base64.b64encode(data))

    if b"data:;govnews-part=" in record:
        record = _PART_URL.sub(rebuilt, record)
    try:
        meta: Any = json.loads(line)
        bundle = decode(record, limits=limits)
    except LimitError:
        raise
    except (GovnewsError, ValueError, RecursionError) as error:
        return f"it cannot be understood: {error}"
    if not isinstance(meta, dict):
        return "its head is no object"
    units = meta.get("units")
    if not isinstance(units, list) or not all(isinstance(unit, str) for unit in units):
        return "its head names no paragraphs"
    return Carried(
        bundle=bundle,
        units=tuple(units),
        document=str(meta.get("doc")),
        store=str(meta.get("store")),
        missing=missing,
    )


def _payload(custom: dict[str, str], limits: Limits) -> bytes | str:
    count = custom.get("govnews.n", "")
    if not count.isascii() or not count.isdigit() or len(count) > 6 or int(count) > _MOST_CHUNKS:
        return "the number of its pieces is not stated"
    try:
        text = "".join([custom[f"govnews.{number:03d}"] for number in range(int(count))])
        inflator = zlib.decompressobj()
        payload = inflator.decompress(base64.b64decode(text, validate=True), limits.part_bytes + 1)
    except KeyError as error:
        return f"its piece {error} is missing"
    except (binascii.Error, ValueError, zlib.error) as error:
        return f"it is damaged: {error}"
    if len(payload) > limits.part_bytes:
        raise LimitError("part_bytes", limits.part_bytes, where="docProps/custom.xml")
    if hashlib.sha256(payload).hexdigest() != custom.get("govnews.sha256"):
        return "its checksum is wrong"
    return payload
