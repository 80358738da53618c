"""Names of the package format and of WordprocessingML (ISO/IEC 29500-1, Transitional)."""

from __future__ import annotations

from typing import Final

W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC_NS: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V_NS: Final = "urn:schemas-microsoft-com:vml"
CP_NS: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC_NS: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS_NS: Final = "http://purl.org/dc/terms/"
CUSTOM_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RECORD_NS: Final = "urn:govnews:record:1"

#: The store's GUID names the kind of content and is therefore the same in every file.
STORE_GUID: Final = "{6E0C5B7A-3D43-4C0E-9B52-7A1F0D5E2C11}"

#: Names of the Strict form (ISO/IEC 29500-1) and what they are called in the Transitional one.
STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A_NS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP_NS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties", CUSTOM_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", VT_NS.encode()),
)


def w(name: str) -> str:
    """Return the name of a WordprocessingML element or attribute as lxml writes it."""
    return f"{{{W_NS}}}{name}"


# Elements that nearly every paragraph has, and the one attribute they all use.
P: Final = w("p")
R: Final = w("r")
T: Final = w("t")
PPR: Final = w("pPr")
PSTYLE: Final = w("pStyle")
RPR: Final = w("rPr")
VAL: Final = w("val")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
SDT: Final = w("sdt")
SDT_CONTENT: Final = w("sdtContent")
BOOKMARK: Final = w("bookmarkStart")
NAME: Final = w("name")
HYPERLINK: Final = w("hyperlink")
TEXT_BOX: Final = w("txbxContent")

ALTERNATE: Final = f"{{{MC_NS}}}AlternateContent"
CHOICE: Final = f"{{{MC_NS}}}Choice"
FALLBACK: Final = f"{{{MC_NS}}}Fallback"

R_ID: Final = f"{{{R_NS}}}id"
R_EMBED: Final = f"{{{R_NS}}}embed"
R_LINK: Final = f"{{{R_NS}}}link"
BLIP: Final = f"{{{A_NS}}}blip"
DOC_PR: Final = f"{{{WP_NS}}}docPr"
EXTENT: Final = f"{{{WP_NS}}}extent"
IMAGE_DATA: Final = f"{{{V_NS}}}imagedata"
MATH_TEXT: Final = f"{{{M_NS}}}t"
