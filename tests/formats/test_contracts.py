"""The built-in formats keep the contract that plugins are held to."""

from govnews.formats import JSON, JSONL
from govnews.testing import FormatContract


class TestJson(FormatContract):
    """Canonical JSON."""

    format = JSON
    seeds = (b'{"schema":"govnews/1","articles":[{"id":"#a","title":"x"}]}', b'{"schema":')


class TestJsonLines(FormatContract):
    """One item a line."""

    format = JSONL
    seeds = (b'{"type":"article","id":"#a"}\n\n{"type":"article","id":"#b"}', b"\x1f\x8b\x08")
