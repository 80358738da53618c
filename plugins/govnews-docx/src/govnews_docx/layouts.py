"""Layouts: what a written document looks like, as values that anyone can make.

A `Layout` says which slots a document has, in which order, and how its styles look. Two are built
in: `PRESS` for news and releases, `ND30` for Vietnamese administrative documents after Decree
30/2020/ND-CP. A layout of your own is a changed copy, or a value made from scratch:

>>> from attrs import evolve
>>> from govnews_docx.layouts import PRESS
>>> house = evolve(PRESS, name="house", font="Arial")
"""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

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


def _own(word: str, **look: Any) -> Style:
    return Style(**{"id": f"GN{word}", "name": f"GN {word}", **look})


def _heading(level: int, **look: Any) -> Style:
    return Style(id=f"Heading{level}", name=f"heading {level}", keep=True, level=level, **look)


_BASE: Final = (
    _own("Title", size=18, bold=True, before=6, after=8, keep=True),
    _own("Subtitle", size=13, italic=True, after=8, keep=True),
    _own("Kind", bold=True, before=6, after=2, keep=True),
    _own("Banner", bold=True, after=12, keep=True),
    _own("Office", align="center"),
    _own("Issuer", bold=True, align="center", after=10, rule=True),
    _own("Motto", bold=True, align="center"),
    _own("Number", align="center", before=4),
    _own("Byline", size=11, after=4),
    _own("Dateline", size=11, italic=True, after=6),
    _own("Summary", italic=True, after=8),
    _own("Lead", bold=True, after=8, align="both"),
    _own("Body", after=8, align="both"),
    _own("Quote", italic=True, after=8, left=10, align="both"),
    _own("Item", name="GN List", after=4, align="both"),
    _own("Caption", size=11, italic=True, align="center", after=8),
    _own("Figure", align="center", before=4, after=4, keep=True),
    _own("Credit", bold=True, align="right", before=4, after=10),
    _own("Cell", size=11),
    _own("Head", size=11, bold=True, align="center", keep=True),
    _own("Part", size=12, bold=True, before=10, after=4, keep=True),
    _own("Fact", after=2),
    _own("Small", size=10),
    _own("Sign", name="GN Signature", bold=True, align="center"),
    _own("End", align="center", before=8, after=8),
    _own("Contents", after=3),
    _heading(1, size=15, bold=True, before=12, after=6),
    _heading(2, size=13, bold=True, before=10, after=4),
    _heading(3, bold=True, before=8, after=4),
    _heading(4, bold=True, italic=True, before=6, after=4),
    _heading(5, italic=True, before=6, after=4),
    _heading(6, italic=True, before=6, after=4),
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
_BODY_30: Final[dict[str, Any]] = {"after": 6.0, "first": 12.7, "align": "both"}
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
        _own("Office", size=12, caps=True, align="center"),  # 2
        _own("Issuer", size=12, caps=True, bold=True, align="center"),  # 2
        _own("Motto", size=12, bold=True, align="center"),  # 1
        _own("Number", size=13, align="center"),  # 3
        _own("Dateline", size=13, italic=True, align="center"),  # 4
        _own("Kind", caps=True, bold=True, align="center", before=18, keep=True),
        _own("Title", bold=True, align="center", keep=True),  # 5a
        _own("Subtitle", bold=True, align="center", after=6, keep=True),
        _own("Summary", italic=True, after=6, first=12.7, align="both"),
        _own("Lead", **_BODY_30),
        _own("Body", **_BODY_30),
        _own("Fact", **_BODY_30),
        _own("Item", name="GN List", after=6, align="both"),
        _own("Cell", size=13),
        _own("Head", size=13, bold=True, align="center", keep=True),
        _own("Part", bold=True, before=6, after=6, first=12.7, keep=True),
        _own("Credit", size=13, italic=True, align="right", before=6),
        _own("Sign", name="GN Signature", bold=True, align="center"),  # 7
        _own("Small", size=11),  # 13
        _heading(1, bold=True, align="center", before=6, after=6),
        _heading(2, bold=True, before=6, after=6, first=12.7),
        _heading(3, bold=True, before=6, after=6, first=12.7),
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
