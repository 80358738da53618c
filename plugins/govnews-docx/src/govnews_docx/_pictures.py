"""Pictures: what their bytes are, and how the model names them."""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Callable
from typing import Final

from govnews.errors import ReadError
from govnews.issues import Issue
from govnews.model import Media, fold_line
from govnews_docx._package import Package
from govnews_docx._surface import Picture

_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"\x01\x00\x09\x00", "image/wmf"),
)
EXTENSIONS: Final = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/wmf": "wmf",
    "image/emf": "emf",
}


def sniff(data: bytes) -> str | None:
    """Return the media type of picture bytes, from the bytes alone."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return "image/emf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "image/svg+xml" if head.startswith((b"<svg", b"<?xml")) and b"<svg" in head else None


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, for the kinds that state them plainly."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    return _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(int.from_bytes(data[at + 2 : at + 4], "big"), 1)
    return None


def data_url(data: bytes, kind: str | None) -> str:
    """Return bytes as a ``data:`` URL (RFC 2397)."""
    return f"data:{kind or 'application/octet-stream'};base64,{base64.b64encode(data).decode()}"


def digest_url(sha256: str) -> str:
    """Return the name of bytes by their digest (RFC 6920, 3).

    >>> digest_url("00" * 32)
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def href_of(picture: Picture) -> str:
    """Return the address of a picture: of its bytes, or where the document says it stands."""
    if picture.data is not None:
        return data_url(picture.data, picture.type)
    if picture.sha256 is not None:
        return digest_url(picture.sha256)
    return fold_line(picture.link or f"docx:{picture.part}")


def load(
    pictures: list[Picture], package: Package, note: Callable[[Issue], None], *, keep: bool
) -> list[Media]:
    """Read the bytes of pictures and return what the article says of each, once each.

    Args:
        pictures: They get their bytes, type and digest.
        package: Where the bytes are.
        note: Takes an issue for each picture that cannot be had.
        keep: Whether the bytes go into the record, or their digest alone.
    """
    media: dict[str, Media] = {}
    read: dict[str, bytes] = {}
    for picture in pictures:
        data = None
        if picture.part is not None:
            try:
                data = read.get(picture.part) or package.read(picture.part)
            except ReadError as error:
                note(
                    Issue(
                        "docx.picture", f"A picture cannot be read: {error.problem}.", error.where
                    )
                )
            else:
                read[picture.part] = data
                picture.type = sniff(data)
                picture.sha256 = hashlib.sha256(data).hexdigest()
                picture.data = data if keep else None
        href = href_of(picture)
        if href not in media:
            media[href] = _media(picture, href, data)
    return list(media.values())


def _media(picture: Picture, href: str, data: bytes | None) -> Media:
    size = size_of(data) if data is not None else None
    return Media(
        href=href,
        type=picture.type,
        title=fold_line(picture.title) if picture.title else None,
        alt=picture.alt,
        bytes=None if data is None else len(data),
        width=size[0] if size else None,
        height=size[1] if size else None,
        sha256=picture.sha256,
        role="image",
    )
