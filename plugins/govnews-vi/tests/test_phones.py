import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews_vi.phones import (
    AREA_CHANGES,
    AREA_KEPT,
    MOBILE_CHANGES,
    read_number,
    read_numbers,
    split_numbers,
)

SIGNS = st.sampled_from(
    ["0", "3", "84", "0292", "1900", " ", " - ", ",", "/", ".", "(", ")", "+", "x"]
)


@pytest.mark.parametrize(
    "text",
    [
        "0292.3734512",
        "(0292) 3734 512",
        "(+84.292) 3.734.512",
        "0292. 3734512",
        "0292 3 734 512",
        "0292-3734512",
        "0292/3734512",
        "+84 292 3734512",
        "+84 (0)292 3734512",
        "(+84) 292.3734512",
        "84-292-3734512",
        "0084 292 3734512",
        "\u202a0292\u00a03734512\u202c",
    ],
)
def test_a_landline_of_today_is_read_however_it_is_spaced(text):
    """Blanks, dots, brackets and prefixes do not change the number, and nothing is inferred."""
    reading = read_number(text)
    assert ("+842923734512", False, None) == (reading.value, reading.inferred, reading.ground)
    assert text == reading.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("024 3734 5123", "+842437345123"),
        ("028.3734 5123", "+842837345123"),
        ("0912 345 678", "+84912345678"),
        ("0899.123.456", "+84899123456"),
        ("+33 1 42 68 53 00", "+33142685300"),
        ("034 512 3456", "+84345123456"),
    ],
)
def test_other_numbers_of_today_are_read(text, value):
    """The great cities, mobiles that were never anything else, service numbers, foreign numbers."""
    reading = read_number(text)
    assert (value, False) == (reading.value, reading.inferred)


@pytest.mark.parametrize("row", AREA_CHANGES, ids=lambda row: row.province)
def test_every_renumbered_area_gives_the_number_of_today(row):
    """On a page older than the change, each of the 59 old codes gives the new one with its row."""
    subscriber = "37345123" if row.old in {"4", "8"} else "3734512"
    reading = read_number(f"0{row.old} {subscriber}", asof="2016")
    assert (f"+84{row.new}{subscriber}", True) == (reading.value, reading.inferred)
    assert f"0{row.old} became 0{row.new} on {row.day}" in reading.ground


def test_the_table_of_areas_is_whole():
    """63 provinces, each old and each new code once, three days of change."""
    names = {row.province for row in AREA_CHANGES} | set(AREA_KEPT)
    codes = [row.new for row in AREA_CHANGES] + list(AREA_KEPT.values())
    assert len(names) == len(codes) == len(set(codes)) == 63
    assert len({row.old for row in AREA_CHANGES}) == 59
    days = [row.day for row in AREA_CHANGES]
    assert [13, 23, 23] == [days.count(day) for day in sorted(set(days))]
    for code in codes:
        subscriber = "37345123" if code in {"24", "28"} else "3734512"
        assert phonenumbers.is_valid_number(phonenumbers.parse(f"+84{code}{subscriber}"))


@pytest.mark.parametrize(("old", "new"), MOBILE_CHANGES.items())
def test_every_renumbered_mobile_gives_the_number_of_today(old, new):
    """A mobile of eleven digits can only be one of before September 2018."""
    reading = read_number(f"0{old} 123 4567")
    assert (f"+84{new}1234567", True) == (reading.value, reading.inferred)
    assert f"0{old} became 0{new} on 2018-09-15" in reading.ground


def test_the_table_of_mobiles_is_whole():
    """21 old codes, each with a new code of its own."""
    assert len(MOBILE_CHANGES) == len(set(MOBILE_CHANGES.values())) == 21


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0710.3734512", "+842923734512"),
        ("04.37345123", "+842437345123"),
        ("0240 3734 512", "+842043734512"),
        ("0613 734512", "+842513734512"),
        ("072 3734512", "+842723734512"),
        ("020.3734512", "+842143734512"),
        ("+84 710 3734512", "+842923734512"),
    ],
)
def test_an_old_landline_is_read_where_it_can_be_nothing_else(text, value):
    """No date is needed where no number of today has that form."""
    reading = read_number(text)
    assert (value, True) == (reading.value, reading.inferred)


TRAPS = [
    ("037.3734512", "+842373734512"),  # Thanh Hóa
    ("031 3734512", "+842253734512"),  # Hải Phòng
    ("052.3734512", "+842323734512"),  # Quảng Bình: 0523 is a mobile
    ("058 3734 512", "+842583734512"),  # Khánh Hòa
    ("076 3734512", "+842963734512"),  # An Giang
    ("0837345123", "+842837345123"),  # Ho Chi Minh City
]


@pytest.mark.parametrize(("text", "today"), TRAPS)
def test_an_old_landline_that_looks_like_a_mobile_needs_a_date(text, today):
    """Without evidence no value is claimed, and the ground says what would decide."""
    reading = read_number(text)
    assert (None, False) == (reading.value, reading.inferred)
    assert "the date of the page" in reading.ground


@pytest.mark.parametrize(("text", "today"), TRAPS)
@pytest.mark.parametrize("asof", ["2012", "2016-05", "2018-09-14"])
def test_an_old_page_makes_it_a_landline(text, today, asof):
    """Before September 2018 these mobile codes did not exist."""
    reading = read_number(text, asof=asof)
    assert (today, True) == (reading.value, reading.inferred)


@pytest.mark.parametrize(("text", "today"), TRAPS)
def test_a_fax_label_makes_it_a_landline(text, today):
    """A fax has no mobile number."""
    reading = read_number(text, kind="landline")
    assert (today, True) == (reading.value, reading.inferred)


def test_a_mobile_label_makes_it_a_mobile():
    """What the label says is evidence."""
    assert read_number("037 3734 512", kind="mobile").value == "+84373734512"


@pytest.mark.parametrize("text", ["0863734512", "0883734512"])
def test_a_mobile_code_older_than_2018_stays_open_on_an_old_page(text):
    """086 and 088 were mobiles before the landlines of Ho Chi Minh City left 08."""
    assert read_number(text, asof="2017-01").value is None


def test_a_new_page_makes_it_a_mobile():
    """From September 2018 on it is what it looks like."""
    assert read_number("0373 734 512", asof="2021-03").value == "+84373734512"


@pytest.mark.parametrize("asof", ["2018", "2018-09", "--09-15", "", None])
def test_a_date_that_does_not_decide_decides_nothing(asof):
    """A year in which both held, or no year at all, gives no value."""
    assert read_number("0373 734 512", asof=asof).value is None


def test_an_old_code_set_apart_on_a_new_page_stays_open():
    """Footers outlive renumberings: `037.3734512` is written as landlines were."""
    assert read_number("037.3734512", asof="2021").value is None


def test_a_number_of_today_that_lacks_a_digit_is_not_renumbered():
    """0292 373451 begins like Yên Bái's old 029, but its own grouping says otherwise."""
    assert read_number("0292.373451").value is None
    assert read_number("0292373451").value is None
    assert read_number("029.2373451").value == "+842162373451"


@pytest.mark.parametrize(
    "text",
    ["080.43162", "080 48888", "069.555.123", "069 2345678"],
)
def test_networks_of_the_state_have_no_value(text):
    """080 and 069 are kept as written."""
    reading = read_number(text)
    assert (text, None, False) == (reading.text, reading.value, reading.inferred)
    assert "network" in reading.ground


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "113",
        "3734512",
        "0",
        "0000000000",
        "abc",
        "0292 373451x",
        "12/05/2020",
        "1",
        "+",
        "+84",
        "0292.37345123",
        "9" * 300,
    ],
)
def test_what_is_no_whole_number_has_no_value(text):
    """Short codes, numbers without an area code, dates and nonsense: kept, with the reason."""
    reading = read_number(text)
    assert reading.value is None
    assert reading.ground


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("0292 3734512 (máy lẻ 102)", "102"),
        ("0292 3734512 - máy lẻ: 12", "12"),
        ("0292.3734512, ext. 7", "7"),
        ("0292 3734512 (số nội bộ 305)", "305"),
        ("0292 3734512 Ext:15", "15"),
        ("0292 3734512 MÁY LẺ 9", "9"),
    ],
)
def test_an_extension_is_set_apart(text, extension):
    """The extension is no part of the number, but part of the text."""
    (reading,) = read_numbers(text)
    assert ("+842923734512", extension, text.rstrip(")")) == (
        reading.value,
        reading.extension,
        reading.text.rstrip(")"),
    )
    assert extension == read_number(text).extension


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0292.3734512 - 0292.3734513", ["+842923734512", "+842923734513"]),
        ("0292.3734512 - 3734600", ["+842923734512", "+842923734600"]),
        ("0292.3734512-3734600", ["+842923734512", "+842923734600"]),
        ("(0292) 3734512, 3734600", ["+842923734512", "+842923734600"]),
        ("0292 3734512/3734600", ["+842923734512", "+842923734600"]),
        ("0292 3734512/13", ["+842923734512", "+842923734513"]),
        ("0292 3734512 - 513", ["+842923734512", "+842923734513"]),
        ("0292 3734512 và 0912345678", ["+842923734512", "+84912345678"]),
        ("0292 3734512; 1900 1234", ["+842923734512", None]),
        ("0292.3734512. 0292.3734513", ["+842923734512", "+842923734513"]),
        ("02923734512 0912345678", ["+842923734512", "+84912345678"]),
        ("028 37345123 - 37345999", ["+842837345123", "+842837345999"]),
        ("+84 292 3734512 / 3734600", ["+842923734512", "+842923734600"]),
        ("0292 - 3734512", ["+842923734512"]),
        ("0710.3734512 - 3734600", ["+842923734512", "+842923734600"]),
        ("020.3734512 - 3734600", ["+842143734512", "+842143734600"]),
        ("0292.3734512, 102", ["+842923734512", None]),
        ("0292.3734512 - 99999", ["+842923734512", None]),
    ],
)
def test_numbers_written_together_are_parted(text, values):
    """Each number gets its value; a short one takes what it lacks from the one before."""
    readings = read_numbers(text)
    assert values == [reading.value for reading in readings]
    assert [text[r.start : r.end] for r in readings] == [r.text for r in readings]


def test_what_is_taken_from_another_number_is_inferred():
    """The area code of a shortened number is not stated where it stands."""
    first, second = read_numbers("0292.3734512 - 3734600")
    assert (False, True) == (first.inferred, second.inferred)
    assert second.ground == "the rest of the number is that of the one before it"


@given(st.lists(SIGNS).map("".join))
def test_parts_lie_in_order_within_the_text(text):
    """Parts do not overlap, and their offsets give their text."""
    end = 0
    for part in split_numbers(text):
        assert end <= part.start < part.end <= len(text)
        assert part.text == text[part.start : part.end]
        end = part.end


@given(st.one_of(st.lists(SIGNS).map("".join), st.text()))
def test_any_text_is_safe_and_every_value_is_valid(text):
    """Reading is total, and a value is always a number that exists in form."""
    for reading in (read_number(text), *read_numbers(text)):
        if reading.value is not None:
            assert phonenumbers.is_valid_number(phonenumbers.parse(reading.value))
            assert reading.value.isascii()
        assert reading.value is not None or not reading.inferred


def test_long_hostile_text_is_read():
    """Endless signs are one linear pass."""
    assert split_numbers("-" * 200_000) == ()
    assert len(split_numbers("0292 - " * 50_000)) > 0
    assert len(split_numbers("1," * 50_000)) == 50_000


def test_the_tables_of_phonenumbers_load_on_first_use():
    """Importing the module is cheap."""
    code = "import sys, govnews_vi.phones; sys.exit('phonenumbers' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


@pytest.mark.parametrize("text", ["1900 1234", "1900.123456", "1800-1234", "+84 1900 1234"])
def test_a_service_number_has_no_international_form(text):
    """Numbers dialed inside the country only are kept as written, and the ground says why."""
    reading = read_number(text)
    assert (text, None) == (reading.text, reading.value)
    assert reading.ground is not None
    assert "inside Viet Nam only" in reading.ground
