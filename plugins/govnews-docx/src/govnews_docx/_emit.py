"""Writes the main part: paragraphs, tables, links and pictures as XML, ids by position."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from govnews.model import Figure, Table
from govnews_docx._embed import Pictures, drawing
from govnews_docx._grid import placed
from govnews_docx._lines import Line, Lists, figure_runs, stamp
from govnews_docx._names import STORE_GUID
from govnews_docx._styles import CODE, EM, STRIKE, STRONG, SUB, SUP, UNDERLINE
from govnews_docx._surface import Run
from govnews_docx._text import attribute, escape, visible

#: Run properties in the order the schema wants (ISO 29500-1, 17.3.2.28).
_PROPERTIES: Final = (
    (CODE, '<w:rStyle w:val="GNCode"/>'),
    (STRONG, "<w:b/>"),
    (EM, "<w:i/>"),
    (STRIKE, "<w:strike/>"),
    (UNDERLINE, '<w:u w:val="single"/>'),
    (SUB, '<w:vertAlign w:val="subscript"/>'),
    (SUP, '<w:vertAlign w:val="superscript"/>'),
)
_RPR: Final = tuple("".join(xml for bit, xml in _PROPERTIES if flags & bit) for flags in range(128))
_LINK: Final = '<w:rStyle w:val="Hyperlink"/>'
#: Some editors do not open a document whose store is larger than 32 KiB.
_STORE: Final = 24 * 1024
#: Values that stand alone in their record; only these go into the store, to keep it small.
_SINGLE: Final = re.compile(
    r"\$\.\w+\[\d+\]\.(?:title|subtitle|number|place|dateline|byline|credit|name)"
)
_UNBINDABLE: Final = frozenset("&<>\"'")


@define
class Emitter:
    """The main part in the making.

    Args:
        width: Width of the text in twentieths of a point.
        pictures: The pictures of the document.
        controls: Whether values stand in content controls that are bound to the store.
        units: For each paragraph that can be read back: its path and its stamp.
        links: Targets of links, by target; ids count from 1.
        store: What the bound fields say, path and value.
    """

    width: int
    pictures: Pictures
    controls: bool = False
    pieces: list[str] = field(factory=list)
    units: list[str] = field(factory=list)
    lists: Lists = field(factory=lambda: Lists([]))
    links: dict[str, int] = field(factory=dict)
    store: list[tuple[str, str]] = field(factory=list)
    used: set[str] = field(factory=set)
    deepest: int = 0
    anchors: int = 0
    _stored: int = 0
    _widths: list[int] = field(factory=list)
    _cell_width: int = 0
    _cell: int = 0
    _before: str = ""
    _body: str = ""

    # -- paragraphs ------------------------------------------------------------------------

    def line(self, record: str, line: Line) -> None:
        """Write a line of a body; `record` is the path of its article."""
        path = f"{record}.{line.path}"
        if line.table is not None:
            self.table(line.table, path)
            return
        if line.figure is not None:
            self._figure(line.figure, path)
            return
        mark = self.mark(path, "b")
        properties = ""
        if line.number is not None:
            self.deepest = max(self.deepest, line.level)
            number = f'<w:ilvl w:val="{line.level}"/><w:numId w:val="{line.number}"/>'
            properties = f"<w:numPr>{number}</w:numPr>"
        elif line.level:
            properties = f'<w:ind w:left="{min(line.level, 9) * 360}" w:firstLine="0"/>'
        self.paragraph(line.style, self.runs(line.runs), mark, properties)

    def field(self, style: str, path: str, value: str, label: str = "") -> None:
        """Write a paragraph that shows one value, after a label."""
        shown = visible(value)
        content = self.runs([_label(style, label)]) if label else ""
        mark = self.mark(path, "f", label=label)
        self.paragraph(style, content + self._control(path, value, shown, style[2:]), mark)

    def made(
        self, style: str, text: str, properties: str = "", path: str = "", label: str = ""
    ) -> None:
        """Write a paragraph that shows what several values say together, after a label."""
        runs: list[Run] = [_label(style, label), (visible(text), 0, None)]
        mark = self.mark(path, "x", stamp(runs))
        self.paragraph(style, self.runs(runs[not label :]), mark, properties)

    def paragraph(self, style: str, content: str, mark: str = "", properties: str = "") -> None:
        """Write a paragraph."""
        if self._before:
            # A record of several begins here, on a page of its own.
            properties = f"<w:pageBreakBefore/>{properties}"
            mark, self._before = self._before + mark, ""
        self.used.add(style)
        self.pieces.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{mark}{content}</w:p>'
        )

    def mark(self, path: str, kind: str, digests: str = "", label: str = "") -> str:
        """Return a bookmark for the paragraph that begins, and note what it shows.

        Args:
            path: What the paragraph shows, from the bundle.
            kind: ``b`` a line of a body, ``f`` a value, ``x`` neither.
            digests: What `stamp` says of its runs, where no single value tells what they say.
            label: What stands before the value.
        """
        number = len(self.units)
        if kind == "b":
            # The lines of a body follow each other: its name, once, tells them all.
            body = path[: path.index(".body[") + 5]
            self.units.append("" if body == self._body else f"b{body}")
            self._body = body
        else:
            self.units.append(f"{kind}{path}|{digests}|{label}")
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="_gn_{kind}{number}"/>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _control(self, path: str, value: str, shown: str, alias: str) -> str:
        run = self.runs([(shown, 0, None)])
        bindable = bool(shown) and shown == value and shown.isprintable()
        bindable = bindable and _SINGLE.fullmatch(path) is not None
        size = len(path) + len(value.encode()) + 24
        # A bound value with `&` or `<` in it makes LibreOffice write all stores empty.
        if not bindable or _UNBINDABLE & set(value) or self._stored + size >= _STORE:
            return run
        self._stored += size
        self.store.append((path, value))
        if not self.controls:
            return run
        number = len(self.store)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(alias)}"/>'
            f'<w:tag w:val="gn{len(self.units) - 1}"/><w:id w:val="{1000 + number}"/>'
            "<w:dataBinding w:prefixMappings=\"xmlns:g='urn:govnews:record:1'\" "
            f'w:xpath="/g:record[1]/g:f[{number}]" w:storeItemID="{STORE_GUID}"/>'
            f"<w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def runs(self, runs: list[Run]) -> str:
        """Return runs as XML."""
        pieces: list[str] = []
        linked: str | None = None
        for text, flags, href in runs:
            if href != linked:
                if linked is not None:
                    pieces.append("</w:hyperlink>")
                if href is not None:
                    number = self.links.setdefault(href, len(self.links) + 1)
                    self.used.add("Hyperlink")
                    pieces.append(f'<w:hyperlink r:id="rL{number}">')
                linked = href
            properties = _RPR[flags]
            if flags & CODE:
                self.used.add("GNCode")
            if href is not None and not flags & CODE:
                properties = _LINK + properties
            if properties:
                properties = f"<w:rPr>{properties}</w:rPr>"
            pieces.append(f"<w:r>{properties}{_words(text)}</w:r>")
        if linked is not None:
            pieces.append("</w:hyperlink>")
        return "".join(pieces)

    # -- pictures --------------------------------------------------------------------------

    def _figure(self, figure: Figure, path: str) -> None:
        embedded = self.pictures.of(figure.src)
        if embedded is not None:
            mark = self.mark(path, "b")
            self.anchors += 1
            xml = drawing(embedded, figure.alt or "", self.anchors, self.width)
            self.paragraph("GNFigure", f"<w:r>{xml}</w:r>", mark)
            return
        self.paragraph("GNFigure", self.runs(figure_runs(figure)), self.mark(path, "b"))

    # -- tables ----------------------------------------------------------------------------

    def table(self, table: Table, path: str) -> None:
        """Write a table with a grid of its own; spans are cut to what Word allows."""
        rows, columns = placed(table)
        mark = self.mark(path, "b")
        each = self.width // columns
        self.used |= {"GNTable", "GNCell"}
        grid = f'<w:gridCol w:w="{each}"/>' * columns
        self.pieces.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="GNTable"/>'
            f'<w:tblW w:w="{each * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )
        for index, row in enumerate(rows):
            header = "<w:trPr><w:tblHeader/></w:trPr>" if index < table.header_rows else ""
            self.pieces.append(f"<w:tr>{header}")
            for span, merge, runs in row:
                wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
                self.pieces.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{each * span}" w:type="dxa"/>{wide}{merge}</w:tcPr>'
                )
                style = "GNHead" if index < table.header_rows else "GNCell"
                self.paragraph(style, self.runs(runs), mark)
                mark = ""
                self.pieces.append("</w:tc>")
            self.pieces.append("</w:tr>")
        self.pieces.append("</w:tbl>")
        self.gap()  # two tables that touch become one in Word

    # -- furniture -------------------------------------------------------------------------

    def item(self, path: str, value: str, number: int) -> None:
        """Write an item of a list of values."""
        shown = visible(value)
        mark = self.mark(path, "f")
        number_properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        self.paragraph("GNItem", self._control(path, value, shown, "Item"), mark, number_properties)

    def target(self, number: int) -> None:
        """Begin a record on a new page, where the table of contents leads."""
        name = f"_gn_t{number}"
        self._before = (
            f'<w:bookmarkStart w:id="{1_000_000 + number}" w:name="{name}"/>'
            f'<w:bookmarkEnd w:id="{1_000_000 + number}"/>'
        )

    def contents(self, titles: list[tuple[int, str]]) -> None:
        """Write a table of contents, a field that Word can renew, with links and no pages."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\h \\n \\t "GN Title,1" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        for place, (number, title) in enumerate(titles):
            runs: list[Run] = [(title, 0, None)]
            link = f'<w:hyperlink w:anchor="_gn_t{number}">{self.runs(runs)}</w:hyperlink>'
            finish = (
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(titles) - 1 else ""
            )
            mark = self.mark("", "x", stamp(runs))
            self.paragraph("GNContents", f"{begin if place == 0 else ''}{link}{finish}", mark)

    def blank(self, style: str) -> None:
        """Write an empty paragraph."""
        self.paragraph(style, "")

    def gap(self) -> None:
        """Write a thin empty paragraph, which keeps tables apart."""
        self.paragraph("GNGap", "")

    def rule(self, share: float) -> None:
        """Draw a thin line below the last paragraph of a cell, over a share of its width."""
        side = round((self._cell_width if self._cell else self.width) * (1 - share) / 2)
        self.paragraph("GNRule", "", "", f'<w:ind w:left="{side}" w:right="{side}"/>')

    def open_table(self, columns: int, first: float = 0.5) -> None:
        """Begin a table without lines that only sets things side by side."""
        widths = [round(self.width * first)]
        widths += [(self.width - widths[0]) // (columns - 1)] * (columns - 1)
        self._widths = widths
        self.used |= {"GNPlain", "GNCell"}
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self.pieces.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="GNPlain"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr>"
        )

    def next_cell(self, column: int) -> None:
        """Begin a cell, after closing the one before."""
        self._close_cell()
        self._cell_width = self._widths[column]
        self.pieces.append(f'<w:tc><w:tcPr><w:tcW w:w="{self._cell_width}" w:type="dxa"/></w:tcPr>')
        self._cell = len(self.pieces)

    def next_row(self) -> None:
        """Begin a row."""
        self._close_cell()
        self.pieces.append("</w:tr><w:tr>")

    def close_table(self) -> None:
        """End the table."""
        self._close_cell()
        self.pieces.append("</w:tr></w:tbl>")
        self.gap()

    @property
    def in_cell(self) -> bool:
        """Whether a cell is open."""
        return self._cell > 0

    def _close_cell(self) -> None:
        if self._cell:
            if self._cell == len(self.pieces):
                self.blank("GNCell")  # a cell holds at least one paragraph
            self.pieces.append("</w:tc>")
        self._cell = 0


def _label(style: str, label: str) -> Run:
    return visible(label), STRONG if style == "GNFact" else 0, None


def _words(text: str) -> str:
    """Return the words of a run; line ends and tabs are elements of their own."""
    if "\n" not in text and "\t" not in text:
        return _word(text)
    pieces = []
    for number, line in enumerate(text.split("\n")):
        if number:
            pieces.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                pieces.append("<w:tab/>")
            if piece:
                pieces.append(_word(piece))
    return "".join(pieces)


def _word(text: str) -> str:
    if text[:1].isspace() or text[-1:].isspace() or "  " in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:t>{escape(text)}</w:t>"
