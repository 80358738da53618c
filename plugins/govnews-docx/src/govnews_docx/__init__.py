"""Word documents (DOCX) for govnews."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from govnews.formats import Format, Head
from govnews.plugins import hookimpl
from govnews_docx.layouts import ND30, PRESS, Layout

__all__ = [
    "DOCX",
    "ND30",
    "PRESS",
    "DocxReadOptions",
    "DocxWriteOptions",
    "Layout",
    "govnews_register_formats",
]


@frozen(kw_only=True)
class DocxReadOptions:
    """How a Word document is read.

    Args:
        pictures: ``"embed"`` keeps the bytes of pictures in the record, as ``data:`` URLs;
            ``"name"`` keeps their digest alone (``ni:`` URLs, RFC 6920).
        notes: Where footnotes and endnotes of a document of others go: ``"apart"``, into the extra
            of the article, or ``"body"``, to its end.
        record: Whether the record that a document carries is used. Without it, every document is
            read by what it shows.
        verify: Whether each paragraph is compared with the record even where the document says
            that nothing was changed. Its checksums find damage; they are no signature.

    .. versionadded:: 0.1.0
    """

    pictures: Literal["embed", "name"] = "embed"
    notes: Literal["apart", "body"] = "apart"
    record: bool = True
    verify: bool = False


@frozen(kw_only=True)
class DocxWriteOptions:
    """How a Word document is written.

    Args:
        layout: ``"press"``, ``"nd30"``, the ``"module:attr"`` of a `Layout`, or a `Layout`.
            ``"auto"`` takes ``nd30`` for a Vietnamese bundle of agreements without articles, and
            ``press`` for all else.
        record: Whether the document carries the whole record.
        controls: Whether single values stand in content controls that are bound to a store. Word
            and LibreOffice guard such values well; scripts that edit text do not see them.

    .. versionadded:: 0.1.0
    """

    layout: str | Layout = "auto"
    record: bool = True
    controls: bool = False


def _sniff(head: Head) -> int:
    """Score a zip whose first entries are those of a Word document."""
    if not head.data.startswith(b"PK\x03\x04"):
        return 0
    if b"word/" in head.data:
        return 95
    named = (head.name or "").lower().endswith((".docx", ".docm", ".dotx", ".dotm"))
    typed = "wordprocessingml" in (head.media_type or "")
    if named or typed:
        return 80
    return 40 if b"[Content_Types].xml" in head.data else 0


DOCX: Format[DocxReadOptions, DocxWriteOptions] = Format(
    name="docx",
    title="Word document",
    media_types=(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/vnd.ms-word.template.macroenabled.12",
    ),
    extensions=(".docx", ".docm", ".dotx", ".dotm"),
    kinds=("article", "agreement", "organization", "source", "feed"),
    reader="govnews_docx._read:read",
    writer="govnews_docx._write:write",
    read_options=DocxReadOptions,
    write_options=DocxWriteOptions,
    exact=DocxWriteOptions(),
    extracts=True,
    whole=True,
    binary=True,
    sniff=_sniff,
    spec_url="https://www.iso.org/standard/71691.html",
)


@hookimpl
def govnews_register_formats() -> tuple[Format[DocxReadOptions, DocxWriteOptions], ...]:
    """Register the format."""
    return (DOCX,)
