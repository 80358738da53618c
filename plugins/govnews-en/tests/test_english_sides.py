"""Sides of a paper as English releases name them: short forms, possessives, announcements."""

import pytest

from govnews.testing import read_text
from govnews_en import EN


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "The MoU was signed by Norland University Vice Chancellor Professor Anna Holt and HVOU Vice "
                "Chancellor Professor Dr Erik Lund at a ceremony."
            ),
            ["Norland University", "HVOU"],
        ),
        (
            "HVC and Norland University College have announced the signing of a memorandum of understanding.",
            ["HVC", "Norland University College"],
        ),
        (
            (
                "Queen Halden University signed a memorandum of understanding with the Rural Students' Financing "
                "Board to expand access."
            ),
            ["Queen Halden University", "Rural Students' Financing Board"],
        ),
    ],
)
def test_sides(sentence, expected):
    """The sides are whole, and those of the people who sign."""
    [paper] = read_text(f"Release\n3 July 2024\n\n{sentence}\n", EN).bundle.agreements
    assert expected == [party.name for party in paper.parties]
