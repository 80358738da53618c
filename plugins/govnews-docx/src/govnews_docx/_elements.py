"""The elements of paragraphs, by what they are to a reader."""

from __future__ import annotations

from typing import Any, Final

from govnews_docx._names import (
    ALTERNATE,
    BOOKMARK,
    HYPERLINK,
    M_NS,
    NAME,
    PSTYLE,
    SDT,
    SDT_CONTENT,
    VAL,
    w,
)
from govnews_docx._numbering import numbering_of
from govnews_docx._surface import Para

#: Elements that only wrap others; what they hold is read as if they were not there.
WRAPPERS: Final = frozenset(
    {SDT_CONTENT, w("customXml"), w("smartTag"), w("ins"), w("moveTo"), w("dir"), w("bdo")}
)
#: What is gone in the accepted view of tracked changes.
GONE: Final = frozenset({w("del"), w("moveFrom")})
MATH: Final = frozenset({f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"})
_BREAKS: Final = frozenset({w("br"), w("cr")})
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
#: Elements that stand for one character.
CHARACTERS: Final = _BREAKS | _SIGNS.keys()
DRAWN: Final = frozenset({w("drawing"), w("pict"), w("object")})
NOTES: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_NUMPR, _OUTLINE, _JC = w("numPr"), w("outlineLvl"), w("jc")
#: What is said of a paragraph.
DESCRIBED: Final = (PSTYLE, _JC, _NUMPR, _OUTLINE)
INSTR, FLD_CHAR, FLD_SIMPLE = w("instrText"), w("fldChar"), w("fldSimple")
SYM, RUBY = w("sym"), w("ruby")
_TYPE: Final = w("type")
#: What else than runs of text there may be in a paragraph.
SPECIAL: Final = (
    WRAPPERS
    | GONE
    | MATH
    | CHARACTERS
    | DRAWN
    | NOTES.keys()
    | {ALTERNATE, BOOKMARK, HYPERLINK, SDT, FLD_CHAR, FLD_SIMPLE, INSTR, RUBY, SYM}
)
_OUTLINES: Final = frozenset("0123456789")
_OURS: Final = "_gn_"


def describe(element: Any, para: Para) -> None:
    """Take one of `DESCRIBED`."""
    tag = element.tag
    if tag == PSTYLE:
        para.style = element.get(VAL)
    elif tag == _JC:
        para.align = element.get(VAL)
    elif tag == _NUMPR:
        para.num = numbering_of(element)
        para.bare = False
    elif tag == _OUTLINE:
        value = element.get(VAL, "")
        para.level = int(value) + 1 if value in _OUTLINES else None
        para.bare = False


def character(element: Any) -> str:
    """Return what one of `CHARACTERS` stands for; pages and columns end without one."""
    tag = element.tag
    if tag in _SIGNS:
        return _SIGNS[tag]
    return "\n" if element.get(_TYPE, "textWrapping") == "textWrapping" else ""


def is_ours(bookmark: Any) -> bool:
    """Whether a bookmark is one that we set."""
    return str(bookmark.get(NAME, "")).startswith(_OURS)
