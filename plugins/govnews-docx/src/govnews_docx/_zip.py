"""A zip file whose bytes depend on its parts alone: no clock, no system, no chance."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from attrs import frozen

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_DAY: Final = 0x0021  # 1980-01-01, the first day zip knows
_DEFLATED: Final = 8


@frozen
class Packed:
    """A part, compressed."""

    data: bytes
    size: int
    crc: int


def pack(data: bytes, level: int = 6) -> Packed:
    """Compress a part."""
    compressor = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Packed(compressor.compress(data) + compressor.flush(), len(data), zlib.crc32(data))


def package(parts: dict[str, Packed]) -> bytes:
    """Return the package of these parts, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, part in parts.items():
        raw = name.encode("ascii")
        common = (0, _DEFLATED, 0, _DAY, part.crc, len(part.data), part.size, len(raw), 0)
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common)
        directory.append(
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *common, 0, 0, 0, 0, at) + raw
        )
        pieces += (head, raw, part.data)
        at += len(head) + len(raw) + len(part.data)
    central = b"".join(directory)
    count = len(parts)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), at, 0)
    return b"".join([*pieces, central, end])
