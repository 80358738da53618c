"""Documents of others: which part is the title, the lead, the credit, the administrative header."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govnews.errors import ModelError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import (
    Article,
    Block,
    Heading,
    Identifier,
    Item,
    Mark,
    Paragraph,
    PartialDate,
    Source,
    Term,
    Text,
)
from govnews_docx._apart import extra_of
from govnews_docx._blocks import Assembler
from govnews_docx._document import Document
from govnews_docx._header import Header, find_header
from govnews_docx._issuer import with_issuer
from govnews_docx._left_out import note_left_out
from govnews_docx._opening import find_opening, stated_title
from govnews_docx._pictures import load
from govnews_docx._roles import with_headings, with_roles
from govnews_docx._surface import Shown, paragraphs


def read_foreign(
    document: Document, context: ReadContext, *, keep_bytes: bool, notes_in_body: bool
) -> Iterator[Item]:
    """Yield the items of a document that carries no record of ours."""
    # First, since figures are known by what their pictures hold.
    media = load(document.pictures, document.package, context.note, keep=keep_bytes)
    header, shown = find_header(document.body)
    opening = find_opening(document, shown, header)
    rest = [one for number, one in enumerate(shown) if number not in opening.taken]
    if opening.title is None:
        opening.title = stated_title(document, context.note)
    lines = header.lines if header is not None else opening.letterhead
    body = _body(document, rest, context, notes=notes_in_body)
    article = Article(
        id="#article-1",
        title=opening.title,
        subtitle=opening.subtitle,
        lang=_language(document, context),
        kind=Term(label=opening.kind) if opening.kind else None,
        dateline=header.place_and_date if header is not None else None,
        alt_ids=_numbers(header),
        body=tuple(body.blocks),
        credit=body.credit,
        created=_date(document.core.get("created")),
        modified=_date(document.core.get("modified")),
        media=tuple(media),
        extra=extra_of(document, lines, notes=not notes_in_body),
    )
    note_left_out(document.left_out, document.package.odd_names, context.note)
    above = len("\n".join(lines))
    if context.extract is None:
        yield from with_issuer((article,), header, above)
        return
    text = "\n".join([*lines, *filter(None, (article.title, article.subtitle)), article.text])
    source = Source(id="#source-1", text=text, of=article.id)
    yield from with_issuer(context.extract(source, article), header, above)


@frozen
class _Body:
    """Blocks, and the line that credits somebody with them."""

    blocks: list[Block]
    credit: str | None


def _body(document: Document, shown: list[Shown], context: ReadContext, *, notes: bool) -> _Body:
    """Return the body that paragraphs and tables are, with the notes at its end if asked for."""
    assembler = Assembler(document.styles, document.numbering, context.note)
    blocks = assembler.blocks(shown)
    styled = any(isinstance(block, Heading) for block in blocks)
    blocks, credit = with_roles(with_headings(blocks, styled=styled), shown)
    if notes:
        blocks += _note_blocks(document, assembler)
    if assembler.folded:
        context.note(
            Issue(
                "text.folded",
                f"Tabs or control characters became blanks in {assembler.folded} paragraphs.",
                "$.articles[0].body",
            )
        )
    document.left_out["docx.label"] += assembler.renumbered
    return _Body(blocks, credit)


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


def _numbers(header: Header | None) -> tuple[Identifier, ...]:
    if header is None or not header.number:
        return ()
    return (Identifier(scheme="docx:number", value=header.number),)


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
