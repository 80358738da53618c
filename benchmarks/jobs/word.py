"""Word documents: reading all of their structure, and writing them.

The floor of reading unzips the main part, parses it and takes the text of each paragraph. The floor
of writing builds the tree of a minimal package and zips it. Neither knows styles, lists or links.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from govnews.formats import ReadContext, WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article, Bundle, Cell, Heading, ListBlock, Mark, Paragraph, Table, Text
from govnews_docx import DOCX, DocxReadOptions, DocxWriteOptions
from harness import Contestant, Job

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def page(paragraphs: int) -> Bundle:
    """Return an article of headings, items and paragraphs of three runs."""
    body: list[Any] = []
    for number in range(paragraphs):
        if number % 20 == 0:
            body.append(Heading.of(f"Mục {number}"))
        elif number % 7 == 0:
            body.append(ListBlock.of(f"Ý thứ {number} của danh sách"))
        else:
            bold = Text(text="trong nhiều lĩnh vực", marks=(Mark.STRONG,))
            start = Text(text=f"Đoạn {number} nói về việc hợp tác giữa hai bên ")
            body.append(Paragraph(content=(start, bold, Text(text=" khác nhau của đời sống."))))
    return _bundle(tuple(body))


def grid(rows: int) -> Bundle:
    """Return an article that is one table of four columns."""
    cells = tuple(tuple(Cell.of(f"ô {r} {c}") for c in range(4)) for r in range(rows))
    return _bundle((Table(rows=cells),))


def _bundle(body: tuple[Any, ...]) -> Bundle:
    return Bundle(articles=(Article(id="#article-1", title="Một bài thử", lang="vi", body=body),))


# -- reading -------------------------------------------------------------------------------


def floor_read(data: bytes) -> list[str]:
    """Unzip, parse, text per paragraph."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join([t.text or "" for t in p.iter(W + "t")]) for p in root.iter(W + "p")]


def our_read(data: bytes, *, record: bool = False) -> Article:
    """Read all structure."""
    context = ReadContext(limits=Limits(), note=IssueLog())
    reader = DOCX.load_reader()
    items = reader(io.BytesIO(data), DocxReadOptions(record=record), context)
    return Bundle.from_items(items).article


def python_docx_read(data: bytes) -> list[str]:
    """Read style names and runs with their marks, and the cells of tables."""
    import docx

    document: Any = docx.Document(io.BytesIO(data))
    texts: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            texts += [cell.text for row in block.rows for cell in row.cells]
        else:
            runs = [(run.text, run.bold, run.italic) for run in block.runs]
            if block.style.name:
                texts.append("".join(run[0] for run in runs))
    return texts


def mammoth_read(data: bytes) -> list[str]:
    """Convert to HTML."""
    import re

    import mammoth

    html: str = mammoth.convert_to_html(io.BytesIO(data)).value
    return [re.sub("<[^>]*>", "", one) for one in re.split("</(?:p|h[1-6]|li)>", html)]


# -- writing -------------------------------------------------------------------------------


def floor_write(bundle: Bundle) -> bytes:
    """Build the tree of a minimal package and zip it."""
    from lxml import etree

    root = etree.Element(W + "document", nsmap={"w": W[1:-1]})
    body = etree.SubElement(root, W + "body")
    article = bundle.article
    _paragraph(body, [Text(text=article.title or "")])
    for block in article.body:
        if isinstance(block, Table):
            table = etree.SubElement(body, W + "tbl")
            for row in block.rows:
                line = etree.SubElement(table, W + "tr")
                for cell in row:
                    _paragraph(etree.SubElement(line, W + "tc"), cell.content)
        elif isinstance(block, ListBlock):
            for item in block.items:
                _paragraph(body, getattr(item[0], "content", ()))
        else:
            _paragraph(body, getattr(block, "content", ()))
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", etree.tostring(root, encoding="UTF-8"))
    return sink.getvalue()


def _paragraph(parent: Any, content: Iterable[Any]) -> None:
    from lxml import etree

    paragraph = etree.SubElement(parent, W + "p")
    for run in content:
        element = etree.SubElement(paragraph, W + "r")
        if run.marks:
            etree.SubElement(etree.SubElement(element, W + "rPr"), W + "b")
        text = etree.SubElement(element, W + "t")
        text.set(SPACE, "preserve")
        text.text = run.text


def our_write(bundle: Bundle, *, record: bool = True) -> bytes:
    """Write the document, with the record inside."""
    sink = io.BytesIO()
    context = WriteContext(limits=Limits(), note=IssueLog())
    options = DocxWriteOptions(layout="press", record=record)
    DOCX.load_writer()(bundle.items(), sink, options, context)
    return sink.getvalue()


def python_docx_write(bundle: Bundle) -> bytes:
    """Write the same paragraphs and cells."""
    import docx

    document: Any = docx.Document()
    article = bundle.article
    document.add_paragraph(article.title, style="Title")
    for block in article.body:
        if isinstance(block, Heading):
            document.add_heading(block.text, 2)
        elif isinstance(block, ListBlock):
            for item in block.items:
                document.add_paragraph(getattr(item[0], "text", ""), style="List Bullet")
        elif isinstance(block, Table):
            table = document.add_table(len(block.rows), len(block.rows[0]))
            for row, line in zip(block.rows, table.rows, strict=True):
                for cell, place in zip(row, line.cells, strict=True):
                    place.text = cell.text
        else:
            paragraph = document.add_paragraph()
            for run in getattr(block, "content", ()):
                paragraph.add_run(run.text).bold = bool(run.marks) or None
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


# -- jobs ----------------------------------------------------------------------------------


def _said(results: Mapping[str, object]) -> None:
    """All readers must have read the same words."""
    words: dict[str, list[str]] = {}
    for name, found in results.items():
        texts = [found.title or "", found.text] if isinstance(found, Article) else found
        assert isinstance(texts, list)  # noqa: S101  # unequal work has to stop the run
        words[name] = " ".join(texts).split()
    first = next(iter(words.values()))
    for name, said in words.items():
        assert len(said) >= len(first) * 0.95, f"{name} read {len(said)} of {len(first)}"  # noqa: S101


def _shown(results: Mapping[str, object]) -> None:
    """All files must show the same words."""
    files = {name: data for name, data in results.items() if isinstance(data, bytes)}
    _said({name: floor_read(data) for name, data in files.items()})


def jobs() -> Iterable[Job]:
    """Compare with python-docx and mammoth, on pages of four sizes and a table."""
    from importlib.util import find_spec

    write = python_docx_write if find_spec("docx") else partial(our_write, record=False)
    for name, bundle in (
        ("5", page(5)),
        ("50", page(50)),
        ("200", page(200)),
        ("5000", page(5_000)),
        ("table", grid(500)),
    ):
        data = write(bundle)
        carrying = our_write(bundle)
        yield Job(
            name=f"docx-read-{name}",
            title=f"read a Word document, {name}",
            check=_said,
            contestants=(
                Contestant(name="floor", work=partial(floor_read, data)),
                Contestant(name="govnews", work=partial(our_read, data), goal=3.0),
                Contestant(name="govnews, its own", work=partial(our_read, carrying, record=True)),
                Contestant(
                    name="python-docx", work=partial(python_docx_read, data), needs=("docx",)
                ),
                Contestant(name="mammoth", work=partial(mammoth_read, data), needs=("mammoth",)),
            ),
        )
        yield Job(
            name=f"docx-write-{name}",
            title=f"write a Word document, {name}",
            check=_shown,
            contestants=(
                Contestant(name="floor", work=partial(floor_write, bundle)),
                Contestant(name="govnews", work=partial(our_write, bundle), goal=2.5),
                Contestant(
                    name="govnews, no record", work=partial(our_write, bundle, record=False)
                ),
                Contestant(
                    name="python-docx", work=partial(python_docx_write, bundle), needs=("docx",)
                ),
            ),
        )
