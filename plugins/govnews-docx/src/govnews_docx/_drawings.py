"""Drawings: the pictures and text boxes in them, each once."""

from __future__ import annotations

from typing import Any, Final

from govnews_docx._names import (
    ALTERNATE,
    BLIP,
    CHOICE,
    DOC_PR,
    EXTENT,
    FALLBACK,
    IMAGE_DATA,
    R_EMBED,
    R_ID,
    R_LINK,
    TEXT_BOX,
)
from govnews_docx._surface import Picture

#: Namespaces whose drawings we read; the last piece of each is enough to know it.
_UNDERSTOOD: Final = (
    "/wordprocessingShape",
    "/wordprocessingGroup",
    "/wordprocessingCanvas",
    "/wordprocessingDrawing",
    "/wordml",
    "/wordml/symex",
    "/main",
    "/2010/main",
    "urn:schemas-microsoft-com:vml",
)


def branch(element: Any) -> Any:
    """Return the branch of an ``mc:AlternateContent`` to read, or None (ISO 29500-3, 7.6)."""
    fallback = None
    for child in element:
        if child.tag == CHOICE:
            spaces = [child.nsmap.get(prefix, "") for prefix in child.get("Requires", "").split()]
            if spaces and all(space.endswith(_UNDERSTOOD) for space in spaces):
                return child
        elif child.tag == FALLBACK and fallback is None:
            fallback = child
    return fallback


def inside(element: Any) -> tuple[list[tuple[Picture, str, str]], list[Any]]:
    """Return the pictures of a drawing with their relationship ids, and its text boxes."""
    pictures: list[tuple[Picture, str, str]] = []
    boxes: list[Any] = []
    known = Picture()
    waiting = [element]
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag == TEXT_BOX:
            boxes.append(node)
            continue
        if tag == ALTERNATE:
            chosen = branch(node)
            if chosen is not None:
                waiting.append(chosen)
            continue
        if tag == DOC_PR:
            known.alt, known.title = node.get("descr"), node.get("title")
        elif tag == EXTENT:
            known.width, known.height = _emu(node.get("cx")), _emu(node.get("cy"))
        elif tag == BLIP:
            pictures.append((_like(known), node.get(R_EMBED, ""), node.get(R_LINK, "")))
        elif tag == IMAGE_DATA:
            picture = _like(known)
            shape = node.getparent()
            picture.alt = picture.alt or (shape.get("alt") if shape is not None else None)
            pictures.append((picture, node.get(R_ID, ""), ""))
        waiting += node[::-1]
    return pictures, boxes


def _like(known: Picture) -> Picture:
    picture = Picture()
    picture.alt, picture.title = known.alt, known.title
    picture.width, picture.height = known.width, known.height
    return picture


def _emu(text: str | None) -> int | None:
    """English metric units (ISO 29500-1, 20.4.2.7) as pixels of 96 to the inch."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 12:
        return None
    return int(text) // 9525
