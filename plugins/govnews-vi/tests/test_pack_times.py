"""Dates and periods in Vietnamese text: the parts that are stated, and no others."""

import pytest

from govnews.extraction import LanguagePack
from govnews.extraction._ground.grammar import grammar_of
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews_vi.pack import PACK


def times(text):
    """Return the readings of all times in a text; None where nothing exists or is meant."""
    assert isinstance(PACK, LanguagePack)
    grammar = grammar_of(PACK)
    found = Timeline(View(text, PACK.fold).folded, grammar.times).times
    return [None if time.value is None else str(time.value) for time in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 05/9/2021", "2021-09-05"),
        ("ngày 5-9-2021", "2021-09-05"),
        ("5.9.2021", "2021-09-05"),
        ("ngày 5 tháng 9 năm 2021", "2021-09-05"),
        ("Lam Giang, ngày 24 tháng 6 năm 2022", "2022-06-24"),
        ("sáng 16-8", "--08-16"),
        ("chiều ngày 16/8", "--08-16"),
        ("mùng 5/8", "--08-05"),
        ("hôm nay (14/9)", "--09-14"),
        ("sáng nay 25-11", "--11-25"),
        ("hôm qua (3.7)", "--07-03"),
        ("ngày 17", "---17"),
        ("từ ngày 4 đến 5/6", "--06-04/--06-05"),
        ("ngày 4-6/6", "--06-04/--06-06"),
        ("tháng 5/2012", "2012-05"),
        ("đầu tháng 5 năm 2012", "2012-05"),
        ("cuối năm 2016", "2016"),
        ("quý II/2020", "2020-04/2020-06"),
        ("quý 2 năm 2020", "2020-04/2020-06"),
        ("Thứ Sáu, 03/07/2020 09:20 GMT+7", "2020-07-03T09:20+07:00"),
        ("15:17 24/12/2020", "2020-12-24T15:17"),
        ("giai đoạn 2022-2027", "2022/2027"),
        ("giai đọan 2022 – 2027", "2022/2027"),
        ("(2019 - 2023)", "2019/2023"),
        ("năm học 2016-2017", "2016/2017"),
        ("từ năm 2020 đến hết năm 2025", "2020/2025"),
        ("từ nay đến năm 2025", "/2025"),
        ("đến hết năm 2025", "/2025"),
        ("thời hạn 12 tháng", "P12M"),
        ("trong thời hạn năm năm", "P5Y"),
    ],
)
def test_a_time_has_just_the_parts_that_are_stated(text, expected):
    """Each form of the language gives its value, to its own precision."""
    assert [expected] == times(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 88/2021/NĐ-CP",
        "Quyết định số 15/QĐ-UBND ngày 05/9/2021",
        "trực 24/7",
        "dịp 30/4",
        "trước ngày 30/10/2021",
        "ngày 31/2/2021",
        "giai đoạn 2027-2022",
        "giá 5.000 đồng",
        "tỷ số 3-2",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    """Numbers of papers, deadlines, holidays and impossible days have no value."""
    assert [] == [value for value in times(text) if value is not None]


@pytest.mark.parametrize("text", ["22 giờ ngày 3-7-2021", "8h30 ngày 3/7/2021"])
def test_an_hour_is_not_taken_off_a_day(text):
    """The hour of an event leaves its day as it is stated."""
    assert ["2021-07-03"] == [value for value in times(text) if value]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("các ngày 5, 6 và 7/8/2024", ["2024-08-05/2024-08-07"]),
        ("hai ngày (14 và 15/9)", ["--09-14/--09-15"]),
        ("ngày 5 và 6 tháng 8 năm 2024", ["2024-08-05/2024-08-06"]),
        ("các ngày 5, 12, 19 và 26/8/2024", [None]),
        ("ngày 12 tháng Tư năm 2023", ["2023-04-12"]),
        ("tháng Mười Một năm 2023", ["2023-11"]),
        ("tháng Giêng năm 2023", ["2023"]),
        ("giai đoạn tháng 6/2023 - 6/2026", ["2023-06/2026-06"]),
        ("từ tháng 3 đến tháng 12/2024", ["2024-03/2024-12"]),
        ("từ ngày 01/10/2024 đến hết năm 2027", ["2024-10-01/2027"]),
        ("có hiệu lực từ ngày ký đến 31/12/2025", ["/2025-12-31"]),
        ("có giá trị 5 (năm) năm", ["P5Y"]),
        ("Nghị quyết 15-NQ/TU ngày 22/12/2024", [None]),
        ("Quy chế phối hợp số 05/QCPH-STP ngày 12/3/2019", [None]),
        ("cập nhật 2023-04-12 10:20", ["2023-04-12T10:20"]),
    ],
)
def test_rows_of_days_months_by_name_and_terms(words, expected):
    """Days in a row are one stretch, others none; a paper's own date is no date of the story."""
    assert expected == times(words)
