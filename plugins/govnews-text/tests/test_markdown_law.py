"""What Markdown says is what another program reads in it: markdown-it-py is asked."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from govnews.issues import IssueLog, Path
from govnews.model import (
    Break,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
    merge_runs,
)
from govnews.testing import strategies
from govnews_text._blocks import Blocks
from govnews_text._escape import is_safe
from govnews_text._grid import rows_of
from govnews_text._lines import lines_of

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARSER.normalizeLink = lambda url: url
PARSER.validateLink = lambda url: True

MARKS = {"strong": Mark.STRONG, "em": Mark.EM, "s": Mark.STRIKE}
NONCHARACTERS = {chr(code) for code in range(0x110000) if code & 0xFFFE == 0xFFFE}
NONCHARACTERS |= set(map(chr, range(0xFDD0, 0xFDF0)))
CARRIED = {*MARKS.values(), Mark.CODE}


# -- Markdown to blocks, by the oracle -----------------------------------------------------------


def parsed(markdown):
    """Return the blocks another program reads."""
    return tuple(map(block_of, SyntaxTreeNode(PARSER.parse(markdown)).children))


def block_of(node):
    """Return the block of a node of the tree."""
    kinds = {
        "paragraph": lambda: paragraph_of(inlines_of(node)),
        "heading": lambda: Heading(content=inlines_of(node), level=int(node.tag[1])),
        "blockquote": lambda: Quote(blocks=tuple(map(block_of, node.children))),
        "bullet_list": lambda: ListBlock(items=items_of(node)),
        "ordered_list": lambda: ListBlock(
            items=items_of(node), ordered=True, start=int(node.attrs.get("start", 1))
        ),
        "table": lambda: Table(rows=table_rows(node), header_rows=1),
    }
    return kinds[node.type]()


def items_of(node):
    """Return the items of a list."""
    return tuple(tuple(map(block_of, item.children)) for item in node.children)


def table_rows(node):
    """Return the rows of a table."""
    rows = [row for part in node.children for row in part.children]
    return tuple(tuple(Cell(content=inlines_of(cell)) for cell in row.children) for row in rows)


def inlines_of(node):
    """Return the inlines of a block."""
    (inline,) = node.children
    return tuple(runs(inline.children, (), None))


def runs(nodes, marks, href):
    """Yield the runs of some nodes; a picture is passed on as it is."""
    for node in nodes:
        if node.type == "text":
            yield Text(text=node.content.replace("\t", " "), marks=marks, href=href)
        elif node.type == "code_inline":
            yield Text(text=node.content, marks=(*marks, Mark.CODE), href=href)
        elif node.type == "hardbreak":
            yield Break()
        elif node.type == "link":
            yield from runs(node.children, marks, node.attrs["href"])
        elif node.type == "image":
            yield Figure(src=node.attrs["src"], alt=node.content and alt_of(node))
        else:
            yield from runs(node.children, (*marks, MARKS[node.type]), href)


def alt_of(node):
    """Return the plain text in a picture."""
    return "".join(child.content for child in node.children or ())


def paragraph_of(content):
    """Return a paragraph, or the picture it begins with and the lines below."""
    if not isinstance(content[0], Figure):
        return Paragraph(content=content)
    words = "".join("\n" if isinstance(one, Break) else one.text for one in content[1:])
    return evolve(content[0], caption=words[1:] or None)


# -- what is left of a block, by what the reference says -----------------------------------------


def kept_all(blocks):
    """Return what is left of blocks."""
    return tuple(one for block in blocks for one in kept(block))


def kept(block):
    """Yield what Markdown says of a block."""
    match block:
        case Paragraph():
            content = kept_inlines(block.content)
            while content and isinstance(content[-1], Break):
                content = content[:-1]
            if content:
                yield Paragraph(content=content)
        case Heading():
            content = kept_inlines(block.content, breaks=False)
            yield Heading(content=content, level=max(block.level, 2))
        case Quote():
            yield Quote(blocks=kept_all(block.blocks))
        case ListBlock() if block.items:
            start = min(block.start, 999_999_999) if block.ordered else 1
            items = tuple(map(kept_all, block.items))
            yield ListBlock(items=items, ordered=block.ordered, start=start)
        case Table():
            yield from kept_table(block)
        case Figure():
            yield from kept_figure(block)
        case _:
            assert isinstance(block, Raw | ListBlock)


def kept_inlines(content, *, breaks=True, cell=False):
    """Return what is left of inlines."""
    content = tuple(content)
    odd = any(isinstance(one, Text) and NONCHARACTERS & set(one.text) for one in content)
    carried = {Mark.CODE} if odd else CARRIED

    def one(inline):
        if isinstance(inline, Break):
            return inline if breaks else Text(text=" ")
        marks = [mark for mark in inline.marks if mark in carried]
        if cell and "|" in inline.text:
            marks = [mark for mark in marks if mark is not Mark.CODE]
        href = inline.href if inline.href is not None and is_safe(inline.href) else None
        return Text(text=inline.text, marks=tuple(marks), href=href)

    return merge_runs(map(one, content))


def kept_table(table):
    """Yield the caption and the table, every row as wide as the widest."""
    rows = list(rows_of(table))
    width = max(map(len, rows), default=0)
    if not width:
        return
    if table.caption:
        yield Paragraph.of(table.caption)
    filled = [
        tuple(
            Cell(content=kept_inlines(cell.content if cell else (), breaks=False, cell=True))
            for cell in (*row, *[None] * (width - len(row)))
        )
        for row in rows
    ]
    empty = () if table.header_rows else (tuple(Cell() for _ in range(width)),)
    yield Table(rows=(*empty, *filled), header_rows=1)


def kept_figure(figure):
    """Yield the picture with the words below it, or the words alone."""
    alt = " ".join(lines_of(figure.alt or ""))
    words = [line.replace("\t", " ") for line in lines_of(figure.caption or "") if line]
    words += [figure.credit] if figure.credit else []
    if is_safe(figure.src, picture=True):
        yield Figure(src=figure.src, alt=alt, caption="\n".join(words) or None)
        return
    lines = [line for line in (alt.replace("\t", " "), *words) if line]
    inlines = [inline for line in lines for inline in (Break(), Text(text=line))]
    if inlines:
        yield Paragraph(content=inlines[1:])


# -- laws ----------------------------------------------------------------------------------------

NASTY = st.text(
    st.sampled_from("ab1 \u00a0*_`~[]()<>!&;#+-=|\\.:/\"'“”°é\u0301\u200b\ufeff"), max_size=12
)
RUNS = st.builds(
    Text,
    text=NASTY | strategies.lines(),
    marks=st.lists(st.sampled_from(Mark), max_size=3).map(tuple),
    href=st.sampled_from([None, None, "https://x.example/a", "javascript:alert(1)"]) | NASTY,
)
INLINES = st.lists(RUNS | st.just(Break()), max_size=6).map(tuple)


def markdown_of(blocks):
    """Write blocks; return Markdown and the issues."""
    log = IssueLog()
    groups = Blocks(log).written(blocks, Path())
    return "\n\n".join("\n".join(lines) for lines in groups) + "\n", log.issues


@given(INLINES)
def test_paragraphs_of_nasty_text(content):
    """Each paragraph is read back with its exact text, marks and addresses."""
    block = Paragraph(content=content)
    assert kept_all((block,)) == parsed(markdown_of((block,))[0])


@given(INLINES)
def test_headings_of_nasty_text(content):
    """So is each heading, on its one line."""
    block = Heading(content=content, level=3)
    assert kept_all((block,)) == parsed(markdown_of((block,))[0])


@given(st.lists(st.lists(INLINES, max_size=3), min_size=1, max_size=3), st.integers(0, 1))
def test_tables_of_nasty_text(rows, header_rows):
    """So is each cell of a table."""
    cells = tuple(tuple(Cell(content=content) for content in row) for row in rows)
    block = Table(rows=cells, header_rows=header_rows)
    assert kept_all((block,)) == parsed(markdown_of((block,))[0])


@given(st.lists(strategies.blocks(), max_size=4))
def test_any_blocks(blocks):
    """Any body is read back as the reference says, and each block that changed has its issue."""
    markdown, issues = markdown_of(blocks)
    assert kept_all(blocks) == parsed(markdown)
    named = [Path.parse(issue.where) for issue in issues]
    for index, block in enumerate(blocks):
        if kept_all((block,)) != (block,):
            assert any(path.within(Path((index,))) for path in named), block


@given(INLINES)
def test_issues_say_what_is_lost(content):
    """A run that loses something is named, and one that does not is not."""
    block = Paragraph(content=content)
    _, issues = markdown_of((block,))
    assert (kept_all((block,)) != (block,)) == bool(issues)
