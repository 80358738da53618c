"""The reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from govnews.errors import ReadError
from govnews.formats import ReadContext, read_all
from govnews.issues import Issue
from govnews.model import Item
from govnews_docx import DocxReadOptions
from govnews_docx._document import Document, open_document, read_body
from govnews_docx._foreign import read_foreign
from govnews_docx._package import Package
from govnews_docx._record import Carried, digest_of, unpacked_record
from govnews_docx._store import find_store


def read(source: BinaryIO, options: DocxReadOptions, context: ReadContext) -> Iterator[Item]:
    """Read a Word document."""
    package = Package(read_all(source, context), context.limits)
    document = open_document(package, context.limits)
    carried = _carried(document, context) if options.record else None
    if carried is None:
        read_body(document, context.limits)
        context.report("heuristic", ())
        yield from read_foreign(
            document,
            context,
            keep_bytes=options.pictures == "embed",
            notes_in_body=options.notes == "body",
        )
        return
    if not options.verify and _untouched(document, carried):
        context.report("exact", ())
        yield from carried.bundle.items()
        return
    from govnews_docx._compare import compare

    read_body(document, context.limits)
    bundle, changed = compare(document, carried, context)
    context.report("edited" if changed else "exact", changed)
    yield from bundle.items()


def _carried(document: Document, context: ReadContext) -> Carried | None:
    def media() -> dict[str, bytes]:
        found = {}
        for name in document.package.names():
            if name.startswith("word/media/"):
                try:
                    data = document.package.read(name)
                except ReadError:
                    continue  # whoever needs it will say that it is missing
                found[hashlib.sha256(data).hexdigest()] = data
        return found

    carried = unpacked_record(document.custom, media, context.limits)
    if isinstance(carried, str):
        context.note(
            Issue("docx.record", f"The record inside the document is not used: {carried}.")
        )
        return None
    if carried is not None and carried.missing:
        context.note(
            Issue(
                "docx.picture",
                f"{carried.missing} pictures of the record are no longer in the document.",
            )
        )
    return carried


def _untouched(document: Document, carried: Carried) -> bool:
    """Whether the parts that show the record are, byte for byte, as they were written."""
    if carried.missing or digest_of(document.package.read(document.main)) != carried.document:
        return False
    store = find_store(document)
    return digest_of(store or b"") == carried.store
