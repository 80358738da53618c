from __future__ import annotations

import io
import runpy
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govnews.formats import NoOptions, ReadContext, WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Cell,
    Figure,
    Link,
    Organization,
    Paragraph,
    PartialDate,
    Period,
    Table,
    Term,
)
from govnews.testing import strategies
from govnews_text import MARKDOWN, TEXT, MarkdownWriteOptions, TextWriteOptions
from govnews_text._grid import rows_of
from govnews_text._words import words_for

HERE = Path(__file__).parent
STORY = runpy.run_path(str(HERE / "story.py"))


def written(fmt, bundle, options=None):
    """Write a bundle; return the text and the issues."""
    log = IssueLog()
    sink = io.BytesIO()
    context = WriteContext(limits=Limits(), note=log)
    fmt.load_writer()(bundle.items(), sink, options or fmt.write_options(), context)
    return sink.getvalue().decode(), log.issues


def issues_of(fmt, bundle, options=None):
    """Return code and path of each issue."""
    return {(issue.code, issue.where) for issue in written(fmt, bundle, options)[1]}


def article(**fields):
    """Return a bundle with one article."""
    return Bundle(articles=(Article(id="#article-1", **fields),))


@pytest.mark.parametrize("fmt", [TEXT, MARKDOWN], ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("name", ["ENGLISH", "VIETNAMESE"])
def test_golden(fmt, name):
    """A page of each language is written as it was looked at and found good."""
    golden = HERE / "golden" / f"{name.lower()}{fmt.extensions[0]}"
    assert golden.read_text(encoding="utf-8") == written(fmt, STORY[name])[0]


@pytest.mark.parametrize("fmt", [TEXT, MARKDOWN], ids=lambda fmt: fmt.name)
def test_golden_issues(fmt):
    """Each loss of such a page is named, by code and path."""
    golden = HERE / "golden" / f"english{fmt.extensions[0]}.issues"
    _, issues = written(fmt, STORY["ENGLISH"])
    assert golden.read_text(encoding="utf-8").splitlines() == [
        f"{issue.where} {issue.code}" for issue in issues
    ]


@pytest.mark.parametrize(
    "options", [TextWriteOptions(facts=False), MarkdownWriteOptions(facts=False)]
)
def test_story_alone(options):
    """Without facts the page is the story, and the facts are named as not written."""
    fmt = TEXT if isinstance(options, TextWriteOptions) else MARKDOWN
    text, _ = written(fmt, STORY["ENGLISH"], options)
    assert "A plan for the coast." in text
    assert "Gull Bank" not in text
    codes = issues_of(fmt, STORY["ENGLISH"], options)
    assert ("text.unsaid", "$.agreements[0].period") in codes


def test_one_issue_a_field():
    """Words of a term are written, its code is not: two fields, two issues."""
    kind = Term(label="plan", code="cooperation_plan")
    bundle = Bundle(agreements=(Agreement(id="#agreement-1", kind=kind),))
    assert {
        ("text.unsaid", "$.agreements[0].id"),
        ("text.words", "$.agreements[0].kind.label"),
        ("text.unsaid", "$.agreements[0].kind.code"),
        ("text.words", "$.articles"),
    } == issues_of(TEXT, bundle)


def test_plain_paragraphs_are_carried():
    """Plain paragraphs alone come back as they were, so there is nothing to say."""
    bundle = article(body=(Paragraph.of("One."), Paragraph.of("  Two.\u00a0")))
    assert ("One.\n\n  Two.\u00a0\n", ()) == written(TEXT, bundle)


def test_byte_order_mark_in_text():
    """A text that begins with U+FEFF keeps it: it is no byte order mark."""
    bundle = article(body=(Paragraph.of("\ufeffa"),))
    assert bundle == back(bundle)


def back(bundle):
    """Write plain text and read it without extraction."""
    text, _ = written(TEXT, bundle)
    context = ReadContext(limits=Limits(), note=IssueLog())
    return Bundle.from_items(TEXT.load_reader()(io.BytesIO(text.encode()), NoOptions(), context))


@given(st.lists(strategies.lines().filter(lambda line: line and not line.isspace()), min_size=1))
def test_paragraphs_come_back(lines):
    """Paragraphs come back verbatim, whatever they hold."""
    bundle = article(body=tuple(map(Paragraph.of, lines)))
    assert bundle == back(bundle)


@pytest.mark.parametrize("fmt", [TEXT, MARKDOWN], ids=lambda fmt: fmt.name)
@given(bundle=strategies.bundles())
def test_no_control_characters(fmt, bundle):
    """Nothing that a terminal would obey is written, whatever the bundle holds."""
    text, _ = written(fmt, bundle)
    assert not {c for c in text if c < " " or "\x7f" <= c <= "\x9f"} - {"\n", "\t"}


@pytest.mark.parametrize(
    ("lang", "date", "expected"),
    [
        ("en", "2026-07-03", "July 3, 2026"),
        ("en", "2026-07", "July 2026"),
        ("en", "2026", "2026"),
        ("en", "--07-03", "July 3"),
        ("en", "--07", "July"),
        ("en", "---17", "day 17"),
        ("en", "2026-07-03T08:00Z", "July 3, 2026, 08:00 (UTC)"),
        ("vi", "2026-07-03", "3/7/2026"),
        ("vi", "2026-07", "tháng 7/2026"),
        ("vi", "--07-03", "3/7"),
        ("vi", "--07", "tháng 7"),
        ("vi", "---17", "ngày 17"),
        ("vi-VN", "2026-07-03T08:00+07:00", "3/7/2026, 08:00 (UTC+07:00)"),
        ("fr", "2026-07", "July 2026"),
    ],
)
def test_dates(lang, date, expected):
    """A date is written with the parts that are stated, and no others."""
    assert expected == words_for(lang).date(PartialDate.parse(date))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026/2035", "2026–2035"),
        ("2026-03/2035", "March 2026 – 2035"),
        ("2026/..", "2026 – open"),
        ("2026/", "from 2026"),
        ("/2035", "until 2035"),
        ("P1Y6M", "1 year 6 months"),
        ("2026/P12M", "from 2026; 12 months"),
    ],
)
def test_periods(period, expected):
    """A period is written as it is stated."""
    assert expected == words_for("en").period(Period.parse(period))


def test_unsafe_addresses_are_not_linked():
    """An address that runs code is written as text, never as a link."""
    bundle = article(
        links=(Link(href="JavaScript:alert(1)"),),
        body=(Figure(src="data:image/svg+xml,x", alt="A pier"),),
    )
    text, issues = written(MARKDOWN, bundle)
    assert "](" not in text
    assert "text.flattened" in {issue.code for issue in issues}


def test_spans_keep_columns():
    """A cell below a spanning cell stays in its column."""
    table = Table(
        rows=(
            (evolve(Cell.of("a"), rowspan=2), Cell.of("b")),
            (Cell.of("c"),),
            (evolve(Cell.of("d"), colspan=2), Cell.of("e")),
        )
    )
    rows = [[cell and cell.text for cell in row] for row in rows_of(table)]
    assert [["a", "b"], [None, "c"], ["d", None, "e"]] == rows


def test_great_spans_cost_little():
    """Spans of a billion do not become a billion cells."""
    cell = evolve(Cell.of("a"), colspan=10**9, rowspan=10**9)
    rows = list(rows_of(Table(rows=((cell, cell), (Cell.of("b"),)))))
    assert sum(map(len, rows)) < 200


def test_label_of_a_language_stays_with_the_record():
    """An office with a language of its own is told in that one."""
    office = Organization(id="#organization-1", name="Phòng KH&CN", lang="vi")
    bundle = evolve(article(title="A plan", lang="en"), organizations=(office,))
    assert "Cơ quan\nTên: Phòng KH&CN" in written(TEXT, bundle)[0]
