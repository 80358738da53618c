"""Dates and periods: text forms, and arithmetic that never invents."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import ModelError
from govnews.model import UNKNOWN, PartialDate, Period
from govnews.testing import strategies as gs

DAYS = st.dates(dt.date(1999, 12, 1), dt.date(2001, 2, 1))
NEAR = st.builds(
    lambda day, parts: PartialDate.parse(day.isoformat()[:parts]), DAYS, st.sampled_from([4, 7, 10])
)
NEAR_PERIODS = st.tuples(NEAR, NEAR).map(
    lambda ends: Period(start=min(ends, key=_first), end=max(ends, key=_last))
)


def _first(date: PartialDate) -> tuple[dt.date, dt.date]:
    return date.first, date.last


def _last(date: PartialDate) -> tuple[dt.date, dt.date]:
    return date.last, date.first


def _span(value: PartialDate | Period) -> set[dt.date]:
    days = (value.last - value.first).days
    return {value.first + dt.timedelta(days=n) for n in range(days + 1)}


# -- text forms --------------------------------------------------------------------------------


@given(gs.partial_dates())
def test_the_text_of_a_date_reads_back(date):
    """Parse inverts str, and two dates are equal when their texts are."""
    assert date == PartialDate.parse(str(date))


@given(gs.periods())
def test_the_text_of_a_period_reads_back(period):
    """Parse inverts str for every mix of ends and durations."""
    assert period == Period.parse(str(period))


@given(gs.partial_dates(), gs.periods())
def test_no_text_is_both_a_date_and_a_period(date, period):
    """The two forms share no text, so a field may hold either."""
    with pytest.raises(ModelError):
        Period.parse(str(date))
    with pytest.raises(ModelError):
        PartialDate.parse(str(period))


@pytest.mark.parametrize(
    "text",
    [
        *("", "20200703", "2020-W27-5", "2020-13", "2021-02-29", "2020-00", "--13", "--02-30"),
        *("---32", "2020-07-03 08:00", "2020-07-03T8:00", "2020-07-03T24:00", "2020-07T08:00"),
        *("2020-07-03T08:00+15:00", "2020-07-03T08:00-00:00", "2020~", "2020?", "20XX", "٢٠٢٠"),
        "2020\n",
    ],
)
def test_no_other_form_is_a_date(text):
    """What is not one of the named forms is refused, not guessed."""
    with pytest.raises(ModelError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "/", "2020", "2025/2020", "2020/2021/2022", "P", "PT", "P1S", "P1Y/P2Y", "../../P1"],
)
def test_no_other_form_is_a_period(text):
    """Reversed, empty and overfull intervals are refused."""
    with pytest.raises(ModelError):
        Period.parse(text)


def test_an_offset_is_part_of_the_value():
    """The same instant written in two ways is two dates that compare as the same."""
    hanoi = PartialDate.parse("2020-07-03T08:00+07:00")
    utc = PartialDate.parse("2020-07-03T01:00Z")

    assert hanoi != utc
    assert "same" == hanoi.compare(utc)


def test_a_time_without_offset_is_no_instant():
    """An instant is given only where date, time and offset are all stated."""
    with pytest.raises(ModelError, match="no instant"):
        _ = PartialDate.parse("2020-07-03T08:00").datetime


# -- comparing ---------------------------------------------------------------------------------

MIRRORED = {"earlier": "later", "later": "earlier", "same": "same", "undecided": "undecided"}


@given(gs.partial_dates(), gs.partial_dates())
def test_comparing_is_antisymmetric(one, other):
    """What is earlier than another is not later the other way around."""
    assert MIRRORED[one.compare(other)] == other.compare(one)


@given(NEAR, NEAR)
def test_a_date_is_earlier_only_if_every_day_of_it_is(one, other):
    """An order is told only where it holds whatever the unstated parts are."""
    apart = max(_span(one)) < min(_span(other))

    assert apart == (one.compare(other) == "earlier")


@given(gs.partial_dates(), gs.partial_dates())
def test_dates_without_a_year_are_never_ordered(one, other):
    """A day and a month of no year come neither before nor after anything."""
    yearless = attrs.evolve(PartialDate.parse("--07-15"))

    assert "undecided" == yearless.compare(one) == other.compare(yearless)


# -- containing --------------------------------------------------------------------------------


@given(NEAR, NEAR)
def test_a_date_contains_another_if_all_its_days_are_in_it(one, other):
    """Containment agrees with sets of days; a partial overlap is undecided."""
    mine, theirs = _span(one), _span(other)
    expected = True if theirs <= mine else None if theirs & mine else False

    assert expected == one.contains(other)


@given(NEAR_PERIODS, NEAR_PERIODS)
def test_periods_with_stated_ends_agree_with_sets_of_days(one, other):
    """Containing, overlapping and comparing agree with sets of days."""
    mine, theirs = _span(one), _span(other)

    assert (theirs <= mine) == one.contains(other)
    assert bool(theirs & mine) == one.overlaps(other)
    assert (max(mine) < min(theirs)) == (one.compare(other) == "earlier")


@given(NEAR_PERIODS, DAYS)
def test_a_period_covers_a_day_once_begun_and_not_over(period, day):
    """Covers agrees with sets of days and with its two halves."""
    assert (day in _span(period)) == period.covers(day)
    assert period.covers(day) == (period.has_begun(day) and not period.has_ended(day))


@given(gs.periods(), NEAR_PERIODS, DAYS, st.sampled_from(["start", "end"]))
def test_a_yes_or_no_stays_when_an_unknown_end_becomes_known(period, other, day, side):
    """What was told of a period with an unknown end is not taken back when the end is stated."""
    hidden = attrs.evolve(other, **{side: UNKNOWN})

    for ask in (
        lambda p: p.covers(day),
        lambda p: p.contains(period),
        lambda p: p.overlaps(period),
        period.contains,
        period.overlaps,
    ):
        assert ask(hidden) in (None, ask(other))


def test_an_open_end_never_ends_and_an_unknown_one_is_unknown():
    """Open is a statement, unknown is none."""
    day = dt.date(9999, 1, 1)

    assert (False, True) == (
        Period.parse("2020/..").has_ended(day),
        Period.parse("2020/..").covers(day),
    )
    assert (None, None) == (Period.parse("2020/").has_ended(day), Period.parse("2020/").covers(day))


def test_a_duration_is_not_added_up():
    """Five years from an unstated day end on no stated day."""
    assert Period.parse("2020-07-03/P5Y").covers(dt.date(2020, 8, 1)) is None


# -- moving ------------------------------------------------------------------------------------


@given(NEAR, st.integers(0, 40))
def test_adding_years_keeps_the_precision(date, years):
    """A year some years later is a year, not a day."""
    if (date.month, date.day) != (2, 29):
        moved = date.plus(f"P{years}Y")

        assert (date.year + years, date.month, date.day) == (moved.year, moved.month, moved.day)


@pytest.mark.parametrize(
    ("date", "duration", "expected"),
    [
        ("2020", "P12M", "2021"),
        ("2020-11", "P3M", "2021-02"),
        ("2020-02-28", "P2D", "2020-03-01"),
        ("2020-12-31T23:59+07:00", "P1D", "2021-01-01T23:59+07:00"),
        ("2020-07-03", "P1Y2M1W", "2021-09-10"),
    ],
)
def test_a_duration_moves_a_date(date, duration, expected):
    """Months first, then days; what was not stated stays unstated."""
    assert expected == str(PartialDate.parse(date).plus(duration))


@pytest.mark.parametrize(
    ("date", "duration"),
    [
        ("2020", "P6M"),
        ("2020", "P1D"),
        ("2020-07", "P1W"),
        ("2020-01-31", "P1M"),
        ("2020-02-29", "P1Y"),
        ("--07-15", "P1M"),
        ("2020-07-03", "PT5H"),
        ("2020-07-03", "five years"),
        ("9999", "P1Y"),
        ("9999-12-31", "P1D"),
    ],
)
def test_what_cannot_be_told_is_not_invented(date, duration):
    """A duration finer than the date, or a day that does not exist, is an error."""
    with pytest.raises(ModelError):
        PartialDate.parse(date).plus(duration)


def test_truncating_drops_parts_and_adds_none():
    """A date can be made coarser, never finer."""
    assert "2020" == str(PartialDate.parse("2020-07-03T08:00Z").truncated("year"))
    with pytest.raises(ModelError, match="does not state the day"):
        PartialDate.parse("2020-07").truncated("day")


def test_months_are_as_long_as_the_calendar_says():
    """Leap years follow the Gregorian rule, centuries included."""
    from calendar import monthrange

    from govnews.model.dates import _days

    for year in (1, 4, 100, 400, 1600, 1900, 2000, 2020, 2021, 2100, 9996, 9999):
        for month in range(1, 13):
            assert monthrange(year, month)[1] == _days(year, month)
