"""Dates and periods in English text: the parts that are stated, and no others."""

import pytest

from govnews.extraction import find
from govnews.limits import Limits
from govnews.model import PartialDate, Period, Source
from govnews_en.pack import PACK


def read(text):
    """Read a page whose story is one sentence about a paper; return findings and issues."""
    issues = []
    page = f"Two offices sign a paper\n\n{text}\n"
    source = Source(id="#source-1", text=page)
    found = find(source, (PACK,), language="en", note=issues.append, limits=Limits())
    return found, [issue.code for issue in issues]


def times(text):
    """Return the readings of days and periods that a page with a text states."""
    found, _ = read(text)
    values = [one.value for one in found if isinstance(one.value, (PartialDate, Period))]
    return list(dict.fromkeys(map(str, values)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("on 3 July 2026", "2026-07-03"),
        ("on the 3rd of July, 2026", "2026-07-03"),
        ("on July 3, 2026", "2026-07-03"),
        ("on Friday, July 3rd 2026", "2026-07-03"),
        ("on Fri 3 Jul 2026", "2026-07-03"),
        ("on Sept. 14, 2025", "2025-09-14"),
        ("on 2026-07-03", "2026-07-03"),
        ("on July 3", "--07-03"),
        ("on 3 July", "--07-03"),
        ("on 13/7/2026", "2026-07-13"),
        ("on 7/13/2026", "2026-07-13"),
        ("on 4/4/2026", "2026-04-04"),
        ("from June 13 to 17", "--06-13/--06-17"),
        ("on June 13-17, 2026", "2026-06-13/2026-06-17"),
        ("on 13-17 June 2026", "2026-06-13/2026-06-17"),
        ("from 30 May to 2 June 2026", "2026-05-30/2026-06-02"),
    ],
)
def test_a_day_has_just_the_parts_that_are_stated(written, expected):
    """Both orders, with and without a year, names and figures."""
    assert [expected] == times(f"The council held a fair {written}.")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("for five years", "P5Y"),
        ("for a period of 18 months", "P18M"),
        ("for the period 2024-2028", "2024/2028"),
        ("for 2024–2028", "2024/2028"),
        ("from 2024 to 2028", "2024/2028"),
        ("between 2024 and 2028", "2024/2028"),
        ("until 2030", "/2030"),
        ("until the end of 2030", "/2030"),
        ("from 1 January 2026 to 31 December 2029", "2026-01-01/2029-12-31"),
        ("from March 2026 to June 2027", "2026-03/2027-06"),
        ("valid for 12 months", "P12M"),
    ],
)
def test_a_period_of_a_paper(written, expected):
    """A length, two years, two days, or an end alone."""
    text = f"Halden University and the Merrin Port Authority signed a contract {written}."
    assert [expected] == times(text)


def test_a_length_before_its_paper():
    """A paper may be called by how long it runs."""
    text = "Halden University and the Merrin Port Authority signed a three-year agreement."
    assert ["P3Y"] == times(text)


@pytest.mark.parametrize("written", ["3/7/2026", "03.07.2026", "12-11-2025"])
def test_a_day_that_can_be_read_two_ways_has_no_value(written):
    """The third of July or the seventh of March: an issue, and no reading."""
    text = f"The council held a fair on {written}."
    assert [] == times(text)
    assert ["extract.unclear-date"] == read(text)[1]


@pytest.mark.parametrize("written", ["31/2/2026", "30 February 2026"])
def test_a_day_that_does_not_exist_has_no_value(written):
    """It is kept as text, and said."""
    text = f"The council held a fair on {written}."
    assert [] == times(text)
    assert ["extract.no-such-time"] == read(text)[1]


@pytest.mark.parametrize(
    "written",
    [
        "for a four-year term",
        "for the term 2024-2028",
        "for a second term of five years",
    ],
)
def test_a_term_of_office_is_no_period_of_a_paper(written):
    """It belongs to the person, though it stands in the sentence of the paper."""
    text = (
        "Halden University and the Merrin Port Authority signed a contract, said Rector Ann Vale, "
        f"who was elected {written}."
    )
    assert [] == times(text)


@pytest.mark.parametrize(
    "written", ["open 24/7", "under Act No. 12 of 2019", "before 4 May 2026", "in Room 12/7"]
)
def test_figures_that_only_look_like_a_time(written):
    """Hours, laws, deadlines and rooms are no days of an event."""
    assert [] == times(f"The council held a fair {written}.")
