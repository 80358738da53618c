"""What a document holds beside its text, kept under ``docx:`` in the extra of the article."""

from __future__ import annotations

from collections.abc import Sequence

from govnews.model import Extra
from govnews_docx._document import Document
from govnews_docx._surface import paragraphs

_PROPERTIES = ("subject", "creator", "identifier", "description", "category", "keywords")


def extra_of(document: Document, lines: Sequence[str], *, notes: bool) -> Extra:
    """Return notes, comments, headers, footers and properties as JSON.

    Args:
        document: The document.
        lines: What its own header says, above the title.
        notes: Whether footnotes and endnotes are wanted.
    """
    found: dict[str, object] = {}
    if notes:
        found["docx:notes"] = [
            {"kind": one.kind, "label": one.label, "text": one.text}
            for one in document.notes
            if one.kind != "comment"
        ]
    found["docx:comments"] = [
        {"label": one.label, "text": one.text, "author": one.author}
        for one in document.notes
        if one.kind == "comment"
    ]
    for kind in ("header", "footer"):
        texts = [
            "\n".join(p.text for p in paragraphs(shown)).strip()
            for part, shown in document.margins
            if part == kind
        ]
        found[f"docx:{kind}s"] = [text for text in texts if text]
    found["docx:properties"] = {
        name: document.core[name] for name in _PROPERTIES if name in document.core
    }
    found["docx:custom"] = {
        name: value for name, value in document.custom.items() if not name.startswith("govnews.")
    }
    if document.left_out["docx.revision"]:
        found["docx:revisions"] = document.left_out["docx.revision"]
    found["docx:header"] = list(lines)
    return Extra({key: value for key, value in found.items() if value})
