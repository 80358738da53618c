"""A document that was edited: exactly the edits are seen."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from _packages import changed, custom_record, parts_of, sealed
from _pages import page
from conftest import docx, read

from govnews_docx import DocxReadOptions, DocxWriteOptions

MAIN = "word/document.xml"
STORE = "customXml/item1.xml"
TITLE = page().article.title


def _edit(*pairs: tuple[str, str], data: bytes | None = None, part: str = MAIN) -> bytes:
    def change(xml: bytes) -> bytes:
        for before, after in pairs:
            assert before.encode() in xml
            xml = xml.replace(before.encode(), after.encode())
        return xml

    return changed(data or docx(page()), part, change)


def _paragraph(xml: str, text: str) -> str:
    """Return the XML of the paragraph that shows a text."""
    return next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if f">{text}<" in one)


def _with_paragraphs(change: Callable[[str], str]) -> bytes:
    return changed(docx(page()), MAIN, lambda xml: change(xml.decode()).encode())


def test_title_edited():
    """The title takes the visible text, and nothing else changes."""
    back = read(_edit((TITLE, "Tựa mới")))
    assert ("$.articles[0].title",) == back.changed
    assert "edited" == back.carried
    assert page().article.body == back.bundle.article.body


def test_number_after_its_label_edited():
    """A value behind a label is read without it."""
    back = read(_edit(("07/TTHT-AB", "9/TTHT")))
    assert ("$.agreements[0].number",) == back.changed
    assert "9/TTHT" == back.bundle.agreements[0].number


def test_store_edited():
    """A value that was edited in the store alone is taken from there."""
    back = read(_edit((TITLE, "Từ kho"), part=STORE))
    assert "Từ kho" == back.bundle.article.title
    assert ("$.articles[0].title",) == back.changed


def test_store_and_text_disagree():
    """Where both were edited apart, the text is taken and the conflict named."""
    back = read(_edit((TITLE, "Từ chữ"), data=_edit((TITLE, "Từ kho"), part=STORE)))
    assert "Từ chữ" == back.bundle.article.title
    conflict = next(issue for issue in back.log if issue.code == "docx.conflict")
    assert "Từ chữ" in conflict.message
    assert "Từ kho" in conflict.message


def test_paragraph_edited_keeps_its_role():
    """A changed block takes the visible text and keeps what is not shown."""
    back = read(_edit(("Hai bên thống nhất", "Cả hai bên thống nhất")))
    assert ("$.articles[0].body[0]",) == back.changed
    assert "lead" == back.bundle.article.body[0].role
    assert page().article.body[1:] == back.bundle.article.body[1:]


def test_evidence_in_an_edited_block_is_dropped():
    """The fact stays, its evidence goes, and the issue names fact and block."""
    back = read(_edit(("Hai bên thống nhất", "Cả hai bên thống nhất")))
    assert page().agreements[0].period == back.bundle.agreements[0].period
    paths = [one.path for one in back.bundle.agreements[0].evidence]
    assert ["$.fields[2].label"] == paths
    issue = next(issue for issue in back.log if issue.code == "docx.evidence")
    assert "$.agreements[0].period" == issue.where
    assert "$.articles[0].body[0]" in issue.message


def test_item_edited():
    """An item of a list is named by its place."""
    back = read(_edit((">đào tạo</w:t></w:r></w:p><w:p>", ">đào tạo nghề</w:t></w:r></w:p><w:p>")))
    assert "$.articles[0].body[3].items[1]" in back.changed


def test_cell_edited():
    """A cell of a table is named by its place; the others stay verbatim."""
    back = read(_edit((">Khảo sát<", ">Khảo cứu<")))
    assert ("$.articles[0].body[6].rows[1][1]",) == back.changed
    table, before = back.bundle.article.body[6], page().article.body[6]
    assert before.rows[0] == table.rows[0]
    assert 2 == table.rows[1][0].rowspan


def test_caption_edited():
    """A caption belongs to its table."""
    back = read(_edit((">Kế hoạch<", ">Lịch<")))
    assert ("$.articles[0].body[6].caption",) == back.changed


def test_emphasis_edited():
    """A mark set by an editor is seen."""
    back = read(
        _edit(
            (
                "<w:r><w:t>Hai bên họp mỗi quý.",
                "<w:r><w:rPr><w:b/></w:rPr><w:t>Hai bên họp mỗi quý.",
            )
        )
    )
    assert ("$.articles[0].body[9]",) == back.changed


def test_item_inserted_and_deleted():
    """A new item joins its list; a deleted one leaves it."""

    def change(xml: str) -> str:
        one = _paragraph(xml, "quan trắc nước")
        new = re.sub(r"<w:bookmark\w+ [^>]*>", "", one).replace("quan trắc nước", "trồng rừng")
        gone = _paragraph(xml, "dữ liệu mở")
        return xml.replace(one, one + new, 1).replace(gone, "", 1)

    back = read(_with_paragraphs(change))
    items = [item[0].text for item in back.bundle.article.body[3].items]
    assert ["quan trắc nước", "trồng rừng", "đào tạo"] == items


def _fact(xml: str, text: str) -> str:
    """Return the XML of the last paragraph that shows a text: facts stand behind the body."""
    return [one for one in re.findall(r"<w:p>.*?</w:p>", xml) if f">{text}<" in one][-1]


def _added(one: str, before: str, *words: str) -> str:
    """Return paragraphs like one, that say other words and bear no bookmark."""
    plain = re.sub(r"<w:bookmark\w+ [^>]*>", "", one)
    return "".join(plain.replace(f">{before}<", f">{word}<") for word in words)


def _labels(back) -> list[str]:
    return [one.label for one in back.bundle.agreements[0].fields]


def test_fact_inserted():
    """A new item of a list of facts is a value; evidence follows the values behind it."""

    def change(xml: str) -> str:
        one = _fact(xml, "đào tạo")
        return xml.replace(one, one + _added(one, "đào tạo", "trồng rừng", "nuôi cá"))

    back = read(_with_paragraphs(change))
    assert ["quan trắc nước", "đào tạo", "trồng rừng", "nuôi cá", "dữ liệu mở"] == _labels(back)
    assert ("$.agreements[0].fields[2]", "$.agreements[0].fields[3]") == back.changed
    assert "$.fields[4].label" in [one.path for one in back.bundle.agreements[0].evidence]
    assert "docx.unplaced" not in back.codes


def test_fact_inserted_before_all_and_another_deleted():
    """What is put in and what is taken out do not disturb each other."""

    def change(xml: str) -> str:
        first, gone = _fact(xml, "quan trắc nước"), _fact(xml, "đào tạo")
        new = _added(first, "quan trắc nước", "trồng rừng")
        return xml.replace(gone, "").replace(first, new + first)

    back = read(_with_paragraphs(change))
    assert ["trồng rừng", "quan trắc nước", "dữ liệu mở"] == _labels(back)
    assert "$.fields[2].label" in [one.path for one in back.bundle.agreements[0].evidence]


def test_paragraph_among_facts_that_is_no_item():
    """A paragraph that is not numbered as the facts around it has no place."""

    def change(xml: str) -> str:
        one = _fact(xml, "đào tạo")
        new = re.sub(r"<w:numPr>.*?</w:numPr>", "", _added(one, "đào tạo", "trồng rừng"))
        return xml.replace(one, one + new)

    back = read(_with_paragraphs(change))
    assert page().agreements[0].fields == back.bundle.agreements[0].fields
    assert "docx.unplaced" in back.codes


def test_block_deleted():
    """A deleted block is gone, and an issue says so."""
    back = read(
        _with_paragraphs(lambda xml: xml.replace(_paragraph(xml, "Hai bên họp mỗi quý."), ""))
    )
    assert ("$.articles[0].body",) == back.changed
    assert page().article.body[:9] == back.bundle.article.body
    assert "docx.deleted" in back.codes


def test_field_of_a_tuple_deleted():
    """A value whose paragraph is deleted leaves its tuple; evidence behind it follows."""

    def change(xml: str) -> str:
        start = xml.rindex(">đào tạo<")
        begin = xml.rindex("<w:p>", 0, start)
        end = xml.index("</w:p>", start) + len("</w:p>")
        return xml[:begin] + xml[end:]

    back = read(_with_paragraphs(change))
    agreement = back.bundle.agreements[0]
    assert ["quan trắc nước", "dữ liệu mở"] == [term.label for term in agreement.fields]
    assert "$.fields[1].label" == agreement.evidence[-1].path


def test_several_values_behind_one_line():
    """A line that shows several values cannot be read back; the record keeps them."""
    back = read(_edit(("Phan Văn Lộc - Phó Chủ tịch", "Phan Văn Lộc - Chủ tịch")))
    assert page().agreements == back.bundle.agreements
    assert ["docx.not-read-back"] == back.codes


def test_without_bookmarks():
    """Without bookmarks the words are enough."""

    def strip(xml: bytes) -> bytes:
        return re.sub(rb"<w:bookmark\w+ [^>]*>", b"", xml)

    assert page() == read(changed(docx(page()), MAIN, strip)).bundle
    back = read(changed(_edit((TITLE, "Tựa mới")), MAIN, strip))
    assert ("$.articles[0].title",) == back.changed


def test_without_store():
    """Without the store, or with an empty one, the text is enough."""
    for new in (None, b""):
        back = read(changed(_edit((TITLE, "Tựa mới")), STORE, lambda _, new=new: new))
        assert ("$.articles[0].title",) == back.changed


def test_without_properties():
    """Without the record, the document is read like any other, and all that it shows is there."""
    back = read(changed(docx(page()), "docProps/custom.xml", lambda _: None))
    assert "heuristic" == back.carried
    assert TITLE == back.bundle.article.title
    assert "Hai bên họp mỗi quý." in back.bundle.article.text


def test_damaged_record():
    """A record whose checksum is wrong is not used, and said so."""
    data = changed(
        docx(page()), "docProps/custom.xml", lambda xml: xml.replace(b"govnews.000", b"govnews.00x")
    )
    back = read(data)
    assert "heuristic" == back.carried
    assert "docx.record" in back.codes


@pytest.mark.parametrize("layout", ["press", "nd30"])
def test_python_docx_edits(layout):
    """The same with python-docx: texts replaced, a paragraph put in, one deleted."""
    edited = pytest.importorskip("docx").Document(
        io.BytesIO(docx(page(), DocxWriteOptions(layout=layout)))
    )
    inside = [
        p for t in edited.tables for row in t.rows for cell in row.cells for p in cell.paragraphs
    ]
    for one in [*edited.paragraphs, *inside]:
        if one.text == TITLE:
            one.text = "Tựa mới"
        elif one.text.endswith("07/TTHT-AB"):
            one.text = one.text.replace("07", "08")
        elif one.text == "Bước hai":
            one.runs[0].text = "Bước cuối"
        elif one.text == "Hai bên họp mỗi quý.":
            one.insert_paragraph_before("Câu chen vào.", style="GN Body")
            one._p.getparent().remove(one._p)
    sink = io.BytesIO()
    edited.save(sink)
    back = read(sink.getvalue())
    assert "Tựa mới" == back.bundle.article.title
    assert "08/TTHT-AB" == back.bundle.agreements[0].number
    assert "Câu chen vào." == back.bundle.article.body[-1].text
    assert page().article.body[5:9] == back.bundle.article.body[5:9]
    assert "$.articles[0].body[4].items[1]" in back.changed


def _forged() -> bytes:
    """Return a document whose record says other words than it shows, checksums included."""
    from attrs import evolve

    from govnews_docx._record import digest_of

    shown = docx(page())
    article = evolve(page().article, title="Tựa giả", body=page().article.body[:3])
    parts = parts_of(docx(evolve(page(), articles=(article,))))
    record = custom_record(parts["docProps/custom.xml"])
    record["doc"] = digest_of(parts_of(shown)[MAIN])
    return changed(shown, "docProps/custom.xml", lambda _: sealed(record))


def test_forged_record():
    """Who asks for it, gets what the document shows even where its checksums were forged."""
    back = read(_forged(), DocxReadOptions(verify=True))
    assert TITLE == back.bundle.article.title
    assert "Hai bên họp mỗi quý." in back.bundle.article.text
    assert "edited" == back.carried
