"""The open vocabularies that govnews itself proposes. Other schemes are as welcome.

A `Term` keeps the words of the source as its label; where the words mean one of these codes, the
code stands beside them. Where none fits, the label stands alone.
"""

from __future__ import annotations

from typing import Final

AGREEMENT_KIND: Final = "govnews:agreement-kind"
ORGANIZATION_KIND: Final = "govnews:organization-kind"
RESPONSIBLE_ROLE: Final = "govnews:responsible-role"

AGREEMENT_KINDS: Final = (
    "mou",
    "cooperation_agreement",
    "cooperation_program",
    "cooperation_plan",
    "coordination_program",
    "coordination_plan",
    "contract",
    "convention",
    "protocol",
    "treaty",
    "twinning",
)
"""Codes of `AGREEMENT_KIND`."""

ORGANIZATION_KINDS: Final = (
    "government",
    "ministry",
    "department",
    "committee",
    "council",
    "agency",
    "territory",
    "university",
    "institute",
    "school",
    "hospital",
    "court",
    "company",
    "bank",
    "fund",
    "association",
    "party",
    "international",
    "media",
)
"""Codes of `ORGANIZATION_KIND`."""

RESPONSIBLE_ROLES: Final = ("editor_in_chief", "responsible", "media", "contact")
"""Codes of `RESPONSIBLE_ROLE`."""
