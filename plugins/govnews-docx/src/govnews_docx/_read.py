"""The reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from govnews.formats import ReadContext, read_all
from govnews.model import Item
from govnews_docx import DocxReadOptions
from govnews_docx._document import open_document, read_body
from govnews_docx._foreign import read_foreign
from govnews_docx._package import Package


def read(source: BinaryIO, options: DocxReadOptions, context: ReadContext) -> Iterator[Item]:
    """Read a Word document."""
    package = Package(read_all(source, context), context.limits)
    document = open_document(package, context.limits)
    read_body(document, context.limits)
    context.report("heuristic", ())
    yield from read_foreign(
        document,
        context,
        keep_bytes=options.pictures == "embed",
        notes_in_body=options.notes == "body",
    )
