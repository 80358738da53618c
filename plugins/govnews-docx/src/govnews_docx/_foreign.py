"""Documents of others: which part is the title, the lead, the credit, the administrative header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from govnews.errors import ModelError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import (
    Article,
    Block,
    Heading,
    Identifier,
    Inline,
    Item,
    Mark,
    Organization,
    Paragraph,
    PartialDate,
    Source,
    Term,
    Text,
    fold_line,
)
from govnews_docx._apart import extra_of
from govnews_docx._blocks import Assembler
from govnews_docx._document import Document
from govnews_docx._header import Header, find_header
from govnews_docx._left_out import note_left_out
from govnews_docx._opening import TITLE_LENGTH, find_opening, has_letter, stated_title
from govnews_docx._pictures import load
from govnews_docx._surface import Para, Shown, paragraphs

#: Parts of a legal text as they are headed (Decree 30/2020, I.6; their English names).
_LEGAL: Final = re.compile(
    r"(?:(?P<chapter>Phần|Chương|Part|Chapter)|Mục|Điều|Section|Article)\s+[0-9IVXLC]{1,8}\b",
    re.IGNORECASE,
)
_HEADING_LENGTH: Final = 120
_CREDIT_LENGTH: Final = 80


def read_foreign(
    document: Document, context: ReadContext, *, keep_bytes: bool, notes_in_body: bool
) -> Iterator[Item]:
    """Yield the items of a document that carries no record of ours."""
    note = context.note
    media = load(document.pictures, document.package, note, keep=keep_bytes)
    assembler = Assembler(document.styles, document.numbering, note)
    header, shown = find_header(document.body)
    opening = find_opening(document, shown, header)
    rest = [one for number, one in enumerate(shown) if number not in opening.taken]
    blocks = assembler.blocks(rest)
    styled = any(isinstance(block, Heading) for block in blocks)
    blocks = _with_headings(blocks, styled=styled)
    blocks, credit = _with_roles(blocks, rest)
    if opening.title is None:
        opening.title = stated_title(document, note)
    if notes_in_body:
        blocks += _note_blocks(document, assembler)
    article = Article(
        id="#article-1",
        title=opening.title,
        subtitle=opening.subtitle,
        lang=_language(document, context),
        kind=Term(label=opening.kind) if opening.kind else None,
        body=tuple(blocks),
        credit=credit,
        created=_date(document.core.get("created")),
        modified=_date(document.core.get("modified")),
        media=tuple(media),
        extra=extra_of(document, notes=not notes_in_body),
    )
    lines = header.lines if header is not None else opening.letterhead
    if lines:
        own = article.extra.namespace("docx")
        article = evolve(article, extra=article.extra.replacing("docx", {**own, "header": lines}))
    if header is not None:
        article = _with_header(article, header)
    if assembler.folded:
        note(
            Issue(
                "text.folded",
                f"Tabs or control characters became blanks in {assembler.folded} paragraphs.",
                "$.articles[0].body",
            )
        )
    document.left_out["docx.label"] += assembler.renumbered
    note_left_out(document.left_out, document.package.odd_names, note)
    if context.extract is None:
        yield from _with_issuer((article,), header, len("\n".join(lines)))
        return
    text = "\n".join([*lines, *filter(None, (article.title, article.subtitle)), article.text])
    source = Source(id="#source-1", text=text, of=article.id)
    yield from _with_issuer(context.extract(source, article), header, len("\n".join(lines)))


def _with_issuer(items: tuple[Item, ...], header: Header | None, above: int) -> Iterator[Item]:
    """Yield the items, with the offices of the header, and the article published by the issuer.

    Args:
        items: What was read, the article among it.
        header: The header of an administrative document, if there is one.
        above: How many characters of the source stand above the title.
    """
    offices = [item for item in items if isinstance(item, Organization)]
    publisher = None
    added: list[Organization] = []
    if header is not None and header.issuer:
        parent = None
        if header.superior:
            parent, new = _office(header.superior, None, offices)
            added += new
        publisher, new = _office(header.issuer, parent, [*offices, *added])
        added += new
    else:
        publisher = next((one.id for one in offices if _is_named(one, above)), None)
    for item in items:
        if isinstance(item, Article) and item.publisher is None and publisher is not None:
            yield evolve(item, publisher=publisher)
        else:
            yield item
    yield from added


def _office(
    name: str, parent: str | None, known: list[Organization]
) -> tuple[str, list[Organization]]:
    """Return the id of an office of that name, and the office where it is new."""
    wanted = name.casefold()
    for one in known:
        if one.name.casefold() == wanted:
            return one.id, []
    taken = {one.id for one in known}
    number = len(known) + 1
    while f"#organization-{number}" in taken:
        number += 1
    office = Organization(id=f"#organization-{number}", name=name, parent=parent)
    return office.id, [office]


def _is_named(office: Organization, above: int) -> bool:
    """Whether the words that name an office stand above the title."""
    return any(
        one.path == "$.name" and one.end is not None and one.end <= above for one in office.evidence
    )


# -- body ----------------------------------------------------------------------------------


def _with_headings(blocks: list[Block], *, styled: bool) -> list[Block]:
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


def _with_roles(blocks: list[Block], shown: list[Shown]) -> tuple[list[Block], str | None]:
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


def _note_blocks(document: Document, assembler: Assembler) -> list[Block]:
    """Return footnotes and endnotes as paragraphs, for those who want them in the body."""
    found: list[Block] = []
    for one in document.notes:
        if one.kind == "comment":
            continue
        label = Text(text=one.label, marks=(Mark.SUP,))
        for number, para in enumerate(paragraphs(one.blocks)):
            content = assembler.content(para)
            found.append(
                Paragraph(
                    content=tuple([label, *content] if not number else content), role=one.kind
                )
            )
    return found


# -- what the properties and the header say ------------------------------------------------


def _with_header(article: Article, header: Header) -> Article:
    numbers = (Identifier(scheme="docx:number", value=header.number),) if header.number else ()
    return evolve(article, dateline=header.place_and_date, alt_ids=numbers)


def _language(document: Document, context: ReadContext) -> str | None:
    lang = context.language or document.core.get("language", "").strip()
    pieces = lang.split("-")
    fits = all(p.isascii() and p.isalnum() and len(p) <= 8 for p in pieces) and pieces[0].isalpha()
    return lang if lang and fits else None


def _date(text: str | None) -> PartialDate | None:
    """Read a W3CDTF date of the core properties (ECMA-376-2, 8.3.3)."""
    if text is None:
        return None
    try:
        return PartialDate.parse(text.strip().replace("+00:00", "Z"))
    except ModelError:
        return None
