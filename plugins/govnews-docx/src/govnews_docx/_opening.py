"""What opens a document of others: letterhead, kind, title and subtitle, told by their form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, field

from govnews.issues import Issue
from govnews.model import fold_line
from govnews_docx._document import Document
from govnews_docx._header import Header
from govnews_docx._surface import Para, Shown, Tbl

TITLE_LENGTH: Final = 300
_LETTERHEAD: Final = 3  # lines of the office above a title
_OPENING: Final = 12  # paragraphs among which a title is looked for
_GENERIC: Final = ("microsoft word", "untitled", "document", "presentation", "powerpoint")
_CENTERED: Final = frozenset({"center", "both-center"})


@define
class Opening:
    """What stands before the body.

    Args:
        title: The title.
        subtitle: The subtitle.
        kind: What sort of document it says it is.
        letterhead: The lines of the office above the title.
        taken: Places of the paragraphs that say so.
    """

    title: str | None = None
    subtitle: str | None = None
    kind: str | None = None
    letterhead: tuple[str, ...] = ()
    taken: set[int] = field(factory=set)


def find_opening(document: Document, shown: list[Shown], header: Header | None) -> Opening:
    opening = Opening()
    _styled_title(document, shown, opening)
    if opening.title is None and header is not None:
        _administrative_title(shown, opening)
    if opening.title is None:
        _first_heading(document, shown, opening)
    if opening.title is None:
        _lone_title(document, shown, opening)
    return opening


def _styled_title(document: Document, shown: list[Shown], opening: Opening) -> None:
    """Take the paragraphs of styles Title and Subtitle."""
    wanted = document.styles.titles
    for number, one in enumerate(shown):
        if isinstance(one, Tbl) or one.style not in wanted:
            continue
        kind = wanted[one.style]
        text = fold_line(one.text.strip())
        if not text or one.pictures:
            continue
        if kind == "title":
            if opening.title is None:
                opening.title = text
                opening.taken.add(number)
            elif number - 1 in opening.taken and opening.subtitle is None:
                opening.title = f"{opening.title} {text}"
                opening.taken.add(number)
        elif opening.subtitle is None and opening.title is not None:
            opening.subtitle = text
            opening.taken.add(number)


def _administrative_title(shown: list[Shown], opening: Opening) -> None:
    """Take the name of the kind of document, then what it is about (Decree 30/2020, I.5)."""
    for number, para in _first_paragraphs(shown):
        text = fold_line(para.text.strip())
        if not _all_bold(para) or not _may_be_title(text):
            if opening.kind is not None:
                break
            continue
        if opening.kind is None and text.upper() == text and para.align in _CENTERED:
            opening.kind = text
        elif opening.kind is None:
            continue
        elif opening.title is None:
            opening.title = text
        else:
            opening.title = f"{opening.title} {text}"
        opening.taken.add(number)
    if opening.title is None and opening.kind is not None:
        opening.title, opening.kind = opening.kind, None


def _first_heading(document: Document, shown: list[Shown], opening: Opening) -> None:
    """Take a heading that opens the document, if no other is of its level."""
    first: int | None = None
    one_title = ""
    for number, para in _first_paragraphs(shown):
        level = para.level if para.level is not None else document.styles.get(para.style).level
        if level == 1 and len(para.text) <= TITLE_LENGTH and not para.num:
            first, one_title = number, para.text
        break
    if first is None:
        return
    same = sum(
        1
        for one in shown
        if isinstance(one, Para)
        and (one.level or document.styles.get(one.style).level) == 1
        and one.text.strip()
    )
    if same == 1:
        opening.title = fold_line(one_title.strip())
        opening.taken.add(first)


def _lone_title(document: Document, shown: list[Shown], opening: Opening) -> None:
    """Take a short first line that is set off and followed by text.

    Lines in capitals above a title that is not are those of the office. An item of a list is
    neither.
    """
    above: list[tuple[int, str]] = []
    for number, para in _first_paragraphs(shown):
        text = fold_line(para.text.strip())
        stands_out = _all_bold(para) or para.align in _CENTERED
        capitals = text.upper() == text and has_letter(text)
        listed = para.num is not None or document.styles.get(para.style).num is not None
        if listed or not _may_be_title(text) or not (stands_out or capitals):
            break
        if capitals and len(above) < _LETTERHEAD:
            above.append((number, text))
            continue
        opening.title = text
        opening.taken.add(number)
        opening.letterhead = tuple(line for _, line in above)
        opening.taken.update(place for place, _ in above)
        return
    if above and _is_followed(shown, *above[0]):
        number, opening.title = above[0]
        opening.taken.add(number)


def _may_be_title(text: str) -> bool:
    return (
        len(text) <= TITLE_LENGTH and not text.endswith((".", ";", ",", ":")) and has_letter(text)
    )


def _is_followed(shown: list[Shown], number: int, text: str) -> bool:
    """Whether anything longer comes after a line."""
    return any(isinstance(one, Para) and len(one.text) > len(text) for one in shown[number + 1 :])


def _first_paragraphs(shown: list[Shown]) -> Iterator[tuple[int, Para]]:
    """Yield the first paragraphs that say something, up to the first table."""
    count = 0
    for number, one in enumerate(shown):
        if isinstance(one, Tbl):
            return
        if one.text.strip() and not one.pictures:
            yield number, one
            count += 1
            if count == _OPENING:
                return


def stated_title(document: Document, note: Callable[[Issue], None]) -> str | None:
    title = fold_line(document.core.get("title", "").strip())
    if not title or title.casefold().startswith(_GENERIC) or len(title) > TITLE_LENGTH:
        return None
    note(
        Issue(
            "docx.title",
            "The text shows no title; the one of the document's properties was taken.",
            "$.articles[0].title",
        )
    )
    return title


def _all_bold(para: Para) -> bool:
    runs = [run for run in para if run[0].strip()]
    return bool(runs) and all(run[1] & 1 for run in runs)


def has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)
