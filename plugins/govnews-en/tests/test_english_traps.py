"""What English pages lead a reader into, and what must not be said of them."""

import pytest

from govnews.extraction import extract
from govnews.limits import Limits
from govnews.model import AgreementStatus, Bundle, Source
from govnews_en.pack import PACK


def read(text):
    """Read a page whose story is a text."""
    source = Source(id="#source-1", text=f"News from the harbor\n\n{text}\n")
    items = extract(source, (PACK,), language="en", note=lambda issue: None, limits=Limits())
    return Bundle.from_items(items)


def parties(text):
    """Return the parties of each agreement of a story."""
    return [[party.name for party in one.parties] for one in read(text).agreements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "The Ministry of Labor and Social Services and Halden University signed a memorandum "
                "of understanding."
            ),
            ["Ministry of Labor and Social Services", "Halden University"],
        ),
        (
            (
                "The Ministry of Water, Land and Natural Resources signed an agreement with the Food "
                "and Drug Agency of Norland."
            ),
            ["Ministry of Water, Land and Natural Resources", "Food and Drug Agency of Norland"],
        ),
        (
            "A contract between Merrin Water & Power and the City of Larchmoor was signed.",
            ["Merrin Water & Power", "City of Larchmoor"],
        ),
        (
            "Norland and the Kingdom of Sarland signed an extradition treaty.",
            ["Norland", "Kingdom of Sarland"],
        ),
        (
            (
                "Northern Rail Ltd., Tidewater College and the Kelso Bay Port Authority have entered "
                "into a cooperation agreement."
            ),
            ["Northern Rail Ltd.", "Tidewater College", "Kelso Bay Port Authority"],
        ),
        (
            (
                "A memorandum of understanding was signed by the Merrin Port Authority and Halden "
                "University."
            ),
            ["Merrin Port Authority", "Halden University"],
        ),
        (
            (
                "Rector Johan Lind of Norland Technical University and Mayor Eva Brandl of the City "
                "of Larchmoor signed an agreement."
            ),
            ["Norland Technical University", "City of Larchmoor"],
        ),
        (
            (
                "The Norland Space Agency (NSA) and the Merrin Weather Office (MWO) signed a "
                "memorandum of understanding."
            ),
            ["Norland Space Agency", "Merrin Weather Office"],
        ),
    ],
)
def test_who_the_parties_are(sentence, expected):
    """Joining words and commas inside names divide no party; those between names do."""
    assert [expected] == parties(sentence)


def test_a_witness_is_no_party():
    """Those in whose presence a paper is signed stand apart."""
    [one] = read(
        "Halden University and Tidewater College signed an agreement in the presence of the "
        "Ambassador of Norland, Ingrid Solberg."
    ).agreements
    assert ["Halden University", "Tidewater College"] == [party.name for party in one.parties]
    assert ["Ingrid Solberg"] == [who.person.name for who in one.witnesses]


def test_what_will_be_signed_is_planned():
    """A paper that is only announced has its status."""
    [one] = read("Halden University and Tidewater College will sign an agreement.").agreements
    assert AgreementStatus.PLANNED is one.status


def test_news_without_a_paper_has_no_agreement():
    """A joint event, a visit and a thank-you make no agreement."""
    assert [] == parties("Halden University and Tidewater College held a joint open day.")


def test_a_letter_of_intent_has_no_code():
    """It is called what it is called, and is none of the coded kinds."""
    [one] = read("Halden University and Tidewater College signed a letter of intent.").agreements
    assert ("letter of intent", None) == (one.kind.label, one.kind.code)


FOOT = "\n\nMedia contact:\nHalden University\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tel: +44 (0)20 7946 0991", [("phone", "+442079460991")]),
        ("Tel: 020 7946 0991", [("phone", None)]),
        ("Fax: +1 613 555 0142", [("fax", "+16135550142")]),
        ("Telephone: +44 20 7946 0991 / 0995", [("phone", "+442079460991"), ("phone", "+442079460995")]),
        ("Tel: 020 7946 0991\nEmail: a@halden.ac.uk", [("phone", "+442079460991"), ("email", "a@halden.ac.uk")]),
        ("Registration number 0207946099", []),
        ("License No. 4471/2020 2079460991", []),
    ],
)  # fmt: skip
def test_a_number_has_a_value_where_its_country_is_certain(line, expected):
    """A country code or the page's own domain tells the country; labels tell phone from fax."""
    bundle = read("The fair opens today." + FOOT + line)
    found = [(c.kind.value, c.value) for one in bundle.organizations for c in one.contacts]
    assert expected == found


def test_a_value_from_the_country_of_the_page_says_so():
    """It is marked as inferred, with the words that show the country."""
    bundle = read("The fair opens today." + FOOT + "Tel: 020 7946 0991\nEmail: a@halden.ac.uk")
    [fact] = [fact for fact in bundle.facts() if fact.path.endswith("contacts[0].value")]
    assert fact.evidence.inferred
    assert "'.ac.uk'" in fact.evidence.ground


def test_a_day_of_a_dateline_is_the_day_of_the_event():
    """Where the lead names no other; its city is no place of the event by itself."""
    [article] = read(
        "PORT MERRIN, 3 July 2026 (CoastWire) - The ferry made its first crossing."
    ).articles
    assert "2026-07-03" == str(article.happened)
    assert article.place is None
    assert "CoastWire" == article.credit


def test_the_place_of_a_signing_is_no_field():
    """What follows "cooperation in" may be where, and no subject."""
    story = read(
        "The Ministry of Health and Halden University signed a memorandum of understanding on "
        "cooperation in Port Merrin on May 4, 2024."
    )
    assert ("Port Merrin", ()) == (story.agreements[0].place, story.agreements[0].fields)
