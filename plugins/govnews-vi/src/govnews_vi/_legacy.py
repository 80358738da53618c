"""What the core asks of a language that was written before Unicode: decode bytes, or pass."""

from __future__ import annotations

from govnews_vi.encodings import decode_legacy, detect_encoding


def decode(data: bytes) -> tuple[str, str] | None:
    """Decode text of an encoding of before Unicode.

    Args:
        data: Bytes that are no UTF-8.

    Returns:
        The text and the name of the encoding, or None where the evidence does not decide.
    """
    found = detect_encoding(data)
    if found is None or found.encoding in ("utf-8", "ascii"):
        return None
    return decode_legacy(data, found.encoding, "replace"), found.encoding
