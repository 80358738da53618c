"""A document carries its record: whatever is written is read back, exactly."""

from __future__ import annotations

import pytest
from _pages import page
from conftest import docx, read
from hypothesis import given

from govnews.errors import WriteError
from govnews.model import Agreement, Article, Bundle, Paragraph, Text
from govnews.testing.strategies import bundles
from govnews_docx import DocxReadOptions, DocxWriteOptions

LAYOUTS = ("auto", "press", "nd30")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_page_comes_back(layout):
    """A page with all kinds of blocks comes back, and nothing is noted."""
    back = read(docx(page(), DocxWriteOptions(layout=layout)))
    assert page() == back.bundle
    assert [("exact", ())] == back.reports
    assert [] == list(back.log)


@given(bundles())
def test_every_bundle_comes_back(bundle):
    """Every legal bundle comes back, in both layouts and with controls."""
    for layout in ("press", "nd30"):
        back = read(docx(bundle, DocxWriteOptions(layout=layout, controls=layout == "press")))
        assert bundle == back.bundle
        assert [] == list(back.log)


@given(bundles())
def test_words_are_enough_to_see_that_nothing_changed(bundle):
    """Where an editor has saved the document anew, the comparison finds no change."""
    import io

    docx_ = pytest.importorskip("docx")
    sink = io.BytesIO()
    docx_.Document(io.BytesIO(docx(bundle))).save(sink)
    back = read(sink.getvalue())
    assert () == back.changed
    assert bundle == back.bundle


def test_equal_bundles_have_equal_bytes():
    """Nothing but the record goes into the bytes."""
    assert docx(page()) == docx(page())


def test_without_record():
    """Without a record, the document is read by what it shows."""
    back = read(docx(page(), DocxWriteOptions(record=False)))
    assert "heuristic" == back.carried
    assert page().article.title == back.bundle.article.title


def test_record_may_be_left_aside():
    """A reader may ask for what is shown, even where a record is carried."""
    back = read(docx(page()), DocxReadOptions(record=False))
    assert "heuristic" == back.carried


def test_too_large_a_record():
    """Beyond 4 MiB the writer says so."""
    body = tuple(Paragraph.of(f"Đoạn {n} " + "nội dung " * 50) for n in range(10_000))
    bundle = Bundle(articles=(Article(id="#article-1", body=body),))
    with pytest.raises(WriteError, match="4,194,304"):
        docx(bundle)


def test_characters_xml_cannot_hold():
    """Control characters in prose are not shown, and come back all the same."""
    article = Article(id="#article-1", title="Tên", summary="a\x00b\x0bc\r\nd\ufffe")
    bundle = Bundle(articles=(article,))
    assert bundle == read(docx(bundle)).bundle


def test_decomposed_letters_come_back():
    """Text is shown composed and carried as it is."""
    text = "Ha\u0323\u0302 tầng"
    bundle = Bundle(articles=(Article(id="#article-1", title=text, body=(Paragraph.of(text),)),))
    assert bundle == read(docx(bundle)).bundle


def test_agreements_alone():
    """A bundle may hold no article."""
    bundle = Bundle(agreements=page().agreements)
    assert bundle == read(docx(bundle)).bundle


def test_unknown_layout():
    """A layout that does not exist is named with those that do."""
    with pytest.raises(WriteError, match="press"):
        docx(page(), DocxWriteOptions(layout="pres"))


def test_layout_of_a_module():
    """A layout may be named by module and attribute."""
    one = docx(page(), DocxWriteOptions(layout="govnews_docx.layouts:ND30"))
    assert docx(page(), DocxWriteOptions(layout="nd30")) == one


def test_links_are_never_scripts():
    """Only links of known schemes are written as links; the record keeps all."""
    run = Text(text="x", href="javascript:alert(1)")
    bundle = Bundle(
        articles=(Article(id="#article-1", body=(Paragraph(content=(run,)),)),),
        agreements=(Agreement(id="#agreement-1"),),
    )
    back = read(docx(bundle))
    assert bundle == back.bundle
    shown = read(docx(bundle), DocxReadOptions(record=False)).bundle.article
    assert None is shown.body[0].content[0].href
