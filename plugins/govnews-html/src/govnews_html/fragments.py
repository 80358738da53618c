"""HTML fragments, as feeds and editors' systems hold them, and the blocks of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from govnews.issues import Issue, Path
from govnews.limits import Limits
from govnews.model import Block, plain_text
from govnews_html._builder import Builder
from govnews_html._render import RawRule, Renderer
from govnews_html._sanitize import sanitize
from govnews_html._walk import walk

__all__ = ["parse", "render", "sanitize", "to_text"]

_DEFAULTS: Final = Limits()


def parse(
    html: str,
    *,
    base: str | None = None,
    language: str | None = None,
    note: Callable[[Issue], None] | None = None,
    limits: Limits | None = None,
) -> tuple[Block, ...]:
    """Read body blocks out of an HTML fragment, however dirty, cut off or hostile it is.

    Args:
        html: The fragment, markup and all. Entities in it are decoded once.
        base: Absolute URL that relative links and pictures resolve against.
        language: Language of the whole; runs of text in it carry no language of their own.
        note: Takes what was repaired, dropped or passed over, each kind once, with its count.
        limits: Bounds to keep.

    Returns:
        The blocks. An element that maps to none (a video, a form, a definition list) stays as
        ``Raw("html", ...)``, verbatim but for its relative addresses; it is not sanitized.

    Raises:
        LimitError: There are more paragraphs and cells than `Limits.paragraphs`.

    >>> parse("<p>Hai bên <b>ký kết</b>.<ul><li>trồng rừng<li>đào giếng")[1].items[0][0].text
    'trồng rừng'

    .. versionadded:: 0.1.0
    """
    builder = _built(html, base, language, limits or _DEFAULTS, keep_raw=True)
    if note is not None:
        builder.notes.tell(note)
    return builder.settled_blocks(builder.blocks)


def render(
    blocks: Iterable[Block],
    *,
    note: Callable[[Issue], None] | None = None,
    raw: RawRule = "sanitize",
    data_images: bool = False,
    where: Path | None = None,
) -> str:
    """Write body blocks as clean HTML that is safe to show.

    `parse` reads the same blocks back, save for `Raw` ones and for what `note` was told. Where
    plain HTML cannot say something, an attribute does: ``data-role`` the role of a paragraph,
    ``data-empty`` that a block is empty on purpose, ``data-start`` the first number of a list
    without numbers, ``white-space:pre-wrap`` that blanks count.

    Args:
        blocks: The blocks.
        note: Takes an issue for each loss.
        raw: What becomes of `Raw` blocks of HTML: sanitized by the allow-list of `sanitize`,
            dropped, or shown as text. `Raw` blocks of other formats are always dropped.
        data_images: Whether pictures may be ``data:`` URLs. No feed should hold any.
        where: Path of the blocks, such as ``$.articles[0].body``, for the issues.

    >>> render(parse("<p>A &lt; B<br>C"))
    '<p>A &lt; B<br>C</p>'

    .. versionadded:: 0.1.0
    """
    renderer = Renderer(_silent if note is None else note, raw=raw, data_images=data_images)
    return renderer.blocks(blocks, Path() if where is None else where, joint="\n")


def _silent(issue: Issue) -> None:
    """Take an issue nobody asked for."""


def to_text(html: str, *, limits: Limits | None = None) -> str:
    r"""Return the plain text of an HTML fragment, a line for each paragraph, item or row.

    The text of elements that map to no block is there too.

    >>> to_text("<p>A &amp; B</p><dl><dt>C<dd>D</dl>")
    'A & B\nC\nD'

    .. versionadded:: 0.1.0
    """
    builder = _built(html, None, None, limits or _DEFAULTS, keep_raw=False)
    return plain_text(builder.settled_blocks(builder.blocks))


def _built(
    html: str, base: str | None, language: str | None, limits: Limits, *, keep_raw: bool
) -> Builder:
    if "\r" in html:  # HTML standard, 13.2.3.5: line ends are normalized before all else
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    builder = Builder(html, base=base, language=language, limits=limits, keep_raw=keep_raw)
    if "<![CDATA[" in html:
        # Wrapped once too often; a browser would drop the text up to the first tag.
        builder.source = html.replace("<![CDATA[", "").replace("]]>", "")
        builder.notes("html.cdata", "The marks of a CDATA section were dropped", 0)
    walk(builder)
    return builder
