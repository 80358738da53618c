"""One document per article: what is divided carries what belongs to it, and is joined again."""

from __future__ import annotations

from _pages import page
from attrs import evolve

import govnews
from govnews.cli import main
from govnews.model import Article, Bundle, Paragraph


def two() -> Bundle:
    """Return two stories, of which the first announces an agreement."""
    other = Article(id="#article-2", title="Chợ quê mở lại", body=(Paragraph.of("Chợ đông."),))
    return evolve(page(), articles=(*page().articles, other))


def test_split_writes_a_document_an_article(tmp_path):
    """Each document shows its own story and carries its own records, and no other."""
    source, folder = tmp_path / "tin.json", tmp_path / "tin"
    govnews.dump(two(), source)
    code = main(["convert", str(source), "--split", "--to", "docx", "--output-dir", str(folder)])
    assert 0 == code
    files = sorted(folder.glob("*.docx"))
    assert [one.article.title for one in two().split()] == [
        govnews.load(file).article.title for file in files
    ]
    assert list(two().split()) == [govnews.load(file) for file in files]


def test_a_document_of_two_stories_is_divided(tmp_path):
    """A Word document of several stories is an input like any other."""
    source, folder = tmp_path / "tin.docx", tmp_path / "tin"
    govnews.dump(two(), source)
    assert 0 == main(
        ["convert", str(source), "--split", "--to", "docx", "--output-dir", str(folder)]
    )
    assert list(two().split()) == [govnews.load(file) for file in sorted(folder.glob("*.docx"))]
