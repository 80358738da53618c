"""Layouts: what a written document looks like, as values that anyone can make.

A `Layout` says which slots a document has, in which order, and how its styles look. Two are built
in: `PRESS` for news and releases, `ND30` for Vietnamese administrative documents after Decree
30/2020/ND-CP. A layout of your own is a changed copy, or a value made from scratch:

>>> from attrs import evolve
>>> from govnews_docx.layouts import PRESS
>>> house = evolve(PRESS, name="house", font="Arial")
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from attrs import field, frozen, validators

Align: TypeAlias = Literal["left", "center", "right", "both"]
Slot: TypeAlias = Literal[
    "header",
    "letterhead",
    "banner",
    "kind",
    "title",
    "subtitle",
    "rule",
    "byline",
    "dateline",
    "summary",
    "body",
    "credit",
    "facts",
    "signatures",
    "about",
    "contacts",
    "imprint",
    "end",
]

SLOTS: Final[tuple[Slot, ...]] = Slot.__args__  # type: ignore[attr-defined]
"""All slots there are."""


@frozen(kw_only=True)
class Style:
    """A paragraph style.

    Args:
        id: Its id; ``GN`` and a name, or one of Word's own such as ``Heading1``.
        name: Its name, as Word lists it.
        size: Size of its letters in points; None for the layout's.
        bold: Whether it is bold.
        italic: Whether it is italic.
        caps: Whether it shows capital letters, whatever the text has.
        align: How it is set.
        before: Space above, in points.
        after: Space below, in points.
        first: Indent of the first line, in millimeters.
        left: Indent from the left, in millimeters; negative lets the first line hang out.
        keep: Whether it stays on one page with the next paragraph.
        level: Outline level 1 to 9 of a heading.
        rule: Whether a thin line stands beneath.

    .. versionadded:: 0.1.0
    """

    id: str
    name: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = "left"
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    keep: bool = False
    level: int | None = None
    rule: bool = False


@frozen(kw_only=True)
class Layout:
    """How a document looks.

    Args:
        name: Its name.
        slots: What a document shows, from top to bottom; a slot without data is left out.
        styles: The styles of its paragraphs. A style that is not given is that of `PRESS`.
        font: The font of all text.
        size: The size of body text, in points.
        line: Line spacing, 1 for single.
        width: Width of the page in millimeters.
        height: Its height.
        top: Its margins.
        right: See `top`.
        bottom: See `top`.
        left: See `top`.
        page_number: Where pages after the first bear their number.
        end_mark: What stands below the last word, where the layout has the slot ``"end"``.

    .. versionadded:: 0.1.0
    """

    name: str
    slots: tuple[Slot, ...] = field(validator=validators.deep_iterable(validators.in_(SLOTS)))
    styles: tuple[Style, ...] = ()
    font: str = "Times New Roman"
    size: float = 12
    line: float = 1.15
    width: int = 210
    height: int = 297
    top: int = 20
    right: int = 20
    bottom: int = 20
    left: int = 25
    page_number: Literal["top", "bottom", "none"] = "bottom"
    end_mark: str = "###"

    def style(self, style_id: str) -> Style | None:
        """Return its style of that id."""
        return next((one for one in self.styles if one.id == style_id), None)


_BASE: Final = (
    Style(id="GNTitle", name="GN Title", size=18, bold=True, before=6, after=8, keep=True),
    Style(id="GNSubtitle", name="GN Subtitle", size=13, italic=True, after=8, keep=True),
    Style(id="GNKind", name="GN Kind", bold=True, before=6, after=2, keep=True),
    Style(id="GNBanner", name="GN Banner", bold=True, after=12, keep=True),
    Style(id="GNOffice", name="GN Office", align="center"),
    Style(id="GNIssuer", name="GN Issuer", bold=True, align="center", after=10, rule=True),
    Style(id="GNMotto", name="GN Motto", bold=True, align="center"),
    Style(id="GNNumber", name="GN Number", align="center", before=4),
    Style(id="GNByline", name="GN Byline", size=11, after=4),
    Style(id="GNDateline", name="GN Dateline", size=11, italic=True, after=6),
    Style(id="GNSummary", name="GN Summary", italic=True, after=8),
    Style(id="GNLead", name="GN Lead", bold=True, after=8, align="both"),
    Style(id="GNBody", name="GN Body", after=8, align="both"),
    Style(id="GNQuote", name="GN Quote", italic=True, after=8, left=10, align="both"),
    Style(id="GNItem", name="GN List", after=4, align="both"),
    Style(id="GNCaption", name="GN Caption", size=11, italic=True, align="center", after=8),
    Style(id="GNFigure", name="GN Figure", align="center", before=4, after=4, keep=True),
    Style(id="GNCredit", name="GN Credit", bold=True, align="right", before=4, after=10),
    Style(id="GNCell", name="GN Cell", size=11),
    Style(id="GNHead", name="GN Head", size=11, bold=True, align="center", keep=True),
    Style(id="GNPart", name="GN Part", size=12, bold=True, before=10, after=4, keep=True),
    Style(id="GNFact", name="GN Fact", after=2),
    Style(id="GNSmall", name="GN Small", size=10),
    Style(id="GNSign", name="GN Signature", bold=True, align="center"),
    Style(id="GNEnd", name="GN End", align="center", before=8, after=8),
    Style(id="GNContents", name="GN Contents", after=3),
    Style(id="Heading1", name="heading 1", size=15, bold=True, before=12, after=6, keep=True, level=1),
    Style(id="Heading2", name="heading 2", size=13, bold=True, before=10, after=4, keep=True, level=2),
    Style(id="Heading3", name="heading 3", bold=True, before=8, after=4, keep=True, level=3),
    Style(
        id="Heading4", name="heading 4", bold=True, italic=True, before=6, after=4, keep=True, level=4
    ),
    Style(id="Heading5", name="heading 5", italic=True, before=6, after=4, keep=True, level=5),
    Style(id="Heading6", name="heading 6", italic=True, before=6, after=4, keep=True, level=6),
)  # fmt: skip

PRESS: Final = Layout(
    name="press",
    slots=(
        "letterhead",
        "banner",
        "kind",
        "title",
        "subtitle",
        "byline",
        "dateline",
        "summary",
        "body",
        "credit",
        "about",
        "contacts",
        "end",
        "imprint",
        "facts",
    ),
    styles=_BASE,
)
"""News and releases: who speaks, headline, story, credit, whom to ask."""

# Decree 30/2020/ND-CP, Annex I: numbers in comments are those of its table of elements.
_BODY_30: Final = {"size": 14.0, "after": 6.0, "first": 12.7, "align": "both"}
ND30: Final = Layout(
    name="nd30",
    slots=(
        "header",
        "kind",
        "title",
        "subtitle",
        "rule",
        "summary",
        "body",
        "facts",
        "credit",
        "signatures",
        "imprint",
    ),
    styles=(
        Style(id="GNOffice", name="GN Office", size=12, caps=True, align="center"),  # 2, superior body
        Style(id="GNIssuer", name="GN Issuer", size=12, caps=True, bold=True, align="center"),  # 2
        Style(id="GNMotto", name="GN Motto", size=12, bold=True, align="center"),  # 1
        Style(id="GNNumber", name="GN Number", size=13, align="center"),  # 3
        Style(id="GNDateline", name="GN Dateline", size=13, italic=True, align="center"),  # 4
        Style(id="GNKind", name="GN Kind", size=14, caps=True, bold=True, align="center", before=18, keep=True),
        Style(id="GNTitle", name="GN Title", size=14, bold=True, align="center", keep=True),  # 5a
        Style(
            id="GNSubtitle", name="GN Subtitle", size=14, bold=True, align="center", after=6, keep=True
        ),
        Style(id="GNSummary", name="GN Summary", size=14, italic=True, after=6, first=12.7, align="both"),
        Style(id="GNLead", name="GN Lead", **_BODY_30),  # type: ignore[arg-type]
        Style(id="GNBody", name="GN Body", **_BODY_30),  # type: ignore[arg-type]
        Style(id="GNFact", name="GN Fact", **_BODY_30),  # type: ignore[arg-type]
        Style(id="GNItem", name="GN List", size=14, after=6, align="both"),
        Style(id="GNCell", name="GN Cell", size=13),
        Style(id="GNHead", name="GN Head", size=13, bold=True, align="center", keep=True),
        Style(id="GNPart", name="GN Part", size=14, bold=True, before=6, after=6, first=12.7, keep=True),
        Style(id="GNCredit", name="GN Credit", size=13, italic=True, align="right", before=6),
        Style(id="GNSign", name="GN Signature", size=14, bold=True, align="center"),  # 7
        Style(id="GNSmall", name="GN Small", size=11),  # 13
        Style(id="Heading1", name="heading 1", size=14, bold=True, align="center", before=6, after=6, keep=True, level=1),
        Style(id="Heading2", name="heading 2", size=14, bold=True, before=6, after=6, first=12.7, keep=True, level=2),
        Style(id="Heading3", name="heading 3", size=14, bold=True, before=6, after=6, first=12.7, keep=True, level=3),
    ),
    size=14,
    line=1.0,
    top=20,
    bottom=20,
    left=30,
    right=15,
    page_number="top",
    end_mark="",
)  # fmt: skip
"""Vietnamese administrative documents, for agreements, memoranda and communiqués."""

BUILT_IN: Final = {"press": PRESS, "nd30": ND30}
"""The built-in layouts by name."""
