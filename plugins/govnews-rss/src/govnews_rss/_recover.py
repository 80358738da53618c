"""The last step of the ladder: lxml guesses at the structure of what is repaired but broken."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from govnews.errors import LimitError, ReadError
from govnews.limits import Limits
from govnews_rss._tree import Element


def recover(
    texts: Iterable[str], size: int, limits: Limits, name: str
) -> tuple[Element, list[str]]:
    """Parse a broken document as far as can be guessed.

    Args:
        texts: The repaired document.
        size: How many characters it may have.
        limits: Bounds to keep.
        name: Name of the source, for errors.

    Returns:
        Its root, and what the parser complained of.

    Raises:
        LimitError: It is larger than `size`.
        ReadError: Nothing could be made of it.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    total = 0
    for text in texts:
        total += len(text)
        if total > size:
            raise LimitError("input_bytes", size, name=name, format="rss")
        parser.feed(text.encode("utf-8"))
    try:
        root = parser.close()
    except etree.XMLSyntaxError as error:
        raise ReadError(f"nothing could be made of it: {error}", name=name, format="rss") from error
    if root is None:
        raise ReadError("nothing could be made of it", name=name, format="rss")
    errors = [f"line {entry.line}: {entry.message}" for entry in parser.error_log]
    return root, errors  # type: ignore[return-value]  # it has what is used of ElementTree's
