"""The office behind a document of others: from its header, or from what stands above its title."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govnews.model import Article, Item, Organization
from govnews_docx._header import Header


def with_issuer(items: tuple[Item, ...], header: Header | None, above: int) -> Iterator[Item]:
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
