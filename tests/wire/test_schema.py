"""The JSON Schema against the converter, with `jsonschema` as the oracle."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from govnews import wire
from govnews.errors import DocumentError
from govnews.model import Bundle
from govnews.testing import strategies as gs
from govnews.wire._schema import SEMANTIC_RULES

SCHEMA = wire.json_schema()


def _pattern(validator, pattern, instance, schema):
    """Patterns are ECMAScript's, where `$` is the very end; Python's lets a line feed follow."""
    exact = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    if validator.is_type(instance, "string") and not re.search(exact, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
ORACLE = Validator(SCHEMA)
LINES = Validator({"$ref": "#/$defs/Item", **{k: SCHEMA[k] for k in ("$schema", "$defs")}})


def _accepted(document: Any) -> bool:
    try:
        wire.structure(document, Bundle)
    except DocumentError:
        return False
    return True


def test_it_is_a_schema_of_draft_2020_12():
    """The schema validates under its own meta-schema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_file_in_the_package_is_what_the_classes_say():
    """The published file is the generated schema, so neither can change alone."""
    published = files("govnews.wire").joinpath("govnews-1.schema.json").read_text(encoding="utf-8")

    assert json.loads(published) == SCHEMA


@given(gs.bundles())
def test_what_is_written_is_valid(bundle):
    """Every document that is written, and each of its lines, validates."""
    ORACLE.validate(wire.unstructure(bundle))
    for item in bundle.items():
        LINES.validate(json.loads(wire.encode_item(item)))


# -- damage --------------------------------------------------------------------------------------


@given(gs.damaged_documents())
def test_what_is_accepted_is_valid(document):
    """No class accepts what its schema refuses."""
    if _accepted(document):
        ORACLE.validate(document)


BEYOND = re.compile(
    r"""A\ day\ from\ 1\ to | A\ year\ from\ 1 | Z\ or\ an\ offset
    | A\ start,\ an\ end\ or | The\ end\ .*\ lies\ before
    | Two\ records\ or\ sources
    | Source,\ start,\ end\ and\ exact | Only\ an\ inferred\ value | The\ span\ is\ not
    | A\ path\ begins | No\ path\ from
    | A\ name\ or\ a\ post | A\ person\ or\ an\ office | A\ name,\ an\ e-mail
    | A\ date\ or\ a\ note | A\ target\ or\ a\ title
    | More\ header\ rows
    | Blocks\ nest\ deeper | Nested\ deeper | An\ integer\ within
    | .*\ is\ wanted,\ not\ a\ number\ with\ a\ fraction
    | .*half\ of\ a\ character | Half\ of\ a\ character | .*\ is\ U\+D[89AB]""",
    re.VERBOSE,
)


@given(gs.damaged_documents())
def test_what_is_refused_is_invalid_or_breaks_a_listed_rule(document):
    """Each fault of a document that the schema lets pass is one of the listed semantic rules."""
    try:
        wire.structure(document, Bundle)
    except DocumentError as error:
        if ORACLE.is_valid(document):
            for fault in error.faults:
                assert BEYOND.match(fault.message), fault


def _article(**fields: Any) -> dict[str, Any]:
    return {"schema": wire.SCHEMA, "articles": [{"id": "#article-1", **fields}]}


def _agreement(**fields: Any) -> dict[str, Any]:
    return {"schema": wire.SCHEMA, "agreements": [{"id": "#agreement-1", **fields}]}


def _evidence(**fields: Any) -> dict[str, Any]:
    return _article(evidence=[{"path": "$.title", **fields}])


def _nested(depth: int) -> dict[str, Any]:
    block: dict[str, Any] = {"type": "quote"}
    for _ in range(depth - 1):
        block = {"type": "quote", "blocks": [block]}
    return block


def _deep(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


EXAMPLES: list[tuple[int, Any, str]] = [
    (0, _article(published="2021-02-30"), "$.articles[0].published"),
    (0, _article(published="0000"), "$.articles[0].published"),
    (1, _article(published="2021-02-03T10:00-00:00"), "$.articles[0].published"),
    (2, _agreement(period="2025/2020"), "$.agreements[0].period"),
    (2, _agreement(period="/"), "$.agreements[0].period"),
    (3, {"schema": wire.SCHEMA, "articles": [{"id": "#a"}, {"id": "#a"}]}, "$"),
    (4, _evidence(start=1, inferred=True), "$.articles[0].evidence[0]"),
    (5, _evidence(), "$.articles[0].evidence[0].exact"),
    (5, _evidence(source="#s", start=0, end=2, exact="a"), "$.articles[0].evidence[0].exact"),
    (6, _article(evidence=[{"path": "$..", "inferred": True}]), "$.articles[0].evidence[0].path"),
    (7, _agreement(signatories=[{"honorific": "Bà"}]), "$.agreements[0].signatories[0]"),
    (7, _agreement(witnesses=[{}]), "$.agreements[0].witnesses[0]"),
    (8, _article(authors=[{"role": "editor"}]), "$.articles[0].authors[0]"),
    (9, _article(changes=[{"revision": "2"}]), "$.articles[0].changes[0]"),
    (9, _agreement(relations=[{"relation": "amends"}]), "$.agreements[0].relations[0]"),
    (10, _article(body=[{"type": "table", "header_rows": 1}]), "$.articles[0].body[0].header_rows"),
    (11, _article(body=[_nested(33)]), "$.articles[0].body[0]"),
    (12, _article(extra={"a:b": _deep(65)}), '$.articles[0].extra["a:b"]' + "[0]" * 64),
    (12, _article(extra={"a:b": 2**53 + 1}), '$.articles[0].extra["a:b"]'),
    (13, _article(media=[{"href": "x", "bytes": 1.0}]), "$.articles[0].media[0].bytes"),
    (14, _article(title="\ud800"), "$.articles[0].title"),
    (14, _article(extra={"a:\ud800": 1}), "$.articles[0].extra"),
]


@pytest.mark.parametrize(("rule", "document", "where"), EXAMPLES)
def test_each_semantic_rule_refuses_what_the_schema_lets_pass(rule, document, where):
    """A listed rule is a rule of the converter, beyond the schema, with the path of the fault."""
    assert ORACLE.is_valid(document), SEMANTIC_RULES[rule]
    with pytest.raises(DocumentError) as caught:
        wire.structure(document, Bundle)
    assert [where] == [fault.where.split('["a:\ud800')[0] for fault in caught.value.faults]


def test_every_semantic_rule_has_an_example():
    """The list of rules and the tests of them are one."""
    assert set(range(len(SEMANTIC_RULES))) == {rule for rule, _, _ in EXAMPLES}
