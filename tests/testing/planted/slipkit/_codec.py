"""Reads and writes slips. Each step is a method, so that a fault is one method that is wrong.

::

    %slip 1
    article "#article-1"
    title "Lễ ký kết"
    published "2024-05-13T08:30+07:00"
    summary "Two parties sign."
    p "A paragraph."
    rest {...}            what else the article says, in canonical JSON, if everything is wanted
    item {...}            whatever is no article, alike
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from attrs import evolve

from govnews import wire
from govnews.errors import DocumentError, ModelError, ReadError
from govnews.formats import ReadContext, WriteContext, read_all, set_fields
from govnews.issues import Issue, Path
from govnews.model import Article, Break, Item, Paragraph, PartialDate, Preamble

MARK = b"%slip 1\n"
STATED = ("title", "published", "summary")


class Slip:
    """The codec as it should be."""

    # -- writing ---------------------------------------------------------------------------

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        """Write the mark, then every item."""
        sink.write(MARK)
        counts: dict[str, int] = {}
        for item in items:
            room = {"Article": "articles", "Agreement": "agreements", "Source": "sources"}.get(
                type(item).__name__, "organizations"
            )
            at = Path((room, counts.setdefault(room, 0)))
            if isinstance(item, Article):
                counts[room] += 1
                lines = self.article_lines(item, at, options, context)
            elif options.everything:
                counts[room] += 1
                lines = [self.item_line(item)]
            else:
                counts[room] += not isinstance(item, Preamble)
                lines = []
                self.drop(item, at, context)
            sink.writelines(self.encode(line) for line in lines)

    def encode(self, line: str) -> bytes:
        return line.encode() + b"\n"

    def article_lines(
        self, article: Article, at: Path, options: Any, context: WriteContext
    ) -> list[str]:
        lines = [f"article {_quoted(article.id)}"]
        lines += self.stated_lines(article)
        plain = all(self.is_plain(block) for block in article.body)
        for index, block in enumerate(article.body):
            if self.is_plain(block) and (plain or not options.everything):
                lines.append(f"p {_quoted(block.text)}")
            elif not options.everything:
                self.lose(at / "body" / index, context)
        told: dict[str, Any] = {"title": None, "published": None, "summary": None}
        if plain:
            told["body"] = ()
        if options.everything:
            lines.append(self.rest_line(evolve(article, **told)))
        else:
            self.account(article, at, context)
        return lines

    def stated_lines(self, article: Article) -> list[str]:
        lines = []
        if article.title is not None:
            lines.append(f"title {_quoted(self.title_out(article.title))}")
        if article.published is not None:
            lines.append(f"published {_quoted(self.date_out(article.published))}")
        if article.summary is not None:
            lines.append(f"summary {_quoted(article.summary)}")
        return lines

    def title_out(self, title: str) -> str:
        return title

    def date_out(self, date: PartialDate) -> str:
        return str(date)

    def is_plain(self, block: object) -> bool:
        if not isinstance(block, Paragraph) or any(isinstance(run, Break) for run in block.content):
            return False
        return Paragraph.of(block.text) == block

    def rest_line(self, article: Article) -> str:
        return f"rest {wire.encode_item(article).decode()}"

    def item_line(self, item: Item) -> str:
        return f"item {wire.encode_item(item).decode()}"

    def account(self, article: Article, at: Path, context: WriteContext) -> None:
        for path, _ in set_fields(article, at):
            if path.steps[2] not in ("id", "body", *STATED):
                self.lose(path, context)

    def drop(self, item: Item, at: Path, context: WriteContext) -> None:
        if isinstance(item, Preamble):
            if item.feed is not None:
                self.lose(Path(("feed",)), context)
            if item.extra:
                self.lose(Path(("extra",)), context)
        else:
            self.lose(at, context)

    def lose(self, at: Path, context: WriteContext) -> None:
        context.note(Issue("slip.lost", "A slip does not carry this.", str(at)))

    # -- reading ---------------------------------------------------------------------------

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        """Read items line by line."""
        data = read_all(source, context)
        try:
            yield from self.items(self.decode(data), context)
        except DocumentError:
            raise
        except (ModelError, ValueError, RecursionError) as error:
            raise ReadError(f"this is no slip: {error}") from error

    def decode(self, data: bytes) -> list[str]:
        if not data.startswith(MARK):
            raise ValueError("the first line is not %slip 1")
        return data[len(MARK) :].decode().split("\n")

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        draft: Draft | None = None
        for line in lines:
            word, _, value = line.partition(" ")
            if word in ("article", "item") and draft is not None:
                yield self.finish(draft)
                draft = None
            if word == "article":
                draft = Draft(_text(value))
            elif word == "item":
                yield self.item_in(value)
            elif word and draft is not None:
                self.take(draft, word, value)
            elif word:
                raise ValueError(f"a line of no article: {word}")
        if draft is not None:
            yield self.finish(draft)

    def item_in(self, value: str) -> Item:
        return wire.decode_item(value.encode())

    def take(self, draft: Draft, word: str, value: str) -> None:
        if word in ("title", "summary"):
            draft.stated[word] = _text(value)
        elif word == "published":
            draft.stated[word] = self.date_in(_text(value))
        elif word == "p":
            draft.paragraphs.append(_text(value))
        elif word == "rest":
            draft.rest = self.rest_in(value)
        else:
            raise ValueError(f"no such line: {word}")

    def rest_in(self, value: str) -> Article:
        rest = wire.decode_item(value.encode())
        if not isinstance(rest, Article):
            raise ValueError("the rest of an article is no article")  # noqa: TRY004  # the data is wrong
        return rest

    def date_in(self, text: str) -> PartialDate:
        return PartialDate.parse(text)

    def finish(self, draft: Draft) -> Article:
        body = tuple(Paragraph.of(text) for text in draft.paragraphs)
        article = draft.rest or Article(id=draft.id)
        return evolve(article, body=body or article.body, **draft.stated)


class Draft:
    """An article half read."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.stated: dict[str, Any] = {}
        self.paragraphs: list[str] = []
        self.rest: Article | None = None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(value: str) -> str:
    text = json.loads(value)
    if not isinstance(text, str):
        raise ValueError("text is wanted")  # noqa: TRY004  # the data is wrong
    return text
