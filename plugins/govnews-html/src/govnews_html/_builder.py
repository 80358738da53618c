"""From tokens to blocks in one pass: text is collected, tags part it and say what it becomes.

There is no tree in between. What a tree would hold is the stack of open elements that have blocks
of their own, and the list of open inline elements, whose marks the text in them takes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, cast

from govnews.errors import LimitError, ModelError
from govnews.limits import Limits
from govnews.model import Block, Heading, Inline, Paragraph, Raw, Text, fold_line
from govnews_html._frames import (
    ANONYMOUS,
    Attributes,
    Frame,
    Kind,
    Leaf,
    OpenInline,
    Pending,
    Piled,
)
from govnews_html._inline import (
    BREAK,
    NO_EFFECT,
    PLAIN,
    Effect,
    EffectLike,
    Look,
    Piece,
    derive,
    scalars,
    settle,
    trim_breaks,
    words,
)
from govnews_html._notes import Notes
from govnews_html._urls import resolve

MAX_NESTING: Final = 32
"""How deep the model lets blocks stand within quotes and lists."""


Known: TypeAlias = tuple[Callable[["Builder", str, Attributes], None], str, Attributes]
"""What a tag does: its handler, its name, and such attributes of it as matter."""


class Builder:
    """What is open while a fragment is read.

    Args:
        source: The fragment, its line ends normalized.
        base: What relative addresses resolve against.
        language: Language of the whole; runs in it carry none of their own.
        limits: Bounds to keep.
        keep_raw: Whether elements that map to no block are kept as `Raw`. Else their text is read.
    """

    # Where the reader stands.
    parts: list[str]
    index = 0
    skip_to = 0
    origin = 0  # of `parts` in the source
    _measured = (0, 0)  # an index, and the length of all parts before it
    # What is open, besides what the constructor makes.
    nesting = 0
    tables = 0
    # What is being collected.
    words: list[tuple[str | None, str]] | None = None
    look: Look = PLAIN
    base_look: Look = PLAIN
    leaf: Leaf = ANONYMOUS
    leaf_base: Look | None = None
    leaf_made = False
    leaf_split = False
    made = 0
    counting = False  # whether there could be more blocks than the limit allows
    has_pending = False  # whether some block is still to be cut out of the source

    def __init__(
        self,
        source: str,
        *,
        base: str | None,
        language: str | None,
        limits: Limits,
        keep_raw: bool = True,
    ) -> None:
        self.source = source
        self.base = base
        self.language = None if language is None else language.lower()
        self.limits = limits
        self.keep_raw = keep_raw
        self.notes = Notes()
        self.stack: list[Frame] = []
        self.inlines: list[OpenInline] = []
        self.open: dict[str, int] = {}  # how many elements of a name the stack holds, up to a cell
        self.ignored: dict[str, int] = {}  # start tags passed over, whose end tags mean nothing
        self.blocks: list[Piled] = []
        self.pieces: list[Piece] = []
        self.unclosed: set[str] = set()  # elements for which an end tag was looked for in vain

    def start(self, parts: list[str]) -> None:
        """Begin to read a stretch of text and tags by turns."""
        self.parts = parts
        self.index = 0
        # Each tag and each text ends at most one block.
        self.counting = self.made + len(parts) > self.limits.paragraphs or self.origin > 0
        self._measured = (0, 0)

    # -- places and issues -----------------------------------------------------------------

    def offset(self, index: int) -> int:
        """Return where a part begins in the source."""
        known, length = self._measured
        if index < known:
            known, length = 0, 0
        length += sum(map(len, self.parts[known:index]))
        self._measured = (index, length)
        return self.origin + length

    def note(self, code: str, message: str) -> None:
        """Note an issue at the present tag."""
        self.notes(code, message, self.offset(self.index))

    def count(self) -> None:
        """Count a paragraph or a cell.

        Raises:
            LimitError: There are too many.
        """
        self.made += 1
        if self.made > self.limits.paragraphs:
            raise LimitError("paragraphs", self.limits.paragraphs)

    # -- text ------------------------------------------------------------------------------

    def flush(self) -> None:
        """Make a block of the text collected so far, if there is any."""
        pieces = self.pieces
        if not pieces:
            return
        text, look = pieces[0]
        leaf = self.leaf
        if len(pieces) == 1 and text is not None and not look[3] and self.words is None:
            pieces.clear()
            text = text.strip(" ")
            if text:
                self._emit((self.run(text, look),))
            return
        if leaf.pre and not self.leaf_made and text is not None:
            # A line end right after the start tag is not text (HTML standard, 13.2.6.4.7, "pre").
            pieces[0] = (text.removeprefix("\n"), look)
        settled = settle(pieces)
        pieces.clear()
        if self.words is not None:
            if settled:
                self._add_words(settled)
            return
        if leaf is ANONYMOUS and settled and not self._in_cell():
            settled = trim_breaks(settled)
        if settled:
            run = self.run
            self._emit(
                tuple([BREAK if text is None else run(text, look) for text, look in settled])
            )

    def run(self, text: str, look: Look) -> Text:
        """Return a run of text; what is no single line is folded to one."""
        try:
            if look is PLAIN:
                return Text(text=text)
            marks, href, lang, _ = look
            return Text(text=text, marks=marks, href=href, lang=lang)
        except ModelError:
            self.note("text.folded", "Control characters within text became blanks")
            return self.run(fold_line(scalars(text)), look)

    def _in_cell(self) -> bool:
        return bool(self.stack) and self.stack[-1].kind is Kind.CELL

    def _add_words(self, settled: list[Piece]) -> None:
        if self.words is not None:
            self.words.append((self.leaf.role, words(settled)))
            self.leaf_made = True
        if any(marks or href is not None for _, (marks, href, _, _) in settled):
            self.note("html.caption", "Links and marks within a caption were dropped")

    def _emit(self, content: tuple[Inline, ...]) -> None:
        leaf = self.leaf
        if leaf.make is Heading:
            self.blocks.append(Heading(content=content, level=leaf.level))
        else:
            self.blocks.append(Paragraph(content=content, role=leaf.role))
        if self.leaf_split:
            self.note("html.split", "A paragraph was parted by what stands within it")
            self.leaf_split = False
        self.leaf_made = True
        if self.counting:
            self.count()

    def end_leaf(self) -> None:
        """End the paragraph or heading that is open, and what is collected without one."""
        if self.pieces:
            self.flush()
        leaf = self.leaf
        if leaf is not ANONYMOUS:
            if leaf.keep_empty and not self.leaf_made:
                if self.words is None:
                    self._emit(())
                else:
                    self.words.append((leaf.role, ""))
            self.leaf = ANONYMOUS
            if self.leaf_base is not None:
                self.rebase(self.leaf_base)
                self.leaf_base = None

    def start_leaf(self, leaf: Leaf, effect: Effect | None) -> None:
        """Begin a paragraph or a heading."""
        if self.pieces or self.leaf is not ANONYMOUS:
            self.end_leaf()
        self.leaf = leaf
        self.leaf_made = self.leaf_split = False
        if effect is not None:
            self.leaf_base = self.base_look
            self.rebase(derive(self.base_look, effect))

    def add(self, block: Piled) -> None:
        """Append a block that is no paragraph; it parts the text around it."""
        if self.pieces:
            self.flush()
        self.blocks.append(block)
        if block.__class__ is Pending:
            self.has_pending = True
        if self.leaf is not ANONYMOUS and self.leaf_made:
            self.leaf_split = True
        self.leaf_made = True
        if self.counting:
            self.count()

    # -- looks -----------------------------------------------------------------------------

    def rebase(self, base: Look) -> None:
        """Change the look that blocks give to their text."""
        self.base_look = self.look = base
        if self.inlines:
            self._reopen(0)

    def _reopen(self, start: int) -> None:
        """Work out anew what the open inline elements from `start` on add up to."""
        for place in range(start, len(self.inlines)):
            name, effect, _ = self.inlines[place]
            self.inlines[place] = (name, effect, self.look)
            self.look = derive(self.look, effect)

    def open_inline(self, name: str, effect: EffectLike | None) -> None:
        """Open an inline element."""
        if len(self.inlines) >= self.limits.xml_depth:
            self.ignore(name)
            return
        self.inlines.append((name, effect or NO_EFFECT, self.look))
        if effect is not None:
            self.look = derive(self.look, effect)

    def close_inline(self, name: str) -> bool:
        """Close the innermost inline element of that name; those opened within it stay open."""
        if self.ignored and self.pass_over(name):
            return True
        open_ones = self.inlines
        for place in range(len(open_ones) - 1, -1, -1):
            if open_ones[place][0] == name:
                self.look = open_ones.pop(place)[2]
                if place < len(open_ones):
                    self._reopen(place)
                return True
        return False

    # -- elements --------------------------------------------------------------------------

    def ignore(self, name: str) -> None:
        """Pass over a start tag that would nest too deep, and later over its end tag."""
        self.note("html.depth", "Elements nested too deep were passed over; their text was kept")
        self.ignored[name] = self.ignored.get(name, 0) + 1

    def pass_over(self, name: str) -> bool:
        """Whether an end tag belongs to a start tag that was passed over."""
        count = self.ignored.get(name, 0)
        if count == 1:
            del self.ignored[name]
        elif count:
            self.ignored[name] = count - 1
        return count > 0

    def push(self, frame: Frame, effect: Effect | None = None) -> bool:
        """Open an element that holds blocks, unless it would nest too deep."""
        if self.pieces or self.leaf is not ANONYMOUS:
            self.end_leaf()
        if len(self.stack) >= self.limits.xml_depth:
            self.ignore(frame.name)
            return False
        self.stack.append(frame)
        self.open[frame.name] = self.open.get(frame.name, 0) + 1
        if effect is not None:
            frame.base = self.base_look
            self.rebase(derive(self.base_look, effect))
        return True

    def hold_blocks(self, frame: Frame) -> None:
        """From now on, blocks go into this frame."""
        frame.outer = self.blocks
        frame.blocks = self.blocks = []

    def close(self, place: int) -> None:
        """Close the open element at a place of the stack, and all within it."""
        stack = self.stack
        while len(stack) > place:
            if self.pieces or self.leaf is not ANONYMOUS:
                self.end_leaf()
            frame = stack.pop()
            if frame.outside is None:
                self.open[frame.name] -= 1
            if frame.base is not None:
                self.rebase(frame.base)
            if frame.closer is not None:
                frame.closer(self, frame)
        if self.pieces or self.leaf is not ANONYMOUS:
            self.end_leaf()

    def settled_blocks(self, blocks: list[Piled]) -> tuple[Block, ...]:
        """Cut out of the source what is kept of it."""
        if not self.has_pending:
            return tuple(cast("list[Block]", blocks))
        return tuple(
            self.raw(block.start, block.end) if isinstance(block, Pending) else block
            for block in blocks
        )

    def raw(self, start: int, end: int) -> Raw:
        """Return a stretch of the source as a block, its relative addresses resolved."""
        from govnews_html._raw import absolute

        text = self.source[start:end]
        if self.base is not None:
            text = absolute(text, self.base, self.limits.attributes)
        return Raw(format="html", text=scalars(text))

    def address(self, value: str) -> str:
        """Return a clean address, resolved."""
        return resolve(value, self.base)

    def attribute_language(self, attributes: Mapping[str, str]) -> str | None:
        """Return what the ``lang`` attribute says: a tag, empty for none or the language of all."""
        value = attributes.get("lang", attributes.get("xml:lang"))
        if value is None:
            return None
        return "" if value.lower() == self.language else value
