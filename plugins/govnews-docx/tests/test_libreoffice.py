"""What LibreOffice opens and saves comes back: exactly the edits that were made, and no more."""

from __future__ import annotations

import pytest
from _office import install
from _pages import page
from conftest import docx, read

from govnews_docx import DocxWriteOptions

_OPTIONS = [
    pytest.param(DocxWriteOptions(layout="press"), id="press"),
    pytest.param(DocxWriteOptions(layout="nd30"), id="nd30"),
    pytest.param(DocxWriteOptions(layout="press", controls=True), id="controls"),
]


def _edited(soffice, tmp_path, options, edits):
    source, target = tmp_path / "page.docx", tmp_path / "edited.docx"
    source.write_bytes(docx(page(), options))
    soffice(install(soffice.profile, source, target, edits))
    return read(target.read_bytes())


@pytest.mark.parametrize("options", _OPTIONS)
def test_saving_changes_nothing(soffice, tmp_path, options):
    """Opened and saved, the whole record is still there."""
    back = _edited(soffice, tmp_path, options, [])
    assert () == back.changed
    assert page() == back.bundle
    assert [] == list(back.log)


@pytest.mark.parametrize("options", _OPTIONS)
def test_exactly_the_edits_are_seen(soffice, tmp_path, options):
    """Title, number and an item replaced, a paragraph put in, one deleted."""
    edits = [
        ("Replace", "Tỉnh An Bình ký thỏa thuận với Viện Sông Hồ", "An Bình ký thỏa thuận mới"),
        ("Replace", "07/TTHT-AB", "08/TTHT-AB"),
        ("Replace", "Bước hai", "Bước sau cùng"),
        ("InsertAfter", "“Nước là việc chung.”", "Một câu chen vào."),
        ("Delete", "Hai bên họp mỗi quý."),
    ]
    back = _edited(soffice, tmp_path, options, edits)
    assert {
        "$.articles[0].title",
        "$.agreements[0].number",
        "$.articles[0].body[4].items[1]",
        "$.articles[0].body[6]",
        "$.articles[0].body",
    } == set(back.changed)
    article, before = back.bundle.article, page().article
    assert "An Bình ký thỏa thuận mới" == article.title
    assert "08/TTHT-AB" == back.bundle.agreements[0].number
    assert before.body[:4] == article.body[:4]
    assert before.body[5] == article.body[5]
    assert before.body[6:9] == article.body[7:10]
    assert len(before.body) == len(article.body)
    assert ["docx.deleted", "docx.evidence"] == sorted(set(back.codes))
