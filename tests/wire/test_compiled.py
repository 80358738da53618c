"""The compiled code against the plain hooks, which are its reference."""

from __future__ import annotations

import json

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from govnews import wire
from govnews.errors import DocumentError
from govnews.limits import Limits
from govnews.model import Article, Break, Bundle, PartialDate, Period, Term
from govnews.testing import strategies as gs
from govnews.wire import _document, _json
from govnews.wire._converter import make_converter
from govnews.wire._faults import document_error

PLAIN = make_converter(compiled=False)
COMPILED = make_converter()
CLASSES = [cls for cls in gs.classes() if cls not in {PartialDate, Period}]


def judged(read, data) -> object:
    """Return the value, or the faults."""
    try:
        return read(data)
    except DocumentError as error:
        return [(fault.code, fault.where, fault.message) for fault in error.faults]


def plainly(data: object) -> Bundle:
    """Structure a bundle by the plain hooks alone."""
    try:
        return PLAIN.structure(data, Bundle)
    except Exception as error:
        raise document_error(error, Limits()) from error


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_the_compiled_code_is_never_in_doubt_of_what_was_written(cls, data):
    """Both kinds of compiled code take every value that the library writes."""
    value = data.draw(st.from_type(cls))
    plain = wire.unstructure(value)
    hook = COMPILED.get_structure_hook(cls)

    if not any(isinstance(leaf, float) and abs(leaf) >= 2**53 for leaf in _leaves(plain)):
        assert value == hook.fast(plain)
    assert value == PLAIN.structure(plain, cls) == COMPILED.structure(plain, cls)


def _leaves(tree):
    if isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from _leaves(part)
    else:
        yield tree


@given(gs.damaged_documents())
def test_both_judge_every_document_alike(document):
    """The same documents are accepted, with the same values, and refused, with the same faults."""
    assert judged(plainly, document) == judged(lambda d: wire.structure(d, Bundle), document)


@given(gs.damaged_documents(), st.sampled_from([None, 2]), st.booleans())
def test_bytes_are_judged_like_the_values_they_hold(document, indent, escaped):
    """Reading bytes, by way of whole-document checks, agrees with structuring what they say."""
    text = json.dumps(document, ensure_ascii=escaped, indent=indent)
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a character can only be written as an escape
        data = json.dumps(document).encode()

    assert judged(plainly, json.loads(data)) == judged(wire.decode, data)


@given(gs.prose(size=12))
def test_a_text_is_clean_only_if_all_its_strings_are_lines_but_for_line_feeds(text):
    """A clean document holds no character that a line may not hold, line feeds apart."""
    from govnews.model import is_line

    for data in (json.dumps(text).encode(), json.dumps(text, ensure_ascii=False).encode()):
        if _json.is_clean(data):
            assert is_line(text.replace("\n", ""))


@pytest.mark.parametrize("text", ["Lễ ký “kết”", 'a "b"', "a\nb", "x\u00a0y", "1 € – 2", "日本"])
def test_ordinary_text_is_clean(text):
    """The quick way is taken for ordinary pages."""
    assert _json.is_clean(json.dumps(text, ensure_ascii=False).encode())


def test_an_object_filled_by_compiled_code_is_like_any_other():
    """Class, slots, hash and frozenness are those of the constructor's objects."""
    made = wire.structure({"label": "x"}, Term)

    assert Term is type(made)
    assert hash(Term(label="x")) == hash(made)
    with pytest.raises(AttributeError):
        made.label = "y"


def test_every_field_is_set():
    """No slot is left empty, whatever was left out."""
    for cls in CLASSES:
        plain = {"id": "#a", "name": "x", "title": "x", "label": "x", "post": "x"}
        for value in (_try(cls, plain), _try(cls, {})):
            assert value is None or repr(value)


def _try(cls, plain):
    import attrs

    names = {field.name for field in attrs.fields(cls) if field.init}
    own = {key: value for key, value in plain.items() if key in names}
    head = {"type": wire.unstructure(Break())["type"]} if cls is Break else {}
    try:
        return wire.structure({**head, **own}, cls)
    except DocumentError:
        return None


@frozen
class Shout:
    """A plugin's own idea of a term."""

    text: str


def test_a_hook_of_a_plugin_holds_inside_of_compiled_code():
    """A converter that somebody extends asks their hooks, wherever the class stands."""
    mine = wire.converter()
    mine.register_structure_hook(Term, lambda value, _: Term(label=value["label"].upper()))

    story = mine.structure({"id": "#a", "subjects": [{"label": "x"}]}, Article)

    assert ("X",) == tuple(term.label for term in story.subjects)
    assert "x" == wire.structure({"label": "x"}, Term).label


def test_a_class_of_a_plugin_is_structured_strictly():
    """Unknown keys and wrong types are refused in a stranger's class as well."""
    mine = wire.converter()

    assert Shout(text="x") == mine.structure({"text": "x"}, Shout)
    for wrong in ({"text": 5}, {"text": "x", "y": 1}):
        with pytest.raises(Exception, match="While structuring Shout"):
            mine.structure(wrong, Shout)


def test_a_float_too_great_to_be_told_from_a_whole_number_is_read_exactly():
    """1e300 is a float, however it was parsed; 10 to the 25th written out is none."""
    bundle = Bundle(extra={"a:b": 1e300})

    assert bundle == wire.decode(wire.encode(bundle))
    with pytest.raises(DocumentError):
        wire.decode(wire.encode(bundle).replace(b"1e+300", b"1" + b"0" * 25))


def test_the_quick_way_is_the_one_taken(monkeypatch):
    """An ordinary document is read once."""
    data = wire.encode(Bundle(articles=(Article(id="#a", title="Lễ"),)))
    monkeypatch.setattr(_document._json, "loads", None)

    assert "Lễ" == wire.decode(data).article.title


@given(gs.damaged_documents())
def test_lines_are_judged_like_the_records_they_hold(document):
    """A line of JSON Lines is accepted and refused just as its record in a bundle."""
    articles = document.get("articles")
    for article in articles if isinstance(articles, list) else []:
        if isinstance(article, dict) and not {"type", "schema"} & article.keys():
            line = json.dumps({"type": "article", **article}).encode()

            assert judged(lambda one: wire.structure(one, Article), article) == judged(
                wire.decode_item, line
            )


def test_lines_are_read_the_quick_way(monkeypatch):
    """Archives are read once, line by line."""
    story = Article(id="#a", title="Lễ")
    monkeypatch.setattr(_document._json, "loads", None)

    assert story == wire.decode_item(wire.encode_item(story))
    assert story == wire.decode_item(wire.encode_item(story, first=True))
