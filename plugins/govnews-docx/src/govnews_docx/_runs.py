"""From the runs of a paragraph to plain structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from govnews.errors import LimitError
from govnews_docx._drawings import branch, inside
from govnews_docx._elements import (
    CHARACTERS,
    DESCRIBED,
    DRAWN,
    FLD_CHAR,
    FLD_SIMPLE,
    GONE,
    INSTR,
    MATH,
    NOTES,
    RUBY,
    SYM,
    WRAPPERS,
    character,
    describe,
    is_ours,
)
from govnews_docx._fields import Fields
from govnews_docx._names import (
    ALTERNATE,
    BOOKMARK,
    HYPERLINK,
    MATH_TEXT,
    NAME,
    PPR,
    R_ID,
    RPR,
    SDT,
    R,
    T,
    w,
)
from govnews_docx._package import Relationship
from govnews_docx._styles import DELETED, HIDDEN, SUP, UNDERLINE, Styles, run_flags
from govnews_docx._surface import Para, Picture, Shown

_DEL, _RUBY_BASE, _ID = w("del"), w("rubyBase"), w("id")
_FIELD_INSTRUCTION, _ANCHOR, _CHAR = w("instr"), w("anchor"), w("char")


class Paragraphs:
    """Reads paragraphs of one document.

    Args:
        styles: The document's styles.
        most: How many paragraphs and cells there may be.
    """

    def __init__(self, styles: Styles, most: int) -> None:
        self.styles = styles
        self.left_out: Counter[str] = Counter()
        self.pictures: list[Picture] = []
        self.boxes: list[Any] = []  # text boxes met, whose blocks are still to be read
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order of their marks
        self.joined: Para | None = None  # a paragraph whose end is deleted: the next goes on
        self.left = most
        self._most = most
        self._note_numbers: Counter[str] = Counter()
        self._relations: dict[str, Relationship] = {}
        self._fields = Fields()

    def begin(self, relations: dict[str, Relationship]) -> None:
        """Begin a part, whose ids mean these relationships."""
        self._relations = relations
        self._fields = Fields()
        self.joined = None

    @property
    def goes_on(self) -> bool:
        """Whether what was read goes on: a field, or a paragraph whose end is deleted."""
        return self.joined is not None or bool(self._fields.opened)

    def take_boxes(self) -> list[Any]:
        """Return the text boxes met, once."""
        boxes, self.boxes = self.boxes, []
        return boxes

    def count(self, number: int = 1) -> None:
        """Count paragraphs or cells.

        Raises:
            LimitError: There are too many.
        """
        self.left -= number
        if self.left < 0:
            raise LimitError("paragraphs", self._most)

    def read(self, element: Any, target: list[Shown]) -> None:
        """Read a paragraph, which goes on with the one before where the end of that is deleted.

        The text boxes in it are left in `boxes`.
        """
        self.count()
        para = self.joined
        if para is None:
            para = Para()
            target.append(para)
        else:
            self.joined = None
        hidden = 0
        opened = self._fields.opened
        for child in element:
            tag = child.tag
            if tag == R:
                # Plain runs, which most are, are read here: a call for each would be felt.
                if hidden or opened:
                    self._run(child, self._fields.href, para, hidden)
                    continue
                flags = 0
                start = len(para)
                for part in child:
                    tag = part.tag
                    if tag == T:
                        if text := part.text:
                            para.append((text, flags, None))
                        continue
                    if tag == RPR:
                        # Many writers leave one behind that says nothing.
                        flags = run_flags(part, self.styles) if len(part) else 0
                        if flags < HIDDEN:
                            continue
                    del para[start:]
                    self._run(child, self._fields.href, para, hidden)
                    break
            elif tag == PPR:
                hidden = self.properties(child, para)
            else:
                self._wrapped(child, para, hidden)
        if opened:
            self._fields.end_of_paragraph()

    def _wrapped(self, element: Any, para: Para, hidden: int) -> None:
        """Read what stands beside the runs of a paragraph: links, controls, insertions, marks."""
        # A frame: elements still to come, and the link they stand in.
        frames: list[tuple[Iterator[Any], str | None]] = [(iter((element,)), None)]
        while frames:
            children, href = frames[-1]
            for child in children:
                tag = child.tag
                if tag == R:
                    self._run(child, href or self._fields.href, para, hidden)
                elif tag == BOOKMARK:
                    if is_ours(child):
                        para.marks = (*para.marks, child.get(NAME))
                elif tag == HYPERLINK:
                    frames.append((iter(child), self._href(child) or href))
                    break
                elif tag in WRAPPERS or tag == SDT:
                    frames.append((iter(child), href))
                    break
                elif tag == FLD_SIMPLE:
                    link = self._fields.link_of(child.get(_FIELD_INSTRUCTION, ""), self._linked)
                    frames.append((iter(child), link or href))
                    break
                elif tag in GONE:
                    self.left_out["docx.revision"] += 1
                elif tag == ALTERNATE:
                    chosen = branch(child)
                    if chosen is not None:
                        frames.append((iter(chosen), href))
                        break
                elif tag in MATH:
                    self.math(child, para)
            else:
                frames.pop()

    def properties(self, element: Any, para: Para) -> int:
        """Read the properties of a paragraph; return `HIDDEN` where its style hides it."""
        for child in element:
            tag = child.tag
            if tag in DESCRIBED:
                describe(child, para)
            elif tag == RPR and child.find(_DEL) is not None:
                self.left_out["docx.revision"] += 1
                self.joined = para
        style = self.styles.by_id.get(para.style or "")
        return style.flags & HIDDEN if style is not None else 0

    def _href(self, element: Any) -> str | None:
        relation = self._relations.get(element.get(R_ID, ""))
        if relation is None:
            if element.get(R_ID):
                self.left_out["docx.relationship"] += 1
            elif element.get(_ANCHOR):
                self.left_out["docx.anchor"] += 1
            return None
        anchor = element.get(_ANCHOR)
        target = relation.target if not anchor else f"{relation.target}#{anchor}"
        return self._linked(target)

    def _linked(self, target: str) -> str | None:
        """Return a target that may be a link; other schemes stay text."""
        if target.partition(":")[0].lower() in ("http", "https", "mailto", "tel"):
            return target
        self.left_out["docx.link"] += 1
        return None

    def _run(self, element: Any, href: str | None, para: Para, hidden: int) -> None:
        flags = hidden
        fields = self._fields
        for child in element:
            tag = child.tag
            if tag == T:
                if not fields.silent:
                    self._say(para, child.text or "", flags, href)
            elif tag == RPR:
                flags |= run_flags(child, self.styles)
                if flags & DELETED:
                    self.left_out["docx.revision"] += 1
                    return
            else:
                href = self._special(child, href, para, flags)

    def _special(self, element: Any, href: str | None, para: Para, flags: int) -> str | None:
        """Read what is no plain text in a run; return the link that what follows stands in."""
        frames = [iter((element,))]
        fields = self._fields
        while frames:
            for child in frames[-1]:
                tag = child.tag
                if tag == ALTERNATE:
                    chosen = branch(child)
                    if chosen is not None:
                        frames.append(iter(chosen))
                        break
                elif tag == FLD_CHAR:
                    fields.mark(child, self._linked)
                    href = fields.href or href
                    if fields.default:
                        self._say(para, fields.take_default(), flags, href)
                elif tag == INSTR:
                    fields.instruct(child.text or "")
                elif tag in DRAWN:
                    if not flags & HIDDEN:
                        self._drawn(child, para)
                elif not fields.silent:
                    self._character(child, href, para, flags)
            else:
                frames.pop()
        return href

    def _character(self, element: Any, href: str | None, para: Para, flags: int) -> None:
        """Read an element that stands for a character, or for a few."""
        tag = element.tag
        if tag in CHARACTERS:
            self._say(para, character(element), flags, href)
        elif tag in NOTES:
            self._note_mark(NOTES[tag], element.get(_ID, ""), para, href)
        elif tag == SYM:
            self._symbol(element, para, flags, href)
        elif tag == RUBY:
            base = element.find(_RUBY_BASE)
            if base is not None:
                self.left_out["docx.ruby"] += 1
                for text in base.iterfind(f"{R}/{T}"):
                    self._say(para, text.text or "", flags, href)
        elif tag == T:
            self._say(para, element.text or "", flags, href)

    def _say(self, para: Para, text: str, flags: int, href: str | None) -> None:
        """Add words to a paragraph; runs that look alike are joined when it is used."""
        if not text:
            return
        if flags & HIDDEN:
            self.left_out["docx.hidden"] += 1
            return
        if href is not None:
            flags &= ~UNDERLINE
        para.append((text, flags, href))

    def _note_mark(self, kind: str, note_id: str, para: Para, href: str | None) -> None:
        self.notes.append((kind, note_id))
        self._note_numbers[kind] += 1
        para.append((str(self._note_numbers[kind]), SUP, href))

    def _symbol(self, element: Any, para: Para, flags: int, href: str | None) -> None:
        try:
            code = int(element.get(_CHAR, ""), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
            if 0xE000 <= code < 0xF900:
                self.left_out["docx.symbol"] += 1
            self._say(para, chr(code), flags, href)

    def math(self, element: Any, para: Para) -> None:
        self.left_out["docx.math"] += 1
        for text in element.iter(MATH_TEXT):
            if text.text:
                para.append((text.text, 0, None))

    def _drawn(self, element: Any, para: Para) -> None:
        pictures, own = inside(element)
        self.boxes += own
        for picture, relation_id, linked_id in pictures:
            self._picture(picture, relation_id, linked_id, para)

    def _picture(self, picture: Picture, embedded: str, linked: str, para: Para) -> None:
        relation = self._relations.get(embedded) or self._relations.get(linked)
        if relation is None:
            self.left_out["docx.relationship"] += 1
            return
        if relation.external:
            picture.link = relation.target
            self.left_out["docx.external"] += 1
        else:
            picture.part = relation.target
        para.pictures = (*para.pictures, picture)
        para.bare = False
        self.pictures.append(picture)
