"""The plain way through a part and the full one: two ways to the same blocks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews_docx._names import R_NS, W_NS, P
from govnews_docx._package import Relationship
from govnews_docx._stream import Stream
from govnews_docx._styles import Style, Styles
from govnews_docx._surface import CellBox, Para, Shown, Tbl
from govnews_docx._walk import Walker

STYLES = Styles(
    {
        "Nhan": Style(name="Nhan", level=2),
        "An": Style(name="An", flags=128),
        "Dam": Style(name="Dam", kind="character", flags=1),
        "Khuat": Style(name="Khuat", kind="character", flags=128),
    }
)
LINKS = {"r1": Relationship("hyperlink", "https://example.org/", external=True)}

RUN_PROPERTIES = st.lists(
    st.sampled_from(
        [
            '<w:rStyle w:val="Dam"/>',
            '<w:rStyle w:val="Khuat"/>',
            '<w:rFonts w:ascii="Arial"/>',
            "<w:b/>",
            '<w:b w:val="0"/>',
            "<w:i/>",
            "<w:strike/>",
            "<w:vanish/>",
            '<w:vanish w:val="false"/>',
            '<w:sz w:val="28"/>',
            '<w:u w:val="single"/>',
            '<w:u w:val="none"/>',
            '<w:vertAlign w:val="superscript"/>',
            "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>",
        ]
    ),
    max_size=3,
    unique=True,
).map("".join)
SIGNS = st.sampled_from(
    [
        "<w:t>Bến</w:t>",
        '<w:t xml:space="preserve"> Nước </w:t>',
        "<w:t/>",
        "<w:tab/>",
        "<w:br/>",
        '<w:br w:type="page"/>',
        "<w:noBreakHyphen/>",
        "<w:lastRenderedPageBreak/>",
        '<w:sym w:char="2022"/>',
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
        "<w:pict><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></w:pict>",
    ]
)


@st.composite
def runs(draw: st.DrawFn) -> str:
    """Draw a run, or what stands beside runs."""
    said = draw(RUN_PROPERTIES)
    inner = "".join(draw(st.lists(SIGNS, max_size=2)))
    run = f"<w:r>{f'<w:rPr>{said}</w:rPr>' if draw(st.booleans()) else ''}{inner}</w:r>"
    around = (
        "{}", "{}", "{}", "{}",
        '<w:hyperlink r:id="r1">{}</w:hyperlink>',
        "<w:ins>{}</w:ins>",
        "<w:del>{}</w:del>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:bookmarkStart w:id="1" w:name="_gn_b1"/>{}',
        '<w:bookmarkStart w:id="1" w:name="_Toc1"/>{}',
        "<w:proofErr/>{}",
    )  # fmt: skip
    return draw(st.sampled_from(around)).format(run)


PARAGRAPH_PROPERTIES = st.lists(
    st.sampled_from(
        [
            '<w:pStyle w:val="Nhan"/>',
            '<w:pStyle w:val="An"/>',
            '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>',
            '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
            '<w:jc w:val="center"/>',
            '<w:outlineLvl w:val="0"/>',
            "<w:rPr><w:b/></w:rPr>",
            "<w:rPr><w:del/></w:rPr>",
            "<w:rPr><w:vanish/></w:rPr>",
            '<w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>',
        ]
    ),
    max_size=2,
    unique=True,
).map("".join)
PARAGRAPHS = st.builds(
    lambda said, inner: f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{''.join(inner)}</w:p>",
    PARAGRAPH_PROPERTIES,
    st.lists(runs(), max_size=3),
)
CELL_PROPERTIES = st.sampled_from(
    ["", '<w:tcPr><w:tcW w:w="9"/></w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>']
    + [f"<w:tcPr><w:vMerge{value}/></w:tcPr>" for value in ("", ' w:val="restart"')]
)
ROW_PROPERTIES = st.sampled_from(
    [
        "",
        "<w:trPr><w:tblHeader/></w:trPr>",
        '<w:trPr><w:tblHeader w:val="0"/></w:trPr>',
        '<w:trPr><w:jc w:val="right"/></w:trPr>',
        "<w:trPr><w:del/></w:trPr>",
    ]
)


@st.composite
def tables(draw: st.DrawFn, depth: int = 0) -> str:
    """Draw a table; its cells end with a paragraph, as they must (ISO 29500-1, 17.4.65)."""
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        cells = []
        for _ in range(draw(st.integers(0, 3))):
            inner = "".join(draw(st.lists(PARAGRAPHS, min_size=1, max_size=2)))
            if depth < 2 and draw(st.integers(0, 5)) == 0:
                inner = draw(tables(depth=depth + 1)) + inner
            cells.append(f"<w:tc>{draw(CELL_PROPERTIES)}{inner}</w:tc>")
        rows.append(f"<w:tr>{draw(ROW_PROPERTIES)}{''.join(cells)}</w:tr>")
    said = '<w:tblPr><w:jc w:val="center"/><w:tblCaption w:val="Bảng"/></w:tblPr>'
    return f"<w:tbl>{draw(st.sampled_from(['', said]))}{''.join(rows)}</w:tbl>"


BLOCKS = st.one_of(
    PARAGRAPHS,
    PARAGRAPHS,
    tables(),
    st.one_of(PARAGRAPHS, tables()).map(
        lambda one: f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>"
    ),
    st.sampled_from(["<w:bookmarkEnd/>", '<w:altChunk r:id="r1"/>', "<w:sectPr/>"]),
)


def body(inner: str) -> Any:
    """Return a body that holds these blocks."""
    return etree.fromstring(f'<w:body xmlns:w="{W_NS}" xmlns:r="{R_NS}">{inner}</w:body>')


def told(blocks: list[Shown]) -> list[object]:
    """Return blocks as plain values that can be compared."""
    return [_told(block) for block in blocks]


def _told(one: Shown | CellBox) -> object:
    if isinstance(one, Tbl):
        rows = [[_told(box) for box in row] for row in one.rows]
        return one.header_rows, one.caption, one.merged, rows
    if isinstance(one, CellBox):
        return one.colspan, one.merged, told(one)
    assert isinstance(one, Para)
    return list(one), one.style, one.bare, one.level, one.num, one.align, tuple(one.marks)


@given(st.lists(BLOCKS, max_size=6).map("".join))
def test_the_plain_way_and_the_full_way_agree(inner: str) -> None:
    """A part read as a stream shows what it shows when it is walked, and leaves out the same."""
    full, plain = Walker(STYLES, Limits()), Walker(STYLES, Limits())
    full.paragraphs.begin(LINKS)
    plain.paragraphs.begin(LINKS)
    walked: list[Shown] = []
    streamed: list[Shown] = []
    full.walk(iter(body(inner)), walked)
    Stream(body(inner), plain, streamed).read()
    assert told(walked) == told(streamed)
    assert +full.left_out == +plain.left_out
    assert full.paragraphs.left == plain.paragraphs.left


@pytest.mark.parametrize(
    "plain",
    ["", f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{"<w:r><w:t>chữ</w:t></w:r>" * 2}</w:p>'],
)
def test_a_part_that_is_hardly_plain_is_walked_on(plain: str) -> None:
    """Where most blocks are more than text, the rest is walked; nothing is lost or doubled."""
    inner = "<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>" * 30 + plain
    inner *= 3
    walked: list[Shown] = []
    Walker(STYLES, Limits()).walk(iter(body(inner)), walked)
    assert told(walked) == told(Walker(STYLES, Limits()).blocks(body(inner), {}))


def test_a_part_whose_root_is_a_paragraph_shows_nothing() -> None:
    """The root of a part is no block of it, whatever it is called."""
    root = body("<w:p>" + "<w:r><w:t>chữ</w:t></w:r>" * 9 + "</w:p>").find(P)
    assert Walker(STYLES, Limits()).blocks(root, {}) == []


def test_cells_are_counted_while_a_table_is_read() -> None:
    """A table beyond the limit is refused before all of it is in memory."""
    table = "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20 + "</w:tbl>"
    with pytest.raises(LimitError, match="paragraphs"):
        Walker(STYLES, Limits(paragraphs=39)).blocks(body(table), {})
    assert Walker(STYLES, Limits(paragraphs=40)).blocks(body(table), {})


def test_a_table_where_none_may_be_is_refused() -> None:
    """The limit of nested tables holds for tables of plain text too."""
    table = "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20 + "</w:tbl>"
    with pytest.raises(LimitError, match="table_depth"):
        Walker(STYLES, Limits(table_depth=0)).blocks(body(table), {})


def test_what_is_said_of_a_paragraph_inside_of_a_frame_is_not_said_of_another() -> None:
    """A block that was left to the walker changes nothing of those around it."""
    framed = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    shown = Walker(STYLES, Limits()).blocks(body("<w:p/>" * 8 + framed + "<w:p/>"), {})
    assert [None] * 9 + ["center", None] == [getattr(one, "align", "") for one in shown]
