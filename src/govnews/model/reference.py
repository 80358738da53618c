"""Which fields point at which records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from attrs import frozen

from govnews.issues import Path
from govnews.model._check import Value
from govnews.model._shape import Scalar, slots_of
from govnews.model._walk import innermost, leaves
from govnews.model.agreement import Agreement, Party, Relation
from govnews.model.article import Article, Author
from govnews.model.evidence import Evidence, Source
from govnews.model.organization import Organization, Participant, Person, Succession

TARGETS: Final[Mapping[tuple[type, str], tuple[type, ...]]] = {
    (Article, "credited_to"): (Organization,),
    (Article, "publisher"): (Organization,),
    (Article, "mentions"): (Article, Agreement, Organization),
    (Article, "agreements"): (Agreement,),
    (Article, "translations"): (Article,),
    (Author, "organization"): (Organization,),
    (Agreement, "translations"): (Agreement,),
    (Party, "organization"): (Organization,),
    (Person, "organization"): (Organization,),
    (Participant, "organization"): (Organization,),
    (Relation, "target"): (Agreement,),
    (Organization, "parent"): (Organization,),
    (Organization, "jurisdiction"): (Organization,),
    (Succession, "organization"): (Organization,),
    (Evidence, "source"): (Source,),
    (Source, "of"): (Article, Agreement, Organization),
}
"""What each field that holds an id points at."""


@frozen
class Reference:
    """An id that stands in a record and points at another record.

    Args:
        path: Where it stands.
        target: The id.
        wanted: The classes that the field points at.

    .. versionadded:: 0.1.0
    """

    path: Path
    target: str
    wanted: tuple[type, ...]


@cache
def is_reference(cls: Any, field: str) -> bool:
    """Tell whether a field holds ids of other records; a record's own id is none."""
    if field == "id":
        return False
    slot = next(slot for slot in slots_of(cls) if slot.name == field)
    shape = innermost(slot.shape)
    return isinstance(shape, Scalar) and shape.rule is not None and shape.rule.name == "ref"


def references(record: Value, path: Path = Path()) -> Iterator[Reference]:  # noqa: B008  # frozen
    """Yield the ids by which a record points at others, in document order.

    >>> story = Article(id="#article-1", agreements=("#agreement-1",))
    >>> [(str(ref.path), ref.target) for ref in references(story)]
    [('$.agreements[0]', '#agreement-1')]

    .. versionadded:: 0.1.0
    """
    for leaf in leaves(record, is_reference, path):
        yield Reference(leaf.path, leaf.value, TARGETS[leaf.owner, leaf.field])
