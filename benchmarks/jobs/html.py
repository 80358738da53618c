"""What it costs to make body blocks of the HTML in a thousand items of a feed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

from govnews.model import Block
from harness import Contestant, Job
from jobs._corpus import ONSETS, RHYMES

ITEMS = 1_000


def _items() -> list[str]:
    """Return bodies of about two kilobytes, as editors' systems write them."""
    source = random.Random(2024)  # noqa: S311

    def words(least: int, most: int) -> str:
        return " ".join(
            source.choice(ONSETS) + source.choice(RHYMES)
            for _ in range(source.randint(least, most))
        )

    def body(number: int) -> str:
        link = f"https://example.org/news/{number}"
        return (
            f'<p><img src="{link}.jpg" alt="{words(3, 6)}"></p>\n'
            f"<p>{words(30, 60)} <strong>{words(2, 5)}</strong> {words(10, 20)}.</p>\n"
            f'<p class="text">{words(30, 60)} <a href="{link}">{words(2, 4)}</a> '
            f"&amp; {words(5, 9)}.</p>\n"
            f"<ul><li>{words(4, 9)}</li><li>{words(4, 9)}</li><li>{words(4, 9)}</li></ul>\n"
            f"<p>{words(40, 70)}<br />{words(10, 20)}.</p>\n"
        )

    return [body(number) for number in range(ITEMS)]


def _check(results: Mapping[str, object]) -> None:
    """Blocks must have been made of every item."""
    assert results["parse"] == 5 * ITEMS  # noqa: S101 - unequal work has to stop the run


def jobs() -> Iterable[Job]:
    """Compare with building a tree of the same HTML, which is only the begin of the work."""
    items = _items()

    def tree() -> int:
        from lxml import html

        return sum(len(html.fragment_fromstring(item, create_parent=True)) for item in items)

    def soup() -> int:
        from bs4 import BeautifulSoup

        return sum(len(BeautifulSoup(item, "lxml").find_all(recursive=False)) for item in items)

    def clean() -> int:
        from govnews_html.fragments import sanitize

        return sum(bool(sanitize(item)) for item in items)

    def parse() -> int:
        from govnews_html.fragments import parse

        return sum(len(parse(item, base="https://example.org/")) for item in items)

    def render() -> int:
        from govnews_html.fragments import parse, render

        if not bodies:
            bodies.extend(parse(item) for item in items)
        return sum(bool(render(body)) for body in bodies)

    bodies: list[tuple[Block, ...]] = []
    yield Job(
        name="html",
        title=f"{ITEMS:,} bodies of feed items; the floor is a tree built by lxml",
        check=_check,
        contestants=(
            Contestant(name="lxml.html tree", work=tree, needs=("lxml",)),
            Contestant(name="parse", work=parse, goal=3.0),
            Contestant(name="render", work=render),
            Contestant(name="sanitize", work=clean),
            Contestant(name="BeautifulSoup tree", work=soup, needs=("bs4",)),
        ),
    )
