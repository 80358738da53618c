"""What changed between two versions."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import wire
from govnews.errors import ModelError
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Heading,
    Identifier,
    Mark,
    Paragraph,
    PartialDate,
    Party,
    Term,
    Text,
    diff,
)
from govnews.model.difference import _gaps
from govnews.testing import strategies as gs


def shown(old, new) -> list[tuple[str, str]]:
    """Return kind and path of each difference."""
    return [(one.kind, str(one.path)) for one in diff(old, new)]


def _body(*texts: str) -> Article:
    return Article(id="#a", body=tuple(map(Paragraph.of, texts)))


RECORDS = st.sampled_from([gs.articles, gs.agreements, gs.organizations])


@given(RECORDS.flatmap(lambda strategy: st.tuples(strategy(), strategy())))
def test_equal_values_do_not_differ_and_others_do(pair):
    """A diff is empty exactly where nothing changed."""
    old, new = pair

    assert (old == new) == (diff(old, new, evidence=True) == ())
    assert () == diff(old, old)


@given(gs.bundles(), gs.bundles())
def test_bundles_that_differ_show_it(old, new):
    """The same for bundles, up to the order of records."""
    if not diff(old, new, evidence=True):
        assert set(old.records()) == set(new.records())
    assert () == diff(old, old, evidence=True)


def test_fields_are_compared_one_by_one():
    """Added, removed and changed fields, in the order of the fields."""
    old = Article(id="#a", title="Plan", subtitle="x", published=PartialDate.parse("2020"))
    new = Article(id="#a", title="Plan", lang="vi", published=PartialDate.parse("2021"))

    assert [("added", "$.lang"), ("removed", "$.subtitle"), ("changed", "$.published")] == shown(
        old, new
    )


def test_paragraphs_are_compared_one_by_one():
    """A paragraph put in the middle does not make the ones below it new."""
    old = _body("one", "two", "three", "four")
    new = _body("one", "two and a half", "three", "new", "four")

    assert [("changed", "$.body[1]"), ("added", "$.body[3]")] == shown(old, new)


def test_a_removed_paragraph_is_named_by_its_old_place():
    """What is gone has no new place."""
    assert [("removed", "$.body[1]")] == shown(_body("a", "b", "c"), _body("a", "c"))


def test_blocks_are_compared_as_a_whole():
    """A mark, or another kind of block, changes the block."""
    old = Article(id="#a", body=(Paragraph.of("x"),))

    assert [("changed", "$.body[0]")] == shown(old, Article(id="#a", body=(Heading.of("x"),)))
    strong = Paragraph(content=(Text(text="x", marks=(Mark.STRONG,)),))
    assert [("changed", "$.body[0]")] == shown(old, Article(id="#a", body=(strong,)))


def test_nested_values_are_compared_by_their_fields():
    """A party that got another name is the same party with another name."""
    old = Agreement(id="#g", parties=(Party(name="A"), Party(name="B")), kind=Term(label="MoU"))
    new = Agreement(
        id="#g", parties=(Party(name="A"), Party(name="C")), kind=Term(label="MoU", code="mou")
    )

    assert [("changed", "$.parties[1].name"), ("added", "$.kind.code")] == shown(old, new)


def test_extra_is_compared_key_by_key():
    """Numbers of different kinds differ: 1 is not 1.0."""
    old = Article(id="#a", extra={"p:a": 1, "p:b": 1, "p:c": [1]})
    new = Article(id="#a", extra={"p:a": 1.0, "p:c": [1], "p:d": None})

    assert [
        ("changed", '$.extra["p:a"]'),
        ("removed", '$.extra["p:b"]'),
        ("added", '$.extra["p:d"]'),
    ] == shown(old, new)


def test_records_of_bundles_are_paired_by_id_and_by_identity():
    """A record that moved or got another id is the same record."""
    guid = (Identifier(scheme="rss:guid", value="7"),)
    old = Bundle(articles=(Article(id="#a", title="x"), Article(id="#b", alt_ids=guid)))
    new = Bundle(
        articles=(Article(id="#c", alt_ids=guid), Article(id="#a", title="y"), Article(id="#d"))
    )

    assert [
        ("changed", "$.articles[0].id"),
        ("changed", "$.articles[1].title"),
        ("added", "$.articles[2]"),
    ] == shown(old, new)


def test_the_json_form_is_stable():
    """Kind, path, old and new, in this order, each value in its wire form."""
    changes = diff(_body("a"), Article(id="#a", body=(Paragraph.of("b"),), extra={"p:x": [1]}))

    old = '{"type": "paragraph", "content": [{"type": "text", "text": "a"}]}'
    new = '{"type": "paragraph", "content": [{"type": "text", "text": "b"}]}'

    assert [
        f'{{"kind": "changed", "path": "$.body[0]", "old": {old}, "new": {new}}}',
        '{"kind": "added", "path": "$.extra[\\"p:x\\"]", "new": [1]}',
    ] == [json.dumps(wire.unstructure(one)) for one in changes]


@given(gs.articles(), gs.articles())
def test_every_difference_has_a_json_form(old, new):
    """Whatever differs can be written as JSON."""
    json.dumps([wire.unstructure(one) for one in diff(old, new, evidence=True)])


def test_two_classes_are_not_compared():
    """An article is no version of an agreement."""
    with pytest.raises(ModelError, match="one class"):
        diff(Article(id="#a"), Agreement(id="#a"))


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")))
def test_what_lies_between_the_gaps_is_equal(old, new):
    """Outside of the gaps, both lists read the same."""
    gaps = list(_gaps(old, new))
    mine = {index for gap, _ in gaps for index in gap}
    theirs = {index for _, gap in gaps for index in gap}

    assert [x for i, x in enumerate(old) if i not in mine] == [
        x for i, x in enumerate(new) if i not in theirs
    ]


def test_long_bodies_of_one_repeated_paragraph_are_compared_in_passing_time():
    """Repetition does not make the comparison quadratic."""
    old = _body(*["same"] * 30_000, "end")
    new = _body("start", *["same"] * 30_000)

    assert 2 >= len([one for one in diff(old, new) if one.kind != "changed"])
