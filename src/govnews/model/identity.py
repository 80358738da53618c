"""Whether two records are the same thing: a question apart from whether they are equal."""

from __future__ import annotations

import unicodedata
from typing import Final

from govnews.model.agreement import Agreement
from govnews.model.article import Article
from govnews.model.bundle import Record
from govnews.model.organization import Organization

ID_SCHEME: Final = "govnews:id"
"""Scheme of an `Identifier` that is the id the thing has elsewhere."""


def identity_keys(record: Record) -> frozenset[tuple[str, str]]:
    """Return what identifies a record beyond its document, as pairs of scheme and value.

    These are its absolute id and its identifiers; a local id (``#article-1``) says nothing outside
    its bundle, and a name or title is no identity.

    >>> from govnews.model import Identifier
    >>> code = Identifier(scheme="vn-moha", value="H2")
    >>> sorted(identity_keys(Organization(id="#city", name="City", identifiers=(code,))))
    [('vn-moha', 'H2')]

    .. versionadded:: 0.1.0
    """
    others = record.alt_ids if isinstance(record, Article) else record.identifiers
    keys = {(one.scheme, one.value) for one in others}
    if not record.id.startswith("#"):
        keys.add((ID_SCHEME, record.id))
    return frozenset(keys)


def same_identity(one: Record, other: Record) -> bool:
    """Tell whether two records are known to be the same thing.

    They are of one class and share an absolute id or an identifier. Two articles of one id in two
    stated languages are not the same: an article is a story in one language.

    .. versionadded:: 0.1.0
    """
    if type(one) is not type(other) or not identity_keys(one) & identity_keys(other):
        return False
    if isinstance(one, Article | Agreement) and isinstance(other, Article | Agreement):
        return one.lang is None or other.lang is None or one.lang == other.lang
    return isinstance(one, Organization)


class _Letters(dict[int, int | None]):
    """What a fingerprint reads of a text: letters, marks and numbers."""

    def __missing__(self, code: int) -> int | None:
        kept = unicodedata.category(chr(code))[0] in "LMN"
        self[code] = code if kept else None
        return self[code]


_LETTERS = _Letters()


def fingerprint(article: Article) -> str:
    """Return a key that articles of the same words share, however they are set.

    It reads title and body: letters, marks and numbers, composed (NFC) and without case. Blanks,
    punctuation, markup, links, pictures and all other fields play no part.

    Returns:
        64 hexadecimal digits.

    >>> from govnews.model import Heading, Paragraph
    >>> one = Article(id="#a", title="Plan", body=(Paragraph.of("“Trees” planted"),))
    >>> two = Article(id="#b", title="PLAN ", body=(Heading.of('"Trees"  planted.'),))
    >>> fingerprint(one) == fingerprint(two)
    True

    .. versionadded:: 0.1.0
    """
    import hashlib  # costs more to load than all of this room

    text = unicodedata.normalize("NFC", f"{article.title or ''}\n{article.text}").casefold()
    # Case folding may leave what could be composed again.
    words = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
