"""The Accept header of RFC 9110, 12.5.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.formats import Format, NoOptions
from govnews.plugins import BUILT_IN, Registry


def page(name, *media_types, writer="nowhere:write"):
    """Return a format that sends these types."""
    return Format(
        name=name,
        title=name,
        media_types=media_types,
        extensions=(f".{name}",),
        kinds=("article",),
        writer=writer,
        read_options=NoOptions,
        write_options=NoOptions,
    )


REGISTRY = Registry(
    formats=(
        *BUILT_IN,
        page("rss", "application/rss+xml", "application/xml"),
        page("atom", "application/atom+xml", "application/xml"),
        page("text", "text/plain"),
        page("markdown", "text/markdown"),
        page("read-only", "text/html", writer=None),
    )
)


def chosen(accept):
    """Return name and media type of the offer."""
    offer = REGISTRY.negotiate(accept)
    return None if offer is None else (offer.format.name, offer.media_type)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        # what is asked for by name
        ("text/plain", ("text", "text/plain")),
        ("application/json", ("json", "application/json")),
        ("TEXT/Plain; charset=utf-8", ("text", "text/plain")),
        # weights
        ("text/plain;q=0.5, application/rss+xml;q=0.9", ("rss", "application/rss+xml")),
        ("text/plain; q=0.901, application/rss+xml; Q=0.9", ("text", "text/plain")),
        ("*/*;q=0.1, text/markdown;q=0.2", ("markdown", "text/markdown")),
        # the more precise range decides about a type, and breaks ties
        ("text/*;q=0.9, text/plain;q=0.1", ("markdown", "text/markdown")),
        ("*/*, application/rss+xml", ("rss", "application/rss+xml")),
        ("text/*, */*", ("text", "text/plain")),
        # what a client does not want
        (
            "application/json;q=0, application/vnd.govnews+json;q=0, */*",
            ("jsonl", "application/vnd.govnews+jsonl"),
        ),
        ("text/plain;q=0", None),
        ("text/html", None),
        ("image/*", None),
        # anything goes
        (None, ("json", "application/vnd.govnews+json")),
        ("  ", ("json", "application/vnd.govnews+json")),
        ("*/*", ("json", "application/vnd.govnews+json")),
        # shared by two formats: the first one registered
        ("application/xml", ("rss", "application/xml")),
        # what is no range is passed over
        ("nonsense, text/plain;q=2, */*;q=x, text/markdown", ("markdown", "text/markdown")),
        ('text/x;a="b,c;q=1";q=0.1, text/plain', ("text", "text/plain")),
        (",,;;", None),
        # what browsers send
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            ("rss", "application/xml"),
        ),
    ],
)
def test_negotiation(accept, expected):
    """The format that suits best, and the type to send it as."""
    assert expected == chosen(accept)


@given(st.text(alphabet='*/;,q=01. "\\ax', max_size=60))
def test_any_header_is_answered(accept):
    """Whatever a client sends, there is an offer or none, and never an error."""
    offer = REGISTRY.negotiate(accept)
    assert offer is None or offer.media_type in offer.format.media_types


def test_a_long_header_costs_no_more_than_its_bound():
    """A header beyond what anybody sends is read up to a bound."""
    assert chosen("," * 10_000 + "text/plain") is None
