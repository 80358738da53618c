"""A document, opened: its parts read into plain structure."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from attrs import define, field

from govnews.errors import ReadError
from govnews.limits import Limits
from govnews_docx._known import known
from govnews_docx._names import CP_NS, CUSTOM_NS, DC_NS, DCTERMS_NS, w
from govnews_docx._numbering import Numbering, read_numbering
from govnews_docx._package import Package, Relationship
from govnews_docx._styles import NO_STYLES, Styles, read_styles
from govnews_docx._surface import Note, Picture, Shown
from govnews_docx._walk import Walker
from govnews_docx._xml import parse

_NOTE_PARTS: Final = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_CORE: Final = {
    f"{{{DC_NS}}}title": "title",
    f"{{{DC_NS}}}subject": "subject",
    f"{{{DC_NS}}}creator": "creator",
    f"{{{DC_NS}}}identifier": "identifier",
    f"{{{DC_NS}}}language": "language",
    f"{{{DC_NS}}}description": "description",
    f"{{{DCTERMS_NS}}}created": "created",
    f"{{{DCTERMS_NS}}}modified": "modified",
    f"{{{CP_NS}}}category": "category",
    f"{{{CP_NS}}}keywords": "keywords",
}


@define
class Document:
    """What a document holds.

    Args:
        package: Its parts.
        main: Name of the part that holds the text.
        relations: Relationships of that part.
        styles: Its styles.
        numbering: Its numberings.
        body: What its body shows.
        notes: Footnotes and endnotes in the order of their marks, then comments.
        margins: Headers and footers: part name and what it shows.
        core: Core properties.
        custom: Custom properties, texts only.
        pictures: The pictures of its body.
        left_out: What was not read, counted by the code of the issue.
    """

    package: Package
    main: str
    relations: dict[str, Relationship]
    styles: Styles = NO_STYLES
    numbering: Numbering = field(factory=Numbering)
    body: list[Shown] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    notes: list[Note] = field(factory=list)
    margins: list[tuple[str, list[Shown]]] = field(factory=list)
    core: dict[str, str] = field(factory=dict)
    custom: dict[str, str] = field(factory=dict)
    left_out: Counter[str] = field(factory=Counter)


def open_document(package: Package, limits: Limits) -> Document:
    """Open a package: find its main part, and its properties.

    Raises:
        ReadError: It is no document.
    """
    main = package.main_part()
    document = Document(package, main, package.relationships(main))
    for relation in package.relationships().values():
        if relation.external or relation.target not in package:
            continue
        if relation.kind in ("core-properties", "metadata/core-properties"):
            document.core = _core(_root(document, relation.target, limits))
        elif relation.kind == "custom-properties":
            document.custom = _custom(_root(document, relation.target, limits))
    return document


def read_body(document: Document, limits: Limits) -> None:
    """Read everything a document shows."""
    package = document.package
    parts: dict[str, str] = {}
    for relation in document.relations.values():
        if not relation.external and relation.target in package:
            parts.setdefault(relation.kind, relation.target)
            if relation.kind == "vbaProject":
                document.left_out["docx.macros"] += 1
        elif relation.kind not in ("hyperlink", "image"):
            code = "docx.external" if relation.external else "docx.relationship"
            document.left_out[code] += 1
    if "styles" in parts:
        document.styles = known(package, parts["styles"], limits, read_styles)
    if "numbering" in parts:
        levels = known(package, parts["numbering"], limits, read_numbering)
        document.numbering = Numbering(levels)
    walker = Walker(document.styles, limits)
    root = _root(document, document.main, limits)
    if root.tag != w("document"):
        raise ReadError("the main part is no Word document", where=document.main)
    for body in root.iterchildren(w("body")):
        document.body += walker.blocks(body, document.relations)
    referenced = list(walker.notes)
    document.pictures = list(walker.pictures)
    del root
    for kind, note_kind in _NOTE_PARTS.items():
        if kind in parts:
            notes = _notes(document, parts[kind], note_kind, walker, limits)
            document.notes += _in_order(notes, referenced, note_kind)
    for relation in document.relations.values():
        if relation.kind in ("header", "footer") and relation.target in package:
            relations = package.relationships(relation.target)
            shown = walker.blocks(_root(document, relation.target, limits), relations)
            document.margins.append((relation.kind, shown))
    document.left_out.update(walker.left_out)


def _root(document: Document, part: str, limits: Limits) -> Any:
    return parse(document.package.read(part), limits, part)


def _notes(
    document: Document, part: str, kind: str, walker: Walker, limits: Limits
) -> dict[str, Note]:
    relations = document.package.relationships(part)
    notes: dict[str, Note] = {}
    for element in _root(document, part, limits):
        # Separators are notes too, of a type of their own (ISO 29500-1, 17.11.9).
        if element.get(w("type"), "normal") != "normal":
            continue
        note_id = element.get(w("id"), "")
        note = Note(kind, note_id)
        note.author = element.get(w("author"))
        note.blocks = walker.blocks(element, relations)
        notes.setdefault(note_id, note)
    return notes


def _in_order(notes: dict[str, Note], referenced: list[tuple[str, str]], kind: str) -> list[Note]:
    if kind == "comment":
        return list(notes.values())
    found = []
    number = 0
    for of_kind, note_id in referenced:
        if of_kind == kind:
            number += 1
            note = notes.pop(note_id, None)
            if note is not None:
                note.label = str(number)
                found.append(note)
    return found


def _core(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root:
        name = _CORE.get(element.tag)
        if name is not None and element.text and element.text.strip():
            found[name] = element.text
    return found


def _custom(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iterchildren(f"{{{CUSTOM_NS}}}property"):
        name = element.get("name")
        value = next(iter(element), None)
        if name and value is not None and not len(value):
            found.setdefault(name, value.text or "")
    return found
