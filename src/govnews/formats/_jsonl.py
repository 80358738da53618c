"""The built-in format ``jsonl``: one item a line, in flat memory, compressed or not."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO, Final, Literal, cast

from attrs import frozen

from govnews.errors import LimitError, MissingDependencyError, ReadError
from govnews.formats._format import Format, Head, NoOptions, ReadContext, WriteContext
from govnews.model import Item, Preamble

_LINE = re.compile(
    rb'\s*\{\s*(?:"schema":\s*"govnews/[0-9]+",\s*)?'
    rb'"type":\s*"(?:preamble|source|article|agreement|organization)"'
)
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
# Longer than a line, so that compressed reading is not a call for each line.
_BUFFER = 1 << 20


@frozen(kw_only=True)
class JsonlWriteOptions:
    """How ``jsonl`` is written.

    Args:
        compression: ``"auto"`` follows the name of the target: ``.gz``, ``.zst``, else none.

    .. versionadded:: 0.1.0
    """

    compression: Literal["auto", "none", "gzip", "zstd"] = "auto"


def sniff(head: Head) -> int:
    """Recognize a line with an item; look through gzip, and trust the name with zstd."""
    data = head.data
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, 4_096)
        except zlib.error:
            return 0
    if data.startswith(_ZSTD):
        return 60 if (head.name or "").lower().endswith(".jsonl.zst") else 0
    return 100 if _LINE.match(data.removeprefix(b"\xef\xbb\xbf")) else 0


def read(source: BinaryIO, options: NoOptions, context: ReadContext) -> Iterator[Item]:
    """Yield the items of an archive, line by line."""
    from govnews import wire

    bound = context.limits.input_bytes
    name = context.name or ""
    with _decompressed(source) as lines:
        number = 0
        while line := _line(lines, bound + 1, name, number + 1):
            number += 1
            if len(line) > bound:
                raise LimitError("input_bytes", bound, name=name, where=f"line {number}")
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                yield wire.decode_item(line, limits=context.limits, name=f"{name}, line {number}")


def _line(lines: BinaryIO, size: int, name: str, number: int) -> bytes:
    try:
        return lines.readline(size)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(
            f"the compressed data is damaged: {error}",
            name=name,
            format="jsonl",
            where=f"line {number}",
        ) from error


def write(
    items: Iterable[Item], sink: BinaryIO, options: JsonlWriteOptions, context: WriteContext
) -> None:
    """Write one item a line; the first line is the preamble and names the schema."""
    from govnews import wire

    with _compressed(sink, _compression(options, context.name)) as lines:
        first = True
        for item in items:
            if first and not isinstance(item, Preamble):
                lines.write(wire.encode_item(Preamble(), first=True) + b"\n")
            lines.write(wire.encode_item(item, first=first and isinstance(item, Preamble)) + b"\n")
            first = False
        if first:
            lines.write(wire.encode_item(Preamble(), first=True) + b"\n")


def _compression(options: JsonlWriteOptions, name: str | None) -> str:
    if options.compression != "auto":
        return options.compression
    lowered = (name or "").lower()
    return "gzip" if lowered.endswith(".gz") else "zstd" if lowered.endswith(".zst") else "none"


def _decompressed(source: BinaryIO) -> AbstractContextManager[BinaryIO]:
    buffered = io.BufferedReader(cast("Any", _Unclosed(source)), _BUFFER)
    mark = buffered.peek(4)[:4]
    if mark.startswith(_GZIP):
        unzipped = gzip.GzipFile(fileobj=buffered, mode="rb")
        return cast("BinaryIO", io.BufferedReader(cast("Any", unzipped), _BUFFER))
    if mark == _ZSTD:
        reader = _zstandard().ZstdDecompressor().stream_reader(buffered, read_across_frames=True)
        return cast("BinaryIO", io.BufferedReader(reader, _BUFFER))
    return cast("BinaryIO", buffered)


def _compressed(sink: BinaryIO, compression: str) -> AbstractContextManager[BinaryIO]:
    if compression == "gzip":
        # No name and no time in the header: equal bundles have equal bytes.
        zipped = gzip.GzipFile(filename="", mode="wb", fileobj=sink, mtime=0, compresslevel=6)
        return cast("AbstractContextManager[BinaryIO]", zipped)
    if compression == "zstd":
        compressor = _zstandard().ZstdCompressor(level=3)
        stream: AbstractContextManager[BinaryIO] = compressor.stream_writer(sink, closefd=False)
        return stream
    return nullcontext(sink)


def _zstandard() -> Any:
    try:
        import zstandard
    except ModuleNotFoundError as error:
        raise MissingDependencyError("this archive is compressed by zstd", extra="zstd") from error
    return zstandard


class _Unclosed(io.RawIOBase):
    """Lets a buffer be put over a source without closing the source at its end."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


JSONL: Final[Format[NoOptions, JsonlWriteOptions]] = Format(
    name="jsonl",
    title="govnews JSON Lines",
    media_types=("application/vnd.govnews+jsonl", "application/jsonl", "application/x-ndjson"),
    extensions=(".jsonl", ".jsonl.gz", ".jsonl.zst"),
    kinds=("article", "agreement", "organization", "source", "feed"),
    reader="govnews.formats._jsonl:read",
    writer="govnews.formats._jsonl:write",
    read_options=NoOptions,
    write_options=JsonlWriteOptions,
    exact=JsonlWriteOptions(),
    sniff=sniff,
    spec_url="https://jsonlines.org",
)
