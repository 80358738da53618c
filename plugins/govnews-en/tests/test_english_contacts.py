"""How English pages tell where an office is reached, on lines that bear no known label."""

import pytest

from govnews.testing import read_text
from govnews_en import EN


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, EN, **options)
    return reading.bundle, reading.issues


HEADER = "Halden Valley District Council\nNew library opens\n3 July 2024\n\n"
STORY = "The council opened a new library in Halden on Monday, after two years of work.\n\n"
FOOT = "Contact\nEmail: info@haldenvalley.gov.uk\n"


def office(text):
    """Return the organization that holds the contacts of a page."""
    bundle, _ = read(text)
    assert () == bundle.verify()
    return next(one for one in bundle.organizations if one.contacts)


def numbers(text):
    """Return the telephone numbers of that office that have a value."""
    return [one.value for one in office(text).contacts if one.kind == "phone"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Monday to Friday, 8:30am to 6pm: 020 7946 0991", ["+442079460991"]),
        ("Library desk: 020 7946 0991", ["+442079460991"]),
        ("Text relay: 18001 020 7946 0991", ["+442079460991"]),
        ("020 7946 0991 / 020 7946 0992", ["+442079460991", "+442079460992"]),
        ("Customer number: 12345678", []),
    ],
)
def test_numbers_on_lines_without_a_known_label(line, expected):
    """A number that is one in the country of the page is read whatever stands before it."""
    assert expected == numbers(f"{HEADER}{STORY}{FOOT}{line}\n")


def test_a_person_on_the_line_of_a_heading():
    """A heading, a name, a post and a number may share one line."""
    line = "Media enquiries only: Ann Lindqvist, Communications Manager, 020 7946 0991\n"
    found = office(f"{HEADER}{STORY}{FOOT}{line}")
    (one,) = found.responsible
    assert ("media", "Ann Lindqvist") == (one.role.code, one.person.name)
    assert "Communications Manager" == one.person.post
    assert ["+442079460991"] == numbers(f"{HEADER}{STORY}{FOOT}{line}")


def test_a_sentence_that_says_where_to_call():
    """A number within a sentence of contact is read."""
    line = "For more information, contact the library desk of the council at +44 20 7946 0991.\n"
    assert ["+442079460991"] == numbers(f"{HEADER}{STORY}{line}\n{FOOT}")


def test_an_office_named_alone_in_the_story_and_among_the_contacts():
    """A name that no word shows to be an office is one where it stands alone twice."""
    text = (
        "New rules for herring\n3 July 2024\nHerring and Oceans Norland\n\n"
        "The rules for herring were announced on Monday, and they will hold for two years.\n\n"
        "Contacts\n\nPress desk\nHerring and Oceans Norland\n020 7946 0991\npress@herring.gov.uk\n"
    )
    assert "Herring and Oceans Norland" == office(text).name
    assert ["+442079460991"] == numbers(text)


def test_ways_to_reach_an_office_are_no_part_of_its_address():
    """A heading over an address is left out of it."""
    text = f"{HEADER}{STORY}{FOOT}\nBy post or in person\nRiver House\nHalden\nEX39 2QG\n"
    assert "River House\nHalden\nEX39 2QG" == office(text).addresses[0].text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "P.O. Box 40241-00100, Port Merrin\nLighthouse Road, Port Merrin\n",
            "P.O. Box 40241-00100, Port Merrin\nLighthouse Road, Port Merrin",
        ),
        (
            "Sector 5, Shastri Bhawan, New Merrin - 110001\n",
            "Sector 5, Shastri Bhawan, New Merrin - 110001",
        ),
        ("Private Bag 3105, Halden 3240, New Zealand\n", None),
    ],
)
def test_an_address_below_the_name_of_an_office(lines, expected):
    """The lines between an office's name and its first label are its address."""
    expected = expected or lines.strip()
    reach = "Tel: +254 20 2379407\nEmail: a@halden.org\n"
    hours = "Open to the public from Monday to Friday and by appointment on the other days"
    text = f"Halden Valley District Council\n{lines}{reach}{hours}\n"
    (address,) = office(text).addresses
    assert expected == address.text
