"""Typed views of what records carry beyond the model, one for each namespace of ``extra``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from govnews.errors import ModelError
from govnews.model.agreement import Agreement
from govnews.model.article import Article
from govnews.model.bundle import Bundle
from govnews.model.extra import JsonObject
from govnews.model.organization import Organization

T = TypeVar("T")
R = TypeVar("R", Article, Agreement, Organization, Bundle)


@frozen(kw_only=True, eq=False)
class ExtraView(Generic[T]):
    """A namespace of ``extra``, seen as a class of its owner.

    The owner of a namespace, a plugin or a portal, makes one and may register it. The core still
    only carries the values; a record whose values do not fit the view keeps them.

    Args:
        namespace: What stands before the colon of its keys: ``"portal"``.
        cls: The class of the view.
        read: Makes an instance of the members of the namespace, by their names without it.
        write: Makes the members of an instance.

    >>> @frozen
    ... class Portal:
    ...     views: int = 0
    >>> portal = ExtraView(
    ...     namespace="portal",
    ...     cls=Portal,
    ...     read=lambda members: Portal(**members),
    ...     write=lambda view: {"views": view.views},
    ... )
    >>> story = portal.put(Article(id="#article-1"), Portal(views=12))
    >>> story.extra, portal.get(story).views
    (Extra({'portal:views': 12}), 12)

    .. versionadded:: 0.1.0
    """

    namespace: str
    cls: type[T]
    read: Callable[[JsonObject], T]
    write: Callable[[T], Mapping[str, object]]

    def get(self, record: Article | Agreement | Organization | Bundle) -> T | None:
        """Return the view of a record, or None where it has nothing of the namespace."""
        members = record.extra.namespace(self.namespace)
        return self.read(members) if members else None

    def put(self, record: R, view: T | None) -> R:
        """Return the record with this view and nothing else in the namespace."""
        members = {} if view is None else self.write(view)
        return evolve(record, extra=record.extra.replacing(self.namespace, members))


_views: dict[str, ExtraView[Any]] = {}
_lock = Lock()


def register_view(view: ExtraView[Any]) -> None:
    """Make a view known to all: each namespace has one.

    Raises:
        ModelError: Another view of the namespace is registered.

    .. versionadded:: 0.1.0
    """
    with _lock:
        held = _views.setdefault(view.namespace, view)
    if held is not view:
        raise ModelError(f"the namespace {view.namespace!r} has a view, of {held.cls.__name__}")


def registered_view(namespace: str) -> ExtraView[Any] | None:
    """Return the view of a namespace, or None: then its values pass untouched.

    .. versionadded:: 0.1.0
    """
    return _views.get(namespace)
