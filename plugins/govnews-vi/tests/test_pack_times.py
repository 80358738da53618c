"""Dates and periods in Vietnamese text: the parts that are stated, and no others."""

import pytest

from govnews.extraction import LanguagePack
from govnews.extraction._grammar import grammar_of
from govnews.extraction._times import Timeline
from govnews.extraction._view import View
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
