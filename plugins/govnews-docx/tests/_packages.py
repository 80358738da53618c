"""Word documents made by hand, part by part, and changed ones."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from govnews.limits import Limits
from govnews_docx._carrier import payload_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def package(parts: dict[str, bytes | str]) -> bytes:
    """Return a zip of these parts."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return sink.getvalue()


def document(body: str, parts: dict[str, bytes | str] | None = None, relations: str = "") -> bytes:
    """Return a document with this body, further parts, and relationships of the main part."""
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" '
            'ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="r1" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_REL}">{relations}</Relationships>',
            **(parts or {}),
        }
    )


def relation(name: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return a relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def p(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    style = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    marks = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{style}<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Return a package with one part changed, or left out."""
    parts = dict(parts_of(data))
    new = change(parts.pop(part))
    return package({**parts, **({} if new is None else {part: new})})


def custom_record(xml: bytes) -> dict[str, Any]:
    """Return what the custom properties carry: the head, and the record under ``record``."""
    custom = re.findall(r'name="(govnews.[^"]*)"><vt:lpwstr>([^<]*)<', xml.decode())
    payload = payload_of(dict(custom), Limits())
    assert isinstance(payload, bytes)
    head, _, record = payload.partition(b"\n")
    return {**json.loads(head), "record": record.decode()}


def sealed(carried: dict[str, Any]) -> bytes:
    """Return custom properties of the first version that carry this, with a right checksum."""
    record = carried.pop("record").encode()
    payload = json.dumps(carried, ensure_ascii=False).encode() + b"\n" + record
    values = {
        "govnews.v": "1",
        "govnews.sha256": hashlib.sha256(payload).hexdigest(),
        "govnews.n": "1",
        "govnews.000": base64.b64encode(zlib.compress(payload)).decode(),
    }
    inner = "".join(
        f'<property name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for name, value in values.items()
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        f'<Properties xmlns="{office}/custom-properties" '
        f'xmlns:vt="{office}/docPropsVTypes">{inner}</Properties>'
    ).encode()
