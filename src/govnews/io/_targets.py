"""Where bytes go: a path, written whole or not at all, or a binary file of the caller's."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from govnews.errors import WriteError
from govnews.io._sources import PathOrFile

_SPOOL = 8 << 20


@contextmanager
def opened_target(place: PathOrFile) -> Iterator[BinaryIO]:
    """Open a target. A path holds its old content or the new one, never a part.

    What goes to a file of the caller's is spooled first, so that a failing write leaves nothing
    in it.

    Raises:
        WriteError: The target cannot be written.
    """
    if not isinstance(place, str | os.PathLike):
        with _spooled(place) as sink:
            yield sink
        return
    name = os.fspath(place)
    try:
        path = Path(os.path.realpath(name))
        with _in_place(path) if _is_special(path) else _beside(path) as sink:
            yield sink
    except (OSError, ValueError) as error:
        raise _refused(name, error) from error


@contextmanager
def _spooled(place: BinaryIO) -> Iterator[BinaryIO]:
    with SpooledTemporaryFile(max_size=_SPOOL) as spool:
        yield cast("BinaryIO", spool)
        spool.seek(0)
        while chunk := spool.read(1 << 20):
            place.write(chunk)
        place.flush()


@contextmanager
def _in_place(path: Path) -> Iterator[BinaryIO]:
    """A device or a pipe cannot be replaced by renaming."""
    with path.open("wb") as sink:
        yield sink


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    """Write beside the target, then rename over it: atomic on one file system (rename(2))."""
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # The mode is left to the umask, as for any new file.
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as sink:
            yield sink
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _is_special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _refused(name: str, error: OSError | ValueError) -> WriteError:
    path = Path(name)
    if path.is_dir():
        return WriteError("it is a folder", name=name, hint="Name a file in it.")
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        folder = str(path.parent)
        return WriteError(f"there is no folder {folder!r}", name=name, hint="Create it first.")
    if isinstance(error, PermissionError):
        return WriteError(
            "it may not be written", name=name, hint="Check the permissions of the folder."
        )
    reason = getattr(error, "strerror", None) or str(error)
    return WriteError(f"it cannot be written: {reason}", name=name)
