"""The code tables of Vietnamese before Unicode."""

from __future__ import annotations

from typing import Final

# charmap_decode reads U+FFFE in a decoding table as "undefined".
_NONE: Final = "\ufffe"
_ASCII: Final = "".join(map(chr, range(128)))


def _table(low: dict[int, str], high: str) -> str:
    """Join the letters placed among the control codes and the upper half into 256 characters."""
    lower = "".join(low.get(code, chr(code)) for code in range(128))
    assert len(high) == 128, len(high)  # noqa: S101 - a table of the wrong length must not load
    return lower + high


def _western() -> str:
    """Give the upper half of Windows-1252, which fonts kept where they put no letter."""
    return bytes(range(128, 256)).decode("cp1252", "replace").replace("\ufffd", _NONE)


WESTERN: Final = _western()

# RFC 1456, table 1: VISCII 1.1.
VISCII: Final = _table(
    {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"},
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "Õắằặấầẩậẽẹếềểễệố"
    "ồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉ"
    "đựòóôõỏọụùúũủýợỮ",
)

# VPS, the code of the Vietnamese Professionals Society ("x-viet-vps").
VPS: Final = _table(
    {
        **dict(zip(range(0x02, 0x07), "ẠẬẶẸỆ", strict=True)),
        **dict(zip(range(0x10, 0x16), "ỊỌỘỢỤỰ", strict=True)),
        0x19: "Ỵ",
        0x1C: "Ẫ",
        0x1D: "Ữ",
    },
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    "Ế\u2018\u2019ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    "\u00a0ắằẳẵặỠớÙờởỡŨỨợỪ"
    "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    f"ƯỦồốÔỏơÈừứÚũưÝẺ{_NONE}"
    f"àáâãảạă{_NONE}èéêẽìí{_NONE}ĩ"
    f"ẴĐòóôõ{_NONE}Ơụùúủ{_NONE}ỶẼỳ",
)

# TCVN 5712:1993, VN1: all letters, and the five tones as combining marks at B0-B4.
TCVN: Final = _table(
    {
        0x01: "Ú",
        0x02: "Ụ",
        0x04: "Ừ",
        0x05: "Ử",
        0x06: "Ữ",
        **dict(zip(range(0x11, 0x18), "ỨỰỲỶỸÝỴ", strict=True)),
    },
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ"
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ",
)

# TCVN3, the code of the ABC fonts (.VnTime): the small letters of TCVN 5712 and the capitals
# Ă Â Ê Ô Ơ Ư Đ. Capitals with a tone have no code; 80-9F keep the signs of Windows-1252.
TCVN3: Final = (
    _ASCII
    + WESTERN[:32]
    + "".join(
        char if char.islower() or 0xA0 <= code < 0xA8 or 0xB0 <= code < 0xB5 else _NONE
        for code, char in enumerate(TCVN[0xA0:], 0xA0)
    )
)

# VNI for Windows writes a letter and then its marks, as one byte for both hat and tone. The
# letters i and y-dot are single, as are ơ ư đ. The other codes keep Windows-1252.
VNI_LETTERS: Final = {
    **dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True)),
    **dict(zip("ÑÔÖÍÌÆÓÒÎ", "ĐƠƯÍÌỈĨỊỴ", strict=True)),
}
VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_HATS: Final = {
    "â": "\u0302",
    **dict(zip("áàåãä", (f"\u0302{tone}" for tone in VNI_TONES.values()), strict=True)),
}
VNI_BREVES: Final = {
    "ê": "\u0306",
    **dict(zip("éèúüë", (f"\u0306{tone}" for tone in VNI_TONES.values()), strict=True)),
}

# RFC 1456, section 3: VIQR. An asterisk for the horn is in use beside the plus.
VIQR_HATS: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
VIQR_TONES: Final = {
    "'": "\u0301",
    "`": "\u0300",
    "?": "\u0309",
    "~": "\u0303",
    ".": "\u0323",
}
