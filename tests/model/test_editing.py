"""Editing at a path, rewriting addresses, telling duplicates, typed views of extra."""

from __future__ import annotations

import unicodedata

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import ModelError
from govnews.issues import Path
from govnews.model import (
    Agreement,
    Article,
    Evidence,
    ExtraView,
    Figure,
    Heading,
    Link,
    ListBlock,
    Media,
    Paragraph,
    PartialDate,
    Party,
    Text,
    evolve_at,
    fingerprint,
    hyperlinks,
    register_view,
    registered_view,
    rewrite_hyperlinks,
)
from govnews.testing import strategies as gs


def _said(path: str, words: str) -> Evidence:
    return Evidence(path=path, source="#s", start=0, end=len(words), exact=words)


DEAL = Agreement(
    id="#g",
    title="Plan",
    parties=(Party(name="A"), Party(name="B")),
    evidence=(
        _said("$.title", "Plan"),
        _said("$.parties", "A, B"),
        _said("$.parties[0].name", "A"),
        _said("$.parties[1].name", "B"),
        _said("$", "Plan of A, B"),
    ),
)


def test_evidence_of_what_changed_is_dropped_and_the_rest_stays():
    """The value, what holds it, and nothing else loses its evidence."""
    edited = evolve_at(DEAL, "$.parties[1].name", "C")

    assert "C" == edited.parties[1].name
    assert ["$.title", "$.parties[0].name", "$"] == [one.path for one in edited.evidence]


def test_evidence_may_be_marked_instead():
    """Marked evidence keeps its words and says that the value goes beyond them."""
    edited = evolve_at(DEAL, "$.title", "Plan B", evidence="mark")
    [marked] = [one for one in edited.evidence if one.path == "$.title"]

    assert (True, "human", "Plan") == (marked.inferred, marked.method, marked.exact)
    assert 5 == len(edited.evidence)


def test_a_shorter_list_drops_the_evidence_of_what_fell_out():
    """Evidence whose path leads nowhere any more goes, marked or not."""
    edited = evolve_at(DEAL, "$.parties", DEAL.parties[:1], evidence="mark")

    assert "$.parties[1].name" not in [one.path for one in edited.evidence]


def test_an_edit_that_changes_nothing_keeps_all_evidence():
    """The same value again is no edit."""
    assert DEAL == evolve_at(DEAL, "$.title", "Plan")


def test_merging_runs_do_not_leave_evidence_on_other_words():
    """Setting one run like its neighbor merges them, and what stood behind moves up."""
    content = (Text(text="a"), Text(text="b", href="x"), Text(text="c", href="y"))
    story = Article(
        id="#a",
        body=(Paragraph(content=content),),
        evidence=(_said("$.body[0].content[2].text", "c"),),
    )

    edited = evolve_at(story, "$.body[0].content[1].href", None)

    assert ["ab", "c"] == [run.text for run in edited.body[0].content]
    assert () == edited.evidence


def test_a_key_of_extra_can_be_set():
    """Paths lead into extra as well."""
    story = Article(id="#a", extra={"p:x": {"y": [1, 2]}})

    assert {"y": (1, 3)} == dict(evolve_at(story, '$.extra["p:x"].y[1]', 3).extra["p:x"])


@pytest.mark.parametrize("path", ["$", "$.nothing", "$.parties[5]", "$.title.x", "$.parties[-1]"])
def test_a_path_that_leads_nowhere_is_an_error(path):
    """Nothing is created on the way."""
    with pytest.raises((LookupError, ValueError)):
        evolve_at(DEAL, path, "x")


def test_an_impossible_value_is_refused():
    """The constructors guard every way in."""
    with pytest.raises(ModelError):
        evolve_at(DEAL, "$.title", "two\nlines")


# -- links and assets --------------------------------------------------------------------------

STORY = Article(
    id="#a",
    body=(
        Paragraph(content=(Text(text="see "), Text(text="here", href="/1"))),
        ListBlock(items=((Figure(src="/2.jpg"),),)),
    ),
    media=(Media(href="/3.pdf"),),
    links=(Link(href="/4", rel="canonical"),),
    evidence=(_said("$.links[0].rel", "x"), _said("$.links[0].href", "/4")),
)


def test_links_and_assets_are_listed_in_document_order():
    """Links are followed, assets are shown; the path leads to each."""
    found = [(one.href, one.use) for one in hyperlinks(STORY)]

    assert [("/1", "link"), ("/2.jpg", "asset"), ("/3.pdf", "asset"), ("/4", "link")] == found
    assert all(one.href == one.path.resolve(STORY) for one in hyperlinks(STORY))


def test_rewriting_changes_the_addresses_alone():
    """Assets move to another host, links stay, and evidence of what changed goes."""
    moved = rewrite_hyperlinks(
        STORY, lambda href, use: f"https://example.org{href}" if use == "asset" else href
    )

    assert ["/1", "https://example.org/2.jpg", "https://example.org/3.pdf", "/4"] == [
        one.href for one in hyperlinks(moved)
    ]
    assert STORY.evidence == moved.evidence


def test_rewriting_drops_evidence_of_the_old_address():
    """An address that changed is no longer what the source says."""
    moved = rewrite_hyperlinks(STORY, lambda href, use: f"{href}?x")

    assert ["$.links[0].rel"] == [one.path for one in moved.evidence]


@given(gs.articles())
def test_rewriting_nothing_returns_the_very_record(article):
    """What does not change is not copied."""
    assert article is rewrite_hyperlinks(article, lambda href, use: href)


@given(gs.articles())
def test_every_address_is_rewritten(article):
    """No address escapes the rewriting."""
    moved = rewrite_hyperlinks(article, lambda href, use: "urn:x")

    assert {"urn:x"} >= {one.href for one in hyperlinks(moved)}


# -- duplicates --------------------------------------------------------------------------------


@given(gs.lines(), st.sampled_from(["NFC", "NFD"]))
def test_the_fingerprint_reads_words_not_their_setting(text, form):
    """Blocks, blanks, normal form, title case and other fields play no part."""
    one = Article(id="#a", title="Plan", body=(Paragraph.of(text),))
    two = Article(
        id="urn:x:b",
        title=" PLAN",
        lang="vi",
        published=PartialDate.parse("2021"),
        body=(Heading.of(unicodedata.normalize(form, f" {text}  ")),),
    )

    assert fingerprint(one) == fingerprint(two)


def test_other_words_have_another_fingerprint():
    """Marks tell words apart, in Vietnamese above all."""
    keys = {fingerprint(Article(id="#a", title=title)) for title in ("ma", "má", "mà", "m", "")}

    assert 5 == len(keys)


# -- views -------------------------------------------------------------------------------------


@frozen
class Portal:
    views: int = 0


VIEW = ExtraView(
    namespace="test-portal",
    cls=Portal,
    read=lambda members: Portal(**members),
    write=lambda view: {"views": view.views},
)


def test_a_view_reads_and_writes_its_namespace_alone():
    """Other namespaces pass untouched."""
    story = Article(id="#a", extra={"other:x": 1})

    seen = VIEW.put(story, Portal(views=3))

    assert (Portal(views=3), 1) == (VIEW.get(seen), seen.extra["other:x"])
    assert story == VIEW.put(seen, None)
    assert VIEW.get(story) is None


def test_a_namespace_has_one_view():
    """A second view of a namespace is refused, the same one again is not."""
    register_view(VIEW)
    register_view(VIEW)

    assert VIEW is registered_view("test-portal")
    assert registered_view("nobody") is None
    with pytest.raises(ModelError, match="has a view"):
        register_view(ExtraView(namespace="test-portal", cls=int, read=len, write=dict))


@given(gs.articles())
def test_a_path_that_resolves_can_be_set_to_its_own_value(article):
    """evolve_at with the value that is there gives an equal record."""
    for one in hyperlinks(article):
        assert article == evolve_at(article, one.path, Path.resolve(one.path, article))
