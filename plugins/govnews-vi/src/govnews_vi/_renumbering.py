"""The renumberings of 2017 and 2018: which old telephone code became which new one, and when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

__all__ = ["AREA_CHANGES", "AREA_KEPT", "MOBILE_CHANGES", "MOBILE_DAY", "AreaChange"]


@frozen
class AreaChange:
    """One row of Decision 2036/QD-BTTTT: a province's area code, without the leading 0.

    Attributes:
        province: The province as it was called then.
        old: The code before.
        new: The code since.
        day: The day of the change (ISO 8601). Both codes worked for a month from then on.

    .. versionadded:: 0.1.0
    """

    province: str
    old: str
    new: str
    day: str


_STEPS: Final = {
    "2017-02-11": (
        "Sơn La 22 212, Lai Châu 231 213, Lào Cai 20 214, Điện Biên 230 215, Yên Bái 29 216, "
        "Quảng Bình 52 232, Quảng Trị 53 233, Thừa Thiên Huế 54 234, Quảng Nam 510 235, "
        "Đà Nẵng 511 236, Thanh Hóa 37 237, Nghệ An 38 238, Hà Tĩnh 39 239"
    ),
    "2017-04-15": (
        "Quảng Ninh 33 203, Bắc Giang 240 204, Lạng Sơn 25 205, Cao Bằng 26 206, "
        "Tuyên Quang 27 207, Thái Nguyên 280 208, Bắc Kạn 281 209, Hải Dương 320 220, "
        "Hưng Yên 321 221, Bắc Ninh 241 222, Hải Phòng 31 225, Hà Nam 351 226, Thái Bình 36 227, "
        "Nam Định 350 228, Ninh Bình 30 229, Cà Mau 780 290, Bạc Liêu 781 291, Cần Thơ 710 292, "
        "Hậu Giang 711 293, Trà Vinh 74 294, An Giang 76 296, Kiên Giang 77 297, Sóc Trăng 79 299"
    ),
    "2017-06-17": (
        "Hà Nội 4 24, TP. Hồ Chí Minh 8 28, Đồng Nai 61 251, Bình Thuận 62 252, "
        "Bà Rịa - Vũng Tàu 64 254, Quảng Ngãi 55 255, Bình Định 56 256, Phú Yên 57 257, "
        "Khánh Hòa 58 258, Ninh Thuận 68 259, Kon Tum 60 260, Đắk Nông 501 261, Đắk Lắk 500 262, "
        "Lâm Đồng 63 263, Gia Lai 59 269, Vĩnh Long 70 270, Bình Phước 651 271, Long An 72 272, "
        "Tiền Giang 73 273, Bình Dương 650 274, Bến Tre 75 275, Tây Ninh 66 276, Đồng Tháp 67 277"
    ),
}


def _rows() -> tuple[AreaChange, ...]:
    rows = []
    for day, step in _STEPS.items():
        for row in step.split(", "):
            province, old, new = row.rsplit(" ", 2)
            rows.append(AreaChange(province, old, new, day))
    return tuple(rows)


AREA_CHANGES: Final = _rows()

# The four codes that stayed.
AREA_KEPT: Final[Mapping[str, str]] = MappingProxyType(
    {"Phú Thọ": "210", "Vĩnh Phúc": "211", "Hòa Bình": "218", "Hà Giang": "219"}
)

# Mobiles of eleven digits became mobiles of ten, the last seven kept.
MOBILE_DAY: Final = "2018-09-15"
MOBILE_CHANGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict(
            zip(("120", "121", "122", "126", "128"), ("70", "79", "77", "76", "78"), strict=True)
        ),
        **dict(
            zip(("123", "124", "125", "127", "129"), ("83", "84", "85", "81", "82"), strict=True)
        ),
        **{f"16{digit}": f"3{digit}" for digit in range(2, 10)},
        "186": "56",
        "188": "58",
        "199": "59",
    }
)
