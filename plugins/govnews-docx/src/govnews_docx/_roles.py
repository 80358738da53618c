"""What the paragraphs of a document of others are in it, told by their form alone."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from govnews.model import Block, Heading, Inline, Mark, Paragraph, Text, fold_line
from govnews_docx._opening import TITLE_LENGTH, has_letter
from govnews_docx._surface import Para, Shown

#: Parts of a legal text as they are headed (Decree 30/2020, I.6; their English names).
_LEGAL: Final = re.compile(
    r"(?:(?P<chapter>Phần|Chương|Part|Chapter)|Mục|Điều|Section|Article)\s+[0-9IVXLC]{1,8}\b",
    re.IGNORECASE,
)
_HEADING_LENGTH: Final = 120
_CREDIT_LENGTH: Final = 80


def with_headings(blocks: list[Block], *, styled: bool) -> list[Block]:
    """Make headings of paragraphs that are set off as such, where no style says so.

    Args:
        blocks: The body.
        styled: Whether styles name headings; then only the parts of a legal text are added.
    """
    found: list[Block] = []
    for number, block in enumerate(blocks):
        level = None
        if isinstance(block, Paragraph):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            level = _legal_level(block)
            if level is None and not styled and isinstance(following, Paragraph):
                level = _lone_level(block, following)
        if level is None or not isinstance(block, Paragraph):
            found.append(block)
        else:
            content = tuple(_plain(inline) for inline in block.content)
            found.append(Heading(content=content, level=level))
    return found


def _legal_level(block: Paragraph) -> int | None:
    """Tell a chapter, a section or an article of a legal text, set in bold."""
    if not _strong(block):
        return None
    text = block.text
    match = _LEGAL.match(text.strip()[:_HEADING_LENGTH])
    if match is None or len(text) > TITLE_LENGTH:
        return None
    return 2 if match["chapter"] else 3


def _lone_level(block: Paragraph, following: Paragraph) -> int | None:
    """Tell a short line that is set off from what follows."""
    if not _is_set_off(block) or _is_set_off(following):
        return None
    text = block.text
    return 2 if text.upper() == text else 3


def _is_set_off(block: Paragraph) -> bool:
    text = block.text.strip()
    if not text or len(text) > _HEADING_LENGTH or text.endswith((".", ";", ",", ":")):
        return False
    if not has_letter(text):
        return False
    return _strong(block) or (text.upper() == text and len(text) > 3)


def _strong(block: Paragraph) -> bool:
    found = False
    for run in block.content:
        if isinstance(run, Text) and not run.text.isspace():
            if Mark.STRONG not in run.marks:
                return False
            found = True
    return found


def _plain(inline: Inline) -> Inline:
    if isinstance(inline, Text) and Mark.STRONG in inline.marks:
        return evolve(inline, marks=tuple(m for m in inline.marks if m is not Mark.STRONG))
    return inline


def with_roles(blocks: list[Block], shown: list[Shown]) -> tuple[list[Block], str | None]:
    """Mark the lead and the credit line, by their form alone."""
    places = [n for n, block in enumerate(blocks) if isinstance(block, Paragraph)]
    if len(places) < 2:
        return blocks, None
    first = blocks[places[0]]
    second = blocks[places[1]]
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)  # noqa: S101, PT018
    if places[0] == 0 and _strong(first) and not _strong(second) and len(first.text) > 60:
        blocks[0] = evolve(first, role="lead")
    credit = next((b for b in blocks if isinstance(b, Paragraph) and b.role == "credit"), None)
    if credit is not None:
        return blocks, fold_line(credit.text)
    last = blocks[-1]
    if not isinstance(last, Paragraph):
        return blocks, None
    text = last.text.strip()
    right = next(
        (
            para.align in ("right", "end")
            for para in reversed(shown)
            if isinstance(para, Para) and para.text.strip()
        ),
        False,
    )
    if (
        right
        and text
        and len(text) <= _CREDIT_LENGTH
        and "\n" not in text
        and text[-1] not in ".:;"
    ):
        blocks[-1] = evolve(last, role="credit")
        return blocks, fold_line(text)
    return blocks, None
