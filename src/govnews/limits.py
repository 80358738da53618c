"""Bounds for untrusted input."""

from __future__ import annotations

from attrs import field, frozen, validators

_MIB = 1024 * 1024


def _bound(default: int) -> int:
    bound: int = field(default=default, validator=[validators.instance_of(int), validators.ge(0)])
    return bound


@frozen(kw_only=True)
class Limits:
    """How much one document may ask for. Crossing a bound is a `LimitError` that names it.

    The defaults let every honest document through that was met, and stop the known attacks.
    Raise a bound for a source you trust: ``Limits(input_bytes=10**9)``.

    Args:
        input_bytes: Size of a source that is read into memory whole, in bytes.
        stream_bytes: Size of a source that is read as a stream, in bytes. JSON Lines archives have
            no such bound: they are read in flat memory.
        archive_entries: Entries of a zip package.
        part_bytes: One part of a package, inflated, in bytes, as actually read.
        inflated_bytes: All parts of a package together, inflated, in bytes, as actually read.
        xml_depth: Nesting of elements in XML and HTML.
        json_depth: Nesting of arrays and objects in JSON.
        attributes: Attributes of one element.
        node_characters: One text node of XML or HTML, in code points.
        feed_node_characters: The same in feeds, whose items hold whole pages.
        pattern_characters: One field before it meets a pattern that is not provably linear.
        paragraphs: Paragraphs and table cells of a document together.
        table_depth: Tables within tables.
        records: Records of one bundle in memory. Streams have no such bound.
        issues: Issues kept whole; further ones are counted by code.

    .. versionadded:: 0.1.0
    """

    input_bytes: int = _bound(32 * _MIB)
    stream_bytes: int = _bound(256 * _MIB)
    archive_entries: int = _bound(4_096)
    part_bytes: int = _bound(64 * _MIB)
    inflated_bytes: int = _bound(256 * _MIB)
    xml_depth: int = _bound(256)
    json_depth: int = _bound(128)
    attributes: int = _bound(1_000)
    node_characters: int = _bound(10 * _MIB)
    feed_node_characters: int = _bound(64 * _MIB)
    pattern_characters: int = _bound(10_000)
    paragraphs: int = _bound(1_000_000)
    table_depth: int = _bound(32)
    records: int = _bound(100_000)
    issues: int = _bound(10_000)
