"""Releases as offices write them: rows of signers, seats behind commas, whom to ask at the end."""

import pytest

from govnews.testing import read_text
from govnews_en import EN


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, EN, **options)
    return reading.bundle, reading.issues


LEAD = (
    "The Ministry of Energy of Halden and the Ministry of Energy of Sorana signed a Memorandum of "
    "Understanding on grids on 4 May 2023."
)


def agreement(text):
    """Return the only agreement of a text."""
    (only,) = read(text)[0].agreements
    return only


def parties(text):
    """Return the names of its parties."""
    return [party.name for party in agreement(text).parties]


def signers(text):
    """Return the names and posts of those who signed it."""
    paper = agreement(text)
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    return {(one.name, one.post) for one in people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The Memorandum of Understanding on Grids between the Department for Energy, Science and "
                "Trade and the Halden Research Council, Sorana covers five years."
            ),
            ["Department for Energy, Science and Trade", "Halden Research Council"],
        ),
        (
            (
                "The Vale County Board of Trustees, Ash County, Birch County and Elm County signed a "
                "Mutual Aid Agreement on 4 May 2023."
            ),
            ["Vale County Board of Trustees", "Ash County", "Birch County", "Elm County"],
        ),
        (
            (
                "The Ministry of Energy and the National Institute of Grids (NIG), Port Merrin signed a "
                "Memorandum of Understanding on 4 May 2023."
            ),
            ["Ministry of Energy", "National Institute of Grids"],
        ),
        (
            (
                "Transport for Halden, TAFE HLD and Halden University signed a Memorandum of "
                "Understanding on 4 May 2023."
            ),
            ["Transport for Halden", "TAFE HLD", "Halden University"],
        ),
    ],
)
def test_commas_within_and_between_names(text, expected):
    """A comma may stand inside a name, between names, or before the seat of a body."""
    assert expected == parties(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "The memorandum was signed by Secretary of Energy Rod Stable, Sorana Deputy Director "
                "General for Grids Abel Karam and Halden University Rector Professor Ann Lee."
            ),
            {
                ("Rod Stable", "Secretary of Energy"),
                ("Abel Karam", "Sorana Deputy Director General for Grids"),
                ("Ann Lee", "Halden University Rector"),
            },
        ),
        (
            "Halden's Ambassador to Sorana, Erik Dale, signed the memorandum.",
            {("Erik Dale", "Halden's Ambassador to Sorana")},
        ),
        (
            "The memorandum was signed by the Minister of Foreign Affairs.",
            {(None, "Minister of Foreign Affairs")},
        ),
        (
            (
                "The memorandum was signed by Dr Ann Lee, Joint Secretary, Ministry of Energy and Prof. "
                "Tom Vale, Director."
            ),
            {("Ann Lee", "Joint Secretary, Ministry of Energy"), ("Tom Vale", "Director")},
        ),
    ],
)
def test_names_that_run_on_behind_posts(sentence, expected):
    """A name behind a post and its field is the person's; a field alone is none."""
    assert expected == signers(f"{LEAD}\n\n{sentence}")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            (
                "Halden Council and Sorana Council signed a Mutual Aid Agreement on floods in Port Merrin "
                "on 4 May 2023."
            ),
            "Mutual Aid Agreement on floods",
        ),
        (
            (
                "Halden Council and Sorana Council signed an Agreement on Cooperation in Education on 4 "
                "May 2023."
            ),
            "Agreement on Cooperation in Education",
        ),
    ],
)
def test_where_the_name_of_a_paper_begins_and_ends(lead, expected):
    """Capitals before the word belong to the name, the place and the day of signing do not."""
    assert expected == agreement(lead).title


def test_the_day_of_a_dateline_is_not_the_day_of_signing():
    """A signing dated in its sentence happened then, whatever day the release was sent out."""
    text = (
        "Halden signs a memorandum\n\nPORT MERRIN (May 5, 2023) – The Ministry of Energy of Halden and "
        "the Ministry of Energy of Sorana on Sept. 4, 2022 signed a Memorandum of Understanding on "
        "grids at the Halden State House.\n"
    )
    assert ("2022-09-04", "Halden State House") == (
        str(agreement(text).signed),
        agreement(text).place,
    )


def test_an_agreement_in_force_was_not_signed_that_day():
    """When another agreement entered into force is no day of signing."""
    text = (
        f"{LEAD}\n\nThe agreement follows the Free Trade Agreement, which entered into force on 11 "
        "February 2021."
    )
    assert "2023-05-04" == str(agreement(text).signed)


def test_numbered_fields():
    """Roman numbers and the last joining word stand before the items, and are none of them."""
    text = f"{LEAD}\n\nIt provides for cooperation in the fields of: (i) storage; (ii) metering; and (iii) training."
    assert ["storage", "metering", "training"] == [one.label for one in agreement(text).fields]


RELEASE = (
    "Halden opens a library\n4 May 2023\n\nThe new library opened on Monday after two years of "
    "work, the council said.\n\n"
)


@pytest.mark.parametrize(
    ("foot", "name", "person"),
    [
        (
            (
                "About Halden Valley Council:\nThe council serves Halden.\n\nMedia Contact:\nAnn Lee, Head "
                "of Press\n(555) 010-2233\nann.lee@halden.gov\n"
            ),
            "Halden Valley Council",
            ("Ann Lee", "Head of Press"),
        ),
        (
            (
                "About Halden Valley Council\nThe council serves Halden.\n\nMedia Contacts:\nHVC: Ann Lee, "
                "(555) 010-2233, ann.lee@halden.gov\n"
            ),
            "Halden Valley Council",
            ("Ann Lee", None),
        ),
        (
            (
                "Halden Valley Council\nMedia contacts\nMs Ann Lee, Assistant Director, Public Affairs, "
                "Tel: (555) 010-2233, ann.lee@halden.gov\n"
            ),
            "Halden Valley Council",
            ("Ann Lee", "Assistant Director, Public Affairs"),
        ),
    ],
)
def test_whom_to_ask_at_the_end_of_a_release(foot, name, person):
    """A release that ends with whose it is says who owns its contacts; names need no honorific."""
    bundle, _ = read(RELEASE + foot)
    office = next(one for one in bundle.organizations if one.contacts)
    (asked,) = office.responsible
    assert (name, person, "media") == (
        office.name,
        (asked.person.name, asked.person.post),
        asked.role.code,
    )
    assert "ann.lee@halden.gov" in [one.text for one in office.contacts]


def test_the_editor_of_a_story_answers_for_nothing():
    """Who edited a story is no one that a page names as responsible."""
    bundle, _ = read(f"{RELEASE}Editor: annalee\n\nHalden Valley Council\nTel: (555) 010-2233\n")
    assert () == tuple(one for office in bundle.organizations for one in office.responsible)


def test_a_dateline_on_a_line_of_its_own():
    """A place and a day above a story are its day, and when a paper comes into force is no event."""
    bundle, _ = read(
        "Halden Ministry of Trade\nAgreement on ferries signed\nPort Merrin, 21 September 2022\n\n"
        "Today, the Minister of Trade of Halden, Ms. Ann Lee, and the Minister of Trade of Sorana, Mr. "
        "Jan Kol, signed the Agreement between the Government of Halden and the Government of Sorana on "
        "Ferries.\n\nThe Agreement will enter into force on 1 January 2023.\n"
    )
    (paper,) = bundle.agreements
    assert ("2022-09-21", "2022-09-21") == (str(bundle.article.happened), str(paper.signed))
    assert {
        ("Ann Lee", "Minister of Trade of Halden"),
        ("Jan Kol", "Minister of Trade of Sorana"),
    } == (signers(bundle.sources[0].text))


def test_a_weekday_is_no_place_of_a_dateline():
    """A weekday before the day above a story makes no dateline of it."""
    bundle, _ = read("New library opens\nTuesday, 3 May 2022\n\nThe library is open again.\n")
    assert bundle.article.happened is None


def test_people_among_signers_are_no_parties():
    """A signer whose post no pack knows is no party."""
    text = (
        "Halden Marine Agency and Sorana Water Service have agreed on a data sharing agreement.\n\n"
        "Signed on 3 March 2024 by HMA chief executive Ann Lee and hydrographer Nils Aas, the agreement "
        "covers tides.\n\nHalden Marine Agency and Sorana Water Service signed the agreement."
    )
    assert ["Halden Marine Agency", "Sorana Water Service"] == parties(text)


def test_a_street_is_no_title():
    """A page of contacts may begin with its office and the street below it."""
    bundle, _ = read(
        "Department of Parks and Rivers\n123 Main Street, Suite 400\nSpringvale, OH 43215\n"
        "Phone: (614) 555-0110\ninfo@parks.example\n"
    )
    assert "123 Main Street, Suite 400" not in [one.title for one in bundle.articles]
