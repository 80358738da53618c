"""The mapping page against our classes and against the vocabularies it names."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from govnews import model

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "mapping.md"
MAPPED = ("Article", "Media", "Agreement", "Organization", "ContactPoint", "Address")

# Whole vocabularies where they are small; the first step of a dotted name is looked up.
KNOWN = {
    "ninjs": """uri standard firstCreated versionCreated contentCreated embargoedUntil expires type
        representationType profile version versionType pubStatus urgency copyrightHolder
        copyrightNotice usageTerms rightsInfo ednote edNote language descriptions bodies headlines by
        slugline located infoSources people organisations places subjects events objects genres
        renditions associations altIds trustIndicators plannedEvents title charCount wordCount
        contactInfo name rel literal""",
    "JSON Feed": """id url external_url title content_html content_text summary image banner_image
        date_published date_modified authors author tags language attachments""",
    "Atom": """id title updated author content link summary category contributor published rights
        source xml:lang""",
    "RSS": """title link description language copyright managingEditor webMaster pubDate
        lastBuildDate category generator docs cloud ttl image rating author comments enclosure guid
        source content:encoded dc:creator""",
    "vCard": """SOURCE KIND XML FN N NICKNAME PHOTO BDAY ANNIVERSARY GENDER ADR TEL EMAIL IMPP LANG
        TZ GEO TITLE ROLE LOGO ORG MEMBER RELATED CATEGORIES NOTE PRODID REV SOUND UID CLIENTPIDMAP
        URL VERSION KEY""",
    "DC": """abstract accessRights alternative audience available bibliographicCitation conformsTo
        contributor coverage created creator date description extent format hasPart hasVersion
        identifier isPartOf issued isVersionOf language license modified provenance publisher
        references relation replaces rights rightsHolder source spatial subject tableOfContents
        temporal title type valid""",
    "schema.org": """abstract about additionalType address addressCountry addressLocality
        alternateName alternativeHeadline areaServed articleBody associatedMedia author caption
        contactPoint contactType contentLocation contentSize contentUrl copyrightNotice correction
        creativeWorkStatus creator creditText dateCreated dateModified datePublished dateline
        description duration employee encodingFormat expires foundingDate genre hasPart headline
        height hoursAvailable identifier inLanguage isBasedOn keywords license locationCreated
        mentions name parentOrganization postalCode publisher sha256
        sourceOrganization streetAddress subjectOf telephone temporalCoverage url version width
        workTranslation""",
    "GOV.UK": """analytics_identifier base_path content_id description details document_type
        first_published_at links locale public_updated_at publishing_scheduled_at title
        withdrawn_notice""",
}


def rows() -> list[tuple[str, dict[str, str]]]:
    """Return the field of each row, and its name in each standard."""
    found, header = [], []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| Field"):
            header = cells[1:]
        elif match := re.fullmatch(r"`(\w+\.\w+)`", cells[0]):
            found.append((match[1], dict(zip(header, cells[1:], strict=True))))
    return found


def test_every_field_has_a_row_and_every_row_a_field():
    """A new field cannot be forgotten here, nor a renamed one stay."""
    fields = [
        f"{name}.{field.name}" for name in MAPPED for field in attrs.fields(getattr(model, name))
    ]

    assert sorted(fields) == sorted(field for field, _ in rows())


@pytest.mark.parametrize("standard", KNOWN)
def test_names_belong_to_their_standard(standard):
    """No name is made up."""
    known = set(KNOWN[standard].split())
    named = {names[standard] for _, names in rows() if standard in names} - {"-"}

    assert set() == {name for name in named if name.split(".")[0] not in known}
