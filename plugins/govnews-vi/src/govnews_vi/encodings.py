r"""Vietnamese encodings before Unicode: codecs for all of them, and a detector that shows evidence.

Importing this module registers the codecs, after which every Python call that takes the name of an
encoding knows them:

| name | what it is |
|---|---|
| `tcvn3` | the code of the ABC fonts (.VnTime), once the standard of state offices in the north |
| `tcvn` | TCVN 5712:1993, VN1, with all capitals (`TCVN5712-1` of iconv) |
| `vni` | VNI for Windows (VNI-Times), two bytes a marked letter |
| `vps` | VPS, of the Vietnamese Professionals Society |
| `viscii` | VISCII 1.1, RFC 1456 |
| `viqr` | VIQR, RFC 1456: seven bits, marks typed after the letter |
| `vi-cp1258` | Windows-1258 as Vietnamese is written in it, which Python's `cp1258` cannot encode |

All of them decode to NFC and encode from NFC or NFD.

Example:
    >>> "Cần Thơ".encode("vni")
    b'Ca\xe0n Th\xf4'
    >>> b"Ca^`n Tho+".decode("viqr")
    'Cần Thơ'

.. versionadded:: 0.1.0
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from govnews_vi._codecs import CODECS, LegacyCodec
from govnews_vi._detect import Detection, as_bytes, detect_encoding, detect_legacy

__all__ = [
    "LEGACY_ENCODINGS",
    "Detection",
    "decode_cp1258",
    "decode_legacy",
    "detect_encoding",
    "detect_legacy",
    "encode_cp1258",
    "register",
]

#: The names of the codecs this module registers.
LEGACY_ENCODINGS: tuple[str, ...] = tuple(codec.name for codec in CODECS)

# What Python hands a decoder (`collections.abc.Buffer` from 3.12 on).
if TYPE_CHECKING:
    from typing_extensions import Buffer as _Buffer

_PUNCTUATION = re.compile(r"[^0-9a-z]+")
# Nothing joins across these, so a stream may be cut after them.
_BLANKS = " \t\r\n"


def decode_legacy(data: bytes | str, encoding: str, errors: str = "strict") -> str:
    """Decode Vietnamese from a legacy encoding, also where it was first read as Latin-1.

    Args:
        data: The bytes, or a text that came from reading them as Latin-1 or Windows-1252.
        encoding: One of `LEGACY_ENCODINGS`, as `Detection.encoding` gives it.
        errors: What to do with bytes that mean nothing: any error handler of `codecs`.

    Returns:
        The text, in NFC.

    Raises:
        UnicodeDecodeError: Some bytes mean nothing in this encoding, and `errors` is `strict`.
        ValueError: The text does not come from Latin-1 or Windows-1252, so its bytes are lost.
        LookupError: There is no such encoding.

    Example:
        >>> decode_legacy("Uû ban nh©n d©n", "tcvn3")
        'Uỷ ban nhân dân'

    .. versionadded:: 0.1.0
    """
    if isinstance(data, str):
        found = data.encode("ascii") if data.isascii() else as_bytes(data)
        if found is None:
            raise ValueError(
                "The text holds characters that Windows-1252 does not have; it is not the result "
                "of reading legacy bytes as Windows-1252. Pass the bytes themselves."
            )
        data = found
    return data.decode(encoding, errors)


def decode_cp1258(data: bytes, errors: str = "strict") -> str:
    r"""Decode Windows-1258 to NFC: Python's own codec leaves letters and tones apart.

    Args:
        data: Bytes in Windows-1258.
        errors: Any error handler of `codecs`.

    Returns:
        The text, in NFC.

    Example:
        >>> decode_cp1258(b"Vi\xea\xf2t Nam") == "Việt Nam"
        True

    .. versionadded:: 0.1.0
    """
    return data.decode("vi-cp1258", errors)


def encode_cp1258(text: str, errors: str = "strict") -> bytes:
    r"""Encode to Windows-1258, splitting off the tones it has no letters for.

    Args:
        text: NFC or NFD text.
        errors: Any error handler of `codecs`.

    Returns:
        The bytes; a letter that Windows-1258 has whole (`á`, `ê`) stays whole.

    Example:
        >>> encode_cp1258("Việt Nam")
        b'Vi\xea\xf2t Nam'

    .. versionadded:: 0.1.0
    """
    return text.encode("vi-cp1258", errors)


def _plain(name: str) -> str:
    return _PUNCTUATION.sub("", name.lower())


def _info(codec: LegacyCodec) -> codecs.CodecInfo:
    def encode(text: str, errors: str = "strict") -> tuple[bytes, int]:
        return codec.encode(text, errors), len(text)

    def decode(data: _Buffer, errors: str = "strict") -> tuple[str, int]:
        content = bytes(data)
        return codec.decode(content, errors), len(content)

    class Encoder(codecs.BufferedIncrementalEncoder):
        def _buffer_encode(
            self,
            input: str,
            errors: str,
            final: bool,  # noqa: FBT001 - the signature is Python's
        ) -> tuple[bytes, int]:
            end = len(input) if final else 1 + max(input.rfind(blank) for blank in _BLANKS)
            return codec.encode(input[:end], errors), end

    class Decoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(
            self,
            input: _Buffer,
            errors: str,
            final: bool,  # noqa: FBT001 - the signature is Python's
        ) -> tuple[str, int]:
            data = bytes(input)
            end = len(data) if final else 1 + max(data.rfind(b.encode()) for b in _BLANKS)
            return codec.decode(data[:end], errors), end

    return codecs.CodecInfo(
        name=codec.name,
        encode=encode,
        decode=decode,
        incrementalencoder=Encoder,
        incrementaldecoder=Decoder,
    )


_INFOS = {_plain(name): _info(codec) for codec in CODECS for name in (codec.name, *codec.aliases)}


def _find(name: str) -> codecs.CodecInfo | None:
    return _INFOS.get(_plain(name))


_registered: list[bool] = []


def register() -> None:
    r"""Make the codecs known to Python. Importing this module does it; a second call does nothing.

    Example:
        >>> register()
        >>> "Đà Nẵng".encode("tcvn3")
        b'\xa7\xb5 N\xbdng'

    .. versionadded:: 0.1.0
    """
    if not _registered:
        codecs.register(_find)
        _registered.append(True)


register()
