"""What holds for every body: written as HTML and read again, it is the same."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from govnews.issues import Issue, IssueLog
from govnews.model import Block, ListBlock, Quote, Raw
from govnews.testing import strategies
from govnews_html import fragments

BODIES = st.lists(strategies.blocks(), max_size=4).map(tuple)


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks and the blocks within them."""
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from every_block(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from every_block(item)


@given(body=BODIES)
def test_a_body_comes_back_or_its_losses_are_told(body):
    """What is read differs from what was written only where an issue says so."""
    log = IssueLog()
    written = fragments.render(body, note=log)
    holds_raw = any(isinstance(block, Raw) for block in every_block(body))
    if not log.issues and not holds_raw:
        assert body == fragments.parse(written)


@given(body=BODIES)
def test_losses_are_told_for_addresses_and_raw_markup_only(body):
    """A body without addresses, NUL characters and raw markup is written without an issue."""
    log = IssueLog()
    fragments.render(body, note=log)
    known = {
        "html.address",
        "html.picture",
        "html.raw",
        "html.sanitized",
        "html.character",
        "html.number",
    }
    assert {issue.code for issue in log.issues} <= known


@given(body=BODIES)
def test_writing_again_changes_nothing(body):
    """What was read from our HTML is written as the same HTML."""
    once = fragments.render(fragments.parse(fragments.render(body)))
    assert once == fragments.render(fragments.parse(once))


@given(text=st.text() | st.text(alphabet="<>/=\"'&;!-# abdiprtul\n"))
def test_any_text_is_read(text):
    """No string makes the reader raise, and all issues name their code and place."""
    log = IssueLog()
    blocks = fragments.parse(text, base="https://example.org/", note=log)
    fragments.render(blocks)
    fragments.to_text(text)
    assert all(isinstance(issue, Issue) and issue.where.startswith("character ") for issue in log)


@given(
    tags=st.lists(
        st.sampled_from(
            "p div b i a ul ol li table tr td th caption figure figcaption img br h2 pre blockquote video span script thead hr q".split()
        ).flatmap(
            lambda n: st.sampled_from(
                [
                    f"<{n}>",
                    f"</{n}>",
                    f"<{n} style='white-space:pre' lang=vi data-empty href=x src=y>",
                    " x ",
                    "&nbsp;",
                    "\n",
                ]
            )
        ),
        max_size=40,
    )
)
def test_any_order_of_tags_is_read_and_comes_back(tags):
    """However tags follow each other, what is read is stable once it is written."""
    blocks = fragments.parse("".join(tags))
    if any(isinstance(block, Raw) for block in every_block(blocks)):
        return
    log = IssueLog()
    written = fragments.render(blocks, note=log)
    if not log.issues:
        assert blocks == fragments.parse(written)
