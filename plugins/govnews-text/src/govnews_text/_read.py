"""Read a text page: its facts where somebody reads them, else its lines as paragraphs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from govnews.errors import LimitError, ModelError, ReadError
from govnews.formats import NoOptions, ReadContext, decode, read_all
from govnews.issues import Issue
from govnews.model import Article, Item, Paragraph, Source, fold_line, is_line
from govnews_text._lines import LINE


def read(source: BinaryIO, options: NoOptions, context: ReadContext) -> Iterator[Item]:
    """Yield what is read out of the text; where that is not wanted, the bare article."""
    page = _page(source, context)
    if context.extract is not None:
        yield from context.extract(page)
    elif (article := _bare(page.text, context)).body:
        yield article


def _page(source: BinaryIO, context: ReadContext) -> Source:
    """Return the decoded text, line ends included: evidence counts its characters."""
    data = read_all(source, context)
    decoded = decode(data, context)
    try:
        return Source(
            id="#source-1",
            text=decoded.text,
            media_type="text/plain",
            encoding=decoded.encoding,
            sha256=hashlib.sha256(data).hexdigest(),
            url=None if context.address is None else fold_line(context.address),
        )
    except ModelError as error:
        raise ReadError(
            f"decoded as {decoded.encoding} it is no text: {error.problem}",
            name=context.name or "",
            hint="Leave the character set out of the media type, or convert the file to UTF-8.",
        ) from error


def _bare(text: str, context: ReadContext) -> Article:
    """Return the article without any reading: each line is a paragraph, no title is guessed."""
    body = tuple(_paragraphs(text, context))
    try:
        return Article(id="#article-1", lang=context.language, body=body)
    except ModelError as error:
        raise ReadError(
            error.problem, name=context.name or "", hint="Give the language as 'vi' or 'pt-BR'."
        ) from error


def _paragraphs(text: str, context: ReadContext) -> Iterator[Paragraph]:
    bound = context.limits.paragraphs
    count = 0
    for found in LINE.finditer(text):
        line = found[0]
        if not is_line(line):
            where = f"$.articles[0].body[{count}]"
            message = "Each run of tabs or control characters in a line became one blank."
            context.note(Issue("text.folded", message, where))
            line = fold_line(line)
        if line.isspace():
            continue
        if count == bound:
            raise LimitError("paragraphs", bound, name=context.name or "")
        yield Paragraph.of(line)
        count += 1
