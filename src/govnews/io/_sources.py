"""Where bytes come from: a path, a binary file, or content in memory."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO, TypeAlias

from attrs import frozen

from govnews.errors import ReadError
from govnews.formats import HEAD_BYTES, Head

PathOrFile: TypeAlias = "str | os.PathLike[str] | BinaryIO"
Readable: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO"


@frozen(kw_only=True)
class Opened:
    """A source with its head looked at and all of its bytes still to be read."""

    stream: BinaryIO
    head: Head


@contextmanager
def opened(source: Readable, media_type: str | None) -> Iterator[Opened]:
    """Open a source and look at its head.

    A file that the caller opened stays open, and need not be seekable.

    Raises:
        ReadError: There is no such file, or it cannot be opened, or it is empty.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        yield _looked_at(io.BytesIO(source), None, media_type)
    elif isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        with _open(name) as stream:
            yield _looked_at(stream, name, media_type)
    elif hasattr(source, "read"):
        called = getattr(source, "name", None)
        yield _looked_at(source, called if isinstance(called, str) else None, media_type)
    else:
        raise ReadError(
            f"a path, bytes or a binary file is wanted, not {type(source).__name__}",
            hint="Content in a str goes to govnews.loads.",
        )


def _looked_at(stream: BinaryIO, name: str | None, media_type: str | None) -> Opened:
    head = b""
    while len(head) < HEAD_BYTES:
        chunk = stream.read(HEAD_BYTES - len(head))
        if isinstance(chunk, str):
            raise ReadError(
                "this file was opened as text", name=name or "", hint="Open it with mode 'rb'."
            )
        if not chunk:
            break
        head += chunk
    if not head:
        raise ReadError("it is empty", name=name or "", hint="There is nothing to read in it.")
    bare = (media_type or "").partition(";")[0].strip().lower() or None
    return Opened(stream=_replayed(head, stream), head=Head(data=head, name=name, media_type=bare))


def _replayed(head: bytes, stream: BinaryIO) -> BinaryIO:
    if len(head) < HEAD_BYTES:
        return io.BytesIO(head)
    if stream.seekable():
        stream.seek(-len(head), os.SEEK_CUR)
        return stream
    return io.BufferedReader(_Replay(head, stream), 1 << 16)


class _Replay(io.RawIOBase):
    """Gives back the head that was looked at, then the rest of a stream that cannot go back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer
        part: bytes | memoryview = self._head[: len(buffer)]
        if part:
            self._head = self._head[len(part) :]
        else:
            part = self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _open(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except FileNotFoundError as error:
        raise ReadError("there is no such file", name=name, hint=_neighbor(name)) from error
    except IsADirectoryError as error:
        raise ReadError(
            "it is a folder, not a file", name=name, hint="Name the files in it one by one."
        ) from error
    except PermissionError as error:
        raise ReadError(
            "it may not be read", name=name, hint="Check the permissions of the file."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"it cannot be opened: {reason}", name=name) from error


def _neighbor(name: str) -> str:
    """Guess a misspelt name from the folder it should be in."""
    path = Path(name)
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry, _ in zip(entries, range(2_000), strict=False)]
    except OSError:
        return f"There is no folder {str(path.parent)!r} either."
    near = get_close_matches(path.name, names, n=1)
    return f"Did you mean {str(path.parent / near[0])!r}?" if near else "Check its name."
