"""Documents of others: which part is the title, the lead, the credit, the administrative header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, evolve, field

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
    Preamble,
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
from govnews_docx._pictures import load
from govnews_docx._surface import Para, Shown, Tbl, paragraphs

_TITLE_LENGTH: Final = 300
_HEADING_LENGTH: Final = 120
_CREDIT_LENGTH: Final = 80
_OPENING: Final = 12  # paragraphs among which a title is looked for
_GENERIC: Final = ("microsoft word", "untitled", "document", "presentation", "powerpoint")
_CENTERED: Final = frozenset({"center", "both-center"})


@define
class _Opening:
    """What stands before the body."""

    title: str | None = None
    subtitle: str | None = None
    kind: str | None = None
    taken: set[int] = field(factory=set)


def read_foreign(
    document: Document, context: ReadContext, *, keep_bytes: bool, notes_in_body: bool
) -> Iterator[Item]:
    """Yield the items of a document that carries no record of ours."""
    note = context.note
    media = load(document.pictures, document.package, note, keep=keep_bytes)
    assembler = Assembler(document.styles, document.numbering, note)
    header, shown = find_header(document.body)
    opening = _opening(document, shown, header)
    rest = [one for number, one in enumerate(shown) if number not in opening.taken]
    blocks = assembler.blocks(rest)
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = _with_headings(blocks)
    blocks, credit = _with_roles(blocks, rest)
    if opening.title is None:
        opening.title = _stated_title(document, note)
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
    organizations: tuple[Organization, ...] = ()
    if header is not None:
        article, organizations = _with_header(article, header)
    if assembler.folded:
        note(
            Issue(
                "text.folded",
                f"Tabs or control characters became blanks in {assembler.folded} paragraphs.",
                "$.articles[0].body",
            )
        )
    note_left_out(document.left_out, document.package.odd_names, note)
    if context.extract is None:
        yield article
        yield from organizations
        return
    source = Source(id="#source-1", text=_text(article, header), of=article.id)
    yield from _merged(context.extract(source, article), organizations)


def _merged(items: tuple[Item, ...], own: tuple[Organization, ...]) -> Iterator[Item]:
    """Yield what extraction found, and our organizations where it did not take their ids."""
    yield from items
    taken = {item.id for item in items if not isinstance(item, Preamble)}
    yield from (organization for organization in own if organization.id not in taken)


def _text(article: Article, header: Header | None) -> str:
    lines = list(header.lines) if header is not None else []
    lines += [line for line in (article.title, article.subtitle) if line]
    return "\n".join([*lines, article.text])


# -- title ---------------------------------------------------------------------------------


def _opening(document: Document, shown: list[Shown], header: Header | None) -> _Opening:
    opening = _Opening()
    _styled_title(document, shown, opening)
    if opening.title is None and header is not None:
        _administrative_title(shown, opening)
    if opening.title is None:
        _first_heading(document, shown, opening)
    if opening.title is None:
        _lone_title(shown, opening)
    return opening


def _styled_title(document: Document, shown: list[Shown], opening: _Opening) -> None:
    """Take the paragraphs of styles Title and Subtitle."""
    wanted = document.styles.titles
    for number, one in enumerate(shown):
        if isinstance(one, Tbl) or one.style not in wanted:
            continue
        kind = wanted[one.style]
        text = fold_line(one.text.strip())
        if not text or one.pictures:
            continue
        if kind == "title":
            if opening.title is None:
                opening.title = text
                opening.taken.add(number)
            elif number - 1 in opening.taken and opening.subtitle is None:
                opening.title = f"{opening.title} {text}"
                opening.taken.add(number)
        elif opening.subtitle is None and opening.title is not None:
            opening.subtitle = text
            opening.taken.add(number)


def _administrative_title(shown: list[Shown], opening: _Opening) -> None:
    """Take the name of the kind of document, then what it is about (Decree 30/2020, I.5)."""
    for number, para in _first_paragraphs(shown):
        text = fold_line(para.text.strip())
        if para.align not in _CENTERED or not _all_bold(para) or len(text) > _TITLE_LENGTH:
            if opening.kind is not None:
                break
            continue
        if opening.kind is None and text.upper() == text:
            opening.kind = text
        elif opening.title is None:
            opening.title = text
        else:
            opening.title = f"{opening.title} {text}"
        opening.taken.add(number)
    if opening.title is None and opening.kind is not None:
        opening.title, opening.kind = opening.kind, None


def _first_heading(document: Document, shown: list[Shown], opening: _Opening) -> None:
    """Take a heading that opens the document, if no other is of its level."""
    first: int | None = None
    one_title = ""
    for number, para in _first_paragraphs(shown):
        level = para.level if para.level is not None else document.styles.get(para.style).level
        if level == 1 and len(para.text) <= _TITLE_LENGTH and not para.num:
            first, one_title = number, para.text
        break
    if first is None:
        return
    same = sum(
        1
        for one in shown
        if isinstance(one, Para)
        and (one.level or document.styles.get(one.style).level) == 1
        and one.text.strip()
    )
    if same == 1:
        opening.title = fold_line(one_title.strip())
        opening.taken.add(first)


def _lone_title(shown: list[Shown], opening: _Opening) -> None:
    """Take a short first paragraph that is set off and followed by text."""
    for number, para in _first_paragraphs(shown):
        text = fold_line(para.text.strip())
        set_off = _all_bold(para) or para.align in _CENTERED or text.upper() == text
        ends = text.endswith((".", ";", ",", ":"))
        followed = any(
            isinstance(one, Para) and len(one.text) > len(text) for one in shown[number + 1 :]
        )
        if set_off and not ends and len(text) <= _TITLE_LENGTH and followed and _has_letter(text):
            opening.title = text
            opening.taken.add(number)
        return


def _first_paragraphs(shown: list[Shown]) -> Iterator[tuple[int, Para]]:
    """Yield the first paragraphs that say something, up to the first table."""
    count = 0
    for number, one in enumerate(shown):
        if isinstance(one, Tbl):
            return
        if one.text.strip() and not one.pictures:
            yield number, one
            count += 1
            if count == _OPENING:
                return


def _stated_title(document: Document, note: Callable[[Issue], None]) -> str | None:
    title = fold_line(document.core.get("title", "").strip())
    if not title or title.casefold().startswith(_GENERIC) or len(title) > _TITLE_LENGTH:
        return None
    note(
        Issue(
            "docx.title",
            "The text shows no title; the one of the document's properties was taken.",
            "$.articles[0].title",
        )
    )
    return title


# -- body ----------------------------------------------------------------------------------


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Make headings of lone short paragraphs that are set off, where no style says so."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if (
            isinstance(block, Paragraph)
            and isinstance(following, Paragraph)
            and _is_set_off(block)
            and not _is_set_off(following)
        ):
            text = block.text
            content = tuple(_plain(inline) for inline in block.content)
            found.append(Heading(content=content, level=2 if text.upper() == text else 3))
        else:
            found.append(block)
    return found


def _is_set_off(block: Paragraph) -> bool:
    text = block.text.strip()
    if not text or len(text) > _HEADING_LENGTH or text.endswith((".", ";", ",", ":")):
        return False
    if not _has_letter(text):
        return False
    return _strong(block) or (text.upper() == text and len(text) > 3)


def _strong(block: Paragraph) -> bool:
    runs = [run for run in block.content if isinstance(run, Text) and run.text.strip()]
    return bool(runs) and all(Mark.STRONG in run.marks for run in runs)


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


def _with_header(article: Article, header: Header) -> tuple[Article, tuple[Organization, ...]]:
    organizations: list[Organization] = []
    if header.issuer:
        parent = "#organization-2" if header.superior else None
        organizations.append(Organization(id="#organization-1", name=header.issuer, parent=parent))
        if header.superior:
            organizations.append(Organization(id="#organization-2", name=header.superior))
    numbers = (Identifier(scheme="docx:number", value=header.number),) if header.number else ()
    article = evolve(
        article,
        publisher="#organization-1" if organizations else None,
        dateline=header.place_and_date,
        alt_ids=numbers,
        extra=article.extra.replacing(
            "docx", {**article.extra.namespace("docx"), "header": header.lines}
        ),
    )
    return article, tuple(organizations)


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


def _all_bold(para: Para) -> bool:
    runs = [run for run in para.runs if run[0].strip()]
    return bool(runs) and all(run[1] & 1 for run in runs)


def _has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)
