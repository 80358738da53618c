"""The directory of a zip file (APPNOTE.TXT, 4.3.12 to 4.3.16)."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Final, NamedTuple

from govnews.errors import LimitError, ReadError

_CENTRAL: Final = struct.Struct("<4s2xBx2H4x3L3H8xL")
_END: Final = struct.Struct("<4s4H2LH")
_SMALLEST: Final = _CENTRAL.size  # bytes an entry of the directory takes at least
_NEWEST: Final = 63  # version 6.3 of the format, in tenths
_UTF8: Final = 0x800
_ELSEWHERE: Final = 0xFFFF_FFFF  # the value stands in a field of its own (zip64)


class Entry(NamedTuple):
    """What the directory states of a part."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def read_directory(data: bytes, most: int) -> tuple[list[Entry], int]:
    """Return the entries of a zip file, and where its directory begins.

    Args:
        data: The whole file.
        most: How many entries there may be.

    Raises:
        LimitError: There are more.
        ReadError: It is no zip file, or a damaged one.
    """
    entries = _plain(data, most)
    if entries is not None:
        return entries
    # Counted before the directory is read: each entry of it costs some hundred bytes. A short
    # file has no room for so many.
    if len(data) > most * _SMALLEST and data.count(b"PK\x01\x02") > most:
        raise LimitError("archive_entries", most)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            start = archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise ReadError(
            f"this is no Word document, or a damaged one: {error}",
            hint="A Word document (.docx) is a zip package.",
        ) from error
    if len(infos) > most:
        raise LimitError("archive_entries", most)
    return [_entry(info) for info in infos], start


def _entry(info: zipfile.ZipInfo) -> Entry:
    return Entry(
        info.orig_filename,  # the name before zipfile cuts it at a NUL
        info.flag_bits,
        info.compress_type,
        info.CRC,
        info.compress_size,
        info.file_size,
        info.header_offset,
    )


def _plain(data: bytes, most: int) -> tuple[list[Entry], int] | None:
    """Read a directory without comments, zip64 and junk around it, in a tenth of the time.

    Returns:
        Nothing for all others, damaged ones among them.
    """
    at = len(data) - _END.size
    if at < 0:
        return None
    magic, disk, first, here, count, size, start, comment = _END.unpack_from(data, at)
    if magic != b"PK\x05\x06" or disk or first or comment or here != count or start + size != at:
        return None
    if count > most:
        raise LimitError("archive_entries", most)
    entries = []
    place = start
    for _ in range(count):
        if place + _CENTRAL.size > at:
            return None
        magic, version, flags, method, crc, packed, full, name, extra, note, offset = (
            _CENTRAL.unpack_from(data, place)
        )
        raw = data[place + _CENTRAL.size : place + _CENTRAL.size + name]
        place += _CENTRAL.size + name + extra + note
        if magic != b"PK\x01\x02" or version > _NEWEST or _ELSEWHERE in (packed, full, offset):
            return None
        if not raw.isascii() and not flags & _UTF8:
            return None
        try:
            entries.append(Entry(raw.decode(), flags, method, crc, packed, full, offset))
        except UnicodeDecodeError:
            return None
    return (entries, start) if place == at else None
