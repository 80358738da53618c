"""The parts that do not depend on the record: styles, settings, content types."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from govnews_docx._names import CP_NS, DC_NS, R_NS, STORE_GUID, W_NS
from govnews_docx._text import attribute, escape
from govnews_docx._zip import Packed, pack
from govnews_docx.layouts import PRESS, Layout, Style

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TWIPS_MM: Final = 1440 / 25.4
_ALIGN: Final = {"left": "left", "center": "center", "right": "right", "both": "both"}


def twips(millimeters: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimeters * _TWIPS_MM)


def packed(xml: str) -> Packed:
    """Compress a part that is made anew for each document."""
    return pack((HEAD + xml).encode())


@lru_cache(maxsize=64)
def still(xml: str) -> Packed:
    """Compress a part that many documents share, once."""
    return pack((HEAD + xml).encode(), 9)


@lru_cache(maxsize=128)
def styles(layout: Layout, lang: str | None, used: frozenset[str]) -> Packed:
    """Return the styles of a layout: those in use, and the ones an editor wants at hand."""
    language = f'<w:lang w:val="{attribute(lang)}"/>' if lang else ""
    given = {style.id for style in layout.styles}
    own = (*layout.styles, *(style for style in PRESS.styles if style.id not in given))
    own = tuple(style for style in own if style.id in used or style.id in _AT_HAND)
    fixed = "".join(xml for name, xml in _FIXED if name in used or not name)
    font = attribute(layout.font)
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    size = round(layout.size * 2)
    spacing = f'<w:spacing w:after="0" w:line="{round(layout.line * 240)}" w:lineRule="auto"/>'
    return still(
        f'<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{language}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        + "".join(_style(style) for style in sorted(own, key=lambda one: one.id))
        + fixed
        + "</w:styles>"
    )


def _style(style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style.id.startswith("GN"))}" '
        f'w:styleId="{attribute(style.id)}"><w:name w:val="{attribute(style.name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr>'
        f"<w:rPr>{_letters(style)}</w:rPr></w:style>"
    ).replace(' w:customStyle="0"', "")


def _paragraph(style: Style) -> str:
    """Paragraph properties in the order of the schema (ISO 29500-1, 17.3.1.26)."""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    spaces = (
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"/>'
    )
    indents = ""
    if style.left or style.first:
        indents = f'<w:ind w:left="{twips(style.left)}" w:firstLine="{twips(style.first)}"/>'
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        ("<w:keepNext/>" if style.keep else "")
        + (border if style.rule else "")
        + spaces
        + indents
        + f'<w:jc w:val="{_ALIGN[style.align]}"/>'
        + level
    )


def _letters(style: Style) -> str:
    half = round((style.size or 0) * 2)
    size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return (
        ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/><w:iCs/>" if style.italic else "")
        + ("<w:caps/>" if style.caps else "")
        + (size if style.size else "")
    )


_EDGES: Final = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS: Final = (
    '<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)
_AT_HAND: Final = frozenset({"GNBody", "Heading2"})


def _named(kind: str, style_id: str, name: str, inner: str) -> str:
    own = "" if style_id == "Hyperlink" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{inner}</w:style>"
    )


_NORMAL: Final = '<w:basedOn w:val="Normal"/>'
_GAP: Final = '<w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr>'
_RULE: Final = (
    '<w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="40" w:line="80" w:lineRule="exact"/></w:pPr>'
)
_BLUE: Final = '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'
_FIXED_WIDTH: Final = (
    '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/></w:rPr>'
)
_DEFAULT_FONT: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
)
_DEFAULT_TABLE: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    f"<w:tblPr>{_MARGINS.format(borders='')}</w:tblPr></w:style>"
)
_PLAIN: Final = f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_MARGINS.format(borders="")}</w:tblPr>'
_LINED: Final = (
    '<w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"{_MARGINS.format(borders=f'<w:tblBorders>{_EDGES}</w:tblBorders>')}</w:tblPr>"
)
#: Styles that no layout changes, by what makes them needed; those under "" are always there.
_FIXED: Final = (
    ("GNGap", _named("paragraph", "GNGap", "GN Gap", _NORMAL + _GAP)),
    ("GNRule", _named("paragraph", "GNRule", "GN Rule", _NORMAL + _RULE)),
    ("", _DEFAULT_FONT),
    ("Hyperlink", _named("character", "Hyperlink", "Hyperlink", _BLUE)),
    ("GNCode", _named("character", "GNCode", "GN Code", _FIXED_WIDTH)),
    ("GNCell", _DEFAULT_TABLE),
    ("GNPlain", _named("table", "GNPlain", "GN Plain", _PLAIN)),
    ("GNTable", _named("table", "GNTable", "GN Table", _LINED)),
)

_BULLETS: Final = ("–", "•", "–")


def _levels(*, ordered: bool, deepest: int, first: int) -> str:
    levels = []
    for level in range(deepest + 1):
        form, text = ("decimal", f"%{level + 1}.") if ordered else ("bullet", _BULLETS[level % 3])
        after = ""
        indent = f'<w:ind w:left="{(level + 1) * 360}" w:hanging="360"/>'
        if first:  # items are set like paragraphs, their first line indented
            after = '<w:suff w:val="space"/>'
            indent = f'<w:ind w:left="{level * 360}" w:firstLine="{first}"/>'
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{after}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
        )
    return "".join(levels)


def numbering(lists: list[tuple[bool, int]], deepest: int, first: int) -> Packed | None:
    """Return the numberings of a document: one for each list, with its own beginning.

    Args:
        lists: For each list whether it is ordered, and its first number.
        deepest: The deepest level in use; an editor finds two more.
        first: Indent of the first line of body text, in twips.
    """
    if not lists:
        return None
    deepest = min(deepest + 2, 8)
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{_levels(ordered=bool(number), deepest=deepest, first=first)}</w:abstractNum>"
        for number in (0, 1)
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{int(ordered)}"/>'
        + "".join(_start(level, start) for level in range(deepest + 1) if ordered)
        + "</w:num>"
        for number, (ordered, start) in enumerate(lists, 1)
    )
    return packed(f'<w:numbering xmlns:w="{W_NS}">{abstracts}{nums}</w:numbering>')


def _start(level: int, start: int) -> str:
    return (
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{min(start, 32_767)}"/>'
        "</w:lvlOverride>"
    )


def content_types(parts: list[str], pictures: set[str]) -> Packed:
    """Return the content types of these parts."""
    defaults = "".join(
        f'<Default Extension="{one}" ContentType="image/{one}"/>' for one in sorted(pictures)
    )
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in sorted(_TYPES.items())
        if part in parts
    )
    return still(
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


_TYPES: Final = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
}


def relationships(*entries: tuple[str, str, str]) -> str:
    """Return relationships: id, type and target; what has a scheme lies outside."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{one}" Type="{kind}" Target="{attribute(target)}"'
            + (' TargetMode="External"/>' if kind.endswith("/hyperlink") else "/>")
            for one, kind, target in entries
        )
        + "</Relationships>"
    )


def office(kind: str) -> str:
    """Return the type of a relationship."""
    return f"{_OFFICE}/relationships/{kind}"


PACKAGE_RELATIONSHIPS: Final = relationships(
    ("rId1", office("officeDocument"), "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
)
PACKAGE_RELATIONSHIPS_CARRYING: Final = relationships(
    ("rId1", office("officeDocument"), "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", office("custom-properties"), "docProps/custom.xml"),
)
STORE_RELATIONSHIPS: Final = relationships(
    ("rId1", office("customXmlProps"), "itemProps1.xml"),
)
STORE_PROPERTIES: Final = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{STORE_GUID}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:govnews:record:1"/>'
    "</ds:schemaRefs></ds:datastoreItem>"
)
SETTINGS: Final = (
    f'<w:settings xmlns:w="{W_NS}"><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:val="15" '
    'w:uri="http://schemas.microsoft.com/office/word"/>'
    "</w:compat></w:settings>"
)


def page_number(element: str) -> str:
    """Return a header or footer that shows the page's number, centered."""
    return (
        f'<w:{element} xmlns:w="{W_NS}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>2</w:t></w:r>"
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:{element}>'
    )


def core(title: str | None, lang: str | None, identifier: str | None) -> Packed:
    """Return the core properties: what the record says, and no word of who or when."""
    fields = (("title", title), ("identifier", identifier), ("language", lang))
    shown = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in fields if text)
    return packed(
        f'<cp:coreProperties xmlns:cp="{CP_NS}" xmlns:dc="{DC_NS}">{shown}</cp:coreProperties>'
    )


def main_part(pieces: list[str], layout: Layout) -> str:
    """Return the main part around what the emitter wrote."""
    number = ""
    if layout.page_number != "none":
        kind = "header" if layout.page_number == "top" else "footer"
        number = f'<w:{kind}Reference w:type="default" r:id="rN"/>'
    edge = twips(12)
    section = (
        f'<w:sectPr>{number}<w:pgSz w:w="{twips(layout.width)}" w:h="{twips(layout.height)}"/>'
        f'<w:pgMar w:top="{twips(layout.top)}" w:right="{twips(layout.right)}" '
        f'w:bottom="{twips(layout.bottom)}" w:left="{twips(layout.left)}" w:header="{edge}" '
        f'w:footer="{edge}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return (
        f'<w:document xmlns:w="{W_NS}" xmlns:r="{R_NS}"><w:body>'
        + "".join(pieces)
        + section
        + "</w:body></w:document>"
    )
