"""The web addresses of a record: links, pictures, files; to look at and to rewrite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, TypeAlias, TypeVar

from attrs import evolve, frozen

from govnews.issues import Path
from govnews.model._walk import leaves, rebuilt
from govnews.model.agreement import Agreement
from govnews.model.article import Article, Author, Media
from govnews.model.blocks import Figure, Quote, Text
from govnews.model.editing import still_holds
from govnews.model.organization import License, Organization
from govnews.model.text import Link

Use: TypeAlias = Literal["link", "asset"]

_USES: Final[dict[tuple[type, str], Use]] = {
    (Text, "href"): "link",
    (Quote, "cite"): "link",
    (Link, "href"): "link",
    (Author, "url"): "link",
    (License, "url"): "link",
    (Figure, "src"): "asset",
    (Media, "href"): "asset",
}
"""The fields that hold a web address, and whether it is followed or shown."""

R = TypeVar("R", Article, Agreement, Organization)


@frozen(kw_only=True)
class Hyperlink:
    """A web address in a record.

    Args:
        path: Where it stands, rooted at the record.
        href: The address, verbatim.
        use: ``"link"`` is followed; ``"asset"`` is shown: a picture, a film, a file.

    .. versionadded:: 0.1.0
    """

    path: Path
    href: str
    use: Use


def hyperlinks(record: Article | Agreement | Organization) -> Iterator[Hyperlink]:
    """Yield the links and assets of a record, in document order.

    >>> story = Article(id="#article-1", media=(Media(href="https://example.org/a.jpg"),))
    >>> [(str(one.path), one.use) for one in hyperlinks(story)]
    [('$.media[0].href', 'asset')]

    .. versionadded:: 0.1.0
    """
    for leaf in leaves(record, lambda cls, field: (cls, field) in _USES):
        yield Hyperlink(path=leaf.path, href=leaf.value, use=_USES[leaf.owner, leaf.field])


def rewrite_hyperlinks(record: R, rewrite: Callable[[str, Use], str]) -> R:
    """Return the record with every link and asset rewritten.

    Evidence of what changed is dropped, as by `evolve_at`.

    Args:
        record: The record.
        rewrite: Gets an address and its use, and returns the new address or the same.

    >>> story = Article(id="#article-1", links=(Link(href="/tin/1"),))
    >>> absolute = rewrite_hyperlinks(story, lambda href, use: f"https://example.org{href}")
    >>> absolute.links[0].href
    'https://example.org/tin/1'

    .. versionadded:: 0.1.0
    """

    def change(cls: type, field: str, value: Any) -> Any:
        use = _USES.get((cls, field))
        return value if use is None else rewrite(value, use)

    changed = rebuilt(record, change)
    if changed is record:
        return record
    kept = tuple(one for one in changed.evidence if still_holds(one, record, changed))
    return evolve(changed, evidence=kept)
