"""The schema of a document: majors, migrations, frozen fixtures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from govnews import wire
from govnews.errors import DocumentError
from govnews.model import Article, Preamble
from govnews.testing import strategies as gs
from govnews.wire._migrations import migrate, migrate_item

FIXTURES = sorted(Path(__file__).with_name("fixtures").glob("govnews-*.json"))


def test_there_is_a_fixture_for_every_major():
    """A frozen document of each major is kept for ever."""
    present = int(wire.SCHEMA.removeprefix("govnews/"))

    assert [f"govnews-{major}" for major in range(1, present + 1)] == [f.stem for f in FIXTURES]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda file: file.stem)
def test_a_frozen_document_is_still_read(fixture):
    """What an older version wrote is read, and what this one writes of it is read again."""
    bundle = wire.decode(fixture.read_bytes())

    assert "Xã Bến Nước và Viện Lúa ký kế hoạch trồng rừng" == bundle["#article-1"].title
    assert bundle == wire.decode(wire.encode(bundle))


def test_the_fixture_of_the_present_major_is_written_as_it_was():
    """Within a major, no byte of what was once written changes."""
    data = FIXTURES[-1].read_bytes()

    assert data == wire.encode(wire.decode(data), indent=2) + b"\n"


def test_the_fixture_of_the_present_major_sets_every_field():
    """No field of any class is missing from the frozen document."""
    said: set[tuple[str, str]] = set()
    pending: list[Any] = [wire.decode(FIXTURES[-1].read_bytes())]
    while pending:
        value = pending.pop()
        if isinstance(value, tuple):
            pending += value
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                part = getattr(value, field.name)
                if part != field.default:
                    said.add((type(value).__name__, field.name))
                pending.append(part)
    texts = {"PartialDate", "Period"}
    every = {
        (cls.__name__, field.name)
        for cls in gs.classes()
        for field in attrs.fields(cls)
        if field.init and cls.__name__ not in texts
    }

    assert set() == every - said


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("govnews/2", "newer govnews"),
        ("govnews/999999", "newer govnews"),
        ("govnews/0", "is wanted"),
        ("govnews/1.1", "is wanted"),
        ("govnews/1\n", "is wanted"),
        ("ninjs/3", "is wanted"),
        (1, "Text is wanted"),
        (None, "Text is wanted"),
    ],
)
def test_a_schema_that_this_version_does_not_read_is_named(schema, words):
    """A newer major is told apart from a misspelled one, and nothing else is reported with it."""
    with pytest.raises(DocumentError, match=words) as caught:
        wire.decode(json.dumps({"schema": schema, "stories": []}).encode())

    assert ["$.schema"] == [fault.where for fault in caught.value.faults]


def test_a_bundle_without_schema_is_refused():
    """A document that does not say what it is may be anything."""
    with pytest.raises(DocumentError, match="begins with 'govnews/1'"):
        wire.decode(b"{}")


def _one_to_two(bundle: dict[str, Any]) -> dict[str, Any]:
    renamed = [{**one, "headline": one["title"]} for one in bundle["articles"]]
    return {**bundle, "articles": renamed}


def _two_to_three(bundle: dict[str, Any]) -> dict[str, Any]:
    return {**bundle, "articles": [{**one, "lang": "vi"} for one in bundle["articles"]]}


MIGRATIONS = {1: _one_to_two, 2: _two_to_three}
OLD = {"id": "#a", "title": "Lễ"}
NEW = {"id": "#a", "title": "Lễ", "headline": "Lễ", "lang": "vi"}


def test_migrations_run_one_after_the_other():
    """A bundle of major 1 reaches major 3 by way of 2, and the original is left alone."""
    document = {"schema": "govnews/1", "articles": [dict(OLD)]}

    assert {"articles": [NEW]} == migrate(document, migrations=MIGRATIONS, present=3)
    assert {"schema": "govnews/1", "articles": [OLD]} == document


def test_a_line_is_migrated_like_a_bundle_of_one():
    """The lines of an older file go by the schema that its first line says."""
    line = {"type": "article", **OLD}

    assert NEW == migrate_item(line, "govnews/1", migrations=MIGRATIONS, present=3)


def test_the_first_line_carries_the_schema():
    """A preamble always says the schema, any other item where it is the first."""
    lines = [
        wire.encode_item(Preamble()),
        wire.encode_item(Article(id="#a"), first=True),
        wire.encode_item(Article(id="#a")),
    ]

    assert [
        b'{"schema":"govnews/1","type":"preamble"}',
        b'{"schema":"govnews/1","type":"article","id":"#a"}',
        b'{"type":"article","id":"#a"}',
    ] == lines


def test_a_preamble_without_schema_is_refused():
    """The line that opens a file has to say what the file is."""
    with pytest.raises(DocumentError, match="'schema' is missing"):
        wire.decode_item(b'{"type": "preamble"}')
