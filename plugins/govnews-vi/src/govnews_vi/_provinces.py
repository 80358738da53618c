"""The provinces of Vietnam before and since 1 July 2025, with their official codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from attrs import frozen

__all__ = ["MERGERS", "PROVINCES", "Province"]


@frozen
class Province:
    """A province or a city under the central government.

    Attributes:
        name: The name without its unit word.
        word: `tỉnh` or `thành phố`.
        scheme: Whose code it is: `vn-gso-2020` for the 63 until 30 June 2025, `vn-2025` for the 34
            since then (Decision 19/2025/QD-TTg).
        code: Two digits.

    .. versionadded:: 0.1.0
    """

    name: str
    word: Literal["tỉnh", "thành phố"]
    scheme: Literal["vn-gso-2020", "vn-2025"]
    code: str


# A star marks a city under the central government.
_BEFORE: Final = """
01 Hà Nội*, 02 Hà Giang, 04 Cao Bằng, 06 Bắc Kạn, 08 Tuyên Quang, 10 Lào Cai, 11 Điện Biên,
12 Lai Châu, 14 Sơn La, 15 Yên Bái, 17 Hoà Bình, 19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh,
24 Bắc Giang, 25 Phú Thọ, 26 Vĩnh Phúc, 27 Bắc Ninh, 30 Hải Dương, 31 Hải Phòng*, 33 Hưng Yên,
34 Thái Bình, 35 Hà Nam, 36 Nam Định, 37 Ninh Bình, 38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh,
44 Quảng Bình, 45 Quảng Trị, 46 Thừa Thiên Huế, 48 Đà Nẵng*, 49 Quảng Nam, 51 Quảng Ngãi,
52 Bình Định, 54 Phú Yên, 56 Khánh Hòa, 58 Ninh Thuận, 60 Bình Thuận, 62 Kon Tum, 64 Gia Lai,
66 Đắk Lắk, 67 Đắk Nông, 68 Lâm Đồng, 70 Bình Phước, 72 Tây Ninh, 74 Bình Dương, 75 Đồng Nai,
77 Bà Rịa - Vũng Tàu, 79 Hồ Chí Minh*, 80 Long An, 82 Tiền Giang, 83 Bến Tre, 84 Trà Vinh,
86 Vĩnh Long, 87 Đồng Tháp, 89 An Giang, 91 Kiên Giang, 92 Cần Thơ*, 93 Hậu Giang, 94 Sóc Trăng,
95 Bạc Liêu, 96 Cà Mau
"""
_SINCE: Final = """
01 Hà Nội*, 04 Cao Bằng, 08 Tuyên Quang, 11 Điện Biên, 12 Lai Châu, 14 Sơn La, 15 Lào Cai,
19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh, 24 Bắc Ninh, 25 Phú Thọ, 31 Hải Phòng*, 33 Hưng Yên,
37 Ninh Bình, 38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh, 44 Quảng Trị, 46 Huế*, 48 Đà Nẵng*,
51 Quảng Ngãi, 52 Gia Lai, 56 Khánh Hòa, 66 Đắk Lắk, 68 Lâm Đồng, 75 Đồng Nai, 79 Hồ Chí Minh*,
80 Tây Ninh, 82 Đồng Tháp, 86 Vĩnh Long, 91 An Giang, 92 Cần Thơ*, 96 Cà Mau
"""


def _rows(listed: str, scheme: Literal["vn-gso-2020", "vn-2025"]) -> tuple[Province, ...]:
    rows = []
    for row in " ".join(listed.split()).split(", "):
        code, name = row.split(" ", 1)
        word: Literal["tỉnh", "thành phố"] = "thành phố" if name.endswith("*") else "tỉnh"
        rows.append(Province(name.removesuffix("*"), word, scheme, code))
    return tuple(rows)


#: The 63 provinces until 30 June 2025, then the 34 since 1 July 2025.
PROVINCES: Final = _rows(_BEFORE, "vn-gso-2020") + _rows(_SINCE, "vn-2025")

#: The 23 provinces that took in others on 1 July 2025, with the names they took in. The city of
#: Huế is the former province Thừa Thiên Huế and merged with none.
MERGERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "An Giang": ("Kiên Giang",),
        "Bắc Ninh": ("Bắc Giang",),
        "Cà Mau": ("Bạc Liêu",),
        "Cần Thơ": ("Hậu Giang", "Sóc Trăng"),
        "Đà Nẵng": ("Quảng Nam",),
        "Đắk Lắk": ("Phú Yên",),
        "Đồng Nai": ("Bình Phước",),
        "Đồng Tháp": ("Tiền Giang",),
        "Gia Lai": ("Bình Định",),
        "Hải Phòng": ("Hải Dương",),
        "Hồ Chí Minh": ("Bình Dương", "Bà Rịa - Vũng Tàu"),
        "Hưng Yên": ("Thái Bình",),
        "Khánh Hòa": ("Ninh Thuận",),
        "Lào Cai": ("Yên Bái",),
        "Lâm Đồng": ("Đắk Nông", "Bình Thuận"),
        "Ninh Bình": ("Hà Nam", "Nam Định"),
        "Phú Thọ": ("Hoà Bình", "Vĩnh Phúc"),
        "Quảng Ngãi": ("Kon Tum",),
        "Quảng Trị": ("Quảng Bình",),
        "Tây Ninh": ("Long An",),
        "Thái Nguyên": ("Bắc Kạn",),
        "Tuyên Quang": ("Hà Giang",),
        "Vĩnh Long": ("Bến Tre", "Trà Vinh"),
    }
)
