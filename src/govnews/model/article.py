"""Articles: the story, as one office published it in one language."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from govnews.model._check import Value
from govnews.model.blocks import Block, plain_text, word_count
from govnews.model.dates import PartialDate
from govnews.model.evidence import Evidence
from govnews.model.extra import NOTHING_EXTRA, Extra, to_extra
from govnews.model.organization import Rights
from govnews.model.periods import Period
from govnews.model.text import Identifier, Lang, Line, Link, Natural, Prose, Ref, Term


class ArticleStatus(StrEnum):
    """What is stated of an article's life.

    .. versionadded:: 0.1.0
    """

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


@frozen(kw_only=True)
class Author(Value):
    """Who wrote an article: the name as written, and how to reach the author.

    .. versionadded:: 0.1.0
    """

    name: Line | None = None
    email: Line | None = None
    url: Line | None = None
    role: Line | None = None
    organization: Ref | None = None

    def _invariants(self) -> None:
        if self.name is None and self.email is None and self.url is None:
            self._refuse("a name, an e-mail address or a URL is wanted")


@frozen(kw_only=True)
class Media(Value):
    """A picture, sound, film or file that belongs to an article.

    Args:
        href: Its address. Bytes that traveled inside a document are a ``data:`` URL.
        type: Media type.
        title: Title.
        alt: What stands for it where it cannot be seen or heard.
        caption: Words below it.
        credit: Who made it.
        bytes: Size in bytes.
        width: Width in pixels.
        height: Height in pixels.
        duration: ISO 8601 duration of sound or film.
        sha256: SHA-256 of its bytes, in lower-case hexadecimal.
        lang: Language.
        role: What it is to the article: ``"image"``, ``"enclosure"``, ``"thumbnail"``.
        rights: Rights in it, where they are not the article's.

    .. versionadded:: 0.1.0
    """

    href: Line
    type: Line | None = None
    title: Line | None = None
    alt: Prose | None = None
    caption: Prose | None = None
    credit: Line | None = None
    bytes: Natural | None = None
    width: Natural | None = None
    height: Natural | None = None
    duration: Line | None = None
    sha256: Line | None = None
    lang: Lang | None = None
    role: Line | None = None
    rights: Rights | None = None


@frozen(kw_only=True)
class Change(Value):
    """A change after publication: a correction, an update, a clarification.

    Args:
        on: When.
        note: What was changed, in the publisher's words.
        kind: What sort of change: ``Term(label="correction")``.
        revision: The revision it made.

    .. versionadded:: 0.1.0
    """

    on: PartialDate | None = None
    note: Prose | None = None
    kind: Term | None = None
    revision: Line | None = None

    def _invariants(self) -> None:
        if self.on is None and self.note is None:
            self._refuse("a date or a note is wanted")


@frozen(kw_only=True)
class Article(Value):
    """A story in one language.

    Args:
        id: Absolute URI, or local id (``#article-1``).
        title: The headline, verbatim.
        lang: Language; absent means not stated.
        body: The blocks of the text.
        subtitle: A second headline.
        summary: A summary that the publisher wrote.
        kind: ``Term(label="press release")``.
        dateline: The dateline, verbatim.
        place: Where what it tells happened.
        happened: When what it tells happened. It is not when it was published.
        byline: The byline, verbatim.
        authors: Who wrote it.
        credit: The credit line, verbatim.
        credited_to: The office credited for the story.
        publisher: The organization that published it.
        sources: Documents it rests on or was taken from.
        published: When it was published first.
        modified: When it was changed last.
        created: When it was written.
        embargo: It must not be published before.
        expires: It should not be shown after.
        status: What is stated of its life.
        status_note: Why it was withdrawn, or the like.
        subjects: Subjects, categories and tags.
        mentions: Records of the bundle that it mentions.
        agreements: The agreements it announces.
        media: Pictures and files.
        links: Where it stands (``rel="canonical"``, ``"alternate"``), and related pages.
        rights: Rights in it.
        translations: The same story in other languages.
        alt_ids: Its ids elsewhere.
        revision: Its revision.
        changes: What was changed after publication.
        evidence: The words that state these values.
        extra: What the model does not know.

    >>> Article(id="#article-1", title="Lễ ký kết").title
    'Lễ ký kết'

    .. versionadded:: 0.1.0
    """

    id: Ref
    title: Line | None = None
    lang: Lang | None = None
    body: tuple[Block, ...] = ()
    subtitle: Line | None = None
    summary: Prose | None = None
    kind: Term | None = None
    dateline: Line | None = None
    place: Line | None = None
    happened: PartialDate | Period | None = None
    byline: Line | None = None
    authors: tuple[Author, ...] = ()
    credit: Line | None = None
    credited_to: Ref | None = None
    publisher: Ref | None = None
    sources: tuple[Link, ...] = ()
    published: PartialDate | None = None
    modified: PartialDate | None = None
    created: PartialDate | None = None
    embargo: PartialDate | None = None
    expires: PartialDate | None = None
    status: ArticleStatus | None = None
    status_note: Prose | None = None
    subjects: tuple[Term, ...] = ()
    mentions: tuple[Ref, ...] = ()
    agreements: tuple[Ref, ...] = ()
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    rights: Rights | None = None
    translations: tuple[Ref, ...] = ()
    alt_ids: tuple[Identifier, ...] = ()
    revision: Line | None = None
    changes: tuple[Change, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    extra: Extra = field(default=NOTHING_EXTRA, converter=to_extra)

    @property
    def text(self) -> str:
        """The plain text of the body, without the title; see `plain_text`."""
        return plain_text(self.body)

    @property
    def word_count(self) -> int:
        """How many words the body has."""
        return word_count(self.body)
