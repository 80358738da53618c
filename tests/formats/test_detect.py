"""Detection: one look, one decision, the same whatever the order of installation."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.formats import JSON, JSONL, Format, Head, NoOptions, detect, extension_of


def fmt(name, points, extensions=(), media_types=()):
    """A format whose sniffer always says the same."""
    return Format(
        name=name,
        title=name,
        media_types=media_types,
        extensions=extensions,
        kinds=(),
        reader="x:y",
        read_options=NoOptions,
        write_options=NoOptions,
        sniff=lambda head: points,
    )


@pytest.mark.parametrize(
    ("formats", "head", "expected"),
    [
        ((fmt("a", 50), fmt("b", 60)), Head(b"x"), "b"),
        ((fmt("a", 50), fmt("b", 50)), Head(b"x"), "a"),
        ((fmt("a", 50), fmt("b", 40, (".b",))), Head(b"x", name="page.b"), "b"),
        ((fmt("a", 60), fmt("b", 40, (".b",))), Head(b"x", name="page.b"), "a"),
        ((fmt("a", 60), fmt("b", 40, (), ("text/b",))), Head(b"x", media_type="text/b"), "b"),
        ((fmt("a", 1), fmt("b", 0, (".b",))), Head(b"x", name="page.b"), "a"),
    ],
)
def test_points_decide_and_names_break_ties(formats, head, expected):
    """The sum decides, a zero rules out, and the order of the formats plays no part."""
    assert {expected} == {detect(order, head).name for order in itertools.permutations(formats)}


def test_a_sniffer_that_raises_keeps_nothing_from_the_others():
    """A faulty plugin costs itself the document, and nobody else."""

    def broken(head):
        raise ZeroDivisionError

    faulty = Format(
        name="a",
        title="a",
        media_types=(),
        extensions=(),
        kinds=(),
        reader="x:y",
        read_options=NoOptions,
        write_options=NoOptions,
        sniff=broken,
    )
    assert "b" == detect((faulty, fmt("b", 1)), Head(b"x")).name


def test_nothing_is_guessed():
    """Where nobody recognizes a source there is no format."""
    assert detect((JSON, JSONL), Head(b"\x89PNG")) is None


@given(st.binary(max_size=200), st.none() | st.text(max_size=20))
def test_sniffing_is_total(data, name):
    """The built-in sniffers answer from 0 to 100 on any head."""
    head = Head(data, name=name)
    assert all(0 <= sniff(head) <= 100 for sniff in (JSON.sniff, JSONL.sniff))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b.TXT", ".txt"),
        ("b.jsonl.gz", ".jsonl.gz"),
        ("b.gz", ".gz"),
        (".bashrc", ""),
        ("b", ""),
        ("c:\\d\\e.rss", ".rss"),
    ],
)
def test_extensions(name, expected):
    """Extensions are lower-case, and compression counts with what is inside."""
    assert expected == extension_of(name)
