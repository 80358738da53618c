"""What is refused, and what is said about it."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from govnews import wire
from govnews.errors import DocumentError, LimitError
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Heading, Paragraph, Person, Term


def faults(data: Any, cls: type = Article) -> list[tuple[str, str]]:
    """Return code and path of every fault."""
    with pytest.raises(DocumentError) as caught:
        wire.structure(data, cls)
    return [(fault.code, fault.where) for fault in caught.value.faults]


def document_faults(data: bytes) -> list[tuple[str, str]]:
    """Return code and path of every fault of a document."""
    with pytest.raises(DocumentError) as caught:
        wire.decode(data)
    return [(fault.code, fault.where) for fault in caught.value.faults]


def test_all_faults_of_a_document_are_listed_in_order():
    """Faults on every level come together, each with its path, in the order of the fields."""
    document = {
        "schema": wire.SCHEMA,
        "articles": [
            {
                "id": "#a",
                "title": 5,
                "body": [{"type": "paragraf"}, {"type": "heading", "level": 9}],
            },
            {"title": "no id", "subjects": [{"label": "x", "lable": "y"}, "z"]},
        ],
        "agreements": [
            {"id": "no id", "period": "2025/2020", "status": "maybe", "parties": "A, B"}
        ],
        "feeds": {},
    }

    assert [
        ("wire.wrong-type", "$.articles[0].title"),
        ("wire.unknown-tag", "$.articles[0].body[0].type"),
        ("wire.impossible", "$.articles[0].body[1].level"),
        ("wire.missing", "$.articles[1]"),
        ("wire.unknown-key", "$.articles[1].subjects[0].lable"),
        ("wire.wrong-type", "$.articles[1].subjects[1]"),
        ("wire.impossible", "$.agreements[0].id"),
        ("wire.wrong-type", "$.agreements[0].parties"),
        ("wire.impossible", "$.agreements[0].period"),
        ("wire.impossible", "$.agreements[0].status"),
        ("wire.unknown-key", "$.feeds"),
    ] == faults(document, Bundle)


@pytest.mark.parametrize("value", [5, None, True, 1.5, ["a"], {"a": 1}], ids=repr)
def test_nothing_becomes_text(value):
    """A number, null, list or object is no text."""
    assert [("wire.wrong-type", "$.label")] == faults({"label": value}, Term)


@pytest.mark.parametrize("value", ["7", 1.0, True, [7], {}], ids=repr)
def test_nothing_becomes_a_number(value):
    """Text, a fraction and a boolean are no whole number."""
    assert [("wire.wrong-type", "$.level")] == faults({"type": "heading", "level": value}, Heading)


@pytest.mark.parametrize("value", ["abc", {"a": 1}, None, 3, True], ids=repr)
def test_nothing_becomes_a_list(value):
    """Text and objects do not fall apart into members of a list."""
    assert [("wire.wrong-type", "$.objectives")] == faults(
        {"id": "#a", "objectives": value}, Agreement
    )


@pytest.mark.parametrize("value", ["false", 0, 1, None, "yes"], ids=repr)
def test_nothing_becomes_a_boolean(value):
    """Only true and false are booleans."""
    assert [("wire.wrong-type", "$.evidence[0].inferred")] == faults(
        {"id": "#a", "evidence": [{"path": "$", "inferred": value}]}
    )


@pytest.mark.parametrize(
    "value", [20200703, "20200703", "2020-W27-5", "3/7", "2020-7-3", ""], ids=repr
)
def test_only_the_named_forms_are_dates(value):
    """Other spellings of dates are refused, not guessed."""
    [(_, where)] = faults({"id": "#a", "published": value})

    assert where == "$.published"


def test_null_stands_for_an_absent_optional_field():
    """Null may be given where a field may be absent, and nowhere else."""
    assert Article(id="#a") == wire.structure({"id": "#a", "title": None}, Article)
    assert [("wire.wrong-type", "$.body")] == faults({"id": "#a", "body": None})


def test_the_words_of_the_constructor_are_kept():
    """What the model says of an impossible value reaches the reader."""
    with pytest.raises(DocumentError, match="A name or a post is wanted"):
        wire.structure({"honorific": "Bà"}, Person)


def test_an_unknown_key_names_the_key_that_was_probably_meant():
    """A slip of the pen is answered with the right spelling."""
    with pytest.raises(DocumentError, match="Did you mean 'label'"):
        wire.structure({"label": "x", "labell": "y"}, Term)


def test_a_block_carries_its_tag_even_where_its_class_is_known():
    """Blocks have one wire form, wherever they stand."""
    assert Paragraph.of("x") == wire.structure(wire.unstructure(Paragraph.of("x")), Paragraph)
    assert [("wire.missing", "$")] == faults({"content": []}, Paragraph)


def test_every_fault_inside_extra_is_listed():
    """`extra` has paths of its own, keys included."""
    extra = {"no-namespace": 1, "a:b": [2**60, {"c": float("inf")}], "a:c": {"d": 2**53}}

    assert [
        ("wire.impossible", '$.extra["no-namespace"]'),
        ("wire.impossible", '$.extra["a:b"][0]'),
        ("wire.impossible", '$.extra["a:b"][1].c'),
    ] == faults({"id": "#a", "extra": extra})


def test_faults_are_counted_beyond_the_bound():
    """A document full of faults does not fill the memory with them."""
    with pytest.raises(DocumentError) as caught:
        wire.structure({"id": "#a", "mentions": [1] * 50}, Article, limits=Limits(issues=5))

    assert 6 == len(caught.value.faults)
    assert "45 more" in caught.value.faults[-1].message


def test_the_error_crosses_processes():
    """A DocumentError pickles with its faults."""
    with pytest.raises(DocumentError) as caught:
        wire.structure({"id": 1}, Article, name="page.json")
    again = pickle.loads(pickle.dumps(caught.value))

    assert (caught.value.faults, "page.json") == (again.faults, again.name)


# -- JSON text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "line 1, column 1"),
        (b'{"schema": "govnews/1",}', "line 1, column 24"),
        (b"{'schema': 1}", "line 1, column 2"),
        (b'{"schema":\n "govnews/1"', "line 2, column 13"),
        (b'{"schema": NaN}', "$"),
        (b'{"schema": -Infinity}', "$"),
        (b'{"schema": "\xff"}', "byte 12"),
        (b'{"schema": "\xed\xa0\x80"}', "byte 12"),
        (b'{"schema": "a\nb"}', "line 1, column 14"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(data, where):
    """Syntax, encoding and numbers that JSON does not have."""
    assert [("wire.json", where)] == document_faults(data)


def test_half_a_character_is_refused_with_a_path():
    """An escaped lone surrogate is no text."""
    data = b'{"schema": "govnews/1", "articles": [{"id": "#a", "title": "\\ud800"}]}'

    assert [("wire.impossible", "$.articles[0].title")] == document_faults(data)


@pytest.mark.parametrize("digits", ["9007199254740993", "1" + "0" * 25, "-" + "9" * 5000])
def test_whole_numbers_beyond_the_exact_range_are_refused(digits):
    """A number that other readers would round is refused, however long."""
    data = f'{{"schema": "govnews/1", "extra": {{"a:b": {digits}}}}}'.encode()

    assert [("wire.impossible", '$.extra["a:b"]')] == document_faults(data)


def test_a_byte_order_mark_is_passed_over():
    """A mark that some editors add is no fault."""
    assert Bundle() == wire.decode(b'\xef\xbb\xbf{"schema": "govnews/1"}')


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"schema":"govnews/1","extra":{"a:b":['])
def test_nesting_is_bounded_before_anything_recurses(opening):
    """A text that nests too deep crosses a limit that has a name."""
    with pytest.raises(LimitError) as caught:
        wire.decode(opening * 100_000)

    assert caught.value.limit == "json_depth"


def test_brackets_within_strings_do_not_nest():
    """Depth counts structure only, whatever the text says."""
    bundle = Bundle(articles=(Article(id="#a", title='["' * 500 + '\\"{' * 500),))

    assert bundle == wire.decode(wire.encode(bundle))


def test_a_lower_bound_on_depth_holds():
    """The caller's own limit is kept, for documents that are otherwise right."""
    data = wire.encode(Bundle(articles=(Article(id="#a"),)))

    assert wire.decode(data, limits=Limits(json_depth=3))
    with pytest.raises(LimitError):
        wire.decode(data, limits=Limits(json_depth=2))


def test_a_value_that_nests_without_end_is_refused():
    """Structuring plain Python values does not exhaust the stack either."""
    deep: dict[str, Any] = {"type": "quote"}
    for _ in range(10_000):
        deep = {"type": "quote", "blocks": [deep]}

    with pytest.raises(DocumentError, match="nests far deeper"):
        wire.structure({"id": "#a", "body": [deep]}, Article)


def test_an_item_of_no_known_type_is_refused():
    """A line says which item it is."""
    for line in (b'{"id": "#a"}', b'{"type": "paragraph"}', b"[]", b'{"type": 5}'):
        with pytest.raises(DocumentError):
            wire.decode_item(line)


def test_the_place_of_a_line_is_part_of_the_sentence():
    """The name given for a line stands in front."""
    with pytest.raises(DocumentError, match=r"archive\.jsonl, line 7: \$\.id: Text is wanted"):
        wire.decode_item(
            json.dumps({"type": "article", "id": 5}).encode(), name="archive.jsonl, line 7"
        )
