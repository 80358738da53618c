"""The store: what bound controls show, in a part of its own."""

from __future__ import annotations

from govnews.errors import ReadError
from govnews.limits import Limits
from govnews_docx._document import Document
from govnews_docx._names import RECORD_NS
from govnews_docx._xml import parse

_SMALL = 64 * 1024


def find_store(document: Document) -> bytes | None:
    """Return the bytes of our store, known by its namespace, whatever its part is called."""
    for relation in document.relations.values():
        if relation.kind == "customXml" and relation.target in document.package:
            if document.package.stamp(relation.target)[1] > _SMALL:
                continue
            data = document.package.read(relation.target)
            if RECORD_NS.encode() in data:
                return data
    return None


def read_store(document: Document, limits: Limits) -> dict[str, str]:
    """Return what the store says, by path; nothing where it is empty, missing or damaged."""
    data = find_store(document)
    if not data:
        return {}
    try:
        root = parse(data, limits, "customXml")
    except ReadError:
        return {}  # an editor that loses the store still leaves the text
    return {
        element.get("n", ""): element.text or ""
        for element in root.iterchildren(f"{{{RECORD_NS}}}f")
    }
