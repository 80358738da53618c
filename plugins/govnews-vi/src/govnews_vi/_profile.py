"""The fields that the page of a Vietnamese state body has to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govnews.issues import Issue
from govnews.model import Bundle, ContactKind, Organization

_PORTAL: Final = "Decree 42/2022/ND-CP, Art. 4(1)(e)"
_HOME: Final = "Circular 09/2014/TT-BTTTT; omission is fined by Decree 15/2020/ND-CP, Art. 99(1)"


def check_state_page(bundle: Bundle) -> Iterator[Issue]:
    """Name the mandatory fields that the office of a page does not show.

    They are those of every footer since 2010: organization, parent body, address, e-mail,
    telephone, and the one responsible for content. A license is none of them: a state body's own
    page needs none.

    Args:
        bundle: What was read from the page.

    Yields:
        An issue of code ``vn-state.FIELD`` for each field that is missing, naming the paper that
        asks for it.
    """
    offices = _offices(bundle)
    if not offices:
        yield _missing("organization", "the organization behind the page", _HOME, "$")
        return
    for place, office in offices:
        where = f"$.organizations[{place}]"
        kinds = {contact.kind for contact in office.contacts}
        if office.parent is None and office.jurisdiction is None:
            yield _missing("parent", "the parent body (cơ quan chủ quản)", _HOME, where)
        if not office.addresses:
            yield _missing("address", "the postal address", _PORTAL, where)
        if ContactKind.EMAIL not in kinds:
            yield _missing("email", "the e-mail address", _PORTAL, where)
        if ContactKind.PHONE not in kinds:
            yield _missing("phone", "the telephone number", _PORTAL, where)
        if not office.responsible:
            yield _missing("responsible", "the one responsible for content", _HOME, where)


def _offices(bundle: Bundle) -> list[tuple[int, Organization]]:
    """The offices that publish, or else those that give contacts of their own."""
    publishers = {article.publisher for article in bundle.articles}
    placed = list(enumerate(bundle.organizations))
    named = [(place, one) for place, one in placed if one.id in publishers]
    return named or [(p, one) for p, one in placed if one.contacts or one.addresses]


def _missing(code: str, what: str, paper: str, where: str) -> Issue:
    return Issue(f"vn-state.{code}", f"The page does not show {what} ({paper}).", where)
