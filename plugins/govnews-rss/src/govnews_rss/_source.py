"""The bytes of a feed: read in pieces, bounded, and once more where repair needs them again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from govnews.errors import LimitError, ReadError
from govnews.limits import Limits

PIECE = 65_536
"""Bytes of one read."""


class Input:
    """A source that can be gone through more than once.

    A seekable source is rewound. Of any other one the pieces are kept, up to
    `Limits.input_bytes`; a longer one can be read once only.

    Args:
        source: The bytes.
        limits: Bounds to keep.
        name: Name of the source, for errors.
        format: Name of the format, for errors.
    """

    def __init__(self, source: BinaryIO, limits: Limits, name: str | None, format: str) -> None:
        self._source = source
        self._limits = limits
        self._name = name or ""
        self._format = format
        self._start = self._tell()
        self._kept: list[bytes] = []
        self._kept_bytes = 0
        self._total = 0
        self._used = False

    @property
    def again(self) -> bool:
        """Whether the source can be gone through once more."""
        return self._start is not None or self._kept_bytes <= self._limits.input_bytes

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes from the start.

        Raises:
            LimitError: There are more than `Limits.stream_bytes`.
            ReadError: The source cannot be read.
        """
        if self._start is None:
            yield from tuple(self._kept)
        else:
            if self._used:
                self._source.seek(self._start)
            self._total = 0
        self._used = True
        while piece := self._read():
            self._total += len(piece)
            if self._total > self._limits.stream_bytes:
                raise LimitError(
                    "stream_bytes",
                    self._limits.stream_bytes,
                    name=self._name,
                    format=self._format,
                )
            if self._start is None:
                self._keep(piece)
            yield piece

    def _keep(self, piece: bytes) -> None:
        self._kept_bytes += len(piece)
        if self._kept_bytes <= self._limits.input_bytes:
            self._kept.append(piece)
        else:
            self._kept.clear()

    def _read(self) -> bytes:
        try:
            return self._source.read(PIECE)
        except (OSError, ValueError) as error:
            raise ReadError(
                f"the source cannot be read: {error}", name=self._name, format=self._format
            ) from error

    def _tell(self) -> int | None:
        try:
            return self._source.tell() if self._source.seekable() else None
        except (AttributeError, OSError, ValueError):
            return None
