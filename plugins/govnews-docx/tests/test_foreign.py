"""Documents of others: everything they show is read, and what stands beside it is kept apart."""

from __future__ import annotations

import hashlib

import pytest
from _packages import document, p, package, parts_of, relation
from _pages import png
from conftest import read

from govnews.model import Figure, Heading, ListBlock, Mark, Paragraph, Quote, Table
from govnews_docx import DocxReadOptions

BOLD = "<w:b/>"
CENTER = '<w:jc w:val="center"/>'


def _styles(*styles: str) -> dict[str, str]:
    from _packages import NAMESPACES

    return {"word/styles.xml": f"<w:styles {NAMESPACES}>{''.join(styles)}</w:styles>"}


def _style(style_id: str, name: str, rest: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{based}'
        f"{rest}</w:style>"
    )


STYLED = relation("s", "styles", "styles.xml")


def _styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def _body(data: bytes):
    return read(data).bundle.article.body


def test_headings_by_name_and_by_outline():
    """A heading is known by the name of its style, its outline level, or that of a base."""
    styles = _styles(
        _style("berschrift2", "heading 2"),
        _style("Muc", "Mục lớn", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        _style("MucCon", "Mục con", base="Muc"),
    )
    body = p("Đoạn đầu tiên dài hơn.") + "".join(
        p(text, _styled(style))
        for text, style in (("Hai", "berschrift2"), ("Một", "Muc"), ("Một nữa", "MucCon"))
    )
    body += p("Ba", '<w:outlineLvl w:val="2"/>')
    found = _body(document(body, styles, STYLED))
    assert [2, 1, 1, 3] == [block.level for block in found if isinstance(block, Heading)]


def test_title_and_subtitle():
    """Title and subtitle are taken from their styles, and do not stand in the body."""
    styles = _styles(_style("Titel", "Title"), _style("Sub", "Subtitle"))
    body = p("Tựa", _styled("Titel")) + p("Phụ", _styled("Sub")) + p("Chữ.")
    article = read(document(body, styles, STYLED)).bundle.article
    assert ("Tựa", "Phụ", "Chữ.") == (article.title, article.subtitle, article.text)


def test_title_without_styles():
    """A lone first line that is set off is the title; bold short lines are headings."""
    body = (
        p("Lễ khai mạc tuần lễ nước sạch", CENTER, BOLD)
        + p("Sáng nay, tuần lễ nước sạch đã khai mạc tại nhà văn hóa xã.")
        + p("Chương trình", "", BOLD)
        + p("Chương trình gồm ba phần, kéo dài trong bốn ngày liên tiếp.")
    )
    article = read(document(body)).bundle.article
    assert "Lễ khai mạc tuần lễ nước sạch" == article.title
    assert isinstance(article.body[1], Heading)


def test_lead_and_credit():
    """A bold first paragraph is the lead, a short last one on the right the credit."""
    body = (
        p("Tựa của tin", CENTER, BOLD)
        + p("Đoạn mở đầu này được in đậm và dài hơn sáu mươi ký tự để làm sa-pô.", "", BOLD)
        + p("Nội dung của tin.")
        + p("Minh Tâm", '<w:jc w:val="right"/>')
    )
    article = read(document(body)).bundle.article
    assert "lead" == article.body[0].role
    assert ("Minh Tâm", "credit") == (article.credit, article.body[-1].role)


def test_administrative_header():
    """The header table of an administrative document becomes offices, number, place and date."""

    def cell(*paragraphs: str) -> str:
        return f"<w:tc><w:tcPr><w:tcW w:w='1'/></w:tcPr>{''.join(paragraphs)}</w:tc>"

    left = cell(p("UBND TỈNH AN BÌNH", CENTER), p("SỞ TÀI NGUYÊN NƯỚC", CENTER, BOLD), p("______"))
    right = cell(
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, BOLD),
        p("Độc lập - Tự do - Hạnh phúc", CENTER, BOLD),
    )
    second = cell(p("Số: 12/TC-STNN", CENTER)) + cell(
        p("An Bình, ngày 02 tháng 02 năm 2031", CENTER)
    )
    body = f"<w:tbl><w:tr>{left}{right}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    body += p("THÔNG CÁO BÁO CHÍ", CENTER, BOLD) + p("Về tuần lễ nước sạch", CENTER, BOLD)
    body += p("Tuần lễ nước sạch được tổ chức trong bốn ngày.")
    bundle = read(document(body)).bundle
    article = bundle.article
    assert "Về tuần lễ nước sạch" == article.title
    assert "THÔNG CÁO BÁO CHÍ" == article.kind.label
    assert "An Bình, ngày 02 tháng 02 năm 2031" == article.dateline
    assert "12/TC-STNN" == article.alt_ids[0].value
    assert "SỞ TÀI NGUYÊN NƯỚC" == bundle[article.publisher].name
    assert "UBND TỈNH AN BÌNH" == bundle[bundle[article.publisher].parent].name
    assert "Tuần lễ nước sạch được tổ chức trong bốn ngày." == article.text


def _numbering(*levels: tuple[str, str]) -> dict[str, str]:
    from _packages import NAMESPACES

    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    return {
        "word/numbering.xml": f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="4">{inner}'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    }


def _item(text: str, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


NUMBERED = relation("n", "numbering", "numbering.xml")


def test_lists_nest_and_go_on():
    """Items nest by their level; a list that is interrupted goes on with its number."""
    body = _item("một") + _item("hai") + _item("a", 1) + p("Chen.") + _item("ba")
    parts = _numbering(("decimal", "%1."), ("lowerLetter", "%2)"))
    first, _, last = _body(document(body, parts, NUMBERED))
    assert isinstance(first, ListBlock)
    assert first.ordered
    assert "a" == first.items[1][1].items[0][0].text
    assert 3 == last.start


def test_a_list_goes_on_with_the_next_number_whichever_numbering_it_is_of():
    """Two numberings of one count are one list; where the count begins anew, so does a list."""
    again = '<w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>'
    anew = (
        '<w:num w:numId="9"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    parts = _numbering(("decimal", "%1."))
    parts["word/numbering.xml"] = parts["word/numbering.xml"].replace(
        "</w:numbering>", again + anew
    )
    item = _item("một")
    body = item + item.replace('"7"', '"8"') + item.replace('"7"', '"9"')
    lists = _body(document(body, parts, NUMBERED))
    assert [(1, 2), (1, 1)] == [(one.start, len(one.items)) for one in lists]


def test_numbers_in_cells_are_text():
    """Cells hold no lists: their numbers are kept as words, a number alone too."""
    rows = "".join(
        f"<w:tr><w:tc>{_item('')}</w:tc><w:tc>{_item(text)}</w:tc></w:tr>" for text in ("ao", "hồ")
    )
    data = document(f"<w:tbl>{rows}</w:tbl>", _numbering(("decimal", "%1.")), NUMBERED)
    (table,) = _body(data)
    assert [["1.", "2. ao"], ["3.", "4. hồ"]] == [[c.text for c in row] for row in table.rows]


def test_an_item_of_a_list_is_no_title():
    """What opens a document as an item of a list belongs to the list."""
    body = _item("MỘT") + p("Hai", CENTER) + p("Một đoạn dài hơn hẳn hai dòng ở trên.")
    back = read(document(body, _numbering(("decimal", "%1.")), NUMBERED)).bundle.article
    assert back.title is None
    assert isinstance(back.body[0], ListBlock)


def test_labels_that_are_no_numbers_are_told():
    """A list keeps numbers; that they were shown as letters is an issue."""
    parts = _numbering(("lowerLetter", "%1)"), ("decimal", "%2."))
    back = read(document(_item("một") + _item("hai") + _item("ba", 1), parts, NUMBERED))
    (issue,) = [one for one in back.log if one.code == "docx.label"]
    assert "2" in issue.message
    assert "docx.label" not in read(document(_item("một", 1), parts, NUMBERED)).codes


def test_labels_that_are_words_are_text():
    """A label such as "Điều 1." is part of what the paragraph says."""
    body = _item("Phạm vi") + _item("Đối tượng")
    found = _body(document(body, _numbering(("decimal", "Điều %1.")), NUMBERED))
    assert ["Điều 1. Phạm vi", "Điều 2. Đối tượng"] == [block.text for block in found]


def test_links_of_all_kinds():
    """Links by relationship, by field in pieces, and by simple field."""
    body = (
        '<w:p><w:hyperlink r:id="h"><w:r><w:t>một</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://b.example/</w:instrText></w:r>'
        '<w:r><w:instrText>x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>hai</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> sau</w:t></w:r></w:p>'
        '<w:p><w:fldSimple w:instr="HYPERLINK &quot;https://c.example/&quot;"><w:r><w:t>ba</w:t></w:r></w:fldSimple></w:p>'
        '<w:p><w:hyperlink r:id="j"><w:r><w:t>bốn</w:t></w:r></w:hyperlink></w:p>'
    )
    relations = relation("h", "hyperlink", "https://a.example/", external=True)
    relations += relation("j", "hyperlink", "javascript:alert(1)", external=True)
    back = read(document(body, None, relations))
    hrefs = [block.content[0].href for block in back.bundle.article.body]
    assert ["https://a.example/", "https://b.example/x", "https://c.example/", None] == hrefs
    assert "hai sau" == back.bundle.article.body[1].text
    assert "docx.link" in back.codes


def test_controls_at_all_places():
    """Text in content controls is read at block, run, table, row and cell level."""
    sdt = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    run = sdt.format("<w:r><w:t>chạy</w:t></w:r>")
    cell = sdt.format(f"<w:tc>{p('ô')}</w:tc>")
    row = sdt.format(f"<w:tr><w:tc>{p('hàng')}</w:tc></w:tr>")
    table = sdt.format(f"<w:tbl><w:tr>{cell}</w:tr>{row}</w:tbl>")
    body = sdt.format(p("khối")) + f"<w:p>{run}</w:p>" + table
    assert "khối\nchạy\nô\nhàng" == read(document(body)).bundle.article.text


def test_text_boxes_once():
    """Of two ways to say the same, the one that is understood is read."""
    box = "<w:txbxContent>{}</w:txbxContent>"
    choice = f"<w:drawing><wps:txbx>{box.format(p('hộp'))}</wps:txbx></w:drawing>"
    fallback = f"<w:pict><v:textbox>{box.format(p('hộp'))}</v:textbox></w:pict>"
    body = (
        "<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert "trước\nhộp" == read(document(body)).bundle.article.text


def test_accepted_view():
    """Insertions are read, deletions are not; a deleted paragraph end joins two paragraphs."""
    body = (
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:ins><w:r><w:t>mới </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>" + p("tiếp")
    )
    back = read(document(body))
    assert "mới tiếp" == back.bundle.article.text
    assert "docx.revision" in back.codes
    assert back.bundle.article.extra["docx:revisions"] > 0


def test_hidden_text():
    """Hidden text is no part of the body, and said so."""
    back = read(document(p("thấy") + p("ẩn", "", "<w:vanish/>")))
    assert "thấy" == back.bundle.article.text
    assert "docx.hidden" in back.codes


def test_tables_with_spans():
    """Cells that span columns and rows are joined."""

    def cell(text: str, rest: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="1"/>{rest}</w:tcPr>{p(text)}</w:tc>'

    rows = (
        cell("a", '<w:gridSpan w:val="2"/>') + cell("b", '<w:vMerge w:val="restart"/>'),
        cell("c") + cell("d") + cell("", "<w:vMerge/>"),
    )
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    (table,) = _body(document(body))
    assert isinstance(table, Table)
    assert (2, 2) == (table.rows[0][0].colspan, table.rows[0][1].rowspan)
    assert 2 == len(table.rows[1])


def test_pictures():
    """A picture keeps its bytes, their digest and type, and what stands for it."""
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Bờ sông"/>'
        '<a:blip r:embed="i"/></wp:inline></w:drawing></w:r></w:p>'
    )
    data = document(
        drawing, {"word/media/image1.bin": png()}, relation("i", "image", "media/image1.bin")
    )
    article = read(data).bundle.article
    (figure,) = article.body
    assert isinstance(figure, Figure)
    assert article.media[0].href == figure.src
    assert figure.src.startswith("data:image/png;base64,")
    assert ("Bờ sông", "image/png", 40, 20) == (
        figure.alt, article.media[0].type, article.media[0].width, article.media[0].height,
    )  # fmt: skip
    assert hashlib.sha256(png()).hexdigest() == article.media[0].sha256
    named = read(data, DocxReadOptions(pictures="name")).bundle.article
    assert named.body[0].src.startswith("ni:///sha-256;")


def test_notes_comments_and_margins_stand_apart():
    """Notes, comments, headers and footers are kept, but not in the body."""
    from _packages import NAMESPACES

    def part(root: str, inner: str) -> str:
        return f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"

    body = '<w:p><w:r><w:t>Chữ</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = document(
        body,
        {
            "word/footnotes.xml": part(
                "footnotes", f'<w:footnote w:id="2">{p("Chú thích")}</w:footnote>'
            ),
            "word/comments.xml": part(
                "comments", f'<w:comment w:id="0" w:author="x">{p("Ý")}</w:comment>'
            ),
            "word/header1.xml": part("hdr", p("Đầu trang")),
        },
        relation("f", "footnotes", "footnotes.xml")
        + relation("c", "comments", "comments.xml")
        + relation("h", "header", "header1.xml"),
    )
    article = read(data).bundle.article
    assert "Chữ1" == article.text
    assert (Mark.SUP,) == article.body[0].content[1].marks
    assert "Chú thích" == article.extra["docx:notes"][0]["text"]
    assert "Ý" == article.extra["docx:comments"][0]["text"]
    assert ("Đầu trang",) == article.extra["docx:headers"]
    in_body = read(data, DocxReadOptions(notes="body")).bundle.article
    assert ("footnote", "1Chú thích") == (in_body.body[1].role, in_body.body[1].text)


def test_strict_documents():
    """The strict form has other names for the same things."""
    parts = parts_of(document(p("chặt chẽ")))
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = {
        name: data.replace(old, new).replace(
            office, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, data in parts.items()
    }
    assert "chặt chẽ" == read(package(strict)).bundle.article.text


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ('<w:r><w:sym w:char="2022"/></w:r>', "•"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>", "base"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        ("<w:smartTag><w:r><w:t>trong</w:t></w:r></w:smartTag>", "trong"),
    ],
)  # fmt: skip
def test_characters(xml, text):
    """Elements that stand for characters."""
    assert text == read(document(f"<w:p>{xml}</w:p>")).bundle.article.text


def test_runs_are_joined():
    """Runs that an editor has cut up are one run."""
    runs = "".join(f"<w:r><w:rPr><w:lang w:val='vi'/></w:rPr><w:t>{c}</w:t></w:r>" for c in "một")
    (block,) = _body(document(f"<w:p>{runs}</w:p>"))
    assert isinstance(block, Paragraph)
    assert 1 == len(block.content)


def test_quotations_and_captions_by_style():
    """Word's own styles say what a paragraph is."""
    styles = _styles(_style("Q", "Quote"), _style("C", "caption"))
    body = p("Chữ đầu tiên.") + p("trích", _styled("Q")) + p("Hình 1", _styled("C"))
    _, quote, caption = _body(document(body, styles, STYLED))
    assert isinstance(quote, Quote)
    assert "caption" == caption.role


def test_tabs_are_folded_and_said():
    """A tab becomes a blank, which an issue says."""
    back = read(document("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"))
    assert ["text.folded"] == back.codes


def test_extraction_gets_the_text():
    """Where facts are wanted, the text goes to extraction together with the article."""
    import io

    from govnews.formats import ReadContext
    from govnews.issues import IssueLog
    from govnews.limits import Limits
    from govnews_docx import DOCX

    given = []

    def extract(source, article=None):
        given.append((source, article))
        return (source, article)

    context = ReadContext(limits=Limits(), note=IssueLog(), extract=extract)
    data = document(p("Tựa của tin", CENTER, BOLD) + p("Chữ của tin dài hơn tựa."))
    list(DOCX.load_reader()(io.BytesIO(data), DocxReadOptions(), context))
    ((source, article),) = given
    assert article.id == source.of
    assert "Tựa của tin\nChữ của tin dài hơn tựa." == source.text


def test_parts_of_a_legal_text():
    """Chapters and articles set in bold are headings, whatever else the document styles."""
    body = (
        p("Quy chế này gồm hai chương.") + p("Chương I", "", BOLD) + p("QUY ĐỊNH CHUNG", "", BOLD)
    )
    body += p("Điều 1. Phạm vi", "", BOLD) + p("Quy chế này quy định việc dùng nước.")
    found = [b.level for b in _body(document(body)) if isinstance(b, Heading)]
    assert [2, 3] == [found[0], found[-1]]


def test_letterhead_above_the_title():
    """Lines in capitals above the title are those of the office, and stand apart."""
    body = p("SỞ NƯỚC TỈNH AN BÌNH", "", BOLD) + p("Khai mạc tuần lễ nước sạch", "", BOLD)
    body += p("Sáng nay, tuần lễ nước sạch đã khai mạc tại nhà văn hóa xã.")
    article = read(document(body)).bundle.article
    assert "Khai mạc tuần lễ nước sạch" == article.title
    assert ("SỞ NƯỚC TỈNH AN BÌNH",) == article.extra["docx:header"]
