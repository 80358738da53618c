"""Which fields a page shows, and the issues for those it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from attrs import fields, has

from govnews.issues import Issue, Path
from govnews.model import (
    Address,
    Agreement,
    Article,
    Author,
    Bundle,
    Change,
    ContactPoint,
    Feed,
    Identifier,
    License,
    Link,
    Media,
    Name,
    Organization,
    Participant,
    Party,
    Person,
    Project,
    Relation,
    Responsible,
    Rights,
    Succession,
    Term,
    Witness,
)
from govnews_html._render import NO_NUL


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


SHOWN: Final[dict[type, frozenset[str]]] = {
    Bundle: _names("feed articles agreements organizations"),
    Feed: _names("title description lang"),
    Article: _names(
        "id title lang body subtitle summary kind dateline place happened byline authors credit "
        "credited_to publisher sources published modified created embargo expires status "
        "status_note subjects mentions agreements media links rights translations revision changes"
    ),
    Agreement: _names(
        "id title parties witnesses signatories kind number identifiers signed place period fields "
        "field_count objectives commitments projects status relations lang translations sources"
    ),
    Organization: _names(
        "id name lang other_names kind parent jurisdiction identifiers contacts addresses "
        "responsible license rights succession valid description"
    ),
    Address: _names("text label valid"),
    Author: _names("name email url role organization"),
    Change: _names("on note kind revision"),
    ContactPoint: _names("kind text value label hours valid"),
    Identifier: _names("scheme value"),
    License: _names("text number issuer issued url"),
    Link: _names("href rel title type lang bytes"),
    Media: _names("href type title alt caption credit bytes lang rights"),
    Name: _names("text lang kind valid"),
    Participant: _names("name organization"),
    Party: _names("name organization role signatories signed"),
    Person: _names("name honorific post organization contacts"),
    Project: _names(
        "title kind stage count count_text acronym other_names funders partners scope place period"
    ),
    Relation: _names("relation target title"),
    Responsible: _names("role person office"),
    Rights: _names("notice holder year license terms"),
    Succession: _names("relation organization on"),
    Term: _names("label scheme code lang"),
    Witness: _names("person office"),
}
"""The fields that a page shows, class by class."""


def account(
    bundle: Bundle, note: Callable[[Issue], None], hidden: frozenset[str] = frozenset()
) -> None:
    """Note each value that the page does not show.

    Args:
        bundle: The bundle.
        note: Takes an issue.
        hidden: Ids of articles that are left out, for which issues have been noted.
    """
    _account(bundle, Path(), note, hidden)


def _account(
    value: Any, where: Path, note: Callable[[Issue], None], hidden: frozenset[str]
) -> None:
    if isinstance(value, Article) and value.id in hidden:
        return
    if isinstance(value, str) and "\0" in value:
        note(Issue("html.character", f"{NO_NUL}.", str(where)))
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            _account(one, where / place, note, hidden)
        return
    shown = SHOWN.get(type(value))
    if shown is None or not has(type(value)):
        return
    for attribute in fields(type(value)):
        inner = getattr(value, attribute.name)
        if attribute.name in shown:
            if attribute.name != "body":  # the renderer tells of its own losses
                _account(inner, where / attribute.name, note, hidden)
        elif attribute.init and inner and inner != attribute.default:
            message = f"The field {attribute.name!r} is not on the page."
            note(Issue("html.not-shown", message, str(where / attribute.name)))
