"""What a release says of its agreement away from the paper's name."""

from govnews.extraction import extract
from govnews.limits import Limits
from govnews.model import Bundle, Source
from govnews_en.pack import PACK

LEAD = (
    "The Ministry of Energy of Halden and the Ministry of Energy of Sorana signed a Memorandum of "
    "Understanding on grids on 4 May 2023."
)


def agreement(text):
    """Return the only agreement of a text."""
    source = Source(id="#source-1", text=text)
    items = extract(source, (PACK,), language="en", note=lambda issue: None, limits=Limits())
    (only,) = Bundle.from_items(items).agreements
    return only


def test_it_stands_for_the_only_paper():
    """A sentence that begins with "it" says how long the paper holds."""
    assert "P3Y" == agreement(f"{LEAD}\n\nIt will run for three years.").period.duration


def test_another_length_is_not_the_papers():
    """How long something else lasts is no period of the paper."""
    assert agreement(f"{LEAD}\n\nThe visit will run for three days.").period is None


def test_the_parties_cooperate_in_the_fields_named():
    """A sentence about both sides names the fields."""
    text = f"{LEAD}\n\nBoth sides will focus on the areas of storage, metering and training."
    assert ["storage", "metering", "training"] == [one.label for one in agreement(text).fields]
