"""Every file is valid by the Open XML SDK, and opens in python-docx with the same words."""

from __future__ import annotations

import io
import json
import os
import shlex
import shutil
import subprocess

import pytest
from _pages import PICTURE, page
from attrs import evolve
from conftest import docx, oracle, read

from govnews.model import (
    Agreement,
    Article,
    Break,
    Bundle,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Organization,
    Paragraph,
    PartialDate,
    Party,
    Person,
    Quote,
    Table,
    Term,
    Text,
)
from govnews_docx import DocxWriteOptions


def _article(*body, **fields) -> Bundle:
    return Bundle(articles=(Article(id="#article-1", body=body, **fields),))


def _spans() -> Table:
    return Table(
        rows=(
            (
                Cell(content=(Text(text="a"),), rowspan=3),
                Cell(content=(Text(text="b"),), colspan=2),
            ),
            (Cell.of("c"),),
            (),
            (Cell(content=(Text(text="d"), Break(), Text(text="e")), colspan=9, rowspan=7),),
        )
    )


_NESTED = ListBlock(
    items=(
        (
            Paragraph.of("a"),
            ListBlock(items=((Quote(blocks=(Heading.of("h", 5),)),), ()), ordered=True),
        ),
        (_spans(), Figure(src=PICTURE)),
    )
)
_HREF = "https://a.example/?x=1&y=“2”"
_ALL_MARKS = Paragraph(
    content=(
        *(Text(text=f" {mark} ", marks=(mark,), href=_HREF) for mark in Mark),
        Text(text="all", marks=tuple(Mark)),
        Break(),
        Text(text="  <&>\"' "),
    )
)
_SEVERAL = evolve(page(), articles=(page().article, evolve(page().article, id="#article-2")))

BUNDLES = {
    "page": page(),
    "empty": Bundle(),
    "several": _SEVERAL,
    "agreement": Bundle(agreements=page().agreements),
    "agreements": Bundle(
        agreements=(
            page().agreements[0],
            Agreement(
                id="#agreement-2",
                title="Memorandum",
                lang="en",
                parties=(
                    Party(name="A"),
                    Party(name="B", signatories=(Person(post="Mayor"),)),
                    Party(name="C"),
                ),
                commitments=("One\nTwo", ""),
            ),
        )
    ),
    "offices": Bundle(organizations=page().organizations),
    "bare-office": Bundle(organizations=(Organization(id="#organization-1", name="A & B <C>"),)),
    "nested": _article(_NESTED, Quote(blocks=(_NESTED,)), title="Nested"),
    "marks": _article(_ALL_MARKS, title="A & B", lang="en"),
    "table": _article(_spans(), _spans()),
    "figure": _article(Figure(src="https://a.example/x.png", alt="a\nb", caption="c", credit="d")),
    "release": _article(
        Paragraph.of("Text."),
        title="Release",
        lang="en",
        kind=Term(label="Press release"),
        embargo=PartialDate.parse("2031-05-06T08:00"),
        byline="By A",
        dateline="PORT, May 6",
        summary="one\ntwo\x00\x0b",
        credit="c",
    ),
}
OPTIONS = {
    "press": DocxWriteOptions(layout="press"),
    "nd30": DocxWriteOptions(layout="nd30"),
    "controls": DocxWriteOptions(layout="press", controls=True),
}


@pytest.fixture(scope="module")
def validator() -> list[str]:
    """Return the command of the Open XML SDK's validator."""
    named = os.environ.get("GOVNEWS_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    return shlex.split(oracle("the Open XML validator (GOVNEWS_OOXML_VALIDATOR)", named))


_FILES = [(name, layout) for name in BUNDLES for layout in ("press", "nd30")]
_FILES += [(name, "controls") for name in ("page", "release", "agreement")]


@pytest.mark.parametrize(("name", "options"), _FILES)
def test_files_are_valid(validator, tmp_path, name, options):
    """The Open XML SDK finds no error."""
    file = tmp_path / "page.docx"
    file.write_bytes(docx(BUNDLES[name], OPTIONS[options]))
    done = subprocess.run([*validator, str(file)], capture_output=True, check=False, timeout=60)
    report = json.loads(done.stdout)
    assert [] == report["errors"]


@pytest.mark.parametrize("name", BUNDLES)
@pytest.mark.parametrize("options", ["press", "nd30"])
def test_python_docx_reads_the_same_words(name, options):
    """What python-docx takes for the paragraphs is what we show."""
    data = docx(BUNDLES[name], OPTIONS[options])
    opened = pytest.importorskip("docx").Document(io.BytesIO(data))
    theirs = [p.text for p in opened.paragraphs if p.text.strip()]
    from govnews.limits import Limits
    from govnews_docx._document import open_document, read_body
    from govnews_docx._package import Package
    from govnews_docx._surface import Para

    document = open_document(Package(data, Limits()), Limits())
    read_body(document, Limits())
    ours = [one.text for one in document.body if isinstance(one, Para) and one.text.strip()]
    assert theirs == ours


def test_nobody_is_named():
    """No author, no editor, no date of making, no trace of an editing session."""
    from _packages import parts_of

    parts = parts_of(docx(page()))
    everything = b"".join(parts.values())
    for trace in (b"rsid", b"lastModifiedBy", b"creator>", b"dcterms:created", b"Application>"):
        assert trace not in everything


def test_bundles_come_back():
    """What is validated is also read back."""
    for bundle in BUNDLES.values():
        for options in OPTIONS.values():
            assert bundle == read(docx(bundle, options)).bundle
