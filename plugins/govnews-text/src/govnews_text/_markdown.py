"""Write Markdown: CommonMark with the tables and the strikethrough of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from govnews.formats import WriteContext
from govnews.model import Item
from govnews_text import MarkdownWriteOptions
from govnews_text._blocks import Blocks
from govnews_text._escape import Place, destination, escaped, is_safe, shielded
from govnews_text._facts import Fact, Said, Section
from govnews_text._lines import lines_of
from govnews_text._page import Page, account, page_of

_RULE: Final = "***"
# An address that may stand for itself (CommonMark 6.5).
_AUTOLINK: Final = re.compile(r"https?://[!-;=?-~]*")


def write(
    items: Iterable[Item], sink: BinaryIO, options: MarkdownWriteOptions, context: WriteContext
) -> None:
    """Write stories and facts as Markdown, and note what is no longer typed."""
    page = page_of(items, facts=options.facts)
    text = "\n\n".join(_groups(page, Blocks(context.note)))
    sink.write(f"{text}\n".encode())
    account(page, context.note, titles=True, first_id="#article-1")


def _groups(page: Page, blocks: Blocks) -> Iterator[str]:
    """Yield what a blank line parts from its neighbors."""
    for number, story in enumerate(page.stories):
        if number:
            yield _RULE
        if story.article.title:
            yield f"# {_line(story.article.title, 'heading')}"
        yield from filter(None, map(_prose, story.head))
        yield from map("\n".join, blocks.written(story.article.body, story.at / "body"))
        yield from filter(None, map(_prose, story.foot))
    if page.sections and page.stories:
        yield _RULE
    for section in page.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_line(section.title, 'heading')}"
    yield "\n".join(line for fact in section.facts for line in _fact(fact))


def _fact(fact: Fact) -> Iterator[str]:
    label = f"- **{_line(fact.label.strip() or '?')}:**"
    if len(fact.values) == 1 and not (fact.listed or fact.numbered):
        yield f"{label} {_said(fact.values[0], '  ')}"
        return
    yield label
    for number, value in enumerate(fact.values, 1):
        marker = f"{number}. " if fact.numbered else "- "
        yield f"  {marker}{_said(value, ' ' * (2 + len(marker)))}"


def _said(said: Said, indent: str) -> str:
    text = _prose(said.text, indent)
    if said.href is None:
        return text
    if said.text in ("", said.href) and _AUTOLINK.fullmatch(said.href):
        return f"<{said.href}>"
    if is_safe(said.href):
        return f"[{text or _line(said.href)}]({destination(said.href)})"
    # An address that nobody should follow is text like any other.
    return _prose(f"{said.text} <{said.href}>".lstrip(), indent)


def _prose(text: str, indent: str = "") -> str:
    """Write the lines of a text; a hard break has to have something after it."""
    lines = [_line(line) for line in lines_of(text)]
    while lines and not lines[-1]:
        lines.pop()
    return f"\\\n{indent}".join(lines)


def _line(text: str, place: Place = "line") -> str:
    return shielded(escaped(text, place), place)
