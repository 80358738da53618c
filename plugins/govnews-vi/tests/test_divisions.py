import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews_vi.divisions import (
    MERGERS,
    PROVINCES,
    UNIT_WORDS,
    find_provinces,
    split_address,
    street_lines,
)

ADDRESSES = [
    (
        "118/3 Trần Phú, phường An Lạc, quận Bình Tân, thành phố Hồ Chí Minh",
        "street:118/3 Trần Phú|commune:An Lạc|district:Bình Tân|province:Hồ Chí Minh",
    ),
    (
        "02 Lê Lai - P. Hòa An - Q. Cẩm Lệ - TP. Đà Nẵng",
        "street:02 Lê Lai|commune:Hòa An|district:Cẩm Lệ|province:Đà Nẵng",
    ),
    (
        "Số 12- Đường Hùng Vương- Phường 2- TP Tân An",
        "street:Số 12|street:Đường Hùng Vương|commune:2|district:Tân An",
    ),
    (
        "Số 1 đường Mậu Thân phường Đông Hải quận Hải An thành phố Hải Phòng",
        "street:Số 1 đường Mậu Thân|commune:Đông Hải|district:Hải An|province:Hải Phòng",
    ),
    ("Ấp Tân Lập, xã Long Hòa, tỉnh Cà Mau", "hamlet:Ấp Tân Lập|commune:Long Hòa|province:Cà Mau"),
    (
        "Khu phố 2, đặc khu Phú Quốc, tỉnh An Giang",
        "hamlet:Khu phố 2|commune:Phú Quốc|province:An Giang",
    ),
    ("P.Xuân Hương, Đà Lạt, Lâm Đồng", "commune:Xuân Hương|unknown:Đà Lạt|province:Lâm Đồng"),
    ("Phường 1, Quận 3", "commune:1|district:3"),
    ("Q1, TP.HCM", "district:1|province:HCM"),
    ("Quận 1", "district:1"),
    ("Cần Thơ", "province:Cần Thơ"),
    ("Cần Thơ 900000", "province:Cần Thơ|postcode:900000"),
    ("TP. Cần Thơ 94000, Việt Nam", "province:Cần Thơ|postcode:94000|country:Việt Nam"),
    ("TP. Bắc Ninh, tỉnh Bắc Ninh", "district:Bắc Ninh|province:Bắc Ninh"),
    ("TP. Huế, tỉnh Thừa Thiên Huế", "district:Huế|province:Thừa Thiên Huế"),
    ("phường Vỹ Dạ, thành phố Huế", "commune:Vỹ Dạ|province:Huế"),
    (
        "thành phố Thủ Đức, thành phố Hồ Chí Minh",
        "district:Thủ Đức|province:Hồ Chí Minh",
    ),
    ("TP. Vinh", "district:Vinh"),
    (
        "Số 3, P.5, TP.Vũng Tàu, Bà Rịa - Vũng Tàu",
        "street:Số 3|commune:5|district:Vũng Tàu|province:Bà Rịa - Vũng Tàu",
    ),
    (
        "TP. Phan Rang - Tháp Chàm, Ninh Thuận",
        "district:Phan Rang - Tháp Chàm|province:Ninh Thuận",
    ),
    (
        "Trụ sở UBND tỉnh, số 2 Hòa Bình, thị xã Long Mỹ, Hậu Giang",
        "street:Trụ sở UBND tỉnh|street:số 2 Hòa Bình|district:Long Mỹ|province:Hậu Giang",
    ),
    (
        "Trụ sở UBND tỉnh Hậu Giang, phường Vị Tân",
        "street:Trụ sở UBND tỉnh Hậu Giang|commune:Vị Tân",
    ),
    (
        "Tòa nhà Sông Xanh, 12 Lê Lợi, Bến Nghé, Quận 1",
        "street:Tòa nhà Sông Xanh|street:12 Lê Lợi|unknown:Bến Nghé|district:1",
    ),
    ("Ninh Kiều, Cần Thơ", "unknown:Ninh Kiều|province:Cần Thơ"),
    (
        "Tỉnh lộ 8, ấp 4, xã Tân Thạnh, huyện Củ Chi",
        "street:Tỉnh lộ 8|hamlet:ấp 4|commune:Tân Thạnh|district:Củ Chi",
    ),
    ("Số 9 ngõ 12 phố Huế, thị trấn Phố Ràng.", "street:Số 9 ngõ 12 phố Huế|commune:Phố Ràng"),
    ("12 Lê Lợi;\nPhường\u00a02", "street:12 Lê Lợi|commune:2"),
    ("tổ chức xã hội, bản đồ", "unknown:tổ chức xã hội|unknown:bản đồ"),
    ("", ""),
    (" , - ;", ""),
]

PIECES = st.sampled_from(
    [
        "TP. ",
        "tỉnh ",
        "Quận ",
        "P.",
        "xã ",
        "Cần Thơ",
        "Bà Rịa",
        "Vũng Tàu",
        " - ",
        ", ",
        "12",
        " ",
        "ấp ",
        "đường ",
        "Lê Lợi",
        "900000",
        "Việt Nam",
        "\u0301",
    ]
)


def shown(text):
    """Show the parts of an address, in one line."""
    return "|".join(f"{unit.level}:{unit.name}" for unit in split_address(text))


@pytest.mark.parametrize(("text", "parts"), ADDRESSES, ids=[text[:24] for text, _ in ADDRESSES])
def test_an_address_is_split_into_its_parts(text, parts):
    """Separators, unit words and the names of provinces part it; nothing is changed."""
    assert parts == shown(text)


@pytest.mark.parametrize("text", [text for text, _ in ADDRESSES if text])
def test_a_decomposed_address_is_split_alike(text):
    """NFD text gives the same parts, each as written."""
    decomposed = unicodedata.normalize("NFD", text)
    units = split_address(decomposed)
    assert [(u.level, u.name) for u in split_address(text)] == [
        (u.level, unicodedata.normalize("NFC", u.name)) for u in units
    ]
    for unit in units:
        assert unit.name in decomposed[unit.start : unit.end]


def test_the_unit_word_is_kept_as_written():
    """`Tp` stays `Tp`; a bare name has none."""
    words = [unit.word for unit in split_address("12 Lê Lợi, P. 3, Tp Vị Thanh, Hậu Giang")]
    assert [None, "P.", "Tp", None] == words


def test_misspelt_names_stay():
    """No name is corrected or mapped to a province it resembles."""
    assert shown("quận Ninh Kìu, TP. Cần Thớ") == "district:Ninh Kìu|district:Cần Thớ"


def test_street_lines_hold_what_is_below_the_commune():
    """Street, house number, building and hamlet, in order."""
    text = "Nhà văn hóa, số 4 Lê Lai, khu vực 3, phường An Lạc, TP. Cần Thơ"
    assert ("Nhà văn hóa", "số 4 Lê Lai", "khu vực 3") == street_lines(split_address(text))


def test_two_levels_and_three_are_legal():
    """The district may be absent, as it is since July 2025."""
    assert shown("phường An Lạc, TP. Cần Thơ") == "commune:An Lạc|province:Cần Thơ"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Hà Nội", ["01", "01"]),
        ("thành phố Hồ Chí Minh", ["79", "79"]),
        ("TP.HCM", ["79", "79"]),
        ("TP. HCM", ["79", "79"]),
        ("HOÀ BÌNH", ["17"]),
        ("Hòa Bình", ["17"]),
        ("Huế", ["46"]),
        ("Thừa Thiên - Huế", ["46"]),
        ("tỉnh Bà Rịa – Vũng Tàu", ["77"]),
        ("Gia Lai", ["64", "52"]),
        ("Đắc Lắc", ["66", "66"]),
        ("Can Tho", ["92", "92"]),
        ("Cần Tho", []),
        ("quận Hà Nội", []),
        ("Sao Mai", []),
        ("", []),
        ("x" * 1000, []),
    ],
)
def test_provinces_are_found_by_name(name, codes):
    """By name in either spelling, with the code of each scheme; without marks where all lack."""
    assert codes == [province.code for province in find_provinces(name)]


def test_the_tables_are_whole():
    """63 provinces before, 34 since; 5 and 6 cities; codes once each; mergers add up."""
    before = [p for p in PROVINCES if p.scheme == "vn-gso-2020"]
    since = [p for p in PROVINCES if p.scheme == "vn-2025"]
    assert (63, 34) == (len(before), len(since))
    assert (5, 6) == tuple(sum(p.word == "thành phố" for p in rows) for rows in (before, since))
    for rows in (before, since):
        assert len(rows) == len({p.code for p in rows}) == len({p.name for p in rows})
    absorbed = [name for names in MERGERS.values() for name in names]
    assert len(MERGERS) == 23
    assert {p.name for p in before} == {p.name for p in since} - {"Huế"} | {
        *absorbed,
        "Thừa Thiên Huế",
    }
    # A code is never new: each of 2025 was the code of the province or of one it took in.
    old = {p.name: p.code for p in before} | {"Huế": "46"}
    for province in since:
        assert province.code in {
            old[name] for name in (province.name, *MERGERS.get(province.name, ()))
        }


def test_every_unit_word_is_read():
    """Each word of the table opens a unit of its level (a city that is no province is a district)."""
    for word, level in UNIT_WORDS.items():
        (unit,) = split_address(f"{word} Tân Lập 2")
        expected = "district" if word in {"thành phố", "tp", "tp."} else level
        assert expected == unit.level, word


@given(st.one_of(st.lists(PIECES).map("".join), st.text()))
def test_parts_are_found_in_place(text):
    """Parts lie in order, do not overlap, and hold their words as written."""
    end = 0
    for unit in split_address(text):
        assert end <= unit.start < unit.end <= len(text)
        part = text[unit.start : unit.end]
        assert part.endswith(unit.name)
        assert part.startswith(unit.word or "")
        assert unit.name
        end = unit.end


def test_long_hostile_text_is_read():
    """Endless separators, blanks and unit words are one linear pass."""
    assert split_address(" - " * 100_000) == ()
    assert split_address("Cần Thơ" + " " * 200_000 + "x")
    assert split_address("1 " + "phường 2 " * 20_000)
    assert split_address("thành" + " " * 200_000)
    assert split_address("e" + "\u0323\u0301" * 100_000)
