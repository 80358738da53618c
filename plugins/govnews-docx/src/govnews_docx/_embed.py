"""Pictures whose bytes are in the record, as parts of the document."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Final

from attrs import define, field, frozen

from govnews_docx._pictures import EXTENSIONS, size_of, sniff
from govnews_docx._text import attribute, visible

#: What Word and LibreOffice show alike.
_SHOWN: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff"})
_DATA: Final = re.compile(r"data:[\w.+/;=\-]{0,100};base64,", re.ASCII)
_EMU: Final = 9525  # English metric units of a pixel at 96 to the inch
_EMU_TWIP: Final = 635
_NS: Final = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


@frozen
class Embedded:
    """A picture that is a part of the document."""

    number: int
    data: bytes
    kind: str
    sha256: str

    @property
    def name(self) -> str:
        """Name of its part."""
        return f"word/media/image{self.number}.{EXTENSIONS[self.kind]}"


@define
class Pictures:
    """The pictures of a document; equal bytes are stored once."""

    by_digest: dict[str, Embedded] = field(factory=dict)
    _known: dict[str, Embedded | None] = field(factory=dict)

    def of(self, src: str) -> Embedded | None:
        """Return the part of a ``data:`` URL, or None where it is none that Word shows."""
        if not src.startswith("data:"):
            return None
        if src not in self._known:
            self._known[src] = self._embedded(src)
        return self._known[src]

    def _embedded(self, src: str) -> Embedded | None:
        match = _DATA.match(src)
        if match is None:
            return None
        try:
            data = base64.b64decode(src[match.end() :], validate=True)
        except (binascii.Error, ValueError):
            return None
        kind = sniff(data)
        if kind not in _SHOWN:
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self.by_digest:
            self.by_digest[sha256] = Embedded(len(self.by_digest) + 1, data, kind, sha256)
        return self.by_digest[sha256]


def drawing(picture: Embedded, alt: str, number: int, width: int) -> str:
    """Return the inline drawing of a picture, no wider than the text (in twips)."""
    pixels = size_of(picture.data) or (400, 300)
    wide = min(max(pixels[0], 1), 20_000)
    high = min(max(pixels[1], 1), 20_000)
    most = width * _EMU_TWIP
    cx = min(wide * _EMU, most)
    cy = max(high * cx // wide, 1)
    words = attribute(visible(alt))
    return (
        f'<w:drawing><wp:inline {_NS} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{words}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="image{picture.number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rI{picture.number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
