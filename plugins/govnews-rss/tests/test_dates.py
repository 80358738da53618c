"""Dates of feeds are read as stated."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.model import PartialDate
from govnews_rss._date_standards import Evidence
from govnews_rss._dates import DateReader, read_date
from govnews_rss._instants import rfc822, rfc3339

VIETNAMESE = Evidence(vietnamese=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fri, 03 Jul 2020 08:00:00 +0700", "2020-07-03T08:00:00+07:00"),
        ("Fri, 03 Jul 2020 08:00:00 GMT+7", "2020-07-03T08:00:00+07:00"),
        ("Fri, 03 Jul 2020 08:00:00 GMT", "2020-07-03T08:00:00Z"),
        ("03/07/2020 08:00:00", "2020-07-03T08:00:00+07:00"),
        ("03/07/2020", "2020-07-03"),
        ("Thứ sáu, 03/07/2020, 08:00 (GMT+7)", "2020-07-03T08:00+07:00"),
        ("7/3/2020 8:00:00 AM", None),
        ("13/7/2020 8:00:00 SA", "2020-07-13T08:00:00+07:00"),
        ("13/7/2020 2:05:00 CH", "2020-07-13T14:05:00+07:00"),
        ("2020-07-03 08:00:00", "2020-07-03T08:00:00+07:00"),
        ("2020-07-03T08:00:00+07:00", "2020-07-03T08:00:00+07:00"),
        ("2020-07-03T08:00:00.000+07:00", "2020-07-03T08:00:00.000+07:00"),
        ("Fri, 3 Jul 20 08:00:00 +0700", "2020-07-03T08:00:00+07:00"),
        ("Fri Jul 03 2020 08:00:00 GMT+0700 (ICT)", "2020-07-03T08:00:00+07:00"),
        ("Ngày 03/7/2020", "2020-07-03"),
        ("03 Thg 7 2020 08:00", "2020-07-03T08:00+07:00"),
        ("Fri, 03 Jul 2020 08:00:00 +07:00", "2020-07-03T08:00:00+07:00"),
        ("Fri, 03 Jul 2020 08:00:00 ICT", "2020-07-03T08:00:00+07:00"),
        ("Thứ Năm, 12 tháng 12 năm 2024, 9h05", "2024-12-12T09:05+07:00"),
        ("12/11/2024 12:30 SA", "2024-11-12T00:30+07:00"),
        ("12/11/2024 12:30 CH", "2024-11-12T12:30+07:00"),
        ("2016/6/29", "2016-06-29"),
        ("20240512", "2024-05-12"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("Thu Jan  1 19:48:21 GMT 2004", "2004-01-01T19:48:21Z"),
        ("May 12, 2024", "2024-05-12"),
        ("31/02/2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_reads_as_stated(text, value):
    """Offset, precision and order of day and month are those of the text."""
    read = read_date(text, VIETNAMESE).value
    assert value == (None if read is None else str(read))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("03/07/2020 08:00", "rss.date-zone"),
        ("7/3/2020 8:00:00 AM", "rss.date-ambiguous"),
        ("Mon, 03 Jul 2020 08:00:00 +0700", "rss.date"),
        ("soon", "rss.date"),
    ],
)
def test_says_what_is_doubtful(text, code):
    """An assumed offset, an open order and a wrong weekday are issues."""
    reading = read_date(text, VIETNAMESE)
    assert (code, True) == (reading.code, bool(reading.problem))


def test_assumes_nothing_without_evidence():
    """Without a feed's own evidence there is no offset and no order of day and month."""
    assert read_date("2020-07-03 08:00:00").value == PartialDate.parse("2020-07-03T08:00:00")
    assert read_date("03/07/2020").value is None


def test_unknown_offset_stays_unknown():
    """-0000 says that the offset is not known (RFC 2822, 3.3)."""
    read = read_date("Fri, 03 Jul 2020 08:00:00 -0000", VIETNAMESE)
    assert PartialDate.parse("2020-07-03T08:00:00") == read.value


def test_siblings_settle_the_order():
    """A date that can only be read one way settles others of the same form."""
    reader = DateReader(lambda issue: None, Evidence())
    reader.learn("7/25/2020 8:00:00 AM")
    assert PartialDate.parse("2020-07-03T08:00:00") == reader("7/3/2020 8:00:00 AM")


@given(
    st.datetimes(
        dt.datetime.fromisoformat("1990-01-01"), dt.datetime.fromisoformat("2100-01-01")
    ).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(["Z", "+07:00", "-03:30", "+00:00", "+14:00"]),
)
def test_instants_come_back(moment, offset):
    """What is written as RFC 822 or RFC 3339 is read as it was."""
    date = PartialDate.parse(f"{moment.isoformat()}{offset}")
    assert date == read_date(rfc822(date) or "").value
    assert date == read_date(rfc3339(date) or "").value


@given(st.text(max_size=300))
def test_any_text_is_safe(text):
    """No text makes the reader fail."""
    read_date(text, VIETNAMESE)


DAYS_STATED = st.builds(
    lambda day, form: day.strftime(form),
    st.dates(dt.date(1900, 1, 1)),
    st.sampled_from(["%a, %d %b %Y", "Mon, %d %b %Y", "%a %d %b %Y", "%Y-%m-%d", "%d %b %Y"]),
)
TIMES = st.sampled_from(
    ["08:00:00", "08:00", "24:00:00", "23:59:60", "08:00:0", "8:00", "08:00:00.5"]
)
ZONES = st.sampled_from(["+0700", "-0000", "GMT", "Z", "z", "+07:00", "-00:00", "+1500", "EST", ""])


@given(DAYS_STATED, st.sampled_from(" T"), TIMES, st.sampled_from(["", " "]), ZONES)
def test_short_way_reads_as_the_long_one(day, between, time, blank, zone):
    """What a reader takes at a glance is what reading at length would have said, issues too."""
    text = f"{day}{between}{time}{blank}{zone}"
    issues = []
    at_length = read_date(text, VIETNAMESE)

    read = DateReader(issues.append, VIETNAMESE)(text)

    assert at_length.value == read
    assert bool(at_length.problem) == bool(issues)


def test_asks_for_other_dates_only_where_one_is_ambiguous():
    """The usual forms need no other dates; an ambiguous one lets the others settle it."""
    asked = []

    def others():
        asked.append(True)
        yield "7/25/2020"

    reader = DateReader([].append, Evidence())
    reader.siblings = others()

    reader("Fri, 03 Jul 2020 08:00:00 GMT")
    assert [] == asked

    assert "2020-03-07" == str(reader("3/7/2020"))
