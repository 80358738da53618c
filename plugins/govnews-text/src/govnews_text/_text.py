"""Write a plain-text page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from attrs import frozen

from govnews.formats import WriteContext
from govnews.issues import Issue, IssueLog, Path
from govnews.model import (
    Block,
    Break,
    Figure,
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
    inline_text,
)
from govnews_text import TextWriteOptions
from govnews_text._facts import Fact, Said, Section
from govnews_text._grid import rows_of
from govnews_text._lines import lines_of, visible
from govnews_text._page import Note, Page, account, page_of

_RULE: Final = "* * *"


def write(
    items: Iterable[Item], sink: BinaryIO, options: TextWriteOptions, context: WriteContext
) -> None:
    """Write stories and facts as text for people, and note what is no longer typed."""
    page = page_of(items, facts=options.facts)
    blocks = IssueLog(context.limits.issues)
    text = "\n\n".join(_groups(page, _Bodies(blocks)))
    # A text that begins with U+FEFF would lose it: there it is taken for a byte order mark.
    shield = "\n" if text.startswith("\ufeff") else ""
    sink.write(f"{shield}{text}\n".encode())
    account(page, context.note, titles=False, first_id="#article-1" if text else "")
    for issue in blocks:
        context.note(issue)
    if not _is_body_alone(page, blocks):
        _note_places(page, context.note)


def _is_body_alone(page: Page, blocks: IssueLog) -> bool:
    """Tell whether all that is written are the paragraphs of one body, one for one."""
    if page.sections or len(blocks) or len(page.stories) != 1:
        return not (page.stories or page.sections)
    story = page.stories[0]
    return not (story.article.title or story.head or story.foot)


def _note_places(page: Page, note: Note) -> None:
    """Say that nothing in a text tells its parts from each other."""
    for story in page.stories:
        message = "Nothing marks where this begins and ends, nor what its lines are."
        note(Issue("text.words", message, str(story.at / "body")))
    if not page.stories:
        note(Issue("text.words", "Facts without a story read as the lines of one.", "$.articles"))


def _groups(page: Page, bodies: _Bodies) -> Iterator[str]:
    """Yield what a blank line parts from its neighbors."""
    for number, story in enumerate(page.stories):
        if number:
            yield _RULE
        if story.article.title:
            yield story.article.title
        yield from map(_prose, story.head)
        for index, block in enumerate(story.article.body):
            lines = bodies.lines(block, story.at / "body" / index)
            if lines:
                yield "\n".join(lines)
        yield from map(_prose, story.foot)
    if page.sections and page.stories:
        yield _RULE
    for section in page.sections:
        yield "\n".join(_section(section))


# -- facts -------------------------------------------------------------------------------------


def _section(section: Section) -> Iterator[str]:
    yield section.title
    for fact in section.facts:
        yield from _fact(fact)


def _fact(fact: Fact) -> Iterator[str]:
    if len(fact.values) == 1 and not (fact.listed or fact.numbered):
        yield f"{fact.label}: {_said(fact.values[0], '  ')}"
        return
    yield f"{fact.label}:"
    for number, value in enumerate(fact.values, 1):
        yield f"{number}. {_said(value, '   ')}" if fact.numbered else f"- {_said(value, '  ')}"


def _said(said: Said, indent: str) -> str:
    text = f"\n{indent}".join(lines_of(said.text))
    if said.href is None or said.href in (said.text, f"mailto:{said.text}"):
        return text
    return f"{text} <{said.href}>" if text else said.href


def _prose(text: str) -> str:
    return "\n".join(lines_of(text))


# -- bodies ------------------------------------------------------------------------------------


@frozen(eq=False)
class _Bodies:
    """Turns blocks into lines and notes what the lines do not say."""

    note: Note

    def lines(self, block: Block, at: Path) -> list[str]:
        """Return the lines of a block; none for what text cannot show."""
        match block:
            case Paragraph() | Heading():
                lines = inline_text(block.content).split("\n")
            case Quote():
                lines = [f"    {line}" for line in self._all(block.blocks, at / "blocks")]
            case ListBlock():
                lines = list(self._list(block, at))
            case Table():
                lines = list(_table(block))
            case Figure():
                lines = _figure(block)
            case _:
                lines = []
        if all(not line or line.isspace() for line in lines):
            self.note(Issue("text.unsaid", "This block has no words to write.", str(at)))
            return []
        lost = _lost(block)
        if lost:
            self.note(Issue("text.flattened", f"Written without {lost}.", str(at)))
        return lines

    def _all(self, blocks: Iterable[Block], at: Path) -> Iterator[str]:
        for index, block in enumerate(blocks):
            yield from self.lines(block, at / index)

    def _list(self, block: ListBlock, at: Path) -> Iterator[str]:
        for index, item in enumerate(block.items):
            marker = f"{block.start + index}. " if block.ordered else "- "
            lines = list(self._all(item, at / "items" / index))
            yield f"{marker}{lines[0] if lines else ''}"
            yield from (f"{' ' * len(marker)}{line}" for line in lines[1:])


def _table(table: Table) -> Iterator[str]:
    if table.caption is not None:
        yield table.caption
    for row in rows_of(table):
        cells = ("" if cell is None else cell.text.replace("\n", " ") for cell in row)
        yield "\t".join(cells).rstrip("\t")


def _figure(figure: Figure) -> list[str]:
    words = figure.caption if figure.caption is not None else figure.alt
    lines = lines_of(words or "")
    if figure.credit is not None:
        lines[-1] = f"{lines[-1]} ({visible(figure.credit)})".lstrip()
    return lines


def _lost(block: Block) -> str:
    """Name what the lines of a block do not say of it."""
    match block:
        case Paragraph():
            return ", ".join(sorted(_of_runs(block.content, block.role)))
        case Heading():
            return ", ".join(["its level", *sorted(_of_runs(block.content, None))])
        case Quote():
            return "the form of a quotation"
        case ListBlock():
            return "the form of a list"
        case Table():
            return "the form of a table"
        case _:
            return "the form of a picture"


def _of_runs(content: Iterable[Inline], role: str | None) -> set[str]:
    lost = set() if role is None else {"its role"}
    for inline in content:
        if isinstance(inline, Break):
            lost.add("the difference of line and paragraph")
        elif isinstance(inline, Text):
            lost.update(mark.value for mark in inline.marks)
            if inline.href is not None:
                lost.add("the address of a link")
            if inline.lang is not None:
                lost.add("the language of a run")
    return lost
